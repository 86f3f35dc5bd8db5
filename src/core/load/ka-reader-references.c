/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads members that lead to something else: items by their ids, geometries, sources.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <string.h>

/* Whether nothing can be found for want of the section. That it is missing is told once, not at
 * every id; what refers to it counts as faulty all the same. */
static gboolean
is_section_missing (KaReader *reader, KaItemKind kind)
{
  const KaSection *section = ka_section_of_kind (kind);
  const KaNode    *list = &reader->sections[section - ka_sections];

  if (list->document == NULL ? ka_section_is_optional (section)
                             : ka_node_is (list, json_type_array))
    return FALSE;
  reader->n_problems++;
  return TRUE;
}

/* Finds an item of one of the field's kinds by its bare id, or reports. */
static const KaItem *
read_item (const KaTarget *target, const KaNode *node)
{
  const char *id = ka_read_word (target->reader, node, "an id");
  KaItemKind  last_kind = KA_N_ITEM_KINDS;

  if (id == NULL)
    return NULL;
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaItem *item;

      if ((target->field->kinds & (1u << kind)) == 0)
        continue;
      item = ka_atlas_lookup (target->reader->atlas, (KaItemKind) kind, id);
      if (item != NULL)
        return item;
      last_kind = (KaItemKind) kind;
    }
  if (!is_section_missing (target->reader, last_kind))
    ka_reader_add_fault (target->reader, node,
                         "there is no “%s”, an id of the section “%s” expected", id,
                         ka_section_of_kind (last_kind)->name);
  return NULL;
}

static const KaItem *
read_reference (const KaTarget *target, const KaNode *node)
{
  const char      *reference = ka_read_word (target->reader, node, "kind:id");
  const char      *colon = reference != NULL ? strchr (reference, ':') : NULL;
  g_autofree char *name = NULL;
  const KaItem    *item;
  KaItemKind       kind;

  if (reference == NULL)
    return NULL;
  name = colon != NULL ? g_strndup (reference, (gsize) (colon - reference)) : NULL;
  if (name == NULL || !ka_item_kind_from_name (name, &kind) ||
      (target->field->kinds & (1u << kind)) == 0)
    {
      GString *kinds = g_string_new (NULL);

      for (guint i = 0; i < KA_N_ITEM_KINDS; i++)
        if ((target->field->kinds & (1u << i)) != 0)
          g_string_append_printf (kinds, " %s", ka_item_kind_get_name ((KaItemKind) i));
      ka_reader_add_fault (target->reader, node, "“%s” found, kind:id with a kind of%s expected",
                           reference, kinds->str);
      g_string_free (kinds, TRUE);
      return NULL;
    }
  item = ka_atlas_lookup (target->reader->atlas, kind, colon + 1);
  if (item == NULL && !is_section_missing (target->reader, kind))
    ka_reader_add_fault (target->reader, node,
                         "there is no %s “%s”, an id of the section “%s” expected", name, colon + 1,
                         ka_section_of_kind (kind)->name);
  return item;
}

void
ka_read_item (const KaTarget *target, const KaNode *node)
{
  ka_set_pointer (target->record, target->field->offset, read_item (target, node));
}

void
ka_read_reference (const KaTarget *target, const KaNode *node)
{
  ka_set_pointer (target->record, target->field->offset, read_reference (target, node));
}

static void
read_list (const KaTarget *target,
           const KaNode   *node,
           const KaItem *(*read_element) (const KaTarget *target, const KaNode *node))
{
  KaList *list = KA_MEMBER (target->record, target->field->offset, KaList);
  gsize   n = ka_node_count (node);

  if (!ka_reader_expect (target->reader, node, json_type_array, "a list of ids"))
    return;
  if ((double) n < target->field->minimum)
    ka_reader_add_fault (target->reader, node, "no id in the list, at least one expected");
  list->items = g_new0 (gpointer, n);
  for (gsize i = 0; i < n; i++)
    {
      KaNode        element = ka_node_get_element (node, i);
      const KaItem *item = read_element (target, &element);

      if (item == NULL)
        continue;
      for (gsize j = 0; j < list->n_items; j++)
        if (list->items[j] == item)
          ka_reader_add_fault (target->reader, &element, "“%s” is in the list twice, once expected",
                               item->id);
      list->items[list->n_items++] = (gpointer) (gsize) item;
    }
}

void
ka_read_items (const KaTarget *target, const KaNode *node)
{
  read_list (target, node, read_item);
}

void
ka_read_references (const KaTarget *target, const KaNode *node)
{
  read_list (target, node, read_reference);
}

void
ka_read_geometry (const KaTarget *target, const KaNode *node)
{
  const char *id = ka_read_word (target->reader, node, "the id of a geometry");
  KaTopology *topology = &target->reader->atlas->topology;

  if (id == NULL)
    return;
  for (guint layer = 0; layer < KA_N_LAYERS; layer++)
    {
      const KaGeometry *geometry;

      if ((target->field->kinds & (1u << layer)) == 0)
        continue;
      geometry = ka_topology_lookup (topology, (KaLayer) layer, id);
      if (geometry == NULL)
        continue;
      ka_set_pointer (target->record, target->field->offset, geometry);
      return;
    }
  /* That the geography is faulty is told where it is. */
  if (target->reader->is_geography_damaged)
    {
      target->reader->n_problems++;
      return;
    }
  ka_reader_add_fault (
    target->reader, node, "the geography has no object “%s”, an id of its %s expected", id,
    (target->field->kinds & (1u << KA_LAYER_FRONTIERS)) != 0 ? "frontiers" : "rivers or lakes");
}

/* Reads the source that a citation names and the place in it, after the first colon. */
void
ka_read_source (const KaTarget *target, const KaNode *node)
{
  KaReader        *reader = target->reader;
  const char      *text = ka_read_word (reader, node, "the id of a source");
  const char      *colon = text != NULL ? strchr (text, ':') : NULL;
  g_autofree char *id = NULL;
  const KaItem    *source;

  if (text == NULL)
    return;
  id = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  if (colon != NULL && colon[1] == '\0')
    ka_reader_add_fault (reader, node, "nothing after the colon, the place in the source expected");
  source = ka_atlas_lookup (reader->atlas, KA_ITEM_SOURCE, id);
  if (source == NULL)
    {
      if (!is_section_missing (reader, KA_ITEM_SOURCE))
        ka_reader_add_fault (reader, node,
                             "there is no “%s”, an id of the section “sources” expected", id);
      return;
    }
  ka_set_pointer (target->record, target->field->offset, source);
  if (colon != NULL)
    *KA_MEMBER (target->record, target->field->more_offset, char *) = g_strdup (colon + 1);
}

/* Reads a citation: an object, or a string that is the first field of one. */
static gboolean
read_citation (const KaTarget *target, const KaNode *node, KaCitation *citation)
{
  const KaRecordType *type = target->field->record;
  KaTarget            source = { target->reader, type->fields, citation };

  if (ka_node_is (node, json_type_object))
    ka_reader_read_record (target->reader, node, type, citation);
  else
    ka_read_source (&source, node);
  if (citation->source != NULL)
    return TRUE;
  citation->seen = FALSE;
  return FALSE;
}

void
ka_read_citations (const KaTarget *target, const KaNode *node)
{
  gsize       n = ka_node_count (node);
  gsize      *n_citations = KA_MEMBER (target->record, target->field->more_offset, gsize);
  KaCitation *citations;

  if (!ka_reader_expect (target->reader, node, json_type_array, "a list of sources"))
    return;
  if (n == 0)
    ka_reader_add_fault (target->reader, node, "no source, at least one expected");
  citations = g_new0 (KaCitation, n);
  ka_set_pointer (target->record, target->field->offset, citations);
  for (gsize i = 0; i < n; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      if (read_citation (target, &element, &citations[*n_citations]))
        *n_citations += 1;
    }
}
