/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The camera over the projected plane: from kilometres to user units and back. North is up; user
 * units grow downwards. It draws nothing and knows no widget.
 */

#include "config.h"

#include "ka-viewport.h"

/**
 * ka_viewport_to_user:
 * @self: a viewport
 * @km: a point of the plane
 *
 * Returns: where it is seen, in user units from the top left corner; may lie outside
 */
KaPoint
ka_viewport_to_user (const KaViewport *self, KaPoint km)
{
  return (KaPoint){ self->width / 2.0 + (km.x - self->centre_km.x) * self->scale,
                    self->height / 2.0 - (km.y - self->centre_km.y) * self->scale };
}

/**
 * ka_viewport_to_km:
 * @self: a viewport with a scale above 0
 * @user: a point in user units from the top left corner
 *
 * Returns: the point of the plane that is seen there
 */
KaPoint
ka_viewport_to_km (const KaViewport *self, KaPoint user)
{
  return (KaPoint){ self->centre_km.x + (user.x - self->width / 2.0) / self->scale,
                    self->centre_km.y - (user.y - self->height / 2.0) / self->scale };
}

/**
 * ka_viewport_get_box:
 * @self: a viewport with a scale above 0
 *
 * Returns: the part of the plane that is seen, in kilometres (y north)
 */
KaBox
ka_viewport_get_box (const KaViewport *self)
{
  double half_width = self->width / 2.0 / self->scale;
  double half_height = self->height / 2.0 / self->scale;

  return (KaBox){ self->centre_km.x - half_width, self->centre_km.y - half_height,
                  self->centre_km.x + half_width, self->centre_km.y + half_height };
}

/**
 * ka_viewport_fit:
 * @km: what is to be seen, in kilometres
 * @width: of the picture, in user units, above 0
 * @height: of it, above 0
 * @margin: left free on each side, in user units; at most a third of the shorter side is heeded
 *
 * Returns: the largest viewport that shows all of @km, in the middle
 */
KaViewport
ka_viewport_fit (KaBox km, double width, double height, double margin)
{
  double     free_margin = CLAMP (margin, 0.0, MIN (width, height) / 3.0);
  double     box_width = MAX (km.x1 - km.x0, 1e-6);
  double     box_height = MAX (km.y1 - km.y0, 1e-6);
  KaViewport self = { .width = width, .height = height };

  self.centre_km = (KaPoint){ (km.x0 + km.x1) / 2.0, (km.y0 + km.y1) / 2.0 };
  self.scale = MIN ((width - 2.0 * free_margin) / box_width,
                    (height - 2.0 * free_margin) / box_height);

  return self;
}

/**
 * ka_viewport_pan:
 * @self: a viewport
 * @dx: how far the picture moves to the right, in user units
 * @dy: how far it moves down
 *
 * Returns: the moved viewport
 */
KaViewport
ka_viewport_pan (const KaViewport *self, double dx, double dy)
{
  KaViewport moved = *self;

  moved.centre_km.x -= dx / self->scale;
  moved.centre_km.y += dy / self->scale;

  return moved;
}

/**
 * ka_viewport_zoom_at:
 * @self: a viewport
 * @user: the point that stays where it is, in user units
 * @factor: above 1 magnifies; above 0
 *
 * Returns: the zoomed viewport
 */
KaViewport
ka_viewport_zoom_at (const KaViewport *self, KaPoint user, double factor)
{
  KaPoint    fixed_km = ka_viewport_to_km (self, user);
  KaViewport zoomed = *self;

  g_return_val_if_fail (factor > 0, *self);

  zoomed.scale *= factor;
  zoomed.centre_km.x = fixed_km.x - (user.x - self->width / 2.0) / zoomed.scale;
  zoomed.centre_km.y = fixed_km.y + (user.y - self->height / 2.0) / zoomed.scale;

  return zoomed;
}

/**
 * ka_viewport_resize:
 * @self: a viewport
 * @width: new width in user units, above 0
 * @height: new height
 *
 * Keeps the middle and everything that was seen: the scale follows the side that grew least, so
 * that a larger window shows the same land larger.
 *
 * Returns: the resized viewport
 */
KaViewport
ka_viewport_resize (const KaViewport *self, double width, double height)
{
  KaViewport resized = *self;
  double     wider = self->width > 0 ? width / self->width : 1.0;
  double     higher = self->height > 0 ? height / self->height : 1.0;

  resized.width = width;
  resized.height = height;
  resized.scale = self->scale * MIN (wider, higher);

  return resized;
}

static double
clamp_centre (double centre, double half, double low, double high)
{
  if (high - low <= 2.0 * half)
    return (low + high) / 2.0;

  return CLAMP (centre, low + half, high - half);
}

/**
 * ka_viewport_clamp:
 * @self: a viewport
 * @limits_km: what may be seen
 * @min_scale: least user units for a kilometre, above 0
 * @max_scale: most of them
 *
 * Brings a viewport back so that nobody gets lost: first the scale, about the middle, then the
 * middle, so that nothing beyond the limits is seen. Where the view is larger than the limits they
 * stand in its middle.
 *
 * Returns: the nearest viewport allowed
 */
KaViewport
ka_viewport_clamp (const KaViewport *self, KaBox limits_km, double min_scale, double max_scale)
{
  KaViewport clamped = *self;

  clamped.scale = CLAMP (self->scale, min_scale, MAX (min_scale, max_scale));
  clamped.centre_km.x = clamp_centre (self->centre_km.x, self->width / 2.0 / clamped.scale,
                                      limits_km.x0, limits_km.x1);
  clamped.centre_km.y = clamp_centre (self->centre_km.y, self->height / 2.0 / clamped.scale,
                                      limits_km.y0, limits_km.y1);

  return clamped;
}
