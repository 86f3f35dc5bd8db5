/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mark, title and second line of an item, for every list of items. A GtkBox searches the least
 * width by laying out its texts at a dozen of widths; this widget lays them out once.
 */

#include "config.h"

#include "ka-item-lines.h"

#include "ka-paragraph.h"

#define SPACING_PX      10 /* between mark and text */
#define LINE_SPACING_PX 2  /* between title and subtitle */

struct _KaItemLines
{
  GtkWidget parent_instance;

  GtkWidget *mark;
  GtkWidget *title;
  GtkWidget *subtitle;
};

G_DEFINE_FINAL_TYPE (KaItemLines, ka_item_lines, GTK_TYPE_WIDGET)

/* Where the texts begin, in pixels */
static int
get_indent (KaItemLines *self)
{
  int width = 0;

  if (!gtk_widget_get_visible (self->mark))
    return 0;
  gtk_widget_measure (self->mark, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return width + SPACING_PX;
}

static int
measure_height (GtkWidget *text, int width)
{
  int height = 0;

  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
ka_item_lines_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  KaItemLines *self = KA_ITEM_LINES (widget);
  const int    indent = get_indent (self);
  const int    width = for_size < 0 ? -1 : MAX (for_size - indent, 0);

  *minimum = indent;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = measure_height (self->title, width);
      if (gtk_widget_get_visible (self->subtitle))
        *minimum += LINE_SPACING_PX + measure_height (self->subtitle, width);
    }
  *natural = *minimum;
}

static GtkSizeRequestMode
ka_item_lines_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ka_item_lines_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KaItemLines   *self = KA_ITEM_LINES (widget);
  const int      indent = get_indent (self);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation  box = { is_rtl ? 0 : indent, 0, MAX (width - indent, 0), 0 };
  GtkAllocation  mark = { is_rtl ? box.width + SPACING_PX : 0, 0, indent - SPACING_PX, 0 };

  box.height = measure_height (self->title, box.width);
  gtk_widget_size_allocate (self->title, &box, -1);
  box.y = box.height + LINE_SPACING_PX;
  if (gtk_widget_get_visible (self->subtitle))
    {
      box.height = measure_height (self->subtitle, box.width);
      gtk_widget_size_allocate (self->subtitle, &box, -1);
    }
  mark.height = mark.width;
  if (gtk_widget_get_visible (self->mark))
    gtk_widget_size_allocate (self->mark, &mark, -1);
}

static void
ka_item_lines_dispose (GObject *object)
{
  KaItemLines *self = KA_ITEM_LINES (object);

  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->subtitle, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_item_lines_parent_class)->dispose (object);
}

static void
ka_item_lines_class_init (KaItemLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_item_lines_dispose;
  widget_class->measure = ka_item_lines_measure;
  widget_class->get_request_mode = ka_item_lines_get_request_mode;
  widget_class->size_allocate = ka_item_lines_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "box");
}

static void
ka_item_lines_init (KaItemLines *self)
{
  self->mark = ka_category_mark_new ();
  self->title = ka_paragraph_new ("row-title");
  self->subtitle = ka_paragraph_new ("row-subtitle");
  gtk_widget_set_visible (self->mark, FALSE);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->subtitle, GTK_WIDGET (self));
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
