/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the surfaces of the map: sea, land of each owner with a darker band inside its border,
 * hatches, featured regions, lakes.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"

#include <math.h>

#include "ka-query.h"

/* The least side of a ring that is filled, and on a small map of one with a soft edge */
#define LEAST_FILLED 1.0
#define LEAST_SOFT   4.0
#define HATCH_PITCH  7.0
#define HATCH_WIDTH  1.3
/* Land held in fact: the part of its colour that it loses, and its level lines */
#define HELD_LIGHTER 0.55
#define HELD_PITCH   6.0
#define HELD_WIDTH   0.7

static const KaMapSoftStroke water_strokes[] = {
  { 58, 0.055 }, { 46, 0.06 }, { 36, 0.07 }, { 27, 0.08 }, { 19, 0.09 }, { 12, 0.11 }, { 6, 0.14 },
};
static const KaMapSoftStroke band_strokes[] = { { 15, 0.31 }, { 10.5, 0.31 }, { 6, 0.31 } };

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

void
ka_map_fill_sea (const KaPaintContext *context)
{
  cairo_t         *cr = context->cr;
  const GPtrArray *coasts = context->day->borders[KA_MAP_BORDER_COAST];
  const guint level = MAX (context->soft_level, MIN (context->soft_level + 1, KA_MAP_SOFT_LEVEL));

  /* Without a coast nobody knows where the sea is. */
  ka_colour_set_source (coasts->len > 0 ? &context->theme->sea : &context->theme->page, cr);
  cairo_rectangle (cr, 0, 0, context->viewport->width, context->viewport->height);
  cairo_fill (cr);

  path_soft (context, coasts, level);
  ka_map_stroke_soft (cr, &context->theme->water_line, water_strokes, G_N_ELEMENTS (water_strokes));
}

static void
fill_lands (const KaPaintContext *context, const GPtrArray *lands, gboolean in_band_colour)
{
  for (guint i = 0; i < lands->len; i++)
    {
      const KaMapLand     *land = lands->pdata[i];
      const KaTintColours *colours = &context->theme->tints[land->tint];

      ka_colour_set_source (in_band_colour ? &colours->band : &colours->fill, context->cr);
      ka_map_path_large (context, context->strip_km, land->rings, context->level, LEAST_FILLED);
      cairo_fill (context->cr);
    }
}

void
ka_map_fill_land (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;

  /* Lines cover every edge */
  cairo_save (cr);
  cairo_set_antialias (cr, ka_map_is_raster (cr) ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_FAST);
  ka_colour_set_source (&context->theme->context, cr);
  ka_map_path_layer (context, KA_LAYER_CONTEXT, context->level);
  cairo_fill (cr);
  fill_lands (context, context->day->contested, FALSE);
  fill_lands (context, context->day->lands, FALSE);
  cairo_restore (cr);
}

/* Paints bands on a raster: strokes all borders once, with the lands in their darker colours as the
 * source. This avoids clips to the land, which cost most. */
static void
mask_bands (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;

  cairo_push_group (cr);
  /* Borders and coasts cover the edges */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  fill_lands (context, context->day->lands, TRUE);
  cairo_pop_group_to_source (cr);

  path_soft (context, context->day->edges, context->soft_level);
  ka_map_mask_soft (cr, band_strokes, G_N_ELEMENTS (band_strokes));
}

/* Paints bands in a vector format: clips the strokes to each land */
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

void
ka_map_fill_bands (const KaPaintContext *context)
{
  cairo_save (context->cr);
  if (ka_map_is_raster (context->cr))
    mask_bands (context);
  else
    stroke_bands (context);
  cairo_restore (context->cr);
}

void
ka_map_hatch_box (cairo_t *cr, KaBox box, double angle_deg, double pitch, KaPoint phase)
{
  double step = pitch * G_SQRT2;
  double height = box.y1 - box.y0;
  double sign = angle_deg < 90 ? 1.0 : -1.0;
  /* Lines satisfy x + sign * y = constant */
  double low = box.x0 + MIN (sign * box.y0, sign * box.y1);
  double high = box.x1 + MAX (sign * box.y0, sign * box.y1);
  double origin = phase.x + sign * phase.y;
  double first = origin + ceil ((low - origin) / step) * step;

  for (double at = first; at <= high; at += step)
    {
      cairo_move_to (cr, at - sign * box.y0, box.y0);
      cairo_line_to (cr, at - sign * (box.y0 + height), box.y0 + height);
    }
}

void
ka_map_stipple_box (cairo_t      *cr,
                    KaBox         box,
                    gboolean      is_dashes,
                    KaPoint       phase,
                    KaMapIsInside is_inside,
                    gconstpointer data)
{
  double pitch_x = is_dashes ? 9.0 : 6.0;
  double pitch_y = is_dashes ? 4.0 : 5.0;
  double half = is_dashes ? 2.2 : 0.0;
  double first_y = phase.y + ceil ((box.y0 - phase.y) / pitch_y) * pitch_y;
  double first_x = phase.x + ceil ((box.x0 - phase.x) / pitch_x) * pitch_x;

  for (double y = first_y; y <= box.y1; y += pitch_y)
    {
      gboolean is_odd = fmod (fabs (round ((y - phase.y) / pitch_y)), 2.0) > 0.5;

      for (double x = first_x - (is_odd ? pitch_x / 2.0 : 0); x <= box.x1; x += pitch_x)
        if (is_inside == NULL || is_inside ((KaPoint){ x, y }, data))
          {
            cairo_move_to (cr, x - half, y);
            cairo_line_to (cr, x + half, y);
          }
    }
}

/* The part of the frame that land can cover, in user units; empty out of view */
static KaBox
get_user_box (const KaPaintContext *context, KaBox km)
{
  KaPoint low = ka_viewport_to_user (context->viewport, (KaPoint){ km.x0, km.y1 });
  KaPoint high = ka_viewport_to_user (context->viewport, (KaPoint){ km.x1, km.y0 });

  return (KaBox){ MAX (low.x, 0), MAX (low.y, 0), MIN (high.x, context->viewport->width),
                  MIN (high.y, context->viewport->height) };
}

static void
hatch_land (const KaPaintContext *context,
            const KaMapLand      *land,
            const KaColour       *colour,
            double                angle_deg,
            double                pitch,
            double                width)
{
  cairo_t *cr = context->cr;
  KaBox    box = get_user_box (context, land->box);

  if (ka_box_is_empty (box))
    return;

  cairo_save (cr);
  ka_map_path_chains (context, land->rings, context->level);
  cairo_clip (cr);
  ka_map_hatch_box (cr, box, angle_deg, pitch,
                    ka_viewport_to_user (context->viewport, (KaPoint){ 0, 0 }));
  ka_colour_stroke (colour, cr, 1, width);
  cairo_restore (cr);
}

/* Strokes level lines over a box */
static void
line_held_box (cairo_t *cr, const KaColour *colour, KaBox box, KaPoint phase)
{
  for (double y = phase.y + ceil ((box.y0 - phase.y) / HELD_PITCH) * HELD_PITCH; y <= box.y1;
       y += HELD_PITCH)
    {
      cairo_move_to (cr, box.x0, y);
      cairo_line_to (cr, box.x1, y);
    }
  ka_colour_stroke (colour, cr, 1, HELD_WIDTH);
}

void
ka_map_fill_held_box (cairo_t *cr, const KaTheme *theme, KaTint tint, KaBox box, KaPoint phase)
{
  cairo_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  ka_colour_set_source_alpha (&theme->halo, cr, HELD_LIGHTER);
  cairo_fill (cr);
  line_held_box (cr, &theme->tints[tint].band, box, phase);
}

void
ka_map_fill_held (const KaPaintContext *context)
{
  for (guint i = 0; i < context->day->held->len; i++)
    {
      const KaMapLand *land = context->day->held->pdata[i];
      KaBox            box = get_user_box (context, land->box);

      if (ka_box_is_empty (box))
        continue;
      cairo_save (context->cr);
      ka_map_path_chains (context, land->rings, context->level);
      cairo_clip (context->cr);
      ka_map_fill_held_box (context->cr, context->theme, land->tint, box,
                            ka_viewport_to_user (context->viewport, (KaPoint){ 0, 0 }));
      cairo_restore (context->cr);
    }
}

void
ka_map_fill_hatches (const KaPaintContext *context)
{
  const KaMapDay *day = context->day;

  for (guint i = 0; i < day->contested->len; i++)
    hatch_land (context, day->contested->pdata[i], &context->theme->tints[KA_TINT_NEUTRAL].band, 45,
                HATCH_PITCH, HATCH_WIDTH);
  for (guint i = 0; i < day->occupied->len; i++)
    {
      const KaMapLand *land = day->occupied->pdata[i];

      hatch_land (context, land, &context->theme->tints[land->tint].band, 45, HATCH_PITCH,
                  HATCH_WIDTH * 1.7);
    }
}

double
ka_map_claim_angle_deg (guint number)
{
  return number % 2 == 0 ? 135 : 45;
}

double
ka_map_claim_pitch (guint number)
{
  return HATCH_PITCH * (1.0 + 0.7 * (number / 2));
}

void
ka_map_fill_claims (const KaPaintContext *context)
{
  const KaMapDay *day = context->day;
  cairo_t        *cr = context->cr;

  for (guint i = 0; i < day->claimed->len; i++)
    {
      const KaMapLand *land = day->claimed->pdata[i];
      const KaColour  *colour = &context->theme->tints[land->tint].text;

      hatch_land (context, land, colour, ka_map_claim_angle_deg (i), ka_map_claim_pitch (i),
                  HATCH_WIDTH * 0.8);
      ka_map_path_outline (context, land->rings, context->level);
      ka_map_stroke_claim (cr, colour, 1.6);
    }
}

void
ka_map_stroke_claim (cairo_t *cr, const KaColour *colour, double width)
{
  cairo_save (cr);
  cairo_set_dash (cr, (double[]){ 8, 3, 2, 3 }, 4, 0);
  ka_colour_stroke (colour, cr, 1, width);
  cairo_restore (cr);
}

typedef struct
{
  const KaPaintContext *context;
  const KaMapLand      *land;
} FeaturedTest;

static gboolean
is_in_land (KaPoint user, gconstpointer data)
{
  const FeaturedTest *test = data;

  return ka_map_scene_surrounds (test->context->scene, test->land->rings,
                                 ka_viewport_to_km (test->context->viewport, user));
}

/* Paints two bands inside the outline: in the colour of the holder, then in that of the region */
static void
line_featured (const KaPaintContext *context, const KaMapLand *land)
{
  cairo_t *cr = context->cr;

  cairo_save (cr);
  ka_map_path_chains (context, land->rings, context->level);
  cairo_clip (cr);
  /* Differs from the clip's, or Cairo intersects the polygons, which is slow */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_tolerance (cr, 0.5);
  ka_map_path_outline (context, land->rings, context->level);
  if (land->polity != NULL)
    {
      ka_colour_stroke_preserve (&context->theme->tints[land->polity->tint].band, cr, 1, 9.0);
    }
  ka_colour_stroke (&context->theme->tints[land->tint].band, cr, 1, 4.0);
  cairo_restore (cr);
}

/* Marks the parts of a featured region that are held in fact; its colour stays */
static void
line_held (const KaPaintContext *context, const KaMapLand *featured)
{
  for (guint i = 0; i < context->day->held->len; i++)
    {
      const KaMapLand *land = context->day->held->pdata[i];

      if (!ka_box_meets (land->box, featured->box))
        continue;
      cairo_save (context->cr);
      ka_map_path_chains (context, featured->rings, context->level);
      cairo_clip (context->cr);
      ka_map_path_chains (context, land->rings, context->level);
      cairo_clip (context->cr);
      line_held_box (context->cr, &context->theme->tints[featured->tint].band,
                     get_user_box (context, featured->box),
                     ka_viewport_to_user (context->viewport, (KaPoint){ 0, 0 }));
      cairo_restore (context->cr);
    }
}

void
ka_map_fill_featured (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;

  for (guint i = 0; i < context->day->featured->len; i++)
    {
      const KaMapLand     *land = context->day->featured->pdata[i];
      const KaTintColours *colours = &context->theme->tints[land->tint];
      KaBox                box = get_user_box (context, land->box);
      FeaturedTest         test = { context, land };

      if (ka_box_is_empty (box))
        continue;

      ka_map_path_chains (context, land->rings, context->level);
      ka_colour_set_source (&colours->fill, cr);
      cairo_fill (cr);
      ka_map_stipple_box (cr, box, land->tint == KA_TINT_BLUE,
                          ka_viewport_to_user (context->viewport, (KaPoint){ 0, 0 }), is_in_land,
                          &test);
      ka_map_stroke_stipple (cr, colours, land->tint == KA_TINT_BLUE);
      line_held (context, land);
      line_featured (context, land);
    }
}

void
ka_map_stroke_stipple (cairo_t *cr, const KaTintColours *colours, gboolean is_dashes)
{
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  ka_colour_stroke (&colours->band, cr, 0.5, is_dashes ? 0.8 : 1.4);
  cairo_restore (cr);
}

void
ka_map_fill_waters (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;

  ka_map_path_layer (context, KA_LAYER_LAKES, context->level);
  ka_colour_set_source (&context->theme->sea, cr);
  cairo_fill_preserve (cr);
  ka_colour_stroke (&context->theme->water_line, cr, 1, 0.9);
}
