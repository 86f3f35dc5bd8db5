/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-furniture.h"
#include "ka-map-sheet.h"

G_BEGIN_DECLS

/**
 * KaFurnitureLayer: date, legend, scale bar and policy line over a map on screen. Buttons stand
 * over the painted legend.
 */
typedef struct _KaFurnitureLayer KaFurnitureLayer;

/** ka_furniture_layer_new: (transfer full): a layer of @widget, which gets the buttons as children.
 */
KaFurnitureLayer *ka_furniture_layer_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

/** ka_furniture_layer_free: frees @self (transfer full) and removes the buttons. */
void ka_furniture_layer_free (KaFurnitureLayer *self);

/** ka_furniture_layer_queue: has the furniture laid out anew with the next frame. */
void ka_furniture_layer_queue (KaFurnitureLayer *self);

/** ka_furniture_layer_allocate: puts the buttons over the legend; @unit: pixels for a user unit. */
void ka_furniture_layer_allocate (KaFurnitureLayer *self, double unit);

/** ka_furniture_layer_update: lays out and paints the furniture of state and colours in @key, where
 * that was asked for. */
void ka_furniture_layer_update (KaFurnitureLayer *self, KaMapScene *scene, const KaMapKey *key);

/** ka_furniture_layer_append: puts the furniture and its buttons into @frame. */
void ka_furniture_layer_append (KaFurnitureLayer *self, const KaMapFrame *frame);

/** ka_furniture_layer_get_boxes: Returns: (transfer none) (nullable) (element-type KaBox): what the
 * furniture covers, until the next frame; %NULL before it was laid out */
GArray *ka_furniture_layer_get_boxes (KaFurnitureLayer *self);

/** ka_furniture_layer_get_legend: (nullable) the legend on screen, until the next frame. */
const KaLegend *ka_furniture_layer_get_legend (KaFurnitureLayer *self);

/**
 * ka_furniture_layer_pick: @at: a point in user units; @item: (out) (nullable): what the row of
 * the legend there stands for. Returns: whether the legend is there
 */
gboolean ka_furniture_layer_pick (KaFurnitureLayer *self, KaPoint at, const KaItem **item);

G_END_DECLS
