/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between versions of GTK, from 4.8 on. Only here is asked which one it is.
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

/**
 * ka_compat_hold_divided:
 * @outer: a vertical divider whose first child is a horizontal one
 *
 * Has the first child measured without a word about its width. Asked how high it must be at its
 * least width, GtkPaned forgets its handle and asks its end child for a width that is too small by
 * just that; windows of newer versions do ask so at every start, and GTK warns of it.
 */
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

/* GTK 4.8 does not ask so. */
void
ka_compat_hold_divided (GtkPaned *outer)
{
}

#endif
