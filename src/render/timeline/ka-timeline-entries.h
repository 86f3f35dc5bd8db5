/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-meter.h"
#include "ka-view-state.h"

G_BEGIN_DECLS

/**
 * KaTimelineEntry:
 * @item: the event or the polity
 * @label: in the language of the entries; owned by the atlas
 * @date: when it is; a polity lasts from its foundation to its end
 * @category: the leading category of an event; 0 for a lifetime
 * @tint: of the land of a polity
 * @importance: 1 to 5
 * @land: of a lifetime, the place of its land in the atlas; -1 for an event
 * @width: of @label in the bold style, in user units; selecting an item then moves nothing
 *
 * An event, or the lifetime of a polity, as the timeline sees it.
 */
typedef struct
{
  const KaItem *item;
  const char   *label;
  KaDate        date;
  KaCategory    category;
  KaTint        tint;
  int           importance;
  int           land;
  double        width;
} KaTimelineEntry;

/**
 * KaTimelineEntries:
 * @atlas: the atlas
 * @language: of the labels
 * @meter: measured the labels
 * @n_entries: how many entries there are
 *
 * The events and lifetimes of an atlas in order of time, in one language and with measured labels.
 * Immutable and reference counted by g_atomic_rc_box_acquire(). The number of an entry is its place
 * in that order.
 */
typedef struct
{
  KaAtlas         *atlas;
  KaLanguage       language;
  KaTimelineMeter *meter;
  guint            n_entries;

  /*< private >*/
  const KaTheme   *theme; /* Borrowed */
  KaTimelineEntry *entries;
  guint           *by_event;  /* number of the entry, by the index of the event */
  guint           *by_polity; /* the same for polities; G_MAXUINT for none */

  struct
  {
    double         day;
    const KaEvent *event;
  } * moments; /* of the events, ascending */
  gsize n_moments;
} KaTimelineEntries;

/** ka_timeline_entries_new: Returns: (transfer full): the entries of an atlas. @theme gives the
 * fonts and must outlive them; @cr is any context of the kind that will be drawn on. O(n log n) */
KaTimelineEntries *ka_timeline_entries_new (KaAtlas       *atlas,
                                            KaLanguage     language,
                                            const KaTheme *theme,
                                            cairo_t       *cr) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_entries_unref: drops a reference; the last one frees @self */
void ka_timeline_entries_unref (KaTimelineEntries *self);

/** ka_timeline_entries_suit: Returns: whether they are of that atlas, language and fonts */
gboolean ka_timeline_entries_suit (const KaTimelineEntries *self,
                                   KaAtlas                 *atlas,
                                   KaLanguage               language,
                                   const KaTheme           *theme);

/** ka_timeline_entries_get: Returns: (transfer none): the entry of a number */
const KaTimelineEntry *ka_timeline_entries_get (const KaTimelineEntries *self, guint number);

/** ka_timeline_entries_get_in: Returns: (transfer none): the entry of a number in an array of them
 */
static inline const KaTimelineEntry *
ka_timeline_entries_get_in (const KaTimelineEntries *self, const GArray *numbers, guint i)
{
  return &self->entries[g_array_index (numbers, guint, i)];
}

/** ka_timeline_entries_find: Returns: (transfer none) (nullable): the entry of @item, if it has one
 */
const KaTimelineEntry *ka_timeline_entries_find (const KaTimelineEntries *self, const KaItem *item);

/** ka_timeline_entries_find_start: Returns: the number of the first entry that starts at a moment
 * in days or later; O(log n) */
guint ka_timeline_entries_find_start (const KaTimelineEntries *self, double day);

/**
 * ka_timeline_entries_count_events:
 * @filter: (nullable): counts the events that it lets pass; %NULL for all
 *
 * Returns: how many events have their mark in [@from, @to), in days. O(log n); with a filter, the
 * events between them besides
 */
gsize ka_timeline_entries_count_events (const KaTimelineEntries *self,
                                        double                   from,
                                        double                   to,
                                        const KaFilter          *filter);

/** ka_timeline_entries_get_density: Returns: events per day, from the first event to the last */
double ka_timeline_entries_get_density (const KaTimelineEntries *self);

/** ka_timeline_entry_get_moment: Returns: where the mark of a point stands, in days: in the middle
 * of its possible days. The mark of something that lasts stands at its start */
double ka_timeline_entry_get_moment (const KaTimelineEntry *self);

/** ka_timeline_entry_is_lifetime: Returns: whether it is the lifetime of a polity */
gboolean ka_timeline_entry_is_lifetime (const KaTimelineEntry *self);

/** ka_timeline_entry_passes: Returns: whether the filter and the marked range of @state let it
 * pass; the filter lets all lifetimes pass */
gboolean ka_timeline_entry_passes (const KaTimelineEntry *self, const KaViewState *state);

/**
 * ka_timeline_get_limits:
 * @atlas: an atlas
 * @from: (out): the first day that is worth showing
 * @to: (out): the day after the last one
 *
 * The time from the first event to the last, with a little room on both sides. An axis pans no
 * further, and the overview shows this time. O(events).
 */
void ka_timeline_get_limits (KaAtlas *atlas, KaDay *from, KaDay *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelineEntries, ka_timeline_entries_unref)

G_END_DECLS
