/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Events of a draft. There may be a million, so they go into the atlas as they come, and the
 * document of our own format is written from them where somebody wants it.
 */
#include "config.h"

#include "ka-draft-private.h"
#include "ka-foreign-event.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_IMPORTANCE 3

/* Gets the number of a word that is one of the choices of a member of events. */
static guint
find_choice (const char *member, const char *word)
{
  const KaRecordType *type = ka_section_of_kind (KA_ITEM_EVENT)->record;
  const char *const  *choices = ka_record_find_field (type, member)->choices;

  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], word) == 0)
      return i;
  g_assert_not_reached ();
}

/* Reads the date of an event and adds its days to what the timeline shows first. */
static void
read_date (KaDraft *self, gsize offset, KaEvent *event)
{
  g_autoptr (GError) error = NULL;

  if (!ka_date_parse_edtf (event->edtf, &event->date, &error))
    ka_draft_fault (self, offset, _ ("“%1$s” is no date: %2$s"), event->edtf, error->message);
  else if (event->date.earliest == KA_DAY_MIN && event->date.end_latest == KA_DAY_MAX)
    ka_draft_fault (self, offset, _ ("“%s” says no date, one at one end at least expected"),
                    event->edtf);
  else
    ka_draft_note_days (self, (KaSpan){ event->date.earliest, event->date.end_latest });
}

/* Makes one line of a text. Returns: (transfer full) (nullable): NULL where nothing is left of it
 */
static char *
dup_line (const char *text)
{
  g_autofree char *line = text != NULL ? ka_draft_dup_line (text) : NULL;

  return line != NULL && !ka_is_blank (line) ? g_steal_pointer (&line) : NULL;
}

/* Reports a line that is none or too long. @line: (nullable) */
static void
check_line (KaDraft *self, gsize offset, const char *line, gsize limit)
{
  g_autofree char *words = line != NULL ? ka_reader_dup_length_words (line, limit) : NULL;

  if (line == NULL)
    ka_draft_fault (self, offset, _ ("empty string, %s expected"), _ ("a text"));
  else if (words != NULL)
    ka_draft_fault (self, offset, "%s", words);
}

/* Sets a text of an event to a line, or reports. */
static void
set_text (KaDraft *self, gsize offset, KaText *text, const char *line, gsize limit)
{
  check_line (self, offset, line, limit);
  ka_text_init_in (text, self->atlas->arena, KA_LANGUAGE_EN, line);
}

/* Notes what an event refers to until the rest of the atlas is there. */
static void
note_link (KaDraft *self, KaEvent *event, const char *place, const char *source)
{
  const KaDraftLink link = { event, place, source };

  if (place != NULL || source != NULL)
    g_array_append_val (self->links, link);
}

/* Whether an atlas can have one more event; the first that it cannot have is a fault. */
static gboolean
has_room (KaDraft *self, gsize offset)
{
  const gsize n_events = self->atlas->items[KA_ITEM_EVENT].n_items;

  if (n_events < ka_atlas_limits.n_items)
    return TRUE;
  if (!self->is_full)
    ka_draft_fault (self, offset, _ ("%zu in the list, at most %zu expected"), n_events + 1,
                    ka_atlas_limits.n_items);
  self->is_full = TRUE;
  return FALSE;
}

/* Fills an event of the atlas, all of which is zero but its id. */
static void
fill_event (KaDraft *self, KaEvent *added, const KaDraftEvent *event)
{
  const KaAtlasLimits *limits = &ka_atlas_limits;
  KaArena             *arena = self->atlas->arena;
  const gsize          offset = event->offset;
  g_autofree char     *title = dup_line (event->title), *summary = dup_line (event->summary);
  g_autofree char     *where = dup_line (event->where), *note = dup_line (event->note);

  added->edtf = ka_arena_strdup (arena, event->edtf);
  read_date (self, offset, added);
  set_text (self, offset, &added->title, title, limits->n_name_letters);
  if (summary != NULL || title != NULL)
    set_text (self, offset, &added->summary, summary != NULL ? summary : title, limits->n_letters);
  if (where != NULL)
    set_text (self, offset, &added->where, where, limits->n_letters);
  if (note != NULL)
    check_line (self, offset, note, limits->n_letters);
  added->item.note = ka_arena_strdup (arena, note);
  added->leading = event->category != NULL ? 1u << find_choice ("categories", event->category)
                                           : KA_CATEGORY_OTHER;
  added->categories = added->leading;
  added->importance = event->importance > 0 ? event->importance : DEFAULT_IMPORTANCE;
  if (event->certainty != NULL)
    added->item.certainty = find_choice ("certainty", event->certainty);
}

void
ka_draft_add_event (KaDraft *self, const KaDraftEvent *event)
{
  g_autofree char *id = NULL;
  KaEvent         *added;

  if (!has_room (self, event->offset))
    return;
  id = ka_draft_dup_id (self, KA_DRAFT_EVENTS, event->id, event->title);
  added = ka_atlas_add_item (self->atlas, KA_ITEM_EVENT, id);
  fill_event (self, added, event);
  note_link (self, added, event->place, event->source);
}

/* Makes a list of one citation. */
static KaCitation *
new_citation (KaAtlas *atlas, const char *source)
{
  KaCitation *citation = ka_arena_new_array (atlas->arena, KaCitation, 1);

  citation->source = (const KaSource *) ka_atlas_lookup (atlas, KA_ITEM_SOURCE, source);
  return citation;
}

void
ka_draft_link_events (const KaDraft *self, KaAtlas *atlas)
{
  const KaList *events = &atlas->items[KA_ITEM_EVENT];
  KaCitation   *own = new_citation (atlas, self->own_source);

  for (gsize i = 0; i < events->n_items; i++)
    {
      KaItem *item = events->items[i];

      item->citations = own;
      item->n_citations = 1;
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const KaDraftLink *link = &g_array_index (self->links, KaDraftLink, i);

      if (link->place != NULL)
        ka_list_append (&link->event->places, atlas->arena,
                        ka_atlas_lookup (atlas, KA_ITEM_PLACE, link->place));
      if (link->source != NULL)
        link->event->item.citations = new_citation (atlas, link->source);
    }
}

/* @link: what the event refers to, all NULL for nothing */
static KaJsonObject *
new_item (const KaDraft *self, const KaEvent *event, const KaDraftLink *link)
{
  KaJsonObject       *item = json_object_new_object ();
  const KaRecordType *type = ka_section_of_kind (KA_ITEM_EVENT)->record;
  const char *const  *certainties = ka_record_find_field (type, "certainty")->choices;
  g_auto (GStrv) categories = ka_foreign_list_categories (event);

  json_object_object_add (item, "id", json_object_new_string (event->item.id));
  json_object_object_add (item, "date", json_object_new_string (event->edtf));
  ka_draft_set_text (item, "title", ka_text_get (&event->title, KA_LANGUAGE_EN), NULL);
  ka_draft_set_text (item, "summary", ka_text_get (&event->summary, KA_LANGUAGE_EN), NULL);
  json_object_object_add (item, "categories", ka_draft_new_list (categories[0]));
  json_object_object_add (item, "importance", json_object_new_int (event->importance));
  if (link->place != NULL)
    json_object_object_add (item, "places", ka_draft_new_list (link->place));
  if (!ka_text_is_empty (&event->where))
    ka_draft_set_text (item, "where", ka_text_get (&event->where, KA_LANGUAGE_EN), NULL);
  ka_draft_set_line (item, "certainty", certainties[event->item.certainty]);
  ka_draft_set_line (item, "note", event->item.note);
  ka_draft_set_source (self, item, link->source);
  return item;
}

void
ka_draft_append_events (const KaDraft *self, GString *text)
{
  const KaList *events = &self->atlas->items[KA_ITEM_EVENT];
  guint         at = 0;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaDraftLink  none = { 0 };
      const KaDraftLink *next = at < self->links->len
                                  ? &g_array_index (self->links, KaDraftLink, at)
                                  : &none;
      const gboolean     is_linked = next->event == events->items[i];
      g_autoptr (KaJsonObject) item = new_item (self, events->items[i], is_linked ? next : &none);

      g_string_append (text, json_object_to_json_string_ext (item, KA_DRAFT_JSON));
      g_string_append (text, i + 1 < events->n_items ? ",\n" : "\n");
      at += is_linked ? 1 : 0;
    }
}
