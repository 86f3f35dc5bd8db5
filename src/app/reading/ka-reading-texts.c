/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of what was written and done: events, treaties and their articles, people, sources.
 * Pages of land are in ka-reading-land.c.
 */

#include "config.h"

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-words.h"

/* A link to a person, with the party that it acted for and its office at the time behind it. */
static void
add_person (KaLeaf *self, const KaPerson *person, const char *party, const char *office)
{
  g_autofree char *link = ka_leaf_dup_link (self, KA_ITEM (person));
  GString         *after = g_string_new (NULL);

  if (party != NULL && *party != '\0')
    g_string_append_printf (after, " – %s", party);
  if (office != NULL && *office != '\0')
    g_string_append_printf (after, "%s%s", after->len > 0 ? ", " : " – ", office);
  {
    g_autofree char *escaped = g_markup_escape_text (after->str, -1);
    g_autofree char *markup = g_strdup_printf ("%s<span alpha=\"75%%\">%s</span>", link, escaped);

    ka_leaf_add_markup (self, markup, "leaf-link");
  }
  g_string_free (after, TRUE);
}

/* A heading and a paragraph; nothing for a text that is empty. */
static void
add_section (KaLeaf *self, const char *heading, const KaText *text)
{
  if (ka_text_is_empty (text))
    return;

  ka_leaf_add_heading (self, heading);
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, text));
}

void
ka_leaf_write_event (KaLeaf *self, const KaEvent *event)
{
  KaLanguage       language = ka_session_get_language (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *when = ka_date_to_words (&event->date, event->edtf, language);

  ka_leaf_add_title (self, ka_leaf_get_text (self, &event->title), when);
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &event->summary));
  add_section (self, "Told differently", &event->disputed);
  add_section (self, "Why the map stays the same", &event->unchanged);
  ka_leaf_add_text_fact (self, &grid, "Old Style", event->old_style);
  ka_leaf_add_links_fact (self, &grid, "Places", &event->places);
  if (!ka_text_is_empty (&event->where))
    ka_leaf_add_text_fact (self, &grid, "Also at", ka_leaf_get_text (self, &event->where));
  ka_leaf_add_links_fact (self, &grid, "Regions", &event->regions);
  ka_leaf_add_links_fact (self, &grid, "Parties", &event->parties);
  ka_leaf_add_links_fact (self, &grid, "Treaties", &event->treaties);
  ka_leaf_add_certainty (self, KA_ITEM (event));
  if (event->n_people > 0)
    ka_leaf_add_heading (self, "People");
  for (gsize i = 0; i < event->n_people; i++)
    {
      const KaRole *role = &event->people[i];

      add_person (self, role->person, NULL, ka_text_get (&role->role, language));
    }
  if (event->articles.n_items > 0)
    ka_leaf_add_heading (self, "Clauses");
  for (gsize i = 0; i < event->articles.n_items; i++)
    {
      if (event->articles.n_items <= 4)
        ka_leaf_add_clause (self, event->articles.items[i], NULL);
      else
        ka_leaf_add_link (
          self, event->articles.items[i], NULL,
          ka_leaf_get_text (self, &((const KaArticle *) event->articles.items[i])->title));
    }
  ka_leaf_add_sources (self, KA_ITEM (event));
}

void
ka_leaf_write_article (KaLeaf *self, const KaArticle *article)
{
  GtkGrid         *grid = NULL;
  g_autofree char *label = ka_words_dup_article_label (article,
                                                       ka_session_get_language (self->session));
  g_autofree char *treaty = ka_leaf_dup_link (self, KA_ITEM (article->treaty));
  g_autofree char *force = NULL;

  ka_leaf_add_title (self, label, ka_leaf_get_text (self, &article->title));
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &article->text));
  ka_leaf_add_note (self, "A summary in our own words, not the wording of the treaty.");
  ka_leaf_add_fact (self, &grid, "Treaty", treaty);
  ka_leaf_add_links_fact (self, &grid, "Binds", &article->bound);
  if (article->is_general)
    ka_leaf_add_text_fact (self, &grid, "Concerns", "every region of the treaty");
  ka_leaf_add_links_fact (self, &grid, article->is_general ? "Above all" : "Concerns",
                          &article->regions);
  ka_leaf_add_links_fact (self, &grid, "Frontiers", &article->frontiers);
  ka_leaf_add_links_fact (self, &grid, "Places", &article->places);
  force = article->span.from == KA_DAY_MAX
            ? g_strdup ("never")
            : ka_span_to_words (article->span, ka_session_get_language (self->session));
  ka_leaf_add_text_fact (self, &grid, "In force", force);
  ka_leaf_add_text_fact (self, &grid, "Its fate", ka_leaf_get_text (self, &article->fate));
  if (!ka_text_is_empty (&article->treaty->editions))
    ka_leaf_add_text_fact (self, &grid, "Full text",
                           ka_leaf_get_text (self, &article->treaty->editions));
  ka_leaf_add_certainty (self, KA_ITEM (article));
  ka_leaf_add_steps (self, article);
  if (article->n_correspondences > 0)
    ka_leaf_add_heading (self, "Compared with");
  for (gsize i = 0; i < article->n_correspondences; i++)
    {
      const KaCorrespondence *match = &article->correspondences[i];
      const char             *difference = ka_leaf_get_text (self, &match->difference);

      if (difference != NULL && *difference != '\0')
        {
          g_autofree char *text = g_strdup_printf ("What is different here: %s", difference);

          ka_leaf_add_note (self, text);
        }
      ka_leaf_add_clause (self, match->article, NULL);
    }
  ka_leaf_add_events (self, KA_ITEM (article));
  ka_leaf_add_sources (self, KA_ITEM (article));
}

static void
add_treaty_dates (KaLeaf *self, const KaTreaty *treaty)
{
  GtkGrid *grid = NULL;

  ka_leaf_add_heading (self, "From signature on");
  for (gsize i = 0; i < treaty->n_dates; i++)
    {
      const KaTreatyDate *date = &treaty->dates[i];
      g_autofree char    *name = g_strdup (date->kind);
      g_autofree char    *when = ka_date_to_words (&date->date, date->edtf,
                                                   ka_session_get_language (self->session));
      GString            *text = g_string_new (when);

      name[0] = g_ascii_toupper (name[0]);
      g_strdelimit (name, "-", ' ');
      if (date->by != NULL)
        g_string_append_printf (text, ", %s",
                                ka_item_get_title (KA_ITEM (date->by), date->date.earliest,
                                                   ka_session_get_language (self->session)));
      if (!ka_text_is_empty (&date->place))
        g_string_append_printf (text, ", %s", ka_leaf_get_text (self, &date->place));
      if (date->certainty != KA_CERTAIN)
        g_string_append_printf (text, " (%s)", ka_certainty_get_name (date->certainty));
      if (date->note != NULL)
        g_string_append_printf (text, ". %s", date->note);
      ka_leaf_add_text_fact (self, &grid, name, text->str);
      g_string_free (text, TRUE);
    }
}

/* What each party did with the treaty, from the dates that name it. */
static void
add_parties (KaLeaf *self, const KaTreaty *treaty)
{
  GtkGrid *grid = NULL;

  for (gsize i = 0; i < treaty->parties.n_items; i++)
    {
      const KaItem    *party = treaty->parties.items[i];
      g_autofree char *did = ka_words_describe_party (treaty, (const KaPolity *) party,
                                                      ka_session_get_language (self->session));

      if (*did == '\0')
        continue;
      if (grid == NULL)
        ka_leaf_add_heading (self, "Party by party");
      did[0] = g_ascii_toupper (did[0]);
      ka_leaf_add_text_fact (
        self, &grid,
        ka_item_get_title (party, treaty->date.earliest, ka_session_get_language (self->session)),
        did);
    }
}

/* Later acts that confirm, cite, replace, protest against or denounce a treaty. */
static void
add_later_acts (KaLeaf *self, const KaTreaty *treaty)
{
  if (treaty->n_later > 0)
    ka_leaf_add_heading (self, "Later acts");
  for (gsize i = 0; i < treaty->n_later; i++)
    {
      const KaLaterAct *act = &treaty->later[i];
      g_autofree char  *how = g_strdup (act->how);
      g_autofree char  *text = NULL;
      const char       *said = ka_leaf_get_text (self, &act->text);

      how[0] = g_ascii_toupper (how[0]);
      if (act->by != NULL)
        text = g_strdup_printf ("%s: %s",
                                ka_item_get_title (KA_ITEM (act->by), treaty->date.earliest,
                                                   ka_session_get_language (self->session)),
                                said);
      ka_leaf_add_link (self, act->item, how, text != NULL ? text : said);
    }
}

void
ka_leaf_write_treaty (KaLeaf *self, const KaTreaty *treaty)
{
  GtkGrid         *grid = NULL;
  g_autofree char *when = ka_date_to_words (&treaty->date, treaty->edtf,
                                            ka_session_get_language (self->session));

  ka_leaf_add_title (self, ka_leaf_get_text (self, &treaty->title), when);
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &treaty->style));
  ka_leaf_add_text_fact (self, &grid, "Written date", treaty->written_date);
  ka_leaf_add_text_fact (self, &grid, "Signed at", ka_leaf_get_text (self, &treaty->place));
  ka_leaf_add_links_fact (self, &grid, "Parties", &treaty->parties);
  ka_leaf_add_text_fact (self, &grid, "Languages", ka_leaf_get_text (self, &treaty->languages));
  ka_leaf_add_text_fact (self, &grid, "Outcome", ka_leaf_get_text (self, &treaty->outcome));
  ka_leaf_add_links_fact (self, &grid, "Followed by", &treaty->successors);
  ka_leaf_add_text_fact (self, &grid, "Full text", ka_leaf_get_text (self, &treaty->editions));
  ka_leaf_add_certainty (self, KA_ITEM (treaty));
  add_section (self, "Disputed", &treaty->disputed);
  if (treaty->n_dates > 0)
    add_treaty_dates (self, treaty);
  add_parties (self, treaty);
  add_later_acts (self, treaty);
  if (treaty->articles.n_items > 0)
    ka_leaf_add_heading (self, "Articles and annexes");
  for (gsize i = 0; i < treaty->articles.n_items; i++)
    ka_leaf_add_link (
      self, treaty->articles.items[i], NULL,
      ka_leaf_get_text (self, &((const KaArticle *) treaty->articles.items[i])->title));
  if (treaty->n_signatories > 0)
    ka_leaf_add_heading (self, "Signed by");
  for (gsize i = 0; i < treaty->n_signatories; i++)
    {
      const KaSignatory *signatory = &treaty->signatories[i];
      const char        *party = NULL;

      if (signatory->party != NULL)
        party = ka_item_get_title (KA_ITEM (signatory->party), treaty->date.earliest,
                                   ka_session_get_language (self->session));
      add_person (self, signatory->person, party, ka_leaf_get_text (self, &signatory->office));
    }
  ka_leaf_add_events (self, KA_ITEM (treaty));
  ka_leaf_add_sources (self, KA_ITEM (treaty));
}

void
ka_leaf_write_person (KaLeaf *self, const KaPerson *person)
{
  GtkGrid         *grid = NULL;
  g_autofree char *others = ka_leaf_dup_other_names (self, &person->names);
  g_autofree char *life = ka_words_describe_life (person, ka_session_get_language (self->session));
  g_autoptr (GPtrArray)
    treaties = ka_query_treaties_signed_by (ka_session_get_atlas (self->session), KA_ITEM (person));

  ka_leaf_add_title (self,
                     ka_item_get_title (KA_ITEM (person), ka_session_get_day (self->session),
                                        ka_session_get_language (self->session)),
                     others);
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &person->summary));
  ka_leaf_add_text_fact (self, &grid, "Lived", life);
  ka_leaf_add_former_names (self, &grid, &person->names);
  ka_leaf_add_certainty (self, KA_ITEM (person));
  ka_leaf_add_items (self, "Treaties signed", treaties);
  ka_leaf_add_events (self, KA_ITEM (person));
  ka_leaf_add_sources (self, KA_ITEM (person));
}

void
ka_leaf_write_source (KaLeaf *self, const KaSource *source)
{
  ka_leaf_add_title (self, source->label, source->type);
  ka_leaf_add_paragraph (self, source->citation);
  ka_leaf_add_certainty (self, KA_ITEM (source));
}

void
ka_leaf_write_correction (KaLeaf *self, const KaCorrection *correction)
{
  g_autofree char *links = ka_leaf_dup_links (self, &correction->about);
  g_autofree char *verdict = g_strdup (correction->verdict);
  GtkGrid         *grid = NULL;

  if (verdict != NULL)
    verdict[0] = g_ascii_toupper (verdict[0]);
  ka_leaf_add_title (self, "Often told wrongly", NULL);
  ka_leaf_add_heading (self, "What is said");
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &correction->claim));
  ka_leaf_add_heading (self, "What the sources say");
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &correction->correction));
  ka_leaf_add_text_fact (self, &grid, "Verdict", verdict);
  ka_leaf_add_text_fact (self, &grid, "Said by", ka_leaf_get_text (self, &correction->said_by));
  ka_leaf_add_fact (self, &grid, "About", links);
  ka_leaf_add_sources (self, KA_ITEM (correction));
}

void
ka_leaf_write_term (KaLeaf *self, const KaTerm *term)
{
  g_autofree char *others = ka_leaf_dup_other_names (self, &term->names);

  ka_leaf_add_title (self,
                     ka_item_get_title (KA_ITEM (term), ka_session_get_day (self->session),
                                        ka_session_get_language (self->session)),
                     others);
  ka_leaf_add_paragraph (self, ka_leaf_get_text (self, &term->text));
}
