/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the results of a search cost, letter by letter and for a year, beside one pass of strstr()
 * over the titles; and what the index costs once.
 */

#include "config.h"

#include <string.h>

#include "ka-bench-atlas.h"
#include "ka-bench.h"
#include "ka-memory.h"
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

  self->n_found += ka_search_get_hits (found)->n_items;
}

/* Every event of a year is raised. */
static void
search_year (guint run, gpointer data)
{
  Bench           *self = data;
  g_autofree char *year = g_strdup_printf ("%u", 1100 + run);
  g_autoptr (KaSearch) found = ka_search_new (self->index, year, KA_LANGUAGE_EN);

  self->n_found += ka_search_get_hits (found)->n_items;
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
bench_row (Bench              *self,
           const char         *what,
           guint               n_events,
           guint               n_runs,
           KaBenchWork         work,
           const KaBenchTimes *floor)
{
  g_autofree char *name = g_strdup_printf ("%s, %u events", what, n_events);
  KaBenchTimes     times = ka_bench_measure (n_runs, work, self);

  ka_bench_print (name, &times, "a pass of strstr over the titles", floor);
}

static void
measure (guint n_events)
{
  Bench        self = { .atlas = ka_bench_atlas_new (n_events) };
  KaBenchTimes floor = ka_bench_measure (N_RUNS, pass, &self);

  bench_row (&self, "index of a search", n_events, 3, make_index, &floor);
  bench_row (&self, "search", n_events, N_RUNS, search, &floor);
  bench_row (&self, "search of a year", n_events, N_RUNS, search_year, &floor);
  ka_search_index_unref (self.index);
  ka_atlas_unref (self.atlas);
}

int
main (void)
{
  ka_memory_set_up ();
  measure (10000);
  measure (100000);
  measure (1000000);

  return 0;
}
