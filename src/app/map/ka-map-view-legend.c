/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The legend as something to use: rows that select, and a heading that folds it. Legend and heading
 * are painted with the map; over the heading stands a button that shows nothing but the focus.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

static const KaLegend *
get_legend (KaMapView *self)
{
  return self->furniture_layout != NULL ? ka_map_furniture_get_legend (self->furniture_layout)
                                        : NULL;
}

static KaBox
get_heading_box (KaMapView *self)
{
  const KaLegend *legend = get_legend (self);

  return legend != NULL ? ka_legend_get_heading_box (legend) : (KaBox){ 0, 0, -1, -1 };
}

/* The panel of the legend at a point in user units: whether it is there, and what its row stands
 * for. */
gboolean
ka_map_view_pick_legend (KaMapView *self, KaPoint at, const KaItem **item)
{
  const KaLegend *legend = get_legend (self);

  *item = NULL;
  if (legend == NULL || !ka_box_has (ka_legend_get_box (legend), at))
    return FALSE;

  for (gsize i = 0; i < ka_legend_get_n_rows (legend); i++)
    if (ka_box_has (ka_legend_get_row_box (legend, i), at))
      *item = ka_legend_get_item (legend, i);

  return TRUE;
}

/* Puts the button where the heading is painted. */
void
ka_map_view_allocate_legend (KaMapView *self)
{
  KaBox         box = get_heading_box (self);
  GtkAllocation place = { (int) floor (box.x0 * self->unit), (int) floor (box.y0 * self->unit),
                          (int) ceil ((box.x1 - box.x0) * self->unit),
                          (int) ceil ((box.y1 - box.y0) * self->unit) };
  int           least_width;
  int           least_height;

  if (!gtk_widget_should_layout (self->legend_heading))
    return;

  gtk_widget_measure (self->legend_heading, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL,
                      NULL, NULL);
  gtk_widget_measure (self->legend_heading, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL,
                      NULL);
  place.width = MAX (place.width, least_width);
  place.height = MAX (place.height, least_height);
  gtk_widget_size_allocate (self->legend_heading, &place, -1);
}

static gboolean
show_heading_cb (gpointer data)
{
  KaMapView      *self = data;
  const KaLegend *legend = get_legend (self);
  KaBox           box = get_heading_box (self);

  self->legend_source = 0;
  gtk_widget_set_child_visible (self->legend_heading, box.x1 > box.x0);
  if (legend != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->legend_heading),
                                 GTK_ACCESSIBLE_STATE_EXPANDED, !ka_legend_get_is_folded (legend),
                                 -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* The furniture was laid out anew: the button follows with the next frame. */
void
ka_map_view_update_legend (KaMapView *self)
{
  if (self->legend_source == 0)
    self->legend_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_heading_cb, self, NULL);
}

/* Folds or unfolds. What the size of the map would bring by itself is not kept as a choice. */
static void
toggle_legend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView      *self = KA_MAP_VIEW (widget);
  const KaLegend *legend = get_legend (self);
  gboolean        is_folded = legend == NULL || !ka_legend_get_is_folded (legend);
  KaLegendFold    fold = is_folded ? KA_LEGEND_FOLDED : KA_LEGEND_OPEN;

  if (legend == NULL)
    return;

  if (is_folded == ka_legend_folds_by_itself (&self->viewport))
    fold = KA_LEGEND_AUTO;
  ka_map_view_set_legend (self, fold);
}

/* Installs what folds the legend, and its key. */
void
ka_map_view_install_legend (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.toggle-legend", NULL, toggle_legend_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, 0, "map.toggle-legend", NULL);
}

/* Adds the button. */
void
ka_map_view_add_legend (KaMapView *self)
{
  self->legend_heading = gtk_button_new ();
  gtk_widget_add_css_class (self->legend_heading, "map-legend-heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->legend_heading), "map.toggle-legend");
  gtk_widget_set_tooltip_text (self->legend_heading, "Fold or Unfold the Legend (L)");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->legend_heading),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, "Legend", -1);
  gtk_widget_set_parent (self->legend_heading, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->legend_heading, FALSE);
}

/**
 * ka_map_view_get_legend:
 * @self: a map view
 *
 * Returns: how the legend is folded
 */
KaLegendFold
ka_map_view_get_legend (KaMapView *self)
{
  g_return_val_if_fail (KA_IS_MAP_VIEW (self), KA_LEGEND_AUTO);

  return self->legend;
}

/**
 * ka_map_view_set_legend:
 * @self: a map view
 * @legend: how to fold the legend; not as it is printed
 */
void
ka_map_view_set_legend (KaMapView *self, KaLegendFold legend)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self) && legend != KA_LEGEND_PRINTED);

  self->legend = legend;
  ka_map_view_queue_furniture (self);
  ka_map_view_update_sheets (self);
}
