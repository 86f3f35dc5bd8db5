/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts what a search found in order, in time that is proportional to its number: a word that every
 * item has finds them all, and few scores differ. Scores are sorted byte by byte, from the last
 * byte to the first.
 */
#include "config.h"

#include "ka-search-private.h"

#include <string.h>

#define N_DIGITS 8 /* of a score */
#define N_VALUES 256

/* Scores are not negative: their bits have the order of the numbers. The greatest comes first, so
 * its digits are the least. */
static guint
get_digit (const KaSearchHit *hit, guint digit)
{
  guint64 bits;

  memcpy (&bits, &hit->score, sizeof bits);

  return (guint) (~bits >> (8 * digit) & (N_VALUES - 1));
}

/* Makes of the number of hits with each value the place of the first one. */
static void
sum_up (guint *counts, guint n_values)
{
  guint place = 0;

  for (guint value = 0; value < n_values; value++)
    {
      const guint n = counts[value];

      counts[value] = place;
      place += n;
    }
}

/* Counts each value of each digit. */
static void
count_digits (const KaSearchHit *hits, guint n_hits, guint counts[N_DIGITS][N_VALUES])
{
  for (guint i = 0; i < n_hits; i++)
    for (guint digit = 0; digit < N_DIGITS; digit++)
      counts[digit][get_digit (&hits[i], digit)]++;
}

/* Sorts by the score into @sorted, which is as long as @hits; equals stay in order. @hits lose
 * theirs. */
static void
sort_by_score (KaSearchHit *hits, guint n_hits, KaSearchHit *sorted)
{
  guint        counts[N_DIGITS][N_VALUES] = { 0 };
  KaSearchHit *from = hits, *to = sorted;

  count_digits (hits, n_hits, counts);
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      KaSearchHit *const last = from;

      if (counts[digit][get_digit (&hits[0], digit)] == n_hits)
        continue;
      sum_up (counts[digit], N_VALUES);
      for (guint i = 0; i < n_hits; i++)
        to[counts[digit][get_digit (&from[i], digit)]++] = from[i];
      from = to;
      to = last;
    }
  if (from != sorted)
    memcpy (sorted, from, n_hits * sizeof *sorted);
}

/* The hits of a kind. */
typedef struct
{
  const KaSearchHit *hits; /* the best first */
  guint              n_hits;
} Kind;

/* Inserts behind those whose best hit is as good. */
static void
insert_kind (Kind *kinds, guint n_kinds, Kind kind)
{
  guint at = n_kinds;

  for (; at > 0 && kinds[at - 1].hits[0].score < kind.hits[0].score; at--)
    kinds[at] = kinds[at - 1];
  kinds[at] = kind;
}

void
ka_search_sort (GArray *hits, const guint ends[KA_N_ITEM_KINDS])
{
  KaSearchHit            *all = (KaSearchHit *) (gpointer) hits->data;
  Kind                    kinds[KA_N_ITEM_KINDS];
  guint                   n_kinds = 0, first = 0;
  g_autofree KaSearchHit *room = g_new (KaSearchHit, hits->len);

  for (guint i = 0; i < KA_N_ITEM_KINDS; first = ends[i++])
    if (ends[i] > first)
      {
        sort_by_score (&all[first], ends[i] - first, &room[first]);
        insert_kind (kinds, n_kinds++, (Kind){ &room[first], ends[i] - first });
      }
  for (guint i = 0; i < n_kinds; i++)
    {
      memcpy (all, kinds[i].hits, kinds[i].n_hits * sizeof *all);
      all += kinds[i].n_hits;
    }
}
