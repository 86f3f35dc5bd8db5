/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the frontiers of two treaties that are compared.
 */

#include "config.h"

#include "ka-map-compare.h"

#include "ka-map-parts.h"
#include "ka-query.h"

static const double dashes[] = { 9, 7 };

const KaTreaty *
ka_map_compare_get_treaty (const KaViewState *state)
{
  if (state->compared == NULL || state->selection == NULL)
    return NULL;

  return state->selection->kind == KA_ITEM_TREATY ? (const KaTreaty *) state->selection
                                                  : ((const KaArticle *) state->selection)->treaty;
}

void
ka_map_compare_stroke (cairo_t *cr, const KaTheme *theme, gboolean is_second)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  if (is_second)
    {
      ka_colour_stroke_preserve (&theme->halo, cr, 1, 4.0);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      ka_colour_stroke (&theme->border, cr, 1, 2.6);
    }
  else
    {
      ka_colour_stroke_preserve (&theme->halo, cr, 0.8, 9.0);
      ka_colour_stroke (&theme->accent, cr, 1, 7.0);
    }
  cairo_restore (cr);
}

static void
paint_treaty (const KaPaintContext *context, const KaTreaty *treaty, gboolean is_second)
{
  g_autoptr (GPtrArray) frontiers = ka_query_frontiers_about (
    context->scene->atlas, KA_ITEM (treaty), context->state->day);

  cairo_new_path (context->cr);
  for (guint i = 0; i < frontiers->len; i++)
    {
      const KaFrontier *frontier = frontiers->pdata[i];

      if (frontier->geometry != NULL)
        ka_map_path_geometry (context, frontier->geometry, context->level);
    }
  ka_map_compare_stroke (context->cr, context->theme, is_second);
}

void
ka_map_compare_paint (const KaPaintContext *context)
{
  const KaTreaty *first = ka_map_compare_get_treaty (context->state);

  if (first == NULL)
    return;

  paint_treaty (context, first, FALSE);
  paint_treaty (context, context->state->compared, TRUE);
}
