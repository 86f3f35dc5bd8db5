/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pictures of the map view: what is painted ahead is shown in the same frame, and no picture of
 * something else is ever shown. The dump of the view tells what is on screen.
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "ka-app-test.h"
#include "ka-map-epochs.h"
#include "ka-map-sheet.h"
#include "ka-map-view.h"

#define MAX_BYTES (48u * 1024 * 1024)

typedef struct
{
  KaSession     *session;
  KaMapEpochs   *epochs;
  const KaTheme *theme;
  GtkWidget     *window;
  KaMapView     *map;
} Fixture;

/* A picture on screen */
typedef struct
{
  KaDay      epoch;
  gboolean   is_current;
  KaViewport viewport;
  guint      n_alike;
  guint      n_tiles;
  char       checksum[33];
} Shown;

static void
set_animations (gboolean has_animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", has_animations, NULL);
}

static gboolean
has_line (Fixture *fixture, const char *line)
{
  g_autofree char *dump = ka_map_view_to_string (fixture->map);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static Shown
get_shown (Fixture *fixture, const char *name)
{
  g_autofree char *dump = ka_map_view_to_string (fixture->map);
  const char      *line = strstr (dump, name);
  Shown            shown = { 0 };
  KaViewport      *viewport = &shown.viewport;
  char             state[16];

  g_assert_nonnull (line);
  g_assert_cmpint (
    sscanf (line + strlen (name),
            ": epoch %" G_GINT64_FORMAT ", %15[a-z], at %lf %lf, scale %lf, size %lf %lf, %u of %u "
            "tiles alike, pixels %32s",
            &shown.epoch, state, &viewport->centre_km.x, &viewport->centre_km.y, &viewport->scale,
            &viewport->width, &viewport->height, &shown.n_alike, &shown.n_tiles, shown.checksum),
    ==, 10);
  shown.is_current = g_str_equal (state, "current");

  return shown;
}

static gboolean
is_at_rest (Fixture *fixture)
{
  return has_line (fixture, "motion: none") && has_line (fixture, "worker: idle") &&
         has_line (fixture, "fade: 1");
}

static void
rest (Fixture *fixture)
{
  for (int i = 0; i < 1000 && !is_at_rest (fixture); i++)
    ka_app_test_iterate (10);
  g_assert_true (is_at_rest (fixture));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_animations (FALSE);
  fixture->theme = ka_theme_get (KA_THEME_LIGHT);
  fixture->session = ka_app_test_create_session ();
  fixture->epochs = ka_map_epochs_new (ka_session_get_atlas (fixture->session));
  fixture->map = g_object_new (KA_TYPE_MAP_VIEW, NULL);
  ka_map_view_set_session (fixture->map, fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  ka_session_set_day (fixture->session, ka_day_from_ymd (1921, 10, 13));
  rest (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer map = fixture->map;

  g_object_add_weak_pointer (map, &map);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (int i = 0; i < 100 && map != NULL; i++)
    ka_app_test_iterate (50);
  g_assert_null (map);
  ka_map_epochs_free (fixture->epochs);
  g_assert_finalize_object (fixture->session);
}

static KaDay
get_next_epoch (Fixture *fixture)
{
  return ka_map_epochs_get_next (fixture->epochs, ka_session_get_day (fixture->session));
}

static KaDay
get_previous_epoch (Fixture *fixture)
{
  return ka_map_epochs_get_names (fixture->epochs, ka_session_get_day (fixture->session)) - 1;
}

static gboolean
is_shown (Fixture *fixture)
{
  return get_shown (fixture, "\nland").is_current && get_shown (fixture, "\nnames").is_current;
}

/* The land on screen has the pixels that a new picture of it has. */
static void
assert_fresh (Fixture *fixture)
{
  Shown    shown = get_shown (fixture, "\nland");
  KaMapKey key = {
    .passes = KA_MAP_BASE,
    .state = ka_session_get_state (fixture->session),
    .theme = fixture->theme,
    .scale = 1.0,
    .viewport = shown.viewport,
  };
  g_autoptr (KaMapSheet) fresh = ka_map_sheet_new (&key);
  KaMapJob         job = { .scene = ka_map_view_get_scene (fixture->map),
                           .sheets = { fresh },
                           .n_sheets = 1 };
  g_autofree char *checksum = NULL;

  g_assert_true (is_shown (fixture));
  ka_map_job_paint (&job);
  checksum = ka_tiles_dup_checksum (fresh->tiles);
  g_assert_cmpstr (shown.checksum, ==, checksum);
}

/* The epochs beside the one that is seen are there without a wait, either way. */
static void
test_neighbours (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 3; i++)
    {
      ka_session_set_day (fixture->session, get_next_epoch (fixture));
      assert_fresh (fixture);
      rest (fixture);
    }
  for (int i = 0; i < 6; i++)
    {
      ka_session_set_day (fixture->session, get_previous_epoch (fixture));
      assert_fresh (fixture);
      rest (fixture);
    }
}

static void
change_theme (Fixture *fixture)
{
  fixture->theme = ka_theme_get (KA_THEME_DARK);
  ka_map_view_set_theme (fixture->map, fixture->theme);
}

static void
change_layers (Fixture *fixture)
{
  ka_session_set_hidden_layers (fixture->session, KA_MAP_LAYER_RELIEF | KA_MAP_LAYER_RIVERS);
}

static void
change_selection (Fixture *fixture)
{
  ka_session_select (fixture->session,
                     ka_app_test_get_item (fixture->session, "region:nakhichevan"));
}

static void
change_pinned_day (Fixture *fixture)
{
  ka_session_pin_day (fixture->session, ka_day_from_ymd (1914, 1, 1));
}

static void
change_view (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->map), "map.zoom", "d", 1.5);
}

static void
change_size (Fixture *fixture)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  ka_app_test_iterate (100);
}

/* What was painted ahead for another look is not shown, and is painted ahead again. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  static void (*const changes[]) (Fixture * fixture) = { change_theme,     change_layers,
                                                         change_selection, change_pinned_day,
                                                         change_view,      change_size };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      KaDay next = get_next_epoch (fixture);

      changes[i](fixture);
      ka_session_set_day (fixture->session, next);
      if (get_shown (fixture, "\nnames").epoch == next)
        g_assert_true (is_shown (fixture));
      rest (fixture);
      assert_fresh (fixture);
      ka_session_set_day (fixture->session, get_next_epoch (fixture));
      assert_fresh (fixture);
      rest (fixture);
    }
}

/* A change while something is painted ahead gives that up. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 30; i++)
    {
      ka_session_set_day (fixture->session,
                          ka_day_from_ymd (1900 + g_test_rand_int_range (0, 60), 6, 1));
      ka_app_test_iterate (g_test_rand_int_range (0, 250));
      fixture->theme = ka_theme_get (i % 2 == 0 ? KA_THEME_DARK : KA_THEME_LIGHT);
      ka_map_view_set_theme (fixture->map, fixture->theme);
      ka_app_test_iterate (g_test_rand_int_range (0, 20));
    }
  rest (fixture);
  assert_fresh (fixture);
}

static gsize
get_kept_bytes (Fixture *fixture)
{
  g_autofree char *dump = ka_map_view_to_string (fixture->map);
  gsize            bytes;

  g_assert_cmpint (sscanf (strstr (dump, "\nkept: "), "\nkept: %*u pictures, %zu bytes", &bytes),
                   ==, 1);

  return bytes;
}

/* The playhead may run as fast as it likes: the map keeps up at last, within the room it has. */
static void
test_run (Fixture *fixture, gconstpointer data)
{
  set_animations (TRUE);
  ka_session_set_day (fixture->session, ka_day_from_ymd (1914, 1, 1));
  for (int i = 0; i < 60; i++)
    {
      ka_session_set_day (fixture->session, get_next_epoch (fixture));
      ka_app_test_iterate (4);
      g_assert_cmpuint (get_kept_bytes (fixture), <=, MAX_BYTES);
    }
  for (int i = 0; i < 1000 && !is_shown (fixture); i++)
    ka_app_test_iterate (10);
  assert_fresh (fixture);
  rest (fixture);
}

/* In a fade most tiles stay as they are, and some change. */
static void
test_fade (Fixture *fixture, gconstpointer data)
{
  KaDay before = get_shown (fixture, "\nland").epoch;
  Shown land;

  set_animations (TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->map));
  gtk_test_widget_wait_for_draw (fixture->window);
  ka_session_set_day (fixture->session, get_next_epoch (fixture));
  for (int i = 0; i < 8 && get_shown (fixture, "\nland").epoch == before; i++)
    {
      rest (fixture);
      before = get_shown (fixture, "\nland").epoch;
      ka_session_set_day (fixture->session, get_next_epoch (fixture));
    }
  land = get_shown (fixture, "\nland");
  g_assert_cmpint (land.epoch, >, before);
  g_assert_true (is_shown (fixture));
  g_assert_true (has_line (fixture, "fade: 0"));
  g_assert_cmpuint (land.n_alike, >, 0);
  g_assert_cmpuint (land.n_alike, <, land.n_tiles);
  rest (fixture);
  assert_fresh (fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/map-ahead/neighbours", test_neighbours);
  ADD ("/map-ahead/changes", test_changes);
  ADD ("/map-ahead/interrupted", test_interrupted);
  ADD ("/map-ahead/run", test_run);
  ADD ("/map-ahead/fade", test_fade);
#undef ADD

  return g_test_run ();
}
