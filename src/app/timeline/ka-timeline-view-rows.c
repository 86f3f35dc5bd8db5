/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the timeline: going from lane to lane and to the headers of groups, folding these, and
 * scrolling what is higher than the view.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include "ka-event-order.h"

/* What is brought into view keeps this distance from the edges, in user units. */
#define ROOM 4.0

/* Scrolls the lanes; beyond their ends it stops. Returns whether there is anything to scroll. */
gboolean
ka_timeline_view_scroll_lanes (KaTimelineView *self, double dy)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  const double      most = layout != NULL ? layout->frame.max_top : 0;

  if (most <= 0)
    return FALSE;

  ka_timeline_view_set_top (self, CLAMP (self->top + dy, 0, most));

  return TRUE;
}

static void
reveal_box (KaTimelineView *self, const KaBox *box, double end)
{
  if (box->y0 < ROOM)
    ka_timeline_view_scroll_lanes (self, box->y0 - ROOM);
  else if (box->y1 > end - ROOM)
    ka_timeline_view_scroll_lanes (self, box->y1 - (end - ROOM));
}

/* Scrolls the lanes as little as shows where the keyboard is. */
void
ka_timeline_view_reveal_row (KaTimelineView *self)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  const KaItem     *selection;
  KaTimelineHeader  header;
  KaBox             box;

  if (layout == NULL || layout->frame.max_top <= 0)
    return;

  selection = ka_session_get_selection (self->session);
  if (ka_timeline_layout_get_header (layout, self->focus_group, &header))
    reveal_box (self, &header.box, layout->frame.axis_y);
  else if (selection != NULL && !ka_timeline_layout_get_item_box (layout, selection, &box) &&
           box.y0 == box.y0)
    reveal_box (self, &box, layout->frame.axis_y);
}

void
ka_timeline_view_focus_group (KaTimelineView *self, int group)
{
  if (self->focus_group == group)
    return;

  self->focus_group = group;
  ka_timeline_view_tell_place (self);
  ka_timeline_view_reveal_row (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ka_timeline_view_toggle_group (KaTimelineView *self, int group)
{
  KaViewState state = ka_session_get_state (self->session);

  ka_session_fold_groups (self->session, state.folded_groups ^ ((guint64) 1 << group));
}

/* Folds all groups to their headers, or none. */
void
ka_timeline_view_fold_all (KaTimelineView *self, gboolean are_folded)
{
  ka_session_fold_groups (self->session, are_folded ? G_MAXUINT64 : 0);
}

/* Goes to the header that is next that way, else to the nearest in the next lane that holds
 * something not filtered out. */
void
ka_timeline_view_step_row (KaTimelineView *self, int direction)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaTimelineRow     row;

  if (layout == NULL)
    return;

  row = (KaTimelineRow){ ka_session_get_selection (self->session), self->focus_group };
  do
    if (!ka_timeline_layout_find_row (layout, &row, direction, &row))
      return;
  while (row.group == KA_TIMELINE_NO_GROUP && row.item->kind == KA_ITEM_EVENT &&
         !ka_event_order_has (self->session, row.item));

  if (row.group == KA_TIMELINE_NO_GROUP)
    ka_session_select (self->session, row.item);
  ka_timeline_view_focus_group (self, row.group);
}

/* What a screen reader says of the header that has the focus, or NULL. */
char *
ka_timeline_view_describe_group (KaTimelineView *self)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaTimelineHeader  header;

  if (layout == NULL || !ka_timeline_layout_get_header (layout, self->focus_group, &header))
    return NULL;

  return g_strdup_printf ("Group %s, %" G_GSIZE_FORMAT " in it, %s", header.title, header.n_items,
                          header.is_folded ? "folded" : "unfolded");
}
