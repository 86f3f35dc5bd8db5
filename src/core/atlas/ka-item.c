/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The head that all items of an atlas share: kind, id, names, title.
 */
#include "config.h"

#include "ka-item.h"

#include "ka-record.h"

#include <string.h>

static const char *const kind_names[KA_N_ITEM_KINDS] = {
  [KA_ITEM_REGION] = "region", [KA_ITEM_EVENT] = "event",   [KA_ITEM_ARTICLE] = "article",
  [KA_ITEM_ANNEX] = "annex",   [KA_ITEM_TREATY] = "treaty", [KA_ITEM_FRONTIER] = "frontier",
  [KA_ITEM_PLACE] = "place",   [KA_ITEM_POLITY] = "polity", [KA_ITEM_AREA] = "area",
  [KA_ITEM_TENURE] = "tenure", [KA_ITEM_SOURCE] = "source", [KA_ITEM_CORRECTION] = "correction",
  [KA_ITEM_PERSON] = "person", [KA_ITEM_TERM] = "term",     [KA_ITEM_TOUR] = "tour",
};

const char *
ka_item_kind_get_name (KaItemKind kind)
{
  g_return_val_if_fail ((guint) kind < KA_N_ITEM_KINDS, NULL);

  return kind_names[kind];
}

gboolean
ka_item_kind_from_name (const char *name, KaItemKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < KA_N_ITEM_KINDS; i++)
    if (strcmp (name, kind_names[i]) == 0)
      {
        *kind = (KaItemKind) i;
        return TRUE;
      }
  return FALSE;
}

char *
ka_item_dup_reference (const KaItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return g_strdup_printf ("%s:%s", ka_item_kind_get_name (item->kind), item->id);
}

gboolean
ka_list_has (const KaList *self, gconstpointer item)
{
  for (gsize i = 0; i < self->n_items; i++)
    if (self->items[i] == item)
      return TRUE;
  return FALSE;
}

const KaNames *
ka_item_get_names (const KaItem *item)
{
  const KaField *field;

  g_return_val_if_fail (item != NULL, NULL);

  field = ka_record_find_field (ka_section_of_kind (item->kind)->record, "names");
  return field != NULL ? KA_MEMBER (item, field->offset, const KaNames) : NULL;
}

static const char *
get_tenure_title (const KaTenure *tenure, KaLanguage language)
{
  const KaItem *holder = (const KaItem *) tenure->holder;

  if (holder == NULL)
    holder = tenure->areas.items[0];
  return ka_item_get_title (holder, tenure->span.from, language);
}

const char *
ka_item_get_title (const KaItem *item, KaDay day, KaLanguage language)
{
  const KaNames *names;
  const KaText  *name;

  g_return_val_if_fail (item != NULL, "");

  switch ((int) item->kind)
    {
    case KA_ITEM_EVENT:
      return ka_text_get (&((const KaEvent *) item)->title, language);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ka_text_get (&((const KaArticle *) item)->title, language);
    case KA_ITEM_TREATY:
      return ka_text_get (&((const KaTreaty *) item)->title, language);
    case KA_ITEM_TOUR:
      return ka_text_get (&((const KaTour *) item)->title, language);
    case KA_ITEM_TENURE:
      return get_tenure_title ((const KaTenure *) item, language);
    case KA_ITEM_SOURCE:
      return ((const KaSource *) item)->label;
    case KA_ITEM_CORRECTION:
      return ka_text_get (&((const KaCorrection *) item)->claim, language);
    default:
      names = ka_item_get_names (item);
      name = names != NULL ? ka_names_get_on (names, day) : NULL;
      return name != NULL ? ka_text_get (name, language) : "";
    }
}
