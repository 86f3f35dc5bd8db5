/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-cairo-auto.h"
#include "ka-fuzz-bytes.h"
#include "ka-map-painter.h"

#include <math.h>

G_BEGIN_DECLS

#define KA_FUZZ_WIDTH  120
#define KA_FUZZ_HEIGHT 90

/** ka_fuzz_take_day: Returns: a day about the years of ka-land-test.h, or one of any year. */
static inline KaDay
ka_fuzz_take_day (KaFuzzBytes *self)
{
  guint far = ka_fuzz_take_byte (self) % 4;
  int   year = (int) (far == 0 ? ka_fuzz_take_number (self, -9999, 9999)
                               : ka_fuzz_take_number (self, 1890, 1960));
  int   month = 1 + (int) (ka_fuzz_take_byte (self) % 12);

  return ka_day_from_ymd (year, month, 1 + (int) (ka_fuzz_take_byte (self) % 28));
}

/** ka_fuzz_take_item: Returns: (transfer none) (nullable): an item of an atlas. */
static inline const KaItem *
ka_fuzz_take_item (KaFuzzBytes *self, KaAtlas *atlas)
{
  const KaList *items = ka_atlas_get_items (
    atlas, (KaItemKind) (ka_fuzz_take_byte (self) % KA_N_ITEM_KINDS));

  if (items->n_items == 0)
    return NULL;
  return items->items[ka_fuzz_take_byte (self) % items->n_items];
}

/** ka_fuzz_take_state: Returns: a state of the session that the map can be in. */
static inline KaViewState
ka_fuzz_take_state (KaFuzzBytes *self, KaAtlas *atlas)
{
  KaViewState state = { .day = ka_atlas_get_head (atlas)->default_day,
                        .filter.categories = KA_CATEGORY_ALL };
  guint       flags = ka_fuzz_take_byte (self);

  state.language = (KaLanguage) (ka_fuzz_take_byte (self) % KA_N_LANGUAGES);
  if (flags & 1)
    state.day = ka_fuzz_take_day (self);
  if (flags & 2)
    {
      state.selection = ka_fuzz_take_item (self, atlas);
      state.hover = ka_fuzz_take_item (self, atlas);
    }
  if (flags & 4)
    {
      state.has_pinned_day = TRUE;
      state.pinned_day = ka_fuzz_take_day (self);
      state.is_swiped = (flags & 64) != 0;
    }
  if (flags & 8)
    {
      KaDay from = ka_fuzz_take_day (self), to = ka_fuzz_take_day (self);

      state.has_range = TRUE;
      state.range = (KaSpan){ MIN (from, to), MAX (from, to) + 1 };
    }
  /* The relief takes half of the time. */
  state.hidden_layers = flags & 16 ? (KaMapLayer) ka_fuzz_take_byte (self) : KA_MAP_LAYER_RELIEF;
  state.legend = flags & 32 ? KA_LEGEND_OPEN : KA_LEGEND_AUTO;
  return state;
}

/** ka_fuzz_draw: draws a map of a scene as the bytes tell, and picks a point of it. */
static inline void
ka_fuzz_draw (KaFuzzBytes *self, KaMapScene *scene)
{
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, KA_FUZZ_WIDTH, KA_FUZZ_HEIGHT);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_auto (KaPaintContext) context = { 0 };
  KaBox       limits = ka_map_scene_get_limits (scene);
  KaViewport  viewport = ka_viewport_fit (ka_map_scene_get_extent (scene), KA_FUZZ_WIDTH,
                                          KA_FUZZ_HEIGHT, 0);
  KaThemeId   theme = (KaThemeId) (ka_fuzz_take_byte (self) % KA_N_THEMES);
  KaViewState state = ka_fuzz_take_state (self, ka_map_scene_get_atlas (scene));
  KaMapHit    hit;
  KaPoint     at;

  g_assert_false (ka_box_is_empty (limits));
  viewport.scale *= exp (ka_fuzz_take_number (self, log (0.1), log (100)));
  if (ka_fuzz_take_byte (self) % 2 == 0)
    {
      viewport.centre_km.x = ka_fuzz_take_number (self, limits.x0, limits.x1);
      viewport.centre_km.y = ka_fuzz_take_number (self, limits.y0, limits.y1);
    }
  context = ka_paint_context (cr, scene, &state, ka_theme_get (theme), &viewport);
  ka_map_paint (&context, KA_MAP_ALL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  at.x = ka_fuzz_take_number (self, -KA_FUZZ_WIDTH, 2 * KA_FUZZ_WIDTH);
  at.y = ka_fuzz_take_number (self, -KA_FUZZ_HEIGHT, 2 * KA_FUZZ_HEIGHT);
  hit = ka_map_scene_pick (scene, &state, &viewport, at);
  g_assert_true (hit.region == NULL || hit.area != NULL);
}

G_END_DECLS
