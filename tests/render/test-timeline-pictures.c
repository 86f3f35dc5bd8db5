/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the timeline. The events are those of the table below, so that work on the atlas
 * does not change the pictures.
 */

#include "config.h"

#include "ka-layout-dump.h"
#include "ka-picture-test.h"
#include "ka-time-test.h"
#include "ka-timeline-look.h"
#include "ka-timeline-overview.h"

#include <string.h>

typedef struct
{
  const char *edtf;
  const char *label;
  KaCategory  category;
  int         importance;
} EventRow;

static const EventRow event_rows[] = {
  { "1878-07-13", "Treaty of Berlin", KA_CATEGORY_TREATY, 4 },
  { "1914-10-29/1918-10-30", "Caucasus campaign", KA_CATEGORY_WAR, 3 },
  { "1917-12-18", "Erzincan armistice", KA_CATEGORY_DIPLOMACY, 1 },
  { "1918-03-03", "Brest-Litovsk", KA_CATEGORY_TREATY, 4 },
  { "1918-05-21/1918-05-29", "Sardarabad", KA_CATEGORY_WAR, 3 },
  { "1918-06-04", "Treaties of Batum", KA_CATEGORY_TREATY, 3 },
  { "1918-07-14", "Three-sanjak vote", KA_CATEGORY_CLAIM, 2 },
  { "1918-10-30", "Mudros", KA_CATEGORY_TREATY, 4 },
  { "1918-12/1920-07", "British at Batum", KA_CATEGORY_ADMINISTRATION, 2 },
  { "1919-04~/1920-10-30", "Armenia in Kars", KA_CATEGORY_ADMINISTRATION, 3 },
  { "1920-01-28", "National Pact", KA_CATEGORY_CLAIM, 3 },
  { "1920-08-10", "Treaty of Sèvres", KA_CATEGORY_TREATY, 4 },
  { "1920-09-24/1920-12-02", "Turkish-Armenian War", KA_CATEGORY_WAR, 4 },
  { "1920-12-02/1920-12-03", "Alexandropol", KA_CATEGORY_TREATY, 4 },
  { "1921-01?", "Nakhichevan consulted", KA_CATEGORY_CLAIM, 2 },
  { "1921-02-25", "Red Army in Tiflis", KA_CATEGORY_WAR, 3 },
  { "1921-03-16", "Treaty of Moscow", KA_CATEGORY_TREATY, 5 },
  { "1921-07-16", "Adjarian ASSR", KA_CATEGORY_STATE_FORMATION, 4 },
  { "1921-10-13", "Treaty of Kars", KA_CATEGORY_TREATY, 5 },
  { "1922-09-11", "Kars in force", KA_CATEGORY_TREATY, 4 },
  { "1922-12-30", "USSR formed", KA_CATEGORY_STATE_FORMATION, 3 },
  { "1923-07-24", "Treaty of Lausanne", KA_CATEGORY_TREATY, 3 },
  { "1925-03/1926-09", "Frontier marked", KA_CATEGORY_BORDER_CHANGE, 3 },
  { "1945-06-07/1945-06-18", "Molotov's demands", KA_CATEGORY_CLAIM, 4 },
  { "1953-05-30", "Claims given up", KA_CATEGORY_DIPLOMACY, 4 },
  { "1957-06", "Khrushchev's account", KA_CATEGORY_CLAIM, 2 },
};

static const struct
{
  const char *from;
  const char *to;
  const char *name;
  KaTint      tint;
  int         land;
} life_rows[] = {
  { "1878-01-01", "1922-11-01", "Ottoman Empire", KA_TINT_SAND, 0 },
  { "1920-04-23", "1923-10-29", "Ankara government", KA_TINT_SAND, 0 },
  { "1923-10-29", NULL, "Turkey", KA_TINT_SAND, 0 },
  { "1918-05-26", "1921-02-25", "Democratic Republic of Georgia", KA_TINT_LIME, 1 },
  { "1918-05-28", "1920-12-02", "Republic of Armenia", KA_TINT_ROSE, 2 },
  { "1920-12-02", "1991-09-21", "Armenian SSR", KA_TINT_ROSE, 2 },
};

static const char *const land_names[] = { "Turkey", "Georgia", "Armenia" };

static const struct
{
  const char *name;
  const char *word;
} region_rows[] = {
  { "Nakhichevan", "Nakhichevan" },
  { "Adjara", "Adjar" },
  { "Kars", "Kars" },
};

static void
add_lifetime (KaAtlas *atlas, gsize i)
{
  g_autofree char *id = g_strdup_printf ("lifetime-%" G_GSIZE_FORMAT, i);
  KaPolity        *polity = ka_atlas_add_item (atlas, KA_ITEM_POLITY, id);

  polity->span.from = ka_map_test_day (life_rows[i].from);
  polity->span.to = life_rows[i].to != NULL ? ka_map_test_day (life_rows[i].to) : KA_DAY_MAX;
  polity->tint = life_rows[i].tint;
  polity->names.items = ka_arena_new_array (atlas->arena, KaName, 1);
  polity->names.n_items = 1;
  polity->names.items[0] = (KaName){ .span = KA_SPAN_ALWAYS };
  ka_text_init_in (&polity->names.items[0].text, atlas->arena, KA_LANGUAGE_EN, life_rows[i].name);
  ka_list_append (&atlas->head.lands[life_rows[i].land].polities, atlas->arena, polity);
}

static void
add_region (KaAtlas *atlas, gsize i)
{
  g_autofree char *id = g_strdup_printf ("region-%" G_GSIZE_FORMAT, i);
  KaRegion        *region = ka_atlas_add_item (atlas, KA_ITEM_REGION, id);

  region->names.items = ka_arena_new_array (atlas->arena, KaName, 1);
  region->names.n_items = 1;
  region->names.items[0] = (KaName){ .span = KA_SPAN_ALWAYS };
  ka_text_init_in (&region->names.items[0].text, atlas->arena, KA_LANGUAGE_EN, region_rows[i].name);
}

/* The regions whose word is in the label. */
static void
add_regions_of_event (KaAtlas *atlas, KaEvent *event, const char *label)
{
  for (gsize i = 0; i < G_N_ELEMENTS (region_rows); i++)
    if (strstr (label, region_rows[i].word) != NULL)
      ka_list_append (&event->regions, atlas->arena, atlas->items[KA_ITEM_REGION].items[i]);
}

static void
add_event (KaAtlas *atlas, gsize i)
{
  g_autofree char *id = g_strdup_printf ("event-%" G_GSIZE_FORMAT, i);
  KaEvent         *event = ka_atlas_add_item (atlas, KA_ITEM_EVENT, id);

  event->edtf = ka_arena_strdup (atlas->arena, event_rows[i].edtf);
  g_assert_true (ka_date_parse_edtf (event->edtf, &event->date, NULL));
  ka_text_init_in (&event->label, atlas->arena, KA_LANGUAGE_EN, event_rows[i].label);
  event->leading = event->categories = event_rows[i].category;
  event->importance = event_rows[i].importance;
  add_regions_of_event (atlas, event, event_rows[i].label);
}

static KaAtlas *
make_atlas (void)
{
  KaAtlas *atlas = ka_atlas_new_empty ();

  for (gsize i = 0; i < G_N_ELEMENTS (region_rows); i++)
    add_region (atlas, i);
  for (gsize i = 0; i < G_N_ELEMENTS (event_rows); i++)
    add_event (atlas, i);
  ka_time_test_add_lands (atlas, land_names, G_N_ELEMENTS (land_names));
  for (gsize i = 0; i < G_N_ELEMENTS (life_rows); i++)
    add_lifetime (atlas, i);
  atlas->head.default_day = ka_map_test_day ("1921-10-13");
  atlas->head.shown = (KaSpan){ ka_map_test_day ("1917-01-01"), ka_map_test_day ("1925-01-01") };

  return atlas;
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  int         width;
  int         height;
  KaThemeId   theme;
  KaCategory  categories;
  int         selection; /* number of an event, or -1 */
  const char *today;     /* with Old Style, or NULL */
  KaGrouping  grouping;
  guint64     folded;
  double      top;
} Case;

static const Case cases[] = {
  { "timeline-day", "1921-10-13", "1921-10-14", 900, 120, KA_THEME_LIGHT, KA_CATEGORY_ALL, -1 },
  { "timeline-week", "1921-10-08", "1921-10-19", 900, 120, KA_THEME_LIGHT, KA_CATEGORY_ALL, -1 },
  { "timeline-quarter", "1920-11-01", "1921-02-01", 900, 150, KA_THEME_LIGHT, KA_CATEGORY_ALL, -1 },
  { "timeline-year", "1921-01-01", "1922-01-01", 900, 150, KA_THEME_DARK, KA_CATEGORY_ALL, 18 },
  { "timeline-decade", "1917-01-01", "1925-01-01", 1440, 190, KA_THEME_LIGHT, KA_CATEGORY_ALL, 18 },
  { "timeline-narrow", "1917-01-01", "1925-01-01", 480, 190, KA_THEME_DARK, KA_CATEGORY_ALL, -1 },
  { "timeline-century", "1870-01-01", "1970-01-01", 900, 190, KA_THEME_LIGHT, KA_CATEGORY_ALL, -1 },
  { "timeline-millennium", "1000-01-01", "2000-01-01", 900, 150, KA_THEME_DARK, KA_CATEGORY_ALL,
    -1 },
  { "timeline-filtered", "1917-01-01", "1925-01-01", 900, 150, KA_THEME_LIGHT, KA_CATEGORY_TREATY,
    16 },
  { "timeline-density", "1870-01-01", "1970-01-01", 140, 150, KA_THEME_LIGHT, KA_CATEGORY_ALL, -1 },
  { "timeline-dates", "1921-09-28", "1921-11-02", 900, 120, KA_THEME_LIGHT, KA_CATEGORY_ALL, -1,
    .today = "1921-10-24" },
  { "timeline-groups", "1917-01-01", "1925-01-01", 900, 420, KA_THEME_LIGHT, KA_CATEGORY_ALL, -1,
    .grouping = KA_GROUPING_CATEGORY },
  { "timeline-groups-folded", "1917-01-01", "1925-01-01", 900, 300, KA_THEME_DARK,
    KA_CATEGORY_TREATY, 18, .grouping = KA_GROUPING_CATEGORY, .folded = 1 << 0 | 1 << 1 | 1 << 6 },
  { "timeline-groups-scrolled", "1917-01-01", "1925-01-01", 900, 190, KA_THEME_LIGHT,
    KA_CATEGORY_ALL, -1, .grouping = KA_GROUPING_CATEGORY, .top = 70 },
  { "timeline-groups-region", "1917-01-01", "1925-01-01", 900, 300, KA_THEME_HIGH_CONTRAST,
    KA_CATEGORY_ALL, -1, .grouping = KA_GROUPING_REGION },
};

typedef struct
{
  const Case *row;
  KaAtlas    *atlas;
} Picture;

static void
paint_case (cairo_t *cr, gpointer data)
{
  const Picture *picture = data;
  const Case    *row = picture->row;
  const KaTheme *theme = ka_theme_get (row->theme);
  const KaList  *events = ka_atlas_get_items (picture->atlas, KA_ITEM_EVENT);
  KaTimelineSpec spec = {
    .atlas = picture->atlas,
    .axis = ka_time_axis_fit (ka_map_test_day (row->from), ka_map_test_day (row->to), row->width),
    .height = row->height,
    .has_today = row->today != NULL,
    .today = row->today != NULL ? ka_map_test_day (row->today) : 0,
    .top = row->top,
    .scrolls = row->top > 0,
  };
  KaViewState state = {
    .shows_old_style = row->today != NULL,
    .grouping = row->grouping,
    .folded_groups = row->folded,
    .day = ka_map_test_day ("1921-10-13"),
    .selection = row->selection >= 0 ? events->items[row->selection] : NULL,
    .filter.categories = row->categories,
  };
  g_autoptr (KaTimelineLayout) layout = ka_timeline_layout_new (&spec, &state, theme, cr, NULL);

  ka_colour_set_source (&theme->page, cr);
  cairo_paint (cr);
  ka_timeline_paint (cr, layout, &state, theme, KA_TIMELINE_ALL);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (KaAtlas) atlas = make_atlas ();
  Picture picture = { row, atlas };

  ka_picture_assert (row->name, row->width, row->height, 0.004, paint_case, &picture);
}

/* Views for the text of all decisions: at the start, at a day, at all time, in groups, … */
static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *day;
  double      width;
  double      height;
  int         selection; /* number of an event, or -1 */
  KaGrouping  grouping;
} views[] = {
  { "start", "1917-01-01", "1925-01-01", "1921-10-13", 1440, 230, -1, KA_GROUPING_NONE },
  { "small", "1917-01-01", "1925-01-01", "1921-10-13", 720, 120, 18, KA_GROUPING_NONE },
  { "1878", "1870-01-01", "1890-01-01", "1878-07-13", 1440, 230, 0, KA_GROUPING_NONE },
  { "empty", "1890-01-01", "1910-01-01", "1900-01-01", 1440, 230, -1, KA_GROUPING_NONE },
  { "1946", "1944-01-01", "1948-01-01", "1946-06-01", 900, 230, -1, KA_GROUPING_NONE },
  { "all", "1870-01-01", "1970-01-01", "1921-03-16", 1440, 230, 16, KA_GROUPING_NONE },
  { "days", "1921-10-10", "1921-10-17", "1921-10-13", 1440, 230, 18, KA_GROUPING_NONE },
  { "groups", "1917-01-01", "1925-01-01", "1921-10-13", 1440, 230, 18, KA_GROUPING_CATEGORY },
};

/* Every decision of the views, as text. KA_UPDATE_PICTURES=1 writes it anew. */
static void
test_text (void)
{
  g_autoptr (KaAtlas) atlas = make_atlas ();
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  g_autoptr (GString) text = g_string_new (NULL);
  const KaList    *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "pictures", "timeline-views.txt",
                                                 NULL);
  g_autofree char *expected = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      KaViewState    state = { .filter.categories = KA_CATEGORY_ALL,
                               .day = ka_map_test_day (views[i].day),
                               .grouping = views[i].grouping };
      KaTimelineSpec spec = {
        .atlas = atlas,
        .axis = ka_time_axis_fit (ka_map_test_day (views[i].from), ka_map_test_day (views[i].to),
                                  views[i].width),
        .height = views[i].height,
        .scrolls = views[i].grouping != KA_GROUPING_NONE,
      };
      g_autoptr (KaTimelineLayout) layout = NULL;
      g_autofree char *decisions = NULL;

      if (views[i].selection >= 0)
        state.selection = events->items[views[i].selection];
      layout = ka_timeline_layout_new (&spec, &state, ka_theme_get (KA_THEME_LIGHT), cr, NULL);
      decisions = ka_layout_dump (layout, &state);
      g_string_append_printf (text, "view %s\n%s\n", views[i].name, decisions);
    }

  if (g_strcmp0 (g_getenv ("KA_UPDATE_PICTURES"), "1") == 0)
    g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
paint_overview (cairo_t *cr, gpointer data)
{
  const KaFilter all = ka_filter_all ();
  KaAtlas       *atlas = data;
  KaTimeAxis     window = ka_time_axis_fit (ka_map_test_day ("1917-01-01"),
                                            ka_map_test_day ("1925-01-01"), 900);
  KaDay          from, to;

  ka_timeline_get_limits (atlas, &from, &to);

  KaTimeAxis whole = ka_time_axis_fit (from, to, 700);

  ka_overview_paint_strip (cr, atlas, &all, ka_theme_get (KA_THEME_LIGHT), &whole, 26);
  ka_overview_paint_brush (cr, ka_map_test_day ("1921-10-13"), ka_theme_get (KA_THEME_LIGHT),
                           &whole, &window, 26);
}

static void
test_overview (void)
{
  g_autoptr (KaAtlas) atlas = make_atlas ();

  ka_picture_assert ("timeline-overview", 700, 26, 0.004, paint_overview, atlas);
}

static void
paint_marks (cairo_t *cr, gpointer data)
{
  for (int theme = 0; theme < KA_N_THEMES; theme++)
    {
      cairo_rectangle (cr, 0, 40 * theme, 280, 40);
      ka_colour_set_source (&ka_theme_get ((KaThemeId) theme)->page, cr);
      cairo_fill (cr);
      for (int i = 0; i < KA_N_CATEGORIES; i++)
        ka_category_paint (cr, (KaCategory) (1 << i), ka_theme_get ((KaThemeId) theme), 20 + 40 * i,
                           20 + 40 * theme, 10);
    }
}

static void
test_marks (void)
{
  ka_picture_assert ("timeline-marks", 280, 80, 0.004, paint_marks, NULL);
}

/* The two passes, one over the other, are the whole. */
static void
paint_in_passes (cairo_t *cr, gpointer data)
{
  KaAtlas       *atlas = data;
  const KaTheme *theme = ka_theme_get (KA_THEME_LIGHT);
  KaTimelineSpec spec = {
    .atlas = atlas,
    .axis = ka_time_axis_fit (ka_map_test_day ("1917-01-01"), ka_map_test_day ("1925-01-01"), 1440),
    .height = 190,
  };
  KaViewState state = {
    .day = ka_map_test_day ("1921-10-13"),
    .selection = ka_atlas_get_items (atlas, KA_ITEM_EVENT)->items[18],
    .filter.categories = KA_CATEGORY_ALL,
  };
  g_autoptr (KaTimelineLayout) layout = ka_timeline_layout_new (&spec, &state, theme, cr, NULL);

  ka_colour_set_source (&theme->page, cr);
  cairo_paint (cr);
  ka_timeline_paint (cr, layout, &state, theme, KA_TIMELINE_BASE);
  ka_timeline_paint (cr, layout, &state, theme, KA_TIMELINE_PLAYHEAD);
}

static void
test_passes (void)
{
  g_autoptr (KaAtlas) atlas = make_atlas ();
  Picture picture = { &cases[4], atlas };
  g_autoptr (cairo_surface_t) whole = ka_picture_render (1440, 190, 1, paint_case, &picture);
  g_autoptr (cairo_surface_t) passes = ka_picture_render (1440, 190, 1, paint_in_passes, atlas);

  g_assert_cmpfloat (ka_picture_compare (whole, passes, 0, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/render/pictures/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/render/pictures/timeline-text", test_text);
  g_test_add_func ("/render/pictures/timeline-overview", test_overview);
  g_test_add_func ("/render/pictures/timeline-marks", test_marks);
  g_test_add_func ("/render/pictures/timeline-passes", test_passes);

  return g_test_run ();
}
