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
      state->holder = state->tenure->holder;
      state->autonomy = state->tenure->autonomy;
      if (state->tenure->kind == KA_TENURE_OCCUPIED && state->tenure->sovereign != NULL)
        state->owner = state->tenure->sovereign;
      else if (state->tenure->kind != KA_TENURE_CONTESTED)
        state->owner = state->tenure->holder;
    }
}

typedef const KaPolity *(*Chooser) (const KaMapAreaState *state);

static const KaPolity *
choose_owner (const KaMapAreaState *state)
{
  return state->owner;
}

static const KaPolity *
choose_occupier (const KaMapAreaState *state)
{
  return state->tenure != NULL && state->tenure->kind == KA_TENURE_OCCUPIED ? state->holder : NULL;
}

/* Adds a land for each polity that @choose returns for an area */
static void
collect_lands (KaMapDay *self, GPtrArray *lands, Chooser choose)
{
  gsize                n_areas = self->scene->n_areas;
  g_autofree gboolean *is_inside = g_new0 (gboolean, n_areas + 1);
  g_autofree gboolean *is_done = g_new0 (gboolean, n_areas + 1);

  for (gsize i = 0; i < n_areas; i++)
    {
      const KaPolity *polity = choose (&self->areas[i]);

      if (polity == NULL || is_done[i])
        continue;
      for (gsize j = 0; j < n_areas; j++)
        {
          is_inside[j] = choose (&self->areas[j]) == polity;
          is_done[j] = is_done[j] || is_inside[j];
        }
      add_land (self->scene, lands, polity, polity->tint, is_inside);
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

KaMapBorder
ka_map_day_classify (const KaMapDay *self, const KaArc *arc)
{
  const KaMapAreaState *left = arc->left >= 0 ? &self->areas[arc->left] : NULL;
  const KaMapAreaState *right = arc->right >= 0 ? &self->areas[arc->right] : NULL;

  if (arc->kind == KA_ARC_COAST)
    return KA_MAP_BORDER_COAST;
  if (arc->kind != KA_ARC_INNER)
    return KA_MAP_BORDER_NONE;
  if (left == NULL || right == NULL)
    return left == right ? KA_MAP_BORDER_NONE : KA_MAP_BORDER_STATE;

  if (left->owner == NULL || right->owner == NULL)
    return left->owner == right->owner ? KA_MAP_BORDER_NONE : KA_MAP_BORDER_UNCERTAIN;
  if (left->owner != right->owner)
    {
      const KaPolity *left_whole = ka_query_whole_of (left->owner, self->day);
      const KaPolity *right_whole = ka_query_whole_of (right->owner, self->day);

      if (left_whole != NULL && left_whole == right_whole)
        return KA_MAP_BORDER_REPUBLIC;
      if (arc->by_hand && arc->accuracy_km > KA_MAP_CERTAIN_WITHIN_KM)
        return KA_MAP_BORDER_UNCERTAIN;
      return KA_MAP_BORDER_STATE;
    }
  if (left->holder != right->holder)
    return KA_MAP_BORDER_OCCUPATION;

  return left->autonomy != right->autonomy ? KA_MAP_BORDER_AUTONOMY : KA_MAP_BORDER_NONE;
}

static void
collect_borders (KaMapDay *self)
{
  GArray *arcs[KA_N_MAP_BORDERS];

  for (int border = 0; border < KA_N_MAP_BORDERS; border++)
    arcs[border] = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = 0; i < (int) self->scene->n_arcs; i++)
    g_array_append_val (arcs[ka_map_day_classify (self, self->scene->arcs[i].source)], i);

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

static gboolean
is_treaty_line (const KaFrontier *frontier)
{
  return frontier->kind == KA_FRONTIER_TREATY && frontier->in_force;
}

static int
weigh_frontier (const KaFrontier *frontier)
{
  if (frontier->kind == KA_FRONTIER_TREATY)
    return is_treaty_line (frontier) ? 4 : 3;

  return frontier->kind == KA_FRONTIER_DISTRICT ? 0 : 2;
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
    if (ka_map_day_has_frontier (frontiers->items[i], self->day))
      g_ptr_array_add (self->frontiers, frontiers->items[i]);
  g_ptr_array_sort (self->frontiers, compare_frontiers);

  for (guint i = 0; i < self->frontiers->len; i++)
    {
      const KaFrontier *frontier = self->frontiers->pdata[i];

      if (is_treaty_line (frontier) &&
          (self->principal == NULL ||
           frontier->regions.n_items >= self->principal->regions.n_items))
        self->principal = frontier;
    }
  if (self->principal != NULL)
    {
      g_ptr_array_remove (self->frontiers, (gpointer) (gsize) self->principal);
      g_ptr_array_add (self->frontiers, (gpointer) (gsize) self->principal);
    }
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b) == 0;
}

static void
append_once (GPtrArray *words, const char *word)
{
  if (!g_ptr_array_find_with_equal_func (words, word, is_same, NULL))
    g_ptr_array_add (words, (gpointer) (gsize) word);
}

char *
ka_map_day_describe_featured (const KaMapDay *self, const KaRegion *region, KaLanguage language)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const KaPolity *autonomy = NULL;

  g_ptr_array_add (words, NULL);
  for (gsize i = 0; i < region->areas.n_items; i++)
    {
      gssize number = ka_map_scene_number_of (self->scene, region->areas.items[i]);

      if (number < 0 || self->areas[number].tenure == NULL)
        continue;
      if (self->areas[number].autonomy != NULL)
        autonomy = self->areas[number].autonomy;
      if (self->areas[number].holder != NULL)
        append_once (words,
                     ka_item_get_title (KA_ITEM (self->areas[number].holder), self->day, language));
      else
        append_once (words, ka_caption_get (KA_CAPTION_CONTESTED, language));
    }
  words->pdata[0] = (gpointer) (gsize) ka_item_get_title (
    autonomy != NULL ? KA_ITEM (autonomy) : KA_ITEM (region), self->day, language);
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
  self->occupied = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->contested = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->claimed = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_land_free);
  self->frontiers = g_ptr_array_new ();

  read_areas (self);
  collect_lands (self, self->lands, choose_owner);
  collect_lands (self, self->occupied, choose_occupier);
  collect_contested (self);
  collect_featured (self);
  collect_claims (self);
  collect_borders (self);
  collect_frontiers (self);

  return self;
}

void
ka_map_day_free (KaMapDay *self)
{
  g_ptr_array_unref (self->lands);
  g_ptr_array_unref (self->featured);
  g_ptr_array_unref (self->occupied);
  g_ptr_array_unref (self->contested);
  g_ptr_array_unref (self->claimed);
  for (int border = 0; border < KA_N_MAP_BORDERS; border++)
    g_clear_pointer (&self->borders[border], g_ptr_array_unref);
  g_ptr_array_unref (self->frontiers);
  g_free (self->areas);
  g_free (self);
}
