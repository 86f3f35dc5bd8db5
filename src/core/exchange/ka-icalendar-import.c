/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads iCalendar (RFC 5545, RFC 7986): events and to-dos become events of the atlas.
 */
#include "config.h"

#include "ka-foreign-event.h"
#include "ka-icalendar.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_NESTING 16

/* A content line: its value still has its escapes. */
typedef struct
{
  gsize offset;     /* where it begins */
  char *name;       /* Owned: in capitals */
  char *parameters; /* Owned: from the first semicolon to the colon, in capitals */
  char *value;      /* Owned */
} Line;

#define SECONDS_PER_DAY 86400
#define MAX_SECONDS     (G_GINT64_CONSTANT (4000000) * 7 * SECONDS_PER_DAY) /* of a duration */

/* A day of a property, and what its time of day says. */
typedef struct
{
  KaDay    day;
  gboolean has_time;
  int      seconds; /* since midnight */
} Moment;

/* What is known of the component that is being read. */
typedef struct
{
  gsize       offset;
  gboolean    is_todo;
  char       *summary, *description, *location, *url, *uid, *edtf, *status;
  const char *category;
  gsize       end_offset, edtf_offset, geo_offset;
  gboolean    is_start_given, has_start, has_end, has_geo;
  Moment      start, end;
  gint64      n_seconds; /* of DURATION; 0 for none */
  KaPoint     at;
  int         importance;
  guint       given; /* which of the properties in @single it has, as bits */
} Component;

typedef struct
{
  KaDraft    *draft; /* Borrowed */
  const char *text;  /* Borrowed */
  gsize       length, at;
  GPtrArray  *open; /* Owned: names of components, the innermost one last */
  Component   component;
  gboolean    has_calendar;
  char       *title;       /* Owned (nullable) */
  char       *description; /* Owned (nullable) */
} Importer;

/* Properties that tell programs of one another and nothing of the event. */
static const char *const technical[] = { "DTSTAMP",  "CREATED", "LAST-MODIFIED",
                                         "SEQUENCE", "TRANSP",  "CLASS",
                                         NULL };

/* Properties that an event has once (RFC 5545, 3.6.1). */
static const char *const single[] = { "SUMMARY",  "DESCRIPTION", "LOCATION", "URL",   "UID",
                                      "X-EDTF",   "STATUS",      "DTSTART",  "DTEND", "DUE",
                                      "DURATION", "GEO",         "PRIORITY" };

gboolean
ka_icalendar_sniff (const char *text, gsize length)
{
  static const char start[] = "BEGIN:VCALENDAR";
  gsize             at = 0;

  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return length - at >= strlen (start) &&
         g_ascii_strncasecmp (text + at, start, strlen (start)) == 0;
}

static void
line_clear (Line *self)
{
  g_free (self->name);
  g_free (self->parameters);
  g_free (self->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* Reads a line with its continuations, which begin with a blank (RFC 5545, 3.1). Simple writers cut
 * lines between the bytes of a letter. */
static char *
unfold_line (Importer *self)
{
  GString *line = g_string_new (NULL);
  gboolean is_folded;

  do
    {
      gsize start = self->at, n = strcspn (self->text + start, "\r\n");

      g_string_append_len (line, self->text + start, (gssize) n);
      self->at = start + n;
      if (self->at < self->length && self->text[self->at] == '\r')
        self->at++;
      if (self->at < self->length && self->text[self->at] == '\n')
        self->at++;
      is_folded = self->at < self->length &&
                  (self->text[self->at] == ' ' || self->text[self->at] == '\t');
      self->at += is_folded ? 1 : 0;
    }
  while (is_folded);
  return g_string_free (line, FALSE);
}

/* Finds the colon before the value; one between quotes belongs to a parameter. */
static const char *
find_colon (const char *line)
{
  gboolean is_quoted = FALSE;

  for (const char *c = line; *c != '\0'; c++)
    if (*c == '"')
      is_quoted = !is_quoted;
    else if (*c == ':' && !is_quoted)
      return c;
  return NULL;
}

/* Reads the next line that is not empty; %FALSE at the end. @line->name is %NULL for a faulty one.
 */
static gboolean
read_line (Importer *self, Line *line)
{
  g_autofree char *text = NULL;
  const char      *colon;
  gsize            n_name;

  do
    {
      g_free (text);
      text = NULL;
      if (self->at >= self->length)
        return FALSE;
      line->offset = self->at;
      text = unfold_line (self);
    }
  while (*g_strchug (text) == '\0');
  if (!g_utf8_validate (text, -1, NULL))
    {
      ka_draft_fault (self->draft, line->offset,
                      _ ("a byte that is not UTF-8, text in UTF-8 expected"));
      return TRUE;
    }
  colon = find_colon (text);
  n_name = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
  if (colon == NULL || n_name == 0 || (text[n_name] != ';' && text[n_name] != ':'))
    {
      ka_draft_fault (self->draft, line->offset,
                      _ ("a line without name and colon, NAME:VALUE expected"));
      return TRUE;
    }
  line->name = g_ascii_strup (text, (gssize) n_name);
  line->parameters = g_ascii_strup (text + n_name, colon - text - (gssize) n_name);
  line->value = g_strdup (colon + 1);
  return TRUE;
}

/* Takes the escapes off a text (RFC 5545, 3.3.11); a list ends at its first comma. */
static char *
dup_text (const char *value, gboolean is_list)
{
  GString *text = g_string_new (NULL);

  for (const char *c = value; *c != '\0' && (!is_list || *c != ','); c++)
    if (*c != '\\' || c[1] == '\0')
      g_string_append_c (text, *c);
    else if (*++c == 'n' || *c == 'N')
      g_string_append_c (text, '\n');
    else
      g_string_append_c (text, *c);
  return g_string_free (text, FALSE);
}

static gboolean
read_digits (const char *text, gsize n, int *number)
{
  *number = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }
  return TRUE;
}

/* Reads YYYYMMDD, or YYYYMMDDThhmmss with or without Z; reports what it is not. */
static gboolean
read_moment (Importer *self, const Line *line, Moment *moment)
{
  const char *value = line->value;
  int         year, month, day, hour = 0, minute = 0, second = 0;
  gsize       length = strlen (value);

  moment->has_time = length > 8;
  if (length < 8 || !read_digits (value, 4, &year) || !read_digits (value + 4, 2, &month) ||
      !read_digits (value + 6, 2, &day) || month < 1 || month > 12 || day < 1 ||
      day > ka_day_get_days_in_month (year, month) ||
      (moment->has_time && (value[8] != 'T' || length < 15 || !read_digits (value + 9, 2, &hour) ||
                            !read_digits (value + 11, 2, &minute) ||
                            !read_digits (value + 13, 2, &second) || hour > 23 || minute > 59 ||
                            second > 60 || strcmp (value + 15, value[15] == 'Z' ? "Z" : "") != 0)))
    {
      ka_draft_fault (self->draft, line->offset,
                      _ ("%1$s is “%2$s”, a day such as 19211013 or 19211013T120000 expected"),
                      line->name, value);
      return FALSE;
    }
  moment->day = ka_day_from_ymd (year, month, day);
  moment->seconds = hour * 3600 + minute * 60 + second;
  if (moment->has_time && !(moment->seconds == 0 && strcmp (line->name, "DTSTART") != 0))
    ka_draft_loss (self->draft, line->offset, self->component.summary,
                   _ ("%1$s: the time of day %2$s is dropped, days are the finest"), line->name,
                   value + 9);
  return TRUE;
}

/* Reads one part of a duration, such as 7D. @has_time: whether a T stands before it. Returns: its
 * seconds, or -1 */
static gint64
scan_duration_part (const char **text, gboolean has_time)
{
  static const struct
  {
    char     unit;
    gboolean is_time;
    gint64   seconds;
  } units[] = { { 'W', FALSE, 7 * SECONDS_PER_DAY },
                { 'D', FALSE, SECONDS_PER_DAY },
                { 'H', TRUE, 3600 },
                { 'M', TRUE, 60 },
                { 'S', TRUE, 1 } };
  char        *end;
  const gint64 number = g_ascii_isdigit (**text) ? g_ascii_strtoll (*text, &end, 10) : -1;

  if (number < 0 || number >= 4000000)
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (*end == units[i].unit && has_time == units[i].is_time)
      {
        *text = end + 1;
        return number * units[i].seconds;
      }
  return -1;
}

/* Reads a duration such as P7D, P2W or P1DT12H (RFC 5545, 3.3.6); begun days count. */
static void
read_duration (Importer *self, const Line *line)
{
  const char *c = line->value[0] == '+' ? line->value + 1 : line->value;
  gint64      seconds = 0, part = *c++ == 'P' ? 0 : -1;
  gboolean    has_time = FALSE;

  while (part >= 0 && (*c != '\0' || c[-1] == 'P' || c[-1] == 'T'))
    {
      if (*c == 'T' && !has_time)
        {
          has_time = TRUE;
          c++;
        }
      part = seconds > MAX_SECONDS ? -1 : scan_duration_part (&c, has_time);
      seconds += part;
    }
  if (part < 0)
    ka_draft_fault (self->draft, line->offset,
                    _ ("%1$s is “%2$s”, a duration such as P7D or PT1H expected"), line->name,
                    line->value);
  else if (has_time)
    ka_draft_loss (self->draft, line->offset, self->component.summary,
                   _ ("%1$s: hours are dropped, days are the finest"), line->name);
  self->component.n_seconds = seconds;
}

/* Reads GEO, latitude first. */
static void
read_geo (Importer *self, const Line *line)
{
  char  *end = NULL;
  double y = g_ascii_strtod (line->value, &end), x = 0;

  if (end != line->value && *end == ';')
    {
      const char *second = end + 1;

      x = g_ascii_strtod (second, &end);
      if (end != second && *end == '\0' && ABS (y) <= 90 && ABS (x) <= 180)
        {
          self->component.at = (KaPoint){ x, y };
          self->component.has_geo = TRUE;
          self->component.geo_offset = line->offset;
          return;
        }
    }
  ka_draft_fault (self->draft, line->offset,
                  _ ("GEO is “%s”, a latitude, a semicolon and a longitude expected"), line->value);
}

/* Reads PRIORITY: 1 is the highest, 9 the lowest, 0 none (RFC 5545, 3.8.1.9). */
static void
read_priority (Importer *self, const Line *line)
{
  static const int importance[] = { 0, 5, 5, 4, 4, 3, 2, 2, 1, 1 };

  if (g_ascii_isdigit (line->value[0]) && line->value[1] == '\0')
    self->component.importance = importance[line->value[0] - '0'];
  else
    ka_draft_fault (self->draft, line->offset, _ ("PRIORITY is “%s”, a digit expected"),
                    line->value);
}

/* Reads CATEGORIES; those that are no category of an atlas are told. */
static void
read_categories (Importer *self, const Line *line)
{
  const char *rest = line->value;

  while (rest != NULL)
    {
      g_autofree char *word = dup_text (rest, TRUE);
      const char      *known = ka_foreign_find_category (word);

      if (known != NULL && self->component.category == NULL)
        self->component.category = known;
      else if (*word != '\0')
        ka_draft_loss (self->draft, line->offset, self->component.summary,
                       _ ("the category “%s” is not carried"), word);
      for (; *rest != '\0' && *rest != ','; rest++)
        if (*rest == '\\' && rest[1] != '\0')
          rest++;
      rest = *rest == ',' ? rest + 1 : NULL;
    }
}

static void
keep_text (char **field, const Line *line)
{
  g_free (*field);
  *field = dup_text (line->value, FALSE);
}

static void
read_dates (Importer *self, const Line *line)
{
  Component *component = &self->component;

  if (strcmp (line->name, "DTSTART") == 0)
    {
      component->has_start = read_moment (self, line, &component->start);
      component->is_start_given = TRUE;
    }
  else if (strcmp (line->name, "DURATION") == 0)
    {
      read_duration (self, line);
    }
  else if (component->has_end)
    {
      ka_draft_loss (self->draft, line->offset, component->summary,
                     _ ("%s is not carried: its end is said otherwise"), line->name);
    }
  else
    {
      component->has_end = read_moment (self, line, &component->end);
      component->end_offset = line->offset;
    }
}

/* Notes a property, or tells that the event has it already. Returns: whether it is a new one */
static gboolean
note_property (Importer *self, const Line *line)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (single) && strcmp (line->name, single[i]) != 0)
    i++;
  if (i == G_N_ELEMENTS (single))
    return TRUE;
  if ((self->component.given & 1u << i) != 0)
    {
      ka_draft_loss (self->draft, line->offset, self->component.summary,
                     _ ("a second %s is not carried"), line->name);
      return FALSE;
    }
  self->component.given |= 1u << i;
  return TRUE;
}

/* Reads a property of an event or to-do. */
static void
read_property (Importer *self, const Line *line)
{
  const struct
  {
    const char *name;
    char      **field;
  } texts[] = {
    { "SUMMARY", &self->component.summary },   { "DESCRIPTION", &self->component.description },
    { "LOCATION", &self->component.location }, { "URL", &self->component.url },
    { "UID", &self->component.uid },           { "X-EDTF", &self->component.edtf },
    { "STATUS", &self->component.status },
  };

  if (!note_property (self, line))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strcmp (line->name, texts[i].name) == 0)
      {
        keep_text (texts[i].field, line);
        if (texts[i].field == &self->component.edtf)
          self->component.edtf_offset = line->offset;
        return;
      }
  if (g_str_equal (line->name, "DTSTART") || g_str_equal (line->name, "DTEND") ||
      g_str_equal (line->name, "DUE") || g_str_equal (line->name, "DURATION"))
    read_dates (self, line);
  else if (strcmp (line->name, "GEO") == 0)
    read_geo (self, line);
  else if (strcmp (line->name, "PRIORITY") == 0)
    read_priority (self, line);
  else if (strcmp (line->name, "CATEGORIES") == 0)
    read_categories (self, line);
  else if (g_str_equal (line->name, "RRULE") || g_str_equal (line->name, "RDATE"))
    ka_draft_loss (self->draft, line->offset, self->component.summary,
                   _ ("%s: it is repeated, only the first time is kept"), line->name);
  else if (!g_strv_contains (technical, line->name))
    ka_draft_loss (self->draft, line->offset, self->component.summary, _ ("%s is not carried"),
                   line->name);
}

/* The first day and the day after the last one, from DTSTART and what tells the end. The end of a
 * stretch of days is exclusive (RFC 5545, 3.6.1); the day in which an event with times ends counts,
 * unless it ends at midnight. */
static gboolean
get_span (Importer *self, KaSpan *span)
{
  const Component *component = &self->component;
  const Moment    *start = &component->start, *end = &component->end;

  if (component->n_seconds > 0 && (component->has_end || !component->has_start))
    ka_draft_loss (self->draft, component->offset, component->summary,
                   _ ("%s is not carried: its end is said otherwise"), "DURATION");
  if (!component->has_start)
    {
      span->from = end->day;
      span->to = end->day + 1;
      return TRUE;
    }
  span->from = start->day;
  span->to = span->from +
             MAX ((start->seconds + component->n_seconds + SECONDS_PER_DAY - 1) / SECONDS_PER_DAY,
                  1);
  if (!component->has_end)
    return TRUE;
  if (end->day < span->from)
    {
      ka_draft_fault (self->draft, component->end_offset,
                      _ ("it ends before it begins, a later day expected"));
      return FALSE;
    }
  /* The day that a to-do is due is its last one. */
  span->to = end->day + (component->is_todo || (end->has_time && end->seconds > 0) ? 1 : 0);
  span->to = MAX (span->to, span->from + 1);
  return TRUE;
}

/* The date: X-EDTF where the days have not been moved since it was written, else the days. */
static char *
dup_date (Importer *self)
{
  const Component *component = &self->component;
  g_autoptr (GError) error = NULL;
  KaSpan span;
  KaDate date;

  if (!get_span (self, &span))
    return NULL;
  if (component->edtf == NULL)
    return ka_foreign_dup_days (span);
  if (!ka_date_parse_edtf (component->edtf, &date, &error))
    ka_draft_fault (self->draft, component->edtf_offset, _ ("X-EDTF: %s"), error->message);
  else if (date.earliest != span.from ||
           (date.end_latest != KA_DAY_MAX && date.end_latest != span.to))
    ka_draft_loss (self->draft, component->edtf_offset, component->summary,
                   _ ("X-EDTF says “%s”, which is not what DTSTART and DTEND say; they count"),
                   component->edtf);
  else
    return g_strdup (component->edtf);
  return ka_foreign_dup_days (span);
}

/* Adds the place that GEO names; its name is that of LOCATION. */
static const char *
add_place (Importer *self)
{
  const Component   *component = &self->component;
  const KaDraftPlace place = {
    .offset = component->geo_offset,
    .title = ka_draft_is_blank (component->location) ? component->summary : component->location,
    .at = component->at,
  };

  return component->has_geo ? ka_draft_ensure_place (self->draft, &place) : NULL;
}

static void
add_event (Importer *self, char *edtf)
{
  const Component *component = &self->component;
  const char      *status = component->status != NULL ? component->status : "CONFIRMED";
  const gboolean   is_tentative = g_ascii_strcasecmp (status, "TENTATIVE") == 0;
  const gboolean   is_own = component->uid != NULL &&
                          g_str_has_suffix (component->uid, KA_ICALENDAR_DOMAIN);
  g_autofree char *id = is_own ? g_strndup (component->uid,
                                            strlen (component->uid) - strlen (KA_ICALENDAR_DOMAIN))
                               : NULL;
  KaDraftEvent     event = {
        .offset = component->offset,
        .id = id,
        .title = component->summary,
        .edtf = edtf,
        .summary = ka_draft_is_blank (component->description) ? NULL : component->description,
        .where = component->has_geo || ka_draft_is_blank (component->location) ? NULL
                                                                               : component->location,
        .category = component->category,
        .importance = component->importance,
        .certainty = is_tentative ? "uncertain" : NULL,
        .place = add_place (self),
  };

  if (!ka_draft_is_blank (component->url))
    event.source = ka_draft_ensure_source (self->draft, component->offset, component->url, "web");
  if (!is_tentative && g_ascii_strcasecmp (status, "CONFIRMED") != 0)
    ka_draft_loss (self->draft, component->offset, component->summary,
                   _ ("the status %s is not carried"), status);
  ka_draft_add_event (self->draft, &event);
}

static void
component_clear (Component *self)
{
  g_free (self->summary);
  g_free (self->description);
  g_free (self->location);
  g_free (self->url);
  g_free (self->uid);
  g_free (self->edtf);
  g_free (self->status);
  memset (self, 0, sizeof *self);
}

/* Ends an event or to-do. A to-do needs no date; an event does. */
static void
finish_component (Importer *self)
{
  Component       *component = &self->component;
  g_autofree char *edtf = NULL;

  if (ka_draft_is_blank (component->summary))
    ka_draft_fault (self->draft, component->offset, _ ("no SUMMARY, a title expected"));
  else if (component->is_todo && !component->has_start && !component->has_end)
    ka_draft_loss (self->draft, component->offset, component->summary,
                   _ ("it has no date and is left out"));
  else if (!component->is_start_given && !component->is_todo)
    ka_draft_fault (self->draft, component->offset, _ ("no DTSTART, a day expected"));
  else if (component->has_start || component->has_end)
    edtf = dup_date (self);
  if (edtf != NULL)
    add_event (self, edtf);
  component_clear (component);
}

static const char *
get_innermost (const Importer *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : "";
}

static gboolean
is_event (const char *component)
{
  return strcmp (component, "VEVENT") == 0 || strcmp (component, "VTODO") == 0;
}

static void
begin_component (Importer *self, const Line *line)
{
  g_autofree char *name = g_ascii_strup (g_strchomp (line->value), -1);
  const gboolean   is_top = self->open->len == 0;

  if (self->open->len == MAX_NESTING)
    {
      ka_draft_fault (self->draft, line->offset, _ ("nested deeper than %d, fewer levels expected"),
                      MAX_NESTING);
      self->at = self->length;
      return;
    }
  if (is_top != (strcmp (name, "VCALENDAR") == 0))
    ka_draft_fault (self->draft, line->offset, _ ("BEGIN:%1$s in “%2$s”, another one expected"),
                    name, get_innermost (self));
  self->has_calendar |= is_top;
  if (is_event (name) && self->open->len == 1)
    {
      component_clear (&self->component);
      self->component.offset = line->offset;
      self->component.is_todo = strcmp (name, "VTODO") == 0;
    }
  else if (!is_top && strcmp (name, "VTIMEZONE") != 0 &&
           strcmp (get_innermost (self), "VTIMEZONE") != 0)
    {
      ka_draft_loss (self->draft, line->offset, self->component.summary, _ ("%s is not carried"),
                     name);
    }
  g_ptr_array_add (self->open, g_steal_pointer (&name));
}

static void
end_component (Importer *self, const Line *line)
{
  const char *name = g_strchomp (line->value);

  if (g_ascii_strcasecmp (name, get_innermost (self)) != 0)
    {
      ka_draft_fault (self->draft, line->offset, _ ("END:%1$s, the end of “%2$s” expected"), name,
                      get_innermost (self));
      return;
    }
  if (self->open->len == 2 && is_event (get_innermost (self)))
    finish_component (self);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

/* Keeps a text of the calendar; of two the first one stands. */
static void
keep_text_of_calendar (Importer *self, char **field, const Line *line)
{
  g_autofree char *text = dup_text (line->value, FALSE);

  if (*field == NULL)
    *field = g_steal_pointer (&text);
  else if (strcmp (*field, text) != 0)
    ka_draft_loss (self->draft, line->offset, NULL, _ ("%1$s is not carried: “%2$s”"), line->name,
                   text);
}

/* Reads a property of the calendar. Days of another calendar would become wrong ones. */
static void
read_property_of_calendar (Importer *self, const Line *line)
{
  static const char *const known[] = { "VERSION", "PRODID", "METHOD", NULL };

  if (g_str_equal (line->name, "NAME") || g_str_equal (line->name, "X-WR-CALNAME"))
    keep_text_of_calendar (self, &self->title, line);
  else if (g_str_equal (line->name, "DESCRIPTION") || g_str_equal (line->name, "X-WR-CALDESC"))
    keep_text_of_calendar (self, &self->description, line);
  else if (g_str_equal (line->name, "CALSCALE"))
    {
      if (g_ascii_strcasecmp (line->value, "GREGORIAN") != 0)
        ka_draft_fault (self->draft, line->offset, _ ("CALSCALE is “%s”, GREGORIAN expected"),
                        line->value);
    }
  else if (!g_strv_contains (known, line->name) && !g_strv_contains (technical, line->name))
    ka_draft_loss (self->draft, line->offset, NULL, _ ("%s is not carried"), line->name);
}

static void
handle_line (Importer *self, const Line *line)
{
  if (strcmp (line->name, "BEGIN") == 0)
    begin_component (self, line);
  else if (self->open->len == 0)
    ka_draft_fault (self->draft, line->offset,
                    _ ("%s outside a calendar, BEGIN:VCALENDAR expected"), line->name);
  else if (strcmp (line->name, "END") == 0)
    end_component (self, line);
  else if (self->open->len == 2 && is_event (get_innermost (self)))
    read_property (self, line);
  else if (self->open->len > 1)
    return; /* of a component that is not carried, which is told already */
  else
    read_property_of_calendar (self, line);
}

void
ka_icalendar_import (KaDraft *draft, const char *text, gsize length)
{
  Importer self = { .draft = draft, .text = text, .length = length };
  gboolean has_more = TRUE;

  self.open = g_ptr_array_new_with_free_func (g_free);
  while (has_more)
    {
      g_auto (Line) line = { 0 };

      has_more = read_line (&self, &line);
      if (has_more && line.name != NULL)
        handle_line (&self, &line);
    }
  if (self.open->len > 0)
    ka_draft_fault (draft, length, _ ("the text ends in “%s”, its END expected"),
                    get_innermost (&self));
  ka_draft_set_title (draft, ka_draft_is_blank (self.title) ? NULL : self.title,
                      ka_draft_is_blank (self.description) ? NULL : self.description);
  component_clear (&self.component);
  g_ptr_array_unref (self.open);
  g_free (self.title);
  g_free (self.description);
}
