/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures the scale bar where it stands, and draws the north arrow where north is not up.
 */

#include "config.h"

#include "ka-map-scale.h"

#include <math.h>

#include "ka-captions.h"
#include "ka-type.h"

/* The scale of a view that differs by a larger factor is said of one spot alone */
#define MAX_FACTOR 1.1
/* Half the length over which the scale is measured for that */
#define REACH 4.0
/* The lean of north that an arrow shows */
#define MIN_LEAN_DEG 7.0
#define ARROW_LENGTH 22.0
#define ARROW_WIDTH  9.0

double
ka_map_scale_choose (double scale, double max_width)
{
  double most = max_width / scale;
  double power = pow (10.0, floor (log10 (most)));

  if (5.0 * power <= most)
    return 5.0 * power;

  return 2.0 * power <= most ? 2.0 * power : power;
}

static gboolean
is_on_map (const KaProjection *projection, const KaViewport *viewport, KaPoint user)
{
  return ka_projection_has (projection, ka_viewport_to_km (viewport, user));
}

/* User units for a true kilometre along a level line, or the scale of the view beside the map */
static double
measure (const KaProjection *projection, const KaViewport *viewport, KaPoint middle, double width)
{
  KaPoint left = { middle.x - width / 2, middle.y };
  KaPoint right = { middle.x + width / 2, middle.y };
  double  km;

  if (!is_on_map (projection, viewport, left) || !is_on_map (projection, viewport, right))
    return viewport->scale;

  km = ka_projection_measure_km (projection, ka_viewport_to_km (viewport, left),
                                 ka_viewport_to_km (viewport, right));

  return km > 0 ? width / km : viewport->scale;
}

static gboolean
is_even (const KaProjection *projection, const KaViewport *viewport)
{
  double least = G_MAXDOUBLE, most = 0;

  for (int i = 0; i <= 4; i++)
    for (int j = 0; j <= 4; j++)
      {
        KaPoint user = { viewport->width * i / 4, viewport->height * j / 4 };
        double  scale = measure (projection, viewport, user, 2 * REACH);

        if (!is_on_map (projection, viewport, user))
          return FALSE;
        least = MIN (least, scale);
        most = MAX (most, scale);
      }

  return most <= least * MAX_FACTOR;
}

KaMapScale
ka_map_scale_measure (const KaProjection *projection,
                      const KaViewport   *viewport,
                      KaPoint             right,
                      double              max_width)
{
  KaMapScale self = { .spot = KA_MAP_SCALE_EVERYWHERE };
  KaPoint    middle = { right.x - max_width / 2, right.y };
  double     scale;

  if (!is_even (projection, viewport))
    self.spot = KA_MAP_SCALE_HERE;
  if (!is_on_map (projection, viewport, (KaPoint){ right.x - max_width, right.y }) ||
      !is_on_map (projection, viewport, right))
    {
      self.spot = KA_MAP_SCALE_MIDDLE;
      middle = (KaPoint){ viewport->width / 2, viewport->height / 2 };
    }

  scale = measure (projection, viewport, middle, max_width);
  self.km = ka_map_scale_choose (scale, max_width);
  self.width = self.km * scale;
  /* The chosen bar is shorter, and the scale may change along it */
  if (self.spot != KA_MAP_SCALE_MIDDLE)
    middle.x = right.x - self.width / 2;
  self.width = MIN (self.km * measure (projection, viewport, middle, self.width), max_width);

  return self;
}

char *
ka_map_scale_dup_text (const KaMapScale *self, KaLanguage language)
{
  g_autofree char *number = g_strdup_printf ("%.0f", self->km >= 1 ? self->km : self->km * 1000);
  g_autofree char *length = ka_caption_format (
    self->km >= 1 ? KA_CAPTION_KILOMETRES : KA_CAPTION_METRES, language, number);

  if (self->spot == KA_MAP_SCALE_EVERYWHERE)
    return g_steal_pointer (&length);

  return ka_caption_format (self->spot == KA_MAP_SCALE_HERE ? KA_CAPTION_LENGTH_HERE
                                                            : KA_CAPTION_LENGTH_IN_MIDDLE,
                            language, length);
}

gboolean
ka_map_north_get (const KaProjection *projection,
                  const KaViewport   *viewport,
                  KaPoint             user,
                  double             *angle)
{
  KaPoint km = ka_viewport_to_km (viewport, user);
  double  lean;

  if (!ka_projection_has (projection, km))
    return FALSE;

  lean = ka_projection_get_north (projection, km);
  if (fabs (lean) < MIN_LEAN_DEG * G_PI / 180)
    return FALSE;
  *angle = lean;

  return TRUE;
}

KaTypeLayout *
ka_map_north_lay_out (const KaPaintContext *context)
{
  KaTypeStyle style = { .size = 11.0, .is_bold = TRUE };

  return ka_type_layout (context->cr, context->theme, &style,
                         ka_caption_get (KA_CAPTION_NORTH, context->state->language));
}

void
ka_map_north_paint (cairo_t       *cr,
                    const KaTheme *theme,
                    KaTypeLayout  *letter,
                    KaPoint        at,
                    double         angle)
{
  KaPoint tip = { at.x + (ARROW_LENGTH / 2 + 9) * sin (angle),
                  at.y - (ARROW_LENGTH / 2 + 9) * cos (angle) };
  double  width, height;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, 0, -ARROW_LENGTH / 2);
  cairo_line_to (cr, ARROW_WIDTH / 2, ARROW_LENGTH / 2);
  cairo_line_to (cr, 0, ARROW_LENGTH / 4);
  cairo_line_to (cr, -ARROW_WIDTH / 2, ARROW_LENGTH / 2);
  cairo_close_path (cr);
  ka_colour_stroke_preserve (&theme->halo, cr, 0.8, 3.0);
  ka_colour_fill (&theme->text, cr);
  cairo_restore (cr);

  ka_type_measure (letter, &width, &height, NULL);
  ka_type_show_with_halo (cr, letter, tip.x - width / 2, tip.y - height / 2, &theme->text,
                          &theme->halo, 2.0);
}
