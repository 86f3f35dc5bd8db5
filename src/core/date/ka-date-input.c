/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads dates as people type them. It is generous where only one reading is possible and says what
 * it does not understand; dates in files are EDTF and are read elsewhere.
 */

#include "config.h"

#include "ka-date-input.h"

#include "ka-date.h"

#include <string.h>

#define MAX_TOKENS 4
#define MAX_YEAR   999999
/* Fewer letters of a month are taken for a slip. */
#define MIN_MONTH_LETTERS 3

/* How the names of the months begin, as far as cases and endings leave them alone. */
static const char *const months[12][8] = {
  { "january", "ocak", "январ", "հունվար", "იანვარ", "yanvar" },
  { "february", "şubat", "феврал", "փետրվար", "თებერვალ", "fevral" },
  { "march", "mart", "март", "մարտ", "მარტ" },
  { "april", "nisan", "апрел", "ապրիլ", "აპრილ", "aprel" },
  { "may", "mayıs", "май", "мая", "մայիս", "მაის" },
  { "june", "haziran", "июн", "հունիս", "ივნის", "iyun" },
  { "july", "temmuz", "июл", "հուլիս", "ივლის", "iyul" },
  { "august", "ağustos", "август", "օգոստոս", "აგვისტ", "avqust" },
  { "september", "eylül", "сентябр", "սեպտեմբեր", "სექტემბერ", "sentyabr" },
  { "october", "ekim", "октябр", "հոկտեմբեր", "ოქტომბერ", "oktyabr" },
  { "november", "kasım", "ноябр", "նոյեմբեր", "ნოემბერ", "noyabr" },
  { "december", "aralık", "декабр", "դեկտեմբեր", "დეკემბერ", "dekabr" },
};

/* A number or a word of the text. */
typedef struct
{
  const char *start;
  int         length;
  gboolean    is_number;
  gint64      value;
  char        before; /* what stands between it and the one before: '.', '-' or ' ' */
} Token;

typedef struct
{
  Token      tokens[MAX_TOKENS];
  int        n_tokens;
  KaLanguage language;
  int        era; /* -1 for BC, 1 for AD, 0 for neither */
} Scan;

static gboolean fail (GError **error, KaDateError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static gboolean
fail (GError **error, KaDateError code, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, KA_DATE_ERROR, (gint) code, message);

  return FALSE;
}

/* As g_utf8_next_char(), which takes away the const. */
static const char *
skip_letter (const char *c)
{
  return c + g_utf8_skip[*(const guchar *) c];
}

/* Without case, accents and the dot of the Turkish i. */
static char *
fold (const char *text, gssize length)
{
  g_autofree char *lower = g_utf8_casefold (text, length);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString         *folded = g_string_new (NULL);

  for (const char *c = apart; c != NULL && *c != '\0'; c = skip_letter (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == 0x131)
        letter = 'i';
      if (g_unichar_type (letter) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (folded, letter);
    }

  return g_string_free (folded, FALSE);
}

/* The month that a folded word names; 0 for none. Where it could be two, other is the second. */
static int
find_month (const char *word, int *other)
{
  int found = 0;

  *other = 0;
  if (g_utf8_strlen (word, -1) < MIN_MONTH_LETTERS)
    return 0;

  for (int i = 0; i < 12; i++)
    for (int j = 0; j < 8 && months[i][j] != NULL; j++)
      {
        g_autofree char *stem = fold (months[i][j], -1);

        if (!g_str_has_prefix (stem, word) && !g_str_has_prefix (word, stem))
          continue;
        if (found != 0 && found != i + 1)
          *other = i + 1;
        else
          found = i + 1;
      }

  return found;
}

static gboolean
is_word (const char *word, const char *const *choices)
{
  return g_strv_contains (choices, word);
}

/* Takes up a word: an era is kept apart, everything else must be a month. */
static gboolean
take_word (Scan *scan, const char *start, int length, char before, GError **error)
{
  static const char *const bc[] = { "bc", "bce", NULL };
  static const char *const ad[] = { "ad", "ce", NULL };
  g_autofree char         *word = fold (start, length);
  int                      other;
  int                      month;

  if (is_word (word, bc) || is_word (word, ad))
    {
      scan->era = is_word (word, bc) ? -1 : 1;
      return TRUE;
    }

  month = find_month (word, &other);
  if (month == 0)
    return fail (error, KA_DATE_ERROR_SYNTAX, "“%.*s” is no month", length, start);
  if (other != 0)
    return fail (error, KA_DATE_ERROR_SYNTAX, "“%.*s” could be %s or %s", length, start,
                 ka_month_get_name (month, scan->language),
                 ka_month_get_name (other, scan->language));
  if (scan->n_tokens == MAX_TOKENS)
    return fail (error, KA_DATE_ERROR_SYNTAX, "“%.*s” is too much for a date", length, start);

  scan->tokens[scan->n_tokens++] = (Token){ start, length, FALSE, month, before };

  return TRUE;
}

static gboolean
take_number (Scan *scan, const char *start, int length, char before, GError **error)
{
  gint64 value = 0;

  for (int i = 0; i < length; i++)
    {
      value = value * 10 + (start[i] - '0');
      if (value > MAX_YEAR)
        return fail (error, KA_DATE_ERROR_RANGE, "“%.*s” is too great for a year", length, start);
    }
  if (scan->n_tokens == MAX_TOKENS)
    return fail (error, KA_DATE_ERROR_SYNTAX, "“%.*s” is too much for a date", length, start);

  scan->tokens[scan->n_tokens++] = (Token){ start, length, TRUE, value, before };

  return TRUE;
}

/* Cuts the text into numbers and words; dots, dashes, commas and spaces stand between. */
static gboolean
scan_text (Scan *scan, const char *text, gsize length, GError **error)
{
  const char *end = text + length;
  char        before = ' ';

  for (const char *c = text; c < end;)
    {
      const char *start = c;
      gunichar    letter = g_utf8_get_char (c);

      if (*c == '.' || *c == '-')
        before = *c++;
      else if (*c == ',' || g_unichar_isspace (letter))
        c = skip_letter (c);
      else if (g_ascii_isdigit (*c))
        {
          while (c < end && g_ascii_isdigit (*c))
            c++;
          if (!take_number (scan, start, (int) (c - start), before, error))
            return FALSE;
          before = ' ';
        }
      else if (g_unichar_isalpha (letter) || g_unichar_ismark (letter))
        {
          while (c < end && (g_unichar_isalpha (g_utf8_get_char (c)) ||
                             g_unichar_ismark (g_utf8_get_char (c))))
            c = skip_letter (c);
          if (!take_word (scan, start, (int) (c - start), before, error))
            return FALSE;
          before = ' ';
        }
      else
        {
          c = skip_letter (c);
          return fail (error, KA_DATE_ERROR_SYNTAX, "“%.*s” has no place in a date",
                       (int) (c - start), start);
        }
    }

  return TRUE;
}

/* Which of the tokens is the year, the month and the day; NULL for what is not given. */
static gboolean
sort_tokens (const Scan   *scan,
             const Token **year,
             const Token **month,
             const Token **day,
             GError      **error)
{
  const Token *t = scan->tokens;
  const char  *whole = t[0].start;
  int          n = scan->n_tokens;
  int          length = n > 0 ? (int) (t[n - 1].start + t[n - 1].length - whole) : 0;

  *year = *month = *day = NULL;
  if (n == 1 && t[0].is_number)
    *year = &t[0];
  else if (n == 2 && !t[0].is_number && t[1].is_number)
    *month = &t[0], *year = &t[1];
  else if (n == 2 && t[0].is_number && !t[1].is_number && t[0].length > 2)
    *year = &t[0], *month = &t[1];
  else if (n == 2 && t[0].is_number && t[1].is_number && t[1].before == '-')
    *year = &t[0], *month = &t[1];
  else if (n == 2 && t[0].is_number && t[1].is_number && t[1].before == '.' && t[1].length > 2)
    *month = &t[0], *year = &t[1];
  else if (n == 3 && t[0].is_number && !t[1].is_number && t[2].is_number)
    {
      gboolean is_year_first = t[0].length > 2;

      *month = &t[1];
      *year = is_year_first ? &t[0] : &t[2];
      *day = is_year_first ? &t[2] : &t[0];
    }
  else if (n == 3 && !t[0].is_number && t[1].is_number && t[2].is_number)
    *month = &t[0], *day = &t[1], *year = &t[2];
  else if (n == 3 && t[1].before == '.' && t[2].before == '.' && t[0].is_number && t[1].is_number &&
           t[2].is_number)
    *day = &t[0], *month = &t[1], *year = &t[2];
  else if (n == 3 && t[1].before == '-' && t[2].before == '-' && t[0].is_number && t[1].is_number &&
           t[2].is_number)
    *year = &t[0], *month = &t[1], *day = &t[2];
  else if (n == 0)
    return fail (error, KA_DATE_ERROR_SYNTAX,
                 "A date is missing, such as 13.10.1921, Oct 1921 or 1921");
  else if (n == 1 || n == 2)
    return fail (error, KA_DATE_ERROR_SYNTAX, "“%.*s” lacks the year", length, whole);
  else
    return fail (error, KA_DATE_ERROR_SYNTAX, "“%.*s” is no date; one is written 13.10.1921",
                 length, whole);

  return TRUE;
}

static gboolean
parse_one (const char *text,
           gsize       length,
           KaLanguage  language,
           KaDay      *from,
           KaDay      *to,
           GError    **error)
{
  Scan         scan = { .language = language };
  const Token *year, *month, *day;
  gint64       number;

  if (!scan_text (&scan, text, length, error) || !sort_tokens (&scan, &year, &month, &day, error))
    return FALSE;

  if (scan.era == 0 && year->length < 3)
    return fail (error, KA_DATE_ERROR_SYNTAX, "“%.*s” is not a whole year, such as 1921",
                 year->length, year->start);
  if (year->value == 0 && scan.era != 0)
    return fail (error, KA_DATE_ERROR_RANGE, "There is no year 0 before or after Christ");
  number = scan.era < 0 ? 1 - year->value : year->value;
  if (month == NULL)
    {
      *from = ka_day_from_ymd (number, 1, 1);
      *to = ka_day_from_ymd (number + 1, 1, 1);
      return TRUE;
    }

  if (month->value < 1 || month->value > 12)
    return fail (error, KA_DATE_ERROR_RANGE, "There is no month %.*s", month->length, month->start);
  if (day == NULL)
    {
      *from = ka_day_from_ymd (number, (int) month->value, 1);
      *to = *from + ka_day_get_days_in_month (number, (int) month->value);
      return TRUE;
    }

  if (day->value < 1 || day->value > ka_day_get_days_in_month (number, (int) month->value))
    return fail (error, KA_DATE_ERROR_RANGE, "%s %" G_GINT64_FORMAT " has no day %.*s",
                 ka_month_get_name ((int) month->value, language), year->value, day->length,
                 day->start);
  *from = ka_day_from_ymd (number, (int) month->value, (int) day->value);
  *to = *from + 1;

  return TRUE;
}

/* Where an interval is parted; NULL where the text is no interval. */
static const char *
find_parting (const char *text, gsize *length)
{
  static const char *const partings[] = { "–", "—", "..", " to ", " - ", "/" };

  for (gsize i = 0; i < G_N_ELEMENTS (partings); i++)
    {
      const char *found = strstr (text, partings[i]);

      if (found != NULL)
        {
          *length = strlen (partings[i]);
          return found;
        }
    }

  return NULL;
}

gboolean
ka_date_input_parse (const char *text,
                     KaLanguage  language,
                     KaDay      *from,
                     KaDay      *to,
                     gboolean   *is_interval,
                     GError    **error)
{
  gsize       length = 0;
  const char *parting;
  KaDay       first_from, first_to, last_from, last_to;

  g_return_val_if_fail (text != NULL && from != NULL && to != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, KA_DATE_ERROR_SYNTAX, "This is not text");

  parting = find_parting (text, &length);
  if (parting != NULL && *parting == '/' && strchr (parting + 1, '/') != NULL)
    return fail (error, KA_DATE_ERROR_SYNTAX,
                 "“%s” could be read in two ways; write 13.10.1921 or 1921-10-13", text);
  if (parting == NULL)
    {
      if (!parse_one (text, strlen (text), language, from, to, error))
        return FALSE;
      if (is_interval != NULL)
        *is_interval = FALSE;
      return TRUE;
    }

  if (!parse_one (text, (gsize) (parting - text), language, &first_from, &first_to, error) ||
      !parse_one (parting + length, strlen (parting + length), language, &last_from, &last_to,
                  error))
    return FALSE;
  if (last_to <= first_from)
    return fail (error, KA_DATE_ERROR_RANGE, "“%s” ends before it begins", text);

  *from = first_from;
  *to = last_to;
  if (is_interval != NULL)
    *is_interval = TRUE;

  return TRUE;
}
