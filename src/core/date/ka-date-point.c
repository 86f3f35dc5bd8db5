/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One end of a date as people type it: tells which of its numbers and names is the year, the month
 * and the day, and takes from the other end what this one lacks.
 */
#include "config.h"

#include "ka-date-scan-private.h"

#include <glib/gi18n-lib.h>

/* Whether a number can only be a year. */
static gboolean
is_year (const KaTypedToken *token)
{
  return token->is_year || token->length > 2;
}

static gboolean
fail_whole (const KaTypedPoint *point, GError **error)
{
  return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX,
                        _ ("“%.*s” is no date; one is written 13.10.1921"), point->length,
                        point->start);
}

static KaTypedNumber
get_number (const KaTypedToken *token)
{
  return (KaTypedNumber){ token->start, token->length, token->value };
}

/* Tells a day from a month where the year stands first or last: 13.10.1921, 10/13/1921, 1921-10-13.
 * Full stops have the day first everywhere, other marks do not. */
static gboolean
sort_three (const KaTypedToken *const *t,
            KaTypedPoint              *point,
            const KaTypedToken       **year,
            GError                   **error)
{
  const KaTypedToken *day = t[0], *month = t[1];
  gboolean            is_dotted = t[1]->before == '.';

  if (t[1]->before == ' ' || t[1]->before != t[2]->before)
    return fail_whole (point, error);
  *year = t[2];
  if (is_year (t[0]) && !is_dotted)
    {
      *year = t[0];
      day = t[2];
    }
  else if (!is_dotted && t[0]->value != t[1]->value && t[0]->value <= 12 && t[1]->value <= 12)
    {
      return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX,
                            _ ("“%.*s” could be read in two ways; write 13.10.1921 or 1921-10-13"),
                            point->length, point->start);
    }
  else if (!is_dotted && t[0]->value <= 12)
    {
      day = t[1];
      month = t[0];
    }
  point->day = get_number (day);
  point->month = get_number (month);

  return TRUE;
}

/* Two numbers: 1921-10, 10.1921, 10/1921, 13.10, or the year and the day of a month elsewhere. */
static gboolean
sort_two (const KaTypedToken *const *t,
          KaTypedPoint              *point,
          const KaTypedToken       **year,
          GError                   **error)
{
  const KaTypedToken *other = is_year (t[0]) ? t[1] : t[0];

  *year = is_year (t[0]) ? t[0] : is_year (t[1]) ? t[1] : NULL;
  if (*year == t[0] && is_year (t[1]))
    return fail_whole (point, error);
  if (*year == NULL)
    {
      point->day = get_number (t[0]);
      point->month = get_number (t[1]);
    }
  else if (t[1]->before == ' ')
    {
      point->day = get_number (other);
    }
  else
    {
      point->month = get_number (other);
    }

  return TRUE;
}

/* Numbers beside the name of a month or of a season. */
static void
sort_beside_name (const KaTypedToken *const *t,
                  int                        n,
                  KaTypedPoint              *point,
                  const KaTypedToken       **year)
{
  if (n == 2)
    {
      gboolean is_year_first = is_year (t[0]) && !t[1]->is_year;

      *year = is_year_first ? t[0] : t[1];
      point->day = get_number (is_year_first ? t[1] : t[0]);
    }
  else if (n == 1 && is_year (t[0]))
    {
      *year = t[0];
    }
  else if (n == 1)
    {
      point->day = get_number (t[0]);
    }
}

/* Which of the tokens is the year, the month and the day. */
static gboolean
sort_tokens (const KaTypedScan   *scan,
             KaTypedPoint        *point,
             const KaTypedToken **year,
             GError             **error)
{
  const KaTypedToken *numbers[KA_TYPED_MAX_TOKENS] = { NULL };
  int                 n = 0, n_names = 0;

  *year = NULL;
  for (int i = 0; i < scan->n_tokens; i++)
    if (scan->tokens[i].kind == KA_TYPED_NUMBER)
      numbers[n++] = &scan->tokens[i];
    else if (n_names++ == 0 && scan->tokens[i].kind == KA_TYPED_MONTH)
      point->month = get_number (&scan->tokens[i]);
    else
      point->season = (int) scan->tokens[i].value;
  if (n_names > 1 || n > 3 || (n_names == 1 && n > 2))
    return fail_whole (point, error);
  if (n_names == 1)
    sort_beside_name (numbers, n, point, year);
  else if (n == 3)
    return sort_three (numbers, point, year, error);
  else if (n == 2)
    return sort_two (numbers, point, year, error);
  else
    *year = numbers[0];

  return TRUE;
}

static gboolean
set_year (const KaTypedScan *scan, const KaTypedToken *year, KaTypedPoint *point, GError **error)
{
  if (year->value == 0 && scan->era != 0)
    return ka_typed_fail (error, KA_DATE_ERROR_RANGE,
                          _ ("There is no year 0 before or after Christ"));
  point->year = get_number (year);
  if (scan->era < 0)
    point->year.value = 1 - year->value;
  else if (scan->is_negative)
    point->year.value = -year->value;
  point->is_short_year = scan->era == 0 && !is_year (year);

  return TRUE;
}

gboolean
ka_typed_point_scan (const char   *text,
                     gsize         length,
                     KaLanguage    language,
                     KaTypedPoint *point,
                     GError      **error)
{
  KaTypedScan         scan = { .language = language };
  const KaTypedToken *first, *last, *year;

  *point = (KaTypedPoint){ .start = text };
  if (!ka_typed_scan_text (&scan, text, length, error))
    return FALSE;
  if (scan.n_tokens == 0)
    return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX,
                          _ ("A date is missing, such as 13.10.1921, Oct 1921 or 1921"));
  first = &scan.tokens[0];
  last = &scan.tokens[scan.n_tokens - 1];
  point->start = first->start;
  point->length = (int) (last->start + last->length - first->start);
  point->is_decade = scan.is_decade;
  if (!sort_tokens (&scan, point, &year, error))
    return FALSE;
  if (scan.n_tokens == 1 && first->kind == KA_TYPED_NUMBER && !is_year (first) && scan.era == 0)
    {
      point->bare = get_number (first);
      return TRUE;
    }

  return year == NULL || set_year (&scan, year, point, error);
}

/* Makes a bare number a day where the other end has one, and a year where that is a year alone. */
static void
settle_bare (KaTypedPoint *self, const KaTypedPoint *other)
{
  if (self->bare.start == NULL)
    return;
  if (other->day.start != NULL)
    {
      self->day = self->bare;
    }
  else if (other->year.start != NULL && other->month.start == NULL && other->season == 0 &&
           other->year.value > 0 && self->bare.length == 2)
    {
      self->year = self->bare;
      self->year.value += other->year.value - other->year.value % 100;
    }
  else
    {
      return;
    }
  self->bare.start = NULL;
}

static void
take_missing (KaTypedPoint *self, const KaTypedPoint *other)
{
  if (self->year.start == NULL)
    {
      self->year = other->year;
      self->is_short_year = other->is_short_year;
    }
  if (self->month.start == NULL && self->day.start != NULL)
    self->month = other->month;
}

void
ka_typed_points_complete (KaTypedPoint *first, KaTypedPoint *last)
{
  const KaTypedPoint first_typed = *first, last_typed = *last;

  settle_bare (first, &last_typed);
  settle_bare (last, &first_typed);
  take_missing (first, &last_typed);
  take_missing (last, &first_typed);
  /* A word for several years at the end belongs to both: "1918–1921-ci illər". */
  if (last->is_decade && !first->is_decade)
    last->is_decade = FALSE;
}

gboolean
ka_typed_point_bound (const KaTypedPoint *self,
                      KaLanguage          language,
                      KaDay              *from,
                      KaDay              *to,
                      GError            **error)
{
  const KaTypedNumber *year = self->bare.start != NULL ? &self->bare : &self->year;
  KaEdtfPoint          point = { .precision = KA_EDTF_YEAR };

  if (year->start == NULL || (self->day.start != NULL && self->month.start == NULL))
    return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX,
                          year->start == NULL ? _ ("“%.*s” lacks the year")
                                              : _ ("“%.*s” lacks the month"),
                          self->length, self->start);
  if (self->is_short_year || self->bare.start != NULL)
    return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX,
                          _ ("“%.*s” is not a whole year, such as 1921"), year->length,
                          year->start);
  point.year = year->value;
  if (self->is_decade && point.year % 10 == 0)
    point.precision = KA_EDTF_DECADE;
  if (self->season != 0)
    {
      point.precision = KA_EDTF_SEASON;
      point.season = self->season;
    }
  if (self->month.start != NULL)
    {
      if (self->month.value < 1 || self->month.value > 12)
        return ka_typed_fail (error, KA_DATE_ERROR_RANGE, _ ("There is no month %.*s"),
                              self->month.length, self->month.start);
      point.precision = KA_EDTF_MONTH;
      point.month = (int) self->month.value;
    }
  if (self->day.start != NULL)
    {
      if (self->day.value < 1 ||
          self->day.value > ka_day_get_days_in_month (point.year, point.month))
        /* Translators: a month, its year and a day that it lacks: "June 1921 has no day 31" */
        return ka_typed_fail (error, KA_DATE_ERROR_RANGE, _ ("%s %d has no day %.*s"),
                              ka_typed_get_month_name (point.month, language), (int) point.year,
                              self->day.length, self->day.start);
      point.precision = KA_EDTF_DAY;
      point.day = (int) self->day.value;
    }
  *from = ka_edtf_point_get_first (&point);
  *to = ka_edtf_point_get_last (&point) + 1;

  return TRUE;
}
