/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Orders clauses for a day: those in force first.
 */
#include "config.h"

#include "ka-query.h"

KaStanding
ka_query_standing_of (const KaArticle *article, KaDay day)
{
  g_return_val_if_fail (article != NULL, KA_STANDING_NEVER);

  if (article->treaty->date.earliest > day)
    return KA_STANDING_LATER;
  if (article->span.from == KA_DAY_MAX)
    return KA_STANDING_NEVER;

  return day < article->span.to ? KA_STANDING_CURRENT : KA_STANDING_EARLIER;
}

typedef struct
{
  const KaArticle *article;
  KaStanding       standing;
  gboolean         is_shared; /* with the land of other regions */
  KaDay            distance;  /* from the day to the signature of the treaty */
  guint            number;    /* in order of date, treaty and number */
} Clause;

static int
compare_clauses (gconstpointer a, gconstpointer b)
{
  const Clause *first = a;
  const Clause *second = b;

  if (first->standing != second->standing)
    return first->standing < second->standing ? -1 : 1;
  if (first->is_shared != second->is_shared)
    return first->is_shared ? 1 : -1;
  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return first->number < second->number ? -1 : 1;
}

GPtrArray *
ka_query_clauses_about (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  GPtrArray *found = ka_query_articles_about (atlas, item);
  gboolean   is_land = item->kind == KA_ITEM_REGION || item->kind == KA_ITEM_AREA ||
                     item->kind == KA_ITEM_PLACE;
  g_autoptr (GArray) clauses = g_array_sized_new (FALSE, FALSE, sizeof (Clause), found->len);

  for (guint i = 0; i < found->len; i++)
    {
      const KaArticle *article = found->pdata[i];
      const Clause     clause = {
            .article = article,
            .standing = ka_query_standing_of (article, day),
            .is_shared = is_land && article->regions.n_items != 1,
            .distance = ABS (day - article->treaty->date.earliest),
            .number = i,
      };

      g_array_append_val (clauses, clause);
    }
  g_array_sort (clauses, compare_clauses);
  for (guint i = 0; i < found->len; i++)
    found->pdata[i] = (gpointer) (gsize) g_array_index (clauses, Clause, i).article;

  return found;
}
