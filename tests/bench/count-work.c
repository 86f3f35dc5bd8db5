/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Does once each work whose instructions check-counts.py counts: it loads the built-in atlas and
 * draws it. Work has a function of its own, counted_NAME(), by whose name a profiler finds it. What
 * it draws was drawn once before, so that no font is loaded in it.
 */

#include "config.h"

#include "ka-atlas-load.h"
#include "ka-cairo-auto.h"
#include "ka-export.h"
#include "ka-map-painter.h"
#include "ka-page.h"
#include "ka-timeline-painter.h"

#define WIDTH           1920
#define HEIGHT          1080
#define TIMELINE_HEIGHT 240

/* Instead of that of GLib: on one core, all of a map is painted on the thread that is counted. */
guint
g_get_num_processors (void)
{
  return 1;
}

typedef struct
{
  KaAtlas          *atlas;  /* Owned */
  KaMapScene       *scene;  /* Owned */
  KaTimelineLayout *layout; /* Owned */
  cairo_t          *cr;     /* Owned */
  KaViewState       state;
  const KaTheme    *theme;
} Work;

static void
lay_out_timeline (Work *self)
{
  const KaDate        *range = &ka_atlas_get_head (self->atlas)->range;
  const KaTimelineSpec spec = {
    .atlas = self->atlas,
    .axis = ka_time_axis_fit (range->earliest, range->end_latest, WIDTH),
    .height = TIMELINE_HEIGHT,
  };

  g_clear_pointer (&self->layout, ka_timeline_layout_free);
  self->layout = ka_timeline_layout_new (&spec, &self->state, self->theme, self->cr, NULL);
}

static void
paint_timeline (Work *self)
{
  ka_timeline_paint (self->cr, self->layout, &self->state, self->theme, KA_TIMELINE_ALL);
}

static void
paint_map (Work *self)
{
  const KaViewport viewport = ka_viewport_fit (ka_map_scene_get_extent (self->scene), WIDTH, HEIGHT,
                                               0);
  g_auto (KaPaintContext)
    context = ka_paint_context (self->cr, self->scene, &self->state, self->theme, &viewport);

  ka_map_paint (&context, KA_MAP_ALL);
}

static void
export_page (Work *self)
{
  KaPage page = KA_PAGE_INIT (KA_PAGE_BOTH, WIDTH, HEIGHT);
  KaExport export = { self->scene, &self->state, self->theme, &page, 1 };
  g_autoptr (GBytes) png = ka_export_render (&export, KA_EXPORT_PNG, NULL);

  g_assert_nonnull (png);
}

G_NO_INLINE static void
counted_load (Work *self)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" KA_RESOURCE_PATH "/atlas");
  g_autoptr (GError) error = NULL;

  self->atlas = ka_atlas_load (file, NULL, &error);
  g_assert_no_error (error);
}

G_NO_INLINE static void
counted_scene (Work *self)
{
  self->scene = ka_map_scene_new (self->atlas);
}

G_NO_INLINE static void
counted_timeline_layout (Work *self)
{
  lay_out_timeline (self);
}

G_NO_INLINE static void
counted_timeline_paint (Work *self)
{
  paint_timeline (self);
}

G_NO_INLINE static void
counted_map_paint (Work *self)
{
  paint_map (self);
}

G_NO_INLINE static void
counted_png_export (Work *self)
{
  export_page (self);
}

int
main (void)
{
  static void (*const works[]) (Work * self) = {
    counted_load,
    counted_scene,
    /* Once before counting */
    lay_out_timeline,
    paint_timeline,
    paint_map,
    export_page,
    counted_timeline_layout,
    counted_timeline_paint,
    counted_map_paint,
    counted_png_export,
  };
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  Work self = {
    .cr = cairo_create (surface),
    .state = { .day = ka_day_from_ymd (1921, 10, 13), .filter.categories = KA_CATEGORY_ALL },
    .theme = ka_theme_get (KA_THEME_LIGHT),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    works[i](&self);

  ka_timeline_layout_free (self.layout);
  ka_map_scene_unref (self.scene);
  ka_atlas_unref (self.atlas);
  cairo_destroy (self.cr);

  return 0;
}
