/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hides the differences between versions of GTK, from 4.8 on. No other file asks for the version.
 */

#include "config.h"

#include "ka-compat.h"

#if GTK_CHECK_VERSION(4, 10, 0)

static GtkSizeRequestMode
get_constant_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure_child (GtkWidget     *box,
               GtkOrientation orientation,
               int            for_size,
               int           *least,
               int           *natural,
               int           *least_baseline,
               int           *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (box), orientation, -1, least, natural,
                      least_baseline, natural_baseline);
}

static void
allocate_child (GtkWidget *box, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (box), width, height, baseline, NULL);
}

void
ka_compat_hold_divided (GtkPaned *outer)
{
  g_autoptr (GtkWidget) inner = g_object_ref (gtk_paned_get_start_child (outer));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (
    box, gtk_custom_layout_new (get_constant_mode, measure_child, allocate_child));
  gtk_paned_set_start_child (outer, NULL);
  gtk_box_append (GTK_BOX (box), inner);
  gtk_paned_set_start_child (outer, box);
}

#else

/* GTK 4.8 does not measure like that. */
void
ka_compat_hold_divided (GtkPaned *outer)
{
}

#endif
