/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is lit, beside the point or filtered out can be read: labels stand out from what is
 * below them by 4.5:1, marks and outlines from the page by 3:1, in every theme. Measured on what is
 * painted, large enough for strokes to have an inside.
 */

#include "config.h"

#include "ka-time-test.h"
#include "ka-timeline-query.h"

#include <string.h>

#define WIDTH  1200
#define HEIGHT 320
#define SCALE  4

static KaColour
get_colour (guint32 pixel)
{
  return (KaColour){ .red = ((pixel >> 16) & 0xff) / 255.0,
                     .green = ((pixel >> 8) & 0xff) / 255.0,
                     .blue = (pixel & 0xff) / 255.0,
                     .alpha = 1 };
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32       pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);

  return pixel & 0xffffff;
}

/* The most frequent pixel of a box. */
static KaColour
find_ground (cairo_surface_t *surface, const KaBox *box)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint   most = 0;
  guint32 found = 0;

  for (int y = (int) (box->y0 * SCALE); y < (int) (box->y1 * SCALE); y++)
    for (int x = (int) (box->x0 * SCALE); x < (int) (box->x1 * SCALE); x++)
      {
        guint32  pixel = get_pixel (surface, x, y);
        gpointer key = GUINT_TO_POINTER (pixel + 1);
        guint    count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (count));
        if (count > most)
          {
            most = count;
            found = pixel;
          }
      }

  return get_colour (found);
}

static double
find_contrast (cairo_surface_t *surface, const KaBox *box, const KaColour *ground)
{
  double most = 1;

  for (int y = (int) (box->y0 * SCALE); y < (int) (box->y1 * SCALE); y++)
    for (int x = (int) (box->x0 * SCALE); x < (int) (box->x1 * SCALE); x++)
      {
        KaColour colour = get_colour (get_pixel (surface, x, y));

        most = MAX (most, ka_colour_get_contrast (&colour, ground));
      }

  return most;
}

static void
assert_label (cairo_surface_t *surface, const KaTimelinePlaced *placed)
{
  const double mark = placed->is_span ? KA_TIMELINE_BAR_MARK : 0;
  const KaBox  box = { placed->label_x + mark, placed->y - 6,
                       placed->label_x + MIN (placed->label_width, 60), placed->y + 5 };
  KaColour     ground;

  if (placed->label_width <= 0 || placed->label_x < 0)
    return;
  ground = find_ground (surface, &box);
  g_assert_cmpfloat (find_contrast (surface, &box, &ground), >=, 4.5);
}

static void
assert_name (cairo_surface_t *surface, const KaTimelineLayout *layout, guint i)
{
  const KaTimelineNaming *naming = &g_array_index (layout->namings, KaTimelineNaming, i);
  const double            y = g_array_index (layout->placed, KaTimelinePlaced, naming->placed).y;
  const KaBox box = { naming->label_x, y - 5, naming->label_x + MIN (naming->label_width, 60),
                      y + 4 };
  KaColour    ground;

  if (naming->label_width <= 0)
    return;
  ground = find_ground (surface, &box);
  g_assert_cmpfloat (find_contrast (surface, &box, &ground), >=, 4.5);
}

static void
assert_shape (cairo_surface_t *surface, const KaTimelinePlaced *placed, const KaTheme *theme)
{
  KaBox box = { placed->x0 - 6, placed->y - 6, placed->x0 + 6, placed->y + 6 };

  /* The upper edge of a bar where it is sure. */
  if (placed->is_span)
    box = (KaBox){ MAX (0, placed->x0 + placed->fade0), placed->y - 9,
                   MIN (WIDTH, placed->x1 - placed->fade1), placed->y - 5 };
  if (box.x0 < 0 || box.x1 > WIDTH || box.x1 - box.x0 < 6)
    return;
  g_assert_cmpfloat (find_contrast (surface, &box, &theme->page), >=, 3);
}

static void
assert_readable (KaAtlas *atlas, const KaTheme *theme, KaViewState state)
{
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * SCALE, HEIGHT * SCALE);
  g_autoptr (cairo_t) cr = NULL;
  g_autoptr (KaTimelineLayout) layout = NULL;
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"), ka_map_test_day ("1925-01-01"),
                              WIDTH),
    .height = HEIGHT,
  };

  cairo_surface_set_device_scale (surface, SCALE, SCALE);
  cr = cairo_create (surface);
  ka_colour_set_source (&theme->page, cr);
  cairo_paint (cr);
  layout = ka_timeline_layout_new (&spec, &state, theme, cr, NULL);
  ka_timeline_paint (cr, layout, &state, theme, KA_TIMELINE_BASE);
  cairo_surface_flush (surface);
  g_assert_cmpuint (layout->placed->len, >, 20);
  for (guint i = 0; i < layout->placed->len; i++)
    {
      const KaTimelinePlaced *placed = &g_array_index (layout->placed, KaTimelinePlaced, i);

      assert_label (surface, placed);
      assert_shape (surface, placed, theme);
    }
  g_assert_cmpuint (layout->namings->len, >, 4);
  for (guint i = 0; i < layout->namings->len; i++)
    assert_name (surface, layout, i);
}

static void
test_theme (gconstpointer data)
{
  const KaTheme *theme = data;
  g_autoptr (KaAtlas) atlas = ka_map_test_load ();
  KaViewState state = { .day = ka_map_test_day ("1878-01-01"),
                        .filter.categories = KA_CATEGORY_ALL };

  assert_readable (atlas, theme, state);
  state.selection = ka_atlas_lookup (atlas, KA_ITEM_REGION, "nakhichevan");
  assert_readable (atlas, theme, state);
  state.filter.categories = KA_CATEGORY_TREATY;
  assert_readable (atlas, theme, state);
  state.selection = NULL;
  state.has_range = TRUE;
  state.range.from = ka_map_test_day ("1920-01-01");
  state.range.to = ka_map_test_day ("1921-01-01");
  assert_readable (atlas, theme, state);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int id = 0; id < KA_N_THEMES; id++)
    {
      const KaTheme   *theme = ka_theme_get ((KaThemeId) id);
      g_autofree char *path = g_strconcat ("/render/contrast/", theme->name, NULL);

      g_test_add_data_func (path, theme, test_theme);
    }

  return g_test_run ();
}
