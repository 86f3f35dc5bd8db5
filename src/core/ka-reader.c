/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads the members of a record into a struct, as the tables of ka-reader-tables.c say, and frees
 * such a struct. Knows no section; what contradicts itself across records is ka-atlas-check.c's.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <math.h>
#include <string.h>

#define MEMBER(record, offset, type) ((type *) (gpointer) ((char *) (record) + (offset)))

/* What a field reader works with. */
typedef struct
{
  KaReader      *reader;
  const KaField *field;
  gpointer       record;
} Target;

typedef void (*ReadFunc) (const Target *target, const KaNode *node);

gboolean
ka_reader_expect (KaReader *self, const KaNode *node, enum json_type type, const char *expected)
{
  static const char *const found[] = { "null",      "a truth value", "a fraction", "an integer",
                                       "an object", "a list",        "a string" };
  enum json_type           found_type = json_object_get_type (node->value);

  if (found_type == type)
    return TRUE;
  ka_reader_add_fault (self, node, "%s found, %s expected", found[found_type], expected);
  return FALSE;
}

/* Gets a string that is not empty, or reports. */
static const char *
read_string (KaReader *reader, const KaNode *node, const char *expected)
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
read_choice (const Target *target, const KaNode *node)
{
  const char *word = read_string (target->reader, node, "a word");
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

static void
read_string_field (const Target *target, const KaNode *node)
{
  char **member = MEMBER (target->record, target->field->offset, char *);

  if (target->field->choices != NULL && read_choice (target, node) < 0)
    return;
  *member = g_strdup (read_string (target->reader, node, "a text"));
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
        text->in[language] = g_strdup (read_string (reader, &member, "a text"));
      else
        ka_reader_add_fault (reader, &member,
                             "unknown language “%s”, one of en tr ru hy ka az expected", key);
    }
  if (!json_object_object_get_ex (node->value, "en", NULL))
    ka_reader_add_fault (reader, node, "no English text, a member “en” expected");
}

static void
read_text_field (const Target *target, const KaNode *node)
{
  KaText *text = MEMBER (target->record, target->field->offset, KaText);

  if (ka_reader_expect (target->reader, node, json_type_object, "a text in languages"))
    read_languages (target->reader, node, FALSE, text);
}

static gboolean
read_day (KaReader *reader, const KaNode *node, KaDay *day)
{
  g_autoptr (GError) error = NULL;
  const char *text = read_string (reader, node, "a day, YYYY-MM-DD,");

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

  name->from = KA_DAY_MIN;
  name->to = KA_DAY_MAX;
  if (!ka_reader_expect (reader, node, json_type_object, "a name in languages"))
    return;
  read_languages (reader, node, TRUE, &name->text);
  if (ka_node_get_member (node, "from", &member))
    read_day (reader, &member, &name->from);
  if (ka_node_get_member (node, "to", &member))
    read_day (reader, &member, &name->to);
  if (name->to <= name->from)
    ka_reader_add_fault (reader, node, "the name ends before it starts, a later “to” expected");
}

static void
read_names_field (const Target *target, const KaNode *node)
{
  KaNames *names = MEMBER (target->record, target->field->offset, KaNames);

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
      if (i == 0 || names->items[i].from == names->items[i - 1].to)
        continue;
      if (names->items[i].from < names->items[i - 1].to)
        ka_reader_add_fault (target->reader, &element,
                             "the name overlaps the one before it, “from” at its “to” expected");
      else
        ka_reader_add_fault (target->reader, &element,
                             "there is a hole before the name, “from” at the “to” of the one before"
                             " expected");
    }
}

static void
read_day_field (const Target *target, const KaNode *node)
{
  read_day (target->reader, node, MEMBER (target->record, target->field->offset, KaDay));
}

static void
read_date_field (const Target *target, const KaNode *node)
{
  g_autoptr (GError) error = NULL;
  const char *text = read_string (target->reader, node, "a date in EDTF");

  if (text == NULL)
    return;
  *MEMBER (target->record, target->field->offset, char *) = g_strdup (text);
  if (!ka_date_parse_edtf (text, MEMBER (target->record, target->field->more_offset, KaDate),
                           &error))
    ka_reader_add_fault (target->reader, node, "%s", error->message);
}

static void
read_boolean_field (const Target *target, const KaNode *node)
{
  if (ka_reader_expect (target->reader, node, json_type_boolean, "true or false"))
    *MEMBER (target->record, target->field->offset,
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
      ka_reader_add_fault (reader, node, "%s is out of range, %s from %g to %g expected",
                           json_object_get_string (node->value), expected, minimum, maximum);
      return FALSE;
    }
  *number = value;
  return TRUE;
}

static void
read_number_field (const Target *target, const KaNode *node)
{
  read_number (target->reader, node, target->field->minimum, target->field->maximum, "a number",
               MEMBER (target->record, target->field->offset, double));
}

static void
read_integer_field (const Target *target, const KaNode *node)
{
  double number;

  if (ka_reader_expect (target->reader, node, json_type_int, "an integer") &&
      read_number (target->reader, node, target->field->minimum, target->field->maximum,
                   "an integer", &number))
    *MEMBER (target->record, target->field->offset, int) = (int) number;
}

static void
read_choice_field (const Target *target, const KaNode *node)
{
  int choice = read_choice (target, node);

  if (choice >= 0)
    *MEMBER (target->record, target->field->offset, int) = choice;
}

static void
read_categories_field (const Target *target, const KaNode *node)
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
  *MEMBER (target->record, target->field->offset, guint) = all;
  *MEMBER (target->record, target->field->more_offset, guint) = leading;
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
      ka_reader_add_fault (reader, node, "%" G_GSIZE_FORMAT " numbers, %s expected",
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

static void
read_point_field (const Target *target, const KaNode *node)
{
  double at[2];

  if (read_coordinates (target->reader, node, 2, "[longitude, latitude]", at))
    *MEMBER (target->record, target->field->offset, KaPoint) = (KaPoint){ at[0], at[1] };
}

static void
read_extent_field (const Target *target, const KaNode *node)
{
  double at[4];

  if (!read_coordinates (target->reader, node, 4, "[west, south, east, north]", at))
    return;
  if (at[0] >= at[2] || at[1] >= at[3])
    ka_reader_add_fault (target->reader, node,
                         "no room in it, [west, south, east, north] expected");
  *MEMBER (target->record, target->field->offset, KaPoint) = (KaPoint){ at[0], at[1] };
  *MEMBER (target->record, target->field->more_offset, KaPoint) = (KaPoint){ at[2], at[3] };
}

static gboolean
is_section_missing (KaReader *reader, KaItemKind kind)
{
  return reader->sections[ka_section_of_kind (kind) - ka_sections].document == NULL;
}

/* Finds an item of one of the field's kinds by its bare id, or reports. */
static const KaItem *
read_item (const Target *target, const KaNode *node)
{
  const char *id = read_string (target->reader, node, "an id");
  KaItemKind  last_kind = KA_N_ITEM_KINDS;

  if (id == NULL)
    return NULL;
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaItem *item;

      if ((target->field->kinds & (1u << kind)) == 0)
        continue;
      item = ka_atlas_lookup (target->reader->atlas, (KaItemKind) kind, id);
      if (item != NULL)
        return item;
      last_kind = (KaItemKind) kind;
    }
  /* That the section is missing is told once, not at every id. */
  if (!is_section_missing (target->reader, last_kind))
    ka_reader_add_fault (target->reader, node,
                         "there is no “%s”, an id of the section “%s” expected", id,
                         ka_section_of_kind (last_kind)->name);
  return NULL;
}

static const KaItem *
read_reference (const Target *target, const KaNode *node)
{
  const char      *reference = read_string (target->reader, node, "kind:id");
  const char      *colon = reference != NULL ? strchr (reference, ':') : NULL;
  g_autofree char *name = NULL;
  const KaItem    *item;
  KaItemKind       kind;

  if (reference == NULL)
    return NULL;
  name = colon != NULL ? g_strndup (reference, (gsize) (colon - reference)) : NULL;
  if (name == NULL || !ka_item_kind_from_name (name, &kind) ||
      (target->field->kinds & (1u << kind)) == 0)
    {
      GString *kinds = g_string_new (NULL);

      for (guint i = 0; i < KA_N_ITEM_KINDS; i++)
        if ((target->field->kinds & (1u << i)) != 0)
          g_string_append_printf (kinds, " %s", ka_item_kind_get_name ((KaItemKind) i));
      ka_reader_add_fault (target->reader, node, "“%s” found, kind:id with a kind of%s expected",
                           reference, kinds->str);
      g_string_free (kinds, TRUE);
      return NULL;
    }
  item = ka_atlas_lookup (target->reader->atlas, kind, colon + 1);
  if (item == NULL && !is_section_missing (target->reader, kind))
    ka_reader_add_fault (target->reader, node,
                         "there is no %s “%s”, an id of the section “%s” expected", name, colon + 1,
                         ka_section_of_kind (kind)->name);
  return item;
}

static void
read_item_field (const Target *target, const KaNode *node)
{
  *MEMBER (target->record, target->field->offset, const KaItem *) = read_item (target, node);
}

static void
read_reference_field (const Target *target, const KaNode *node)
{
  *MEMBER (target->record, target->field->offset, const KaItem *) = read_reference (target, node);
}

static void
read_list (const Target *target,
           const KaNode *node,
           const KaItem *(*read_element) (const Target *target, const KaNode *node))
{
  KaList *list = MEMBER (target->record, target->field->offset, KaList);
  gsize   n = ka_node_count (node);

  if (!ka_reader_expect (target->reader, node, json_type_array, "a list of ids"))
    return;
  list->items = g_new0 (gpointer, n);
  for (gsize i = 0; i < n; i++)
    {
      KaNode        element = ka_node_get_element (node, i);
      const KaItem *item = read_element (target, &element);

      if (item == NULL)
        continue;
      for (gsize j = 0; j < list->n_items; j++)
        if (list->items[j] == item)
          ka_reader_add_fault (target->reader, &element, "“%s” is in the list twice, once expected",
                               item->id);
      list->items[list->n_items++] = (gpointer) (gsize) item;
    }
}

static void
read_items_field (const Target *target, const KaNode *node)
{
  read_list (target, node, read_item);
}

static void
read_references_field (const Target *target, const KaNode *node)
{
  read_list (target, node, read_reference);
}

static void
read_geometry_field (const Target *target, const KaNode *node)
{
  const char *id = read_string (target->reader, node, "the id of a geometry");
  KaTopology *topology = &target->reader->atlas->topology;

  if (id == NULL || target->reader->geography.document == NULL)
    return;
  for (guint layer = 0; layer < KA_N_LAYERS; layer++)
    {
      const KaGeometry *geometry;

      if ((target->field->kinds & (1u << layer)) == 0)
        continue;
      geometry = ka_topology_lookup (topology, (KaLayer) layer, id);
      if (geometry == NULL)
        continue;
      *MEMBER (target->record, target->field->offset, const KaGeometry *) = geometry;
      return;
    }
  ka_reader_add_fault (
    target->reader, node, "the geography has no object “%s”, an id of its %s expected", id,
    (target->field->kinds & (1u << KA_LAYER_FRONTIERS)) != 0 ? "frontiers" : "rivers or lakes");
}

static gboolean
read_citation (KaReader *reader, const KaNode *node, KaCitation *citation)
{
  const char      *text = read_string (reader, node, "the id of a source");
  const char      *colon = text != NULL ? strchr (text, ':') : NULL;
  g_autofree char *id = NULL;

  if (text == NULL)
    return FALSE;
  id = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  if (colon != NULL && colon[1] == '\0')
    ka_reader_add_fault (reader, node, "nothing after the colon, the place in the source expected");
  citation->source = (const KaSource *) ka_atlas_lookup (reader->atlas, KA_ITEM_SOURCE, id);
  if (citation->source == NULL)
    {
      if (!is_section_missing (reader, KA_ITEM_SOURCE))
        ka_reader_add_fault (reader, node,
                             "there is no “%s”, an id of the section “sources” expected", id);
      return FALSE;
    }
  citation->locator = colon != NULL ? g_strdup (colon + 1) : NULL;
  return TRUE;
}

static void
read_citations_field (const Target *target, const KaNode *node)
{
  gsize        n = ka_node_count (node);
  KaCitation **citations = MEMBER (target->record, target->field->offset, KaCitation *);
  gsize       *n_citations = MEMBER (target->record, target->field->more_offset, gsize);

  if (!ka_reader_expect (target->reader, node, json_type_array, "a list of sources"))
    return;
  if (n == 0)
    ka_reader_add_fault (target->reader, node, "no source, at least one expected");
  *citations = g_new0 (KaCitation, n);
  for (gsize i = 0; i < n; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      if (read_citation (target->reader, &element, &(*citations)[*n_citations]))
        *n_citations += 1;
    }
}

static void
read_records_field (const Target *target, const KaNode *node)
{
  const KaRecordType *type = target->field->record;
  gsize               n = ka_node_count (node);
  char               *records;

  if (!ka_reader_expect (target->reader, node, json_type_array, "a list of objects"))
    return;
  records = g_malloc0_n (n, type->size);
  *MEMBER (target->record, target->field->offset, char *) = records;
  *MEMBER (target->record, target->field->more_offset, gsize) = n;
  for (gsize i = 0; i < n; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      ka_reader_read_record (target->reader, &element, type, records + i * type->size);
    }
}

static const ReadFunc read_funcs[] = {
  [KA_FIELD_IGNORED] = NULL,
  [KA_FIELD_STRING] = read_string_field,
  [KA_FIELD_TEXT] = read_text_field,
  [KA_FIELD_NAMES] = read_names_field,
  [KA_FIELD_DAY] = read_day_field,
  [KA_FIELD_DATE] = read_date_field,
  [KA_FIELD_BOOLEAN] = read_boolean_field,
  [KA_FIELD_INTEGER] = read_integer_field,
  [KA_FIELD_NUMBER] = read_number_field,
  [KA_FIELD_CHOICE] = read_choice_field,
  [KA_FIELD_CATEGORIES] = read_categories_field,
  [KA_FIELD_POINT] = read_point_field,
  [KA_FIELD_EXTENT] = read_extent_field,
  [KA_FIELD_ITEM] = read_item_field,
  [KA_FIELD_ITEMS] = read_items_field,
  [KA_FIELD_REFERENCE] = read_reference_field,
  [KA_FIELD_REFERENCES] = read_references_field,
  [KA_FIELD_GEOMETRY] = read_geometry_field,
  [KA_FIELD_CITATIONS] = read_citations_field,
  [KA_FIELD_RECORDS] = read_records_field,
};

static const KaField *
find_field (const KaRecordType *type, const char *name)
{
  for (const KaField *field = type->fields; field->name != NULL; field++)
    if (strcmp (field->name, name) == 0)
      return field;
  return NULL;
}

static void
report_unknown_members (KaReader *self, const KaNode *node, const KaRecordType *type)
{
  struct json_object_iterator at = json_object_iter_begin (node->value);
  struct json_object_iterator end = json_object_iter_end (node->value);

  for (; !json_object_iter_equal (&at, &end); json_object_iter_next (&at))
    {
      const char *name = json_object_iter_peek_name (&at);
      KaNode      member;

      if (find_field (type, name) == NULL && ka_node_get_member (node, name, &member))
        ka_reader_add_fault (self, &member, "unknown member “%s”, none of that name expected",
                             name);
    }
}

/* Reads the members of an object into @record, which is all zero. */
void
ka_reader_read_record (KaReader           *self,
                       const KaNode       *node,
                       const KaRecordType *type,
                       gpointer            record)
{
  if (!ka_reader_expect (self, node, json_type_object, "an object"))
    return;
  for (const KaField *field = type->fields; field->name != NULL; field++)
    {
      Target target = { self, field, record };
      KaNode member;

      if (field->type == KA_FIELD_DAY)
        *MEMBER (record, field->offset, KaDay) = field->default_day;
      if (field->type == KA_FIELD_IGNORED)
        continue;
      if (ka_node_get_member (node, field->name, &member))
        read_funcs[field->type](&target, &member);
      else if (field->is_required)
        ka_reader_add_fault (self, node, "no “%s”, a member of that name expected", field->name);
    }
  report_unknown_members (self, node, type);
}

static void
clear_field (const KaField *field, gpointer record)
{
  switch (field->type)
    {
    case KA_FIELD_STRING:
    case KA_FIELD_DATE:
      g_clear_pointer (MEMBER (record, field->offset, char *), g_free);
      break;
    case KA_FIELD_TEXT:
      ka_text_clear (MEMBER (record, field->offset, KaText));
      break;
    case KA_FIELD_NAMES:
      ka_names_clear (MEMBER (record, field->offset, KaNames));
      break;
    case KA_FIELD_ITEMS:
    case KA_FIELD_REFERENCES:
      g_clear_pointer (&MEMBER (record, field->offset, KaList)->items, g_free);
      break;
    case KA_FIELD_CITATIONS:
      for (gsize i = 0; i < *MEMBER (record, field->more_offset, gsize); i++)
        g_free ((*MEMBER (record, field->offset, KaCitation *))[i].locator);
      g_clear_pointer (MEMBER (record, field->offset, KaCitation *), g_free);
      break;
    case KA_FIELD_RECORDS:
      for (gsize i = 0; i < *MEMBER (record, field->more_offset, gsize); i++)
        ka_record_clear (field->record,
                         *MEMBER (record, field->offset, char *) + i * field->record->size);
      g_clear_pointer (MEMBER (record, field->offset, char *), g_free);
      break;
    case KA_FIELD_IGNORED:
    case KA_FIELD_DAY:
    case KA_FIELD_BOOLEAN:
    case KA_FIELD_INTEGER:
    case KA_FIELD_NUMBER:
    case KA_FIELD_CHOICE:
    case KA_FIELD_CATEGORIES:
    case KA_FIELD_POINT:
    case KA_FIELD_EXTENT:
    case KA_FIELD_ITEM:
    case KA_FIELD_REFERENCE:
    case KA_FIELD_GEOMETRY:
    default:
      break;
    }
}

/* Frees what ka_reader_read_record() put into a record, not the record itself. */
void
ka_record_clear (const KaRecordType *type, gpointer record)
{
  for (const KaField *field = type->fields; field->name != NULL; field++)
    clear_field (field, record);
}
