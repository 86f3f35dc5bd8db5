/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints parallels and meridians, and the edge of a map of the whole Earth.
 */

#include "config.h"

#include "ka-map-parts.h"
#include "ka-map-thin.h"

#include <math.h>

/* The least distance of two lines of the graticule */
#define MIN_STEP 150.0
/* The look of a line */
#define WIDTH 0.6
#define ALPHA 0.13
/* The samples of a view on each side */
#define N_SAMPLES 8
/* The step along the edge of the map */
#define EDGE_STEP_DEG 2.0

static KaPoint
to_user (const KaPaintContext *context, double turned, double lat)
{
  return ka_viewport_to_user (
    context->viewport,
    ka_projection_forward_turned (&context->scene->projection, (KaPoint){ turned, lat }));
}

static void
append (cairo_t *cr, KaPoint user, gboolean is_first)
{
  if (is_first)
    cairo_move_to (cr, user.x, user.y);
  else
    cairo_line_to (cr, user.x, user.y);
}

/* The finest step that leaves @degree_px user units to a degree enough room */
static double
choose_step (double degree_px)
{
  static const double steps_deg[] = {
    1 / 60.0, 2 / 60.0, 5 / 60.0, 0.25, 0.5, 1, 2, 5, 10, 15, 30
  };
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (steps_deg) && steps_deg[i] * degree_px < MIN_STEP)
    i++;

  return steps_deg[i];
}

/* The box in degrees around what is in view; x counts from the meridian in the middle */
static KaBox
measure_view (const KaProjection *projection, const KaViewport *viewport)
{
  KaBox view = ka_viewport_get_box (viewport);
  KaBox degrees = KA_BOX_NOTHING;

  for (int i = 0; i <= N_SAMPLES; i++)
    for (int j = 0; j <= N_SAMPLES; j++)
      {
        KaPoint at = ka_projection_inverse (
          projection, (KaPoint){ view.x0 + (view.x1 - view.x0) * i / N_SAMPLES,
                                 view.y0 + (view.y1 - view.y0) * j / N_SAMPLES });

        degrees = ka_box_add (degrees, (KaPoint){ ka_projection_turn (projection, at.x), at.y });
      }
  for (int pole = -90; pole <= 90; pole += 180)
    if (ka_box_has (view, ka_projection_forward (projection, (KaPoint){ 0, pole })))
      degrees = (KaBox){ -180, MIN (degrees.y0, pole), 180, MAX (degrees.y1, pole) };

  return degrees;
}

KaPoint
ka_map_graticule_step (const KaProjection *projection, const KaViewport *viewport)
{
  const double degree_px = 111.0 * viewport->scale;
  KaBox        box = measure_view (projection, viewport);
  double       middle = cos ((box.y0 + box.y1) / 2 * G_PI / 180);

  /* Meridians come close to each other near a pole */
  return (KaPoint){ choose_step (middle < 0.5 ? degree_px * middle : degree_px),
                    choose_step (degree_px) };
}

/* Where lines are drawn: by Cairo, or as thin lines */
typedef struct
{
  const KaPaintContext *context;
  KaMapThin            *thin; /* (nullable) */
  KaPoint               last;
} Pen;

/* Draws on to a point, or begins there. */
static void
draw_to (Pen *pen, double turned, double lat, gboolean is_first)
{
  KaPoint user = to_user (pen->context, turned, lat);

  if (pen->thin != NULL && !is_first)
    ka_map_thin_add_line (pen->thin, pen->last, user, WIDTH);
  else if (pen->thin == NULL)
    append (pen->context->cr, user, is_first);
  pen->last = user;
}

/* Draws the lines in a box as of measure_view() one by one: Cairo scans a path of all lines over
 * the whole frame. */
static void
draw_graticule (Pen *pen, KaBox box, KaPoint step)
{
  const double meridian = pen->context->scene->projection.meridian_deg;

  for (double lon = ceil ((box.x0 + meridian) / step.x) * step.x - meridian; lon <= box.x1;
       lon += step.x)
    {
      for (double lat = box.y0; lat < box.y1; lat += step.y / 2)
        draw_to (pen, lon, lat, lat <= box.y0);
      draw_to (pen, lon, box.y1, FALSE);
      cairo_stroke (pen->context->cr);
    }
  for (double lat = ceil (box.y0 / step.y) * step.y; lat <= box.y1; lat += step.y)
    {
      for (double lon = box.x0; lon < box.x1; lon += step.x / 2)
        draw_to (pen, lon, lat, lon <= box.x0);
      draw_to (pen, box.x1, lat, FALSE);
      cairo_stroke (pen->context->cr);
    }
}

void
ka_map_line_graticule (const KaPaintContext *context)
{
  const KaProjection *projection = &context->scene->projection;
  const double        meridian = projection->meridian_deg;
  KaPoint             step = ka_map_graticule_step (projection, context->viewport);
  KaBox               box = measure_view (projection, context->viewport);
  Pen                 pen = { .context = context };

  box = (KaBox){ MAX (floor ((box.x0 + meridian) / step.x) * step.x - meridian, -180.0),
                 MAX (floor (box.y0 / step.y - 1) * step.y, -90.0), MIN (box.x1 + step.x, 180.0),
                 MIN (box.y1 + step.y, 90.0) };

  cairo_save (context->cr);
  cairo_set_antialias (context->cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_width (context->cr, WIDTH);
  ka_colour_set_source_alpha (&context->theme->border, context->cr, ALPHA);
  if (ka_map_thin_suits (context->cr, WIDTH))
    pen.thin = ka_map_thin_new (context->cr);
  draw_graticule (&pen, box, step);
  if (pen.thin != NULL)
    ka_map_thin_paint (pen.thin, &context->theme->border, ALPHA);
  cairo_restore (context->cr);
}

void
ka_map_line_edge (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;

  if (context->scene->projection.kind != KA_PROJECTION_WHOLE)
    return;

  cairo_new_path (cr);
  for (double lat = -90; lat <= 90; lat += EDGE_STEP_DEG)
    append (cr, to_user (context, -180, lat), lat <= -90);
  for (double lat = 90; lat >= -90; lat -= EDGE_STEP_DEG)
    append (cr, to_user (context, 180, lat), FALSE);
  cairo_close_path (cr);
  ka_colour_stroke_preserve (&context->theme->rule, cr, 1, 2.0);
  cairo_rectangle (cr, 0, 0, context->viewport->width, context->viewport->height);
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  ka_colour_fill (&context->theme->page, cr);
  cairo_restore (cr);
}
