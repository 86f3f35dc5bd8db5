/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reading list: pinned from the window, shown in the list pane, kept in a file, saved as a
 * hand-out.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "ka-app-test.h"
#include "ka-reading-list-view.h"
#include "ka-reading-list.h"
#include "ka-window.h"

typedef struct
{
  KaSession         *session;
  KaReadingList     *list;
  GtkWidget         *window;
  KaReadingListView *view;
  GtkListBox        *rows;
  char              *folder;
  GFile             *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("kars-atlas-pins-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "deep", "pins.txt", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->session = ka_app_test_create_session ();
  fixture->list = ka_reading_list_new (ka_session_get_atlas (fixture->session));
  fixture->view = g_object_ref_sink (g_object_new (KA_TYPE_READING_LIST_VIEW, NULL));
  ka_reading_list_view_set (fixture->view, fixture->session, fixture->list);
  fixture->rows = GTK_LIST_BOX (ka_app_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_BOX));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *deep = g_path_get_dirname (path);

  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->session);
  g_unlink (path);
  g_rmdir (deep);
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->file);
  g_free (fixture->folder);
}

static const KaItem *
item (Fixture *fixture, const char *reference)
{
  return ka_app_test_get_item (fixture->session, reference);
}

/* Compares the items and the rows with ids. */
static void
check (Fixture *fixture, const char *ids)
{
  const GPtrArray *items = ka_reading_list_get_items (fixture->list);
  g_auto (GStrv) expected = g_strsplit (ids, " ", -1);

  g_assert_cmpuint (items->len, ==, g_strv_length (expected));
  for (guint i = 0; i < items->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->rows, (int) i);

      g_assert_cmpstr (((const KaItem *) items->pdata[i])->id, ==, expected[i]);
      g_assert_true (g_object_get_data (G_OBJECT (row), "item") == items->pdata[i]);
    }
  g_assert_null (gtk_list_box_get_row_at_index (fixture->rows, (int) items->len));
}

static void
pin_some (Fixture *fixture)
{
  ka_reading_list_toggle (fixture->list, item (fixture, "article:kars-5"));
  ka_reading_list_toggle (fixture->list, item (fixture, "event:kars-treaty-1921"));
  ka_reading_list_toggle (fixture->list, item (fixture, "article:moscow-3"));
}

/* Rows follow the list, and the keys of a row change it. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  check (fixture, "");
  pin_some (fixture);
  check (fixture, "kars-5 kars-treaty-1921 moscow-3");

  gtk_list_box_select_row (fixture->rows, gtk_list_box_get_row_at_index (fixture->rows, 2));
  g_assert_true (ka_session_get_selection (fixture->session) == item (fixture, "article:moscow-3"));
  gtk_widget_activate_action (view, "pins.move", "i", -1);
  check (fixture, "kars-5 moscow-3 kars-treaty-1921");
  gtk_widget_activate_action (view, "pins.move", "i", -1);
  gtk_widget_activate_action (view, "pins.move", "i", -1);
  check (fixture, "moscow-3 kars-5 kars-treaty-1921");
  gtk_widget_activate_action (view, "pins.unpin", NULL);
  check (fixture, "kars-5 kars-treaty-1921");
  gtk_widget_activate_action (view, "pins.move", "i", 1);
  check (fixture, "kars-treaty-1921 kars-5");
  gtk_widget_activate_action (view, "pins.unpin", NULL);
  gtk_widget_activate_action (view, "pins.unpin", NULL);
  gtk_widget_activate_action (view, "pins.unpin", NULL);
  check (fixture, "");
}

/* A list in the same file has the same items in the same order. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KaReadingList) again = NULL;
  const GPtrArray *items;

  ka_reading_list_open (fixture->list, fixture->file);
  pin_some (fixture);
  ka_reading_list_move (fixture->list, item (fixture, "article:moscow-3"), -1);
  again = ka_reading_list_new (ka_session_get_atlas (fixture->session));
  ka_reading_list_open (again, fixture->file);
  items = ka_reading_list_get_items (again);
  g_assert_cmpuint (items->len, ==, 3);
  for (guint i = 0; i < items->len; i++)
    g_assert_true (items->pdata[i] == ka_reading_list_get_items (fixture->list)->pdata[i]);
}

static void
count_cb (guint *n_failures)
{
  (*n_failures)++;
}

/* Runs the list on a file of some bytes; returns what is in it after pins. */
static char *
pin_into (Fixture *fixture, const char *bytes, guint *n_failures)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *deep = g_path_get_dirname (path);
  char            *after = NULL;

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, -1, NULL));
  g_signal_connect_swapped (fixture->list, "failed", G_CALLBACK (count_cb), n_failures);
  ka_reading_list_open (fixture->list, fixture->file);
  pin_some (fixture);
  g_signal_handlers_disconnect_by_data (fixture->list, n_failures);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));

  return after;
}

/* What another version of the atlas had stays in the file. */
static void
test_strangers (Fixture *fixture, gconstpointer data)
{
  guint            n_failures = 0;
  g_autofree char *after = pin_into (fixture, "kars-1\nevent:of-another-version\n", &n_failures);

  g_assert_cmpuint (n_failures, ==, 0);
  check (fixture, "kars-1 kars-5 kars-treaty-1921 moscow-3");
  g_assert_nonnull (strstr (after, "\nevent:of-another-version\n"));
}

/* A file that is no list is told and left alone. */
static void
test_no_text (Fixture *fixture, gconstpointer data)
{
  guint            n_failures = 0;
  g_autofree char *after = pin_into (fixture, "kars-1\n\xff\n", &n_failures);

  g_assert_cmpuint (n_failures, ==, 1);
  check (fixture, "kars-5 kars-treaty-1921 moscow-3");
  g_assert_cmpstr (after, ==, "kars-1\n\xff\n");
}

/* A file that cannot be written is told; the list itself goes on. */
static void
test_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "deep", NULL);
  guint            n_failures = 0;

  ka_reading_list_open (fixture->list, fixture->file);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_signal_connect_swapped (fixture->list, "failed", G_CALLBACK (count_cb), &n_failures);
  pin_some (fixture);
  g_assert_cmpuint (n_failures, ==, 3);
  check (fixture, "kars-5 kars-treaty-1921 moscow-3");
  g_signal_handlers_disconnect_by_data (fixture->list, &n_failures);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static gboolean
get_state (GtkWidget *window, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), name);

  return g_variant_get_boolean (state);
}

/* The window pins its selection, if that is an event, article or annex. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  GtkWidget         *window = GTK_WIDGET (ka_window_new (NULL, fixture->session));
  KaReadingListView *view = KA_READING_LIST_VIEW (
    ka_app_test_find (window, KA_TYPE_READING_LIST_VIEW));
  GtkListBox *rows = GTK_LIST_BOX (ka_app_test_find (GTK_WIDGET (view), GTK_TYPE_LIST_BOX));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "toggle-pin"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "handout"));
  ka_session_select (fixture->session, item (fixture, "region:kars"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "toggle-pin"));
  ka_session_select (fixture->session, item (fixture, "article:kars-5"));
  g_assert_false (get_state (window, "toggle-pin"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "toggle-pin", NULL);
  g_assert_true (get_state (window, "toggle-pin"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "handout"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (rows, 0));
  g_action_group_activate_action (G_ACTION_GROUP (window), "toggle-pin", NULL);
  g_assert_false (get_state (window, "toggle-pin"));
  g_assert_null (gtk_list_box_get_row_at_index (rows, 0));
  gtk_window_destroy (GTK_WINDOW (window));
  ka_app_test_iterate (300);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/reading-list/rows", test_rows);
  ADD ("/reading-list/kept", test_kept);
  ADD ("/reading-list/strangers", test_strangers);
  ADD ("/reading-list/no-text", test_no_text);
  ADD ("/reading-list/not-kept", test_not_kept);
  ADD ("/reading-list/window", test_window);
#undef ADD

  return g_test_run ();
}
