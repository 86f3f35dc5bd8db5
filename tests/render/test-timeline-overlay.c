/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever day is shown and whatever is selected, nothing on a timeline covers anything else.
 */

#include "config.h"

#include "ka-layout-test.h"
#include "ka-time-test.h"
#include "ka-timeline-overlay.h"

#include <math.h>

#define WIDTH       1440.0
#define N_ROUNDS    150
#define TEXT_REACH  5.5
#define MARK_SIZE   7.0 /* a large one */
#define MINOR_ROW   10.5
#define MAJOR_ROW   25.0
#define LARGE_SIZE  (KA_TIMELINE_MARK_RADIUS * KA_TIMELINE_PRESENT_SIZE * 1.35) /* a star */
#define N_SAME_DAYS 3000

typedef struct
{
  KaBox         box;
  gconstpointer owner; /* parts of one thing may touch */
  gboolean      is_text;
  char         *name;
} Drawn;

static void
clear_drawn (gpointer data)
{
  g_free (((Drawn *) data)->name);
}

static void
add (GArray *drawn, KaBox box, gconstpointer owner, gboolean is_text, const char *name)
{
  const Drawn item = { box, owner, is_text, g_strdup (name) };

  if (box.x1 > box.x0 && box.y1 > box.y0)
    g_array_append_val (drawn, item);
  else
    g_free (item.name);
}

static KaBox
get_text_box (double x, double width, double y)
{
  return (KaBox){ x, y - TEXT_REACH, x + width, y + TEXT_REACH };
}

static KaBox
get_mark_box (double x, double y, double size)
{
  return (KaBox){ x - size, y - size, x + size, y + size };
}

static void
add_placed (GArray                  *drawn,
            const KaTimelineLayout  *layout,
            const KaTimelineOverlay *overlay,
            const KaViewState       *state)
{
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);
      const KaItem           *item = placed->entry->item;
      double                  size = MARK_SIZE;

      if (placed->entry->category == 0 || ka_timeline_overlay_replaces (overlay, &placed->box) ||
          placed->box.y1 > layout->frame.axis_y)
        continue;
      if (placed->entry == overlay->foremost)
        size = LARGE_SIZE;
      if (placed->is_span)
        add (drawn, placed->box, item, FALSE, item->id);
      else
        add (drawn, get_mark_box (placed->x0, placed->y, size), item, FALSE, item->id);
      add (drawn, get_text_box (placed->label_x, placed->label_width, placed->y), item, TRUE,
           item->id);
    }
}

static void
add_overflows (GArray *drawn, const KaTimelineLayout *layout, const KaTimelineOverlay *overlay)
{
  for (guint i = 0; i < layout->overflows->len; i++)
    {
      const KaTimelineOverflow *overflow = &g_array_index (layout->overflows, KaTimelineOverflow,
                                                           i);

      if (overflow->is_of_lifetimes ||
          (layout->density < 1 && overflow->box.y1 <= layout->frame.axis_y &&
           !ka_timeline_overlay_replaces (overlay, &overflow->box)))
        add (drawn, overflow->box, overflow, TRUE, "chip");
    }
}

static void
add_overlay (GArray *drawn, const KaTimelineOverlay *overlay)
{
  add (drawn, overlay->flag, overlay, FALSE, "flag");
  for (guint i = 0; i < overlay->raised->len; i++)
    {
      const KaTimelineRaised *raised = &g_array_index (overlay->raised, KaTimelineRaised, i);

      add (drawn,
           get_mark_box (raised->x, raised->y,
                         raised->entry == overlay->foremost ? LARGE_SIZE : MARK_SIZE),
           raised->entry->item, FALSE, "raised mark");
      add (drawn, get_text_box (raised->label_x, raised->entry->width, raised->y),
           raised->entry->item, TRUE, "raised label");
    }
  for (guint i = 0; i < overlay->nearest->len; i++)
    {
      const KaTimelineNearest *nearest = &g_array_index (overlay->nearest, KaTimelineNearest, i);

      add (drawn, nearest->box, nearest, TRUE, "nearest");
    }
}

static const KaTimelineShifted *
find_shifted (const KaTimelineOverlay *overlay, guint tick)
{
  for (guint i = 0; i < overlay->shifted->len; i++)
    if (g_array_index (overlay->shifted, KaTimelineShifted, i).tick == tick)
      return &g_array_index (overlay->shifted, KaTimelineShifted, i);

  return NULL;
}

static void
add_axis (GArray *drawn, const KaTimelineLayout *layout, const KaTimelineOverlay *overlay)
{
  const double minor_y = layout->frame.axis_y + MINOR_ROW;

  for (guint i = 0; i < layout->ticks.major->len; i++)
    {
      const KaTimeTick        *tick = &g_array_index (layout->ticks.major, KaTimeTick, i);
      const KaTimelineShifted *shifted = find_shifted (overlay, i);

      add (drawn,
           get_text_box (shifted != NULL ? shifted->label_x : tick->label_x,
                         shifted != NULL ? shifted->label_width : tick->label_width,
                         layout->frame.axis_y + MAJOR_ROW),
           tick, FALSE, tick->label);
    }
  for (guint i = 0; i < layout->ticks.minor->len; i++)
    {
      const KaTimeTick *tick = &g_array_index (layout->ticks.minor, KaTimeTick, i);

      add (drawn, get_text_box (tick->label_x, tick->label_width, minor_y), tick, TRUE,
           tick->label);
    }
  if (layout->has_today)
    add (drawn, get_text_box (layout->today_label_x, layout->today_label_width, minor_y), layout,
         TRUE, "today");
}

static void
add_rows (GArray *drawn, const KaTimelineLayout *layout)
{
  const double band_y = (layout->frame.axis_end + layout->frame.lifetimes_y) / 2;

  for (guint i = 0; i < layout->titles->len; i++)
    {
      const KaTimelineTitle *title = &g_array_index (layout->titles, KaTimelineTitle, i);

      add (drawn, title->box, title, TRUE, title->text);
    }
  for (guint i = 0; i < layout->namings->len; i++)
    {
      const KaTimelineNaming *naming = &g_array_index (layout->namings, KaTimelineNaming, i);

      add (drawn, get_text_box (naming->label_x, naming->label_width, naming->y), naming, TRUE,
           naming->text);
    }
  for (guint i = 0; i < layout->pieces->len; i++)
    {
      const KaTimelinePiece *piece = &g_array_index (layout->pieces, KaTimelinePiece, i);

      add (drawn, get_text_box (piece->label_x, piece->label_width, band_y), piece, TRUE,
           piece->label);
    }
}

/* The line of the playhead has a gap wherever it meets a text. */
static void
assert_line_is_broken (const KaTimelineOverlay *overlay, const Drawn *drawn)
{
  if (overlay->side != 0 || !drawn->is_text || drawn->box.x0 > overlay->x ||
      drawn->box.x1 < overlay->x)
    return;
  for (guint i = 0; i < overlay->gaps->len; i++)
    {
      const KaBox *gap = &g_array_index (overlay->gaps, KaBox, i);

      if (gap->y0 <= drawn->box.y0 + 1 && gap->y1 >= drawn->box.y1 - 1)
        return;
    }
  /* What is raised is painted over the line. */
  for (guint i = 0; i < overlay->raised->len; i++)
    if (ka_layout_test_boxes_meet (&g_array_index (overlay->raised, KaTimelineRaised, i).cleared,
                                   &drawn->box))
      return;
  g_error ("the line at %g runs through “%s”", overlay->x, drawn->name);
}

static void
assert_disjoint (const KaTimelineLayout *layout, const KaViewState *state)
{
  g_autoptr (KaTimelineOverlay) overlay = ka_timeline_overlay_new (layout, state);
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (Drawn));

  g_array_set_clear_func (drawn, clear_drawn);
  add_placed (drawn, layout, overlay, state);
  add_overflows (drawn, layout, overlay);
  add_overlay (drawn, overlay);
  add_axis (drawn, layout, overlay);
  add_rows (drawn, layout);
  for (guint i = 0; i < drawn->len; i++)
    {
      const Drawn *a = &g_array_index (drawn, Drawn, i);

      assert_line_is_broken (overlay, a);
      for (guint j = i + 1; j < drawn->len; j++)
        {
          const Drawn *b = &g_array_index (drawn, Drawn, j);

          if (a->owner != b->owner && ka_layout_test_boxes_meet (&a->box, &b->box))
            g_error ("“%s” %g %g %g %g and “%s” %g %g %g %g overlap", a->name, a->box.x0, a->box.y0,
                     a->box.x1, a->box.y1, b->name, b->box.x0, b->box.y0, b->box.x1, b->box.y1);
        }
    }
}

static const KaItem *
pick_event (KaAtlas *atlas)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);

  return events->items[g_test_rand_int_range (0, (int) events->n_items)];
}

static void
assert_rounds (KaAtlas *atlas, KaDay from, KaDay to)
{
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();

  for (int round = 0; round < N_ROUNDS; round++)
    {
      const KaEvent *event = (const KaEvent *) pick_event (atlas);
      KaViewState    state = {
           .filter.categories = KA_CATEGORY_ALL,
           .selection = g_test_rand_bit () ? pick_event (atlas) : &event->item,
           .day = event->date.earliest,
           .shows_old_style = g_test_rand_bit (),
           .grouping = (KaGrouping) g_test_rand_int_range (0, KA_N_GROUPINGS),
      };
      const double   days = exp2 (g_test_rand_double_range (3, log2 ((double) (to - from))));
      const double   start = (double) state.day - g_test_rand_double_range (-0.1, 1.1) * days;
      KaTimelineSpec spec = {
        .atlas = atlas,
        .axis = { start, WIDTH / days, WIDTH },
        .height = g_test_rand_double_range (120, 500),
        .scrolls = state.grouping != KA_GROUPING_NONE,
        .has_today = TRUE,
        .today = from + (KaDay) (g_test_rand_double () * (double) (to - from)),
      };
      g_autoptr (KaTimelineLayout)
        layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);

      if (g_test_rand_bit ())
        state.day += g_test_rand_int_range (-100, 100);
      assert_disjoint (layout, &state);
    }
}

static void
test_atlas_is_disjoint (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();

  assert_rounds (atlas, ka_day_from_ymd (1870, 1, 1), ka_day_from_ymd (2025, 1, 1));
}

static void
test_random_is_disjoint (void)
{
  const KaDay from = ka_day_from_ymd (1500, 1, 1), to = ka_day_from_ymd (2000, 1, 1);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (2000, from, to);

  ka_time_test_add_lifetimes (atlas, 40, from, to);
  assert_rounds (atlas, from, to);
}

/* Thousands of events on one day: the chips count all, and the selected one shows with its label.
 */
static void
test_same_day (void)
{
  const KaDay day = ka_day_from_ymd (1921, 10, 13);
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (N_SAME_DAYS, day, day + 1);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  KaViewState   state = { .filter.categories = KA_CATEGORY_ALL, .day = day };

  for (double days = 7; days < 40000; days *= 6)
    for (gsize number = 0; number < events->n_items; number += 601)
      {
        KaTimelineSpec spec = {
          .atlas = atlas,
          .axis = { (double) day - days / 3, WIDTH / days, WIDTH },
          .height = 240,
        };
        gsize n_counted = 0;
        g_autoptr (KaTimelineLayout) layout = NULL;
        g_autoptr (KaTimelineOverlay) overlay = NULL;

        state.selection = events->items[number];
        layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
        overlay = ka_timeline_overlay_new (layout, &state);
        for (guint i = 0; i < layout->placed->len; i++)
          n_counted += g_array_index (layout->placed, KaTimelinePlaced, i).entry->category != 0;
        for (guint i = 0; i < layout->overflows->len; i++)
          n_counted += g_array_index (layout->overflows, KaTimelineOverflow, i).n_items;
        g_assert_cmpuint (n_counted, ==, events->n_items);
        if (ka_timeline_layout_find (layout, state.selection) == NULL)
          {
            g_assert_cmpuint (overlay->raised->len, ==, 1);
            g_assert_true (g_array_index (overlay->raised, KaTimelineRaised, 0).entry->item ==
                           state.selection);
          }
        assert_disjoint (layout, &state);
      }
}

/* With few events in sight the nearest ones stand at the edges, and a click finds them. */
static void
test_nearest (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaViewState    state = { .filter.categories = KA_CATEGORY_ALL,
                           .day = ka_map_test_day ("1900-01-01") };
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1895-01-01"), ka_map_test_day ("1905-01-01"),
                              WIDTH),
    .height = 240,
  };
  g_autoptr (KaTimelineLayout)
    layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
  g_autoptr (KaTimelineOverlay) overlay = ka_timeline_overlay_new (layout, &state);

  g_assert_cmpuint (overlay->nearest->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const KaTimelineNearest *nearest = &g_array_index (overlay->nearest, KaTimelineNearest, i);
      const KaBox             *box = &nearest->box;
      const KaTimelineHit hit = ka_timeline_layout_pick (layout, &state, (box->x0 + box->x1) / 2,
                                                         (box->y0 + box->y1) / 2);

      g_assert_cmpint (nearest->direction, ==, i == 0 ? -1 : 1);
      g_assert_cmpint (hit.part, ==, KA_TIMELINE_NEAREST);
      g_assert_true (hit.item == nearest->item);
    }

  state.filter.categories = 0;
  g_clear_pointer (&overlay, ka_timeline_overlay_free);
  overlay = ka_timeline_overlay_new (layout, &state);
  g_assert_cmpuint (overlay->nearest->len, ==, 0);
}

/* No label of the axis disappears behind the flag where there is room beside it. */
static void
test_flag_moves_labels (void)
{
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"), ka_map_test_day ("1925-01-01"),
                              WIDTH),
    .height = 240,
  };
  KaViewState state = { .filter.categories = KA_CATEGORY_ALL };
  g_autoptr (KaTimelineLayout)
    layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
  guint n_shifted = 0;

  for (state.day = ka_map_test_day ("1917-01-01"); state.day < ka_map_test_day ("1924-06-01");
       state.day += 11)
    {
      g_autoptr (KaTimelineOverlay) overlay = ka_timeline_overlay_new (layout, &state);

      for (guint i = 0; i < overlay->shifted->len; i++)
        {
          const KaTimelineShifted *shifted = &g_array_index (overlay->shifted, KaTimelineShifted,
                                                             i);

          g_assert_cmpfloat (shifted->label_x, >, overlay->flag.x1);
          n_shifted += shifted->label_width > 0;
        }
    }
  g_assert_cmpuint (n_shifted, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/render/overlay/atlas-is-disjoint", test_atlas_is_disjoint);
  g_test_add_func ("/render/overlay/random-is-disjoint", test_random_is_disjoint);
  g_test_add_func ("/render/overlay/same-day", test_same_day);
  g_test_add_func ("/render/overlay/nearest", test_nearest);
  g_test_add_func ("/render/overlay/flag-moves-labels", test_flag_moves_labels);

  return g_test_run ();
}
