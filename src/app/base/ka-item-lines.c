/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mark, title and second line of an item, for every list of items.
 */

#include "config.h"

#include "ka-item-lines.h"

#include "ka-paragraph.h"

struct _KaItemLines
{
  GtkBox parent_instance;

  GtkWidget *mark;
  GtkWidget *title;
  GtkWidget *subtitle;
};

G_DEFINE_FINAL_TYPE (KaItemLines, ka_item_lines, GTK_TYPE_BOX)

static void
ka_item_lines_class_init (KaItemLinesClass *klass)
{
}

static void
ka_item_lines_init (KaItemLines *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->mark = ka_category_mark_new ();
  self->title = ka_paragraph_new ("row-title");
  self->subtitle = ka_paragraph_new ("row-subtitle");
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  gtk_widget_set_visible (self->mark, FALSE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (self), self->mark);
  gtk_box_append (GTK_BOX (lines), self->title);
  gtk_box_append (GTK_BOX (lines), self->subtitle);
  gtk_box_append (GTK_BOX (self), lines);
}

GtkWidget *
ka_item_lines_new (void)
{
  return g_object_new (KA_TYPE_ITEM_LINES, NULL);
}

void
ka_item_lines_set (KaItemLines   *self,
                   const char    *title,
                   PangoAttrList *attributes,
                   const char    *subtitle)
{
  g_return_if_fail (KA_IS_ITEM_LINES (self));

  ka_paragraph_set_text (KA_PARAGRAPH (self->title), title, attributes);
  gtk_widget_set_visible (self->subtitle, subtitle != NULL);
  if (subtitle != NULL)
    ka_paragraph_set_text (KA_PARAGRAPH (self->subtitle), subtitle, NULL);
}

void
ka_item_lines_set_mark (KaItemLines *self, const KaTheme *theme, KaCategory category)
{
  g_return_if_fail (KA_IS_ITEM_LINES (self));

  gtk_widget_set_visible (self->mark, category != 0);
  if (category != 0)
    ka_category_mark_set (KA_CATEGORY_MARK (self->mark), theme, category);
}
