/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pages about two days and about two treaties in the window: how they open and close, their
 * headings, links and lists. Any warning ends the test.
 */
#include "config.h"

#include "ka-reading-pane.h"
#include "ka-window-test.h"

#include <string.h>

typedef struct
{
  KaSession *session;
  GtkWidget *window;
  GtkWidget *pane;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ka_app_test_create_session ();
  fixture->window = ka_window_test_open (fixture->session);
  fixture->pane = ka_app_test_find (fixture->window, KA_TYPE_READING_PANE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ka_window_test_close (fixture->window);
  g_object_unref (fixture->session);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action_variant (fixture->window, action, NULL));
  ka_app_test_iterate (300);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
find_title (GtkWidget *widget, gpointer data)
{
  GtkWidget **title = data;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "reading-title"))
    *title = widget;
}

/* The title, once the page has followed the day: it does so at most each 400 ms. */
static const char *
get_title (Fixture *fixture)
{
  GtkWidget *title = NULL;

  ka_app_test_iterate (600);
  ka_app_test_visit (fixture->pane, find_title, &title);
  g_assert_nonnull (title);
  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_HEADING);

  return gtk_label_get_text (GTK_LABEL (title));
}

static gboolean
says (Fixture *fixture, const char *text)
{
  g_autofree char *page = ka_app_test_dup_text (fixture->pane);

  return strstr (page, text) != NULL;
}

/* A pinned day brings the page, which follows the day; a selection takes its place. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  const KaItem *region = ka_app_test_get_item (fixture->session, "region:kars");

  ka_session_set_day (fixture->session, ka_day_from_ymd (1920, 1, 1));
  activate (fixture, "win.pin-day");
  g_assert_cmpstr (get_title (fixture), ==, "What changed since 1 January 1920");
  ka_session_set_day (fixture->session, ka_day_from_ymd (1921, 12, 31));
  g_assert_cmpstr (get_title (fixture), ==,
                   "What changed between 1 January 1920 and 31 December 1921");
  g_assert_true (says (fixture, "Line of the Treaty of Kars"));
  ka_session_set_day (fixture->session, ka_day_from_ymd (1878, 1, 1));
  g_assert_cmpstr (get_title (fixture), ==,
                   "What changed between 1 January 1878 and 1 January 1920");

  ka_session_select (fixture->session, region);
  g_assert_cmpstr (get_title (fixture), ==, "Kars");
  activate (fixture, "win.go-back");
  g_assert_true (g_str_has_prefix (get_title (fixture), "What changed"));
  activate (fixture, "win.unpin-day");
  g_assert_cmpstr (get_title (fixture), ==, "1 January 1878");
}

/* A marked range brings the page and takes it away. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  const KaSpan range = { ka_day_from_ymd (1921, 3, 1), ka_day_from_ymd (1922, 1, 1) };

  ka_session_set_range (fixture->session, range);
  g_assert_cmpstr (get_title (fixture), ==,
                   "What changed between 1 March 1921 and 31 December 1921");
  g_assert_true (says (fixture, "Ardahan and Artvin pass to Turkey"));
  activate (fixture, "win.clear");
  g_assert_cmpstr (get_title (fixture), ==, "13 October 1921");
}

static void
find_link (GtkWidget *widget, gpointer data)
{
  GtkWidget **found = data;

  if (GTK_IS_LABEL (widget) && *found == NULL &&
      strstr (gtk_label_get_label (GTK_LABEL (widget)), ">Compare with ") != NULL)
    *found = widget;
}

/* The header compares two treaties; lists choose others; Escape ends it. */
static void
test_treaties (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  activate (fixture, "win.compare");
  g_assert_cmpstr (get_title (fixture), ==, "Treaty of Moscow and Treaty of Kars compared");
  g_assert_true (says (fixture, "Moscow XIV · Kars XVIII, Kars XIX"));
  g_assert_true (says (fixture, "Only in Kars: Moscow has no such article."));
  list = ka_app_test_find (fixture->pane, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 0);
  g_assert_cmpstr (get_title (fixture), ==, "Treaty of Turkmenchay and Treaty of Kars compared");
  activate (fixture, "win.go-back");
  g_assert_cmpstr (get_title (fixture), ==, "Treaty of Moscow and Treaty of Kars compared");
  activate (fixture, "win.clear");
  g_assert_cmpstr (get_title (fixture), ==, "16 March 1921");
}

/* A treaty that is chosen twice changes places. */
static void
test_swap (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;
  guint      kars;

  activate (fixture, "win.compare");
  list = ka_app_test_find (fixture->pane, GTK_TYPE_DROP_DOWN);
  kars = gtk_drop_down_get_selected (GTK_DROP_DOWN (list)) + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), kars);
  g_assert_cmpstr (get_title (fixture), ==, "Treaty of Kars and Treaty of Moscow compared");
}

/* The card of a clause leads to the pair, and that to the treaties. */
static void
test_clause (Fixture *fixture, gconstpointer data)
{
  GtkWidget *link = NULL;
  gboolean   is_done = FALSE;

  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, "region:adjara"));
  g_assert_cmpstr (get_title (fixture), ==, "Adjara");
  ka_app_test_visit (fixture->pane, find_link, &link);
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "activate-link", "article:kars-6=treaty:moscow", &is_done);
  g_assert_true (is_done);
  g_assert_cmpstr (get_title (fixture), ==, "Kars VI and Moscow compared");
  g_assert_true (says (fixture, "Kars and Moscow, article by article"));
  g_assert_false (says (fixture, "Kars VII"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/compare/changes", test_changes);
  ADD ("/compare/range", test_range);
  ADD ("/compare/treaties", test_treaties);
  ADD ("/compare/swap", test_swap);
  ADD ("/compare/clause", test_clause);
#undef ADD

  return g_test_run ();
}
