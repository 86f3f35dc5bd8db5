/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the files of The Timeline Project (`.timeline`, XML).
 */
#include "config.h"

#include "ka-foreign-event.h"
#include "ka-hash.h"
#include "ka-timeline-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NESTING   16
#define DEFAULT_COLOR "200,200,200" /* what that program writes for an event without a colour */

/* What stands in a value. */
typedef struct
{
  char *text; /* Owned (nullable) */
  gsize offset;
} Value;

/* The members of an event, an era or a category. */
typedef enum
{
  VALUE_START,
  VALUE_END,
  VALUE_TEXT,
  VALUE_NAME,
  VALUE_FUZZY,
  VALUE_ENDS_TODAY,
  VALUE_CATEGORY,
  VALUE_DESCRIPTION,
  VALUE_HYPERLINK,
  VALUE_MILESTONE,
  VALUE_PROGRESS,
  VALUE_LOCKED,
  VALUE_ALERT,
  VALUE_ICON,
  VALUE_LABELS,
  VALUE_DEFAULT_COLOR,
  VALUE_COLOR,
  VALUE_PROGRESS_COLOR,
  VALUE_DONE_COLOR,
  VALUE_FONT_COLOR,
  VALUE_PARENT,
  N_VALUES,
} ValueName;

static const char *const value_names[N_VALUES + 1] = {
  [VALUE_START] = "start",
  [VALUE_END] = "end",
  [VALUE_TEXT] = "text",
  [VALUE_NAME] = "name",
  [VALUE_FUZZY] = "fuzzy",
  [VALUE_ENDS_TODAY] = "ends_today",
  [VALUE_CATEGORY] = "category",
  [VALUE_DESCRIPTION] = "description",
  [VALUE_HYPERLINK] = "hyperlink",
  [VALUE_MILESTONE] = "milestone",
  [VALUE_PROGRESS] = "progress",
  [VALUE_LOCKED] = "locked",
  [VALUE_ALERT] = "alert",
  [VALUE_ICON] = "icon",
  [VALUE_LABELS] = "labels",
  [VALUE_DEFAULT_COLOR] = "default_color",
  [VALUE_COLOR] = "color",
  [VALUE_PROGRESS_COLOR] = "progress_color",
  [VALUE_DONE_COLOR] = "done_color",
  [VALUE_FONT_COLOR] = "font_color",
  [VALUE_PARENT] = "parent",
};

/* What an event may have that an atlas has no place for, and what says that it has none. */
static const struct
{
  ValueName   name;
  const char *nothing;
} not_carried[] = {
  { VALUE_PROGRESS, "0" },
  { VALUE_LOCKED, "False" },
  { VALUE_ALERT, "" },
  { VALUE_ICON, "" },
  { VALUE_DEFAULT_COLOR, DEFAULT_COLOR },
  { VALUE_LABELS, "" },
};

typedef struct
{
  KaDraft             *draft; /* Borrowed */
  const char          *text;  /* Borrowed */
  gsize                length;
  GMarkupParseContext *context; /* Borrowed */
  GPtrArray           *path;    /* Owned: names of the open elements */
  GString             *content; /* Owned: the text of the innermost one */
  Value                values[N_VALUES];
  gsize                item_offset;  /* of the event, era or category that is read */
  gsize                value_offset; /* of the element that is read */
  gsize                known_offset; /* where the letter at @known_line, @known_column begins */
  int                  known_line, known_column;
  GHashTable          *categories; /* Owned: names */
  GHashTable          *containers; /* Owned: numbers, as they are written, to titles */
} Importer;

gboolean
ka_timeline_xml_sniff (const char *text, gsize length)
{
  const char *root = g_strstr_len (text, (gssize) MIN (length, 4096), "<timeline");
  gsize       at = 0;

  while (at < length && g_ascii_isspace (text[at]))
    at++;
  return at < length && text[at] == '<' && root != NULL && strchr (" \t\r\n/>", root[9]) != NULL;
}

/* Where the tag begins that has just been read. The parser tells lines and characters. */
static gsize
get_offset (Importer *self)
{
  int         line, column;
  const char *c, *end = self->text + self->length;

  g_markup_parse_context_get_position (self->context, &line, &column);
  c = self->text + self->known_offset;
  while (self->known_line < line && c < end)
    {
      const char *next = memchr (c, '\n', (gsize) (end - c));

      c = next != NULL ? next + 1 : end;
      self->known_line++;
      self->known_column = 1;
    }
  for (; self->known_column < column && c < end; self->known_column++)
    c = g_utf8_next_char (c);
  self->known_offset = (gsize) (c - self->text);
  while (c > self->text && (c >= end || *c != '<'))
    c--;
  return (gsize) (c - self->text);
}

/* The open element, counted from the outermost one; "" for none. */
static const char *
get_open (const Importer *self, guint depth)
{
  return depth < self->path->len ? self->path->pdata[depth] : "";
}

/* Whether the element at @depth of the path is an event, an era or a category. */
static gboolean
is_item (const Importer *self)
{
  static const char *const lists[] = { "events", "eras", "categories" };
  static const char *const items[] = { "event", "era", "category" };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (get_open (self, 1), lists[i]) == 0 && strcmp (get_open (self, 2), items[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
clear_values (Importer *self)
{
  for (guint i = 0; i < N_VALUES; i++)
    g_clear_pointer (&self->values[i].text, g_free);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *name,
                  const char         **attributes,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  Importer *self = user_data;

  self->value_offset = get_offset (self);
  if (self->path->len == MAX_NESTING)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   _ ("nested deeper than %d, fewer levels expected"), MAX_NESTING);
      return;
    }
  g_ptr_array_add (self->path, g_strdup (name));
  g_string_truncate (self->content, 0);
  if (self->path->len == 1 && strcmp (name, "timeline") != 0)
    ka_draft_fault (self->draft, self->value_offset, _ ("<%s> found, <timeline> expected"), name);
  if (self->path->len > 4 && is_item (self) &&
      g_strv_contains (value_names, get_open (self, self->path->len - 2)))
    ka_draft_fault (self->draft, self->value_offset, _ ("<%1$s> in <%2$s>, text alone expected"),
                    name, get_open (self, self->path->len - 2));
  if (self->path->len == 3 && is_item (self))
    {
      clear_values (self);
      self->item_offset = self->value_offset;
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  g_string_append_len (((Importer *) user_data)->content, text, (gssize) length);
}

/* Keeps a value of the open item. An event may have a list of categories; the first one counts. */
static void
keep_value (Importer *self, const char *name)
{
  for (guint i = 0; i < N_VALUES; i++)
    {
      Value *value = &self->values[i];

      if (strcmp (value_names[i], name) != 0)
        continue;
      if (value->text == NULL)
        *value = (Value){ g_strdup (self->content->str), self->value_offset };
      else if (strcmp (value->text, self->content->str) != 0)
        ka_draft_loss (self->draft, self->value_offset, self->values[VALUE_TEXT].text,
                       _ ("a further <%1$s> is not carried: %2$s"), name, self->content->str);
      return;
    }
  ka_draft_loss (self->draft, self->value_offset, self->values[VALUE_TEXT].text,
                 _ ("<%s> is not carried"), name);
}

static gboolean
is_true (const Importer *self, ValueName name)
{
  return self->values[name].text != NULL &&
         g_ascii_strcasecmp (self->values[name].text, "True") == 0;
}

/* Reports a word that is neither true nor false. */
static void
check_truths (Importer *self)
{
  static const ValueName truths[] = { VALUE_FUZZY, VALUE_ENDS_TODAY, VALUE_MILESTONE };

  for (gsize i = 0; i < G_N_ELEMENTS (truths); i++)
    {
      const Value *value = &self->values[truths[i]];

      if (!ka_draft_is_blank (value->text) && !is_true (self, truths[i]) &&
          g_ascii_strcasecmp (value->text, "False") != 0)
        ka_draft_fault (self->draft, value->offset, _ ("<%1$s> is “%2$s”, True or False expected"),
                        value_names[truths[i]], value->text);
    }
}

/* Gets a value that must be there. */
static const char *
get_value (Importer *self, ValueName name)
{
  if (self->values[name].text == NULL)
    ka_draft_fault (self->draft, self->item_offset, _ ("no <%s>, one expected"), value_names[name]);
  return self->values[name].text;
}

/* Reads ASCII digits, at most @n_most of them, and the separator behind them; a zero stands for the
 * end. */
static gboolean
read_number (const char **text, gsize n_most, char separator, int *number)
{
  const char *c = *text;

  for (*number = 0; g_ascii_isdigit (*c) && (gsize) (c - *text) < n_most; c++)
    *number = *number * 10 + (*c - '0');
  if (c == *text || *c != separator)
    return FALSE;
  *text = separator != '\0' ? c + 1 : c;
  return TRUE;
}

/* Reads `[-]Y-MM-DD HH:MM:SS`; years are astronomical: 0 is 1 BC. */
static gboolean
scan_time (const char *text, KaDay *day, gboolean *is_midnight)
{
  const gboolean is_negative = *text == '-';
  const char    *c = text + (is_negative ? 1 : 0);
  int            year, month, date, hour, minute, second;

  if (!read_number (&c, 7, '-', &year) || !read_number (&c, 2, '-', &month) ||
      !read_number (&c, 2, ' ', &date) || !read_number (&c, 2, ':', &hour) ||
      !read_number (&c, 2, ':', &minute) || !read_number (&c, 2, '\0', &second))
    return FALSE;
  year = is_negative ? -year : year;
  if (ABS (year) > 9999 || month < 1 || month > 12 || date < 1 ||
      date > ka_day_get_days_in_month (year, month) || hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *day = ka_day_from_ymd (year, month, date);
  *is_midnight = hour + minute + second == 0;
  return TRUE;
}

static gboolean
read_time (Importer *self, ValueName name, KaDay *day, gboolean *is_midnight)
{
  const char      *text = get_value (self, name);
  g_autofree char *plain = g_strdup (text);

  if (text == NULL || scan_time (g_strstrip (plain), day, is_midnight))
    return text != NULL;
  ka_draft_fault (self->draft, self->values[name].offset,
                  _ ("<%1$s> is “%2$s”, a time such as 1921-10-13 00:00:00 in the years -9999 to "
                     "9999 expected"),
                  value_names[name], text);
  return FALSE;
}

/* The year or month that a span fills, as EDTF, or %NULL. */
static char *
dup_whole (KaDay first, KaDay last)
{
  g_autofree char *iso = ka_day_to_iso (first);
  gint64           year;
  int              month, day;

  ka_day_to_ymd (first, &year, &month, &day);
  if (day == 1 && month == 1 && last == ka_day_from_ymd (year, 12, 31))
    return g_strndup (iso, strlen (iso) - strlen ("-01-01"));
  if (day == 1 && last == first + ka_day_get_days_in_month (year, month) - 1)
    return g_strndup (iso, strlen (iso) - strlen ("-01"));
  return NULL;
}

/* Writes the date as EDTF. That program shows both days of a period, so the last one counts. A
 * fuzzy period that fills a year or a month is a date of that precision. */
static char *
dup_date (Importer *self)
{
  KaDay            first, last;
  gboolean         is_first_midnight, is_last_midnight;
  const char      *fuzzy = is_true (self, VALUE_FUZZY) ? "~" : "";
  g_autofree char *from = NULL, *to = NULL, *whole = NULL;

  check_truths (self);
  if (!read_time (self, VALUE_START, &first, &is_first_midnight) ||
      !read_time (self, VALUE_END, &last, &is_last_midnight))
    return NULL;
  if (last < first)
    {
      ka_draft_fault (self->draft, self->values[VALUE_END].offset,
                      _ ("it ends before it begins, a later day expected"));
      return NULL;
    }
  if (!is_first_midnight || (!is_last_midnight && !is_true (self, VALUE_ENDS_TODAY)))
    ka_draft_loss (self->draft, self->values[VALUE_START].offset, self->values[VALUE_TEXT].text,
                   _ ("the time of day is not carried: days are the finest"));
  from = ka_day_to_iso (first);
  to = ka_day_to_iso (last);
  if (is_true (self, VALUE_ENDS_TODAY))
    return g_strdup_printf ("%s%s/..", from, fuzzy);
  if (first == last)
    return g_strdup_printf ("%s%s", from, fuzzy);
  whole = *fuzzy != '\0' ? dup_whole (first, last) : NULL;
  if (whole != NULL)
    return g_steal_pointer (&whole);
  return g_strdup_printf ("%s%s/%s%s", from, fuzzy, to, fuzzy);
}

/* Takes the mark of a container off a title: `[1]Name` is one, `(1)Name` belongs to it, and a title
 * that begins so of itself has a blank before it. */
static const char *
take_container (Importer *self, const char *title)
{
  const char       closing = title[0] == '[' ? ']' : ')';
  const gsize      n_digits = *title != '\0' ? strspn (title + 1, "0123456789") : 0;
  const char      *name = title + n_digits + 2, *container;
  g_autofree char *number = NULL;

  if (g_str_has_prefix (title, " (") || g_str_has_prefix (title, " ["))
    return title + 1;
  if ((title[0] != '[' && title[0] != '(') || n_digits == 0 || title[n_digits + 1] != closing)
    return title;
  number = g_strndup (title + 1, n_digits);
  if (closing == ']')
    {
      g_hash_table_insert (self->containers, g_steal_pointer (&number), g_strdup (name));
      ka_draft_loss (self->draft, self->item_offset, name,
                     _ ("the container becomes an event beside those that it holds"));
      return name;
    }
  container = g_hash_table_lookup (self->containers, number);
  if (container == NULL)
    return title;
  ka_draft_loss (self->draft, self->item_offset, name, _ ("that it belongs to “%s” is not carried"),
                 container);
  return name;
}

static const char *
get_category (Importer *self)
{
  const Value *category = &self->values[VALUE_CATEGORY];

  if (category->text == NULL)
    return NULL;
  if (!g_hash_table_contains (self->categories, category->text))
    ka_draft_fault (self->draft, category->offset,
                    _ ("there is no category “%s”, one of <categories> expected"), category->text);
  return ka_foreign_find_category (category->text);
}

static void
tell_losses (Importer *self, const char *title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (not_carried); i++)
    {
      const Value *value = &self->values[not_carried[i].name];

      if (value->text != NULL && strcmp (value->text, not_carried[i].nothing) != 0)
        ka_draft_loss (self->draft, value->offset, title, _ ("<%s> is not carried"),
                       value_names[not_carried[i].name]);
    }
}

static void
finish_event (Importer *self)
{
  const char      *text = get_value (self, VALUE_TEXT);
  const char      *title = text != NULL ? take_container (self, text) : NULL;
  const char      *link = self->values[VALUE_HYPERLINK].text;
  const char      *description = self->values[VALUE_DESCRIPTION].text;
  g_autofree char *edtf = dup_date (self);
  KaDraftEvent     event = {
        .offset = self->item_offset,
        .title = title,
        .edtf = edtf,
        .summary = ka_draft_is_blank (description) ? NULL : description,
        .category = get_category (self),
        .importance = is_true (self, VALUE_MILESTONE) ? 5 : 3,
  };

  if (title == NULL || edtf == NULL)
    return;
  if (ka_draft_is_blank (title))
    {
      ka_draft_fault (self->draft, self->values[VALUE_TEXT].offset,
                      _ ("nothing in <text>, a title expected"));
      return;
    }
  tell_losses (self, title);
  if (!ka_draft_is_blank (link))
    event.source = ka_draft_ensure_source (self->draft, self->values[VALUE_HYPERLINK].offset, link,
                                           "web");
  ka_draft_add_event (self->draft, &event);
}

static void
finish_era (Importer *self)
{
  const char      *title = get_value (self, VALUE_NAME);
  g_autofree char *edtf = dup_date (self);

  if (title != NULL && ka_draft_is_blank (title))
    ka_draft_fault (self->draft, self->item_offset, _ ("nothing in <name>, a name expected"));
  if (ka_draft_is_blank (title) || edtf == NULL)
    return;
  ka_draft_loss (self->draft, self->item_offset, title,
                 _ ("the era becomes an event, its colour is not carried"));
  ka_draft_add_event (self->draft,
                      &(KaDraftEvent){ .offset = self->item_offset, .title = title, .edtf = edtf });
}

static void
finish_category (Importer *self)
{
  const char *name = get_value (self, VALUE_NAME);

  if (name == NULL)
    return;
  g_hash_table_add (self->categories, g_strdup (name));
  if (ka_foreign_find_category (name) == NULL)
    ka_draft_loss (
      self->draft, self->item_offset, name,
      _ ("the category and its colours are not carried: it is none of our categories"));
  if (self->values[VALUE_PARENT].text != NULL)
    ka_draft_loss (self->draft, self->values[VALUE_PARENT].offset, name,
                   _ ("that the category belongs to “%s” is not carried"),
                   self->values[VALUE_PARENT].text);
}

/* Whether an element that is no part of an item is one of the format. */
static gboolean
is_known (const Importer *self, const char *name)
{
  static const char *const parts[] = { "version", "timetype", "categories", "events",
                                       "eras",    "view",     "now",        NULL };
  static const char *const views[] = { "displayed_period", "hidden_categories", NULL };

  if (self->path->len == 2)
    return g_strv_contains (parts, name);
  return self->path->len != 3 ||
         (strcmp (get_open (self, 1), "view") == 0 && g_strv_contains (views, name));
}

/* Ends an element that is no part of an item. */
static void
finish_other (Importer *self, const char *name)
{
  if (!is_known (self, name))
    ka_draft_loss (self->draft, self->value_offset, NULL, _ ("<%s> is not carried"), name);
  else if (self->path->len == 2 && strcmp (name, "timetype") == 0 &&
           strcmp (self->content->str, "gregoriantime") != 0)
    ka_draft_fault (self->draft, self->value_offset,
                    _ ("the calendar “%s” found, gregoriantime expected"), self->content->str);
  else if (self->path->len == 4 && strcmp (get_open (self, 2), "hidden_categories") == 0)
    ka_draft_loss (self->draft, self->value_offset, self->content->str,
                   _ ("that the category is hidden is not carried"));
  else if (self->path->len == 3 && strcmp (name, "displayed_period") == 0)
    ka_draft_loss (self->draft, self->value_offset, NULL,
                   _ ("the displayed period is not carried: the timeline shows all events"));
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Importer *self = user_data;

  if (!is_item (self))
    finish_other (self, name);
  else if (self->path->len > 3 && strcmp (name, "categories") != 0)
    keep_value (self, name);
  else if (self->path->len == 3 && strcmp (name, "event") == 0)
    finish_event (self);
  else if (self->path->len == 3 && strcmp (name, "era") == 0)
    finish_era (self);
  else if (self->path->len == 3)
    finish_category (self);
  g_string_truncate (self->content, 0);
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
}

/* Reports what is no XML; the parser's message begins with a place that the fault has anyway,
 * and may end within a letter. */
static void
report_error (Importer *self, const GError *error)
{
  const char      *message = strstr (error->message, ": ");
  g_autofree char *words = g_utf8_make_valid (
    error->domain == G_MARKUP_ERROR && message != NULL ? message + 2 : error->message, -1);

  ka_draft_fault (self->draft, get_offset (self), _ ("no well-formed XML: %s"), words);
}

void
ka_timeline_xml_import (KaDraft *draft, const char *text, gsize length)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  Importer                   self = {
                      .draft = draft, .text = text, .length = length, .known_line = 1, .known_column = 1
  };
  g_autoptr (GError) error = NULL;

  self.path = g_ptr_array_new_with_free_func (g_free);
  self.content = g_string_new (NULL);
  self.categories = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  self.containers = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, g_free);
  self.context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  if (!g_markup_parse_context_parse (self.context, text, (gssize) length, &error) ||
      !g_markup_parse_context_end_parse (self.context, &error))
    report_error (&self, error);
  g_markup_parse_context_free (self.context);
  clear_values (&self);
  g_hash_table_unref (self.categories);
  g_hash_table_unref (self.containers);
  g_string_free (self.content, TRUE);
  g_ptr_array_unref (self.path);
}
