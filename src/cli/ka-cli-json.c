/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Items of an atlas as JSON objects for scripts. The members and their order are those of the
 * schema in ka-record.h, except that texts are strings in one language, ids stand bare, and a value
 * with several parts has a member for each part too.
 */
#include "config.h"

#include "ka-cli-json.h"

#include "ka-cli-private.h"
#include "ka-record.h"

#include <string.h>

/* Where members go. */
typedef struct
{
  const KaCliContext *context;
  KaJsonObject       *object;
  GStrvBuilder       *columns; /* (nullable): names of those that CSV has too */
  gboolean            is_item; /* else a part of an item */
} Writer;

/* Adds a member that CSV has too: a value or a list of values. */
static void
add (Writer *writer, const char *name, KaJsonObject *value)
{
  json_object_object_add (writer->object, name, value);
  if (writer->columns != NULL)
    g_strv_builder_add (writer->columns, name);
}

static void
add_nested (Writer *writer, const char *name, KaJsonObject *value)
{
  json_object_object_add (writer->object, name, value);
}

/* Values */

KaJsonObject *
ka_cli_json_new_string (const char *string)
{
  return string != NULL ? json_object_new_string (string) : NULL;
}

KaJsonObject *
ka_cli_json_new_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* json-c alone writes 43.1 as 43.100000000000001. */
  g_ascii_formatd (text, sizeof text, "%.9g", number);

  return json_object_new_double_s (number, text);
}

KaJsonObject *
ka_cli_json_new_day (KaDay day)
{
  g_autofree char *text = NULL;

  if (day == KA_DAY_MIN || day == KA_DAY_MAX)
    return NULL;
  text = ka_day_to_iso (day);

  return json_object_new_string (text);
}

KaJsonObject *
ka_cli_json_new_id (const KaItem *item)
{
  return ka_cli_json_new_string (item != NULL ? item->id : NULL);
}

static KaJsonObject *
new_pair (KaJsonObject *first, KaJsonObject *second)
{
  KaJsonObject *array = json_object_new_array ();

  json_object_array_add (array, first);
  json_object_array_add (array, second);

  return array;
}

/* A text in every language that has it. */
static KaJsonObject *
new_languages (const KaText *text)
{
  KaJsonObject *object = json_object_new_object ();

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    {
      const char *string = ka_text_find (text, (KaLanguage) i);

      if (string != NULL)
        json_object_object_add (object, ka_language_get_code ((KaLanguage) i),
                                json_object_new_string (string));
    }

  return object;
}

static KaJsonObject *
new_names (const KaNames *names)
{
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < names->n_items; i++)
    {
      KaJsonObject *object = new_languages (&names->items[i].text);

      json_object_object_add (object, "from", ka_cli_json_new_day (names->items[i].span.from));
      json_object_object_add (object, "to", ka_cli_json_new_day (names->items[i].span.to));
      json_object_array_add (array, object);
    }

  return array;
}

static KaJsonObject *
new_reference (const KaItem *item)
{
  g_autofree char *reference = ka_item_dup_reference (item);

  return json_object_new_string (reference);
}

/* The items of the @allowed kinds. */
static KaJsonObject *
new_list (const KaList *list, guint allowed, KaJsonObject *(*new_element) (const KaItem *item))
{
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < list->n_items; i++)
    if ((allowed & (1u << KA_ITEM (list->items[i])->kind)) != 0)
      json_object_array_add (array, new_element (list->items[i]));

  return array;
}

KaJsonObject *
ka_cli_json_new_ids (const GPtrArray *items)
{
  KaList list = { items->pdata, items->len };

  return new_list (&list, G_MAXUINT, ka_cli_json_new_id);
}

/* The sources, each once. */
static KaJsonObject *
new_sources (const KaItem *item)
{
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < item->n_citations; i++)
    {
      gsize j = 0;

      while (item->citations[j].source != item->citations[i].source)
        j++;
      if (j == i)
        json_object_array_add (array, ka_cli_json_new_id (KA_ITEM (item->citations[i].source)));
    }

  return array;
}

/* Fields */

static void write_fields (Writer *writer, const KaRecordType *type, gconstpointer record);

static KaJsonObject *
new_records (const KaField *field, gconstpointer record, const KaCliContext *context)
{
  const char   *records = ka_record_get_pointer (record, field->offset);
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < *KA_MEMBER (record, field->more_offset, const guint); i++)
    {
      Writer writer = { context, json_object_new_object (), NULL, FALSE };

      write_fields (&writer, field->record, records + i * field->record->size);
      json_object_array_add (array, writer.object);
    }

  return array;
}

static void
write_categories (Writer *writer, const KaField *field, guint categories, guint leading)
{
  KaJsonObject *array = json_object_new_array ();

  for (guint i = 0; field->choices[i] != NULL; i++)
    if (categories & (1u << i))
      json_object_array_add (array, json_object_new_string (field->choices[i]));
  add (writer, field->name, array);
  add (writer, "leading_category",
       leading != 0 ? json_object_new_string (field->choices[g_bit_nth_lsf (leading, -1)]) : NULL);
}

/* Articles and annexes are one list in the model and two for scripts. */
static void
write_items (Writer *writer, const KaField *field, const KaList *list)
{
  const guint annexes = 1u << KA_ITEM_ANNEX;

  add (writer, field->name, new_list (list, field->allowed & ~annexes, ka_cli_json_new_id));
  if ((field->allowed & annexes) != 0)
    add (writer, "annexes", new_list (list, annexes, ka_cli_json_new_id));
}

/* An item has the id and the kind as two members, a part of an item as one. */
static void
write_reference (Writer *writer, const KaField *field, const KaItem *item)
{
  g_autofree char *kind_name = g_strconcat (field->name, "_kind", NULL);

  if (!writer->is_item)
    {
      add (writer, field->name, item != NULL ? new_reference (item) : NULL);
      return;
    }
  add (writer, field->name, ka_cli_json_new_id (item));
  add (writer, kind_name,
       ka_cli_json_new_string (item != NULL ? ka_item_kind_get_name (item->kind) : NULL));
}

static void
write_point (Writer *writer, const KaField *field, const KaPoint *point, gboolean is_known)
{
  if (writer->is_item)
    {
      add (writer, "lon", ka_cli_json_new_number (point->x));
      add (writer, "lat", ka_cli_json_new_number (point->y));
    }
  add_nested (writer, field->name,
              is_known
                ? new_pair (ka_cli_json_new_number (point->x), ka_cli_json_new_number (point->y))
                : NULL);
}

/* West, south, east, north; null for an extent without room. */
static void
write_extent (Writer *writer, const KaField *field, KaPoint south_west, KaPoint north_east)
{
  const double  degrees[] = { south_west.x, south_west.y, north_east.x, north_east.y };
  KaJsonObject *extent = south_west.y < north_east.y ? json_object_new_array () : NULL;

  for (gsize i = 0; extent != NULL && i < G_N_ELEMENTS (degrees); i++)
    json_object_array_add (extent, ka_cli_json_new_number (degrees[i]));
  add_nested (writer, field->name, extent);
}

static void
write_pieces (Writer *writer, const KaField *field, int first, int last)
{
  add_nested (writer, field->name,
              first == 0 ? NULL
                         : new_pair (json_object_new_int (first), json_object_new_int (last)));
}

static void
write_choice (Writer *writer, const KaField *field, guint choice)
{
  KaJsonObject *along = NULL;

  /* A step without pieces has no place. */
  if (strcmp (field->name, "placed") == 0 &&
      json_object_object_get_ex (writer->object, "along", &along) && along == NULL)
    add (writer, field->name, NULL);
  else if (strcmp (field->name, "role") == 0)
    add (writer, "capital", json_object_new_boolean (choice != 0));
  else
    add (writer, field->name, json_object_new_string (field->choices[choice]));
}

static void
write_records (Writer *writer, const KaField *field, gconstpointer record)
{
  g_autoptr (KaJsonObject) records = new_records (field, record, writer->context);

  if (strcmp (field->name, "corresponds") == 0)
    {
      KaJsonObject *ids = json_object_new_array ();

      for (gsize i = 0; i < json_object_array_length (records); i++)
        json_object_array_add (ids, json_object_get (json_object_object_get (
                                      json_object_array_get_idx (records, i), "article")));
      add (writer, field->name, ids);
      add_nested (writer, "differences", json_object_get (records));
    }
  else
    {
      add_nested (writer, field->kind == KA_FIELD_CITATIONS ? "citations" : field->name,
                  json_object_get (records));
    }
}

/* The name of a member where the output has another one than the schema; %NULL leaves it out. */
static const char *
get_name (const Writer *writer, const KaField *field, const KaItem *item)
{
  if (!writer->is_item)
    return field->name;
  if (strcmp (field->name, "short") == 0)
    return item->kind == KA_ITEM_SOURCE ? "title" : "label";

  return strcmp (field->name, "tint") == 0 ? NULL : field->name;
}

/* The value of a member that has no parts. */
static KaJsonObject *
new_value (const KaField *field, gconstpointer record, const KaCliContext *context)
{
  const void *part = KA_MEMBER (record, field->offset, const void);

  switch ((int) field->kind)
    {
    case KA_FIELD_STRING:
    case KA_FIELD_DATE:
      return ka_cli_json_new_string (*(char *const *) part);
    case KA_FIELD_TEXT:
      return ka_text_is_empty (part)
               ? NULL
               : json_object_new_string (ka_text_get (part, context->language));
    case KA_FIELD_DAY:
      return ka_cli_json_new_day (*(const KaDay *) part);
    case KA_FIELD_BOOLEAN:
      return json_object_new_boolean (*(const gboolean *) part);
    case KA_FIELD_INTEGER:
      /* A number below the least is none. */
      return *(const int *) part >= field->minimum ? json_object_new_int (*(const int *) part)
                                                   : NULL;
    case KA_FIELD_NUMBER:
      return ka_cli_json_new_number (*(const double *) part);
    case KA_FIELD_ITEM:
      return ka_cli_json_new_id (ka_record_get_pointer (record, field->offset));
    case KA_FIELD_REFERENCES:
      return new_list (part, field->allowed, new_reference);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
write_field (Writer *writer, const KaField *field, gconstpointer record)
{
  const void *part = KA_MEMBER (record, field->offset, const void);
  const void *more = KA_MEMBER (record, field->more_offset, const void);
  const char *name = get_name (writer, field, record);

  if (name == NULL)
    return;
  switch ((int) field->kind)
    {
    case KA_FIELD_HEAD:
      if (strcmp (name, "id") == 0)
        add (writer, name, ka_cli_json_new_id (record));
      break;
    case KA_FIELD_CHOICE:
      write_choice (writer, field, *(const guint *) part);
      break;
    case KA_FIELD_CATEGORIES:
      write_categories (writer, field, *(const guint *) part, *(const guint *) more);
      break;
    case KA_FIELD_POINT:
      write_point (writer, field, part, field->more_offset == 0 || *(const gboolean *) more);
      break;
    case KA_FIELD_EXTENT:
      write_extent (writer, field, *(const KaPoint *) part, *(const KaPoint *) more);
      break;
    case KA_FIELD_PIECES:
      write_pieces (writer, field, *(const int *) part, *(const int *) more);
      break;
    case KA_FIELD_ITEMS:
      write_items (writer, field, part);
      break;
    case KA_FIELD_REFERENCE:
      write_reference (writer, field, ka_record_get_pointer (record, field->offset));
      break;
    case KA_FIELD_SOURCE:
      add (writer, name, ka_cli_json_new_id (ka_record_get_pointer (record, field->offset)));
      add (writer, "locator", ka_cli_json_new_string (*(char *const *) more));
      break;
    case KA_FIELD_CITATIONS:
    case KA_FIELD_RECORDS:
      write_records (writer, field, record);
      break;
    case KA_FIELD_GEOMETRY:
      break;
    default:
      add (writer, name, new_value (field, record, writer->context));
    }
}

static void
write_fields (Writer *writer, const KaRecordType *type, gconstpointer record)
{
  for (const KaField *field = type->fields; field->name != NULL; field++)
    write_field (writer, field, record);
}

/* Items */

/* Writes what stands last in every item. */
static void
write_tail (Writer *writer, const KaRecordType *type, const KaItem *item)
{
  const KaField *sources = ka_record_find_field (type, "sources");
  const KaField *title = ka_record_find_field (type, "title");
  const KaNames *names = ka_item_get_names (item);

  if (names != NULL)
    add_nested (writer, "names", new_names (names));
  if (title != NULL)
    add_nested (writer, "titles", new_languages (KA_MEMBER (item, title->offset, const KaText)));
  add (writer, "note", ka_cli_json_new_string (item->note));
  add (writer, "sources", new_sources (item));
  add_nested (writer, "citations",
              sources != NULL ? new_records (sources, item, writer->context)
                              : json_object_new_array ());
}

static void
write_item (Writer *writer, const KaItem *item)
{
  const KaRecordType *type = ka_section_of_kind (item->kind)->record;

  for (const KaField *field = type->fields; field->name != NULL; field++)
    {
      gboolean is_tail = field->kind == KA_FIELD_CITATIONS || strcmp (field->name, "note") == 0;

      if (!is_tail && field->kind != KA_FIELD_NAMES)
        write_field (writer, field, item);
      /* An item without id stands for its kind and has no title. */
      if (field->kind == KA_FIELD_NAMES || (item->kind == KA_ITEM_TENURE && field == type->fields))
        add (writer, "title",
             item->id == NULL ? NULL
                              : json_object_new_string (ka_item_get_title (
                                  item, writer->context->day, writer->context->language)));
    }
  write_tail (writer, type, item);
}

KaJsonObject *
ka_cli_json_new_item (const KaItem *item, const KaCliContext *context)
{
  Writer writer = { context, json_object_new_object (), NULL, TRUE };

  write_item (&writer, item);

  return writer.object;
}

char **
ka_cli_json_list_columns (KaItemKind kind)
{
  g_autofree KaItem *item = g_malloc0 (ka_section_of_kind (kind)->record->size);
  g_autoptr (KaJsonObject) object = json_object_new_object ();
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  const KaCliContext context = { 0 };
  Writer             writer = { &context, object, columns, TRUE };

  item->kind = kind;
  write_item (&writer, item);

  return g_strv_builder_end (columns);
}

KaJsonObject *
ka_cli_json_new_names (const KaItem *item, KaDay day)
{
  const KaText *text = item != NULL ? ka_names_get_on (ka_item_get_names (item), day) : NULL;

  return text != NULL ? new_languages (text) : NULL;
}

int
ka_cli_json_write (KaJsonObject *object)
{
  const char *text = json_object_to_json_string_ext (
    object, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return ka_cli_write (line);
}
