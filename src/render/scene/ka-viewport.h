/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"
#include "ka-topology.h"

G_BEGIN_DECLS

/**
 * KaViewport:
 * @centre_km: the point of the projected plane (x east, y north) in the middle
 * @scale: user units (px at scale 1) for a kilometre
 * @width: in user units
 * @height: in user units
 *
 * The part of the plane in view and its scale. By value.
 */
typedef struct
{
  KaPoint centre_km;
  double  scale;
  double  width;
  double  height;
} KaViewport;

/** ka_viewport_to_user: the place of a point of the plane in user units from the top left corner;
 * may lie outside. */
KaPoint ka_viewport_to_user (const KaViewport *self, KaPoint km);

/** ka_viewport_to_km: the point of the plane at @user, in user units from the top left corner; the
 * scale is above 0. */
KaPoint ka_viewport_to_km (const KaViewport *self, KaPoint user);

/** ka_viewport_get_box: the part of the plane in view, in kilometres (y north); the scale is above
 * 0. */
KaBox ka_viewport_get_box (const KaViewport *self);

/** ka_viewport_fit: the largest viewport of a size in user units that shows all of a box in its
 * middle; @margin is the free space on each side, at most a third of the shorter side. */
KaViewport ka_viewport_fit (KaBox km, double width, double height, double margin);

/** ka_viewport_pan: moves the picture by @dx to the right and by @dy down, in user units. */
KaViewport ka_viewport_pan (const KaViewport *self, double dx, double dy);

/** ka_viewport_zoom_at: magnifies by @factor, above 0, about a fixed point in user units. */
KaViewport ka_viewport_zoom_at (const KaViewport *self, KaPoint user, double factor);

/**
 * ka_viewport_resize:
 * @self: a viewport
 * @width: new width in user units, above 0
 * @height: new height
 *
 * Keeps the middle and everything in view: the scale follows the side that grew least, so
 * that a larger window shows the same land larger.
 *
 * Returns: the resized viewport
 */
KaViewport ka_viewport_resize (const KaViewport *self, double width, double height);

/**
 * ka_viewport_clamp:
 * @self: a viewport
 * @limits_km: the box beyond which nothing may be in view
 * @min_scale: least user units for a kilometre, above 0
 * @max_scale: most of them
 *
 * Limits the scale about the middle, then moves the middle so that nothing beyond the limits is in
 * view. A view larger than the limits is centred on them.
 *
 * Returns: the nearest viewport allowed
 */
KaViewport
ka_viewport_clamp (const KaViewport *self, KaBox limits_km, double min_scale, double max_scale);

G_END_DECLS
