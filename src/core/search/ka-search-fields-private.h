/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-item.h"

G_BEGIN_DECLS

/* What a text says of an item, the most telling first. */
typedef enum
{
  KA_SEARCH_NUMBER, /* of an article */
  KA_SEARCH_TITLE,
  KA_SEARCH_NAME,
  KA_SEARCH_LABEL, /* a short title */
  KA_SEARCH_TREATY,
  KA_SEARCH_PERSON,
  KA_SEARCH_PLACE,
  KA_SEARCH_PARTY,
  KA_SEARCH_DATE,
  KA_SEARCH_KIND,
  KA_SEARCH_TEXT,
  KA_N_SEARCH_FIELDS,
} KaSearchField;

typedef void (*KaSearchVisitor) (KaSearchField field, const char *text, gpointer user_data);

/* Whether items of that kind are found. Areas and tenures are found through their regions. */
gboolean ka_search_has_kind (KaItemKind kind);

/* Gives each text by which an item is found, in every language. */
void ka_search_visit (const KaItem *item, KaSearchVisitor visitor, gpointer user_data);

/* Returns: how much a word in that field tells of an item */
double ka_search_get_weight (KaSearchField field);

/* Returns: how much an item counts: between two that match alike the greater one comes first */
float ka_search_get_importance (const KaItem *item);

G_END_DECLS
