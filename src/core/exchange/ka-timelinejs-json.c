/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * TimelineJS in JSON: https://timeline.knightlab.com/docs/json-format.html. Numbers may be strings.
 */
#include "config.h"

#include "ka-hash.h"
#include "ka-record.h"
#include "ka-timelinejs-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KaDraft    *draft; /* Borrowed */
  GHashTable *told;  /* Owned: names of members that are not carried and told */
} Importer;

/* Whether a document without slides has a section of our own beside them. */
static gboolean
has_own_section (const char *text, gsize length)
{
  static const char *const others[] = { "/schema_version", "/$schema", "/$comment" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (ka_foreign_has_json (text, length, others[i]))
      return TRUE;
  for (gsize i = 0; i < KA_N_SECTIONS; i++)
    {
      g_autofree char *pointer = g_strconcat ("/", ka_sections[i].name, NULL);

      if (strcmp (pointer, "/events") != 0 && ka_foreign_has_json (text, length, pointer))
        return TRUE;
    }
  return FALSE;
}

/* Slides are known by members that events of our own have not, and by those of older versions. */
gboolean
ka_timelinejs_json_sniff (const char *text, gsize length)
{
  static const char *const slides[] = { "/events/0/start_date", "/events/0/text", "/events/0/media",
                                        "/eras/0/start_date", "/timeline/date" };

  for (gsize i = 0; i < G_N_ELEMENTS (slides); i++)
    if (ka_foreign_has_json (text, length, slides[i]))
      return TRUE;
  return ka_foreign_has_json (text, length, "/events") &&
         text[ka_json_find (text, length, "/events")] == '[' &&
         !ka_foreign_has_json (text, length, "/events/0") && !has_own_section (text, length);
}

/* Tells of members that nobody knows, once for each name, where the object begins: finding each
 * member would take quadratic time. @object: (nullable): what the object is */
static void
tell_strange (Importer *self, const KaNode *node, const char *object, const char *const *known)
{
  if (!ka_node_is (node, json_type_object))
    return;
  json_object_object_foreach (node->value, key, value)
  {
    g_autofree char *name = object != NULL ? g_strconcat (object, ".", key, NULL) : g_strdup (key);

    if (value != NULL && !g_strv_contains (known, key) && !g_hash_table_contains (self->told, name))
      {
        ka_draft_loss (self->draft, ka_node_get_offset (node), NULL, _ ("“%s” is not carried"),
                       name);
        g_hash_table_add (self->told, g_steal_pointer (&name));
      }
  }
}

/* Gets an object that a slide may have. */
static gboolean
get_object (KaDraft *draft, const KaNode *slide, const char *key, KaNode *object)
{
  if (!ka_foreign_get_member (slide, key, object))
    return FALSE;
  if (ka_node_is (object, json_type_object))
    return TRUE;
  ka_draft_fault (draft, ka_node_get_offset (object), _ ("no object in “%s”, one expected"), key);
  return FALSE;
}

/* Reads the parts of a date. The finest that is given stands for the time of day. */
static void
read_parts (Importer *self, const KaNode *node, KaTimelinejsDate *date)
{
  static const char *const names[] = { "year",   "month",  "day",         "hour",
                                       "minute", "second", "millisecond", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      const guint part = MIN (i, KA_TIMELINEJS_TIME);
      const char *text = ka_foreign_get_text (self->draft, node, names[i]);
      KaNode      member;

      if (i > KA_TIMELINEJS_TIME && text == NULL)
        continue;
      if (i > KA_TIMELINEJS_TIME && date->parts[part] != NULL)
        continue;
      date->parts[part] = text;
      date->offsets[part] = ka_node_get_offset (node);
      if (text != NULL && ka_node_get_member (node, names[i], &member))
        date->offsets[part] = ka_node_get_offset (&member);
    }
}

/* Reads a date of a slide. @display_date: set where the date has one and the slide has none. */
static void
read_date (Importer         *self,
           const KaNode     *slide,
           const char       *key,
           KaTimelinejsDate *date,
           const char      **display_date)
{
  static const char *const known[] = { "year",   "month",       "day",          "hour", "minute",
                                       "second", "millisecond", "display_date", NULL };
  const char              *words;
  KaNode                   node;

  if (!get_object (self->draft, slide, key, &node))
    return;
  words = ka_foreign_get_text (self->draft, &node, "display_date");
  if (*display_date == NULL)
    *display_date = words;
  else if (words != NULL && strcmp (words, *display_date) != 0)
    ka_draft_loss (self->draft, ka_node_get_offset (&node), NULL,
                   _ ("the display date “%1$s” is not carried: “%2$s” stands"), words,
                   *display_date);
  read_parts (self, &node, date);
  tell_strange (self, &node, key, known);
}

/* Reads a number of degrees, which may be a string, or reports. @text: (nullable) */
static gboolean
read_degrees (KaDraft    *draft,
              gsize       offset,
              const char *key,
              const char *text,
              int         limit,
              double     *degrees)
{
  char *end = NULL;

  *degrees = text != NULL ? g_ascii_strtod (text, &end) : 0;
  if (text != NULL && end > text && *end == '\0' && ABS (*degrees) <= limit)
    return TRUE;
  ka_draft_fault (draft, offset, _ ("“%1$s” is “%2$s”, degrees from -%3$d to %3$d expected"), key,
                  text != NULL ? text : "", limit);
  return FALSE;
}

/* Reads the location that the first version had. Spreadsheets leave both numbers empty. */
static void
read_location (Importer *self, const KaNode *node, KaTimelinejsSlide *slide)
{
  static const char *const known[] = { "name", "lat", "lon", NULL };
  const guint              n_faults = ka_draft_get_faults (self->draft)->len;
  const char              *lat, *lon;
  KaNode                   location;
  gsize                    offset;

  if (!get_object (self->draft, node, "location", &location))
    return;
  tell_strange (self, &location, "location", known);
  slide->place_name = ka_foreign_get_text (self->draft, &location, "name");
  lat = ka_foreign_get_text (self->draft, &location, "lat");
  lon = ka_foreign_get_text (self->draft, &location, "lon");
  offset = ka_node_get_offset (&location);
  if (ka_draft_get_faults (self->draft)->len > n_faults)
    return;
  if (!ka_draft_is_blank (lat) || !ka_draft_is_blank (lon))
    slide->has_place = read_degrees (self->draft, offset, "lat", lat, 90, &slide->place.y) &&
                       read_degrees (self->draft, offset, "lon", lon, 180, &slide->place.x);
  else if (!ka_draft_is_blank (slide->place_name))
    ka_draft_loss (self->draft, offset, NULL,
                   _ ("the place “%s” is not carried: it has no position"), slide->place_name);
}

/* Reads what a slide shows beside its text. */
static void
read_pictures (Importer *self, const KaNode *node, KaTimelinejsSlide *slide)
{
  static const char *const media[] = { "url", "caption", "credit", "thumbnail", "alt", NULL };
  static const char *const background[] = { "url", "color", NULL };
  KaNode                   object;

  if (get_object (self->draft, node, "media", &object))
    {
      slide->media = ka_foreign_get_text (self->draft, &object, "url");
      slide->caption = ka_foreign_get_text (self->draft, &object, "caption");
      slide->credit = ka_foreign_get_text (self->draft, &object, "credit");
      slide->thumbnail = ka_foreign_get_text (self->draft, &object, "thumbnail");
      slide->alt_text = ka_foreign_get_text (self->draft, &object, "alt");
      tell_strange (self, &object, "media", media);
    }
  if (get_object (self->draft, node, "background", &object))
    {
      slide->background = ka_foreign_get_text (self->draft, &object, "url");
      if (slide->background == NULL)
        slide->background = ka_foreign_get_text (self->draft, &object, "color");
      tell_strange (self, &object, "background", background);
    }
}

static void
add_slide (Importer *self, const KaNode *node, KaTimelinejsType type)
{
  static const char *const known[] = { "start_date", "end_date",  "display_date",
                                       "edtf",       "unique_id", "group",
                                       "text",       "media",     "background",
                                       "location",   NULL };
  static const char *const text[] = { "headline", "text", NULL };
  KaDraft                 *draft = self->draft;
  KaTimelinejsSlide        slide = { .offset = ka_node_get_offset (node), .type = type };
  const guint              n_faults = ka_draft_get_faults (draft)->len;
  KaNode                   object;

  if (!ka_node_is (node, json_type_object))
    {
      ka_draft_fault (draft, slide.offset, _ ("no slide, an object expected"));
      return;
    }
  tell_strange (self, node, NULL, known);
  slide.display_date = ka_foreign_get_text (draft, node, "display_date");
  read_date (self, node, "start_date", &slide.start, &slide.display_date);
  read_date (self, node, "end_date", &slide.end, &slide.display_date);
  slide.edtf = ka_foreign_get_text (draft, node, "edtf");
  slide.id = ka_foreign_get_text (draft, node, "unique_id");
  slide.group = ka_foreign_get_text (draft, node, "group");
  if (get_object (draft, node, "text", &object))
    {
      slide.headline = ka_foreign_get_text (draft, &object, "headline");
      slide.text = ka_foreign_get_text (draft, &object, "text");
      tell_strange (self, &object, "text", text);
    }
  read_pictures (self, node, &slide);
  read_location (self, node, &slide);
  if (ka_draft_get_faults (draft)->len == n_faults)
    ka_timelinejs_add_slide (draft, &slide);
}

static void
add_slides (Importer *self, const KaNode *root, const char *key, KaTimelinejsType type)
{
  KaNode list;

  if (!ka_foreign_get_member (root, key, &list))
    return;
  if (!ka_node_is (&list, json_type_array))
    ka_draft_fault (self->draft, ka_node_get_offset (&list), _ ("no list in “%s”, one expected"),
                    key);
  for (gsize i = 0; i < ka_node_count (&list); i++)
    {
      KaNode slide = ka_node_get_element (&list, i);

      add_slide (self, &slide, type);
    }
}

void
ka_timelinejs_json_import (KaDraft *draft, const char *text, gsize length)
{
  static const char *const known[] = { "title", "events", "eras", "scale", NULL };
  g_autoptr (KaDocument) document = ka_foreign_parse_json (draft, text, length);
  g_autoptr (GHashTable) told = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  Importer    self = { draft, told };
  const char *scale;
  KaNode      root, title;

  if (document == NULL)
    return;
  root = ka_node_new_root (document);
  if (!ka_foreign_get_member (&root, "events", &title))
    ka_draft_fault (draft, 0, _ ("no “events”, a list of that name expected"));
  scale = ka_foreign_get_text (draft, &root, "scale");
  if (scale != NULL && strcmp (scale, "human") != 0)
    ka_draft_loss (draft, 0, NULL, _ ("“%s” is not carried"), "scale");
  tell_strange (&self, &root, NULL, known);
  if (ka_foreign_get_member (&root, "title", &title))
    add_slide (&self, &title, KA_TIMELINEJS_TITLE);
  add_slides (&self, &root, "events", KA_TIMELINEJS_EVENT);
  add_slides (&self, &root, "eras", KA_TIMELINEJS_ERA);
}
