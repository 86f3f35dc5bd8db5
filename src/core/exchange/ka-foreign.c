/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What importers of foreign formats share: JSON that is taken as it comes, and dates by their
 * parts.
 */
#include "config.h"

#include "ka-exchange-private.h"

#include "ka-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_YEAR 9999

static void
report_cb (gsize offset, const char *message, gpointer user_data)
{
  ka_draft_fault (user_data, offset, "%s", message);
}

KaDocument *
ka_foreign_parse_json (KaDraft *draft, const char *text, gsize length)
{
  g_autoptr (KaDocument) document = ka_document_new ("", g_memdup2 (text, length + 1), length);

  if (!ka_json_parse (document->text, length, NULL, report_cb, draft, &document->root))
    return NULL;
  return g_steal_pointer (&document);
}

gboolean
ka_foreign_has_json (const char *text, gsize length, const char *pointer)
{
  g_autofree char *parent = g_path_get_dirname (pointer);

  if (!g_utf8_validate_len (text, MIN (length, 4), NULL) ||
      (text[strspn (text, " \t\r\n")] != '{' && text[strspn (text, " \t\r\n")] != '['))
    return FALSE;
  if (strcmp (parent, "/") == 0)
    *parent = '\0';
  return ka_json_find (text, length, pointer) != ka_json_find (text, length, parent);
}

gboolean
ka_foreign_get_member (const KaNode *node, const char *key, KaNode *member)
{
  return ka_node_get_member (node, key, member) && member->value != NULL;
}

const char *
ka_foreign_get_text (KaDraft *draft, const KaNode *node, const char *key)
{
  KaNode member;

  if (!ka_foreign_get_member (node, key, &member))
    return NULL;
  if (ka_node_is (&member, json_type_string) || ka_node_is (&member, json_type_int) ||
      ka_node_is (&member, json_type_double))
    return json_object_get_string (member.value);
  ka_draft_fault (draft, ka_node_get_offset (&member), _ ("no text in “%s”, one expected"), key);
  return NULL;
}

/* Says that a year is none that an atlas has. Readers count years before AD 1 from 1, we from 0. */
static void
refuse_year (KaDraft *draft, gsize offset, gint64 year)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, year > 0 ? year : 1 - year);
  /* Translators: of a year. */
  g_autofree char *found = g_strdup_printf (year > 0 ? "%s" : _ ("%s BC"), number);

  ka_draft_fault (draft, offset,
                  _ ("the year %1$s found, one from %2$d BC to AD %3$d expected: an atlas has no"
                     " geological times"),
                  found, MAX_YEAR + 1, MAX_YEAR);
}

/* Writes a number of up to @n_digits digits and returns where it ends. */
static char *
put_number (char *at, gint64 number, int n_digits)
{
  for (int i = n_digits; i > 0; i--, number /= 10)
    at[i - 1] = (char) ('0' + number % 10);
  return at + n_digits;
}

/* Writes a date; 0 for a month or a day that it has not. There may be a million of them. */
static char *
dup_date (gint64 year, gint64 month, gint64 day)
{
  char  date[] = "-YYYY-MM-DD";
  char *end = put_number (year < 0 ? date + 1 : date, ABS (year), 4);

  if (month > 0)
    {
      *end = '-';
      end = put_number (end + 1, month, 2);
    }
  if (day > 0)
    {
      *end = '-';
      end = put_number (end + 1, day, 2);
    }
  return g_strndup (date, (gsize) (end - date));
}

char *
ka_foreign_dup_edtf (KaDraft *draft, gsize offset, gint64 year, gint64 month, gint64 day)
{
  int n_days;

  if (ABS (year) > MAX_YEAR)
    {
      refuse_year (draft, offset, year);
      return NULL;
    }
  if (month == 0)
    return dup_date (year, 0, 0);
  if (month < 1 || month > 12)
    {
      ka_draft_fault (draft, offset, _ ("the month %lld found, 1 to 12 expected"),
                      (long long) month);
      return NULL;
    }
  if (day == 0)
    return dup_date (year, month, 0);
  n_days = ka_day_get_days_in_month (year, (int) month);
  if (day < 1 || day > n_days)
    {
      ka_draft_fault (draft, offset, _ ("the day %lld found, 1 to %d expected of that month"),
                      (long long) day, n_days);
      return NULL;
    }
  return dup_date (year, month, day);
}
