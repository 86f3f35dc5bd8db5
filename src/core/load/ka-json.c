/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON documents: parsing by json-c after the strict scanner (ka-json-scanner.c) has let them
 * through, and walking down their values while keeping the way back.
 */
#include "config.h"

#include "ka-json-private.h"

#include <string.h>

KaDocument *
ka_document_new (const char *name, char *text, gsize length)
{
  KaDocument *document = g_new0 (KaDocument, 1);

  document->name = g_strdup (name);
  document->text = text;
  document->length = length;
  return document;
}

void
ka_document_free (KaDocument *document)
{
  if (document == NULL)
    return;
  json_object_put (document->root);
  g_free (document->text);
  g_free (document->name);
  g_free (document);
}

gboolean
ka_document_parse (KaDocument *document, KaJsonFaultFunc report, gpointer user_data)
{
  g_autoptr (KaJsonTokener) tokener = NULL;

  if (!ka_json_scan (document->text, document->length, report, user_data))
    return FALSE;
  /* Without json-c's strict mode: the scanner is stricter, and that mode of json-c 0.18 refuses
   * every letter outside ASCII (json-c issue 892). */
  tokener = json_tokener_new_ex (KA_JSON_DEPTH_MAX + 1);
  document->root = json_tokener_parse_ex (tokener, document->text, (int) document->length);
  /* A number goes on until something follows it. */
  if (json_tokener_get_error (tokener) == json_tokener_continue)
    document->root = json_tokener_parse_ex (tokener, "", 1);
  if (json_tokener_get_error (tokener) != json_tokener_success)
    {
      report (json_tokener_get_parse_end (tokener),
              json_tokener_error_desc (json_tokener_get_error (tokener)), user_data);
      return FALSE;
    }
  return TRUE;
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

gsize
ka_node_count (const KaNode *self)
{
  return json_object_is_type (self->value, json_type_array) ? json_object_array_length (self->value)
                                                            : 0;
}

gboolean
ka_node_is (const KaNode *self, enum json_type type)
{
  return json_object_is_type (self->value, type) != 0;
}

/* The way to a value as a JSON pointer (RFC 6901). */
char *
ka_node_dup_pointer (const KaNode *self)
{
  GString *pointer = g_string_new (NULL);

  for (const KaNode *node = self; node != NULL && node->parent != NULL; node = node->parent)
    {
      if (node->key == NULL)
        {
          g_autofree char *step = g_strdup_printf ("/%" G_GSIZE_FORMAT, node->index);

          g_string_prepend (pointer, step);
          continue;
        }
      for (const char *c = node->key + strlen (node->key); c-- > node->key;)
        switch (*c)
          {
          case '~':
            g_string_prepend (pointer, "~0");
            break;
          case '/':
            g_string_prepend (pointer, "~1");
            break;
          default:
            g_string_prepend_c (pointer, *c);
          }
      g_string_prepend_c (pointer, '/');
    }
  return g_string_free (pointer, FALSE);
}
