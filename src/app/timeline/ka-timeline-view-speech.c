/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the timeline says to a screen reader: the day, and where one is.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include "ka-event-order.h"
#include "ka-words.h"

/* The group of an event, after a comma, where lanes are grouped by region; its category is said
 * anyway. */
static char *
describe_region_group (KaTimelineView *self, const KaItem *item)
{
  KaTimelineLayout *layout = ka_timeline_view_ensure_layout (self);
  KaTimelineHeader  header;

  if (layout == NULL || ka_session_get_state (self->session).grouping != KA_GROUPING_REGION ||
      !ka_timeline_layout_get_header (layout, ka_timeline_layout_get_group_of (layout, item),
                                      &header))
    return g_strdup ("");

  return g_strdup_printf (", group %s", header.title);
}

/* What a screen reader says of an item: an event with its date, its category and its place among
 * the events. */
static char *
describe_item (KaTimelineView *self, const KaItem *item)
{
  KaLanguage       language = ka_session_get_language (self->session);
  const char      *title = ka_item_get_title (item, ka_session_get_day (self->session), language);
  g_autofree char *when = NULL;
  g_autofree char *group = NULL;
  gsize            n_events;
  gsize            position;

  if (item->kind != KA_ITEM_EVENT)
    return g_strdup (title);

  group = describe_region_group (self, item);
  when = ka_words_describe_item (item, language);
  n_events = ka_event_order_count (self->session, item, &position);
  if (position == 0)
    return g_strdup_printf ("%s, %s, %s%s, filtered out", title, when,
                            ka_words_get_category (((const KaEvent *) item)->leading), group);

  return g_strdup_printf ("%s, %s, %s%s, event %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, title,
                          when, ka_words_get_category (((const KaEvent *) item)->leading), group,
                          position, n_events);
}

void
ka_timeline_view_tell_day (KaTimelineView *self)
{
  g_autofree char *day = ka_day_to_words (ka_session_get_day (self->session),
                                          ka_session_get_language (self->session));
  g_autofree char *label = g_strdup_printf ("Timeline, %s", day);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Says where one is: on the header of a group, else on what is selected. */
void
ka_timeline_view_tell_place (KaTimelineView *self)
{
  const KaItem    *selection = ka_session_get_selection (self->session);
  g_autofree char *description = ka_timeline_view_describe_group (self);

  if (description == NULL)
    description = selection != NULL ? describe_item (self, selection) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}
