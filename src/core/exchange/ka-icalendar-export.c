/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the events of an atlas as iCalendar (RFC 5545, RFC 7986). No clock is read: the same atlas
 * gives the same bytes.
 */
#include "config.h"

#include "ka-foreign-event.h"
#include "ka-icalendar.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_LINE_OCTETS 75
#define MAX_YEAR        9999 /* a date has four digits */

/* What this format has no place for in an event. */
#define NOT_CARRIED                                                                                \
  (KA_FOREIGN_OTHER_PLACES | KA_FOREIGN_LINKS | KA_FOREIGN_REMARKS | KA_FOREIGN_PROBABLE |         \
   KA_FOREIGN_LANGUAGES | KA_FOREIGN_SOURCES)

/* Writes a content line, folded before the octet that would be one too many (RFC 5545, 3.1), but
 * never inside a character. */
static void
append_line (GString *text, const char *name, const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);
  gsize            octets = 0;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize n = (gsize) (g_utf8_next_char (c) - c);

      if (octets + n > MAX_LINE_OCTETS)
        {
          g_string_append (text, "\r\n ");
          octets = 1;
        }
      g_string_append_len (text, c, (gssize) n);
      octets += n;
    }
  g_string_append (text, "\r\n");
}

/* Writes a text with its escapes (RFC 5545, 3.3.11). */
static void
append_text (GString *text, const char *name, const char *value)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  if (*value == '\0')
    return;
  for (const char *c = value; *c != '\0'; c++)
    {
      if (strchr ("\\;,", *c) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *c);
    }
  append_line (text, name, escaped->str);
}

static void
append_day (GString *text, const char *name, KaDay day)
{
  g_autofree char *value = NULL;
  gint64           year;
  int              month, day_of_month;

  ka_day_to_ymd (day, &year, &month, &day_of_month);
  value = g_strdup_printf ("%04" G_GINT64_FORMAT "%02d%02d", year, month, day_of_month);
  append_line (text, name, value);
}

/* When the calendar was made: SOURCE_DATE_EPOCH, in seconds from 1970, or its beginning. */
static char *
dup_stamp (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      seconds = 0;
  g_autoptr (GDateTime) time = NULL;

  if (epoch == NULL ||
      !g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    seconds = 0;
  time = g_date_time_new_from_unix_utc (seconds);
  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

/* Whether a calendar can have an event; tells why it cannot. */
static gboolean
is_written (const KaEvent *event, const KaForeignExport *export)
{
  const KaDay first = ka_day_from_ymd (1, 1, 1), after = ka_day_from_ymd (MAX_YEAR + 1, 1, 1);

  if (event->edtf[0] == '[')
    ka_foreign_tell (export, &event->item, _ ("it is left out: it lies on one of several days"));
  else if (event->date.earliest == KA_DAY_MIN)
    ka_foreign_tell (export, &event->item, _ ("it is left out: it has no first day"));
  else if (event->date.earliest < first ||
           (event->date.end_latest != KA_DAY_MAX && event->date.end_latest >= after))
    ka_foreign_tell (export, &event->item,
                     _ ("it is left out: a calendar has the years from 1 to 9999"));
  else
    return TRUE;
  return FALSE;
}

/* Writes the days; the end is exclusive. What they do not say of the date goes into X-EDTF, which a
 * calendar keeps and does not show. */
static void
append_dates (GString *text, const KaEvent *event, const KaForeignExport *export)
{
  const KaSpan     span = { event->date.earliest, event->date.end_latest };
  g_autofree char *days = NULL;

  append_day (text, "DTSTART;VALUE=DATE", span.from);
  if (span.to == KA_DAY_MAX)
    {
      ka_foreign_tell (export, &event->item,
                       _ ("its end is not known: its first day stands for it"));
    }
  else
    {
      append_day (text, "DTEND;VALUE=DATE", span.to);
      days = ka_foreign_dup_days (span);
    }
  if (g_strcmp0 (days, event->edtf) == 0)
    return;
  append_line (text, "X-EDTF", event->edtf);
  if (span.to != KA_DAY_MAX)
    ka_foreign_tell (export, &event->item,
                     _ ("its date %s is shown as whole days; X-EDTF keeps it"), event->edtf);
}

static void
append_place (GString *text, const KaEvent *event)
{
  const KaPlace   *place = event->places.n_items > 0 ? event->places.items[0] : NULL;
  g_autofree char *x = NULL, *y = NULL, *geo = NULL;

  if (place == NULL)
    {
      append_text (text, "LOCATION", ka_text_get (&event->where, KA_LANGUAGE_EN));
      return;
    }
  append_text (text, "LOCATION",
               ka_item_get_title (&place->item, event->date.earliest, KA_LANGUAGE_EN));
  x = ka_foreign_dup_degrees (place->at.x);
  y = ka_foreign_dup_degrees (place->at.y);
  geo = g_strconcat (y, ";", x, NULL);
  append_line (text, "GEO", geo);
}

static void
append_event (GString *text, const KaEvent *event, const char *stamp, const KaForeignExport *export)
{
  static const char *const priorities[] = { "9", "7", "5", "3", "1" };
  g_autofree char         *uid = g_strconcat (event->item.id, KA_ICALENDAR_DOMAIN, NULL);
  g_auto (GStrv) words = ka_foreign_list_categories (event);
  g_autofree char *categories = g_strjoinv (",", words);

  append_line (text, "BEGIN", "VEVENT");
  append_line (text, "UID", uid);
  append_line (text, "DTSTAMP", stamp);
  append_dates (text, event, export);
  append_text (text, "SUMMARY", ka_text_get (&event->title, KA_LANGUAGE_EN));
  append_text (text, "DESCRIPTION", ka_text_get (&event->summary, KA_LANGUAGE_EN));
  append_line (text, "CATEGORIES", categories);
  append_place (text, event);
  append_line (text, "PRIORITY", priorities[event->importance - 1]);
  if (event->item.certainty != KA_CERTAIN)
    append_line (text, "STATUS", "TENTATIVE");
  append_line (text, "TRANSP", "TRANSPARENT");
  append_line (text, "END", "VEVENT");
  ka_foreign_tell_event (export, event, NOT_CARRIED);
}

char *
ka_icalendar_export (KaAtlas *atlas, KaDay day, GPtrArray *losses)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  const KaList      *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaForeignExport export = { atlas, losses };
  g_autofree char *stamp = dup_stamp ();
  GString         *text = g_string_new (NULL);

  append_line (text, "BEGIN", "VCALENDAR");
  append_line (text, "VERSION", "2.0");
  append_line (text, "PRODID", "-//Kars Atlas//Kars Atlas//EN");
  append_text (text, "NAME", ka_text_get (&head->title, KA_LANGUAGE_EN));
  append_text (text, "X-WR-CALNAME", ka_text_get (&head->title, KA_LANGUAGE_EN));
  append_text (text, "DESCRIPTION", ka_text_get (&head->subtitle, KA_LANGUAGE_EN));
  for (gsize i = 0; i < events->n_items; i++)
    if (is_written (events->items[i], &export))
      append_event (text, events->items[i], stamp, &export);
  append_line (text, "END", "VCALENDAR");
  ka_foreign_tell_short_titles (&export);
  ka_foreign_tell_sections (&export, 1u << KA_ITEM_EVENT);
  return g_string_free (text, FALSE);
}
