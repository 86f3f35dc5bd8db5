/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the ground: sea with lines along the coasts, land of each owner with a darker band inside
 * its border, relief. On a raster Cairo draws what each pixel is as numbers into two planes of
 * bytes, and each row is coloured once. A vector format keeps shapes.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-ground-row.h"
#include "ka-map-parts.h"
#include "ka-map-pixels.h"
#include "ka-map-relief.h"

/* The least side of a ring that is filled, and on a small map of one with a soft edge */
#define LEAST_FILLED 1.0
#define LEAST_SOFT   4.0

static const KaMapSoftStroke water_strokes[] = {
  { 58, 0.055 }, { 46, 0.06 }, { 36, 0.07 }, { 27, 0.08 }, { 19, 0.09 }, { 12, 0.11 }, { 6, 0.14 },
};
static const KaMapSoftStroke band_strokes[] = { { 15, 0.31 }, { 10.5, 0.31 }, { 6, 0.31 } };

/* Numbers of the ground. Water begins with the sea far from coasts. Contested land and that of an
 * owner have a number for each tint. */
enum
{
  WATER,
  CONTEXT = WATER + G_N_ELEMENTS (water_strokes) + 1,
  CONTESTED,
  LAND = CONTESTED + KA_N_TINTS,
  N_GROUNDS = LAND + KA_N_TINTS,
};

/* A large map has a soft edge around each island. On a small one wide strokes hide one level of
 * detail more. */
static void
path_soft (const KaPaintContext *context, const GPtrArray *chains, guint level)
{
  const gboolean is_small = context->soft_level > KA_MAP_SOFT_LEVEL;

  ka_map_path_large (context, context->strip_km, chains,
                     is_small ? MIN (level + 1, KA_MAP_N_LEVELS - 1) : level,
                     is_small ? LEAST_SOFT : 0);
}

/* Without a coast nobody knows where the sea is. */
static const KaColour *
get_sea (const KaPaintContext *context)
{
  return context->day->borders[KA_MAP_BORDER_COAST]->len > 0 ? &context->theme->sea
                                                             : &context->theme->page;
}

static void
path_coasts (const KaPaintContext *context)
{
  path_soft (context, context->day->borders[KA_MAP_BORDER_COAST],
             MAX (context->soft_level, MIN (context->soft_level + 1, KA_MAP_SOFT_LEVEL)));
}

static void
path_land (const KaPaintContext *context, const KaMapLand *land)
{
  ka_map_path_large (context, context->strip_km, land->rings, context->level, LEAST_FILLED);
}

/* Fills the path with a number. */
static void
fill_number (cairo_t *cr, guint number)
{
  cairo_set_source_rgba (cr, 0, 0, 0, number / 255.0);
  cairo_fill (cr);
}

static void
number_lands (const KaPaintContext *context, const GPtrArray *lands, guint first)
{
  for (guint i = 0; i < lands->len; i++)
    {
      const KaMapLand *land = lands->pdata[i];

      path_land (context, land);
      fill_number (context->cr, first + land->tint);
    }
}

/* Draws the number of the ground. Land covers the landward half of the lines along coasts. */
static void
draw_numbers (const KaPaintContext *context)
{
  guchar waters[G_N_ELEMENTS (water_strokes)];

  for (gsize i = 0; i < G_N_ELEMENTS (waters); i++)
    waters[i] = (guchar) (WATER + 1 + i);
  path_coasts (context);
  ka_map_number_soft (context->cr, water_strokes, G_N_ELEMENTS (water_strokes), waters);
  if (!ka_atlas_has_map (context->scene->atlas))
    return;

  ka_map_path_layer (context, KA_LAYER_CONTEXT, context->level);
  fill_number (context->cr, CONTEXT);
  number_lands (context, context->day->contested, CONTESTED);
  number_lands (context, context->day->lands, LAND);
}

/* Draws the coverage of bands on both sides of each border. */
static void
draw_bands (const KaPaintContext *context)
{
  guchar coverage[G_N_ELEMENTS (band_strokes)];

  ka_map_cover_soft (band_strokes, G_N_ELEMENTS (band_strokes), coverage);
  path_soft (context, context->day->edges, context->soft_level);
  ka_map_number_soft (context->cr, band_strokes, G_N_ELEMENTS (band_strokes), coverage);
}

/* A plane of bytes for the pixels of the clip; NULL without memory. What covers the edges of shapes
 * is antialiased. */
static cairo_surface_t *
draw_plane (const KaPaintContext *context, void (*draw) (const KaPaintContext *context))
{
  g_autoptr (cairo_pattern_t) pattern = NULL;
  cairo_surface_t *plane = NULL;

  cairo_push_group_with_content (context->cr, CAIRO_CONTENT_ALPHA);
  cairo_set_operator (context->cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_antialias (context->cr, CAIRO_ANTIALIAS_NONE);
  draw (context);
  pattern = cairo_pop_group (context->cr);
  cairo_pattern_get_surface (pattern, &plane);
  cairo_surface_flush (plane);

  return cairo_surface_reference (plane);
}

static const guchar *
get_bytes (cairo_surface_t *plane, int row)
{
  return cairo_image_surface_get_data (plane) + row * cairo_image_surface_get_stride (plane);
}

/* Mixes the colours of all numbers. */
static void
mix_grounds (const KaPaintContext *context, KaMapGround *grounds)
{
  const KaTheme *theme = context->theme;
  const guint32  water = ka_map_pixel (&theme->water_line);
  guchar         coverage[G_N_ELEMENTS (water_strokes)];

  ka_map_cover_soft (water_strokes, G_N_ELEMENTS (water_strokes), coverage);
  grounds[WATER].fill = ka_map_pixel (get_sea (context));
  for (gsize i = 0; i < G_N_ELEMENTS (coverage); i++)
    grounds[WATER + 1 + i].fill = ka_map_ground_blend (grounds[WATER].fill, water, coverage[i]);
  grounds[CONTEXT] = (KaMapGround){ ka_map_pixel (&theme->context), 0, TRUE };
  for (gsize tint = 0; tint < KA_N_TINTS; tint++)
    {
      const guint32 fill = ka_map_pixel (&theme->tints[tint].fill);

      grounds[CONTESTED + tint] = (KaMapGround){ fill, 0, TRUE };
      grounds[LAND + tint] = (KaMapGround){ fill, ka_map_pixel (&theme->tints[tint].band), TRUE };
    }
}

static void
colour_pixels (const KaPaintContext *context, const KaMapPixels *pixels)
{
  const cairo_rectangle_int_t *clip = &pixels->clip;
  KaMapGround                  grounds[N_GROUNDS] = { 0 };
  g_autoptr (cairo_surface_t) numbers = draw_plane (context, draw_numbers);
  g_autoptr (cairo_surface_t) bands = draw_plane (context, draw_bands);
  g_autoptr (KaMapStretch) relief = ka_map_stretch_relief (context, pixels);

  if (numbers == NULL || bands == NULL)
    return;

  mix_grounds (context, grounds);
  for (int row = 0; row < clip->height; row++)
    {
      const KaMapGroundRow ground = {
        .grounds = grounds,
        .numbers = get_bytes (numbers, row),
        .bands = get_bytes (bands, row),
        .relief = relief != NULL ? ka_map_stretch_row (relief, clip->y + row)
                                 : (KaMapGreyRow){ NULL, NULL },
      };

      ka_map_ground_colour_row (&ground, ka_map_pixels_get_row (pixels, clip->y + row) + clip->x,
                                (gsize) clip->width);
    }
}

/* Paints a raster; beside its target when the clip is no box of pixels. */
static void
paint_pixels (const KaPaintContext *context)
{
  KaMapPixels pixels;
  gboolean    is_beside;

  ka_map_pixels_get (&pixels, context->cr);
  is_beside = !pixels.is_box;
  if (is_beside)
    {
      cairo_push_group (context->cr);
      ka_map_pixels_get (&pixels, context->cr);
    }
  colour_pixels (context, &pixels);
  cairo_surface_mark_dirty_rectangle (pixels.target, pixels.clip.x, pixels.clip.y,
                                      pixels.clip.width, pixels.clip.height);
  if (is_beside)
    {
      cairo_pop_group_to_source (context->cr);
      cairo_paint (context->cr);
    }
}

static void
fill_lands (const KaPaintContext *context, const GPtrArray *lands)
{
  for (guint i = 0; i < lands->len; i++)
    {
      const KaMapLand *land = lands->pdata[i];

      path_land (context, land);
      ka_colour_fill (&context->theme->tints[land->tint].fill, context->cr);
    }
}

/* Strokes bands, clipped to each land. */
static void
stroke_bands (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;

  for (guint i = 0; i < context->day->lands->len; i++)
    {
      const KaMapLand *land = context->day->lands->pdata[i];

      if (!ka_box_meets (land->box, context->view_km))
        continue;
      cairo_save (cr);
      ka_map_path_chains (context, land->rings, context->level);
      cairo_clip (cr);
      ka_map_path_outline (context, land->rings, context->soft_level);
      ka_map_stroke_soft (cr, &context->theme->tints[land->tint].band, band_strokes,
                          G_N_ELEMENTS (band_strokes));
      cairo_restore (cr);
    }
}

static void
draw_shapes (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;

  cairo_rectangle (cr, 0, 0, context->viewport->width, context->viewport->height);
  ka_colour_fill (get_sea (context), cr);
  path_coasts (context);
  ka_map_stroke_soft (cr, &context->theme->water_line, water_strokes, G_N_ELEMENTS (water_strokes));
  if (!ka_atlas_has_map (context->scene->atlas))
    return;

  /* Lines cover every edge */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  ka_map_path_layer (context, KA_LAYER_CONTEXT, context->level);
  ka_colour_fill (&context->theme->context, cr);
  fill_lands (context, context->day->contested);
  fill_lands (context, context->day->lands);
  ka_map_fill_relief (context);
  stroke_bands (context);
}

void
ka_map_paint_ground (const KaPaintContext *context)
{
  cairo_save (context->cr);
  cairo_new_path (context->cr);
  cairo_rectangle (context->cr, 0, 0, context->viewport->width, context->viewport->height);
  cairo_clip (context->cr);
  if (ka_map_is_raster (context->cr))
    paint_pixels (context);
  else
    draw_shapes (context);
  cairo_restore (context->cr);
}
