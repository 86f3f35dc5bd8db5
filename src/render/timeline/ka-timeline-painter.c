/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a timeline layout. Everything about where is decided there; here is only how it looks.
 */

#include "config.h"

#include "ka-timeline-painter.h"

#include "ka-cairo-auto.h"
#include "ka-timeline-private.h"

#include <math.h>

/* From the line of the axis to the middle of the fine row. */
#define MINOR_ROW        10.5
#define SCROLL_BAR_WIDTH 4.0
#define SCROLL_BAR_PAD   3.0

static void
paint_grid (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;
  const GArray           *major = layout->ticks.major;

  ka_colour_set_source_alpha (&context->theme->rule, context->cr, 0.7);
  cairo_set_line_width (context->cr, 1);
  for (guint i = 0; i < major->len; i++)
    {
      double x = g_array_index (major, KaTimeTick, i).x;

      cairo_move_to (context->cr, x, 0);
      cairo_line_to (context->cr, x, layout->axis_y);
      cairo_move_to (context->cr, x, layout->lives_y);
      cairo_line_to (context->cr, x, layout->height);
    }
  cairo_stroke (context->cr);
}

static void
paint_axis (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;
  const KaTheme          *theme = context->theme;
  cairo_t                *cr = context->cr;
  const double            y = layout->axis_y;
  const double            minor_y = y + MINOR_ROW;
  const double            major_y = y + 25;

  ka_colour_set_source (&theme->rule, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, layout->axis.width, y);
  for (guint i = 0; i < layout->ticks.minor->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (layout->ticks.minor, KaTimeTick, i);

      cairo_move_to (cr, tick->x, y);
      cairo_line_to (cr, tick->x, y + (tick->label_width > 0 ? 8 : 4));
    }
  for (guint i = 0; i < layout->ticks.major->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (layout->ticks.major, KaTimeTick, i);

      cairo_move_to (cr, tick->x, y);
      cairo_line_to (cr, tick->x, layout->axis_end - 2);
    }
  cairo_stroke (cr);

  for (guint i = 0; i < layout->ticks.minor->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (layout->ticks.minor, KaTimeTick, i);

      ka_colour_set_source (&theme->text_muted, cr);
      if (tick->label_width > 0)
        ka_timeline_show_label (context, &ka_timeline_minor_style, tick->label, tick->label_x,
                                minor_y);
    }
  for (guint i = 0; i < layout->ticks.major->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (layout->ticks.major, KaTimeTick, i);

      ka_colour_set_source (&theme->text, cr);
      if (tick->label_width > 0)
        ka_timeline_show_label (context, &ka_timeline_major_style, tick->label, tick->label_x,
                                major_y);
    }
}

static void
paint_today (const KaTimelinePainting *context)
{
  static const double     dashes[] = { 4, 3 };
  const KaTimelineLayout *layout = context->layout;
  cairo_t                *cr = context->cr;

  if (!layout->has_today)
    return;

  ka_colour_set_source_alpha (&context->theme->text, cr, 0.7);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, layout->today_x, 0);
  cairo_line_to (cr, layout->today_x, layout->axis_y + 17);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  ka_colour_set_source (&context->theme->text, cr);
  ka_timeline_show_label (context, &ka_timeline_minor_style, KA_TIMELINE_TODAY,
                          layout->today_label_x, layout->axis_y + MINOR_ROW);
}

/* Only what is asked for has a stem. */
static void
paint_stem_of (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  const KaTimelineLook look = ka_timeline_get_look (context, placed->entry);

  if (look.emphasis <= KA_TIMELINE_LIT)
    ka_timeline_paint_stem (context, placed->x0, placed->y, placed->foot, &look.line, 0.45);
}

static void
paint_stems (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;

  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (!placed->is_span)
        paint_stem_of (context, placed);
    }
  for (guint i = 0; i < layout->clusters->len && layout->density < 1; i++)
    {
      const KaTimelineCluster *cluster = &g_array_index (layout->clusters, KaTimelineCluster, i);

      ka_timeline_paint_stem (context, cluster->stem_x, cluster->box.y1, cluster->foot,
                              &context->theme->text_muted, 0.4 * (1 - layout->density));
    }
}

static gboolean
is_in_sight (const KaTimelineLayout *layout, const KaBox *box)
{
  return box->y1 > 0 && box->y0 < layout->axis_y;
}

static void
paint_lanes (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;

  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (!is_in_sight (layout, &placed->box))
        continue;
      if (placed->is_span)
        ka_timeline_paint_span (context, placed);
      else
        ka_timeline_paint_point (context, placed);
    }
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const KaTimelineCluster *cluster = &g_array_index (layout->clusters, KaTimelineCluster, i);

      if (is_in_sight (layout, &cluster->box))
        ka_timeline_paint_cluster (context, cluster);
    }
  for (guint i = 0; i < layout->clusters->len; i++)
    ka_timeline_paint_folded_selection (context,
                                        &g_array_index (layout->clusters, KaTimelineCluster, i));
}

/* Lanes that are higher than the timeline have a bar at the edge that says which part is seen. */
static void
paint_scroll_bar (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;
  const double            length = layout->axis_y - 2 * SCROLL_BAR_PAD;
  const double            whole = layout->axis_y + layout->max_top;
  const double            x = layout->axis.width - SCROLL_BAR_WIDTH - 1;
  double                  y;

  if (layout->max_top <= 0 || length <= 0)
    return;

  y = SCROLL_BAR_PAD + length * layout->top / whole;
  ka_timeline_trace_bar (context->cr, x, y, x + SCROLL_BAR_WIDTH,
                         y + MAX (length * layout->axis_y / whole, 2 * SCROLL_BAR_WIDTH),
                         SCROLL_BAR_WIDTH / 2);
  ka_colour_set_source (&context->theme->text_muted, context->cr);
  cairo_fill (context->cr);
}

static void
paint_base (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;

  paint_grid (context);

  cairo_save (context->cr);
  cairo_rectangle (context->cr, 0, 0, layout->axis.width, layout->axis_y);
  cairo_clip (context->cr);
  paint_stems (context);
  ka_timeline_density_paint (context);
  for (guint i = 0; i < layout->groups->len && layout->plan.grouping != KA_GROUPING_NONE; i++)
    ka_timeline_group_paint (context, &g_array_index (layout->groups, KaTimelineGroup, i));
  paint_lanes (context);
  paint_scroll_bar (context);
  cairo_restore (context->cr);

  ka_timeline_band_paint (context);
  ka_timeline_lives_paint (context);
  paint_axis (context);
  paint_today (context);
}

static void
paint_ring (const KaTimelinePainting *context,
            const KaItem             *item,
            const KaColour           *colour,
            double                    width)
{
  KaBox box;

  if (!ka_timeline_layout_get_item_box (context->layout, item, &box))
    return;

  ka_timeline_trace_bar (context->cr, box.x0 - 2.5, box.y0 - 0.5, box.x1 + 2.5, box.y1 + 0.5, 5);
  ka_colour_set_source (colour, context->cr);
  cairo_set_line_width (context->cr, width);
  cairo_stroke (context->cr);
}

/* No half of a label looks out from below the chip. */
void
ka_timeline_clear_covered_labels (const KaTimelinePainting *context, double x0, double x1)
{
  const KaTimelineLayout *layout = context->layout;

  ka_colour_set_source (&context->theme->page, context->cr);
  for (guint i = 0; i < layout->ticks.major->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (layout->ticks.major, KaTimeTick, i);

      if (tick->label_width > 0 && tick->label_x < x1 && tick->label_x + tick->label_width > x0)
        cairo_rectangle (context->cr, tick->label_x - 2, layout->axis_y + 17, tick->label_width + 4,
                         layout->axis_end - layout->axis_y - 17);
    }
  cairo_fill (context->cr);
}

/* The day in a chip on the axis, below the line, kept inside the picture. */
static void
paint_chip (const KaTimelinePainting *context, double x)
{
  const KaTimelineLayout *layout = context->layout;
  g_autofree char        *day = ka_timeline_write_day (context->state);
  g_autoptr (PangoLayout)
    label = ka_type_layout (context->cr, context->theme, &ka_timeline_major_style, day);
  double       width, height, left;
  const double y = layout->axis_y + 17;

  ka_type_measure (label, &width, &height, NULL);
  left = CLAMP (x - width / 2, 8, MAX (8, layout->axis.width - width - 8));
  ka_timeline_clear_covered_labels (context, left - 10, left + width + 10);
  ka_timeline_trace_bar (context->cr, left - 6, y, left + width + 6, layout->axis_end - 1, 3);
  ka_colour_set_source (&context->theme->accent, context->cr);
  cairo_fill (context->cr);
  ka_colour_set_source (&context->theme->accent_text, context->cr);
  ka_type_show (context->cr, label, left, (y + layout->axis_end - 1 - height) / 2);
}

static void
paint_playhead (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;
  cairo_t                *cr = context->cr;
  const double            x = ka_time_axis_to_x (&layout->axis, (double) context->state->day + 0.5);

  ka_timeline_away_paint (context);
  if (x < -8 || x > layout->axis.width + 8)
    return;

  ka_colour_set_source (&context->theme->accent, cr);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, x, 8);
  cairo_line_to (cr, x, layout->axis_y + 18);
  cairo_move_to (cr, x, layout->axis_end);
  cairo_line_to (cr, x, layout->height);
  cairo_stroke (cr);
  cairo_move_to (cr, x - 6.5, 0);
  cairo_line_to (cr, x + 6.5, 0);
  cairo_line_to (cr, x + 6.5, 7);
  cairo_line_to (cr, x, 13);
  cairo_line_to (cr, x - 6.5, 7);
  cairo_close_path (cr);
  cairo_fill (cr);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->axis.width, layout->axis_y);
  cairo_clip (cr);
  for (guint i = 0; i < layout->placed->len; i++)
    ka_timeline_paint_present (context, &g_array_index (layout->placed, KaTimelinePlaced, i));
  for (guint i = 0; i < layout->clusters->len; i++)
    ka_timeline_paint_folded_present (context,
                                      &g_array_index (layout->clusters, KaTimelineCluster, i));
  cairo_restore (cr);
  if (x >= 0 && x <= layout->axis.width)
    paint_chip (context, x);
}

void
ka_timeline_paint (cairo_t           *cr,
                   KaTimelineLayout  *layout,
                   const KaViewState *state,
                   const KaTheme     *theme,
                   KaTimelinePass     passes)
{
  KaTimelinePainting context;

  ka_timeline_painting_init (&context, cr, layout, state, theme);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->axis.width, layout->height);
  cairo_clip (cr);
  cairo_new_path (cr);
  if ((passes & KA_TIMELINE_BASE) != 0)
    paint_base (&context);
  if ((passes & KA_TIMELINE_PLAYHEAD) != 0)
    {
      if (state->hover != NULL)
        paint_ring (&context, state->hover, &theme->text_muted, 1.2);
      paint_playhead (&context);
    }
  cairo_restore (cr);
}

void
ka_timeline_paint_focus (cairo_t          *cr,
                         KaTimelineLayout *layout,
                         const KaItem     *item,
                         const KaTheme    *theme)
{
  const KaTimelinePainting context = { .cr = cr, .layout = layout, .theme = theme };

  cairo_save (cr);
  cairo_new_path (cr);
  paint_ring (&context, item, &theme->accent, 2);
  cairo_restore (cr);
}

void
ka_timeline_paint_group_focus (cairo_t          *cr,
                               KaTimelineLayout *layout,
                               int               group,
                               const KaTheme    *theme)
{
  KaTimelineHeader header;

  if (!ka_timeline_layout_get_header (layout, group, &header))
    return;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->axis.width, layout->axis_y);
  cairo_clip (cr);
  cairo_rectangle (cr, header.box.x0 + 4, header.box.y0 + 1.5, header.box.x1 - header.box.x0 - 8,
                   header.box.y1 - header.box.y0 - 3);
  ka_colour_set_source (&theme->accent, cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_restore (cr);
}
