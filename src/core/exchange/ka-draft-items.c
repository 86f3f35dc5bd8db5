/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places and polities of a draft.
 */
#include "config.h"

#include "ka-draft-private.h"
#include "ka-foreign-event.h"

#include <glib/gi18n-lib.h>

const char *
ka_draft_add_place (KaDraft *self, const KaDraftPlace *place)
{
  KaJsonObject *item = json_object_new_object ();
  KaJsonObject *at = json_object_new_array ();
  const char   *id = ka_draft_take_id (self, KA_DRAFT_PLACES, NULL, place->title);

  json_object_array_add (at, ka_draft_new_number (place->at.x));
  json_object_array_add (at, ka_draft_new_number (place->at.y));
  ka_draft_note_point (self, place->at);
  json_object_object_add (item, "id", json_object_new_string (id));
  if (place->names_over_time != NULL)
    json_object_object_add (item, "names", json_object_get (place->names_over_time));
  else
    ka_draft_set_names (item, place->title, place->names);
  ka_draft_set_line (item, "kind", place->kind != NULL ? place->kind : "town");
  json_object_object_add (item, "at", at);
  json_object_object_add (item, "rank", json_object_new_int (place->rank > 0 ? place->rank : 2));
  ka_draft_set_line (item, "from", place->from);
  ka_draft_set_line (item, "to", place->to);
  ka_draft_set_line (item, "note", place->note);
  ka_draft_set_source (self, item, place->source);
  if (place->height_m > 0)
    json_object_object_add (item, "height_m", json_object_new_int (place->height_m));
  if (place->is_capital)
    ka_draft_set_line (item, "role", "capital");
  if (place->lines != NULL)
    ka_draft_add_lines (self, KA_LAYER_RIVERS, id, place->lines);
  if (place->lines != NULL ||
      (place->rings != NULL && ka_draft_add_polygons (self, KA_LAYER_LAKES, id, place->rings)))
    ka_draft_set_line (item, "geometry", id);
  else if (place->rings != NULL)
    ka_draft_loss (self, place->offset, place->title,
                   _ ("its outline has nothing inside, it is left out"));
  ka_draft_take_item (self, KA_DRAFT_PLACES, place->offset, item);
  return id;
}

const char *
ka_draft_ensure_place (KaDraft *self, const KaDraftPlace *place)
{
  g_autofree char *x = ka_foreign_dup_degrees (place->at.x);
  g_autofree char *y = ka_foreign_dup_degrees (place->at.y);
  g_autofree char *key = g_strjoin (" ", x, y, place->title, NULL);
  const char      *id = g_hash_table_lookup (self->place_ids, key);

  if (id == NULL)
    {
      id = ka_draft_add_place (self, place);
      g_hash_table_insert (self->place_ids, g_steal_pointer (&key), (gpointer) (gsize) id);
    }
  return id;
}

/* Adds a polity without a family of others, unless there is one of its name. @names: (nullable);
 * @tint: (nullable): NULL for one of its own */
static const char *
ensure_polity (KaDraft      *self,
               gsize         offset,
               const char   *name,
               const KaText *names,
               const char   *kind,
               const char   *tint)
{
  const char   *id = g_hash_table_lookup (self->polity_ids, name);
  KaJsonObject *item;

  if (id != NULL)
    return id;
  id = ka_draft_take_id (self, KA_DRAFT_POLITIES, NULL, name);
  item = json_object_new_object ();
  json_object_object_add (item, "id", json_object_new_string (id));
  ka_draft_set_names (item, name, names);
  json_object_object_add (item, "kind", json_object_new_string (kind));
  json_object_object_add (item, "tint", json_object_new_string (tint != NULL ? tint : id));
  ka_draft_set_source (self, item, NULL);
  ka_draft_take_item (self, KA_DRAFT_POLITIES, offset, item);
  g_hash_table_insert (self->polity_ids, g_strdup (name), (gpointer) (gsize) id);
  return id;
}

const char *
ka_draft_ensure_polity (KaDraft *self, gsize offset, const char *name, const KaText *names)
{
  return ensure_polity (self, offset, name, names, "state", NULL);
}

const char *
ka_draft_ensure_nobody (KaDraft *self)
{
  return ensure_polity (self, KA_DRAFT_NOWHERE, "Not known", NULL, "authority", "neutral");
}
