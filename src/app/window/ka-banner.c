/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line with a warning and a button. GtkInfoBar, which does the same, is deprecated since
 * GTK 4.10.
 */

#include "config.h"

#include "ka-banner.h"

struct _KaBanner
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *revealer;
  GtkLabel  *label;
  GtkButton *button;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KaBanner, ka_banner, GTK_TYPE_WIDGET)

static void
button_cb (KaBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

/* A screen reader finds no text that is hidden. */
static void
revealed_cb (KaBanner *self)
{
  if (!gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)) &&
      !gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
ka_banner_dispose (GObject *object)
{
  KaBanner *self = KA_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_banner_parent_class)->dispose (object);
}

static void
ka_banner_class_init (KaBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_banner_dispose;

  /** KaBanner::activated: a person asks for more */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, KA_RESOURCE_PATH "/ui/ka-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, KaBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, KaBanner, label);
  gtk_widget_class_bind_template_child (widget_class, KaBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, button_cb);
  gtk_widget_class_bind_template_callback (widget_class, ka_banner_hide);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
ka_banner_init (KaBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KaBanner *
ka_banner_new (void)
{
  return g_object_new (KA_TYPE_BANNER, NULL);
}

void
ka_banner_show (KaBanner *self, const char *text, const char *button)
{
  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), text);
  gtk_button_set_label (self->button, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

void
ka_banner_hide (KaBanner *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
