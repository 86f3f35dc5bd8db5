/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbers of JSON: integers of 64 bits and finite fractions, no others.
 */
#include "config.h"

#include "ka-json-scanner.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Digits of a number that is a double whatever they are. */
#define MAX_SHORT_FRACTION 15

/* A number of fewer characters is copied without an allocation. */
#define SHORT_NUMBER 32

/* Reads an integer of so few digits that it fits; nearly all are. */
static gboolean
read_short_integer (const char *text, gsize length, gint64 *integer)
{
  const gboolean is_negative = *text == '-';
  gint64         sum = 0;

  if (length > KA_JSON_MAX_SHORT_INTEGER)
    return FALSE;
  for (gsize i = is_negative ? 1 : 0; i < length; i++)
    sum = sum * 10 + (text[i] - '0');
  *integer = is_negative ? -sum : sum;
  return TRUE;
}

/* Reads a decimal fraction of so few digits that both the whole number of them and the power of ten
 * are doubles; their quotient is the double nearest to it (W. D. Clinger, "How to Read Floating
 * Point Numbers Accurately", 1990). Nearly all coordinates are such. */
static gboolean
read_short_fraction (const char *text, gsize length, double *fraction)
{
  static const double tens[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const gboolean      is_negative = *text == '-';
  gint64              sum = 0;
  guint               n_digits = 0, n_behind = 0;

  for (gsize i = is_negative ? 1 : 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      {
        sum = sum * 10 + (text[i] - '0');
        if (++n_digits > MAX_SHORT_FRACTION)
          return FALSE;
      }
    else if (text[i] == '.')
      n_behind = (guint) (length - 1 - i);
    else
      return FALSE;
  *fraction = (double) sum / tens[n_behind];
  if (is_negative)
    *fraction = -*fraction;
  return TRUE;
}

static double
read_fraction (const char *text, gsize length)
{
  double fraction;

  return read_short_fraction (text, length, &fraction) ? fraction : g_ascii_strtod (text, NULL);
}

gboolean
ka_json_read_short_number (const char *text, gsize length, gboolean is_integer, double *number)
{
  gint64 integer;

  if (!is_integer)
    return read_short_fraction (text, length, number);
  if (!read_short_integer (text, length, &integer))
    return FALSE;
  *number = (double) integer;
  return TRUE;
}

KaJsonObject *
ka_json_new_number (const char *text, gsize length, gboolean is_integer, char **fault)
{
  char             copy[SHORT_NUMBER];
  g_autofree char *long_copy = NULL;
  const char      *number = copy;
  gint64           integer;
  double           fraction;

  if (is_integer && read_short_integer (text, length, &integer))
    return json_object_new_int64 (integer);
  if (length < SHORT_NUMBER)
    {
      memcpy (copy, text, length);
      copy[length] = '\0';
    }
  else
    {
      number = long_copy = g_strndup (text, length);
    }
  /* Another errno may come from memory that is short for a moment. */
  errno = 0;
  integer = is_integer ? g_ascii_strtoll (number, NULL, 10) : 0;
  if (is_integer && errno != ERANGE)
    return json_object_new_int64 (integer);
  fraction = is_integer ? INFINITY : read_fraction (number, length);
  if (isfinite (fraction))
    return json_object_new_double_s (fraction, number);
  *fault = is_integer
             ? g_strdup_printf (
                 _ ("the number %.40s is out of range, an integer of 64 bits expected"), number)
             : g_strdup_printf (_ ("the number %.40s is out of range, a finite number expected"),
                                number);
  return NULL;
}
