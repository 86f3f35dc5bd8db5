/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any lines as a query and the texts of an atlas: title, label and summary of an event, the names
 * of a place. What is found is told and marked, and a title is found by each of its own words while
 * they are typed.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-atlas-private.h"
#include "ka-fuzz-bytes.h"
#include "ka-search.h"

#define MAX_TEXT_BYTES 2048

static void
take_text (KaFuzzBytes *self, KaArena *arena, KaText *text)
{
  g_autofree char *string = ka_fuzz_take_text (self, '\n');

  ka_text_init_in (text, arena, KA_LANGUAGE_EN, string);
}

/* Takes a text in every language. */
static void
take_languages (KaFuzzBytes *self, KaArena *arena, KaText *text)
{
  char *in[KA_N_LANGUAGES];

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    in[i] = ka_fuzz_take_text (self, '\n');
  ka_text_init (text, arena, (const char *const *) in);
  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    g_free (in[i]);
}

static KaAtlas *
take_atlas (KaFuzzBytes *self)
{
  KaAtlas *atlas = ka_atlas_new_empty ();
  KaEvent *event = ka_atlas_add_item (atlas, KA_ITEM_EVENT, "event");
  KaPlace *place = ka_atlas_add_item (atlas, KA_ITEM_PLACE, "place");

  take_text (self, atlas->arena, &event->title);
  take_text (self, atlas->arena, &event->label);
  take_text (self, atlas->arena, &event->summary);
  event->edtf = ka_arena_strdup (atlas->arena, "1921-10-13");
  g_assert_true (ka_date_parse_edtf (event->edtf, &event->date, NULL));
  event->leading = event->categories = KA_CATEGORY_TREATY;
  place->names.n_items = 1;
  place->names.items = ka_arena_new_array (atlas->arena, KaName, 1);
  place->names.items[0].span = (KaSpan){ KA_DAY_MIN, KA_DAY_MAX };
  take_languages (self, atlas->arena, &place->names.items[0].text);
  return atlas;
}

static void
check_marks (const KaSearch *search, const char *text)
{
  g_autoptr (GArray) marks = ka_search_mark (search, text);
  gsize last = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const KaSearchMark *mark = &g_array_index (marks, KaSearchMark, i);

      g_assert_cmpuint (mark->start, >=, last);
      g_assert_cmpuint (mark->start, <, mark->end);
      g_assert_cmpuint (mark->end, <=, strlen (text));
      g_assert_true (
        g_utf8_validate (text + mark->start, (gssize) (mark->end - mark->start), NULL));
      last = mark->end;
    }
}

/* Searches and checks the answer. Returns: whether the event is found. */
static gboolean
ask (KaSearchIndex *index, const char *query, const KaEvent *event)
{
  g_autoptr (KaSearch) search = ka_search_new (index, query, KA_LANGUAGE_EN);
  g_autofree char *suggestion = ka_search_suggest (search);
  const KaList    *hits = ka_search_get_hits (search);
  gboolean         is_found = FALSE;

  g_assert_true (suggestion == NULL || g_utf8_validate (suggestion, -1, NULL));
  check_marks (search, ka_text_get (&event->title, KA_LANGUAGE_EN));
  check_marks (search, ka_text_get (&event->summary, KA_LANGUAGE_EN));
  for (gsize i = 0; i < hits->n_items; i++)
    {
      const KaItem    *hit = hits->items[i];
      g_autofree char *why = ka_search_explain (search, hit, "");

      g_assert_true (why == NULL || g_utf8_validate (why, -1, NULL));
      is_found = is_found || hit == &event->item;
    }
  return is_found;
}

/* Types the first word of the title letter by letter, if it is of plain letters. */
static void
type_title (KaSearchIndex *index, const KaEvent *event)
{
  const char *title = ka_text_get (&event->title, KA_LANGUAGE_EN);
  gsize       length = 0;

  while (g_ascii_isalpha (title[length]))
    length++;
  if (title[length] != '\0' && title[length] != ' ')
    return;
  for (gsize typed = 1; typed <= MIN (length, 16); typed++)
    {
      g_autofree char *query = g_strndup (title, typed);

      if (!ask (index, query, event))
        g_error ("'%s' does not find '%s'", query, title);
    }
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  KaFuzzBytes      self = { bytes, MIN (size, MAX_TEXT_BYTES) };
  g_autofree char *query = ka_fuzz_take_text (&self, '\n');
  g_autoptr (KaAtlas) atlas = take_atlas (&self);
  g_autoptr (KaSearchIndex) index = ka_search_index_new (atlas);
  const KaEvent *event = ka_atlas_get_items (atlas, KA_ITEM_EVENT)->items[0];

  type_title (index, event);
  return ask (index, query, event) ? NULL : g_strdup ("the event is not found");
}
