/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates as an English reader has them: "21–29 May 1918", "about 1921".
 */
#include "config.h"

#include "ka-date.h"

#include "ka-edtf-private.h"

/* The parts of a point that are written; the rest follows from what stands beside it. */
typedef enum
{
  WRITE_DAY = 1 << 0,
  WRITE_MONTH = 1 << 1,
  WRITE_YEAR = 1 << 2,
  WRITE_ALL = (1 << 3) - 1,
} Parts;

static const char *const month_names[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

static const char *const season_names[] = { "spring", "summer", "autumn", "winter" };

static void
append_year (GString *words, gint64 year)
{
  if (year <= 0)
    g_string_append_printf (words, "%" G_GINT64_FORMAT " BC", 1 - year);
  else
    g_string_append_printf (words, "%" G_GINT64_FORMAT, year);
}

static void
append_day_and_month (GString *words, const KaEdtfPoint *point, Parts parts)
{
  if (point->precision == KA_EDTF_SEASON)
    {
      g_string_append_printf (words, "%s ", season_names[point->season - 21]);
      return;
    }
  if (point->precision == KA_EDTF_DAY && (parts & WRITE_DAY) != 0)
    g_string_append_printf (words, "%d ", point->day);
  if (point->precision >= KA_EDTF_MONTH && (parts & WRITE_MONTH) != 0)
    g_string_append_printf (words, "%s ", ka_month_get_name (point->month, KA_LANGUAGE_EN));
}

/* What is said after the year: which part of the date nobody knows, or what is doubted. */
static void
append_remark (GString *words, const KaEdtfPoint *point)
{
  const char *unknown = NULL;

  if (point->precision == KA_EDTF_SOME_MONTH)
    unknown = "month unknown";
  else if (point->precision == KA_EDTF_SOME_DAY || point->precision == KA_EDTF_SOME_YEAR_DAY)
    unknown = "day unknown";
  if (unknown != NULL && (point->qualifiers & KA_DATE_UNCERTAIN) != 0)
    g_string_append_printf (words, " (uncertain; %s)", unknown);
  else if (unknown != NULL)
    g_string_append_printf (words, " (%s)", unknown);
  else if ((point->qualifiers & KA_DATE_UNCERTAIN) != 0)
    g_string_append (words, " (uncertain)");
}

static void
append_point (GString *words, const KaEdtfPoint *point, Parts parts)
{
  gsize start = words->len;

  if ((point->qualifiers & KA_DATE_APPROXIMATE) != 0)
    g_string_append (words, "about ");
  append_day_and_month (words, point, parts);
  if (point->precision == KA_EDTF_CENTURY)
    g_string_append_printf (words, "%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT " (year unknown)",
                            point->year, point->year + 99);
  else if (point->precision == KA_EDTF_DECADE)
    g_string_append_printf (words, "%" G_GINT64_FORMAT "s", point->year);
  else if ((parts & WRITE_YEAR) != 0)
    append_year (words, point->year);
  else if (words->len > start)
    g_string_truncate (words, words->len - 1);
  append_remark (words, point);
}

/* Which parts the first of two points needs when the second one stands beside it in full. */
static Parts
get_parts_beside (const KaEdtfPoint *first, const KaEdtfPoint *second)
{
  if (first->precision != second->precision || first->year != second->year ||
      (first->qualifiers | second->qualifiers) != 0)
    return WRITE_ALL;
  if (first->precision == KA_EDTF_DAY)
    return first->month == second->month ? WRITE_DAY : WRITE_DAY | WRITE_MONTH;
  if (first->precision == KA_EDTF_MONTH)
    return WRITE_MONTH;
  return WRITE_ALL;
}

static gboolean
is_same_point (const KaEdtfPoint *a, const KaEdtfPoint *b)
{
  return a->precision == b->precision && a->qualifiers == b->qualifiers &&
         ka_edtf_point_get_first (a) == ka_edtf_point_get_first (b);
}

/* An en dash is set close between single words or numbers and spaced otherwise: "21–29 May 1918",
 * "21 May – 3 June 1918". */
static const char *
get_dash (const KaEdtfPoint *start, const KaEdtfPoint *end, Parts parts)
{
  gboolean is_plain = (start->qualifiers | end->qualifiers) == 0;

  if (parts == WRITE_DAY || parts == WRITE_MONTH)
    return "–";
  if (is_plain && start->precision == KA_EDTF_YEAR && end->precision == KA_EDTF_YEAR &&
      start->year > 0)
    return "–";
  return " – ";
}

static void
append_interval (GString *words, const KaEdtfRange *range)
{
  Parts parts;

  if (range->start_is != KA_EDTF_END_POINT)
    {
      g_string_append (words, "until ");
      append_point (words, &range->end, WRITE_ALL);
      if (range->start_is == KA_EDTF_END_UNKNOWN)
        g_string_append (words, " (start unknown)");
    }
  else if (range->end_is != KA_EDTF_END_POINT)
    {
      g_string_append (words, "from ");
      append_point (words, &range->start, WRITE_ALL);
      if (range->end_is == KA_EDTF_END_UNKNOWN)
        g_string_append (words, " (end unknown)");
    }
  else if (is_same_point (&range->start, &range->end))
    {
      append_point (words, &range->start, WRITE_ALL);
    }
  else
    {
      parts = get_parts_beside (&range->start, &range->end);
      append_point (words, &range->start, parts);
      g_string_append (words, get_dash (&range->start, &range->end, parts));
      append_point (words, &range->end, WRITE_ALL);
    }
}

/* A member of a one-of set; @next is the single point that follows it, if any. */
static void
append_member (GString *words, const KaEdtfRange *range, const KaEdtfPoint *next)
{
  if (range->is_single)
    {
      append_point (words, &range->start,
                    next != NULL ? get_parts_beside (&range->start, next) : WRITE_ALL);
    }
  else if (range->start_is != KA_EDTF_END_POINT)
    {
      g_string_append (words, "by ");
      append_point (words, &range->end, WRITE_ALL);
    }
  else if (range->end_is != KA_EDTF_END_POINT)
    {
      g_string_append (words, "not before ");
      append_point (words, &range->start, WRITE_ALL);
    }
  else
    {
      g_string_append (words, "between ");
      append_point (words, &range->start, get_parts_beside (&range->start, &range->end));
      g_string_append (words, " and ");
      append_point (words, &range->end, WRITE_ALL);
    }
}

static void
append_set (GString *words, const GArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const KaEdtfRange *range = &g_array_index (ranges, KaEdtfRange, i);
      const KaEdtfRange *next = i + 1 < ranges->len ? range + 1 : NULL;

      if (i > 0)
        g_string_append (words, next == NULL ? " or " : ", ");
      append_member (words, range, next != NULL && next->is_single ? &next->start : NULL);
    }
}

/* Words from bounds alone, where no EDTF text is at hand. */
static char *
bounds_to_words (const KaDate *date, KaLanguage language)
{
  g_autofree char *first = NULL, *last = NULL;
  gboolean         is_open_start = date->earliest == KA_DAY_MIN;
  gboolean         is_open_end = date->end_latest == KA_DAY_MAX;

  if (is_open_start && is_open_end)
    return g_strdup ("always");
  if (!is_open_start)
    first = ka_day_to_words (date->earliest, language);
  if (!is_open_end)
    last = ka_day_to_words (date->end_latest - 1, language);
  if (is_open_start)
    return g_strdup_printf ("until %s", last);
  if (is_open_end)
    return g_strdup_printf ("from %s", first);
  if (date->end_latest - date->earliest == 1)
    return g_steal_pointer (&first);
  if ((date->flags & KA_DATE_SPAN) != 0)
    return g_strdup_printf ("%s – %s", first, last);
  return g_strdup_printf ("between %s and %s", first, last);
}

char *
ka_date_to_words (const KaDate *date, const char *edtf, KaLanguage language)
{
  g_auto (KaEdtf) parsed = { 0 };
  const KaEdtfRange *range;
  GString           *words;

  g_return_val_if_fail (date != NULL, NULL);

  if (edtf == NULL || !ka_edtf_parse (edtf, &parsed, NULL))
    return bounds_to_words (date, language);
  words = g_string_new (NULL);
  range = &g_array_index (parsed.ranges, KaEdtfRange, 0);
  if (parsed.is_set)
    append_set (words, parsed.ranges);
  else if (range->is_single)
    append_point (words, &range->start, WRITE_ALL);
  else
    append_interval (words, range);
  return g_string_free (words, FALSE);
}

const char *
ka_month_get_name (int month, KaLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return month_names[month - 1];
}

char *
ka_day_to_words (KaDay day, KaLanguage language)
{
  GString    *words = g_string_new (NULL);
  KaEdtfPoint point = { .precision = KA_EDTF_DAY };

  g_return_val_if_fail (day != KA_DAY_MIN && day != KA_DAY_MAX, NULL);

  ka_day_to_ymd (day, &point.year, &point.month, &point.day);
  append_point (words, &point, WRITE_ALL);
  return g_string_free (words, FALSE);
}

char *
ka_day_to_old_style_words (KaDay day, KaLanguage language)
{
  GString    *words = g_string_new (NULL);
  KaEdtfPoint point = { .precision = KA_EDTF_DAY };
  gint64      year;

  g_return_val_if_fail (day != KA_DAY_MIN && day != KA_DAY_MAX, NULL);

  ka_day_to_ymd (day, &year, NULL, NULL);
  ka_day_to_julian (day, &point.year, &point.month, &point.day);
  append_point (words, &point, point.year == year ? WRITE_DAY | WRITE_MONTH : WRITE_ALL);
  g_string_append (words, " O.S.");
  return g_string_free (words, FALSE);
}

char *
ka_span_to_words (KaSpan span, KaLanguage language)
{
  g_autofree char *first = span.from == KA_DAY_MIN ? NULL : ka_day_to_words (span.from, language);
  g_autofree char *last = span.to == KA_DAY_MAX ? NULL : ka_day_to_words (span.to, language);

  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s – %s", first, last);
  if (first != NULL)
    return g_strdup_printf ("from %s", first);
  if (last != NULL)
    return g_strdup_printf ("until %s", last);

  return g_strdup ("always");
}
