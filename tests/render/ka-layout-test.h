/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-layout-dump.h"
#include "ka-timeline-query.h"

/* What holds of every layout of a timeline. */

static inline int
ka_layout_test_count_lanes (const KaTimelineLayout *layout)
{
  return ka_timeline_groups_get_n_lanes (layout->groups) +
         ka_timeline_group_get_n_lanes (&layout->lifetimes);
}

static inline gboolean
ka_layout_test_boxes_meet (const KaBox *a, const KaBox *b)
{
  const double slack = 0.01;

  return a->x0 < b->x1 - slack && b->x0 < a->x1 - slack && a->y0 < b->y1 - slack &&
         b->y0 < a->y1 - slack;
}

static inline void
ka_layout_test_no_overlap (const KaTimelineLayout *layout)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (KaBox));

  /* Lanes that are scrolled end at the axis. */
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
      KaBox                   box = placed->box;

      if (placed->entry->category != 0 && layout->frame.max_top > 0)
        box.y1 = MIN (box.y1, layout->frame.axis_y);
      g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < layout->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);
      KaBox                     box = overflow->box;

      /* The chip of lifetimes stands over bars, beside their names. */
      if (overflow->is_of_lifetimes)
        continue;
      if (layout->frame.max_top > 0)
        box.y1 = MIN (box.y1, layout->frame.axis_y);
      g_array_append_val (boxes, box);
    }
  for (int i = 0; i < ka_timeline_groups_get_n_groups (layout->groups); i++)
    {
      const KaTimelineGroup *group = ka_timeline_groups_get (layout->groups, i);
      KaBox                  box = group->header;

      box.y1 = MIN (box.y1, layout->frame.axis_y);
      if (group->title != NULL)
        g_array_append_val (boxes, box);
    }

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      {
        const KaBox *a = &g_array_index (boxes, KaBox, i);
        const KaBox *b = &g_array_index (boxes, KaBox, j);

        if (ka_layout_test_boxes_meet (a, b))
          g_error ("boxes %g %g %g %g and %g %g %g %g overlap", a->x0, a->y0, a->x1, a->y1, b->x0,
                   b->y0, b->x1, b->y1);
      }
}

/* A label stands whole or not at all, inside the picture. */
static inline void
ka_layout_test_labels_are_whole (const KaTimelineLayout *layout)
{
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
      double                  width = placed->is_span ? placed->entry->width + KA_TIMELINE_BAR_MARK
                                                      : placed->entry->width;

      if (placed->label_width <= 0)
        continue;
      g_assert_cmpfloat (placed->label_width, ==, width);
      g_assert_cmpfloat (placed->label_x + width, <=, layout->frame.axis.width + 1e-9);
      if (placed->x0 > 0)
        g_assert_cmpfloat (placed->label_x, >=, 0);
    }
  for (guint i = 0; i < layout->namings->len; i++)
    {
      const KaTimelineNaming *naming = &g_array_index (layout->namings, KaTimelineNaming, i);
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced,
                                                       naming->placed);

      g_assert_cmpfloat (naming->x0, >=, placed->box.x0);
      g_assert_cmpfloat (naming->x1, <=, placed->box.x1);
      if (naming->label_width <= 0)
        continue;
      g_assert_cmpfloat (naming->label_x, >, naming->x0);
      g_assert_cmpfloat (naming->label_x + naming->label_width, <, naming->x1);
    }
}

static inline void
ka_layout_test_order (const KaTimelineLayout *layout)
{
  for (guint i = 1; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *before = &g_array_index (layout->placed, KaTimelinePlaced, i - 1);
      const KaTimelinePlaced *after = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (before->lane == after->lane && !before->is_single && !after->is_single)
        g_assert_cmpfloat (before->x0, <=, after->x0);
    }
}

/* Everything that is on the axis is on the timeline, as itself or in a fold. */
static inline void
ka_layout_test_nothing_lost (const KaTimelineLayout *layout)
{
  const KaTimelineEntries *entries = layout->entries;
  g_autoptr (GPtrArray)
    items = ka_timeline_layout_list_items ((KaTimelineLayout *) (guintptr) layout);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    g_assert_true (g_hash_table_add (seen, items->pdata[i]));
  for (guint i = 0; i < entries->n_entries; i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get (entries, i);
      const KaDate          *date = &entry->date;
      double x = ka_time_axis_to_x (&layout->frame.axis, ka_timeline_entry_get_moment (entry));

      /* So is what lasts into it, but where the band of density stands for all. */
      if ((date->flags & KA_DATE_SPAN) != 0 && x < 0 && layout->density < 1 &&
          ka_timeline_layout_find_group (layout, entry)->pack != NULL &&
          ((double) date->end_latest - (double) date->earliest) * layout->frame.axis.px_per_day >
            20 &&
          (double) date->end_latest >
            layout->frame.axis.first_day + 5 / layout->frame.axis.px_per_day)
        g_assert_true (g_hash_table_contains (seen, entry->item));

      /* Without room a group marks the starts alone. */
      if (date->earliest == KA_DAY_MIN &&
          ka_timeline_layout_find_group (layout, entry)->pack == NULL)
        continue;

      /* Folds stand at the first of their items. */
      if (x > 50 && x < layout->frame.axis.width - 50)
        g_assert_true (g_hash_table_contains (seen, entry->item));
    }
}
