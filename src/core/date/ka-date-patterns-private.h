/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-language.h"

G_BEGIN_DECLS

/* Forms of the name of a month or a season. A form that a language lacks is like the first one. */
typedef enum
{
  KA_NAME_ALONE, /* {M}, {S}: nominative: "октябрь" */
  KA_NAME_CASE,  /* {m}, {s}: genitive, or the stem of other cases: "октября" */
  KA_NAME_UNTIL, /* {u}, {t}: terminative: "ოქტომბრამდე" */
  KA_N_NAME_FORMS,
} KaNameForm;

/* What the pattern of a point in time has to say. */
typedef enum
{
  KA_POINT_YEAR,
  KA_POINT_DECADE,
  KA_POINT_YEARS,
  KA_POINT_SEASON,
  KA_POINT_MONTH,
  KA_POINT_DAY,
  KA_N_POINTS,
} KaPointKind;

/* Where a point in time stands. A pattern that a language lacks is like the plain one. */
typedef enum
{
  KA_CASE_PLAIN, /* by itself */
  KA_CASE_ABOUT, /* in "about …" */
  KA_CASE_SINCE, /* in "from …" */
  KA_CASE_UNTIL, /* in "until …" */
  KA_CASE_LIMIT, /* in "by …", "not before …", "between …" */
  KA_N_CASES,
} KaPointCase;

/* Patterns of a year. */
typedef enum
{
  KA_YEAR_PLAIN,
  KA_YEAR_BC,
  KA_YEAR_AD, /* where the era must be said */
  KA_N_YEARS,
} KaYearPattern;

/* Patterns around points in time, and words between them. */
typedef enum
{
  KA_PHRASE_ABOUT,
  KA_PHRASE_SINCE,
  KA_PHRASE_UNTIL,
  KA_PHRASE_NOT_BEFORE,
  KA_PHRASE_BY,
  KA_PHRASE_BETWEEN,
  KA_PHRASE_OR,
  KA_PHRASE_ALWAYS,
  KA_PHRASE_OLD_STYLE,
  KA_PHRASE_SINCE_SECOND, /* before the second day of a month; NULL: like the others */
  KA_N_PHRASES,
} KaDatePhrase;

/* What is said of a date in brackets. */
typedef enum
{
  KA_NOTE_UNCERTAIN,
  KA_NOTE_DAY_UNKNOWN,
  KA_NOTE_MONTH_UNKNOWN,
  KA_NOTE_YEAR_UNKNOWN,
  KA_NOTE_START_UNKNOWN,
  KA_NOTE_END_UNKNOWN,
  KA_N_NOTES,
} KaDateNote;

/* Endings follow how the last number is read: 1 to 9, 10 to 90, 100, 1000, 1000000. */
#define KA_N_ENDINGS 21

/*
 * How a language writes dates. Slots in the patterns:
 *
 * {d}       day of the month
 * {M} {m} {u}  name of the month, by KaNameForm; {S} {s} {t} of the season
 * {y}       the year with its era, by KaYearPattern
 * {n}       the number of the year, as it is counted in its era
 * {z}       the number of the last year of several
 * {1} {2} {3}  the ending of that row, for the number written last
 * {a} {b}   a point in time, or two
 *
 * A part in [ ] is left out where a date beside it says the same: a part before the first bare
 * slot where the date before says it, a later one where the next one says it. What follows a |
 * takes its place.
 */
typedef struct
{
  const char *months[KA_N_NAME_FORMS][12];
  const char *short_months[KA_NAME_CASE + 1][12];
  const char *seasons[KA_N_NAME_FORMS][4];

  const char *points[KA_N_CASES][KA_N_POINTS];
  const char *years[KA_N_YEARS];
  const char *short_years[KA_N_YEARS];
  const char *phrases[KA_N_PHRASES];
  const char *notes[KA_N_NOTES];

  const char *endings[3][KA_N_ENDINGS];
} KaDatePatterns;

/* Returns: (transfer none): the patterns of @language */
const KaDatePatterns *ka_date_patterns_get (KaLanguage language);

G_END_DECLS
