/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A filter of events by category, party and certainty, and its text for options and links.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-filter.h"

#include <string.h>

#include "ka-query.h"
#include "ka-record.h"

#define EXAMPLE "category=treaty,war;certainty=certain"

G_DEFINE_QUARK (ka - filter - error - quark, ka_filter_error)

gboolean
ka_filter_is_active (const KaFilter *self)
{
  return self->categories != KA_CATEGORY_ALL || self->certainties != 0 || self->parties[0] != NULL;
}

gboolean
ka_filter_equals (const KaFilter *self, const KaFilter *other)
{
  if (self->categories != other->categories || self->certainties != other->certainties)
    return FALSE;
  for (guint i = 0; i < KA_FILTER_MAX_PARTIES; i++)
    if (self->parties[i] != other->parties[i])
      return FALSE;

  return TRUE;
}

static gboolean
has_party (const KaFilter *self, const KaEvent *event)
{
  for (gsize i = 0; i < event->parties.n_items; i++)
    if (ka_filter_has_party (self, event->parties.items[i]))
      return TRUE;

  return FALSE;
}

gboolean
ka_filter_admits (const KaFilter *self, const KaEvent *event)
{
  if ((event->categories & self->categories) == 0)
    return FALSE;
  if (self->certainties != 0 && (self->certainties & (1u << event->item.certainty)) == 0)
    return FALSE;

  return self->parties[0] == NULL || has_party (self, event);
}

guint
ka_filter_count_parties (const KaFilter *self)
{
  guint n_parties = 0;

  while (n_parties < KA_FILTER_MAX_PARTIES && self->parties[n_parties] != NULL)
    n_parties++;

  return n_parties;
}

gboolean
ka_filter_has_party (const KaFilter *self, const KaPolity *party)
{
  for (guint i = 0; i < KA_FILTER_MAX_PARTIES && self->parties[i] != NULL; i++)
    if (self->parties[i] == party)
      return TRUE;

  return FALSE;
}

void
ka_filter_toggle_party (KaFilter *self, const KaPolity *party)
{
  const gboolean is_there = ka_filter_has_party (self, party);
  const guint    n_parties = ka_filter_count_parties (self);
  guint          at = 0;

  if (!is_there && n_parties == KA_FILTER_MAX_PARTIES)
    return;

  while (at < n_parties && self->parties[at]->item.index < party->item.index)
    at++;
  if (is_there)
    {
      memmove (&self->parties[at], &self->parties[at + 1],
               (n_parties - at - 1) * sizeof self->parties[0]);
      self->parties[n_parties - 1] = NULL;
    }
  else
    {
      memmove (&self->parties[at + 1], &self->parties[at],
               (n_parties - at) * sizeof self->parties[0]);
      self->parties[at] = party;
    }
}

static int
compare_parties (gconstpointer a, gconstpointer b, gpointer data)
{
  const KaPolity *first = *(const KaPolity *const *) a;
  const KaPolity *second = *(const KaPolity *const *) b;
  const guint    *n_events = data;
  const guint     n_first = n_events[first->item.index];
  const guint     n_second = n_events[second->item.index];

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;

  return first->item.index < second->item.index ? -1 : 1;
}

GPtrArray *
ka_filter_list_parties (KaAtlas *atlas)
{
  const KaList     *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaList     *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);
  g_autofree guint *n_events = g_new0 (guint, polities->n_items + 1);
  GPtrArray        *parties = g_ptr_array_new ();

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaList *list = &((const KaEvent *) events->items[i])->parties;

      for (gsize j = 0; j < list->n_items; j++)
        n_events[((const KaItem *) list->items[j])->index]++;
    }
  for (gsize i = 0; i < polities->n_items; i++)
    if (n_events[i] > 0)
      g_ptr_array_add (parties, polities->items[i]);
  g_ptr_array_sort_with_data (parties, compare_parties, n_events);

  return parties;
}

/* Text */

enum
{
  CATEGORY,
  PARTY,
  CERTAINTY,
};

static const char *const keys[] = { "category", "party", "certainty", NULL };

/* The words of a member of events, in the order of their bits. */
static const char *const *
get_words (const char *member)
{
  const KaSection *section = ka_section_of_kind (KA_ITEM_EVENT);

  return ka_record_find_field (section->record, member)->choices;
}

static gboolean
fail_at_word (const char *what, const char *word, const char *const *words, GError **error)
{
  const char      *nearest = ka_query_find_nearest_word (word, words);
  g_autofree char *all = g_strjoinv (", ", (char **) (gsize) words);

  if (nearest != NULL)
    g_set_error (error, KA_FILTER_ERROR, KA_FILTER_ERROR_SYNTAX,
                 /* Translators: a condition of a filter, its value, and the nearest value. */
                 _ ("%1$s: there is no '%2$s'; the nearest is '%3$s'"), what, word, nearest);
  else
    g_set_error (error, KA_FILTER_ERROR, KA_FILTER_ERROR_SYNTAX,
                 /* Translators: a condition of a filter, its value, and the values that it has. */
                 _ ("%1$s: there is no '%2$s'; expected one of: %3$s"), what, word, all);

  return FALSE;
}

static gboolean
parse_word (const char        *what,
            const char        *word,
            const char *const *words,
            guint             *flags,
            GError           **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      {
        *flags |= 1u << i;
        return TRUE;
      }

  return fail_at_word (what, word, words, error);
}

static gboolean
parse_party (KaAtlas *atlas, const char *word, KaFilter *filter, GError **error)
{
  const KaItem    *item = ka_atlas_lookup (atlas, KA_ITEM_POLITY, word);
  g_autofree char *reference = NULL;
  g_autofree char *nearest = NULL;

  if (item != NULL && !ka_filter_has_party (filter, (const KaPolity *) item))
    {
      if (ka_filter_count_parties (filter) == KA_FILTER_MAX_PARTIES)
        g_set_error (error, KA_FILTER_ERROR, KA_FILTER_ERROR_SYNTAX,
                     _ ("party: a filter has at most %d"), KA_FILTER_MAX_PARTIES);
      else
        ka_filter_toggle_party (filter, (const KaPolity *) item);
      return ka_filter_has_party (filter, (const KaPolity *) item);
    }
  if (item != NULL)
    return TRUE;

  reference = g_strconcat (ka_item_kind_get_name (KA_ITEM_POLITY), ":", word, NULL);
  nearest = ka_query_dup_nearest_reference (atlas, reference);
  if (nearest != NULL)
    g_set_error (error, KA_FILTER_ERROR, KA_FILTER_ERROR_PARTY,
                 _ ("%1$s: there is no '%2$s'; the nearest is '%3$s'"), "party", word,
                 strchr (nearest, ':') + 1);
  else
    g_set_error (error, KA_FILTER_ERROR, KA_FILTER_ERROR_PARTY,
                 _ ("party: there is no '%s' (kars-atlas list polities shows ids)"), word);

  return FALSE;
}

static gboolean
parse_condition (KaAtlas *atlas, const char *text, KaFilter *filter, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  g_auto (GStrv) words = NULL;
  guint categories = filter->categories;
  guint key = 0;

  if (g_strv_length (sides) != 2)
    {
      g_set_error (error, KA_FILTER_ERROR, KA_FILTER_ERROR_SYNTAX,
                   _ ("'%1$s' is no condition such as %2$s"), text, EXAMPLE);
      return FALSE;
    }
  while (keys[key] != NULL && strcmp (keys[key], sides[0]) != 0)
    key++;
  if (keys[key] == NULL)
    return fail_at_word (_ ("conditions"), sides[0], keys, error);

  words = g_strsplit (sides[1], ",", -1);
  for (guint i = 0; i == 0 || words[i] != NULL; i++)
    {
      const char *word = words[i] != NULL ? words[i] : "";

      if (key == CATEGORY &&
          !parse_word (keys[key], word, get_words ("categories"), &categories, error))
        return FALSE;
      if (key == CERTAINTY &&
          !parse_word (keys[key], word, get_words ("certainty"), &filter->certainties, error))
        return FALSE;
      if (key == PARTY && !parse_party (atlas, word, filter, error))
        return FALSE;
      if (words[i] == NULL)
        break;
    }
  filter->categories = (KaCategory) categories;

  return TRUE;
}

gboolean
ka_filter_parse (KaAtlas *atlas, const char *text, KaFilter *filter, GError **error)
{
  g_auto (GStrv) conditions = g_strsplit (text, ";", -1);
  KaFilter parsed = { .categories = 0 };

  for (guint i = 0; conditions[i] != NULL; i++)
    if (!parse_condition (atlas, conditions[i], &parsed, error))
      return FALSE;
  if (parsed.categories == 0)
    parsed.categories = KA_CATEGORY_ALL;
  if (parsed.certainties == (1u << KA_N_CERTAINTIES) - 1)
    parsed.certainties = 0;
  *filter = parsed;

  return TRUE;
}

static void
append_word (GString *text, guint key, gboolean is_first, const char *word)
{
  if (is_first)
    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? ";" : "", keys[key], word);
  else
    g_string_append_printf (text, ",%s", word);
}

static void
append_words (GString *text, guint key, guint flags, const char *const *words)
{
  gboolean is_first = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    if (flags & (1u << i))
      {
        append_word (text, key, is_first, words[i]);
        is_first = FALSE;
      }
}

char *
ka_filter_to_string (const KaFilter *self)
{
  GString    *text = g_string_new (NULL);
  const guint n_parties = ka_filter_count_parties (self);

  if (self->categories != KA_CATEGORY_ALL)
    append_words (text, CATEGORY, self->categories, get_words ("categories"));
  for (guint i = 0; i < n_parties; i++)
    append_word (text, PARTY, i == 0, self->parties[i]->item.id);
  append_words (text, CERTAINTY, self->certainties, get_words ("certainty"));

  return g_string_free (text, FALSE);
}
