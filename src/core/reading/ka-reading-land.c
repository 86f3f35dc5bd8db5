/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the pages of land and lines: the day, regions, areas, polities, frontiers, places.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-words.h"

static void
add_band (KaReading *self, const KaArea *area)
{
  KaBlock *block = ka_reading_add (self, KA_BLOCK_BAND, _ ("Who held it when"));

  block->item = &area->item;
}

static void
add_population (KaReading *self, const KaRegion *region)
{
  if (region->n_population > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Who lived there"));
  for (gsize i = 0; i < region->n_population; i++)
    {
      const KaPopulation *population = &region->population[i];
      g_autofree char    *when = ka_date_to_words (&population->date, population->edtf,
                                                   self->language);
      /* Translators: a date and what is said of it */
      g_autofree char *text = g_strdup_printf (_ ("%s: %s"), when,
                                               ka_reading_get_text (self, &population->text));

      ka_reading_add_paragraph (self, text);
      ka_reading_add_citations (self, population->citations, population->n_citations);
    }
}

static void
add_title (KaReading *self, const KaItem *item, const KaNames *names)
{
  g_autofree char *others = ka_reading_dup_other_names (self, names);

  ka_reading_add_title (self, ka_reading_get_title (self, item), others);
}

/* Areas that share the tenure of the first one are told once. */
static void
add_tenures (KaReading *self, const KaRegion *region)
{
  for (gsize i = 0; i < region->areas.n_items; i++)
    {
      const KaArea *first = region->areas.items[0];
      const KaArea *area = region->areas.items[i];

      if (i > 0 && ka_query_tenure_on (first, self->day) == ka_query_tenure_on (area, self->day))
        continue;
      if (i > 0)
        ka_reading_add (self, KA_BLOCK_HEADING, ka_reading_get_title (self, area));
      ka_reading_add_tenure (self, area);
      add_band (self, area);
    }
}

void
ka_reading_write_region (KaReading *self, const KaRegion *region)
{
  add_title (self, &region->item, &region->names);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &region->summary));
  add_tenures (self, region);
  ka_reading_add_names (self, &region->names);
  ka_reading_add_certainty (self, &region->item);
  add_population (self, region);
  ka_reading_add_clauses (self, &region->item);
  ka_reading_add_events (self, &region->item);
  ka_reading_add_sources (self, &region->item);
}

void
ka_reading_write_area (KaReading *self, const KaArea *area)
{
  add_title (self, &area->item, &area->names);
  ka_reading_add_tenure (self, area);
  add_band (self, area);
  ka_reading_add_names (self, &area->names);
  ka_reading_add_item_fact (self, _ ("Region"), area->region);
  ka_reading_add_certainty (self, &area->item);
  ka_reading_add_clauses (self, &area->item);
  ka_reading_add_sources (self, &area->item);
}

void
ka_reading_write_tenure (KaReading *self, const KaTenure *tenure)
{
  const KaDay      day = tenure->span.from == KA_DAY_MIN ? self->day : tenure->span.from;
  g_autofree char *words = ka_words_describe_tenure (tenure, day, self->language);
  g_autofree char *when = ka_span_to_words (tenure->span, self->language);

  ka_reading_add_title (self, words, when);
  ka_reading_add_items_fact (self, _ ("Areas"), &tenure->areas);
  ka_reading_add_item_fact (self, _ ("Holder"), tenure->holder);
  ka_reading_add_item_fact (self, _ ("Title"), tenure->sovereign);
  ka_reading_add_item_fact (self, _ ("Autonomy"), tenure->autonomy);
  ka_reading_add_item_fact (self, C_ ("instrument", "By"), tenure->instrument);
  ka_reading_add_certainty (self, &tenure->item);
  ka_reading_add_sources (self, &tenure->item);
}

static void
add_memberships (KaReading *self, const KaPolity *polity)
{
  for (gsize i = 0; i < polity->n_memberships; i++)
    {
      const KaMembership *membership = &polity->memberships[i];
      const char         *whole = ka_reading_get_title (self, membership->whole);
      g_autofree char    *when = ka_span_to_words (membership->span, self->language);
      /* Translators: the greater state that a state was part of, and when */
      g_autofree char *text = g_strdup_printf (_ ("%s, %s"), whole, when);
      KaBlock         *fact = ka_reading_add_fact (self, _ ("Part of"), text);

      ka_block_add_link (fact, whole, membership->whole, 0);
    }
}

void
ka_reading_write_polity (KaReading *self, const KaPolity *polity)
{
  g_autofree char *life = ka_span_to_words (polity->span, self->language);
  g_autoptr (GPtrArray) areas = ka_query_areas_about (self->atlas, &polity->item, self->day);
  const KaList held = { .items = areas->pdata, .n_items = areas->len };

  add_title (self, &polity->item, &polity->names);
  ka_reading_add_fact (self, _ ("Existed"), life);
  add_memberships (self, polity);
  ka_reading_add_names (self, &polity->names);
  ka_reading_add_items_fact (self, _ ("Held that day"), &held);
  ka_reading_add_certainty (self, &polity->item);
  ka_reading_add_clauses (self, &polity->item);
  ka_reading_add_events (self, &polity->item);
  ka_reading_add_sources (self, &polity->item);
}

void
ka_reading_write_frontier (KaReading *self, const KaFrontier *frontier)
{
  KaSpan           span = { MAX (frontier->span.from, frontier->force_from), frontier->span.to };
  g_autofree char *life = ka_span_to_words (span, self->language);
  g_autofree char *accuracy = g_strdup_printf (_ ("within about %g km"), frontier->accuracy_km);

  add_title (self, &frontier->item, &frontier->names);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &frontier->summary));
  ka_reading_add_fact (self, frontier->in_force ? _ ("In force") : _ ("Asserted"), life);
  if (!frontier->in_force)
    ka_reading_add_fact (self, _ ("Standing"), _ ("Never took effect"));
  ka_reading_add_item_fact (self, _ ("Drawn by"), frontier->instrument);
  ka_reading_add_items_fact (self, _ ("Bounds"), &frontier->regions);
  if (frontier->geometry != NULL)
    ka_reading_add_fact (self, _ ("As drawn here"), accuracy);
  ka_reading_add_certainty (self, &frontier->item);
  ka_reading_add_clauses (self, &frontier->item);
  ka_reading_add_events (self, &frontier->item);
  ka_reading_add_sources (self, &frontier->item);
}

void
ka_reading_write_place (KaReading *self, const KaPlace *place)
{
  g_autofree char *at = NULL;

  add_title (self, &place->item, &place->names);
  if (place->height_m > 0)
    {
      g_autofree char *height = g_strdup_printf (_ ("%d m"), place->height_m);

      ka_reading_add_fact (self, _ ("Height"), height);
    }
  if (place->area != NULL)
    {
      const KaRegion *region = place->area->region;

      ka_reading_add_item_fact (self, _ ("Lies in"),
                                region != NULL ? &region->item : &place->area->item);
      ka_reading_add_tenure (self, place->area);
    }
  /* Translators: longitude and latitude */
  at = g_strdup_printf (_ ("%.3f° E, %.3f° N"), place->at.x, place->at.y);
  ka_reading_add_fact (self, _ ("Position"), at);
  ka_reading_add_names (self, &place->names);
  ka_reading_add_certainty (self, &place->item);
  ka_reading_add_events (self, &place->item);
  ka_reading_add_sources (self, &place->item);
}

static void
add_regions (KaReading *self)
{
  const KaList *regions = ka_atlas_get_items (self->atlas, KA_ITEM_REGION);

  ka_reading_add (self, KA_BLOCK_HEADING, _ ("Regions"));
  for (gsize i = 0; i < regions->n_items; i++)
    {
      const KaRegion  *region = regions->items[i];
      const KaTenure  *tenure = NULL;
      g_autofree char *holder = NULL;

      if (region->areas.n_items == 0)
        continue;
      tenure = ka_query_tenure_on (region->areas.items[0], self->day);
      if (tenure != NULL)
        holder = ka_words_describe_tenure (tenure, self->day, self->language);
      ka_reading_add_link (self, region, NULL, holder);
    }
}

static void
add_frontiers (KaReading *self)
{
  const KaList *frontiers = ka_atlas_get_items (self->atlas, KA_ITEM_FRONTIER);

  ka_reading_add (self, KA_BLOCK_HEADING, _ ("Frontier lines"));
  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];
      g_autofree char  *life = ka_span_to_words (frontier->span, self->language);

      if (ka_span_has (frontier->span, self->day))
        ka_reading_add_link (self, frontier, NULL, life);
    }
}

void
ka_reading_write_day (KaReading *self)
{
  g_autofree char *words = ka_day_to_words (self->day, self->language);
  const KaList    *corrections = ka_atlas_get_items (self->atlas, KA_ITEM_CORRECTION);

  ka_reading_add_title (self, words, _ ("What the map shows"));
  ka_reading_add (self, KA_BLOCK_NOTE,
                  _ ("Click a region, a frontier line or an event to read about it. Drag the "
                     "playhead of the timeline to another day."));
  add_regions (self);
  add_frontiers (self);
  ka_reading_add_section (self, _ ("How borders are drawn"),
                          &ka_atlas_get_head (self->atlas)->policy);
  if (corrections->n_items > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Often told wrongly"));
  for (gsize i = 0; i < corrections->n_items; i++)
    ka_reading_add_link (self, corrections->items[i], NULL, NULL);
}
