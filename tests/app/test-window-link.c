/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links of the window: the exact view comes back, and a bad link leaves all as it was.
 */

#include "config.h"

#include "ka-map-view.h"
#include "ka-timeline-view.h"
#include "ka-toast.h"
#include "ka-window-test.h"

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
  ka_window_test_close (fixture->window);
  g_clear_object (&fixture->session);
}

static void
present (Fixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
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
  ka_window_test_open_link (fixture->window, links[0]);
  present (fixture);
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (links); i++)
    {
      g_autofree char *copied = NULL;

      if (i > 0)
        ka_window_test_open_link (fixture->window, links[i % G_N_ELEMENTS (links)]);
      copied = ka_window_test_copy_link (fixture->window);
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
  first = ka_window_test_copy_link (fixture->window);
  ka_window_test_open_link (fixture->window, links[0]);
  ka_window_test_open_link (fixture->window, "kars-atlas:kars-atlas");
  again = ka_window_test_copy_link (fixture->window);
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
  ka_window_test_open_link (fixture->window, links[0]);
  before = ka_window_test_copy_link (fixture->window);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget       *label;
      g_autofree char *after = NULL;

      ka_window_test_open_link (fixture->window, rows[i].text);
      label = ka_app_test_find (toast, GTK_TYPE_LABEL);
      if (strstr (gtk_label_get_text (GTK_LABEL (label)), rows[i].message) == NULL)
        g_error ("%s: %s", rows[i].text, gtk_label_get_text (GTK_LABEL (label)));
      after = ka_window_test_copy_link (fixture->window);
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
  copied = ka_window_test_copy_link (fixture->window);
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
