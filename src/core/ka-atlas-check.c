/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ties the items of an atlas together and finds what contradicts itself across records.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <stdlib.h>
#include <string.h>

static int
compare_tenures (gconstpointer a, gconstpointer b)
{
  const KaTenure *tenure_a = *(const KaTenure *const *) a;
  const KaTenure *tenure_b = *(const KaTenure *const *) b;

  if (tenure_a->from != tenure_b->from)
    return tenure_a->from < tenure_b->from ? -1 : 1;
  return tenure_a->item.index < tenure_b->item.index ? -1 : 1;
}

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  const KaArticle *article_a = *(const KaArticle *const *) a;
  const KaArticle *article_b = *(const KaArticle *const *) b;

  if (article_a->item.kind != article_b->item.kind)
    return article_a->item.kind < article_b->item.kind ? -1 : 1;
  if (article_a->number != article_b->number)
    return article_a->number < article_b->number ? -1 : 1;
  return article_a->item.index < article_b->item.index ? -1 : 1;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const KaEvent *event_a = *(const KaEvent *const *) a;
  const KaEvent *event_b = *(const KaEvent *const *) b;
  int            order = ka_date_compare (&event_a->date, &event_b->date);

  return order != 0 ? order : strcmp (event_a->item.id, event_b->item.id);
}

static void
sort_list (KaList *list, int (*compare) (gconstpointer a, gconstpointer b))
{
  if (list->n_items > 1)
    qsort (list->items, list->n_items, sizeof (gpointer), compare);
}

static void
tie_tenures (KaAtlas *atlas)
{
  const KaList *tenures = &atlas->items[KA_ITEM_TENURE];
  const KaList *areas = &atlas->items[KA_ITEM_AREA];

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      KaTenure *tenure = tenures->items[i];

      for (gsize j = 0; j < tenure->areas.n_items; j++)
        {
          KaArea *area = tenure->areas.items[j];

          ka_list_append (tenure->kind == KA_TENURE_CLAIMED ? &area->claims : &area->tenures,
                          tenure);
        }
    }
  for (gsize i = 0; i < areas->n_items; i++)
    {
      sort_list (&((KaArea *) areas->items[i])->tenures, compare_tenures);
      sort_list (&((KaArea *) areas->items[i])->claims, compare_tenures);
    }
}

static void
tie_regions (KaAtlas *atlas)
{
  const KaList *regions = &atlas->items[KA_ITEM_REGION];

  for (gsize i = 0; i < regions->n_items; i++)
    {
      KaRegion *region = regions->items[i];

      for (gsize j = 0; j < region->areas.n_items; j++)
        ((KaArea *) region->areas.items[j])->region = region;
    }
}

static void
tie_articles (KaAtlas *atlas, KaItemKind kind)
{
  const KaList *articles = &atlas->items[kind];

  for (gsize i = 0; i < articles->n_items; i++)
    {
      KaArticle *article = articles->items[i];
      KaTreaty  *treaty = (KaTreaty *) (gsize) article->treaty;

      if (treaty != NULL)
        ka_list_append (&treaty->articles, article);
    }
}

/* Puts the geometries of the areas into the order of the areas, and ties each to its own. */
static void
tie_geometries (KaAtlas *atlas)
{
  KaTopology   *topology = &atlas->topology;
  const KaList *areas = &atlas->items[KA_ITEM_AREA];
  KaGeometry   *layer = topology->layers[KA_LAYER_AREAS];

  for (gsize i = 0; i < areas->n_items && i < topology->n_in_layer[KA_LAYER_AREAS]; i++)
    for (gsize j = i; j < topology->n_in_layer[KA_LAYER_AREAS]; j++)
      if (strcmp (layer[j].id, ((KaItem *) areas->items[i])->id) == 0)
        {
          KaGeometry swapped = layer[i];

          layer[i] = layer[j];
          layer[j] = swapped;
          ((KaArea *) areas->items[i])->geometry = &layer[i];
          break;
        }
}

static void
tie_arcs (KaAtlas *atlas)
{
  KaTopology *topology = &atlas->topology;

  for (gsize i = 0; i < topology->n_in_layer[KA_LAYER_AREAS]; i++)
    for (gsize j = 0; j < topology->layers[KA_LAYER_AREAS][i].n_paths; j++)
      {
        const KaPath *ring = &topology->layers[KA_LAYER_AREAS][i].paths[j];

        for (gsize k = 0; k < ring->n_arcs; k++)
          if (ring->arcs[k] < 0)
            topology->arcs[~ring->arcs[k]].right = (int) i;
          else
            topology->arcs[ring->arcs[k]].left = (int) i;
      }
}

static void
complete_events (KaAtlas *atlas)
{
  KaList *events = &atlas->items[KA_ITEM_EVENT];

  sort_list (events, compare_events);
  for (gsize i = 0; i < events->n_items; i++)
    {
      KaEvent *event = events->items[i];

      event->item.index = i;
      if (ka_text_is_empty (&event->label))
        for (guint language = 0; language < KA_N_LANGUAGES; language++)
          event->label.in[language] = g_strdup (event->title.in[language]);
    }
}

void
ka_reader_check (KaReader *self)
{
  KaAtlas *atlas = self->atlas;

  tie_tenures (atlas);
  tie_regions (atlas);
  tie_articles (atlas, KA_ITEM_ARTICLE);
  tie_articles (atlas, KA_ITEM_ANNEX);
  for (gsize i = 0; i < atlas->items[KA_ITEM_TREATY].n_items; i++)
    sort_list (&((KaTreaty *) atlas->items[KA_ITEM_TREATY].items[i])->articles, compare_articles);
  tie_geometries (atlas);
  tie_arcs (atlas);
  complete_events (atlas);
}
