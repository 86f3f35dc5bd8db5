/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-page.h"

#include <string.h>

#include "ka-atlas-load.h"
#include "ka-cairo-auto.h"
#include "ka-captions.h"
#include "ka-map-test.h"
#include "ka-page-column.h"
#include "ka-page-frame.h"
#include "ka-page-text.h"
#include "ka-picture-test.h"
#include "ka-projection.h"
#include "ka-query.h"

typedef struct
{
  KaAtlas    *atlas;
  KaMapScene *scene;
  KaViewState state;
  KaPage      page;
  KaThemeId   theme;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->atlas = ka_map_test_load ();
  self->scene = ka_map_scene_new (self->atlas);
  self->state = (KaViewState){ .day = ka_map_test_day ("1921-10-13"),
                               .filter.categories = KA_CATEGORY_ALL };
  self->page = (KaPage) KA_PAGE_INIT (KA_PAGE_BOTH, 960, 540);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ka_map_scene_unref (self->scene);
  ka_atlas_unref (self->atlas);
}

static void
paint (cairo_t *cr, gpointer data)
{
  Fixture *self = data;

  ka_page_paint (cr, self->scene, &self->state, ka_theme_get (self->theme), &self->page);
}

/* The ids of the first paragraphs, in order. */
static char *
join_blocks (const Fixture *self, guint most)
{
  GArray  *blocks = ka_page_list_blocks (self->atlas, &self->state);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (most, blocks->len); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_array_index (blocks, KaPageBlock, i).item->id);
  g_array_unref (blocks);

  return g_string_free (text, FALSE);
}

static void
test_paragraphs (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *day;
    const char *selection; /* (nullable) */
    const char *blocks;
  } cases[] = {
    { "1921-10-13", NULL, "kars-5 kars-6" },
    { "1921-10-13", "region:nakhichevan", "kars-5" },
    { "1921-10-13", "region:adjara", "kars-6" },
    { "1921-10-13", "article:kars-5", "kars-5 moscow-3" },
    { "1921-03-16", NULL, "moscow-2 moscow-3" },
    { "1945-06-07", NULL, "molotov-sarper-1945" },
    { "1945-06-09", NULL, "molotov-sarper-1945" },
    /* Long after the last event of the atlas, and in a year without any */
    { "2020-01-01", NULL, "kars-5 kars-6" },
    { "1960-01-01", NULL, "kars-5 kars-6" },
    { "1921-10-13", "event:mudros-1918", "mudros-1918" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint            n_words = 1;
      g_autofree char *blocks = NULL;

      for (const char *at = cases[i].blocks; *at != '\0'; at++)
        n_words += *at == ' ';
      self->state.day = ka_map_test_day (cases[i].day);
      self->state.selection = cases[i].selection != NULL
                                ? ka_atlas_lookup_reference (self->atlas, cases[i].selection)
                                : NULL;
      blocks = join_blocks (self, n_words);
      g_assert_cmpstr (blocks, ==, cases[i].blocks);
    }
}

/* Whatever is selected, there is a title and nothing breaks. The subtitle says so, where the
 * selection does not exist on the day of the page. */
static void
test_every_item (Fixture *self, gconstpointer data)
{
  static const KaItemKind kinds[] = {
    KA_ITEM_REGION,   KA_ITEM_EVENT, KA_ITEM_ARTICLE, KA_ITEM_ANNEX, KA_ITEM_TREATY,
    KA_ITEM_FRONTIER, KA_ITEM_PLACE, KA_ITEM_POLITY,  KA_ITEM_AREA,  KA_ITEM_TENURE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const KaList *items = ka_atlas_get_items (self->atlas, kinds[i]);

      for (gsize j = 0; j < items->n_items; j++)
        {
          g_autofree char *title = NULL;
          g_autofree char *subtitle = NULL;
          g_autofree char *sources = NULL;
          GArray          *blocks;

          self->state.selection = items->items[j];
          self->state.language = (KaLanguage) (j % KA_N_LANGUAGES);
          title = ka_page_dup_title (self->atlas, &self->state);
          subtitle = ka_page_dup_subtitle (self->atlas, &self->state);
          blocks = ka_page_list_blocks (self->atlas, &self->state);
          sources = ka_page_dup_sources (self->atlas, &self->state, blocks);
          g_assert_cmpstr (title, !=, "");
          g_assert_cmpstr (subtitle, !=, "");
          g_assert_cmpstr (sources, !=, "");
          g_assert_true (ka_span_has (ka_query_life_of (items->items[j]), self->state.day) ==
                         (strstr (subtitle, ka_caption_get (KA_CAPTION_NOT_ON_THIS_DAY,
                                                            self->state.language)) == NULL));
          g_assert_true (g_utf8_validate (title, -1, NULL));
          g_assert_cmpuint (blocks->len, >, 0);
          g_array_unref (blocks);
        }
    }
}

/* Without a selection the title is the event of the day; the selection comes before it */
static void
test_titles (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *day;
    const char *selection; /* (nullable) */
    const char *title;
  } cases[] = {
    { "1921-10-13", NULL, "Treaty of Kars" },
    { "2020-01-01", NULL, "Frontiers of 1 January 2020" },
    { "1921-10-13", "region:nakhichevan", "Nakhichevan" },
    { "2020-01-01", "article:kars-5", "Treaty of Kars, Article V" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;

      self->state.day = ka_map_test_day (cases[i].day);
      self->state.selection = cases[i].selection != NULL
                                ? ka_atlas_lookup_reference (self->atlas, cases[i].selection)
                                : NULL;
      title = ka_page_dup_title (self->atlas, &self->state);
      subtitle = ka_page_dup_subtitle (self->atlas, &self->state);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (subtitle, !=, "");
    }
}

/* No paragraph is cut inside a word, at any width and number of lines */
static void
test_cut (Fixture *self, gconstpointer data)
{
  static const KaTypeStyle style = { .is_serif = TRUE, .size = 16 };
  const KaList            *events = ka_atlas_get_items (self->atlas, KA_ITEM_EVENT);
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  gsize n_cut = 0;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaText *summary = &((const KaEvent *) events->items[i])->summary;
      const char   *text = ka_text_get (summary, (KaLanguage) (i % KA_N_LANGUAGES));
      g_autoptr (KaTypeLayout)
        layout = ka_type_layout (cr, ka_theme_get (KA_THEME_LIGHT), &style, text);
      int         max_lines = 1 + (int) (i % 4);
      const char *shown;
      gsize       length;

      ka_type_set_width (layout, 200 + 13 * (double) (i % 20));
      pango_layout_set_wrap (layout->pango, PANGO_WRAP_WORD_CHAR);
      ka_type_cut (layout, max_lines);
      shown = pango_layout_get_text (layout->pango);
      g_assert_cmpint (pango_layout_get_line_count (layout->pango), <=, max_lines);
      g_assert_false (pango_layout_is_ellipsized (layout->pango));
      if (!g_str_has_suffix (shown, "…"))
        {
          g_assert_cmpstr (shown, ==, text);
          continue;
        }
      n_cut++;
      length = strlen (shown) - strlen ("…");
      g_assert_cmpint (strncmp (shown, text, length), ==, 0);
      g_assert_false (g_unichar_isalnum (g_utf8_get_char (text + length)));
    }
  g_assert_cmpuint (n_cut, >, 20);
}

/* The head of a small page is not cut: its type shrinks */
static void
test_lines (Fixture *self, gconstpointer data)
{
  static const KaTypeStyle style = { .is_serif = TRUE, .is_bold = TRUE, .size = 30 };
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  KaPageContext context = { .cr = cr, .theme = ka_theme_get (KA_THEME_LIGHT) };

  for (int language = 0; language < KA_N_LANGUAGES; language++)
    {
      g_autofree char *title = NULL;
      g_autoptr (KaTypeLayout) line = NULL;

      self->state.day = ka_map_test_day ("1920-12-05");
      self->state.language = (KaLanguage) language;
      title = ka_page_dup_title (self->atlas, &self->state);
      line = ka_page_set_line (&context, &style, title, 340);
      g_assert_cmpstr (pango_layout_get_text (line->pango), ==, title);
      g_assert_cmpint (pango_layout_get_line_count (line->pango), ==, 1);
      g_assert_cmpfloat (ka_page_get_width (line), <=, 340);
    }
}

/* The degrees of the frame are where the projection has them */
static void
test_ticks (Fixture *self, gconstpointer data)
{
  KaViewport viewport = ka_viewport_fit (ka_map_scene_get_extent (self->scene), 900, 500, 0);

  for (int edge = 0; edge < 4; edge++)
    {
      g_autoptr (GArray)
        ticks = ka_page_list_ticks (ka_map_scene_get_projection (self->scene), &viewport, edge);

      g_assert_cmpuint (ticks->len, >=, 2);
      for (guint i = 0; i < ticks->len; i++)
        {
          const KaPageTick *tick = &g_array_index (ticks, KaPageTick, i);
          double            along = tick->at * (edge < 2 ? viewport.width : viewport.height);
          KaPoint           user = edge < 2 ? (KaPoint){ along, edge == 0 ? 0 : viewport.height }
                                            : (KaPoint){ edge == 2 ? 0 : viewport.width, along };
          KaPoint degrees = ka_projection_inverse (ka_map_scene_get_projection (self->scene),
                                                   ka_viewport_to_km (&viewport, user));

          g_assert_cmpfloat_with_epsilon (edge < 2 ? degrees.x : degrees.y, tick->degrees, 0.01);
          g_assert_true (tick->at >= 0 && tick->at <= 1);
        }
    }
}

/* An island of some kilometres has minutes on its frame, each once and in order */
static void
test_minutes (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "tiny.json",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, NULL);
  g_autoptr (KaMapScene) scene = NULL;
  KaViewport viewport;

  g_assert_nonnull (atlas);
  scene = ka_map_scene_new (atlas);
  for (int width = 600; width < 1400; width += 20)
    for (int edge = 0; edge < 4; edge++)
      {
        g_autoptr (GArray) ticks = NULL;

        viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), width, 500, 0);
        ticks = ka_page_list_ticks (ka_map_scene_get_projection (scene), &viewport, edge);
        g_assert_cmpuint (ticks->len, >=, 2);
        for (guint i = 1; i < ticks->len; i++)
          g_assert_cmpfloat (g_array_index (ticks, KaPageTick, i).at, >,
                             g_array_index (ticks, KaPageTick, i - 1).at + 0.01);
      }
}

static gboolean
has_printed_source (const KaItem *item)
{
  for (gsize i = 0; i < item->n_citations; i++)
    if (g_str_equal (item->citations[i].source->type, "documents") ||
        g_str_equal (item->citations[i].source->type, "book"))
      return TRUE;

  return FALSE;
}

/* The first source of a page is a book or an edition where its first paragraph has one. */
static void
test_printed_sources_first (Fixture *self, gconstpointer data)
{
  const KaList *articles = ka_atlas_get_items (self->atlas, KA_ITEM_ARTICLE);
  gsize         n_tried = 0;

  for (gsize i = 0; i < articles->n_items; i++)
    {
      g_autoptr (GArray) blocks = NULL;
      g_autofree char *sources = NULL;
      const KaItem    *item;
      gboolean         is_first = FALSE;

      self->state.selection = articles->items[i];
      blocks = ka_page_list_blocks (self->atlas, &self->state);
      item = g_array_index (blocks, KaPageBlock, 0).item;
      if (!has_printed_source (item))
        continue;
      sources = ka_page_dup_sources (self->atlas, &self->state, blocks);
      for (gsize j = 0; j < item->n_citations; j++)
        {
          const KaSource *source = item->citations[j].source;

          if (g_str_equal (source->type, "documents") || g_str_equal (source->type, "book"))
            is_first = is_first || g_str_has_prefix (sources, source->label);
        }
      g_assert_true (is_first);
      n_tried++;
    }
  g_assert_cmpuint (n_tried, >, 0);
}

static void
test_views_have_names (Fixture *self, gconstpointer data)
{
  KaPageView view = KA_PAGE_MAP;

  for (int i = 0; i < KA_N_PAGE_VIEWS; i++)
    {
      g_assert_true (ka_page_view_from_name (ka_page_view_get_name ((KaPageView) i), &view));
      g_assert_cmpint ((int) view, ==, i);
    }
  g_assert_false (ka_page_view_from_name ("nothing", &view));
}

static void
paint_clipped (cairo_t *cr, gpointer data)
{
  cairo_translate (cr, -300, -100);
  paint (cr, data);
}

static void
paint_and_crop (cairo_t *cr, gpointer data)
{
  g_autoptr (cairo_surface_t) whole = ka_picture_render (960, 540, 1, paint, data);

  cairo_set_source_surface (cr, whole, -300, -100);
  cairo_paint (cr);
}

/* A part that is drawn alone is that part of the whole. */
static void
test_crop (Fixture *self, gconstpointer data)
{
  g_autoptr (cairo_surface_t) part = ka_picture_render (200, 200, 1, paint_clipped, self);
  g_autoptr (cairo_surface_t) crop = ka_picture_render (200, 200, 1, paint_and_crop, self);

  g_assert_cmpfloat (ka_picture_compare (part, crop, 2, NULL), <, 0.002);
}

static void
paint_halved (cairo_t *cr, gpointer data)
{
  cairo_scale (cr, 0.5, 0.5);
  paint (cr, data);
}

/* A page twice as large is the same picture, doubled: type follows the page. */
static void
test_large_pages_are_alike (Fixture *self, gconstpointer data)
{
  g_autoptr (cairo_surface_t) half = NULL;
  g_autoptr (cairo_surface_t) full = NULL;

  self->page.width = 1920;
  self->page.height = 1080;
  full = ka_picture_render (1920, 1080, 0.5, paint, self);
  self->page.width = 3840;
  self->page.height = 2160;
  half = ka_picture_render (1920, 1080, 0.5, paint_halved, self);
  g_assert_cmpfloat (ka_picture_compare (full, half, 8, NULL), <, 0.01);
}

/* Painting leaves the context as it was. */
static void
test_context_is_left_as_found (Fixture *self, gconstpointer data)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  cairo_matrix_t before, after;
  double         x0, y0, x1, y1;

  self->page.width = 400;
  self->page.height = 300;
  for (int view = 0; view < KA_N_PAGE_VIEWS; view++)
    {
      self->page.view = (KaPageView) view;
      cairo_get_matrix (cr, &before);
      paint (cr, self);
      cairo_get_matrix (cr, &after);
      cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
      g_assert_true (memcmp (&before, &after, sizeof before) == 0);
      g_assert_cmpfloat (x1 - x0, ==, 400);
      g_assert_cmpfloat (y1 - y0, ==, 300);
      g_assert_false (cairo_has_current_point (cr));
    }
}

/* An atlas of its own, so that work on the real one does not change the pictures. How the map looks
 * is held by pictures of its own; here is told where the parts of a page stand. */
static KaAtlas *
load_small_atlas (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "render", "page-atlas.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  KaAtlas *atlas = ka_atlas_load (file, &faults, &error);

  g_assert_no_error (error);

  return atlas;
}

static void
test_pictures (void)
{
  static const struct
  {
    const char *name;
    const char *selection;
    KaPageView  view;
    int         width;
    int         height;
    KaThemeId   theme;
  } cases[] = {
    { "page-wide", NULL, KA_PAGE_BOTH, 1280, 720, KA_THEME_LIGHT },
    { "page-square", "region:left-bank", KA_PAGE_BOTH, 720, 720, KA_THEME_DARK },
    { "page-portrait", "article:kars-2", KA_PAGE_BOTH, 620, 877, KA_THEME_LIGHT },
    { "page-small", NULL, KA_PAGE_BOTH, 640, 360, KA_THEME_DARK },
    { "page-map", NULL, KA_PAGE_MAP, 640, 480, KA_THEME_LIGHT },
    { "page-timeline", "region:left-bank", KA_PAGE_TIMELINE, 960, 540, KA_THEME_LIGHT },
  };
  g_autoptr (KaAtlas) atlas = load_small_atlas ();
  g_autoptr (KaMapScene) scene = ka_map_scene_new (atlas);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = {
        .atlas = atlas,
        .scene = scene,
        .state = { .day = ka_map_test_day ("1921-10-13"), .filter.categories = KA_CATEGORY_ALL },
        .page = KA_PAGE_INIT (cases[i].view, cases[i].width, cases[i].height),
        .theme = cases[i].theme,
      };

      if (cases[i].selection != NULL)
        fixture.state.selection = ka_atlas_lookup_reference (atlas, cases[i].selection);
      ka_picture_assert (cases[i].name, cases[i].width, cases[i].height, 0.15, paint, &fixture);
    }
}

static GBytes *
paint_bytes (Fixture *self)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 960, 540);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  paint (cr, self);
  cairo_surface_flush (surface);

  return g_bytes_new (cairo_image_surface_get_data (surface),
                      (gsize) cairo_image_surface_get_stride (surface) * 540);
}

/* A window that is not laid out yet has views without a size: its pictures show the whole. */
static void
test_views_without_size (Fixture *self, gconstpointer data)
{
  static const KaTimeAxis axis = { .first_day = 0, .px_per_day = 1 };
  KaViewport              viewports[3];

  viewports[0] = (KaViewport){ .scale = 0 };
  viewports[1] = (KaViewport){ .scale = 0, .width = 300, .height = 0 };
  viewports[2] = (KaViewport){ .scale = 1, .width = 0, .height = 200 };
  for (int view = KA_PAGE_MAP; view <= KA_PAGE_BOTH; view++)
    {
      g_autoptr (GBytes) whole = NULL;

      self->page = (KaPage) KA_PAGE_INIT ((KaPageView) view, 960, 540);
      whole = paint_bytes (self);
      self->page.axis = &axis;
      for (gsize i = 0; i < G_N_ELEMENTS (viewports); i++)
        {
          g_autoptr (GBytes) painted = NULL;

          self->page.viewport = &viewports[i];
          painted = paint_bytes (self);
          g_assert_true (g_bytes_equal (painted, whole));
        }
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/render/page/printed-sources-first", test_printed_sources_first },
    { "/render/page/paragraphs", test_paragraphs },
    { "/render/page/titles", test_titles },
    { "/render/page/cut", test_cut },
    { "/render/page/lines", test_lines },
    { "/render/page/ticks", test_ticks },
    { "/render/page/minutes", test_minutes },
    { "/render/page/views-without-size", test_views_without_size },
    { "/render/page/every-item", test_every_item },
    { "/render/page/views-have-names", test_views_have_names },
    { "/render/page/crop", test_crop },
    { "/render/page/large-pages-are-alike", test_large_pages_are_alike },
    { "/render/page/context-is-left-as-found", test_context_is_left_as_found },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  g_test_add_func ("/render/page/pictures", test_pictures);

  return g_test_run ();
}
