/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the items, geometries and sources that records refer to.
 */
#include "config.h"

#include "ka-query.h"
#include "ka-reader-target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether a section is missing, so that nothing in it can be found. The missing section is one
 * fault; what refers to it counts as faulty without a message. */
static gboolean
is_section_missing (KaReader *self, KaItemKind kind)
{
  const KaSection *section = ka_section_of_kind (kind);
  const KaNode    *list = &self->sections[section - ka_sections];

  if (list->document == NULL ? section->is_optional : ka_node_is (list, json_type_array))
    return FALSE;
  self->n_problems++;
  return TRUE;
}

/* The reference of an item of one of @kinds, a mask, whose id is most like @id, or NULL. */
static char *
dup_nearest (const KaTarget *target, guint kinds, const char *id)
{
  for (guint kind = 0; kind < KA_N_ITEM_KINDS && ka_reader_has_room (target->reader); kind++)
    {
      g_autofree char *reference = g_strconcat (ka_item_kind_get_name (kind), ":", id, NULL);
      char            *nearest = NULL;

      if ((kinds & (1u << kind)) != 0)
        nearest = ka_query_dup_nearest_reference (target->reader->atlas, reference);
      if (nearest != NULL)
        return nearest;
    }
  return NULL;
}

/* Reports an id that nothing has, and the nearest of @kinds, a mask; @message: (transfer full). */
static void
report_missing (const KaTarget *target,
                const KaNode   *node,
                guint           kinds,
                const char     *id,
                char           *message)
{
  g_autofree char *nearest = dup_nearest (target, kinds, id);
  g_autofree char *words = ka_reader_dup_hint (message,
                                               nearest != NULL ? strchr (nearest, ':') + 1 : NULL);

  ka_reader_add_fault (target->reader, node, "%s", words);
}

/* Finds an item of one of the allowed kinds by its bare id, or reports. */
static const KaItem *
find_item (const KaTarget *target, const KaNode *node)
{
  const char *id = ka_reader_read_word (target->reader, node, N_ ("an id"));
  KaItemKind  last_kind = KA_N_ITEM_KINDS;

  if (id == NULL)
    return NULL;
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaItem *item;

      if (!ka_target_allows (target->field, kind))
        continue;
      item = ka_atlas_lookup (target->reader->atlas, (KaItemKind) kind, id);
      if (item != NULL)
        return item;
      last_kind = (KaItemKind) kind;
    }
  if (!is_section_missing (target->reader, last_kind))
    report_missing (
      target, node, target->field->allowed, id,
      /* Translators: of a faulty file: an id that nothing has, and the section that lacks it. */
      g_strdup_printf (_ ("there is no “%1$s”, an id of the section “%2$s” expected"), id,
                       ka_section_of_kind (last_kind)->name));
  return NULL;
}

/* Finds an item of one of the allowed kinds by kind:id, or reports. */
static const KaItem *
find_reference (const KaTarget *target, const KaNode *node)
{
  const char   *reference = ka_reader_read_word (target->reader, node, N_ ("kind:id"));
  const KaItem *item;
  KaItemKind    kind;
  g_auto (GStrv) parts = NULL;

  if (reference == NULL)
    return NULL;
  parts = g_strsplit (reference, ":", 2);
  if (parts[1] == NULL || !ka_item_kind_from_name (parts[0], &kind) ||
      !ka_target_allows (target->field, kind))
    {
      g_autoptr (GString) kinds = g_string_new (NULL);

      for (guint i = 0; i < KA_N_ITEM_KINDS; i++)
        if (ka_target_allows (target->field, i))
          g_string_append_printf (kinds, " %s", ka_item_kind_get_name ((KaItemKind) i));
      /* Translators: of a faulty file: a reference, and the words that may stand before its colon;
       * a space is the first of %2$s. */
      ka_reader_add_fault (target->reader, node,
                           _ ("“%1$s” found, kind:id with a kind of%2$s expected"), reference,
                           kinds->str);
      return NULL;
    }
  item = ka_atlas_lookup (target->reader->atlas, kind, parts[1]);
  if (item == NULL && !is_section_missing (target->reader, kind))
    report_missing (
      target, node, 1u << kind, parts[1],
      /* Translators: of a faulty file: a kind of item, such as “event”, an id that none of that
       * kind has, and the section that lacks it. */
      g_strdup_printf (_ ("there is no %1$s “%2$s”, an id of the section “%3$s” expected"),
                       parts[0], parts[1], ka_section_of_kind (kind)->name));
  return item;
}

static const KaItem *
find_target (const KaTarget *target, const KaNode *node)
{
  KaFieldKind   kind = target->field->kind;
  const KaItem *item = kind == KA_FIELD_ITEM || kind == KA_FIELD_ITEMS
                         ? find_item (target, node)
                         : find_reference (target, node);

  if (item != NULL && item->kind == KA_ITEM_EVENT)
    ((KaItem *) (gsize) item)->origin.is_wanted = TRUE;
  return item;
}

void
ka_target_read_item (const KaTarget *target, const KaNode *node)
{
  ka_record_set_pointer (target->record, target->field->offset, find_target (target, node));
}

void
ka_target_read_items (const KaTarget *target, const KaNode *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  KaList *list = KA_TARGET_FIELD (target, KaList);
  gsize   n = ka_node_count (node);

  if (!ka_reader_expect (target->reader, node, json_type_array, N_ ("a list of ids")))
    return;
  if ((double) n < target->field->minimum)
    ka_reader_add_fault (target->reader, node, _ ("no id in the list, at least one expected"));
  list->items = ka_arena_new_array (target->reader->atlas->arena, gpointer, n);
  for (gsize i = 0; i < n; i++)
    {
      KaNode        element = ka_node_get_element (node, i);
      const KaItem *item = find_target (target, &element);

      if (item == NULL)
        continue;
      if (!g_hash_table_add (seen, (gpointer) (gsize) item))
        ka_reader_add_fault (target->reader, &element,
                             _ ("“%s” is in the list twice, once expected"), item->id);
      list->items[list->n_items++] = (gpointer) (gsize) item;
    }
}

static void
report_missing_geometry (const KaTarget *target, const KaNode *node, const char *id)
{
  const KaTopology *topology = &target->reader->atlas->topology;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *message = NULL;

  for (guint layer = 0; layer < KA_N_LAYERS && ka_reader_has_room (target->reader); layer++)
    for (gsize i = 0; ka_target_allows (target->field, layer) && i < topology->n_in_layer[layer];
         i++)
      g_ptr_array_add (ids, topology->layers[layer][i].id);
  g_ptr_array_add (ids, NULL);
  message = g_strdup_printf (
    ka_target_allows (target->field, KA_LAYER_FRONTIERS)
      ? _ ("the geography has no object “%s”, an id of its frontiers expected")
      : _ ("the geography has no object “%s”, an id of its rivers or lakes expected"),
    id);
  message = ka_reader_dup_hint (g_steal_pointer (&message),
                                ka_query_find_nearest_word (id, (const char *const *) ids->pdata));
  ka_reader_add_fault (target->reader, node, "%s", message);
}

void
ka_target_read_geometry (const KaTarget *target, const KaNode *node)
{
  const char *id = ka_reader_read_word (target->reader, node, N_ ("the id of a geometry"));
  KaTopology *topology = &target->reader->atlas->topology;

  if (id == NULL)
    return;
  for (guint layer = 0; layer < KA_N_LAYERS; layer++)
    {
      const KaGeometry *geometry = ka_target_allows (target->field, layer)
                                     ? ka_topology_lookup (topology, (KaLayer) layer, id)
                                     : NULL;

      if (geometry == NULL)
        continue;
      ka_record_set_pointer (target->record, target->field->offset, geometry);
      return;
    }
  /* A faulty geography has faults of its own. */
  if (target->reader->is_geography_damaged)
    target->reader->n_problems++;
  else
    report_missing_geometry (target, node, id);
}

void
ka_target_read_source (const KaTarget *target, const KaNode *node)
{
  KaReader     *reader = target->reader;
  const char   *text = ka_reader_read_word (reader, node, N_ ("the id of a source"));
  const KaItem *source;
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return;
  parts = g_strsplit (text, ":", 2);
  if (parts[1] != NULL && *parts[1] == '\0')
    ka_reader_add_fault (reader, node,
                         _ ("nothing after the colon, the place in the source expected"));
  source = ka_atlas_lookup (reader->atlas, KA_ITEM_SOURCE, parts[0]);
  if (source != NULL)
    {
      ka_record_set_pointer (target->record, target->field->offset, source);
      *KA_TARGET_MORE (target, char *) = ka_target_keep (reader, parts[1]);
    }
  else if (!is_section_missing (reader, KA_ITEM_SOURCE))
    report_missing (target, node, 1u << KA_ITEM_SOURCE, parts[0],
                    g_strdup_printf (_ ("there is no “%1$s”, an id of the section “%2$s” expected"),
                                     parts[0], "sources"));
}
