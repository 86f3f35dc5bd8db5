/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas-load.h"
#include "ka-text.h"
#include "ka-topology.h"

G_BEGIN_DECLS

/**
 * KaDraft:
 *
 * An atlas in the making, which an importer fills from a foreign document. It makes ids, cleans
 * texts and derives range and extent. Events, of which there may be a million, become those of the
 * atlas at once. All else is written as one document of our own format, which is loaded as any
 * other and completes the atlas.
 *
 * Places in the foreign document are offsets in bytes of its text.
 */
typedef struct _KaDraft KaDraft;

/** KA_DRAFT_NOWHERE: the offset of what belongs to the document as a whole. */
#define KA_DRAFT_NOWHERE G_MAXSIZE

/** KaLoss: something of a document that another format cannot carry. */
typedef struct
{
  char *file;    /* the document, by its base name */
  int   line;    /* counted from 1; 0 where no line applies */
  char *item;    /* (nullable): what it belonged to, by its title */
  char *message; /* what is not carried, in one sentence */
} KaLoss;

/** ka_loss_new: Returns: (transfer full): a loss; @message: (transfer full) */
KaLoss *
ka_loss_new (const char *file, int line, const char *item, char *message) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_loss_free:
 * @loss: (transfer full) (nullable): a loss
 */
void ka_loss_free (KaLoss *loss);

/** ka_loss_to_string: Returns: (transfer full): `file:line: item: message`, without the parts that
 * there are not */
char *ka_loss_to_string (const KaLoss *loss) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_draft_new:
 * @file: the base name of the foreign document
 * @format: the name of its format for readers, such as "TimelineJS"
 * @text: the document, UTF-8; must outlive the draft
 * @length: its length in bytes
 *
 * Returns: (transfer full): an empty draft, whose title is the name of the document
 */
KaDraft *ka_draft_new (const char *file, const char *format, const char *text, gsize length)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_draft_free:
 * @self: (transfer full) (nullable): a draft
 */
void ka_draft_free (KaDraft *self);

/**
 * ka_draft_fault:
 * @self: a draft
 * @offset: where in the foreign document, or %KA_DRAFT_NOWHERE
 * @format: what is there and what is expected, in plain words
 * @...: its arguments
 *
 * Reports what is wrong. With a fault there is no atlas. At most %KA_ATLAS_MAX_FAULTS are kept.
 */
void ka_draft_fault (KaDraft *self, gsize offset, const char *format, ...) G_GNUC_PRINTF (3, 4);

/**
 * ka_draft_loss:
 * @self: a draft
 * @offset: where in the foreign document, or %KA_DRAFT_NOWHERE
 * @item: (nullable): the title of what it belongs to
 * @format: what is not carried, in one plain sentence without a full stop
 * @...: its arguments
 *
 * Tells what our own format cannot carry.
 */
void ka_draft_loss (KaDraft *self, gsize offset, const char *item, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/** ka_draft_is_faulty: Returns: whether a fault was reported */
gboolean ka_draft_is_faulty (const KaDraft *self);

/**
 * ka_draft_set_title:
 * @self: a draft
 * @title: (nullable): the title of the document, or %NULL to keep it
 * @subtitle: (nullable): its subtitle
 */
void ka_draft_set_title (KaDraft *self, const char *title, const char *subtitle);

/** ka_draft_is_blank: Returns: whether nothing of a text is left in an atlas, whose texts have no
 * control characters; @text: (nullable) */
gboolean ka_draft_is_blank (const char *text);

/** KaDraftEvent: what an importer knows of an event. */
typedef struct
{
  gsize       offset;     /* where it stands */
  const char *id;         /* (nullable): the id that it would like; else its title makes one */
  const char *title;      /* must be there */
  const char *edtf;       /* its date; must be there */
  const char *summary;    /* (nullable): else the title stands */
  const char *where;      /* (nullable): places in words */
  const char *category;   /* (nullable): a word of our own format */
  int         importance; /* 1 to 5; 0 for the middle */
  const char *certainty;  /* (nullable): a word of our own format, else "certain" */
  const char *note;       /* (nullable) */
  const char *place;      /* (nullable): the id of a place of the draft */
  const char *source;     /* (nullable): the id of a source; else that of the document */
} KaDraftEvent;

/**
 * ka_draft_add_event:
 * @self: a draft
 * @event: an event; nothing of it is kept
 *
 * Adds an event. A date that is no EDTF is a fault, and so is what an atlas cannot hold.
 */
void ka_draft_add_event (KaDraft *self, const KaDraftEvent *event);

/** KaDraftPlace: what an importer knows of a place. */
typedef struct
{
  gsize         offset; /* where it stands */
  const char   *title;  /* must be there */
  const KaText *names;  /* (nullable): its names by language; @title stands for English */
  const char   *kind;   /* (nullable): a word of our own format, else "town" */
  KaPoint       at;     /* degrees */
  int           rank;   /* 1 to 3; 0 for 2 */
  const char   *from;   /* (nullable): its first day */
  const char   *to;     /* (nullable): the day after its last one */
  const char   *note;   /* (nullable) */
  const char   *source; /* (nullable): the id of a source; else that of the document */

  struct json_object *names_over_time; /* (nullable): `names` as an atlas has them */

  const GPtrArray *lines;      /* (nullable) (element-type GArray): of a river: its #KaPoint */
  const GPtrArray *rings;      /* (nullable) (element-type GArray): of a lake: its #KaPoint */
  gboolean         is_capital; /* whether it is one, as long as it is there */
  int              height_m;   /* of a peak; 0 for unknown */
} KaDraftPlace;

/** ka_draft_add_place: adds a place. Returns: (transfer none): the id of the place */
const char *ka_draft_add_place (KaDraft *self, const KaDraftPlace *place);

/** ka_draft_ensure_place: as ka_draft_add_place(), but a place of the same title at the same point
 * is added once */
const char *ka_draft_ensure_place (KaDraft *self, const KaDraftPlace *place);

/**
 * ka_draft_ensure_source:
 * @self: a draft
 * @offset: where it stands
 * @citation: the whole record in one line
 * @kind: (nullable): a word of our own format, else "web"
 *
 * Returns: (transfer none): the id of the source of that citation, which is added once
 */
const char *
ka_draft_ensure_source (KaDraft *self, gsize offset, const char *citation, const char *kind);

/**
 * ka_draft_ensure_polity:
 * @self: a draft
 * @offset: where it stands
 * @name: its name
 * @names: (nullable): its names by language; @name stands for English
 *
 * Returns: (transfer none): the id of the polity of that name, which is added once as a state
 */
const char *
ka_draft_ensure_polity (KaDraft *self, gsize offset, const char *name, const KaText *names);

/**
 * ka_draft_finish:
 * @self: a draft without faults
 * @json: (out) (optional) (transfer full): the atlas as a document of our own format: an item a
 * line, the same text each time. Whoever does not ask for it saves time and memory.
 * @faults: (out) (transfer full) (element-type KaFault): what is wrong, at lines of the foreign
 * document; empty after success
 *
 * Makes the atlas. Call it once, after all else.
 *
 * Returns: (transfer full) (nullable): the atlas, or %NULL with @faults
 */
KaAtlas *ka_draft_finish (KaDraft *self, char **json, GPtrArray **faults) G_GNUC_WARN_UNUSED_RESULT;

/** ka_draft_get_faults: Returns: (transfer none) (element-type KaFault): the faults so far */
GPtrArray *ka_draft_get_faults (const KaDraft *self);

/** ka_draft_get_losses: Returns: (transfer none) (element-type KaLoss): the losses so far */
GPtrArray *ka_draft_get_losses (const KaDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLoss, ka_loss_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaDraft, ka_draft_free)

G_END_DECLS
