/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The headers of groups of lanes. Where a group is folded to its header thin marks in it say when
 * its events were, so that nothing is hidden silently.
 */

#include "config.h"

#include "ka-timeline-painter.h"
#include "ka-timeline-private.h"

#include <math.h>

#define TRIANGLE_X   11.0
#define MARK_X       26.0
#define TITLE_X      36.0
#define COUNT_INDENT 7.0
#define TICK_WIDTH   2.0
#define TICK_HEIGHT  9.0

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
  ka_colour_set_source (&context->theme->text_muted, cr);
  cairo_fill (cr);
}

static void
paint_tick (const KaTimelinePainting *context, const KaTimelineEntry *entry, double x, double y)
{
  const KaTimelineLook look = ka_timeline_get_look (context, entry);
  double               height = TICK_HEIGHT * look.size * look.size;

  if (entry->item == context->state->selection)
    height = KA_TIMELINE_HEADER - 2;
  ka_colour_set_source (height > TICK_HEIGHT ? &context->theme->accent : &look.line, context->cr);
  cairo_rectangle (context->cr, x - TICK_WIDTH / 2, y - height / 2, TICK_WIDTH, height);
  cairo_fill (context->cr);
}

/* Of events on one pixel the greatest that is not filtered out would hide the others anyway; the
 * first is as good, and there may be very many. */
static void
paint_folded (const KaTimelinePainting *context, const KaTimelineGroup *group, double y)
{
  const KaTimelineLayout  *layout = context->layout;
  const KaTimelineEntries *entries = layout->entries;
  double                   last_x = -TICK_WIDTH;

  for (guint i = ka_timeline_group_find_first (layout, group); i < group->members->len; i++)
    {
      const KaTimelineEntry *entry = &entries->entries[g_array_index (group->members, guint, i)];
      double                 x;

      x = ka_timeline_layout_get_tick_x (layout, entry);
      if (x > layout->axis.width)
        break;
      if (x - last_x < 1 && entry->item != context->state->selection)
        continue;
      paint_tick (context, entry, x, y);
      last_x = x;
    }
}

void
ka_timeline_group_paint (const KaTimelinePainting *context, const KaTimelineGroup *group)
{
  const KaTheme   *theme = context->theme;
  KaTimelineMeter *meter = context->layout->entries->meter;
  cairo_t         *cr = context->cr;
  const double     title_x = group->category != 0 ? TITLE_X : MARK_X - 5;
  g_autofree char *count = g_strdup_printf ("%u", group->members->len);
  double           width, count_width, y;
  KaBox            box;

  ka_timeline_group_get_header (context->layout, group, &box);
  if (box.y1 <= 0 || box.y0 >= context->layout->axis_y)
    return;

  y = (box.y0 + box.y1) / 2;
  cairo_rectangle (cr, box.x0, box.y0 + 0.5, box.x1, box.y1 - box.y0 - 1);
  ka_colour_set_source (&theme->panel, cr);
  cairo_fill (cr);
  cairo_rectangle (cr, box.x0, box.y0, box.x1, 1);
  ka_colour_set_source (&theme->rule, cr);
  cairo_fill (cr);
  if (group->pack == NULL)
    paint_folded (context, group, y);

  width = ka_timeline_meter_measure (meter, cr, &ka_timeline_major_style, group->title);
  count_width = ka_timeline_meter_measure (meter, cr, &ka_timeline_minor_style, count);
  cairo_rectangle (cr, 0, box.y0 + 1, title_x + width + COUNT_INDENT + count_width + 6,
                   box.y1 - box.y0 - 1.5);
  ka_colour_set_source (&theme->panel, cr);
  cairo_fill (cr);
  paint_triangle (context, y, group->pack == NULL);
  if (group->category != 0)
    ka_category_paint (cr, group->category, theme, MARK_X, y, 4);
  ka_colour_set_source (&theme->text, cr);
  ka_timeline_show_label (context, &ka_timeline_major_style, group->title, title_x, y);
  ka_colour_set_source (&theme->text_muted, cr);
  ka_timeline_show_label (context, &ka_timeline_minor_style, count, title_x + width + COUNT_INDENT,
                          y);
}
