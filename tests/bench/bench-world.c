/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a map of very many points costs: to prepare it, and to paint all of it and a small part.
 * With a second argument it only writes the same polygons, as they are projected, to that file, and
 * prints the two boxes, for tests/bench/map-by-mapnik.
 *
 * bench-world ATLAS [GEOJSON]
 */

#include "config.h"

#include "ka-atlas-load.h"
#include "ka-bench.h"
#include "ka-cairo-auto.h"
#include "ka-map-painter.h"
#include "ka-memory.h"

#define WIDTH   1920
#define HEIGHT  1080
#define N_RUNS  15
#define N_TINTS 7

typedef struct
{
  KaAtlas         *atlas;
  KaMapScene      *scene;
  KaViewState      state;
  KaViewport       viewport;
  KaMapPass        passes;
  cairo_surface_t *surface;
  cairo_surface_t *source;
} World;

static void
paint_floor (guint run, gpointer data)
{
  World *self = data;
  g_autoptr (cairo_t) cr = cairo_create (self->surface);

  cairo_set_source_surface (cr, self->source, 0, 0);
  cairo_paint (cr);
}

static void
make_scene (guint run, gpointer data)
{
  World *self = data;

  ka_map_scene_unref (self->scene);
  self->scene = ka_map_scene_new (self->atlas);
}

static void
paint (guint run, gpointer data)
{
  World         *self = data;
  const KaTheme *theme = ka_theme_get (KA_THEME_LIGHT);
  g_autoptr (cairo_t) cr = cairo_create (self->surface);
  g_auto (KaPaintContext)
    context = ka_paint_context (cr, self->scene, &self->state, theme, &self->viewport);

  ka_map_paint (&context, self->passes);
}

/* The boxes that are painted, in kilometres. */
static void
measure_boxes (World *self, KaBox boxes[2])
{
  const KaPoint south_west = { 38, 38 }, north_east = { 50, 44 };

  boxes[0] = ka_map_scene_get_extent (self->scene);
  boxes[1] = ka_projection_project_box (ka_map_scene_get_projection (self->scene), south_west,
                                        north_east);
}

/* The processor time of all threads, and the time on the wall. */
static void
bench_map (World *self, const char *name, KaMapPass passes, const KaBenchTimes *floor)
{
  g_autofree char *wall = g_strconcat (name, ", wall", NULL);
  KaBenchTimes     times;

  self->passes = passes;
  times = ka_bench_measure_by (ka_bench_get_process_ms, N_RUNS, paint, self);
  ka_bench_print (name, &times, "paint of a surface", floor);
  times = ka_bench_measure_by (ka_bench_get_wall_ms, N_RUNS, paint, self);
  ka_bench_print (wall, &times, "paint of a surface", floor);
}

static void
bench_world (World *self)
{
  KaBenchTimes floor, times;
  KaBox        boxes[2];

  floor = ka_bench_measure (5 * N_RUNS, paint_floor, self);
  times = ka_bench_measure (5, make_scene, self);
  ka_bench_print ("world, scene", &times, "paint of a surface", &floor);
  measure_boxes (self, boxes);
  self->viewport = ka_viewport_fit (boxes[0], WIDTH, HEIGHT, 0);
  bench_map (self, "world, world box, land", KA_MAP_BASE, &floor);
  bench_map (self, "world, world box, all layers", KA_MAP_ALL, &floor);
  self->viewport = ka_viewport_fit (boxes[1], WIDTH, HEIGHT, 0);
  bench_map (self, "world, Caucasus box, land", KA_MAP_BASE, &floor);
  bench_map (self, "world, Caucasus box, all layers", KA_MAP_ALL, &floor);
}

static void
write_ring (const World *self, GString *text, const KaPath *ring)
{
  const KaTopology   *topology = ka_atlas_get_topology (self->atlas);
  gsize               n_points = ka_topology_count_points (topology, ring), n_traced;
  g_autofree KaPoint *degrees = g_new (KaPoint, n_points);
  g_autofree KaPoint *km = NULL;

  ka_topology_get_points (topology, ring, degrees);
  km = ka_projection_trace (ka_map_scene_get_projection (self->scene), degrees, n_points,
                            &n_traced);
  for (gsize i = 0; i < n_traced; i++)
    g_string_append_printf (text, "%s[%.3f,%.3f]", i > 0 ? "," : "[", km[i].x, km[i].y);
  g_string_append_c (text, ']');
}

/* Each ring is a polygon: no hole is left open in the land around it. */
static void
write_area (const World *self, GString *text, gsize i)
{
  const KaTopology *topology = ka_atlas_get_topology (self->atlas);
  const KaGeometry *area = &topology->layers[KA_LAYER_AREAS][i];

  g_string_append_printf (text,
                          "%s{\"type\":\"Feature\",\"properties\":{\"tint\":%zu},"
                          "\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":",
                          i > 0 ? ",\n" : "", i % N_TINTS);
  for (gsize path = 0; path < area->n_paths; path++)
    {
      g_string_append (text, path > 0 ? ",[" : "[[");
      write_ring (self, text, &area->paths[path]);
      g_string_append_c (text, ']');
    }
  g_string_append (text, "]}}");
}

static gboolean
write_polygons (const World *self, const char *path, GError **error)
{
  const gsize n_areas = ka_atlas_get_topology (self->atlas)->n_in_layer[KA_LAYER_AREAS];
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[\n");

  for (gsize i = 0; i < n_areas; i++)
    write_area (self, text, i);
  g_string_append (text, "]}\n");

  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = argc > 1 ? g_file_new_for_path (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = file != NULL ? ka_atlas_load (file, NULL, &error) : NULL;
  World self = { .atlas = atlas, .state.filter.categories = KA_CATEGORY_ALL };
  KaBox boxes[2];

  if (atlas == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-world ATLAS [GEOJSON]");
      return 1;
    }
  ka_memory_set_up ();
  self.state.day = ka_atlas_get_head (atlas)->default_day;
  self.scene = ka_map_scene_new (atlas);
  if (argc > 2)
    {
      if (!write_polygons (&self, argv[2], &error))
        g_error ("%s", error->message);
      measure_boxes (&self, boxes);
      for (int i = 0; i < 2; i++)
        g_print ("%.3f %.3f %.3f %.3f\n", boxes[i].x0, boxes[i].y0, boxes[i].x1, boxes[i].y1);
    }
  else
    {
      self.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      self.source = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      ka_bench_fill_with_noise (self.source);
      bench_world (&self);
      cairo_surface_destroy (self.surface);
      cairo_surface_destroy (self.source);
    }
  ka_map_scene_unref (self.scene);

  return 0;
}
