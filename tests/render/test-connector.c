/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-connector.h"

#include <math.h>
#include <string.h>

#include "ka-cairo-auto.h"
#include "ka-map-test.h"
#include "ka-picture-test.h"
#include "ka-projection.h"

#define N_ROUNDS 3000

static KaPoint
get_point (const KaConnector *connector, double t)
{
  const KaPoint *p = connector->points;
  double         a = (1 - t) * (1 - t) * (1 - t), b = 3 * (1 - t) * (1 - t) * t;
  double         c = 3 * (1 - t) * t * t, d = t * t * t;

  return (KaPoint){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                    a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

static KaViewport
make_viewport (void)
{
  KaPoint centre = { g_test_rand_double_range (37, 50), g_test_rand_double_range (36, 45) };

  return (KaViewport){ .centre_km = ka_projection_forward (centre),
                       .scale = exp (g_test_rand_double_range (log (0.3), log (40))),
                       .width = g_test_rand_double_range (200, 2000),
                       .height = g_test_rand_double_range (150, 1500) };
}

static void
check_connector (const KaConnector *connector, const KaViewport *viewport, KaPoint gate)
{
  KaPoint  place = ka_viewport_to_user (viewport, ka_projection_forward (connector->place->at));
  KaPoint  end = connector->points[3];
  double   distance = hypot (end.x - place.x, end.y - place.y);
  gboolean is_in_view = place.x >= 0 && place.y >= 0 && place.x <= viewport->width &&
                        place.y <= viewport->height;

  g_assert_cmpfloat (connector->points[0].x, ==, gate.x);
  g_assert_cmpfloat (connector->points[0].y, ==, gate.y);
  if (!is_in_view)
    g_assert_true (connector->is_outside);
  if (!connector->is_outside)
    g_assert_cmpfloat (distance, <, 10);

  for (int i = 0; i <= 20; i++)
    {
      KaPoint at = get_point (connector, i / 20.0);

      g_assert_true (at.x >= -1e-6 && at.x <= viewport->width + 1e-6);
      g_assert_true (at.y >= -1e-6 && at.y <= viewport->height + 1e-6);
    }
  if (!connector->is_outside)
    return;

  /* The arrow points towards the place, not away from it */
  g_assert_cmpfloat ((end.x - connector->points[2].x) * (place.x - end.x) +
                       (end.y - connector->points[2].y) * (place.y - end.y),
                     >=, -1e-6);
}

/* For any map and mark: each place that is a point has a curve that ends at it, or at the edge with
 * an arrow. No curve leaves the map */
static void
test_random (KaMapTest *test, gconstpointer data)
{
  const KaList *events = ka_atlas_get_items (test->atlas, KA_ITEM_EVENT);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      const KaEvent *event = events->items[g_test_rand_int_range (0, (gint32) events->n_items)];
      KaViewport     viewport = make_viewport ();
      KaPoint        mark = { g_test_rand_double_range (-500, 2500),
                              viewport.height + g_test_rand_double_range (1, 400) };
      KaPoint        gate = ka_connector_get_gate (&viewport, mark);
      g_autoptr (GArray)
        connectors = ka_connector_list (test->scene, KA_ITEM (event), &viewport, mark);
      guint n_points = 0;

      g_assert_true (gate.x >= 0 && gate.x <= viewport.width);
      g_assert_cmpfloat (gate.y, ==, viewport.height);
      for (gsize i = 0; i < event->places.n_items; i++)
        n_points += ((const KaPlace *) event->places.items[i])->kind <= KA_PLACE_PEAK;
      g_assert_cmpuint (connectors->len, ==, n_points);
      g_assert_true (ka_connector_has_any (KA_ITEM (event)) == (n_points > 0));
      for (guint i = 0; i < connectors->len; i++)
        check_connector (&g_array_index (connectors, KaConnector, i), &viewport, gate);
    }
}

/* Only events have connectors */
static void
test_others (KaMapTest *test, gconstpointer data)
{
  KaViewport viewport = make_viewport ();

  g_assert_false (ka_connector_has_any (NULL));
  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *items = ka_atlas_get_items (test->atlas, (KaItemKind) kind);

      for (gsize i = 0; kind != KA_ITEM_EVENT && i < items->n_items; i++)
        {
          g_autoptr (GArray) connectors = ka_connector_list (test->scene, items->items[i],
                                                             &viewport, (KaPoint){ 10, 5000 });

          g_assert_false (ka_connector_has_any (items->items[i]));
          g_assert_cmpuint (connectors->len, ==, 0);
        }
    }
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row = cairo_image_surface_get_data (surface) +
                      (gssize) y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  cairo_surface_flush (surface);
  memcpy (&pixel, row + 4 * (gssize) x, sizeof pixel);

  return pixel;
}

/* The painted pixels follow the curves from the mark to the place, and no others change */
static void
test_paint (KaMapTest *test, gconstpointer data)
{
  const KaItem *kars = ka_atlas_lookup_reference (test->atlas, "event:kars-treaty-1921");
  KaViewport    viewport = ka_viewport_fit (ka_map_scene_get_extent (test->scene), 800, 500, 0);
  KaPoint       mark = { 300, 580 };
  KaPoint       gate = ka_connector_get_gate (&viewport, mark);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 600);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GArray) connectors = NULL;

  g_assert_nonnull (kars);
  connectors = ka_connector_list (test->scene, kars, &viewport, mark);
  g_assert_cmpuint (connectors->len, >, 0);
  ka_connector_paint_trunk (cr, mark, gate, ka_theme_get (KA_THEME_LIGHT));
  ka_connector_paint (cr, connectors, ka_theme_get (KA_THEME_LIGHT));

  g_assert_cmpuint (get_pixel (surface, 300, 540), !=, 0);
  g_assert_cmpuint (get_pixel (surface, 300, 590), ==, 0);
  g_assert_cmpuint (get_pixel (surface, 20, 480), ==, 0);
  for (guint i = 0; i < connectors->len; i++)
    for (int step = 1; step < 10; step++)
      {
        KaPoint at = get_point (&g_array_index (connectors, KaConnector, i), step / 10.0);

        g_assert_cmpuint (get_pixel (surface, at.x, at.y), !=, 0);
      }
}

static void
paint_picture (cairo_t *cr, gpointer data)
{
  KaMapTest     *test = data;
  const KaItem  *treaty = ka_atlas_lookup_reference (test->atlas, "event:moscow-treaty-1921");
  const KaTheme *theme = ka_theme_get (KA_THEME_LIGHT);
  KaViewport     viewport = { .centre_km = ka_projection_forward ((KaPoint){ 43.6, 40.3 }),
                              .scale = 1.5,
                              .width = 720,
                              .height = 400 };
  KaPoint        mark = { 520, 470 };
  g_autoptr (GArray) connectors = ka_connector_list (test->scene, treaty, &viewport, mark);

  ka_colour_set_source (&theme->page, cr);
  cairo_paint (cr);
  cairo_rectangle (cr, 0, 0, viewport.width, viewport.height);
  ka_colour_set_source (&theme->tints[KA_TINT_TURKEY].fill, cr);
  cairo_fill (cr);
  ka_connector_paint (cr, connectors, theme);
  ka_connector_paint_trunk (cr, mark, ka_connector_get_gate (&viewport, mark), theme);
}

/* With places in view and one out of view */
static void
test_picture (KaMapTest *test, gconstpointer data)
{
  ka_picture_assert ("connectors", 720, 480, 0.002, paint_picture, test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ka_map_test_add ("/connector/random", test_random);
  ka_map_test_add ("/connector/others", test_others);
  ka_map_test_add ("/connector/paint", test_paint);
  ka_map_test_add ("/connector/picture", test_picture);

  return g_test_run ();
}
