/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What found no lane: the "+n", and what comes out of it because it is selected or of the day.
 */

#include "config.h"

#include "ka-timeline-private.h"

#include <math.h>

/* Of a fold; in one of more items a single one is not made out anyway. */
#define MAX_LOOKED_AT 500

/* Whether there is anything in a fold that is asked for. */
static gboolean
has_lit (const KaTimelinePainting *context, const KaTimelineCluster *cluster)
{
  const KaTimelineEntries *entries = context->layout->entries;

  for (gsize i = 0; i < MIN (cluster->n_items, MAX_LOOKED_AT); i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_find (entries, cluster->items[i]);

      if (ka_timeline_get_emphasis (context, entry) <= KA_TIMELINE_LIT)
        return TRUE;
    }

  return FALSE;
}

static gboolean
contains_selection (const KaTimelinePainting *context, const KaTimelineCluster *cluster)
{
  if (context->state->selection == NULL)
    return FALSE;
  for (gsize i = 0; i < MIN (cluster->n_items, MAX_LOOKED_AT); i++)
    if (cluster->items[i] == context->state->selection)
      return TRUE;

  return FALSE;
}

/* The label of an event that is folded, to the right of @x1 or else to the left of @x0, over what
 * is there; a number that it would cut is covered whole. */
static void
paint_folded_label (const KaTimelinePainting *context,
                    const KaTimelineEntry    *entry,
                    double                    x0,
                    double                    x1,
                    double                    y)
{
  const GArray *clusters = context->layout->clusters;
  const double  half = context->layout->bar_height / 2;
  const double  room = entry->width + 2 * KA_TIMELINE_BAR_PAD;
  const double  x = x1 + room > context->layout->axis.width ? x0 - room : x1;
  double        start = x, end = x + room;

  for (guint i = 0; i < clusters->len && context->layout->density < 1; i++)
    {
      const KaBox *box = &g_array_index (clusters, KaTimelineCluster, i).box;

      if (box->x0 < x + room && box->x1 > x + room)
        end = box->x1 + 1;
      if (box->x0 < x && box->x1 > x)
        start = box->x0 - 1;
    }
  cairo_rectangle (context->cr, start, y - half, end - start, 2 * half);
  ka_colour_set_source (&context->theme->page, context->cr);
  cairo_fill (context->cr);
  ka_colour_set_source (&context->theme->text, context->cr);
  ka_timeline_show_label (context, &ka_timeline_item_bold_style, entry->label,
                          x + KA_TIMELINE_BAR_PAD, y);
}

/* What happened on the day that is shown stands before the playhead, and bolder than in its lane,
 * unless it is filtered out. */
void
ka_timeline_paint_present (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  const KaTimelineEmphasis emphasis = ka_timeline_get_emphasis (context, placed->entry);

  if (placed->is_span || placed->entry->date.earliest != context->state->day ||
      placed->y > context->layout->axis_y)
    return;

  if (placed->is_folded && placed->label_width <= 0 && emphasis <= KA_TIMELINE_LIT)
    paint_folded_label (context, placed->entry, placed->x0 - KA_TIMELINE_LABEL_INDENT,
                        placed->x0 + KA_TIMELINE_LABEL_INDENT - KA_TIMELINE_BAR_PAD, placed->y);
  ka_timeline_paint_mark (context, placed, KA_TIMELINE_MARK_RADIUS * 1.45);
  if (emphasis <= KA_TIMELINE_LIT)
    ka_timeline_paint_point_label (context, placed, &context->theme->text, TRUE, 1);
}

/* The selected event when it is folded here. */
void
ka_timeline_paint_folded_selection (const KaTimelinePainting *context,
                                    const KaTimelineCluster  *cluster)
{
  if (contains_selection (context, cluster) &&
      !ka_timeline_cluster_is_of_lives (context->layout, cluster))
    paint_folded_label (
      context, ka_timeline_entries_find (context->layout->entries, context->state->selection),
      cluster->box.x0 - 3, cluster->box.x1 + 3, (cluster->box.y0 + cluster->box.y1) / 2);
}

static void
trace_chip (cairo_t *cr, const KaTimelineCluster *cluster)
{
  const KaBox *box = &cluster->box;

  ka_timeline_trace_bar (cr, box->x0 + 0.5, box->y0 + 0.5, box->x1 - 0.5, box->y1 - 0.5,
                         (box->y1 - box->y0) / 2);
}

/* What happened on the day that is shown when it is folded here: its mark and label come out, and
 * a number that the mark would cover goes. */
void
ka_timeline_paint_folded_present (const KaTimelinePainting *context,
                                  const KaTimelineCluster  *cluster)
{
  const KaTimelineEntries *entries = context->layout->entries;
  const KaTimelineEntry   *greatest = NULL;

  if (context->state->day < cluster->from || context->state->day >= cluster->to)
    return;
  for (gsize i = 0; i < MIN (cluster->n_items, MAX_LOOKED_AT); i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_find (entries, cluster->items[i]);

      if (entry->category != 0 && entry->date.earliest == context->state->day &&
          (greatest == NULL || entry->importance > greatest->importance))
        greatest = entry;
    }
  if (greatest == NULL || greatest->item == context->state->selection)
    return;

  const KaTimelinePlaced placed = {
    .entry = greatest,
    .x0 = ka_timeline_layout_get_playhead_x (context->layout, context->state->day),
    .y = (cluster->box.y0 + cluster->box.y1) / 2,
  };

  paint_folded_label (
    context, greatest, MIN (cluster->box.x0, placed.x0 - KA_TIMELINE_LABEL_INDENT),
    MAX (cluster->box.x1, placed.x0 + KA_TIMELINE_LABEL_INDENT - KA_TIMELINE_BAR_PAD), placed.y);
  if (placed.x0 > cluster->box.x0 && placed.x0 < cluster->box.x1)
    {
      trace_chip (context->cr, cluster);
      ka_colour_set_source (&context->theme->panel, context->cr);
      cairo_fill (context->cr);
    }
  ka_timeline_paint_mark (context, &placed, KA_TIMELINE_MARK_RADIUS * 1.45);
}

void
ka_timeline_paint_cluster (const KaTimelinePainting *context, const KaTimelineCluster *cluster)
{
  const KaTheme  *theme = context->theme;
  cairo_t        *cr = context->cr;
  const gboolean  is_selected = contains_selection (context, cluster);
  const gboolean  is_lit = is_selected || has_lit (context, cluster);
  const gboolean  is_of_lives = ka_timeline_cluster_is_of_lives (context->layout, cluster);
  const double    strength = is_selected || is_of_lives ? 1 : 1 - context->layout->density;
  const double    y = (cluster->box.y0 + cluster->box.y1) / 2;
  const KaColour *line = is_lit ? &theme->text_muted : &context->faint_line;
  char            text[24];
  double          width;

  if (strength <= 0)
    return;
  if (cluster->n_items < 1000)
    g_snprintf (text, sizeof text, "+%" G_GSIZE_FORMAT, cluster->n_items);
  else
    g_snprintf (text, sizeof text, "+%" G_GSIZE_FORMAT "k", cluster->n_items / 1000);
  width = ka_timeline_meter_measure (context->layout->entries->meter, cr, &ka_timeline_minor_style,
                                     text);

  trace_chip (cr, cluster);
  ka_colour_set_source_alpha (is_lit ? &theme->panel : &theme->page, cr, strength);
  cairo_fill_preserve (cr);
  ka_colour_set_source_alpha (is_selected ? &theme->accent : line, cr, strength);
  cairo_set_line_width (cr, is_selected ? 1.8 : 1);
  cairo_stroke (cr);
  ka_colour_set_source_alpha (is_lit ? &theme->text_muted : &context->faint_ink, cr, strength);
  ka_timeline_show_label (context, &ka_timeline_minor_style, text,
                          (cluster->box.x0 + cluster->box.x1 - width) / 2, y);
}
