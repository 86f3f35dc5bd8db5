/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on the page of each kind of item, in which order.
 */

#include "config.h"

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-words.h"

/* Who lived in a region at which time, each statement with its sources below it. */
static void
add_population (KaLeaf *self, const KaRegion *region)
{
  if (region->n_population > 0)
    ka_leaf_add_heading (self, "Who lived there");
  for (gsize i = 0; i < region->n_population; i++)
    {
      const KaPopulation *population = &region->population[i];
      g_autofree char    *when = ka_date_to_words (&population->date, population->edtf,
                                                   ka_session_get_language (self->session));
      g_autofree char    *text = g_strdup_printf ("%s: %s", when,
                                                  ka_leaf_get_text (self, &population->text));

      ka_leaf_add_paragraph (self, text);
      for (gsize j = 0; j < population->n_citations; j++)
        ka_leaf_add_citation (self, &population->citations[j]);
    }
}

static void
write_region (KaLeaf *self, const KaRegion *region)
{
  KaDay            day = ka_session_get_day (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *others = ka_leaf_dup_other_names (self, &region->names);
  gboolean         is_one = region->areas.n_items == 1;

  ka_leaf_add_title (
    self, ka_item_get_title (KA_ITEM (region), day, ka_session_get_language (self->session)),
    others);
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &region->summary));
  if (region->areas.n_items > 0)
    {
      ka_leaf_add_tenure_facts (self, &grid, region->areas.items[0]);
      ka_leaf_add_band (self, region->areas.items[0]);
    }
  for (gsize i = 1; i < region->areas.n_items; i++)
    {
      const KaArea *first = region->areas.items[0];
      const KaArea *area = region->areas.items[i];

      if (ka_query_tenure_on (first, day) == ka_query_tenure_on (area, day))
        continue;
      grid = NULL;
      ka_leaf_add_heading (
        self, ka_item_get_title (KA_ITEM (area), day, ka_session_get_language (self->session)));
      ka_leaf_add_tenure_facts (self, &grid, area);
      ka_leaf_add_band (self, area);
    }
  if (!is_one)
    grid = NULL;
  ka_leaf_add_former_names (self, &grid, &region->names);
  ka_leaf_add_certainty (self, KA_ITEM (region));
  add_population (self, region);
  ka_leaf_add_clauses (self, KA_ITEM (region));
  ka_leaf_add_events (self, KA_ITEM (region));
  ka_leaf_add_sources (self, KA_ITEM (region));
}

static void
write_area (KaLeaf *self, const KaArea *area)
{
  KaDay            day = ka_session_get_day (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *others = ka_leaf_dup_other_names (self, &area->names);

  ka_leaf_add_title (
    self, ka_item_get_title (KA_ITEM (area), day, ka_session_get_language (self->session)), others);
  ka_leaf_add_tenure_facts (self, &grid, area);
  ka_leaf_add_band (self, area);
  if (area->region != NULL)
    {
      g_autofree char *link = ka_leaf_dup_link (self, KA_ITEM (area->region));

      ka_leaf_add_fact (self, &grid, "Region", link);
    }
  ka_leaf_add_certainty (self, KA_ITEM (area));
  ka_leaf_add_clauses (self, KA_ITEM (area));
  ka_leaf_add_sources (self, KA_ITEM (area));
}

static void
write_polity (KaLeaf *self, const KaPolity *polity)
{
  KaDay            day = ka_session_get_day (self->session);
  KaLanguage       language = ka_session_get_language (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *others = ka_leaf_dup_other_names (self, &polity->names);
  g_autofree char *life = ka_span_to_words (polity->span, ka_session_get_language (self->session));
  g_autoptr (GPtrArray)
    areas = ka_query_areas_about (ka_session_get_atlas (self->session), KA_ITEM (polity), day);
  GString *held = g_string_new (NULL);

  ka_leaf_add_title (self, ka_item_get_title (KA_ITEM (polity), day, language), others);
  ka_leaf_add_text_fact (self, &grid, "Existed", life);
  for (gsize i = 0; i < polity->n_memberships; i++)
    {
      const KaMembership *membership = &polity->memberships[i];
      g_autofree char    *link = ka_leaf_dup_link (self, KA_ITEM (membership->whole));
      g_autofree char    *when = ka_span_to_words (membership->span,
                                                   ka_session_get_language (self->session));
      g_autofree char    *markup = g_strdup_printf ("%s, %s", link, when);

      ka_leaf_add_fact (self, &grid, "Part of", markup);
    }
  ka_leaf_add_former_names (self, &grid, &polity->names);
  for (guint i = 0; i < areas->len; i++)
    g_string_append_printf (held, "%s%s", i > 0 ? ", " : "",
                            ka_item_get_title (areas->pdata[i], day, language));
  ka_leaf_add_text_fact (self, &grid, "Held that day", held->str);
  g_string_free (held, TRUE);
  ka_leaf_add_certainty (self, KA_ITEM (polity));
  ka_leaf_add_clauses (self, KA_ITEM (polity));
  ka_leaf_add_events (self, KA_ITEM (polity));
  ka_leaf_add_sources (self, KA_ITEM (polity));
}

static void
write_frontier (KaLeaf *self, const KaFrontier *frontier)
{
  KaDay            day = ka_session_get_day (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *others = ka_leaf_dup_other_names (self, &frontier->names);
  g_autofree char *life = ka_span_to_words (frontier->span,
                                            ka_session_get_language (self->session));
  g_autofree char *accuracy = g_strdup_printf ("within about %g km", frontier->accuracy_km);

  ka_leaf_add_title (
    self, ka_item_get_title (KA_ITEM (frontier), day, ka_session_get_language (self->session)),
    others);
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &frontier->summary));
  ka_leaf_add_text_fact (self, &grid, frontier->in_force ? "In force" : "Asserted", life);
  if (!frontier->in_force)
    ka_leaf_add_text_fact (self, &grid, "Standing", "Never took effect");
  if (frontier->instrument != NULL)
    {
      g_autofree char *link = ka_leaf_dup_link (self, frontier->instrument);

      ka_leaf_add_fact (self, &grid, "Drawn by", link);
    }
  ka_leaf_add_links_fact (self, &grid, "Bounds", &frontier->regions);
  ka_leaf_add_text_fact (self, &grid, "As drawn here", accuracy);
  ka_leaf_add_certainty (self, KA_ITEM (frontier));
  ka_leaf_add_clauses (self, KA_ITEM (frontier));
  ka_leaf_add_events (self, KA_ITEM (frontier));
  ka_leaf_add_sources (self, KA_ITEM (frontier));
}

static void
write_place (KaLeaf *self, const KaPlace *place)
{
  GtkGrid         *grid = NULL;
  g_autofree char *others = ka_leaf_dup_other_names (self, &place->names);
  const char      *title = ka_item_get_title (KA_ITEM (place), ka_session_get_day (self->session),
                                              ka_session_get_language (self->session));

  ka_leaf_add_title (self, title, others);
  if (place->height_m > 0)
    {
      g_autofree char *height = g_strdup_printf ("%d m", place->height_m);

      ka_leaf_add_text_fact (self, &grid, "Height", height);
    }
  if (place->area != NULL)
    {
      const KaItem    *around = place->area->region != NULL ? KA_ITEM (place->area->region)
                                                            : KA_ITEM (place->area);
      g_autofree char *link = ka_leaf_dup_link (self, around);

      ka_leaf_add_fact (self, &grid, "Lies in", link);
      ka_leaf_add_tenure_facts (self, &grid, place->area);
    }
  ka_leaf_add_former_names (self, &grid, &place->names);
  ka_leaf_add_certainty (self, KA_ITEM (place));
  ka_leaf_add_events (self, KA_ITEM (place));
  ka_leaf_add_sources (self, KA_ITEM (place));
}

/* Nothing is selected: what the atlas is, how to begin, and everything the map shows that day. */
static void
write_day (KaLeaf *self)
{
  KaAtlas         *atlas = ka_session_get_atlas (self->session);
  KaDay            day = ka_session_get_day (self->session);
  KaLanguage       language = ka_session_get_language (self->session);
  g_autofree char *words = ka_day_to_words (day, language);
  const KaList    *regions = ka_atlas_get_items (atlas, KA_ITEM_REGION);
  const KaList    *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  const KaList    *corrections = ka_atlas_get_items (atlas, KA_ITEM_CORRECTION);

  ka_leaf_add_title (self, words, "What the map shows");
  ka_leaf_add_note (
    self, "Click a region, a frontier line or an event to read about it. Drag the playhead of the "
          "timeline to another day.");
  ka_leaf_add_heading (self, "Regions");
  for (gsize i = 0; i < regions->n_items; i++)
    {
      const KaRegion  *region = regions->items[i];
      const KaTenure  *tenure;
      g_autofree char *holder = NULL;

      if (region->areas.n_items == 0)
        continue;
      tenure = ka_query_tenure_on (region->areas.items[0], day);
      holder = tenure != NULL ? ka_words_describe_tenure (tenure, day, language) : NULL;
      ka_leaf_add_link (self, KA_ITEM (region), NULL, holder);
    }
  ka_leaf_add_heading (self, "Frontier lines");
  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];
      g_autofree char  *life = ka_span_to_words (frontier->span,
                                                 ka_session_get_language (self->session));

      if (ka_span_has (frontier->span, day))
        ka_leaf_add_link (self, KA_ITEM (frontier), NULL, life);
    }
  ka_leaf_add_heading (self, "How borders are drawn");
  ka_leaf_add_paragraph (self, ka_text_get (ka_atlas_get_policy (atlas), language));
  if (corrections->n_items > 0)
    ka_leaf_add_heading (self, "Often told wrongly");
  for (gsize i = 0; i < corrections->n_items; i++)
    {
      g_autofree char *reference = ka_item_dup_reference (corrections->items[i]);
      g_autofree char *markup = g_markup_printf_escaped (
        "<a href=\"%s\">%s</a>", reference,
        ka_leaf_get_text (self, &((const KaCorrection *) corrections->items[i])->claim));

      ka_leaf_add_markup (self, markup, "leaf-link");
    }
}

/* Writes the page of an item, or the page of the day for NULL. */
void
ka_leaf_write (KaLeaf *self, const KaItem *item)
{
  if (item == NULL)
    {
      write_day (self);
      return;
    }

  switch (item->kind)
    {
    case KA_ITEM_REGION:
      write_region (self, (const KaRegion *) item);
      break;
    case KA_ITEM_EVENT:
      ka_leaf_write_event (self, (const KaEvent *) item);
      break;
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      ka_leaf_write_article (self, (const KaArticle *) item);
      break;
    case KA_ITEM_TREATY:
      ka_leaf_write_treaty (self, (const KaTreaty *) item);
      break;
    case KA_ITEM_FRONTIER:
      write_frontier (self, (const KaFrontier *) item);
      break;
    case KA_ITEM_PLACE:
      write_place (self, (const KaPlace *) item);
      break;
    case KA_ITEM_POLITY:
      write_polity (self, (const KaPolity *) item);
      break;
    case KA_ITEM_AREA:
      write_area (self, (const KaArea *) item);
      break;
    case KA_ITEM_TENURE:
      write_area (self, ((const KaTenure *) item)->areas.items[0]);
      break;
    case KA_ITEM_PERSON:
      ka_leaf_write_person (self, (const KaPerson *) item);
      break;
    case KA_ITEM_SOURCE:
      ka_leaf_write_source (self, (const KaSource *) item);
      break;
    case KA_ITEM_CORRECTION:
      ka_leaf_write_correction (self, (const KaCorrection *) item);
      break;
    case KA_ITEM_TERM:
      ka_leaf_write_term (self, (const KaTerm *) item);
      break;
    case KA_N_ITEM_KINDS:
    default:
      g_return_if_reached ();
    }
}
