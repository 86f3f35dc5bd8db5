/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes dates in words, in the language asked for: fills the patterns of that language.
 */
#include "config.h"

#include "ka-date.h"

#include "ka-date-patterns-private.h"
#include "ka-edtf-private.h"

#include <string.h>

/* Earlier years of our era are written with the era: they could be taken for other numbers. */
#define MIN_BARE_YEAR 1000

/* What two neighbouring points have in common, so that one of them need not say it. */
typedef enum
{
  SHARED_MONTH = 1 << 0,
  SHARED_YEAR = 1 << 1,
} Shared;

/* What fills the slots of a pattern. Fields that a pattern does not ask for stay empty. */
typedef struct
{
  const KaDatePatterns *patterns;
  const KaEdtfPoint    *point;
  gint64                last_year; /* {z} */
  Shared                before;    /* shared with the point before this one */
  Shared                after;
  const char           *a;
  const char           *b;
  gint64                written; /* the last number; endings follow it */
} Slots;

static void
append_number (GString *words, Slots *slots, gint64 number)
{
  g_string_append_printf (words, "%" G_GINT64_FORMAT, number);
  slots->written = number;
}

static const char *
get_month (const KaDatePatterns *patterns, int form, int month)
{
  return patterns->months[patterns->months[form][0] != NULL ? form : KA_NAME_ALONE][month - 1];
}

static const char *
get_season (const KaDatePatterns *patterns, int form, int season)
{
  return patterns->seasons[patterns->seasons[form][0] != NULL ? form : KA_NAME_ALONE][season - 21];
}

/* The ending of a number: its last digit that is not 0 decides, or its last power of ten. */
static const char *
get_ending (const KaDatePatterns *patterns, int row, gint64 number)
{
  int index;

  if (number % 10 != 0)
    index = (int) (number % 10) - 1;
  else if (number % 100 != 0)
    index = 8 + (int) (number % 100) / 10;
  else if (number % 1000 != 0)
    index = 18;
  else
    index = number % 1000000 != 0 ? 19 : 20;

  return patterns->endings[row][index];
}

/* Years of both eras are counted from 1. */
static gint64
count_year (gint64 year)
{
  return year <= 0 ? 1 - year : year;
}

static KaYearPattern
get_era (gint64 year)
{
  if (year <= 0)
    return KA_YEAR_BC;
  return year < MIN_BARE_YEAR ? KA_YEAR_AD : KA_YEAR_PLAIN;
}

static void append_pattern (GString *words, const char *pattern, Slots *slots);

static void
append_slot (GString *words, char slot, Slots *slots)
{
  static const char     month_slots[] = "Mmu", season_slots[] = "Sst"; /* by KaNameForm */
  const KaDatePatterns *patterns = slots->patterns;
  const KaEdtfPoint    *point = slots->point;
  const char           *found;

  if (slot == 'd')
    append_number (words, slots, point->day);
  else if (slot == 'n')
    append_number (words, slots, count_year (point->year));
  else if (slot == 'z')
    append_number (words, slots, slots->last_year);
  else if (slot == 'y')
    append_pattern (words, patterns->years[get_era (point->year)], slots);
  else if ((found = strchr (month_slots, slot)) != NULL)
    g_string_append (words, get_month (patterns, (int) (found - month_slots), point->month));
  else if ((found = strchr (season_slots, slot)) != NULL)
    g_string_append (words, get_season (patterns, (int) (found - season_slots), point->season));
  else if (g_ascii_isdigit (slot))
    g_string_append (words, get_ending (patterns, slot - '1', slots->written));
  else
    g_string_append (words, slot == 'a' ? slots->a : slots->b);
}

/* Fills @pattern up to @end. Returns whether it had a slot. */
static gboolean
append_piece (GString *words, const char *pattern, const char *end, Slots *slots)
{
  gboolean has_slot = FALSE;

  for (const char *c = pattern; c < end; c++)
    if (*c == '{')
      {
        append_slot (words, c[1], slots);
        has_slot = TRUE;
        c += 2;
      }
    else
      {
        g_string_append_c (words, *c);
      }
  return has_slot;
}

static void
append_pattern (GString *words, const char *pattern, Slots *slots)
{
  gboolean is_after = FALSE;

  for (const char *c = pattern; *c != '\0';)
    if (*c == '[')
      {
        const char *end = strchr (c, ']');
        const char *bar = memchr (c, '|', (gsize) (end - c));
        const char *slot = strchr (c, '{');
        Shared      shared = is_after ? slots->after : slots->before;

        if ((shared & (slot[1] == 'y' ? SHARED_YEAR : SHARED_MONTH)) == 0)
          append_piece (words, c + 1, bar != NULL ? bar : end, slots);
        else if (bar != NULL)
          append_piece (words, bar + 1, end, slots);
        c = end + 1;
      }
    else
      {
        const char *end = c + strcspn (c, "[");

        is_after |= append_piece (words, c, end, slots);
        c = end;
      }
}

static KaPointKind
get_kind (const KaEdtfPoint *point)
{
  static const KaPointKind kinds[] = {
    [KA_EDTF_CENTURY] = KA_POINT_YEARS,
    [KA_EDTF_DECADE] = KA_POINT_DECADE,
    [KA_EDTF_YEAR] = KA_POINT_YEAR,
    [KA_EDTF_SOME_MONTH] = KA_POINT_YEAR,
    [KA_EDTF_SOME_YEAR_DAY] = KA_POINT_YEAR,
    [KA_EDTF_SEASON] = KA_POINT_SEASON,
    [KA_EDTF_MONTH] = KA_POINT_MONTH,
    [KA_EDTF_SOME_DAY] = KA_POINT_MONTH,
    [KA_EDTF_DAY] = KA_POINT_DAY,
  };

  return kinds[point->precision];
}

static const char *
get_pattern (const KaDatePatterns *patterns, KaPointCase in, KaPointKind kind)
{
  return patterns->points[patterns->points[in][kind] != NULL ? in : KA_CASE_PLAIN][kind];
}

/* Whether a point is a decade or a century whose era must be said: of both its ends. */
static gboolean
is_early_stretch (const KaEdtfPoint *point)
{
  return point->precision <= KA_EDTF_DECADE && point->year < MIN_BARE_YEAR;
}

/* "50 BC – 41 BC" */
static void
append_stretch (GString              *words,
                const KaDatePatterns *patterns,
                const KaEdtfPoint    *point,
                KaPointCase           in)
{
  const char *pattern = get_pattern (patterns, in, KA_POINT_YEAR);
  KaEdtfPoint first = { .precision = KA_EDTF_YEAR, .year = point->year };
  KaEdtfPoint last = { .precision = KA_EDTF_YEAR };
  Slots       first_slots = { .patterns = patterns, .point = &first };
  Slots       last_slots = { .patterns = patterns, .point = &last };

  ka_day_to_ymd (ka_edtf_point_get_last (point), &last.year, NULL, NULL);
  append_pattern (words, pattern, &first_slots);
  g_string_append (words, " – ");
  append_pattern (words, pattern, &last_slots);
}

/* Says in brackets which part of the date nobody knows, or what is doubted. */
static void
append_notes (GString *words, const KaDatePatterns *patterns, const KaEdtfPoint *point)
{
  const char *unknown = NULL;
  gboolean    is_uncertain = (point->qualifiers & KA_DATE_UNCERTAIN) != 0;

  if (point->precision == KA_EDTF_CENTURY || is_early_stretch (point))
    unknown = patterns->notes[KA_NOTE_YEAR_UNKNOWN];
  else if (point->precision == KA_EDTF_SOME_MONTH)
    unknown = patterns->notes[KA_NOTE_MONTH_UNKNOWN];
  else if (point->precision == KA_EDTF_SOME_DAY || point->precision == KA_EDTF_SOME_YEAR_DAY)
    unknown = patterns->notes[KA_NOTE_DAY_UNKNOWN];
  if (is_uncertain && unknown != NULL)
    g_string_append_printf (words, " (%s; %s)", patterns->notes[KA_NOTE_UNCERTAIN], unknown);
  else if (is_uncertain || unknown != NULL)
    g_string_append_printf (words, " (%s)",
                            is_uncertain ? patterns->notes[KA_NOTE_UNCERTAIN] : unknown);
}

static char *
write_point (const KaDatePatterns *patterns,
             const KaEdtfPoint    *point,
             KaPointCase           in,
             Shared                before,
             Shared                after,
             gboolean              has_notes)
{
  GString *words = g_string_new (NULL);
  Slots    slots = { patterns, point, point->year + 9, before, after };
  gboolean is_about = (point->qualifiers & KA_DATE_APPROXIMATE) != 0;

  if (is_about && in == KA_CASE_PLAIN)
    in = KA_CASE_ABOUT;
  if (point->precision == KA_EDTF_CENTURY)
    slots.last_year = point->year + 99;
  if (is_early_stretch (point))
    append_stretch (words, patterns, point, in);
  else
    append_pattern (words, get_pattern (patterns, in, get_kind (point)), &slots);
  if (is_about)
    {
      g_autofree char *bare = g_string_free (g_steal_pointer (&words), FALSE);

      slots.a = bare;
      words = g_string_new (NULL);
      append_pattern (words, patterns->phrases[KA_PHRASE_ABOUT], &slots);
    }
  if (has_notes)
    append_notes (words, patterns, point);
  return g_string_free (words, FALSE);
}

static void
append_point (GString              *words,
              const KaDatePatterns *patterns,
              const KaEdtfPoint    *point,
              Shared                before,
              Shared                after)
{
  g_autofree char *written = write_point (patterns, point, KA_CASE_PLAIN, before, after, TRUE);

  g_string_append (words, written);
}

static Shared
get_shared (const KaEdtfPoint *a, const KaEdtfPoint *b)
{
  if (a->precision != b->precision || a->year != b->year || (a->qualifiers | b->qualifiers) != 0)
    return 0;
  return a->month == b->month ? SHARED_MONTH | SHARED_YEAR : SHARED_YEAR;
}

/* Writes "from …" and the like around a point, or two. Notes on the last one stand at the end. */
static void
append_phrase (GString              *words,
               const KaDatePatterns *patterns,
               KaDatePhrase          phrase,
               const KaEdtfPoint    *a,
               const KaEdtfPoint    *b)
{
  static const KaPointCase cases[KA_N_PHRASES] = {
    [KA_PHRASE_SINCE] = KA_CASE_SINCE,      [KA_PHRASE_SINCE_SECOND] = KA_CASE_SINCE,
    [KA_PHRASE_UNTIL] = KA_CASE_UNTIL,      [KA_PHRASE_BY] = KA_CASE_LIMIT,
    [KA_PHRASE_NOT_BEFORE] = KA_CASE_LIMIT, [KA_PHRASE_BETWEEN] = KA_CASE_LIMIT,
  };
  KaPointCase      in = cases[phrase];
  Shared           shared = b != NULL ? get_shared (a, b) : 0;
  g_autofree char *first = write_point (patterns, a, in, 0, shared, b != NULL);
  g_autofree char *last = b != NULL ? write_point (patterns, b, in, shared, 0, FALSE) : NULL;
  Slots            slots = { .patterns = patterns, .a = first, .b = last };

  append_pattern (words, patterns->phrases[phrase], &slots);
  append_notes (words, patterns, b != NULL ? b : a);
}

static void
append_since (GString *words, const KaDatePatterns *patterns, const KaEdtfPoint *point)
{
  gboolean is_second = point->precision == KA_EDTF_DAY && point->day == 2 &&
                       (point->qualifiers & KA_DATE_APPROXIMATE) == 0 &&
                       patterns->phrases[KA_PHRASE_SINCE_SECOND] != NULL;

  append_phrase (words, patterns, is_second ? KA_PHRASE_SINCE_SECOND : KA_PHRASE_SINCE, point,
                 NULL);
}

static gboolean
is_same_point (const KaEdtfPoint *a, const KaEdtfPoint *b)
{
  return a->precision == b->precision && a->qualifiers == b->qualifiers &&
         ka_edtf_point_get_first (a) == ka_edtf_point_get_first (b);
}

/* Joins the two ends of an interval. An en dash is set close between single words or numbers and
 * spaced otherwise: "21–29 May 1918", "21 May – 3 June 1918". */
static void
append_ends (GString              *words,
             const KaDatePatterns *patterns,
             const KaEdtfPoint    *start,
             const KaEdtfPoint    *end)
{
  Shared   shared = get_shared (start, end);
  Slots    years = { .patterns = patterns, .point = start, .last_year = end->year };
  gboolean is_close = (start->precision == KA_EDTF_DAY && (shared & SHARED_MONTH) != 0) ||
                      (start->precision == KA_EDTF_MONTH && (shared & SHARED_YEAR) != 0);

  if (start->precision == KA_EDTF_YEAR && end->precision == KA_EDTF_YEAR &&
      start->year >= MIN_BARE_YEAR && (start->qualifiers | end->qualifiers) == 0)
    {
      append_pattern (words, get_pattern (patterns, KA_CASE_PLAIN, KA_POINT_YEARS), &years);
      return;
    }
  append_point (words, patterns, start, 0, shared);
  g_string_append (words, is_close ? "–" : " – ");
  append_point (words, patterns, end, shared, 0);
}

static void
append_interval (GString *words, const KaDatePatterns *patterns, const KaEdtfRange *range)
{
  gboolean has_start = range->start_is == KA_EDTF_END_POINT;
  gboolean has_end = range->end_is == KA_EDTF_END_POINT;

  if (!has_start || !has_end)
    {
      if (has_start)
        append_since (words, patterns, &range->start);
      else if (has_end)
        append_phrase (words, patterns, KA_PHRASE_UNTIL, &range->end, NULL);
      else
        g_string_append (words, patterns->phrases[KA_PHRASE_ALWAYS]);
      if (range->start_is == KA_EDTF_END_UNKNOWN)
        g_string_append_printf (words, " (%s)", patterns->notes[KA_NOTE_START_UNKNOWN]);
      if (range->end_is == KA_EDTF_END_UNKNOWN)
        g_string_append_printf (words, " (%s)", patterns->notes[KA_NOTE_END_UNKNOWN]);
    }
  else if (is_same_point (&range->start, &range->end))
    {
      append_point (words, patterns, &range->start, 0, 0);
    }
  else
    {
      append_ends (words, patterns, &range->start, &range->end);
    }
}

/* Writes a member of a one-of set that is not a single point. */
static void
append_range (GString *words, const KaDatePatterns *patterns, const KaEdtfRange *range)
{
  if (range->start_is != KA_EDTF_END_POINT)
    append_phrase (words, patterns, KA_PHRASE_BY, &range->end, NULL);
  else if (range->end_is != KA_EDTF_END_POINT)
    append_phrase (words, patterns, KA_PHRASE_NOT_BEFORE, &range->start, NULL);
  else
    append_phrase (words, patterns, KA_PHRASE_BETWEEN, &range->start, &range->end);
}

static void
append_set (GString *words, const KaDatePatterns *patterns, const GArray *ranges)
{
  Shared before = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const KaEdtfRange *range = &g_array_index (ranges, KaEdtfRange, i);
      const KaEdtfRange *next = i + 1 < ranges->len ? range + 1 : NULL;
      Shared             after = 0;

      if (i > 0)
        g_string_append (words, next == NULL ? patterns->phrases[KA_PHRASE_OR] : ", ");
      if (range->is_single && next != NULL && next->is_single)
        after = get_shared (&range->start, &next->start);
      if (range->is_single)
        append_point (words, patterns, &range->start, before, after);
      else
        append_range (words, patterns, range);
      before = after;
    }
}

static KaEdtfPoint
make_point (KaDay day)
{
  KaEdtfPoint point = { .precision = KA_EDTF_DAY };

  if (day != KA_DAY_MIN && day != KA_DAY_MAX)
    ka_day_to_ymd (day, &point.year, &point.month, &point.day);
  return point;
}

/* Writes the days from @first to @last; %KA_DAY_MIN and %KA_DAY_MAX stand for open
 * ends. @is_one_of: one day between them is meant. */
static char *
write_days (KaDay first, KaDay last, gboolean is_one_of, KaLanguage language)
{
  const KaDatePatterns *patterns = ka_date_patterns_get (language);
  GString              *words = g_string_new (NULL);
  KaEdtfPoint           start = make_point (first), end = make_point (last);

  if (first == KA_DAY_MIN && last == KA_DAY_MAX)
    g_string_append (words, patterns->phrases[KA_PHRASE_ALWAYS]);
  else if (first == KA_DAY_MIN)
    append_phrase (words, patterns, KA_PHRASE_UNTIL, &end, NULL);
  else if (last == KA_DAY_MAX)
    append_since (words, patterns, &start);
  else if (is_one_of && first != last)
    append_phrase (words, patterns, KA_PHRASE_BETWEEN, &start, &end);
  else
    {
      append_point (words, patterns, &start, 0, 0);
      if (first != last)
        {
          g_string_append (words, " – ");
          append_point (words, patterns, &end, 0, 0);
        }
    }
  return g_string_free (words, FALSE);
}

char *
ka_date_to_words (const KaDate *date, const char *edtf, KaLanguage language)
{
  const KaDatePatterns *patterns = ka_date_patterns_get (language);
  g_auto (KaEdtf) parsed = { 0 };
  const KaEdtfRange *range;
  GString           *words;

  g_return_val_if_fail (date != NULL, NULL);

  if (edtf == NULL || !ka_edtf_parse (edtf, &parsed, NULL))
    return write_days (date->earliest,
                       date->end_latest == KA_DAY_MAX ? KA_DAY_MAX : date->end_latest - 1,
                       (date->flags & KA_DATE_SPAN) == 0, language);
  words = g_string_new (NULL);
  range = &g_array_index (parsed.ranges, KaEdtfRange, 0);
  if (parsed.is_set)
    append_set (words, patterns, parsed.ranges);
  else if (range->is_single)
    append_point (words, patterns, &range->start, 0, 0);
  else
    append_interval (words, patterns, range);
  return g_string_free (words, FALSE);
}

char *
ka_span_to_words (KaSpan span, KaLanguage language)
{
  return write_days (span.from, span.to, FALSE, language);
}

char *
ka_day_to_words (KaDay day, KaLanguage language)
{
  KaEdtfPoint point = make_point (day);

  g_return_val_if_fail (day != KA_DAY_MIN && day != KA_DAY_MAX, NULL);

  return write_point (ka_date_patterns_get (language), &point, KA_CASE_PLAIN, 0, 0, FALSE);
}

char *
ka_day_to_old_style_words (KaDay day, KaLanguage language)
{
  const KaDatePatterns *patterns = ka_date_patterns_get (language);
  KaEdtfPoint           point = { .precision = KA_EDTF_DAY };
  Shared                shared;
  gint64                year;
  g_autofree char      *bare = NULL;
  GString              *words = g_string_new (NULL);

  g_return_val_if_fail (day != KA_DAY_MIN && day != KA_DAY_MAX, NULL);

  ka_day_to_ymd (day, &year, NULL, NULL);
  ka_day_to_julian (day, &point.year, &point.month, &point.day);
  shared = point.year == year ? SHARED_YEAR : 0;
  bare = write_point (patterns, &point, KA_CASE_PLAIN, shared, shared, FALSE);

  Slots slots = { .patterns = patterns, .a = bare };

  append_pattern (words, patterns->phrases[KA_PHRASE_OLD_STYLE], &slots);
  return g_string_free (words, FALSE);
}

static void
append_short (GString              *words,
              const KaEdtfPoint    *point,
              KaDayParts            parts,
              const KaDatePatterns *patterns)
{
  gsize      start = words->len;
  KaNameForm form = (parts & KA_DAY_PART_DAY) != 0 &&
                        patterns->short_months[KA_NAME_CASE][0] != NULL
                      ? KA_NAME_CASE
                      : KA_NAME_ALONE;
  Slots      slots = { .patterns = patterns, .point = point };

  if ((parts & KA_DAY_PART_DAY) != 0)
    g_string_append_printf (words, "%d ", point->day);
  if ((parts & KA_DAY_PART_MONTH) != 0)
    g_string_append_printf (words, "%s ", patterns->short_months[form][point->month - 1]);
  if ((parts & KA_DAY_PART_YEAR) != 0)
    append_pattern (words, patterns->short_years[get_era (point->year)], &slots);
  else if (words->len > start)
    g_string_truncate (words, words->len - 1);
}

char *
ka_day_to_short_words (KaDay day, KaDayParts parts, KaLanguage language)
{
  GString    *words = g_string_new (NULL);
  KaEdtfPoint point = make_point (day);

  g_return_val_if_fail (day != KA_DAY_MIN && day != KA_DAY_MAX, NULL);

  if ((parts & KA_DAY_PART_OLD_STYLE) != 0)
    ka_day_to_julian (day, &point.year, &point.month, &point.day);
  append_short (words, &point, parts, ka_date_patterns_get (language));
  return g_string_free (words, FALSE);
}

char *
ka_days_to_short_words (KaDay first, KaDay last, KaDayParts parts, KaLanguage language)
{
  const KaDatePatterns *patterns = ka_date_patterns_get (language);
  KaEdtfPoint           start = make_point (first), end = make_point (last);
  Shared                shared = get_shared (&start, &end);
  KaDayParts            differ = parts;
  GString              *words = g_string_new (NULL);

  g_return_val_if_fail (first != KA_DAY_MIN && last != KA_DAY_MAX && first <= last, NULL);

  if ((shared & SHARED_YEAR) != 0 || ((parts & KA_DAY_PART_DAY) != 0 && last - first < 365))
    differ &= ~(KaDayParts) KA_DAY_PART_YEAR;
  if ((shared & SHARED_MONTH) != 0)
    differ &= ~(KaDayParts) KA_DAY_PART_MONTH;
  if (first == last)
    differ = 0;
  if (differ != 0)
    {
      append_short (words, &start, differ, patterns);
      g_string_append (words, " – ");
    }
  append_short (words, &end, parts, patterns);
  return g_string_free (words, FALSE);
}
