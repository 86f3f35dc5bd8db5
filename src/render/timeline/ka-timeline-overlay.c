/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds places for what depends on the day: the event of the day and the selected one, the flag of
 * the playhead with the labels that yield to it, the gaps of its line, and the nearest events out
 * of sight.
 */

#include "config.h"

#include "ka-timeline-overlay.h"

#include "ka-cairo-auto.h"
#include "ka-timeline-parts.h"

#include <math.h>

/* The flag. */
#define PAD         7.0
#define ARROW_WIDTH 10.0 /* with the room beside it */
#define FLAG_ROW    17.0 /* from the line of the axis */
#define FLAG_GAP    4.0  /* to a label */
#define TEXT_REACH  7.0  /* half the height of a label */
#define LINE_REACH  2.0
#define MINOR_ROW   10.5
/* Below this number of events in sight the nearest ones are shown. */
#define FEW_EVENTS 3

static double
measure (const KaTimelineLayout *layout, const KaTypeStyle *style, const char *text)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  return ka_timeline_meter_measure (layout->entries->meter, cr, style, text);
}

/* Whether two boxes share more than an edge. */
static gboolean
boxes_meet (const KaBox *a, const KaBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

gboolean
ka_timeline_overlay_replaces (const KaTimelineOverlay *self, const KaBox *box)
{
  for (guint i = 0; i < self->raised->len; i++)
    if (boxes_meet (&g_array_index (self->raised, KaTimelineRaised, i).cleared, box))
      return TRUE;

  return FALSE;
}

/* What stands in the lanes of events */

typedef void (*BoxFunc) (const KaBox *box, const KaItem *item, gpointer data);

static void
for_each_box (const KaTimelineLayout *layout, BoxFunc func, gpointer data)
{
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (!ka_timeline_entry_is_lifetime (placed->entry))
        func (&placed->box, placed->entry->item, data);
    }
  for (guint i = 0; i < layout->overflows->len && layout->density < 1; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);

      if (!overflow->is_of_lifetimes)
        func (&overflow->box, NULL, data);
    }
}

typedef struct
{
  const KaBox  *box;
  const KaItem *self; /* (nullable): does not hinder itself */
  KaBox         all;  /* @box with whatever meets it */
  guint         n_met;
} Search;

static void
search_cb (const KaBox *box, const KaItem *item, gpointer data)
{
  Search *search = data;

  if (!boxes_meet (box, search->box))
    return;
  search->all.x0 = MIN (search->all.x0, box->x0);
  search->all.x1 = MAX (search->all.x1, box->x1);
  search->n_met += item == NULL || item != search->self;
}

/* Raised events */

static KaBox
get_raised_box (const KaTimelineLayout *layout, const KaTimelineRaised *raised)
{
  const double half = layout->frame.bar_height / 2 + 0.5;
  const double label_end = raised->label_x + raised->entry->width;

  return (KaBox){
    .x0 = MIN (raised->x - KA_TIMELINE_MARK_REACH, raised->label_x - 2),
    .y0 = raised->y - half,
    .x1 = MAX (raised->x + KA_TIMELINE_MARK_REACH, label_end + 2),
    .y1 = raised->y + half,
  };
}

/* Counts what the event would replace if it stood so; G_MAXUINT where it cannot. */
static guint
try_place (const KaTimelineOverlay *self,
           const KaTimelineLayout  *layout,
           KaTimelineRaised        *raised,
           gboolean                 is_right)
{
  const double width = raised->entry->width;
  KaBox        box;

  raised->label_x = is_right ? raised->x + KA_TIMELINE_LABEL_INDENT
                             : raised->x - KA_TIMELINE_LABEL_INDENT - width;
  box = get_raised_box (layout, raised);
  if (raised->label_x < 0 || raised->label_x + width > layout->frame.axis.width || box.y0 < 0 ||
      box.y1 > layout->frame.axis_y)
    return G_MAXUINT;

  Search search = { .box = &box, .self = raised->entry->item, .all = box };

  for_each_box (layout, search_cb, &search);
  raised->cleared = search.all;

  return ka_timeline_overlay_replaces (self, &search.all) ? G_MAXUINT : search.n_met;
}

/* Takes the lane and the side that replace least; a lower lane before a higher one. */
static void
raise_event (KaTimelineOverlay      *self,
             const KaTimelineLayout *layout,
             const KaTimelineEntry  *entry,
             const KaTimelinePlaced *placed)
{
  const KaTimelineGroup *group = ka_timeline_layout_find_group (layout, entry);
  const double           moment = placed != NULL ? placed->x0
                                                 : ka_time_axis_to_x (&layout->frame.axis,
                                                                      ka_timeline_entry_get_moment (entry));
  KaTimelineRaised       best = { 0 };
  guint                  least = G_MAXUINT;

  for (int lane = ka_timeline_group_get_n_lanes (group) - 1; lane >= 0 && least > 0; lane--)
    for (int side = 0; side < 2 && least > 0; side++)
      {
        const int        number = group->first_lane + lane;
        KaTimelineRaised raised = { .entry = entry, .x = moment };
        guint            n_met;

        raised.y = ka_timeline_groups_get_lane_y (layout->groups, number);
        if (placed != NULL && placed->lane != number)
          continue;
        n_met = try_place (self, layout, &raised, side == 0);
        if (n_met >= least)
          continue;
        least = n_met;
        best = raised;
      }
  if (least < G_MAXUINT)
    g_array_append_val (self->raised, best);
}

static void
raise_if_hidden (KaTimelineOverlay      *self,
                 const KaTimelineLayout *layout,
                 const KaTimelineEntry  *entry)
{
  const KaTimelinePlaced *placed = ka_timeline_layout_find (layout, entry->item);
  const double x = ka_time_axis_to_x (&layout->frame.axis, ka_timeline_entry_get_moment (entry));

  for (guint i = 0; i < self->raised->len; i++)
    if (g_array_index (self->raised, KaTimelineRaised, i).entry == entry)
      return;
  if (x < 0 || x > layout->frame.axis.width ||
      (placed != NULL && (placed->is_span || placed->label_width > 0)))
    return;
  raise_event (self, layout, entry, placed);
}

/* Entries of a day begin with its greatest event. */
static const KaTimelineEntry *
find_event_of_day (const KaTimelineLayout *layout, const KaViewState *state)
{
  const KaTimelineEntries *entries = layout->entries;

  for (guint i = ka_timeline_entries_find_start (entries, (double) state->day);
       i < entries->n_entries; i++)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get (entries, i);

      if (entry->date.earliest != state->day)
        break;
      if (!ka_timeline_entry_is_lifetime (entry) && ka_timeline_entry_passes (entry, state))
        return entry;
    }

  return NULL;
}

static void
raise_events (KaTimelineOverlay *self, const KaTimelineLayout *layout, const KaViewState *state)
{
  const KaTimelineEntry *selected = NULL;

  if (state->selection != NULL && state->selection->kind == KA_ITEM_EVENT)
    selected = ka_timeline_entries_find (layout->entries, state->selection);
  self->foremost = selected != NULL && selected->date.earliest == state->day
                     ? selected
                     : find_event_of_day (layout, state);
  if (selected != NULL)
    raise_if_hidden (self, layout, selected);
  if (self->foremost != NULL)
    raise_if_hidden (self, layout, self->foremost);
}

/* The nearest events out of sight */

static gboolean
has_few_events (const KaTimelineLayout *layout)
{
  const KaTimeAxis *axis = &layout->frame.axis;

  return ka_timeline_entries_count_events (layout->entries, axis->first_day,
                                           ka_time_axis_get_last_day (axis), NULL) < FEW_EVENTS;
}

/* Ends are met in the order of starts, which is close enough for an event of a day. */
static const KaTimelineEntry *
find_nearest (const KaTimelineLayout *layout, const KaViewState *state, int direction)
{
  const KaTimelineEntries *entries = layout->entries;
  const KaTimeAxis        *axis = &layout->frame.axis;
  const guint              start = ka_timeline_entries_find_start (
                 entries, direction > 0 ? ka_time_axis_get_last_day (axis) : axis->first_day);

  for (guint i = direction > 0 ? start : start - 1; i < entries->n_entries; i += (guint) direction)
    {
      const KaTimelineEntry *entry = ka_timeline_entries_get (entries, i);

      if (!ka_timeline_entry_is_lifetime (entry) && ka_timeline_entry_passes (entry, state) &&
          ka_timeline_layout_find (layout, entry->item) == NULL &&
          (direction > 0 || entry->date.earliest != KA_DAY_MIN))
        return entry;
    }

  return NULL;
}

/* Finds a free lane at the edge, from below. */
static gboolean
find_free_lane (const KaTimelineOverlay *self, const KaTimelineLayout *layout, KaBox *box)
{
  const double half = layout->frame.bar_height / 2;

  for (int lane = ka_timeline_groups_get_n_lanes (layout->groups) - 1; lane >= 0; lane--)
    {
      const double y = ka_timeline_groups_get_lane_y (layout->groups, lane);
      Search       search = { .box = box };

      box->y0 = y - half;
      box->y1 = y + half;
      if (box->y0 < 0 || box->y1 > layout->frame.axis_y || ka_timeline_overlay_replaces (self, box))
        continue;
      for_each_box (layout, search_cb, &search);
      for (guint i = 0; i < self->nearest->len; i++)
        search_cb (&g_array_index (self->nearest, KaTimelineNearest, i).box, NULL, &search);
      if (search.n_met == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_nearest (KaTimelineOverlay      *self,
             const KaTimelineLayout *layout,
             const KaViewState      *state,
             int                     direction)
{
  const KaDayParts       parts = KA_DAY_PART_DAY | KA_DAY_PART_MONTH | KA_DAY_PART_YEAR;
  const KaTimelineEntry *entry = find_nearest (layout, state, direction);
  KaTimelineNearest      nearest = { .direction = direction };
  g_autofree char       *day = NULL;
  double                 width;

  if (entry == NULL)
    return;

  day = ka_day_to_short_words (entry->date.earliest, parts, state->language);
  nearest.item = entry->item;
  nearest.text = g_strdup_printf ("%s · %s", day, entry->label);
  width = measure (layout, &ka_timeline_item_style, nearest.text) + 2 * PAD + ARROW_WIDTH;
  nearest.box.x0 = direction < 0 ? 1 : layout->frame.axis.width - 1 - width;
  nearest.box.x1 = nearest.box.x0 + width;
  if (width > layout->frame.axis.width - 2 || !find_free_lane (self, layout, &nearest.box))
    {
      g_free (nearest.text);
      return;
    }
  g_array_append_val (self->nearest, nearest);
}

/* The flag */

/* Writes the day in words, and in Old Style too if the state shows it. */
static char *
write_day (const KaViewState *state)
{
  g_autofree char *day = ka_day_to_words (state->day, state->language);
  g_autofree char *old_style = NULL;

  if (!state->shows_old_style)
    return g_steal_pointer (&day);
  old_style = ka_day_to_old_style_words (state->day, state->language);

  return g_strdup_printf ("%s (%s)", day, old_style);
}

/* The flag is kept inside the picture; out of sight it points to the playhead. */
static void
place_flag (KaTimelineOverlay *self, const KaTimelineLayout *layout)
{
  const double edge = layout->frame.axis.width - 1;
  const double width = measure (layout, &ka_timeline_major_style, self->day) + 2 * PAD +
                       (self->side != 0 ? ARROW_WIDTH : 0);

  self->flag.x0 = CLAMP (self->x - width / 2, 1, MAX (1, edge - width));
  self->flag.x1 = self->flag.x0 + width;
  self->flag.y0 = layout->frame.axis_y + FLAG_ROW;
  self->flag.y1 = layout->frame.axis_end - 1;
}

/* A label that the flag would cover moves to its right, if it still stands before the next mark and
 * label. */
static void
shift_labels (KaTimelineOverlay *self, const KaTimelineLayout *layout)
{
  const GArray *ticks = layout->ticks.major;

  for (guint i = 0; i < ticks->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (ticks, KaTimeTick, i);
      KaTimelineShifted shifted = { i, self->flag.x1 + FLAG_GAP, tick->label_width };
      double            end = layout->frame.axis.width;

      if (tick->label_width <= 0 || tick->label_x >= self->flag.x1 + FLAG_GAP ||
          tick->label_x + tick->label_width <= self->flag.x0 - FLAG_GAP)
        continue;
      if (i + 1 < ticks->len)
        end = g_array_index (ticks, KaTimeTick, i + 1).x - FLAG_GAP;
      if (shifted.label_x + shifted.label_width > end)
        shifted.label_width = 0;
      g_array_append_val (self->shifted, shifted);
    }
}

/* The gaps of the line */

static void
add_gap (KaTimelineOverlay *self, double x0, double width, double y, double reach)
{
  const KaBox box = { x0, y - reach, x0 + width, y + reach };

  if (width > 0 && x0 - LINE_REACH < self->x && self->x < box.x1 + LINE_REACH)
    g_array_append_val (self->gaps, box);
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const KaBox *first = a;
  const KaBox *second = b;

  return (first->y0 > second->y0) - (first->y0 < second->y0);
}

static void
add_gaps_in_lanes (KaTimelineOverlay *self, const KaTimelineLayout *layout)
{
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      if (!ka_timeline_entry_is_lifetime (placed->entry) &&
          !ka_timeline_overlay_replaces (self, &placed->box))
        add_gap (self, placed->label_x, placed->label_width, placed->y, TEXT_REACH);
    }
  for (guint i = 0; i < layout->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);
      const KaBox              *box = &overflow->box;

      if (overflow->is_of_lifetimes ||
          (layout->density < 1 && !ka_timeline_overlay_replaces (self, box)))
        add_gap (self, box->x0, box->x1 - box->x0, (box->y0 + box->y1) / 2,
                 (box->y1 - box->y0) / 2);
    }
  for (guint i = 0; i < self->nearest->len; i++)
    {
      const KaBox *box = &g_array_index (self->nearest, KaTimelineNearest, i).box;

      add_gap (self, box->x0, box->x1 - box->x0, (box->y0 + box->y1) / 2, (box->y1 - box->y0) / 2);
    }
}

static void
add_gaps_in_rows (KaTimelineOverlay *self, const KaTimelineLayout *layout)
{
  const double band_y = (layout->frame.axis_end + layout->frame.lifetimes_y) / 2;

  for (guint i = 0; i < layout->ticks.minor->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (layout->ticks.minor, KaTimeTick, i);

      add_gap (self, tick->label_x, tick->label_width, layout->frame.axis_y + MINOR_ROW,
               TEXT_REACH - 1);
    }
  if (layout->has_today)
    add_gap (self, layout->today_label_x, layout->today_label_width,
             layout->frame.axis_y + MINOR_ROW, TEXT_REACH - 1);
  for (guint i = 0; i < layout->pieces->len; i++)
    {
      const KaTimelinePiece *piece = &g_array_index (layout->pieces, KaTimelinePiece, i);

      add_gap (self, piece->label_x, piece->label_width, band_y, TEXT_REACH);
    }
  for (guint i = 0; i < layout->namings->len; i++)
    {
      const KaTimelineNaming *naming = &g_array_index (layout->namings, KaTimelineNaming, i);

      add_gap (self, naming->label_x, naming->label_width, naming->y, TEXT_REACH - 1);
    }
  for (guint i = 0; i < layout->titles->len; i++)
    {
      const KaBox *box = &g_array_index (layout->titles, KaTimelineTitle, i).box;

      add_gap (self, box->x0, box->x1 - box->x0, (box->y0 + box->y1) / 2, (box->y1 - box->y0) / 2);
    }
}

static void
clear_nearest (gpointer data)
{
  g_free (((KaTimelineNearest *) data)->text);
}

KaTimelineOverlay *
ka_timeline_overlay_new (const KaTimelineLayout *layout, const KaViewState *state)
{
  KaTimelineOverlay *self = g_new0 (KaTimelineOverlay, 1);

  self->x = ka_timeline_layout_get_playhead_x (layout, state->day);
  self->side = self->x < 0 ? -1 : self->x > layout->frame.axis.width;
  self->day = write_day (state);
  self->raised = g_array_new (FALSE, FALSE, sizeof (KaTimelineRaised));
  self->nearest = g_array_new (FALSE, FALSE, sizeof (KaTimelineNearest));
  g_array_set_clear_func (self->nearest, clear_nearest);
  self->shifted = g_array_new (FALSE, FALSE, sizeof (KaTimelineShifted));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (KaBox));

  raise_events (self, layout, state);
  for (int direction = -1; direction <= 1 && has_few_events (layout); direction += 2)
    add_nearest (self, layout, state, direction);
  place_flag (self, layout);
  shift_labels (self, layout);
  if (self->side == 0)
    {
      add_gaps_in_lanes (self, layout);
      add_gaps_in_rows (self, layout);
      g_array_sort (self->gaps, compare_tops);
    }

  return self;
}

void
ka_timeline_overlay_free (KaTimelineOverlay *self)
{
  g_free (self->day);
  g_array_unref (self->raised);
  g_array_unref (self->nearest);
  g_array_unref (self->shifted);
  g_array_unref (self->gaps);
  g_free (self);
}
