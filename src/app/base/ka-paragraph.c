/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A wrapped text that is laid out once for each width. Pango forgets a layout by itself when the
 * font or the scale of its context changes.
 */

#include "config.h"

#include "ka-paragraph.h"

struct _KaParagraph
{
  GtkWidget parent_instance;

  PangoLayout *layout; /* owned */
};

G_DEFINE_FINAL_TYPE (KaParagraph, ka_paragraph, GTK_TYPE_WIDGET)

int
ka_paragraph_get_height (GtkWidget *widget, PangoLayout *layout, int width)
{
  g_autoptr (PangoLayout) copy = NULL;
  int height;

  /* Nobody gives a text that is shown its width again if that stays. */
  if (gtk_widget_get_width (widget) > 0 && pango_layout_get_width (layout) != width * PANGO_SCALE)
    layout = copy = pango_layout_copy (layout);
  if (width >= 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
ka_paragraph_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    *minimum = *natural = ka_paragraph_get_height (widget, KA_PARAGRAPH (widget)->layout, for_size);
}

static GtkSizeRequestMode
ka_paragraph_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ka_paragraph_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  pango_layout_set_width (KA_PARAGRAPH (widget)->layout, width * PANGO_SCALE);
}

static void
ka_paragraph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0,
                              KA_PARAGRAPH (widget)->layout);
}

static void
ka_paragraph_dispose (GObject *object)
{
  g_clear_object (&KA_PARAGRAPH (object)->layout);

  G_OBJECT_CLASS (ka_paragraph_parent_class)->dispose (object);
}

static void
ka_paragraph_class_init (KaParagraphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_paragraph_dispose;
  widget_class->measure = ka_paragraph_measure;
  widget_class->get_request_mode = ka_paragraph_get_request_mode;
  widget_class->size_allocate = ka_paragraph_size_allocate;
  widget_class->snapshot = ka_paragraph_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ka_paragraph_init (KaParagraph *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
}

GtkWidget *
ka_paragraph_new (const char *css_class)
{
  GtkWidget *widget = g_object_new (KA_TYPE_PARAGRAPH, NULL);

  gtk_widget_add_css_class (widget, css_class);

  return widget;
}

void
ka_paragraph_set_text (KaParagraph *self, const char *text, PangoAttrList *attributes)
{
  g_return_if_fail (KA_IS_PARAGRAPH (self) && text != NULL);

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_attributes (self->layout, attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
ka_paragraph_get_text (KaParagraph *self)
{
  g_return_val_if_fail (KA_IS_PARAGRAPH (self), NULL);

  return pango_layout_get_text (self->layout);
}
