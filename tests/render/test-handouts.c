/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages for a class and for a newsroom: cards of claims, whose texts keep to their room, and blank
 * maps, which have no colour and no name.
 */

#include "config.h"

#include "ka-export-blank.h"
#include "ka-map-test.h"
#include "ka-page-claim.h"

#include <string.h>

/* The left edge of the texts of a card of 1200 × 675, and the right edge of the column. */
#define LEFT  48
#define RIGHT 700

static cairo_surface_t *
paint (KaMapTest *test, const KaViewState *state, const KaTheme *theme, const KaPage *page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) page->width,
                                                         (int) page->height);
  cairo_t         *cr = cairo_create (surface);

  ka_page_paint (cr, test->scene, state, theme, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32       pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, 4);

  return pixel & 0xffffff;
}

static gboolean
is_empty_row (cairo_surface_t *surface, int y)
{
  for (int x = LEFT; x < RIGHT; x++)
    if (get_pixel (surface, x, y) != get_pixel (surface, 2, 2))
      return FALSE;

  return TRUE;
}

/* Finds the rule over the sources: the lowest row that differs from the page in all columns. */
static int
find_rule (cairo_surface_t *surface)
{
  for (int y = cairo_image_surface_get_height (surface) - 1; y > 0; y--)
    {
      int x = LEFT + 2;

      while (x < RIGHT && get_pixel (surface, x, y) != get_pixel (surface, 2, 2))
        x++;
      if (x == RIGHT)
        return y;
    }

  return 0;
}

/* Every card fits, in every language: no text reaches the rule over the sources. */
static void
test_cards (KaMapTest *test, gconstpointer data)
{
  const KaList *claims = ka_atlas_get_items (test->atlas, KA_ITEM_CORRECTION);
  const KaPage  page = { .view = KA_PAGE_CLAIM, .width = 1200, .height = 675 };

  g_assert_cmpuint (claims->n_items, >, 20);
  for (gsize i = 0; i < claims->n_items; i++)
    {
      const KaCorrection *claim = claims->items[i];
      const KaLanguage    language = (KaLanguage) (i % KA_N_LANGUAGES);
      KaViewState         state = { .selection = &claim->item,
                                    .language = language,
                                    .filter = ka_filter_all () };
      cairo_surface_t    *surface = paint (test, &state, ka_theme_get (KA_THEME_LIGHT), &page);
      const int           rule = find_rule (surface);

      g_test_message ("%s: rule %d", claim->item.id, rule);
      g_assert_cmpint (rule, >, 500);
      for (int y = rule - 14; y < rule - 2; y++)
        g_assert_true (is_empty_row (surface, y));
      cairo_surface_destroy (surface);
    }
}

static void
test_card_words (KaMapTest *test, gconstpointer data)
{
  const KaItem    *item = ka_atlas_lookup_reference (test->atlas, "correction:right-to-intervene");
  const KaItem    *late = ka_atlas_lookup_reference (test->atlas, "correction:border-bought-1932");
  g_autofree char *words = ka_page_claim_dup_text ((const KaCorrection *) item, KA_LANGUAGE_EN);

  g_assert_true (g_str_has_prefix (words, "Claim: “The Treaty of Kars gives Turkey a right to "));
  g_assert_nonnull (strstr (words, "” Wrong. No article says so."));
  g_assert_cmpint (ka_page_claim_day ((const KaCorrection *) item, 0), ==,
                   ka_map_test_day ("1921-10-13"));
  g_assert_cmpint (ka_page_claim_day ((const KaCorrection *) late, 0), ==,
                   ka_map_test_day ("1932-01-23"));
}

/* Without names and lines there is nothing but grey; a chosen layer adds ink. */
static void
test_blank (KaMapTest *test, gconstpointer data)
{
  static const char *const lines[] = { "lines", "rivers", "graticule", "districts" };
  guint                    dark[G_N_ELEMENTS (lines) + 1] = { 0 };

  for (gsize i = 0; i <= G_N_ELEMENTS (lines); i++)
    {
      KaViewState state = { .day = ka_map_test_day ("1914-01-01"), .filter = ka_filter_all () };
      KaPage      page = { .view = KA_PAGE_MAP, .width = 800, .height = 600 };
      KaTheme     theme;
      cairo_surface_t *surface;
      g_autoptr (GError) error = NULL;

      g_assert_true (
        ka_export_blank_init (i == 0 ? "claims" : lines[i - 1], &state, &page, &theme, &error));
      surface = paint (test, &state, &theme, &page);
      for (int y = 0; y < 600; y++)
        for (int x = 0; x < 800; x++)
          {
            const guint32 pixel = get_pixel (surface, x, y);

            g_assert_cmpuint (pixel & 0xff, ==, pixel >> 8 & 0xff);
            g_assert_cmpuint (pixel & 0xff, ==, pixel >> 16);
            dark[i] += (pixel & 0xff) < 250;
          }
      cairo_surface_destroy (surface);
    }
  for (gsize i = 1; i <= G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (dark[i], >, dark[0]);
}

static void
test_blank_fault (void)
{
  KaViewState state = { .day = 7 };
  KaPage      page = { .view = KA_PAGE_MAP };
  KaTheme     theme;
  g_autoptr (GError) error = NULL;

  g_assert_false (ka_export_blank_init ("rivers,moons", &state, &page, &theme, &error));
  g_assert_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "'moons'"));
  g_assert_false (page.is_blank);
  g_assert_cmpint (state.hidden_layers, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add (path, KaMapTest, NULL, ka_map_test_set_up, function, ka_map_test_tear_down)
  ADD ("/handouts/cards", test_cards);
  ADD ("/handouts/card-words", test_card_words);
  ADD ("/handouts/blank", test_blank);
#undef ADD
  g_test_add_func ("/handouts/blank-fault", test_blank_fault);

  return g_test_run ();
}
