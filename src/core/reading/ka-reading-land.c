/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the pages of land and lines: the day, regions, areas, polities, frontiers, places.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-words.h"

/* So many holders of land without a region are told by name. */
#define MAX_OTHER_HOLDERS 30

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
    ka_reading_add (self, KA_BLOCK_FOLD, _ ("Who lived there"));
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
add_title (KaReading *self, gconstpointer item)
{
  ka_reading_add_title (self, ka_reading_get_title (self, item), NULL);
}

static void
add_autonomy (KaReading *self, const KaArea *area)
{
  const KaTenure *tenure = ka_query_tenure_on (area, self->day);

  if (tenure != NULL)
    ka_reading_add_item_fact (self, _ ("Autonomy"), tenure->autonomy);
}

/* Areas that share the tenure of the first one are told once. */
static void
add_tenures (KaReading *self, const KaRegion *region)
{
  const char *label = _ ("On this day");

  for (gsize i = 0; i < region->areas.n_items; i++)
    {
      const KaArea *first = region->areas.items[0];
      const KaArea *area = region->areas.items[i];

      if (i > 0 && ka_query_tenure_on (first, self->day) == ka_query_tenure_on (area, self->day))
        continue;
      ka_reading_add_land_lead (self, i > 0 ? ka_reading_get_title (self, area) : label, area);
      add_band (self, area);
    }
}

void
ka_reading_write_region (KaReading *self, const KaRegion *region)
{
  add_title (self, region);
  add_tenures (self, region);
  ka_reading_add_clauses (self, &region->item);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &region->summary));
  if (region->areas.n_items > 0)
    {
      ka_reading_add (self, KA_BLOCK_NOTE,
                      _ ("A second click on the land selects the state that holds it."));
      add_autonomy (self, region->areas.items[0]);
    }
  ka_reading_add_items_fact (self, _ ("Areas"), &region->areas);
  ka_reading_add_other_names (self, &region->names);
  ka_reading_add_certainty (self, &region->item);
  ka_reading_add_events (self, &region->item);
  ka_reading_add_other_clauses (self, &region->item);
  ka_reading_add_general_clauses (self, &region->item);
  add_population (self, region);
}

void
ka_reading_write_area (KaReading *self, const KaArea *area)
{
  if (area->region != NULL)
    ka_reading_add_path (self, &area->region->item);
  add_title (self, area);
  ka_reading_add_land_lead (self, _ ("On this day"), area);
  add_band (self, area);
  ka_reading_add_clauses (self, &area->item);
  add_autonomy (self, area);
  ka_reading_add_other_names (self, &area->names);
  ka_reading_add_certainty (self, &area->item);
  ka_reading_add_events (self, &area->item);
  ka_reading_add_other_clauses (self, &area->item);
  ka_reading_add_general_clauses (self, &area->item);
}

void
ka_reading_write_tenure (KaReading *self, const KaTenure *tenure)
{
  const KaDay      day = tenure->span.from == KA_DAY_MIN ? self->day : tenure->span.from;
  g_autofree char *words = ka_words_describe_tenure (tenure, day, self->language);
  g_autofree char *when = ka_span_to_words (tenure->span, self->language);

  if (tenure->areas.n_items == 1)
    ka_reading_add_path (self, tenure->areas.items[0]);
  ka_reading_add_title (self, words, when);
  ka_reading_add_items_fact (self, _ ("Areas"), &tenure->areas);
  ka_reading_add_item_fact (self, _ ("Holder"), tenure->holder);
  ka_reading_add_item_fact (self, _ ("Title"), tenure->sovereign);
  ka_reading_add_item_fact (self, _ ("Autonomy"), tenure->autonomy);
  ka_reading_add_item_fact (self, C_ ("instrument", "By"), tenure->instrument);
  ka_reading_add_certainty (self, &tenure->item);
}

static void
add_memberships (KaReading *self, const KaPolity *polity)
{
  for (gsize i = 0; i < polity->n_memberships; i++)
    {
      const KaMembership *membership = &polity->memberships[i];
      g_autofree char    *when = ka_reading_dup_life (self, membership->span);
      g_auto (KaLinked) text = ka_linked_new ();

      ka_linked_append_item (&text, self, membership->whole);
      /* Translators: stands between the parts of a list */
      ka_linked_append (&text, _ (", "), NULL);
      ka_linked_append (&text, when, NULL);
      ka_reading_add_linked (self, KA_BLOCK_FACT, _ ("Part of"), &text);
    }
}

void
ka_reading_write_polity (KaReading *self, const KaPolity *polity)
{
  g_autofree char *life = ka_reading_dup_life (self, polity->span);
  g_autoptr (GPtrArray) areas = ka_query_areas_about (self->atlas, &polity->item, self->day);
  const KaList held = { .items = areas->pdata, .n_items = areas->len };

  add_title (self, polity);
  ka_reading_add_polity_lead (self, polity);
  ka_reading_add_items_fact (self, _ ("Held that day"), &held);
  ka_reading_add_fact (self, _ ("Existed"), life);
  add_memberships (self, polity);
  ka_reading_add_other_names (self, &polity->names);
  ka_reading_add_certainty (self, &polity->item);
  ka_reading_add_other_clauses (self, &polity->item);
  ka_reading_add_events (self, &polity->item);
}

void
ka_reading_write_frontier (KaReading *self, const KaFrontier *frontier)
{
  KaSpan           span = { MAX (frontier->span.from, frontier->force_from), frontier->span.to };
  g_autofree char *life = ka_reading_dup_life (self, span);
  g_autofree char *accuracy = g_strdup_printf (_ ("Drawn within about %g km."),
                                               frontier->accuracy_km);

  add_title (self, frontier);
  ka_reading_add_frontier_lead (self, frontier);
  ka_reading_add_clauses (self, &frontier->item);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &frontier->summary));
  ka_reading_add_fact (self, frontier->in_force ? _ ("In force") : _ ("Asserted"), life);
  if (!frontier->in_force)
    ka_reading_add_fact (self, _ ("Standing"), _ ("Never took effect"));
  ka_reading_add_item_fact (self, _ ("Drawn by"), frontier->instrument);
  ka_reading_add_items_fact (self, _ ("Bounds"), &frontier->regions);
  ka_reading_add_other_names (self, &frontier->names);
  if (frontier->geometry != NULL)
    ka_reading_add_doubt (self, accuracy);
  ka_reading_add_certainty (self, &frontier->item);
  ka_reading_add_events (self, &frontier->item);
  ka_reading_add_other_clauses (self, &frontier->item);
}

void
ka_reading_write_place (KaReading *self, const KaPlace *place)
{
  g_autofree char *kind = ka_words_describe_item (&place->item, self->language);
  g_autofree char *at = NULL;

  if (place->area != NULL)
    ka_reading_add_path (self, &place->area->item);
  ka_reading_add_title (self, ka_reading_get_title (self, place), kind);
  if (place->area != NULL)
    ka_reading_add_land_lead (self, _ ("On this day"), place->area);
  if (place->height_m > 0)
    {
      g_autofree char *height = g_strdup_printf (_ ("%d m"), place->height_m);

      ka_reading_add_fact (self, _ ("Height"), height);
    }
  /* Translators: longitude and latitude */
  at = g_strdup_printf (_ ("%.3f° E, %.3f° N"), place->at.x, place->at.y);
  ka_reading_add_fact (self, _ ("Position"), at);
  ka_reading_add_other_names (self, &place->names);
  ka_reading_add_certainty (self, &place->item);
  ka_reading_add_events (self, &place->item);
}

/* Whether two regions have one holder, who holds both in the same manner. */
static gboolean
is_held_alike (const KaReading *self, const KaRegion *region, const KaRegion *other)
{
  const KaTenure *a = ka_query_tenure_on (region->areas.items[0], self->day);
  const KaTenure *b = ka_query_tenure_on (other->areas.items[0], self->day);

  return a != NULL && b != NULL && a->holder == b->holder && a->kind == b->kind;
}

/* The holder of a region and, unless by right, how it held. */
static char *
dup_holder (const KaReading *self, const KaTenure *tenure)
{
  const char *holder = tenure->holder != NULL ? ka_reading_get_title (self, tenure->holder) : NULL;

  if (holder == NULL || tenure->kind == KA_TENURE_CONTESTED)
    return g_strdup (_ ("Contested"));
  if (tenure->kind == KA_TENURE_DE_JURE)
    return g_strdup (holder);

  /* Translators: the holder of land and how it held: "in fact (de facto)" */
  return g_strdup_printf (_ ("%s, %s"), holder, ka_words_get_tenure_kind (tenure->kind));
}

/* Adds the regions that a holder of the day has, if the region is the first of them. */
static void
add_holder (KaReading *self, const GPtrArray *regions, guint number)
{
  const KaRegion  *region = regions->pdata[number];
  const KaTenure  *tenure = ka_query_tenure_on (region->areas.items[0], self->day);
  g_autofree char *holder = NULL;
  g_auto (KaLinked) list = ka_linked_new ();
  KaBlock *block;

  if (tenure == NULL)
    return;

  for (guint i = 0; i < regions->len; i++)
    {
      if (!is_held_alike (self, region, regions->pdata[i]))
        continue;
      if (i < number)
        return;
      if (list.text->len > 0)
        ka_linked_append (&list, _ (", "), NULL);
      ka_linked_append_item (&list, self, regions->pdata[i]);
    }
  holder = dup_holder (self, tenure);
  block = ka_reading_add_linked (self, KA_BLOCK_FACT, holder, &list);
  if (tenure->kind == KA_TENURE_DE_JURE)
    block->item = &tenure->holder->item;
}

/* Adds those who hold land that belongs to no region, each once. */
static void
add_other_holders (KaReading *self, gboolean has_regions)
{
  const KaList *areas = ka_atlas_get_items (self->atlas, KA_ITEM_AREA);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_auto (KaLinked) list = ka_linked_new ();

  for (gsize i = 0; i < areas->n_items; i++)
    {
      const KaArea   *area = areas->items[i];
      const KaTenure *tenure = ka_query_tenure_on (area, self->day);

      if (area->region != NULL || tenure == NULL || tenure->holder == NULL ||
          !g_hash_table_add (seen, (gpointer) (guintptr) tenure->holder) ||
          g_hash_table_size (seen) > MAX_OTHER_HOLDERS)
        continue;
      if (list.text->len > 0)
        ka_linked_append (&list, _ (", "), NULL);
      ka_linked_append_item (&list, self, tenure->holder);
    }
  if (g_hash_table_size (seen) > MAX_OTHER_HOLDERS)
    {
      const guint      n_more = g_hash_table_size (seen) - MAX_OTHER_HOLDERS;
      g_autofree char *more = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n_more), n_more);

      ka_linked_append (&list, more, NULL);
    }
  if (list.text->len == 0)
    return;
  if (!has_regions)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Who holds what"));
  ka_reading_add_linked (self, KA_BLOCK_FACT, has_regions ? _ ("Other land") : _ ("Land"), &list);
}

static void
add_holders (KaReading *self)
{
  const KaList *all = ka_atlas_get_items (self->atlas, KA_ITEM_REGION);
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();

  for (gsize i = 0; i < all->n_items; i++)
    {
      const KaRegion *region = all->items[i];

      if (region->areas.n_items > 0 &&
          ka_query_tenure_on (region->areas.items[0], self->day) != NULL)
        g_ptr_array_add (regions, all->items[i]);
    }
  if (regions->len > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Who holds what"));
  for (guint i = 0; i < regions->len; i++)
    add_holder (self, regions, i);
  add_other_holders (self, regions->len > 0);
}

static void
add_frontiers (KaReading *self)
{
  const KaList *frontiers = ka_atlas_get_items (self->atlas, KA_ITEM_FRONTIER);
  gboolean      is_first = TRUE;

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];
      g_autofree char  *life = ka_span_to_words (frontier->span, self->language);

      if (!ka_span_has (frontier->span, self->day))
        continue;
      if (is_first)
        ka_reading_add (self, KA_BLOCK_HEADING, _ ("Frontier lines"));
      is_first = FALSE;
      ka_reading_add_link (self, frontier, NULL, life);
    }
}

/* The event that the start page is about: that of the day, else the last signature of a treaty. */
static const KaEvent *
find_subject (const KaReading *self)
{
  const KaEvent *subject = ka_query_occasion_of (self->atlas, self->day);
  const KaList  *events = ka_atlas_get_items (self->atlas, KA_ITEM_EVENT);

  for (gsize i = events->n_items; subject == NULL && i > 0; i--)
    {
      const KaEvent *event = events->items[i - 1];

      if (event->date.earliest <= self->day && ka_query_twin_of (self->atlas, &event->item) != NULL)
        subject = event;
    }

  return subject;
}

static void
add_subject (KaReading *self)
{
  const KaEvent   *subject = find_subject (self);
  const KaTreaty  *treaty = NULL;
  g_autofree char *when = NULL;
  g_auto (KaLinked) lead = ka_linked_new ();

  if (subject == NULL)
    return;

  treaty = (const KaTreaty *) ka_query_twin_of (self->atlas, &subject->item);
  when = ka_date_to_words (&subject->date, subject->edtf, self->language);
  ka_linked_append (&lead, ka_reading_get_text (self, &subject->title), subject);
  if (subject->date.earliest != self->day)
    {
      ka_linked_append (&lead, _ (", "), NULL);
      ka_linked_append (&lead, when, NULL);
    }
  ka_reading_add_linked (
    self, KA_BLOCK_LEAD,
    subject->date.earliest == self->day ? _ ("On this day") : _ ("Last treaty"), &lead);
  if (ka_atlas_get_items (self->atlas, KA_ITEM_AREA)->n_items > 0)
    ka_reading_add (self, KA_BLOCK_NOTE,
                    _ ("Click a land to read its clauses, click it again for the state that holds "
                       "it, or drag the playhead of the timeline to another day."));
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &subject->summary));
  ka_reading_add_articles (self, treaty, subject, TRUE);
}

void
ka_reading_write_day (KaReading *self)
{
  g_autofree char *words = ka_day_to_words (self->day, self->language);
  const KaList    *corrections = ka_atlas_get_items (self->atlas, KA_ITEM_CORRECTION);
  const KaText    *policy = &ka_atlas_get_head (self->atlas)->policy;

  ka_reading_add_title (self, words, NULL);
  add_subject (self);
  add_holders (self);
  add_frontiers (self);
  ka_reading_add_tours (self);
  if (!ka_text_is_empty (policy) && ka_atlas_has_map (self->atlas))
    {
      ka_reading_add (self, KA_BLOCK_FOLD, _ ("How borders are drawn"));
      ka_reading_add_paragraph (self, ka_reading_get_text (self, policy));
    }
  if (corrections->n_items > 0)
    ka_reading_add (self, KA_BLOCK_FOLD, _ ("Often told wrongly"));
  for (gsize i = 0; i < corrections->n_items; i++)
    ka_reading_add_link (self, corrections->items[i], NULL, NULL);
}
