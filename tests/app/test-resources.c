/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Resources of the program: the style sheet parses, every named icon exists, the help loads.
 */

#include "config.h"

#include <string.h>

#include "ka-app-test.h"

/* Where GTK looks for icons without being told of a path */
#define ICONS_PATH "/org/gtk/libgtk/icons/"

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

  collect_from_folder ("ui", ".ui", "<property name=\"icon-name\">([^<]+)<", names);
  collect_from_folder ("src/app", ".c", "\"([a-z-]+-symbolic)\"", names);
  g_assert_cmpuint (g_hash_table_size (names), >, 8);
  g_assert_true (g_hash_table_contains (names, KA_APPLICATION_ID));

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!gtk_icon_theme_has_icon (theme, name))
      g_error ("no icon “%s”", (const char *) name);
}

/* Whether the PNG at @png, a path below the resource, is the SVG at @svg drawn. Of a symbolic icon
 * GTK takes the opacity, and colour of black alone as the colour of the text. */
static void
check_drawn (const char *png, const char *svg)
{
  g_autofree char *png_path = g_strconcat (ICONS_PATH, png, NULL);
  g_autofree char *svg_path = g_strconcat (ICONS_PATH "scalable/", svg, NULL);
  g_autoptr (GdkPixbuf) drawn = gdk_pixbuf_new_from_resource (png_path, NULL);
  g_autoptr (GdkPixbuf) wanted = NULL;
  const guint8 *a, *b;
  int           side;

  g_assert_nonnull (drawn);
  side = gdk_pixbuf_get_width (drawn);
  wanted = gdk_pixbuf_new_from_resource_at_scale (svg_path, side, side, TRUE, NULL);
  g_assert_nonnull (wanted);
  g_assert_cmpint (gdk_pixbuf_get_height (drawn), ==, side);
  g_assert_cmpint (gdk_pixbuf_get_n_channels (drawn), ==, 4);
  g_assert_cmpint (gdk_pixbuf_get_n_channels (wanted), ==, 4);
  a = gdk_pixbuf_read_pixels (drawn);
  b = gdk_pixbuf_read_pixels (wanted);
  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++)
      {
        const guint8 *here = a + y * gdk_pixbuf_get_rowstride (drawn) + 4 * x;
        const guint8 *there = b + y * gdk_pixbuf_get_rowstride (wanted) + 4 * x;

        g_assert_cmpint (ABS (here[3] - there[3]), <=, 2);
        for (int i = 0; i < 3 && here[3] > 0; i++)
          if (g_str_has_suffix (png, ".symbolic.png"))
            g_assert_cmpint (here[i], ==, 0);
          else
            g_assert_cmpint (ABS (here[i] - there[i]) * here[3], <=, 4 * 255);
      }
}

/* The sizes that the window shows are there as PNG, for which GTK needs no librsvg. */
static void
test_drawn_icons (void)
{
  static const struct
  {
    const char *name;
    const char *folder;
    const char *ending;
    const char *size;
  } icons[] = {
    { "layers-symbolic", "actions", ".symbolic.png", "16x16" },
    { "side-by-side-symbolic", "actions", ".symbolic.png", "16x16" },
    { KA_APPLICATION_ID, "apps", ".png", "48x48" },
  };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    for (int scale = 1; scale <= 2; scale++)
      {
        g_autofree char *png = g_strdup_printf ("%s%s/%s/%s%s", icons[i].size,
                                                scale == 2 ? "@2" : "", icons[i].folder,
                                                icons[i].name, icons[i].ending);
        g_autofree char *svg = g_strdup_printf ("%s/%s.svg", icons[i].folder, icons[i].name);
        g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
          theme, icons[i].name, NULL, atoi (icons[i].size), scale, GTK_TEXT_DIR_NONE, 0);
        g_autoptr (GFile) file = gtk_icon_paintable_get_file (icon);
        g_autofree char *uri = g_file_get_uri (file);

        check_drawn (png, svg);
        if (!g_str_has_suffix (uri, png))
          g_error ("GTK shows %s instead of %s", uri, png);
      }
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
  g_test_add_func ("/resources/drawn-icons", test_drawn_icons);
  g_test_add_func ("/resources/help", test_help);

  return g_test_run ();
}
