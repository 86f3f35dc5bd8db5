/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-cli-json.h"

G_BEGIN_DECLS

typedef struct _KaCliField KaCliField;

/* How a member is built. @part points into the item, @offset bytes from its start. */
typedef KaJsonObject *(*KaCliBuildFunc) (const KaCliField   *field,
                                         gconstpointer       part,
                                         const KaCliContext *context);

/* An array of structs in an item: where the pointer to the first and their number are, how large
 * one is, and which members it has. */
typedef struct
{
  gsize             items;
  gsize             n_items;
  gsize             size;
  const KaCliField *fields;
} KaCliRecord;

struct _KaCliField
{
  const char        *key;
  KaCliBuildFunc     build;
  gsize              offset;
  const char *const *words;     /* of an enum */
  const KaCliRecord *record;    /* of an array */
  gboolean           is_nested; /* no column of CSV */
};

extern const char *const ka_cli_tenure_words[];

KaJsonObject *ka_cli_json_new_languages (const KaText *text);
void          ka_cli_json_add_fields (KaJsonObject       *object,
                                      const KaCliField   *fields,
                                      gconstpointer       base,
                                      const KaCliContext *context);

KaJsonObject *
ka_cli_build_annexes (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_articles (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_boolean (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_certainty (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_corresponds (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_day (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_flag (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_flags (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_height (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_id (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_integer (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_item (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_item_kind (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_languages (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_list (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_names (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_number (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_pieces (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_placed (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_point (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_records (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_reference (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_references (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_sources (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_step_at (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_string (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_text (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_title (const KaCliField *field, gconstpointer part, const KaCliContext *context);
KaJsonObject *
ka_cli_build_word (const KaCliField *field, gconstpointer part, const KaCliContext *context);

G_END_DECLS
