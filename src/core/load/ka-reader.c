/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a record into a struct, as the tables of ka-record-tables.c say, frees such a struct, and
 * collects faults. Knows no section; what contradicts itself across records is for the checks.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <string.h>

#define FAULTS_MAX 100

/* Adds a fault at a line, 0 for none; takes the message over. Nothing is added beyond the
 * hundredth. */
void
ka_reader_add_line_fault (KaReader *self, const KaDocument *document, int line, char *message)
{
  KaFault *fault;

  self->n_problems++;
  if (self->faults->len >= FAULTS_MAX)
    {
      g_free (message);
      return;
    }
  fault = g_new0 (KaFault, 1);
  fault->file = g_strdup (document != NULL ? document->name : self->name);
  fault->line = line;
  fault->message = message;
  g_ptr_array_add (self->faults, fault);
}

static int
find_line (const KaDocument *document, const char *pointer)
{
  int line, column;

  ka_json_get_line (document->text, ka_json_find (document->text, document->length, pointer), &line,
                    &column);
  return line;
}

static void add_fault_va (KaReader     *self,
                          const KaNode *node,
                          const char   *member,
                          const char   *format,
                          va_list       arguments) G_GNUC_PRINTF (4, 0);

static void
add_fault_va (KaReader     *self,
              const KaNode *node,
              const char   *member,
              const char   *format,
              va_list       arguments)
{
  g_autofree char *node_pointer = ka_node_dup_pointer (node);
  g_autofree char *pointer = g_strconcat (node_pointer, member, NULL);
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  /* Finding the line costs more than all else. */
  if (self->faults->len >= FAULTS_MAX)
    {
      self->n_problems++;
      return;
    }
  ka_reader_add_line_fault (self, node->document, find_line (node->document, pointer),
                            *pointer != '\0' ? g_strdup_printf ("%s: %s", pointer, message)
                                             : g_strdup (message));
}

/* Adds a fault at a value. */
void
ka_reader_add_fault (KaReader *self, const KaNode *node, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_fault_va (self, node, NULL, format, arguments);
  va_end (arguments);
}

/* Adds a fault of an item that was read before; @member is a JSON pointer below it, or %NULL. */
void
ka_reader_add_item_fault (KaReader     *self,
                          gconstpointer item,
                          const char   *member,
                          const char   *format,
                          ...)
{
  const KaOrigin *origin = g_hash_table_lookup (self->origin_of, item);
  va_list         arguments;

  va_start (arguments, format);
  add_fault_va (self, &origin->node, member, format, arguments);
  va_end (arguments);
}

/* Adds a fault of the geography; @member is a JSON pointer below it. */
void
ka_reader_add_geography_fault (KaReader *self, const char *member, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_fault_va (self, &self->geography, member, format, arguments);
  va_end (arguments);
}

/* Writes a number as JSON does, whatever the locale. */
char *
ka_dup_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", number));
}

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

/* Stores a pointer of whatever type the field has; copied, as C allows no access through another
 * type of pointer. */
void
ka_set_pointer (gpointer record, gsize offset, gconstpointer value)
{
  memcpy ((char *) record + offset, &value, sizeof value);
}

static void
read_records (const KaTarget *target, const KaNode *node)
{
  const KaRecordType *type = target->field->record;
  gsize               n = ka_node_count (node);
  char               *records;

  if (!ka_reader_expect (target->reader, node, json_type_array, "a list of objects"))
    return;
  records = g_malloc0_n (n, type->size);
  ka_set_pointer (target->record, target->field->offset, records);
  *KA_MEMBER (target->record, target->field->more_offset, gsize) = n;
  for (gsize i = 0; i < n; i++)
    {
      KaNode element = ka_node_get_element (node, i);

      ka_reader_read_record (target->reader, &element, type, records + i * type->size);
    }
}

static const KaReadFunc read_funcs[] = {
  [KA_FIELD_IGNORED] = NULL,
  [KA_FIELD_STRING] = ka_read_string,
  [KA_FIELD_TEXT] = ka_read_text,
  [KA_FIELD_NAMES] = ka_read_names,
  [KA_FIELD_DAY] = ka_read_day,
  [KA_FIELD_DATE] = ka_read_date,
  [KA_FIELD_BOOLEAN] = ka_read_boolean,
  [KA_FIELD_INTEGER] = ka_read_integer,
  [KA_FIELD_NUMBER] = ka_read_number,
  [KA_FIELD_CHOICE] = ka_read_choice,
  [KA_FIELD_CATEGORIES] = ka_read_categories,
  [KA_FIELD_POINT] = ka_read_point,
  [KA_FIELD_PIECES] = ka_read_pieces,
  [KA_FIELD_EXTENT] = ka_read_extent,
  [KA_FIELD_ITEM] = ka_read_item,
  [KA_FIELD_ITEMS] = ka_read_items,
  [KA_FIELD_REFERENCE] = ka_read_reference,
  [KA_FIELD_REFERENCES] = ka_read_references,
  [KA_FIELD_GEOMETRY] = ka_read_geometry,
  [KA_FIELD_SOURCE] = ka_read_source,
  [KA_FIELD_CITATIONS] = ka_read_citations,
  [KA_FIELD_RECORDS] = read_records,
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

/* Reports an interval that ends before it starts. A start that never came has no end to check. */
static void
check_interval (KaReader *self, const KaNode *node, const KaRecordType *type, gpointer record)
{
  const KaField *from_field = find_field (type, "from");
  const KaField *to_field = find_field (type, "to");
  KaDay          from, to;
  KaNode         member;

  if (from_field == NULL || to_field == NULL)
    return;
  from = *KA_MEMBER (record, from_field->offset, KaDay);
  to = *KA_MEMBER (record, to_field->offset, KaDay);
  if (from < to || from == KA_DAY_MAX || !ka_node_get_member (node, "to", &member))
    return;
  ka_reader_add_fault (self, &member, "it ends before it starts, a day after “from” expected");
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
      KaTarget target = { self, field, record };
      KaNode   member;

      if (field->type == KA_FIELD_DAY)
        *KA_MEMBER (record, field->offset, KaDay) = field->default_day;
      if (field->type == KA_FIELD_IGNORED)
        continue;
      if (ka_node_get_member (node, field->name, &member))
        read_funcs[field->type](&target, &member);
      else if (field->is_required)
        ka_reader_add_fault (self, node, "no “%s”, a member of that name expected", field->name);
    }
  check_interval (self, node, type, record);
  report_unknown_members (self, node, type);
}

static void
clear_records (const KaField *field, gpointer record)
{
  char *records;

  memcpy (&records, (char *) record + field->offset, sizeof records);
  for (gsize i = 0; i < *KA_MEMBER (record, field->more_offset, gsize); i++)
    ka_record_clear (field->record, records + i * field->record->size);
  g_free (records);
  ka_set_pointer (record, field->offset, NULL);
}

static void
clear_field (const KaField *field, gpointer record)
{
  switch (field->type)
    {
    case KA_FIELD_STRING:
    case KA_FIELD_DATE:
      g_clear_pointer (KA_MEMBER (record, field->offset, char *), g_free);
      break;
    case KA_FIELD_TEXT:
      ka_text_clear (KA_MEMBER (record, field->offset, KaText));
      break;
    case KA_FIELD_NAMES:
      ka_names_clear (KA_MEMBER (record, field->offset, KaNames));
      break;
    case KA_FIELD_ITEMS:
    case KA_FIELD_REFERENCES:
      g_clear_pointer (&KA_MEMBER (record, field->offset, KaList)->items, g_free);
      break;
    case KA_FIELD_SOURCE:
      g_clear_pointer (KA_MEMBER (record, field->more_offset, char *), g_free);
      break;
    case KA_FIELD_CITATIONS:
    case KA_FIELD_RECORDS:
      clear_records (field, record);
      break;
    case KA_FIELD_IGNORED:
    case KA_FIELD_DAY:
    case KA_FIELD_BOOLEAN:
    case KA_FIELD_INTEGER:
    case KA_FIELD_NUMBER:
    case KA_FIELD_CHOICE:
    case KA_FIELD_CATEGORIES:
    case KA_FIELD_POINT:
    case KA_FIELD_PIECES:
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
