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

KaPoint    ka_viewport_to_user (const KaViewport *self, KaPoint km);
KaPoint    ka_viewport_to_km (const KaViewport *self, KaPoint user);
KaBox      ka_viewport_get_box (const KaViewport *self);
KaViewport ka_viewport_fit (KaBox km, double width, double height, double margin);
KaViewport ka_viewport_pan (const KaViewport *self, double dx, double dy);
KaViewport ka_viewport_zoom_at (const KaViewport *self, KaPoint user, double factor);
KaViewport ka_viewport_resize (const KaViewport *self, double width, double height);
KaViewport
ka_viewport_clamp (const KaViewport *self, KaBox limits_km, double min_scale, double max_scale);

G_END_DECLS
