/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a screen reader says of the map: what is selected, and what is in view. GTK before 4.10
 * knows no accessible objects but widgets, so the description of the map tells of its parts.
 */

#include "config.h"

#include "ka-map-speech.h"

#include "ka-hint.h"

#include <glib/gi18n-lib.h>

#include "ka-map-levels.h"

static void
add_in_view (GPtrArray        *items,
             KaMapScene       *scene,
             const KaItem     *item,
             KaDay             day,
             const KaViewport *viewport)
{
  KaBox box;

  if (ka_map_scene_get_bounds_of (scene, item, day, &box) &&
      ka_box_meets (box, ka_viewport_get_box (viewport)))
    g_ptr_array_add (items, (gpointer) (guintptr) item);
}

GPtrArray *
ka_map_speech_list (KaMapScene *scene, KaDay day, const KaViewport *viewport)
{
  KaAtlas      *atlas = ka_map_scene_get_atlas (scene);
  const KaList *regions = ka_atlas_get_items (atlas, KA_ITEM_REGION);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  GPtrArray    *items = g_ptr_array_new ();

  for (gsize i = 0; i < regions->n_items; i++)
    add_in_view (items, scene, regions->items[i], day, viewport);
  for (gsize i = 0; i < frontiers->n_items; i++)
    if (ka_span_has (((const KaFrontier *) frontiers->items[i])->span, day))
      add_in_view (items, scene, frontiers->items[i], day, viewport);

  return items;
}

char *
ka_map_speech_describe (KaMapScene *scene, const KaViewState *state, const KaViewport *viewport)
{
  const KaItem *item = state->selection;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;
  guint            number;

  if (item == NULL)
    return g_strdup ("");

  text = ka_hint_tell (item, state->day, state->language);
  if (state->step > 0)
    return g_strdup_printf (_ ("Selected: %s. Step %u: %s"), text, state->step,
                            ((const KaArticle *) item)->points[state->step - 1].name);

  if (viewport != NULL)
    items = ka_map_speech_list (scene, state->day, viewport);
  if (items == NULL || !g_ptr_array_find (items, item, &number))
    return g_strdup_printf (_ ("Selected: %s"), text);

  return g_strdup_printf (_ ("Selected: %s. %u of %u in view"), text, number + 1, items->len);
}
