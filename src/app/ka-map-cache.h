/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-map-painter.h"

G_BEGIN_DECLS

/**
 * KaMapKey:
 * @passes: which layers
 * @epoch: the first day of the stretch of time in which the picture stays the same
 * @state: what is painted; of its days only @epoch and the pinned one matter
 * @theme: in which colours
 * @scale: device pixels for a user unit
 * @viewport: which part
 *
 * What decides how a picture of the map looks.
 */
typedef struct
{
  KaMapPass      passes;
  KaDay          epoch;
  KaViewState    state;
  const KaTheme *theme;
  double         scale;
  KaViewport     viewport;
} KaMapKey;

/**
 * KaMapTile:
 * @texture: a part of a picture
 * @x_px: its left edge in pixels from that of the picture
 * @y_px: its top edge
 */
typedef struct
{
  GdkTexture *texture;
  int         x_px;
  int         y_px;
} KaMapTile;

/**
 * KaMapSheet:
 * @key: what it shows
 * @texture: (nullable): the picture; %NULL until it is painted
 * @tiles: (nullable) (element-type KaMapTile): the parts of @texture on which there is something;
 * %NULL for a picture without gaps
 */
typedef struct
{
  KaMapKey    key;
  GdkTexture *texture;
  GPtrArray  *tiles;
} KaMapSheet;

/**
 * KaMapCache:
 *
 * The pictures that were shown last, so that going back to an epoch paints nothing. The one that
 * was not asked for the longest goes first when they take too much room.
 */
typedef struct _KaMapCache KaMapCache;

gboolean ka_map_key_matches (const KaMapKey *self, const KaMapKey *other);
gboolean ka_map_key_covers (const KaMapKey *self, const KaMapKey *wanted);

void ka_map_sheet_set (KaMapSheet *self, const KaMapSheet *sheet);
void ka_map_sheet_clear (KaMapSheet *self);

KaMapCache       *ka_map_cache_new (gsize most_bytes) G_GNUC_WARN_UNUSED_RESULT;
void              ka_map_cache_free (KaMapCache *self);
void              ka_map_cache_add (KaMapCache *self, const KaMapSheet *sheet);
const KaMapSheet *ka_map_cache_find (KaMapCache *self, const KaMapKey *wanted);
const KaMapSheet *ka_map_cache_find_backdrop (KaMapCache *self, const KaMapKey *wanted);
void              ka_map_cache_clear (KaMapCache *self);
gsize             ka_map_cache_get_n_sheets (KaMapCache *self);
gsize             ka_map_cache_get_bytes (KaMapCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapCache, ka_map_cache_free)

G_END_DECLS
