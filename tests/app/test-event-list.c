/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list at the left: its rows, the filter by category, the search in every spelling, and the
 * selection.
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "../render/ka-time-test.h"
#include "ka-app-test.h"
#include "ka-atlas-load.h"
#include "ka-category-filter.h"
#include "ka-event-list.h"
#include "ka-event-order.h"
#include "ka-item-rows.h"
#include "ka-paragraph.h"
#include "ka-search.h"
#include "ka-words.h"

typedef struct
{
  KaSession          *session;
  GtkWidget          *list;
  GtkEditable        *search;
  GtkSingleSelection *selection;
  GPtrArray          *rows; /* that were looked at */
} Fixture;

static void
set_up_list (Fixture *fixture, gboolean is_short)
{
  GtkWidget *view;

  fixture->list = g_object_ref_sink (g_object_new (KA_TYPE_EVENT_LIST, NULL));
  if (is_short)
    ka_event_list_start_short (KA_EVENT_LIST (fixture->list));
  ka_event_list_set_session (KA_EVENT_LIST (fixture->list), fixture->session);
  view = ka_app_test_find (fixture->list, GTK_TYPE_LIST_VIEW);
  fixture->search = GTK_EDITABLE (ka_app_test_find (fixture->list, GTK_TYPE_SEARCH_ENTRY));
  fixture->selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->rows = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->session = ka_app_test_create_session ();
  set_up_list (fixture, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->rows);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->session);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->selection));
}

static KaItemRow *
get_row (Fixture *fixture, guint position)
{
  KaItemRow *row = g_list_model_get_item (G_LIST_MODEL (fixture->selection), position);

  g_assert_true (KA_IS_ITEM_ROW (row));
  g_ptr_array_add (fixture->rows, row);

  return row;
}

static guint
find_item (Fixture *fixture, const char *reference)
{
  const KaItem *item = ka_app_test_get_item (fixture->session, reference);

  for (guint i = 0; i < count_rows (fixture); i++)
    if (get_row (fixture, i)->item == item)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* The entry emits "search-changed" after a pause; the test emits it at once. */
static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (fixture->search, text);
  g_signal_emit_by_name (fixture->search, "search-changed");
}

/* The model makes a heading and then rows of items, and keeps none of them. */
static void
test_row (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  g_autoptr (KaItemRows) rows = ka_item_rows_new (session);
  const KaItem *item;
  KaItemRow    *heading;
  KaItemRow    *row;

  ka_item_rows_show_results (rows, "Kars");
  heading = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  row = g_list_model_get_item (G_LIST_MODEL (rows), 1);
  g_assert_null (heading->item);
  g_assert_cmpstr (heading->title, !=, "");
  g_assert_cmpstr (heading->subtitle, ==, "");
  item = row->item;
  g_assert_true (item == ka_item_rows_get (rows, 1));
  g_assert_cmpstr (row->title, ==,
                   ka_item_get_title (item, ka_session_get_day (session), KA_LANGUAGE_EN));
  g_assert_finalize_object (row);
  g_assert_finalize_object (heading);
}

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* The main thread only searches; another makes the index, also where nobody asks for it then. */
static void
test_index (void)
{
  g_autoptr (KaAtlas) atlas = ka_time_test_make_atlas (20000, ka_day_from_ymd (1000, 1, 1),
                                                       ka_day_from_ymd (2000, 1, 1));
  g_autoptr (KaSession) session = ka_session_new (atlas);
  g_autoptr (KaItemRows) rows = ka_item_rows_new (session);
  g_autoptr (KaItemRows) unused = ka_item_rows_new (session);
  g_autoptr (KaSearchIndex) index = NULL;
  double start = get_thread_ms (), alone;

  index = ka_search_index_new (atlas);
  alone = get_thread_ms () - start;
  ka_item_rows_prepare_results (unused);
  ka_item_rows_prepare_results (rows);
  start = get_thread_ms ();
  ka_item_rows_show_results (rows, "reoccupied");
  g_assert_cmpfloat (get_thread_ms () - start, <, alone);
  g_assert_cmpuint (ka_item_rows_count_items (rows), >, 0);
}

/* All events in order of date, each under the heading of its period. */
static void
test_events (Fixture *fixture, gconstpointer data)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (fixture->session),
                                             KA_ITEM_EVENT);
  gsize         n_events = 0;
  guint         n_headings = 0;

  g_assert_null (get_row (fixture, 0)->item);
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      KaItemRow *row = get_row (fixture, i);

      g_assert_cmpstr (row->title, !=, "");
      if (row->is_day)
        g_assert_cmpstr (row->title, ==, "13 October 1921");
      else if (row->item == NULL)
        n_headings++;
      else
        {
          g_assert_true (row->item == KA_ITEM (events->items[n_events]));
          g_assert_cmpstr (row->subtitle, !=, "");
          n_events++;
        }
    }
  g_assert_cmpuint (n_events, ==, events->n_items);
  g_assert_cmpuint (n_headings, >, 1);
  g_assert_cmpuint (n_headings, <=,
                    ka_atlas_get_head (ka_session_get_atlas (fixture->session))->periods.n_items);
}

typedef struct
{
  GtkWidget  *found;
  const char *label;
} ButtonQuery;

static void
find_button (GtkWidget *widget, gpointer data)
{
  ButtonQuery *query = data;

  if (GTK_IS_TOGGLE_BUTTON (widget))
    {
      g_autofree char *text = ka_app_test_dup_text (widget);

      /* The count of the events follows on a line of its own. */
      text[strcspn (text, "\n")] = '\0';
      if (g_str_equal (text, query->label))
        query->found = widget;
    }
}

static GtkToggleButton *
get_filter (Fixture *fixture, KaCategory category)
{
  ButtonQuery query = { NULL, ka_words_get_category (category) };

  ka_app_test_visit (fixture->list, find_button, &query);
  g_assert_nonnull (query.found);

  return GTK_TOGGLE_BUTTON (query.found);
}

static void
click (Fixture *fixture, int number)
{
  g_signal_emit_by_name (get_filter (fixture, (KaCategory) (1 << number)), "clicked");
}

/* Does what Ctrl+Enter and a click with Ctrl do. */
static void
add (Fixture *fixture, int number)
{
  GtkWidget *chip = GTK_WIDGET (get_filter (fixture, (KaCategory) (1 << number)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (chip);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      if (GTK_IS_CALLBACK_ACTION (gtk_shortcut_get_action (shortcut)))
        gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, chip, NULL);
    }
}

/* Compares the chips with the categories of the session, and the rows with the chips. */
static void
check_filter (Fixture *fixture, KaCategory chosen)
{
  g_assert_cmpint (ka_session_get_state (fixture->session).filter.categories, ==, chosen);
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    {
      KaCategory       category = (KaCategory) (1 << i);
      GtkToggleButton *button = get_filter (fixture, category);
      GtkWidget       *check = ka_app_test_find (GTK_WIDGET (button), GTK_TYPE_IMAGE);

      g_assert_cmpint (gtk_toggle_button_get_active (button), ==, (chosen & category) != 0);
      g_assert_cmpint (gtk_widget_get_visible (check), ==,
                       chosen != KA_CATEGORY_ALL && (chosen & category) != 0);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           ka_words_get_category (category));
    }
  for (guint row = 0; row < count_rows (fixture); row++)
    {
      const KaItem *item = get_row (fixture, row)->item;

      g_assert_true (item == NULL || (((const KaEvent *) item)->categories & chosen) != 0);
    }
}

/* A click leaves one category, a second click all; with Ctrl a category comes or goes. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  guint n_before = count_rows (fixture);

  check_filter (fixture, KA_CATEGORY_ALL);
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    {
      click (fixture, i);
      check_filter (fixture, (KaCategory) (1 << i));
    }
  click (fixture, KA_N_CATEGORIES - 1);
  check_filter (fixture, KA_CATEGORY_ALL);
  g_assert_cmpuint (count_rows (fixture), ==, n_before);

  click (fixture, 0);
  add (fixture, 2);
  check_filter (fixture, (KaCategory) 5);
  add (fixture, 0);
  check_filter (fixture, (KaCategory) 4);
  add (fixture, 2);
  check_filter (fixture, KA_CATEGORY_ALL);
  add (fixture, 1);
  check_filter (fixture, KA_CATEGORY_ALL & ~(KaCategory) 2);
}

/* The label of the bar that says what the filter shows; NULL while the bar is hidden. */
static GtkLabel *
find_sentence (Fixture *fixture)
{
  GtkWidget *row = gtk_widget_get_parent (
    ka_app_test_find (fixture->list, KA_TYPE_CATEGORY_FILTER));
  GtkWidget *bar = gtk_widget_get_next_sibling (row);

  return gtk_widget_get_visible (bar) ? GTK_LABEL (gtk_widget_get_first_child (bar)) : NULL;
}

/* Party and certainty narrow the rows and the counts; a sentence says so, with a button that ends
 * it. A search hides both. */
static void
test_filter_sentence (Fixture *fixture, gconstpointer data)
{
  KaFilter    filter = ka_filter_all ();
  const guint n_before = count_rows (fixture);
  GtkWidget  *clear;

  g_assert_null (find_sentence (fixture));
  filter.certainties = 1u << KA_CERTAIN;
  ka_filter_toggle_party (
    &filter, (const KaPolity *) ka_app_test_get_item (fixture->session, "polity:turkey"));
  ka_session_set_filter (fixture->session, &filter);
  ka_session_set_categories (fixture->session, KA_CATEGORY_TREATY | KA_CATEGORY_WAR);
  filter = ka_session_get_state (fixture->session).filter;
  g_assert_true (
    g_str_has_prefix (gtk_label_get_text (find_sentence (fixture)),
                      "Treaties and wars in which Turkey takes part, certain only · "));
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      const KaItem *item = get_row (fixture, i)->item;

      g_assert_true (item == NULL || ka_filter_admits (&filter, (const KaEvent *) item));
    }
  g_assert_cmpuint (count_rows (fixture), <, n_before);

  type (fixture, "kars");
  g_assert_null (find_sentence (fixture));
  type (fixture, "");
  clear = gtk_widget_get_next_sibling (GTK_WIDGET (find_sentence (fixture)));
  g_signal_emit_by_name (clear, "clicked");
  g_assert_null (find_sentence (fixture));
  check_filter (fixture, KA_CATEGORY_ALL);
  g_assert_cmpuint (count_rows (fixture), ==, n_before);
}

static GtkCheckButton *
find_check (GtkWidget *widget, const char *name)
{
  GtkCheckButton *found = NULL;

  if (GTK_IS_CHECK_BUTTON (widget))
    {
      GtkWidget *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (widget));

      return g_str_equal (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (box))), name)
               ? GTK_CHECK_BUTTON (widget)
               : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check (child, name);

  return found;
}

/* The list in a window, where it scrolls. */
static GtkWidget *
open_window (Fixture *fixture)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 280, 420);
  gtk_window_set_child (GTK_WINDOW (window), fixture->list);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  ka_app_test_iterate (300);

  return window;
}

/* The check buttons of the popover are there when it opens, set the filter and follow it. */
static void
test_filter_popover (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton  *button = GTK_MENU_BUTTON (ka_app_test_find (fixture->list, GTK_TYPE_MENU_BUTTON));
  GtkWidget      *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GtkWidget      *window = open_window (fixture);
  GtkCheckButton *turkey, *certain;
  const KaPolity *party = (const KaPolity *) ka_app_test_get_item (fixture->session,
                                                                   "polity:turkey");
  KaFilter        filter;

  g_assert_null (gtk_popover_get_child (GTK_POPOVER (popover)));
  gtk_menu_button_popup (button);
  turkey = find_check (popover, "Turkey");
  certain = find_check (popover, "certain");
  gtk_check_button_set_active (turkey, TRUE);
  gtk_check_button_set_active (certain, TRUE);
  filter = ka_session_get_state (fixture->session).filter;
  g_assert_true (ka_filter_has_party (&filter, party));
  g_assert_cmpuint (ka_filter_count_parties (&filter), ==, 1);
  g_assert_cmpuint (filter.certainties, ==, 1u << KA_CERTAIN);
  gtk_check_button_set_active (turkey, FALSE);
  gtk_check_button_set_active (certain, FALSE);
  filter = ka_session_get_state (fixture->session).filter;
  g_assert_false (ka_filter_is_active (&filter));
  gtk_menu_button_popdown (button);
  ka_app_test_iterate (200);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* All chips stand in one row, whatever the width. */
static void
test_one_row (Fixture *fixture, gconstpointer data)
{
  GtkWidget *filter = ka_app_test_find (fixture->list, KA_TYPE_CATEGORY_FILTER);
  int        height;
  int        width;

  gtk_widget_measure (filter, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (filter, GTK_ORIENTATION_VERTICAL, 100, &height, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 100);
  g_assert_cmpint (height, <=, 40);
}

/* The line of the day stands after all events that begin before it, and its nearest event beside
 * it. */
static void
check_day (Fixture *fixture, KaItemRows *rows)
{
  const KaDay day = ka_session_get_day (fixture->session);
  const guint at = ka_item_rows_find_day (rows);
  const guint nearest = ka_item_rows_find_nearest (rows);
  double      least = G_MAXDOUBLE;

  if (ka_item_rows_count_items (rows) == 0)
    {
      g_assert_cmpuint (at, ==, G_MAXUINT);
      g_assert_cmpuint (nearest, ==, G_MAXUINT);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      const KaEvent *event = (const KaEvent *) ka_item_rows_get (rows, i);

      if (event == NULL)
        continue;
      g_assert_true (i < at ? event->date.earliest < day : event->date.earliest >= day);
      least = MIN (least, ABS ((double) event->date.earliest - (double) day));
    }
  g_assert_cmpfloat (
    ABS ((double) ((const KaEvent *) ka_item_rows_get (rows, nearest))->date.earliest -
         (double) day),
    ==, least);
}

static void
test_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KaItemRows) rows = ka_item_rows_new (fixture->session);

  ka_item_rows_show_events (rows);
  for (int round = 0; round < 300; round++)
    {
      if (round % 20 == 19)
        {
          ka_session_set_categories (fixture->session,
                                     (KaCategory) g_test_rand_int_range (0, KA_CATEGORY_ALL + 1));
          ka_item_rows_show_events (rows);
        }
      ka_session_set_day (fixture->session,
                          ka_day_from_ymd (1877, 1, 1) + g_test_rand_int_range (-10, 55000));
      ka_item_rows_follow_day (rows);
      check_day (fixture, rows);
    }
}

/* A reach leaves out all but the rows around the line of the day, and 0 brings them back in their
 * order. */
static void
test_reach (Fixture *fixture, gconstpointer data)
{
  const guint reach = 5;
  g_autoptr (KaItemRows) all = ka_item_rows_new (fixture->session);
  g_autoptr (KaItemRows) near = ka_item_rows_new (fixture->session);

  ka_item_rows_set_reach (near, reach);
  for (int round = 0; round < 100; round++)
    {
      guint n_rows, day, first;

      ka_session_set_day (fixture->session,
                          ka_day_from_ymd (1877, 1, 1) + g_test_rand_int_range (-10, 55000));
      ka_item_rows_show_events (all);
      ka_item_rows_show_events (near);
      n_rows = g_list_model_get_n_items (G_LIST_MODEL (all));
      day = ka_item_rows_find_day (all);
      first = day > reach ? day - reach : 0;
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (near)), ==,
                        MIN (day + reach, n_rows) - first);
      g_assert_cmpuint (ka_item_rows_find_day (near), ==, day - first);
      g_assert_cmpuint (ka_item_rows_count_items (near), ==, ka_item_rows_count_items (all));
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (near)); i++)
        g_assert_true (ka_item_rows_get (near, i) == ka_item_rows_get (all, first + i));
    }
  ka_item_rows_set_reach (near, 0);
  ka_item_rows_show_events (near);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (all)); i++)
    g_assert_true (ka_item_rows_get (near, i) == ka_item_rows_get (all, i));
}

/* With a marked range the list shows events that meet it, and their number; its button clears it.
 */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  KaDay            from = ka_day_from_ymd (1921, 3, 1);
  KaDay            to = ka_day_from_ymd (1921, 11, 1);
  guint            n_before = count_rows (fixture);
  gsize            n_events = 0;
  g_autofree char *text = NULL;

  ka_session_set_range (fixture->session, (KaSpan){ from, to });
  g_assert_cmpuint (count_rows (fixture), <, n_before);
  for (guint row = 0; row < count_rows (fixture); row++)
    {
      const KaItem *item = get_row (fixture, row)->item;

      if (item == NULL)
        continue;
      n_events++;
      g_assert_true (ka_date_overlaps (&((const KaEvent *) item)->date, from, to));
    }
  g_assert_cmpuint (n_events, ==, ka_event_order_count (fixture->session, NULL, NULL));
  text = ka_app_test_dup_text (fixture->list);
  g_assert_nonnull (strstr (text, "1 March 1921 – 31 October 1921"));

  ka_session_clear_range (fixture->session);
  g_assert_cmpuint (count_rows (fixture), ==, n_before);
}

/* A copy of the rows that follows the changes which the model emits. */
typedef struct
{
  KaItemRows *rows;
  GPtrArray  *items; /* NULL for headings */
  guint       n_told;
} Mirror;

static void
mirror_cb (Mirror *mirror, guint position, guint n_removed, guint n_added)
{
  mirror->n_told++;
  g_assert_cmpuint (position + n_removed, <=, mirror->items->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (mirror->items, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (mirror->items, (int) (position + i),
                        (gpointer) (guintptr) ka_item_rows_get (mirror->rows, position + i));
  g_assert_cmpuint (mirror->items->len, ==, g_list_model_get_n_items (G_LIST_MODEL (mirror->rows)));
}

static void
skip_day (KaItemRows *rows, guint *at)
{
  if (ka_item_rows_find_day (rows) == *at)
    (*at)++;
}

/* Compares the rows with those that the filter leaves. */
static void
check_rows (KaItemRows *rows, KaSession *session)
{
  KaAtlas      *atlas = ka_session_get_atlas (session);
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaText *period = NULL;
  guint         at = 0;
  gsize         n_items = 0;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];
      const KaText  *its_period = ka_names_get_on (&ka_atlas_get_head (atlas)->periods,
                                                   event->date.earliest);

      if (!ka_event_order_has (session, KA_ITEM (event)))
        {
          g_assert_cmpuint (ka_item_rows_find (rows, KA_ITEM (event)), ==, G_MAXUINT);
          continue;
        }
      skip_day (rows, &at);
      if (its_period != period && its_period != NULL)
        {
          g_autoptr (KaItemRow) heading = g_list_model_get_item (G_LIST_MODEL (rows), at++);

          g_assert_null (heading->item);
          g_assert_cmpstr (heading->title, ==, ka_text_get (its_period, KA_LANGUAGE_EN));
        }
      period = its_period;
      skip_day (rows, &at);
      g_assert_true (ka_item_rows_get (rows, at) == KA_ITEM (event));
      g_assert_cmpuint (ka_item_rows_find (rows, KA_ITEM (event)), ==, at++);
      n_items++;
    }
  skip_day (rows, &at);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, at);
  g_assert_cmpuint (ka_item_rows_count_items (rows), ==, n_items);
}

/* Filters and searches at random: a copy that follows the changes equals the model. */
static void
test_random_filters (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "Kars", "Nakhichevan", "qqzzvv", "treaty" };
  g_autoptr (KaItemRows) rows = ka_item_rows_new (fixture->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  Mirror mirror = { rows, items, 0 };

  g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (mirror_cb), &mirror);
  for (int round = 0; round < 400; round++)
    {
      KaDay from = ka_day_from_ymd (1877, 1, 1) + g_test_rand_int_range (0, 40000);
      int   what = g_test_rand_int_range (0, 8);

      if (what < 4)
        ka_session_set_range (fixture->session,
                              (KaSpan){ from, from + g_test_rand_int_range (1, 20000) });
      else if (what == 4)
        ka_session_clear_range (fixture->session);
      else if (what < 7)
        ka_session_set_categories (fixture->session,
                                   (KaCategory) g_test_rand_int_range (0, KA_CATEGORY_ALL + 1));
      else
        ka_item_rows_show_results (rows,
                                   queries[g_test_rand_int_range (0, G_N_ELEMENTS (queries))]);
      ka_session_set_day (fixture->session, from + g_test_rand_int_range (-1000, 1000));
      if (what < 7)
        {
          ka_item_rows_show_events (rows);
          check_rows (rows, fixture->session);
        }
      for (guint i = 0; i < items->len; i++)
        g_assert_true (items->pdata[i] == (gconstpointer) ka_item_rows_get (rows, i));
      g_assert_cmpuint (items->len, ==, g_list_model_get_n_items (G_LIST_MODEL (rows)));
    }

  /* The model emits nothing when nothing changes. */
  ka_item_rows_show_events (rows);
  mirror.n_told = 0;
  ka_item_rows_show_events (rows);
  ka_item_rows_follow_day (rows);
  g_assert_cmpuint (mirror.n_told, ==, 0);
}

/* The search finds names in every language and in common spellings. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query;
    const char *reference;
  } cases[] = {
    { "Nakhchivan", "region:nakhichevan" },
    { "Nakhichevan", "region:nakhichevan" },
    { "Naxçıvan", "region:nakhichevan" },
    { "naxcivan", "region:nakhichevan" },
    { "Nahçıvan", "region:nakhichevan" },
    { "Нахичевань", "region:nakhichevan" },
    { "нахичевань", "region:nakhichevan" },
    { "Նախիջևան", "region:nakhichevan" },
    { "ნახიჩევანი", "region:nakhichevan" },
    { "Erivan", "place:yerevan" },
    { "Yerevan", "place:yerevan" },
    { "Ереван", "place:yerevan" },
    { "Երևան", "place:yerevan" },
    { "Iğdır", "place:igdir" },
    { "igdir", "place:igdir" },
    { "Treaty of Kars", "treaty:kars" },
    { "  treaty of kars ", "event:kars-treaty-1921" },
    { "Adjara", "region:adjara" },
    { "აჭარა", "region:adjara" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, cases[i].query);
      if (find_item (fixture, cases[i].reference) == GTK_INVALID_LIST_POSITION)
        g_error ("“%s” does not find %s", cases[i].query, cases[i].reference);
      g_assert_null (get_row (fixture, 0)->item);
    }
}

static void
test_search_for_nothing (Fixture *fixture, gconstpointer data)
{
  guint n_events = count_rows (fixture);

  type (fixture, "qqzzvv");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  type (fixture, "   ");
  type (fixture, "<b>&amp;%s");
  type (fixture, "");
  g_assert_cmpuint (count_rows (fixture), ==, n_events);

  type (fixture, "Kars");
  g_assert_cmpuint (count_rows (fixture), >, 0);
  g_signal_emit_by_name (fixture->search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (fixture->search), ==, "");
}

/* Enter selects the first result. */
static void
test_search_activate (Fixture *fixture, gconstpointer data)
{
  type (fixture, "Nakhichevan");
  g_signal_emit_by_name (fixture->search, "activate");
  g_assert_true (ka_session_get_selection (fixture->session) ==
                 ka_app_test_get_item (fixture->session, "region:nakhichevan"));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  guint moscow = find_item (fixture, "event:moscow-treaty-1921");

  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    GTK_INVALID_LIST_POSITION);
  gtk_single_selection_set_selected (fixture->selection, moscow);
  g_assert_true (ka_session_get_selection (fixture->session) ==
                 ka_app_test_get_item (fixture->session, "event:moscow-treaty-1921"));
  g_assert_cmpint (ka_session_get_day (fixture->session), ==, ka_day_from_ymd (1921, 3, 16));

  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "event:kars-treaty-1921"));
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    find_item (fixture, "event:kars-treaty-1921"));
  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, "region:kars"));
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->selection), ==,
                    GTK_INVALID_LIST_POSITION);

  /* New rows do not change the selection. */
  ka_session_set_categories (fixture->session, KA_CATEGORY_TREATY);
  g_assert_true (ka_session_get_selection (fixture->session) ==
                 ka_app_test_get_item (fixture->session, "region:kars"));
}

/* A list that starts short has all rows, the selected one among them, once it is drawn. */
static void
test_short (void)
{
  Fixture     fixture = { .rows = g_ptr_array_new_with_free_func (g_object_unref) };
  const char *far = "event:san-stefano-1878";
  GtkWidget  *window;

  fixture.session = ka_app_test_create_session ();
  ka_session_select (fixture.session, ka_app_test_get_item (fixture.session, far));
  ka_session_set_day (fixture.session, ka_day_from_ymd (1921, 10, 13));
  set_up_list (&fixture, TRUE);
  g_assert_cmpuint (count_rows (&fixture), <, 30);
  window = open_window (&fixture);
  g_assert_cmpuint (count_rows (&fixture), >, 100);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture.selection), ==,
                    find_item (&fixture, far));
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  tear_down (&fixture, NULL);
}

typedef struct
{
  const char *text;
  GtkWidget  *view;
  GtkWidget  *found;
} LabelQuery;

static const char *
get_title (GtkWidget *title)
{
  if (KA_IS_PARAGRAPH (title))
    return ka_paragraph_get_text (KA_PARAGRAPH (title));

  return gtk_label_get_text (GTK_LABEL (title));
}

/* Finds a title that the scrolled list shows whole. */
static void
find_label (GtkWidget *widget, gpointer data)
{
  LabelQuery     *query = data;
  graphene_rect_t box;

  if (gtk_widget_has_css_class (widget, "row-title") && gtk_widget_get_mapped (widget) &&
      g_str_equal (get_title (widget), query->text) &&
      gtk_widget_compute_bounds (widget, query->view, &box) && box.origin.y >= 0 &&
      box.origin.y + box.size.height <= (float) gtk_widget_get_height (query->view))
    query->found = widget;
}

static GtkWidget *
find_shown (Fixture *fixture, const char *title)
{
  LabelQuery query = { .text = title,
                       .view = ka_app_test_find (fixture->list, GTK_TYPE_LIST_VIEW) };

  ka_app_test_visit (query.view, find_label, &query);

  return query.found;
}

static gboolean
is_marked (GtkWidget *row)
{
  while (row != NULL && !gtk_widget_has_css_class (row, "marked-row"))
    row = gtk_widget_get_parent (row);

  return row != NULL;
}

static void
check_top (Fixture *fixture)
{
  GtkWidget *view = ka_app_test_find (fixture->list, GTK_TYPE_LIST_VIEW);

  ka_app_test_iterate (300);
  g_assert_cmpfloat (
    gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view))), ==, 0);
}

static void
check_shown (Fixture *fixture, const char *title, gboolean with_mark)
{
  g_test_message ("%s", title);
  ka_app_test_iterate (300);
  if (find_shown (fixture, title) == NULL)
    g_error ("“%s” is out of view", title);
  g_assert_cmpint (is_marked (find_shown (fixture, title)), ==, with_mark);
}

static void
find_heading (GtkWidget *widget, gpointer data)
{
  GtkWidget **heading = data;

  if (gtk_widget_has_css_class (widget, "list-heading"))
    *heading = widget;
}

/* Whether the heading at the top of the list cuts a row. */
static gboolean
is_top_cut (Fixture *fixture)
{
  GtkWidget      *view = ka_app_test_find (fixture->list, GTK_TYPE_LIST_VIEW);
  GtkWidget      *heading = NULL;
  graphene_rect_t bar, box;
  double          cut;

  ka_app_test_visit (fixture->list, find_heading, &heading);
  if (!gtk_widget_get_visible (heading) || !gtk_widget_compute_bounds (heading, view, &bar))
    return FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row) && gtk_widget_compute_bounds (row, view, &box))
      {
        cut = bar.origin.y + bar.size.height - box.origin.y;
        if (cut >= 1 && cut <= box.size.height - 1)
          return TRUE;
      }

  return FALSE;
}

/* The period of the topmost row stays in sight at every place of the list, but once. */
static void
test_heading (Fixture *fixture, gconstpointer data)
{
  GtkWidget     *window = open_window (fixture);
  GtkWidget     *view = ka_app_test_find (fixture->list, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GtkWidget     *heading = NULL;
  const KaNames *periods = &ka_atlas_get_head (ka_session_get_atlas (fixture->session))->periods;
  guint          n_periods = 0;

  ka_app_test_visit (fixture->list, find_heading, &heading);
  gtk_adjustment_set_value (adjustment, 0);
  ka_app_test_iterate (200);
  g_assert_false (gtk_widget_get_visible (heading));
  for (gsize i = 0; i < periods->n_items; i++)
    {
      const char *period = ka_text_get (&periods->items[i].text, KA_LANGUAGE_EN);

      for (double y = 30; y < gtk_adjustment_get_upper (adjustment) &&
                          g_strcmp0 (gtk_label_get_text (GTK_LABEL (heading)), period) != 0;
           y += 150)
        {
          gtk_adjustment_set_value (adjustment, y);
          ka_app_test_iterate (30);
        }
      n_periods += g_strcmp0 (gtk_label_get_text (GTK_LABEL (heading)), period) == 0 &&
                   gtk_widget_get_visible (heading);
    }
  g_assert_cmpuint (n_periods, >=, periods->n_items - 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Before the first event none is marked as that of the day, of all events and of those of a filter.
 */
static void
test_before_all (Fixture *fixture, gconstpointer data)
{
  KaFilter   filter = ka_filter_all ();
  GtkWidget *window = open_window (fixture);

  filter.categories = KA_CATEGORY_CLAIM;
  ka_session_set_filter (fixture->session, &filter);
  ka_session_set_day (fixture->session, ka_day_from_ymd (1918, 1, 11));
  check_shown (fixture, "Soviet decree on “Turkish Armenia”", TRUE);
  ka_session_set_day (fixture->session, ka_day_from_ymd (1918, 1, 10));
  check_shown (fixture, "Soviet decree on “Turkish Armenia”", FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The day and its event are in view after each jump, and after a search or a filter ends;
 * results of a search, a filter or a range begin at the top. */
static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    KaDay       days; /* since 1 January 1970 */
    const char *line;
    const char *nearest;
  } cases[] = {
    { -33440, "12 June 1878", "Treaty of Berlin" },
    { -17612, "13 October 1921", "Treaty of Kars" },
    { -18041, "10 August 1920", "Treaty of Sèvres" },
    { -7519, "1 June 1949", NULL },
    { -18660, "30 November 1918", NULL },
  };
  GtkWidget *window = open_window (fixture);

  check_shown (fixture, "13 October 1921", FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ka_session_set_day (fixture->session, ka_day_from_ymd (1970, 1, 1) + cases[i].days);
      check_shown (fixture, cases[i].line, FALSE);
      for (int j = 0; j < 50 && is_top_cut (fixture); j++)
        ka_app_test_iterate (100);
      g_assert_false (is_top_cut (fixture));
      if (cases[i].nearest != NULL)
        check_shown (fixture, cases[i].nearest, TRUE);
    }

  type (fixture, "treaty of kars");
  check_top (fixture);
  check_shown (fixture, "Treaty of Kars", TRUE);
  type (fixture, "");
  check_shown (fixture, "30 November 1918", FALSE);
  click (fixture, 1);
  check_top (fixture);
  click (fixture, 1);
  check_shown (fixture, "30 November 1918", FALSE);
  ka_session_set_range (fixture->session,
                        (KaSpan){ ka_day_from_ymd (1900, 1, 1), ka_day_from_ymd (1950, 1, 1) });
  check_top (fixture);
  ka_session_clear_range (fixture->session);
  check_shown (fixture, "30 November 1918", FALSE);

  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "event:kars-treaty-1921"));
  check_shown (fixture, "Treaty of Kars", TRUE);
  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "event:berlin-treaty-1878"));
  check_shown (fixture, "Treaty of Berlin", TRUE);
  ka_session_go (fixture->session, -1);
  check_shown (fixture, "Treaty of Kars", TRUE);

  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each row on screen is named by title, date and category. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = open_window (fixture);
  GtkWidget *view = ka_app_test_find (fixture->list, GTK_TYPE_LIST_VIEW);
  guint      n_rows = 0;
  GtkWidget *kars;

  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_first_child (row) != NULL)
      {
        g_assert_true (
          gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
        n_rows++;
      }
  g_assert_cmpuint (n_rows, >, 5);
  kars = find_shown (fixture, "Treaty of Kars");
  while (gtk_widget_get_parent (kars) != view)
    kars = gtk_widget_get_parent (kars);
  gtk_test_accessible_assert_property (kars, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Treaty of Kars, 13 October 1921, Treaty");

  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A session on an atlas in which an event has a title. */
static KaSession *
create_titled_session (const char *title)
{
  g_autofree char *source = g_build_filename (g_getenv ("KA_SOURCE_ROOT"), "tests", "fuzz",
                                              "corpus", "atlas", "valid-whole.json", NULL);
  g_autofree char *path = g_build_filename (g_get_home_dir (), "titled.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = NULL;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "The treaty is signed", title, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  atlas = ka_atlas_load (file, NULL, &error);
  g_assert_no_error (error);

  return ka_session_new (atlas);
}

/* Titles without a place to break wrap anywhere: search and filter stay in view. */
static void
test_long_title (void)
{
  static const char *const letters[] = { "W", "\u00a0x", "ﷺ", "\u2060i" };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      Fixture fixture;

      for (int j = 0; j < 80; j++)
        g_string_append (title, letters[i]);
      fixture.rows = g_ptr_array_new_with_free_func (g_object_unref);
      fixture.session = create_titled_session (title->str);
      set_up_list (&fixture, FALSE);
      {
        GtkWidget *window = open_window (&fixture);
        GtkWidget *search = ka_app_test_find (fixture.list, GTK_TYPE_SEARCH_ENTRY);

        g_assert_cmpint (gtk_widget_get_width (search), >, 150);
        g_assert_cmpint (gtk_widget_get_width (search), <, 280);
        gtk_window_set_child (GTK_WINDOW (window), NULL);
        gtk_window_destroy (GTK_WINDOW (window));
      }
      tear_down (&fixture, NULL);
    }
}

/* After a drag of the playhead the rows are those of the last day, as a new list has them. */
static void
test_dragged_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KaItemRows) rows = ka_item_rows_new (fixture->session);

  for (int month = 0; month < 80; month++)
    {
      ka_session_set_day (fixture->session, ka_day_from_ymd (1917 + month / 12, 1 + month % 12, 1));
      ka_app_test_iterate (month % 8);
    }
  ka_app_test_iterate (400);
  ka_item_rows_show_events (rows);
  g_assert_cmpuint (count_rows (fixture), ==, g_list_model_get_n_items (G_LIST_MODEL (rows)));
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      g_autoptr (KaItemRow) expected = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_assert_true (get_row (fixture, i)->is_day == expected->is_day);
      g_assert_cmpstr (get_row (fixture, i)->title, ==, expected->title);
    }
}

/* Where the line of the day is */
static guint
find_line (Fixture *fixture)
{
  guint at = 0;

  while (at < count_rows (fixture) && !get_row (fixture, at)->is_day)
    at++;

  return at;
}

/* A frame that has more to do than there is time: the next one is due when it ends. */
static gboolean
busy_frame_cb (gpointer data)
{
  KaSession *session = data;

  ka_session_set_day (session, ka_session_get_day (session) + 1);
  g_usleep (G_USEC_PER_SEC / 100);

  return G_SOURCE_CONTINUE;
}

/* The list leaves the frame of a new day to others, and follows after it; it also follows a day
 * that runs through frames which leave no time between them. */
static void
test_after_frame (Fixture *fixture, gconstpointer data)
{
  const KaDay  day = ka_session_get_day (fixture->session);
  const guint  line = find_line (fixture);
  const gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC * 3 / 2;
  guint        far;
  guint        frames;

  ka_session_set_day (fixture->session, ka_day_from_ymd (1878, 1, 1));
  g_assert_cmpuint (find_line (fixture), ==, line);
  ka_app_test_iterate (400);
  far = find_line (fixture);
  g_assert_cmpuint (far, <, line);

  ka_session_set_day (fixture->session, day);
  frames = g_idle_add_full (GDK_PRIORITY_REDRAW, busy_frame_cb, fixture->session, NULL);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (frames);
  g_assert_cmpuint (find_line (fixture), >, far);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-list/row", test_row);
  g_test_add_func ("/event-list/index", test_index);
  g_test_add_func ("/event-list/long-title", test_long_title);
  g_test_add_func ("/event-list/short", test_short);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/event-list/events", test_events);
  ADD ("/event-list/reach", test_reach);
  ADD ("/event-list/filter", test_filter);
  ADD ("/event-list/filter-sentence", test_filter_sentence);
  ADD ("/event-list/filter-popover", test_filter_popover);
  ADD ("/event-list/one-row", test_one_row);
  ADD ("/event-list/day", test_day);
  ADD ("/event-list/heading", test_heading);
  ADD ("/event-list/scroll", test_scroll);
  ADD ("/event-list/before-all", test_before_all);
  ADD ("/event-list/names", test_names);
  ADD ("/event-list/dragged-day", test_dragged_day);
  ADD ("/event-list/after-frame", test_after_frame);
  ADD ("/event-list/range", test_range);
  ADD ("/event-list/random-filters", test_random_filters);
  ADD ("/event-list/search", test_search);
  ADD ("/event-list/search-for-nothing", test_search_for_nothing);
  ADD ("/event-list/search-activate", test_search_activate);
  ADD ("/event-list/selection", test_selection);
#undef ADD

  return g_test_run ();
}
