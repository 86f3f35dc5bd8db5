/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much there is before and after the time in view, of what the filter leaves.
 */

#include "config.h"

#include "ka-timeline-private.h"

/* What shows less of itself than this, in pixels, is out of sight: an event that begins on the day
 * on which the view ends must not come and go with the last bit of a floating-point number. */
#define SEEN_PX 0.5

/* The first entry by start that begins at @day or later. */
static gsize
find_start (const KaTimelineEntries *entries, double day)
{
  gsize low = 0, high = entries->n_entries;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if ((double) entries->entries[middle].date.earliest < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gsize
ka_timeline_layout_count_before (KaTimelineLayout *self, const KaViewState *state)
{
  const KaTimelineEntries *entries = self->entries;
  const double             first = ka_time_axis_to_day (&self->axis, SEEN_PX);
  const gsize              end = find_start (entries, first);
  gsize                    n_before = 0;

  for (gsize i = 0; i < end; i++)
    if ((double) entries->entries[i].date.end_latest <= first &&
        ka_timeline_entry_passes (&entries->entries[i], state))
      n_before++;

  return n_before;
}

gsize
ka_timeline_layout_count_after (KaTimelineLayout *self, const KaViewState *state)
{
  const KaTimelineEntries *entries = self->entries;
  const double             last = ka_time_axis_to_day (&self->axis, self->axis.width - SEEN_PX);
  gsize                    n_after = 0;

  for (gsize i = find_start (entries, last); i < entries->n_entries; i++)
    if (ka_timeline_entry_passes (&entries->entries[i], state))
      n_after++;

  return n_after;
}

/* The nearest start after the view, or end before it. */
gboolean
ka_timeline_layout_find_hidden (KaTimelineLayout  *self,
                                const KaViewState *state,
                                int                direction,
                                KaDay             *day)
{
  const KaTimelineEntries *entries = self->entries;
  const double             first = ka_time_axis_to_day (&self->axis, SEEN_PX);
  const double             last = ka_time_axis_to_day (&self->axis, self->axis.width - SEEN_PX);
  const gsize              end = find_start (entries, first);
  gboolean                 has_found = FALSE;

  for (gsize i = find_start (entries, last); direction > 0 && i < entries->n_entries; i++)
    if (ka_timeline_entry_passes (&entries->entries[i], state))
      {
        *day = entries->entries[i].date.earliest;
        return TRUE;
      }
  for (gsize i = 0; direction < 0 && i < end; i++)
    {
      const KaTimelineEntry *entry = &entries->entries[i];

      if ((double) entry->date.end_latest > first || !ka_timeline_entry_passes (entry, state) ||
          (has_found && entry->date.end_latest <= *day))
        continue;
      *day = entry->date.end_latest;
      has_found = TRUE;
    }

  return has_found;
}
