/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Resources of the program: the style sheet parses, every named icon exists, the help loads.
 */

#include "config.h"

#include <string.h>

#include "ka-app-test.h"

static void
parsing_error_cb (GtkCssProvider *provider,
                  GtkCssSection  *section,
                  const GError   *error,
                  gpointer        data)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_test_message ("%s: %s", where, error->message);
  (*(guint *) data)++;
}

static void
test_css (void)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  g_autofree char *text = NULL;
  guint            n_errors = 0;

  g_signal_connect (css, "parsing-error", G_CALLBACK (parsing_error_cb), &n_errors);
  gtk_css_provider_load_from_resource (css, KA_RESOURCE_PATH "/style.css");
  g_assert_cmpuint (n_errors, ==, 0);
  text = gtk_css_provider_to_string (css);
  g_assert_nonnull (strstr (text, ".reading-pane"));
}

/* One scale of type, in points; the crimson of the treaty line is no colour of a widget. */
static void
test_type (void)
{
  static const char *const scale[] = { "21pt", "13.5pt", "11.25pt", "9.75pt", "8.25pt", NULL };
  g_autoptr (GRegex) regex = g_regex_new ("font-size: *([^;]+);", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (KA_RESOURCE_PATH "/style.css", 0, NULL);
  gsize       size;
  const char *css = g_bytes_get_data (bytes, &size);
  guint       n_sizes = 0;

  g_regex_match_full (regex, css, (gssize) size, 0, 0, &match, NULL);
  while (g_match_info_matches (match))
    {
      g_autofree char *value = g_match_info_fetch (match, 1);

      if (!g_strv_contains (scale, value))
        g_error ("style.css: %s is not of the scale", value);
      n_sizes++;
      g_match_info_next (match, NULL);
    }
  g_assert_cmpuint (n_sizes, >, 5);
  g_assert_null (g_strstr_len (css, (gssize) size, "#8b2a2b"));
  g_assert_null (g_strstr_len (css, (gssize) size, "#e8756a"));
}

/* Names of icons in a template, and in the sources where a name ends in "-symbolic". */
static void
collect_icon_names (const char *path, const char *pattern, GHashTable *names)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_hash_table_add (names, g_match_info_fetch (match, 1));
      g_match_info_next (match, NULL);
    }
}

/* Collects from all files below @folder, a path in the sources. */
static void
collect_from_folder (const char *folder, const char *ending, const char *pattern, GHashTable *names)
{
  const char      *root = g_getenv ("KA_SOURCE_ROOT");
  g_autofree char *path = NULL;
  g_autoptr (GDir) directory = NULL;
  const char *name;

  g_assert_nonnull (root);
  path = g_build_filename (root, folder, NULL);
  directory = g_dir_open (path, 0, NULL);
  g_assert_nonnull (directory);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *relative = g_build_filename (folder, name, NULL);
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        collect_from_folder (relative, ending, pattern, names);
      else if (g_str_has_suffix (name, ending))
        collect_icon_names (file, pattern, names);
    }
}

static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       name;

  gtk_icon_theme_add_resource_path (theme, KA_RESOURCE_PATH "/icons");
  collect_from_folder ("ui", ".ui", "<property name=\"icon-name\">([^<]+)<", names);
  collect_from_folder ("src/app", ".c", "\"([a-z-]+-symbolic)\"", names);
  g_assert_cmpuint (g_hash_table_size (names), >, 8);
  g_assert_true (g_hash_table_contains (names, KA_APPLICATION_ID));

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!gtk_icon_theme_has_icon (theme, name))
      g_error ("no icon “%s”", (const char *) name);
}

static void
test_help (void)
{
  g_autoptr (GtkBuilder)
    builder = gtk_builder_new_from_resource (KA_RESOURCE_PATH "/ui/help-overlay.ui");
  GObject *help = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (help));
  gtk_window_destroy (GTK_WINDOW (help));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resources/css", test_css);
  g_test_add_func ("/resources/type", test_type);
  g_test_add_func ("/resources/icons", test_icons);
  g_test_add_func ("/resources/help", test_help);

  return g_test_run ();
}
