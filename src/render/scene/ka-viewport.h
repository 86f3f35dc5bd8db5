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
 * Which part of the plane is seen, and how large. By value.
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
 * Returns: where it is seen, in user units from the top left corner; may lie outside
 */
KaPoint ka_viewport_to_user (const KaViewport *self, KaPoint km);

/**
 * ka_viewport_to_km:
 * @self: a viewport with a scale above 0
 * @user: a point in user units from the top left corner
 *
 * Returns: the point of the plane that is seen there
 */
KaPoint ka_viewport_to_km (const KaViewport *self, KaPoint user);

/**
 * ka_viewport_get_box:
 * @self: a viewport with a scale above 0
 *
 * Returns: the part of the plane that is seen, in kilometres (y north)
 */
KaBox ka_viewport_get_box (const KaViewport *self);

/**
 * ka_viewport_fit:
 * @km: what is to be seen, in kilometres
 * @width: of the picture, in user units, above 0
 * @height: of it, above 0
 * @margin: left free on each side, in user units; at most a third of the shorter side is heeded
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
 * @user: the point that stays where it is, in user units
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
 * Keeps the middle and everything that was seen: the scale follows the side that grew least, so
 * that a larger window shows the same land larger.
 *
 * Returns: the resized viewport
 */
KaViewport ka_viewport_resize (const KaViewport *self, double width, double height);

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
ka_viewport_clamp (const KaViewport *self, KaBox limits_km, double min_scale, double max_scale);

G_END_DECLS
