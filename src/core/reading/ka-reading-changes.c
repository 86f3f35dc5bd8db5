/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the page about what changed between two days.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

#include "ka-changes.h"
#include "ka-query.h"
#include "ka-words.h"

#include <string.h>

/* What a change is called, before a list of areas or the name of a frontier. */
static const char *
get_word (KaChangeKind kind)
{
  static const char *const words[] = {
    [KA_CHANGE_HOLDER] = N_ ("Changed hands"), [KA_CHANGE_STATUS] = N_ ("Changed standing"),
    [KA_CHANGE_CONFIRMED] = N_ ("Confirmed"),  [KA_CHANGE_CLAIMED] = N_ ("Claimed"),
    [KA_CHANGE_DROPPED] = N_ ("Claim ended"),  [KA_CHANGE_DRAWN] = N_ ("New frontier"),
    [KA_CHANGE_ENDED] = N_ ("Frontier ended"),
  };

  return _ (words[kind]);
}

/* Adds what the change concerns, as links. */
static void
add_subject (KaReading *self, const KaChange *change)
{
  g_auto (KaLinked) list = ka_linked_new ();

  if (change->frontier != NULL)
    ka_linked_append_item (&list, self, change->frontier);
  for (guint i = 0; i < change->areas->len; i++)
    {
      if (i > 0)
        ka_linked_append (&list, _ (", "), NULL);
      ka_linked_append_item (&list, self, change->areas->pdata[i]);
    }
  ka_reading_add_linked (self, KA_BLOCK_LEAD, get_word (change->kind), &list);
}

/* Adds a tenure in words, in which its holder is a link. */
static void
add_tenure (KaReading *self, const char *label, const KaTenure *tenure, KaDay day)
{
  g_autofree char *words = NULL;
  const char      *name;
  const char      *at;
  KaBlock         *fact;

  if (tenure == NULL)
    return;

  words = ka_words_describe_tenure (tenure, day, self->language);
  fact = ka_reading_add_fact (self, label, words);
  if (tenure->holder == NULL)
    return;
  name = ka_item_get_title (&tenure->holder->item, day, self->language);
  at = strstr (words, name);
  if (at != NULL)
    {
      const KaBlockLink link = { .start = (gsize) (at - words),
                                 .end = (gsize) (at - words) + strlen (name),
                                 .item = &tenure->holder->item };

      g_array_append_val (fact->links, link);
    }
}

static void
append_instrument (KaLinked *text, const KaReading *self, const KaItem *instrument)
{
  g_autofree char *label = NULL;

  if (instrument->kind == KA_ITEM_ARTICLE || instrument->kind == KA_ITEM_ANNEX)
    label = ka_words_dup_article_short ((const KaArticle *) instrument, self->language);
  ka_linked_append (text, label != NULL ? label : ka_reading_get_title (self, instrument),
                    instrument);
}

/* Adds the article that did it, then the event. */
static void
add_cause (KaReading *self, const KaChange *change)
{
  g_auto (KaLinked) text = ka_linked_new ();

  if (change->instrument == NULL)
    return;

  append_instrument (&text, self, change->instrument);
  if (change->event != NULL && &change->event->item != change->instrument)
    {
      ka_linked_append (&text, " · ", NULL);
      ka_linked_append_item (&text, self, change->event);
    }
  ka_reading_add_linked (self, KA_BLOCK_FACT, C_ ("instrument", "By"), &text);
}

static void
add_change (KaReading *self, const KaChange *change)
{
  const gboolean is_land = change->kind <= KA_CHANGE_STATUS;

  self->day = change->kind == KA_CHANGE_ENDED ? change->day - 1 : change->day;
  add_subject (self, change);
  if (is_land)
    add_tenure (self, _ ("Before"), change->before, change->day - 1);
  if (change->kind == KA_CHANGE_DROPPED)
    add_tenure (self, _ ("Until then"), change->before, change->day - 1);
  else if (change->frontier == NULL)
    add_tenure (self, is_land ? _ ("After") : _ ("As"), change->after, change->day);
  add_cause (self, change);
}

static guint
count (const GPtrArray *changes, KaChangeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += ((const KaChange *) changes->pdata[i])->kind == kind;

  return n;
}

/* Adds how many changes of each kind there are. */
static void
add_summary (KaReading *self, const GPtrArray *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int kind = KA_CHANGE_HOLDER; kind <= KA_CHANGE_ENDED; kind++)
    {
      guint n = count (changes, (KaChangeKind) kind);

      if (n > 0)
        /* Translators: a kind of change and how often it happened */
        g_string_append_printf (text, _ ("%s%s: %u"), text->len > 0 ? " · " : "",
                                get_word ((KaChangeKind) kind), n);
    }
  ka_reading_add_fact (self, _ ("In all"), text->str);
}

static void
add_changes (KaReading *self, KaDay to)
{
  const KaDay from = self->day;
  g_autoptr (GPtrArray) changes = ka_query_changes_between (self->atlas, from, to);
  g_autofree char *first = ka_day_to_words (from, self->language);
  g_autofree char *last = ka_day_to_words (to, self->language);
  g_autofree char *title = NULL;
  KaDay            day = from;

  /* Translators: two days */
  title = g_strdup_printf (_ ("What changed between %s and %s"), first, last);
  ka_reading_add_title (self, title, NULL);
  add_summary (self, changes);
  if (changes->len == 0)
    ka_reading_add (self, KA_BLOCK_PARAGRAPH, _ ("No land changed hands and no frontier changed."));
  for (guint i = 0; i < changes->len; i++)
    {
      const KaChange *change = changes->pdata[i];

      if (change->day != day)
        {
          g_autofree char *heading = ka_day_to_words (change->day, self->language);

          ka_reading_add (self, KA_BLOCK_HEADING, heading);
        }
      day = change->day;
      add_change (self, change);
    }
}

static void
add_same_day (KaReading *self)
{
  g_autofree char *words = ka_day_to_words (self->day, self->language);
  g_autofree char *title = NULL;

  /* Translators: a day */
  title = g_strdup_printf (_ ("What changed since %s"), words);
  ka_reading_add_title (self, title, NULL);
  ka_reading_add (self, KA_BLOCK_PARAGRAPH,
                  _ ("Both days are the same. Go to another day to see what changed."));
}

GPtrArray *
ka_reading_list_changes (KaAtlas *atlas, KaDay from, KaDay to, KaLanguage language)
{
  KaReading self = ka_reading_begin (atlas, from, language);

  if (from == to)
    add_same_day (&self);
  else
    add_changes (&self, to);

  return ka_reading_end (&self);
}
