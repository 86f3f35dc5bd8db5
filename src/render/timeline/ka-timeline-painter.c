/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws a timeline layout: grid, axis, headers of groups, lanes, and the rings of hover and focus.
 * The layout decides the places.
 */

#include "config.h"

#include "ka-timeline-painter.h"

#include <math.h>

#include "ka-timeline-parts.h"

#define TRIANGLE_X   11.0
#define MARK_X       26.0
#define TITLE_X      36.0
#define COUNT_INDENT 7.0
#define TICK_WIDTH   2.0
#define TICK_HEIGHT  9.0

/* From the line of the axis to the middle of its rows. */
#define MINOR_ROW        10.5
#define MAJOR_ROW        25.0
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
      cairo_line_to (context->cr, x, layout->frame.axis_y);
      cairo_move_to (context->cr, x, layout->frame.lifetimes_y);
      cairo_line_to (context->cr, x, layout->frame.height);
    }
  cairo_stroke (context->cr);
}

static void
paint_tick_labels (const KaTimelinePainting *context,
                   const GArray             *ticks,
                   const KaTypeStyle        *style,
                   const KaColour           *ink,
                   double                    y)
{
  ka_colour_set_source (ink, context->cr);
  for (guint i = 0; i < ticks->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (ticks, KaTimeTick, i);

      if (tick->label_width > 0)
        ka_timeline_show_label (context, style, tick->label, tick->label_x, y);
    }
}

static void
paint_axis (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;
  const KaTheme          *theme = context->theme;
  const KaTimeTicks      *ticks = &layout->ticks;
  cairo_t                *cr = context->cr;
  const double            y = layout->frame.axis_y;

  ka_colour_set_source (&theme->rule, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, layout->frame.axis.width, y);
  for (guint i = 0; i < ticks->minor->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (ticks->minor, KaTimeTick, i);

      cairo_move_to (cr, tick->x, y);
      cairo_line_to (cr, tick->x, y + (tick->label_width > 0 ? 8 : 4));
    }
  for (guint i = 0; i < ticks->major->len; i++)
    {
      const double x = g_array_index (ticks->major, KaTimeTick, i).x;

      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, layout->frame.axis_end - 2);
    }
  cairo_stroke (cr);
  paint_tick_labels (context, ticks->minor, &ka_timeline_minor_style, &theme->text_muted,
                     y + MINOR_ROW);
  paint_tick_labels (context, ticks->major, &ka_timeline_major_style, &theme->text, y + MAJOR_ROW);
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
  cairo_line_to (cr, layout->today_x, layout->frame.axis_y + 17);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  ka_colour_set_source (&context->theme->text, cr);
  ka_timeline_show_label (context, &ka_timeline_minor_style, layout->today_label,
                          layout->today_label_x, layout->frame.axis_y + MINOR_ROW);
}

static void
paint_stem (const KaTimelinePainting *context,
            double                    x,
            double                    y,
            double                    foot,
            const KaColour           *colour,
            double                    alpha)
{
  ka_colour_set_source_alpha (colour, context->cr, alpha);
  cairo_set_line_width (context->cr, 1);
  cairo_move_to (context->cr, x, y);
  cairo_line_to (context->cr, x, foot);
  cairo_stroke (context->cr);
}

/* What is quiet or filtered out has no stem. */
static void
paint_stem_of (const KaTimelinePainting *context, const KaTimelinePlaced *placed)
{
  const KaTimelineLook look = ka_timeline_get_look (context, placed->entry);

  if (look.emphasis <= KA_TIMELINE_LIT)
    paint_stem (context, placed->x0, placed->y, placed->foot, &look.line, 0.45);
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
  for (guint i = 0; i < layout->overflows->len && layout->density < 1; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);

      paint_stem (context, overflow->stem_x, overflow->box.y1, overflow->foot,
                  &context->theme->text_muted, 0.4 * (1 - layout->density));
    }
}

static void
paint_triangle (const KaTimelinePainting *context, double y, gboolean is_folded)
{
  cairo_t *cr = context->cr;

  if (is_folded)
    {
      cairo_move_to (cr, TRIANGLE_X - 2, y - 4);
      cairo_line_to (cr, TRIANGLE_X + 3, y);
      cairo_line_to (cr, TRIANGLE_X - 2, y + 4);
    }
  else
    {
      cairo_move_to (cr, TRIANGLE_X - 4, y - 2);
      cairo_line_to (cr, TRIANGLE_X + 4, y - 2);
      cairo_line_to (cr, TRIANGLE_X, y + 3);
    }
  cairo_close_path (cr);
  ka_colour_fill (&context->theme->text_muted, cr);
}

static void
paint_tick (const KaTimelinePainting *context,
            const KaTimelineEntry    *entry,
            double                    x,
            const KaBox              *header)
{
  const KaTimelineLook look = ka_timeline_get_look (context, entry);
  const double         y = (header->y0 + header->y1) / 2;
  double               height = TICK_HEIGHT * look.size * look.size;

  if (entry->item == context->state->selection)
    height = header->y1 - header->y0 - 2;
  ka_colour_set_source (height > TICK_HEIGHT ? &context->theme->accent : &look.line, context->cr);
  cairo_rectangle (context->cr, x - TICK_WIDTH / 2, y - height / 2, TICK_WIDTH, height);
  cairo_fill (context->cr);
}

/* Paints the thin marks of a folded group. Of events on one pixel only the first and the selected
 * one are painted: there may be very many. */
static void
paint_ticks (const KaTimelinePainting *context, const KaTimelineGroup *group)
{
  const KaTimelineLayout  *layout = context->layout;
  const KaTimelineEntries *entries = layout->entries;
  double                   last_x = -TICK_WIDTH, x;

  for (guint i = 0; ka_timeline_group_find_tick (group, entries, &layout->frame.axis, &i, &x); i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get_in (entries, group->members, i);

      if (fabs (x - last_x) < 1 && entry->item != context->state->selection)
        continue;
      paint_tick (context, entry, x, &group->header);
      last_x = x;
    }
}

static void
paint_group (const KaTimelinePainting *context, const KaTimelineGroup *group)
{
  const KaTheme   *theme = context->theme;
  KaTimelineMeter *meter = context->layout->entries->meter;
  cairo_t         *cr = context->cr;
  const double     title_x = group->category != 0 ? TITLE_X : MARK_X - 5;
  g_autofree char *count = g_strdup_printf ("%u", group->members->len);
  double           width, count_width, y;
  const KaBox      box = group->header;

  if (group->title == NULL || box.y1 <= 0 || box.y0 >= context->layout->frame.axis_y)
    return;

  y = (box.y0 + box.y1) / 2;
  cairo_rectangle (cr, box.x0, box.y0 + 0.5, box.x1, box.y1 - box.y0 - 1);
  ka_colour_fill (&theme->panel, cr);
  cairo_rectangle (cr, box.x0, box.y0, box.x1, 1);
  ka_colour_fill (&theme->rule, cr);
  if (group->pack == NULL)
    paint_ticks (context, group);

  width = ka_timeline_meter_measure (meter, cr, &ka_timeline_major_style, group->title);
  count_width = ka_timeline_meter_measure (meter, cr, &ka_timeline_minor_style, count);
  cairo_rectangle (cr, 0, box.y0 + 1, title_x + width + COUNT_INDENT + count_width + 6,
                   box.y1 - box.y0 - 1.5);
  ka_colour_fill (&theme->panel, cr);
  paint_triangle (context, y, group->pack == NULL);
  if (group->category != 0)
    ka_category_paint (cr, group->category, theme, MARK_X, y, 4);
  ka_colour_set_source (&theme->text, cr);
  ka_timeline_show_label (context, &ka_timeline_major_style, group->title, title_x, y);
  ka_colour_set_source (&theme->text_muted, cr);
  ka_timeline_show_label (context, &ka_timeline_minor_style, count, title_x + width + COUNT_INDENT,
                          y);
}

static gboolean
is_in_sight (const KaTimelineLayout *layout, const KaBox *box)
{
  return box->y1 > 0 && box->y0 < layout->frame.axis_y;
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
  for (guint i = 0; i < layout->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);

      if (is_in_sight (layout, &overflow->box))
        ka_timeline_paint_overflow (context, overflow);
    }
}

/* Lanes that are higher than the timeline have a bar at the edge that says which part is seen. */
static void
paint_scroll_bar (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;
  const double            length = layout->frame.axis_y - 2 * SCROLL_BAR_PAD;
  const double            whole = layout->frame.axis_y + layout->frame.max_top;
  const double            x = layout->frame.axis.width - SCROLL_BAR_WIDTH - 1;
  double                  y;

  if (layout->frame.max_top <= 0 || length <= 0)
    return;

  y = SCROLL_BAR_PAD + length * layout->frame.top / whole;
  ka_timeline_trace_bar (context->cr, x, y, x + SCROLL_BAR_WIDTH,
                         y + MAX (length * layout->frame.axis_y / whole, 2 * SCROLL_BAR_WIDTH),
                         SCROLL_BAR_WIDTH / 2);
  ka_colour_fill (&context->theme->text_muted, context->cr);
}

static void
paint_base (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;

  paint_grid (context);

  cairo_save (context->cr);
  cairo_rectangle (context->cr, 0, 0, layout->frame.axis.width, layout->frame.axis_y);
  cairo_clip (context->cr);
  paint_stems (context);
  ka_timeline_density_paint (context);
  for (int i = 0; i < ka_timeline_groups_get_n_groups (layout->groups); i++)
    paint_group (context, ka_timeline_groups_get (layout->groups, i));
  paint_lanes (context);
  paint_scroll_bar (context);
  cairo_restore (context->cr);

  ka_timeline_band_paint (context);
  ka_timeline_lifetimes_paint (context);
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
  ka_colour_stroke (colour, context->cr, 1, width);
}

static void
paint_overlay (const KaTimelinePainting *context)
{
  g_autoptr (KaTimelineOverlay) overlay = ka_timeline_overlay_new (context->layout, context->state);

  if (context->state->hover != NULL)
    paint_ring (context, context->state->hover, &context->theme->text_muted, 1.2);
  ka_timeline_playhead_paint (context, overlay);
}

void
ka_timeline_paint (cairo_t                *cr,
                   const KaTimelineLayout *layout,
                   const KaViewState      *state,
                   const KaTheme          *theme,
                   KaTimelinePass          passes)
{
  KaTimelinePainting context;

  ka_timeline_painting_init (&context, cr, layout, state, theme);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->frame.axis.width, layout->frame.height);
  cairo_clip (cr);
  cairo_new_path (cr);
  if ((passes & KA_TIMELINE_BASE) != 0)
    paint_base (&context);
  if ((passes & KA_TIMELINE_PLAYHEAD) != 0)
    paint_overlay (&context);
  cairo_restore (cr);
}

/* Paints the ring round the header of a group. */
static void
paint_header_ring (const KaTimelinePainting *context, const KaBox *header)
{
  const KaTimelineFrame *frame = &context->layout->frame;

  cairo_rectangle (context->cr, 0, 0, frame->axis.width, frame->axis_y);
  cairo_clip (context->cr);
  cairo_rectangle (context->cr, header->x0 + 4, header->y0 + 1.5, header->x1 - header->x0 - 8,
                   header->y1 - header->y0 - 3);
  ka_colour_stroke (&context->theme->accent, context->cr, 1, 2);
}

void
ka_timeline_paint_focus (cairo_t                *cr,
                         const KaTimelineLayout *layout,
                         const KaTimelineRow    *row,
                         const KaTheme          *theme)
{
  const KaTimelinePainting context = { .cr = cr, .layout = layout, .theme = theme };
  const KaTimelineGroup   *group = ka_timeline_layout_get_group (layout, row->group);

  cairo_save (cr);
  cairo_new_path (cr);
  if (group != NULL)
    paint_header_ring (&context, &group->header);
  else if (row->item != NULL && row->group == KA_TIMELINE_NO_GROUP)
    paint_ring (&context, row->item, &theme->accent, 2);
  cairo_restore (cr);
}
