/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the map view paints before it is asked for, what it shows in the same frame because of that,
 * and that it never shows a picture of something else.
 */

#include "config.h"

#include <string.h>

#include "ka-app-test.h"
#include "ka-map-view-private.h"

#define MOST_BYTES (128u * 1024 * 1024)

typedef struct
{
  KaSession *session;
  GtkWidget *window;
  KaMapView *map;
} Fixture;

static void
set_animations (gboolean has_animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", has_animations, NULL);
}

static gboolean
is_at_rest (const KaMapView *map)
{
  return !map->is_painting && map->ahead == NULL && map->ahead_source == 0 &&
         map->fade_start_us == 0 && map->motion.kind == MOTION_NONE;
}

static void
rest (Fixture *fixture)
{
  for (int i = 0; i < 1000 && !is_at_rest (fixture->map); i++)
    ka_app_test_iterate (10);
  g_assert_true (is_at_rest (fixture->map));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_animations (FALSE);
  fixture->session = ka_app_test_create_session ();
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
  g_assert_finalize_object (fixture->session);
}

static KaDay
get_next_epoch (Fixture *fixture)
{
  return ka_map_epochs_get_next (fixture->map->epochs, ka_session_get_day (fixture->session));
}

static KaDay
get_previous_epoch (Fixture *fixture)
{
  return ka_map_epochs_get_names (fixture->map->epochs, ka_session_get_day (fixture->session)) - 1;
}

/* What is on screen is what a painter would paint now. */
static gboolean
is_shown (Fixture *fixture)
{
  KaMapView *map = fixture->map;
  KaDay      day = ka_session_get_day (fixture->session);
  KaMapKey   land = ka_map_view_get_key (map, KA_MAP_BASE, day, &map->viewport);
  KaMapKey names = ka_map_view_get_key (map, KA_MAP_HIGHLIGHT | KA_MAP_LABELS, day, &map->viewport);

  return ka_map_key_covers (&map->land.key, &land) && ka_map_key_covers (&map->names.key, &names);
}

static void
assert_fresh (Fixture *fixture)
{
  const KaMapSheet *shown = &fixture->map->land;
  KaMapSheet        fresh = { .key = shown->key };
  gsize             size;

  g_assert_true (is_shown (fixture));
  ka_map_sheet_paint (&fresh, fixture->map->scene, NULL);
  size = (gsize) cairo_image_surface_get_stride (fresh.surface) *
         (gsize) cairo_image_surface_get_height (fresh.surface);
  g_assert_true (memcmp (cairo_image_surface_get_data (fresh.surface),
                         cairo_image_surface_get_data (shown->surface), size) == 0);
  ka_map_sheet_clear (&fresh);
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
  ka_map_view_set_theme (fixture->map, ka_theme_get (KA_THEME_DARK));
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
      if (fixture->map->names.key.epoch == next)
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
      ka_map_view_set_theme (fixture->map,
                             ka_theme_get (i % 2 == 0 ? KA_THEME_DARK : KA_THEME_LIGHT));
      ka_app_test_iterate (g_test_rand_int_range (0, 20));
    }
  rest (fixture);
  assert_fresh (fixture);
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
      g_assert_cmpuint (ka_map_cache_get_bytes (fixture->map->cache), <=, MOST_BYTES);
    }
  for (int i = 0; i < 1000 && !is_shown (fixture); i++)
    ka_app_test_iterate (10);
  assert_fresh (fixture);
  rest (fixture);
}

static gboolean
has_tile (const KaMapSheet *a, const KaMapSheet *b, const cairo_rectangle_int_t *tile)
{
  int          stride = cairo_image_surface_get_stride (a->surface);
  const gchar *one = (const gchar *) cairo_image_surface_get_data (a->surface);
  const gchar *two = (const gchar *) cairo_image_surface_get_data (b->surface);

  for (int y = tile->y; y < tile->y + tile->height; y++)
    if (memcmp (one + y * stride + tile->x * 4, two + y * stride + tile->x * 4,
                (gsize) tile->width * 4) != 0)
      return FALSE;

  return TRUE;
}

/* In a fade the tiles that do not change are the same picture before and after, and no others. */
static void
test_fade (Fixture *fixture, gconstpointer data)
{
  KaMapView *map = fixture->map;
  guint      n_alike = 0;
  guint      n_changed = 0;

  set_animations (TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (map));
  gtk_test_widget_wait_for_draw (fixture->window);
  ka_session_set_day (fixture->session, get_next_epoch (fixture));
  for (int i = 0; i < 8 && map->land.key.epoch == map->old_land.key.epoch; i++)
    {
      rest (fixture);
      ka_session_set_day (fixture->session, get_next_epoch (fixture));
    }
  g_assert_true (is_shown (fixture));
  g_assert_nonnull (map->old_land.surface);
  g_assert_cmpuint (map->land.alike->len, ==, map->land.tiles->len);
  for (guint i = 0; i < map->land.tiles->len; i++)
    {
      const cairo_rectangle_int_t *tile = &g_array_index (map->land.tiles, cairo_rectangle_int_t,
                                                          i);
      gpointer                     before = map->old_land.parts->pdata[i];

      if (before == NULL)
        continue; /* out of sight */
      g_assert_cmpint (map->land.alike->data[i], ==, has_tile (&map->land, &map->old_land, tile));
      g_assert_true (map->land.alike->data[i] == 0 || map->land.parts->pdata[i] == before);
      n_alike += map->land.alike->data[i] != 0;
      n_changed += map->land.alike->data[i] == 0;
    }
  g_assert_cmpuint (n_alike, >, 0);
  g_assert_cmpuint (n_changed, >, 0);
  rest (fixture);
  g_assert_null (map->old_land.surface);
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
