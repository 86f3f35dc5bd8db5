/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands beside the map of a page or below it: paragraphs and legend. Sets the texts of all
 * parts of a page.
 */

#include "config.h"

#include "ka-page-column.h"

#include "ka-legend-shape.h"
#include "ka-page-links.h"
#include "ka-page-text.h"

#define LEGEND_SCALE 1.08
#define MIN_COLUMN   380.0
#define MIN_LINES    3
/* How far the type of a line shrinks */
#define MIN_LINE 0.55
/* The least height of a column below the map. */
#define MIN_COLUMN_HEIGHT 200.0
#define WANTED_BLOCKS     4
/* The space below the last paragraph */
#define COLUMN_FOOT 4.0

static const double sizes[] = { 18.5, 17.5, 16.5, 15.5, 14.5 };

/* The place in sizes of the smallest size that reads well. */
#define MIDDLE_SIZE 2

static const KaTypeStyle heading_style = { .size = 12.5, .is_bold = TRUE, .spacing = 0.7 };

KaTypeLayout *
ka_page_set_text (const KaPageContext *context,
                  const KaTypeStyle   *style,
                  const char          *text,
                  double               width,
                  int                  max_lines)
{
  KaTypeLayout *layout = ka_type_layout (context->cr, context->theme, style, text);

  ka_type_set_width (layout, MAX (1, width));
  pango_layout_set_wrap (layout->pango, PANGO_WRAP_WORD_CHAR);
  if (style->is_serif && style->size < 19)
    pango_layout_set_line_spacing (layout->pango, 1.12F);
  if (max_lines > 0)
    ka_type_cut (layout, max_lines);

  return layout;
}

void
ka_page_cut_sentences (KaTypeLayout *layout, int max_lines, const char *mark)
{
  g_autofree char *text = g_strdup (pango_layout_get_text (layout->pango));

  for (char *stop = g_strrstr (text, ". ");
       stop != NULL && pango_layout_get_line_count (layout->pango) > max_lines;
       stop = g_strrstr (text, ". "))
    {
      g_autofree char *cut = NULL;

      stop[1] = '\0';
      cut = g_strconcat (text, mark, NULL);
      pango_layout_set_text (layout->pango, cut, -1);
    }
  ka_type_cut (layout, max_lines);
}

KaTypeLayout *
ka_page_set_line (const KaPageContext *context,
                  const KaTypeStyle   *style,
                  const char          *text,
                  double               width)
{
  KaTypeStyle   smaller = *style;
  KaTypeLayout *layout = ka_type_layout (context->cr, context->theme, style, text);

  while (ka_page_get_width (layout) > width && smaller.size > style->size * MIN_LINE)
    {
      ka_type_layout_free (layout);
      smaller.size -= style->size / 20;
      layout = ka_type_layout (context->cr, context->theme, &smaller, text);
    }
  ka_type_set_width (layout, MAX (1, width));
  pango_layout_set_wrap (layout->pango, PANGO_WRAP_WORD_CHAR);
  ka_type_cut (layout, 1);

  return layout;
}

double
ka_page_get_height (KaTypeLayout *layout)
{
  double height;

  ka_type_measure (layout, NULL, &height, NULL);

  return height;
}

double
ka_page_get_width (KaTypeLayout *layout)
{
  double width;

  ka_type_measure (layout, &width, NULL, NULL);

  return width;
}

void
ka_page_show (const KaPageContext *context,
              KaTypeLayout        *layout,
              double               x,
              double               y,
              const KaColour      *colour)
{
  ka_colour_set_source (colour, context->cr);
  ka_type_show (context->cr, layout, x, y);
}

/* A paragraph that is set in a column */
typedef struct
{
  KaTypeLayout *heading;
  KaTypeLayout *text;
  double        head; /* From the top of the heading to that of the text */
  double        height;
  double        line; /* Height of a line of the text */
} SetBlock;

/* Paragraphs set in columns of a width, at each size that was asked for */
typedef struct
{
  const KaPageContext *context;
  double               width;
  double               foot; /* of the lowest paragraph that was placed last */
  GArray              *blocks[G_N_ELEMENTS (sizes)]; /* (nullable) (element-type SetBlock) */
} Setting;

static void
clear_set_block (gpointer data)
{
  SetBlock *block = data;

  ka_type_layout_free (block->heading);
  ka_type_layout_free (block->text);
}

static void
setting_init (Setting *self, const KaPageContext *context, double room)
{
  const int most = MAX (1, (int) ((room + KA_PAGE_GAP) / (MIN_COLUMN + KA_PAGE_GAP)));
  const int n_columns = CLAMP ((int) context->blocks->len, 1, most);

  *self = (Setting){ .context = context,
                     .width = (room - (n_columns - 1) * KA_PAGE_GAP) / n_columns };
}

static void
setting_clear (Setting *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->blocks); i++)
    g_clear_pointer (&self->blocks[i], g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setting, setting_clear)

/* Sets the paragraphs at a size, once. */
static const GArray *
setting_get_blocks (Setting *self, gsize size)
{
  const KaTypeStyle    style = { .is_serif = TRUE, .size = sizes[size] };
  const KaPageContext *context = self->context;
  GArray              *blocks = self->blocks[size];

  if (blocks != NULL)
    return blocks;

  blocks = g_array_new (FALSE, FALSE, sizeof (SetBlock));
  g_array_set_clear_func (blocks, clear_set_block);
  for (guint i = 0; i < context->blocks->len; i++)
    {
      const KaPageBlock *block = &g_array_index (context->blocks, KaPageBlock, i);
      SetBlock set = { ka_page_set_text (context, &heading_style, block->heading, self->width, 2),
                       ka_page_set_text (context, &style, block->text, self->width, 0), 0, 0, 0 };

      set.head = ka_page_get_height (set.heading) + 4;
      set.height = ka_page_get_height (set.text);
      set.line = set.height / pango_layout_get_line_count (set.text->pango);
      g_array_append_val (blocks, set);
    }
  self->blocks[size] = blocks;

  return blocks;
}

/* Shows the heading of a paragraph. In a PDF that of a clause leads to its line on the map. */
static void
show_heading (const KaPageContext *context, KaTypeLayout *heading, guint number, double x, double y)
{
  const KaItem  *item = g_array_index (context->blocks, KaPageBlock, number).item;
  const gboolean is_link = context->page->marks != NULL && item != NULL &&
                           (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX);

  if (is_link)
    {
      g_autofree char *link = ka_page_dup_line_link (context, item);

      cairo_tag_begin (context->cr, CAIRO_TAG_LINK, link);
    }
  ka_page_show (context, heading, x, y, &context->theme->accent);
  if (is_link)
    cairo_tag_end (context->cr, CAIRO_TAG_LINK);
}

/* Places whole paragraphs into columns from left to right, or cuts the first one. Returns how many
 * found room. */
static guint
place_blocks (Setting *self, KaBox box, gsize size, gboolean is_shown)
{
  const KaPageContext *context = self->context;
  const GArray        *blocks = setting_get_blocks (self, size);
  double               x = box.x0, y = box.y0;

  self->foot = box.y0;
  for (guint i = 0; i < blocks->len; i++)
    {
      const SetBlock *block = &g_array_index (blocks, SetBlock, i);
      double          height = block->height;

      if (y + block->head + height > box.y1 && y > box.y0 && x + 2 * self->width < box.x1 + 1)
        {
          x += self->width + KA_PAGE_GAP;
          y = box.y0;
        }
      if (y + block->head + height > box.y1)
        {
          int n_lines = (int) ((box.y1 - y - block->head) / block->line);

          if (n_lines < MIN_LINES || !is_shown)
            return i;
          ka_page_cut_sentences (block->text, n_lines, " …");
          height = ka_page_get_height (block->text);
        }
      if (is_shown)
        {
          show_heading (context, block->heading, i, x, y);
          ka_page_show (context, block->text, x, y + block->head, &context->theme->text);
        }
      self->foot = MAX (self->foot, y + block->head + height);
      y += block->head + height + 15;
    }

  return blocks->len;
}

/* Chooses the largest size in which all wanted paragraphs fit. Else it takes one of the sizes in
 * which most fit, no smaller than the middle one. Returns its place in sizes. */
static gsize
choose_size (Setting *self, KaBox box, guint *n_blocks)
{
  const guint wanted = MIN (self->context->blocks->len, WANTED_BLOCKS);
  gsize       size = 0;

  *n_blocks = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes) && *n_blocks < wanted; i++)
    {
      guint n_set = place_blocks (self, box, i, FALSE);

      if (n_set > *n_blocks || (n_set == *n_blocks && i <= MIDDLE_SIZE))
        {
          *n_blocks = n_set;
          size = i;
        }
    }

  return *n_blocks > 0 ? size : G_N_ELEMENTS (sizes) - 1;
}

KaLegend *
ka_page_create_legend (const KaPageContext *context,
                       const KaViewport    *viewport,
                       double               width,
                       double               max_height)
{
  g_auto (KaPaintContext)
    map = ka_paint_context (context->cr, context->scene, &context->state, context->theme, viewport);

  return ka_legend_new_on_paper (&map, width / LEGEND_SCALE,
                                 context->page->hides_legend ? 0 : max_height / LEGEND_SCALE);
}

double
ka_page_get_legend_height (const KaLegend *legend)
{
  return legend->rows->len > 0 ? (legend->box.y1 - legend->box.y0) * LEGEND_SCALE : 0;
}

void
ka_page_paint_legend (const KaPageContext *context, const KaLegend *legend, double x, double y)
{
  cairo_save (context->cr);
  cairo_translate (context->cr, x - KA_LEGEND_PADDING * LEGEND_SCALE, y);
  cairo_scale (context->cr, LEGEND_SCALE, LEGEND_SCALE);
  ka_legend_paint (legend, context->cr, context->theme);
  cairo_restore (context->cr);
}

double
ka_page_measure_column (const KaPageContext *context, double width, double most)
{
  const guint wanted = MIN (context->blocks->len, WANTED_BLOCKS);
  double      best = MIN (MIN_COLUMN_HEIGHT, most);
  guint       n_best = 0;
  g_auto (Setting) setting = { NULL };

  if (wanted == 0)
    return 0;

  setting_init (&setting, context, width);
  for (double height = best; height <= most && n_best < wanted; height += 12)
    {
      guint n_blocks;

      choose_size (&setting, (KaBox){ 0, 0, width, height }, &n_blocks);
      if (n_blocks > n_best)
        {
          n_best = n_blocks;
          best = height;
        }
    }
  if (n_best < wanted)
    return best;

  place_blocks (&setting, (KaBox){ 0, 0, width, best },
                choose_size (&setting, (KaBox){ 0, 0, width, best }, &n_best), FALSE);

  return MIN (best, setting.foot + COLUMN_FOOT);
}

void
ka_page_paint_column (const KaPageContext *context, KaBox box)
{
  guint n_blocks;
  g_auto (Setting) setting = { NULL };

  if (box.x1 - box.x0 < MIN_COLUMN / 2 || box.y1 <= box.y0)
    return;

  setting_init (&setting, context, box.x1 - box.x0);
  place_blocks (&setting, box, choose_size (&setting, box, &n_blocks), TRUE);
}
