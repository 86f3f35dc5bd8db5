/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes every decision of a timeline layout as text.
 */

#include "config.h"

#include "ka-layout-dump.h"

#include "ka-timeline-overlay.h"

static void
append_ticks (GString *text, const char *name, const GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (ticks, KaTimeTick, i);

      if (tick->label_width > 0)
        g_string_append_printf (text, "%s %.1f %.1f %s\n", name, tick->x, tick->label_x,
                                tick->label);
    }
}

static void
append_groups (GString *text, const KaTimelineLayout *self)
{
  g_string_append_printf (text, "timeline %.1f %.1f top %.1f of %.1f\n", self->frame.axis.width,
                          self->frame.height, self->frame.top, self->frame.max_top);
  for (int i = 0; i < ka_timeline_groups_get_n_groups (self->groups); i++)
    {
      const KaTimelineGroup *group = ka_timeline_groups_get (self->groups, i);

      g_string_append_printf (text, "group %d %.1f spans %d points %d of %u%s%s\n", group->number,
                              group->header.y0, group->pack != NULL ? group->pack->n_span_lanes : 0,
                              group->pack != NULL ? group->pack->n_point_lanes : 0,
                              group->members->len, group->title != NULL ? " " : "",
                              group->title != NULL ? group->title : "");
    }
}

static void
append_overlay (GString *text, const KaTimelineLayout *self, const KaViewState *state)
{
  g_autoptr (KaTimelineOverlay) overlay = ka_timeline_overlay_new (self, state);

  g_string_append_printf (text, "flag %.1f %.1f %s\n", overlay->flag.x0, overlay->flag.x1,
                          overlay->day);
  for (guint i = 0; i < overlay->raised->len; i++)
    {
      const KaTimelineRaised *raised = &g_array_index (overlay->raised, KaTimelineRaised, i);

      g_string_append_printf (text, "raised %.1f %.1f label %.1f clears %.1f %.1f %s\n", raised->x,
                              raised->y, raised->label_x, raised->cleared.x0, raised->cleared.x1,
                              raised->entry->label);
    }
  for (guint i = 0; i < overlay->nearest->len; i++)
    {
      const KaTimelineNearest *nearest = &g_array_index (overlay->nearest, KaTimelineNearest, i);

      g_string_append_printf (text, "nearest %.1f %.1f %s\n", nearest->box.x0, nearest->box.y0,
                              nearest->text);
    }
  for (guint i = 0; i < overlay->shifted->len; i++)
    {
      const KaTimelineShifted *shifted = &g_array_index (overlay->shifted, KaTimelineShifted, i);

      g_string_append_printf (text, "shifted %u to %.1f %.1f\n", shifted->tick, shifted->label_x,
                              shifted->label_width);
    }
  for (guint i = 0; i < overlay->gaps->len; i++)
    {
      const KaBox *gap = &g_array_index (overlay->gaps, KaBox, i);

      g_string_append_printf (text, "gap %.1f %.1f\n", gap->y0, gap->y1);
    }
}

char *
ka_layout_dump (const KaTimelineLayout *self, const KaViewState *state)
{
  GString *text = g_string_new (NULL);

  append_groups (text, self);
  append_ticks (text, "major", self->ticks.major);
  append_ticks (text, "minor", self->ticks.minor);
  if (self->has_today)
    g_string_append_printf (text, "today %.1f %.1f\n", self->today_x, self->today_label_x);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (self->placed, KaTimelinePlaced, i);

      g_string_append_printf (text, "%s %d %s %.1f %.1f fade %.1f %.1f label %.1f %.1f %s\n",
                              placed->is_span ? "span" : "point", placed->lane,
                              placed->entry->item->id, placed->x0, placed->x1, placed->fade0,
                              placed->fade1, placed->label_x, placed->label_width,
                              placed->entry->label);
    }
  for (guint i = 0; i < self->namings->len; i++)
    {
      const KaTimelineNaming *naming = &g_array_index (self->namings, KaTimelineNaming, i);

      g_string_append_printf (text, "name %.1f %.1f label %.1f %.1f %s\n", naming->x0, naming->x1,
                              naming->label_x, naming->label_width, naming->text);
    }
  for (guint i = 0; i < self->titles->len; i++)
    {
      const KaTimelineTitle *title = &g_array_index (self->titles, KaTimelineTitle, i);

      g_string_append_printf (text, "title %.1f %.1f %s\n", title->box.x1, title->box.y0,
                              title->text);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const KaTimelinePiece *piece = &g_array_index (self->pieces, KaTimelinePiece, i);

      g_string_append_printf (text, "piece %.1f %.1f %s\n", piece->x0, piece->x1, piece->label);
    }
  for (guint i = 0; i < self->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (self->overflows, KaTimelineOverflow, i);

      g_string_append_printf (text, "overflow %.1f %.1f", overflow->box.x0, overflow->box.y0);
      for (gsize j = 0; j < overflow->n_items; j++)
        g_string_append_printf (text, " %s", overflow->items[j]->id);
      g_string_append_c (text, '\n');
    }

  append_overlay (text, self, state);

  return g_string_free (text, FALSE);
}
