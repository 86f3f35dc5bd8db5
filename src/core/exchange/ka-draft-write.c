/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes a draft as a document of our own format, an item a line, and makes the atlas of it.
 */
#include "config.h"

#include "ka-draft-private.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const section_names[KA_N_DRAFT_SECTIONS] = {
  [KA_DRAFT_SOURCES] = "sources", [KA_DRAFT_POLITIES] = "polities",
  [KA_DRAFT_AREAS] = "areas",     [KA_DRAFT_REGIONS] = "regions",
  [KA_DRAFT_TENURES] = "tenures", [KA_DRAFT_FRONTIERS] = "frontiers",
  [KA_DRAFT_PLACES] = "places",   [KA_DRAFT_EVENTS] = "events",
};

/* Writes the range that the timeline shows first, with some room at both ends: whole years, or
 * months of a short time. */
static char *
dup_range (const KaDraft *self)
{
  const KaDay    room = (self->dated.to - self->dated.from) / 20 + 1;
  const KaDay    first = MAX (self->dated.from - room, ka_day_from_ymd (-9999, 1, 1));
  const KaDay    last = MIN (self->dated.to - 1 + room, ka_day_from_ymd (9999, 12, 31));
  const KaDay    days[] = { first, last };
  const gboolean is_short = self->dated.to - self->dated.from < 2 * 366;
  GString       *range = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = ka_day_to_iso (days[i]);

      g_string_append_printf (range, "%s%.*s", i > 0 ? "/" : "",
                              (int) strlen (day) - (is_short ? 3 : 6), day);
    }
  return g_string_free (range, FALSE);
}

static KaJsonObject *
new_header (KaDraft *self)
{
  KaJsonObject    *header = json_object_new_object ();
  g_autofree char *id = ka_draft_dup_stem (self->title);
  g_autofree char *range = dup_range (self);
  g_autofree char *first = ka_day_to_iso (ka_draft_find_fullest_day (self));
  g_autofree char *credits = g_strdup_printf ("Imported from %s (%s).", self->file, self->format);
  KaJsonObject    *extent = json_object_new_array ();
  double           extent_deg[4];

  ka_draft_get_extent (self, extent_deg);
  for (guint i = 0; i < G_N_ELEMENTS (extent_deg); i++)
    json_object_array_add (extent, ka_draft_new_number (extent_deg[i]));
  json_object_object_add (header, "schema_version", json_object_new_int (1));
  json_object_object_add (header, "id", json_object_new_string (*id != '\0' ? id : "atlas"));
  json_object_object_add (header, "version", json_object_new_string ("1"));
  ka_draft_set_text (header, "title", self->title, NULL);
  if (self->subtitle != NULL && *self->subtitle != '\0')
    ka_draft_set_text (header, "subtitle", self->subtitle, NULL);
  json_object_object_add (header, "language", json_object_new_string ("en"));
  json_object_object_add (header, "default_date", json_object_new_string (first));
  json_object_object_add (header, "range", json_object_new_string (range));
  json_object_object_add (header, "extent", extent);
  json_object_object_add (header, "licence", json_object_new_string ("licence not stated"));
  ka_draft_set_text (header, "policy", "The map shows what the imported document says.", NULL);
  ka_draft_set_text (header, "credits", credits, NULL);
  return header;
}

/* Writes a line of the document and notes what it was made from. */
static void
write_line (KaDraft *self, GString *text, const char *line, gsize offset)
{
  g_string_append (text, line);
  g_string_append_c (text, '\n');
  g_array_append_val (self->written_from, offset);
}

static void
write_member (KaDraft *self, GString *text, const char *key, KaJsonObject *value)
{
  g_autoptr (KaJsonObject) owned = value;
  g_autofree char *line = g_strdup_printf ("\"%s\": %s,", key,
                                           json_object_to_json_string_ext (owned, KA_DRAFT_JSON));

  write_line (self, text, line, KA_DRAFT_NOWHERE);
}

static void
write_section (KaDraft *self, GString *text, KaDraftSection section)
{
  const GArray    *offsets = self->offsets[section];
  g_autofree char *start = g_strdup_printf ("\"%s\": [", section_names[section]);

  write_line (self, text, start, KA_DRAFT_NOWHERE);
  if (offsets->len > 0)
    {
      g_string_append_len (text, self->items[section]->str, (gssize) self->items[section]->len);
      g_string_append_c (text, '\n');
      g_array_append_vals (self->written_from, offsets->data, offsets->len);
    }
  if (section == KA_DRAFT_EVENTS)
    self->events_at = text->len;
  write_line (self, text, "],", KA_DRAFT_NOWHERE);
}

/* Writes the document without the events, and notes where they would stand. */
static GString *
write_document (KaDraft *self)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *geography = ka_draft_dup_geography (self);

  if (self->dated.from >= self->dated.to)
    {
      self->dated = (KaSpan){ ka_day_from_ymd (1900, 1, 1), ka_day_from_ymd (2001, 1, 1) };
      ka_draft_loss (self, KA_DRAFT_NOWHERE, NULL,
                     _ ("nothing in the document has a date: the timeline shows the years from"
                        " 1900 to 2000"));
    }
  write_line (self, text, "{", KA_DRAFT_NOWHERE);
  write_member (self, text, "atlas", new_header (self));
  for (guint i = 0; i < KA_N_DRAFT_SECTIONS; i++)
    write_section (self, text, i);
  write_line (self, text, "\"treaties\": [], \"articles\": [], \"geography\":", KA_DRAFT_NOWHERE);
  write_line (self, text, geography, KA_DRAFT_NOWHERE);
  write_line (self, text, "}", KA_DRAFT_NOWHERE);
  return text;
}

/* Puts the events into the document. */
static char *
dup_whole (const KaDraft *self, const GString *text)
{
  GString *whole = g_string_new_len (text->str, (gssize) self->events_at);

  ka_draft_append_events (self, whole);
  g_string_append (whole, text->str + self->events_at);
  return g_string_free (whole, FALSE);
}

/* Faults of the document are told at the lines that it was made from. */
static void
move_faults (KaDraft *self, const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      KaFault    *fault = faults->pdata[i];
      const guint line = (guint) fault->line;

      fault->line = line < 1 || line > self->written_from->len
                      ? 0
                      : ka_draft_find_line (self,
                                            g_array_index (self->written_from, gsize, line - 1));
    }
}

KaAtlas *
ka_draft_finish (KaDraft *self, char **json, GPtrArray **faults)
{
  GString    *text = write_document (self);
  const gsize length = text->len;
  KaAtlas    *atlas;

  if (json != NULL)
    *json = dup_whole (self, text);
  atlas = ka_reader_complete (g_steal_pointer (&self->atlas), self->file,
                              g_string_free (text, FALSE), length, faults);
  if (atlas != NULL)
    ka_draft_link_events (self, atlas);
  move_faults (self, *faults);
  return atlas;
}
