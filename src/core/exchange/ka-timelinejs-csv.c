/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * TimelineJS as a table: https://timeline.knightlab.com/docs/using-spreadsheets.html. Columns are
 * known by their headings, not by their places. Those of the first version are known, too.
 */
#include "config.h"

#include "ka-csv.h"
#include "ka-date-input.h"
#include "ka-date-scan-private.h"
#include "ka-timelinejs-private.h"

#include "ka-fold.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* The headings stand within so many bytes. */
#define MAX_HEADING_BYTES 4096
/* So many headings are told of a table that lacks one, and so many letters of each. */
#define MAX_HEADINGS      12
#define MAX_HEADING_START 40

/* What may stand round a cell. */
#define BLANKS " \t\r\n"

typedef enum
{
  COLUMN_YEAR,
  COLUMN_MONTH,
  COLUMN_DAY,
  COLUMN_TIME,
  COLUMN_END_YEAR,
  COLUMN_END_MONTH,
  COLUMN_END_DAY,
  COLUMN_END_TIME,
  COLUMN_DISPLAY_DATE,
  COLUMN_HEADLINE,
  COLUMN_TEXT,
  COLUMN_MEDIA,
  COLUMN_CREDIT,
  COLUMN_CAPTION,
  COLUMN_THUMBNAIL,
  COLUMN_ALT_TEXT,
  COLUMN_TYPE,
  COLUMN_GROUP,
  COLUMN_BACKGROUND,
  COLUMN_EDTF,
  COLUMN_START_DATE, /* of the first version: whole dates */
  COLUMN_END_DATE,
  N_COLUMNS,
} Column;

static const struct
{
  const char *heading;
  Column      column;
} headings[] = {
  { "year", COLUMN_YEAR },
  { "month", COLUMN_MONTH },
  { "day", COLUMN_DAY },
  { "time", COLUMN_TIME },
  { "end year", COLUMN_END_YEAR },
  { "end month", COLUMN_END_MONTH },
  { "end day", COLUMN_END_DAY },
  { "end time", COLUMN_END_TIME },
  { "display date", COLUMN_DISPLAY_DATE },
  { "headline", COLUMN_HEADLINE },
  { "text", COLUMN_TEXT },
  { "media", COLUMN_MEDIA },
  { "media credit", COLUMN_CREDIT },
  { "media caption", COLUMN_CAPTION },
  { "media thumbnail", COLUMN_THUMBNAIL },
  { "alt text", COLUMN_ALT_TEXT },
  { "type", COLUMN_TYPE },
  { "group", COLUMN_GROUP },
  { "tag", COLUMN_GROUP },
  { "background", COLUMN_BACKGROUND },
  { "edtf", COLUMN_EDTF },
  { "start date", COLUMN_START_DATE },
  { "end date", COLUMN_END_DATE },
};

/* A table whose headings were read. */
typedef struct
{
  KaDraft      *draft;
  const GArray *first;         /* Borrowed, of KaCsvCell: the headings */
  int           at[N_COLUMNS]; /* where each column is, -1 for nowhere */
  GArray       *is_strange; /* Owned, of gboolean: headings that nobody knows, and not yet told */
} Table;

static gboolean
find_column (const char *heading, Column *column)
{
  g_autofree char *folded = ka_fold (heading, -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = g_strstrip (folded); *c != '\0'; c++)
    if (!g_ascii_isspace (*c) && *c != '_')
      g_string_append_c (plain, *c);
    else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
      g_string_append_c (plain, ' ');
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (headings[i].heading, plain->str) == 0)
      {
        *column = headings[i].column;
        return TRUE;
      }
  return FALSE;
}

/* Reads the row of the headings alone. Returns: (transfer none) (nullable): that of @reader */
static const GArray *
read_headings (KaCsvReader *reader, const char *text, gsize length, char separator)
{
  const char *start = text + strspn (text, "\r\n");
  const gsize line = strcspn (start, "\r\n");
  const gsize most = start + line > text + length || line > MAX_HEADING_BYTES ? 0 : line;

  ka_csv_reader_init (reader, start, most, separator, NULL, NULL);
  return ka_csv_reader_next (reader);
}

/* Counts the headings that we know when cells stand apart by @separator. */
static guint
count_headings (const char *text, gsize length, char separator)
{
  g_auto (KaCsvReader) reader = { 0 };
  const GArray *first = read_headings (&reader, text, length, separator);
  guint         n = 0;
  Column        column;

  for (guint i = 0; first != NULL && i < first->len; i++)
    n += find_column (g_array_index (first, KaCsvCell, i).text, &column) ? 1 : 0;
  return n;
}

/* Finds what stands between cells: a comma, or where it plainly is another sign. */
static char
find_separator (const char *text, gsize length)
{
  const char separators[] = ",;\t";
  char       best = ',';

  for (const char *c = separators; *c != '\0'; c++)
    if (count_headings (text, length, *c) > count_headings (text, length, best))
      best = *c;
  return best;
}

/* A table of TimelineJS has headlines and years. */
gboolean
ka_timelinejs_csv_sniff (const char *text, gsize length)
{
  g_auto (KaCsvReader) reader = { 0 };
  gboolean      has[N_COLUMNS] = { FALSE };
  const GArray *first;
  Column        column;

  if (!g_utf8_validate_len (text, strcspn (text, "\r\n"), NULL))
    return FALSE;
  first = read_headings (&reader, text, length, find_separator (text, length));
  if (first == NULL)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (find_column (g_array_index (first, KaCsvCell, i).text, &column))
      has[column] = TRUE;
  return has[COLUMN_HEADLINE] && (has[COLUMN_YEAR] || has[COLUMN_START_DATE]);
}

static void
report_cb (gsize offset, const char *message, gpointer user_data)
{
  ka_draft_fault (user_data, offset, "%s", message);
}

/* Lists the headings that are there, the first of many. */
static char *
dup_headings (const Table *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->first->len, MAX_HEADINGS); i++)
    {
      const char      *text = g_array_index (self->first, KaCsvCell, i).text;
      const gboolean   is_long = g_utf8_strlen (text, -1) > MAX_HEADING_START;
      g_autofree char *start = g_utf8_substring (text, 0, is_long ? MAX_HEADING_START : -1);

      g_string_append_printf (list, "%s“%s%s”", i > 0 ? ", " : "", start, is_long ? "…" : "");
    }
  if (self->first->len > MAX_HEADINGS)
    g_string_append (list, ", …");
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
tell_missing (Table *self, const char *heading)
{
  g_autofree char *found = dup_headings (self);

  /* Translators: the heading of a column, and the headings that a table has. */
  ka_draft_fault (self->draft, 0,
                  _ ("no column with the heading “%1$s”, one expected; found: %2$s"), heading,
                  found);
}

static void
take_headings (Table *self)
{
  memset (self->at, -1, sizeof self->at);
  for (guint i = 0; i < self->first->len; i++)
    {
      const KaCsvCell *cell = &g_array_index (self->first, KaCsvCell, i);
      Column           column;
      const gboolean   is_strange = !find_column (cell->text, &column);

      g_array_append_val (self->is_strange, is_strange);
      if (is_strange)
        continue;
      if (self->at[column] >= 0)
        ka_draft_fault (self->draft, cell->offset,
                        _ ("the heading “%s” stands here twice, once expected"), cell->text);
      self->at[column] = (int) i;
    }
  if (self->at[COLUMN_YEAR] < 0 && self->at[COLUMN_START_DATE] < 0)
    tell_missing (self, "Year");
  if (self->at[COLUMN_HEADLINE] < 0)
    tell_missing (self, "Headline");
}

static gboolean
is_empty (const char *text)
{
  return text[strspn (text, BLANKS)] == '\0';
}

/* Gets a cell; the guard of a formula is no part of it. */
static const KaCsvCell *
find_cell (const Table *self, const GArray *row, Column column)
{
  const int at = self->at[column];

  return at >= 0 && (guint) at < row->len ? &g_array_index (row, KaCsvCell, at) : NULL;
}

static const char *
get_cell (const Table *self, const GArray *row, Column column)
{
  const KaCsvCell *cell = find_cell (self, row, column);

  if (cell == NULL)
    return NULL;
  return ka_csv_is_guarded (cell->text) ? cell->text + 1 : cell->text;
}

static void
read_date (const Table *self, const GArray *row, Column first, KaTimelinejsDate *date)
{
  for (guint i = 0; i < KA_TIMELINEJS_N_PARTS; i++)
    {
      const KaCsvCell *cell = find_cell (self, row, first + i);

      date->parts[i] = get_cell (self, row, first + i);
      date->offsets[i] = cell != NULL ? cell->offset : g_array_index (row, KaCsvCell, 0).offset;
    }
}

/* Reads 10/13/1921, the month first, as the first version writes it. */
static gboolean
read_slashes (const char *text, int parts[KA_TIMELINEJS_TIME])
{
  int n = 0;

  return text[strspn (text, " 0123456789/")] == '\0' &&
         sscanf (text, " %2d/%2d/%5d %n", &parts[KA_TIMELINEJS_MONTH], &parts[KA_TIMELINEJS_DAY],
                 &parts[KA_TIMELINEJS_YEAR], &n) == KA_TIMELINEJS_TIME &&
         text[n] == '\0' && parts[KA_TIMELINEJS_MONTH] <= 12 && parts[KA_TIMELINEJS_YEAR] > 99;
}

/* Takes the words and marks of a doubt off a date. Returns: its qualifier in EDTF, or 0 */
static char
take_doubt (const char **start, const char **end)
{
  static const struct
  {
    const char *words;
    char        mark;
  } before[] = { { "about", '~' }, { "circa", '~' }, { "around", '~' }, { "ca.", '~' },
                 { "ca", '~' },    { "c.", '~' },    { "c", '~' },      { "~", '~' } },
    after[] = { { "(uncertain)", '?' }, { "(?)", '?' }, { "?", '?' }, { "~", '~' }, { "%", '%' } };
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      length = strlen (before[i].words);
      if (g_ascii_strncasecmp (*start, before[i].words, length) != 0 ||
          g_ascii_isalpha ((*start)[length]))
        continue;
      *start += length;
      return before[i].mark;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    {
      length = strlen (after[i].words);
      if ((gsize) (*end - *start) <= length ||
          g_ascii_strncasecmp (*end - length, after[i].words, length) != 0)
        continue;
      *end -= length;
      return after[i].mark;
    }
  return 0;
}

/* Says that a cell is no date, or one that has no parts. */
static void
refuse_words (const Table *self, const KaCsvCell *cell)
{
  g_autoptr (GError) error = NULL;
  KaDay from, to;

  if (!ka_date_input_parse (cell->text, KA_LANGUAGE_EN, &from, &to, NULL, &error) &&
      g_error_matches (error, KA_DATE_ERROR, KA_DATE_ERROR_RANGE))
    ka_draft_fault (self->draft, cell->offset, "%s", error->message);
  else
    ka_draft_fault (self->draft, cell->offset,
                    _ ("“%s” found, a day, a month or a year such as 13 Oct 1921, about 1921 or "
                       "1921? expected"),
                    cell->text);
}

/* Reads a day, a month or a year as people write them, or reports. A part that the date does not
 * say is 0. */
static gboolean
read_words (const Table *self, const KaCsvCell *cell, int parts[KA_TIMELINEJS_TIME], char *doubt)
{
  const char  *start = cell->text + strspn (cell->text, BLANKS), *end = start + strlen (start);
  KaTypedPoint point;
  KaDay        from, to;

  while (end > start && strchr (BLANKS, end[-1]) != NULL)
    end--;
  *doubt = take_doubt (&start, &end);
  if (!ka_typed_point_scan (start, (gsize) (end - start), KA_LANGUAGE_EN, &point, NULL) ||
      !ka_typed_point_bound (&point, KA_LANGUAGE_EN, &from, &to, NULL) || point.is_decade ||
      point.season != 0)
    {
      refuse_words (self, cell);
      return FALSE;
    }
  parts[KA_TIMELINEJS_YEAR] = (int) (point.year.value > 0 ? point.year.value
                                                          : point.year.value - 1);
  parts[KA_TIMELINEJS_MONTH] = point.month.start != NULL ? (int) point.month.value : 0;
  parts[KA_TIMELINEJS_DAY] = point.day.start != NULL ? (int) point.day.value : 0;
  return TRUE;
}

/* Takes a whole date of the first version apart: 1921, 10/13/1921, 1921-10-13, or in words. @store:
 * of its numbers as text. Returns: whether it is a date or nothing; else it is reported */
static gboolean
split_date (const Table      *self,
            const GArray     *row,
            Column            column,
            char              store[KA_TIMELINEJS_TIME][16],
            KaTimelinejsDate *date)
{
  const KaCsvCell *cell = find_cell (self, row, column);
  int              parts[KA_TIMELINEJS_TIME];

  if (cell == NULL || is_empty (cell->text))
    return TRUE;
  for (guint i = 0; i < KA_TIMELINEJS_TIME; i++)
    if (date->parts[i] != NULL && !is_empty (date->parts[i]))
      {
        ka_draft_fault (self->draft, cell->offset,
                        _ ("“%1$s” found beside “%2$s” in another column of dates, one of them"
                           " expected"),
                        cell->text, date->parts[i]);
        return FALSE;
      }
  if (!read_slashes (cell->text, parts) && !read_words (self, cell, parts, &date->doubt))
    return FALSE;
  for (guint i = 0; i < KA_TIMELINEJS_N_PARTS; i++)
    date->offsets[i] = cell->offset;
  for (guint i = 0; i < KA_TIMELINEJS_TIME; i++)
    {
      g_snprintf (store[i], sizeof store[i], "%d", parts[i]);
      date->parts[i] = store[i];
    }
  return TRUE;
}

static KaTimelinejsType
read_type (const Table *self, const GArray *row)
{
  const KaCsvCell *cell = find_cell (self, row, COLUMN_TYPE);
  g_autofree char *word = NULL;

  if (cell == NULL || *cell->text == '\0')
    return KA_TIMELINEJS_EVENT;
  word = g_strstrip (ka_fold (cell->text, -1));
  if (strcmp (word, "title") == 0)
    return KA_TIMELINEJS_TITLE;
  if (strcmp (word, "era") == 0)
    return KA_TIMELINEJS_ERA;
  if (*word != '\0')
    ka_draft_fault (self->draft, cell->offset,
                    _ ("“%s” found, “title”, “era” or an empty cell expected"), cell->text);
  return KA_TIMELINEJS_EVENT;
}

/* Tells of cells in columns that nobody knows, once for each column. */
static void
tell_strange_cells (Table *self, const GArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const KaCsvCell *cell = &g_array_index (row, KaCsvCell, i);

      if (is_empty (cell->text))
        continue;
      if (i >= self->first->len)
        {
          ka_draft_fault (
            self->draft, cell->offset,
            g_dngettext (
              GETTEXT_PACKAGE, "“%1$s” found behind the last column, at most %2$u cell expected",
              "“%1$s” found behind the last column, at most %2$u cells expected", self->first->len),
            cell->text, self->first->len);
          return;
        }
      if (g_array_index (self->is_strange, gboolean, i))
        {
          g_array_index (self->is_strange, gboolean, i) = FALSE;
          ka_draft_loss (self->draft, g_array_index (self->first, KaCsvCell, i).offset, NULL,
                         _ ("the column “%s” is not carried"),
                         g_array_index (self->first, KaCsvCell, i).text);
        }
    }
}

static void
add_row (Table *self, const GArray *row)
{
  char              store[2][KA_TIMELINEJS_TIME][16];
  KaTimelinejsSlide slide = {
    .offset = g_array_index (row, KaCsvCell, 0).offset,
    .type = read_type (self, row),
    .display_date = get_cell (self, row, COLUMN_DISPLAY_DATE),
    .edtf = get_cell (self, row, COLUMN_EDTF),
    .headline = get_cell (self, row, COLUMN_HEADLINE),
    .text = get_cell (self, row, COLUMN_TEXT),
    .media = get_cell (self, row, COLUMN_MEDIA),
    .caption = get_cell (self, row, COLUMN_CAPTION),
    .credit = get_cell (self, row, COLUMN_CREDIT),
    .thumbnail = get_cell (self, row, COLUMN_THUMBNAIL),
    .alt_text = get_cell (self, row, COLUMN_ALT_TEXT),
    .group = get_cell (self, row, COLUMN_GROUP),
    .background = get_cell (self, row, COLUMN_BACKGROUND),
  };

  tell_strange_cells (self, row);
  read_date (self, row, COLUMN_YEAR, &slide.start);
  read_date (self, row, COLUMN_END_YEAR, &slide.end);
  if (split_date (self, row, COLUMN_START_DATE, store[0], &slide.start) &&
      split_date (self, row, COLUMN_END_DATE, store[1], &slide.end))
    ka_timelinejs_add_slide (self->draft, &slide);
}

void
ka_timelinejs_csv_import (KaDraft *draft, const char *text, gsize length)
{
  const char separator = find_separator (text, length);
  g_auto (KaCsvReader) first = { 0 };
  g_auto (KaCsvReader) rows = { 0 };
  g_autoptr (GArray) is_strange = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Table         table = { .draft = draft, .is_strange = is_strange };
  const GArray *row;

  ka_csv_reader_init (&first, text, length, separator, NULL, NULL);
  table.first = ka_csv_reader_next (&first);
  if (table.first == NULL)
    {
      ka_draft_fault (draft, 0, _ ("the table is empty, a row of headings expected"));
      return;
    }
  ka_csv_reader_init (&rows, text, length, separator, report_cb, draft);
  ka_csv_reader_next (&rows);
  take_headings (&table);
  if (ka_draft_is_faulty (draft))
    return;
  while ((row = ka_csv_reader_next (&rows)) != NULL)
    add_row (&table, row);
}
