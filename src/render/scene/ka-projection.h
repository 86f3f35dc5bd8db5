/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-topology.h"

G_BEGIN_DECLS

KaPoint ka_projection_forward (KaPoint degrees);
KaPoint ka_projection_inverse (KaPoint km);

G_END_DECLS
