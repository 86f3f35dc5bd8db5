/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-date.h"
#include "ka-text.h"

G_BEGIN_DECLS

/**
 * KaItemKind:
 *
 * Kinds of items, in the order in which ka_atlas_lookup_reference() looks up a bare id.
 */
typedef enum
{
  KA_ITEM_REGION,
  KA_ITEM_EVENT,
  KA_ITEM_ARTICLE,
  KA_ITEM_ANNEX,
  KA_ITEM_TREATY,
  KA_ITEM_FRONTIER,
  KA_ITEM_PLACE,
  KA_ITEM_POLITY,
  KA_ITEM_PERSON,
  KA_ITEM_AREA,
  KA_ITEM_TENURE,
  KA_ITEM_SOURCE,
  KA_ITEM_CORRECTION,
  KA_ITEM_TERM,
  KA_ITEM_TOUR,
  KA_N_ITEM_KINDS,
} KaItemKind;

/** KaCertainty: how sure a statement is. */
typedef enum
{
  KA_CERTAIN,
  KA_PROBABLE,
  KA_UNCERTAIN,
} KaCertainty;

/** KA_N_CERTAINTIES: the number of degrees. */
#define KA_N_CERTAINTIES 3

typedef struct _KaItem       KaItem;
typedef struct _KaSource     KaSource;
typedef struct _KaPolity     KaPolity;
typedef struct _KaArea       KaArea;
typedef struct _KaRegion     KaRegion;
typedef struct _KaTenure     KaTenure;
typedef struct _KaFrontier   KaFrontier;
typedef struct _KaPlace      KaPlace;
typedef struct _KaTreaty     KaTreaty;
typedef struct _KaArticle    KaArticle;
typedef struct _KaEvent      KaEvent;
typedef struct _KaPerson     KaPerson;
typedef struct _KaCorrection KaCorrection;
typedef struct _KaTerm       KaTerm;
typedef struct _KaTour       KaTour;

/**
 * KaList:
 * @items: (array length=n_items) (element-type KaItem): borrowed pointers to items of the same
 * atlas
 *
 * A list of items. Each use says of which kind; every item starts with a #KaItem.
 */
typedef struct
{
  gpointer *items;
  gsize     n_items;
} KaList;

/** KaCitation: a source and the place in it. */
typedef struct
{
  const KaSource *source;  /* what is cited */
  char           *locator; /* (nullable): the place in it, such as "420–429" */
  gboolean        seen;    /* whether the authors of the atlas read that place themselves */
} KaCitation;

/** KA_ORIGIN_BITS: of a place in a section, which has less than 2 to the power of that many items.
 */
#define KA_ORIGIN_BITS 29

/** KaOrigin: where an item was read and what the loader found there. It is of the loader alone. */
typedef struct
{
  /*< private >*/
  guint element : KA_ORIGIN_BITS; /* its place in the list of its section */
  guint is_faulty : 1;            /* a fault was found as its members were read */
  guint is_doubtful : 1;          /* a fault was found beside its members: its id stands twice */
  guint is_wanted : 1;            /* another item refers to it */
} KaOrigin;

/** KaItem: the head of an item. There may be a million. */
struct _KaItem
{
  KaItemKind  kind;      /* its kind, which says which struct it is */
  KaCertainty certainty; /* how sure its statements are */
  guint       index;     /* its number in the list of its kind */
  KaOrigin    origin;    /* of the loader */
  char       *id;        /* unique within its kind */
  char       *note;      /* (nullable): the reason for doubt, for the reader */
  KaCitation *citations; /* (array length=n_citations): its sources */
  guint       n_citations;
};

/** KA_ITEM: the head that every item of an atlas starts with. */
#define KA_ITEM(item) ((const KaItem *) (item))

/** ka_item_kind_get_name: Returns: (transfer none): the word before the colon of a reference:
 * "region", "article", … */
const char *ka_item_kind_get_name (KaItemKind kind);

/**
 * ka_item_kind_from_name:
 * @name: a word as ka_item_kind_get_name() gives it
 * @kind: (out): the kind; untouched on failure
 *
 * Returns: whether there is such a kind
 */
gboolean ka_item_kind_from_name (const char *name, KaItemKind *kind);

/** ka_item_dup_reference: Returns: (transfer full): its reference: `kind:id`, such as
 * "article:kars-5" */
char *ka_item_dup_reference (const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;

/** ka_list_has: Returns: whether an item is in a list. O(length) */
gboolean ka_list_has (const KaList *self, gconstpointer item);

/** ka_item_get_names: Returns: (transfer none) (nullable): its names over time, or %NULL for a kind
 * that has none */
const KaNames *ka_item_get_names (const KaItem *item);

/**
 * ka_item_get_title:
 * @item: an item
 * @day: the day of the name, for items whose name changes
 * @language: the language of the text
 *
 * Gets the one line that stands for an item: its name on @day, or its title. A tenure has the name
 * of its holder on its first day, or of its first area; a source its short label; a correction its
 * claim.
 *
 * Returns: (transfer none): UTF-8, never %NULL
 */
const char *ka_item_get_title (const KaItem *item, KaDay day, KaLanguage language);

G_END_DECLS
