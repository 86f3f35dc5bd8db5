/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list at the left: search entry, filter by category, and the rows of ka-item-rows.c.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-event-list.h"

#include "ka-canvas.h"
#include "ka-category-filter.h"
#include "ka-category-mark.h"
#include "ka-item-rows.h"
#include "ka-words.h"

struct _KaEventList
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget          *content;
  GtkSearchEntry     *search;
  KaCategoryFilter   *filters;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkLabel           *empty;
  GtkWidget          *range_bar;
  GtkLabel           *range_label;

  /* Owned */
  KaSession  *session;
  KaItemRows *rows;

  const KaTheme *theme;
  guint          scroll_source;
  gboolean       is_updating; /* the list takes the selection of the session */
  gboolean       is_choosing; /* the session takes the selection of the list */
};

G_DEFINE_FINAL_TYPE (KaEventList, ka_event_list, GTK_TYPE_WIDGET)

static void
scroll_to (KaEventList *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static gboolean
scroll_cb (gpointer data)
{
  KaEventList *self = data;
  guint        position = gtk_single_selection_get_selected (self->selection);

  self->scroll_source = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);

  return G_SOURCE_REMOVE;
}

/* Scrolls after the list has its size. */
static void
queue_scroll (KaEventList *self)
{
  if (self->scroll_source == 0 && self->session != NULL)
    self->scroll_source = g_timeout_add (50, scroll_cb, self);
}

/* Scrolls to the row after the selected one in the direction of the last step, then to the selected
 * row itself: both are in sight. */
static void
show_selection (KaEventList *self)
{
  guint before = gtk_single_selection_get_selected (self->selection);
  guint position = ka_item_rows_find (self->rows, ka_session_get_selection (self->session));
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint next = position;

  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_updating = FALSE;
  if (position == GTK_INVALID_LIST_POSITION || self->is_choosing)
    return;

  if (position > 0 && before != GTK_INVALID_LIST_POSITION && before > position)
    next = position - 1;
  else if (position + 1 < n_rows)
    next = position + 1;
  scroll_to (self, next);
  queue_scroll (self);
}

/* Shows the marked range and how many events meet it. */
static void
show_range (KaEventList *self)
{
  KaViewState      state = ka_session_get_state (self->session);
  gsize            n_events = ka_item_rows_count_items (self->rows);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (!state.has_range)
    return;

  first = ka_day_to_words (state.range.from, state.language);
  last = ka_day_to_words (state.range.to - 1, state.language);
  /* Translators: two dates and the number of events between them. */
  text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%1$s – %2$s: %3$u event", "%1$s – %2$s: %3$u events", n_events),
    first, last, (guint) n_events);
  gtk_label_set_text (self->range_label, text);
}

static void
fill (KaEventList *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));

  /* A selection model makes each new row to look for the selected one: selects nothing first. */
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (*query != '\0')
    ka_item_rows_show_results (self->rows, query);
  else
    ka_item_rows_show_events (self->rows);
  self->is_updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->filters), *query == '\0');
  gtk_widget_set_visible (self->range_bar,
                          *query == '\0' && ka_session_get_state (self->session).has_range);
  show_range (self);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), ka_item_rows_count_items (self->rows) == 0);
  show_selection (self);
}

/* Rows */

static void
row_enter_cb (GtkListItem *list_item, double x, double y, GtkEventController *motion)
{
  KaEventList *self = KA_EVENT_LIST (
    gtk_widget_get_ancestor (gtk_event_controller_get_widget (motion), KA_TYPE_EVENT_LIST));
  KaItemRow *row = gtk_list_item_get_item (list_item);

  if (self != NULL && self->session != NULL && row != NULL)
    ka_session_set_hover (self->session, row->item);
}

static void
row_leave_cb (KaEventList *self)
{
  if (self->session != NULL)
    ka_session_set_hover (self->session, NULL);
}

static void
row_setup_cb (KaEventList *self, GtkListItem *list_item)
{
  GtkWidget          *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget          *mark = ka_category_mark_new ();
  GtkWidget          *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_widget_set_hexpand (lines, TRUE);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      /* Measuring a wrapped label is slow. Large text needs it in the second line too. */
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      if (i == 0 || ka_canvas_get_unit (GTK_WIDGET (self)) > 1.0)
        gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      else
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, i == 0 ? "row-title" : "row-subtitle");
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_box_append (GTK_BOX (row), lines);
  g_signal_connect_object (motion, "enter", G_CALLBACK (row_enter_cb), list_item,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (row_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, motion);
  gtk_list_item_set_child (list_item, row);
}

static void
row_bind_cb (KaEventList *self, GtkListItem *list_item)
{
  KaItemRow    *row = gtk_list_item_get_item (list_item);
  const KaItem *item = row->item;
  GtkWidget    *child = gtk_list_item_get_child (list_item);
  GtkWidget    *mark = gtk_widget_get_first_child (child);
  GtkWidget    *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (mark));
  GtkWidget    *subtitle = gtk_widget_get_next_sibling (title);
  gboolean      is_event = item != NULL && item->kind == KA_ITEM_EVENT;

  gtk_list_item_set_selectable (list_item, item != NULL);
  gtk_list_item_set_activatable (list_item, item != NULL);
  gtk_label_set_text (GTK_LABEL (title), row->title);
  gtk_label_set_text (GTK_LABEL (subtitle), row->subtitle);
  gtk_widget_set_visible (subtitle, item != NULL);
  gtk_widget_set_visible (mark, is_event);
  if (is_event)
    ka_category_mark_set (KA_CATEGORY_MARK (mark), self->theme, ((const KaEvent *) item)->leading);
  if (item == NULL)
    gtk_widget_add_css_class (child, "heading-row");
  else
    gtk_widget_remove_css_class (child, "heading-row");
}

/* Callbacks */

static void
selected_cb (KaEventList *self)
{
  KaItemRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_updating || self->session == NULL || row == NULL || row->item == NULL)
    return;

  /* The clicked row stays under the pointer. */
  self->is_choosing = TRUE;
  ka_session_select (self->session, row->item);
  self->is_choosing = FALSE;
}

static void
activate_cb (KaEventList *self, guint position)
{
  const KaItem *item = ka_item_rows_get (self->rows, position);

  if (item != NULL)
    ka_session_select (self->session, item);
}

static void
search_changed_cb (KaEventList *self)
{
  if (self->session != NULL)
    fill (self);
}

/* The first row is a heading, the second one the first result. */
static void
search_activate_cb (KaEventList *self)
{
  const KaItem *first = NULL;

  for (guint i = 0; self->rows != NULL && i < 2 && first == NULL; i++)
    first = ka_item_rows_get (self->rows, i);
  if (first != NULL)
    ka_session_select (self->session, first);
}

static void
search_stopped_cb (KaEventList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static gboolean
is_heading (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  return child == NULL || gtk_widget_has_css_class (child, "heading-row");
}

/* Moves the focus from the search entry to the first result. The list itself would keep the focus,
 * as it has no focused row yet. */
static gboolean
search_key_cb (KaEventList *self, guint key)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || self->rows == NULL ||
      ka_item_rows_count_items (self->rows) == 0)
    return FALSE;

  scroll_to (self, 0);
  while (row != NULL && is_heading (row))
    row = gtk_widget_get_next_sibling (row);

  return row != NULL && gtk_widget_grab_focus (row);
}

static void
range_cleared_cb (KaEventList *self)
{
  ka_session_clear_range (self->session);
}

static void
ka_event_list_dispose (GObject *object)
{
  KaEventList *self = KA_EVENT_LIST (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_event_list_parent_class)->dispose (object);
}

static void
ka_event_list_class_init (KaEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_event_list_dispose;

  g_type_ensure (KA_TYPE_CATEGORY_FILTER);
  g_type_ensure (KA_TYPE_ITEM_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KA_RESOURCE_PATH "/ui/ka-event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KaEventList, content);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, search);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, filters);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, list);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, selection);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, empty);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, range_bar);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, range_label);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_cleared_cb);
}

static void
ka_event_list_init (KaEventList *self)
{
  self->theme = ka_theme_get (KA_THEME_LIGHT);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (queue_scroll), NULL);
}

void
ka_event_list_set_session (KaEventList *self, KaSession *session)
{
  g_return_if_fail (KA_IS_EVENT_LIST (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->rows = ka_item_rows_new (session);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  ka_category_filter_set_session (self->filters, session);
  ka_session_watch (session, "selection", G_CALLBACK (show_selection), self);
  ka_session_watch (session, "categories", G_CALLBACK (fill), self);
  ka_session_watch (session, "range", G_CALLBACK (fill), self);
  fill (self);
}

void
ka_event_list_set_theme (KaEventList *self, const KaTheme *theme)
{
  if (self->theme == theme)
    return;

  self->theme = theme;
  ka_category_filter_set_theme (self->filters, theme);
  if (self->session == NULL)
    return;

  /* Binds all rows anew to the new colours. */
  self->is_updating = TRUE;
  ka_item_rows_renew (self->rows);
  self->is_updating = FALSE;
  show_selection (self);
}

void
ka_event_list_focus_search (KaEventList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
