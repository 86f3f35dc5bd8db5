/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * TimelineJS in JSON: https://timeline.knightlab.com/docs/json-format.html. Numbers may be strings.
 */
#include "config.h"

#include "ka-timelinejs-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A document without slides is known by its title slide, which no document of our own has. */
gboolean
ka_timelinejs_json_sniff (const char *text, gsize length)
{
  if (ka_foreign_has_json (text, length, "/events/0"))
    return ka_foreign_has_json (text, length, "/events/0/start_date");
  return ka_foreign_has_json (text, length, "/events") &&
         ka_foreign_has_json (text, length, "/title") &&
         !ka_foreign_has_json (text, length, "/atlas") &&
         !ka_foreign_has_json (text, length, "/schema_version");
}

/* Reads a date of a slide. @display_date: set where the date has one and the slide has none. */
static void
read_date (KaDraft          *draft,
           const KaNode     *slide,
           const char       *key,
           KaTimelinejsDate *date,
           const char      **display_date)
{
  static const char *const names[] = { "year", "month", "day", "hour" };
  KaNode                   node, part;

  if (!ka_foreign_get_member (slide, key, &node))
    return;
  if (!ka_node_is (&node, json_type_object))
    {
      ka_draft_fault (draft, ka_node_get_offset (&node), _ ("no object in “%s”, one expected"),
                      key);
      return;
    }
  if (*display_date == NULL)
    *display_date = ka_foreign_get_text (draft, &node, "display_date");
  for (guint i = 0; i < KA_TIMELINEJS_N_PARTS; i++)
    {
      date->parts[i] = ka_foreign_get_text (draft, &node, names[i]);
      date->offsets[i] = ka_node_get_offset (&node);
      if (date->parts[i] != NULL && ka_node_get_member (&node, names[i], &part))
        date->offsets[i] = ka_node_get_offset (&part);
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

/* Reads the location that the first version had. */
static void
read_location (KaDraft *draft, const KaNode *node, KaTimelinejsSlide *slide)
{
  KaNode location, lat, lon;

  if (!get_object (draft, node, "location", &location) ||
      !ka_foreign_get_member (&location, "lat", &lat) ||
      !ka_foreign_get_member (&location, "lon", &lon))
    return;
  slide->place_name = ka_foreign_get_text (draft, &location, "name");
  slide->place = (KaPoint){ json_object_get_double (lon.value),
                            json_object_get_double (lat.value) };
  slide->has_place = fabs (slide->place.x) <= 180 && fabs (slide->place.y) <= 90;
  if (!slide->has_place)
    ka_draft_fault (draft, ka_node_get_offset (&location),
                    _ ("no longitude from -180 to 180 and latitude from -90 to 90, both expected"));
}

static void
add_slide (KaDraft *draft, const KaNode *node, KaTimelinejsType type)
{
  KaTimelinejsSlide slide = { .offset = ka_node_get_offset (node), .type = type };
  const guint       n_faults = ka_draft_get_faults (draft)->len;
  KaNode            object;

  if (!ka_node_is (node, json_type_object))
    {
      ka_draft_fault (draft, slide.offset, _ ("no slide, an object expected"));
      return;
    }
  slide.display_date = ka_foreign_get_text (draft, node, "display_date");
  read_date (draft, node, "start_date", &slide.start, &slide.display_date);
  read_date (draft, node, "end_date", &slide.end, &slide.display_date);
  slide.edtf = ka_foreign_get_text (draft, node, "edtf");
  slide.id = ka_foreign_get_text (draft, node, "unique_id");
  slide.group = ka_foreign_get_text (draft, node, "group");
  if (get_object (draft, node, "text", &object))
    {
      slide.headline = ka_foreign_get_text (draft, &object, "headline");
      slide.text = ka_foreign_get_text (draft, &object, "text");
    }
  if (get_object (draft, node, "media", &object))
    {
      slide.media = ka_foreign_get_text (draft, &object, "url");
      slide.caption = ka_foreign_get_text (draft, &object, "caption");
      slide.credit = ka_foreign_get_text (draft, &object, "credit");
      slide.thumbnail = ka_foreign_get_text (draft, &object, "thumbnail");
      slide.alt_text = ka_foreign_get_text (draft, &object, "alt");
    }
  if (get_object (draft, node, "background", &object))
    {
      slide.background = ka_foreign_get_text (draft, &object, "url");
      if (slide.background == NULL)
        slide.background = ka_foreign_get_text (draft, &object, "color");
    }
  read_location (draft, node, &slide);
  if (ka_draft_get_faults (draft)->len == n_faults)
    ka_timelinejs_add_slide (draft, &slide);
}

static void
add_slides (KaDraft *draft, const KaNode *root, const char *key, KaTimelinejsType type)
{
  KaNode list;

  if (!ka_foreign_get_member (root, key, &list))
    return;
  if (!ka_node_is (&list, json_type_array))
    ka_draft_fault (draft, ka_node_get_offset (&list), _ ("no list in “%s”, one expected"), key);
  for (gsize i = 0; i < ka_node_count (&list); i++)
    {
      KaNode slide = ka_node_get_element (&list, i);

      add_slide (draft, &slide, type);
    }
}

void
ka_timelinejs_json_import (KaDraft *draft, const char *text, gsize length)
{
  g_autoptr (KaDocument) document = ka_foreign_parse_json (draft, text, length);
  KaNode root, title;

  if (document == NULL)
    return;
  root = ka_node_new_root (document);
  if (!ka_foreign_get_member (&root, "events", &title))
    ka_draft_fault (draft, 0, _ ("no “events”, a list of that name expected"));
  if (ka_foreign_get_member (&root, "title", &title))
    add_slide (draft, &title, KA_TIMELINEJS_TITLE);
  add_slides (draft, &root, "events", KA_TIMELINEJS_EVENT);
  add_slides (draft, &root, "eras", KA_TIMELINEJS_ERA);
}
