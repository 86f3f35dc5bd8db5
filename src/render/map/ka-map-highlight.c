/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the selected item and the one under the pointer over the base: lighter land in a thin
 * outline, lines in a glow, places in a ring, lines and land of another day as ghosts.
 */

#include "config.h"

#include "ka-map-compare.h"
#include "ka-map-parts.h"
#include "ka-map-symbol.h"
#include "ka-query.h"

/* Strokes the path as a glow, on which a line keeps the style of its class */
static void
paint_glow (const KaPaintContext *context, gboolean is_selected)
{
  cairo_t        *cr = context->cr;
  const KaColour *colour = &context->theme->selection;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  ka_colour_stroke_preserve (colour, cr, 0.14, is_selected ? 14 : 11);
  ka_colour_stroke_preserve (colour, cr, is_selected ? 0.45 : 0.25, is_selected ? 9 : 7.5);
}

static void
paint_frontier (const KaPaintContext *context, const KaFrontier *frontier, gboolean is_selected)
{
  if (frontier->geometry == NULL)
    return;

  if (ka_span_has (frontier->span, context->day->day))
    {
      ka_map_path_geometry (context, frontier->geometry, context->level);
      paint_glow (context, is_selected);
      cairo_new_path (context->cr);
    }
  ka_map_stroke_frontier (context, frontier);
}

static GPtrArray *
find_outline (const KaPaintContext *context, const GPtrArray *areas)
{
  g_autofree gboolean *is_inside = g_new0 (gboolean, context->scene->n_areas + 1);

  for (guint i = 0; i < areas->len; i++)
    {
      gssize number = ka_map_scene_number_of (context->scene, areas->pdata[i]);

      if (number >= 0)
        is_inside[number] = TRUE;
    }

  return ka_map_scene_outline (context->scene, is_inside);
}

/* Lightens land and gives it one thin outer line, in a glow where it is selected */
static void
paint_areas (const KaPaintContext *context, const GPtrArray *areas, gboolean is_selected)
{
  g_autoptr (GPtrArray) rings = find_outline (context, areas);
  cairo_t *cr = context->cr;

  ka_map_path_chains (context, rings, context->level);
  ka_colour_set_source_alpha (&context->theme->halo, cr, context->theme->is_dark ? 0.18 : 0.30);
  cairo_fill (cr);
  ka_map_path_outline (context, rings, context->level);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (is_selected)
    ka_colour_stroke_preserve (&context->theme->selection, cr, 0.22, 6.0);
  ka_colour_stroke (&context->theme->selection, cr, 1, 1.1);
}

/* Outlines the land that a polity of another time held on the nearest day of its life */
static void
paint_ghost (const KaPaintContext *context, const KaItem *polity)
{
  KaSpan life = ka_query_life_of (polity);
  KaDay  nearest = CLAMP (context->day->day, life.from, life.to - 1);
  g_autoptr (GPtrArray) areas = ka_query_areas_about (context->scene->atlas, polity, nearest);
  g_autoptr (GPtrArray) rings = find_outline (context, areas);

  ka_map_path_outline (context, rings, context->level);
  ka_map_stroke_line (context->cr, context->theme, KA_MAP_LINE_GHOST, FALSE);
}

static void
paint_place (const KaPaintContext *context, const KaPlace *place, gboolean is_selected)
{
  KaPoint  at = ka_viewport_to_user (context->viewport,
                                     context->scene->places_km[place->item.index]);
  double   radius = 4.0;
  cairo_t *cr = context->cr;

  if (place->geometry != NULL)
    {
      ka_map_path_geometry (context, place->geometry, context->level);
      paint_glow (context, is_selected);
      ka_colour_stroke (&context->theme->water_line, cr, 1, 1.6);
      return;
    }
  if (ka_map_get_symbol (place, context->day->day, &radius) == KA_MAP_SYMBOL_NONE)
    return;

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius + 4.5, 0, 2 * G_PI);
  ka_colour_set_source_alpha (&context->theme->selection, cr, is_selected ? 0.28 : 0.15);
  cairo_fill_preserve (cr);
  ka_colour_stroke (&context->theme->selection, cr, 1, 1.8);
}

static void
paint_item (const KaPaintContext *context, const KaItem *item, gboolean is_selected)
{
  const KaList *places = ka_query_places_of (item);
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (GPtrArray) frontiers = NULL;

  if (item->kind == KA_ITEM_PLACE)
    {
      paint_place (context, (const KaPlace *) item, is_selected);
      return;
    }
  if (item->kind == KA_ITEM_POLITY && !ka_span_has (ka_query_life_of (item), context->day->day))
    {
      paint_ghost (context, item);
      return;
    }

  areas = ka_query_areas_about (context->scene->atlas, item, context->state->day);
  frontiers = ka_query_frontiers_about (context->scene->atlas, item, context->state->day);
  if (areas->len > 0 && item->kind != KA_ITEM_FRONTIER)
    paint_areas (context, areas, is_selected);
  if (item->kind == KA_ITEM_FRONTIER || item->kind == KA_ITEM_ARTICLE ||
      item->kind == KA_ITEM_ANNEX || item->kind == KA_ITEM_TREATY || item->kind == KA_ITEM_EVENT)
    for (guint i = 0; i < frontiers->len; i++)
      paint_frontier (context, frontiers->pdata[i], is_selected);
  for (gsize i = 0; places != NULL && i < places->n_items; i++)
    /* A clause that names a river means a stretch of it, not all of it */
    if (((const KaPlace *) places->items[i])->geometry == NULL)
      paint_place (context, places->items[i], is_selected);
}

/* Paints the treaty line of the day again, over the outline of land */
static void
repeat_principal (const KaPaintContext *context)
{
  const KaFrontier *principal = context->day->principal;

  if (principal != NULL && principal->geometry != NULL &&
      ka_map_shows_frontier (context->state, principal))
    ka_map_stroke_frontier (context, principal);
}

void
ka_map_highlight_paint (const KaPaintContext *context)
{
  const KaViewState *state = context->state;
  /* A step is highlighted alone, without the rest of its annex */
  const KaItem *hover = state->hover_step == 0 ? state->hover : NULL;
  const KaItem *selection = state->step == 0 && state->compared == NULL ? state->selection : NULL;

  cairo_save (context->cr);
  cairo_set_antialias (context->cr, CAIRO_ANTIALIAS_FAST);
  if (hover != NULL && hover != selection)
    paint_item (context, hover, FALSE);
  if (selection != NULL)
    paint_item (context, selection, TRUE);
  if ((hover != NULL && hover->kind != KA_ITEM_PLACE) ||
      (selection != NULL && selection->kind != KA_ITEM_PLACE &&
       selection->kind != KA_ITEM_FRONTIER))
    repeat_principal (context);
  ka_map_compare_paint (context);
  if (state->step > 0 && state->selection != NULL)
    ka_map_step_paint (context, state->selection, state->step, TRUE);
  if (state->hover_step > 0 && state->hover != NULL)
    ka_map_step_paint (context, state->hover, state->hover_step, FALSE);
  cairo_restore (context->cr);
}
