/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the pages of treaties and of their articles and annexes.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-walk.h"
#include "ka-words.h"

#include <string.h>

static void
append_area (const KaReading *self, GString *names, int number)
{
  const char *name;

  if (number == KA_NO_AREA)
    return;

  name = ka_reading_get_title (self, ka_atlas_get_items (self->atlas, KA_ITEM_AREA)->items[number]);
  if (strstr (names->str, name) == NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", name);
}

/* The land on both sides of the pieces of a line that a step is tied to: "Ardahan | Adjara". */
static char *
dup_sector (const KaReading *self, const KaFrontier *frontier, const KaLinePoint *point)
{
  const KaTopology *topology = ka_atlas_get_topology (self->atlas);
  g_autoptr (GString) right = g_string_new (NULL);
  g_autoptr (GString) left = g_string_new (NULL);
  int piece = 0;

  for (gsize i = 0; i < frontier->geometry->n_paths; i++)
    for (gsize j = 0; j < frontier->geometry->paths[i].n_arcs; j++)
      {
        int          number = frontier->geometry->paths[i].arcs[j];
        const KaArc *arc = &topology->arcs[number < 0 ? ~number : number];

        if (++piece < point->first_piece || piece > point->last_piece)
          continue;
        append_area (self, right, number < 0 ? arc->left : arc->right);
        append_area (self, left, number < 0 ? arc->right : arc->left);
      }

  return g_strdup_printf ("%s | %s", right->str, left->str);
}

static gboolean
is_on_same_pieces (const KaLinePoint *point, const KaLinePoint *other)
{
  return point->first_piece == other->first_piece && point->last_piece == other->last_piece;
}

static char *
dup_step_text (const KaLinePoint *point)
{
  switch (point->certainty)
    {
    case KA_PROBABLE:
      return g_strdup_printf (_ ("%s (probable)"), point->name);
    case KA_UNCERTAIN:
      return g_strdup_printf (_ ("%s (uncertain)"), point->name);
    case KA_CERTAIN:
    default:
      return g_strdup (point->name);
    }
}

static void
add_step (KaReading *self, const KaArticle *article, guint number)
{
  const KaLinePoint *point = &article->points[number - 1];
  g_autofree char   *text = dup_step_text (point);
  KaBlock           *block = ka_reading_add (self, KA_BLOCK_STEP, text);
  const KaBlockLink  link = { .end = strlen (point->name), .item = &article->item, .step = number };

  block->item = &article->item;
  block->step = number;
  block->detail = g_strdup (point->note);
  if (point->first_piece > 0)
    g_array_append_val (block->links, link);
}

/* Adds the steps in which an annex describes its line; nothing for other clauses. */
static void
add_steps (KaReading *self, const KaArticle *article)
{
  if (article->n_points > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Step by step"));
  if (ka_walk_exists (&article->item))
    ka_reading_add_start (self, article, _ ("Walk along the line"));
  for (gsize i = 0; i < article->n_points; i++)
    {
      const KaLinePoint *point = &article->points[i];

      if (point->first_piece > 0 && (i == 0 || !is_on_same_pieces (point, point - 1)))
        {
          g_autofree char *sector = dup_sector (self, article->frontiers.items[0], point);

          ka_reading_add (self, KA_BLOCK_NOTE, sector);
        }
      add_step (self, article, (guint) i + 1);
    }
}

static void
add_correspondences (KaReading *self, const KaArticle *article)
{
  if (article->n_correspondences > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Compared with"));
  for (gsize i = 0; i < article->n_correspondences; i++)
    {
      const KaCorrespondence *match = &article->correspondences[i];

      if (!ka_text_is_empty (&match->difference))
        {
          g_autofree char *text = g_strdup_printf (_ ("What is different here: %s"),
                                                   ka_reading_get_text (self, &match->difference));

          ka_reading_add_paragraph (self, text);
        }
      ka_reading_add_clause (self, match->article);
    }
}

/* Whether an event is later than the signature of the treaty of an article. */
static gboolean
is_later (const KaEvent *event, const KaArticle *article)
{
  return event->date.earliest > article->treaty->date.earliest;
}

/* Adds the events that name an article: the signature, or who invoked it since. */
static void
add_article_events (KaReading *self, const KaArticle *article)
{
  g_autoptr (GPtrArray) events = ka_query_events_about (self->atlas, &article->item);
  gboolean is_first = TRUE;

  for (guint i = 0; i < events->len; i++)
    {
      const KaEvent   *event = events->pdata[i];
      g_autofree char *when = ka_words_describe_item (&event->item, self->language);
      g_autoptr (GString) detail = g_string_new (when);

      if (!is_later (event, article))
        continue;
      for (gsize j = 0; j < event->parties.n_items; j++)
        g_string_append_printf (
          detail, "%s%s", j == 0 ? " · " : _ (", "),
          ka_item_get_title (event->parties.items[j], event->date.earliest, self->language));
      if (is_first)
        ka_reading_add (self, KA_BLOCK_HEADING, _ ("Invoked or applied since"));
      is_first = FALSE;
      ka_reading_add_link (self, event, NULL, detail->str);
    }
}

static void
add_article_facts (KaReading *self, const KaArticle *article)
{
  g_autofree char *force = article->span.from == KA_DAY_MAX
                             ? g_strdup (C_ ("in force", "never"))
                             : ka_span_to_words (article->span, self->language);

  ka_reading_add_items_fact (self, _ ("Binds"), &article->bound);
  if (article->is_general)
    ka_reading_add_fact (self, _ ("Concerns"), _ ("every region of the treaty"));
  ka_reading_add_items_fact (self, article->is_general ? _ ("Above all") : _ ("Concerns"),
                             &article->regions);
  ka_reading_add_items_fact (self, _ ("Frontiers"), &article->frontiers);
  ka_reading_add_items_fact (self, _ ("Places"), &article->places);
  ka_reading_add_fact (self, _ ("In force"), force);
  ka_reading_add_fact (self, _ ("Its fate"), ka_reading_get_text (self, &article->fate));
  ka_reading_add_fact (self, _ ("Full text"),
                       ka_reading_get_text (self, &article->treaty->editions));
}

void
ka_reading_write_article (KaReading *self, const KaArticle *article)
{
  g_autofree char *label = ka_words_dup_article_label (article, self->language);

  ka_reading_add_path (self, &article->treaty->item);
  ka_reading_add_title (self, label, ka_reading_get_text (self, &article->title));
  ka_reading_add_article_lead (self, article);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &article->text));
  ka_reading_add (self, KA_BLOCK_NOTE,
                  _ ("A summary in our own words, not the wording of the treaty."));
  add_correspondences (self, article);
  add_steps (self, article);
  ka_reading_add (self, KA_BLOCK_HEADING, _ ("About the clause"));
  add_article_facts (self, article);
  add_article_events (self, article);
  ka_reading_add_certainty (self, &article->item);
}

/* A date of a treaty: when, by whom, where, how sure. */
static char *
dup_treaty_date (const KaReading *self, const KaTreatyDate *date)
{
  g_autofree char *when = ka_date_to_words (&date->date, date->edtf, self->language);
  GString         *text = g_string_new (when);

  if (date->by != NULL)
    g_string_append_printf (
      text, ", %s", ka_item_get_title (&date->by->item, date->date.earliest, self->language));
  if (!ka_text_is_empty (&date->place))
    g_string_append_printf (text, ", %s", ka_reading_get_text (self, &date->place));
  if (date->certainty != KA_CERTAIN)
    g_string_append_printf (text, " (%s)", ka_words_get_certainty (date->certainty));
  if (date->note != NULL)
    g_string_append_printf (text, ". %s", date->note);

  return g_string_free (text, FALSE);
}

/* Adds the dates that the table of parties leaves out: those of nobody and those with a note. */
static void
add_treaty_dates (KaReading *self, const KaTreaty *treaty)
{
  gboolean is_first = TRUE;

  for (gsize i = 0; i < treaty->n_dates; i++)
    {
      const KaTreatyDate *date = &treaty->dates[i];
      g_autofree char    *text = dup_treaty_date (self, date);

      if (date->by != NULL && date->note == NULL)
        continue;
      if (is_first)
        ka_reading_add (self, KA_BLOCK_HEADING, _ ("From signature on"));
      is_first = FALSE;
      ka_reading_add_fact (self, ka_words_get_word (date->kind), text);
    }
}

static gboolean
has_party_dates (const KaTreaty *treaty)
{
  for (gsize i = 0; i < treaty->n_dates; i++)
    if (treaty->dates[i].by != NULL)
      return TRUE;

  return FALSE;
}

/* Adds the table of the parties: what each did with the treaty, from the dates that name it. */
static void
add_parties (KaReading *self, const KaTreaty *treaty)
{
  if (!has_party_dates (treaty))
    {
      ka_reading_add_items_fact (self, _ ("Parties"), &treaty->parties);
      return;
    }

  ka_reading_add (self, KA_BLOCK_HEADING, _ ("Party by party"));
  for (gsize i = 0; i < treaty->parties.n_items; i++)
    {
      const KaPolity *party = treaty->parties.items[i];
      const char *name = ka_item_get_title (&party->item, treaty->date.earliest, self->language);
      g_autofree char *did = ka_words_describe_party (treaty, party, self->language);
      KaBlock *fact = ka_reading_add_fact (self, name, *did != '\0' ? did : _ ("no dates known"));

      fact->item = &party->item;
    }
}

static void
add_later_acts (KaReading *self, const KaTreaty *treaty)
{
  if (treaty->n_later > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Later acts"));
  for (gsize i = 0; i < treaty->n_later; i++)
    {
      const KaLaterAct *act = &treaty->later[i];
      const char       *said = ka_reading_get_text (self, &act->text);
      g_autofree char  *by = NULL;

      if (act->by != NULL)
        by = g_strdup_printf (
          /* Translators: a state and what its act says */
          _ ("%s: %s"), ka_item_get_title (&act->by->item, treaty->date.earliest, self->language),
          said);
      ka_reading_add_link (self, act->item, ka_words_get_word (act->how), by != NULL ? by : said);
    }
}

static void
add_signatories (KaReading *self, const KaTreaty *treaty)
{
  if (treaty->n_signatories > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Signed by"));
  for (gsize i = 0; i < treaty->n_signatories; i++)
    {
      const KaSignatory *signatory = &treaty->signatories[i];
      const char        *party = NULL;

      if (signatory->party != NULL)
        party = ka_item_get_title (&signatory->party->item, treaty->date.earliest, self->language);
      ka_reading_add_person (self, signatory->person, party,
                             ka_reading_get_text (self, &signatory->office));
    }
}

static void
add_treaty_facts (KaReading *self, const KaTreaty *treaty)
{
  ka_reading_add (self, KA_BLOCK_HEADING, _ ("About the treaty"));
  ka_reading_add_fact (self, _ ("Full style"), ka_reading_get_text (self, &treaty->style));
  ka_reading_add_fact (self, _ ("Written date"), treaty->written_date);
  ka_reading_add_fact (self, _ ("Signed at"), ka_reading_get_text (self, &treaty->place));
  ka_reading_add_fact (self, _ ("Languages"), ka_reading_get_text (self, &treaty->languages));
  ka_reading_add_fact (self, _ ("Outcome"), ka_reading_get_text (self, &treaty->outcome));
  ka_reading_add_items_fact (self, _ ("Followed by"), &treaty->successors);
  ka_reading_add_fact (self, _ ("Full text"), ka_reading_get_text (self, &treaty->editions));
}

/* Adds the events about a treaty, without its signature, which is on the same page. */
static void
add_treaty_events (KaReading *self, const KaTreaty *treaty, const KaEvent *signature)
{
  g_autoptr (GPtrArray) events = ka_query_events_about (self->atlas, &treaty->item);

  g_ptr_array_remove (events, (gpointer) (guintptr) signature);
  ka_reading_add_items (self, _ ("Events"), events);
}

void
ka_reading_write_treaty (KaReading *self, const KaTreaty *treaty, const KaEvent *event)
{
  g_autofree char *when = ka_date_to_words (&treaty->date, treaty->edtf, self->language);

  ka_reading_add_title (self, ka_reading_get_text (self, &treaty->title), when);
  ka_reading_add_treaty_lead (self, treaty);
  ka_reading_add_articles (self, treaty, NULL, FALSE);
  if (event != NULL)
    {
      ka_reading_add_section (self, _ ("What happened"), &event->summary);
      ka_reading_add_event_story (self, event);
    }
  ka_reading_add_treaties_to_compare (self, treaty);
  add_treaty_facts (self, treaty);
  add_parties (self, treaty);
  ka_reading_add_section (self, _ ("Disputed"), &treaty->disputed);
  add_treaty_dates (self, treaty);
  add_later_acts (self, treaty);
  add_signatories (self, treaty);
  add_treaty_events (self, treaty, event);
  ka_reading_add_certainty (self, &treaty->item);
  if (event != NULL)
    ka_reading_add_certainty (self, &event->item);
}
