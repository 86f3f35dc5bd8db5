/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A strict scanner of JSON (RFC 8259) that builds no tree. It runs before json-c and finds what
 * that lets pass even in its strict mode: NaN, numbers too great for their type, single quotes,
 * keys that stand twice, text that is cut off. It also finds the place of a value again from its
 * JSON pointer.
 */
#include "config.h"

#include "ka-json-private.h"

#include <math.h>
#include <string.h>

/* Where the scanner is. @report is %NULL where the text is known to be good. */
typedef struct
{
  const char     *text;
  gsize           length;
  gsize           at;
  guint           depth;
  gboolean        is_faulty; /* something was reported, be it that scanning went on */
  KaJsonFaultFunc report;
  gpointer        user_data;
} Scanner;

static gboolean scan_value (Scanner *self);

static void
report_at (Scanner *self, gsize offset, const char *message)
{
  self->is_faulty = TRUE;
  if (self->report != NULL)
    self->report (offset, message, self->user_data);
}

/* Reports what stands here instead of what should, and gives up. */
static gboolean
fail_expected (Scanner *self, const char *expected)
{
  g_autofree char *message = NULL;

  if (self->at >= self->length)
    {
      message = g_strdup_printf ("the document ends here, %s expected", expected);
    }
  else
    {
      gunichar letter = g_utf8_get_char (self->text + self->at);
      char     utf8[7] = { 0 };

      g_unichar_to_utf8 (letter, utf8);
      if (g_unichar_isgraph (letter))
        message = g_strdup_printf ("“%s” found, %s expected", utf8, expected);
      else
        message = g_strdup_printf ("the character U+%04X found, %s expected", letter, expected);
    }
  report_at (self, self->at, message);
  return FALSE;
}

static char
peek (const Scanner *self)
{
  return self->at < self->length ? self->text[self->at] : '\0';
}

static gboolean
accept (Scanner *self, char wanted)
{
  if (self->at >= self->length || self->text[self->at] != wanted)
    return FALSE;
  self->at++;
  return TRUE;
}

static void
skip_blanks (Scanner *self)
{
  while (self->at < self->length && strchr (" \t\n\r", self->text[self->at]) != NULL &&
         self->text[self->at] != '\0')
    self->at++;
}

/* Reads the four digits of an escape \uXXXX. */
static gboolean
scan_hex (Scanner *self, gunichar *code)
{
  *code = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (peek (self)))
        return fail_expected (self, "four hexadecimal digits after \\u");
      *code = *code * 16 + (gunichar) g_ascii_xdigit_value (self->text[self->at++]);
    }
  return TRUE;
}

/* Reads what follows \u, both halves of a surrogate pair. */
static gboolean
scan_unicode_escape (Scanner *self, GString *decoded)
{
  gsize    start = self->at - 2;
  gunichar code, low;

  if (!scan_hex (self, &code))
    return FALSE;
  if (code >= 0xD800 && code <= 0xDBFF && accept (self, '\\') && accept (self, 'u'))
    {
      if (!scan_hex (self, &low))
        return FALSE;
      code = low >= 0xDC00 && low <= 0xDFFF ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                                            : 0xD800;
    }
  if (code == 0 || (code >= 0xD800 && code <= 0xDFFF))
    {
      report_at (self, start,
                 code == 0 ? "the character U+0000 in a string, text expected"
                           : "half a surrogate pair, both halves expected");
      return FALSE;
    }
  if (decoded != NULL)
    g_string_append_unichar (decoded, code);
  return TRUE;
}

static gboolean
scan_escape (Scanner *self, GString *decoded)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char       *letter;

  if (accept (self, 'u'))
    return scan_unicode_escape (self, decoded);
  letter = self->at < self->length && peek (self) != '\0' ? strchr (letters, peek (self)) : NULL;
  if (letter == NULL)
    return fail_expected (self, "one of \" \\ / b f n r t u after \\");
  self->at++;
  if (decoded != NULL)
    g_string_append_c (decoded, meanings[letter - letters]);
  return TRUE;
}

/* Reads a string; what it means goes to @decoded, where that is wanted. */
static gboolean
scan_string (Scanner *self, GString *decoded)
{
  if (!accept (self, '"'))
    return fail_expected (self, "a string in double quotes");
  while (!accept (self, '"'))
    {
      if (self->at >= self->length || (guchar) peek (self) < 0x20)
        return fail_expected (self, "the rest of a string with its closing quote");
      if (accept (self, '\\'))
        {
          if (!scan_escape (self, decoded))
            return FALSE;
          continue;
        }
      if (decoded != NULL)
        g_string_append_c (decoded, peek (self));
      self->at++;
    }
  return TRUE;
}

static gboolean
scan_digits (Scanner *self)
{
  if (!g_ascii_isdigit (peek (self)))
    return fail_expected (self, "a digit");
  while (g_ascii_isdigit (peek (self)))
    self->at++;
  return TRUE;
}

/* Reports a number that no integer of 64 bits, or no finite fraction, can hold. */
static void
check_number (Scanner *self, gsize start, gboolean is_integer)
{
  g_autofree char *number = NULL, *message = NULL;

  /* Without an exponent so few digits fit in any case. */
  if (self->report == NULL ||
      (self->at - start < 18 && memchr (self->text + start, 'e', self->at - start) == NULL &&
       memchr (self->text + start, 'E', self->at - start) == NULL))
    return;
  number = g_strndup (self->text + start, self->at - start);
  if (is_integer ? g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, NULL, NULL)
                 : isfinite (g_ascii_strtod (number, NULL)) != 0)
    return;
  message = g_strdup_printf ("the number %.40s is out of range, %s expected", number,
                             is_integer ? "an integer of 64 bits" : "a finite number");
  report_at (self, start, message);
}

static gboolean
scan_number (Scanner *self)
{
  gsize    start = self->at;
  gboolean is_integer = TRUE;

  accept (self, '-');
  if (!accept (self, '0') && !scan_digits (self))
    return FALSE;
  if (accept (self, '.'))
    {
      is_integer = FALSE;
      if (!scan_digits (self))
        return FALSE;
    }
  if (accept (self, 'e') || accept (self, 'E'))
    {
      is_integer = FALSE;
      if (!accept (self, '+'))
        accept (self, '-');
      if (!scan_digits (self))
        return FALSE;
    }
  check_number (self, start, is_integer);
  return TRUE;
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (self->length - self->at >= n && memcmp (self->text + self->at, words[i], n) == 0)
        {
          self->at += n;
          return TRUE;
        }
    }
  return fail_expected (self, "a value");
}

static gboolean
scan_array (Scanner *self)
{
  self->at++;
  skip_blanks (self);
  if (accept (self, ']'))
    return TRUE;
  do
    {
      if (!scan_value (self))
        return FALSE;
      skip_blanks (self);
    }
  while (accept (self, ','));
  return accept (self, ']') || fail_expected (self, "“,” or “]”");
}

/* Reads a key and its colon and notes it among the keys of its object. */
static gboolean
scan_key (Scanner *self, GHashTable *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gsize start;

  skip_blanks (self);
  start = self->at;
  if (!scan_string (self, key))
    return FALSE;
  if (keys != NULL && !g_hash_table_add (keys, g_strdup (key->str)))
    {
      g_autofree char *message = g_strdup_printf (
        "the member “%s” stands here twice, once expected", key->str);

      report_at (self, start, message);
    }
  skip_blanks (self);
  return accept (self, ':') || fail_expected (self, "“:”");
}

static gboolean
scan_object (Scanner *self)
{
  g_autoptr (GHashTable) keys = NULL;

  self->at++;
  skip_blanks (self);
  if (accept (self, '}'))
    return TRUE;
  if (self->report != NULL)
    keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  do
    {
      if (!scan_key (self, keys) || !scan_value (self))
        return FALSE;
      skip_blanks (self);
    }
  while (accept (self, ','));
  return accept (self, '}') || fail_expected (self, "“,” or “}”");
}

/* Reads an object or an array, no deeper than allowed. */
static gboolean
scan_nested (Scanner *self, gboolean (*scan) (Scanner *self))
{
  gboolean is_valid;

  if (self->depth == KA_JSON_DEPTH_MAX)
    {
      report_at (self, self->at, "nested too deep, at most 64 levels expected");
      return FALSE;
    }
  self->depth++;
  is_valid = scan (self);
  self->depth--;
  return is_valid;
}

static gboolean
scan_value (Scanner *self)
{
  skip_blanks (self);
  switch (peek (self))
    {
    case '{':
      return scan_nested (self, scan_object);
    case '[':
      return scan_nested (self, scan_array);
    case '"':
      return scan_string (self, NULL);
    case '-':
      return scan_number (self);
    default:
      return g_ascii_isdigit (peek (self)) ? scan_number (self) : scan_word (self);
    }
}

/* Reports every fault up to the first one after which the text has no structure any more. Returns
 * whether there was none. */
gboolean
ka_json_scan (const char *text, gsize length, KaJsonFaultFunc report, gpointer user_data)
{
  Scanner     self = { .text = text, .length = length, .report = report, .user_data = user_data };
  const char *invalid;

  if (!g_utf8_validate_len (text, length, &invalid))
    {
      report_at (&self, (gsize) (invalid - text),
                 "a byte that is not UTF-8, text in UTF-8 expected");
      return FALSE;
    }
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      report_at (&self, 0, "a byte order mark, UTF-8 without one expected");
      return FALSE;
    }
  if (!scan_value (&self))
    return FALSE;
  skip_blanks (&self);
  if (self.at < length)
    return fail_expected (&self, "the end of the document");
  return !self.is_faulty;
}

/* Moves from a value to the one that a step of a pointer leads to. */
static gboolean
descend (Scanner *self, const char *step)
{
  guint64 index = 0;

  skip_blanks (self);
  if (accept (self, '['))
    {
      if (!g_ascii_string_to_unsigned (step, 10, 0, G_MAXUINT32, &index, NULL))
        return FALSE;
      for (guint64 i = 0; i < index; i++)
        {
          skip_blanks (self);
          if (peek (self) == ']' || !scan_value (self))
            return FALSE;
          skip_blanks (self);
          if (!accept (self, ','))
            return FALSE;
        }
      skip_blanks (self);
      return peek (self) != ']';
    }
  if (!accept (self, '{'))
    return FALSE;
  skip_blanks (self);
  while (peek (self) != '}')
    {
      g_autoptr (GString) key = g_string_new (NULL);

      skip_blanks (self);
      if (!scan_string (self, key))
        return FALSE;
      skip_blanks (self);
      if (!accept (self, ':'))
        return FALSE;
      if (strcmp (key->str, step) == 0)
        {
          skip_blanks (self);
          return TRUE;
        }
      if (!scan_value (self))
        return FALSE;
      skip_blanks (self);
      if (!accept (self, ','))
        return FALSE;
    }
  return FALSE;
}

/* Undoes the escapes of a step of a JSON pointer. */
static char *
unescape_step (const char *step)
{
  GString *plain = g_string_new (step);

  g_string_replace (plain, "~1", "/", 0);
  g_string_replace (plain, "~0", "~", 0);
  return g_string_free (plain, FALSE);
}

/* Finds the offset in bytes of the value that a JSON pointer (RFC 6901) leads to in a text that was
 * scanned without fault; of the last value on the way, where the pointer leads to none. */
gsize
ka_json_find (const char *text, gsize length, const char *pointer)
{
  Scanner self = { .text = text, .length = length };
  g_auto (GStrv) steps = g_strsplit (pointer, "/", -1);
  gsize found;

  skip_blanks (&self);
  found = self.at;
  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    {
      g_autofree char *step = unescape_step (steps[i]);

      if (!descend (&self, step))
        return found;
      found = self.at;
    }
  return found;
}

/* Gets the line and column of an offset, both counted from 1; columns in characters. */
void
ka_json_get_line (const char *text, gsize offset, int *line, int *column)
{
  *line = 1;
  *column = 1;
  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n')
      {
        *line += 1;
        *column = 1;
      }
    else if (((guchar) text[i] & 0xC0) != 0x80)
      {
        *column += 1;
      }
}
