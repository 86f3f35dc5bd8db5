/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-model.h"

G_BEGIN_DECLS

/**
 * KaFieldKind:
 *
 * What a member of a record is. In brackets stands what @offset and @more_offset of its #KaField
 * lead to.
 */
typedef enum
{
  KA_FIELD_HEAD,       /* of #KaItem: the id, or which of two kinds the item is */
  KA_FIELD_STRING,     /* (char *): one of @choices, where there are any */
  KA_FIELD_TEXT,       /* (KaText) */
  KA_FIELD_NAMES,      /* (KaNames) */
  KA_FIELD_DAY,        /* (KaDay): @default_day where it is missing */
  KA_FIELD_DATE,       /* (char *, KaDate): the text in EDTF, its meaning */
  KA_FIELD_BOOLEAN,    /* (gboolean) */
  KA_FIELD_INTEGER,    /* (int): from @minimum to @maximum */
  KA_FIELD_NUMBER,     /* (double): from @minimum to @maximum */
  KA_FIELD_CHOICE,     /* (an enum): the index in @choices */
  KA_FIELD_CATEGORIES, /* (KaCategory, KaCategory): all, the first one */
  KA_FIELD_POINT,      /* (KaPoint, optionally gboolean): the point, whether it is known */
  KA_FIELD_PIECES,     /* (int, int): the first and last piece of a line, from 1 */
  KA_FIELD_EXTENT,     /* (KaPoint, KaPoint): south-west, north-east */
  KA_FIELD_CONE,       /* (KaCone, gboolean): the cone, whether it is given */
  KA_FIELD_ITEM,       /* (const KaItem *): an id of one of the @allowed kinds */
  KA_FIELD_ITEMS,      /* (KaList): at least @minimum such */
  KA_FIELD_REFERENCE,  /* (const KaItem *): kind:id, of one of the @allowed kinds */
  KA_FIELD_REFERENCES, /* (KaList): such */
  KA_FIELD_GEOMETRY,   /* (const KaGeometry *): an id in one of the @allowed layers */
  KA_FIELD_SOURCE,     /* (const KaSource *, char *): the source, the place in it */
  KA_FIELD_CITATIONS,  /* (an array of @record, guint) */
  KA_FIELD_RECORDS,    /* (an array of @record, guint) */
} KaFieldKind;

/** KaFieldNeed: whether the format of an atlas has a member. */
typedef enum
{
  KA_FIELD_OPTIONAL, /* a record may have it */
  KA_FIELD_REQUIRED, /* every record has it */
  KA_FIELD_DERIVED,  /* no record has it; loading computes it from other records */
} KaFieldNeed;

typedef struct _KaRecordType KaRecordType;

/** KaField: a member of a record and the field of the struct that it becomes. */
typedef struct
{
  const char         *name;        /* the name of the member */
  KaFieldKind         kind;        /* what it is */
  KaFieldNeed         need;        /* whether the format has it */
  gsize               offset;      /* bytes from the start of the struct to its field */
  gsize               more_offset; /* bytes to the second field, where @kind has two; 0 for none */
  guint               allowed;     /* mask of item kinds, layers or choices; 0: all choices */
  const char *const  *choices;     /* (nullable) (zero-terminated): the words that it may be */
  double              minimum;     /* least number */
  double              maximum;     /* greatest number */
  KaDay               default_day; /* the day that a missing member means */
  const KaRecordType *record;      /* (nullable): what the elements of an array are */
} KaField;

/** KaRecordType: a kind of object in an atlas and the struct that it becomes. */
struct _KaRecordType
{
  gsize          size;   /* bytes of the struct */
  const KaField *fields; /* its members in the order of output; the last one has no name */
};

/** KaSection: a section of an atlas that is a list of items. */
typedef struct
{
  const char         *name;        /* the name of the section */
  KaItemKind          kind;        /* the kind of its items; of articles and annexes the first */
  const KaRecordType *record;      /* what its items are */
  gboolean            is_optional; /* whether an atlas may lack the section */
} KaSection;

#define KA_N_SECTIONS 14

/** ka_sections: the sections in the order of reading. */
extern const KaSection ka_sections[KA_N_SECTIONS];

/** ka_atlas_record: the section of the atlas itself, a #KaAtlasHead. */
extern const KaRecordType ka_atlas_record;

/** ka_relief_record: the section of the relief; a #KaRelief. */
extern const KaRecordType ka_relief_record;

/** KA_MEMBER: points to the field at an offset of a struct. */
#define KA_MEMBER(record, offset, type) ((type *) ((gsize) (record) + (offset)))

/** ka_section_of_kind: Returns: (transfer none): the section that holds the items of that kind */
const KaSection *ka_section_of_kind (KaItemKind kind);

/** ka_record_find_field: Returns: (transfer none) (nullable): the member, or %NULL without one of
 * that name */
const KaField *ka_record_find_field (const KaRecordType *type, const char *name);

/**
 * ka_record_get_pointer:
 * @record: a struct
 * @offset: of a field that is a pointer of any type
 *
 * Returns: (transfer none) (nullable): the value of the field
 */
gpointer ka_record_get_pointer (gconstpointer record, gsize offset);

/**
 * ka_record_set_pointer:
 * @record: a struct
 * @offset: of a field that is a pointer of any type
 * @value: (nullable): its new value
 *
 * Stores a pointer. The old value is not freed.
 */
void ka_record_set_pointer (gpointer record, gsize offset, gconstpointer value);

G_END_DECLS
