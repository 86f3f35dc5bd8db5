/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows a message for some seconds and asks the file manager for a folder.
 */

#include "config.h"

#include "ka-toast.h"

#define SHOWN_MS 6000

struct _KaToast
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *revealer;
  GtkLabel  *label;
  GtkButton *folder_button;

  /* Owned */
  GFile *file;

  guint timeout;
};

G_DEFINE_FINAL_TYPE (KaToast, ka_toast, GTK_TYPE_WIDGET)

static void
hide_cb (KaToast *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

/* A screen reader finds no message that is hidden. */
static void
revealed_cb (KaToast *self)
{
  if (!gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)) &&
      !gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
timeout_cb (gpointer data)
{
  KaToast *self = data;

  self->timeout = 0;
  hide_cb (self);

  return G_SOURCE_REMOVE;
}

static void
start_timeout (KaToast *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (SHOWN_MS, timeout_cb, self);
}

static void
enter_cb (KaToast *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
}

/* Calls ShowItems of the interface org.freedesktop.FileManager1. */
static void
show_in_folder_cb (KaToast *self)
{
  GApplication    *application = g_application_get_default ();
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application)
                                             : NULL;
  g_autofree char *uri = g_file_get_uri (self->file);
  const char      *uris[] = { uri, NULL };

  if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                            "org.freedesktop.FileManager1", "ShowItems",
                            g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, NULL, NULL);
  hide_cb (self);
}

static void
ka_toast_dispose (GObject *object)
{
  KaToast *self = KA_TOAST (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->file);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_toast_parent_class)->dispose (object);
}

static void
ka_toast_class_init (KaToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_toast_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, KA_RESOURCE_PATH "/ui/ka-toast.ui");
  gtk_widget_class_bind_template_child (widget_class, KaToast, revealer);
  gtk_widget_class_bind_template_child (widget_class, KaToast, label);
  gtk_widget_class_bind_template_child (widget_class, KaToast, folder_button);
  gtk_widget_class_bind_template_callback (widget_class, show_in_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
ka_toast_init (KaToast *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (start_timeout), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
ka_toast_show (KaToast *self, const char *message, GFile *file)
{
  g_set_object (&self->file, file);
  gtk_label_set_text (self->label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->folder_button), file != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  start_timeout (self);
}
