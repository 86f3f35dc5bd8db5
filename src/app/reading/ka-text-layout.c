/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures a wrapped label by the text that it draws, which is laid out once for a width.
 */
#include "config.h"

#include "ka-text-layout.h"

#include "ka-paragraph.h"

struct _KaTextLayout
{
  GtkLayoutManager parent_instance;

  gboolean has_width;
};

G_DEFINE_FINAL_TYPE (KaTextLayout, ka_text_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
ka_text_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *label)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The width of a text in one line */
static int
get_width (PangoLayout *text)
{
  g_autoptr (PangoLayout) line = pango_layout_copy (text);
  PangoRectangle extents;

  pango_layout_set_width (line, -1);
  pango_layout_get_extents (line, NULL, &extents);

  return PANGO_PIXELS_CEIL (extents.width);
}

static void
ka_text_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *label,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  PangoLayout *text = gtk_label_get_layout (GTK_LABEL (label));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    *minimum = *natural = ka_paragraph_get_height (label, text, for_size);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL && KA_TEXT_LAYOUT (manager)->has_width)
    *natural = get_width (text);
}

/* The label sets the width of its text, and places its menu. */
static void
ka_text_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *label,
                         int               width,
                         int               height,
                         int               baseline)
{
  GTK_WIDGET_GET_CLASS (label)->size_allocate (label, width, height, baseline);
}

static void
ka_text_layout_class_init (KaTextLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ka_text_layout_get_request_mode;
  layout_class->measure = ka_text_layout_measure;
  layout_class->allocate = ka_text_layout_allocate;
}

static void
ka_text_layout_init (KaTextLayout *self)
{
}

GtkLayoutManager *
ka_text_layout_new (gboolean has_width)
{
  KaTextLayout *self = g_object_new (KA_TYPE_TEXT_LAYOUT, NULL);

  self->has_width = has_width;

  return GTK_LAYOUT_MANAGER (self);
}
