/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Twenty atlases are opened and closed one after the other, a great and a small one in turn, and
 * looked at. tests/under-valgrind runs this to find what is lost on the way.
 */

#include "config.h"

#include "ka-atlas-load.h"
#include "ka-window-test.h"

#define N_ATLASES 20

static KaSession *
create_small_session (void)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "core", "faults", "valid.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, &error);

  g_assert_no_error (error);

  return ka_session_new (atlas);
}

static void
look (GtkWidget *window, const char *action, const char *parameter)
{
  g_autoptr (GVariant) value = NULL;

  if (parameter != NULL)
    value = g_variant_ref_sink (g_variant_new_parsed (parameter));
  g_assert_true (gtk_widget_activate_action_variant (window, action, value));
  ka_app_test_iterate (30);
}

static void
open_and_close (KaSession *session, const char *item)
{
  GtkWidget *window = ka_window_test_open (session);

  ka_session_select (session, ka_app_test_get_item (session, item));
  ka_app_test_iterate (30);
  look (window, "win.zoom-map", "2.0");
  look (window, "win.zoom-timeline", "2.0");
  look (window, "win.search", NULL);
  look (window, "win.go-back", NULL);
  ka_window_test_close (window);
}

static void
test_twenty_atlases (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (int i = 0; i < N_ATLASES; i++)
    {
      KaSession *session = i % 2 == 0 ? ka_app_test_create_session () : create_small_session ();

      open_and_close (session, i % 2 == 0 ? "region:nakhichevan" : "region:left-bank");
      /* A painting under way keeps what it paints until it ends. */
      ka_app_test_iterate (100);
      g_assert_finalize_object (session);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reopen/twenty-atlases", test_twenty_atlases);

  return g_test_run ();
}
