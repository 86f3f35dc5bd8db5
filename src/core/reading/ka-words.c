/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How things of the model are put into words, alike in the window, in exports and in the terminal.
 */

#include "config.h"

#include "ka-words.h"

#include <string.h>

/**
 * ka_words_get_category:
 * @category: one category, not several
 *
 * Returns: (transfer none): what a filter calls it
 */
const char *
ka_words_get_category (KaCategory category)
{
  static const char *const names[KA_N_CATEGORIES] = {
    "Treaty", "War", "Diplomacy", "Border", "Claim", "Government", "State",
  };
  int bit = g_bit_nth_lsf ((gulong) category, -1);

  g_return_val_if_fail (bit >= 0 && bit < KA_N_CATEGORIES, "");

  return names[bit];
}

/**
 * ka_words_get_kind_plural:
 * @kind: a kind of item
 *
 * Returns: (transfer none): a heading over items of that kind
 */
const char *
ka_words_get_kind_plural (KaItemKind kind)
{
  static const char *const names[KA_N_ITEM_KINDS] = {
    [KA_ITEM_REGION] = "Regions",   [KA_ITEM_EVENT] = "Events",
    [KA_ITEM_ARTICLE] = "Articles", [KA_ITEM_ANNEX] = "Annexes",
    [KA_ITEM_TREATY] = "Treaties",  [KA_ITEM_FRONTIER] = "Frontiers",
    [KA_ITEM_PLACE] = "Places",     [KA_ITEM_POLITY] = "States and governments",
    [KA_ITEM_AREA] = "Areas",       [KA_ITEM_TENURE] = "Tenures",
    [KA_ITEM_SOURCE] = "Sources",   [KA_ITEM_CORRECTION] = "Often told wrongly",
    [KA_ITEM_PERSON] = "People",    [KA_ITEM_TERM] = "Terms",
  };

  g_return_val_if_fail (kind < KA_N_ITEM_KINDS, "");

  return names[kind];
}

/**
 * ka_words_get_tenure_kind:
 * @kind: a kind of tenure
 *
 * Returns: (transfer none): the words that follow the holder's name, such as "by right"
 */
const char *
ka_words_get_tenure_kind (KaTenureKind kind)
{
  static const char *const names[] = {
    [KA_TENURE_DE_JURE] = "by right (de jure)",
    [KA_TENURE_DE_FACTO] = "in fact (de facto)",
    [KA_TENURE_OCCUPIED] = "by occupation",
    [KA_TENURE_CONTESTED] = "contested",
    [KA_TENURE_CLAIMED] = "claimed",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), "");

  return names[kind];
}

/**
 * ka_words_get_seen:
 *
 * Returns: (transfer none): the mark of a citation whose place was read for the atlas
 */
const char *
ka_words_get_seen (void)
{
  return "text seen";
}

/**
 * ka_words_dup_article_label:
 * @article: an article or annex
 * @language: of the treaty's title
 *
 * Returns: (transfer full): "Treaty of Kars · Article V"
 */
char *
ka_words_dup_article_label (const KaArticle *article, KaLanguage language)
{
  return g_strdup_printf ("%s · %s %s", ka_text_get (&article->treaty->title, language),
                          article->item.kind == KA_ITEM_ANNEX ? "Annex" : "Article",
                          article->label);
}

/**
 * ka_words_describe_life:
 * @person: a person
 * @language: of the dates
 *
 * Returns: (transfer full): "1882–1948", "born 1948", "died 1929", or an empty string when neither
 * is known
 */
char *
ka_words_describe_life (const KaPerson *person, KaLanguage language)
{
  g_autofree char *born = NULL, *died = NULL;

  if (person->born_edtf != NULL)
    born = ka_date_to_words (&person->born, person->born_edtf, language);
  if (person->died_edtf != NULL)
    died = ka_date_to_words (&person->died, person->died_edtf, language);
  if (born != NULL && died != NULL)
    return g_strdup_printf (
      strchr (born, ' ') != NULL || strchr (died, ' ') != NULL ? "%s – %s" : "%s–%s", born, died);
  if (born != NULL)
    return g_strdup_printf ("born %s", born);

  return died != NULL ? g_strdup_printf ("died %s", died) : g_strdup ("");
}

/**
 * ka_words_describe_party:
 * @treaty: a treaty
 * @party: a polity
 * @language: of the dates
 *
 * Returns: (transfer full): what the polity did with the treaty, from the dates that name it:
 * "signed 13 October 1921; ratified 20 March 1922"; an empty string where none does
 */
char *
ka_words_describe_party (const KaTreaty *treaty, const KaPolity *party, KaLanguage language)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < treaty->n_dates; i++)
    {
      const KaTreatyDate *date = &treaty->dates[i];
      g_autofree char    *kind = g_strdelimit (g_strdup (date->kind), "-", ' ');
      g_autofree char    *when = NULL;

      if (date->by != party)
        continue;
      when = ka_date_to_words (&date->date, date->edtf, language);
      g_string_append_printf (words, "%s%s %s", words->len > 0 ? "; " : "", kind, when);
      if (date->certainty != KA_CERTAIN)
        g_string_append_printf (words, " (%s)", ka_certainty_get_name (date->certainty));
    }

  return g_string_free (words, FALSE);
}

static const char *
get_place_word (const KaPlace *place)
{
  static const char *const words[] = {
    [KA_PLACE_TOWN] = "Town",   [KA_PLACE_RUIN] = "Ruined town", [KA_PLACE_PEAK] = "Mountain",
    [KA_PLACE_RIVER] = "River", [KA_PLACE_LAKE] = "Lake",        [KA_PLACE_SEA] = "Sea",
  };

  return words[place->kind];
}

/**
 * ka_words_describe_item:
 * @item: an item
 * @language: of names in it
 *
 * Returns: (transfer full): what stands below its title in a list: the date of an event, the treaty
 * and number of an article, the life of a state or a person
 */
char *
ka_words_describe_item (const KaItem *item, KaLanguage language)
{
  switch (item->kind)
    {
    case KA_ITEM_EVENT:
      return ka_date_to_words (&((const KaEvent *) item)->date, ((const KaEvent *) item)->edtf,
                               language);
    case KA_ITEM_TREATY:
      return ka_date_to_words (&((const KaTreaty *) item)->date, ((const KaTreaty *) item)->edtf,
                               language);
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      return ka_words_dup_article_label ((const KaArticle *) item, language);
    case KA_ITEM_POLITY:
      return ka_span_to_words (((const KaPolity *) item)->span, language);
    case KA_ITEM_PERSON:
      return ka_words_describe_life ((const KaPerson *) item, language);
    case KA_ITEM_FRONTIER:
      return ka_span_to_words (((const KaFrontier *) item)->span, language);
    case KA_ITEM_TENURE:
      return ka_span_to_words (((const KaTenure *) item)->span, language);
    case KA_ITEM_PLACE:
      return g_strdup (get_place_word ((const KaPlace *) item));
    case KA_ITEM_REGION:
      return g_strdup ("Region");
    case KA_ITEM_AREA:
      return g_strdup ("Area");
    case KA_ITEM_SOURCE:
      return g_strdup ("Source");
    case KA_ITEM_CORRECTION:
      return g_strdup ("Correction");
    case KA_ITEM_TERM:
      return g_strdup ("Term");
    case KA_N_ITEM_KINDS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * ka_words_describe_tenure:
 * @tenure: a tenure
 * @day: decides which of several names is used
 * @language: of names
 *
 * Returns: (transfer full): one sentence without a full stop, such as "Held by the Azerbaijan SSR,
 * as …"
 */
char *
ka_words_describe_tenure (const KaTenure *tenure, KaDay day, KaLanguage language)
{
  static const char *const verbs[] = {
    [KA_TENURE_DE_JURE] = "Held by %s",
    [KA_TENURE_DE_FACTO] = "Held in fact by %s; title not settled",
    [KA_TENURE_OCCUPIED] = "Occupied by %s",
    [KA_TENURE_CONTESTED] = "Contested; mainly %s",
    [KA_TENURE_CLAIMED] = "Claimed by %s",
  };
  GString *words = g_string_new (NULL);

  if (tenure->holder == NULL)
    g_string_append (words, "Contested; no side held it firmly");
  else if (tenure->sovereign != NULL && tenure->kind == KA_TENURE_DE_FACTO)
    g_string_append_printf (words, "Held in fact by %s",
                            ka_item_get_title (KA_ITEM (tenure->holder), day, language));
  else
    {
      g_auto (GStrv) parts = g_strsplit (verbs[tenure->kind], "%s", 2);

      g_string_append_printf (words, "%s%s%s", parts[0],
                              ka_item_get_title (KA_ITEM (tenure->holder), day, language),
                              parts[1]);
    }
  if (tenure->autonomy != NULL)
    g_string_append_printf (words, tenure->holder != NULL ? ", as %s" : "; formally %s",
                            ka_item_get_title (KA_ITEM (tenure->autonomy), day, language));
  if (tenure->sovereign != NULL)
    g_string_append_printf (words, "; title: %s",
                            ka_item_get_title (KA_ITEM (tenure->sovereign), day, language));

  return g_string_free (words, FALSE);
}
