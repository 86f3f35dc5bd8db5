/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads records into structs as the tables of ka-record.c say, with a function for each kind of
 * member. What contradicts itself across records is for ka-reader-check.c.
 */
#include "config.h"

#include "ka-query.h"
#include "ka-reader-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Single values */

/* Gets the number of a word among the choices of the field, or -1 after a report. */
static int
read_word (const KaTarget *target, const KaNode *node)
{
  const char *const *choices = target->field->choices;
  const char        *word = ka_reader_read_word (target->reader, node, N_ ("a word"));
  g_autoptr (GPtrArray) allowed = NULL;
  g_autoptr (GString) list = NULL;
  g_autofree char *message = NULL;

  if (word == NULL)
    return -1;
  for (guint i = 0; choices[i] != NULL; i++)
    if (ka_target_allows (target->field, i) && strcmp (choices[i], word) == 0)
      return (int) i;
  if (!ka_reader_has_room (target->reader))
    {
      ka_reader_count_fault (target->reader);
      return -1;
    }
  allowed = g_ptr_array_new ();
  list = g_string_new (NULL);
  for (guint i = 0; choices[i] != NULL; i++)
    if (ka_target_allows (target->field, i))
      {
        g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", choices[i]);
        g_ptr_array_add (allowed, (gpointer) (gsize) choices[i]);
      }
  g_ptr_array_add (allowed, NULL);
  message = ka_reader_dup_hint (
    /* Translators: of a faulty file: a word, and a list of the words that may stand there. */
    g_strdup_printf (_ ("“%1$s” found, one of %2$s expected"), word, list->str),
    ka_query_find_nearest_word (word, (const char *const *) allowed->pdata));
  ka_reader_add_fault (target->reader, node, "%s", message);
  return -1;
}

static void
read_choice (const KaTarget *target, const KaNode *node)
{
  int choice = read_word (target, node);

  if (choice >= 0)
    *KA_TARGET_FIELD (target, int) = choice;
}

static void
read_string (const KaTarget *target, const KaNode *node)
{
  if (target->field->choices == NULL || read_word (target, node) >= 0)
    *KA_TARGET_FIELD (target, char *) = ka_target_keep (
      target->reader, ka_reader_read_word (target->reader, node, N_ ("a text")));
}

/* Reads a text of at most @limit characters in one language. */
static const char *
read_one_language (KaReader *self, const KaNode *node, gsize limit)
{
  const char *text = ka_reader_read_word (self, node, N_ ("a text"));

  return text != NULL && ka_reader_expect_length (self, node, limit) ? text : NULL;
}

/* Reads the languages of @node into @text; @with_days allows the `from` and `to` of a name. */
static void
read_languages (KaReader *self, const KaNode *node, gboolean with_days, gsize limit, KaText *text)
{
  struct json_object_iterator at = json_object_iter_begin (node->value);
  struct json_object_iterator end = json_object_iter_end (node->value);
  const char                 *in[KA_N_LANGUAGES] = { NULL };

  for (; !json_object_iter_equal (&at, &end); json_object_iter_next (&at))
    {
      const char *key = json_object_iter_peek_name (&at);
      KaLanguage  language;
      KaNode      member;

      if ((with_days && (strcmp (key, "from") == 0 || strcmp (key, "to") == 0)) ||
          ka_reader_is_comment (self, node, key))
        continue;
      if (!ka_node_get_member (node, key, &member))
        continue;
      if (ka_language_from_code (key, &language))
        in[language] = read_one_language (self, &member, limit);
      else
        ka_reader_add_fault (self, &member,
                             _ ("unknown language “%s”, one of en tr ru hy ka az expected"), key);
    }
  ka_text_init (text, self->atlas->arena, in);
  if (!json_object_object_get_ex (node->value, "en", NULL))
    ka_reader_add_fault (self, node, _ ("no English text, a member “en” expected"));
}

/* Whether a text stands where a name would: in a heading, a row or a label. */
static gboolean
is_title (const KaField *field)
{
  static const char *const names[] = { "title", "subtitle", "short", "initials", "name", NULL };

  return g_strv_contains (names, field->name);
}

static void
read_text (const KaTarget *target, const KaNode *node)
{
  const KaAtlasLimits *limits = target->reader->limits;
  const gsize limit = is_title (target->field) ? limits->n_name_letters : limits->n_letters;

  if (ka_reader_expect (target->reader, node, json_type_object, N_ ("a text in languages")))
    read_languages (target->reader, node, FALSE, limit, KA_TARGET_FIELD (target, KaText));
}

static void
read_day_into (KaReader *self, const KaNode *node, KaDay *day)
{
  g_autoptr (GError) error = NULL;
  const char *text = ka_reader_read_word (self, node, N_ ("a day, YYYY-MM-DD,"));

  if (text != NULL && !ka_day_parse (text, day, &error))
    ka_reader_add_fault (self, node, "%s", error->message);
}

static void
read_day (const KaTarget *target, const KaNode *node)
{
  read_day_into (target->reader, node, KA_TARGET_FIELD (target, KaDay));
}

static void
read_name (KaReader *self, const KaNode *node, KaName *name)
{
  KaNode member;

  name->span.from = KA_DAY_MIN;
  name->span.to = KA_DAY_MAX;
  if (!ka_reader_expect (self, node, json_type_object, N_ ("a name in languages")))
    return;
  read_languages (self, node, TRUE, self->limits->n_name_letters, &name->text);
  if (ka_node_get_member (node, "from", &member))
    read_day_into (self, &member, &name->span.from);
  if (ka_node_get_member (node, "to", &member))
    read_day_into (self, &member, &name->span.to);
  if (name->span.to <= name->span.from)
    ka_reader_add_fault (self, node, _ ("the name ends before it starts, a later “to” expected"));
}

static void
read_names (const KaTarget *target, const KaNode *node)
{
  KaNames *names = KA_TARGET_FIELD (target, KaNames);

  if (!ka_reader_expect (target->reader, node, json_type_array, N_ ("a list of names")))
    return;
  if (ka_node_count (node) == 0)
    ka_reader_add_fault (target->reader, node, _ ("no name, at least one expected"));
  names->n_items = ka_node_count (node);
  names->items = ka_arena_new_array (target->reader->atlas->arena, KaName, names->n_items);
  for (gsize i = 0; i < names->n_items; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      read_name (target->reader, &element, &names->items[i]);
      if (i > 0 && names->items[i].span.from < names->items[i - 1].span.to)
        ka_reader_add_fault (
          target->reader, &element,
          _ ("the name overlaps the one before it, “from” at its “to” expected"));
      else if (i > 0 && names->items[i].span.from > names->items[i - 1].span.to)
        ka_reader_add_fault (target->reader, &element,
                             _ ("there is a hole before the name, “from” at the “to” of the one"
                                " before expected"));
    }
}

/* Whether a date has a start or an end. Only the range that a timeline shows needs neither. */
static gboolean
is_dated (const KaDate *date)
{
  return date->earliest != KA_DAY_MIN || date->end_latest != KA_DAY_MAX;
}

static void
read_date (const KaTarget *target, const KaNode *node)
{
  g_autoptr (GError) error = NULL;
  const char *text = ka_reader_read_word (target->reader, node, N_ ("a date in EDTF"));

  if (text == NULL)
    return;
  *KA_TARGET_FIELD (target, char *) = ka_target_keep (target->reader, text);
  if (!ka_date_parse_edtf (text, KA_TARGET_MORE (target, KaDate), &error))
    ka_reader_add_fault (target->reader, node, "%s", error->message);
  else if (!is_dated (KA_TARGET_MORE (target, KaDate)) &&
           target->record != &target->reader->atlas->head)
    ka_reader_add_fault (target->reader, node,
                         _ ("“%s” says no date, one at one end at least expected"), text);
}

static void
read_boolean (const KaTarget *target, const KaNode *node)
{
  if (ka_reader_expect (target->reader, node, json_type_boolean, N_ ("true or false")))
    *KA_TARGET_FIELD (target, gboolean) = json_object_get_boolean (node->value) != 0;
}

static gboolean
read_number_into (KaReader     *self,
                  const KaNode *node,
                  double        minimum,
                  double        maximum,
                  const char   *expected,
                  double       *number)
{
  g_autofree char *least = NULL, *most = NULL;
  double           value;

  if (!ka_node_is (node, json_type_int) &&
      !ka_reader_expect (self, node, json_type_double, expected))
    return FALSE;
  value = json_object_get_double (node->value);
  if (isfinite (value) && value >= minimum && value <= maximum)
    {
      *number = value;
      return TRUE;
    }
  least = ka_dup_number (minimum);
  most = ka_dup_number (maximum);
  /* Translators: of a faulty file: a number, what it is, such as “a longitude”, and its limits. */
  ka_reader_add_fault (self, node, _ ("%1$s is out of range, %2$s from %3$s to %4$s expected"),
                       json_object_get_string (node->value), _ (expected), least, most);
  return FALSE;
}

static void
read_number (const KaTarget *target, const KaNode *node)
{
  read_number_into (target->reader, node, target->field->minimum, target->field->maximum,
                    N_ ("a number"), KA_TARGET_FIELD (target, double));
}

static void
read_integer (const KaTarget *target, const KaNode *node)
{
  double number;

  if (ka_reader_expect (target->reader, node, json_type_int, N_ ("an integer")) &&
      read_number_into (target->reader, node, target->field->minimum, target->field->maximum,
                        N_ ("an integer"), &number))
    *KA_TARGET_FIELD (target, int) = (int) number;
}

static void
read_categories (const KaTarget *target, const KaNode *node)
{
  guint *all = KA_TARGET_FIELD (target, guint);
  guint *leading = KA_TARGET_MORE (target, guint);

  if (!ka_reader_expect (target->reader, node, json_type_array, N_ ("a list of categories")))
    return;
  if (ka_node_count (node) == 0)
    ka_reader_add_fault (target->reader, node, _ ("no category, at least one expected"));
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode element = ka_node_get_element (node, i);
      int    choice = read_word (target, &element);

      if (choice < 0)
        continue;
      if ((*all & (1u << choice)) != 0)
        ka_reader_add_fault (target->reader, &element, _ ("a category twice, each once expected"));
      *all |= 1u << choice;
      if (*leading == 0)
        *leading = 1u << choice;
    }
}

/* Reads longitudes and latitudes in turn. */
static gboolean
read_coordinates (KaReader *self, const KaNode *node, gsize n, const char *expected, double *out)
{
  gboolean is_valid = TRUE;

  if (!ka_reader_expect_count (self, node, n, expected))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      KaNode      element = ka_node_get_element (node, i);
      const char *name = i % 2 == 0 ? N_ ("a longitude") : N_ ("a latitude");
      double      limit = i % 2 == 0 ? 180 : 90;

      if (!read_number_into (self, &element, -limit, limit, name, &out[i]))
        is_valid = FALSE;
    }
  return is_valid;
}

static void
read_point (const KaTarget *target, const KaNode *node)
{
  double at[2];

  if (read_coordinates (target->reader, node, 2, N_ ("[longitude, latitude]"), at))
    *KA_TARGET_FIELD (target, KaPoint) = (KaPoint){ at[0], at[1] };
  if (target->field->more_offset != 0)
    *KA_TARGET_MORE (target, gboolean) = TRUE;
}

static void
read_extent (const KaTarget *target, const KaNode *node)
{
  const char *expected = N_ ("[west, south, east, north]");
  double      at[4];

  if (!read_coordinates (target->reader, node, 4, expected, at))
    return;
  /* A box whose west is east of its east crosses 180 degrees (RFC 7946, 5.2) */
  if (at[0] == at[2] || at[1] >= at[3])
    ka_reader_add_fault (target->reader, node,
                         _ ("no room in it, [west, south, east, north] expected"));
  *KA_TARGET_FIELD (target, KaPoint) = (KaPoint){ at[0], at[1] };
  *KA_TARGET_MORE (target, KaPoint) = (KaPoint){ at[2], at[3] };
}

static void
read_cone (const KaTarget *target, const KaNode *node)
{
  static const double      limits[] = { 89, 89, 180 };
  static const char *const names[] = { N_ ("a parallel"), N_ ("a parallel"), N_ ("a meridian") };
  double                   at[3];

  if (!ka_reader_expect_count (target->reader, node, 3,
                               N_ ("[southern parallel, northern parallel, meridian]")))
    return;
  for (gsize i = 0; i < 3; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      if (!read_number_into (target->reader, &element, -limits[i], limits[i], names[i], &at[i]))
        return;
    }
  if (at[0] > at[1] || (at[0] < 1 && at[1] > -1))
    ka_reader_add_fault (target->reader, node,
                         _ ("these parallels make no cone, two on one side of the equator and at "
                            "least one degree from it expected, the southern one first"));
  *KA_TARGET_FIELD (target, KaCone) = (KaCone){ at[0], at[1], at[2] };
  *KA_TARGET_MORE (target, gboolean) = TRUE;
}

static void
read_pieces (const KaTarget *target, const KaNode *node)
{
  const char *expected = N_ ("the number of a piece");
  double      piece[2] = { 0, 0 };

  if (!ka_reader_expect_count (target->reader, node, 2, N_ ("[first piece, last piece]")))
    return;
  for (gsize i = 0; i < 2; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      if (!ka_reader_expect (target->reader, &element, json_type_int, expected) ||
          !read_number_into (target->reader, &element, 1, 9999, expected, &piece[i]))
        return;
    }
  if (piece[1] < piece[0])
    ka_reader_add_fault (target->reader, node,
                         _ ("the last piece comes before the first, [first piece, last piece]"
                            " expected"));
  *KA_TARGET_FIELD (target, int) = (int) piece[0];
  *KA_TARGET_MORE (target, int) = (int) piece[1];
}

/* Records in a record */

static void
read_records (const KaTarget *target, const KaNode *node)
{
  const KaRecordType *type = target->field->record;
  gsize               n = ka_node_count (node);
  char               *records;

  if (!ka_reader_expect (target->reader, node, json_type_array, N_ ("a list of objects")))
    return;
  records = ka_arena_alloc (target->reader->atlas->arena, n * type->size);
  ka_record_set_pointer (target->record, target->field->offset, records);
  *KA_TARGET_MORE (target, guint) = (guint) n;
  for (gsize i = 0; i < n; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      ka_reader_read_record (target->reader, &element, type, records + i * type->size);
    }
}

/* Whether two lists of citations say the same. */
static gboolean
equal_citations (const KaCitation *a, const KaCitation *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].source != b[i].source || a[i].seen != b[i].seen ||
        g_strcmp0 (a[i].locator, b[i].locator) != 0)
      return FALSE;
  return TRUE;
}

/* Gives a record the citations that were read. Items in a row often cite the same; they share one
 * list. */
static void
set_citations (const KaTarget *target, const GArray *read)
{
  KaReader *self = target->reader;

  if (read->len == 0)
    return;
  if (read->len != self->n_last_citations ||
      !equal_citations ((gconstpointer) read->data, self->last_citations, read->len))
    {
      KaCitation *kept = ka_arena_new_array (self->atlas->arena, KaCitation, read->len);

      memcpy (kept, read->data, read->len * sizeof (KaCitation));
      self->last_citations = kept;
      self->n_last_citations = read->len;
    }
  ka_record_set_pointer (target->record, target->field->offset, self->last_citations);
  *KA_TARGET_MORE (target, guint) = read->len;
}

/* Reads citations: objects, or strings that are the first field of one. Those without a source are
 * left out. */
static void
read_citations (const KaTarget *target, const KaNode *node)
{
  const KaRecordType *type = target->field->record;
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (KaCitation));

  if (!ka_reader_expect (target->reader, node, json_type_array, N_ ("a list of sources")))
    return;
  if (ka_node_count (node) == 0)
    ka_reader_add_fault (target->reader, node, _ ("no source, at least one expected"));
  for (gsize i = 0; i < ka_node_count (node); i++)
    {
      KaNode     element = ka_node_get_element (node, i);
      KaCitation citation = { 0 };
      KaTarget   source = { target->reader, type->fields, &citation };

      if (ka_node_is (&element, json_type_object))
        ka_reader_read_record (target->reader, &element, type, &citation);
      else
        ka_target_read_source (&source, &element);
      if (citation.source != NULL)
        g_array_append_val (citations, citation);
    }
  set_citations (target, citations);
}

static void (*const read_funcs[]) (const KaTarget *target, const KaNode *node) = {
  [KA_FIELD_STRING] = read_string,
  [KA_FIELD_TEXT] = read_text,
  [KA_FIELD_NAMES] = read_names,
  [KA_FIELD_DAY] = read_day,
  [KA_FIELD_DATE] = read_date,
  [KA_FIELD_BOOLEAN] = read_boolean,
  [KA_FIELD_INTEGER] = read_integer,
  [KA_FIELD_NUMBER] = read_number,
  [KA_FIELD_CHOICE] = read_choice,
  [KA_FIELD_CATEGORIES] = read_categories,
  [KA_FIELD_POINT] = read_point,
  [KA_FIELD_PIECES] = read_pieces,
  [KA_FIELD_EXTENT] = read_extent,
  [KA_FIELD_CONE] = read_cone,
  [KA_FIELD_ITEM] = ka_target_read_item,
  [KA_FIELD_ITEMS] = ka_target_read_items,
  [KA_FIELD_REFERENCE] = ka_target_read_item,
  [KA_FIELD_REFERENCES] = ka_target_read_items,
  [KA_FIELD_GEOMETRY] = ka_target_read_geometry,
  [KA_FIELD_SOURCE] = ka_target_read_source,
  [KA_FIELD_CITATIONS] = read_citations,
  [KA_FIELD_RECORDS] = read_records,
};

/* Reports a member that records of the type do not have, and the name that is most like it. */
static void
report_unknown_member (KaReader           *self,
                       const KaNode       *member,
                       const KaRecordType *type,
                       const char         *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *message = NULL;

  for (const KaField *field = type->fields; field->name != NULL; field++)
    if (field->need != KA_FIELD_DERIVED)
      g_ptr_array_add (names, (gpointer) (gsize) field->name);
  g_ptr_array_add (names, NULL);
  message = ka_reader_dup_hint (
    g_strdup_printf (_ ("unknown member “%s”, none of that name expected"), name),
    ka_query_find_nearest_word (name, (const char *const *) names->pdata));
  ka_reader_add_fault (self, member, "%s", message);
}

static void
report_unknown_members (KaReader *self, const KaNode *node, const KaRecordType *type)
{
  struct json_object_iterator at = json_object_iter_begin (node->value);
  struct json_object_iterator end = json_object_iter_end (node->value);

  for (; !json_object_iter_equal (&at, &end); json_object_iter_next (&at))
    {
      const char    *name = json_object_iter_peek_name (&at);
      const KaField *field = ka_record_find_field (type, name);
      KaNode         member;

      if ((field != NULL && field->need != KA_FIELD_DERIVED) ||
          ka_reader_is_comment (self, node, name) || !ka_node_get_member (node, name, &member))
        continue;
      if (ka_reader_has_room (self))
        report_unknown_member (self, &member, type, name);
      else
        ka_reader_count_fault (self);
    }
}

/* Reports an interval that ends before it starts. A start that never came has no end to check. */
static void
check_interval (KaReader      *self,
                const KaNode  *node,
                const KaField *from_field,
                const KaField *to_field,
                gpointer       record)
{
  KaDay  from, to;
  KaNode member;

  if (from_field == NULL || to_field == NULL)
    return;
  from = *KA_MEMBER (record, from_field->offset, KaDay);
  to = *KA_MEMBER (record, to_field->offset, KaDay);
  if (from < to || from == KA_DAY_MAX || !ka_node_get_member (node, "to", &member))
    return;
  ka_reader_add_fault (self, &member,
                       _ ("“%s” is not after the start, a day after “from” expected"),
                       json_object_get_string (member.value));
}

void
ka_reader_read_record (KaReader           *self,
                       const KaNode       *node,
                       const KaRecordType *type,
                       gpointer            record)
{
  const KaField *from_field = NULL, *to_field = NULL;
  int            n_known = 0;

  if (!ka_reader_expect (self, node, json_type_object, N_ ("an object")))
    return;
  for (const KaField *field = type->fields; field->name != NULL; field++)
    {
      KaTarget target = { self, field, record };
      KaNode   member;

      if (field->need == KA_FIELD_DERIVED)
        continue;
      if (field->kind == KA_FIELD_DAY)
        {
          *KA_TARGET_FIELD (&target, KaDay) = field->default_day;
          from_field = strcmp (field->name, "from") == 0 ? field : from_field;
          to_field = strcmp (field->name, "to") == 0 ? field : to_field;
        }
      if (ka_node_get_member (node, field->name, &member))
        {
          n_known++;
          if (field->kind != KA_FIELD_HEAD)
            read_funcs[field->kind](&target, &member);
        }
      else if (field->need == KA_FIELD_REQUIRED && field->kind != KA_FIELD_HEAD)
        ka_reader_add_fault (self, node, _ ("no “%s”, a member of that name expected"),
                             field->name);
    }
  check_interval (self, node, from_field, to_field, record);
  if (n_known < json_object_object_length (node->value))
    report_unknown_members (self, node, type);
}
