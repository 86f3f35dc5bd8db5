/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the line below the title: what holds on the day of the page.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-words.h"

char *
ka_reading_dup_life (const KaReading *self, KaSpan span)
{
  const KaList    *tenures = ka_atlas_get_items (self->atlas, KA_ITEM_TENURE);
  KaDay            first = KA_DAY_MAX;
  gint64           year;
  g_autofree char *end = NULL;

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      const KaSpan held = ((const KaTenure *) tenures->items[i])->span;

      first = MIN (first, held.from != KA_DAY_MIN ? held.from : held.to);
    }
  if (span.from != KA_DAY_MIN || first == KA_DAY_MAX)
    return ka_span_to_words (span, self->language);

  ka_day_to_ymd (first, &year, NULL, NULL);
  if (span.to == KA_DAY_MAX)
    /* Translators: of a state that is older than the atlas; %d is its first year */
    return g_strdup_printf (_ ("since before %d"), (int) year);

  end = ka_day_to_words (span.to, self->language);

  /* Translators: of a state that is older than the atlas; %d is its first year, %s its end */
  return g_strdup_printf (_ ("from before %d until %s"), (int) year, end);
}

static void
append_holder (KaLinked *lead, const KaReading *self, const KaTenure *tenure)
{
  if (tenure->kind == KA_TENURE_CONTESTED && tenure->holder == NULL)
    ka_linked_append (lead, _ ("contested; no side held it firmly"), NULL);
  else if (tenure->kind == KA_TENURE_CONTESTED)
    /* Translators: the name of a state follows */
    ka_linked_append (lead, _ ("contested; mainly "), NULL);
  if (tenure->holder != NULL)
    ka_linked_append_item (lead, self, tenure->holder);
  if (tenure->kind == KA_TENURE_OCCUPIED)
    ka_linked_append (lead, _ (", by occupation"), NULL);
  else if (tenure->kind == KA_TENURE_DE_FACTO)
    ka_linked_append (lead, _ (", in fact (de facto)"), NULL);
}

static void
append_title (KaLinked *lead, const KaReading *self, const KaTenure *tenure)
{
  if (tenure->sovereign == NULL && tenure->kind == KA_TENURE_DE_FACTO)
    ka_linked_append (lead, _ ("; title not settled"), NULL);
  if (tenure->sovereign == NULL)
    return;

  /* Translators: the name of the state that has the title to the land follows */
  ka_linked_append (lead, _ ("; title: "), NULL);
  ka_linked_append_item (lead, self, tenure->sovereign);
}

static void
append_article (KaLinked *lead, const KaReading *self, const KaArticle *article)
{
  g_autofree char *words = ka_words_dup_article_short (article, self->language);

  ka_linked_append (lead, words, article);
}

/* Appends an article and those of other treaties that say the same and count on the day. */
static void
append_articles (KaLinked *lead, const KaReading *self, const KaArticle *article)
{
  append_article (lead, self, article);
  for (gsize i = 0; i < article->n_correspondences; i++)
    {
      const KaArticle *other = article->correspondences[i].article;

      if (other->treaty == article->treaty || other->item.kind != article->item.kind ||
          ka_query_standing_of (other, self->day) != KA_STANDING_CURRENT)
        continue;
      ka_linked_append (lead, " / ", NULL);
      append_article (lead, self, other);
    }
}

static void
append_instrument (KaLinked *lead, const KaReading *self, const KaItem *instrument)
{
  if (instrument == NULL)
    return;

  /* Translators: the treaty, article or event by which land is held follows */
  ka_linked_append (lead, _ (", by "), NULL);
  if (instrument->kind == KA_ITEM_ARTICLE || instrument->kind == KA_ITEM_ANNEX)
    append_articles (lead, self, (const KaArticle *) instrument);
  else
    ka_linked_append_item (lead, self, instrument);
}

/* Appends what gives a line force: clauses in force, then its own one, if that is signed alone */
static void
append_force (KaLinked *lead, const KaReading *self, const KaFrontier *frontier)
{
  const KaArticle *article = (const KaArticle *) frontier->instrument;
  gboolean         is_first = TRUE;

  if (article == NULL || article->item.kind != KA_ITEM_ARTICLE ||
      !ka_query_is_in_force (frontier, self->day) || ka_span_has (article->span, self->day))
    {
      append_instrument (lead, self, frontier->instrument);
      return;
    }

  for (gsize i = 0; i < article->n_correspondences; i++)
    {
      const KaArticle *other = article->correspondences[i].article;

      if (other->treaty == article->treaty || !ka_span_has (other->span, self->day))
        continue;
      ka_linked_append (lead, is_first ? _ (", by ") : " / ", NULL);
      append_article (lead, self, other);
      is_first = FALSE;
    }
  /* Translators: an article follows */
  ka_linked_append (lead, _ ("; signed, not yet in force: "), NULL);
  append_article (lead, self, article);
}

static void
append_claims (KaLinked *lead, KaReading *self, const GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const KaTenure *claim = claims->pdata[i];

      /* Translators: the name of a state follows */
      ka_linked_append (lead, i == 0 ? _ ("; claimed by ") : _ (", "), NULL);
      ka_linked_append_item (lead, self, claim->holder);
      ka_reading_add_certainty (self, &claim->item);
    }
}

static void
append_certainty (KaLinked *lead, const KaItem *item)
{
  if (item->certainty == KA_CERTAIN)
    return;

  ka_linked_append (lead, " (", NULL);
  ka_linked_append (lead, ka_words_get_certainty (item->certainty), NULL);
  ka_linked_append (lead, ")", NULL);
}

static void
add_lead (KaReading *self, const char *label, const KaLinked *lead)
{
  KaBlock *block = ka_reading_add_linked (self, KA_BLOCK_LEAD, label, lead);

  if (block != NULL)
    ka_reading_link_terms (self, block);
}

void
ka_reading_add_land_lead (KaReading *self, const char *label, const KaArea *area)
{
  const KaTenure *tenure = ka_query_tenure_on (area, self->day);
  g_autoptr (GPtrArray) claims = ka_query_claims_on (area, self->day);
  g_auto (KaLinked) lead = ka_linked_new ();

  if (tenure == NULL)
    return;

  append_holder (&lead, self, tenure);
  append_title (&lead, self, tenure);
  append_instrument (&lead, self, tenure->instrument);
  append_certainty (&lead, &tenure->item);
  append_claims (&lead, self, claims);
  add_lead (self, label, &lead);
  ka_reading_add_certainty (self, &tenure->item);
}

static void
add_words (KaReading *self, const char *words)
{
  g_auto (KaLinked) lead = ka_linked_new ();

  ka_linked_append (&lead, words, NULL);
  add_lead (self, _ ("On this day"), &lead);
}

void
ka_reading_add_article_lead (KaReading *self, const KaArticle *article)
{
  const KaSpan     span = article->span;
  const gboolean   has_day = span.from != KA_DAY_MAX && span.from != KA_DAY_MIN;
  g_autofree char *from = has_day ? ka_day_to_words (span.from, self->language) : g_strdup ("");
  g_autofree char *words = NULL;

  switch (ka_query_standing_of (article, self->day))
    {
    case KA_STANDING_CURRENT:
      words = self->day < span.from ? g_strdup_printf (_ ("signed; in force from %s"), from)
                                    : g_strdup_printf (_ ("in force since %s"), from);
      break;
    case KA_STANDING_EARLIER:
      words = g_strdup (_ ("no longer in force"));
      break;
    case KA_STANDING_NEVER:
      words = g_strdup (_ ("signed; never in force"));
      break;
    case KA_STANDING_LATER:
    default:
      words = g_strdup (_ ("not signed yet"));
    }
  add_words (self, words);
}

void
ka_reading_add_treaty_lead (KaReading *self, const KaTreaty *treaty)
{
  guint n_in[KA_N_STANDINGS] = { 0 };
  guint n_in_force = 0;

  for (gsize i = 0; i < treaty->articles.n_items; i++)
    {
      const KaArticle *article = treaty->articles.items[i];

      n_in[ka_query_standing_of (article, self->day)]++;
      if (ka_span_has (article->span, self->day))
        n_in_force++;
    }

  if (treaty->articles.n_items == 0)
    return;
  if (n_in[KA_STANDING_LATER] > 0)
    add_words (self, _ ("not signed yet"));
  else if (n_in_force > 0 && n_in_force < treaty->articles.n_items)
    add_words (self, _ ("signed; in force in part"));
  else if (n_in_force > 0)
    add_words (self, _ ("in force"));
  else if (n_in[KA_STANDING_CURRENT] > 0)
    add_words (self, _ ("signed; not yet in force"));
  else if (n_in[KA_STANDING_EARLIER] > 0)
    add_words (self, _ ("no longer in force"));
  else
    add_words (self, _ ("signed; never in force"));
}

void
ka_reading_add_frontier_lead (KaReading *self, const KaFrontier *frontier)
{
  g_autofree char *life = ka_reading_dup_life (self, frontier->span);
  g_auto (KaLinked) lead = ka_linked_new ();

  if (!ka_span_has (frontier->span, self->day))
    {
      /* Translators: of a frontier line; %s is when it was one */
      g_autofree char *words = g_strdup_printf (_ ("no such line; %s"), life);

      ka_linked_append (&lead, words, NULL);
    }
  else if (!frontier->in_force)
    ka_linked_append (&lead, _ ("asserted, never in force"), NULL);
  else if (!ka_query_is_in_force (frontier, self->day))
    ka_linked_append (&lead, _ ("signed, not yet in force"), NULL);
  else
    ka_linked_append (&lead, _ ("in force"), NULL);
  append_force (&lead, self, frontier);
  append_certainty (&lead, &frontier->item);
  add_lead (self, _ ("On this day"), &lead);
}

void
ka_reading_add_polity_lead (KaReading *self, const KaPolity *polity)
{
  const KaPolity *whole = ka_query_whole_of (polity, self->day);
  g_auto (KaLinked) lead = ka_linked_new ();

  if (polity->span.from > self->day)
    ka_linked_append (&lead, _ ("did not exist yet"), NULL);
  else if (polity->span.to <= self->day)
    ka_linked_append (&lead, _ ("existed no longer"), NULL);
  else if (whole != NULL)
    {
      /* Translators: the name of a greater state follows */
      ka_linked_append (&lead, _ ("part of "), NULL);
      ka_linked_append_item (&lead, self, whole);
    }
  add_lead (self, _ ("On this day"), &lead);
}
