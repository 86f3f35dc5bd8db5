/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Works out the map of a day: who holds which area, the outline of each owner's land, the class of
 * each border.
 */

#include "config.h"

#include "ka-map-day.h"

#include "ka-captions.h"
#include "ka-query.h"

#include <string.h>

static void
ka_map_land_free (KaMapLand *self)
{
  g_clear_pointer (&self->rings, g_ptr_array_unref);
  g_free (self);
}

gssize
ka_map_scene_number_of (const KaMapScene *scene, const KaArea *area)
{
  return area->geometry == NULL ? -1 : area->geometry - scene->topology->layers[KA_LAYER_AREAS];
}

GPtrArray *
ka_map_scene_outline (const KaMapScene *scene, const gboolean *is_inside)
{
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < (int) scene->n_arcs; i++)
    {
      const KaArc *arc = scene->arcs[i].source;
      gboolean     left = arc->left >= 0 && is_inside[arc->left];
      gboolean     right = arc->right >= 0 && is_inside[arc->right];
      int          directed = left ? i : ~i;

      if (left != right)
        g_array_append_val (arcs, directed);
    }

  return ka_map_chain_rings (scene, arcs);
}

static KaMapLand *
add_land (KaMapScene     *scene,
          GPtrArray      *lands,
          const KaPolity *polity,
          KaTint          tint,
          const gboolean *is_inside)
{
  KaMapLand *land = g_new0 (KaMapLand, 1);

  land->polity = polity;
  land->tint = tint;
  land->rings = ka_map_scene_outline (scene, is_inside);
  land->box = KA_BOX_NOTHING;
  for (guint i = 0; i < land->rings->len; i++)
    land->box = ka_box_unite (land->box, ((KaMapChain *) land->rings->pdata[i])->box);
  g_ptr_array_add (lands, land);

  return land;
}

static void
read_areas (KaMapDay *self)
{
  self->areas = g_new0 (KaMapAreaState, self->scene->n_areas + 1);
  for (gsize i = 0; i < self->scene->n_areas; i++)
    {
      KaMapAreaState *state = &self->areas[i];

      if (self->scene->areas[i] == NULL)
        continue;
      state->tenure = ka_query_tenure_on (self->scene->areas[i], self->day);
      if (state->tenure == NULL)
        continue;
      state->holder = state->tenure->kind != KA_TENURE_CONTESTED ? state->tenure->holder : NULL;
      state->title = ka_query_title_of (state->tenure);
      state->autonomy = state->tenure->autonomy;
      state->owner = state->tenure->kind == KA_TENURE_OCCUPIED && state->title != NULL
                       ? state->title
                       : state->holder;
    }
}

/* Adds a land for each owner */
static void
collect_lands (KaMapDay *self)
{
  gsize                n_areas = self->scene->n_areas;
  g_autofree gboolean *is_inside = g_new0 (gboolean, n_areas + 1);
  g_autofree gboolean *is_done = g_new0 (gboolean, n_areas + 1);

  for (gsize i = 0; i < n_areas; i++)
    {
      const KaPolity *owner = self->areas[i].owner;

      if (owner == NULL || is_done[i])
        continue;
      for (gsize j = 0; j < n_areas; j++)
        {
          is_inside[j] = self->areas[j].owner == owner;
          is_done[j] = is_done[j] || is_inside[j];
        }
      add_land (self->scene, self->lands, owner, owner->tint, is_inside);
    }
}

/* Whether land is held in a way without having the title */
static gboolean
is_held (const KaMapAreaState *state, KaTenureKind kind)
{
  return state->tenure != NULL && state->tenure->kind == kind &&
         !ka_query_is_settled (state->tenure);
}

/* Adds a land for each pair of a holder and a title */
static void
collect_held (KaMapDay *self, GPtrArray *lands, KaTenureKind kind)
{
  gsize                n_areas = self->scene->n_areas;
  g_autofree gboolean *is_inside = g_new0 (gboolean, n_areas + 1);
  g_autofree gboolean *is_done = g_new0 (gboolean, n_areas + 1);

  for (gsize i = 0; i < n_areas; i++)
    {
      const KaMapAreaState *state = &self->areas[i];

      if (!is_held (state, kind) || is_done[i])
        continue;
      for (gsize j = 0; j < n_areas; j++)
        {
          is_inside[j] = is_held (&self->areas[j], kind) &&
                         self->areas[j].holder == state->holder &&
                         self->areas[j].title == state->title;
          is_done[j] = is_done[j] || is_inside[j];
        }
      add_land (self->scene, lands, state->holder, state->holder->tint, is_inside)
        ->title = state->title;
    }
}

static void
collect_contested (KaMapDay *self)
{
  g_autofree gboolean *is_inside = g_new0 (gboolean, self->scene->n_areas + 1);
  gboolean             is_any = FALSE;

  for (gsize i = 0; i < self->scene->n_areas; i++)
    {
      const KaTenure *tenure = self->areas[i].tenure;

      is_inside[i] = tenure == NULL || tenure->kind == KA_TENURE_CONTESTED;
      is_any = is_any || is_inside[i];
    }
  if (is_any)
    add_land (self->scene, self->contested, NULL, KA_TINT_NEUTRAL, is_inside);
}

static void
collect_featured (KaMapDay *self)
{
  const KaList *featured = &ka_atlas_get_head (self->scene->atlas)->featured;

  for (gsize i = 0; i < featured->n_items; i++)
    {
      const KaRegion      *region = featured->items[i];
      g_autofree gboolean *is_inside = g_new0 (gboolean, self->scene->n_areas + 1);
      const KaPolity      *polity = NULL;

      for (gsize j = 0; j < region->areas.n_items; j++)
        {
          gssize number = ka_map_scene_number_of (self->scene, region->areas.items[j]);

          if (number < 0)
            continue;
          is_inside[number] = TRUE;
          polity = polity != NULL ? polity : self->areas[number].holder;
        }
      add_land (self->scene, self->featured, polity, region->tint, is_inside)->region = region;
    }
}

static void
collect_claims (KaMapDay *self)
{
  gsize                n_areas = self->scene->n_areas;
  g_autofree gboolean *is_inside = g_new0 (gboolean, n_areas + 1);
  const KaList        *tenures = ka_atlas_get_items (self->scene->atlas, KA_ITEM_TENURE);
  g_autoptr (GHashTable) claimants = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      const KaTenure *tenure = tenures->items[i];

      if (tenure->kind != KA_TENURE_CLAIMED || !ka_span_has (tenure->span, self->day) ||
          tenure->holder == NULL ||
          !g_hash_table_add (claimants, (gpointer) (gsize) tenure->holder))
        continue;

      memset (is_inside, 0, n_areas * sizeof *is_inside);
      for (gsize j = i; j < tenures->n_items; j++)
        {
          const KaTenure *other = tenures->items[j];

          if (other->kind != KA_TENURE_CLAIMED || other->holder != tenure->holder ||
              !ka_span_has (other->span, self->day))
            continue;
          for (gsize k = 0; k < other->areas.n_items; k++)
            {
              gssize number = ka_map_scene_number_of (self->scene, other->areas.items[k]);

              if (number >= 0)
                is_inside[number] = TRUE;
            }
        }
      add_land (self->scene, self->claimed, tenure->holder, tenure->holder->tint, is_inside);
    }
}

/* Whether two polities were within one whole, at whatever level */
static gboolean
share_whole (const KaPolity *left, const KaPolity *right, KaDay day)
{
  for (left = ka_query_whole_of (left, day); left != NULL; left = ka_query_whole_of (left, day))
    for (const KaPolity *whole = ka_query_whole_of (right, day); whole != NULL;
         whole = ka_query_whole_of (whole, day))
      if (whole == left)
        return TRUE;

  return FALSE;
}

/* The class of a border of two titles */
static KaMapBorder
classify_titles (const KaMapDay *self,
                 const KaArc    *arc,
                 const KaPolity *left,
                 const KaPolity *right)
{
  if (share_whole (left, right, self->day))
    return KA_MAP_BORDER_REPUBLIC;

  return arc->by_hand && arc->accuracy_km > KA_MAP_CERTAIN_WITHIN_KM ? KA_MAP_BORDER_INEXACT
                                                                     : KA_MAP_BORDER_STATE;
}

KaMapBorder
ka_map_day_classify (const KaMapDay *self, const KaArc *arc)
{
  const KaMapAreaState *left = arc->left >= 0 ? &self->areas[arc->left] : NULL;
  const KaMapAreaState *right = arc->right >= 0 ? &self->areas[arc->right] : NULL;
  KaMapBorder           in_force;

  if (arc->kind == KA_ARC_COAST)
    return KA_MAP_BORDER_COAST;
  if (arc->kind != KA_ARC_INNER)
    return KA_MAP_BORDER_NONE;
  if (left == NULL || right == NULL)
    return left == right ? KA_MAP_BORDER_NONE : KA_MAP_BORDER_STATE;

  if (left->title != NULL && right->title != NULL && left->title != right->title)
    return classify_titles (self, arc, left->title, right->title);
  in_force = (KaMapBorder) self->in_force[arc - self->scene->topology->arcs];
  if (left->holder != right->holder || (left->holder != NULL && left->title != right->title))
    return in_force != KA_MAP_BORDER_NONE ? in_force : KA_MAP_BORDER_FACT;

  return left->autonomy != right->autonomy ? KA_MAP_BORDER_AUTONOMY : KA_MAP_BORDER_NONE;
}

/* Marks the arcs of treaty lines in force: they are frontiers even where title is not settled */
static void
mark_in_force (KaMapDay *self)
{
  self->in_force = g_new0 (guint8, self->scene->n_arcs + 1);
  for (guint i = 0; i < self->frontiers->len; i++)
    {
      const KaFrontier *frontier = self->frontiers->pdata[i];
      KaMapLineClass    line = ka_map_day_classify_line (self, frontier);

      if (line != KA_MAP_LINE_FORCE && line != KA_MAP_LINE_INEXACT)
        continue;
      for (gsize j = 0; j < frontier->geometry->n_paths; j++)
        for (gsize k = 0; k < frontier->geometry->paths[j].n_arcs; k++)
          self->in_force[ka_map_arc_number (
            frontier->geometry->paths[j].arcs[k])] = line == KA_MAP_LINE_FORCE
                                                       ? KA_MAP_BORDER_STATE
                                                       : KA_MAP_BORDER_INEXACT;
    }
}

/* Whether an arc bounds the land of an owner */
static gboolean
is_edge (const KaMapDay *self, const KaArc *arc)
{
  const KaPolity *left = arc->left >= 0 ? self->areas[arc->left].owner : NULL;
  const KaPolity *right = arc->right >= 0 ? self->areas[arc->right].owner : NULL;

  return left != right && (arc->kind == KA_ARC_COAST || arc->kind == KA_ARC_INNER);
}

static void
collect_borders (KaMapDay *self)
{
  GArray *arcs[KA_N_MAP_BORDERS];
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (int));

  for (int border = 0; border < KA_N_MAP_BORDERS; border++)
    arcs[border] = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = 0; i < (int) self->scene->n_arcs; i++)
    {
      const KaArc *arc = self->scene->arcs[i].source;

      g_array_append_val (arcs[ka_map_day_classify (self, arc)], i);
      if (is_edge (self, arc))
        g_array_append_val (edges, i);
    }
  self->edges = ka_map_chain_lines (self->scene, edges);

  for (int border = 0; border < KA_N_MAP_BORDERS; border++)
    {
      if (border != KA_MAP_BORDER_NONE)
        self->borders[border] = ka_map_chain_lines (self->scene, arcs[border]);
      g_array_unref (arcs[border]);
    }
}

gboolean
ka_map_day_has_frontier (const KaFrontier *frontier, KaDay day)
{
  return frontier->geometry != NULL && ka_span_has (frontier->span, day);
}

gboolean
ka_map_is_featured (const KaMapScene *scene, const KaRegion *region)
{
  const KaList *featured = &ka_atlas_get_head (scene->atlas)->featured;

  for (gsize i = 0; region != NULL && i < featured->n_items; i++)
    if (featured->items[i] == region)
      return TRUE;

  return FALSE;
}

gboolean
ka_map_shows_frontier (const KaViewState *state, const KaFrontier *frontier)
{
  return ka_view_state_shows (state, frontier->kind == KA_FRONTIER_DISTRICT ? KA_MAP_LAYER_DISTRICTS
                                                                            : KA_MAP_LAYER_LINES);
}

KaMapLineClass
ka_map_day_classify_line (const KaMapDay *self, const KaFrontier *frontier)
{
  if (!ka_span_has (frontier->span, self->day))
    return KA_MAP_LINE_GHOST;
  if (frontier->kind == KA_FRONTIER_DISTRICT)
    return KA_MAP_LINE_DISTRICT;
  if (frontier->kind == KA_FRONTIER_CEASEFIRE)
    return KA_MAP_LINE_FACT;
  if (frontier->kind == KA_FRONTIER_AUTONOMY)
    return KA_MAP_LINE_LIMIT;
  if (!ka_query_is_in_force (frontier, self->day))
    return KA_MAP_LINE_SIGNED;

  return frontier->accuracy_km > KA_MAP_CERTAIN_WITHIN_KM ? KA_MAP_LINE_INEXACT : KA_MAP_LINE_FORCE;
}

gboolean
ka_map_day_names_line (const KaMapDay *self, const KaFrontier *frontier)
{
  KaMapLineClass line = ka_map_day_classify_line (self, frontier);

  return frontier->rank > 0 || line == KA_MAP_LINE_SIGNED;
}

const KaFrontier *
ka_map_get_ghost (const KaViewState *state)
{
  const KaItem *item = state->selection;

  if (item == NULL || item->kind != KA_ITEM_FRONTIER ||
      ((const KaFrontier *) item)->geometry == NULL ||
      ka_span_has (((const KaFrontier *) item)->span, state->day))
    return NULL;

  return (const KaFrontier *) item;
}

char *
ka_map_dup_ghost_text (const KaItem *item, const KaViewState *state)
{
  KaSpan           life = ka_query_life_of (item);
  KaDay            nearest = CLAMP (state->day, life.from, life.to - 1);
  g_autofree char *words = ka_span_to_words (life, state->language);

  return g_strdup_printf ("%s · %s", ka_item_get_title (item, nearest, state->language), words);
}

GPtrArray *
ka_map_day_list_ghosts (const KaMapDay *self, const KaItem *item)
{
  GPtrArray *ghosts = g_ptr_array_new ();
  g_autoptr (GPtrArray) frontiers = NULL;

  if (item == NULL || item->kind == KA_ITEM_SOURCE || item->kind == KA_ITEM_CORRECTION)
    return ghosts;

  frontiers = ka_query_frontiers_about (self->scene->atlas, item, self->day);
  for (guint i = 0; i < frontiers->len; i++)
    {
      const KaFrontier *frontier = frontiers->pdata[i];

      if (frontier->geometry != NULL && !ka_span_has (frontier->span, self->day))
        g_ptr_array_add (ghosts, frontiers->pdata[i]);
    }

  return ghosts;
}

static int
weigh_frontier (const KaFrontier *frontier)
{
  return frontier->kind == KA_FRONTIER_DISTRICT ? -1 : frontier->rank;
}

static int
compare_frontiers (gconstpointer a, gconstpointer b)
{
  const KaFrontier *first = *(const KaFrontier *const *) a;
  const KaFrontier *second = *(const KaFrontier *const *) b;
  int               order = weigh_frontier (first) - weigh_frontier (second);

  return order != 0 ? order : (first->item.index > second->item.index) * 2 - 1;
}

static void
collect_frontiers (KaMapDay *self)
{
  const KaList *frontiers = ka_atlas_get_items (self->scene->atlas, KA_ITEM_FRONTIER);

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];

      if (ka_map_day_has_frontier (frontier, self->day))
        g_ptr_array_add (self->frontiers, frontiers->items[i]);
      if (frontier->rank > (self->principal != NULL ? self->principal->rank : 0) &&
          ka_span_has (frontier->span, self->day))
        self->principal = frontier;
    }
  g_ptr_array_sort (self->frontiers, compare_frontiers);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

/* Takes @word */
static void
append_once (GPtrArray *words, char *word)
{
  if (g_ptr_array_find_with_equal_func (words, word, is_same, NULL))
    g_free (word);
  else
    g_ptr_array_add (words, word);
}

/* Names who holds an area, and says where it does so in fact alone */
static char *
dup_holder (const KaMapDay *self, const KaMapAreaState *state, KaLanguage language)
{
  const char *name;

  if (state->holder == NULL)
    return g_strdup (ka_caption_get (KA_CAPTION_CONTESTED, language));

  name = ka_item_get_title (KA_ITEM (state->holder), self->day, language);

  return is_held (state, KA_TENURE_DE_FACTO)
           ? ka_caption_format (KA_CAPTION_IN_FACT, language, name)
           : g_strdup (name);
}

char *
ka_map_day_describe_featured (const KaMapDay *self, const KaRegion *region, KaLanguage language)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const KaPolity *autonomy = NULL;

  g_ptr_array_add (words, NULL);
  for (gsize i = 0; i < region->areas.n_items; i++)
    {
      gssize number = ka_map_scene_number_of (self->scene, region->areas.items[i]);

      if (number < 0 || self->areas[number].tenure == NULL)
        continue;
      if (self->areas[number].autonomy != NULL)
        autonomy = self->areas[number].autonomy;
      append_once (words, dup_holder (self, &self->areas[number], language));
    }
  words->pdata[0] = g_strdup (ka_item_get_title (
    autonomy != NULL ? KA_ITEM (autonomy) : KA_ITEM (region), self->day, language));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

KaMapDay *
ka_map_day_new (KaMapScene *scene, KaDay day)
{
  KaMapDay *self = g_new0 (KaMapDay, 1);

  self->scene = scene;
  self->day = day;
  self->lands = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->featured = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->occupied = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->contested = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->claimed = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->frontiers = g_ptr_array_new ();

  read_areas (self);
  collect_lands (self);
  collect_held (self, self->held, KA_TENURE_DE_FACTO);
  collect_held (self, self->occupied, KA_TENURE_OCCUPIED);
  collect_contested (self);
  collect_featured (self);
  collect_claims (self);
  collect_frontiers (self);
  mark_in_force (self);
  collect_borders (self);

  return self;
}

void
ka_map_day_free (KaMapDay *self)
{
  g_ptr_array_unref (self->lands);
  g_ptr_array_unref (self->featured);
  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->occupied);
  g_ptr_array_unref (self->contested);
  g_ptr_array_unref (self->claimed);
  for (int border = 0; border < KA_N_MAP_BORDERS; border++)
    g_clear_pointer (&self->borders[border], g_ptr_array_unref);
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->frontiers);
  g_free (self->in_force);
  g_free (self->areas);
  g_free (self);
}
