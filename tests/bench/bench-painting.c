/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a repaint of the map costs while the program goes on: how long until the picture is there,
 * what all threads together work for it, and what the main thread has to do with it. Beside the
 * least that one can cost: one paint of the whole surface.
 */

#include "config.h"

#include <gtk/gtk.h>

#include "ka-atlas-load.h"
#include "ka-bench.h"
#include "ka-cairo-auto.h"
#include "ka-map-sheet.h"
#include "ka-memory.h"

#define WIDTH  1920
#define HEIGHT 1080
#define N_RUNS 15
#define BEYOND 256.0 /* what the window has painted beyond each edge */

typedef struct
{
  KaMapScene *scene;
  KaViewState state;
  GObject    *source;
  GMainLoop  *loop;
  double      beyond;
  GArray     *wall;
  GArray     *all;
  GArray     *main;
} Repaint;

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ka_map_job_paint (data);
  g_task_return_boolean (task, TRUE);
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_main_loop_quit (((Repaint *) data)->loop);
}

static KaMapKey
create_key (const Repaint *self, KaMapPass passes, double beyond)
{
  KaMapKey key = {
    .passes = passes,
    .state = self->state,
    .theme = ka_theme_get (KA_THEME_LIGHT),
    .scale = 1.0,
    .viewport = ka_viewport_fit (ka_map_scene_get_extent (self->scene), WIDTH, HEIGHT, 0),
  };

  key.viewport.width += 2 * beyond;
  key.viewport.height += 2 * beyond;

  return key;
}

static void
repaint (Repaint *self)
{
  KaMapKey land = create_key (self, KA_MAP_BASE, self->beyond);
  KaMapKey names = create_key (self, KA_MAP_HIGHLIGHT | KA_MAP_LABELS, 0);
  KaMapJob job = { .scene = self->scene, .n_sheets = 2 };
  double   wall = ka_bench_get_wall_ms ();
  double   all = ka_bench_get_process_ms ();
  double   main_thread = ka_bench_get_ms ();
  GTask   *task = g_task_new (self->source, NULL, painted_cb, self);

  job.sheets[0] = ka_map_sheet_new (&land);
  job.sheets[1] = ka_map_sheet_new (&names);
  g_task_set_task_data (task, &job, NULL);
  g_task_run_in_thread (task, run_in_thread);
  g_main_loop_run (self->loop);
  g_object_unref (task);
  for (gsize i = 0; i < job.n_sheets; i++)
    ka_map_sheet_unref (job.sheets[i]);
  wall = ka_bench_get_wall_ms () - wall;
  all = ka_bench_get_process_ms () - all;
  main_thread = ka_bench_get_ms () - main_thread;
  g_array_append_val (self->wall, wall);
  g_array_append_val (self->all, all);
  g_array_append_val (self->main, main_thread);
}

static void
paint_floor (guint run, gpointer data)
{
  cairo_surface_t **surfaces = data;
  g_autoptr (cairo_t) cr = cairo_create (surfaces[0]);

  cairo_set_source_surface (cr, surfaces[1], 0, 0);
  cairo_paint (cr);
}

static KaBenchTimes
measure_floor (void)
{
  cairo_surface_t *surfaces[2];
  KaBenchTimes     floor;

  for (int i = 0; i < 2; i++)
    surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  ka_bench_fill_with_noise (surfaces[1]);
  floor = ka_bench_measure (5 * N_RUNS, paint_floor, surfaces);
  for (int i = 0; i < 2; i++)
    cairo_surface_destroy (surfaces[i]);

  return floor;
}

static void
print (const char *name, const char *what, GArray *times, const KaBenchTimes *floor)
{
  g_autofree char *row = g_strdup_printf ("%s, %s", name, what);
  KaBenchTimes     sum = ka_bench_sum_up (times);

  ka_bench_print (row, &sum, "paint of a surface", floor);
}

static void
bench_repaint (KaAtlas *atlas, const char *name, double beyond, const KaBenchTimes *floor)
{
  Repaint self = {
    .scene = ka_map_scene_new (atlas),
    .state = { .day = ka_day_from_ymd (1921, 10, 13), .filter.categories = KA_CATEGORY_ALL },
    .source = g_object_new (G_TYPE_OBJECT, NULL),
    .loop = g_main_loop_new (NULL, FALSE),
    .beyond = beyond,
    .wall = g_array_new (FALSE, FALSE, sizeof (double)),
    .all = g_array_new (FALSE, FALSE, sizeof (double)),
    .main = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  self.state.selection = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  repaint (&self); /* loads fonts, shades the relief */
  g_array_set_size (self.wall, 0);
  g_array_set_size (self.all, 0);
  g_array_set_size (self.main, 0);
  for (int i = 0; i < N_RUNS; i++)
    repaint (&self);
  print (name, "wall", self.wall, floor);
  print (name, "all threads", self.all, floor);
  print (name, "main thread", self.main, floor);
  g_array_unref (self.wall);
  g_array_unref (self.all);
  g_array_unref (self.main);
  g_main_loop_unref (self.loop);
  g_object_unref (self.source);
  ka_map_scene_unref (self.scene);
}

int
main (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" KA_RESOURCE_PATH "/atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, &error);
  KaBenchTimes floor;

  if (atlas == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  ka_memory_set_up ();
  floor = measure_floor ();
  bench_repaint (atlas, "map repainted", 0, &floor);
  bench_repaint (atlas, "map and 256 beyond", BEYOND, &floor);

  return 0;
}
