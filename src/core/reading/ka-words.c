/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts facts of the model into words. Window, exports and terminal share them.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-words.h"

#include "ka-captions.h"

#include <string.h>

const char *
ka_words_get_category (KaCategory category)
{
  static const char *const names[KA_N_CATEGORIES] = {
    NC_ ("category", "Treaty"), NC_ ("category", "War"),   NC_ ("category", "Diplomacy"),
    NC_ ("category", "Border"), NC_ ("category", "Claim"), NC_ ("category", "Government"),
    NC_ ("category", "State"),  NC_ ("category", "Other"),
  };
  int bit = g_bit_nth_lsf ((gulong) category, -1);

  g_return_val_if_fail (bit >= 0 && bit < KA_N_CATEGORIES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "category", names[bit]);
}

const char *
ka_words_get_kind_plural (KaItemKind kind)
{
  static const char *const names[KA_N_ITEM_KINDS] = {
    [KA_ITEM_REGION] = N_ ("Regions"),   [KA_ITEM_EVENT] = N_ ("Events"),
    [KA_ITEM_ARTICLE] = N_ ("Articles"), [KA_ITEM_ANNEX] = N_ ("Annexes"),
    [KA_ITEM_TREATY] = N_ ("Treaties"),  [KA_ITEM_FRONTIER] = N_ ("Frontiers"),
    [KA_ITEM_PLACE] = N_ ("Places"),     [KA_ITEM_POLITY] = N_ ("States and governments"),
    [KA_ITEM_AREA] = N_ ("Areas"),       [KA_ITEM_TENURE] = N_ ("Tenures"),
    [KA_ITEM_SOURCE] = N_ ("Sources"),   [KA_ITEM_CORRECTION] = N_ ("Often told wrongly"),
    [KA_ITEM_PERSON] = N_ ("People"),    [KA_ITEM_TERM] = N_ ("Terms"),
    [KA_ITEM_TOUR] = N_ ("Tours"),
  };

  g_return_val_if_fail (kind < KA_N_ITEM_KINDS, "");

  return _ (names[kind]);
}

const char *
ka_words_get_tenure_kind (KaTenureKind kind)
{
  static const char *const names[] = {
    [KA_TENURE_DE_JURE] = N_ ("by right (de jure)"),
    [KA_TENURE_DE_FACTO] = N_ ("in fact (de facto)"),
    [KA_TENURE_OCCUPIED] = N_ ("by occupation"),
    [KA_TENURE_CONTESTED] = N_ ("contested"),
    [KA_TENURE_CLAIMED] = N_ ("claimed"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), "");

  return _ (names[kind]);
}

char *
ka_words_dup_article_label (const KaArticle *article, KaLanguage language)
{
  const KaCaption  caption = article->item.kind == KA_ITEM_ANNEX ? KA_CAPTION_ANNEX
                                                                 : KA_CAPTION_ARTICLE;
  g_autofree char *number = ka_caption_format (caption, language, article->label);

  return g_strdup_printf ("%s · %s", ka_text_get (&article->treaty->title, language), number);
}

char *
ka_words_dup_article_number (const KaArticle *article, KaLanguage language)
{
  return article->item.kind == KA_ITEM_ANNEX
           ? ka_caption_format (KA_CAPTION_ANNEX, language, article->label)
           : g_strdup (article->label);
}

char *
ka_words_dup_article_short (const KaArticle *article, KaLanguage language)
{
  const KaTreaty  *treaty = article->treaty;
  const KaText    *title = ka_text_is_empty (&treaty->label) ? &treaty->title : &treaty->label;
  g_autofree char *number = ka_words_dup_article_number (article, language);

  return g_strdup_printf ("%s %s", ka_text_get (title, language), number);
}

char *
ka_words_describe_life (const KaPerson *person, KaLanguage language)
{
  g_autofree char *born = NULL, *died = NULL, *both = NULL;
  KaDate           life;

  if (person->born_edtf != NULL)
    born = ka_date_to_words (&person->born, person->born_edtf, language);
  if (person->died_edtf != NULL)
    died = ka_date_to_words (&person->died, person->died_edtf, language);
  if (born != NULL && died != NULL)
    {
      both = g_strdup_printf ("%s/%s", person->born_edtf, person->died_edtf);
      if (ka_date_parse_edtf (both, &life, NULL))
        return ka_date_to_words (&life, both, language);
      return g_strdup_printf ("%s – %s", born, died);
    }
  if (born != NULL)
    return g_strdup_printf (_ ("born %s"), born);

  return died != NULL ? g_strdup_printf (_ ("died %s"), died) : g_strdup ("");
}

/* A word of the format and what a reader sees for it */
typedef struct
{
  const char *key;
  const char *word;
} Word;

static const char *
find_word (const Word *words, gsize n_words, const char *key)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].key, key) == 0)
      return _ (words[i].word);

  return NULL;
}

const char *
ka_words_get_certainty (KaCertainty certainty)
{
  static const char *const words[] = {
    [KA_CERTAIN] = N_ ("certain"),
    [KA_PROBABLE] = N_ ("probable"),
    [KA_UNCERTAIN] = N_ ("uncertain"),
  };

  return _ (words[certainty]);
}

const char *
ka_words_get_word (const char *key)
{
  static const Word words[] = {
    { "signed", N_ ("Signed") },         { "ratified", N_ ("Ratified") },
    { "exchanged", N_ ("Exchanged") },   { "in-force", N_ ("In force") },
    { "registered", N_ ("Registered") }, { "renounced", N_ ("Renounced") },
    { "ended", N_ ("Ended") },           { "confirms", N_ ("Confirms") },
    { "cites", N_ ("Cites") },           { "replaces", N_ ("Replaces") },
    { "protests", N_ ("Protests") },     { "denounces", N_ ("Denounces") },
    { "wrong", N_ ("Wrong") },           { "misleading", N_ ("Misleading") },
    { "unproven", N_ ("Unproven") },     { "disputed", N_ ("Disputed") },
    { "documents", N_ ("Documents") },   { "book", N_ ("Book") },
    { "article", N_ ("Article") },       { "newspaper", N_ ("Newspaper") },
    { "web", N_ ("Web page") },          { "dataset", N_ ("Data set") },
  };

  return find_word (words, G_N_ELEMENTS (words), key);
}

char *
ka_words_describe_party (const KaTreaty *treaty, const KaPolity *party, KaLanguage language)
{
  static const Word patterns[] = {
    { "signed", N_ ("signed %s") },         { "ratified", N_ ("ratified %s") },
    { "exchanged", N_ ("exchanged %s") },   { "in-force", N_ ("in force %s") },
    { "registered", N_ ("registered %s") }, { "renounced", N_ ("renounced %s") },
    { "ended", N_ ("ended %s") },
  };
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < treaty->n_dates; i++)
    {
      const KaTreatyDate *date = &treaty->dates[i];
      const char         *pattern = find_word (patterns, G_N_ELEMENTS (patterns), date->kind);
      g_autofree char    *when = NULL;
      g_auto (GStrv) parts = NULL;

      if (date->by != party || pattern == NULL)
        continue;
      when = ka_date_to_words (&date->date, date->edtf, language);
      parts = g_strsplit (pattern, "%s", 2);
      g_string_append_printf (words, "%s%s%s%s", words->len > 0 ? "; " : "", parts[0], when,
                              parts[1] != NULL ? parts[1] : "");
      if (date->certainty != KA_CERTAIN)
        g_string_append_printf (words, " (%s)", ka_words_get_certainty (date->certainty));
    }

  return g_string_free (words, FALSE);
}

static const char *
get_place_word (const KaPlace *place)
{
  static const char *const words[] = {
    [KA_PLACE_TOWN] = N_ ("Town"),
    [KA_PLACE_RUIN] = N_ ("Ruined town"),
    [KA_PLACE_PEAK] = N_ ("Mountain"),
    [KA_PLACE_RIVER] = N_ ("River"),
    [KA_PLACE_LAKE] = N_ ("Lake"),
    [KA_PLACE_SEA] = N_ ("Sea"),
    [KA_PLACE_RANGE] = N_ ("Mountain range"),
  };

  return _ (words[place->kind]);
}

/* The life of a polity; its kind for one that the atlas knows no end of. */
static char *
describe_polity (const KaPolity *polity, KaLanguage language)
{
  if (polity->span.from == KA_DAY_MIN && polity->span.to == KA_DAY_MAX)
    return g_strdup (_ ("State"));

  return ka_span_to_words (polity->span, language);
}

char *
ka_words_describe_item (const KaItem *item, KaLanguage language)
{
  static const char *const words[KA_N_ITEM_KINDS] = {
    [KA_ITEM_REGION] = N_ ("Region"), [KA_ITEM_AREA] = N_ ("Area"),
    [KA_ITEM_SOURCE] = N_ ("Source"), [KA_ITEM_CORRECTION] = N_ ("Correction"),
    [KA_ITEM_TERM] = N_ ("Term"),     [KA_ITEM_TOUR] = N_ ("Tour"),
  };

  switch ((int) item->kind)
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
      return describe_polity ((const KaPolity *) item, language);
    case KA_ITEM_PERSON:
      return ka_words_describe_life ((const KaPerson *) item, language);
    case KA_ITEM_FRONTIER:
      return ka_span_to_words (((const KaFrontier *) item)->span, language);
    case KA_ITEM_TENURE:
      return ka_span_to_words (((const KaTenure *) item)->span, language);
    case KA_ITEM_PLACE:
      return g_strdup (get_place_word ((const KaPlace *) item));
    default:
      return g_strdup (_ (words[item->kind]));
    }
}

/* The holder of a tenure and how it held; no side for one that nobody could be named for. */
static char *
dup_holder (const KaTenure *tenure, KaDay day, KaLanguage language)
{
  const char *holder;

  if (tenure->holder == NULL)
    return g_strdup (_ ("Contested; no side held it firmly"));

  holder = ka_item_get_title (&tenure->holder->item, day, language);
  switch (tenure->kind)
    {
    case KA_TENURE_DE_FACTO:
      return tenure->sovereign != NULL
               ? g_strdup_printf (_ ("Held in fact by %s"), holder)
               : g_strdup_printf (_ ("Held in fact by %s; title not settled"), holder);
    case KA_TENURE_OCCUPIED:
      return g_strdup_printf (_ ("Occupied by %s"), holder);
    case KA_TENURE_CONTESTED:
      return g_strdup_printf (_ ("Contested; mainly %s"), holder);
    case KA_TENURE_CLAIMED:
      return g_strdup_printf (_ ("Claimed by %s"), holder);
    case KA_TENURE_DE_JURE:
    default:
      return g_strdup_printf (_ ("Held by %s"), holder);
    }
}

char *
ka_words_describe_tenure (const KaTenure *tenure, KaDay day, KaLanguage language)
{
  char *words = dup_holder (tenure, day, language);

  if (tenure->autonomy != NULL)
    {
      const char      *autonomy = ka_item_get_title (&tenure->autonomy->item, day, language);
      g_autofree char *before = words;

      /* Translators: who held land, and the autonomy that it was below the holder */
      words = tenure->holder != NULL ? g_strdup_printf (_ ("%s, as %s"), before, autonomy)
                                     : g_strdup_printf (_ ("%s; formally %s"), before, autonomy);
    }
  if (tenure->sovereign != NULL)
    {
      g_autofree char *before = words;

      /* Translators: who held land, and who had the title to it */
      words = g_strdup_printf (_ ("%s; title: %s"), before,
                               ka_item_get_title (&tenure->sovereign->item, day, language));
    }

  return words;
}
