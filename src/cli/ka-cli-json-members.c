/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the members of JSON objects are built from parts of an item. Which object has which is in
 * the tables of ka-cli-json.c.
 */
#include "config.h"

#include "ka-cli-json-private.h"

#include "ka-cli-private.h"

#include <string.h>

const char *const ka_cli_tenure_words[] = {
  "de-jure", "de-facto", "occupied", "contested", "claimed", NULL,
};

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

KaJsonObject *
ka_cli_json_new_ids (const GPtrArray *items)
{
  KaJsonObject *array = json_object_new_array ();

  for (guint i = 0; i < items->len; i++)
    json_object_array_add (array, ka_cli_json_new_id (KA_ITEM (items->pdata[i])));

  return array;
}

const char *
ka_cli_tenure_kind_get_name (KaTenureKind kind)
{
  return ka_cli_tenure_words[kind];
}

/* A text in every language that has it. */
KaJsonObject *
ka_cli_json_new_languages (const KaText *text)
{
  KaJsonObject *object = json_object_new_object ();

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    if (text->in[i] != NULL)
      json_object_object_add (object, ka_language_get_code ((KaLanguage) i),
                              json_object_new_string (text->in[i]));

  return object;
}

static KaJsonObject *
new_text (const KaText *text, const KaCliContext *context)
{
  return ka_text_is_empty (text) ? NULL
                                 : json_object_new_string (ka_text_get (text, context->language));
}

/* Members that stand alone in the item */

KaJsonObject *
ka_cli_build_id (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_id (part);
}

KaJsonObject *
ka_cli_build_title (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_string (ka_item_get_title (part, context->day, context->language));
}

KaJsonObject *
ka_cli_build_string (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_string (*(char *const *) part);
}

KaJsonObject *
ka_cli_build_text (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return new_text (part, context);
}

KaJsonObject *
ka_cli_build_languages (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_languages (part);
}

KaJsonObject *
ka_cli_build_names (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaNames *names = part;
  KaJsonObject  *array = json_object_new_array ();

  for (gsize i = 0; i < names->n_items; i++)
    {
      KaJsonObject *object = ka_cli_json_new_languages (&names->items[i].text);

      json_object_object_add (object, "from", ka_cli_json_new_day (names->items[i].span.from));
      json_object_object_add (object, "to", ka_cli_json_new_day (names->items[i].span.to));
      json_object_array_add (array, object);
    }

  return array;
}

KaJsonObject *
ka_cli_build_day (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_day (*(const KaDay *) part);
}

KaJsonObject *
ka_cli_build_boolean (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_boolean (*(const gboolean *) part);
}

KaJsonObject *
ka_cli_build_integer (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_int (*(const int *) part);
}

KaJsonObject *
ka_cli_build_height (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  int height_m = *(const int *) part;

  return height_m != 0 ? json_object_new_int (height_m) : NULL;
}

KaJsonObject *
ka_cli_build_number (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_number (*(const double *) part);
}

KaJsonObject *
ka_cli_build_word (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_string (field->words[*(const guint *) part]);
}

KaJsonObject *
ka_cli_build_flags (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  KaJsonObject *array = json_object_new_array ();
  guint         flags = *(const guint *) part;

  for (guint i = 0; field->words[i] != NULL; i++)
    if (flags & (1u << i))
      json_object_array_add (array, json_object_new_string (field->words[i]));

  return array;
}

KaJsonObject *
ka_cli_build_flag (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_string (field->words[g_bit_nth_lsf (*(const guint *) part, -1)]);
}

static KaJsonObject *
new_point (const KaPoint *point)
{
  KaJsonObject *array = json_object_new_array ();

  json_object_array_add (array, ka_cli_json_new_number (point->x));
  json_object_array_add (array, ka_cli_json_new_number (point->y));

  return array;
}

KaJsonObject *
ka_cli_build_point (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return new_point (part);
}

/* References to other items: by bare id */

KaJsonObject *
ka_cli_build_item (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_id (*(const KaItem *const *) part);
}

KaJsonObject *
ka_cli_build_item_kind (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaItem *item = *(const KaItem *const *) part;

  return item != NULL ? json_object_new_string (ka_item_kind_get_name (item->kind)) : NULL;
}

static KaJsonObject *
new_ids_of_kind (const KaList *list, KaItemKind kind)
{
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < list->n_items; i++)
    if (KA_ITEM (list->items[i])->kind == kind)
      json_object_array_add (array, ka_cli_json_new_id (list->items[i]));

  return array;
}

KaJsonObject *
ka_cli_build_list (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaList *list = part;
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < list->n_items; i++)
    json_object_array_add (array, ka_cli_json_new_id (list->items[i]));

  return array;
}

KaJsonObject *
ka_cli_build_articles (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return new_ids_of_kind (part, KA_ITEM_ARTICLE);
}

KaJsonObject *
ka_cli_build_annexes (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return new_ids_of_kind (part, KA_ITEM_ANNEX);
}

KaJsonObject *
ka_cli_build_reference (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  g_autofree char *reference = ka_item_dup_reference (*(const KaItem *const *) part);

  return json_object_new_string (reference);
}

KaJsonObject *
ka_cli_build_references (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaList *list = part;
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < list->n_items; i++)
    {
      g_autofree char *reference = ka_item_dup_reference (list->items[i]);

      json_object_array_add (array, json_object_new_string (reference));
    }

  return array;
}

static gboolean
array_has (KaJsonObject *array, const char *string)
{
  for (gsize i = 0; i < json_object_array_length (array); i++)
    if (strcmp (json_object_get_string (json_object_array_get_idx (array, i)), string) == 0)
      return TRUE;

  return FALSE;
}

KaJsonObject *
ka_cli_build_sources (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaItem *item = part;
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < item->n_citations; i++)
    {
      const char *id = item->citations[i].source->item.id;

      if (!array_has (array, id))
        json_object_array_add (array, json_object_new_string (id));
    }

  return array;
}

/* Members made of several parts of an item */

KaJsonObject *
ka_cli_build_corresponds (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaArticle *article = part;
  KaJsonObject    *array = json_object_new_array ();

  for (gsize i = 0; i < article->n_correspondences; i++)
    json_object_array_add (array,
                           ka_cli_json_new_id (KA_ITEM (article->correspondences[i].article)));

  return array;
}

/* The first and the last piece of the line that a step is tied to. */
KaJsonObject *
ka_cli_build_pieces (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaLinePoint *point = part;
  KaJsonObject      *array;

  if (point->first_piece == 0)
    return NULL;
  array = json_object_new_array ();
  json_object_array_add (array, json_object_new_int (point->first_piece));
  json_object_array_add (array, json_object_new_int (point->last_piece));

  return array;
}

KaJsonObject *
ka_cli_build_step_at (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaLinePoint *point = part;

  return point->has_at ? new_point (&point->at) : NULL;
}

KaJsonObject *
ka_cli_build_placed (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaLinePoint *point = part;

  return point->first_piece != 0 ? json_object_new_string (ka_certainty_get_name (point->placed))
                                 : NULL;
}

KaJsonObject *
ka_cli_build_certainty (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_string (ka_certainty_get_name (*(const KaCertainty *) part));
}

/* Tables */

/* Adds the members that a table, which ends with a field without a key, says of a struct. */
void
ka_cli_json_add_fields (KaJsonObject       *object,
                        const KaCliField   *fields,
                        gconstpointer       base,
                        const KaCliContext *context)
{
  for (const KaCliField *field = fields; field->key != NULL; field++)
    json_object_object_add (object, field->key,
                            field->build (field, (const char *) base + field->offset, context));
}

/* An array of structs, as an array of objects. */
KaJsonObject *
ka_cli_build_records (const KaCliField *field, gconstpointer part, const KaCliContext *context)
{
  const KaCliRecord *record = field->record;
  const char        *base = part;
  const char        *items = *(const char *const *) (gconstpointer) (base + record->items);
  gsize              n_items = *(const gsize *) (gconstpointer) (base + record->n_items);
  KaJsonObject      *array = json_object_new_array ();

  for (gsize i = 0; i < n_items; i++)
    {
      KaJsonObject *object = json_object_new_object ();

      ka_cli_json_add_fields (object, record->fields, items + i * record->size, context);
      json_object_array_add (array, object);
    }

  return array;
}
