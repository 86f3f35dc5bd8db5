/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cuts a date as people type it into numbers and names, and marks what the words beside a number
 * say of it.
 */
#include "config.h"

#include "ka-date-scan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_YEAR 9999

typedef enum
{
  MEANS_BC,
  MEANS_AD,
  MEANS_YEAR,   /* the number before it is the year */
  MEANS_DECADE, /* the number before it is that of a decade */
  MEANS_ENDING, /* nothing: the ending of the number before it */
} Meaning;

/* Words beside a number, in lower case, without spaces and full stops. A phrase stands before
 * those that it begins with. */
static const struct
{
  const char *letters;
  Meaning     meaning;
} phrases[] = {
  { "bce", MEANS_BC },
  { "bc", MEANS_BC },
  { "mö", MEANS_BC },
  { "донэ", MEANS_BC },
  { "մթա", MEANS_BC },
  { "ძვწ", MEANS_BC },
  { "eə", MEANS_BC },
  { "ad", MEANS_AD },
  { "ce", MEANS_AD },
  { "ms", MEANS_AD },
  { "нэ", MEANS_AD },
  { "մթ", MEANS_AD },
  { "ახწ", MEANS_AD },
  { "ye", MEANS_AD },
  { "yılı", MEANS_YEAR },
  { "yıllarından", MEANS_YEAR },
  { "yıllarına", MEANS_YEAR },
  { "гг", MEANS_YEAR },
  { "года", MEANS_YEAR },
  { "год", MEANS_YEAR },
  { "г", MEANS_YEAR },
  { "թթ", MEANS_YEAR },
  { "թվականի", MEANS_YEAR },
  { "թվականից", MEANS_YEAR },
  { "թվականներից", MEANS_YEAR },
  { "թվականները", MEANS_YEAR },
  { "թվականը", MEANS_YEAR },
  { "թ", MEANS_YEAR },
  { "წლის", MEANS_YEAR },
  { "წლიდან", MEANS_YEAR },
  { "წლამდე", MEANS_YEAR },
  { "წლისა", MEANS_YEAR },
  { "წლებიდან", MEANS_YEAR },
  { "წლებამდე", MEANS_YEAR },
  { "წლებისა", MEANS_YEAR },
  { "წლები", MEANS_YEAR },
  { "წელი", MEANS_YEAR },
  { "წ", MEANS_YEAR },
  { "ilin", MEANS_YEAR },
  { "ildən", MEANS_YEAR },
  { "illərdən", MEANS_DECADE },
  { "illərə", MEANS_DECADE },
  { "illər", MEANS_DECADE },
  { "ilə", MEANS_YEAR },
  { "il", MEANS_YEAR },
};

/* Endings that stand close to a number, after an apostrophe or a hyphen or bare. */
static const struct
{
  const char *letters;
  Meaning     meaning;
} endings[] = {
  { "s", MEANS_DECADE },    { "ler", MEANS_DECADE }, { "lar", MEANS_DECADE },
  { "е", MEANS_DECADE },    { "х", MEANS_DECADE },   { "ական", MEANS_DECADE },
  { "იანი", MEANS_DECADE }, { "იან", MEANS_DECADE }, { "ci", MEANS_YEAR },
  { "cı", MEANS_YEAR },     { "cu", MEANS_YEAR },    { "cü", MEANS_YEAR },
  { "den", MEANS_ENDING },  { "dan", MEANS_ENDING }, { "ten", MEANS_ENDING },
  { "tan", MEANS_ENDING },  { "ye", MEANS_ENDING },  { "ya", MEANS_ENDING },
  { "e", MEANS_ENDING },    { "a", MEANS_ENDING },   { "de", MEANS_ENDING },
  { "da", MEANS_ENDING },   { "te", MEANS_ENDING },  { "ta", MEANS_ENDING },
  { "ից", MEANS_ENDING },   { "ը", MEANS_ENDING },   { "ն", MEANS_ENDING },
  { "ისა", MEANS_ENDING },  { "го", MEANS_ENDING },  { "й", MEANS_ENDING },
  { "st", MEANS_ENDING },   { "nd", MEANS_ENDING },  { "rd", MEANS_ENDING },
  { "th", MEANS_ENDING },
};

gboolean
ka_typed_fail (GError **error, KaDateError code, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, KA_DATE_ERROR, (gint) code, message);

  return FALSE;
}

static void
mark (KaTypedScan *scan, Meaning meaning)
{
  KaTypedToken *last = scan->n_tokens > 0 ? &scan->tokens[scan->n_tokens - 1] : NULL;

  if (meaning == MEANS_BC || meaning == MEANS_AD)
    scan->era = meaning == MEANS_BC ? -1 : 1;
  if (meaning == MEANS_DECADE)
    scan->is_decade = TRUE;
  if (meaning == MEANS_ENDING)
    return;
  if (last != NULL && last->kind == KA_TYPED_NUMBER)
    last->is_year = TRUE;
  else
    scan->is_year_next = meaning == MEANS_BC || meaning == MEANS_AD;
}

/* Takes up an era or a word for the year. Returns its end, or %NULL where none begins. */
static const char *
take_phrase (KaTypedScan *scan, const char *c, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *after = ka_typed_skip_phrase (c, end, phrases[i].letters);

      if (after == NULL)
        continue;
      mark (scan, phrases[i].meaning);
      return after;
    }

  return NULL;
}

/* Takes up the ending of the number before @c. Returns its end, or @c where there is none. */
static const char *
take_ending (KaTypedScan *scan, const char *c, const char *end)
{
  gunichar    letter = c < end ? g_utf8_get_char (c) : 0;
  const char *start = letter == '-' || letter == '\'' || letter == 0x2019 ? ka_skip_letter (c) : c;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      const char *after = ka_typed_skip_phrase (start, end, endings[i].letters);

      if (after == NULL)
        continue;
      mark (scan, endings[i].meaning);
      return after;
    }

  return c;
}

static gboolean
add_token (KaTypedScan *scan, KaTypedToken token, GError **error)
{
  if (scan->n_tokens == KA_TYPED_MAX_TOKENS)
    return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” is too much for a date"),
                          token.length, token.start);
  scan->tokens[scan->n_tokens++] = token;

  return TRUE;
}

/* Takes up a word, which must be a month or a season. */
static gboolean
take_word (KaTypedScan *scan, const char *start, int length, char before, GError **error)
{
  g_autofree char *word = ka_fold (start, length);
  int              other;
  int              month = ka_typed_find_month (word, &other);
  int              season = month == 0 ? ka_typed_find_season (word, scan->language) : 0;

  if (month == 0 && season == 0)
    return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” is no month"), length, start);
  if (other != 0)
    /* Translators: a month that is cut too short, and two months that begin like it */
    return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” could be %s or %s"), length,
                          start, ka_typed_get_month_name (month, scan->language),
                          ka_typed_get_month_name (other, scan->language));

  return add_token (scan,
                    (KaTypedToken){ start, length, month != 0 ? KA_TYPED_MONTH : KA_TYPED_SEASON,
                                    FALSE, month + season, before },
                    error);
}

static gboolean
take_number (KaTypedScan *scan, const char *start, int length, char before, GError **error)
{
  gint64   value = 0;
  gboolean is_negative = before == '-' && scan->n_tokens == 0;

  for (int i = 0; i < length; i++)
    {
      value = value * 10 + (start[i] - '0');
      if (value > MAX_YEAR)
        return ka_typed_fail (error, KA_DATE_ERROR_RANGE,
                              _ ("“%.*s” is too great for a year, which has four digits at most"),
                              length, start);
    }
  if (is_negative)
    scan->is_negative = TRUE;
  if (!add_token (scan,
                  (KaTypedToken){ start, length, KA_TYPED_NUMBER, scan->is_year_next || is_negative,
                                  value, before },
                  error))
    return FALSE;
  scan->is_year_next = FALSE;

  return TRUE;
}

/* Takes up what begins at *@c and moves on behind it. */
static gboolean
take_next (KaTypedScan *scan, const char **c, const char *end, char before, GError **error)
{
  const char *start = *c;
  const char *phrase_end;

  if (g_ascii_isdigit (*start))
    {
      while (*c < end && g_ascii_isdigit (**c))
        (*c)++;
      if (!take_number (scan, start, (int) (*c - start), before, error))
        return FALSE;
      *c = take_ending (scan, *c, end);
      return TRUE;
    }
  phrase_end = take_phrase (scan, start, end);
  if (phrase_end != NULL)
    {
      *c = phrase_end;
      return TRUE;
    }
  while (*c < end &&
         (g_unichar_isalpha (g_utf8_get_char (*c)) || g_unichar_ismark (g_utf8_get_char (*c))))
    *c = ka_skip_letter (*c);
  if (*c > start)
    return take_word (scan, start, (int) (*c - start), before, error);
  *c = ka_skip_letter (*c);

  return ka_typed_fail (error, KA_DATE_ERROR_SYNTAX, _ ("“%.*s” has no place in a date"),
                        (int) (*c - start), start);
}

gboolean
ka_typed_scan_text (KaTypedScan *scan, const char *text, gsize length, GError **error)
{
  const char *end = text + length;
  char        before = ' ';

  for (const char *c = text; c < end;)
    {
      if (*c == '.' || *c == '-' || *c == '/')
        before = *c++;
      else if (*c == ',' || g_unichar_isspace (g_utf8_get_char (c)))
        c = ka_skip_letter (c);
      else if (g_str_has_prefix (c, "\u2212")) /* the minus sign */
        before = '-', c = ka_skip_letter (c);
      else if (take_next (scan, &c, end, before, error))
        before = ' ';
      else
        return FALSE;
    }

  return TRUE;
}
