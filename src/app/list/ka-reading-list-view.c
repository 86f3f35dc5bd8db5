/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reading list in the list pane: rows of pinned items, and buttons for what keys do.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-list-view.h"

#include "ka-item-lines.h"
#include "ka-words.h"

struct _KaReadingListView
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget  *content;
  GtkListBox *rows;
  GtkWidget  *empty;
  GtkWidget  *bar;

  /* Owned */
  KaSession     *session;
  KaReadingList *list;

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (KaReadingListView, ka_reading_list_view, GTK_TYPE_WIDGET)

static const KaItem *
get_item (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "item") : NULL;
}

static GtkWidget *
create_row (KaReadingListView *self, const KaItem *item)
{
  const KaLanguage language = ka_session_get_language (self->session);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *lines = ka_item_lines_new ();
  const char      *title = ka_item_get_title (item, ka_session_get_day (self->session), language);
  g_autofree char *description = ka_words_describe_item (item, language);
  g_autofree char *name = g_strdup_printf (_ ("%1$s, %2$s"), title, description);

  ka_item_lines_set (KA_ITEM_LINES (lines), title, NULL, description);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  g_object_set_data (G_OBJECT (row), "item", (gpointer) (guintptr) item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/* Selects the row of an item, and gives it the focus that the old row had. */
static void
choose_row (KaReadingListView *self, const KaItem *item, gboolean with_focus)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (get_item (row) == item)
      {
        gtk_list_box_select_row (self->rows, row);
        if (with_focus)
          gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
  gtk_list_box_unselect_all (self->rows);
}

static gboolean
has_focus (KaReadingListView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows));
}

/* After a row is gone, the one in its place is chosen. */
static void
fill (KaReadingListView *self)
{
  const GPtrArray *items = ka_reading_list_get_items (self->list);
  GtkListBoxRow   *old = gtk_list_box_get_selected_row (self->rows);
  const KaItem    *chosen = get_item (old);
  const gboolean   had_focus = has_focus (self);
  const int        place = old != NULL ? gtk_list_box_row_get_index (old) : 0;
  GtkListBoxRow   *row;

  self->is_filling = TRUE;
  if (chosen != NULL && !ka_reading_list_has (self->list, chosen))
    chosen = items->len > 0 ? items->pdata[MIN ((guint) place, items->len - 1)] : NULL;
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->rows, create_row (self, items->pdata[i]));
  choose_row (self, chosen, had_focus);
  gtk_widget_set_visible (self->empty, items->len == 0);
  gtk_widget_set_visible (self->bar, items->len > 0);
  self->is_filling = FALSE;
}

static void
show_selection (KaReadingListView *self)
{
  self->is_filling = TRUE;
  choose_row (self, ka_session_get_selection (self->session), FALSE);
  self->is_filling = FALSE;
}

static void
row_selected_cb (KaReadingListView *self, GtkListBoxRow *row)
{
  if (!self->is_filling && row != NULL)
    ka_session_select (self->session, get_item (row));
}

static void
move (KaReadingListView *self, int direction)
{
  const KaItem *item = get_item (gtk_list_box_get_selected_row (self->rows));

  if (item != NULL)
    ka_reading_list_move (self->list, item, direction);
}

static void
unpin (KaReadingListView *self)
{
  const KaItem *item = get_item (gtk_list_box_get_selected_row (self->rows));

  if (item != NULL)
    ka_reading_list_toggle (self->list, item);
}

static void
move_up (KaReadingListView *self)
{
  move (self, -1);
}

static void
move_down (KaReadingListView *self)
{
  move (self, 1);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (KA_READING_LIST_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
unpin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  unpin (KA_READING_LIST_VIEW (widget));
}

static gboolean
ka_reading_list_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (KA_READING_LIST_VIEW (widget)->rows),
                                 GTK_DIR_TAB_FORWARD);
}

static void
ka_reading_list_view_dispose (GObject *object)
{
  KaReadingListView *self = KA_READING_LIST_VIEW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->list);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_reading_list_view_parent_class)->dispose (object);
}

static void
ka_reading_list_view_class_init (KaReadingListViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_reading_list_view_dispose;
  widget_class->grab_focus = ka_reading_list_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "pins.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "pins.unpin", NULL, unpin_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "pins.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "pins.move", "i",
                                       1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "pins.unpin", NULL);
}

/* A button connects to a signal: GTK 4.8 loses the actions of a pane that moves over the map. */
static void
add_button (KaReadingListView *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), button);
}

static void
add_bar (KaReadingListView *self)
{
  GtkWidget *handout = gtk_button_new_with_label (_ ("Hand-out"));

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  add_button (self, "go-up-symbolic", _ ("Move Up (Alt+Up)"), G_CALLBACK (move_up));
  add_button (self, "go-down-symbolic", _ ("Move Down (Alt+Down)"), G_CALLBACK (move_down));
  add_button (self, "list-remove-symbolic", _ ("Unpin (Delete)"), G_CALLBACK (unpin));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (handout), "win.handout");
  gtk_widget_set_tooltip_text (handout, _ ("Save as PDF to Print"));
  gtk_widget_set_hexpand (handout, TRUE);
  gtk_widget_set_halign (handout, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->bar), handout);
  gtk_widget_add_css_class (self->bar, "pins-bar");
  gtk_box_append (GTK_BOX (self->content), self->bar);
}

static void
ka_reading_list_view_init (KaReadingListView *self)
{
  GtkWidget *title = gtk_label_new (_ ("Reading list"));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "pins-list");
  self->empty = gtk_label_new (_ ("Nothing is pinned yet. Ctrl+D pins the event or article that "
                                  "you read."));
  gtk_widget_add_css_class (title, "reading-heading");
  gtk_widget_add_css_class (title, "pins-title");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (self->content), title);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "row-subtitle");
  gtk_widget_add_css_class (self->empty, "pins-title");
  gtk_box_append (GTK_BOX (self->content), self->empty);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (self->content), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reading list"), -1);
  add_bar (self);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_signal_connect_object (self->rows, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

void
ka_reading_list_view_set (KaReadingListView *self, KaSession *session, KaReadingList *list)
{
  g_return_if_fail (KA_IS_READING_LIST_VIEW (self) && self->list == NULL);

  self->session = g_object_ref (session);
  self->list = g_object_ref (list);
  ka_session_watch (session, "selection", G_CALLBACK (show_selection), self);
  g_signal_connect_object (list, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
