/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reading pane in the window: clauses in view without scrolling, stops of the Tab key,
 * headings, offsets kept in the history, cards beside each other, citations.
 */
#include "config.h"

#include "ka-card-layout.h"
#include "ka-query.h"
#include "ka-reading-pane.h"
#include "ka-window-test.h"

#include <string.h>

/* What must be seen of the first clause card: its name and its title */
#define MIN_SEEN_PX 60

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

/* Lets the pane write and place its page. */
static void
settle (Fixture *fixture)
{
  ka_app_test_iterate (100);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
show (Fixture *fixture, const char *reference)
{
  ka_session_select (fixture->session, ka_app_test_get_item (fixture->session, reference));
  settle (fixture);
}

static void
find_clause (GtkWidget *widget, gpointer data)
{
  GtkWidget **clause = data;

  if (*clause == NULL && gtk_widget_has_css_class (widget, "clause"))
    *clause = widget;
}

/* The first clause of Nakhichevan is seen when its page opens. */
static void
test_clause_in_view (Fixture *fixture, gconstpointer data)
{
  static const int sizes[][2] = { { 1440, 900 }, { 1280, 720 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget      *clause = NULL;
      graphene_rect_t bounds;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), sizes[i][0], sizes[i][1]);
      for (int tries = 0;
           tries < 100 && ABS (gtk_widget_get_height (fixture->window) - sizes[i][1]) > MIN_SEEN_PX;
           tries++)
        ka_app_test_iterate (20);
      show (fixture, "region:nakhichevan");
      ka_app_test_visit (fixture->pane, find_clause, &clause);
      g_assert_nonnull (clause);
      g_assert_true (gtk_widget_compute_bounds (clause, fixture->pane, &bounds));
      g_test_message ("%d × %d: the first clause is at %g of %d px", sizes[i][0], sizes[i][1],
                      bounds.origin.y, gtk_widget_get_height (fixture->pane));
      g_assert_cmpfloat (bounds.origin.y, >, 0);
      g_assert_cmpfloat (bounds.origin.y + MIN_SEEN_PX, <=, gtk_widget_get_height (fixture->pane));
      ka_session_select (fixture->session, NULL);
    }
}

/* Tab stops at links, folds and buttons, never at plain text. */
static void
test_tab_stops (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "region:nakhichevan", "event:kars-treaty-1921",
                                       "person:karabekir", "source:dvp-4" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      guint n_stops = 0;

      show (fixture, pages[i]);
      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      while (gtk_widget_child_focus (fixture->pane, GTK_DIR_TAB_FORWARD))
        {
          GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

          if (GTK_IS_LABEL (focus) &&
              strstr (gtk_label_get_label (GTK_LABEL (focus)), "<a href") == NULL)
            g_error ("%s: Tab stops at “%s”", pages[i], gtk_label_get_text (GTK_LABEL (focus)));
          n_stops++;
          g_assert_cmpuint (n_stops, <, 500);
        }
      g_assert_cmpuint (n_stops, >, 0);
    }
}

static void
count_headings (GtkWidget *widget, gpointer data)
{
  guint *n_headings = data;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "reading-title"))
    {
      gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_HEADING);
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
      n_headings[0]++;
    }
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "reading-heading"))
    {
      gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_HEADING);
      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
      n_headings[1]++;
    }
}

/* Each kind of page has one heading of the first level, for assistive technology. */
static void
test_headings (Fixture *fixture, gconstpointer data)
{
  KaAtlas *atlas = ka_session_get_atlas (fixture->session);
  guint    n_second = 0;

  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      guint n_headings[2] = { 0 };

      ka_session_select (fixture->session, ka_atlas_get_items (atlas, (KaItemKind) kind)->items[0]);
      ka_app_test_iterate (0);
      ka_app_test_visit (fixture->pane, count_headings, n_headings);
      g_assert_cmpuint (n_headings[0], ==, 1);
      n_second += n_headings[1];
    }
  g_assert_cmpuint (n_second, >, 5);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *scroller = ka_app_test_find (fixture->pane, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* The page is scrolled so far, and shown so. */
static void
check_offset (Fixture *fixture, double offset)
{
  GtkWidget      *scroller = ka_app_test_find (fixture->pane, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget      *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t box;

  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), ==, offset);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (viewport), scroller, &box));
  g_assert_cmpfloat (box.origin.y, ==, -offset);
}

/* A page opens at its top and comes back where it was left. */
static void
test_offset (Fixture *fixture, gconstpointer data)
{
  show (fixture, "treaty:moscow");
  gtk_adjustment_set_value (get_adjustment (fixture), 300);
  show (fixture, "polity:azerbaijan-ssr");
  check_offset (fixture, 0);
  gtk_adjustment_set_value (get_adjustment (fixture), 40);

  ka_session_go (fixture->session, -1);
  settle (fixture);
  check_offset (fixture, 300);

  ka_session_go (fixture->session, 1);
  settle (fixture);
  check_offset (fixture, 40);
}

/* The place in a page stays while the day runs. */
static void
test_offset_of_a_day (Fixture *fixture, gconstpointer data)
{
  show (fixture, "region:nakhichevan");
  gtk_adjustment_set_value (get_adjustment (fixture), 120);
  ka_session_set_day (fixture->session, ka_day_from_ymd (1946, 1, 1));
  ka_app_test_iterate (300);
  settle (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), ==, 120);
}

static GtkWidget *
append_card (GtkWidget *box)
{
  GtkWidget *card = gtk_label_new ("Turkey and the Soviet governments of Armenia and Azerbaijan");

  gtk_label_set_wrap (GTK_LABEL (card), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (card), 26);
  gtk_box_append (GTK_BOX (box), card);

  return card;
}

/* Cards stand beside each other where two have room, else under each other. */
static void
test_cards (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *cards[3];
  int        wide, narrow;

  gtk_widget_set_layout_manager (box, ka_card_layout_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    cards[i] = append_card (box);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 900, &wide, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 300, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (wide, <, narrow);

  for (int width = 300; width <= 900; width += 600)
    {
      graphene_rect_t bounds[3];

      gtk_widget_allocate (box, width, 400, -1, NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
        g_assert_true (gtk_widget_compute_bounds (cards[i], box, &bounds[i]));
      g_assert_cmpint (bounds[0].origin.y == bounds[1].origin.y, ==, width == 900);
      g_assert_cmpfloat (bounds[2].origin.y, >, bounds[1].origin.y);
      g_assert_cmpfloat (bounds[1].origin.x + bounds[1].size.width, <=, width);
    }
  g_assert_finalize_object (box);
}

static void
told_cb (GtkWidget *pane, const char *message, char **told)
{
  g_free (*told);
  *told = g_strdup (message);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
dup_copied (Fixture *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->pane), NULL, read_cb, &text);
  for (int i = 0; i < 100 && text == NULL; i++)
    ka_app_test_iterate (10);

  return text;
}

/* The menu of a page copies citations and the report of a mistake, and says so. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action, *parameter, *start;
  } cases[] = {
    { "page.cite", "'plain'", "Treaty of Kars, Article V, 13 October 1921" },
    { "page.cite", "'chicago'", "“Treaty of Kars, Article V,”" },
    { "page.cite", "'bibtex'", "@misc{kars-atlas-article-kars-5" },
    { "page.report", NULL, "A mistake in Kars Atlas" },
  };
  char *told = NULL;

  show (fixture, "article:kars-5");
  g_signal_connect (fixture->pane, "told", G_CALLBACK (told_cb), &told);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) value = NULL;
      g_autofree char *copied = NULL;

      if (cases[i].parameter != NULL)
        value = g_variant_ref_sink (g_variant_new_parsed (cases[i].parameter));
      g_assert_true (gtk_widget_activate_action_variant (fixture->pane, cases[i].action, value));
      copied = dup_copied (fixture);
      g_assert_nonnull (copied);
      g_test_message ("%s", copied);
      g_assert_true (g_str_has_prefix (copied, cases[i].start));
      g_assert_nonnull (told);
      g_clear_pointer (&told, g_free);
    }
}

/* After a drag of the playhead the pane tells the last day, as a new one would. */
static void
test_dragged_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget       *fresh = g_object_ref_sink (g_object_new (KA_TYPE_READING_PANE, NULL));
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  for (int month = 0; month < 80; month++)
    {
      ka_session_set_day (fixture->session, ka_day_from_ymd (1917 + month / 12, 1 + month % 12, 1));
      ka_app_test_iterate (month % 8);
    }
  ka_app_test_iterate (600);
  text = ka_app_test_dup_text (ka_app_test_find (fixture->pane, GTK_TYPE_VIEWPORT));
  ka_reading_pane_set_session (KA_READING_PANE (fresh), fixture->session);
  expected = ka_app_test_dup_text (ka_app_test_find (fresh, GTK_TYPE_VIEWPORT));
  g_assert_nonnull (strstr (text, "1 August 1923"));
  g_assert_cmpstr (text, ==, expected);
  g_assert_finalize_object (fresh);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/reading-window/clause-in-view", test_clause_in_view);
  ADD ("/reading-window/tab-stops", test_tab_stops);
  ADD ("/reading-window/headings", test_headings);
  ADD ("/reading-window/offset", test_offset);
  ADD ("/reading-window/offset-of-a-day", test_offset_of_a_day);
  ADD ("/reading-window/dragged-day", test_dragged_day);
  ADD ("/reading-window/copies", test_copies);
#undef ADD
  g_test_add_func ("/reading-window/cards", test_cards);

  return g_test_run ();
}
