/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-topology.h"

G_BEGIN_DECLS

/** ka_projection_forward: kilometres east (x) and north (y) of the origin of a point in degrees
 * (lon, lat); the latitude is above -90. */
KaPoint ka_projection_forward (KaPoint degrees);

/** ka_projection_inverse: the inverse of ka_projection_forward() (15-5, 14-9 to 14-11). */
KaPoint ka_projection_inverse (KaPoint km);

G_END_DECLS
