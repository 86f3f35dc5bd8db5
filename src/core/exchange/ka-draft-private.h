/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas-private.h"
#include "ka-draft.h"
#include "ka-json-auto.h"

G_BEGIN_DECLS

/* How values are written. */
#define KA_DRAFT_JSON (JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE)

/* The sections of a document, in the order of writing. */
typedef enum
{
  KA_DRAFT_SOURCES,
  KA_DRAFT_POLITIES,
  KA_DRAFT_AREAS,
  KA_DRAFT_REGIONS,
  KA_DRAFT_TENURES,
  KA_DRAFT_FRONTIERS,
  KA_DRAFT_PLACES,
  KA_DRAFT_EVENTS, /* kept in the atlas */
  KA_N_DRAFT_SECTIONS,
} KaDraftSection;

/* What an event refers to, by ids of the draft. */
typedef struct
{
  KaEvent    *event;
  const char *place;  /* (nullable) */
  const char *source; /* (nullable): none for the document itself */
} KaDraftLink;

struct _KaDraft
{
  /* Owned */
  char       *file;
  char       *format;
  char       *title;
  char       *subtitle; /* (nullable) */
  GPtrArray  *faults;
  GPtrArray  *losses;
  GArray     *line_starts;                  /* (nullable), of gsize: of the foreign text */
  KaAtlas    *atlas;                        /* (nullable): has the events */
  GArray     *links;                        /* of KaDraftLink, in the order of the events */
  GString    *items[KA_N_DRAFT_SECTIONS];   /* an item a line, with commas between */
  GArray     *offsets[KA_N_DRAFT_SECTIONS]; /* of gsize: where each item comes from */
  GHashTable *ids[KA_N_DRAFT_SECTIONS];     /* id to id */
  GHashTable *numbers[KA_N_DRAFT_SECTIONS]; /* stem of ids that came again to its last number */
  GHashTable *source_ids;                   /* citation to id */
  GHashTable *polity_ids;                   /* name to id */
  GHashTable *place_ids;                    /* longitude, latitude and title to id */
  GString    *arcs;                         /* the members of the list of arcs */
  int         n_arcs;                       /* how many there are */
  GString    *arc_properties;               /* and of that of their properties */
  GString    *layers[KA_N_LAYERS];          /* the geometries of each layer */
  GArray     *lives;                        /* of KaSpan: of all that the map has */
  GArray     *longitudes;                   /* of double: of all points */
  GArray     *written_from;                 /* of gsize: an offset for each written line */

  /* Borrowed */
  const char *text;
  gsize       length;
  gsize       events_at;  /* where the events would stand in the written document */
  const char *own_source; /* id of the source that the document itself is */

  gboolean is_full; /* an event more than an atlas can have was told */

  KaSpan dated; /* the days that items name; empty before the first */
  double south_deg, north_deg;
};

/* Makes an id of the letters and digits of a title, cut between words; may be empty. */
char *ka_draft_dup_stem (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* Makes an id that no item of a section has, of @wish or what follows from @title. */
char *ka_draft_dup_id (KaDraft *self, KaDraftSection section, const char *wish, const char *title)
  G_GNUC_WARN_UNUSED_RESULT;

/* Takes a name for an item: @wish or what follows from @title. Returns: the id, which is kept. */
const char *
ka_draft_take_id (KaDraft *self, KaDraftSection section, const char *wish, const char *title);

/* Adds an item. @item: (transfer full). */
void ka_draft_take_item (KaDraft *self, KaDraftSection section, gsize offset, KaJsonObject *item);

/* Makes one line of a text: blanks and line breaks become single spaces; control characters go. */
char *ka_draft_dup_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Sets a member to a text that is one line without control characters; none for %NULL. */
void ka_draft_set_line (KaJsonObject *item, const char *key, const char *text);

/* Sets a member to a text of our own format; @names are other languages of it or %NULL. */
void ka_draft_set_text (KaJsonObject *item, const char *key, const char *text, const KaText *names);

/* Sets `names` to one name without limits in time. */
void ka_draft_set_names (KaJsonObject *item, const char *title, const KaText *names);

/* Sets `sources` to one source; %NULL is the document. */
void ka_draft_set_source (const KaDraft *self, KaJsonObject *item, const char *source);

/* Makes a list of one string. */
KaJsonObject *ka_draft_new_list (const char *string);

/* Makes a number with six digits behind the point. */
KaJsonObject *ka_draft_new_number (double number);

/* Notes that the atlas has something on those days; open ends do not count. */
void ka_draft_note_days (KaDraft *self, KaSpan span);

/* Notes that the map has something on those days. */
void ka_draft_note_life (KaDraft *self, KaSpan span);

/* Finds the first day on which the map has the most. */
KaDay ka_draft_find_fullest_day (const KaDraft *self);

/* Notes that the atlas has something at a point. */
void ka_draft_note_point (KaDraft *self, KaPoint at);

/* Adds the lines of an overlay. Returns: the number of the first one. */
int ka_draft_add_arcs (KaDraft *self, const GArray *arcs, KaLayer layer);

/* Adds the polygons of an area or a lake. @rings: of KaOverlayRing, whose arcs count from
 * @first_arc. */
void ka_draft_add_outline (KaDraft      *self,
                           KaLayer       layer,
                           const char   *id,
                           const GArray *rings,
                           int           first_arc);

/* Adds the polygons that rings enclose by the even-odd rule. @rings: of GArrays of KaPoint.
 * Returns: whether there is anything inside. */
gboolean
ka_draft_add_polygons (KaDraft *self, KaLayer layer, const char *id, const GPtrArray *rings);

/* Adds the lines of a river or a frontier. @lines: of GArrays of KaPoint. */
void ka_draft_add_lines (KaDraft *self, KaLayer layer, const char *id, const GPtrArray *lines);

/* Adds the polity that stands for nobody known, once. Returns: (transfer none): its id. */
const char *ka_draft_ensure_nobody (KaDraft *self);

/* The line of an offset in the foreign document, counted from 1; 0 for none. */
int ka_draft_find_line (KaDraft *self, gsize offset);

/* Appends the events as items of a document, an item a line. */
void ka_draft_append_events (const KaDraft *self, GString *text);

/* Gives the events of a complete atlas what they refer to. */
void ka_draft_link_events (const KaDraft *self, KaAtlas *atlas);

/* Writes the section `geography`. Returns: (transfer full) */
char *ka_draft_dup_geography (const KaDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/* Computes what the map shows first: west, south, east, north in degrees. */
void ka_draft_get_extent (const KaDraft *self, double extent_deg[4]);

G_END_DECLS
