/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Builds the widgets of a page from its blocks: labels with links, facts, clauses, steps, bands.
 */
#include "config.h"

#include "ka-reading-blocks.h"

#include "ka-query.h"
#include "ka-reading.h"
#include "ka-tenure-band.h"

/* A longer fact stands below its label, a shorter one beside it. */
#define MAX_BESIDE_CHARS 120

#define MUTED "<span alpha=\"75%\">"

/* A page in the making */
typedef struct
{
  KaSession     *session;
  const KaTheme *theme;
  GtkBox        *box;
  GtkGrid       *facts; /* (nullable): that of the block before, if it was a fact */
} Page;

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
create_label (const Page *self, const char *markup, const char *css_class)
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

static GtkWidget *
append_label (const Page *self, const char *markup, const char *css_class)
{
  GtkWidget *label = create_label (self, markup, css_class);

  gtk_box_append (self->box, label);

  return label;
}

/* Appends plain text; nothing for %NULL. */
static void
append_text (const Page *self, const char *text, const char *css_class)
{
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (markup != NULL)
    append_label (self, markup, css_class);
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

/* Appends plain text in a span; nothing for %NULL. */
static void
append_span (GString *markup, const char *start, const char *text, const char *end)
{
  if (text == NULL)
    return;

  g_string_append (markup, start);
  append_escaped (markup, text, strlen (text));
  g_string_append (markup, end);
}

/* The text of a block with its links as Pango markup. */
static char *
dup_markup (const KaBlock *block)
{
  GString *markup = g_string_new (NULL);
  gsize    at = 0;

  for (guint i = 0; i < block->links->len; i++)
    {
      const KaBlockLink *link = &g_array_index (block->links, KaBlockLink, i);
      g_autofree char   *reference = ka_item_dup_reference (link->item);

      append_escaped (markup, block->text + at, link->start - at);
      g_string_append_printf (markup, "<a href=\"%s", reference);
      if (link->step > 0)
        g_string_append_printf (markup, "#%u", link->step);
      g_string_append (markup, "\">");
      append_escaped (markup, block->text + link->start, link->end - link->start);
      g_string_append (markup, "</a>");
      at = link->end;
    }
  append_escaped (markup, block->text + at, strlen (block->text + at));

  return g_string_free (markup, FALSE);
}

static void
append_fact (Page *self, const KaBlock *block, const char *markup)
{
  GtkWidget *label = gtk_label_new (block->label);
  GtkWidget *value = create_label (self, markup, NULL);
  gboolean   is_long = g_utf8_strlen (block->text, -1) > MAX_BESIDE_CHARS;
  int        row = 0;

  if (self->facts == NULL)
    {
      self->facts = GTK_GRID (gtk_grid_new ());
      gtk_grid_set_column_spacing (self->facts, 12);
      gtk_grid_set_row_spacing (self->facts, 6);
      gtk_box_append (self->box, GTK_WIDGET (self->facts));
    }
  while (gtk_grid_get_child_at (self->facts, 0, row) != NULL)
    row++;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "reading-fact");
  gtk_widget_set_hexpand (value, TRUE);
  if (is_long)
    gtk_widget_add_css_class (value, "reading-long-fact");
  gtk_grid_attach (self->facts, label, 0, row, is_long ? 2 : 1, 1);
  gtk_grid_attach (self->facts, value, is_long ? 0 : 1, is_long ? row + 1 : row, is_long ? 2 : 1,
                   1);
}

static void
append_link (const Page *self, const KaBlock *block, const char *link)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  append_span (markup, MUTED, block->label, "</span>  ");
  g_string_append (markup, link);
  append_span (markup, "\n<span size=\"small\" alpha=\"75%\">", block->detail, "</span>");
  append_label (self, markup->str, "reading-link");
}

static void
append_clause (const Page *self, const KaBlock *block, const char *text)
{
  GtkWidget       *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  Page             inside = { self->session, self->theme, GTK_BOX (card), NULL };
  g_autofree char *reference = ka_item_dup_reference (block->item);
  g_autofree char *link = g_markup_printf_escaped ("<b><a href=\"%s\">%s</a></b>", reference,
                                                   block->label);

  gtk_widget_add_css_class (card, "clause");
  gtk_box_append (self->box, card);
  append_label (&inside, link, NULL);
  append_text (&inside, block->detail, "reading-clause-title");
  append_label (&inside, text, "reading-clause");
  append_text (&inside, block->note, "reading-note");
}

static guint
get_step (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "step"));
}

static void
entered_cb (GtkEventController *controller, KaSession *session)
{
  ka_session_set_hover_step (session, get_step (gtk_event_controller_get_widget (controller)));
}

static void
left_cb (GtkEventController *controller, KaSession *session)
{
  ka_session_set_hover_step (session, 0);
}

/* Sets off the row of the step that is lit. */
static void
step_changed_cb (GtkWidget *row, GParamSpec *pspec, KaSession *session)
{
  if (ka_session_get_state (session).step == get_step (row))
    gtk_widget_add_css_class (row, "lit");
  else
    gtk_widget_remove_css_class (row, "lit");
}

/* Makes a row light its piece of the line while the pointer or the keyboard is on it. */
static void
follow_step (KaSession *session, GtkWidget *row, guint step)
{
  GtkEventController *controllers[] = { gtk_event_controller_motion_new (),
                                        gtk_event_controller_focus_new () };

  g_object_set_data (G_OBJECT (row), "step", GUINT_TO_POINTER (step));
  for (gsize i = 0; i < G_N_ELEMENTS (controllers); i++)
    {
      g_signal_connect_object (controllers[i], "enter", G_CALLBACK (entered_cb), session, 0);
      g_signal_connect_object (controllers[i], "leave", G_CALLBACK (left_cb), session, 0);
      gtk_widget_add_controller (row, controllers[i]);
    }
  ka_session_watch (session, "step", G_CALLBACK (step_changed_cb), row);
  step_changed_cb (row, NULL, session);
}

static void
append_step (const Page *self, const KaBlock *block, const char *text)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *row;

  g_string_append_printf (markup, "%u. %s", block->step, text);
  append_span (markup, MUTED " – ", block->detail, "</span>");
  row = append_label (self, markup->str, "reading-step");
  if (block->links->len > 0)
    follow_step (self->session, row, block->step);
}

static void
append_source (const Page *self, const KaBlock *block, const char *text)
{
  g_autofree char *detail = block->detail != NULL ? g_markup_escape_text (block->detail, -1) : NULL;
  g_autofree char *markup = detail != NULL ? g_strdup_printf ("%s · %s", text, detail)
                                           : g_strdup (text);

  append_label (self, markup, "reading-note");
}

static void
append_block (Page *self, const KaBlock *block)
{
  g_autofree char *text = dup_markup (block);

  if (block->kind != KA_BLOCK_FACT)
    self->facts = NULL;

  switch (block->kind)
    {
    case KA_BLOCK_TITLE:
      append_label (self, text, "reading-title");
      append_text (self, block->detail, "reading-subtitle");
      break;
    case KA_BLOCK_HEADING:
      append_label (self, text, "reading-heading");
      break;
    case KA_BLOCK_PARAGRAPH:
      append_label (self, text, "reading-text");
      break;
    case KA_BLOCK_NOTE:
      append_label (self, text, "reading-note");
      break;
    case KA_BLOCK_FACT:
      append_fact (self, block, text);
      break;
    case KA_BLOCK_LINK:
      append_link (self, block, text);
      break;
    case KA_BLOCK_CLAUSE:
      append_clause (self, block, text);
      break;
    case KA_BLOCK_BAND:
      gtk_box_append (
        self->box, ka_tenure_band_new (self->session, (const KaArea *) block->item, self->theme));
      break;
    case KA_BLOCK_STEP:
      append_step (self, block, text);
      break;
    case KA_BLOCK_SOURCE:
      append_source (self, block, text);
      break;
    default:
      g_return_if_reached ();
    }
}

GtkWidget *
ka_reading_blocks_new (KaSession *session, const KaTheme *theme, const GPtrArray *blocks)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  Page       page = { session, theme, GTK_BOX (box), NULL };

  gtk_widget_add_css_class (box, "reading");
  for (guint i = 0; i < blocks->len; i++)
    append_block (&page, blocks->pdata[i]);

  return box;
}
