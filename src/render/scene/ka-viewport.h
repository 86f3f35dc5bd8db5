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

/**
 * ka_viewport_to_user:
 * @self: a viewport
 * @km: a point of the plane
 *
 * Returns: its place in user units from the top left corner; may lie outside
 */
KaPoint ka_viewport_to_user (const KaViewport *self, KaPoint km);

/**
 * ka_viewport_to_km:
 * @self: a viewport with a scale above 0
 * @user: a point in user units from the top left corner
 *
 * Returns: the point of the plane there
 */
KaPoint ka_viewport_to_km (const KaViewport *self, KaPoint user);

/**
 * ka_viewport_get_box:
 * @self: a viewport with a scale above 0
 *
 * Returns: the part of the plane in view, in kilometres (y north)
 */
KaBox ka_viewport_get_box (const KaViewport *self);

/**
 * ka_viewport_fit:
 * @km: the box to show, in kilometres
 * @width: of the picture, in user units, above 0
 * @height: of it, above 0
 * @margin: free space on each side, in user units, at most a third of the shorter side
 *
 * Returns: the largest viewport that shows all of @km, in the middle
 */
KaViewport ka_viewport_fit (KaBox km, double width, double height, double margin);

/**
 * ka_viewport_pan:
 * @self: a viewport
 * @dx: how far the picture moves to the right, in user units
 * @dy: how far it moves down
 *
 * Returns: the moved viewport
 */
KaViewport ka_viewport_pan (const KaViewport *self, double dx, double dy);

/**
 * ka_viewport_zoom_at:
 * @self: a viewport
 * @user: the fixed point, in user units
 * @factor: above 1 magnifies; above 0
 *
 * Returns: the zoomed viewport
 */
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
