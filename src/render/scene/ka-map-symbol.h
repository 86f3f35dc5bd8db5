/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-map-scene.h"

G_BEGIN_DECLS

/** KaMapSymbol: what stands at a place: a ring, a double ring, three dots, a triangle, or nothing.
 */
typedef enum
{
  KA_MAP_SYMBOL_NONE,
  KA_MAP_SYMBOL_TOWN,
  KA_MAP_SYMBOL_CAPITAL,
  KA_MAP_SYMBOL_RUIN,
  KA_MAP_SYMBOL_PEAK,
} KaMapSymbol;

/** ka_map_get_symbol: the symbol of a place on a day; %KA_MAP_SYMBOL_NONE for rivers, lakes and
 * seas, which leave @radius, in user units, untouched. */
KaMapSymbol ka_map_get_symbol (const KaPlace *place, KaDay day, double *radius);

/** ka_map_is_capital: whether a place is a capital on a day. */
gboolean ka_map_is_capital (const KaPlace *place, KaDay day);

/** ka_map_shows_place: whether a place is shown on a day, room permitting: by its rank from a scale
 * on, earlier in a featured region, and a town in empty land at every scale. @scale is user units
 * for a kilometre. */
gboolean
ka_map_shows_place (const KaMapScene *scene, const KaPlace *place, KaDay day, double scale);

/** ka_map_symbol_paint: paints a symbol, any but %KA_MAP_SYMBOL_NONE; @at and @radius are in user
 * units. */
void ka_map_symbol_paint (cairo_t       *cr,
                          const KaTheme *theme,
                          KaMapSymbol    symbol,
                          KaPoint        at,
                          double         radius);

G_END_DECLS
