/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The furniture of the map on screen: paints it when it has changed, finds the row of the legend at
 * a point, and keeps a button over the heading that folds the legend.
 */

#include "config.h"

#include "ka-furniture-layer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ka-cairo-auto.h"

struct _KaFurnitureLayer
{
  /* Borrowed */
  GtkWidget *widget;

  /* Owned */
  GtkWidget      *heading; /* the button */
  KaMapFurniture *layout;  /* (nullable) */
  KaTiles        *tiles;   /* (nullable) */

  KaMapKey key; /* of the furniture on screen */
  gboolean is_stale;
  guint    source;
};

KaFurnitureLayer *
ka_furniture_layer_new (GtkWidget *widget)
{
  KaFurnitureLayer *self = g_new0 (KaFurnitureLayer, 1);

  self->widget = widget;
  self->is_stale = TRUE;
  self->heading = gtk_button_new ();
  gtk_widget_add_css_class (self->heading, "map-legend-heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->heading), "map.toggle-legend");
  gtk_widget_set_tooltip_text (self->heading, _ ("Fold or Unfold the Legend (L)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_widget_set_parent (self->heading, widget);
  gtk_widget_set_child_visible (self->heading, FALSE);

  return self;
}

void
ka_furniture_layer_free (KaFurnitureLayer *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_unparent (self->heading);
  g_clear_pointer (&self->layout, ka_map_furniture_free);
  g_clear_pointer (&self->tiles, ka_tiles_free);
  g_free (self);
}

void
ka_furniture_layer_queue (KaFurnitureLayer *self)
{
  self->is_stale = TRUE;
  gtk_widget_queue_draw (self->widget);
}

const KaLegend *
ka_furniture_layer_get_legend (KaFurnitureLayer *self)
{
  return self->layout != NULL ? self->layout->legend : NULL;
}

static KaBox
get_heading_box (KaFurnitureLayer *self)
{
  const KaLegend *legend = ka_furniture_layer_get_legend (self);

  return legend != NULL ? legend->heading_box : (KaBox){ 0, 0, -1, -1 };
}

void
ka_furniture_layer_allocate (KaFurnitureLayer *self, double unit)
{
  KaBox         box = get_heading_box (self);
  GtkAllocation place = { (int) floor (box.x0 * unit), (int) floor (box.y0 * unit),
                          (int) ceil ((box.x1 - box.x0) * unit),
                          (int) ceil ((box.y1 - box.y0) * unit) };
  int           min_width;
  int           min_height;

  if (!gtk_widget_should_layout (self->heading))
    return;

  gtk_widget_measure (self->heading, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  place.width = MAX (place.width, min_width);
  place.height = MAX (place.height, min_height);
  gtk_widget_size_allocate (self->heading, &place, -1);
}

/* A frame may not change the layout of widgets, so the button follows after it. */
static gboolean
show_heading_cb (gpointer data)
{
  KaFurnitureLayer *self = data;
  const KaLegend   *legend = ka_furniture_layer_get_legend (self);
  KaBox             box = get_heading_box (self);

  self->source = 0;
  gtk_widget_set_child_visible (self->heading, box.x1 > box.x0);
  if (legend != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 !legend->is_folded, -1);
  gtk_widget_queue_allocate (self->widget);

  return G_SOURCE_REMOVE;
}

static void
paint (KaFurnitureLayer *self, KaMapScene *scene, const KaMapKey *key)
{
  const KaViewport *viewport = &key->viewport;
  gboolean          has_same_size = self->key.scale == key->scale &&
                           self->key.viewport.width == viewport->width &&
                           self->key.viewport.height == viewport->height;
  g_autoptr (cairo_surface_t)
    surface = ka_tiles_create_surface (viewport->width, viewport->height, key->scale);
  g_autoptr (cairo_t) cr = NULL;
  g_auto (KaPaintContext) context = { 0 };
  g_autoptr (KaTiles) old = g_steal_pointer (&self->tiles);

  cr = cairo_create (surface);
  g_clear_pointer (&self->layout, ka_map_furniture_free);
  context = ka_paint_context (cr, scene, &key->state, key->theme, viewport);
  self->layout = ka_map_furniture_new (&context);
  ka_map_furniture_paint (self->layout, cr, key->theme);
  self->tiles = ka_tiles_new (surface, FALSE);
  ka_tiles_compare (self->tiles, has_same_size ? old : NULL);
  self->key = *key;
  self->is_stale = FALSE;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_heading_cb, self, NULL);
}

void
ka_furniture_layer_append (KaFurnitureLayer *self,
                           const KaMapFrame *frame,
                           KaMapScene       *scene,
                           const KaMapKey   *key)
{
  if (self->is_stale)
    paint (self, scene, key);
  ka_tiles_append (self->tiles, &(KaTilesPlace){ .snapshot = frame->snapshot,
                                                 .widget = frame->widget,
                                                 .pixel = frame->unit / self->key.scale,
                                                 .alpha = 1.0 });
  gtk_widget_snapshot_child (self->widget, self->heading, frame->snapshot);
}

gboolean
ka_furniture_layer_pick (KaFurnitureLayer *self, KaPoint at, const KaItem **item)
{
  const KaLegend *legend = ka_furniture_layer_get_legend (self);

  *item = NULL;
  if (legend == NULL || !ka_box_has (legend->box, at))
    return FALSE;

  for (guint i = 0; i < legend->rows->len; i++)
    {
      const KaLegendRow *row = legend->rows->pdata[i];

      if (ka_box_has (row->box, at))
        *item = row->item;
    }

  return TRUE;
}
