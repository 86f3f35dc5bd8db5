/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds selectable text that is no stop of the Tab key.
 */
#include "config.h"

#include "ka-plain-text.h"

struct _KaPlainText
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (KaPlainText, ka_plain_text, GTK_TYPE_WIDGET)

/* The keyboard neither enters the label nor stops in it. */
static gboolean
ka_plain_text_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return FALSE;
}

static void
ka_plain_text_dispose (GObject *object)
{
  g_clear_pointer (&KA_PLAIN_TEXT (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_plain_text_parent_class)->dispose (object);
}

static void
ka_plain_text_class_init (KaPlainTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ka_plain_text_dispose;
  GTK_WIDGET_CLASS (klass)->focus = ka_plain_text_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ka_plain_text_init (KaPlainText *self)
{
}

GtkWidget *
ka_plain_text_new (GtkWidget *label)
{
  KaPlainText *self = g_object_new (KA_TYPE_PLAIN_TEXT, NULL);

  self->label = label;
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
