/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The camera over the projected plane: converts between kilometres and user units, fits, pans,
 * zooms. North is up; user units grow downwards.
 */

#include "config.h"

#include "ka-viewport.h"

KaPoint
ka_viewport_to_user (const KaViewport *self, KaPoint km)
{
  return (KaPoint){ self->width / 2.0 + (km.x - self->centre_km.x) * self->scale,
                    self->height / 2.0 - (km.y - self->centre_km.y) * self->scale };
}

KaPoint
ka_viewport_to_km (const KaViewport *self, KaPoint user)
{
  return (KaPoint){ self->centre_km.x + (user.x - self->width / 2.0) / self->scale,
                    self->centre_km.y - (user.y - self->height / 2.0) / self->scale };
}

KaBox
ka_viewport_get_box (const KaViewport *self)
{
  double half_width = self->width / 2.0 / self->scale;
  double half_height = self->height / 2.0 / self->scale;

  return (KaBox){ self->centre_km.x - half_width, self->centre_km.y - half_height,
                  self->centre_km.x + half_width, self->centre_km.y + half_height };
}

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

KaViewport
ka_viewport_pan (const KaViewport *self, double dx, double dy)
{
  KaViewport moved = *self;

  moved.centre_km.x -= dx / self->scale;
  moved.centre_km.y += dy / self->scale;

  return moved;
}

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
