/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A widget that shows the mark of a category, for lists and filters.
 */

#include "config.h"

#include "ka-category-mark.h"

#include "ka-cairo-auto.h"
#include "ka-canvas.h"
#include "ka-timeline-look.h"

/* At text of the normal size */
#define MARK_PX   14
#define RADIUS_PX 4.5

struct _KaCategoryMark
{
  GtkWidget parent_instance;

  const KaTheme *theme;
  KaCategory     category;
};

G_DEFINE_FINAL_TYPE (KaCategoryMark, ka_category_mark, GTK_TYPE_WIDGET)

static void
ka_category_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaCategoryMark *self = KA_CATEGORY_MARK (widget);
  float           width = (float) gtk_widget_get_width (widget);
  float           height = (float) gtk_widget_get_height (widget);
  g_autoptr (cairo_t) cr = NULL;

  if (self->theme == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ka_category_paint (cr, self->category, self->theme, width / 2.0, height / 2.0,
                     width / MARK_PX * RADIUS_PX);
}

static void
ka_category_mark_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = (int) (MARK_PX * ka_canvas_get_unit (widget));
}

static void
ka_category_mark_class_init (KaCategoryMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ka_category_mark_snapshot;
  widget_class->measure = ka_category_mark_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ka_category_mark_init (KaCategoryMark *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ka_category_mark_new (void)
{
  return g_object_new (KA_TYPE_CATEGORY_MARK, NULL);
}

void
ka_category_mark_set (KaCategoryMark *self, const KaTheme *theme, KaCategory category)
{
  if (self->theme == theme && self->category == category)
    return;

  self->theme = theme;
  self->category = category;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
