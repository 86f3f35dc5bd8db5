/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parses dates of atlas files: EDTF levels 0 and 1 without times of day, and the one-of sets of
 * level 2. The grammar is that of ISO 8601-2:2019 and of the Library of Congress ("Extended
 * Date/Time Format Specification", 2019).
 */
#include "config.h"

#include "ka-edtf-private.h"

#include <string.h>

#define MIN_LONG_YEAR_DIGITS 5 /* of years written with Y */

#define SEASON_FIRST 21
#define SEASON_LAST  24

/* Where the parser is. After a failure @error is set and nothing more is read. */
typedef struct
{
  const char *text;
  gsize       at;
  GError    **error;
} Parser;

static gboolean
fail (Parser *parser, KaDateError code, gsize at, const char *expected)
{
  g_set_error (parser->error, KA_DATE_ERROR, (int) code, "“%s”, column %" G_GSIZE_FORMAT ": %s",
               parser->text, at + 1, expected);
  return FALSE;
}

static gboolean
fail_syntax (Parser *parser, const char *expected)
{
  return fail (parser, KA_DATE_ERROR_SYNTAX, parser->at, expected);
}

static char
peek (const Parser *parser)
{
  return parser->text[parser->at];
}

static gboolean
accept (Parser *parser, const char *token)
{
  if (!g_str_has_prefix (parser->text + parser->at, token))
    return FALSE;
  parser->at += strlen (token);
  return TRUE;
}

/* Reads exactly @n digits, or nothing. */
static gboolean
accept_digits (Parser *parser, gsize n, int *value)
{
  int sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      char digit = parser->text[parser->at + i];

      if (!g_ascii_isdigit (digit))
        return FALSE;
      sum = sum * 10 + (digit - '0');
    }
  parser->at += n;
  *value = sum;
  return TRUE;
}

/* Y-170000: a year of more than four digits. It is well formed, but no atlas reaches so far. */
static gboolean
parse_long_year (Parser *parser)
{
  gsize start;

  accept (parser, "-");
  start = parser->at;
  while (g_ascii_isdigit (peek (parser)))
    parser->at++;
  if (parser->at - start < MIN_LONG_YEAR_DIGITS)
    return fail_syntax (parser, "a year of at least five digits expected after Y");
  if (parser->text[start] == '0')
    return fail (parser, KA_DATE_ERROR_SYNTAX, start, "a year without leading zeros expected");
  if (g_ascii_isalpha (peek (parser)))
    return fail_syntax (parser, "a digit or the end of the year expected");
  return fail (parser, KA_DATE_ERROR_RANGE, start, "a year from -9999 to 9999 expected");
}

/* The year with which a decade or century begins. That of a negative one lies farthest back. */
static gint64
get_first_year (gint64 digits, int count, gboolean is_negative)
{
  return is_negative ? -(digits * count + count - 1) : digits * count;
}

/* 1921, -0044, 192X, 19XX, -004X */
static gboolean
parse_year (Parser *parser, KaEdtfPoint *point)
{
  gsize    start = parser->at;
  gboolean is_negative = accept (parser, "-");
  int      digits;

  point->precision = KA_EDTF_YEAR;
  if (accept_digits (parser, 4, &digits))
    {
      point->year = is_negative ? -digits : digits;
      if (is_negative && digits == 0)
        return fail (parser, KA_DATE_ERROR_SYNTAX, start, "year 0 without a sign expected");
      return TRUE;
    }
  if (accept_digits (parser, 3, &digits))
    {
      point->precision = KA_EDTF_DECADE;
      point->year = get_first_year (digits, 10, is_negative);
      return accept (parser, "X") || fail_syntax (parser, "a digit or X expected");
    }
  if (accept_digits (parser, 2, &digits))
    {
      point->precision = KA_EDTF_CENTURY;
      point->year = get_first_year (digits, 100, is_negative);
      return accept (parser, "XX") || fail_syntax (parser, "two digits, or XX, expected");
    }
  return fail_syntax (parser, "a year of four digits expected");
}

/* The day of a month that is known; its dash is read already. */
static gboolean
parse_day (Parser *parser, KaEdtfPoint *point)
{
  gsize start = parser->at;

  if (accept (parser, "XX"))
    {
      point->precision = KA_EDTF_SOME_DAY;
      return TRUE;
    }
  if (!accept_digits (parser, 2, &point->day))
    return fail_syntax (parser, "a day of two digits, or XX, expected");
  if (point->day < 1 || point->day > ka_day_get_days_in_month (point->year, point->month))
    return fail (parser, KA_DATE_ERROR_RANGE, start, "a day of that month expected");
  point->precision = KA_EDTF_DAY;
  return peek (parser) != 'T' || fail_syntax (parser, "a day without a time of day expected");
}

/* The month or season; its dash is read already. */
static gboolean
parse_month (Parser *parser, KaEdtfPoint *point)
{
  gsize start = parser->at;
  int   number;

  if (accept (parser, "XX"))
    {
      point->precision = accept (parser, "-XX") ? KA_EDTF_SOME_YEAR_DAY : KA_EDTF_SOME_MONTH;
      return TRUE;
    }
  if (!accept_digits (parser, 2, &number))
    return fail_syntax (parser, "a month of two digits, or XX, expected");
  if (number >= SEASON_FIRST && number <= SEASON_LAST)
    {
      point->precision = KA_EDTF_SEASON;
      point->season = number;
      return TRUE;
    }
  if (number < 1 || number > 12)
    return fail (parser, KA_DATE_ERROR_RANGE, start,
                 "a month, 01 to 12, or a season, 21 to 24, expected");
  point->precision = KA_EDTF_MONTH;
  point->month = number;
  return !accept (parser, "-") || parse_day (parser, point);
}

static void
parse_qualifier (Parser *parser, KaEdtfPoint *point)
{
  if (accept (parser, "?"))
    point->qualifiers = KA_DATE_UNCERTAIN;
  else if (accept (parser, "~"))
    point->qualifiers = KA_DATE_APPROXIMATE;
  else if (accept (parser, "%"))
    point->qualifiers = KA_DATE_UNCERTAIN | KA_DATE_APPROXIMATE;
}

static gboolean
parse_point (Parser *parser, KaEdtfPoint *point)
{
  memset (point, 0, sizeof *point);
  if (accept (parser, "Y"))
    return parse_long_year (parser);
  if (!parse_year (parser, point))
    return FALSE;
  if (point->precision == KA_EDTF_YEAR && accept (parser, "-") && !parse_month (parser, point))
    return FALSE;
  parse_qualifier (parser, point);
  return TRUE;
}

static gboolean
check_order (Parser *parser, gsize start, const KaEdtfRange *range)
{
  if (range->start_is == KA_EDTF_END_POINT && range->end_is == KA_EDTF_END_POINT &&
      ka_edtf_point_get_last (&range->end) < ka_edtf_point_get_first (&range->start))
    return fail (parser, KA_DATE_ERROR_RANGE, start,
                 "the end lies before the start, start first expected");
  return TRUE;
}

/* A member of a set: a point, a..b, ..b or a.. */
static gboolean
parse_member (Parser *parser, KaEdtfRange *range)
{
  gsize end_at;

  memset (range, 0, sizeof *range);
  if (accept (parser, ".."))
    range->start_is = KA_EDTF_END_OPEN;
  else if (!parse_point (parser, &range->start))
    return FALSE;
  if (range->start_is == KA_EDTF_END_POINT && !accept (parser, ".."))
    {
      range->is_single = TRUE;
      range->end = range->start;
      return TRUE;
    }
  end_at = parser->at;
  if (range->start_is == KA_EDTF_END_POINT && (peek (parser) == ']' || peek (parser) == ','))
    {
      range->end_is = KA_EDTF_END_OPEN;
      return TRUE;
    }
  return parse_point (parser, &range->end) && check_order (parser, end_at, range);
}

static gboolean
parse_set (Parser *parser, KaEdtf *edtf)
{
  edtf->is_set = TRUE;
  do
    {
      KaEdtfRange range;

      if (!parse_member (parser, &range))
        return FALSE;
      g_array_append_val (edtf->ranges, range);
    }
  while (accept (parser, ","));
  return accept (parser, "]") || fail_syntax (parser, "a comma or ] expected");
}

/* One end of an interval: a point, "..", or nothing at all. */
static gboolean
parse_end (Parser *parser, KaEdtfEnd *end_is, KaEdtfPoint *point)
{
  if (accept (parser, ".."))
    *end_is = KA_EDTF_END_OPEN;
  else if (peek (parser) == '/' || peek (parser) == '\0')
    *end_is = KA_EDTF_END_UNKNOWN;
  else
    return parse_point (parser, point);
  return TRUE;
}

static gboolean
parse_single_or_interval (Parser *parser, KaEdtf *edtf)
{
  KaEdtfRange range = { 0 };
  gsize       end_at;

  if (!parse_end (parser, &range.start_is, &range.start))
    return FALSE;
  if (accept (parser, "/"))
    {
      end_at = parser->at;
      if (!parse_end (parser, &range.end_is, &range.end) || !check_order (parser, end_at, &range))
        return FALSE;
      if (range.start_is == KA_EDTF_END_UNKNOWN && range.end_is == KA_EDTF_END_UNKNOWN)
        return fail (parser, KA_DATE_ERROR_SYNTAX, 0, "a date or .. at one end at least expected");
    }
  else if (range.start_is != KA_EDTF_END_POINT)
    {
      return fail_syntax (parser, "/ and a date expected");
    }
  else
    {
      range.is_single = TRUE;
      range.end = range.start;
    }
  g_array_append_val (edtf->ranges, range);
  return TRUE;
}

gboolean
ka_edtf_parse (const char *text, KaEdtf *edtf, GError **error)
{
  Parser parser = { text, 0, error };
  g_auto (KaEdtf) result = { FALSE, g_array_new (FALSE, TRUE, sizeof (KaEdtfRange)) };

  if (*text == '\0')
    return fail_syntax (&parser, "a date expected");
  if (accept (&parser, "["))
    {
      if (!parse_set (&parser, &result))
        return FALSE;
    }
  else if (!parse_single_or_interval (&parser, &result))
    {
      return FALSE;
    }
  if (peek (&parser) != '\0')
    return fail_syntax (&parser, "the end of the date expected");
  edtf->is_set = result.is_set;
  edtf->ranges = g_steal_pointer (&result.ranges);
  return TRUE;
}

void
ka_edtf_clear (KaEdtf *edtf)
{
  g_clear_pointer (&edtf->ranges, g_array_unref);
}

/* Seasons are northern meteorological seasons: spring begins on 1 March, winter on 1 December of
 * the year that is named. */
static int
get_first_month (const KaEdtfPoint *point)
{
  if (point->precision == KA_EDTF_SEASON)
    return (point->season - SEASON_FIRST) * 3 + 3;
  return MAX (point->month, 1);
}

KaDay
ka_edtf_point_get_first (const KaEdtfPoint *point)
{
  int day = point->precision == KA_EDTF_DAY ? point->day : 1;

  return ka_day_from_ymd (point->year, get_first_month (point), day);
}

KaDay
ka_edtf_point_get_last (const KaEdtfPoint *point)
{
  /* How many months the point may lie in */
  static const int counts[] = {
    [KA_EDTF_CENTURY] = 1200,     [KA_EDTF_DECADE] = 120, [KA_EDTF_YEAR] = 12,
    [KA_EDTF_SOME_MONTH] = 12,    [KA_EDTF_SEASON] = 3,   [KA_EDTF_MONTH] = 1,
    [KA_EDTF_SOME_YEAR_DAY] = 12, [KA_EDTF_SOME_DAY] = 1,
  };
  int months;

  if (point->precision == KA_EDTF_DAY)
    return ka_edtf_point_get_first (point);
  months = get_first_month (point) - 1 + counts[point->precision];
  return ka_day_from_ymd (point->year + months / 12, months % 12 + 1, 1) - 1;
}
