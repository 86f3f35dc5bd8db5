/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Says in one sentence which events a filter shows.
 */
#include "config.h"

#include "ka-filter-words.h"

#include "ka-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_plural (guint number)
{
  static const char *const names[KA_N_CATEGORIES] = {
    NC_ ("filter", "treaties"),
    NC_ ("filter", "wars"),
    NC_ ("filter", "diplomacy"),
    NC_ ("filter", "border changes"),
    NC_ ("filter", "claims"),
    NC_ ("filter", "changes of government"),
    NC_ ("filter", "the making and ending of states"),
    NC_ ("filter", "other events"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "filter", names[number]);
}

/* Joins names: "a", "a and b", "a, b and c"; or with "or". */
static char *
join (const GPtrArray *names, gboolean is_or)
{
  char *text = g_strdup (names->pdata[0]);

  for (guint i = 1; i < names->len; i++)
    {
      const char      *name = names->pdata[i];
      g_autofree char *start = text;

      /* Translators: these three join the names of a list. */
      if (i + 1 < names->len)
        text = g_strdup_printf (_ ("%1$s, %2$s"), start, name);
      else if (is_or)
        text = g_strdup_printf (_ ("%1$s or %2$s"), start, name);
      else
        text = g_strdup_printf (_ ("%1$s and %2$s"), start, name);
    }

  return text;
}

static char *
dup_subject (const KaFilter *filter)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < KA_N_CATEGORIES && filter->categories != KA_CATEGORY_ALL; i++)
    if (filter->categories & (1u << i))
      g_ptr_array_add (names, (gpointer) (guintptr) get_plural (i));
  if (names->len == 0)
    g_ptr_array_add (names, (gpointer) (guintptr) C_ ("filter", "events"));

  return join (names, FALSE);
}

static char *
dup_parties (const KaFilter *filter, KaLanguage language)
{
  const guint n_parties = ka_filter_count_parties (filter);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (n_parties == 0)
    return NULL;
  for (guint i = 0; i < n_parties; i++)
    g_ptr_array_add (
      names, (gpointer) (guintptr) ka_filter_words_get_party (filter->parties[i], language));

  return join (names, TRUE);
}

static char *
dup_certainties (const KaFilter *filter)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (filter->certainties == 0)
    return NULL;
  for (guint i = 0; i < KA_N_CERTAINTIES; i++)
    if (filter->certainties & (1u << i))
      g_ptr_array_add (names, (gpointer) (guintptr) ka_words_get_certainty ((KaCertainty) i));

  return join (names, TRUE);
}

/* The language of the texts of the program */
static KaLanguage
get_own_language (void)
{
  const char      *name = *g_get_language_names_with_category ("LC_MESSAGES");
  g_autofree char *code = g_strndup (name, strcspn (name, "_.@"));
  KaLanguage       language;

  return ka_language_from_code (code, &language) ? language : KA_LANGUAGE_EN;
}

static void
count (KaAtlas *atlas, const KaFilter *filter, const KaSpan *range, guint *n_shown, guint *n_all)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);

  *n_shown = 0;
  *n_all = (guint) events->n_items;
  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaEvent *event = events->items[i];

      if (ka_filter_admits (filter, event) &&
          (range == NULL || ka_date_overlaps (&event->date, range->from, range->to)))
        (*n_shown)++;
    }
}

const char *
ka_filter_words_get_party (const KaPolity *party, KaLanguage language)
{
  return ka_item_get_title (&party->item, party->span.from, language);
}

char *
ka_filter_words_dup_sentence (KaAtlas        *atlas,
                              const KaFilter *filter,
                              const KaSpan   *range,
                              KaLanguage      language)
{
  g_autofree char *subject = dup_subject (filter);
  g_autofree char *parties = dup_parties (filter, language);
  g_autofree char *certainties = dup_certainties (filter);
  g_autofree char *with_parties = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *sentence = NULL;
  guint            n_shown, n_all;

  /* Translators: kinds of events and the parties that take part. */
  with_parties = parties == NULL
                   ? g_steal_pointer (&subject)
                   : g_strdup_printf (_ ("%1$s in which %2$s takes part"), subject, parties);
  /* Translators: kinds of events and how sure they are, such as "certain". */
  whole = certainties == NULL ? g_steal_pointer (&with_parties)
                              : g_strdup_printf (_ ("%1$s, %2$s only"), with_parties, certainties);
  sentence = ka_text_capitalise (whole, get_own_language ());
  count (atlas, filter, range, &n_shown, &n_all);

  return g_strdup_printf (
    /* Translators: what a filter shows, and how many of all events that are. */
    g_dngettext (GETTEXT_PACKAGE, "%1$s · %2$u of %3$u event", "%1$s · %2$u of %3$u events", n_all),
    sentence, n_shown, n_all);
}
