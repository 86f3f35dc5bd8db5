/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row of the list: the lines of an item, or a heading. One widget serves both, as a list gives
 * its widgets to other rows when it scrolls.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-list-row.h"

#include "ka-item-lines.h"
#include "ka-search.h"
#include "ka-words.h"

struct _KaListRow
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *lines;

  KaSession    *session;   /* owned: a pointer may leave the row while its list goes */
  GtkListItem  *list_item; /* borrowed: it owns the row */
  KaItemRow    *bound;     /* (nullable): owned */
  const KaItem *item;      /* (nullable): borrowed */
};

G_DEFINE_FINAL_TYPE (KaListRow, ka_list_row, GTK_TYPE_WIDGET)

static void
set_css_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
enter_cb (KaListRow *self)
{
  ka_session_set_hover (self->session, self->item);
}

static void
leave_cb (KaListRow *self)
{
  ka_session_set_hover (self->session, NULL);
}

/* Tells a screen reader title, date and category of a row. */
static void
name_row (KaListRow *self, const KaItemRow *row)
{
  GtkWidget       *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (row->item == NULL)
    name = g_strdup (row->title);
  else if (row->item->kind == KA_ITEM_EVENT)
    /* Translators: the accessible name of a row: title, date and category of an event. */
    name = g_strdup_printf (_ ("%1$s, %2$s, %3$s"), row->title, row->subtitle,
                            ka_words_get_category (((const KaEvent *) row->item)->leading));
  else
    name = g_strdup_printf (_ ("%1$s, %2$s"), row->title, row->subtitle);
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/* The words that match are bold and underlined. */
static PangoAttrList *
create_attributes (const GArray *marks)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const KaSearchMark *mark = &g_array_index (marks, KaSearchMark, i);
      PangoAttribute     *parts[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                      pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          parts[j]->start_index = (guint) mark->start;
          parts[j]->end_index = (guint) mark->end;
          pango_attr_list_insert (attributes, parts[j]);
        }
    }

  return attributes;
}

static void
ka_list_row_dispose (GObject *object)
{
  KaListRow *self = KA_LIST_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->lines, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_object (&self->bound);

  G_OBJECT_CLASS (ka_list_row_parent_class)->dispose (object);
}

static void
ka_list_row_class_init (KaListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_list_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "box");
}

static void
ka_list_row_init (KaListRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->heading = gtk_label_new (NULL);
  self->lines = ka_item_lines_new ();
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_add_css_class (self->heading, "row-title");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
ka_list_row_new (KaSession *session, GtkListItem *list_item)
{
  KaListRow *self = g_object_new (KA_TYPE_LIST_ROW, NULL);

  self->session = g_object_ref (session);
  self->list_item = list_item;

  return GTK_WIDGET (self);
}

/* A list binds all rows below a change again: those that keep their item are left alone. */
void
ka_list_row_bind (KaListRow *self, KaItemRow *row)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (KA_IS_LIST_ROW (self) && row != NULL);

  if (!g_set_object (&self->bound, row))
    return;

  self->item = row->item;
  gtk_widget_set_visible (self->heading, row->item == NULL);
  gtk_widget_set_visible (self->lines, row->item != NULL);
  if (row->item == NULL)
    gtk_label_set_text (GTK_LABEL (self->heading), row->title);
  else
    {
      attributes = create_attributes (row->marks);
      ka_item_lines_set (KA_ITEM_LINES (self->lines), row->title, attributes, row->subtitle);
      ka_item_lines_set_mark (KA_ITEM_LINES (self->lines), NULL, 0);
    }
  set_css_class (GTK_WIDGET (self), "heading-row", row->item == NULL && !row->is_day);
  set_css_class (GTK_WIDGET (self), "day-row", row->is_day);
  name_row (self, row);
}

void
ka_list_row_set_heading (KaListRow *self, const char *text)
{
  g_return_if_fail (KA_IS_LIST_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->heading), text);
}

void
ka_list_row_set_mark (KaListRow *self, const KaTheme *theme, KaCategory category)
{
  g_return_if_fail (KA_IS_LIST_ROW (self));

  ka_item_lines_set_mark (KA_ITEM_LINES (self->lines), theme, category);
}

void
ka_list_row_set_marked (KaListRow *self, gboolean is_marked)
{
  g_return_if_fail (KA_IS_LIST_ROW (self));

  set_css_class (GTK_WIDGET (self), "marked-row", is_marked);
}

gboolean
ka_list_row_is_marked (KaListRow *self)
{
  g_return_val_if_fail (KA_IS_LIST_ROW (self), FALSE);

  return gtk_widget_has_css_class (GTK_WIDGET (self), "marked-row");
}

const KaItem *
ka_list_row_get_item (KaListRow *self)
{
  g_return_val_if_fail (KA_IS_LIST_ROW (self), NULL);

  return self->item;
}

guint
ka_list_row_get_position (KaListRow *self)
{
  g_return_val_if_fail (KA_IS_LIST_ROW (self), GTK_INVALID_LIST_POSITION);

  return gtk_list_item_get_position (self->list_item);
}
