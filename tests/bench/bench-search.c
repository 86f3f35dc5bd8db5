/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the first result of a search costs, letter by letter, beside one pass of strstr() over the
 * titles; and what the index costs once.
 */

#include "config.h"

#include <string.h>

#include "ka-bench-atlas.h"
#include "ka-bench.h"
#include "ka-search.h"

#define N_RUNS 20

/* What a person types, one more letter each run. */
static const char query[] = "event number 4711";

typedef struct
{
  KaAtlas       *atlas;
  KaSearchIndex *index;
  gsize          n_found;
} Bench;

static char *
dup_begun (guint run)
{
  return g_strndup (query, 1 + run % strlen (query));
}

static void
search (guint run, gpointer data)
{
  Bench           *self = data;
  g_autofree char *begun = dup_begun (run);
  g_autoptr (KaSearch) found = ka_search_new (self->index, begun, KA_LANGUAGE_EN);

  self->n_found += ka_search_get_hits (found)->len;
}

static void
pass (guint run, gpointer data)
{
  Bench           *self = data;
  g_autofree char *begun = dup_begun (run);
  const KaList    *events = ka_atlas_get_items (self->atlas, KA_ITEM_EVENT);

  for (gsize i = 0; i < events->n_items; i++)
    self->n_found += strstr (
                       ka_text_get (&((const KaEvent *) events->items[i])->title, KA_LANGUAGE_EN),
                       begun) != NULL
                       ? 1
                       : 0;
}

static void
make_index (guint run, gpointer data)
{
  Bench *self = data;

  g_clear_pointer (&self->index, ka_search_index_unref);
  self->index = ka_search_index_new (self->atlas);
}

static void
measure (guint n_events)
{
  Bench            self = { .atlas = ka_bench_atlas_new (n_events) };
  KaBenchTimes     index = ka_bench_measure (3, make_index, &self);
  KaBenchTimes     floor = ka_bench_measure (N_RUNS, pass, &self);
  KaBenchTimes     times = ka_bench_measure (N_RUNS, search, &self);
  g_autofree char *name = g_strdup_printf ("search, %u events", n_events);
  g_autofree char *index_name = g_strdup_printf ("index of a search, %u events", n_events);

  ka_bench_print (name, &times, "a pass of strstr over the titles", &floor);
  ka_bench_print (index_name, &index, "a pass of strstr over the titles", &floor);
  ka_search_index_unref (self.index);
  ka_atlas_unref (self.atlas);
}

int
main (void)
{
  measure (5000);
  measure (100000);

  return 0;
}
