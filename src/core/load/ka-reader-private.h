/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas-load.h"
#include "ka-atlas-private.h"
#include "ka-json-private.h"
#include "ka-record.h"

G_BEGIN_DECLS

/* How great an atlas may be; data/README.md tells the numbers. */
typedef struct
{
  gsize n_bytes;        /* of all documents */
  gsize n_items;        /* of a section */
  gsize n_points;       /* of all arcs */
  gsize n_letters;      /* of a text */
  gsize n_name_letters; /* of a name or a title */
  gsize n_id_letters;   /* of an id */
} KaAtlasLimits;

extern const KaAtlasLimits ka_atlas_limits;

/* What is known while an atlas is being read. */
typedef struct
{
  char                *name;  /* Owned: base name of the folder or file */
  KaAtlas             *atlas; /* Owned */
  const KaAtlasLimits *limits;
  gsize                n_bytes;             /* of the documents so far */
  GPtrArray           *documents;           /* Owned, of KaDocument */
  GPtrArray           *faults;              /* Owned, of KaFault */
  gsize                n_given;             /* events that the atlas had before */
  guint                n_problems;          /* faults, also those without a message */
  guint                n_event_problems;    /* those of events by themselves */
  guint                n_left_out_problems; /* those of events that are left out */
  KaNode              *roots;               /* Owned: of the documents */
  const KaCitation    *last_citations;      /* (array length=n_last_citations): read last */
  guint                n_last_citations;
  gboolean             is_incomplete; /* a document could not be parsed: sections may be in it */
  KaNode               header;
  KaNode               geography;
  KaNode               relief;
  KaNode               sections[KA_N_SECTIONS];
  gboolean             is_damaged[KA_N_SECTIONS]; /* something in that section was faulty */
  gboolean             is_header_damaged;
  gboolean             is_geography_damaged;
} KaReader;

/* ka-reader-documents.c. */

/* Parses a document and keeps it, or reports what is wrong with it. @text: (transfer full) */
void ka_reader_take_document (KaReader *self, const char *name, char *text, gsize length);

/* Loads the documents of a folder, or the one document that @file is. */
gboolean ka_reader_load_documents (KaReader *self, GFile *file, GError **error);

/* ka-reader-sections.c: finds the sections in the documents, makes their items and reads them. */
void ka_reader_read_sections (KaReader *self);

/* ka-fault.c. */

/* Takes the middle out of a message that repeats a long text. @message: (transfer full) */
char *ka_fault_shorten (char *message) G_GNUC_WARN_UNUSED_RESULT;

/* Orders faults by file, line and column; the arguments point to pointers. */
int ka_fault_compare (gconstpointer a, gconstpointer b);

/* ka-reader-faults.c. */

/* Whether the next fault is to be kept. */
gboolean ka_reader_has_room (KaReader *self);

/* Counts a fault. Returns whether it is to be kept: the first hundred are, and no line need be
 * found for others. */
gboolean ka_reader_count_fault (KaReader *self);

/* Each adds a fault; the message names what is there and what is expected. */

/* Of a document, or of the atlas as a whole without @document. */
void
ka_reader_add_document_fault (KaReader *self, const KaDocument *document, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* At a byte of a document that is no JSON there. */
void ka_reader_add_offset_fault (KaReader         *self,
                                 const KaDocument *document,
                                 gsize             offset,
                                 const char       *message);
/* At a value. */
void ka_reader_add_fault (KaReader *self, const KaNode *node, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* At a registered item, or at @member below it: a JSON pointer or %NULL. */
void ka_reader_add_item_fault (KaReader     *self,
                               gconstpointer item,
                               const char   *member,
                               const char   *format,
                               ...) G_GNUC_PRINTF (4, 5);

/* Each gets a value, or reports what it finds and returns %FALSE or %NULL. @expected is a noun in
 * English and is translated here. */

/* Whether a value is of @type; a string also has neither control characters nor line breaks. */
gboolean
ka_reader_expect (KaReader *self, const KaNode *node, enum json_type type, const char *expected);
/* Whether a value is a list of @n elements. */
gboolean ka_reader_expect_count (KaReader *self, const KaNode *node, gsize n, const char *expected);
/* A string that is not empty. */
const char *ka_reader_read_word (KaReader *self, const KaNode *node, const char *expected);
/* An integer. */
gboolean ka_reader_read_integer (KaReader *self, const KaNode *node, gint64 *number);
/* A member that must be there and of @type. */
gboolean ka_reader_get_member (KaReader      *self,
                               const KaNode  *node,
                               const char    *name,
                               enum json_type type,
                               const char    *expected,
                               KaNode        *member);
/* Whether a member of an object is a comment, which may stand in any object; reports one that is no
 * string. */
gboolean ka_reader_is_comment (KaReader *self, const KaNode *object, const char *name);
/* A string member that must be there. */
const char *ka_reader_get_word (KaReader *self, const KaNode *node, const char *name);

/* Adds the word that may be meant to a message. @message: (transfer full); @nearest: (nullable). */
char *ka_reader_dup_hint (char *message, const char *nearest) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a number as JSON does, in every locale. */
char *ka_dup_number (double number) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the members of an object into @record, which is all zero. */
void ka_reader_read_record (KaReader           *self,
                            const KaNode       *node,
                            const KaRecordType *type,
                            gpointer            record);

/* Reads the geography; the areas are registered, not read. */
void ka_reader_read_topology (KaReader *self);

/* ka-reader-geometry.c. */

/* How the paths of a geometry are written: the member that holds them, and what reads one of them,
 * a ring or a line. */
typedef struct
{
  const char *member;
  gboolean (
    *read) (KaReader *reader, const KaNode *node, gboolean is_ring, gpointer data, KaPath *path);
  gpointer data;
} KaPathReader;

/* Reads a geometry of @node and appends it to a layer that has room; @id: what it is called. */
void ka_reader_add_geometry (KaReader           *self,
                             const KaNode       *node,
                             const char         *id,
                             KaLayer             layer,
                             const KaPathReader *paths);
/* Makes room for geometries in a layer that has none. */
void ka_reader_make_layer (KaReader *self, KaLayer layer, gsize n_geometries);
/* Whether a path is a chain and, as a ring, closes and does not cross itself; reports. */
gboolean
ka_reader_check_path (KaReader *self, const KaNode *node, const KaPath *path, gboolean is_ring);
/* Whether a position is on the Earth; the second reports. */
gboolean ka_point_is_on_earth (KaPoint point);
gboolean ka_reader_check_on_earth (KaReader *self, const KaNode *position, KaPoint point);
/* Reads a number, whole or not; reports. */
gboolean ka_reader_read_number (KaReader *self, const KaNode *node, double *number);
/* Fills the bounds of an arc from its points. */
void ka_arc_measure (KaArc *arc);
/* The name of a layer in a geography, and whether it has polygons. */
const char *ka_layer_get_name (KaLayer layer);
gboolean    ka_layer_has_polygons (KaLayer layer);

/* ka-reader-geojson.c: reads the geography from features with coordinates. */
void ka_reader_read_features (KaReader *self);

/* Fills what follows from the records and is written in none, faulty records or not. */
void ka_reader_derive (KaReader *self);

/* Reports what contradicts itself across the records; of events first, before anything is derived
 * from them. */
void ka_reader_check_events (KaReader *self);
void ka_reader_check (KaReader *self);

/* Loads an atlas within limits; the rest as ka_atlas_load_partly(). */
KaAtlas *ka_reader_load (GFile               *file,
                         const KaAtlasLimits *limits,
                         KaAtlasGap          *gap,
                         GPtrArray          **faults,
                         GError             **error);

/* Completes an atlas that has only events, which refer to nothing yet. @atlas: (transfer full);
 * @text: (transfer full): a document of all else; the rest as ka_atlas_load_text() */
KaAtlas *ka_reader_complete (KaAtlas    *atlas,
                             const char *name,
                             char       *text,
                             gsize       length,
                             GPtrArray **faults) G_GNUC_WARN_UNUSED_RESULT;

/* Says how many characters a text has, or NULL where those are no more than @limit. */
char *ka_reader_dup_length_words (const char *text, gsize limit) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a text has no more than @limit characters; says so otherwise. @node: a string. */
gboolean ka_reader_expect_length (KaReader *self, const KaNode *node, gsize limit);

G_END_DECLS
