/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exports from the window: what is kept of a choice, the sizes, the dialog with its preview, the
 * clipboard and the printer.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <math.h>

#include "ka-app-test.h"
#include "ka-export-dialog.h"
#include "ka-export-preview.h"
#include "ka-export-print.h"
#include "ka-picture-provider.h"

#define WAIT_MS    20
#define MAX_WAITS  1000
#define N_SWITCHES 6

typedef struct
{
  KaSession  *session;
  KaMapScene *scene;
  KaSnapshot  shown;
  GtkWidget  *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ka_app_test_create_session ();
  fixture->scene = ka_map_scene_new (ka_session_get_atlas (fixture->session));
  fixture->shown = (KaSnapshot){
    .scene = fixture->scene,
    .state = ka_session_get_state (fixture->session),
    .theme = ka_theme_get (KA_THEME_LIGHT),
    .viewport = ka_viewport_fit (ka_map_scene_get_extent (fixture->scene), 800, 500, 0),
    .axis = ka_time_axis_fit (ka_day_from_ymd (1910, 1, 1), ka_day_from_ymd (1930, 1, 1), 800),
  };
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ka_app_test_iterate (100);
  ka_map_scene_unref (fixture->scene);
  g_object_unref (fixture->session);
}

static KaExportDialog *
open_dialog (Fixture *fixture, const KaExportChoice *choice)
{
  KaExportDialog *dialog = ka_export_dialog_new (GTK_WINDOW (fixture->window), &fixture->shown,
                                                 choice);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));

  return dialog;
}

static void
assert_same (const KaExportChoice *a, const KaExportChoice *b)
{
  g_autoptr (GVariant) first = g_variant_ref_sink (ka_export_choice_to_variant (a));
  g_autoptr (GVariant) second = g_variant_ref_sink (ka_export_choice_to_variant (b));

  g_assert_cmpvariant (first, second);
}

/* Whatever is kept comes back; nonsense is as the first start. */
static void
test_choice (void)
{
  KaExportChoice first = ka_export_choice_new ();
  KaExportChoice other = {
    .view = KA_PAGE_MAP,
    .format = KA_EXPORT_PDF,
    .size = 6,
    .is_upright = TRUE,
    .width = 640,
    .height = 480,
    .has_title = FALSE,
    .has_footer = TRUE,
    .theme = KA_THEME_PRINT,
  };
  g_autoptr (GVariant) kept = g_variant_ref_sink (ka_export_choice_to_variant (&other));
  g_autoptr (GVariant) nonsense = g_variant_ref_sink (
    g_variant_new_parsed ("{'view': <'moon'>, 'format': <7>, 'size': <'a9'>, 'theme': <'pink'>,"
                          " 'width': <-4>, 'height': <99999>, 'title': <'yes'>}"));
  KaExportChoice back = ka_export_choice_from_variant (kept);
  KaExportChoice none = ka_export_choice_from_variant (NULL);
  KaExportChoice odd = ka_export_choice_from_variant (nonsense);

  assert_same (&back, &other);
  g_assert_cmpint (back.view, ==, KA_PAGE_MAP);
  g_assert_cmpint (back.theme, ==, KA_THEME_PRINT);
  g_assert_cmpint (back.width, ==, 640);
  g_assert_false (back.has_title);
  g_assert_true (back.is_upright);
  assert_same (&none, &first);
  g_assert_cmpint (odd.width, ==, KA_EXPORT_CHOICE_MIN_SIDE);
  g_assert_cmpint (odd.height, ==, KA_EXPORT_MAX_SIDE);
  odd.width = first.width;
  odd.height = first.height;
  assert_same (&odd, &first);
}

/* Every size can be made in every format, at 300 dots per inch on paper and as large as paper. */
static void
test_sizes (void)
{
  static const struct
  {
    const char *id;
    int         width, height;
  } cases[] = {
    { "screen", 1280, 720 }, { "1080p", 1920, 1080 }, { "4k", 3840, 2160 },
    { "slide", 2560, 1440 }, { "a5", 2480, 1748 },    { "a4", 3508, 2480 },
    { "a3", 4961, 3508 },    { "a2", 7016, 4961 },    { "own", 1920, 1080 },
  };
  KaExportChoice choice = ka_export_choice_new ();
  gsize          n_sizes;

  ka_export_size_list (&n_sizes);
  g_assert_cmpuint (n_sizes + 1, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int format = 0; format < KA_N_EXPORT_FORMATS; format++)
      {
        double scale;
        KaPage page;
        g_autoptr (GError) error = NULL;

        choice.size = i;
        choice.format = (KaExportFormat) format;
        page = ka_export_choice_get_page (&choice, &scale);
        if (i < n_sizes)
          g_assert_cmpstr (ka_export_choice_get_size (&choice)->name, ==, cases[i].id);
        g_assert_true (ka_export_check_size (&page, scale, choice.format, &error));
        g_assert_no_error (error);
        if (format == KA_EXPORT_PNG)
          {
            g_assert_cmpint ((int) round (page.width * scale), ==, cases[i].width);
            g_assert_cmpint ((int) round (page.height * scale), ==, cases[i].height);
          }
        else
          g_assert_cmpfloat (scale, ==, 1);
      }
}

static void
count_named (GtkWidget *widget, gpointer data)
{
  guint *n_switches = data;

  if (GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget))
    {
      g_assert_nonnull (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)));
      *n_switches += 1;
    }
  if (GTK_IS_DROP_DOWN (widget))
    gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (widget),
                                         GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                         gtk_widget_get_prev_sibling (widget), NULL);
}

static KaExportPreview *
wait_for_preview (KaExportDialog *dialog)
{
  KaExportPreview *preview = KA_EXPORT_PREVIEW (
    ka_app_test_find (GTK_WIDGET (dialog), KA_TYPE_EXPORT_PREVIEW));

  for (int i = 0; i < MAX_WAITS && ka_export_preview_get_picture (preview) == NULL; i++)
    ka_app_test_iterate (WAIT_MS);
  g_assert_nonnull (ka_export_preview_get_picture (preview));

  return preview;
}

/* The form says what the choice is, every control has a name, and the preview has its shape. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  KaExportChoice   choice = ka_export_choice_new ();
  KaExportDialog  *dialog = NULL;
  KaExportPreview *preview;
  GtkWidget       *list;
  KaExportChoice   shown;
  guint            n_switches = 0;

  choice.size = 5;
  choice.is_upright = TRUE;
  gtk_widget_add_css_class (fixture->window, "dark");
  dialog = open_dialog (fixture, &choice);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (dialog), "dark"));
  shown = ka_export_dialog_get_choice (dialog);
  assert_same (&shown, &choice);
  ka_app_test_visit (GTK_WIDGET (dialog), count_named, &n_switches);
  g_assert_cmpuint (n_switches, ==, N_SWITCHES);

  preview = wait_for_preview (dialog);
  g_assert_cmpfloat_with_epsilon (
    gdk_paintable_get_intrinsic_aspect_ratio (ka_export_preview_get_picture (preview)),
    210.0 / 297.0, 0.01);

  list = ka_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), KA_PAGE_TIMELINE);
  g_assert_cmpint (ka_export_dialog_get_choice (dialog).view, ==, KA_PAGE_TIMELINE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "export.cancel", NULL);
}

/* The card of a claim is offered with a claim alone. */
static void
test_claim (Fixture *fixture, gconstpointer data)
{
  const KaItem   *claim = ka_app_test_get_item (fixture->session, "correction:kars-expires");
  KaExportChoice  choice = ka_export_choice_new ();
  KaExportDialog *dialog;

  choice.view = KA_PAGE_CLAIM;
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *list;

      fixture->shown.state.selection = i == 0 ? NULL : claim;
      dialog = open_dialog (fixture, &choice);
      list = ka_app_test_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN);
      g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (list))),
                        ==, i + 3);
      g_assert_cmpint (ka_export_dialog_get_choice (dialog).view, ==,
                       i == 0 ? KA_PAGE_BOTH : KA_PAGE_CLAIM);
      wait_for_preview (dialog);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

static void
told_cb (KaExportDialog *dialog, const char *message, GFile *file, GFile **saved)
{
  g_assert_nonnull (message);
  g_set_object (saved, file);
}

/* What a window shows becomes the same bytes each time, and whatever its colours where the person
 * chose some; the command writes the same file of the same view. */
static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  for (int format = 0; format < KA_N_EXPORT_FORMATS; format++)
    {
      KaExportChoice choice = ka_export_choice_new ();
      KaSnapshot     dark = fixture->shown;
      KaPage         page;
      double         scale;
      KaExport export = { .scene = fixture->scene, .state = &fixture->shown.state };
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GBytes) commanded = NULL;

      choice.format = (KaExportFormat) format;
      choice.theme = KA_THEME_PRINT;
      dark.theme = ka_theme_get (KA_THEME_DARK);
      first = ka_snapshot_render (&fixture->shown, &choice, NULL);
      again = ka_snapshot_render (&dark, &choice, NULL);
      g_assert_true (g_bytes_equal (first, again));

      page = ka_export_choice_get_page (&choice, &scale);
      page.viewport = &fixture->shown.viewport;
      page.axis = &fixture->shown.axis;
      export.page = &page;
      export.scale = scale;
      export.theme = ka_theme_get (KA_THEME_PRINT);
      export.has_clauses = TRUE;
      commanded = ka_export_render (&export, choice.format, NULL);
      g_assert_true (g_bytes_equal (first, commanded));
    }
}

/* Saving tells the file, and a dialog that is done is gone. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  const KaExportChoice choice = ka_export_choice_new ();
  gpointer             dialog = open_dialog (fixture, &choice);
  g_autoptr (GFile) saved = NULL;
  g_autofree char *path = NULL;

  g_object_add_weak_pointer (dialog, &dialog);
  g_signal_connect (dialog, "told", G_CALLBACK (told_cb), &saved);
  gtk_widget_activate_action (dialog, "export.save", NULL);
  for (int i = 0; i < MAX_WAITS && dialog != NULL; i++)
    ka_app_test_iterate (WAIT_MS);
  g_assert_null (dialog);
  g_assert_nonnull (saved);
  path = g_file_get_path (saved);
  g_assert_true (g_str_has_suffix (path, "kars-atlas-1921-10-13-both.png"));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_unlink (path);
}

/* A save that is cancelled leaves the dialog and no file. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const KaExportChoice choice = ka_export_choice_new ();
  KaExportDialog      *dialog = open_dialog (fixture, &choice);
  g_autoptr (GFile) saved = NULL;
  g_autoptr (GFile) folder = ka_snapshot_find_folder (G_USER_DIRECTORY_PICTURES);
  g_autoptr (GFile) file = g_file_get_child (folder, "kars-atlas-1921-10-13-both.png");

  g_signal_connect (dialog, "told", G_CALLBACK (told_cb), &saved);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "export.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "export.cancel", NULL);
  ka_app_test_iterate (2000);
  g_assert_null (saved);
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A choice of small pictures, one a year */
static KaExportChoice
choose_years (void)
{
  KaExportChoice choice = ka_export_choice_new ();
  gsize          n_sizes;

  ka_export_size_list (&n_sizes);
  choice.series = KA_CHOICE_EACH_YEAR;
  choice.view = KA_PAGE_MAP;
  choice.size = (guint) n_sizes;
  choice.width = choice.height = 200;

  return choice;
}

/* Counts the pictures in the folder of a manifest, and removes all. */
static guint
empty_folder (GFile *manifest)
{
  g_autoptr (GFile) folder = g_file_get_parent (manifest);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  const char *name;
  guint       n = 0;

  g_assert_true (g_file_query_exists (manifest, NULL));
  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      n += g_str_has_suffix (name, ".png") ? 1 : 0;
      g_unlink (file);
    }
  g_rmdir (path);

  return n;
}

/* A series has a folder of its own; one that is cancelled keeps what is finished. */
static void
test_series (Fixture *fixture, gconstpointer data)
{
  const KaExportChoice choice = choose_years ();
  const gboolean       is_cancelled = data != NULL;
  KaExportDialog      *dialog;
  g_autoptr (GFile) saved = NULL;
  guint n;

  fixture->shown.state.has_range = TRUE;
  fixture->shown.state.range = (KaSpan){ ka_day_from_ymd (1901, 1, 1),
                                         ka_day_from_ymd (is_cancelled ? 1981 : 1905, 1, 1) };
  dialog = open_dialog (fixture, &choice);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_signal_connect (dialog, "told", G_CALLBACK (told_cb), &saved);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "export.save", NULL);
  if (is_cancelled)
    {
      ka_app_test_iterate (300);
      gtk_widget_activate_action (GTK_WIDGET (dialog), "export.cancel", NULL);
    }
  for (int i = 0; i < MAX_WAITS && saved == NULL; i++)
    ka_app_test_iterate (WAIT_MS);
  g_assert_nonnull (saved);
  n = empty_folder (saved);
  if (!is_cancelled)
    {
      g_assert_cmpuint (n, ==, 4);
      g_assert_null (dialog);
      return;
    }
  g_assert_cmpuint (n, <, 80);
  g_assert_cmpuint (n, >, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A line that an annex describes and a claim offer series of their own; no setting keeps one. */
static void
test_series_of_selections (Fixture *fixture, gconstpointer data)
{
  KaAtlas       *atlas = ka_map_scene_get_atlas (fixture->shown.scene);
  const KaItem  *annex = ka_atlas_lookup_reference (atlas, "annex:kars-annex-1");
  const KaItem  *claim = ka_atlas_get_items (atlas, KA_ITEM_CORRECTION)->items[0];
  KaExportChoice choice = choose_years ();
  g_autoptr (GVariant) kept = g_variant_ref_sink (ka_export_choice_to_variant (&choice));
  const KaSpan range = { 0, 1 };

  g_assert_cmpint (ka_export_choice_from_variant (kept).series, ==, KA_CHOICE_ONE);
  choice.series = KA_CHOICE_EACH_OF_KIND;
  g_assert_null (ka_export_choice_label_series (choice.series, NULL));
  g_assert_nonnull (ka_export_choice_label_series (choice.series, annex));
  g_assert_nonnull (ka_export_choice_label_series (choice.series, claim));
  g_assert_cmpint (ka_export_choice_get_plan (&choice, annex, range).kind, ==, KA_SERIES_STEP);
  g_assert_cmpint (ka_export_choice_get_plan (&choice, claim, range).kind, ==, KA_SERIES_CLAIM);
  g_assert_cmpint (ka_export_choice_fit (&choice, atlas, claim).view, ==, KA_PAGE_CLAIM);
  g_assert_cmpint (ka_export_choice_fit (&choice, atlas, annex).view, ==, KA_PAGE_MAP);
}

static void
texture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result,
                                                             &error);
  g_assert_no_error (error);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* The clipboard gets a PNG of the full size; a program that wants a file gets one. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard        *clipboard = gtk_widget_get_clipboard (fixture->window);
  const KaExportChoice choice = ka_export_choice_new ();
  g_autoptr (GdkContentProvider) picture = ka_picture_provider_new (&fixture->shown, &choice);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GOutputStream) list = g_memory_output_stream_new_resizable ();
  g_autofree char *uri = NULL;
  g_autofree char *path = NULL;
  gboolean         is_written = FALSE;
  gsize            size;

  gdk_clipboard_set_content (clipboard, picture);
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, &texture);
  for (int i = 0; i < MAX_WAITS && texture == NULL; i++)
    ka_app_test_iterate (WAIT_MS);
  g_assert_nonnull (texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1920);

  gdk_content_provider_write_mime_type_async (picture, "text/uri-list", list, 0, NULL, text_cb,
                                              &is_written);
  for (int i = 0; i < MAX_WAITS && !is_written; i++)
    ka_app_test_iterate (WAIT_MS);
  size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (list));
  uri = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (list)), size);
  g_assert_true (g_str_has_suffix (uri, ".png\r\n"));
  path = g_filename_from_uri (g_strchomp (uri), NULL, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

/* Dark colours are printed only where a person chose them. */
static void
test_paper (void)
{
  for (int window = 0; window < KA_N_THEMES; window++)
    for (int chosen = KA_EXPORT_THEME_OF_WINDOW; chosen < KA_N_THEMES; chosen++)
      {
        const KaTheme *theme = ka_theme_get ((KaThemeId) window);
        KaExportChoice choice = ka_export_choice_new ();
        const KaTheme *printed;

        choice.theme = chosen;
        choice = ka_export_choice_for_paper (&choice, theme);
        printed = ka_export_choice_get_theme (&choice, theme);
        if (chosen != KA_EXPORT_THEME_OF_WINDOW)
          g_assert_true (printed == ka_theme_get ((KaThemeId) chosen));
        else
          g_assert_true (theme->is_dark ? !printed->is_dark : printed == theme);
      }
}

static void
test_print (Fixture *fixture, gconstpointer data)
{
  const KaExportChoice choice = ka_export_choice_new ();
  g_autofree char     *path = g_build_filename (g_get_home_dir (), "print.pdf", NULL);
  g_autofree char     *pdf = NULL;
  gsize                size;
  g_autoptr (GError) error = NULL;

  g_assert_true (ka_export_print (&fixture->shown, &choice, NULL, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, &size, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpuint (size, >, 20000);
}

/* GTK's dialogs for printers and files leak paths and files of their own. */
static gboolean
skip_leaks_of_gtk (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GTK's dialogs leak");
  return TRUE;
#else
  return FALSE;
#endif
}

/* The window of a type, as GTK names it, once it is there */
static GtkWidget *
wait_for_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (int wait = 0; wait < MAX_WAITS; wait++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

          if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
            return window;
        }
      ka_app_test_iterate (WAIT_MS);
    }

  return NULL;
}

/* Chooses the only printer, a file, and then asks for its name */
static void
click_file_cb (GtkWidget *widget, gpointer data)
{
  GtkWidget *option = gtk_widget_get_parent (widget);
  gboolean  *is_clicked = data;

  if (GTK_IS_COLUMN_VIEW (widget))
    gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (widget)), 0, TRUE);
  else if (GTK_IS_BUTTON (widget) && !*is_clicked && option != NULL &&
           g_str_equal (G_OBJECT_TYPE_NAME (option), "GtkPrinterOptionWidget"))
    {
      g_signal_emit_by_name (widget, "clicked");
      *is_clicked = TRUE;
    }
}

/* The print dialog asks for a file in a dialog of its own, which goes with it. */
static void
test_print_to_file (Fixture *fixture, gconstpointer data)
{
  const KaExportChoice choice = ka_export_choice_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *print, *file;
  gboolean   is_clicked = FALSE;

  if (skip_leaks_of_gtk ())
    return;

  g_assert_true (
    ka_export_print (&fixture->shown, &choice, GTK_WINDOW (fixture->window), NULL, &error));
  print = wait_for_window ("GtkPrintUnixDialog");
  g_assert_nonnull (print);
  for (int wait = 0; wait < MAX_WAITS && !is_clicked; wait++)
    {
      ka_app_test_visit (print, click_file_cb, &is_clicked);
      ka_app_test_iterate (WAIT_MS);
    }
  g_assert_true (is_clicked);
  file = wait_for_window ("GtkFileChooserDialog");
  g_assert_nonnull (file);
  g_object_add_weak_pointer (G_OBJECT (file), (gpointer *) &file);

  gtk_window_close (GTK_WINDOW (print));
  for (int wait = 0; wait < MAX_WAITS && file != NULL; wait++)
    ka_app_test_iterate (WAIT_MS);
  g_assert_null (file);
}

/* A file dialog that is closed stays in memory, and is shown when a file is asked for again. */
static void
test_file_dialog (Fixture *fixture, gconstpointer data)
{
  const KaExportChoice choice = ka_export_choice_new ();
  KaExportDialog      *dialog;
  GtkWidget           *file;

  if (skip_leaks_of_gtk ())
    return;

  dialog = open_dialog (fixture, &choice);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "export.save-as", NULL));
  file = wait_for_window ("GtkFileChooserDialog");
  g_assert_nonnull (file);
  g_object_add_weak_pointer (G_OBJECT (file), (gpointer *) &file);
  gtk_window_close (GTK_WINDOW (file));
  for (int wait = 0; wait < MAX_WAITS && file != NULL && gtk_widget_get_visible (file); wait++)
    ka_app_test_iterate (WAIT_MS);
  ka_app_test_iterate (WAIT_MS);
  g_assert_nonnull (file);
  g_assert_false (gtk_widget_get_visible (file));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "export.save-as", NULL));
  g_assert_true (gtk_widget_get_visible (file));

  g_object_remove_weak_pointer (G_OBJECT (file), (gpointer *) &file);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_false (gtk_widget_get_visible (file));
}

/* A file has the ending of its format; a name without one replaces nothing. */
static void
test_settle_file (void)
{
  static const struct
  {
    const char    *typed;
    const char    *name;
    KaExportFormat format;
  } cases[] = {
    { "a.png", "a.png", KA_EXPORT_PNG },         { "a.pdf", "a.pdf", KA_EXPORT_PDF },
    { "A.SVG", "A.SVG", KA_EXPORT_SVG },         { "b", "b.png", KA_EXPORT_PNG },
    { "b.v2", "b.v2.png", KA_EXPORT_PNG },       { "taken", "taken-2.png", KA_EXPORT_PNG },
    { "1921.10", "1921.10.png", KA_EXPORT_PNG },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("ka-settle-XXXXXX", &error);
  g_autofree char *taken = g_build_filename (path, "taken.png", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (taken, "", 0, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (path, cases[i].typed, NULL);
      KaExportFormat format = KA_EXPORT_PNG;
      g_autoptr (GFile) settled = ka_snapshot_settle_file (file, &format);
      g_autofree char *name = g_file_get_basename (settled);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpint (format, ==, cases[i].format);
    }
  g_assert_cmpint (g_unlink (taken), ==, 0);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/choice", test_choice);
  g_test_add_func ("/export/sizes", test_sizes);
  g_test_add_func ("/export/settle-file", test_settle_file);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/export/dialog", test_dialog);
  ADD ("/export/claim", test_claim);
  ADD ("/export/same-bytes", test_same_bytes);
  ADD ("/export/save", test_save);
  ADD ("/export/cancel", test_cancel);
  ADD ("/export/series", test_series);
  g_test_add ("/export/series-cancelled", Fixture, GINT_TO_POINTER (TRUE), set_up, test_series,
              tear_down);
  ADD ("/export/series-of-selections", test_series_of_selections);
  ADD ("/export/copy", test_copy);
  g_test_add_func ("/export/paper", test_paper);
  ADD ("/export/print", test_print);
  ADD ("/export/print-to-file", test_print_to_file);
  ADD ("/export/file-dialog", test_file_dialog);
#undef ADD

  return g_test_run ();
}
