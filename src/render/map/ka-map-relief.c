/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints soft hill shading from the heights of the atlas. The light comes from four sides; each
 * counts where it grazes the slope: R. K. Mark, *A Multidirectional, Oblique-Weighted,
 * Shaded-Relief Image of the Island of Hawaii*, USGS Open-File Report 92-422 (1992). The picture is
 * made once for a scene and scaled when it is painted.
 */

#include "config.h"

#include "ka-map-relief.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-projection.h"

/* How often heights are averaged: at the equator, rounded down, and at most */
#define PASSES     0.85
#define MAX_PASSES 32
/* The least size of a pixel of the shading */
#define PIXEL_KM 4.0
/* The most pixels on a side of the shading */
#define MAX_PIXELS 1024
/* The heights end within a wide picture; towards their end the shading fades over so much */
#define EDGE_DEG 1.5
/* The factor by which heights are exaggerated */
#define EXAGGERATION 20.0
/* The height of the light over the horizon, as its sine and cosine */
#define LIGHT_SIN 0.7071
#define LIGHT_COS 0.7071
/* The greatest alpha of light and shadow, and the grey of the shadow */
#define MAX_ALPHA 0.27
#define SHADOW    0.15
/* The alpha is this much of the difference of light while that is small */
#define CONTRAST 1.15
/* The scales between which the shading fades out, in user units for a kilometre */
#define FADES_FROM 1.3
#define FADES_TO   7.0

/* Where the light comes from: the components to the east and to the north of south-west, west,
 * north-west and north */
static const KaPoint lights[] = {
  { -0.7071, -0.7071 },
  { -1.0, 0.0 },
  { -0.7071, 0.7071 },
  { 0.0, 1.0 },
};

/* The heights as numbers */
typedef struct
{
  const KaRelief *relief;
  float          *km;
} Heights;

/* Averages each number of a row with its neighbours, which count half; the ends stay */
static void
soften (float *numbers, int n, int step)
{
  float before = numbers[0];

  for (int i = 1; i + 1 < n; i++)
    {
      float here = numbers[i * step];

      numbers[i * step] = (before + 2 * here + numbers[(i + 1) * step]) / 4;
      before = here;
    }
}

/* How often the heights of a row are averaged: columns draw closer towards the poles, and ridges
 * would run from north to south there */
static int
count_passes (const KaRelief *relief, int row)
{
  double lat_deg = relief->north_deg - row / (double) relief->steps_per_deg;
  double shrink = cos (lat_deg * G_PI / 180);

  return (int) CLAMP (PASSES / (shrink * shrink), 1, MAX_PASSES);
}

static void
read_heights (Heights *self, const KaRelief *relief)
{
  int n = relief->n_columns * relief->n_rows;

  self->relief = relief;
  self->km = g_new (float, n);
  for (int i = 0; i < n; i++)
    self->km[i] = (float) ((g_ascii_xdigit_value (relief->heights[2 * i]) * 16 +
                            g_ascii_xdigit_value (relief->heights[2 * i + 1])) *
                           relief->metres / 1000.0);
  for (int row = 0; row < relief->n_rows; row++)
    for (int pass = count_passes (relief, row); pass > 0; pass--)
      soften (self->km + row * relief->n_columns, relief->n_columns, 1);
  for (int column = 0; column < relief->n_columns; column++)
    soften (self->km + column, relief->n_rows, relief->n_columns);
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

/* Degrees from the western edge of the grid to a point east of it */
static double
get_east_deg (const KaRelief *relief, double lon_deg)
{
  double east = lon_deg - relief->west_deg;

  return east < 0 ? east + 360.0 : east;
}

static double
get_width_deg (const KaRelief *relief)
{
  return (relief->n_columns - 1) / (double) relief->steps_per_deg;
}

/* The height at a point; beyond the grid that of its edge */
static double
interpolate_km (const Heights *self, KaPoint degrees)
{
  const KaRelief *relief = self->relief;
  double          x = CLAMP (get_east_deg (relief, degrees.x) * relief->steps_per_deg, 0,
                             relief->n_columns - 1);
  double y = CLAMP ((relief->north_deg - degrees.y) * relief->steps_per_deg, 0, relief->n_rows - 1);
  int    column = (int) x;
  int    row = (int) y;
  double across[4], down[4];
  double height = 0;

  weigh (x - column, across);
  weigh (y - row, down);
  for (int j = 0; j < 4; j++)
    {
      const float *line = self->km + CLAMP (row + j - 1, 0, relief->n_rows - 1) * relief->n_columns;

      for (int i = 0; i < 4; i++)
        height += across[i] * down[j] * line[CLAMP (column + i - 1, 0, relief->n_columns - 1)];
    }

  return height;
}

/* From 1 where heights are known all round to 0 where they end; those of the whole Earth have
 * neither a western nor an eastern end */
static double
fade_at_edge (const KaRelief *relief, KaPoint degrees)
{
  double east = get_east_deg (relief, degrees.x);
  double width = get_width_deg (relief);
  double south = relief->north_deg - (relief->n_rows - 1) / (double) relief->steps_per_deg;
  double inside = MIN (relief->north_deg - degrees.y, degrees.y - south);
  double along;

  if (width < 359.0)
    inside = MIN (inside, MIN (east, width - east));
  along = CLAMP (inside / EDGE_DEG, 0.0, 1.0);

  return along * along * (3 - 2 * along);
}

/* The light of a slope over that of level ground; @east and @north are its rises. The weight of a
 * light is the squared sine between its direction and that of the slope: the four add up to two. */
static double
light_slope (double east, double north)
{
  double x = -east * EXAGGERATION;
  double y = -north * EXAGGERATION;
  double steep = x * x + y * y;
  double light = 0;

  if (steep < 1e-9)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    {
      double across = x * lights[i].y - y * lights[i].x;
      double along = x * lights[i].x + y * lights[i].y;

      light += across * across / steep * (LIGHT_COS * along + LIGHT_SIN) / 2.0;
    }

  return light / sqrt (steep + 1.0) - LIGHT_SIN;
}

/* Writes white light or grey shadow, which a page in black and white prints with its one ink */
static void
write_pixel (guchar *pixel, double light)
{
  double  alpha = MAX_ALPHA * tanh (fabs (light) * CONTRAST / MAX_ALPHA);
  guint32 premultiplied = (guint32) (alpha * (light < 0 ? SHADOW : 1.0) * 255.0 + 0.5);

  *(guint32 *) (gpointer) pixel = (guint32) (alpha * 255.0 + 0.5) << 24 | premultiplied << 16 |
                                  premultiplied << 8 | premultiplied;
}

/* The box in kilometres around the heights, not far beyond the limits of the view */
static KaBox
get_box (const KaMapScene *scene)
{
  const KaRelief *relief = ka_atlas_get_relief (scene->atlas);
  KaBox           limits = scene->limits;
  KaBox  near = ka_box_grow (limits, MAX (limits.x1 - limits.x0, limits.y1 - limits.y0) + PIXEL_KM);
  double width = get_width_deg (relief);
  KaPoint low = { relief->west_deg,
                  relief->north_deg - (relief->n_rows - 1) / (double) relief->steps_per_deg };
  KaBox   box = near;

  if (width < 180.0)
    box = ka_box_intersect (
      near, ka_projection_project_box (&scene->projection, low,
                                       (KaPoint){ relief->west_deg + width, relief->north_deg }));

  return ka_box_is_empty (box) ? limits : box;
}

/* The size of a pixel of the shading, coarser for a large land */
static double
get_pixel_km (KaBox box)
{
  return MAX (PIXEL_KM, MAX (box.x1 - box.x0, box.y1 - box.y0) / MAX_PIXELS);
}

/* Reads the heights at the middles of the pixels of a box, and of a row and column more on each
 * side, and how much they count */
static void
sample (const KaMapScene *scene, KaBox box, int width, int height, float *km, float *fades)
{
  const KaRelief *relief = ka_atlas_get_relief (scene->atlas);
  const double    pixel_km = get_pixel_km (box);
  Heights         heights;

  read_heights (&heights, relief);
  for (int y = 0; y < height + 2; y++)
    for (int x = 0; x < width + 2; x++)
      {
        int     number = y * (width + 2) + x;
        KaPoint at = ka_projection_inverse (
          &scene->projection,
          (KaPoint){ box.x0 + (x - 0.5) * pixel_km, box.y1 - (y - 0.5) * pixel_km });

        fades[number] = (float) fade_at_edge (relief, at);
        km[number] = fades[number] > 0 ? (float) interpolate_km (&heights, at) : 0;
      }
  g_free (heights.km);
}

static cairo_surface_t *
shade (const KaMapScene *scene, KaBox box)
{
  const double      pixel_km = get_pixel_km (box);
  int               width = MAX ((int) ceil ((box.x1 - box.x0) / pixel_km), 1);
  int               height = MAX ((int) ceil ((box.y1 - box.y0) / pixel_km), 1);
  int               pitch = width + 2;
  cairo_surface_t  *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar           *data = cairo_image_surface_get_data (surface);
  int               stride = cairo_image_surface_get_stride (surface);
  g_autofree float *km = g_new (float, pitch *(height + 2));
  g_autofree float *fades = g_new (float, pitch *(height + 2));

  sample (scene, box, width, height, km, fades);
  cairo_surface_flush (surface);
  for (int y = 0; y < height && data != NULL; y++)
    for (int x = 0; x < width; x++)
      {
        int          at = (y + 1) * pitch + x + 1;
        const float *here = &km[at];
        double       east = (here[1] - here[-1]) / (2 * pixel_km);
        double       north = (here[-pitch] - here[pitch]) / (2 * pixel_km);

        write_pixel (data + y * stride + 4 * x, fades[at] * light_slope (east, north));
      }
  cairo_surface_mark_dirty (surface);

  return surface;
}

void
ka_map_relief_prepare (KaMapScene *scene)
{
  const KaRelief *relief = ka_atlas_get_relief (scene->atlas);

  if (relief->heights != NULL && g_once_init_enter (&scene->shading))
    g_once_init_leave (&scene->shading, (gsize) shade (scene, get_box (scene)));
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
    return 0.45;
  if (theme == ka_theme_get (KA_THEME_HIGH_CONTRAST) ||
      theme == ka_theme_get (KA_THEME_HIGH_CONTRAST_DARK))
    return 0.35;

  return theme->is_dark ? 0.8 : 1.0;
}

/* Adds all land to the path */
static void
path_land (const KaPaintContext *context)
{
  KaMapScene          *scene = context->scene;
  g_autofree gboolean *is_land = g_new (gboolean, scene->n_areas + 1);
  g_autoptr (GPtrArray) rings = NULL;

  for (gsize area = 0; area < scene->n_areas; area++)
    is_land[area] = TRUE;
  rings = ka_map_scene_outline (scene, is_land);
  ka_map_path_chains (context, rings, context->soft_level);
  ka_map_path_layer (context, KA_LAYER_CONTEXT, context->soft_level);
}

void
ka_map_fill_relief (const KaPaintContext *context)
{
  cairo_t        *cr = context->cr;
  const KaRelief *relief = ka_atlas_get_relief (context->scene->atlas);
  double          scale = context->viewport->scale;
  double          alpha = CLAMP ((FADES_TO - scale) / (FADES_TO - FADES_FROM), 0.0, 1.0);
  KaBox           box;
  KaPoint         corner;
  g_autoptr (cairo_surface_t) shading = NULL;

  if (alpha <= 0 || relief->heights == NULL)
    return;

  box = get_box (context->scene);
  corner = ka_viewport_to_user (context->viewport, (KaPoint){ box.x0, box.y1 });
  shading = dup_shading (context->scene);
  alpha *= get_strength (context->theme);
  cairo_save (cr);
  /* Coasts cover the edges */
  cairo_set_antialias (cr, ka_map_is_raster (cr) ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_FAST);
  path_land (context);
  /* Filling is faster than painting through a clip, but has no alpha */
  if (alpha < 1.0)
    cairo_clip (cr);
  cairo_translate (cr, corner.x, corner.y);
  cairo_scale (cr, scale * get_pixel_km (box), scale * get_pixel_km (box));
  cairo_set_source_surface (cr, shading, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  if (alpha < 1.0)
    cairo_paint_with_alpha (cr, alpha);
  else
    cairo_fill (cr);
  cairo_restore (cr);
}
