/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pages of a PDF after the picture: the clauses about each region, in columns. A clause about
 * several regions is set once; the others lead to it.
 */

#include "config.h"

#include "ka-page-clauses.h"

#include "ka-captions.h"
#include "ka-page-links.h"
#include "ka-page-text.h"

#define COLUMN 420.0
#define GAP    10.0

static const KaTypeStyle title_style = { .size = 13, .is_bold = TRUE };
static const KaTypeStyle region_style = { .is_serif = TRUE, .size = 22, .is_bold = TRUE };
static const KaTypeStyle number_style = { .size = 12.5, .is_bold = TRUE };
static const KaTypeStyle text_style = { .is_serif = TRUE, .size = 15 };

/* Columns that are filled from top to bottom, page after page */
typedef struct
{
  const KaPageContext *context;
  double               width; /* of a column */
  int                  n_columns;
  double               top;
  double               bottom;
  int                  column;
  double               y;
  gboolean             is_open; /* whether the page has begun */
} Flow;

static void
begin_page (Flow *self)
{
  const KaPageContext *context = self->context;
  g_autofree char     *title = ka_page_dup_heading (context->atlas, &context->state, context->page);
  g_autofree char     *day = ka_day_to_words (context->state.day, context->state.language);
  g_autofree char     *words = g_strdup_printf ("%s · %s", title, day);
  g_autoptr (KaTypeLayout) layout = ka_page_set_text (context, &title_style, words,
                                                      context->width - 2 * context->margin, 1);

  if (!context->page->is_transparent)
    {
      ka_colour_set_source (&context->theme->page, context->cr);
      cairo_paint (context->cr);
    }
  cairo_tag_begin (context->cr, CAIRO_TAG_LINK, "dest='" KA_PAGE_MAP_DEST "'");
  ka_page_show (context, layout, context->margin, context->margin * 0.5,
                &context->theme->text_muted);
  cairo_tag_end (context->cr, CAIRO_TAG_LINK);
  self->top = context->margin * 0.5 + ka_page_get_height (layout) + GAP;
  self->y = self->top;
  self->column = 0;
  self->is_open = TRUE;
}

static void
end_page (Flow *self)
{
  if (self->is_open)
    cairo_show_page (self->context->cr);
  self->is_open = FALSE;
}

/* Goes on in the next column where fewer user units are left than @height. */
static void
need (Flow *self, double height)
{
  if (!self->is_open)
    begin_page (self);
  if (self->y + height <= self->bottom || self->y <= self->top)
    return;
  self->column++;
  self->y = self->top;
  if (self->column < self->n_columns)
    return;
  end_page (self);
  begin_page (self);
}

/* Sets a text line by line, so that it goes on in the next column. */
static void
flow (Flow *self, const KaTypeStyle *style, const char *text, const KaColour *ink)
{
  const KaPageContext *context = self->context;
  g_autoptr (KaTypeLayout) layout = ka_page_set_text (context, style, text, self->width, 0);
  PangoLayoutIter *iter = pango_layout_get_iter (layout->pango);

  do
    {
      double x, height, baseline;

      ka_type_measure_line (layout, iter, &x, &height, &baseline);
      need (self, height);
      x += context->margin + self->column * (self->width + KA_PAGE_GAP);
      ka_colour_set_source (ink, context->cr);
      ka_type_show_line (context->cr, layout, iter, x, self->y + baseline);
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
mark_place (const Flow *self, const char *name)
{
  const KaPageContext *context = self->context;

  ka_page_mark_place (context->cr, name,
                      context->margin + self->column * (self->width + KA_PAGE_GAP), self->y);
}

static char *
dup_clause_heading (const KaArticle *article, KaLanguage language)
{
  g_autofree char *number = ka_caption_format (
    article->item.kind == KA_ITEM_ANNEX ? KA_CAPTION_ANNEX : KA_CAPTION_ARTICLE, language,
    article->label);

  return g_strdup_printf ("%s · %s · %s", ka_text_get (&article->treaty->title, language), number,
                          ka_text_get (&article->title, language));
}

/* Sets a clause with a link to its line, or a link to where it stands already. */
static void
flow_clause (Flow *self, const KaArticle *article, GHashTable *known)
{
  const KaPageContext *context = self->context;
  const KaLanguage     language = context->state.language;
  const gboolean       is_new = g_hash_table_add (known, (gpointer) (guintptr) article);
  g_autofree char     *heading = dup_clause_heading (article, language);
  g_autofree char     *dest = ka_page_dup_dest (&article->item);
  g_autofree char     *link = is_new ? ka_page_dup_line_link (context, &article->item)
                                     : g_strdup_printf ("dest='%s'", dest);

  need (self, (is_new ? 5 : 2) * text_style.size);
  if (is_new)
    mark_place (self, dest);
  cairo_tag_begin (context->cr, CAIRO_TAG_LINK, link);
  flow (self, &number_style, heading, &context->theme->accent);
  cairo_tag_end (context->cr, CAIRO_TAG_LINK);
  if (is_new)
    flow (self, &text_style, ka_text_get (&article->text, language), &context->theme->text);
  self->y += GAP;
}

static void
clear_mark (gpointer data)
{
  g_free (((KaPageMark *) data)->dest);
}

static void
flow_region (Flow *self, const KaItem *region, GHashTable *known, GArray *marks)
{
  const KaPageContext *context = self->context;
  const char *title = ka_item_get_title (region, context->state.day, context->state.language);
  g_autoptr (GPtrArray) clauses = ka_page_list_clauses (context, region);
  KaPageMark mark = { title, ka_page_dup_dest (region) };

  need (self, region_style.size + 7 * text_style.size);
  mark_place (self, mark.dest);
  g_array_append_val (marks, mark);
  flow (self, &region_style, title, &context->theme->text);
  self->y += GAP / 2;
  for (guint i = 0; i < clauses->len; i++)
    flow_clause (self, clauses->pdata[i], known);
  self->y += GAP;
}

GArray *
ka_page_paint_clauses (cairo_t           *cr,
                       KaMapScene        *scene,
                       const KaViewState *state,
                       const KaTheme     *theme,
                       const KaPage      *page)
{
  KaPageContext context;
  GArray       *marks = g_array_new (FALSE, FALSE, sizeof (KaPageMark));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  const KaList *regions;
  Flow          self = { .context = &context };
  double        room;

  g_array_set_clear_func (marks, clear_mark);
  ka_page_open (&context, cr, scene, state, theme, page);
  room = context.width - 2 * context.margin;
  self.n_columns = MAX (1, (int) ((room + KA_PAGE_GAP) / (COLUMN + KA_PAGE_GAP)));
  self.width = (room - (self.n_columns - 1) * KA_PAGE_GAP) / self.n_columns;
  self.bottom = context.height - context.margin * 0.5;
  regions = ka_atlas_get_items (context.atlas, KA_ITEM_REGION);
  for (gsize i = 0; i < regions->n_items; i++)
    if (ka_page_has_clauses (&context, regions->items[i]))
      flow_region (&self, regions->items[i], known, marks);
  end_page (&self);
  ka_page_close (&context);

  return marks;
}
