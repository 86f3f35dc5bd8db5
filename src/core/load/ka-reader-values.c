/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads records into structs as the tables of ka-record.c say, with a function for each kind of
 * member. What contradicts itself across records is for ka-reader-check.c.
 */
#include "config.h"

#include "ka-query.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What a member is read into. */
typedef struct
{
  KaReader      *reader;
  const KaField *field;
  gpointer       record;
} Target;

/* The first and the second field of the struct that a member becomes. */
#define FIELD(target, type) KA_MEMBER ((target)->record, (target)->field->offset, type)
#define MORE(target, type)  KA_MEMBER ((target)->record, (target)->field->more_offset, type)

/* What the atlas keeps of a string. */
static char *
keep (KaReader *self, const char *string)
{
  return ka_arena_strdup (self->atlas->arena, string);
}

static gboolean
is_allowed (const KaField *field, guint number)
{
  return field->allowed == 0 || (field->allowed & (1u << number)) != 0;
}

/* Single values */

/* Gets the number of a word among the choices of the field, or -1 after a report. */
static int
read_word (const Target *target, const KaNode *node)
{
  const char *const *choices = target->field->choices;
  const char        *word = ka_reader_read_word (target->reader, node, N_ ("a word"));
  g_autoptr (GPtrArray) allowed = NULL;
  g_autoptr (GString) list = NULL;
  g_autofree char *message = NULL;

  if (word == NULL)
    return -1;
  for (guint i = 0; choices[i] != NULL; i++)
    if (is_allowed (target->field, i) && strcmp (choices[i], word) == 0)
      return (int) i;
  if (!ka_reader_has_room (target->reader))
    {
      ka_reader_count_fault (target->reader);
      return -1;
    }
  allowed = g_ptr_array_new ();
  list = g_string_new (NULL);
  for (guint i = 0; choices[i] != NULL; i++)
    if (is_allowed (target->field, i))
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
read_choice (const Target *target, const KaNode *node)
{
  int choice = read_word (target, node);

  if (choice >= 0)
    *FIELD (target, int) = choice;
}

static void
read_string (const Target *target, const KaNode *node)
{
  if (target->field->choices == NULL || read_word (target, node) >= 0)
    *FIELD (target, char *) = keep (target->reader,
                                    ka_reader_read_word (target->reader, node, N_ ("a text")));
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
read_text (const Target *target, const KaNode *node)
{
  const KaAtlasLimits *limits = target->reader->limits;
  const gsize limit = is_title (target->field) ? limits->n_name_letters : limits->n_letters;

  if (ka_reader_expect (target->reader, node, json_type_object, N_ ("a text in languages")))
    read_languages (target->reader, node, FALSE, limit, FIELD (target, KaText));
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
read_day (const Target *target, const KaNode *node)
{
  read_day_into (target->reader, node, FIELD (target, KaDay));
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
read_names (const Target *target, const KaNode *node)
{
  KaNames *names = FIELD (target, KaNames);

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
read_date (const Target *target, const KaNode *node)
{
  g_autoptr (GError) error = NULL;
  const char *text = ka_reader_read_word (target->reader, node, N_ ("a date in EDTF"));

  if (text == NULL)
    return;
  *FIELD (target, char *) = keep (target->reader, text);
  if (!ka_date_parse_edtf (text, MORE (target, KaDate), &error))
    ka_reader_add_fault (target->reader, node, "%s", error->message);
  else if (!is_dated (MORE (target, KaDate)) && target->record != &target->reader->atlas->head)
    ka_reader_add_fault (target->reader, node,
                         _ ("“%s” says no date, one at one end at least expected"), text);
}

static void
read_boolean (const Target *target, const KaNode *node)
{
  if (ka_reader_expect (target->reader, node, json_type_boolean, N_ ("true or false")))
    *FIELD (target, gboolean) = json_object_get_boolean (node->value) != 0;
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
read_number (const Target *target, const KaNode *node)
{
  read_number_into (target->reader, node, target->field->minimum, target->field->maximum,
                    N_ ("a number"), FIELD (target, double));
}

static void
read_integer (const Target *target, const KaNode *node)
{
  double number;

  if (ka_reader_expect (target->reader, node, json_type_int, N_ ("an integer")) &&
      read_number_into (target->reader, node, target->field->minimum, target->field->maximum,
                        N_ ("an integer"), &number))
    *FIELD (target, int) = (int) number;
}

static void
read_categories (const Target *target, const KaNode *node)
{
  guint *all = FIELD (target, guint);
  guint *leading = MORE (target, guint);

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
read_point (const Target *target, const KaNode *node)
{
  double at[2];

  if (read_coordinates (target->reader, node, 2, N_ ("[longitude, latitude]"), at))
    *FIELD (target, KaPoint) = (KaPoint){ at[0], at[1] };
  if (target->field->more_offset != 0)
    *MORE (target, gboolean) = TRUE;
}

static void
read_extent (const Target *target, const KaNode *node)
{
  const char *expected = N_ ("[west, south, east, north]");
  double      at[4];

  if (!read_coordinates (target->reader, node, 4, expected, at))
    return;
  /* A box whose west is east of its east crosses 180 degrees (RFC 7946, 5.2) */
  if (at[0] == at[2] || at[1] >= at[3])
    ka_reader_add_fault (target->reader, node,
                         _ ("no room in it, [west, south, east, north] expected"));
  *FIELD (target, KaPoint) = (KaPoint){ at[0], at[1] };
  *MORE (target, KaPoint) = (KaPoint){ at[2], at[3] };
}

static void
read_cone (const Target *target, const KaNode *node)
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
  *FIELD (target, KaCone) = (KaCone){ at[0], at[1], at[2] };
  *MORE (target, gboolean) = TRUE;
}

static void
read_pieces (const Target *target, const KaNode *node)
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
  *FIELD (target, int) = (int) piece[0];
  *MORE (target, int) = (int) piece[1];
}

/* References to something else */

/* Whether a section is missing, so that nothing in it can be found. The missing section is one
 * fault; what refers to it counts as faulty without a message. */
static gboolean
is_section_missing (KaReader *self, KaItemKind kind)
{
  const KaSection *section = ka_section_of_kind (kind);
  const KaNode    *list = &self->sections[section - ka_sections];

  if (list->document == NULL ? section->is_optional : ka_node_is (list, json_type_array))
    return FALSE;
  self->n_problems++;
  return TRUE;
}

/* The reference of an item of one of @kinds, a mask, whose id is most like @id, or NULL. */
static char *
dup_nearest (const Target *target, guint kinds, const char *id)
{
  for (guint kind = 0; kind < KA_N_ITEM_KINDS && ka_reader_has_room (target->reader); kind++)
    {
      g_autofree char *reference = g_strconcat (ka_item_kind_get_name (kind), ":", id, NULL);
      char            *nearest = NULL;

      if ((kinds & (1u << kind)) != 0)
        nearest = ka_query_dup_nearest_reference (target->reader->atlas, reference);
      if (nearest != NULL)
        return nearest;
    }
  return NULL;
}

/* Reports an id that nothing has, and the nearest of @kinds, a mask; @message: (transfer full). */
static void
report_missing (const Target *target,
                const KaNode *node,
                guint         kinds,
                const char   *id,
                char         *message)
{
  g_autofree char *nearest = dup_nearest (target, kinds, id);
  g_autofree char *words = ka_reader_dup_hint (message,
                                               nearest != NULL ? strchr (nearest, ':') + 1 : NULL);

  ka_reader_add_fault (target->reader, node, "%s", words);
}

/* Finds an item of one of the allowed kinds by its bare id, or reports. */
static const KaItem *
find_item (const Target *target, const KaNode *node)
{
  const char *id = ka_reader_read_word (target->reader, node, N_ ("an id"));
  KaItemKind  last_kind = KA_N_ITEM_KINDS;

  if (id == NULL)
    return NULL;
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaItem *item;

      if (!is_allowed (target->field, kind))
        continue;
      item = ka_atlas_lookup (target->reader->atlas, (KaItemKind) kind, id);
      if (item != NULL)
        return item;
      last_kind = (KaItemKind) kind;
    }
  if (!is_section_missing (target->reader, last_kind))
    report_missing (
      target, node, target->field->allowed, id,
      /* Translators: of a faulty file: an id that nothing has, and the section that lacks it. */
      g_strdup_printf (_ ("there is no “%1$s”, an id of the section “%2$s” expected"), id,
                       ka_section_of_kind (last_kind)->name));
  return NULL;
}

/* Finds an item of one of the allowed kinds by kind:id, or reports. */
static const KaItem *
find_reference (const Target *target, const KaNode *node)
{
  const char   *reference = ka_reader_read_word (target->reader, node, N_ ("kind:id"));
  const KaItem *item;
  KaItemKind    kind;
  g_auto (GStrv) parts = NULL;

  if (reference == NULL)
    return NULL;
  parts = g_strsplit (reference, ":", 2);
  if (parts[1] == NULL || !ka_item_kind_from_name (parts[0], &kind) ||
      !is_allowed (target->field, kind))
    {
      g_autoptr (GString) kinds = g_string_new (NULL);

      for (guint i = 0; i < KA_N_ITEM_KINDS; i++)
        if (is_allowed (target->field, i))
          g_string_append_printf (kinds, " %s", ka_item_kind_get_name ((KaItemKind) i));
      /* Translators: of a faulty file: a reference, and the words that may stand before its colon;
       * a space is the first of %2$s. */
      ka_reader_add_fault (target->reader, node,
                           _ ("“%1$s” found, kind:id with a kind of%2$s expected"), reference,
                           kinds->str);
      return NULL;
    }
  item = ka_atlas_lookup (target->reader->atlas, kind, parts[1]);
  if (item == NULL && !is_section_missing (target->reader, kind))
    report_missing (
      target, node, 1u << kind, parts[1],
      /* Translators: of a faulty file: a kind of item, such as “event”, an id that none of that
       * kind has, and the section that lacks it. */
      g_strdup_printf (_ ("there is no %1$s “%2$s”, an id of the section “%3$s” expected"),
                       parts[0], parts[1], ka_section_of_kind (kind)->name));
  return item;
}

static const KaItem *
find_target (const Target *target, const KaNode *node)
{
  KaFieldKind   kind = target->field->kind;
  const KaItem *item = kind == KA_FIELD_ITEM || kind == KA_FIELD_ITEMS
                         ? find_item (target, node)
                         : find_reference (target, node);

  if (item != NULL && item->kind == KA_ITEM_EVENT)
    ((KaItem *) (gsize) item)->origin.is_wanted = TRUE;
  return item;
}

static void
read_item (const Target *target, const KaNode *node)
{
  ka_record_set_pointer (target->record, target->field->offset, find_target (target, node));
}

static void
read_items (const Target *target, const KaNode *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  KaList *list = FIELD (target, KaList);
  gsize   n = ka_node_count (node);

  if (!ka_reader_expect (target->reader, node, json_type_array, N_ ("a list of ids")))
    return;
  if ((double) n < target->field->minimum)
    ka_reader_add_fault (target->reader, node, _ ("no id in the list, at least one expected"));
  list->items = ka_arena_new_array (target->reader->atlas->arena, gpointer, n);
  for (gsize i = 0; i < n; i++)
    {
      KaNode        element = ka_node_get_element (node, i);
      const KaItem *item = find_target (target, &element);

      if (item == NULL)
        continue;
      if (!g_hash_table_add (seen, (gpointer) (gsize) item))
        ka_reader_add_fault (target->reader, &element,
                             _ ("“%s” is in the list twice, once expected"), item->id);
      list->items[list->n_items++] = (gpointer) (gsize) item;
    }
}

static void
report_missing_geometry (const Target *target, const KaNode *node, const char *id)
{
  const KaTopology *topology = &target->reader->atlas->topology;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *message = NULL;

  for (guint layer = 0; layer < KA_N_LAYERS && ka_reader_has_room (target->reader); layer++)
    for (gsize i = 0; is_allowed (target->field, layer) && i < topology->n_in_layer[layer]; i++)
      g_ptr_array_add (ids, topology->layers[layer][i].id);
  g_ptr_array_add (ids, NULL);
  message = g_strdup_printf (
    is_allowed (target->field, KA_LAYER_FRONTIERS)
      ? _ ("the geography has no object “%s”, an id of its frontiers expected")
      : _ ("the geography has no object “%s”, an id of its rivers or lakes expected"),
    id);
  message = ka_reader_dup_hint (g_steal_pointer (&message),
                                ka_query_find_nearest_word (id, (const char *const *) ids->pdata));
  ka_reader_add_fault (target->reader, node, "%s", message);
}

static void
read_geometry (const Target *target, const KaNode *node)
{
  const char *id = ka_reader_read_word (target->reader, node, N_ ("the id of a geometry"));
  KaTopology *topology = &target->reader->atlas->topology;

  if (id == NULL)
    return;
  for (guint layer = 0; layer < KA_N_LAYERS; layer++)
    {
      const KaGeometry *geometry = is_allowed (target->field, layer)
                                     ? ka_topology_lookup (topology, (KaLayer) layer, id)
                                     : NULL;

      if (geometry == NULL)
        continue;
      ka_record_set_pointer (target->record, target->field->offset, geometry);
      return;
    }
  /* A faulty geography has faults of its own. */
  if (target->reader->is_geography_damaged)
    target->reader->n_problems++;
  else
    report_missing_geometry (target, node, id);
}

/* Reads the source that a citation names and, after the first colon, the place in it. */
static void
read_source (const Target *target, const KaNode *node)
{
  KaReader     *reader = target->reader;
  const char   *text = ka_reader_read_word (reader, node, N_ ("the id of a source"));
  const KaItem *source;
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return;
  parts = g_strsplit (text, ":", 2);
  if (parts[1] != NULL && *parts[1] == '\0')
    ka_reader_add_fault (reader, node,
                         _ ("nothing after the colon, the place in the source expected"));
  source = ka_atlas_lookup (reader->atlas, KA_ITEM_SOURCE, parts[0]);
  if (source != NULL)
    {
      ka_record_set_pointer (target->record, target->field->offset, source);
      *MORE (target, char *) = keep (reader, parts[1]);
    }
  else if (!is_section_missing (reader, KA_ITEM_SOURCE))
    report_missing (target, node, 1u << KA_ITEM_SOURCE, parts[0],
                    g_strdup_printf (_ ("there is no “%1$s”, an id of the section “%2$s” expected"),
                                     parts[0], "sources"));
}

/* Records in a record */

static void
read_records (const Target *target, const KaNode *node)
{
  const KaRecordType *type = target->field->record;
  gsize               n = ka_node_count (node);
  char               *records;

  if (!ka_reader_expect (target->reader, node, json_type_array, N_ ("a list of objects")))
    return;
  records = ka_arena_alloc (target->reader->atlas->arena, n * type->size);
  ka_record_set_pointer (target->record, target->field->offset, records);
  *MORE (target, guint) = (guint) n;
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
set_citations (const Target *target, const GArray *read)
{
  KaReader *self = target->reader;

  if (read->len == 0)
    return;
  if (read->len != self->n_last_citations ||
      !equal_citations ((const KaCitation *) read->data, self->last_citations, read->len))
    {
      KaCitation *kept = ka_arena_new_array (self->atlas->arena, KaCitation, read->len);

      memcpy (kept, read->data, read->len * sizeof (KaCitation));
      self->last_citations = kept;
      self->n_last_citations = read->len;
    }
  ka_record_set_pointer (target->record, target->field->offset, self->last_citations);
  *MORE (target, guint) = read->len;
}

/* Reads citations: objects, or strings that are the first field of one. Those without a source are
 * left out. */
static void
read_citations (const Target *target, const KaNode *node)
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
      Target     source = { target->reader, type->fields, &citation };

      if (ka_node_is (&element, json_type_object))
        ka_reader_read_record (target->reader, &element, type, &citation);
      else
        read_source (&source, &element);
      if (citation.source != NULL)
        g_array_append_val (citations, citation);
    }
  set_citations (target, citations);
}

static void (*const read_funcs[]) (const Target *target, const KaNode *node) = {
  [KA_FIELD_STRING] = read_string,       [KA_FIELD_TEXT] = read_text,
  [KA_FIELD_NAMES] = read_names,         [KA_FIELD_DAY] = read_day,
  [KA_FIELD_DATE] = read_date,           [KA_FIELD_BOOLEAN] = read_boolean,
  [KA_FIELD_INTEGER] = read_integer,     [KA_FIELD_NUMBER] = read_number,
  [KA_FIELD_CHOICE] = read_choice,       [KA_FIELD_CATEGORIES] = read_categories,
  [KA_FIELD_POINT] = read_point,         [KA_FIELD_PIECES] = read_pieces,
  [KA_FIELD_EXTENT] = read_extent,       [KA_FIELD_CONE] = read_cone,
  [KA_FIELD_ITEM] = read_item,           [KA_FIELD_ITEMS] = read_items,
  [KA_FIELD_REFERENCE] = read_item,      [KA_FIELD_REFERENCES] = read_items,
  [KA_FIELD_GEOMETRY] = read_geometry,   [KA_FIELD_SOURCE] = read_source,
  [KA_FIELD_CITATIONS] = read_citations, [KA_FIELD_RECORDS] = read_records,
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
      Target target = { self, field, record };
      KaNode member;

      if (field->need == KA_FIELD_DERIVED)
        continue;
      if (field->kind == KA_FIELD_DAY)
        {
          *FIELD (&target, KaDay) = field->default_day;
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
