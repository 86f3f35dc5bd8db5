/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a frame of the timeline costs with many events, made up by a fixed rule: panned with some
 * forty in view, and zoomed out to all of them, together and in groups, and the first one at a new
 * zoom and at a new height, beside one paint of the whole surface. Where there are many, that frame
 * has the lanes of the frame before, and another thread makes the new ones; so there are rows of
 * frames that wait, too.
 */

#include "config.h"

#include "ka-bench-atlas.h"
#include "ka-bench.h"
#include "ka-cairo-auto.h"
#include "ka-memory.h"
#include "ka-timeline-painter.h"

#define WIDTH  1920
#define HEIGHT 240
/* It has room for two lanes less. */
#define LESS_HEIGHT 205
#define N_IN_VIEW   40
#define N_RUNS      60
/* A zoom step across a quarter octave has lanes of its own. */
#define N_ZOOMS   9
#define ZOOM_STEP 1.2

typedef struct
{
  KaTimelineSpec    spec;
  KaViewState       state;
  const KaTheme    *theme;
  KaTimelineLayout *layout; /* Owned */
  cairo_surface_t  *surface;
  cairo_surface_t  *source;
} Frames;

static void
paint_floor (guint run, gpointer data)
{
  Frames *self = data;
  g_autoptr (cairo_t) cr = cairo_create (self->surface);

  cairo_set_source_surface (cr, self->source, 0, 0);
  cairo_paint (cr);
}

static void
pan (guint run, gpointer data)
{
  Frames *self = data;
  g_autoptr (cairo_t) cr = cairo_create (self->surface);
  g_autoptr (KaTimelineLayout) previous = self->layout;

  self->spec.axis = ka_time_axis_pan (&self->spec.axis, run % 2 == 0 ? 7 : -7);
  self->layout = ka_timeline_layout_new (&self->spec, &self->state, self->theme, cr, previous);
  ka_timeline_paint (cr, self->layout, &self->state, self->theme, KA_TIMELINE_ALL);
}

/* The first frame at a zoom. */
static void
zoom (guint run, gpointer data)
{
  Frames *self = data;

  self->spec.axis = ka_time_axis_zoom_at (&self->spec.axis, WIDTH / 2.0,
                                          run % 2 == 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  pan (run, data);
}

/* The first frame at a height. */
static void
resize (guint run, gpointer data)
{
  Frames *self = data;

  self->spec.height = run % 2 == 0 ? LESS_HEIGHT : HEIGHT;
  pan (run, data);
}

/* The first frame that has the lanes of its zoom. */
static void
pack (guint run, gpointer data)
{
  Frames *self = data;

  self->spec.is_hasty = FALSE;
  zoom (run, data);
  self->spec.is_hasty = TRUE;
}

static const struct
{
  const char *name;
  KaBenchWork work;
  guint       n_runs;
} works[] = {
  { "panned", pan, N_RUNS },
  { "new zoom", zoom, N_ZOOMS },
  { "resized", resize, N_ZOOMS },
  { "new lanes", pack, N_ZOOMS },
};

static void
bench_row (Frames *self, const char *name, guint n_events, guint i, const KaBenchTimes *floor)
{
  g_autofree char *row = g_strdup_printf ("timeline of %u, %s, %s", n_events, name, works[i].name);
  KaBenchTimes     times;

  self->spec.height = HEIGHT;
  self->spec.is_hasty = FALSE;
  pan (0, self); /* lanes of this zoom, which later frames share */
  self->spec.is_hasty = TRUE;
  times = ka_bench_measure (works[i].n_runs, works[i].work, self);
  ka_bench_print (row, &times, "paint of the surface", floor);
}

static void
bench_events (Frames *self, guint n_events, const KaBenchTimes *floor)
{
  const KaDay from = ka_day_from_ymd (1000, 1, 1);
  const KaDay days = MAX (1, (KaDay) KA_BENCH_ATLAS_DAYS * N_IN_VIEW / n_events);
  KaTimeAxis  all = ka_time_axis_fit (from, from + KA_BENCH_ATLAS_DAYS, WIDTH);
  KaTimeAxis  some = ka_time_axis_fit (from + KA_BENCH_ATLAS_DAYS / 2,
                                       from + KA_BENCH_ATLAS_DAYS / 2 + days, WIDTH);
  g_autoptr (KaAtlas) atlas = ka_bench_atlas_new (n_events);
  const struct
  {
    const char *name;
    KaTimeAxis  axis;
    KaGrouping  grouping;
  } rows[] = { { "40 in view", some, KA_GROUPING_NONE },
               { "all in view", all, KA_GROUPING_NONE },
               { "40 in groups", some, KA_GROUPING_CATEGORY },
               { "all in groups", all, KA_GROUPING_CATEGORY } };

  self->spec.atlas = atlas;
  self->state.day = from + KA_BENCH_ATLAS_DAYS / 2;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      self->spec.scrolls = rows[i].grouping != KA_GROUPING_NONE;
      self->state.grouping = rows[i].grouping;
      for (guint j = 0; j < G_N_ELEMENTS (works); j++)
        {
          self->spec.axis = rows[i].axis;
          bench_row (self, rows[i].name, n_events, j, floor);
        }
    }
  g_clear_pointer (&self->layout, ka_timeline_layout_free);
}

/* Cairo would leave out the paint of a surface on which nothing was drawn. */
static cairo_surface_t *
create_noise (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  gsize            size = (gsize) cairo_image_surface_get_stride (surface) * HEIGHT;
  guchar          *data = cairo_image_surface_get_data (surface);

  for (gsize i = 0; i < size; i++)
    data[i] = (guchar) (i * 2654435761u >> 16);
  cairo_surface_mark_dirty (surface);

  return surface;
}

int
main (void)
{
  Frames self = {
    .state.filter.categories = KA_CATEGORY_ALL,
    .theme = ka_theme_get (KA_THEME_LIGHT),
    .surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT),
    .source = create_noise (),
  };
  KaBenchTimes floor;

  ka_memory_set_up ();
  floor = ka_bench_measure (5 * N_RUNS, paint_floor, &self);
  bench_events (&self, 10000, &floor);
  bench_events (&self, 100000, &floor);
  bench_events (&self, 1000000, &floor);
  cairo_surface_destroy (self.surface);
  cairo_surface_destroy (self.source);

  return 0;
}
