/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets a hand-out on A4 pages. All is set twice: first to count the pages, then to draw them.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-handout.h"

#include "ka-cairo-auto.h"
#include "ka-captions.h"
#include "ka-legend.h"
#include "ka-map-painter.h"
#include "ka-page-links.h"
#include "ka-query.h"
#include "ka-type.h"
#include "ka-words.h"

#define MARGIN        48.0
#define FOOT          40.0 /* of the page, below the text */
#define BOTTOM        (KA_HANDOUT_HEIGHT - MARGIN - FOOT / 2)
#define MAP_HEIGHT    290.0
#define MAP_SCALE     0.62 /* points for a unit of the map */
#define LEGEND_SCALE  0.6
#define MAX_LEGEND    120.0
#define MIN_ANSWERS   2
#define MAX_ANSWERS   4
#define ANSWER_GAP    22.0
#define NUMBER_WIDTH  20.0
#define KEEP_TOGETHER 60.0 /* below a heading */

static const KaTypeStyle title_style = { .is_serif = TRUE, .size = 22, .is_bold = TRUE };
static const KaTypeStyle subtitle_style = { .is_serif = TRUE, .size = 12 };
static const KaTypeStyle heading_style = { .is_serif = TRUE, .size = 13, .is_bold = TRUE };
static const KaTypeStyle text_style = { .is_serif = TRUE, .size = 10.5 };
static const KaTypeStyle small_style = { .size = 8 };

/* Where the next line goes. */
typedef struct
{
  cairo_t           *cr;
  KaMapScene        *scene;
  KaAtlas           *atlas;
  const KaViewState *state;
  const KaTheme     *theme;
  const GPtrArray   *items;
  double             y;
  guint              page;    /* from 1 */
  guint              n_pages; /* 0 while they are counted */
} Flow;

static KaTypeLayout *
set_text (const Flow *self, const KaTypeStyle *style, const char *text, double width)
{
  KaTypeLayout *layout = ka_type_layout (self->cr, self->theme, style, text);

  ka_type_set_width (layout, width);
  pango_layout_set_wrap (layout->pango, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static void
show_text (const Flow *self, KaTypeLayout *layout, double x, double y, const KaColour *colour)
{
  if (self->n_pages == 0)
    return;

  ka_colour_set_source (colour, self->cr);
  ka_type_show (self->cr, layout, x, y);
}

static void
draw_rule (const Flow *self, double x, double y, const KaColour *colour)
{
  if (self->n_pages == 0)
    return;

  cairo_move_to (self->cr, x, y);
  cairo_line_to (self->cr, KA_HANDOUT_WIDTH - MARGIN, y);
  ka_colour_stroke (colour, self->cr, 1, 0.6);
}

/* Draws atlas, licence and the number of the page, and ends it. */
static void
end_page (Flow *self)
{
  const KaAtlasHead *head = ka_atlas_get_head (self->atlas);
  const KaLanguage   language = self->state->language;
  g_autofree char   *imprint = g_strdup_printf (
      "%s %s · %s · %s", ka_text_get (&head->title, language), head->version, head->licence,
      ka_caption_get (KA_CAPTION_OWN_WORDS, language));
  g_autofree char *number = g_strdup_printf ("%u / %u", self->page, self->n_pages);
  g_autoptr (KaTypeLayout) left = ka_type_layout (self->cr, self->theme, &small_style, imprint);
  g_autoptr (KaTypeLayout) right = ka_type_layout (self->cr, self->theme, &small_style, number);
  const double y = KA_HANDOUT_HEIGHT - FOOT + 8;
  double       width;

  ka_type_measure (right, &width, NULL, NULL);
  draw_rule (self, MARGIN, y - 5, &self->theme->rule);
  ka_page_begin_licence (self->cr, self->atlas);
  show_text (self, left, MARGIN, y, &self->theme->text_muted);
  ka_page_end_licence (self->cr, self->atlas);
  show_text (self, right, KA_HANDOUT_WIDTH - MARGIN - width, y, &self->theme->text_muted);
  if (self->n_pages > 0)
    cairo_show_page (self->cr);
}

/* Goes to the next page where less than @height is left of this one. */
static void
ensure_room (Flow *self, double height)
{
  if (self->y + height <= BOTTOM)
    return;

  end_page (self);
  self->page++;
  self->y = MARGIN;
}

/* Draws a paragraph line by line, over pages. */
static void
add_text (Flow *self, const KaTypeStyle *style, const char *text, double x, const KaColour *colour)
{
  g_autoptr (KaTypeLayout) layout = set_text (self, style, text, KA_HANDOUT_WIDTH - MARGIN - x);
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout->pango);

  do
    {
      double begin, height, baseline;

      ka_type_measure_line (layout, iter, &begin, &height, &baseline);
      ensure_room (self, height);
      if (self->n_pages > 0)
        {
          ka_colour_set_source (colour, self->cr);
          ka_type_show_line (self->cr, layout, iter, x + begin, self->y + baseline);
        }
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
}

static void
add_heading (Flow *self, const char *text)
{
  self->y += 14;
  ensure_room (self, KEEP_TOGETHER);
  add_text (self, &heading_style, text, MARGIN, &self->theme->accent);
  self->y += 3;
}

/* The map */

static void
paint_map (Flow *self)
{
  const double width = KA_HANDOUT_WIDTH - 2 * MARGIN;
  KaViewState  state = *self->state;
  KaViewport   viewport = ka_viewport_fit (ka_map_scene_get_extent (self->scene), width / MAP_SCALE,
                                           MAP_HEIGHT / MAP_SCALE, 0);
  g_auto (KaPaintContext) map = { NULL };
  g_autoptr (KaLegend) legend = NULL;

  state.hover = NULL;
  state.legend = KA_LEGEND_PRINTED;
  map = ka_paint_context (self->cr, self->scene, &state, self->theme, &viewport);
  legend = ka_legend_new_on_paper (&map, width / LEGEND_SCALE, MAX_LEGEND / LEGEND_SCALE);
  if (self->n_pages > 0)
    {
      cairo_save (self->cr);
      cairo_rectangle (self->cr, MARGIN, self->y, width, MAP_HEIGHT);
      cairo_clip (self->cr);
      cairo_translate (self->cr, MARGIN, self->y);
      cairo_scale (self->cr, MAP_SCALE, MAP_SCALE);
      ka_map_paint (&map, KA_MAP_BASE | KA_MAP_HIGHLIGHT | KA_MAP_LABELS);
      cairo_restore (self->cr);
      cairo_rectangle (self->cr, MARGIN, self->y, width, MAP_HEIGHT);
      ka_colour_stroke (&self->theme->text, self->cr, 1, 0.8);
      cairo_save (self->cr);
      cairo_translate (self->cr, MARGIN, self->y + MAP_HEIGHT + 6);
      cairo_scale (self->cr, LEGEND_SCALE, LEGEND_SCALE);
      ka_legend_paint (legend, self->cr, self->theme);
      cairo_restore (self->cr);
    }
  self->y += MAP_HEIGHT + 6 + (legend->box.y1 - legend->box.y0) * LEGEND_SCALE;
}

static void
add_title (Flow *self)
{
  const KaLanguage   language = self->state->language;
  const KaAtlasHead *head = ka_atlas_get_head (self->atlas);
  g_autofree char   *day = ka_day_to_words (self->state->day, language);
  g_autofree char   *line = NULL;

  add_text (self, &title_style, ka_text_get (&head->title, language), MARGIN, &self->theme->text);
  line = g_strdup_printf ("%s · %s", day, ka_caption_get (KA_CAPTION_AS_ON_THIS_DAY, language));
  add_text (self, &subtitle_style, line, MARGIN, &self->theme->text_muted);
  self->y += 8;
  paint_map (self);
}

/* The items */

static char *
dup_title (const Flow *self, const KaItem *item)
{
  if (item->kind == KA_ITEM_EVENT)
    return g_strdup (ka_item_get_title (item, self->state->day, self->state->language));

  return ka_words_dup_article_label ((const KaArticle *) item, self->state->language);
}

static char *
dup_date (const Flow *self, const KaItem *item)
{
  const KaEvent  *event = (const KaEvent *) item;
  const KaTreaty *treaty;

  if (item->kind == KA_ITEM_EVENT)
    return ka_date_to_words (&event->date, event->edtf, self->state->language);

  treaty = ((const KaArticle *) item)->treaty;

  return ka_date_to_words (&treaty->date, treaty->edtf, self->state->language);
}

static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *items = data;
  const guint      first = *(const guint *) a;
  const guint      second = *(const guint *) b;
  const KaDay      first_day = ka_query_day_of (items->pdata[first]);
  const KaDay      second_day = ka_query_day_of (items->pdata[second]);

  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;

  return first < second ? -1 : 1;
}

/* Lists the items in order of date; the number is that of the item in the hand-out. */
static void
add_dates (Flow *self)
{
  g_autofree guint *numbers = g_new (guint, self->items->len + 1);

  for (guint i = 0; i < self->items->len; i++)
    numbers[i] = i;
  g_qsort_with_data (numbers, (int) self->items->len, sizeof *numbers, compare_dates,
                     (gpointer) (guintptr) self->items);
  /* Translators: heads the dates of a hand-out. */
  add_heading (self, _ ("In order of date"));
  for (guint i = 0; i < self->items->len; i++)
    {
      const KaItem    *item = self->items->pdata[numbers[i]];
      g_autofree char *date = dup_date (self, item);
      g_autofree char *title = dup_title (self, item);
      g_autofree char *number = g_strdup_printf ("%u", numbers[i] + 1);
      g_autofree char *line = g_strdup_printf ("%s – %s", date, title);
      g_autoptr (KaTypeLayout) label = ka_type_layout (self->cr, self->theme, &text_style, number);

      ensure_room (self, text_style.size * 1.6);
      show_text (self, label, MARGIN, self->y, &self->theme->text_muted);
      add_text (self, &text_style, line, MARGIN + NUMBER_WIDTH, &self->theme->text);
      self->y += 2;
    }
}

static void
add_sources (Flow *self, const KaItem *item)
{
  for (gsize i = 0; i < item->n_citations; i++)
    {
      const KaCitation *citation = &item->citations[i];
      g_autofree char  *text = citation->locator != NULL
                                 ? g_strdup_printf ("%s – %s", citation->source->citation,
                                                    citation->locator)
                                 : g_strdup (citation->source->citation);

      add_text (self, &small_style, text, MARGIN, &self->theme->text_muted);
      self->y += 1.5;
    }
}

/* Draws lines to write on: fewer where the page ends soon. */
static void
add_answer_lines (Flow *self)
{
  const double room = BOTTOM - self->y - 6;
  int          n_lines = CLAMP ((int) (room / ANSWER_GAP), MIN_ANSWERS, MAX_ANSWERS);

  ensure_room (self, n_lines * ANSWER_GAP + 6);
  for (int i = 0; i < n_lines; i++)
    {
      self->y += ANSWER_GAP;
      draw_rule (self, MARGIN, self->y, &self->theme->rule);
    }
  self->y += 6;
}

static void
add_item (Flow *self, guint number)
{
  const KaLanguage language = self->state->language;
  const KaItem    *item = self->items->pdata[number];
  const KaArticle *article = (const KaArticle *) item;
  const KaEvent   *event = (const KaEvent *) item;
  const gboolean   is_event = item->kind == KA_ITEM_EVENT;
  g_autofree char *title = dup_title (self, item);
  g_autofree char *heading = g_strdup_printf ("%u  %s", number + 1, title);
  g_autofree char *date = dup_date (self, item);
  g_autofree char *line = is_event ? g_strdup (date)
                                   : g_strdup_printf (
                                       "%s · %s", ka_text_get (&article->title, language), date);
  const KaText    *doubt = is_event ? &event->disputed : &article->fate;

  add_heading (self, heading);
  add_text (self, &text_style, line, MARGIN, &self->theme->text_muted);
  self->y += 3;
  add_text (self, &text_style, ka_text_get (is_event ? &event->summary : &article->text, language),
            MARGIN, &self->theme->text);
  if (!ka_text_is_empty (doubt))
    {
      self->y += 3;
      add_text (self, &text_style, ka_text_get (doubt, language), MARGIN, &self->theme->text);
    }
  if (item->certainty != KA_CERTAIN && item->note != NULL)
    {
      self->y += 3;
      add_text (self, &text_style, item->note, MARGIN, &self->theme->text_muted);
    }
  self->y += 5;
  add_sources (self, item);
  add_answer_lines (self);
}

static guint
set_pages (Flow *self)
{
  self->y = MARGIN;
  self->page = 1;
  add_title (self);
  add_dates (self);
  for (guint i = 0; i < self->items->len; i++)
    add_item (self, i);
  end_page (self);

  return self->page;
}

guint
ka_handout_paint (cairo_t           *cr,
                  KaMapScene        *scene,
                  const KaViewState *state,
                  const KaTheme     *theme,
                  const GPtrArray   *items)
{
  Flow flow = {
    .cr = cr,
    .scene = scene,
    .atlas = ka_map_scene_get_atlas (scene),
    .state = state,
    .theme = theme,
    .items = items,
  };

  flow.n_pages = set_pages (&flow);

  return set_pages (&flow);
}
