/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-sheet.h"

G_BEGIN_DECLS

/**
 * KaMapCache:
 *
 * The pictures that were shown last, so that going back to an epoch paints nothing. The one that
 * was not asked for the longest goes first when they take too much room.
 */
typedef struct _KaMapCache KaMapCache;

/** KA_MAP_CACHE_LEAST: land and names of an epoch and of those beside it. */
#define KA_MAP_CACHE_LEAST 6

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
