/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links of the window: the exact view comes back, and a bad link leaves all as it was.
 */

#include "config.h"

#include "ka-app-test.h"
#include "ka-map-view.h"
#include "ka-timeline-view.h"
#include "ka-toast.h"
#include "ka-window.h"

typedef struct
{
  KaSession *session;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->session = ka_app_test_create_session ();
  fixture->window = GTK_WIDGET (ka_window_new (NULL, fixture->session));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (int i = 0; i < 100 && window != NULL; i++)
    ka_app_test_iterate (50);
  g_assert_null (window);
  g_clear_object (&fixture->session);
}

static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Returns what the window copies. */
static char *
copy_link (Fixture *fixture)
{
  char *text = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "copy-link", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, read_cb, &text);
  for (int i = 0; i < 100 && text == NULL; i++)
    ka_app_test_iterate (20);
  g_assert_nonnull (text);

  return text;
}

static void
open_link (Fixture *fixture, const char *text)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "open-link",
                                  g_variant_new_string (text));
  ka_app_test_iterate (50);
}

static const char *const links[] = {
  "kars-atlas:kars-atlas?date=1920-12-02&select=annex:kars-annex-1%233&view=43.80000,40.50000,4"
  "&timeline=1918-01-01/1922-12-31&range=1919-01-01/1920-12-31&pin=1878-07-13"
  "&filter=category=treaty,war%3Bparty=rsfsr%3Bcertainty=certain",
  "kars-atlas:kars-atlas?date=1945-06-07&select=region:kars&timeline=1940-01-01/1956-12-31",
  "kars-atlas:kars-atlas?date=1899-05-06&view=45.40000,39.20000,6.5&timeline=1880-01-01/1910-12-31",
};

/* A link is copied as it was opened, in any order and before the window has a size. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  open_link (fixture, links[0]);
  present (fixture);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (links); i++)
    {
      g_autofree char *copied = NULL;

      if (i > 0)
        open_link (fixture, links[i % G_N_ELEMENTS (links)]);
      copied = copy_link (fixture);
      g_assert_cmpstr (copied, ==, links[i % G_N_ELEMENTS (links)]);
    }
}

/* A link that names nothing opens the view on which the atlas opens. */
static void
test_bare (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;

  present (fixture);
  first = copy_link (fixture);
  open_link (fixture, links[0]);
  open_link (fixture, "kars-atlas:kars-atlas");
  again = copy_link (fixture);
  g_assert_cmpstr (first, ==, again);
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "kars-atlas:versailles?date=1919-06-28", "'versailles'" },
    { "kars-atlas:kars-atlas?date=1919-06-28&select=nakhichewan", "'region:nakhichevan'" },
    { "kars-atlas:kars-atlas?select=kars-5&view=north", "'north'" },
    { "kars-atlas:kars-atlas?select=kars-5&filter=party=turky", "'turkey'" },
    { "", "kars-atlas:" },
  };
  g_autofree char *before = NULL;
  GtkWidget       *toast = ka_app_test_find (fixture->window, KA_TYPE_TOAST);

  present (fixture);
  open_link (fixture, links[0]);
  before = copy_link (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget       *label;
      g_autofree char *after = NULL;

      open_link (fixture, rows[i].text);
      label = ka_app_test_find (toast, GTK_TYPE_LABEL);
      if (strstr (gtk_label_get_text (GTK_LABEL (label)), rows[i].message) == NULL)
        g_error ("%s: %s", rows[i].text, gtk_label_get_text (GTK_LABEL (label)));
      after = copy_link (fixture);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What was copied elsewhere opens from the menu. */
static void
test_copied (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copied = NULL;

  present (fixture);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), links[1]);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "open-copied-link", NULL);
  ka_app_test_iterate (300);
  copied = copy_link (fixture);
  g_assert_cmpstr (copied, ==, links[1]);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/window-link/round-trip", test_round_trip);
  ADD ("/window-link/bare", test_bare);
  ADD ("/window-link/bad", test_bad);
  ADD ("/window-link/copied", test_copied);
#undef ADD

  return g_test_run ();
}
