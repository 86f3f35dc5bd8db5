/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the events of an atlas as The Timeline Project does (`.timeline`, XML).
 */
#include "config.h"

#include "ka-foreign-event.h"
#include "ka-timeline-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What this format has no place for in an event. */
#define NOT_CARRIED                                                                                \
  (KA_FOREIGN_CATEGORIES | KA_FOREIGN_IMPORTANCE | KA_FOREIGN_PLACES | KA_FOREIGN_LINKS |          \
   KA_FOREIGN_REMARKS | KA_FOREIGN_CERTAINTY | KA_FOREIGN_LANGUAGES | KA_FOREIGN_SOURCES)

/* Colours of the categories, in their order: tints that black text stands on. */
static const char *const colours[KA_N_CATEGORIES] = { "178,204,230", "240,178,160", "214,196,232",
                                                      "250,214,150", "246,238,160", "208,208,208",
                                                      "178,222,190", "226,210,200" };

static void
append_element (GString *text, const char *indent, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (text, "%s<%s>%s</%s>\n", indent, name, escaped, name);
}

static void
append_time (GString *text, const char *name, KaDay day)
{
  g_autofree char *time = NULL;
  gint64           year;
  int              month, day_of_month;

  ka_day_to_ymd (day, &year, &month, &day_of_month);
  time = g_strdup_printf ("%" G_GINT64_FORMAT "-%02d-%02d 00:00:00", year, month, day_of_month);
  append_element (text, "      ", name, time);
}

static void
append_categories (GString *text, const KaList *events)
{
  g_string_append (text, "  <categories>\n");
  for (guint i = 0; i < KA_N_CATEGORIES; i++)
    for (gsize j = 0; j < events->n_items; j++)
      {
        const KaEvent *event = events->items[j];
        g_auto (GStrv) words = NULL;

        if (event->leading != (KaCategory) (1u << i))
          continue;
        words = ka_foreign_list_categories (event);
        g_string_append (text, "    <category>\n");
        append_element (text, "      ", "name", words[0]);
        append_element (text, "      ", "color", colours[i]);
        append_element (text, "      ", "font_color", "0,0,0");
        g_string_append (text, "    </category>\n");
        break;
      }
  g_string_append (text, "  </categories>\n");
}

/* Whether that program can show an event; tells why it cannot. Its times begin with the Julian day
 * number 0. */
static gboolean
is_written (const KaEvent *event, const KaForeignExport *export)
{
  const KaDay first = ka_day_from_ymd (-4713, 11, 24);

  if (event->edtf[0] == '[')
    ka_foreign_tell (export, &event->item, _ ("it is left out: it lies on one of several days"));
  else if (event->date.earliest == KA_DAY_MIN)
    ka_foreign_tell (export, &event->item, _ ("it is left out: it has no first day"));
  else if (event->date.earliest < first)
    ka_foreign_tell (export, &event->item,
                     _ ("it is left out: that program's times begin on 24 November 4714 BC"));
  else
    return TRUE;
  return FALSE;
}

/* Whether a date is less than exact days. */
static gboolean
is_fuzzy (const KaDate *date)
{
  const gboolean is_open = date->end_latest == KA_DAY_MAX;
  const gboolean is_exact = date->start_latest == date->earliest &&
                            (is_open || date->end_earliest == date->end_latest);

  return !is_exact || (date->flags & (KA_DATE_UNCERTAIN | KA_DATE_APPROXIMATE)) != 0;
}

/* What a reader of the written event takes its date for. */
static char *
dup_read_back (const KaEvent *event, KaDay last)
{
  g_autofree char *first = ka_day_to_iso (event->date.earliest);

  if (event->date.end_latest == KA_DAY_MAX)
    return g_strconcat (first, "/..", NULL);
  return ka_foreign_dup_days ((KaSpan){ event->date.earliest, last + 1 });
}

/* Writes the times. What has no known end gets its first day as its end. */
static void
append_date (GString *text, const KaEvent *event, const KaForeignExport *export)
{
  const KaDate    *date = &event->date;
  const gboolean   is_open = date->end_latest == KA_DAY_MAX;
  const KaDay      last = is_open ? date->start_latest : date->end_latest - 1;
  g_autofree char *read_back = dup_read_back (event, last);

  append_time (text, "start", date->earliest);
  append_time (text, "end", last);
  if (strcmp (read_back, event->edtf) != 0)
    ka_foreign_tell (export, &event->item, _ ("its date %s is shown as a fuzzy stretch of days"),
                     event->edtf);
}

static gboolean
is_one_day (const KaDate *date)
{
  return date->end_latest == date->earliest + 1;
}

static void
append_event (GString *text, const KaEvent *event, const KaForeignExport *export)
{
  const char      *title = ka_text_get (&event->title, KA_LANGUAGE_EN);
  const char      *mark = title[0] == '(' || title[0] == '[' ? " " : "";
  g_autofree char *written = g_strconcat (mark, title, NULL);
  g_auto (GStrv) words = ka_foreign_list_categories (event);

  g_string_append (text, "    <event>\n");
  append_date (text, event, export);
  append_element (text, "      ", "text", written);
  append_element (text, "      ", "fuzzy", is_fuzzy (&event->date) ? "True" : "False");
  append_element (text, "      ", "locked", "False");
  append_element (text, "      ", "ends_today",
                  event->date.end_latest == KA_DAY_MAX ? "True" : "False");
  append_element (text, "      ", "category", words[0]);
  append_element (text, "      ", "description", ka_text_get (&event->summary, KA_LANGUAGE_EN));
  if (event->importance == 5 && is_one_day (&event->date))
    append_element (text, "      ", "milestone", "True");
  else if (event->importance == 5)
    ka_foreign_tell (export, &event->item,
                     _ ("its importance is not carried: milestones are days"));
  g_string_append (text, "    </event>\n");
  ka_foreign_tell_event (
    export, event, event->importance == 5 ? NOT_CARRIED & ~KA_FOREIGN_IMPORTANCE : NOT_CARRIED);
}

char *
ka_timeline_xml_export (KaAtlas *atlas, KaDay day, GPtrArray *losses)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaForeignExport export = { atlas, losses };
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<timeline>\n");

  append_element (text, "  ", "version", "2.9.0");
  append_element (text, "  ", "timetype", "gregoriantime");
  append_categories (text, events);
  g_string_append (text, "  <events>\n");
  for (gsize i = 0; i < events->n_items; i++)
    if (is_written (events->items[i], &export))
      append_event (text, events->items[i], &export);
  g_string_append (text, "  </events>\n  <view>\n  </view>\n</timeline>\n");
  ka_foreign_tell_short_titles (&export);
  ka_foreign_tell_sections (&export, 1u << KA_ITEM_EVENT);
  return g_string_free (text, FALSE);
}
