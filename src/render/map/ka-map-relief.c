/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints soft hill shading from the heights of the atlas. The light comes from the north-west;
 * E. Imhof, *Cartographic Relief Presentation* (1982), chapter 9. The picture is made once for a
 * scene and scaled when it is painted.
 */

#include "config.h"

#include "ka-map-relief.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-projection.h"

/* The size of a pixel of the shading */
#define PIXEL_KM 4.0
/* The margin beyond the limits of the view, so that no edge is seen */
#define MARGIN_KM 24.0
/* The factor by which heights are exaggerated */
#define EXAGGERATION 11.0
#define MAX_DARK     0.30
#define MAX_LIGHT    0.34
#define SHADOW       0.15
/* The scales between which the shading fades out, in user units for a kilometre */
#define FADES_FROM 5.0
#define FADES_TO   14.0

static double
get_height_km (const KaRelief *relief, int column, int row)
{
  int number = CLAMP (row, 0, relief->n_rows - 1) * relief->n_columns +
               CLAMP (column, 0, relief->n_columns - 1);
  const char *digits = relief->heights + 2 * number;

  return (g_ascii_xdigit_value (digits[0]) * 16 + g_ascii_xdigit_value (digits[1])) *
         relief->metres / 1000.0;
}

/* The weights of the uniform cubic B-spline, which hides the steps of the grid */
static void
weigh (double along, double *weights)
{
  double t = along;

  weights[0] = (1 - t) * (1 - t) * (1 - t) / 6.0;
  weights[1] = (3 * t * t * t - 6 * t * t + 4) / 6.0;
  weights[2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6.0;
  weights[3] = t * t * t / 6.0;
}

static double
interpolate_height_km (const KaRelief *relief, KaPoint degrees)
{
  double x = (degrees.x - relief->west_deg) * relief->steps_per_deg;
  double y = (relief->north_deg - degrees.y) * relief->steps_per_deg;
  int    column = (int) floor (x);
  int    row = (int) floor (y);
  double across[4], down[4];
  double height = 0;

  if (x < 0 || y < 0 || x >= relief->n_columns || y >= relief->n_rows)
    return 0;

  weigh (x - column, across);
  weigh (y - row, down);
  for (int j = 0; j < 4; j++)
    for (int i = 0; i < 4; i++)
      height += across[i] * down[j] * get_height_km (relief, column + i - 1, row + j - 1);

  return height;
}

/* The light of a slope over that of level ground; @east and @north are its rises */
static double
light_slope (double east, double north)
{
  double x = -east * EXAGGERATION;
  double y = -north * EXAGGERATION;

  return (-0.5 * x + 0.5 * y + G_SQRT2 / 2) / sqrt (x * x + y * y + 1.0) - G_SQRT2 / 2;
}

/* Writes white light or grey shadow, which a page in black and white prints with its one ink */
static void
write_pixel (guchar *pixel, double light)
{
  double  alpha = light < 0 ? MIN (-light * 0.8, MAX_DARK) : MIN (light * 1.1, MAX_LIGHT);
  guint32 premultiplied = (guint32) (alpha * (light < 0 ? SHADOW : 1.0) * 255.0 + 0.5);

  *(guint32 *) (gpointer) pixel = (guint32) (alpha * 255.0 + 0.5) << 24 | premultiplied << 16 |
                                  premultiplied << 8 | premultiplied;
}

static cairo_surface_t *
shade (const KaRelief *relief, KaBox box)
{
  int                width = (int) ceil ((box.x1 - box.x0) / PIXEL_KM);
  int                height = (int) ceil ((box.y1 - box.y0) / PIXEL_KM);
  cairo_surface_t   *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar            *data = cairo_image_surface_get_data (surface);
  int                stride = cairo_image_surface_get_stride (surface);
  g_autofree double *heights = g_new (double, (width + 2) * (height + 2));

  for (int y = 0; y < height + 2; y++)
    for (int x = 0; x < width + 2; x++)
      heights[y * (width + 2) + x] = interpolate_height_km (
        relief, ka_projection_inverse (
                  (KaPoint){ box.x0 + (x - 0.5) * PIXEL_KM, box.y1 - (y - 0.5) * PIXEL_KM }));
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const double *here = &heights[(y + 1) * (width + 2) + x + 1];

        write_pixel (data + y * stride + 4 * x,
                     light_slope ((here[1] - here[-1]) / (2 * PIXEL_KM),
                                  (here[-(width + 2)] - here[width + 2]) / (2 * PIXEL_KM)));
      }
  cairo_surface_mark_dirty (surface);

  return surface;
}

void
ka_map_relief_prepare (KaMapScene *scene)
{
  const KaRelief *relief = ka_atlas_get_relief (scene->atlas);

  if (relief->heights != NULL && g_once_init_enter (&scene->shading))
    g_once_init_leave (&scene->shading,
                       (gsize) shade (relief, ka_box_grow (scene->limits, MARGIN_KM)));
}

/* A surface on the shared pixels of the shading: two threads must not draw from one Cairo surface
 * at once */
static cairo_surface_t *
dup_shading (KaMapScene *scene)
{
  cairo_surface_t *shared;

  ka_map_relief_prepare (scene);
  shared = (cairo_surface_t *) scene->shading;

  return cairo_image_surface_create_for_data (
    cairo_image_surface_get_data (shared), CAIRO_FORMAT_ARGB32,
    cairo_image_surface_get_width (shared), cairo_image_surface_get_height (shared),
    cairo_image_surface_get_stride (shared));
}

/* The alpha of the shading: weaker in print and high contrast, where it disturbs the rest */
static double
get_strength (const KaTheme *theme)
{
  if (theme == ka_theme_get (KA_THEME_PRINT))
    return 0.5;
  if (theme == ka_theme_get (KA_THEME_HIGH_CONTRAST) ||
      theme == ka_theme_get (KA_THEME_HIGH_CONTRAST_DARK))
    return 0.35;

  return theme->is_dark ? 0.8 : 1.0;
}

void
ka_map_fill_relief (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;
  double   scale = context->viewport->scale;
  double   alpha = CLAMP ((FADES_TO - scale) / (FADES_TO - FADES_FROM), 0.0, 1.0);
  KaBox    box = ka_box_grow (context->scene->limits, MARGIN_KM);
  KaPoint  corner = ka_viewport_to_user (context->viewport, (KaPoint){ box.x0, box.y1 });
  g_autofree gboolean *is_land = NULL;
  g_autoptr (GPtrArray) rings = NULL;
  g_autoptr (cairo_surface_t) shading = NULL;

  if (alpha <= 0 || ka_atlas_get_relief (context->scene->atlas)->heights == NULL)
    return;

  is_land = g_new (gboolean, context->scene->n_areas + 1);
  for (gsize area = 0; area < context->scene->n_areas; area++)
    is_land[area] = TRUE;
  rings = ka_map_scene_outline (context->scene, is_land);

  shading = dup_shading (context->scene);
  alpha *= get_strength (context->theme);
  cairo_save (cr);
  /* Coasts cover the edges */
  cairo_set_antialias (cr, ka_map_is_raster (cr) ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_FAST);
  ka_map_path_chains (context, rings, context->soft_level);
  /* Filling is faster than painting through a clip, but has no alpha */
  if (alpha < 1.0)
    cairo_clip (cr);
  cairo_translate (cr, corner.x, corner.y);
  cairo_scale (cr, scale * PIXEL_KM, scale * PIXEL_KM);
  cairo_set_source_surface (cr, shading, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  if (alpha < 1.0)
    cairo_paint_with_alpha (cr, alpha);
  else
    cairo_fill (cr);
  cairo_restore (cr);
}
