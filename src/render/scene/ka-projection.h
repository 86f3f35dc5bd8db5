/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-topology.h"

G_BEGIN_DECLS

/**
 * ka_projection_forward:
 * @degrees: longitude east and latitude north in degrees; the latitude above -90
 *
 * Returns: kilometres east (x) and north (y) of the origin
 */
KaPoint ka_projection_forward (KaPoint degrees);

/**
 * ka_projection_inverse:
 * @km: kilometres east and north of the origin
 *
 * The inverse of ka_projection_forward() (15-5, 14-9 to 14-11).
 *
 * Returns: longitude and latitude in degrees
 */
KaPoint ka_projection_inverse (KaPoint km);

G_END_DECLS
