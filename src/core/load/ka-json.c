/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON documents and their values as nodes that know the way back to the root.
 */
#include "config.h"

#include "ka-json-private.h"

KaDocument *
ka_document_new (const char *name, char *text, gsize length)
{
  KaDocument *document = g_new0 (KaDocument, 1);

  document->name = g_strdup (name);
  document->text = text;
  document->length = length;
  document->trace = g_new0 (KaJsonTrace, 1);
  return document;
}

void
ka_document_free (KaDocument *document)
{
  if (document == NULL)
    return;
  json_object_put (document->root);
  for (guint i = 0; i < KA_JSON_N_PLACES; i++)
    g_free (document->trace->places[i].key);
  g_free (document->trace);
  g_free (document->text);
  g_free (document->name);
  g_free (document);
}

KaNode
ka_node_new_root (const KaDocument *document)
{
  return (KaNode){ .document = document, .value = document->root };
}

gboolean
ka_node_get_member (const KaNode *self, const char *key, KaNode *member)
{
  KaJsonObject *value;

  if (!json_object_is_type (self->value, json_type_object) ||
      !json_object_object_get_ex (self->value, key, &value))
    return FALSE;
  *member = (KaNode){ self->document, value, self, key, 0 };
  return TRUE;
}

KaNode
ka_node_get_element (const KaNode *self, gsize index)
{
  return (KaNode){ self->document, json_object_array_get_idx (self->value, index), self, NULL,
                   index };
}

/* The places of a frozen list, whose tree has no element. */
static const GArray *
get_places (const KaNode *self)
{
  return json_object_array_length (self->value) == 0
           ? ka_json_get_places (self->document->root, self->value)
           : NULL;
}

gsize
ka_node_count (const KaNode *self)
{
  const GArray *places;

  if (!json_object_is_type (self->value, json_type_array))
    return 0;
  places = get_places (self);
  return places != NULL ? places->len : json_object_array_length (self->value);
}

gboolean
ka_node_is (const KaNode *self, enum json_type type)
{
  return json_object_is_type (self->value, type) != 0;
}

gsize
ka_node_get_offset (const KaNode *self)
{
  const KaNode step = { self->document, self->value, &(const KaNode){ 0 }, self->key, self->index };
  g_autofree char *pointer = NULL;
  gsize            start;

  if (self->parent == NULL)
    return ka_json_find (self->document->text, self->document->length, "");
  if (ka_node_is (self, json_type_object) || ka_node_is (self, json_type_array) ||
      ka_node_is (self, json_type_string))
    return GPOINTER_TO_SIZE (json_object_get_userdata (self->value));
  start = ka_node_get_offset (self->parent);
  pointer = ka_node_dup_pointer (&step);
  return start +
         ka_json_find (self->document->text + start, self->document->length - start, pointer);
}

char *
ka_node_dup_pointer (const KaNode *self)
{
  GString *pointer = g_string_new (NULL);

  for (const KaNode *node = self; node->parent != NULL; node = node->parent)
    {
      g_autoptr (GString) step = g_string_new (node->key);

      if (node->key == NULL)
        g_string_printf (step, "%zu", node->index);
      g_string_replace (step, "~", "~0", 0);
      g_string_replace (step, "/", "~1", 0);
      g_string_prepend_c (step, '/');
      g_string_prepend (pointer, step->str);
    }
  return g_string_free (pointer, FALSE);
}
