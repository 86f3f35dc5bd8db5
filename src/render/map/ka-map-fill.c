/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the surfaces that lie on the ground: land held in fact, hatches, featured regions, lakes.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-map-thin.h"

#include <math.h>

#include "ka-query.h"

#define HATCH_PITCH 7.0
#define HATCH_WIDTH 1.3
/* The outline of a lake */
#define SHORE_WIDTH 0.9
/* Land held in fact: the part of its colour that it loses, and its level lines */
#define HELD_LIGHTER 0.55
#define HELD_PITCH   6.0
#define HELD_WIDTH   0.7

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
  if (!ka_map_thin_stroke (cr, &context->theme->water_line, SHORE_WIDTH))
    ka_colour_stroke (&context->theme->water_line, cr, 1, SHORE_WIDTH);
}
