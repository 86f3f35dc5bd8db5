/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Derives what follows from the records of an atlas and is written in none: the tenures of an area,
 * the articles of a treaty, the sides of an arc, the order of events.
 */
#include "config.h"

#include "ka-hash.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

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
derive_tenures (KaAtlas *atlas)
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
                          atlas->arena, tenure);
        }
    }
  for (gsize i = 0; i < areas->n_items; i++)
    {
      sort_list (&((KaArea *) areas->items[i])->tenures, ka_tenure_compare);
      sort_list (&((KaArea *) areas->items[i])->claims, ka_tenure_compare);
    }
}

static void
derive_regions (KaReader *self)
{
  const KaList *regions = &self->atlas->items[KA_ITEM_REGION];

  for (gsize i = 0; i < regions->n_items; i++)
    {
      KaRegion *region = regions->items[i];

      for (gsize j = 0; j < region->areas.n_items; j++)
        {
          KaArea *area = region->areas.items[j];

          if (area->region == NULL)
            area->region = region;
          else
            ka_reader_add_item_fault (self, region, "/areas",
                                      _ ("the area “%s” is in the region “%s” already, one region"
                                         " expected"),
                                      area->item.id, area->region->item.id);
        }
    }
}

static void
derive_articles (KaAtlas *atlas, KaItemKind kind)
{
  const KaList *articles = &atlas->items[kind];

  for (gsize i = 0; i < articles->n_items; i++)
    {
      KaArticle *article = articles->items[i];
      KaTreaty  *treaty = (KaTreaty *) (gsize) article->treaty;

      if (treaty != NULL)
        ka_list_append (&treaty->articles, atlas->arena, article);
    }
}

static void
swap_geometries (GHashTable *by_id, KaGeometry *a, KaGeometry *b)
{
  KaGeometry swapped = *a;

  *a = *b;
  *b = swapped;
  g_hash_table_insert (by_id, a->id, a);
  g_hash_table_insert (by_id, b->id, b);
}

/* Sorts the geometries of the areas in the order of the areas and links each area to its own. Those
 * without an area come last. */
static void
order_geometries (KaReader *self)
{
  KaTopology   *topology = &self->atlas->topology;
  const KaList *areas = &self->atlas->items[KA_ITEM_AREA];
  GHashTable   *by_id = topology->by_id[KA_LAYER_AREAS];
  KaGeometry   *next = topology->layers[KA_LAYER_AREAS];

  for (gsize i = 0; i < areas->n_items; i++)
    {
      KaArea     *area = areas->items[i];
      KaGeometry *found = by_id != NULL ? g_hash_table_lookup (by_id, area->item.id) : NULL;

      if (found != NULL)
        {
          swap_geometries (by_id, next, found);
          area->geometry = next++;
        }
      else if (!self->is_geography_damaged)
        {
          ka_reader_add_item_fault (
            self, area, NULL, _ ("the geography has no outline of the area “%s”, one expected"),
            area->item.id);
        }
    }
}

/* Notes which polygon lies on a side of an arc, or reports a second one on the same side. */
static void
claim_side (KaReader *self, const char **side, int arc, const KaGeometry *geometry)
{
  KaNode arcs, node;

  if (*side == NULL)
    {
      *side = geometry->id;
      return;
    }
  if (!ka_node_get_member (&self->geography, "arcs", &arcs))
    return;
  node = ka_node_get_element (&arcs, (gsize) arc);
  ka_reader_add_fault (self, &node,
                       _ ("arc %d bounds “%s” and “%s” on the same side, one polygon on each side"
                          " expected"),
                       arc, *side, geometry->id);
}

static void
derive_arcs (KaReader *self)
{
  static const KaLayer    land[] = { KA_LAYER_AREAS, KA_LAYER_CONTEXT };
  KaTopology             *topology = &self->atlas->topology;
  g_autofree const char **lefts = g_new0 (const char *, topology->n_arcs);
  g_autofree const char **rights = g_new0 (const char *, topology->n_arcs);

  for (guint layer = 0; layer < G_N_ELEMENTS (land); layer++)
    for (gsize i = 0; i < topology->n_in_layer[land[layer]]; i++)
      {
        const KaGeometry *geometry = &topology->layers[land[layer]][i];
        int               number = land[layer] == KA_LAYER_AREAS ? (int) i : KA_NO_AREA;

        for (gsize j = 0; j < geometry->n_paths; j++)
          for (gsize k = 0; k < geometry->paths[j].n_arcs; k++)
            {
              int arc = geometry->paths[j].arcs[k];

              /* The inside of a ring is on its left: see wind_rings() of the reader. */
              claim_side (self, arc < 0 ? &rights[~arc] : &lefts[arc], arc < 0 ? ~arc : arc,
                          geometry);
              if (arc < 0)
                topology->arcs[~arc].right = number;
              else
                topology->arcs[arc].left = number;
            }
      }
}

/* Whether an arc bounds land along 180 degrees, on one side alone. */
static gboolean
is_at_180 (const KaArc *arc)
{
  return (arc->kind == KA_ARC_COAST || arc->kind == KA_ARC_INNER) &&
         (arc->left == KA_NO_AREA || arc->right == KA_NO_AREA) &&
         fabs (arc->south_west_deg.x) >= 180 && fabs (arc->north_east_deg.x) >= 180 &&
         arc->south_west_deg.x * arc->north_east_deg.x > 0;
}

/* Hides the cuts of land that crosses 180 degrees (RFC 7946, 3.1.9): the land goes on on the other
 * side. Of land outside the atlas that is taken for granted. */
static void
derive_cuts (KaReader *self)
{
  KaTopology        *topology = &self->atlas->topology;
  const gsize        n_areas = topology->n_in_layer[KA_LAYER_AREAS];
  g_autofree guint8 *sides = g_new0 (guint8, n_areas + 1); /* of each area, and of no area */

  sides[n_areas] = 3;
  for (int round = 0; round < 2; round++)
    for (gsize i = 0; i < topology->n_arcs; i++)
      {
        KaArc *arc = &topology->arcs[i];
        int    area = MAX (arc->left, arc->right);
        gsize  number = area == KA_NO_AREA ? n_areas : (gsize) area;

        if (!is_at_180 (arc))
          continue;
        if (round == 0)
          sides[number] |= arc->south_west_deg.x > 0 ? 1 : 2;
        else if (sides[number] == 3)
          arc->kind = KA_ARC_FRAME;
      }
}

/* Puts the events in order of time; one without a short title has its title for it. */
static void
complete_events (KaAtlas *atlas)
{
  const KaList *events = &atlas->items[KA_ITEM_EVENT];

  ka_atlas_sort_items (atlas, KA_ITEM_EVENT, compare_events);
  for (gsize i = 0; i < events->n_items; i++)
    {
      KaEvent *event = events->items[i];

      if (ka_text_is_empty (&event->label))
        event->label = event->title;
    }
}

/* The days from the first to the last that the events name, the day of the start among them. */
static KaSpan
measure_events (const KaAtlas *atlas)
{
  const KaList *events = &atlas->items[KA_ITEM_EVENT];
  KaSpan        span = { atlas->head.default_day, atlas->head.default_day + 1 };

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaDate *date = &((const KaEvent *) events->items[i])->date;

      if (date->earliest != KA_DAY_MIN)
        {
          span.from = MIN (span.from, date->earliest);
          span.to = MAX (span.to, date->earliest + 1);
        }
      if (date->end_latest != KA_DAY_MAX)
        {
          span.from = MIN (span.from, date->end_latest - 1);
          span.to = MAX (span.to, date->end_latest);
        }
    }
  return span;
}

static void
derive_shown (KaAtlas *atlas)
{
  KaAtlasHead *head = &atlas->head;
  KaSpan       events = measure_events (atlas);

  head->shown = (KaSpan){ head->range.earliest, head->range.end_latest };
  if (head->shown.from == KA_DAY_MIN)
    head->shown.from = MIN (events.from, head->shown.to - 1);
  if (head->shown.to == KA_DAY_MAX)
    head->shown.to = MAX (events.to, head->shown.from + 1);
}

/* The tint of each family of a palette by its name, plus 1; of two with one name the first. */
static GHashTable *
list_families (const KaAtlasHead *head)
{
  GHashTable *families = g_hash_table_new (ka_hash_string, g_str_equal);

  for (gsize i = 0; i < head->n_palette; i++)
    if (head->palette[i].name != NULL && !g_hash_table_contains (families, head->palette[i].name))
      g_hash_table_insert (families, head->palette[i].name,
                           GUINT_TO_POINTER (head->palette[i].tint + 1));
  return families;
}

/* Gives each family of polities its colour: that of the palette or, in an atlas without one, the
 * next of all colours. */
static void
derive_tints (KaReader *self)
{
  static const KaTint turns[] = { KA_TINT_SAND, KA_TINT_LIME, KA_TINT_ROSE,  KA_TINT_VIOLET,
                                  KA_TINT_MINT, KA_TINT_ASH,  KA_TINT_OLIVE, KA_TINT_BEIGE };

  const KaList *polities = &self->atlas->items[KA_ITEM_POLITY];
  g_autoptr (GHashTable) families = list_families (&self->atlas->head);

  for (gsize i = 0; i < polities->n_items; i++)
    {
      KaPolity *polity = polities->items[i];
      guint     tint;

      if (polity->family == NULL || strcmp (polity->family, "neutral") == 0)
        continue;
      tint = GPOINTER_TO_UINT (g_hash_table_lookup (families, polity->family));
      if (tint == 0 && self->atlas->head.n_palette > 0)
        {
          ka_reader_add_item_fault (
            self, polity, "/tint",
            _ ("the palette of the atlas has no family “%s”, one of them or "
               "“neutral” expected"),
            polity->family);
          continue;
        }
      if (tint == 0)
        {
          tint = turns[g_hash_table_size (families) % G_N_ELEMENTS (turns)] + 1;
          g_hash_table_insert (families, polity->family, GUINT_TO_POINTER (tint));
        }
      polity->tint = (KaTint) (tint - 1);
    }
}

/* Featured regions without a colour of their own take turns. */
static void
derive_featured (KaAtlas *atlas)
{
  const KaList *featured = &atlas->head.featured;

  for (gsize i = 0; i < featured->n_items; i++)
    {
      KaRegion *region = featured->items[i];

      if (region->tint == KA_TINT_NEUTRAL)
        region->tint = i % 2 == 0 ? KA_TINT_VERMILION : KA_TINT_BLUE;
    }
}

/* Closes the span of the atlas with what the timeline shows first. */
static void
derive_span (KaReader *self)
{
  KaAtlasHead *head = &self->atlas->head;

  if (self->is_header_damaged)
    return;
  if (head->span.from == KA_DAY_MIN)
    head->span.from = MIN (head->shown.from, head->default_day);
  if (head->span.to == KA_DAY_MAX)
    head->span.to = MAX (head->shown.to, head->default_day + 1);
  if (head->span.from >= head->span.to)
    ka_reader_add_fault (self, &self->header,
                         _ ("the atlas ends before it begins, a later end expected"));
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const KaFrontier *first = *(const KaFrontier *const *) a;
  const KaFrontier *second = *(const KaFrontier *const *) b;

  if (first->span.from != second->span.from)
    return first->span.from < second->span.from ? -1 : 1;
  return first->item.index < second->item.index ? -1 : 1;
}

/* In an atlas that ranks no frontier the newest line of a treaty is the strongest. */
static void
derive_ranks (KaAtlas *atlas)
{
  const KaList *frontiers = &atlas->items[KA_ITEM_FRONTIER];
  KaList        drawn = { 0 };
  gboolean      is_ranked = FALSE;

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      KaFrontier *frontier = frontiers->items[i];

      is_ranked |= frontier->rank > 0;
      if (frontier->kind == KA_FRONTIER_TREATY || frontier->kind == KA_FRONTIER_AWARD)
        ka_list_append (&drawn, NULL, frontier);
    }
  sort_list (&drawn, compare_starts);
  for (gsize i = 0; i < drawn.n_items && !is_ranked; i++)
    ((KaFrontier *) drawn.items[i])->rank = (int) MIN (i + 1, G_MAXINT);
  g_free (drawn.items);
}

/* An atlas that names no lands has a row of the timeline for each polity that asks for one. */
static void
derive_lands (KaAtlas *atlas)
{
  const KaList *polities = &atlas->items[KA_ITEM_POLITY];
  KaAtlasHead  *head = &atlas->head;

  if (head->n_lands > 0)
    return;
  head->lands = ka_arena_new_array (atlas->arena, KaLand, polities->n_items);
  for (gsize i = 0; i < polities->n_items; i++)
    {
      const KaPolity *polity = polities->items[i];
      KaLand         *land = &head->lands[head->n_lands];

      if (!polity->on_timeline || polity->names.n_items == 0)
        continue;
      land->name = polity->names.items[0].text;
      ka_list_append (&land->polities, atlas->arena, polity);
      head->n_lands++;
    }
}

void
ka_reader_derive (KaReader *self)
{
  KaAtlas      *atlas = self->atlas;
  const KaList *treaties = &atlas->items[KA_ITEM_TREATY];

  derive_tints (self);
  derive_featured (atlas);
  derive_tenures (atlas);
  derive_regions (self);
  derive_articles (atlas, KA_ITEM_ARTICLE);
  derive_articles (atlas, KA_ITEM_ANNEX);
  for (gsize i = 0; i < treaties->n_items; i++)
    sort_list (&((KaTreaty *) treaties->items[i])->articles, compare_articles);
  order_geometries (self);
  derive_arcs (self);
  derive_cuts (self);
  complete_events (atlas);
  derive_shown (atlas);
  derive_lands (atlas);
  derive_ranks (atlas);
  derive_span (self);
}
