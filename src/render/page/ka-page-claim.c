/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The card of a claim that is often told: what is said, what is so, the clause that shows it, and a
 * small map on which the land or line in question is lit.
 */

#include "config.h"

#include "ka-page-claim.h"

#include "ka-captions.h"
#include "ka-map-painter.h"
#include "ka-page-links.h"
#include "ka-page-text.h"
#include "ka-query.h"

#include <math.h>

#define MARGIN      48.0
#define MAP_WIDTH   400.0
#define GAP         36.0
#define CHIP_PAD    12.0
#define MAX_SOURCES 2
/* How much wider and higher the map is than what is lit on it, in kilometres at least. */
#define REACH    0.2
#define MIN_SPAN 220.0
/* The scale of the map: names on a small map are smaller than on a page. */
#define MAP_SCALE 0.8

static const KaTypeStyle label_style = { .size = 17, .is_bold = TRUE, .spacing = 2 };
static const KaTypeStyle heading_style = { .size = 14, .is_bold = TRUE, .spacing = 0.7 };
static const KaTypeStyle clause_style = { .is_serif = TRUE, .size = 17.5 };
static const KaTypeStyle foot_style = { .size = 13 };

/* Sizes of the claim and of the correction; a long text takes a smaller one. */
static const double claim_sizes[] = { 42, 37, 32, 28 };
static const double truth_sizes[] = { 25, 23, 21, 19 };

static const char *const heading[KA_N_LANGUAGES] = { "Claim",  "İddia",    "Утверждение",
                                                     "Պնդում", "მტკიცება", "İddia" };

static const struct
{
  const char *key;
  const char *words[KA_N_LANGUAGES];
} verdicts[] = {
  { "wrong", { "Wrong", "Yanlış", "Неверно", "Սխալ է", "მცდარია", "Yanlışdır" } },
  { "misleading",
    { "Misleading", "Yanıltıcı", "Вводит в заблуждение", "Մոլորեցնող է", "შეცდომაში შემყვანია",
      "Yanıldıcıdır" } },
  { "unproven",
    { "Unproven", "Kanıtlanmamış", "Не доказано", "Ապացուցված չէ", "დაუმტკიცებელია",
      "Sübut olunmayıb" } },
  { "disputed", { "Disputed", "Tartışmalı", "Спорно", "Վիճելի է", "სადავოა", "Mübahisəlidir" } },
};

static const char *
get_verdict (const KaCorrection *claim, KaLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (verdicts[i].key, claim->verdict) == 0)
      return verdicts[i].words[language];

  return NULL;
}

static const KaItem *
find_about (const KaCorrection *claim, guint kinds)
{
  for (gsize i = 0; i < claim->about.n_items; i++)
    {
      const KaItem *item = claim->about.items[i];

      if ((kinds & (1U << item->kind)) != 0)
        return item;
    }

  return NULL;
}

/* What has the text that the card quotes: a clause before an event, an event before a treaty. */
static const KaItem *
find_clause (const KaCorrection *claim)
{
  const KaItem *item = find_about (claim, 1U << KA_ITEM_ARTICLE | 1U << KA_ITEM_ANNEX);

  if (item == NULL)
    item = find_about (claim, 1U << KA_ITEM_EVENT);

  return item != NULL ? item : find_about (claim, 1U << KA_ITEM_TREATY);
}

KaDay
ka_page_claim_day (const KaCorrection *claim, KaDay day)
{
  const KaItem *item = find_clause (claim);
  const KaDay   own = item != NULL ? ka_query_day_of (item) : KA_DAY_MIN;

  return own != KA_DAY_MIN ? own : day;
}

char *
ka_page_claim_dup_text (const KaCorrection *claim, KaLanguage language)
{
  const char *verdict = get_verdict (claim, language);

  return g_strdup_printf ("%s: “%s” %s%s%s", heading[language],
                          ka_text_get (&claim->claim, language), verdict != NULL ? verdict : "",
                          verdict != NULL ? ". " : "", ka_text_get (&claim->correction, language));
}

/* Sets a text in the largest of four sizes at which it takes no more lines. */
static KaTypeLayout *
set_largest (const KaPageContext *context,
             const char          *text,
             const double        *sizes,
             gboolean             is_bold,
             double               width,
             int                  max_lines)
{
  KaTypeLayout *layout = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (claim_sizes); i++)
    {
      const KaTypeStyle style = { .is_serif = TRUE, .size = sizes[i], .is_bold = is_bold };

      g_clear_pointer (&layout, ka_type_layout_free);
      layout = ka_page_set_text (context, &style, text, width, 0);
      if (pango_layout_get_line_count (layout->pango) <= max_lines)
        break;
    }

  return layout;
}

/* Draws the word "claim" and the verdict beside it. Returns the foot. */
static double
paint_verdict (const KaPageContext *context, const KaCorrection *claim, double x, double y)
{
  const KaLanguage language = context->state.language;
  const char      *word = get_verdict (claim, language);
  g_autofree char *label = ka_text_write_capitals (heading[language], language);
  g_autofree char *verdict = ka_text_write_capitals (word != NULL ? word : "", language);
  g_autoptr (KaTypeLayout)
    first = ka_type_layout (context->cr, context->theme, &label_style, label);
  g_autoptr (KaTypeLayout)
    second = ka_type_layout (context->cr, context->theme, &label_style, verdict);
  const double height = ka_page_get_height (first);
  const double chip = x + ka_page_get_width (first) + 2 * CHIP_PAD;

  ka_page_show (context, first, x, y + CHIP_PAD / 2, &context->theme->text_muted);
  if (word != NULL)
    {
      cairo_rectangle (context->cr, chip, y, ka_page_get_width (second) + 2 * CHIP_PAD,
                       height + CHIP_PAD);
      ka_colour_fill (&context->theme->accent, context->cr);
      ka_page_show (context, second, chip + CHIP_PAD, y + CHIP_PAD / 2,
                    &context->theme->accent_text);
    }

  return y + height + CHIP_PAD;
}

/* Draws the clause in the room that is left, or as much of it as that holds. */
static void
paint_clause (const KaPageContext *context, const KaCorrection *claim, KaBox box)
{
  KaViewState state = context->state;
  g_autoptr (GArray) blocks = NULL;
  const KaPageBlock *block;
  g_autoptr (KaTypeLayout) title = NULL;
  g_autoptr (KaTypeLayout) text = NULL;
  double head, line;

  state.selection = find_clause (claim);
  if (state.selection == NULL)
    return;

  blocks = ka_page_list_blocks (context->atlas, &state);
  if (blocks->len == 0)
    return;
  block = &g_array_index (blocks, KaPageBlock, 0);
  title = ka_page_set_text (context, &heading_style, block->heading, box.x1 - box.x0, 2);
  text = ka_page_set_text (context, &clause_style, block->text, box.x1 - box.x0, 0);
  head = ka_page_get_height (title) + 6;
  line = ka_page_get_height (text) / pango_layout_get_line_count (text->pango);
  if (box.y1 - box.y0 < head + line)
    return;

  ka_type_cut (text, (int) ((box.y1 - box.y0 - head) / line));
  ka_page_show (context, title, box.x0, box.y0, &context->theme->accent);
  ka_page_show (context, text, box.x0, box.y0 + head, &context->theme->text);
}

static void
draw_rule (const KaPageContext *context, double y)
{
  cairo_move_to (context->cr, MARGIN, y);
  cairo_line_to (context->cr, context->width - MARGIN, y);
  ka_colour_stroke (&context->theme->rule, context->cr, 1, 1);
}

/* Draws sources and imprint. Returns the top of them. */
static double
paint_foot (const KaPageContext *context, const KaCorrection *claim)
{
  const double     width = context->width - 2 * MARGIN;
  g_autofree char *imprint = ka_page_dup_imprint (context->atlas);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *sources = NULL;
  g_autoptr (KaTypeLayout)
    right = ka_type_layout (context->cr, context->theme, &foot_style, imprint);
  g_autoptr (KaTypeLayout) left = NULL;
  double top;

  for (gsize i = 0; i < MIN (claim->item.n_citations, MAX_SOURCES); i++)
    {
      const KaCitation *citation = &claim->item.citations[i];

      g_string_append_printf (list, "%s%s%s%s", i > 0 ? "; " : "", citation->source->label,
                              citation->locator != NULL ? ", " : "",
                              citation->locator != NULL ? citation->locator : "");
    }
  sources = ka_caption_format (KA_CAPTION_SOURCES, context->state.language, list->str);
  left = ka_page_set_text (context, &foot_style, sources, width - ka_page_get_width (right) - GAP,
                           3);
  top = context->height - MARGIN * 0.6 - ka_page_get_height (left);
  draw_rule (context, top - 12);
  ka_page_show (context, left, MARGIN, top, &context->theme->text_muted);
  ka_page_begin_licence (context->cr, context->atlas);
  ka_page_show (context, right, context->width - MARGIN - ka_page_get_width (right), top,
                &context->theme->text_muted);
  ka_page_end_licence (context->cr, context->atlas);

  return top - 12;
}

/* Finds what to light: the first thing of the claim that is on the map. Sets the box around it. */
static const KaItem *
find_lit (const KaPageContext *context, const KaCorrection *claim, KaDay day, KaBox *km)
{
  for (gsize i = 0; i < claim->about.n_items; i++)
    if (ka_map_scene_get_bounds_of (context->scene, claim->about.items[i], day, km))
      return claim->about.items[i];

  *km = ka_map_scene_get_extent (context->scene);

  return NULL;
}

static void
paint_map (const KaPageContext *context, const KaCorrection *claim, KaBox box)
{
  KaViewState      state = context->state;
  g_autofree char *words = ka_day_to_words (state.day, state.language);
  g_autoptr (KaTypeLayout) date = ka_type_layout (context->cr, context->theme, &foot_style, words);
  const double width = (box.x1 - box.x0) / MAP_SCALE;
  double       reach;
  KaBox        km;
  KaViewport   viewport;

  box.y1 -= ka_page_get_height (date) + 6;
  state.selection = find_lit (context, claim, state.day, &km);
  reach = MAX (hypot (km.x1 - km.x0, km.y1 - km.y0) * REACH,
               (MIN_SPAN - MIN (km.x1 - km.x0, km.y1 - km.y0)) / 2);
  km = ka_box_grow (km, reach);
  viewport = ka_viewport_fit (km, width, (box.y1 - box.y0) / MAP_SCALE, 0);
  {
    g_auto (KaPaintContext)
      map = ka_paint_context (context->cr, context->scene, &state, context->theme, &viewport);

    cairo_save (context->cr);
    cairo_translate (context->cr, box.x0, box.y0);
    cairo_scale (context->cr, MAP_SCALE, MAP_SCALE);
    ka_map_paint (&map, KA_MAP_BASE | KA_MAP_HIGHLIGHT | KA_MAP_LABELS);
    cairo_restore (context->cr);
  }
  cairo_rectangle (context->cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  ka_colour_stroke (&context->theme->text, context->cr, 1, 1.2);
  ka_page_show (context, date, box.x1 - ka_page_get_width (date), box.y1 + 6,
                &context->theme->text_muted);
}

/* Draws the texts from top to bottom. */
static void
paint_texts (const KaPageContext *context, const KaCorrection *claim, KaBox box)
{
  const KaLanguage language = context->state.language;
  const double     width = box.x1 - box.x0;
  g_autofree char *quoted = g_strdup_printf ("“%s”", ka_text_get (&claim->claim, language));
  g_autoptr (KaTypeLayout) said = set_largest (context, quoted, claim_sizes, TRUE, width, 3);
  g_autoptr (KaTypeLayout) truth = set_largest (context, ka_text_get (&claim->correction, language),
                                                truth_sizes, FALSE, width, 5);
  double y = paint_verdict (context, claim, box.x0, box.y0) + 18;

  ka_page_show (context, said, box.x0, y, &context->theme->text);
  y += ka_page_get_height (said) + 16;
  ka_page_show (context, truth, box.x0, y, &context->theme->text);
  y += ka_page_get_height (truth) + 24;
  paint_clause (context, claim, (KaBox){ box.x0, y, box.x1, box.y1 });
}

void
ka_page_claim_paint (const KaPageContext *context)
{
  const KaItem       *selection = context->state.selection;
  const KaCorrection *claim = (const KaCorrection *) selection;
  const gboolean      is_wide = context->width > context->height;
  KaPageContext       card = *context;
  KaBox               box = { MARGIN, MARGIN, context->width - MARGIN, context->height };
  KaBox               map = box;

  if (selection == NULL || selection->kind != KA_ITEM_CORRECTION)
    return;

  card.state.day = ka_page_claim_day (claim, card.state.day);
  box.y1 = paint_foot (&card, claim) - 16;
  map.y1 = box.y1;
  if (is_wide)
    {
      map.x0 = map.x1 - MAP_WIDTH;
      box.x1 = map.x0 - GAP;
    }
  else
    {
      map.y0 = map.y1 - (map.x1 - map.x0) * 0.66;
      box.y1 = map.y0 - GAP;
    }
  paint_map (&card, claim, map);
  paint_texts (&card, claim, box);
}
