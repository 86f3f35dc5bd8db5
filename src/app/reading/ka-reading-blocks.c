/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks that pages of the reading pane are made of: headings, paragraphs, facts, links,
 * clauses, sources. What stands on which page is in ka-reading-land.c.
 */

#include "config.h"

#include "ka-reading-blocks.h"

#include "ka-query.h"
#include "ka-tenure-band.h"
#include "ka-words.h"

#define LONG_FACT_CHARS 120

static gboolean
activate_link_cb (GtkLabel *label, const char *uri, KaSession *session)
{
  guint         step;
  const KaItem *item = ka_query_lookup_step (ka_session_get_atlas (session), uri, &step);

  if (item != NULL)
    ka_session_select (session, item);
  if (step > 0)
    ka_session_set_step (session, step == ka_session_get_state (session).step ? 0 : step);

  return TRUE;
}

static GtkWidget *
create_label (KaLeaf *self, const char *markup, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self->session, 0);

  return label;
}

/* Adds a block of Pango markup. */
void
ka_leaf_add_markup (KaLeaf *self, const char *markup, const char *css_class)
{
  gtk_box_append (self->box, create_label (self, markup, css_class));
}

static void
add_text (KaLeaf *self, const char *text, const char *css_class)
{
  g_autofree char *markup = NULL;

  if (text == NULL || *text == '\0')
    return;

  markup = g_markup_escape_text (text, -1);
  ka_leaf_add_markup (self, markup, css_class);
}

/* Adds the name of the page and, below it in small, what kind of thing it is or its other names. */
void
ka_leaf_add_title (KaLeaf *self, const char *title, const char *subtitle)
{
  add_text (self, title, "leaf-title");
  add_text (self, subtitle, "leaf-subtitle");
}

/* Adds a heading in small capitals. */
void
ka_leaf_add_heading (KaLeaf *self, const char *text)
{
  add_text (self, text, "leaf-heading");
}

/* Adds running text. */
void
ka_leaf_add_paragraph (KaLeaf *self, const char *text)
{
  add_text (self, text, "leaf-text");
}

/* Adds a remark in small. */
void
ka_leaf_add_note (KaLeaf *self, const char *text)
{
  add_text (self, text, "leaf-note");
}

/* Adds a name and what it is, in a grid that the first call makes; what is long goes below its name
 * and not into a narrow column beside it. */
void
ka_leaf_add_fact (KaLeaf *self, GtkGrid **grid, const char *name, const char *markup)
{
  GtkWidget *label;
  GtkWidget *value;
  int        row = 0;

  if (markup == NULL || *markup == '\0')
    return;

  if (*grid == NULL)
    {
      *grid = GTK_GRID (gtk_grid_new ());
      gtk_grid_set_column_spacing (*grid, 12);
      gtk_grid_set_row_spacing (*grid, 6);
      gtk_box_append (self->box, GTK_WIDGET (*grid));
    }
  while (gtk_grid_get_child_at (*grid, 0, row) != NULL)
    row++;

  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "leaf-fact");
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  value = create_label (self, markup, NULL);
  gtk_widget_set_hexpand (value, TRUE);
  if (g_utf8_strlen (gtk_label_get_text (GTK_LABEL (value)), -1) > LONG_FACT_CHARS)
    {
      gtk_grid_attach (*grid, label, 0, row, 2, 1);
      gtk_grid_attach (*grid, value, 0, row + 1, 2, 1);
      gtk_widget_add_css_class (value, "leaf-long-fact");
    }
  else
    {
      gtk_grid_attach (*grid, label, 0, row, 1, 1);
      gtk_grid_attach (*grid, value, 1, row, 1, 1);
    }
}

/* The title of an item as a link to it, in Pango markup. */
char *
ka_leaf_dup_link (KaLeaf *self, const KaItem *item)
{
  g_autofree char *reference = ka_item_dup_reference (item);
  g_autofree char *label = NULL;
  const char      *title;

  title = ka_item_get_title (item, ka_session_get_day (self->session),
                             ka_session_get_language (self->session));
  if (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX)
    title = label = ka_words_dup_article_label ((const KaArticle *) item,
                                                ka_session_get_language (self->session));

  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", reference, title);
}

/* Links to several items with commas between, in Pango markup; empty for none. */
char *
ka_leaf_dup_links (KaLeaf *self, const KaList *items)
{
  GString *links = g_string_new (NULL);

  for (gsize i = 0; i < items->n_items; i++)
    {
      g_autofree char *link = ka_leaf_dup_link (self, items->items[i]);

      g_string_append_printf (links, "%s%s", i > 0 ? ", " : "", link);
    }

  return g_string_free (links, FALSE);
}

/* Adds a line that links to an item, with something before it in muted type and something below. */
void
ka_leaf_add_link (KaLeaf *self, const KaItem *item, const char *before, const char *after)
{
  g_autofree char *link = ka_leaf_dup_link (self, item);
  g_autofree char *first = g_markup_escape_text (before != NULL ? before : "", -1);
  g_autofree char *second = g_markup_escape_text (after != NULL ? after : "", -1);
  GString         *markup = g_string_new (NULL);

  if (*first != '\0')
    g_string_append_printf (markup, "<span alpha=\"75%%\">%s</span>  ", first);
  g_string_append (markup, link);
  if (*second != '\0')
    g_string_append_printf (markup, "\n<span size=\"small\" alpha=\"75%%\">%s</span>", second);
  ka_leaf_add_markup (self, markup->str, "leaf-link");
  g_string_free (markup, TRUE);
}

/* Adds a heading and links to all the items, each with its date or place; nothing for none. */
void
ka_leaf_add_items (KaLeaf *self, const char *heading, const GPtrArray *items)
{
  if (items->len == 0)
    return;

  ka_leaf_add_heading (self, heading);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *words = ka_words_describe_item (items->pdata[i],
                                                       ka_session_get_language (self->session));

      ka_leaf_add_link (self, items->pdata[i], NULL, words);
    }
}

/* Adds how sure an item is and why, when it is not certain or has a note. */
void
ka_leaf_add_certainty (KaLeaf *self, const KaItem *item)
{
  static const char *const words[] = {
    [KA_CERTAIN] = "Note",
    [KA_PROBABLE] = "Probable",
    [KA_UNCERTAIN] = "Uncertain",
  };
  g_autofree char *text = NULL;

  if (item->certainty == KA_CERTAIN && item->note == NULL)
    return;

  text = g_strdup_printf ("%s%s%s", words[item->certainty], item->note != NULL ? ": " : "",
                          item->note != NULL ? item->note : "");
  ka_leaf_add_note (self, text);
}

/* Adds a source in small, with the place in it and a mark where that was seen. */
void
ka_leaf_add_citation (KaLeaf *self, const KaCitation *citation)
{
  g_autofree char *text = g_strdup_printf (
    "%s%s%s%s%s", citation->source->citation, citation->locator != NULL ? " – " : "",
    citation->locator != NULL ? citation->locator : "", citation->seen ? " · " : "",
    citation->seen ? ka_words_get_seen () : "");

  ka_leaf_add_note (self, text);
}

/* Adds the sources of an item. */
void
ka_leaf_add_sources (KaLeaf *self, const KaItem *item)
{
  if (item->n_citations == 0)
    return;

  ka_leaf_add_heading (self, "Sources");
  for (gsize i = 0; i < item->n_citations; i++)
    ka_leaf_add_citation (self, &item->citations[i]);
}

/* Adds a card with the summary of an article; @difference (nullable) says what it has of its own.
 */
void
ka_leaf_add_clause (KaLeaf *self, const KaArticle *article, const char *difference)
{
  GtkWidget       *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  KaLeaf           inside = { GTK_BOX (card), self->session, self->theme };
  KaLanguage       language = ka_session_get_language (self->session);
  g_autofree char *link = ka_leaf_dup_link (self, KA_ITEM (article));
  g_autofree char *markup = g_strdup_printf ("<b>%s</b>", link);

  gtk_widget_add_css_class (card, "clause");
  gtk_box_append (self->box, card);
  ka_leaf_add_markup (&inside, markup, NULL);
  add_text (&inside, ka_text_get (&article->title, language), "leaf-clause-title");
  add_text (&inside, ka_text_get (&article->text, language), "leaf-clause");
  if (difference != NULL && *difference != '\0')
    {
      g_autofree char *text = g_strdup_printf ("Difference: %s", difference);

      add_text (&inside, text, "leaf-note");
    }
  if (article->item.certainty != KA_CERTAIN)
    ka_leaf_add_certainty (&inside, KA_ITEM (article));
}

/* Adds the band that shows who held an area when. */
void
ka_leaf_add_band (KaLeaf *self, const KaArea *area)
{
  gtk_box_append (self->box, ka_tenure_band_new (self->session, area, self->theme));
}
