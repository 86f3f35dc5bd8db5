/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Searches titles, names in all languages and texts. It tests every item: an atlas has hundreds,
 * and a search takes about a millisecond.
 */
#include "config.h"

#include "ka-search.h"

#include <string.h>

/* Letters that Unicode does not decompose, spellings of transliterations, the plain apostrophe. */
static const struct
{
  const char *from;
  const char *to;
} foldings[] = {
  { "ı", "i" },  { "ə", "a" },  { "ё", "е" },  { "ø", "o" }, { "kh", "h" },
  { "ch", "c" }, { "zh", "j" }, { "sh", "s" }, { "x", "h" }, { "dzh", "j" },
  { "q", "k" },  { "w", "v" },  { "ae", "a" }, { "’", "'" },
};

/* Without case, accents and differences of transliteration: Nakhchivan and Naxçıvan are equal. */
static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString         *folded = g_string_new (NULL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_find_next_char (p, NULL))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (folded, c);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (foldings); i++)
    g_string_replace (folded, foldings[i].from, foldings[i].to, 0);

  return g_string_free (folded, FALSE);
}

/* Rank of a text: 4 equals the query, 3 starts with it, 2 has a word that starts with it, 1
 * contains it, 0 does not. */
static int
rank_string (const char *text, const char *query)
{
  g_autofree char *folded = NULL;
  const char      *at;

  if (text == NULL)
    return 0;

  folded = fold (text);
  if (g_str_equal (folded, query))
    return 4;
  if (g_str_has_prefix (folded, query))
    return 3;
  for (at = strstr (folded, query); at != NULL; at = strstr (at + 1, query))
    if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_find_prev_char (folded, at))))
      return 2;

  return strstr (folded, query) != NULL ? 1 : 0;
}

static int
rank_text (const KaText *text, const char *query)
{
  int best = 0;

  for (int i = 0; i < KA_N_LANGUAGES; i++)
    best = MAX (best, rank_string (text->in[i], query));

  return best;
}

static int
rank_names (const KaNames *names, const char *query)
{
  int best = 0;

  for (gsize i = 0; i < names->n_items; i++)
    best = MAX (best, rank_text (&names->items[i].text, query));

  return best;
}

static int
rank_event (const KaEvent *event, const char *query)
{
  int best = rank_text (&event->title, query) * 10;

  best = MAX (best, rank_text (&event->label, query) * 10);
  for (gsize i = 0; i < event->n_people; i++)
    best = MAX (best, rank_names (&event->people[i].person->names, query) * 6);
  best = MAX (best, rank_string (event->edtf, query) * 5);
  best = MAX (best, rank_text (&event->summary, query) * 2);

  return best == 0 ? 0 : best * 10 + event->importance;
}

/* 0 for no match, more for a better one. Areas, tenures and sources are not searched. */
static int
rank_item (const KaItem *item, const char *query)
{
  const KaNames *names;

  switch ((int) item->kind)
    {
    case KA_ITEM_EVENT:
      return rank_event ((const KaEvent *) item, query);
    case KA_ITEM_TREATY:
      return rank_text (&((const KaTreaty *) item)->title, query) * 100;
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return MAX (rank_text (&((const KaArticle *) item)->title, query) * 100,
                  rank_text (&((const KaArticle *) item)->text, query) * 20);
    case KA_ITEM_CORRECTION:
      return rank_text (&((const KaCorrection *) item)->claim, query) * 20;
    case KA_ITEM_AREA:
      return 0;
    default:
      names = ka_item_get_names (item);
      return names != NULL ? rank_names (names, query) * 100 : 0;
    }
}

typedef struct
{
  gpointer item; /* of KaList, starts with a KaItem */
  int      rank;
} Match;

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (KA_ITEM (first->item)->kind != KA_ITEM (second->item)->kind)
    return (int) KA_ITEM (first->item)->kind - (int) KA_ITEM (second->item)->kind;
  if (first->rank != second->rank)
    return second->rank - first->rank;

  return KA_ITEM (first->item)->index < KA_ITEM (second->item)->index ? -1 : 1;
}

GPtrArray *
ka_search (KaAtlas *atlas, const char *query)
{
  g_autofree char *stripped = g_strstrip (g_strdup (query));
  g_autofree char *folded = fold (stripped);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GPtrArray *found = g_ptr_array_new ();

  if (*folded == '\0')
    return found;

  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *items = ka_atlas_get_items (atlas, (KaItemKind) kind);

      for (gsize i = 0; i < items->n_items; i++)
        {
          Match match = { items->items[i], rank_item (items->items[i], folded) };

          if (match.rank > 0)
            g_array_append_val (matches, match);
        }
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (found, g_array_index (matches, Match, i).item);

  return found;
}
