/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the pages of events, people, sources, wrong claims and terms.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-words.h"

/* An event with more clauses links to them instead of quoting them. */
#define MAX_QUOTED_CLAUSES 4

void
ka_reading_add_person (KaReading      *self,
                       const KaPerson *person,
                       const char     *party,
                       const char     *office)
{
  const gboolean   has_party = party != NULL && *party != '\0';
  const gboolean   has_office = office != NULL && *office != '\0';
  g_autofree char *both = NULL;

  if (has_party && has_office)
    /* Translators: the party that a person signed for, and the person's office */
    both = g_strdup_printf (_ ("%s, %s"), party, office);
  ka_reading_add_link (self, person, NULL, both != NULL ? both : has_party ? party : office);
}

/* Adds a link to an article by its number; the treaty is that of the page. */
static void
add_numbered (KaReading *self, const KaArticle *article)
{
  g_autofree char *number = ka_words_dup_article_number (article, self->language);
  g_auto (KaLinked) link = ka_linked_new ();
  KaBlock *block;

  ka_linked_append (&link, ka_reading_get_text (self, &article->title), article);
  block = ka_reading_add_linked (self, KA_BLOCK_LINK, number, &link);
  block->item = &article->item;
}

void
ka_reading_add_articles (KaReading      *self,
                         const KaTreaty *treaty,
                         const KaEvent  *event,
                         gboolean        is_special)
{
  const KaList *articles = treaty != NULL ? &treaty->articles : &event->articles;
  gboolean      is_first = TRUE;

  for (gsize i = 0; i < articles->n_items; i++)
    {
      const KaArticle *article = articles->items[i];

      if (is_special && article->is_general)
        continue;
      if (is_first)
        ka_reading_add (self, KA_BLOCK_HEADING,
                        treaty != NULL ? _ ("Articles and annexes") : _ ("Clauses"));
      is_first = FALSE;
      if (treaty != NULL)
        add_numbered (self, article);
      else
        ka_reading_add_link (self, article, NULL, NULL);
    }
}

static void
add_event_people (KaReading *self, const KaEvent *event)
{
  if (event->n_people > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("People"));
  for (gsize i = 0; i < event->n_people; i++)
    ka_reading_add_person (self, event->people[i].person, NULL,
                           ka_reading_get_text (self, &event->people[i].role));
}

void
ka_reading_add_event_story (KaReading *self, const KaEvent *event)
{
  ka_reading_add_section (self, _ ("Told differently"), &event->disputed);
  ka_reading_add_section (self, _ ("Why the map stays the same"), &event->unchanged);
  ka_reading_add_fact (self, _ ("Old Style"), event->old_style);
  ka_reading_add_items_fact (self, _ ("Places"), &event->places);
  ka_reading_add_fact (self, _ ("Also at"), ka_reading_get_text (self, &event->where));
  ka_reading_add_items_fact (self, _ ("Regions"), &event->regions);
}

void
ka_reading_write_event (KaReading *self, const KaEvent *event)
{
  g_autofree char *date = ka_date_to_words (&event->date, event->edtf, self->language);
  /* Translators: the date of an event, and how sure it is */
  g_autofree char *when = event->item.certainty == KA_CERTAIN
                            ? g_strdup (date)
                            : g_strdup_printf (_ ("%s (%s)"), date,
                                               ka_words_get_certainty (event->item.certainty));

  ka_reading_add_title (self, ka_reading_get_text (self, &event->title), when);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &event->summary));
  if (event->articles.n_items > MAX_QUOTED_CLAUSES)
    ka_reading_add_articles (self, NULL, event, FALSE);
  else if (event->articles.n_items > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Clauses"));
  for (gsize i = 0; i < event->articles.n_items && event->articles.n_items <= MAX_QUOTED_CLAUSES;
       i++)
    ka_reading_add_clause (self, event->articles.items[i]);
  ka_reading_add_event_story (self, event);
  ka_reading_add_items_fact (self, _ ("Parties"), &event->parties);
  ka_reading_add_items_fact (self, _ ("Treaties"), &event->treaties);
  add_event_people (self, event);
  ka_reading_add_certainty (self, &event->item);
}

void
ka_reading_write_person (KaReading *self, const KaPerson *person)
{
  g_autofree char *life = ka_words_describe_life (person, self->language);
  g_autoptr (GPtrArray) treaties = ka_query_treaties_signed_by (self->atlas, &person->item);
  g_autoptr (GPtrArray) events = ka_query_events_about (self->atlas, &person->item);

  ka_reading_add_title (self, ka_reading_get_title (self, person), life);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &person->summary));
  ka_reading_add_other_names (self, &person->names);
  ka_reading_add_items (self, _ ("Treaties signed"), treaties);
  for (guint i = events->len; i > 0; i--)
    if (g_ptr_array_find (treaties, ka_query_twin_of (self->atlas, events->pdata[i - 1]), NULL))
      g_ptr_array_remove_index (events, i - 1);
  ka_reading_add_items (self, _ ("Events"), events);
  ka_reading_add_certainty (self, &person->item);
}

void
ka_reading_write_source (KaReading *self, const KaSource *source)
{
  ka_reading_add_title (self, source->label, ka_words_get_word (source->type));
  ka_reading_add_paragraph (self, source->citation);
  ka_reading_add_certainty (self, &source->item);
}

void
ka_reading_write_correction (KaReading *self, const KaCorrection *correction)
{
  ka_reading_add_title (self, _ ("Often told wrongly"), NULL);
  ka_reading_add_section (self, _ ("What is said"), &correction->claim);
  ka_reading_add_section (self, _ ("What the sources say"), &correction->correction);
  ka_reading_add_fact (self, _ ("Verdict"), ka_words_get_word (correction->verdict));
  ka_reading_add_fact (self, _ ("Said by"), ka_reading_get_text (self, &correction->said_by));
  ka_reading_add_items_fact (self, _ ("About"), &correction->about);
  ka_reading_add_certainty (self, &correction->item);
}

void
ka_reading_write_term (KaReading *self, const KaTerm *term)
{
  g_hash_table_add (self->terms, (gpointer) (guintptr) term);
  ka_reading_add_title (self, ka_reading_get_title (self, term), _ ("Term"));
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &term->text));
  ka_reading_add_other_names (self, &term->names);
}
