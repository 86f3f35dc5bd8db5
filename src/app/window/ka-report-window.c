/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows a list of faults or losses.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-report-window.h"

#include "ka-help.h"
#include "ka-popovers.h"
#include "ka-style.h"

#include <string.h>

struct _KaReportWindow
{
  GtkApplicationWindow parent_instance;

  /* Template children */
  GtkLabel    *heading;
  GtkLabel    *text;
  GtkListView *list;
  GtkBox      *buttons;
  GtkButton   *copy_button;

  /* Owned */
  GtkStringList *lines;
};

G_DEFINE_FINAL_TYPE (KaReportWindow, ka_report_window, GTK_TYPE_APPLICATION_WINDOW)

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
row_setup_cb (KaReportWindow *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_label ("row-subtitle"));
  gtk_box_append (GTK_BOX (box), create_label ("report-text"));
  gtk_list_item_set_child (item, box);
}

static void
row_bind_cb (KaReportWindow *self, GtkListItem *item)
{
  GtkWidget  *box = gtk_list_item_get_child (item);
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) parts = g_strsplit (line, "\t", 2);
  g_autofree char *name = g_strjoinv (": ", parts);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), parts[0]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Copies the list as text, a thing a line. */
static void
copy_cb (KaReportWindow *self)
{
  GString *text = g_string_new (NULL);
  guint    n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  for (guint i = 0; i < n_lines; i++)
    {
      g_auto (GStrv) parts = g_strsplit (gtk_string_list_get_string (self->lines, i), "\t", 2);
      g_autofree char *line = g_strjoinv (": ", parts);

      g_string_append_printf (text, "%s\n", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  g_string_free (text, TRUE);
  gtk_button_set_label (self->copy_button, _ ("Copied"));
}

static void
ka_report_window_dispose (GObject *object)
{
  KaReportWindow *self = KA_REPORT_WINDOW (object);

  g_clear_object (&self->lines);

  G_OBJECT_CLASS (ka_report_window_parent_class)->dispose (object);
}

static void
ka_report_window_class_init (KaReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_report_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KA_RESOURCE_PATH "/ui/ka-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KaReportWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, KaReportWindow, text);
  gtk_widget_class_bind_template_child (widget_class, KaReportWindow, list);
  gtk_widget_class_bind_template_child (widget_class, KaReportWindow, buttons);
  gtk_widget_class_bind_template_child (widget_class, KaReportWindow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ka_report_window_init (KaReportWindow *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_application_window_set_show_menubar (GTK_APPLICATION_WINDOW (self), FALSE);
  ka_help_add (GTK_APPLICATION_WINDOW (self));
  self->lines = gtk_string_list_new (NULL);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/* Takes the colours of the parent, else those of the desktop. */
static void
set_colours (KaReportWindow *self, GtkWindow *parent)
{
  static const char *const names[] = { "dark", "contrast" };
  g_autoptr (KaStyle) style = NULL;

  if (parent == NULL)
    {
      style = ka_style_new (gtk_widget_get_settings (GTK_WIDGET (self)));
      if (ka_style_get_theme (style)->is_dark)
        gtk_widget_add_css_class (GTK_WIDGET (self), names[0]);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (gtk_widget_has_css_class (GTK_WIDGET (parent), names[i]))
      gtk_widget_add_css_class (GTK_WIDGET (self), names[i]);
}

KaReportWindow *
ka_report_window_new (GtkWindow *parent, GtkApplication *application)
{
  KaReportWindow *self = g_object_new (KA_TYPE_REPORT_WINDOW, "application", application,
                                       "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  set_colours (self, parent);

  return self;
}

void
ka_report_window_fill (KaReportWindow  *self,
                       const char      *heading,
                       const char      *text,
                       const GPtrArray *lines)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  const guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  for (guint i = 0; i < lines->len; i++)
    g_strv_builder_add (builder, lines->pdata[i]);
  strings = g_strv_builder_end (builder);
  gtk_window_set_title (GTK_WINDOW (self), heading);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->text, text);
  ka_popovers_close (GTK_WIDGET (self->list));
  gtk_string_list_splice (self->lines, 0, n_old, (const char *const *) strings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  gtk_button_set_label (self->copy_button, _ ("Copy All"));
}

void
ka_report_window_offer (KaReportWindow *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->buttons, button);
}
