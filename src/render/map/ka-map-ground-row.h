/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-stretch.h"

G_BEGIN_DECLS

/**
 * KaMapGround:
 * @fill: its colour, as an opaque pixel
 * @band: the colour of the band inside its border, as an opaque pixel; 0 for none
 * @is_land: whether relief shades it
 *
 * What a number of the ground stands for.
 */
typedef struct
{
  guint32  fill;
  guint32  band;
  gboolean is_land;
} KaMapGround;

/**
 * KaMapGroundRow:
 * @grounds: by number; all that a row has
 * @numbers: the number of each pixel
 * @bands: the coverage of bands at each pixel
 * @relief: the shading of each pixel; without arrays there is none
 *
 * A row of the map without what lies on the ground.
 */
typedef struct
{
  const KaMapGround *grounds;
  const guchar      *numbers;
  const guchar      *bands;
  KaMapGreyRow       relief;
} KaMapGroundRow;

/** ka_map_ground_colour_row: sets the colours of @n_pixels at @to. */
void ka_map_ground_colour_row (const KaMapGroundRow *self, guint32 *to, gsize n_pixels);

/** ka_map_ground_blend: an opaque pixel under another with a coverage of 0 to 255. */
guint32 ka_map_ground_blend (guint32 below, guint32 above, guchar coverage);

G_END_DECLS
