/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks that pages of several kinds of item share: names, tenures, clauses, events.
 */

#include "config.h"

#include "ka-reading-private.h"

#include "ka-query.h"
#include "ka-words.h"

const char *
ka_leaf_get_text (KaLeaf *self, const KaText *text)
{
  return ka_text_get (text, ka_session_get_language (self->session));
}

void
ka_leaf_add_text_fact (KaLeaf *self, GtkGrid **grid, const char *name, const char *text)
{
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  ka_leaf_add_fact (self, grid, name, markup);
}

void
ka_leaf_add_links_fact (KaLeaf *self, GtkGrid **grid, const char *name, const KaList *items)
{
  g_autofree char *links = ka_leaf_dup_links (self, items);

  ka_leaf_add_fact (self, grid, name, links);
}

/* The names in the other languages, with dots between; not those that are spelt as in this one. */
char *
ka_leaf_dup_other_names (KaLeaf *self, const KaNames *names)
{
  const KaText *text = ka_names_get_on (names, ka_session_get_day (self->session));
  KaLanguage    own = ka_session_get_language (self->session);
  GString      *others = g_string_new (NULL);

  for (int i = 0; text != NULL && i < KA_N_LANGUAGES; i++)
    if (text->in[i] != NULL && g_strcmp0 (text->in[i], ka_text_get (text, own)) != 0)
      g_string_append_printf (others, "%s%s", others->len > 0 ? " · " : "", text->in[i]);

  return g_string_free (others, FALSE);
}

void
ka_leaf_add_former_names (KaLeaf *self, GtkGrid **grid, const KaNames *names)
{
  GString *list;

  if (names->n_items < 2)
    return;

  list = g_string_new (NULL);
  for (gsize i = 0; i < names->n_items; i++)
    {
      g_autofree char *when = ka_span_to_words (names->items[i].span,
                                                ka_session_get_language (self->session));

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? "; " : "",
                              ka_leaf_get_text (self, &names->items[i].text), when);
    }
  ka_leaf_add_text_fact (self, grid, "Names", list->str);
  g_string_free (list, TRUE);
}

/* Who held it that day, in which way, by what; and what was claimed. */
void
ka_leaf_add_tenure_facts (KaLeaf *self, GtkGrid **grid, const KaArea *area)
{
  KaDay           day = ka_session_get_day (self->session);
  KaLanguage      language = ka_session_get_language (self->session);
  const KaTenure *tenure = ka_query_tenure_on (area, day);
  g_autoptr (GPtrArray) claims = ka_query_claims_on (area, day);
  g_autofree char *words = NULL;

  if (tenure == NULL)
    return;

  words = ka_words_describe_tenure (tenure, day, language);
  ka_leaf_add_text_fact (self, grid, "On this day", words);
  if (tenure->instrument != NULL)
    {
      g_autofree char *link = ka_leaf_dup_link (self, tenure->instrument);

      ka_leaf_add_fact (self, grid, "By", link);
    }
  for (guint i = 0; i < claims->len; i++)
    {
      g_autofree char *claim = ka_words_describe_tenure (claims->pdata[i], day, language);

      ka_leaf_add_text_fact (self, grid, "Claim", claim);
    }
  ka_leaf_add_certainty (self, KA_ITEM (tenure));
}

/* What stands over the clauses that stand so on the day. */
static const char *const standing_headings[KA_N_STANDINGS] = {
  [KA_STANDING_CURRENT] = "Clauses about it",
  [KA_STANDING_EARLIER] = "No longer in force",
  [KA_STANDING_NEVER] = "Never in force",
  [KA_STANDING_LATER] = "Later clauses",
};

void
ka_leaf_add_clauses (KaLeaf *self, const KaItem *item)
{
  KaDay day = ka_session_get_day (self->session);
  g_autoptr (GPtrArray)
    articles = ka_query_clauses_about (ka_session_get_atlas (self->session), item, day);
  g_autoptr (GPtrArray) general = g_ptr_array_new ();
  int last = -1;

  for (guint i = 0; i < articles->len; i++)
    {
      const KaArticle *article = articles->pdata[i];
      KaStanding       standing = ka_query_standing_of (article, day);

      if (article->is_general && item->kind != KA_ITEM_POLITY)
        {
          g_ptr_array_add (general, articles->pdata[i]);
          continue;
        }
      if ((int) standing != last)
        ka_leaf_add_heading (self, standing_headings[standing]);
      last = (int) standing;
      ka_leaf_add_clause (self, article, NULL);
    }
  if (last >= 0)
    ka_leaf_add_note (self, "Summaries in our own words, not the wording of the treaties.");
  ka_leaf_add_items (self, "Clauses about every region", general);
}

void
ka_leaf_add_events (KaLeaf *self, const KaItem *item)
{
  g_autoptr (GPtrArray) events = ka_query_events_about (ka_session_get_atlas (self->session), item);

  ka_leaf_add_items (self, "Events", events);
}
