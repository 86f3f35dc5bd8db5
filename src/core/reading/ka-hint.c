/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hints: what a tooltip or a screen reader says of an item at a point.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-hint.h"

#include "ka-query.h"
#include "ka-words.h"

#include <string.h>

/* The date of an instrument in words; %NULL for an item without a date */
static char *
describe_date (const KaItem *instrument, KaLanguage language)
{
  const KaTreaty *treaty;

  if (instrument->kind == KA_ITEM_EVENT)
    return ka_date_to_words (&((const KaEvent *) instrument)->date,
                             ((const KaEvent *) instrument)->edtf, language);
  if (instrument->kind == KA_ITEM_TREATY)
    treaty = (const KaTreaty *) instrument;
  else if (instrument->kind == KA_ITEM_ARTICLE || instrument->kind == KA_ITEM_ANNEX)
    treaty = ((const KaArticle *) instrument)->treaty;
  else
    return NULL;

  return ka_date_to_words (&treaty->date, treaty->edtf, language);
}

/* The clause and its date; without the date where @said has it */
static char *
dup_note (const KaItem *instrument, const char *said, KaDay day, KaLanguage language)
{
  g_autofree char *label = NULL;
  g_autofree char *date = NULL;

  if (instrument == NULL)
    return NULL;

  label = instrument->kind == KA_ITEM_ARTICLE || instrument->kind == KA_ITEM_ANNEX
            ? ka_words_describe_item (instrument, language)
            : g_strdup (ka_item_get_title (instrument, day, language));
  date = describe_date (instrument, language);
  if (date == NULL || (said != NULL && strstr (said, date) != NULL))
    return g_steal_pointer (&label);

  /* Translators: a treaty, article or event, and its date */
  return g_strdup_printf (_ ("%s, %s"), label, date);
}

static void
append_part (GString *words, const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append (words, part);
}

/* Describes land whose holder stands in the title: its name, and what is unusual about the tenure
 */
static char *
describe_holding (const KaArea *area, const KaTenure *tenure, KaDay day, KaLanguage language)
{
  static const char *const manners[] = {
    [KA_TENURE_DE_FACTO] = N_ ("held in fact"),
    [KA_TENURE_OCCUPIED] = N_ ("occupied"),
    [KA_TENURE_CONTESTED] = N_ ("contested"),
  };
  const char *name = ka_item_get_title (KA_ITEM (area), day, language);
  GString    *words = g_string_new (NULL);

  if (strstr (ka_item_get_title (KA_ITEM (tenure->holder), day, language), name) == NULL)
    append_part (words, name);
  if ((gsize) tenure->kind < G_N_ELEMENTS (manners))
    append_part (words, _ (manners[tenure->kind]));
  if (tenure->autonomy != NULL)
    append_part (words, ka_item_get_title (KA_ITEM (tenure->autonomy), day, language));
  if (tenure->sovereign != NULL)
    {
      g_autofree char *title = g_strdup_printf (
        /* Translators: %s is the state that holds the title to land which another one holds. */
        _ ("title: %s"), ka_item_get_title (KA_ITEM (tenure->sovereign), day, language));

      append_part (words, title);
    }
  else if (tenure->kind == KA_TENURE_DE_FACTO)
    append_part (words, _ ("title not settled"));

  return g_string_free (words, FALSE);
}

static gboolean
is_water (const KaItem *item)
{
  KaPlaceKind kind = item->kind == KA_ITEM_PLACE ? ((const KaPlace *) item)->kind : KA_PLACE_TOWN;

  return kind == KA_PLACE_RIVER || kind == KA_PLACE_LAKE || kind == KA_PLACE_SEA;
}

/* How a line stands on a day; NULL for one in force */
static const char *
get_standing (const KaFrontier *frontier, KaDay day)
{
  if (!ka_span_has (frontier->span, day))
    return _ ("no such line on this day");
  if (!frontier->in_force)
    return _ ("never in force");

  return ka_query_is_in_force (frontier, day) ? NULL : _ ("signed, not yet in force");
}

/* A frontier line or a water */
static char *
describe_line (const KaItem *item, KaDay day, KaLanguage language)
{
  g_autofree char *plain = ka_words_describe_item (item, language);
  GString         *words = g_string_new (plain);

  if (item->kind == KA_ITEM_FRONTIER)
    append_part (words, get_standing ((const KaFrontier *) item, day));

  return g_string_free (words, FALSE);
}

void
ka_hint_clear (KaHint *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->note, g_free);
}

/* The second line of a hint. */
static char *
dup_text (const KaItem *item, const KaArea *area, KaDay day, KaLanguage language)
{
  const KaTenure *tenure = area != NULL ? ka_query_tenure_on (area, day) : NULL;
  const char     *title = ka_item_get_title (item, day, language);

  if (item->kind == KA_ITEM_EVENT)
    return ka_words_describe_item (item, language);
  if (item->kind == KA_ITEM_FRONTIER || is_water (item))
    return describe_line (item, day, language);
  if (tenure == NULL)
    return NULL;
  if (tenure->holder != NULL &&
      g_str_equal (title, ka_item_get_title (&tenure->holder->item, day, language)))
    return describe_holding (area, tenure, day, language);

  return ka_words_describe_tenure (tenure, day, language);
}

static const KaItem *
get_instrument (const KaItem *item, const KaArea *area, KaDay day)
{
  const KaTenure *tenure = area != NULL ? ka_query_tenure_on (area, day) : NULL;

  if (item->kind == KA_ITEM_FRONTIER)
    return ((const KaFrontier *) item)->instrument;

  return tenure != NULL && !is_water (item) ? tenure->instrument : NULL;
}

KaHint
ka_hint_new (const KaItem *item, const KaArea *area, KaDay day, KaLanguage language)
{
  KaHint self = { NULL, NULL, NULL };

  if (item == NULL)
    return self;

  self.title = g_strdup (ka_item_get_title (item, day, language));
  self.text = dup_text (item, area, day, language);
  if (self.text != NULL && *self.text == '\0')
    g_clear_pointer (&self.text, g_free);
  self.note = dup_note (get_instrument (item, area, day), self.text, day, language);

  return self;
}

static void
add_once (GPtrArray *lines, const char *line)
{
  if (line != NULL && !g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
    g_ptr_array_add (lines, g_strdup (line));
}

char *
ka_hint_tell (const KaItem *item, KaDay day, KaLanguage language)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const KaList  none = { NULL, 0 };
  const KaList *areas = item->kind == KA_ITEM_REGION ? &((const KaRegion *) item)->areas : &none;
  const KaArea *area = NULL;

  if (item->kind == KA_ITEM_AREA)
    area = (const KaArea *) item;
  else if (item->kind == KA_ITEM_PLACE)
    area = ((const KaPlace *) item)->area;
  for (gsize i = 0; i < MAX (areas->n_items, 1); i++)
    {
      g_auto (KaHint)
        hint = ka_hint_new (item, i < areas->n_items ? areas->items[i] : area, day, language);

      add_once (lines, hint.title);
      add_once (lines, hint.text);
      add_once (lines, hint.note);
    }
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (". ", (char **) lines->pdata);
}
