/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes what the timeline tells a screen reader: the day, and the row that has the keyboard.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-timeline-speech.h"

#include "ka-event-order.h"
#include "ka-words.h"

static char *
describe_group (const KaTimelineGroup *group)
{
  const guint n_items = group->members->len;

  /* Translators: %1$s is the title of a group of lanes, %2$u the number of events in it. */
  return g_strdup_printf (group->pack == NULL
                            ? g_dngettext (GETTEXT_PACKAGE, "Group %1$s, %2$u in it, folded",
                                           "Group %1$s, %2$u in it, folded", n_items)
                            : g_dngettext (GETTEXT_PACKAGE, "Group %1$s, %2$u in it, unfolded",
                                           "Group %1$s, %2$u in it, unfolded", n_items),
                          group->title, n_items);
}

/* Describes an event with its date, its category, its group and its place among the events. The
 * group is left out where lanes are grouped by category. */
static char *
describe_event (KaTimelineStage *stage, const KaEvent *event)
{
  KaSession             *session = ka_timeline_stage_get (stage)->session;
  KaTimelineLayout      *layout = ka_timeline_stage_get_layout (stage);
  KaViewState            state = ka_session_get_state (session);
  const KaItem          *item = KA_ITEM (event);
  const char            *title = ka_item_get_title (item, state.day, state.language);
  const char            *category = ka_words_get_category (event->leading);
  g_autofree char       *when = ka_words_describe_item (item, state.language);
  gsize                  position;
  guint                  n_events = (guint) ka_event_order_count (session, item, &position);
  const KaTimelineGroup *group = NULL;

  if (layout != NULL && state.grouping == KA_GROUPING_REGION)
    group = ka_timeline_layout_get_group (layout, ka_timeline_layout_get_group_of (layout, item));
  if (group != NULL)
    return position == 0
             ? g_strdup_printf (_ ("%1$s, %2$s, %3$s, group %4$s, filtered out"), title, when,
                                category, group->title)
             /* Translators: title, date, category and group of an event; "event 3 of 40". */
             : g_strdup_printf (_ ("%1$s, %2$s, %3$s, group %4$s, event %5$u of %6$u"), title, when,
                                category, group->title, (guint) position, n_events);

  return position == 0
           ? g_strdup_printf (_ ("%1$s, %2$s, %3$s, filtered out"), title, when, category)
           /* Translators: title, date and category of an event; "event 3 of 40". */
           : g_strdup_printf (_ ("%1$s, %2$s, %3$s, event %4$u of %5$u"), title, when, category,
                              (guint) position, n_events);
}

char *
ka_timeline_speech_describe_day (KaTimelineStage *stage)
{
  KaViewState      state = ka_session_get_state (ka_timeline_stage_get (stage)->session);
  g_autofree char *words = ka_day_to_words (state.day, state.language);

  /* Translators: the accessible name of the timeline, with the day that it shows. */
  return g_strdup_printf (_ ("Timeline, %s"), words);
}

char *
ka_timeline_speech_describe_row (KaTimelineStage *stage)
{
  KaSession             *session = ka_timeline_stage_get (stage)->session;
  KaViewState            state = ka_session_get_state (session);
  KaTimelineLayout      *layout = ka_timeline_stage_get_layout (stage);
  const KaTimelineGroup *group = layout != NULL
                                   ? ka_timeline_layout_get_group (
                                       layout, ka_timeline_stage_get (stage)->focus_group)
                                   : NULL;

  if (group != NULL)
    return describe_group (group);
  if (state.selection == NULL)
    return g_strdup ("");
  if (state.selection->kind == KA_ITEM_EVENT)
    return describe_event (stage, (const KaEvent *) state.selection);

  return g_strdup (ka_item_get_title (state.selection, state.day, state.language));
}
