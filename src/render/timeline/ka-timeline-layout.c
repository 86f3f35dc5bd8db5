/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything on a timeline stands: the lanes of a pack seen through an axis. Only what is in
 * sight is visited; lanes and texts are shared with the layout of the frame before.
 */

#include "config.h"

#include "ka-query.h"
#include "ka-timeline-private.h"

#include <math.h>

/* Between the line of today and its word. */
#define TODAY_INDENT 4.0

static double
measure_tick (const char *label, gboolean is_major, gpointer user_data)
{
  gpointer *data = user_data;

  return ka_timeline_meter_measure (
    data[0], data[1], is_major ? &ka_timeline_major_style : &ka_timeline_minor_style, label);
}

/* What is lit with the selection: the events about it, and the lives of those who held it. */
static GHashTable *
find_related (KaAtlas *atlas, const KaItem *selection)
{
  g_autoptr (GHashTable) related = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) tenures = NULL;

  if (selection == NULL || selection->kind == KA_ITEM_EVENT)
    return NULL;

  events = ka_query_events_about (atlas, selection);
  for (guint i = 0; i < events->len; i++)
    g_hash_table_add (related, events->pdata[i]);
  if (selection->kind == KA_ITEM_REGION || selection->kind == KA_ITEM_AREA)
    {
      tenures = ka_query_tenures_about (atlas, selection);
      for (guint i = 0; i < tenures->len; i++)
        {
          const KaTenure *tenure = tenures->pdata[i];

          g_hash_table_add (related, (gpointer) (guintptr) tenure->holder);
          g_hash_table_add (related, (gpointer) (guintptr) tenure->autonomy);
        }
    }
  if (g_hash_table_size (related) == 0)
    return NULL;
  g_hash_table_add (related, (gpointer) (guintptr) selection);

  return g_steal_pointer (&related);
}

/* Takes what @previous has in common, and makes the rest. */
static void
share (KaTimelineLayout     *self,
       const KaTimelineSpec *spec,
       const KaViewState    *state,
       const KaTheme        *theme,
       cairo_t              *cr,
       KaTimelineLayout     *previous)
{
  if (previous != NULL && previous->entries->atlas == spec->atlas &&
      previous->entries->language == state->language &&
      g_str_equal (previous->entries->theme->sans, theme->sans))
    self->entries = ka_timeline_entries_ref (previous->entries);
  else
    self->entries = ka_timeline_entries_new (spec->atlas, state->language, theme, cr);
  ka_timeline_lives_make (self, spec->height, previous);
  ka_timeline_band_place (self, spec->band, state->language);
  ka_timeline_groups_make (self, spec, state, previous);

  self->selection = state->selection;
  if (previous != NULL && previous->entries == self->entries &&
      previous->selection == state->selection)
    self->related = previous->related != NULL ? g_hash_table_ref (previous->related) : NULL;
  else
    self->related = find_related (spec->atlas, state->selection);
}

/* The word stands in the fine row to the right of its line, or to the left at the edge; labels of
 * marks make way for it. */
static void
place_today (KaTimelineLayout *self, const KaTimelineSpec *spec, cairo_t *cr)
{
  const double width = ka_timeline_meter_measure (self->entries->meter, cr,
                                                  &ka_timeline_minor_style, KA_TIMELINE_TODAY);
  double       x0, x1;

  self->today_x = ka_time_axis_to_x (&self->axis, (double) spec->today + 0.5);
  self->has_today = spec->has_today && self->today_x >= 0 && self->today_x <= self->axis.width;
  if (!self->has_today)
    return;

  self->today_label_x = self->today_x + TODAY_INDENT;
  if (self->today_label_x + width > self->axis.width)
    self->today_label_x = self->today_x - TODAY_INDENT - width;
  x0 = MIN (self->today_x, self->today_label_x) - TODAY_INDENT;
  x1 = MAX (self->today_x, self->today_label_x + width) + TODAY_INDENT;
  for (guint i = 0; i < self->ticks.minor->len; i++)
    {
      KaTimeTick *tick = &g_array_index (self->ticks.minor, KaTimeTick, i);

      if (tick->label_x < x1 && tick->label_x + tick->label_width > x0)
        {
          tick->label_width = 0;
          tick->label[0] = '\0';
        }
    }
}

KaTimelineLayout *
ka_timeline_layout_new (const KaTimelineSpec *spec,
                        const KaViewState    *state,
                        const KaTheme        *theme,
                        cairo_t              *cr,
                        KaTimelineLayout     *previous)
{
  KaTimelineLayout *self = g_new0 (KaTimelineLayout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->axis = spec->axis;
  self->height = spec->height;
  self->placed = g_array_new (FALSE, FALSE, sizeof (KaTimelinePlaced));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (KaTimelineCluster));
  self->behind = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (KaTimelinePiece));
  self->namings = g_array_new (FALSE, FALSE, sizeof (KaTimelineNaming));
  share (self, spec, state, theme, cr, previous);
  ka_timeline_groups_place (self, spec->top);
  self->density = ka_timeline_density_measure (self);
  ka_timeline_place (self);
  ka_timeline_lives_place (self, cr);

  gpointer data[] = { self->entries->meter, cr };

  ka_time_ticks_compute (&self->ticks, &self->axis, state->shows_old_style, state->language,
                         measure_tick, data);
  place_today (self, spec, cr);

  return self;
}

KaTimelineLayout *
ka_timeline_layout_ref (KaTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ka_timeline_layout_unref (KaTimelineLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  ka_timeline_entries_unref (self->entries);
  g_array_unref (self->groups);
  g_array_unref (self->lane_ys);
  ka_time_ticks_clear (&self->ticks);
  g_array_unref (self->placed);
  g_array_unref (self->clusters);
  g_ptr_array_unref (self->behind);
  g_array_unref (self->pieces);
  g_array_unref (self->namings);
  ka_timeline_group_clear (&self->lives);
  g_clear_pointer (&self->related, g_hash_table_unref);
  g_free (self);
}
