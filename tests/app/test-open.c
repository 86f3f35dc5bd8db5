/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening files: what a file is, windows of an application, the watch on a file, recent atlases.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "ka-app-open.h"
#include "ka-app-test.h"
#include "ka-atlas-watch.h"
#include "ka-banner.h"
#include "ka-export-view.h"
#include "ka-recent.h"
#include "ka-report-window.h"
#include "ka-window-file.h"

/* Where the events of the atlas begin */
#define EVENTS "\"events\":["

typedef struct
{
  GtkApplication *application;
  char           *folder;
  char           *path;  /* of an atlas */
  char           *other; /* of another one */
} Fixture;

static char *
read_corpus (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("KA_SOURCE_ROOT"),
                                            "tests/fuzz/corpus/atlas/valid-whole.json", NULL);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* Writes as an editor does: beside the file, then renamed. */
static void
write_file (const char *path, const char *text)
{
  g_autofree char *beside = g_strconcat (path, "~", NULL);

  g_assert_true (g_file_set_contents (beside, text, -1, NULL));
  g_assert_cmpint (g_rename (beside, path), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static int       n_applications = 0; /* each has a name of its own on the bus */
  g_autofree char *id = g_strdup_printf ("org.karsatlas.Test%d", n_applications++);
  g_autofree char *text = read_corpus ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->folder = g_dir_make_tmp ("ka-open-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "one.json", NULL);
  fixture->other = g_build_filename (fixture->folder, "two_two.json", NULL);
  write_file (fixture->path, text);
  write_file (fixture->other, text);
  fixture->application = gtk_application_new (id, G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  ka_app_open_add (fixture->application);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "one.json", "two_two.json", "bad.json", "a.png", "pipe" };

  for (GList *item = gtk_application_get_windows (fixture->application); item != NULL;
       item = gtk_application_get_windows (fixture->application))
    {
      gpointer window = item->data;

      g_object_add_weak_pointer (window, &window);
      gtk_window_destroy (window);
      for (int i = 0; i < 100 && window != NULL; i++)
        ka_app_test_iterate (50);
      g_assert_null (window);
    }
  g_object_unref (fixture->application);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->other);
}

static guint
count_windows (Fixture *fixture)
{
  return g_list_length (gtk_application_get_windows (fixture->application));
}

static void
wait_for_windows (Fixture *fixture, guint n_windows)
{
  for (int i = 0; i < 200 && count_windows (fixture) != n_windows; i++)
    ka_app_test_iterate (50);
  g_assert_cmpuint (count_windows (fixture), ==, n_windows);
}

static void
open_path (Fixture *fixture, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "open-uri",
                                  g_variant_new_string (uri));
}

static GtkWindow *
get_last (Fixture *fixture)
{
  return gtk_application_get_windows (fixture->application)->data;
}

/* Each atlas has a window; one that is open is raised. The built-in one comes back. */
static void
test_windows (Fixture *fixture, gconstpointer data)
{
  GtkWindow *first;

  open_path (fixture, fixture->path);
  wait_for_windows (fixture, 1);
  first = get_last (fixture);
  open_path (fixture, fixture->other);
  wait_for_windows (fixture, 2);
  open_path (fixture, fixture->path);
  open_path (fixture, fixture->path);
  ka_app_test_iterate (500);
  g_assert_cmpuint (count_windows (fixture), ==, 2);
  g_assert_true (g_list_find (gtk_application_get_windows (fixture->application), first) != NULL);
  for (int i = 0; i < 2; i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "open-built-in", NULL);
      wait_for_windows (fixture, 3);
    }
  g_assert_false (
    g_action_group_get_action_enabled (G_ACTION_GROUP (get_last (fixture)), "reload"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (first), "reload"));
}

/* What cannot be opened is told in a window that offers to try again; then it opens. */
static void
test_faulty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.json", NULL);
  g_autofree char *good = read_corpus ();
  g_autofree char *text = NULL;

  write_file (path, "{\"atlas\":\n3}");
  open_path (fixture, path);
  wait_for_windows (fixture, 1);
  g_assert_true (KA_IS_REPORT_WINDOW (get_last (fixture)));
  ka_app_test_iterate (300);
  text = ka_app_test_dup_text (GTK_WIDGET (get_last (fixture)));
  g_assert_nonnull (strstr (text, "bad.json cannot be opened"));
  g_assert_nonnull (strstr (text, "bad.json, line 2"));
  write_file (path, good);
  open_path (fixture, path);
  for (int i = 0; i < 100 && !KA_IS_WINDOW (get_last (fixture)); i++)
    ka_app_test_iterate (50);
  wait_for_windows (fixture, 1);
  g_assert_true (KA_IS_WINDOW (get_last (fixture)));
}

static void
write_picture (const char *path, const char *link)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const guint32 length = GUINT32_TO_BE (
    (guint32) (strlen (KA_EXPORT_VIEW_KEY) + 1 + strlen (link)));

  g_byte_array_append (bytes, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  g_byte_array_append (bytes, (const guint8 *) &length, 4);
  g_byte_array_append (bytes, (const guint8 *) "tEXt", 4);
  g_byte_array_append (bytes, (const guint8 *) KA_EXPORT_VIEW_KEY,
                       (guint) strlen (KA_EXPORT_VIEW_KEY) + 1);
  g_byte_array_append (bytes, (const guint8 *) link, (guint) strlen (link));
  g_byte_array_append (bytes, (const guint8 *) "....", 4);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
}

/* A picture opens its view: in the window of its atlas, else in the built-in one, or it is told
 * which atlas it needs. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.png", NULL);
  const char      *told = "“versailles”: open that atlas first";
  g_autofree char *text = NULL;
  const KaDay      day = ka_day_from_ymd (1945, 6, 7);
  KaSession       *session;

  write_picture (path, "kars-atlas:kars-atlas?date=1945-06-07&select=region:kars");
  for (int i = 0; i < 2; i++)
    {
      open_path (fixture, path);
      wait_for_windows (fixture, 1);
      session = ka_window_get_session (KA_WINDOW (get_last (fixture)));
      for (int j = 0; j < 100 && ka_session_get_day (session) != day; j++)
        ka_app_test_iterate (50);
      g_assert_cmpint (ka_session_get_day (session), ==, day);
      g_assert_cmpstr (ka_session_get_selection (session)->id, ==, "kars");
      ka_session_set_day (session, 0);
    }

  write_picture (path, "kars-atlas:versailles?date=1919-06-28");
  open_path (fixture, path);
  for (int i = 0; i < 100 && (text == NULL || strstr (text, told) == NULL); i++)
    {
      ka_app_test_iterate (100);
      g_free (text);
      text = ka_app_test_dup_text (GTK_WIDGET (get_last (fixture)));
    }
  g_assert_nonnull (strstr (text, told));
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  gtk_window_destroy (get_last (fixture));

  open_path (fixture, path);
  wait_for_windows (fixture, 1);
  g_assert_true (KA_IS_REPORT_WINDOW (get_last (fixture)));
}

/* Files that are neither: each has a fault, none is waited for. */
static void
test_strangers (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", "text", "\x89PNG\r\n\x1a\n", "\x89PN" };
  g_autofree char         *path = g_build_filename (fixture->folder, "a.png", NULL);
  g_autofree char         *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char         *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  const char              *others[] = { pipe, nowhere, "/dev/null", "/dev/zero" };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (texts) + G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GFile) file = NULL;
      g_autoptr (KaOpened) opened = NULL;
      g_autoptr (GPtrArray) lines = NULL;

      if (i < G_N_ELEMENTS (texts))
        g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      file = g_file_new_for_path (i < G_N_ELEMENTS (texts) ? path
                                                           : others[i - G_N_ELEMENTS (texts)]);
      opened = ka_opened_new (file);
      lines = ka_opened_list_faults (opened);
      g_assert_true (opened->atlas == NULL && opened->link == NULL);
      g_assert_cmpuint (lines->len, >=, 1);
      g_assert_nonnull (strchr (lines->pdata[0], '\t'));
      g_assert_nonnull (opened->message);
    }
}

static GtkWidget *
find_banner (Fixture *fixture)
{
  return ka_app_test_find (GTK_WIDGET (get_last (fixture)), KA_TYPE_BANNER);
}

static void
wait_for_banner (Fixture *fixture, gboolean is_shown)
{
  for (int i = 0; i < 200 && gtk_widget_get_visible (find_banner (fixture)) != is_shown; i++)
    ka_app_test_iterate (50);
  g_assert_true (gtk_widget_get_visible (find_banner (fixture)) == is_shown);
}

static const char *
get_title (Fixture *fixture)
{
  return gtk_window_get_title (get_last (fixture));
}

/* A good version is shown; a faulty one is told until it is good again. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = read_corpus ();
  g_autofree char *title = NULL;
  g_autoptr (GString) renamed = g_string_new (good);
  g_autofree char *text = NULL;

  open_path (fixture, fixture->path);
  wait_for_windows (fixture, 1);
  title = g_strdup (get_title (fixture));
  g_assert_false (gtk_widget_get_visible (find_banner (fixture)));
  for (int i = 0; i < 2; i++)
    {
      write_file (fixture->path, i == 0 ? "{" : "{\"atlas\":\n[]}");
      wait_for_banner (fixture, TRUE);
      ka_app_test_iterate (800);
      g_assert_cmpstr (get_title (fixture), ==, title);
    }
  text = ka_app_test_dup_text (find_banner (fixture));
  g_assert_nonnull (strstr (text, "in one.json – the last good version is shown"));
  g_signal_emit_by_name (find_banner (fixture), "activated");
  wait_for_windows (fixture, 2);
  gtk_window_close (get_last (fixture));
  wait_for_windows (fixture, 1);

  g_string_replace (renamed, title, "Another title", 0);
  write_file (fixture->path, renamed->str);
  wait_for_banner (fixture, FALSE);
  g_assert_cmpstr (get_title (fixture), ==, "Another title");

  g_remove (fixture->path);
  wait_for_banner (fixture, TRUE);
  write_file (fixture->path, good);
  wait_for_banner (fixture, FALSE);
  g_assert_cmpstr (get_title (fixture), ==, title);
}

/* Faulty events to which nothing refers are left out of a file that is opened, and told; what is
 * shown stays until the file is good. */
static void
test_gap (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = read_corpus ();
  g_autofree char *text = NULL;
  g_autofree char *list = NULL;
  g_autoptr (GString) faulty = g_string_new (good);

  g_assert_cmpuint (g_string_replace (faulty, EVENTS, EVENTS "{\"id\": \"undated\"}, ", 1), ==, 1);
  write_file (fixture->path, faulty->str);
  open_path (fixture, fixture->path);
  wait_for_windows (fixture, 1);
  wait_for_banner (fixture, TRUE);
  text = ka_app_test_dup_text (find_banner (fixture));
  g_assert_nonnull (strstr (text, "is faulty and left out"));
  g_signal_emit_by_name (find_banner (fixture), "activated");
  wait_for_windows (fixture, 2);
  list = ka_app_test_dup_text (GTK_WIDGET (get_last (fixture)));
  g_assert_nonnull (strstr (list, "The faulty events are left out"));
  gtk_window_close (get_last (fixture));
  wait_for_windows (fixture, 1);
  write_file (fixture->path, good);
  wait_for_banner (fixture, FALSE);
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

/* Many writes in a row are one change; files that are no documents are none. */
static void
test_watch (Fixture *fixture, gconstpointer data)
{
  static const char *const strangers[] = { ".one.json.swp", "one.json~", "#one.json#", "note.txt" };
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (KaAtlasWatch) watch = ka_atlas_watch_new (folder);
  g_autofree char *good = read_corpus ();
  guint            n_changes = 0;

  g_signal_connect_swapped (watch, "changed", G_CALLBACK (count_cb), &n_changes);
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, strangers[i], NULL);

      g_assert_true (g_file_set_contents (path, "x", -1, NULL));
      g_remove (path);
    }
  ka_app_test_iterate (1000);
  g_assert_cmpuint (n_changes, ==, 0);
  for (int i = 0; i < 8; i++)
    {
      write_file (i % 2 == 0 ? fixture->path : fixture->other, good);
      ka_app_test_iterate (40);
    }
  ka_app_test_iterate (1500);
  g_assert_cmpuint (n_changes, ==, 1);
}

static GMenuModel *
get_recent (Fixture *fixture)
{
  return G_MENU_MODEL (ka_window_get_recent_menu (KA_WINDOW (get_last (fixture))));
}

/* Recent atlases: the last first, those that are gone left out, and none after clearing. */
static void
test_recent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;

  open_path (fixture, fixture->path);
  wait_for_windows (fixture, 1);
  open_path (fixture, fixture->other);
  wait_for_windows (fixture, 2);
  for (int i = 0; i < 100 && g_menu_model_get_n_items (get_recent (fixture)) < 2; i++)
    ka_app_test_iterate (50);
  g_assert_cmpint (g_menu_model_get_n_items (get_recent (fixture)), ==, 2);
  g_menu_model_get_item_attribute (get_recent (fixture), 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_assert_true (g_str_has_suffix (label, " – two__two.json") ||
                 g_str_has_suffix (label, " – one.json"));

  g_remove (fixture->path);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "open-built-in", NULL);
  wait_for_windows (fixture, 3);
  g_assert_cmpint (g_menu_model_get_n_items (get_recent (fixture)), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (get_last (fixture)), "clear-recent", NULL);
  for (int i = 0; i < 100 && g_menu_model_get_n_items (get_recent (fixture)) > 0; i++)
    ka_app_test_iterate (50);
  g_assert_cmpint (g_menu_model_get_n_items (get_recent (fixture)), ==, 0);
  g_assert_false (
    g_action_group_get_action_enabled (G_ACTION_GROUP (get_last (fixture)), "clear-recent"));
}

/* Files that are dropped are opened, and the window is marked while they are over it. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->other);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  guint n_targets = 0;

  open_path (fixture, fixture->path);
  wait_for_windows (fixture, 1);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_last (fixture)));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      n_targets++;
      g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
      g_assert_true (is_taken);
    }
  g_assert_cmpuint (n_targets, ==, 1);
  wait_for_windows (fixture, 2);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/open/windows", test_windows);
  ADD ("/open/faulty", test_faulty);
  ADD ("/open/picture", test_picture);
  ADD ("/open/strangers", test_strangers);
  ADD ("/open/reload", test_reload);
  ADD ("/open/gap", test_gap);
  ADD ("/open/watch", test_watch);
  ADD ("/open/recent", test_recent);
  ADD ("/open/drop", test_drop);
#undef ADD

  return g_test_run ();
}
