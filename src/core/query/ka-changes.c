/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds what changes between two days: holders, titles, claims, frontiers.
 */
#include "config.h"

#include "ka-changes.h"

#include "ka-query.h"

static void
change_free (gpointer data)
{
  KaChange *self = data;

  g_ptr_array_unref (self->areas);
  g_free (self);
}

static gboolean
has_same_status (const KaTenure *a, const KaTenure *b)
{
  return a->kind == b->kind && a->sovereign == b->sovereign && a->autonomy == b->autonomy;
}

/* Whether two tenures say the same of their land, by whichever instrument. */
static gboolean
is_alike (const KaTenure *a, const KaTenure *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->holder == b->holder && has_same_status (a, b);
}

static KaChangeKind
classify (const KaTenure *before, const KaTenure *after)
{
  if (before == NULL || before->holder != after->holder)
    return KA_CHANGE_HOLDER;

  return has_same_status (before, after) ? KA_CHANGE_CONFIRMED : KA_CHANGE_STATUS;
}

static KaChange *
find_like (const GPtrArray *changes, const KaChange *wanted)
{
  for (guint i = 0; i < changes->len; i++)
    {
      KaChange *change = changes->pdata[i];

      if (change->kind == wanted->kind && change->day == wanted->day &&
          change->frontier == wanted->frontier && change->instrument == wanted->instrument &&
          is_alike (change->before, wanted->before) && is_alike (change->after, wanted->after))
        return change;
    }

  return NULL;
}

/* Adds a change, or its area to a change that is alike. */
static void
add (GPtrArray *changes, KaChange change, const KaArea *area)
{
  KaChange *found = find_like (changes, &change);

  if (found == NULL)
    {
      change.areas = g_ptr_array_new ();
      found = g_memdup2 (&change, sizeof change);
      g_ptr_array_add (changes, found);
    }
  if (area != NULL)
    g_ptr_array_add (found->areas, (gpointer) (guintptr) area);
}

/* Whether a change on @day lies between two days. */
static gboolean
is_between (KaDay day, KaSpan days)
{
  return days.from < day && day <= days.to && day != KA_DAY_MAX;
}

static void
add_tenures (GPtrArray *changes, const KaArea *area, KaSpan days)
{
  for (gsize i = 0; i < area->tenures.n_items; i++)
    {
      const KaTenure *after = area->tenures.items[i];
      const KaTenure *before = i > 0 ? area->tenures.items[i - 1] : NULL;
      KaChange        change = { .day = after->span.from, .before = before, .after = after };

      if (!is_between (change.day, days) ||
          (is_alike (before, after) && before->instrument == after->instrument))
        continue;
      change.kind = classify (before, after);
      change.instrument = after->instrument;
      add (changes, change, area);
    }
}

static void
add_claims (GPtrArray *changes, const KaArea *area, KaSpan days)
{
  for (gsize i = 0; i < area->claims.n_items; i++)
    {
      const KaTenure *claim = area->claims.items[i];
      const KaChange  start = { .kind = KA_CHANGE_CLAIMED,
                                .day = claim->span.from,
                                .after = claim,
                                .instrument = claim->instrument };
      const KaChange  end = { .kind = KA_CHANGE_DROPPED, .day = claim->span.to, .before = claim };

      if (is_between (start.day, days))
        add (changes, start, area);
      if (is_between (end.day, days))
        add (changes, end, area);
    }
}

static void
add_frontier (GPtrArray *changes, const KaFrontier *frontier, KaSpan days)
{
  const KaChange start = { .kind = KA_CHANGE_DRAWN,
                           .day = frontier->span.from,
                           .frontier = frontier,
                           .instrument = frontier->instrument };
  const KaChange end = { .kind = KA_CHANGE_ENDED, .day = frontier->span.to, .frontier = frontier };

  if (is_between (start.day, days))
    add (changes, start, NULL);
  if (is_between (end.day, days))
    add (changes, end, NULL);
}

/* Whether an event is an instrument, signs it or carries it out. */
static gboolean
is_event_of (const KaEvent *event, const KaItem *instrument)
{
  const KaTreaty *treaty = NULL;

  if (instrument->kind == KA_ITEM_ARTICLE || instrument->kind == KA_ITEM_ANNEX)
    treaty = ((const KaArticle *) instrument)->treaty;

  return &event->item == instrument || ka_list_has (&event->articles, instrument) ||
         ka_list_has (&event->treaties, instrument) ||
         (treaty != NULL && ka_list_has (&event->treaties, treaty));
}

/* The event by which an instrument takes effect: itself, else the most important of that day. */
static const KaEvent *
find_event (KaAtlas *atlas, const KaItem *instrument, KaDay day)
{
  const KaList  *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaEvent *best = NULL;

  if (instrument == NULL || instrument->kind == KA_ITEM_EVENT)
    return (const KaEvent *) instrument;

  for (gsize i = ka_query_find_first_from (events, day); i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];

      if (event->date.earliest > day)
        break;
      if (is_event_of (event, instrument) && (best == NULL || event->importance > best->importance))
        best = event;
    }

  return best;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const KaChange *first = *(const KaChange *const *) a;
  const KaChange *second = *(const KaChange *const *) b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;

  return (int) first->kind - (int) second->kind;
}

GPtrArray *
ka_query_changes_between (KaAtlas *atlas, KaDay from, KaDay to)
{
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  GPtrArray    *changes = g_ptr_array_new_with_free_func (change_free);
  const KaSpan  days = { from, to };

  g_return_val_if_fail (from < to, changes);

  for (gsize i = 0; i < areas->n_items; i++)
    {
      add_tenures (changes, areas->items[i], days);
      add_claims (changes, areas->items[i], days);
    }
  for (gsize i = 0; i < frontiers->n_items; i++)
    add_frontier (changes, frontiers->items[i], days);
  /* Merge sort is stable: equal changes stay in the order of the atlas */
  g_ptr_array_sort (changes, compare_changes);
  for (guint i = 0; i < changes->len; i++)
    {
      KaChange *change = changes->pdata[i];

      change->event = find_event (atlas, change->instrument, change->day);
    }

  return changes;
}
