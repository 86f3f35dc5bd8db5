/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Matches the articles of two treaties.
 */
#include "config.h"

#include "ka-comparison.h"

#include "ka-query.h"

static void
match_free (gpointer data)
{
  KaMatch *self = data;

  g_ptr_array_unref (self->first);
  g_ptr_array_unref (self->second);
  g_free (self);
}

static KaMatch *
match_new (void)
{
  KaMatch *self = g_new0 (KaMatch, 1);

  self->first = g_ptr_array_new ();
  self->second = g_ptr_array_new ();

  return self;
}

static gboolean
names_article (const KaArticle *article, const KaArticle *other)
{
  for (gsize i = 0; i < article->n_correspondences; i++)
    if (article->correspondences[i].article == other)
      return TRUE;

  return FALSE;
}

static gboolean
corresponds (const KaArticle *article, const KaArticle *other)
{
  return names_article (article, other) || names_article (other, article);
}

static gboolean
corresponds_to_any (const KaArticle *article, const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (corresponds (article, others->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Adds to a side the articles of its treaty that correspond to the other side. Returns whether
 * there was one. */
static gboolean
grow (GPtrArray *side, const KaTreaty *treaty, const GPtrArray *others)
{
  gboolean has_grown = FALSE;

  for (gsize i = 0; i < treaty->articles.n_items; i++)
    {
      gpointer article = treaty->articles.items[i];

      if (g_ptr_array_find (side, article, NULL) || !corresponds_to_any (article, others))
        continue;
      g_ptr_array_add (side, article);
      has_grown = TRUE;
    }

  return has_grown;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const KaTreaty *treaty = data;
  guint           places[2] = { 0, 0 };

  for (guint i = 0; i < treaty->articles.n_items; i++)
    {
      if (treaty->articles.items[i] == *(const gpointer *) a)
        places[0] = i;
      if (treaty->articles.items[i] == *(const gpointer *) b)
        places[1] = i;
    }

  return places[0] < places[1] ? -1 : places[0] > places[1];
}

static void
complete (KaMatch *self, const KaTreaty *first, const KaTreaty *second)
{
  while (grow (self->second, second, self->first) || grow (self->first, first, self->second))
    continue;
  g_ptr_array_sort_with_data (self->first, compare_places, (gpointer) (guintptr) first);
  g_ptr_array_sort_with_data (self->second, compare_places, (gpointer) (guintptr) second);
}

/* The number of the match that has an article of the second treaty, or -1. */
static int
find_second (const GPtrArray *matches, gconstpointer article)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_ptr_array_find (((KaMatch *) matches->pdata[i])->second, article, NULL))
      return (int) i;

  return -1;
}

static gboolean
has_first (const GPtrArray *matches, gconstpointer article)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_ptr_array_find (((KaMatch *) matches->pdata[i])->first, article, NULL))
      return TRUE;

  return FALSE;
}

/* Where an article stands that only the second treaty has: after the one before it; the first ones
 * before the first match, or at the end where nothing matches. */
static int
find_place (const GPtrArray *matches, const KaTreaty *second, gsize number)
{
  if (number > 0)
    return find_second (matches, second->articles.items[number - 1]) + 1;

  for (guint i = 0; i < matches->len; i++)
    if (((KaMatch *) matches->pdata[i])->second->len > 0)
      return (int) i;

  return (int) matches->len;
}

GPtrArray *
ka_query_compare (const KaTreaty *first, const KaTreaty *second)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func (match_free);

  g_return_val_if_fail (first != second, matches);

  for (gsize i = 0; i < first->articles.n_items; i++)
    {
      KaMatch *match;

      if (has_first (matches, first->articles.items[i]))
        continue;
      match = match_new ();
      g_ptr_array_add (match->first, first->articles.items[i]);
      complete (match, first, second);
      g_ptr_array_add (matches, match);
    }
  for (gsize i = 0; i < second->articles.n_items; i++)
    {
      KaMatch *match;

      if (find_second (matches, second->articles.items[i]) >= 0)
        continue;
      match = match_new ();
      g_ptr_array_add (match->second, second->articles.items[i]);
      g_ptr_array_insert (matches, find_place (matches, second, i), match);
    }

  return matches;
}

gboolean
ka_query_is_comparable (const KaTreaty *first, const KaTreaty *second)
{
  for (gsize i = 0; i < first->articles.n_items; i++)
    {
      const GPtrArray others = { .pdata = second->articles.items,
                                 .len = (guint) second->articles.n_items };

      if (corresponds_to_any (first->articles.items[i], &others))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
ka_query_list_comparable (KaAtlas *atlas)
{
  const KaList *treaties = ka_atlas_get_items (atlas, KA_ITEM_TREATY);
  GPtrArray    *found = g_ptr_array_new ();

  for (gsize i = 0; i < treaties->n_items; i++)
    if (((const KaTreaty *) treaties->items[i])->articles.n_items > 0)
      g_ptr_array_add (found, treaties->items[i]);

  return found;
}

/* The first of the treaties that corresponds to one, or else the first other one. */
static const KaTreaty *
find_other (const GPtrArray *treaties, const KaTreaty *treaty)
{
  const KaTreaty *other = NULL;

  for (guint i = 0; i < treaties->len; i++)
    {
      const KaTreaty *candidate = treaties->pdata[i];

      if (candidate == treaty)
        continue;
      if (ka_query_is_comparable (treaty, candidate))
        return candidate;
      other = other != NULL ? other : candidate;
    }

  return other;
}

/* The treaty with articles that an item is, belongs to or signs. */
static const KaTreaty *
find_treaty (KaAtlas *atlas, const GPtrArray *treaties, const KaItem *item)
{
  const KaItem *treaty = item;

  if (item == NULL)
    return NULL;

  if (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX)
    treaty = KA_ITEM (((const KaArticle *) item)->treaty);
  else if (item->kind == KA_ITEM_EVENT)
    treaty = ka_query_twin_of (atlas, item);

  return g_ptr_array_find ((GPtrArray *) (gsize) treaties, treaty, NULL) ? (const KaTreaty *) treaty
                                                                         : NULL;
}

/* The last treaty that is signed by a day and corresponds to another, or else the first treaty. */
static const KaTreaty *
find_last (const GPtrArray *treaties, KaDay day)
{
  const KaTreaty *last = NULL;

  for (guint i = 0; i < treaties->len; i++)
    {
      const KaTreaty *treaty = treaties->pdata[i];

      if (treaty->date.earliest <= day &&
          ka_query_is_comparable (treaty, find_other (treaties, treaty)) &&
          (last == NULL || treaty->date.earliest > last->date.earliest))
        last = treaty;
    }

  return last != NULL ? last : treaties->pdata[0];
}

gboolean
ka_query_find_pair (KaAtlas         *atlas,
                    const KaItem    *item,
                    KaDay            day,
                    const KaTreaty **first,
                    const KaTreaty **second)
{
  g_autoptr (GPtrArray) treaties = ka_query_list_comparable (atlas);
  const KaTreaty *treaty = find_treaty (atlas, treaties, item);
  const KaTreaty *other;
  gboolean        is_earlier;

  if (treaty == NULL && treaties->len > 1)
    treaty = find_last (treaties, day);
  other = treaty != NULL ? find_other (treaties, treaty) : NULL;
  if (other == NULL)
    return FALSE;

  is_earlier = treaty->date.earliest <= other->date.earliest;
  *first = is_earlier ? treaty : other;
  *second = is_earlier ? other : treaty;

  return TRUE;
}

const KaText *
ka_query_difference_of (const KaArticle *article, const KaArticle *other)
{
  for (gsize i = 0; i < article->n_correspondences; i++)
    if (article->correspondences[i].article == other)
      return ka_text_is_empty (&article->correspondences[i].difference)
               ? NULL
               : &article->correspondences[i].difference;

  return NULL;
}
