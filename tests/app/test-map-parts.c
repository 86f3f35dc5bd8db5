/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the map view is made of: which pictures it keeps, when they are out of date, what two of
 * them share, how the camera moves, and what a second click selects.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "ka-app-test.h"
#include "ka-cairo-auto.h"
#include "ka-map-camera.h"
#include "ka-map-epochs.h"
#include "ka-map-levels.h"
#include "ka-map-pictures.h"
#include "ka-query.h"

/* Camera */

#define EXTENT ((KaBox){ -400, -300, 400, 300 })
#define LIMITS ((KaBox){ -800, -600, 800, 600 })

static KaMapCamera *
create_camera (guint *n_moved)
{
  KaMapCamera *camera = ka_map_camera_new (EXTENT, LIMITS);

  g_signal_connect_swapped (camera, "moved", G_CALLBACK (g_atomic_int_inc), n_moved);

  return camera;
}

/* Without a size nothing happens; the home view stays one; limits hold. */
static void
test_camera_size (void)
{
  guint n_moved = 0;
  g_autoptr (KaMapCamera) camera = create_camera (&n_moved);
  KaViewport home;
  KaPoint    centre;
  double     zoom;

  ka_map_camera_zoom_at (camera, (KaPoint){ 0, 0 }, 2, FALSE);
  ka_map_camera_pan (camera, 10, 10, TRUE);
  ka_map_camera_start_inertia (camera, (KaPoint){ 1, 1 });
  g_assert_false (ka_map_camera_has_size (camera));
  g_assert_false (ka_map_camera_is_running (camera));
  g_assert_cmpuint (n_moved, ==, 0);

  ka_map_camera_resize (camera, 800, 600);
  g_assert_cmpuint (n_moved, ==, 1);
  home = ka_map_camera_get_home (camera);
  g_assert_cmpfloat (home.scale, ==, 1);
  g_assert_false (ka_map_camera_get_place (camera, &centre, &zoom));
  ka_map_camera_resize (camera, 1600, 1200);
  g_assert_cmpfloat (ka_map_camera_get_viewport (camera).scale, ==, 2);
  g_assert_false (ka_map_camera_get_place (camera, &centre, &zoom));

  ka_map_camera_zoom_at (camera, (KaPoint){ 800, 600 }, 1e9, FALSE);
  ka_map_camera_pan (camera, -1e9, 1e9, FALSE);
  g_assert_true (ka_map_camera_get_place (camera, &centre, &zoom));
  g_assert_cmpfloat (zoom, >, 2);
  g_assert_cmpfloat (zoom, <, 100);
  g_assert_true (ka_box_has (LIMITS, centre));
}

/* A movement tells its target from the start, and ends there. */
static void
test_camera_moves (void)
{
  guint n_moved = 0;
  g_autoptr (KaMapCamera) camera = create_camera (&n_moved);
  KaViewport target;
  KaViewport viewport;
  gint64     now_us = 0;

  ka_map_camera_resize (camera, 800, 600);
  ka_map_camera_zoom_at (camera, (KaPoint){ 400, 300 }, 4, FALSE);
  for (int is_inertia = 0; is_inertia <= 1; is_inertia++)
    {
      if (is_inertia)
        ka_map_camera_start_inertia (camera, (KaPoint){ 0.5, 0.2 });
      else
        ka_map_camera_pan (camera, 100, 50, TRUE);
      g_assert_true (ka_map_camera_is_running (camera));
      target = ka_map_camera_get_target (camera);
      n_moved = 0;
      for (now_us += 99; ka_map_camera_advance (camera, now_us); now_us += 16000)
        g_assert_cmpint (now_us, <, 20000000);
      g_assert_cmpuint (n_moved, >, 8);
      viewport = ka_map_camera_get_viewport (camera);
      g_assert_cmpfloat_with_epsilon (viewport.centre_km.x, target.centre_km.x, 1);
      g_assert_cmpfloat_with_epsilon (viewport.centre_km.y, target.centre_km.y, 1);
    }

  /* A gesture stops it. */
  ka_map_camera_pan (camera, 100, 50, TRUE);
  ka_map_camera_hold (camera);
  g_assert_true (ka_map_camera_is_held (camera));
  g_assert_false (ka_map_camera_is_running (camera));
  g_assert_false (ka_map_camera_advance (camera, now_us));
  n_moved = 0;
  ka_map_camera_release (camera);
  ka_map_camera_release (camera);
  g_assert_cmpuint (n_moved, ==, 1);
}

static gboolean
is_within (double from, double to, double low, double high)
{
  return from >= low - 1e-6 && to <= high + 1e-6;
}

/* One axis of a box that moved within the free part: it fits and went no further than an edge, or
 * its middle is in the middle. */
static void
check_axis (double from, double to, double low, double high, double moved)
{
  if (to - from > high - low)
    g_assert_cmpfloat_with_epsilon (from + to, low + high, 1e-6);
  else
    {
      g_assert_true (is_within (from, to, low, high));
      g_assert_true (moved == 0 || ABS (from - low) < 1e-6 || ABS (to - high) < 1e-6);
    }
}

/* What is shown or revealed keeps out of what covers the view. */
static void
test_camera_cover (void)
{
  guint n_moved = 0;

  for (int round = 0; round < 200; round++)
    {
      g_autoptr (KaMapCamera) camera = create_camera (&n_moved);
      const double left = g_test_rand_double_range (0, 300);
      const double right = g_test_rand_double_range (0, 300);
      const double x = g_test_rand_double_range (-300, 300);
      const double y = g_test_rand_double_range (-200, 200);
      const double size = g_test_rand_double_range (1, 150);
      const KaBox  box = { x - size, y - size / 2, x + size, y + size / 2 };
      KaPoint      before;
      KaPoint      after;
      KaBox        rest;

      ka_map_camera_resize (camera, 800, 600);
      ka_map_camera_zoom_at (camera, (KaPoint){ 400, 300 }, 2, FALSE);
      ka_map_camera_set_cover (camera, left, right);
      before = ka_map_camera_get_viewport (camera).centre_km;
      ka_map_camera_reveal (camera, box, 10, FALSE);
      after = ka_map_camera_get_viewport (camera).centre_km;
      rest = ka_map_camera_get_free_box (camera, 10);
      check_axis (box.x0, box.x1, rest.x0, rest.x1, after.x - before.x);
      check_axis (box.y0, box.y1, rest.y0, rest.y1, after.y - before.y);

      ka_map_camera_fit (camera, box, 10, 2, FALSE);
      rest = ka_map_camera_get_free_box (camera, 0);
      g_assert_true (is_within (box.x0, box.x1, rest.x0, rest.x1));
      g_assert_true (is_within (box.y0, box.y1, rest.y0, rest.y1));
    }
}

/* Pictures */

static KaMapKey
create_key (KaMapPass passes, KaDay epoch)
{
  return (KaMapKey){
    .passes = passes,
    .epoch = epoch,
    .theme = ka_theme_get (KA_THEME_LIGHT),
    .scale = 1,
    .viewport = { { 0, 0 }, 1, 100, 100 },
  };
}

typedef struct
{
  KaMapPictures *pictures;
  GtkWidget     *window;
  KaMapRequest   request;
} Screen;

static void
draw (Screen *screen)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  KaMapFrame   frame = { snapshot, screen->window, screen->request.key.viewport, 1 };

  ka_map_pictures_append_land (screen->pictures, &frame, NULL);
  ka_map_pictures_append_names (screen->pictures, &frame);
  gsk_render_node_unref (gtk_snapshot_free_to_node (snapshot));
}

static gboolean
has_text (Screen *screen, const char *text)
{
  g_autofree char *dump = ka_map_pictures_to_string (screen->pictures);

  return strstr (dump, text) != NULL;
}

static void
wait_for_pictures (Screen *screen)
{
  for (int i = 0; i < 300 && has_text (screen, "stale"); i++)
    ka_app_test_iterate (100);
  g_assert_false (has_text (screen, "stale"));
}

/* Goes to a day; whether all that it needs had been kept. */
static gboolean
show_day (Screen *screen, int year)
{
  gboolean was_kept;

  screen->request.key.state.day = ka_day_from_ymd (year, 6, 1);
  ka_map_pictures_update (screen->pictures, &screen->request);
  was_kept = has_text (screen, "worker: idle") || !has_text (screen, "stale");
  wait_for_pictures (screen);
  draw (screen);

  return was_kept;
}

/* However large pictures are, land and names of three epochs are kept: those that were shown last.
 * A rest leaves those on screen; the others are painted again when they are asked for, as they
 * were. */
static void
test_pictures_kept (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (ka_session_get_atlas (session));
  Screen screen = {
    .pictures = ka_map_pictures_new (scene),
    .window = gtk_window_new (),
    /* Nothing is painted ahead of a map that moves. */
    .request = { .key = create_key (0, 0), .is_moving = TRUE },
  };
  KaViewport      *viewport = &screen.request.key.viewport;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  gtk_widget_realize (screen.window);
  *viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), 1600, 1400, 0);
  screen.request.key.scale = 1.6;
  screen.request.target = *viewport;
  screen.request.key.state = ka_session_get_state (session);
  screen.request.key.state.day = ka_day_from_ymd (1900, 6, 1);
  ka_map_pictures_update (screen.pictures, &screen.request);
  draw (&screen);
  g_assert_true (has_text (&screen, "kept: 2 pictures"));
  g_assert_false (show_day (&screen, 1919));
  g_assert_false (show_day (&screen, 1921));
  g_assert_true (has_text (&screen, "kept: 6 pictures"));
  g_assert_true (show_day (&screen, 1900));
  g_assert_false (show_day (&screen, 1950));
  g_assert_true (has_text (&screen, "kept: 6 pictures"));
  g_assert_true (show_day (&screen, 1900));
  g_assert_true (show_day (&screen, 1921));
  g_assert_false (show_day (&screen, 1919));
  before = ka_map_pictures_to_string (screen.pictures);
  ka_map_pictures_rest (screen.pictures);
  g_assert_true (has_text (&screen, "kept: 2 pictures"));
  g_assert_true (show_day (&screen, 1919));
  g_assert_false (show_day (&screen, 1921));
  g_assert_false (show_day (&screen, 1900));
  g_assert_true (show_day (&screen, 1919));
  after = ka_map_pictures_to_string (screen.pictures);
  g_assert_cmpstr (strstr (after, "\nland"), ==, strstr (before, "\nland"));

  ka_map_pictures_stop (screen.pictures);
  g_assert_finalize_object (screen.pictures);
  gtk_window_destroy (GTK_WINDOW (screen.window));
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return ((const guint32 *) (gconstpointer) cairo_image_surface_get_data (
    surface))[y * cairo_image_surface_get_stride (surface) / 4 + x];
}

static void
set_zoom (Screen *screen, const KaViewport *whole, double zoom)
{
  screen->request.key.viewport = *whole;
  screen->request.key.viewport.scale *= zoom;
  screen->request.target = screen->request.key.viewport;
  ka_map_pictures_update (screen->pictures, &screen->request);
}

/* The land of a frame before anything more is painted */
static cairo_surface_t *
draw_land (Screen *screen)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  ka_map_pictures_append_land (
    screen->pictures, &(KaMapFrame){ snapshot, screen->window, screen->request.key.viewport, 1 },
    NULL);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_surface_flush (surface);

  return surface;
}

/* Looks at many places from near, more than there is room for. */
static void
look_around (Screen *screen, const KaViewport *whole)
{
  for (int i = 0; i < 60; i++)
    {
      KaViewport near = *whole;

      near.centre_km.x += (i % 10 - 5) * 40;
      near.centre_km.y += (i / 10 - 3) * 40;
      set_zoom (screen, &near, 4);
      wait_for_pictures (screen);
      draw (screen);
    }
}

/* On the way out, a kept picture that is sharper than the last one, and shows all, is shown as if
 * it were the last one. The widest picture of the day is kept for that. */
static void
test_pictures_sharpest (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (ka_session_get_atlas (session));
  const KaViewport whole = ka_viewport_fit (ka_map_scene_get_extent (scene), 400, 300, 0);
  cairo_surface_t *shown[2];

  for (int was_in = 0; was_in < 2; was_in++)
    {
      Screen screen = { .pictures = ka_map_pictures_new (scene),
                        .window = gtk_window_new (),
                        .request = { .key = create_key (0, 0), .is_moving = TRUE } };

      gtk_window_set_default_size (GTK_WINDOW (screen.window), 400, 300);
      gtk_window_present (GTK_WINDOW (screen.window));
      gtk_test_widget_wait_for_draw (screen.window);
      screen.request.key.state = ka_session_get_state (session);
      set_zoom (&screen, &whole, 1);
      draw (&screen);
      if (was_in)
        {
          look_around (&screen, &whole);
        }
      set_zoom (&screen, &whole, 1.2);
      g_assert_true (has_text (&screen, "stale"));
      shown[was_in] = draw_land (&screen);
      wait_for_pictures (&screen);
      ka_map_pictures_stop (screen.pictures);
      g_assert_finalize_object (screen.pictures);
      gtk_window_destroy (GTK_WINDOW (screen.window));
    }
  for (int i = 0; i < 400 * 300; i++)
    g_assert_cmphex (get_pixel (shown[0], i % 400, i / 400), ==,
                     get_pixel (shown[1], i % 400, i / 400));
  cairo_surface_destroy (shown[0]);
  cairo_surface_destroy (shown[1]);
}

/* A grey surface with another grey in one of its pixels */
static cairo_surface_t *
create_surface (double grey, int x, int y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 500);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, x, y, 1, 1);
  cairo_fill (cr);
  cairo_surface_flush (surface);

  return surface;
}

static KaTiles *
create_tiles (double grey, int x, int y)
{
  g_autoptr (cairo_surface_t) surface = create_surface (grey, x, y);

  return ka_tiles_new (surface, FALSE, NULL);
}

/* Tiles that have the same pixels are shared; one other pixel is enough. */
static void
test_tiles (void)
{
  GtkWidget   *window = gtk_window_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (KaTiles) old = create_tiles (0.5, 0, 0);
  g_autoptr (KaTiles) same = create_tiles (0.5, 0, 0);
  g_autoptr (KaTiles) other = create_tiles (0.6, 599, 499);
  g_autofree char *checksum = ka_tiles_dup_checksum (old);
  g_autofree char *cut_checksum = NULL;
  guint            n_alike;

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (ka_tiles_count (same, &n_alike), ==, 6);
  g_assert_cmpuint (n_alike, ==, 0);
  ka_tiles_append (old, &(KaTilesPlace){ snapshot, window, { 0, 0 }, 1, KA_FADE_NONE, 1 });
  gsk_render_node_unref (gtk_snapshot_free_to_node (snapshot));
  cut_checksum = ka_tiles_dup_checksum (old);
  g_assert_cmpstr (checksum, ==, cut_checksum);
  g_assert_cmpuint (ka_tiles_get_bytes (old), ==, 600 * 500 * 4);
  ka_tiles_compare (same, old);
  ka_tiles_count (same, &n_alike);
  g_assert_cmpuint (n_alike, ==, 6);
  ka_tiles_compare (other, same);
  ka_tiles_count (other, &n_alike);
  g_assert_cmpuint (n_alike, ==, 5);
  ka_tiles_compare (other, NULL);
  ka_tiles_count (other, &n_alike);
  g_assert_cmpuint (n_alike, ==, 0);
  ka_tiles_compare (old, old);
  ka_tiles_count (old, &n_alike);
  g_assert_cmpuint (n_alike, ==, 6);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The nodes of tiles that stand pixel on pixel */
static GskRenderNode *
show_tiles (KaTiles *tiles, GtkWidget *window)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  ka_tiles_append (tiles, &(KaTilesPlace){ snapshot, window, { 0, 0 }, 1, KA_FADE_NONE, 1 });

  return gtk_snapshot_free_to_node (snapshot);
}

/* A picture that is like another has the same pixels as one made without it, and draws its equal
 * tiles by the same nodes, also when the other one is gone. */
static void
test_shared_tiles (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (cairo_surface_t) surface = create_surface (0.6, 599, 499);
  g_autoptr (KaTiles) alone = ka_tiles_new (surface, FALSE, NULL);
  g_autoptr (KaTiles) old = create_tiles (0.5, 0, 0);
  g_autoptr (KaTiles) copy = ka_tiles_copy (old);
  g_autoptr (KaTiles) shared = ka_tiles_new (surface, FALSE, copy);
  g_autofree char *checksum = ka_tiles_dup_checksum (alone);
  g_autofree char *shared_checksum = NULL;
  GskRenderNode   *old_nodes;
  GskRenderNode   *nodes;
  guint            n_same = 0;

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  old_nodes = show_tiles (old, window);
  g_clear_pointer (&copy, ka_tiles_free);
  g_clear_pointer (&old, ka_tiles_free);
  shared_checksum = ka_tiles_dup_checksum (shared);
  g_assert_cmpstr (shared_checksum, ==, checksum);
  nodes = show_tiles (shared, window);
  g_assert_cmpuint (gsk_container_node_get_n_children (nodes), ==, 6);
  for (guint i = 0; i < 6; i++)
    n_same += gsk_container_node_get_child (nodes, i) == gsk_container_node_get_child (old_nodes, i)
                ? 1
                : 0;
  g_assert_cmpuint (n_same, ==, 5);
  gsk_render_node_unref (nodes);
  gsk_render_node_unref (old_nodes);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A surface on which no two pixels beside each other are alike */
static cairo_surface_t *
create_noise (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 500);
  guint32         *pixels = (gpointer) cairo_image_surface_get_data (surface);

  for (guint32 i = 0; i < 600 * 500; i++)
    pixels[i] = 0xff000000 | (i * 2654435761u >> 8);
  cairo_surface_mark_dirty (surface);

  return surface;
}

/* Whether @pixel is the one at a point of the picture, or beside an edge one of those at the edge
 */
static gboolean
is_nearest (cairo_surface_t *noise, guint32 pixel, KaPoint at)
{
  for (int y = (int) floor (at.y - 0.01); y <= (int) floor (at.y + 0.01); y++)
    for (int x = (int) floor (at.x - 0.01); x <= (int) floor (at.x + 0.01); x++)
      if (x >= 0 && y >= 0 && x < 600 && y < 500 && get_pixel (noise, x, y) == pixel)
        return TRUE;

  return FALSE;
}

/* At each pixel of the screen is the nearest of the picture, and nothing where it is hidden. */
static void
assert_nearest (cairo_surface_t *screen, cairo_surface_t *noise, const KaTilesPlace *place)
{
  for (int y = 0; y < cairo_image_surface_get_height (screen); y++)
    for (int x = 0; x < cairo_image_surface_get_width (screen); x++)
      {
        KaPoint at = { (x + 0.5 - place->corner_px.x) / place->pixel,
                       (y + 0.5 - place->corner_px.y) / place->pixel };

        if (place->hidden != NULL &&
            graphene_rect_contains_point (
              place->hidden, &GRAPHENE_POINT_INIT ((float) x + 0.5f, (float) y + 0.5f)))
          g_assert_cmphex (get_pixel (screen, x, y), ==, 0);
        else if (at.x < 599 && at.y < 499)
          g_assert_true (is_nearest (noise, get_pixel (screen, x, y), at));
      }
}

static cairo_surface_t *
show_scaled (KaTiles *tiles, KaTilesPlace place)
{
  cairo_surface_t *screen = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  GskRenderNode   *node;
  g_autoptr (cairo_t) cr = cairo_create (screen);

  place.snapshot = gtk_snapshot_new ();
  place.alpha = 1;
  ka_tiles_append_scaled (tiles, &place);
  node = gtk_snapshot_free_to_node (place.snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_surface_flush (screen);

  return screen;
}

/* Leaves of a surface what is in a few boxes that meet edges and corners of tiles. */
static void
keep_boxes (cairo_surface_t *surface)
{
  static const cairo_rectangle_int_t boxes[] = { { 0, 0, 1, 1 },       { 100, 120, 300, 40 },
                                                 { 255, 255, 2, 2 },   { 300, 300, 211, 90 },
                                                 { 512, 511, 20, 20 }, { 40, 260, 17, 100 } };
  g_autoptr (cairo_t) cr = cairo_create (surface);

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    cairo_rectangle (cr, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
  cairo_rectangle (cr, 0, 0, 600, 500);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_fill (cr);
  cairo_surface_flush (surface);
}

/* Scaled tiles show what one scaled picture does: at each pixel the nearest. So do tiles without
 * their empty edges. */
static void
test_scaled_tiles (gconstpointer is_sparse)
{
  const graphene_rect_t hidden = GRAPHENE_RECT_INIT (30, 40, 350, 400);
  GtkWidget            *window = gtk_window_new ();
  g_autoptr (cairo_surface_t) noise = create_noise ();
  g_autoptr (KaTiles) tiles = NULL;

  if (is_sparse != NULL)
    keep_boxes (noise);
  tiles = ka_tiles_new (noise, is_sparse == NULL, NULL);
  if (is_sparse != NULL)
    g_assert_cmpuint (ka_tiles_get_bytes (tiles), <, 600 * 500 * 4 / 2);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 400);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  for (double scale = 0.7; scale < 3; scale *= 1.13)
    {
      KaTilesPlace place = { .widget = window,
                             .corner_px = { -7.3 * scale, -11.9 },
                             .pixel = scale };
      g_autoptr (cairo_surface_t) screen = show_scaled (tiles, place);
      g_autoptr (cairo_surface_t) around = NULL;

      assert_nearest (screen, noise, &place);
      place.hidden = &hidden;
      around = show_scaled (tiles, place);
      assert_nearest (around, noise, &place);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keys (void)
{
  KaMapKey land = create_key (KA_MAP_BASE, 1);
  KaMapKey wanted = land;
  KaMapKey names = create_key (KA_MAP_LABELS | KA_MAP_HIGHLIGHT, 1);

  /* Land serves for any part of it, at its own scale. */
  wanted.viewport.width = 80;
  wanted.viewport.centre_km.x = 10;
  g_assert_true (ka_map_key_covers (&land, &wanted));
  wanted.viewport.centre_km.x = 11;
  g_assert_false (ka_map_key_covers (&land, &wanted));
  wanted = land;
  wanted.viewport.scale = 2;
  g_assert_false (ka_map_key_covers (&land, &wanted));
  g_assert_true (ka_map_key_matches (&land, &wanted));

  /* Names serve for their own frame only. */
  wanted = names;
  g_assert_true (ka_map_key_covers (&names, &wanted));
  wanted.viewport.width = 80;
  g_assert_false (ka_map_key_covers (&names, &wanted));

  /* A selection is drawn with the names, not with the land. */
  wanted = names;
  wanted.state.selection = (const KaItem *) &wanted;
  g_assert_false (ka_map_key_covers (&names, &wanted));
  wanted = land;
  wanted.state.selection = (const KaItem *) &wanted;
  g_assert_true (ka_map_key_covers (&land, &wanted));

  /* Another epoch, theme, layer or pinned day is another picture; the day within an epoch not. */
  wanted = land;
  wanted.state.day = 77;
  wanted.state.pinned_day = 77;
  g_assert_true (ka_map_key_covers (&land, &wanted));
  wanted.state.has_pinned_day = TRUE;
  g_assert_false (ka_map_key_covers (&land, &wanted));
  wanted = land;
  wanted.state.hidden_layers = KA_MAP_LAYER_RIVERS;
  g_assert_false (ka_map_key_covers (&land, &wanted));
  wanted = land;
  wanted.theme = ka_theme_get (KA_THEME_DARK);
  g_assert_false (ka_map_key_covers (&land, &wanted));
  wanted = land;
  wanted.epoch = 2;
  g_assert_false (ka_map_key_covers (&land, &wanted));
}

/* Epochs */

/* Within an epoch nothing that is drawn differs; at its first day something does. */
static void
test_epochs (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaAtlas *atlas = ka_session_get_atlas (session);
  g_autoptr (KaMapEpochs) epochs = ka_map_epochs_new (atlas);
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  const KaList *places = ka_atlas_get_items (atlas, KA_ITEM_PLACE);
  KaDay         first = ka_day_from_ymd (1870, 1, 1);
  KaDay         last = ka_day_from_ymd (2020, 1, 1);

  g_assert_cmpint (ka_map_epochs_get_land (epochs, ka_day_from_ymd (1, 1, 1)), ==, KA_DAY_MIN);
  for (KaDay day = first; day < last; day += 13)
    {
      KaDay land = ka_map_epochs_get_land (epochs, day);
      KaDay names = ka_map_epochs_get_names (epochs, day);

      KaDay next = ka_map_epochs_get_next (epochs, day);

      g_assert_cmpint (next, >, day);
      g_assert_cmpint (ka_map_epochs_get_names (epochs, next - 1), ==, names);
      g_assert_cmpint (ka_map_epochs_get_names (epochs, next), ==,
                       next == KA_DAY_MAX ? names : next);
      g_assert_cmpint (land, <=, day);
      g_assert_cmpint (land, <=, names);
      g_assert_cmpint (names, <=, day);
      if (land == KA_DAY_MIN)
        continue;
      for (gsize i = 0; i < areas->n_items; i++)
        g_assert_true (ka_query_tenure_on (areas->items[i], day) ==
                       ka_query_tenure_on (areas->items[i], land));
      for (gsize i = 0; i < frontiers->n_items; i++)
        {
          const KaFrontier *frontier = frontiers->items[i];

          g_assert_cmpint (day >= frontier->span.from && day < frontier->span.to, ==,
                           land >= frontier->span.from && land < frontier->span.to);
        }
      for (gsize i = 0; i < places->n_items; i++)
        {
          const KaPlace *place = places->items[i];

          g_assert_true (ka_names_get_on (&place->names, day) ==
                         ka_names_get_on (&place->names, names));
        }
    }
}

/* Levels */

static KaMapHit
create_hit (KaSession *session, const char *area)
{
  KaMapHit hit = { NULL, NULL, NULL };

  hit.area = (const KaArea *) ka_app_test_get_item (session, area);
  hit.region = hit.area->region;
  hit.item = KA_ITEM (hit.region);

  return hit;
}

static void
assert_levels (const KaMapHit *hit, KaDay day, const char *expected)
{
  g_autoptr (GPtrArray) levels = ka_map_levels_list (hit, day);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", KA_ITEM (levels->pdata[i])->id);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_levels (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaMapHit hit = create_hit (session, "area:nakhichevan");
  KaMapHit town;
  g_autoptr (GPtrArray) levels = NULL;
  const KaItem *item = NULL;

  assert_levels (&hit, ka_day_from_ymd (1921, 10, 13), "nakhichevan azerbaijan-ssr");
  assert_levels (&hit, ka_day_from_ymd (1950, 1, 1), "nakhichevan azerbaijan-ssr ussr");
  assert_levels (&hit, ka_day_from_ymd (1925, 1, 1), "nakhichevan azerbaijan-ssr tsfsr ussr");
  town = hit;
  town.item = ka_app_test_get_item (session, "place:julfa");
  assert_levels (&town, ka_day_from_ymd (1921, 10, 13), "julfa nakhichevan azerbaijan-ssr");

  /* Click after click goes up, and from the top to the bottom. */
  levels = ka_map_levels_list (&town, ka_day_from_ymd (1950, 1, 1));
  for (guint i = 0; i < 2 * levels->len; i++)
    {
      item = ka_map_levels_get_next (levels, item);
      g_assert_true (item == levels->pdata[i % levels->len]);
    }
  item = ka_app_test_get_item (session, "region:kars");
  g_assert_true (ka_map_levels_get_next (levels, item) == levels->pdata[0]);

  /* Over the sea nothing is. */
  town = (KaMapHit){ NULL, NULL, NULL };
  assert_levels (&town, 0, "");
  g_clear_pointer (&levels, g_ptr_array_unref);
  levels = ka_map_levels_list (&town, 0);
  g_assert_null (ka_map_levels_get_next (levels, item));
}

static void
test_describe (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaMapHit         hit = create_hit (session, "area:nakhichevan");
  g_autofree char *markup = ka_map_levels_describe (&hit, ka_day_from_ymd (1921, 10, 13),
                                                    KA_LANGUAGE_EN);

  g_assert_nonnull (strstr (markup, "<b>Nakhichevan</b>"));
  g_assert_nonnull (strstr (markup, "Held by Azerbaijan SSR"));
  g_assert_nonnull (strstr (markup, "Treaty of Moscow"));
  g_assert_nonnull (strstr (markup, "16 March 1921"));
  hit = (KaMapHit){ NULL, NULL, NULL };
  g_assert_null (ka_map_levels_describe (&hit, 0, KA_LANGUAGE_EN));
}

/* Whether two lines of a tooltip are the same, or one names again who stands in the first */
static gboolean
repeats_itself (const char *markup)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *held = NULL;

  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL));
  lines = g_strsplit (plain, "\n", -1);
  held = g_strdup_printf ("eld by %s", lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      const char *again = strstr (lines[i], held);

      if (*lines[i] == '\0' || (again != NULL && strchr (",;", again[strlen (held)]) != NULL))
        return TRUE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (lines[i], lines[j]))
          return TRUE;
    }

  return FALSE;
}

/* No tooltip of any land, on no day on which anything changed, says a thing twice. */
static void
test_describe_once (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaAtlas      *atlas = ka_session_get_atlas (session);
  const KaList *tenures = ka_atlas_get_items (atlas, KA_ITEM_TENURE);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      const KaTenure *tenure = tenures->items[i];
      KaDay           day = MAX (tenure->span.from, ka_day_from_ymd (1878, 7, 13));

      for (gsize j = 0; j < tenure->areas.n_items && tenure->kind != KA_TENURE_CLAIMED; j++)
        {
          const KaArea *area = tenure->areas.items[j];
          const KaItem *items[] = { KA_ITEM (area), KA_ITEM (area->region),
                                    KA_ITEM (tenure->holder) };

          for (gsize k = 0; k < G_N_ELEMENTS (items); k++)
            {
              KaMapHit         hit = { items[k], area, area->region };
              g_autofree char *markup = ka_map_levels_describe (&hit, day, KA_LANGUAGE_EN);

              if (markup != NULL && repeats_itself (markup))
                g_test_message ("%s", markup);
              g_assert_false (markup != NULL && repeats_itself (markup));
            }
        }
    }
  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      KaMapHit         hit = { frontiers->items[i], NULL, NULL };
      g_autofree char *markup = ka_map_levels_describe (&hit, 0, KA_LANGUAGE_EN);

      g_assert_false (repeats_itself (markup));
    }
}

/* Stepping through the changes of a region visits each of its days of change once. */
static void
test_changes (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  KaAtlas      *atlas = ka_session_get_atlas (session);
  const KaItem *region = ka_app_test_get_item (session, "region:adjara");
  g_autoptr (GPtrArray) tenures = ka_query_tenures_about (atlas, region);
  g_autoptr (GHashTable) days = g_hash_table_new (g_int64_hash, g_int64_equal);
  KaDay day = ka_day_from_ymd (1800, 1, 1);
  KaDay before = day;
  guint n_steps = 0;

  for (guint i = 0; i < tenures->len; i++)
    {
      KaTenure *tenure = tenures->pdata[i];

      if (tenure->span.from != KA_DAY_MIN)
        g_hash_table_add (days, &tenure->span.from);
      if (tenure->span.to != KA_DAY_MAX)
        g_hash_table_add (days, &tenure->span.to);
    }
  while (ka_query_find_change (atlas, region, &day, 1))
    {
      g_assert_cmpint (day, >, before);
      g_assert_true (g_hash_table_contains (days, &day));
      before = day;
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, g_hash_table_size (days));
  while (ka_query_find_change (atlas, region, &day, -1))
    n_steps--;
  g_assert_cmpuint (n_steps, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-parts/camera/size", test_camera_size);
  g_test_add_func ("/map-parts/camera/moves", test_camera_moves);
  g_test_add_func ("/map-parts/camera/cover", test_camera_cover);
  g_test_add_func ("/map-parts/pictures/kept", test_pictures_kept);
  g_test_add_func ("/map-parts/pictures/sharpest", test_pictures_sharpest);
  g_test_add_func ("/map-parts/tiles/alike", test_tiles);
  g_test_add_func ("/map-parts/tiles/shared", test_shared_tiles);
  g_test_add_data_func ("/map-parts/tiles/scaled", NULL, test_scaled_tiles);
  g_test_add_data_func ("/map-parts/tiles/trimmed", "sparse", test_scaled_tiles);
  g_test_add_func ("/map-parts/keys", test_keys);
  g_test_add_func ("/map-parts/epochs", test_epochs);
  g_test_add_func ("/map-parts/levels/list", test_levels);
  g_test_add_func ("/map-parts/levels/describe", test_describe);
  g_test_add_func ("/map-parts/describe-once", test_describe_once);
  g_test_add_func ("/map-parts/levels/changes", test_changes);

  return g_test_run ();
}
