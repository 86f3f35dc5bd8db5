/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-draft.h"
#include "ka-json-auto.h"

G_BEGIN_DECLS

/* The sections of a document, in the order of writing. */
typedef enum
{
  KA_DRAFT_SOURCES,
  KA_DRAFT_POLITIES,
  KA_DRAFT_AREAS,
  KA_DRAFT_REGIONS,
  KA_DRAFT_TENURES,
  KA_DRAFT_PLACES,
  KA_DRAFT_EVENTS,
  KA_N_DRAFT_SECTIONS,
} KaDraftSection;

/* An item as it is written, and where it comes from. */
typedef struct
{
  char *json;
  gsize offset;
} KaDraftLine;

/* A stretch of time in which an area has a holder. */
typedef struct
{
  const char *area; /* Borrowed: an id */
  KaSpan      span;
  gsize       offset;
} KaDraftHold;

/* A ring of an area. */
typedef struct
{
  KaPoint *points; /* Owned */
  gsize    n_points;
  guint    area; /* number of its area */
  gboolean is_hole;
} KaDraftRing;

struct _KaDraft
{
  /* Owned */
  char       *file;
  char       *format;
  char       *title;
  char       *subtitle; /* (nullable) */
  GPtrArray  *faults;
  GPtrArray  *losses;
  GArray     *line_starts;                  /* of gsize: of the foreign text */
  GArray     *lines[KA_N_DRAFT_SECTIONS];   /* of KaDraftLine */
  GHashTable *ids[KA_N_DRAFT_SECTIONS];     /* id to id */
  GHashTable *numbers[KA_N_DRAFT_SECTIONS]; /* stem of ids to the last number of it */
  GHashTable *source_ids;                   /* citation to id */
  GHashTable *polity_ids;                   /* name to id */
  GArray     *holds;                        /* of KaDraftHold */
  GArray     *rings;                        /* of KaDraftRing */
  GPtrArray  *area_ids;                     /* Borrowed: in the order of adding */
  GArray     *longitudes;                   /* of double: of all points */
  GArray     *written_from;                 /* of gsize: an offset for each written line */

  /* Borrowed */
  const char *text;
  gsize       length;
  const char *own_source; /* id of the source that the document itself is */

  KaSpan dated; /* the days that items name; empty before the first */
  double south_deg, north_deg;
};

/* Makes an id of the letters and digits of a title, cut between words; may be empty. */
char *ka_draft_dup_stem (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a name for an item: @wish or what follows from @title. Returns: the id, which is kept. */
const char *
ka_draft_take_id (KaDraft *self, KaDraftSection section, const char *wish, const char *title);

/* Adds an item. @item: (transfer full). */
void ka_draft_take_item (KaDraft *self, KaDraftSection section, gsize offset, KaJsonObject *item);

/* Sets a member to a text that is one line without control characters; none for %NULL. */
void ka_draft_set_line (KaJsonObject *item, const char *key, const char *text);

/* Sets a member to a text of our own format; @names are other languages of it or %NULL. */
void ka_draft_set_text (KaJsonObject *item, const char *key, const char *text, const KaText *names);

/* Sets `names` to one name without limits in time. */
void ka_draft_set_names (KaJsonObject *item, const char *title, const KaText *names);

/* Sets `sources` to one source; %NULL is the document. */
void ka_draft_set_source (KaDraft *self, KaJsonObject *item, const char *source);

/* Makes a list of one string. */
KaJsonObject *ka_draft_new_list (const char *string);

/* Makes a number with six digits behind the point. */
KaJsonObject *ka_draft_new_number (double number);

/* Notes that the atlas has something on those days; open ends do not count. */
void ka_draft_note_days (KaDraft *self, KaSpan span);

/* Notes that the atlas has something at a point. */
void ka_draft_note_point (KaDraft *self, KaPoint at);

/* Adds what fills the times of areas in which nobody holds them. */
void ka_draft_fill_tenures (KaDraft *self);

/* Makes the section `geography`. */
KaJsonObject *ka_draft_new_geography (const KaDraft *self);

/* Computes what the map shows first: west, south, east, north in degrees. */
void ka_draft_get_extent (const KaDraft *self, double extent_deg[4]);

G_END_DECLS
