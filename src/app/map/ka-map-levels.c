/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is known of a point of the map: the items that a click selects, from a town up to an empire,
 * the text of the tooltip, and the days of change.
 */

#include "config.h"

#include "ka-map-levels.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>
#include <string.h>

#include "ka-date.h"
#include "ka-query.h"
#include "ka-words.h"

/* Adds an item unless it is there already. */
static void
add_once (GPtrArray *items, gconstpointer item)
{
  gpointer added = (gpointer) (guintptr) item;

  if (item != NULL && !g_ptr_array_find (items, item, NULL))
    g_ptr_array_add (items, added);
}

static void
add_wholes (GPtrArray *items, const KaPolity *polity, KaDay day)
{
  guint n_before = 0;

  while (polity != NULL && items->len != n_before)
    {
      n_before = items->len;
      add_once (items, polity);
      polity = ka_query_whole_of (polity, day);
    }
}

GPtrArray *
ka_map_levels_list (const KaMapHit *hit, KaDay day)
{
  GPtrArray      *levels = g_ptr_array_new ();
  const KaTenure *tenure;

  add_once (levels, hit->item);
  if (hit->area == NULL)
    return levels;

  tenure = ka_query_tenure_on (hit->area, day);
  if (hit->region != NULL)
    add_once (levels, hit->region);
  if (tenure != NULL)
    {
      add_wholes (levels, tenure->holder, day);
      add_wholes (levels, tenure->sovereign, day);
    }
  if (levels->len == 0)
    add_once (levels, hit->area);

  return levels;
}

const KaItem *
ka_map_levels_get_next (const GPtrArray *levels, const KaItem *item)
{
  guint number;

  if (levels->len == 0)
    return NULL;
  if (item == NULL || !g_ptr_array_find ((GPtrArray *) (guintptr) levels, item, &number))
    return levels->pdata[0];

  return levels->pdata[(number + 1) % levels->len];
}

GPtrArray *
ka_map_levels_list_here (KaAtlas *atlas, const KaMapHit *hit, KaDay day)
{
  GPtrArray      *items = ka_map_levels_list (hit, day);
  const KaTenure *tenure;
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) frontiers = NULL;

  if (hit->area == NULL)
    return items;

  tenure = ka_query_tenure_on (hit->area, day);
  if (tenure != NULL)
    add_once (items, tenure->autonomy);
  add_once (items, hit->area);
  claims = ka_query_claims_on (hit->area, day);
  for (guint i = 0; i < claims->len; i++)
    add_once (items, ((const KaTenure *) claims->pdata[i])->holder);
  frontiers = ka_query_frontiers_about (atlas, KA_ITEM (hit->area), day);
  for (guint i = 0; i < frontiers->len; i++)
    add_once (items, frontiers->pdata[i]);

  return items;
}

static void
append_escaped (GString *text, const char *before, const char *words, const char *after)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append_printf (text, "%s%s%s", before, escaped, after);
}

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

/* The clause and its date; without the date where the line before has it */
static void
append_instrument (GString      *text,
                   const KaItem *instrument,
                   const char   *said,
                   KaDay         day,
                   KaLanguage    language)
{
  g_autofree char *label = NULL;
  g_autofree char *date = NULL;

  if (instrument == NULL)
    return;

  if (instrument->kind == KA_ITEM_ARTICLE || instrument->kind == KA_ITEM_ANNEX)
    label = ka_words_describe_item (instrument, language);
  else
    label = g_strdup (ka_item_get_title (instrument, day, language));
  date = describe_date (instrument, language);
  append_escaped (text, "\n<small>", label, "");
  if (date != NULL && (said == NULL || strstr (said, date) == NULL))
    append_escaped (text, ", ", date, "");
  g_string_append (text, "</small>");
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

/* A frontier line or a water */
static char *
describe_line (const KaItem *item, KaLanguage language)
{
  char            *words = ka_words_describe_item (item, language);
  g_autofree char *plain = NULL;

  if (words == NULL || *words == '\0' || item->kind != KA_ITEM_FRONTIER ||
      ((const KaFrontier *) item)->in_force)
    return words;

  plain = words;

  /* Translators: %s describes a frontier line. */
  return g_strdup_printf (_ ("%s; never in force"), plain);
}

char *
ka_map_levels_describe (const KaMapHit *hit, KaDay day, KaLanguage language)
{
  const KaTenure  *tenure = hit->area != NULL ? ka_query_tenure_on (hit->area, day) : NULL;
  const KaItem    *instrument = NULL;
  const char      *title;
  g_autofree char *words = NULL;
  GString         *text;

  if (hit->item == NULL)
    return NULL;

  text = g_string_new (NULL);
  title = ka_item_get_title (hit->item, day, language);
  append_escaped (text, "<b>", title, "</b>");
  if (hit->item->kind == KA_ITEM_FRONTIER || is_water (hit->item))
    words = describe_line (hit->item, language);
  else if (tenure != NULL && tenure->holder != NULL &&
           g_str_equal (title, ka_item_get_title (KA_ITEM (tenure->holder), day, language)))
    words = describe_holding (hit->area, tenure, day, language);
  else if (tenure != NULL)
    words = ka_words_describe_tenure (tenure, day, language);
  if (words != NULL && *words != '\0')
    append_escaped (text, "\n", words, "");

  if (hit->item->kind == KA_ITEM_FRONTIER)
    instrument = ((const KaFrontier *) hit->item)->instrument;
  else if (tenure != NULL && !is_water (hit->item))
    instrument = tenure->instrument;
  append_instrument (text, instrument, words, day, language);

  return g_string_free (text, FALSE);
}

/* Adds the lines of a tooltip that are new. */
static void
add_lines (GPtrArray *lines, const char *markup)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = NULL;

  if (!pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, NULL))
    return;

  parts = g_strsplit (plain, "\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (lines, parts[i], g_str_equal, NULL))
      g_ptr_array_add (lines, g_strdup (parts[i]));
}

char *
ka_map_levels_tell (const KaItem *item, KaDay day, KaLanguage language)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  KaMapHit      hit = { .item = item };
  const KaList  none = { NULL, 0 };
  const KaList *areas = item->kind == KA_ITEM_REGION ? &((const KaRegion *) item)->areas : &none;

  if (item->kind == KA_ITEM_AREA)
    hit.area = (const KaArea *) item;
  else if (item->kind == KA_ITEM_PLACE)
    hit.area = ((const KaPlace *) item)->area;
  for (gsize i = 0; i < MAX (areas->n_items, 1); i++)
    {
      g_autofree char *markup = NULL;

      if (i < areas->n_items)
        hit.area = areas->items[i];
      markup = ka_map_levels_describe (&hit, day, language);
      add_lines (lines, markup);
    }
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (". ", (char **) lines->pdata);
}

static void
take_nearer (KaDay day, int direction, KaDay candidate, KaDay *best, gboolean *is_found)
{
  if (candidate == KA_DAY_MIN || candidate == KA_DAY_MAX)
    return;
  if (direction > 0 ? candidate <= day : candidate >= day)
    return;
  if (!*is_found || (direction > 0 ? candidate < *best : candidate > *best))
    *best = candidate;
  *is_found = TRUE;
}

gboolean
ka_map_levels_find_change (KaAtlas *atlas, const KaItem *item, KaDay *day, int direction)
{
  g_autoptr (GPtrArray) tenures = ka_query_tenures_about (atlas, item);
  KaDay    best = *day;
  gboolean is_found = FALSE;

  for (guint i = 0; i < tenures->len; i++)
    {
      const KaTenure *tenure = tenures->pdata[i];

      take_nearer (*day, direction, tenure->span.from, &best, &is_found);
      take_nearer (*day, direction, tenure->span.to, &best, &is_found);
    }
  if (is_found)
    *day = best;

  return is_found;
}
