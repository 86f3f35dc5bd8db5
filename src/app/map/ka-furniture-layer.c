/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The furniture of the map on screen: paints it when it has changed, finds the row of the legend at
 * a point, and keeps buttons over the legend.
 */

#include "config.h"

#include "ka-furniture-layer.h"

#include "ka-cairo-auto.h"
#include "ka-legend-buttons.h"

struct _KaFurnitureLayer
{
  /* Borrowed */
  GtkWidget *widget;

  /* Owned */
  KaLegendButtons *buttons;
  KaMapFurniture  *layout; /* (nullable) */
  KaTiles         *tiles;  /* (nullable) */

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
  self->buttons = ka_legend_buttons_new (widget);

  return self;
}

void
ka_furniture_layer_free (KaFurnitureLayer *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  ka_legend_buttons_free (self->buttons);
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

void
ka_furniture_layer_allocate (KaFurnitureLayer *self, double unit)
{
  ka_legend_buttons_allocate (self->buttons, ka_furniture_layer_get_legend (self), unit);
}

/* A frame may not change the layout of widgets, so the buttons follow after it. */
static gboolean
update_buttons_cb (gpointer data)
{
  KaFurnitureLayer *self = data;

  self->source = 0;
  ka_legend_buttons_update (self->buttons, ka_furniture_layer_get_legend (self),
                            self->key.state.day, self->key.state.language);
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
  g_autoptr (KaMapFurniture) previous = g_steal_pointer (&self->layout);

  cr = cairo_create (surface);
  context = ka_paint_context (cr, scene, &key->state, key->theme, viewport);
  self->layout = ka_map_furniture_new (&context, key->overlays, key->n_overlays, previous);
  ka_map_furniture_paint (self->layout, cr, key->theme);
  self->tiles = ka_tiles_new (surface, FALSE);
  ka_tiles_compare (self->tiles, has_same_size ? old : NULL);
  self->key = *key;
  self->is_stale = FALSE;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_buttons_cb, self, NULL);
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
  ka_legend_buttons_append (self->buttons, frame->snapshot);
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
