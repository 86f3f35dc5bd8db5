/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts what a search found in order. A word that every item has finds them all, but few scores
 * differ: they alone are sorted, and each item goes to the place that its score has.
 */
#include "config.h"

#include "ka-search-private.h"

#include <string.h>

#define FIRST_SLOTS 256

/* A score, and how many items have it; then the place of the next one. */
typedef struct
{
  float score;
  guint n;
} Step;

/* The scores of a kind. */
typedef struct
{
  GArray *steps;   /* Owned: of Step, in the order in which they came */
  guint  *slots;   /* Owned: (array length=n_slots): number of a step, plus 1; 0 for none */
  guint   n_slots; /* a power of 2 */
} Steps;

static guint *
find_slot (const Steps *self, float score)
{
  guint32 bits;
  guint   slot;

  memcpy (&bits, &score, sizeof bits);
  slot = (guint) (bits * (guint64) 0x9e3779b97f4a7c15u >> 32) & (self->n_slots - 1);
  while (self->slots[slot] != 0 &&
         g_array_index (self->steps, Step, self->slots[slot] - 1).score != score)
    slot = (slot + 1) & (self->n_slots - 1);

  return &self->slots[slot];
}

static void
make_slots (Steps *self, guint n_slots)
{
  g_free (self->slots);
  self->slots = g_new0 (guint, n_slots);
  self->n_slots = n_slots;
  for (guint i = 0; i < self->steps->len; i++)
    *find_slot (self, g_array_index (self->steps, Step, i).score) = i + 1;
}

static void
count_score (Steps *self, float score)
{
  guint *slot = find_slot (self, score);

  if (*slot == 0)
    {
      const Step step = { score, 0 };

      g_array_append_val (self->steps, step);
      *slot = self->steps->len;
      if (2 * self->steps->len > self->n_slots)
        make_slots (self, 2 * self->n_slots);
      slot = find_slot (self, score);
    }
  g_array_index (self->steps, Step, *slot - 1).n++;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *first = a, *second = b;

  return (first->score < second->score) - (first->score > second->score);
}

/* Sorts the scores, the greatest first, and turns their numbers of items into places. */
static void
place_steps (Steps *self)
{
  guint place = 0;

  g_array_sort (self->steps, compare_steps);
  for (guint i = 0; i < self->steps->len; i++)
    {
      Step       *step = &g_array_index (self->steps, Step, i);
      const guint n = step->n;

      step->n = place;
      place += n;
    }
  make_slots (self, self->n_slots);
}

/* The items of a kind that were found. */
typedef struct
{
  int   kind;
  guint n_hits;
  float best;
} Kind;

static Kind
measure_kind (const KaSearchIndex *index, const float *found, int kind)
{
  Kind self = { .kind = kind };

  for (gsize i = index->first[kind]; i < index->first[kind + 1]; i++)
    {
      self.n_hits += found[i] > 0;
      self.best = MAX (self.best, found[i]);
    }

  return self;
}

/* Writes the hits of a kind, the best first; equals stay in order. */
static void
write_kind (const KaSearchIndex *index, const float *found, int kind, gpointer *hits)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (Step));
  Steps steps = { .steps = array };

  make_slots (&steps, FIRST_SLOTS);
  for (gsize i = index->first[kind]; i < index->first[kind + 1]; i++)
    if (found[i] > 0)
      count_score (&steps, found[i]);
  place_steps (&steps);
  for (gsize i = index->first[kind]; i < index->first[kind + 1]; i++)
    if (found[i] > 0)
      {
        Step *step = &g_array_index (array, Step, *find_slot (&steps, found[i]) - 1);

        hits[step->n++] = index->items[i];
      }
  g_free (steps.slots);
}

/* Inserts behind those whose best hit is as good. */
static void
insert_kind (Kind *kinds, guint n_kinds, Kind kind)
{
  guint at = n_kinds;

  for (; at > 0 && kinds[at - 1].best < kind.best; at--)
    kinds[at] = kinds[at - 1];
  kinds[at] = kind;
}

KaList
ka_search_sort (const KaSearchIndex *index, const float *found)
{
  Kind   kinds[KA_N_ITEM_KINDS];
  KaList hits = { NULL, 0 };
  gsize  n_placed = 0;

  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const Kind measured = measure_kind (index, found, kind);

      insert_kind (kinds, (guint) kind, measured);
      hits.n_items += measured.n_hits;
    }
  hits.items = g_new (gpointer, hits.n_items);
  for (int i = 0; i < KA_N_ITEM_KINDS && kinds[i].n_hits > 0; i++)
    {
      write_kind (index, found, kinds[i].kind, hits.items + n_placed);
      n_placed += kinds[i].n_hits;
    }

  return hits;
}
