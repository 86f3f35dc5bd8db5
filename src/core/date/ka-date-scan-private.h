/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-edtf-private.h"
#include "ka-fold.h"
#include "ka-language.h"

G_BEGIN_DECLS

/* What a number or a word of a typed date is. */
typedef enum
{
  KA_TYPED_NUMBER,
  KA_TYPED_MONTH,
  KA_TYPED_SEASON,
} KaTypedKind;

/* A number or a word of the text. */
typedef struct
{
  const char *start;
  int         length;
  KaTypedKind kind;
  gboolean    is_year; /* words beside it say so */
  gint64      value;
  char        before; /* what stands between it and the one before: '.', '-', '/' or ' ' */
} KaTypedToken;

#define KA_TYPED_MAX_TOKENS 4

/* What a text is cut into. */
typedef struct
{
  KaTypedToken tokens[KA_TYPED_MAX_TOKENS];
  int          n_tokens;
  KaLanguage   language;     /* of the person who typed */
  int          era;          /* -1 for BC, 1 for AD, 0 for neither */
  gboolean     is_negative;  /* a minus stands before the year */
  gboolean     is_decade;    /* the number is that of a decade */
  gboolean     is_year_next; /* an era stands before the next number */
} KaTypedScan;

/* ka-date-names.c */

/* Returns: the month that a folded word names; 0 for none. Where it could be two, @other is the
 * second */
int ka_typed_find_month (const char *word, int *other);
/* Returns: the season that a folded word names, as in EDTF; 0 for none. The same word may be
 * another season in another language, so @language comes first */
int ka_typed_find_season (const char *word, KaLanguage language);
/* Returns: (transfer none): the name of a month, 1 to 12 */
const char *ka_typed_get_month_name (int month, KaLanguage language);

/* Tells the phrases around a date from the date: skips one that stands at @c, as the end of it or
 * %NULL. Case, full stops and spaces do not count. */
const char *ka_typed_skip_phrase (const char *c, const char *end, const char *phrase);

/* ka-date-scan.c */

/* Sets an error that is meant to be read by the person who typed. Returns: %FALSE */
gboolean ka_typed_fail (GError **error, KaDateError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
/* Cuts a text into numbers and words; dots, dashes, slashes, commas and spaces stand between. */
gboolean ka_typed_scan_text (KaTypedScan *scan, const char *text, gsize length, GError **error);

/* ka-date-point.c */

/* A number as it was typed. Its text is part of what was scanned; %NULL where it was not given. */
typedef struct
{
  const char *start;
  int         length;
  gint64      value;
} KaTypedNumber;

/* One end of a typed date. What it lacks may stand at the other end: "21–29 May 1918". */
typedef struct
{
  KaTypedNumber year; /* its value is astronomical */
  KaTypedNumber month;
  KaTypedNumber day;
  KaTypedNumber bare;   /* alone and short: a day, or the last digits of a year */
  int           season; /* as in EDTF; 0 for none */
  gboolean      is_decade;
  gboolean      is_short_year; /* the year has one or two digits and nothing that says year */
  const char   *start;         /* all of it */
  int           length;
} KaTypedPoint;

/* Reads one end, @length bytes of UTF-8. Fails where something is no part of a date or where its
 * parts can be read in two ways; what is lacking is no failure. */
gboolean ka_typed_point_scan (const char   *text,
                              gsize         length,
                              KaLanguage    language,
                              KaTypedPoint *point,
                              GError      **error);

/* Gives each of two ends what only the other one says. */
void ka_typed_points_complete (KaTypedPoint *first, KaTypedPoint *last);

/* Checks that an end is a date and gives its days, @to exclusive. */
gboolean ka_typed_point_bound (const KaTypedPoint *self,
                               KaLanguage          language,
                               KaDay              *from,
                               KaDay              *to,
                               GError            **error);

G_END_DECLS
