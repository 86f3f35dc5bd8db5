/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is selected and what the pointer is on, over the base: glow and outline for land, a strong
 * stroke for lines, a ring for places.
 */

#include "config.h"

#include "ka-label-private.h"
#include "ka-map-brush.h"
#include "ka-query.h"

static void
stroke_glow (const KaMapBrush *brush, double width, double alpha)
{
  cairo_set_line_width (brush->cr, width);
  ka_colour_set_source_alpha (&brush->theme->accent, brush->cr, alpha);
  cairo_stroke_preserve (brush->cr);
}

/* Strokes the path; lines in the accent, the outline of land in the colour of text, so that the
 * land of a treaty is not taken for its line */
static void
paint_lines (const KaMapBrush *brush, const KaColour *ink, gboolean is_selected)
{
  cairo_t *cr = brush->cr;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (is_selected)
    {
      stroke_glow (brush, 13, 0.10);
      stroke_glow (brush, 8.5, 0.16);
    }
  cairo_set_line_width (cr, is_selected ? 5.0 : 4.0);
  ka_colour_set_source_alpha (&brush->theme->halo, cr, 0.9);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, ink == &brush->theme->accent && is_selected ? 2.8 : 1.8);
  ka_colour_set_source (ink, cr);
  cairo_stroke (cr);
}

static void
paint_areas (const KaMapBrush *brush, const GPtrArray *areas, gboolean is_selected)
{
  g_autofree gboolean *is_inside = g_new0 (gboolean, brush->scene->n_areas + 1);
  g_autoptr (GPtrArray) rings = NULL;
  cairo_t *cr = brush->cr;

  for (guint i = 0; i < areas->len; i++)
    {
      gssize number = ka_map_scene_number_of (brush->scene, areas->pdata[i]);

      if (number >= 0)
        is_inside[number] = TRUE;
    }
  rings = ka_map_scene_outline (brush->scene, is_inside);

  if (!is_selected)
    {
      ka_map_path_chains (brush, rings, brush->level);
      ka_colour_set_source_alpha (&brush->theme->halo, cr, brush->theme->is_dark ? 0.18 : 0.30);
      cairo_fill (cr);
    }
  ka_map_path_outline (brush, rings, brush->level);
  paint_lines (brush, &brush->theme->text, is_selected);
}

static void
paint_place (const KaMapBrush *brush, const KaPlace *place, gboolean is_selected)
{
  KaPoint  at = ka_viewport_to_user (brush->viewport, brush->scene->places_km[place->item.index]);
  double   radius = 4.0;
  cairo_t *cr = brush->cr;

  if (place->geometry != NULL)
    {
      ka_map_path_geometry (brush, place->geometry, brush->level);
      paint_lines (brush, &brush->theme->accent, is_selected);
      return;
    }
  if (ka_map_get_symbol (place, &radius) == KA_MAP_SYMBOL_NONE)
    return;

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius + 4.5, 0, 2 * G_PI);
  ka_colour_set_source_alpha (&brush->theme->accent, cr, is_selected ? 0.28 : 0.15);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.8);
  ka_colour_set_source (&brush->theme->accent, cr);
  cairo_stroke (cr);
}

static void
paint_item (const KaMapBrush *brush, const KaItem *item, gboolean is_selected)
{
  const KaList *places = ka_query_places_of (item);
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (GPtrArray) frontiers = NULL;

  if (item->kind == KA_ITEM_PLACE)
    {
      paint_place (brush, (const KaPlace *) item, is_selected);
      return;
    }

  areas = ka_query_areas_about (brush->scene->atlas, item, brush->state->day);
  frontiers = ka_query_frontiers_about (brush->scene->atlas, item, brush->state->day);
  if (areas->len > 0 && item->kind != KA_ITEM_FRONTIER)
    paint_areas (brush, areas, is_selected);
  if (item->kind == KA_ITEM_FRONTIER || item->kind == KA_ITEM_ARTICLE ||
      item->kind == KA_ITEM_ANNEX || item->kind == KA_ITEM_TREATY || item->kind == KA_ITEM_EVENT)
    for (guint i = 0; i < frontiers->len; i++)
      {
        const KaFrontier *frontier = frontiers->pdata[i];

        if (frontier->geometry == NULL)
          continue;
        ka_map_path_geometry (brush, frontier->geometry, brush->level);
        paint_lines (brush, &brush->theme->accent, is_selected);
      }
  for (gsize i = 0; places != NULL && i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];

      /* A clause names a river for the stretch that its line follows, not from source to mouth */
      if (place->geometry == NULL)
        paint_place (brush, place, is_selected);
    }
}

/* The treaty line of the day stays on top of the outline of land that it bounds */
static void
repeat_principal (const KaMapBrush *brush)
{
  const KaFrontier *principal = brush->day->principal;

  if (principal == NULL || !ka_map_shows_frontier (brush->state, principal))
    return;

  ka_map_path_geometry (brush, principal->geometry, brush->level);
  ka_map_stroke_frontier (brush->cr, brush->theme, principal, TRUE, brush->viewport->scale);
}

void
ka_map_highlight_paint (const KaMapBrush *brush)
{
  const KaViewState *state = brush->state;
  /* A step stands out by itself, without all the rest of what its annex is about */
  const KaItem *hover = state->hover_step == 0 ? state->hover : NULL;
  const KaItem *selection = state->step == 0 ? state->selection : NULL;

  cairo_save (brush->cr);
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_FAST);
  if (hover != NULL && hover != selection)
    paint_item (brush, hover, FALSE);
  if (selection != NULL)
    paint_item (brush, selection, TRUE);
  if ((hover != NULL && hover->kind != KA_ITEM_PLACE) ||
      (selection != NULL && selection->kind != KA_ITEM_PLACE &&
       selection->kind != KA_ITEM_FRONTIER))
    repeat_principal (brush);
  if (state->step > 0 && state->selection != NULL)
    ka_map_step_paint (brush, state->selection, state->step, TRUE);
  if (state->hover_step > 0 && state->hover != NULL)
    ka_map_step_paint (brush, state->hover, state->hover_step, FALSE);
  cairo_restore (brush->cr);
}
