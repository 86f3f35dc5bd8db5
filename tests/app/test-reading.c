/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reading pane has a page for everything: each item of the atlas is written, on its own day and
 * on others, and read back. GTK warns about markup that does not parse, and warnings are fatal.
 */

#include "config.h"

#include <string.h>

#include "ka-app-test.h"
#include "ka-atlas-load.h"
#include "ka-query.h"
#include "ka-reading-blocks.h"
#include "ka-reading-pane.h"
#include "ka-reading-text.h"
#include "ka-reading.h"
#include "ka-tenure-band.h"

/* Writes a page with all its folds open. */
static GtkWidget *
write_page (KaSession *session, const KaItem *item)
{
  KaViewState state = ka_session_get_state (session);
  g_autoptr (GPtrArray) blocks = ka_reading_list_blocks (ka_session_get_atlas (session), item,
                                                         state.day, state.language);
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < blocks->len; i++)
    if (((const KaBlock *) blocks->pdata[i])->kind == KA_BLOCK_FOLD)
      g_hash_table_add (open, g_strdup (((const KaBlock *) blocks->pdata[i])->text));

  return g_object_ref_sink (
    ka_reading_blocks_new (session, ka_theme_get (KA_THEME_LIGHT), blocks, open));
}

/* A link names an item of the atlas, one of its steps, or a treaty to compare it with. */
static void
check_link (KaSession *session, const char *reference)
{
  KaAtlas *atlas = ka_session_get_atlas (session);
  g_auto (GStrv) parts = g_strsplit (reference, "=", 2);

  g_assert_nonnull (ka_query_lookup_step (atlas, parts[0], &(guint){ 0 }));
  if (parts[1] != NULL)
    g_assert_cmpint (ka_atlas_lookup_reference (atlas, parts[1])->kind, ==, KA_ITEM_TREATY);
}

/* Every link leads somewhere. */
static void
check_links (GtkWidget *widget, gpointer data)
{
  static const char start[] = "<a href=\"";
  KaSession        *session = data;
  const char       *at;

  if (!GTK_IS_LABEL (widget))
    return;

  at = gtk_label_get_label (GTK_LABEL (widget));
  while ((at = strstr (at, start)) != NULL)
    {
      const char      *end = strchr (at + strlen (start), '"');
      g_autofree char *reference = NULL;

      g_assert_nonnull (end);
      reference = g_strndup (at + strlen (start), (gsize) (end - at) - strlen (start));
      check_link (session, reference);
      at = end;
    }
}

static void
check_page (KaSession *session, const KaItem *item)
{
  GtkWidget       *page = write_page (session, item);
  g_autofree char *text = ka_app_test_dup_text (page);
  g_autofree char *reference = item != NULL ? ka_item_dup_reference (item) : g_strdup ("the day");

  if (strlen (text) < 20)
    g_error ("%s: the page is empty: %s", reference, text);
  if (strstr (text, "(null)") != NULL || strstr (text, "&amp;") != NULL)
    g_error ("%s: text that is none: %s", reference, text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  ka_app_test_visit (page, check_links, session);
  g_assert_finalize_object (page);
}

static void
test_page_of_kind (gconstpointer data)
{
  static const char *const days[] = { "1878-01-01", "1918-07-01", "1921-10-13", "2016-02-08" };
  KaItemKind               kind = (KaItemKind) GPOINTER_TO_INT (data);
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  const KaList *items = ka_atlas_get_items (ka_session_get_atlas (session), kind);

  g_assert_cmpuint (items->n_items, >, 0);
  for (gsize i = 0; i < items->n_items; i++)
    {
      KaDay day;

      ka_session_select (session, items->items[i]);
      check_page (session, items->items[i]);
      g_assert_true (ka_day_parse (days[i % G_N_ELEMENTS (days)], &day, NULL));
      ka_session_set_day (session, day);
      check_page (session, items->items[i]);
    }
}

static void
test_page_of_day (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();

  for (int year = 1870; year <= 2030; year += 10)
    {
      ka_session_set_day (session, ka_day_from_ymd (year, 1, 1));
      check_page (session, NULL);
    }
}

static void
assert_has_words (GtkWidget *page, const char *reference, const char *const *words)
{
  g_autofree char *text = ka_app_test_dup_text (page);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("%s lacks “%s”: %s", reference, words[i], text);
}

/* A session on the small atlas that has every member of the format. */
static KaSession *
create_whole_session (void)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "core", "faults", "whole.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, &error);

  g_assert_no_error (error);

  return ka_session_new (atlas);
}

static void
assert_whole_page_has (const char *reference, const char *const *words)
{
  g_autoptr (KaSession) session = create_whole_session ();
  const KaItem *item = ka_app_test_get_item (session, reference);
  GtkWidget    *page = write_page (session, item);

  check_page (session, item);
  assert_has_words (page, reference, words);
  g_assert_finalize_object (page);
}

static void
assert_page_has (const char *reference, const char *day_text, const char *const *words)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  const KaItem *item = ka_app_test_get_item (session, reference);
  GtkWidget    *page;
  KaDay         day;

  g_assert_true (ka_day_parse (day_text, &day, NULL));
  ka_session_select (session, item);
  ka_session_set_day (session, day);
  page = write_page (session, item);
  assert_has_words (page, reference, words);
  g_assert_finalize_object (page);
}

/* What a reader must find where. */
static void
test_words (void)
{
  assert_page_has ("region:nakhichevan", "1921-10-13",
                   (const char *const[]){ "Nakhichevan", "Naxçıvan", "Нахичевань", "Article V",
                                          "Article III", "Annex III", "Treaty of Kars",
                                          "Treaty of Moscow", "Azerbaijan SSR", NULL });
  assert_page_has ("region:adjara", "1921-10-13",
                   (const char *const[]){ "Adjara", "Article VI", "Batum", "Georgian SSR",
                                          "ASSR of Adjaristan", NULL });
  assert_page_has ("article:kars-5", "1921-10-13",
                   (const char *const[]){ "Article V", "Nakhichevan", "Article III", NULL });
  assert_page_has ("event:kars-treaty-1921", "1921-10-13",
                   (const char *const[]){ "Treaty of Kars", "13 October 1921", "Sources", NULL });
  assert_page_has ("frontier:kars-line", "1921-10-13",
                   (const char *const[]){ "Article IV", "within about", NULL });
}

/* What the built-in atlas may not have anywhere. */
static void
test_whole (void)
{
  assert_whole_page_has ("place:town",
                         (const char *const[]){ "A printed work. – 5–6: a · text seen", NULL });
  assert_whole_page_has (
    "treaty:moscow",
    (const char *const[]){ "16 March 1337", "Disputed", "South calls it void.", "Party by party",
                           "ratified July 1921; exchanged 22 September 1921", "ended 1925",
                           "Later acts", "Replaces", "It has the same line.", "Protests",
                           "South: South protests against it.", NULL });
  assert_whole_page_has (
    "event:war", (const char *const[]){ "Why the map stays the same", "Nobody won.", NULL });
  assert_whole_page_has (
    "correction:ten-years",
    (const char *const[]){ "Verdict", "Wrong", "Said by", "Newspapers", NULL });
  assert_whole_page_has ("correction:old-town", (const char *const[]){ "It is old.", NULL });
  assert_whole_page_has ("region:left-bank",
                         (const char *const[]){ "Who lived there", "1897: Many lived there.",
                                                "A printed work. – 7 · text seen", "Many fled.",
                                                "A printed work. – 8", NULL });
  assert_whole_page_has ("term:town",
                         (const char *const[]){ "town", "kasaba", "A place with a market.", NULL });
}

/* The pane follows selection and day. */
static void
test_pane (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  GtkWidget       *pane = g_object_ref_sink (g_object_new (KA_TYPE_READING_PANE, NULL));
  g_autofree char *of_day = NULL;
  g_autofree char *of_region = NULL;
  g_autofree char *later = NULL;

  ka_reading_pane_set_session (KA_READING_PANE (pane), session);
  of_day = ka_app_test_dup_text (pane);
  g_assert_nonnull (strstr (of_day, "13 October 1921"));

  ka_session_select (session, ka_app_test_get_item (session, "region:nakhichevan"));
  ka_app_test_iterate (0);
  of_region = ka_app_test_dup_text (pane);
  g_assert_nonnull (strstr (of_region, "Article V"));

  /* A page is not written for every frame of a day that runs. */
  ka_session_set_day (session, ka_day_from_ymd (2016, 1, 1));
  ka_app_test_iterate (200);
  later = ka_app_test_dup_text (pane);
  g_assert_cmpstr (of_region, !=, later);

  ka_session_select (session, NULL);
  g_assert_finalize_object (pane);
}

/* A frame that has more to do than there is time: the next one is due when it ends. */
static gboolean
busy_frame_cb (gpointer data)
{
  KaSession *session = data;

  ka_session_set_day (session, ka_session_get_state (session).day + 1);
  g_usleep (G_USEC_PER_SEC / 100);

  return G_SOURCE_CONTINUE;
}

/* The page follows a day that runs through frames which leave no time between them. */
static void
test_busy_frames (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  GtkWidget *pane = g_object_ref_sink (g_object_new (KA_TYPE_READING_PANE, NULL));
  guint      frames = g_idle_add_full (GDK_PRIORITY_REDRAW, busy_frame_cb, session, NULL);

  ka_reading_pane_set_session (KA_READING_PANE (pane), session);
  for (int round = 0; round < 2; round++)
    {
      g_autofree char *before = ka_app_test_dup_text (pane);
      g_autofree char *after = NULL;
      const gint64     end = g_get_monotonic_time () + G_USEC_PER_SEC * 3 / 2;

      while (g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, TRUE);
      after = ka_app_test_dup_text (pane);
      g_assert_cmpstr (before, !=, after);
    }
  g_source_remove (frames);
  g_assert_finalize_object (pane);
}

/* A link selects what it names. */
static void
activate_first_link (GtkWidget *widget, gpointer data)
{
  const char **reference = data;
  const char  *at;
  gboolean     is_handled = FALSE;

  if (!GTK_IS_LABEL (widget) || *reference != NULL)
    return;
  at = strstr (gtk_label_get_label (GTK_LABEL (widget)), "<a href=\"article:kars-5\"");
  if (at == NULL)
    return;

  *reference = "article:kars-5";
  g_signal_emit_by_name (widget, "activate-link", *reference, &is_handled);
  g_assert_true (is_handled);
}

static void
test_link (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  GtkWidget  *page = write_page (session, ka_app_test_get_item (session, "region:nakhichevan"));
  const char *reference = NULL;

  ka_app_test_visit (page, activate_first_link, &reference);
  g_assert_nonnull (reference);
  g_assert_true (ka_session_get_selection (session) == ka_app_test_get_item (session, reference));
  g_assert_finalize_object (page);
}

typedef struct
{
  GtkWidget *row;
  guint      n_rows;
} Steps;

static void
collect_step (GtkWidget *widget, gpointer data)
{
  Steps *steps = data;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_has_css_class (widget, "reading-step"))
    return;

  steps->n_rows++;
  if (strstr (gtk_label_get_label (GTK_LABEL (widget)), "annex:kars-annex-1#11\"") != NULL)
    steps->row = widget;
}

/* The link of a step lights it, and once more puts it out; its row stands out meanwhile. */
static void
test_steps (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  const KaItem *annex = ka_app_test_get_item (session, "annex:kars-annex-1");
  GtkWidget    *page;
  Steps         steps = { NULL, 0 };
  gboolean      is_handled;

  ka_session_select (session, annex);
  page = write_page (session, annex);
  ka_app_test_visit (page, collect_step, &steps);
  g_assert_cmpuint (steps.n_rows, ==, ka_query_count_steps (annex));
  g_assert_nonnull (steps.row);
  g_assert_false (gtk_widget_has_css_class (steps.row, "lit"));
  for (guint expected = 11;; expected = 0)
    {
      g_signal_emit_by_name (steps.row, "activate-link", "annex:kars-annex-1#11", &is_handled);
      g_assert_cmpuint (ka_session_get_state (session).step, ==, expected);
      g_assert_true (ka_session_get_selection (session) == annex);
      g_assert_cmpint (gtk_widget_has_css_class (steps.row, "lit"), ==, expected > 0);
      if (expected == 0)
        break;
    }
  g_assert_finalize_object (page);
}

/* A widget with what it shows and where; of the texts that GTK puts into a text nothing. */
static void
append_look (GtkWidget *widget, gpointer data)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *joined = g_strjoinv (" ", classes);
  int              row = 0;

  if (GTK_IS_GRID (parent))
    gtk_grid_query_child (GTK_GRID (parent), widget, NULL, &row, NULL, NULL);
  g_string_append_printf (data, "%s .%s %d %s\n", G_OBJECT_TYPE_NAME (widget), joined, row,
                          GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "");
}

static char *
dup_look (GtkWidget *page)
{
  GString *text = g_string_new (NULL);

  ka_app_test_visit (page, append_look, text);

  return g_string_free (text, FALSE);
}

static void
show_on_page (GtkWidget *page, KaSession *session, const KaItem *item, GHashTable *open)
{
  KaViewState state = ka_session_get_state (session);
  g_autoptr (GPtrArray) blocks = ka_reading_list_blocks (ka_session_get_atlas (session), item,
                                                         state.day, state.language);

  ka_reading_blocks_set (page, session, ka_theme_get (KA_THEME_LIGHT), blocks, open);
}

/* A page that shows one page after another looks as a new one of each would. */
static void
test_changed_page (void)
{
  static const char *const references[] = { NULL, "region:nakhichevan", "article:kars-5",
                                            "event:kars-treaty-1921" };
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GtkWidget *page = g_object_ref_sink (
    ka_reading_blocks_new (session, ka_theme_get (KA_THEME_LIGHT), nothing, open));

  for (int round = 0; round < 200; round++)
    {
      const char      *reference = references[round / 10 % (int) G_N_ELEMENTS (references)];
      const KaItem    *item = reference != NULL ? ka_app_test_get_item (session, reference) : NULL;
      GtkWidget       *fresh;
      g_autofree char *look = NULL;
      g_autofree char *expected = NULL;

      ka_session_set_day (session, ka_day_from_ymd (1878, 1, 1) + g_test_rand_int_range (0, 25000));
      show_on_page (page, session, item, open);
      fresh = g_object_ref_sink (
        ka_reading_blocks_new (session, ka_theme_get (KA_THEME_LIGHT), nothing, open));
      show_on_page (fresh, session, item, open);
      look = dup_look (page);
      expected = dup_look (fresh);
      g_assert_cmpstr (look, ==, expected);
      g_assert_finalize_object (fresh);
    }
  g_assert_finalize_object (page);
}

/* Sections that go one after the other take a focus with them, wherever it is. */
static void
test_focus_that_goes (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const KaItem *region = ka_app_test_get_item (session, "region:nakhichevan");
  GtkWidget    *window = gtk_window_new ();
  GtkWidget    *scroller = gtk_scrolled_window_new ();
  GtkWidget    *page = write_page (session, NULL);
  int           n_steps;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 500);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  ka_app_test_iterate (100);
  for (n_steps = 1; n_steps < 12; n_steps++)
    {
      for (int step = 0; step < n_steps; step++)
        gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
      g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));
      show_on_page (page, session, n_steps % 2 == 0 ? NULL : region, open);
    }
  g_object_unref (page);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The widgets of what stays the same stay, too: here all but the title. */
static void
test_kept_sections (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
  GtkWidget *page;
  guint      n_new = 0;

  ka_session_set_day (session, ka_day_from_ymd (1930, 5, 1));
  page = write_page (session, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_hash_table_add (before, child);
  ka_session_set_day (session, ka_day_from_ymd (1930, 5, 2));
  show_on_page (page, session, NULL, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_new += g_hash_table_contains (before, child) ? 0 : 1;
  g_assert_cmpuint (g_hash_table_size (before), >, 10);
  g_assert_cmpuint (n_new, ==, 1);
  g_assert_finalize_object (page);
}

static void
test_band (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  const KaList *areas = ka_atlas_get_items (ka_session_get_atlas (session), KA_ITEM_AREA);

  for (gsize i = 0; i < areas->n_items; i++)
    {
      GtkWidget *band = g_object_ref_sink (
        ka_tenure_band_new (session, areas->items[i], ka_theme_get (KA_THEME_DARK)));

      gtk_test_accessible_assert_property (band, GTK_ACCESSIBLE_PROPERTY_LABEL, "Who held it when");
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (band),
                                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      g_assert_finalize_object (band);
    }
}

/* A text is as high as a plain label with it at that width. */
static void
check_height (GtkWidget *widget, gpointer data)
{
  guint     *n_checked = data;
  GtkWidget *label, *plain;

  if (!KA_IS_READING_TEXT (widget))
    return;

  label = ka_reading_text_get_label (KA_READING_TEXT (widget));
  plain = g_object_ref_sink (gtk_label_new (NULL));
  gtk_label_set_markup (GTK_LABEL (plain), gtk_label_get_label (GTK_LABEL (label)));
  gtk_label_set_wrap (GTK_LABEL (plain), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (plain), PANGO_WRAP_WORD_CHAR);
  for (int width = 120; width < 700; width += 90)
    {
      int height, plain_height;

      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_measure (plain, GTK_ORIENTATION_VERTICAL, width, &plain_height, NULL, NULL, NULL);
      g_assert_cmpint (height, ==, plain_height);
    }
  g_object_unref (plain);
  (*n_checked)++;
}

static void
test_height (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  GtkWidget *page = write_page (session, ka_app_test_get_item (session, "treaty:kars"));
  guint      n_checked = 0;

  ka_app_test_visit (page, check_height, &n_checked);
  g_assert_cmpuint (n_checked, >, 20);
  g_object_unref (page);
}

static void
check_shown (GtkWidget *widget, gpointer data)
{
  guint     *n_checked = data;
  GtkWidget *label;

  if (!KA_IS_READING_TEXT (widget))
    return;

  label = ka_reading_text_get_label (KA_READING_TEXT (widget));
  if (gtk_widget_get_width (label) == 0)
    return;

  for (int width = 120; width < 400; width += 90)
    gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  g_assert_cmpint (pango_layout_get_width (gtk_label_get_layout (GTK_LABEL (label))), ==,
                   gtk_widget_get_width (label) * PANGO_SCALE);
  (*n_checked)++;
}

/* A text that is shown keeps its lines while it is measured at other widths. */
static void
test_shown (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *page = write_page (session, ka_app_test_get_item (session, "treaty:kars"));
  guint      n_checked = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 500);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  ka_app_test_visit (page, check_shown, &n_checked);
  g_assert_cmpuint (n_checked, >, 20);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (page);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/reading/page/%s",
                                               ka_item_kind_get_name ((KaItemKind) kind));

      g_test_add_data_func (path, GINT_TO_POINTER (kind), test_page_of_kind);
    }
  g_test_add_func ("/reading/page/day", test_page_of_day);
  g_test_add_func ("/reading/words", test_words);
  g_test_add_func ("/reading/whole", test_whole);
  g_test_add_func ("/reading/height", test_height);
  g_test_add_func ("/reading/shown", test_shown);
  g_test_add_func ("/reading/pane", test_pane);
  g_test_add_func ("/reading/busy-frames", test_busy_frames);
  g_test_add_func ("/reading/link", test_link);
  g_test_add_func ("/reading/steps", test_steps);
  g_test_add_func ("/reading/changed-page", test_changed_page);
  g_test_add_func ("/reading/focus-that-goes", test_focus_that_goes);
  g_test_add_func ("/reading/kept-sections", test_kept_sections);
  g_test_add_func ("/reading/band", test_band);

  return g_test_run ();
}
