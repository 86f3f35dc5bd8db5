/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Symbols of places: kind, size, scale from which they are shown, look.
 */

#include "config.h"

#include "ka-map-symbol.h"

#include "ka-map-day.h"

/* The least scale at which places of each rank are shown, in user units for a kilometre */
static const double min_scales[4] = { 0, 0, 1.05, 2.6 };
/* The part of that scale from which places in featured regions are shown */
#define FEATURED_FACTOR 0.8
/* The distance to a town of more importance, in user units, from which a town of each rank is shown
 * at any scale */
static const double min_rooms[4] = { 0, 0, 38, 60 };

/* Radii of capitals and of each rank of town, in user units */
static const double town_radii[4] = { 4.6, 3.4, 2.8, 2.3 };

gboolean
ka_map_is_capital (const KaPlace *place, KaDay day)
{
  return place->is_capital && day >= place->capital_from;
}

KaMapSymbol
ka_map_get_symbol (const KaPlace *place, KaDay day, double *radius)
{
  if (place->kind == KA_PLACE_PEAK)
    {
      *radius = place->rank == 1 ? 5.5 : 4.2;
      return KA_MAP_SYMBOL_PEAK;
    }
  if (place->kind == KA_PLACE_RUIN)
    {
      *radius = 3.4;
      return KA_MAP_SYMBOL_RUIN;
    }
  if (place->kind != KA_PLACE_TOWN)
    return KA_MAP_SYMBOL_NONE;
  *radius = town_radii[ka_map_is_capital (place, day) ? 0 : CLAMP (place->rank, 1, 3)];

  return ka_map_is_capital (place, day) ? KA_MAP_SYMBOL_CAPITAL : KA_MAP_SYMBOL_TOWN;
}

gboolean
ka_map_shows_place (const KaMapScene *scene, const KaPlace *place, KaDay day, double scale)
{
  int    rank = CLAMP (place->rank, 1, 3);
  double min = min_scales[rank];

  if (place->area != NULL && ka_map_is_featured (scene, place->area->region))
    min *= FEATURED_FACTOR;

  return ka_span_has (place->span, day) &&
         (scale >= min || scene->rooms_km[place->item.index] * scale >= min_rooms[rank]);
}

void
ka_map_symbol_paint (cairo_t       *cr,
                     const KaTheme *theme,
                     KaMapSymbol    symbol,
                     KaPoint        at,
                     double         radius)
{
  cairo_new_path (cr);
  if (symbol == KA_MAP_SYMBOL_PEAK)
    {
      cairo_move_to (cr, at.x, at.y - radius * 0.9);
      cairo_line_to (cr, at.x + radius, at.y + radius * 0.8);
      cairo_line_to (cr, at.x - radius, at.y + radius * 0.8);
      cairo_close_path (cr);
      ka_colour_set_source (&theme->peak, cr);
      cairo_fill (cr);
      return;
    }
  if (symbol == KA_MAP_SYMBOL_RUIN)
    {
      static const KaPoint dots[3] = { { 0, -0.6 }, { 0.7, 0.6 }, { -0.7, 0.6 } };

      for (int i = 0; i < 3; i++)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, at.x + dots[i].x * radius, at.y + dots[i].y * radius, radius * 0.38, 0,
                     2 * G_PI);
        }
      ka_colour_set_source (&theme->town, cr);
      cairo_fill (cr);
      return;
    }

  cairo_arc (cr, at.x, at.y, radius - 0.6, 0, 2 * G_PI);
  ka_colour_set_source (&theme->town_fill, cr);
  cairo_fill_preserve (cr);
  ka_colour_stroke (&theme->town, cr, 1, 1.3);
  if (symbol == KA_MAP_SYMBOL_CAPITAL)
    {
      cairo_arc (cr, at.x, at.y, radius * 0.38, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}
