/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prepares the geography of an atlas for painting: projects it, simplifies it for each level,
 * measures its boxes. The scene knows neither date nor colours.
 */

#include "config.h"

#include "ka-map-geometry.h"

#include "ka-hash.h"
#include "ka-query.h"

static void
prepare_arc (KaMapArc *self, const KaProjection *projection, const KaArc *arc)
{
  KaMapLine *line = &self->levels[0];

  self->source = arc;
  line->points = ka_projection_trace (projection, arc->points, arc->n_points, &line->n_points);
  self->box = ka_box_around (line->points, line->n_points);

  ka_map_simplify (self->levels);
}

/* Arcs that meet share end points to the bit, because they come from the same integers */
static gboolean
equal_points (gconstpointer a, gconstpointer b)
{
  const KaPoint *first = a;
  const KaPoint *second = b;

  return first->x == second->x && first->y == second->y;
}

static int
number_node (GHashTable *nodes, const KaPoint *point)
{
  gpointer number = g_hash_table_lookup (nodes, point);

  if (number == NULL)
    {
      number = GINT_TO_POINTER ((int) g_hash_table_size (nodes) + 1);
      g_hash_table_insert (nodes, (gpointer) (gsize) point, number);
    }

  return GPOINTER_TO_INT (number) - 1;
}

static void
prepare_arcs (KaMapScene *self)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (ka_hash_point, equal_points);

  self->n_arcs = self->topology->n_arcs;
  self->arcs = g_new0 (KaMapArc, self->n_arcs);
  for (gsize i = 0; i < self->n_arcs; i++)
    {
      const KaArc *arc = &self->topology->arcs[i];

      prepare_arc (&self->arcs[i], &self->projection, arc);
      self->arcs[i].start = number_node (nodes, &arc->points[0]);
      self->arcs[i].end = number_node (nodes, &arc->points[arc->n_points - 1]);
    }
  self->n_nodes = g_hash_table_size (nodes);
}

static KaBox
measure_geometry (const KaMapScene *self, const KaGeometry *geometry)
{
  KaBox box = KA_BOX_NOTHING;

  for (gsize i = 0; i < geometry->n_paths; i++)
    for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
      box = ka_box_unite (box, self->arcs[ka_map_arc_number (geometry->paths[i].arcs[j])].box);

  return box;
}

static void
prepare_shapes (KaMapScene *self)
{
  const KaList *areas = ka_atlas_get_items (self->atlas, KA_ITEM_AREA);

  for (int layer = 0; layer < KA_N_LAYERS; layer++)
    {
      gsize n_shapes = self->topology->n_in_layer[layer];

      self->shapes[layer] = g_new0 (KaMapShape, n_shapes + 1);
      for (gsize i = 0; i < n_shapes; i++)
        {
          self->shapes[layer][i].geometry = &self->topology->layers[layer][i];
          self->shapes[layer][i].box = measure_geometry (self, &self->topology->layers[layer][i]);
        }
    }

  self->n_areas = self->topology->n_in_layer[KA_LAYER_AREAS];
  self->areas = g_new0 (const KaArea *, self->n_areas + 1);
  for (gsize i = 0; i < areas->n_items; i++)
    {
      const KaArea *area = areas->items[i];

      if (area->geometry != NULL)
        self->areas[area->geometry - self->topology->layers[KA_LAYER_AREAS]] = area;
    }
}

static void
prepare_places (KaMapScene *self)
{
  const KaList *places = ka_atlas_get_items (self->atlas, KA_ITEM_PLACE);

  self->places_km = g_new0 (KaPoint, places->n_items + 1);
  self->waters = g_hash_table_new (NULL, NULL);
  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];

      self->places_km[i] = ka_projection_forward (&self->projection, place->at);
      if (place->geometry != NULL)
        g_hash_table_insert (self->waters, (gpointer) (gsize) place->geometry,
                             (gpointer) (gsize) place);
    }
  self->rooms_km = ka_map_measure_rooms (places, self->places_km);
}

gboolean
ka_map_scene_has_water (const KaMapScene *self, const KaGeometry *geometry, KaDay day)
{
  const KaPlace *place = g_hash_table_lookup (self->waters, geometry);

  return place == NULL || ka_span_has (place->span, day);
}

static void
prepare_rivers (KaMapScene *self)
{
  gsize n_rivers = self->topology->n_in_layer[KA_LAYER_RIVERS];

  self->flows = g_new0 (gint8 *, n_rivers + 1);
  for (gsize i = 0; i < n_rivers; i++)
    {
      const KaGeometry *river = &self->topology->layers[KA_LAYER_RIVERS][i];

      self->flows[i] = g_new0 (gint8, river->n_paths + 1);
      for (gsize j = 0; j < river->n_paths; j++)
        self->flows[i][j] = (gint8) ka_map_scene_find_flow (self, i, &river->paths[j]);
    }
}

static KaProjection
choose_projection (const KaAtlasHead *head)
{
  if (head->has_cone)
    return ka_projection_conic (head->cone.south_deg, head->cone.north_deg,
                                head->cone.meridian_deg);

  return ka_projection_choose (head->south_west_deg, head->north_east_deg);
}

KaMapScene *
ka_map_scene_new (KaAtlas *atlas)
{
  KaMapScene        *self = g_new0 (KaMapScene, 1);
  const KaAtlasHead *head = ka_atlas_get_head (atlas);

  g_atomic_ref_count_init (&self->ref_count);
  self->atlas = ka_atlas_ref (atlas);
  self->topology = ka_atlas_get_topology (atlas);
  self->projection = choose_projection (head);
  prepare_arcs (self);
  prepare_shapes (self);
  prepare_places (self);
  prepare_rivers (self);
  self->extent = ka_map_measure_extent (&self->projection, head);
  self->limits = ka_map_measure_limits (&self->projection, head, self->topology);

  return self;
}

KaMapScene *
ka_map_scene_ref (KaMapScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ka_map_scene_unref (KaMapScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (gsize i = 0; i < self->n_arcs; i++)
    for (guint level = 0; level < KA_MAP_N_LEVELS; level++)
      g_free (self->arcs[i].levels[level].points);
  for (int layer = 0; layer < KA_N_LAYERS; layer++)
    g_free (self->shapes[layer]);
  for (gsize i = 0; i < self->topology->n_in_layer[KA_LAYER_RIVERS]; i++)
    g_free (self->flows[i]);
  g_free (self->flows);
  if (self->shading != 0)
    self->free_shading ((gpointer) self->shading);
  g_free (self->arcs);
  g_free (self->areas);
  g_free (self->places_km);
  g_free (self->rooms_km);
  g_hash_table_unref (self->waters);
  ka_atlas_unref (self->atlas);
  g_free (self);
}

KaAtlas *
ka_map_scene_get_atlas (KaMapScene *self)
{
  return self->atlas;
}

const KaProjection *
ka_map_scene_get_projection (KaMapScene *self)
{
  return &self->projection;
}

KaBox
ka_map_scene_get_extent (KaMapScene *self)
{
  return self->extent;
}

KaBox
ka_map_scene_get_limits (KaMapScene *self)
{
  return self->limits;
}

static void
unite_geometry (KaMapScene *self, const KaGeometry *geometry, KaBox *box)
{
  if (geometry != NULL)
    *box = ka_box_unite (*box, measure_geometry (self, geometry));
}

static gboolean
has_own_lines (const KaItem *item)
{
  return item->kind != KA_ITEM_REGION && item->kind != KA_ITEM_AREA &&
         item->kind != KA_ITEM_POLITY && item->kind != KA_ITEM_TENURE;
}

gboolean
ka_map_scene_get_bounds_of (KaMapScene *self, const KaItem *item, KaDay day, KaBox *km)
{
  KaBox         box = KA_BOX_NOTHING;
  const KaList *places;

  g_return_val_if_fail (item != NULL, FALSE);

  if (item->kind == KA_ITEM_PLACE)
    {
      box = ka_box_add (box, self->places_km[item->index]);
      unite_geometry (self, ((const KaPlace *) item)->geometry, &box);
    }
  else
    {
      g_autoptr (GPtrArray) areas = ka_query_areas_about (self->atlas, item, day);
      g_autoptr (GPtrArray) frontiers = ka_query_frontiers_about (self->atlas, item, day);

      for (guint i = 0; i < areas->len; i++)
        unite_geometry (self, ((const KaArea *) areas->pdata[i])->geometry, &box);
      /* A frontier can reach far beyond the land that it bounds */
      for (guint i = 0; i < frontiers->len && (areas->len == 0 || has_own_lines (item)); i++)
        unite_geometry (self, ((const KaFrontier *) frontiers->pdata[i])->geometry, &box);
    }

  places = ka_query_places_of (item);
  for (gsize i = 0; places != NULL && i < places->n_items; i++)
    box = ka_box_add (box, self->places_km[((const KaItem *) places->items[i])->index]);

  if (ka_box_is_empty (box))
    return FALSE;

  *km = box;

  return TRUE;
}
