/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds selectable text that wraps; without links it is no stop of the Tab key.
 */
#include "config.h"

#include "ka-reading-text.h"

#include "ka-text-layout.h"

#include <math.h>

struct _KaReadingText
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *label;

  gboolean has_links;
  gboolean is_short;
  int      natural_chars;
};

G_DEFINE_FINAL_TYPE (KaReadingText, ka_reading_text, GTK_TYPE_WIDGET)

/* The keyboard neither enters a label without links nor stops in it. */
static gboolean
ka_reading_text_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return KA_READING_TEXT (widget)->has_links &&
         GTK_WIDGET_CLASS (ka_reading_text_parent_class)->focus (widget, direction);
}

/* The width of a letter, in pixels, as #GtkLabel takes it for its "width-chars" */
static double
get_letter_width (KaReadingText *self)
{
  PangoContext     *context = gtk_widget_get_pango_context (self->label);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               letter = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                  pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return pango_units_to_double (letter);
}

static int
measure_height (KaReadingText *self, int width)
{
  int height = 0;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
ka_reading_text_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  KaReadingText *self = KA_READING_TEXT (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *minimum = *natural = measure_height (self, for_size);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL && self->is_short)
    gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL && self->natural_chars > 0)
    *natural = (int) ceil (self->natural_chars * get_letter_width (self));
}

static GtkSizeRequestMode
ka_reading_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The text stands at the top of a row that is higher. */
static void
ka_reading_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KaReadingText *self = KA_READING_TEXT (widget);

  gtk_widget_allocate (self->label, width, measure_height (self, width), -1, NULL);
}

static void
ka_reading_text_dispose (GObject *object)
{
  g_clear_pointer (&KA_READING_TEXT (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_reading_text_parent_class)->dispose (object);
}

static void
ka_reading_text_class_init (KaReadingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_reading_text_dispose;
  widget_class->focus = ka_reading_text_focus;
  widget_class->measure = ka_reading_text_measure;
  widget_class->get_request_mode = ka_reading_text_get_request_mode;
  widget_class->size_allocate = ka_reading_text_size_allocate;
}

static void
ka_reading_text_init (KaReadingText *self)
{
}

GtkWidget *
ka_reading_text_new (GtkWidget *label, gboolean has_links)
{
  KaReadingText *self = g_object_new (KA_TYPE_READING_TEXT, NULL);

  self->label = label;
  self->has_links = has_links;
  gtk_widget_set_layout_manager (label, ka_text_layout_new (FALSE));
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

GtkWidget *
ka_reading_text_get_label (KaReadingText *self)
{
  g_return_val_if_fail (KA_IS_READING_TEXT (self), NULL);

  return self->label;
}

void
ka_reading_text_set_is_short (KaReadingText *self)
{
  g_return_if_fail (KA_IS_READING_TEXT (self));

  self->is_short = TRUE;
  gtk_widget_set_layout_manager (self->label, ka_text_layout_new (TRUE));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ka_reading_text_set_natural_width (KaReadingText *self, int natural_chars)
{
  g_return_if_fail (KA_IS_READING_TEXT (self) && natural_chars >= 0);

  self->natural_chars = natural_chars;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
