/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list at the left: its rows, the filter by category, the search in every spelling, and that it
 * goes with the selection both ways.
 */

#include "config.h"

#include <string.h>

#include "ka-app-test.h"
#include "ka-event-list.h"
#include "ka-event-order.h"
#include "ka-item-row.h"
#include "ka-words.h"

typedef struct
{
  KaSession          *session;
  GtkWidget          *list;
  GtkEditable        *search;
  GtkSingleSelection *selection;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  fixture->session = ka_app_test_create_session ();
  fixture->list = g_object_ref_sink (g_object_new (KA_TYPE_EVENT_LIST, NULL));
  ka_event_list_set_session (KA_EVENT_LIST (fixture->list), fixture->session);
  view = ka_app_test_find (fixture->list, GTK_TYPE_LIST_VIEW);
  fixture->search = GTK_EDITABLE (ka_app_test_find (fixture->list, GTK_TYPE_SEARCH_ENTRY));
  fixture->selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
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
  g_autoptr (KaItemRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->selection), position);

  g_assert_true (KA_IS_ITEM_ROW (row));

  return row;
}

static guint
find_item (Fixture *fixture, const char *reference)
{
  const KaItem *item = ka_app_test_get_item (fixture->session, reference);

  for (guint i = 0; i < count_rows (fixture); i++)
    if (ka_item_row_get_item (get_row (fixture, i)) == item)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* The entry waits for the typing to rest; the test says that it does. */
static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (fixture->search, text);
  g_signal_emit_by_name (fixture->search, "search-changed");
}

static void
test_row (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  const KaItem *item = ka_app_test_get_item (session, "region:kars");
  KaItemRow    *row = ka_item_row_new (item, "Kars", "a region");
  KaItemRow    *heading = ka_item_row_new_heading ("Regions");

  g_assert_true (ka_item_row_get_item (row) == item);
  g_assert_cmpstr (ka_item_row_get_title (row), ==, "Kars");
  g_assert_cmpstr (ka_item_row_get_subtitle (row), ==, "a region");
  g_assert_null (ka_item_row_get_item (heading));
  g_assert_cmpstr (ka_item_row_get_title (heading), ==, "Regions");
  g_assert_cmpstr (ka_item_row_get_subtitle (heading), ==, "");
  g_assert_finalize_object (row);
  g_assert_finalize_object (heading);
}

/* All events in order of date, each under the heading of its period. */
static void
test_events (Fixture *fixture, gconstpointer data)
{
  const KaList *events = ka_atlas_get_items (ka_session_get_atlas (fixture->session),
                                             KA_ITEM_EVENT);
  gsize         n_events = 0;
  guint         n_headings = 0;

  g_assert_null (ka_item_row_get_item (get_row (fixture, 0)));
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      KaItemRow *row = get_row (fixture, i);

      g_assert_cmpstr (ka_item_row_get_title (row), !=, "");
      if (ka_item_row_get_item (row) == NULL)
        n_headings++;
      else
        {
          g_assert_true (ka_item_row_get_item (row) == KA_ITEM (events->items[n_events]));
          g_assert_cmpstr (ka_item_row_get_subtitle (row), !=, "");
          n_events++;
        }
    }
  g_assert_cmpuint (n_events, ==, events->n_items);
  g_assert_cmpuint (n_headings, >, 1);
  g_assert_cmpuint (n_headings, <=,
                    ka_atlas_get_periods (ka_session_get_atlas (fixture->session))->n_items);
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
test_filter (Fixture *fixture, gconstpointer data)
{
  KaCategory shown = KA_CATEGORY_ALL;
  guint      n_before = count_rows (fixture);

  for (int i = 0; i < KA_N_CATEGORIES; i++)
    {
      KaCategory       category = (KaCategory) (1 << i);
      GtkToggleButton *button = get_filter (fixture, category);

      g_assert_true (gtk_toggle_button_get_active (button));
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           ka_words_get_category (category));
      gtk_toggle_button_set_active (button, FALSE);
      shown &= ~category;
      g_assert_cmpint (ka_session_get_categories (fixture->session), ==, shown);
      for (guint row = 0; row < count_rows (fixture); row++)
        {
          const KaItem *item = ka_item_row_get_item (get_row (fixture, row));

          g_assert_true (item == NULL || (((const KaEvent *) item)->categories & shown) != 0);
        }
    }
  g_assert_cmpuint (count_rows (fixture), ==, 0);

  for (int i = 0; i < KA_N_CATEGORIES; i++)
    gtk_toggle_button_set_active (get_filter (fixture, (KaCategory) (1 << i)), TRUE);
  g_assert_cmpint (ka_session_get_categories (fixture->session), ==, KA_CATEGORY_ALL);
  g_assert_cmpuint (count_rows (fixture), ==, n_before);
}

/* With a range marked the list holds what touches it, and says so; its button shows all again. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  KaDay            from = ka_day_from_ymd (1921, 3, 1);
  KaDay            to = ka_day_from_ymd (1921, 11, 1);
  guint            n_before = count_rows (fixture);
  gsize            n_events = 0;
  g_autofree char *text = NULL;

  ka_session_set_range (fixture->session, from, to);
  g_assert_cmpuint (count_rows (fixture), <, n_before);
  for (guint row = 0; row < count_rows (fixture); row++)
    {
      const KaItem *item = ka_item_row_get_item (get_row (fixture, row));

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

/* Names are found in every language and in the spellings that a reader may know. */
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
      g_assert_null (ka_item_row_get_item (get_row (fixture, 0)));
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

/* Enter takes the first result. */
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

  /* Filling the list anew selects nothing by itself. */
  ka_session_set_categories (fixture->session, KA_CATEGORY_TREATY);
  g_assert_true (ka_session_get_selection (fixture->session) ==
                 ka_app_test_get_item (fixture->session, "region:kars"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/event-list/row", test_row);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/event-list/events", test_events);
  ADD ("/event-list/filter", test_filter);
  ADD ("/event-list/range", test_range);
  ADD ("/event-list/search", test_search);
  ADD ("/event-list/search-for-nothing", test_search_for_nothing);
  ADD ("/event-list/search-activate", test_search_activate);
  ADD ("/event-list/selection", test_selection);
#undef ADD

  return g_test_run ();
}
