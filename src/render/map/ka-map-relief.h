/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-brush.h"

G_BEGIN_DECLS

void ka_map_fill_relief (const KaMapBrush *brush);

G_END_DECLS
