/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"
#include "ka-json-auto.h"

G_BEGIN_DECLS

/** KaCliContext: what names and texts depend on. */
typedef struct
{
  KaDay      day;      /* the day of names that change over time */
  KaLanguage language; /* the language of texts that are written as one string */
} KaCliContext;

/** ka_cli_json_new_item: Returns: (transfer full): the item as an object; what it does not have is
 * null */
KaJsonObject *ka_cli_json_new_item (const KaItem       *item,
                                    const KaCliContext *context) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_cli_json_new_names:
 * @item: (nullable): an item of a kind that has names
 * @day: a day
 *
 * Returns: (transfer full) (nullable): its names on that day, by language
 */
KaJsonObject *ka_cli_json_new_names (const KaItem *item, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/* Values; each returns (transfer full). An open day, no item and no string are null. */
KaJsonObject *ka_cli_json_new_number (double number) G_GNUC_WARN_UNUSED_RESULT;
KaJsonObject *ka_cli_json_new_day (KaDay day) G_GNUC_WARN_UNUSED_RESULT;
KaJsonObject *ka_cli_json_new_id (const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;
KaJsonObject *ka_cli_json_new_ids (const GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
KaJsonObject *ka_cli_json_new_string (const char *string) G_GNUC_WARN_UNUSED_RESULT;

/** ka_cli_json_list_columns: Returns: (transfer full): the members that are a value or a list of
 * values, in order */
char **ka_cli_json_list_columns (KaItemKind kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_cli_json_write:
 * @object: (transfer none): a document
 *
 * Writes a document to the standard output, indented, with a line feed at its end.
 *
 * Returns: the exit code
 */
int ka_cli_json_write (KaJsonObject *object);

G_END_DECLS
