/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads dates as people type them, in six languages: takes off the phrases that stand around a date
 * and parts intervals. Takes what can be read in one way only; names the part that is wrong
 * otherwise.
 */
#include "config.h"

#include "ka-date-input.h"

#include "ka-date-patterns-private.h"
#include "ka-date-scan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A longer text is none of a date. Many dates in a row take quadratic time. */
#define MAX_BYTES 2000

/* A stretch of the text. */
typedef struct
{
  const char *start;
  const char *end;
} Piece;

static Piece
trim (Piece piece)
{
  while (piece.start < piece.end && g_unichar_isspace (g_utf8_get_char (piece.start)))
    piece.start += g_utf8_skip[*(const guchar *) piece.start];
  while (piece.start < piece.end && g_ascii_isspace (piece.end[-1]))
    piece.end--;

  return piece;
}

/* The text without what stands in brackets: notes such as "(uncertain)". */
static char *
drop_notes (const char *text)
{
  GString *bare = g_string_new (NULL);
  int      depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    if (*c == '(')
      depth++;
    else if (*c == ')' && depth > 0)
      depth--;
    else if (depth == 0)
      g_string_append_c (bare, *c);

  return g_string_free (bare, FALSE);
}

/* Takes a phrase off both ends of a piece: what stands before and after the slot of its pattern. */
static gboolean
strip_pattern (Piece *piece, const char *pattern)
{
  const char      *slot = strstr (pattern, "{a}");
  g_autofree char *before = g_strndup (pattern, (gsize) (slot - pattern));
  const char      *after = slot + strlen ("{a}");
  const char      *start, *end = piece->end;

  if (*before == '\0' && *after == '\0')
    return FALSE;
  start = *before == '\0' ? piece->start : ka_typed_skip_phrase (piece->start, piece->end, before);
  if (start == NULL)
    return FALSE;
  if (*after != '\0')
    {
      for (end = start; end < piece->end; end += g_utf8_skip[*(const guchar *) end])
        if (ka_typed_skip_phrase (end, piece->end, after) == piece->end)
          break;
      if (end == piece->end)
        return FALSE;
    }
  *piece = trim ((Piece){ start, end });

  return TRUE;
}

/* Takes off the phrases around one point in time, in any language: "about", "from", "until" … */
static Piece
strip_phrases (Piece piece)
{
  static const KaDatePhrase around[] = {
    KA_PHRASE_SINCE_SECOND, KA_PHRASE_NOT_BEFORE, KA_PHRASE_BY,        KA_PHRASE_SINCE,
    KA_PHRASE_UNTIL,        KA_PHRASE_ABOUT,      KA_PHRASE_OLD_STYLE,
  };
  gboolean is_stripped = TRUE;

  while (is_stripped)
    {
      is_stripped = FALSE;
      for (int language = 0; language < KA_N_LANGUAGES && !is_stripped; language++)
        for (guint i = 0; i < G_N_ELEMENTS (around) && !is_stripped; i++)
          {
            const char *pattern = ka_date_patterns_get ((KaLanguage) language)->phrases[around[i]];

            is_stripped = pattern != NULL && strip_pattern (&piece, pattern);
          }
    }

  return piece;
}

/* Parts a piece where @words stand between two others. */
static gboolean
part_at (Piece piece, const char *words, Piece *first, Piece *last)
{
  const char *found = g_strstr_len (piece.start, piece.end - piece.start, words);

  if (found == NULL)
    return FALSE;
  *first = trim ((Piece){ piece.start, found });
  *last = trim ((Piece){ found + strlen (words), piece.end });

  return TRUE;
}

/* Parts "between … and …" of any language. */
static gboolean
part_between (Piece piece, Piece *first, Piece *last)
{
  for (int language = 0; language < KA_N_LANGUAGES; language++)
    {
      const KaDatePatterns *patterns = ka_date_patterns_get ((KaLanguage) language);
      const char           *pattern = patterns->phrases[KA_PHRASE_BETWEEN];
      const char           *a = strstr (pattern, "{a}"), *b = strstr (pattern, "{b}");
      g_autofree char      *middle = g_strndup (a + 3, (gsize) (b - a) - 3);
      g_autofree char *around = g_strdup_printf ("%.*s{a}%s", (int) (a - pattern), pattern, b + 3);
      Piece            inner = piece;

      if (strip_pattern (&inner, around) && part_at (inner, middle, first, last))
        return TRUE;
    }

  return FALSE;
}

/* Parts a list of days of which one is meant: the first and the last of them. */
static gboolean
part_choice (Piece piece, Piece *first, Piece *last)
{
  for (int language = 0; language < KA_N_LANGUAGES; language++)
    {
      const char *word = ka_date_patterns_get ((KaLanguage) language)->phrases[KA_PHRASE_OR];
      Piece       comma_first, rest;

      if (!part_at (piece, word, first, last))
        continue;
      if (part_at (*first, ", ", &comma_first, &rest))
        *first = comma_first;
      return TRUE;
    }

  return FALSE;
}

/* Parts an interval where nothing else can be meant. */
static gboolean
part_interval (Piece piece, Piece *first, Piece *last)
{
  static const char *const partings[] = { "–", "—", "..", " to ", " - " };

  for (gsize i = 0; i < G_N_ELEMENTS (partings); i++)
    if (part_at (piece, partings[i], first, last))
      return TRUE;

  return FALSE;
}

/* Parts whatever says two ends, with or without phrases around it. */
static gboolean
part (Piece piece, Piece *first, Piece *last)
{
  return part_choice (piece, first, last) || part_between (piece, first, last) ||
         part_interval (strip_phrases (piece), first, last);
}

/* Reads the first or the last point in time that a piece names. */
static gboolean
read_end (Piece piece, gboolean is_last, KaLanguage language, KaTypedPoint *point, GError **error)
{
  Piece first, last;

  while (part (piece, &first, &last))
    piece = is_last ? last : first;
  piece = strip_phrases (piece);

  return ka_typed_point_scan (piece.start, (gsize) (piece.end - piece.start), language, point,
                              error);
}

static gboolean
read_two (const char *text,
          Piece       first,
          Piece       last,
          KaLanguage  language,
          KaSpan     *span,
          GError    **error)
{
  KaTypedPoint a, b;
  KaSpan       a_span, b_span;

  if (!read_end (first, FALSE, language, &a, error) || !read_end (last, TRUE, language, &b, error))
    return FALSE;
  ka_typed_points_complete (&a, &b);
  if (!ka_typed_point_bound (&a, language, &a_span.from, &a_span.to, error) ||
      !ka_typed_point_bound (&b, language, &b_span.from, &b_span.to, error))
    return FALSE;
  if (b_span.to <= a_span.from)
    return ka_typed_fail (error, KA_DATE_ERROR_RANGE, _ ("“%s” ends before it begins"), text);
  *span = (KaSpan){ a_span.from, MAX (a_span.to, b_span.to) };

  return TRUE;
}

static gboolean
read_one (Piece piece, KaLanguage language, KaSpan *span, GError **error)
{
  KaTypedPoint point;

  return read_end (piece, FALSE, language, &point, error) &&
         ka_typed_point_bound (&point, language, &span->from, &span->to, error);
}

/* Hyphens and slashes stand in dates and between them: an interval is what is no date. */
static gboolean
read_close (const char *text,
            Piece       piece,
            KaLanguage  language,
            KaSpan     *span,
            gboolean   *is_interval,
            GError    **error)
{
  static const char *const partings[] = { "/", "-" };
  g_autoptr (GError) one_error = NULL;
  Piece first, last;

  if (read_one (piece, language, span, &one_error))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (partings); i++)
    if (part_at (piece, partings[i], &first, &last) && first.start < first.end &&
        memchr (last.start, partings[i][0], (gsize) (last.end - last.start)) == NULL &&
        read_two (text, first, last, language, span, NULL))
      {
        *is_interval = TRUE;
        return TRUE;
      }
  g_propagate_error (error, g_steal_pointer (&one_error));

  return FALSE;
}

/* What an atlas writes with marks that nobody would type otherwise: 192X, 1921~, [1921..1923]. */
static gboolean
read_edtf (const char *text, KaSpan *span)
{
  KaDate date;

  if (strpbrk (text, "X~%?[") == NULL || !ka_date_parse_edtf (text, &date, NULL) ||
      date.earliest == KA_DAY_MIN || date.end_latest == KA_DAY_MAX)
    return FALSE;
  *span = (KaSpan){ date.earliest, date.end_latest };

  return TRUE;
}

gboolean
ka_date_input_parse (const char *text,
                     KaLanguage  language,
                     KaDay      *from,
                     KaDay      *to,
                     gboolean   *is_interval,
                     GError    **error)
{
  g_autofree char *bare = NULL;
  KaSpan           span;
  Piece            piece, first, last;
  gboolean         is_two = FALSE;

  g_return_val_if_fail (text != NULL && from != NULL && to != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX, _ ("This is not text"));
  if (strlen (text) > MAX_BYTES)
    return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX, _ ("This is too long for a date"));
  bare = drop_notes (text);
  piece = trim ((Piece){ bare, bare + strlen (bare) });
  if (!read_edtf (text, &span))
    {
      is_two = part (piece, &first, &last);
      if (is_two ? !read_two (text, first, last, language, &span, error)
                 : !read_close (text, piece, language, &span, &is_two, error))
        return FALSE;
    }
  *from = span.from;
  *to = span.to;
  if (is_interval != NULL)
    *is_interval = is_two;

  return TRUE;
}
