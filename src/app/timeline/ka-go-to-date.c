/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads typed dates. Shows the date that a text means while a person types; Enter reports errors.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-go-to-date.h"

#include "ka-date-input.h"

struct _KaGoToDate
{
  GtkPopover parent_instance;

  /* Template children */
  GtkEntry *entry;
  GtkLabel *message;

  KaSpan     limits;
  KaLanguage language;
};

G_DEFINE_FINAL_TYPE (KaGoToDate, ka_go_to_date, GTK_TYPE_POPOVER)

static void
show_message (KaGoToDate *self, const char *text, gboolean is_error)
{
  gtk_label_set_text (self->message, text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
    is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (KaGoToDate *self)
{
  g_autofree char *words = NULL;
  KaSpan           span;

  if (!ka_date_input_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->language,
                            &span.from, &span.to, NULL, NULL))
    {
      show_message (self, _ ("A day, a month or a year; with a dash between two, a range"), FALSE);
      return;
    }

  words = span.to == span.from + 1 ? ka_day_to_words (span.from, self->language)
                                   : ka_span_to_words (span, self->language);
  show_message (self, words, FALSE);
}

static void
activate_cb (KaGoToDate *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *message = NULL;
  gboolean         is_interval = FALSE;
  KaDay            from;
  KaDay            to;

  if (!ka_date_input_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->language,
                            &from, &to, &is_interval, &error))
    {
      show_message (self, error->message, TRUE);
      return;
    }
  if (to <= self->limits.from || from >= self->limits.to)
    {
      first = ka_day_to_words (self->limits.from, self->language);
      last = ka_day_to_words (self->limits.to - 1, self->language);
      message = g_strdup_printf (_ ("The timeline goes from %1$s to %2$s"), first, last);
      show_message (self, message, TRUE);
      return;
    }

  from = MAX (from, self->limits.from);
  to = MIN (to, self->limits.to);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit_by_name (self, "chosen", from, to, is_interval);
}

static void
ka_go_to_date_map (GtkWidget *widget)
{
  KaGoToDate *self = KA_GO_TO_DATE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  changed_cb (self);
  GTK_WIDGET_CLASS (ka_go_to_date_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
ka_go_to_date_class_init (KaGoToDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = ka_go_to_date_map;

  /**
   * KaGoToDate::chosen:
   * @from: the first day
   * @to: the day after the last one
   * @is_interval: whether two ends were given
   */
  g_signal_new ("chosen", KA_TYPE_GO_TO_DATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KA_RESOURCE_PATH "/ui/ka-go-to-date.ui");
  gtk_widget_class_bind_template_child (widget_class, KaGoToDate, entry);
  gtk_widget_class_bind_template_child (widget_class, KaGoToDate, message);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ka_go_to_date_init (KaGoToDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ka_go_to_date_set_limits (KaGoToDate *self, KaSpan limits, KaLanguage language)
{
  g_return_if_fail (KA_IS_GO_TO_DATE (self) && limits.from < limits.to);

  self->limits = limits;
  self->language = language;
}
