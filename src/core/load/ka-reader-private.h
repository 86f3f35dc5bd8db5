/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas-private.h"
#include "ka-json-private.h"

G_BEGIN_DECLS

/* How a member is read and into what; in brackets what @offset and @more_offset lead to. */
typedef enum
{
  KA_FIELD_IGNORED,    /* read elsewhere */
  KA_FIELD_STRING,     /* (char *) */
  KA_FIELD_TEXT,       /* (KaText) */
  KA_FIELD_NAMES,      /* (KaNames) */
  KA_FIELD_DAY,        /* (KaDay) */
  KA_FIELD_DATE,       /* (char *, KaDate) */
  KA_FIELD_BOOLEAN,    /* (gboolean) */
  KA_FIELD_INTEGER,    /* (int) from @minimum to @maximum */
  KA_FIELD_NUMBER,     /* (double) from @minimum to @maximum */
  KA_FIELD_CHOICE,     /* (an enum): the index in @choices */
  KA_FIELD_CATEGORIES, /* (KaCategory, KaCategory): all, the first one */
  KA_FIELD_POINT,      /* (KaPoint, optionally gboolean): the point, that it is there */
  KA_FIELD_PIECES,     /* (int, int): the first and last piece of a line, from 1 */
  KA_FIELD_EXTENT,     /* (KaPoint, KaPoint) */
  KA_FIELD_ITEM,       /* (const KaItem *): an id of one of @kinds */
  KA_FIELD_ITEMS,      /* (KaList): a list of at least @minimum such */
  KA_FIELD_REFERENCE,  /* (const KaItem *): kind:id, of one of @kinds */
  KA_FIELD_REFERENCES, /* (KaList): a list of such */
  KA_FIELD_GEOMETRY,   /* (const KaGeometry *): an id in one of @kinds, a mask of layers */
  KA_FIELD_SOURCE,     /* (const KaSource *, char *): the source, the place in it */
  KA_FIELD_CITATIONS,  /* (an array of @record, gsize): strings or objects */
  KA_FIELD_RECORDS,    /* (an array of @record, gsize) */
} KaFieldType;

typedef struct _KaRecordType KaRecordType;

/* A member of a record. */
typedef struct
{
  const char         *name;
  KaFieldType         type;
  gboolean            is_required;
  gsize               offset;
  gsize               more_offset;
  guint               kinds;
  const char *const  *choices; /* ends with %NULL */
  double              minimum;
  double              maximum;
  KaDay               default_day; /* where a day is missing */
  const KaRecordType *record;
} KaField;

/* A kind of JSON object and the struct that it becomes. */
struct _KaRecordType
{
  gsize          size;
  const KaField *fields; /* ends with a field without name */
};

/* A section of an atlas that is a list of items. */
typedef struct
{
  const char         *name;
  KaItemKind          kind; /* of articles: the first of the two */
  const KaRecordType *record;
} KaSection;

#define KA_N_SECTIONS 13

extern const KaSection    ka_sections[KA_N_SECTIONS];
extern const KaRecordType ka_atlas_record;

/* An item and where it was read. */
typedef struct
{
  KaItem          *item; /* Borrowed */
  const KaSection *section;
  KaNode           node;
  gboolean         is_faulty; /* a fault was found as its members were read */
} KaOrigin;

/* What is known while an atlas is being read. */
typedef struct
{
  char      *name;      /* Owned: base name of the folder or file */
  KaAtlas   *atlas;     /* Owned */
  GPtrArray *documents; /* Owned, of KaDocument */
  GPtrArray *faults;    /* Owned, of KaFault */
  guint n_problems;    /* faults, also those not told: beyond the limit, or for want of a section */
  GPtrArray  *origins; /* Owned, of KaOrigin, in the order of reading */
  GHashTable *origin_of;     /* Owned, KaItem to KaOrigin */
  KaNode     *roots;         /* Owned: of the documents */
  gboolean    is_incomplete; /* a document could not be parsed: sections may be in it */
  KaNode      header;
  KaNode      geography;
  KaNode      sections[KA_N_SECTIONS];
  gboolean    is_damaged[KA_N_SECTIONS]; /* something in that section was faulty */
  gboolean    is_header_damaged;
  gboolean    is_geography_damaged;
} KaReader;

/* What a field is read into. */
typedef struct
{
  KaReader      *reader;
  const KaField *field;
  gpointer       record;
} KaTarget;

typedef void (*KaReadFunc) (const KaTarget *target, const KaNode *node);

/* The field at an offset of a record. */
#define KA_MEMBER(record, offset, type) ((type *) (gpointer) ((char *) (record) + (offset)))

char *ka_dup_number (double number) G_GNUC_WARN_UNUSED_RESULT;
void ka_reader_add_line_fault (KaReader *self, const KaDocument *document, int line, char *message);
void ka_reader_add_fault (KaReader *self, const KaNode *node, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
void ka_reader_add_item_fault (KaReader     *self,
                               gconstpointer item,
                               const char   *member,
                               const char   *format,
                               ...) G_GNUC_PRINTF (4, 5);
void ka_reader_add_geography_fault (KaReader *self, const char *member, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
gboolean
ka_reader_expect (KaReader *self, const KaNode *node, enum json_type type, const char *expected);

void             ka_reader_read_record (KaReader           *self,
                                        const KaNode       *node,
                                        const KaRecordType *type,
                                        gpointer            record);
void             ka_record_clear (const KaRecordType *type, gpointer record);
const KaSection *ka_section_of_kind (KaItemKind kind);
gboolean         ka_section_is_optional (const KaSection *section);

void        ka_set_pointer (gpointer record, gsize offset, gconstpointer value);
const char *ka_read_word (KaReader *reader, const KaNode *node, const char *expected);
void        ka_read_string (const KaTarget *target, const KaNode *node);
void        ka_read_text (const KaTarget *target, const KaNode *node);
void        ka_read_names (const KaTarget *target, const KaNode *node);
void        ka_read_day (const KaTarget *target, const KaNode *node);
void        ka_read_date (const KaTarget *target, const KaNode *node);
void        ka_read_boolean (const KaTarget *target, const KaNode *node);
void        ka_read_number (const KaTarget *target, const KaNode *node);
void        ka_read_integer (const KaTarget *target, const KaNode *node);
void        ka_read_choice (const KaTarget *target, const KaNode *node);
void        ka_read_categories (const KaTarget *target, const KaNode *node);
void        ka_read_point (const KaTarget *target, const KaNode *node);
void        ka_read_extent (const KaTarget *target, const KaNode *node);
void        ka_read_pieces (const KaTarget *target, const KaNode *node);
void        ka_read_item (const KaTarget *target, const KaNode *node);
void        ka_read_reference (const KaTarget *target, const KaNode *node);
void        ka_read_items (const KaTarget *target, const KaNode *node);
void        ka_read_references (const KaTarget *target, const KaNode *node);
void        ka_read_geometry (const KaTarget *target, const KaNode *node);
void        ka_read_source (const KaTarget *target, const KaNode *node);
void        ka_read_citations (const KaTarget *target, const KaNode *node);

gboolean    ka_reader_get_member (KaReader      *reader,
                                  const KaNode  *node,
                                  const char    *name,
                                  enum json_type type,
                                  const char    *expected,
                                  KaNode        *member);
const char *ka_reader_get_word (KaReader *reader, const KaNode *node, const char *name);
gboolean    ka_reader_read_integer (KaReader *reader, const KaNode *node, gint64 *number);
void        ka_reader_read_layer (KaReader *reader, const KaNode *objects, KaLayer layer);
void        ka_geometry_clear (KaGeometry *geometry);

void ka_reader_read_topology (KaReader *self);
void ka_reader_tie (KaReader *self);
void ka_reader_check (KaReader *self);

G_END_DECLS
