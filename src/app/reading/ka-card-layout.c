/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places clause cards beside each other where the width allows, else under each other.
 */
#include "config.h"

#include "ka-card-layout.h"

#define SPACING_PX 8

struct _KaCardLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (KaCardLayout, ka_card_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The greatest minimum and natural width of the cards. */
static void
measure_width (GtkWidget *box, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *card = gtk_widget_get_first_child (box); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      int least, wished;

      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wished);
    }
}

/* The width of a column in a width of the box. */
static int
get_column_width (GtkWidget *box, int width)
{
  int minimum, natural;

  measure_width (box, &minimum, &natural);
  if (width < 2 * natural + SPACING_PX ||
      gtk_widget_get_first_child (box) == gtk_widget_get_last_child (box))
    return MAX (width, minimum);

  return (width - SPACING_PX) / 2;
}

static int
get_height (GtkWidget *card, int column_px)
{
  int height;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, column_px, NULL, &height, NULL, NULL);

  return height;
}

/* Places the cards of a box in a width, if asked; returns the height that they take. */
static int
place (GtkWidget *box, int width, gboolean is_asked)
{
  const int column = get_column_width (box, width);
  const int is_double = column < width && 2 * column + SPACING_PX <= width;
  int       y = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (box); card != NULL;)
    {
      GtkWidget *beside = is_double ? gtk_widget_get_next_sibling (card) : NULL;
      int        height = get_height (card, column);

      if (beside != NULL)
        height = MAX (height, get_height (beside, column));
      if (is_asked)
        gtk_widget_size_allocate (card, &(GtkAllocation){ 0, y, column, height }, -1);
      if (is_asked && beside != NULL)
        gtk_widget_size_allocate (beside,
                                  &(GtkAllocation){ column + SPACING_PX, y, column, height }, -1);
      y += height + SPACING_PX;
      card = gtk_widget_get_next_sibling (beside != NULL ? beside : card);
    }

  return MAX (y - SPACING_PX, 0);
}

static GtkSizeRequestMode
ka_card_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ka_card_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *box,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  int least, wished;

  measure_width (box, &least, &wished);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wished;
    }
  else
    *minimum = *natural = place (box, for_size >= 0 ? for_size : wished, FALSE);
}

static void
ka_card_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *box,
                         int               width,
                         int               height,
                         int               baseline)
{
  place (box, width, TRUE);
}

static void
ka_card_layout_class_init (KaCardLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ka_card_layout_get_request_mode;
  layout_class->measure = ka_card_layout_measure;
  layout_class->allocate = ka_card_layout_allocate;
}

static void
ka_card_layout_init (KaCardLayout *self)
{
}

GtkLayoutManager *
ka_card_layout_new (void)
{
  return g_object_new (KA_TYPE_CARD_LAYOUT, NULL);
}
