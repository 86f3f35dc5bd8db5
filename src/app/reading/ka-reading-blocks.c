/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Builds the widgets of a page from its blocks: labels with links, facts, clauses, steps, bands.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-blocks.h"

#include "ka-canvas.h"
#include "ka-card-layout.h"
#include "ka-controllers.h"
#include "ka-hash.h"
#include "ka-reading-markup.h"
#include "ka-reading-sections.h"
#include "ka-reading-text.h"
#include "ka-reading.h"
#include "ka-tenure-band.h"
#include "ka-text-layout.h"

/* The width of the column of labels beside facts, and the natural width of a clause card */
#define LABEL_CHARS 12
#define CARD_CHARS  26

/* From this text size on the title is smaller, so that its words fit in the pane. */
#define LARGE_TEXT_SCALE 1.3

/* The name of the key of a section or row in its first widget */
#define KEY "key"

#define MUTED "<span alpha=\"75%\">"

/* A page in the making */
typedef struct
{
  KaSession     *session;
  const KaTheme *theme;
  GHashTable    *open;   /* (nullable): the folds that start open */
  GtkBox        *box;    /* what blocks are appended to: of the page or of a fold */
  GtkGrid       *grid;   /* (nullable): that of the block before, if it has labels beside texts */
  int            n_rows; /* of the grid */
  GtkWidget     *cards;  /* (nullable): that of the block before, if it was a clause */
  KaBlockKind    before;
} Page;

static gboolean
activate_link_cb (GtkLabel *label, const char *uri, KaSession *session)
{
  ka_reading_markup_follow (uri, session);

  return TRUE;
}

/* Creates selectable text; a stop of the Tab key only where it has links. */
static GtkWidget *
create_text (const Page *self, const char *markup, const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self->session, 0);

  return ka_reading_text_new (label, strstr (markup, "<a href") != NULL);
}

static GtkWidget *
append_label (const Page *self, const char *markup, const char *css_class)
{
  GtkWidget *label = create_text (self, markup, css_class, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_box_append (self->box, label);

  return label;
}

/* Appends a heading, which screen readers list by its level. */
static void
append_heading (const Page *self, const char *text, const char *css_class, int level)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  GtkWidget       *heading = create_text (self, markup, css_class, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (ka_reading_text_get_label (KA_READING_TEXT (heading))),
    GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_box_append (self->box, heading);
}

/* Appends plain text; nothing for %NULL. */
static void
append_text (const Page *self, const char *text, const char *css_class)
{
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (markup != NULL)
    append_label (self, markup, css_class);
}

static GtkWidget *
create_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);

  return grid;
}

/* Appends a row with a label in the first column of a grid; blocks of one kind share the grid. */
static void
append_row (Page *self, GtkWidget *label, GtkWidget *text)
{
  if (self->grid == NULL)
    {
      self->grid = GTK_GRID (create_grid ());
      self->n_rows = 0;
      gtk_box_append (self->box, GTK_WIDGET (self->grid));
    }
  gtk_widget_set_hexpand (text, TRUE);
  gtk_grid_attach (self->grid, label, 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, text, 1, self->n_rows, 1, 1);
  self->n_rows++;
}

/* Creates the name that stands beside a text. */
static GtkWidget *
create_name (const Page *self, const char *markup)
{
  return create_text (self, markup, "reading-fact", GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
append_fact (Page *self, const KaBlock *block, const char *text)
{
  g_autofree char *reference = block->item != NULL ? ka_item_dup_reference (block->item) : NULL;
  g_autofree char *markup = reference != NULL ? g_markup_printf_escaped ("<a href=\"%s\">%s</a>",
                                                                         reference, block->label)
                                              : g_markup_escape_text (block->label, -1);
  GtkWidget       *name = create_name (self, markup);

  ka_reading_text_set_natural_width (KA_READING_TEXT (name), LABEL_CHARS);
  append_row (self, name, create_text (self, text, "reading-value", GTK_ACCESSIBLE_ROLE_LABEL));
}

static void
append_link (Page *self, const KaBlock *block, const char *link)
{
  g_autoptr (GString) markup = g_string_new (link);
  g_autofree char *label = block->label != NULL ? g_markup_escape_text (block->label, -1) : NULL;
  GtkWidget       *name;

  ka_reading_markup_append_span (markup, "\n<span size=\"8.25pt\" alpha=\"75%\">", block->detail,
                                 "</span>");
  if (label == NULL)
    {
      append_label (self, markup->str, "reading-value");
      return;
    }
  name = create_name (self, label);
  ka_reading_text_set_is_short (KA_READING_TEXT (name));
  append_row (self, name,
              create_text (self, markup->str, "reading-value", GTK_ACCESSIBLE_ROLE_LABEL));
}

static void
append_lead (const Page *self, const KaBlock *block, const char *text)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s:</b> ", block->label);
  g_autofree char *line = g_strconcat (markup, text, NULL);

  append_label (self, line, "reading-lead");
}

/* Natural width of the labels of a card; they take the width that there is. */
static void
narrow (GtkWidget *card)
{
  for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ka_reading_text_set_natural_width (KA_READING_TEXT (child), CARD_CHARS);
}

/* Appends the link to the comparison of a clause; nothing for one that corresponds to none. */
static void
append_comparison (const Page *self, const KaBlock *block)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  const KaBlockLink link = { .item = block->item, .compared = block->compared };
  KaLanguage        language = ka_session_get_language (self->session);
  g_autofree char  *words = NULL;

  if (block->compared == NULL)
    return;

  /* Translators: a treaty with a clause that corresponds */
  words = g_strdup_printf (_ ("Compare with %s"), ka_text_get (&block->compared->title, language));
  ka_reading_markup_append_link (markup, &link, words, language);
  append_label (self, markup->str, "reading-value");
}

static void
append_clause (Page *self, const KaBlock *block, const char *text)
{
  GtkWidget       *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  Page             inside = { .session = self->session, .theme = self->theme };
  g_autofree char *reference = ka_item_dup_reference (block->item);
  g_autofree char *link = g_markup_printf_escaped ("<b><a href=\"%s\">%s</a></b>", reference,
                                                   block->label);

  if (self->cards == NULL)
    {
      self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_layout_manager (self->cards, ka_card_layout_new ());
      gtk_box_append (self->box, self->cards);
    }
  inside.box = GTK_BOX (card);
  gtk_widget_add_css_class (card, "clause");
  gtk_box_append (GTK_BOX (self->cards), card);
  append_label (&inside, link, "reading-value");
  append_text (&inside, block->detail, "reading-clause-title");
  append_label (&inside, text, "reading-clause");
  append_text (&inside, block->note, "reading-note");
  append_comparison (&inside, block);
  narrow (card);
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, GHashTable *open)
{
  const char *title = gtk_expander_get_label (expander);

  if (gtk_expander_get_expanded (expander))
    g_hash_table_add (open, g_strdup (title));
  else
    g_hash_table_remove (open, title);
}

static void
unref_open (gpointer data, GClosure *closure)
{
  g_hash_table_unref (data);
}

/* An expander of GTK looks for the focus in its child, also where that is in no window. */
static void
put_content (GtkExpander *fold, GParamSpec *pspec, GtkWidget *content)
{
  gtk_expander_set_child (fold, gtk_expander_get_expanded (fold) ? content : NULL);
}

/* Appends a fold; the blocks after it go into it. */
static void
append_fold (Page *self, GtkBox *page_box, const char *title)
{
  GtkWidget *fold = gtk_expander_new (title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (fold, "reading-fold");
  gtk_accessible_update_property (GTK_ACCESSIBLE (fold), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (fold), "content", g_object_ref_sink (box), g_object_unref);
  g_signal_connect (fold, "notify::expanded", G_CALLBACK (put_content), box);
  gtk_box_append (page_box, fold);
  self->box = GTK_BOX (box);
  if (self->open == NULL)
    return;

  gtk_expander_set_expanded (GTK_EXPANDER (fold), g_hash_table_contains (self->open, title));
  g_signal_connect_data (fold, "notify::expanded", G_CALLBACK (expanded_cb),
                         g_hash_table_ref (self->open), unref_open, 0);
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
  ka_reading_markup_append_span (markup, MUTED " – ", block->detail, "</span>");
  row = ka_reading_text_get_label (
    KA_READING_TEXT (append_label (self, markup->str, "reading-step")));
  if (block->links->len > 0)
    follow_step (self->session, row, block->step);
}

/* Appends the button that starts a tour or a walk. */
static void
append_start (const Page *self, const KaBlock *block)
{
  GtkWidget       *button = gtk_button_new_with_label (block->text);
  GtkWidget       *label = gtk_button_get_child (GTK_BUTTON (button));
  g_autofree char *reference = ka_item_dup_reference (block->item);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.start-tour");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", reference);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_layout_manager (label, ka_text_layout_new (TRUE));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->box, button);
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
append_block (Page *self, GtkBox *page_box, const KaBlock *block)
{
  g_autofree char *text = ka_reading_markup_dup (block, ka_session_get_language (self->session));

  if (block->kind != self->before)
    self->grid = NULL;
  if (block->kind != KA_BLOCK_CLAUSE)
    self->cards = NULL;
  self->before = block->kind;

  switch (block->kind)
    {
    case KA_BLOCK_PATH:
      append_label (self, text, "reading-path");
      break;
    case KA_BLOCK_TITLE:
      append_heading (self, block->text, "reading-title", 1);
      append_text (self, block->detail, "reading-subtitle");
      break;
    case KA_BLOCK_LEAD:
      append_lead (self, block, text);
      break;
    case KA_BLOCK_HEADING:
      append_heading (self, block->text, "reading-heading", 2);
      break;
    case KA_BLOCK_FOLD:
      append_fold (self, page_box, block->text);
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
    case KA_BLOCK_START:
      append_start (self, block);
      break;
    case KA_BLOCK_SOURCE:
      append_source (self, block, text);
      break;
    default:
      g_return_if_reached ();
    }
}

/* The first widget of a section, or of a row of facts, has its key; the others follow it. */
static const char *
get_key (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), KEY);
}

static void
set_key (GtkWidget *widget, char *key)
{
  g_object_set_data_full (G_OBJECT (widget), KEY, key, g_free);
}

/* The first widgets of what is in a parent, by their keys; of equal ones the first. */
static GHashTable *
list_keyed (GtkWidget *parent)
{
  GHashTable *keyed = g_hash_table_new (ka_hash_string, g_str_equal);

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (get_key (child) != NULL && !g_hash_table_contains (keyed, get_key (child)))
      g_hash_table_insert (keyed, (gpointer) (guintptr) get_key (child), child);

  return keyed;
}

/* Moves a widget with its key, and those that follow it, after @last (nullable). Returns the last
 * of them. */
static GtkWidget *
place_after (GtkWidget *first, GtkWidget *last)
{
  GtkWidget *widget = first;
  GtkWidget *next;

  do
    {
      next = gtk_widget_get_next_sibling (widget);
      if (gtk_widget_get_prev_sibling (widget) != last)
        gtk_widget_insert_after (widget, gtk_widget_get_parent (widget), last);
      last = widget;
      widget = next;
    }
  while (widget != NULL && get_key (widget) == NULL);

  return last;
}

/* The focus and the pointer leave a widget before it goes. */
static void
leave (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  ka_controllers_reset (widget);
  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    gtk_root_set_focus (root, NULL);
}

static void
remove_after (GtkWidget *parent, GtkWidget *last)
{
  GtkWidget *widget;

  while ((widget = last != NULL ? gtk_widget_get_next_sibling (last)
                                : gtk_widget_get_first_child (parent)) != NULL)
    {
      leave (widget);
      if (GTK_IS_GRID (parent))
        gtk_grid_remove (GTK_GRID (parent), widget);
      else
        gtk_box_remove (GTK_BOX (parent), widget);
    }
}

/* A grid of the page before that does not stay as it is, or a new one */
static GtkWidget *
take_grid (GHashTable *kept, GtkBox *page)
{
  GHashTableIter iter;
  gpointer       first;
  GtkWidget     *grid;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, NULL, &first))
    if (GTK_IS_GRID (first))
      {
        g_hash_table_iter_steal (&iter);
        return first;
      }
  grid = create_grid ();
  gtk_box_append (page, grid);

  return grid;
}

static void
move_to_row (GtkWidget *widget, int row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (gtk_widget_get_parent (widget));

  gtk_grid_layout_child_set_row (
    GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, widget)), row);
}

/* Makes a grid show blocks with labels beside texts; those that stay keep their widgets. */
static void
set_rows (Page *self, GtkWidget *grid, const GPtrArray *blocks, guint start, guint end)
{
  g_autoptr (GHashTable) kept = list_keyed (grid);
  GtkWidget *last = NULL;

  self->grid = GTK_GRID (grid);
  self->before = ((const KaBlock *) blocks->pdata[start])->kind;
  for (guint i = start; i < end; i++)
    {
      g_autofree char *key = ka_reading_sections_dup_key (blocks, i, i + 1);
      GtkWidget       *name = NULL;

      self->n_rows = (int) (i - start);
      if (g_hash_table_steal_extended (kept, key, NULL, (gpointer *) &name))
        {
          move_to_row (name, self->n_rows);
          move_to_row (gtk_widget_get_next_sibling (name), self->n_rows);
        }
      else
        {
          append_block (self, NULL, blocks->pdata[i]);
          name = gtk_widget_get_prev_sibling (gtk_widget_get_last_child (grid));
          set_key (name, g_steal_pointer (&key));
        }
      last = place_after (name, last);
    }
  remove_after (grid, last);
}

/* Adds a section to a page, or changes one of those that are left over. Returns its first widget.
 */
static GtkWidget *
write_section (Page            *self,
               GtkBox          *page,
               GHashTable      *kept,
               const GPtrArray *blocks,
               guint            start,
               guint            end)
{
  const KaBlock *first = blocks->pdata[start];
  GtkWidget     *before = gtk_widget_get_last_child (GTK_WIDGET (page));
  GtkWidget     *grid;

  if (first->kind == KA_BLOCK_FACT || (first->kind == KA_BLOCK_LINK && first->label != NULL))
    {
      grid = take_grid (kept, page);
      set_rows (self, grid, blocks, start, end);
      return grid;
    }

  self->box = page;
  self->grid = NULL;
  self->cards = NULL;
  for (guint i = start; i < end; i++)
    append_block (self, page, blocks->pdata[i]);

  return before != NULL ? gtk_widget_get_next_sibling (before)
                        : gtk_widget_get_first_child (GTK_WIDGET (page));
}

void
ka_reading_blocks_set (GtkWidget       *page,
                       KaSession       *session,
                       const KaTheme   *theme,
                       const GPtrArray *blocks,
                       GHashTable      *open)
{
  g_autoptr (GHashTable) kept = list_keyed (page);
  Page       self = { .session = session, .theme = theme, .open = open };
  GtkWidget *last = NULL;
  guint      end;

  if (ka_canvas_get_unit (page) >= LARGE_TEXT_SCALE)
    gtk_widget_add_css_class (page, "large");
  else
    gtk_widget_remove_css_class (page, "large");
  for (guint start = 0; start < blocks->len; start = end)
    {
      g_autofree char *key = NULL;
      GtkWidget       *first = NULL;

      end = ka_reading_sections_find_end (blocks, start);
      key = ka_reading_sections_dup_key (blocks, start, end);
      if (!g_hash_table_steal_extended (kept, key, NULL, (gpointer *) &first))
        {
          first = write_section (&self, GTK_BOX (page), kept, blocks, start, end);
          set_key (first, g_steal_pointer (&key));
        }
      last = place_after (first, last);
    }
  remove_after (page, last);
}

GtkWidget *
ka_reading_blocks_new (KaSession       *session,
                       const KaTheme   *theme,
                       const GPtrArray *blocks,
                       GHashTable      *open)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (page, "reading");
  ka_reading_blocks_set (page, session, theme, blocks, open);

  return page;
}
