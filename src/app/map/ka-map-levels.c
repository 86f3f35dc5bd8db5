/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is known of a point of the map: the items that a click selects, from a town up to an empire,
 * and the tooltip.
 */

#include "config.h"

#include "ka-map-levels.h"

#include "ka-hint.h"
#include "ka-query.h"

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

char *
ka_map_levels_describe (const KaMapHit *hit, KaDay day, KaLanguage language)
{
  g_auto (KaHint) hint = ka_hint_new (hit->item, hit->area, day, language);
  g_autofree char *title = NULL;
  GString         *text;

  if (hint.title == NULL)
    return NULL;

  title = g_markup_printf_escaped ("<b>%s</b>", hint.title);
  text = g_string_new (title);
  if (hint.text != NULL)
    {
      g_autofree char *line = g_markup_printf_escaped ("\n%s", hint.text);

      g_string_append (text, line);
    }
  if (hint.note != NULL)
    {
      g_autofree char *line = g_markup_printf_escaped ("\n<small>%s</small>", hint.note);

      g_string_append (text, line);
    }

  return g_string_free (text, FALSE);
}
