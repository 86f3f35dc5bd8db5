/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the stretches of frontier that change between two days.
 */

#include "config.h"

#include "ka-map-changes.h"

#include "ka-map-parts.h"

#define BAND_WIDTH 8.0

/* The marks and gaps of the band of a line that is gone */
static const double broken[] = { 7, 5 };

static gboolean
has_changed (KaMapBorder before, KaMapBorder after, KaMapChange change)
{
  if (change == KA_MAP_CHANGE_GONE)
    return before >= KA_MAP_BORDER_AUTONOMY && after < KA_MAP_BORDER_AUTONOMY;

  return after >= KA_MAP_BORDER_AUTONOMY && after != before;
}

GPtrArray *
ka_map_changes_list (const KaPaintContext *context, KaMapChange change)
{
  KaMapScene *scene = context->scene;
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (KaMapDay) before = NULL;
  g_autoptr (KaMapDay) after = NULL;
  KaSpan days;

  if (ka_view_state_get_days (context->state, &days) && days.from < days.to)
    {
      before = ka_map_day_new (scene, days.from);
      after = ka_map_day_new (scene, days.to);
    }
  for (int i = 0; before != NULL && i < (int) scene->n_arcs; i++)
    {
      const KaArc *arc = scene->arcs[i].source;

      if (has_changed (ka_map_day_classify (before, arc), ka_map_day_classify (after, arc), change))
        g_array_append_val (arcs, i);
    }

  return ka_map_chain_lines (scene, arcs);
}

void
ka_map_changes_stroke (cairo_t *cr, const KaTheme *theme, KaMapChange change)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  if (change == KA_MAP_CHANGE_GONE)
    cairo_set_dash (cr, broken, G_N_ELEMENTS (broken), 0);
  ka_colour_stroke (change == KA_MAP_CHANGE_GONE ? &theme->ghost : &theme->accent, cr,
                    theme->is_dark ? 0.6 : 0.45, BAND_WIDTH);
  cairo_restore (cr);
}

void
ka_map_changes_paint (const KaPaintContext *context)
{
  for (int change = KA_N_MAP_CHANGES - 1; change >= 0; change--)
    {
      g_autoptr (GPtrArray) lines = ka_map_changes_list (context, (KaMapChange) change);

      ka_map_path_chains (context, lines, context->level);
      ka_map_changes_stroke (context->cr, context->theme, (KaMapChange) change);
    }
}
