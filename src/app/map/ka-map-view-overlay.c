/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widgets that stand over the top right corner of the map: names keep clear of them.
 */

#include "config.h"

#include "ka-map-view-private.h"

/* What names leave free round a widget, in user units */
#define CLEARANCE 4.0

/**
 * ka_map_view_add_overlay:
 * @self: a map view
 * @widget: a widget over it, at its end and its top, as far in as its margins say; no more than
 * %KA_MAP_MOST_OVERLAYS
 *
 * Keeps names from under the widget.
 */
void
ka_map_view_add_overlay (KaMapView *self, GtkWidget *widget)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (self->overlays); i++)
    if (self->overlays[i] == NULL)
      {
        g_set_weak_pointer (&self->overlays[i], widget);
        return;
      }
  g_return_if_reached ();
}

/* The boxes of those that are shown, in user units. They are measured and not asked where they are:
 * names are painted before a widget that comes up has its place. */
gsize
ka_map_view_list_overlays (KaMapView *self, KaBox *boxes)
{
  gsize n_boxes = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (self->overlays); i++)
    {
      GtkWidget     *widget = self->overlays[i];
      GtkRequisition size;

      if (widget == NULL || !gtk_widget_get_visible (widget))
        continue;

      gtk_widget_get_preferred_size (widget, NULL, &size); /* with its margins */
      boxes[n_boxes++] = (KaBox){ self->viewport.width - size.width / self->unit - CLEARANCE,
                                  gtk_widget_get_margin_top (widget) / self->unit - CLEARANCE,
                                  self->viewport.width, size.height / self->unit + CLEARANCE };
    }

  return n_boxes;
}

/* Forgets them. */
void
ka_map_view_clear_overlays (KaMapView *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->overlays); i++)
    g_clear_weak_pointer (&self->overlays[i]);
}
