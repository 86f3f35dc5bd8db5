/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-json-auto.h"

G_BEGIN_DECLS

/* Deeper than any atlas nests (nine levels), far from the end of any stack. */
#define KA_JSON_DEPTH_MAX 64

/* A JSON document that was read whole. */
typedef struct
{
  char         *name;   /* base name, for messages */
  char         *text;   /* as read; for finding lines again */
  gsize         length; /* bytes */
  KaJsonObject *root;
} KaDocument;

/* A value and the way to it. Nodes are made on the stack on the way down and point up. */
typedef struct _KaNode KaNode;
struct _KaNode
{
  const KaDocument *document;
  KaJsonObject     *value;  /* (nullable): %NULL is JSON's null */
  const KaNode     *parent; /* (nullable): of the root */
  const char       *key;    /* (nullable): member of an object */
  gsize             index;  /* element of an array */
};

/* Called for each fault that the scanner finds. @offset is in bytes. */
typedef void (*KaJsonFaultFunc) (gsize offset, const char *message, gpointer user_data);

gboolean ka_json_scan (const char *text, gsize length, KaJsonFaultFunc report, gpointer user_data);
gsize    ka_json_find (const char *text, gsize length, const char *pointer);
void     ka_json_get_line (const char *text, gsize offset, int *line, int *column);

KaDocument *ka_document_new (const char *name, char *text, gsize length);
void        ka_document_free (KaDocument *document);
gboolean    ka_document_parse (KaDocument *document, KaJsonFaultFunc report, gpointer user_data);

KaNode   ka_node_new_root (const KaDocument *document);
gboolean ka_node_get_member (const KaNode *self, const char *key, KaNode *member);
KaNode   ka_node_get_element (const KaNode *self, gsize index);
gsize    ka_node_count (const KaNode *self);
gboolean ka_node_is (const KaNode *self, enum json_type type);
char    *ka_node_dup_pointer (const KaNode *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaDocument, ka_document_free)

G_END_DECLS
