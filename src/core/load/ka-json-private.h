/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-json-auto.h"

G_BEGIN_DECLS

/* Deeper than any atlas nests (nine levels), far from the end of any stack. */
#define KA_JSON_MAX_DEPTH 64

/* Steps of a JSON pointer whose last place a document remembers. */
#define KA_JSON_N_PLACES 3

/* Where the last search for a fault came by, so that the next one does not begin at the start. */
typedef struct
{
  struct
  {
    gsize container; /* offset of the object or list */
    char *key;       /* Owned (nullable): of a member */
    gsize index;     /* of an element */
    gsize offset;    /* of the value; 0 for none */
  } places[KA_JSON_N_PLACES];
  gsize offset; /* of the last place whose line was counted */
  int   line, column;
} KaJsonTrace;

/* A JSON document that was read whole. */
typedef struct
{
  char         *name;   /* base name, for messages */
  char         *text;   /* as read; for finding lines again */
  gsize         length; /* bytes */
  KaJsonObject *root;
  KaJsonTrace  *trace; /* Owned; changes when a fault is looked for */
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

/* Parses a text into a tree, or reports every fault up to the first one after which the text has no
 * structure any more. @frozen: (nullable) (array zero-terminated=1): lists that keep of each
 * element its place alone, a hundredth of the memory: members of the root, or "a/b" for members of
 * its members; the text must be shorter than 4 GiB then. @root: (out) (transfer full): the tree;
 * %NULL for null and on failure. */
gboolean ka_json_parse (const char        *text,
                        gsize              length,
                        const char *const *frozen,
                        KaJsonFaultFunc    report,
                        gpointer           user_data,
                        KaJsonObject     **root);

/* The places of the elements of a frozen list, or %NULL for a list that is not frozen. @root: the
 * tree that it is in. (element-type guint32) */
const GArray *ka_json_get_places (KaJsonObject *root, KaJsonObject *list);

/* Parses an element of a list, where it is frozen. @wanted: (nullable) (array zero-terminated=1):
 * the members of an object that are parsed, %NULL for all. Returns: (transfer full) (nullable): the
 * element, which must not outlive the document. */
KaJsonObject *
ka_node_thaw (const KaNode *list, gsize index, const char *const *wanted) G_GNUC_WARN_UNUSED_RESULT;

/* Reads an element of a frozen list that is a list of positions, without making a tree of it.
 * @are_integers: whether no fraction may stand in it. @positions: (element-type KaPoint): becomes
 * what was read. Returns %FALSE for all else, faulty or only unusual, which is to be thawed. */
gboolean
ka_node_thaw_positions (const KaNode *list, gsize index, gboolean are_integers, GArray *positions);

/* Finds the offset in bytes of the value that a JSON pointer (RFC 6901) leads to in a text without
 * fault; of the last value on the way, where the pointer leads to none. */
gsize ka_json_find (const char *text, gsize length, const char *pointer);

/* Gets the line and column of an offset, both counted from 1; columns in characters. */
void ka_json_get_line (const char *text, gsize offset, int *line, int *column);

/* Gets line and column of an offset, and of the value that a JSON pointer leads to. Faults in the
 * order of a document cost one way through it. */
void ka_document_get_line (const KaDocument *self, gsize offset, int *line, int *column);
void ka_document_find (const KaDocument *self, const char *pointer, int *line, int *column);

/* Makes a document that is not parsed yet. @text: (transfer full): of @length bytes. */
KaDocument *ka_document_new (const char *name, char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
void        ka_document_free (KaDocument *document);

/* The value at the top of a document. */
KaNode ka_node_new_root (const KaDocument *document);
/* Gets a member of an object; %FALSE without one of that name or for another type. */
gboolean ka_node_get_member (const KaNode *self, const char *key, KaNode *member);
/* Gets an element of a list; one of a frozen list has no value. */
KaNode ka_node_get_element (const KaNode *self, gsize index);
/* Counts the elements of a list; 0 for another type. */
gsize ka_node_count (const KaNode *self);
/* Whether a value is of a type. */
gboolean ka_node_is (const KaNode *self, enum json_type type);
/* Where a value stands in the text of its document, in bytes. O(1) for objects, arrays and strings;
 * other values are looked for in what holds them. */
gsize ka_node_get_offset (const KaNode *self);
/* The way to a value as a JSON pointer (RFC 6901). */
char *ka_node_dup_pointer (const KaNode *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaDocument, ka_document_free)

G_END_DECLS
