/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads single members that stand for themselves: texts, names, days, numbers, words, coordinates.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <math.h>
#include <string.h>

/* Gets a string that is not empty, or reports. */
const char *
ka_read_word (KaReader *reader, const KaNode *node, const char *expected)
{
  if (!ka_reader_expect (reader, node, json_type_string, expected))
    return NULL;
  if (json_object_get_string_len (node->value) == 0)
    {
      ka_reader_add_fault (reader, node, "empty string, %s expected", expected);
      return NULL;
    }
  return json_object_get_string (node->value);
}

/* Finds a word in a list that ends with %NULL; -1 when it is not there or not allowed. */
static int
find_choice (const char *const *choices, guint allowed, const char *word)
{
  for (int i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], word) == 0 && (allowed == 0 || (allowed & (1u << i)) != 0))
      return i;
  return -1;
}

static char *
dup_choices (const char *const *choices, guint allowed)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    if (allowed == 0 || (allowed & (1u << i)) != 0)
      g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", choices[i]);
  return g_string_free (list, FALSE);
}

static int
read_choice (const KaTarget *target, const KaNode *node)
{
  const char *word = ka_read_word (target->reader, node, "a word");
  int         choice;

  if (word == NULL)
    return -1;
  choice = find_choice (target->field->choices, target->field->kinds, word);
  if (choice < 0)
    {
      g_autofree char *list = dup_choices (target->field->choices, target->field->kinds);

      ka_reader_add_fault (target->reader, node, "“%s” found, one of %s expected", word, list);
    }
  return choice;
}

void
ka_read_string (const KaTarget *target, const KaNode *node)
{
  char **member = KA_MEMBER (target->record, target->field->offset, char *);

  if (target->field->choices != NULL && read_choice (target, node) < 0)
    return;
  *member = g_strdup (ka_read_word (target->reader, node, "a text"));
}

/* Reads the languages of @node into @text; @with_days allows the `from` and `to` of a name. */
static void
read_languages (KaReader *reader, const KaNode *node, gboolean with_days, KaText *text)
{
  struct json_object_iterator at = json_object_iter_begin (node->value);
  struct json_object_iterator end = json_object_iter_end (node->value);

  for (; !json_object_iter_equal (&at, &end); json_object_iter_next (&at))
    {
      const char *key = json_object_iter_peek_name (&at);
      KaLanguage  language;
      KaNode      member;

      if (with_days && (strcmp (key, "from") == 0 || strcmp (key, "to") == 0))
        continue;
      if (!ka_node_get_member (node, key, &member))
        continue;
      if (ka_language_from_code (key, &language))
        text->in[language] = g_strdup (ka_read_word (reader, &member, "a text"));
      else
        ka_reader_add_fault (reader, &member,
                             "unknown language “%s”, one of en tr ru hy ka az expected", key);
    }
  if (!json_object_object_get_ex (node->value, "en", NULL))
    ka_reader_add_fault (reader, node, "no English text, a member “en” expected");
}

void
ka_read_text (const KaTarget *target, const KaNode *node)
{
  KaText *text = KA_MEMBER (target->record, target->field->offset, KaText);

  if (ka_reader_expect (target->reader, node, json_type_object, "a text in languages"))
    read_languages (target->reader, node, FALSE, text);
}

static gboolean
read_day (KaReader *reader, const KaNode *node, KaDay *day)
{
  g_autoptr (GError) error = NULL;
  const char *text = ka_read_word (reader, node, "a day, YYYY-MM-DD,");

  if (text == NULL)
    return FALSE;
  if (ka_day_parse (text, day, &error))
    return TRUE;
  ka_reader_add_fault (reader, node, "%s", error->message);
  return FALSE;
}

static void
read_name (KaReader *reader, const KaNode *node, KaName *name)
{
  KaNode member;

  name->span.from = KA_DAY_MIN;
  name->span.to = KA_DAY_MAX;
  if (!ka_reader_expect (reader, node, json_type_object, "a name in languages"))
    return;
  read_languages (reader, node, TRUE, &name->text);
  if (ka_node_get_member (node, "from", &member))
    read_day (reader, &member, &name->span.from);
  if (ka_node_get_member (node, "to", &member))
    read_day (reader, &member, &name->span.to);
  if (name->span.to <= name->span.from)
    ka_reader_add_fault (reader, node, "the name ends before it starts, a later “to” expected");
}

void
ka_read_names (const KaTarget *target, const KaNode *node)
{
  KaNames *names = KA_MEMBER (target->record, target->field->offset, KaNames);

  if (!ka_reader_expect (target->reader, node, json_type_array, "a list of names"))
    return;
  if (ka_node_count (node) == 0)
    ka_reader_add_fault (target->reader, node, "no name, at least one expected");
  names->items = g_new0 (KaName, ka_node_count (node));
  names->n_items = ka_node_count (node);
  for (gsize i = 0; i < names->n_items; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      read_name (target->reader, &element, &names->items[i]);
      if (i == 0 || names->items[i].span.from == names->items[i - 1].span.to)
        continue;
      if (names->items[i].span.from < names->items[i - 1].span.to)
        ka_reader_add_fault (target->reader, &element,
                             "the name overlaps the one before it, “from” at its “to” expected");
      else
        ka_reader_add_fault (target->reader, &element,
                             "there is a hole before the name, “from” at the “to” of the one before"
                             " expected");
    }
}

void
ka_read_day (const KaTarget *target, const KaNode *node)
{
  read_day (target->reader, node, KA_MEMBER (target->record, target->field->offset, KaDay));
}

void
ka_read_date (const KaTarget *target, const KaNode *node)
{
  g_autoptr (GError) error = NULL;
  const char *text = ka_read_word (target->reader, node, "a date in EDTF");

  if (text == NULL)
    return;
  *KA_MEMBER (target->record, target->field->offset, char *) = g_strdup (text);
  if (!ka_date_parse_edtf (text, KA_MEMBER (target->record, target->field->more_offset, KaDate),
                           &error))
    ka_reader_add_fault (target->reader, node, "%s", error->message);
}

void
ka_read_boolean (const KaTarget *target, const KaNode *node)
{
  if (ka_reader_expect (target->reader, node, json_type_boolean, "true or false"))
    *KA_MEMBER (target->record, target->field->offset,
                gboolean) = json_object_get_boolean (node->value) != 0;
}

static gboolean
read_number (KaReader     *reader,
             const KaNode *node,
             double        minimum,
             double        maximum,
             const char   *expected,
             double       *number)
{
  double value;

  if (!ka_node_is (node, json_type_int) &&
      !ka_reader_expect (reader, node, json_type_double, expected))
    return FALSE;
  value = json_object_get_double (node->value);
  if (!isfinite (value) || value < minimum || value > maximum)
    {
      g_autofree char *least = ka_dup_number (minimum);
      g_autofree char *most = ka_dup_number (maximum);

      ka_reader_add_fault (reader, node, "%s is out of range, %s from %s to %s expected",
                           json_object_get_string (node->value), expected, least, most);
      return FALSE;
    }
  *number = value;
  return TRUE;
}

void
ka_read_number (const KaTarget *target, const KaNode *node)
{
  read_number (target->reader, node, target->field->minimum, target->field->maximum, "a number",
               KA_MEMBER (target->record, target->field->offset, double));
}

void
ka_read_integer (const KaTarget *target, const KaNode *node)
{
  double number;

  if (ka_reader_expect (target->reader, node, json_type_int, "an integer") &&
      read_number (target->reader, node, target->field->minimum, target->field->maximum,
                   "an integer", &number))
    *KA_MEMBER (target->record, target->field->offset, int) = (int) number;
}

void
ka_read_choice (const KaTarget *target, const KaNode *node)
{
  int choice = read_choice (target, node);

  if (choice >= 0)
    *KA_MEMBER (target->record, target->field->offset, int) = choice;
}

void
ka_read_categories (const KaTarget *target, const KaNode *node)
{
  guint all = 0, leading = 0;

  if (!ka_reader_expect (target->reader, node, json_type_array, "a list of categories"))
    return;
  if (ka_node_count (node) == 0)
    ka_reader_add_fault (target->reader, node, "no category, at least one expected");
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);
      int    choice = read_choice (target, &element);

      if (choice < 0)
        continue;
      if ((all & (1u << choice)) != 0)
        ka_reader_add_fault (target->reader, &element, "a category twice, each once expected");
      all |= 1u << choice;
      if (leading == 0)
        leading = 1u << choice;
    }
  *KA_MEMBER (target->record, target->field->offset, guint) = all;
  *KA_MEMBER (target->record, target->field->more_offset, guint) = leading;
}

/* Reads longitudes and latitudes in turn. */
static gboolean
read_coordinates (KaReader *reader, const KaNode *node, gsize n, const char *expected, double *out)
{
  gboolean is_valid = TRUE;

  if (!ka_reader_expect (reader, node, json_type_array, expected))
    return FALSE;
  if (ka_node_count (node) != n)
    {
      ka_reader_add_fault (reader, node, "%" G_GSIZE_FORMAT " in the list, %s expected",
                           ka_node_count (node), expected);
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    {
      KaNode element = ka_node_get_element (node, i);
      double limit = i % 2 == 0 ? 180 : 90;

      if (!read_number (reader, &element, -limit, limit, i % 2 == 0 ? "a longitude" : "a latitude",
                        &out[i]))
        is_valid = FALSE;
    }
  return is_valid;
}

void
ka_read_point (const KaTarget *target, const KaNode *node)
{
  double at[2];

  if (read_coordinates (target->reader, node, 2, "[longitude, latitude]", at))
    *KA_MEMBER (target->record, target->field->offset, KaPoint) = (KaPoint){ at[0], at[1] };
  if (target->field->more_offset != 0)
    *KA_MEMBER (target->record, target->field->more_offset, gboolean) = TRUE;
}

void
ka_read_pieces (const KaTarget *target, const KaNode *node)
{
  double piece[2] = { 0, 0 };

  if (!ka_reader_expect (target->reader, node, json_type_array, "[first piece, last piece]"))
    return;
  if (ka_node_count (node) != 2)
    {
      ka_reader_add_fault (target->reader, node,
                           "%" G_GSIZE_FORMAT " in the list, [first piece, last piece] expected",
                           ka_node_count (node));
      return;
    }
  for (gsize i = 0; i < 2; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      if (!ka_reader_expect (target->reader, &element, json_type_int, "the number of a piece") ||
          !read_number (target->reader, &element, 1, 9999, "the number of a piece", &piece[i]))
        return;
    }
  if (piece[1] < piece[0])
    ka_reader_add_fault (
      target->reader, node,
      "the last piece comes before the first, [first piece, last piece] expected");
  *KA_MEMBER (target->record, target->field->offset, int) = (int) piece[0];
  *KA_MEMBER (target->record, target->field->more_offset, int) = (int) piece[1];
}

void
ka_read_extent (const KaTarget *target, const KaNode *node)
{
  double at[4];

  if (!read_coordinates (target->reader, node, 4, "[west, south, east, north]", at))
    return;
  if (at[0] >= at[2] || at[1] >= at[3])
    ka_reader_add_fault (target->reader, node,
                         "no room in it, [west, south, east, north] expected");
  *KA_MEMBER (target->record, target->field->offset, KaPoint) = (KaPoint){ at[0], at[1] };
  *KA_MEMBER (target->record, target->field->more_offset, KaPoint) = (KaPoint){ at[2], at[3] };
}
