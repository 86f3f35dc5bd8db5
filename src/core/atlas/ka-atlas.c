/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The atlas as an object: reference counting, getters, lookup of items by id.
 */
#include "config.h"

#include "ka-atlas.h"

#include "ka-atlas-private.h"
#include "ka-record.h"

#include <stdlib.h>
#include <string.h>

void
ka_list_append (KaList *self, KaArena *arena, gconstpointer item)
{
  const gsize n_room = MAX (1, 2 * self->n_items);

  if ((self->n_items & (self->n_items - 1)) == 0 && arena == NULL)
    {
      self->items = g_renew (gpointer, self->items, n_room);
    }
  else if ((self->n_items & (self->n_items - 1)) == 0)
    {
      gpointer *items = ka_arena_new_array (arena, gpointer, n_room);

      if (self->n_items > 0)
        memcpy (items, self->items, self->n_items * sizeof (gpointer));
      self->items = items;
    }
  self->items[self->n_items++] = (gpointer) (gsize) item;
}

int
ka_tenure_compare (gconstpointer a, gconstpointer b)
{
  const KaTenure *tenure_a = *(const KaTenure *const *) a;
  const KaTenure *tenure_b = *(const KaTenure *const *) b;

  if (tenure_a->span.from != tenure_b->span.from)
    return tenure_a->span.from < tenure_b->span.from ? -1 : 1;
  return tenure_a->item.index < tenure_b->item.index ? -1 : 1;
}

KaAtlas *
ka_atlas_new_empty (void)
{
  KaAtlas *self = g_new0 (KaAtlas, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->arena = ka_arena_new ();
  return self;
}

gpointer
ka_atlas_add_item (KaAtlas *self, KaItemKind kind, const char *id)
{
  KaItem *item = ka_arena_alloc (self->arena, ka_section_of_kind (kind)->record->size);

  item->kind = kind;
  item->id = ka_arena_strdup (self->arena, id);
  item->index = (guint) self->items[kind].n_items;
  ka_list_append (&self->items[kind], NULL, item);
  ka_id_index_add (&self->by_id[kind], &self->items[kind]);
  return item;
}

/* Numbers the items of a kind after they moved. */
static void
number_items (KaAtlas *self, KaItemKind kind)
{
  const KaList *list = &self->items[kind];

  for (gsize i = 0; i < list->n_items; i++)
    ((KaItem *) list->items[i])->index = (guint) i;
  ka_id_index_rebuild (&self->by_id[kind], list);
}

void
ka_atlas_sort_items (KaAtlas   *self,
                     KaItemKind kind,
                     int (*compare) (gconstpointer a, gconstpointer b))
{
  const KaList *list = &self->items[kind];

  if (list->n_items > 1)
    qsort (list->items, list->n_items, sizeof (gpointer), compare);
  number_items (self, kind);
}

void
ka_atlas_drop_items (KaAtlas   *self,
                     KaItemKind kind,
                     gboolean (*is_dropped) (gpointer user_data, const KaItem *item),
                     gpointer user_data)
{
  KaList *list = &self->items[kind];
  gsize   n_kept = 0;

  for (gsize i = 0; i < list->n_items; i++)
    if (!is_dropped (user_data, list->items[i]))
      list->items[n_kept++] = list->items[i];
  list->n_items = n_kept;
  number_items (self, kind);
}

static void
free_atlas (KaAtlas *self)
{
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      ka_id_index_clear (&self->by_id[kind]);
      g_free (self->items[kind].items);
    }
  ka_topology_clear (&self->topology);
  for (gsize cell = 0; cell < KA_AREA_GRID_SIDE * KA_AREA_GRID_SIDE; cell++)
    g_clear_pointer (&(&self->area_grid.cells[0][0])[cell], g_array_unref);
  ka_arena_free (self->arena);
  g_free (self);
}

KaAtlas *
ka_atlas_ref (KaAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ka_atlas_unref (KaAtlas *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    free_atlas (self);
}

const KaAtlasHead *
ka_atlas_get_head (KaAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->head;
}

const KaRelief *
ka_atlas_get_relief (KaAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->relief;
}

const KaTopology *
ka_atlas_get_topology (KaAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->topology;
}

gboolean
ka_atlas_has_map (KaAtlas *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->topology.n_arcs > 0 || self->items[KA_ITEM_PLACE].n_items > 0;
}

const KaList *
ka_atlas_get_items (KaAtlas *self, KaItemKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < KA_N_ITEM_KINDS, NULL);

  return &self->items[kind];
}

const KaItem *
ka_atlas_lookup (KaAtlas *self, KaItemKind kind, const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < KA_N_ITEM_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return ka_id_index_lookup (&self->by_id[kind], &self->items[kind], id);
}

const KaItem *
ka_atlas_lookup_reference (KaAtlas *self, const char *reference)
{
  const char *colon;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (reference != NULL, NULL);

  colon = strchr (reference, ':');
  if (colon != NULL)
    {
      g_autofree char *name = g_strndup (reference, (gsize) (colon - reference));
      KaItemKind       kind;

      return ka_item_kind_from_name (name, &kind) ? ka_atlas_lookup (self, kind, colon + 1) : NULL;
    }
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaItem *item = ka_atlas_lookup (self, (KaItemKind) kind, reference);

      if (item != NULL)
        return item;
    }
  return NULL;
}
