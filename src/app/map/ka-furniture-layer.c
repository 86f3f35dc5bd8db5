/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The furniture of the map on screen: paints it when it has changed, finds the row of the legend at
 * a point, and keeps buttons over the legend.
 */

#include "config.h"

#include "ka-furniture-layer.h"

#include <math.h>

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

static int
compare_boxes (gconstpointer a, gconstpointer b)
{
  const cairo_rectangle_int_t *first = a;
  const cairo_rectangle_int_t *second = b;

  return first->y != second->y ? first->y - second->y : first->x - second->x;
}

static gboolean
do_meet (const cairo_rectangle_int_t *a, const cairo_rectangle_int_t *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static cairo_rectangle_int_t
unite (const cairo_rectangle_int_t *a, const cairo_rectangle_int_t *b)
{
  const int x = MIN (a->x, b->x);
  const int y = MIN (a->y, b->y);

  return (cairo_rectangle_int_t){ x, y, MAX (a->x + a->width, b->x + b->width) - x,
                                  MAX (a->y + a->height, b->y + b->height) - y };
}

/* Adds a box of pixels, united with those that it meets. */
static void
add_box (GArray *boxes, cairo_rectangle_int_t box)
{
  guint i = 0;

  while (i < boxes->len)
    {
      const cairo_rectangle_int_t *other = &g_array_index (boxes, cairo_rectangle_int_t, i);

      if (!do_meet (other, &box))
        {
          i++;
          continue;
        }
      box = unite (other, &box);
      g_array_remove_index (boxes, i);
      i = 0;
    }
  g_array_append_val (boxes, box);
}

/* Lists the boxes of pixels that have furniture, by rows. */
static GArray *
list_boxes (const KaMapFurniture *layout, double scale)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const KaBox box = g_array_index (layout->boxes, KaBox, i);
      const int   x = (int) floor (box.x0 * scale);
      const int   y = (int) floor (box.y0 * scale);

      add_box (boxes, (cairo_rectangle_int_t){ x, y, (int) ceil (box.x1 * scale) - x,
                                               (int) ceil (box.y1 * scale) - y });
    }
  g_array_sort (boxes, compare_boxes);

  return boxes;
}

/* Paints what is in a box of pixels. */
static cairo_surface_t *
paint_part (const KaMapFurniture *layout, const KaMapKey *key, const cairo_rectangle_int_t *box)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box->width,
                                                         box->height);
  g_autoptr (cairo_t) cr = NULL;

  cairo_surface_set_device_scale (surface, key->scale, key->scale);
  cairo_surface_set_device_offset (surface, -box->x, -box->y);
  cr = cairo_create (surface);
  ka_map_furniture_paint (layout, cr, key->theme);
  cairo_surface_set_device_offset (surface, 0, 0);

  return surface;
}

/* Furniture covers little of a frame. */
static KaTiles *
paint_parts (const KaMapFurniture *layout, const KaMapKey *key)
{
  g_autoptr (GPtrArray)
    surfaces = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  g_autoptr (GArray) boxes = list_boxes (layout, key->scale);
  const cairo_rectangle_int_t *box = (gpointer) boxes->data;

  for (guint i = 0; i < boxes->len; i++)
    g_ptr_array_add (surfaces, paint_part (layout, key, &box[i]));

  return ka_tiles_new_parts ((cairo_surface_t *const *) surfaces->pdata, box, boxes->len);
}

void
ka_furniture_layer_update (KaFurnitureLayer *self, KaMapScene *scene, const KaMapKey *key)
{
  gboolean has_same_size = self->key.scale == key->scale &&
                           self->key.viewport.width == key->viewport.width &&
                           self->key.viewport.height == key->viewport.height;
  g_autoptr (cairo_surface_t) none = NULL;
  g_autoptr (cairo_t) cr = NULL;
  g_auto (KaPaintContext) context = { 0 };
  g_autoptr (KaTiles) old = NULL;
  g_autoptr (KaMapFurniture) previous = NULL;

  if (!self->is_stale)
    return;

  none = ka_tiles_create_surface (0, 0, key->scale);
  cr = cairo_create (none);
  context = ka_paint_context (cr, scene, &key->state, key->theme, &key->viewport);
  old = g_steal_pointer (&self->tiles);
  previous = g_steal_pointer (&self->layout);
  self->layout = ka_map_furniture_new (&context, key->overlays, key->n_overlays, previous);
  self->tiles = paint_parts (self->layout, key);
  ka_tiles_compare (self->tiles, has_same_size ? old : NULL);
  self->key = *key;
  self->is_stale = FALSE;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_buttons_cb, self, NULL);
}

GArray *
ka_furniture_layer_get_boxes (KaFurnitureLayer *self)
{
  return self->layout != NULL ? self->layout->boxes : NULL;
}

void
ka_furniture_layer_append (KaFurnitureLayer *self, const KaMapFrame *frame)
{
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
