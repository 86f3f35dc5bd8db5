/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Items of an atlas as JSON objects for scripts: a table for each kind says which members there
 * are, in which order, and how each is built. CSV takes its columns from the same tables.
 *
 * Texts are strings in one language; ids stand bare. That differs from the format of an atlas on
 * purpose: a script wants values that it can print and compare.
 */
#include "config.h"

#include "ka-cli-json.h"

#include "ka-cli-private.h"

#include <string.h>

typedef struct _Field Field;

/* How a member is built. @part points into the item, @offset bytes from its start. */
typedef KaJsonObject *(*BuildFunc) (const Field        *field,
                                    gconstpointer       part,
                                    const KaCliContext *context);

struct _Field
{
  const char        *key;
  BuildFunc          build;
  gsize              offset;
  const char *const *words;     /* of an enum */
  gboolean           is_nested; /* no column of CSV */
};

static const char *const category_words[] = {
  "treaty", "war", "diplomacy", "border-change", "claim", "administration", "state-formation", NULL,
};
static const char *const polity_words[] = {
  "empire", "state", "soviet-republic", "federation", "autonomy", "authority", NULL,
};
static const char *const tenure_words[] = {
  "de-jure", "de-facto", "occupied", "contested", "claimed", NULL,
};
static const char *const frontier_words[] = {
  "treaty", "award", "district", "autonomy", "ceasefire", NULL,
};
static const char *const place_words[] = {
  "town", "ruin", "peak", "river", "lake", "sea", NULL,
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
  return tenure_words[kind];
}

static KaJsonObject *
new_languages (const KaText *text)
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

static KaJsonObject *
build_id (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_id (part);
}

static KaJsonObject *
build_title (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_string (ka_item_get_title (part, context->day, context->language));
}

static KaJsonObject *
build_string (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_string (*(char *const *) part);
}

static KaJsonObject *
build_text (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return new_text (part, context);
}

static KaJsonObject *
build_languages (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return new_languages (part);
}

static KaJsonObject *
build_names (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaNames *names = part;
  KaJsonObject  *array = json_object_new_array ();

  for (gsize i = 0; i < names->n_items; i++)
    {
      KaJsonObject *object = new_languages (&names->items[i].text);

      json_object_object_add (object, "from", ka_cli_json_new_day (names->items[i].from));
      json_object_object_add (object, "to", ka_cli_json_new_day (names->items[i].to));
      json_object_array_add (array, object);
    }

  return array;
}

static KaJsonObject *
build_day (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_day (*(const KaDay *) part);
}

static KaJsonObject *
build_boolean (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_boolean (*(const gboolean *) part);
}

static KaJsonObject *
build_integer (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_int (*(const int *) part);
}

static KaJsonObject *
build_height (const Field *field, gconstpointer part, const KaCliContext *context)
{
  int height_m = *(const int *) part;

  return height_m != 0 ? json_object_new_int (height_m) : NULL;
}

static KaJsonObject *
build_number (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_number (*(const double *) part);
}

static KaJsonObject *
build_word (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_string (field->words[*(const guint *) part]);
}

static KaJsonObject *
build_flags (const Field *field, gconstpointer part, const KaCliContext *context)
{
  KaJsonObject *array = json_object_new_array ();
  guint         flags = *(const guint *) part;

  for (guint i = 0; field->words[i] != NULL; i++)
    if (flags & (1u << i))
      json_object_array_add (array, json_object_new_string (field->words[i]));

  return array;
}

static KaJsonObject *
build_flag (const Field *field, gconstpointer part, const KaCliContext *context)
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

static KaJsonObject *
build_point (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return new_point (part);
}

/* References to other items: by bare id */

static KaJsonObject *
build_item (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return ka_cli_json_new_id (*(const KaItem *const *) part);
}

static KaJsonObject *
build_item_kind (const Field *field, gconstpointer part, const KaCliContext *context)
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

static KaJsonObject *
build_list (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaList *list = part;
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < list->n_items; i++)
    json_object_array_add (array, ka_cli_json_new_id (list->items[i]));

  return array;
}

static KaJsonObject *
build_articles (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return new_ids_of_kind (part, KA_ITEM_ARTICLE);
}

static KaJsonObject *
build_annexes (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return new_ids_of_kind (part, KA_ITEM_ANNEX);
}

static KaJsonObject *
build_references (const Field *field, gconstpointer part, const KaCliContext *context)
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

static KaJsonObject *
build_sources (const Field *field, gconstpointer part, const KaCliContext *context)
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

static KaJsonObject *
build_citations (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaItem *item = part;
  KaJsonObject *array = json_object_new_array ();

  for (gsize i = 0; i < item->n_citations; i++)
    {
      const KaCitation *citation = &item->citations[i];
      KaJsonObject     *object = json_object_new_object ();

      json_object_object_add (object, "source", ka_cli_json_new_id (&citation->source->item));
      json_object_object_add (object, "locator", ka_cli_json_new_string (citation->locator));
      json_object_array_add (array, object);
    }

  return array;
}

/* Members made of several parts of an item */

static KaJsonObject *
build_memberships (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaPolity *polity = part;
  KaJsonObject   *array = json_object_new_array ();

  for (gsize i = 0; i < polity->n_memberships; i++)
    {
      const KaMembership *membership = &polity->memberships[i];
      KaJsonObject       *object = json_object_new_object ();

      json_object_object_add (object, "polity", ka_cli_json_new_id (&membership->whole->item));
      json_object_object_add (object, "from", ka_cli_json_new_day (membership->from));
      json_object_object_add (object, "to", ka_cli_json_new_day (membership->to));
      json_object_array_add (array, object);
    }

  return array;
}

static KaJsonObject *
build_signatories (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaTreaty *treaty = part;
  KaJsonObject   *array = json_object_new_array ();

  for (gsize i = 0; i < treaty->n_signatories; i++)
    {
      const KaSignatory *signatory = &treaty->signatories[i];
      KaJsonObject      *object = json_object_new_object ();

      json_object_object_add (object, "person", ka_cli_json_new_id (KA_ITEM (signatory->person)));
      json_object_object_add (object, "for", ka_cli_json_new_id (KA_ITEM (signatory->party)));
      json_object_object_add (object, "office", new_text (&signatory->office, context));
      json_object_array_add (array, object);
    }

  return array;
}

static KaJsonObject *
build_treaty_dates (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaTreaty *treaty = part;
  KaJsonObject   *array = json_object_new_array ();

  for (gsize i = 0; i < treaty->n_dates; i++)
    {
      const KaTreatyDate *date = &treaty->dates[i];
      KaJsonObject       *object = json_object_new_object ();

      json_object_object_add (object, "kind", ka_cli_json_new_string (date->kind));
      json_object_object_add (object, "date", ka_cli_json_new_string (date->edtf));
      json_object_object_add (object, "by", ka_cli_json_new_id (KA_ITEM (date->by)));
      json_object_object_add (object, "place", new_text (&date->place, context));
      json_object_object_add (object, "certainty",
                              ka_cli_json_new_string (ka_certainty_get_name (date->certainty)));
      json_object_object_add (object, "note", ka_cli_json_new_string (date->note));
      json_object_array_add (array, object);
    }

  return array;
}

static KaJsonObject *
build_corresponds (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaArticle *article = part;
  KaJsonObject    *array = json_object_new_array ();

  for (gsize i = 0; i < article->n_correspondences; i++)
    json_object_array_add (array,
                           ka_cli_json_new_id (KA_ITEM (article->correspondences[i].article)));

  return array;
}

static KaJsonObject *
build_differences (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaArticle *article = part;
  KaJsonObject    *array = json_object_new_array ();

  for (gsize i = 0; i < article->n_correspondences; i++)
    {
      const KaCorrespondence *correspondence = &article->correspondences[i];
      KaJsonObject           *object = json_object_new_object ();

      json_object_object_add (object, "article",
                              ka_cli_json_new_id (KA_ITEM (correspondence->article)));
      json_object_object_add (object, "difference",
                              new_text (&correspondence->difference, context));
      json_object_array_add (array, object);
    }

  return array;
}

/* The first and the last piece of the line that a step is tied to. */
static KaJsonObject *
new_pieces (const KaLinePoint *point)
{
  KaJsonObject *array;

  if (point->first_piece == 0)
    return NULL;
  array = json_object_new_array ();
  json_object_array_add (array, json_object_new_int (point->first_piece));
  json_object_array_add (array, json_object_new_int (point->last_piece));

  return array;
}

static KaJsonObject *
build_line_points (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaArticle *article = part;
  KaJsonObject    *array = json_object_new_array ();

  for (gsize i = 0; i < article->n_points; i++)
    {
      const KaLinePoint *point = &article->points[i];
      KaJsonObject      *object = json_object_new_object ();

      json_object_object_add (object, "name", ka_cli_json_new_string (point->name));
      json_object_object_add (object, "note", ka_cli_json_new_string (point->note));
      json_object_object_add (object, "certainty",
                              ka_cli_json_new_string (ka_certainty_get_name (point->certainty)));
      json_object_object_add (object, "along", new_pieces (point));
      json_object_object_add (object, "at", point->has_at ? new_point (&point->at) : NULL);
      json_object_object_add (object, "placed",
                              point->first_piece != 0
                                ? json_object_new_string (ka_certainty_get_name (point->placed))
                                : NULL);
      json_object_array_add (array, object);
    }

  return array;
}

static KaJsonObject *
build_people (const Field *field, gconstpointer part, const KaCliContext *context)
{
  const KaEvent *event = part;
  KaJsonObject  *array = json_object_new_array ();

  for (gsize i = 0; i < event->n_people; i++)
    {
      KaJsonObject *object = json_object_new_object ();

      json_object_object_add (object, "person",
                              ka_cli_json_new_id (KA_ITEM (event->people[i].person)));
      json_object_object_add (object, "role", new_text (&event->people[i].role, context));
      json_object_array_add (array, object);
    }

  return array;
}

static KaJsonObject *
build_certainty (const Field *field, gconstpointer part, const KaCliContext *context)
{
  return json_object_new_string (ka_certainty_get_name (KA_ITEM (part)->certainty));
}

/* Tables */

#define PART(type, member) .offset = G_STRUCT_OFFSET (type, member)

static const Field event_fields[] = {
  { "id", build_id },
  { "date", build_string, PART (KaEvent, edtf) },
  { "title", build_title },
  { "label", build_text, PART (KaEvent, label) },
  { "summary", build_text, PART (KaEvent, summary) },
  { "categories", build_flags, PART (KaEvent, categories), category_words },
  { "leading_category", build_flag, PART (KaEvent, leading), category_words },
  { "importance", build_integer, PART (KaEvent, importance) },
  { "places", build_list, PART (KaEvent, places) },
  { "where", build_text, PART (KaEvent, where) },
  { "regions", build_list, PART (KaEvent, regions) },
  { "articles", build_articles, PART (KaEvent, articles) },
  { "annexes", build_annexes, PART (KaEvent, articles) },
  { "treaties", build_list, PART (KaEvent, treaties) },
  { "parties", build_list, PART (KaEvent, parties) },
  { "people", build_people, .is_nested = TRUE },
  { "first_day", build_day, PART (KaEvent, date.earliest) },
  { "day_after", build_day, PART (KaEvent, date.end_latest) },
  { "old_style", build_string, PART (KaEvent, old_style) },
  { "disputed", build_text, PART (KaEvent, disputed) },
  { "certainty", build_certainty },
  { "titles", build_languages, PART (KaEvent, title), .is_nested = TRUE },
  { NULL },
};

static const Field article_fields[] = {
  { "id", build_id },
  { "treaty", build_item, PART (KaArticle, treaty) },
  { "number", build_integer, PART (KaArticle, number) },
  { "label", build_string, PART (KaArticle, label) },
  { "title", build_title },
  { "text", build_text, PART (KaArticle, text) },
  { "general", build_boolean, PART (KaArticle, is_general) },
  { "regions", build_list, PART (KaArticle, regions) },
  { "frontiers", build_list, PART (KaArticle, frontiers) },
  { "places", build_list, PART (KaArticle, places) },
  { "bound", build_list, PART (KaArticle, bound) },
  { "corresponds", build_corresponds },
  { "differences", build_differences, .is_nested = TRUE },
  { "from", build_day, PART (KaArticle, from) },
  { "to", build_day, PART (KaArticle, to) },
  { "fate", build_text, PART (KaArticle, fate) },
  { "points", build_line_points, .is_nested = TRUE },
  { "certainty", build_certainty },
  { "titles", build_languages, PART (KaArticle, title), .is_nested = TRUE },
  { NULL },
};

static const Field treaty_fields[] = {
  { "id", build_id },
  { "date", build_string, PART (KaTreaty, edtf) },
  { "title", build_title },
  { "style", build_text, PART (KaTreaty, style) },
  { "place", build_text, PART (KaTreaty, place) },
  { "parties", build_list, PART (KaTreaty, parties) },
  { "signatories", build_signatories, .is_nested = TRUE },
  { "dates", build_treaty_dates, .is_nested = TRUE },
  { "languages", build_text, PART (KaTreaty, languages) },
  { "outcome", build_text, PART (KaTreaty, outcome) },
  { "successors", build_list, PART (KaTreaty, successors) },
  { "articles", build_articles, PART (KaTreaty, articles) },
  { "annexes", build_annexes, PART (KaTreaty, articles) },
  { "editions", build_text, PART (KaTreaty, editions) },
  { "certainty", build_certainty },
  { "titles", build_languages, PART (KaTreaty, title), .is_nested = TRUE },
  { NULL },
};

static const Field region_fields[] = {
  { "id", build_id },
  { "title", build_title },
  { "summary", build_text, PART (KaRegion, summary) },
  { "areas", build_list, PART (KaRegion, areas) },
  { "names", build_names, PART (KaRegion, names), .is_nested = TRUE },
  { NULL },
};

static const Field area_fields[] = {
  { "id", build_id },
  { "title", build_title },
  { "region", build_item, PART (KaArea, region) },
  { "accuracy_km", build_number, PART (KaArea, accuracy_km) },
  { "tenures", build_list, PART (KaArea, tenures) },
  { "claims", build_list, PART (KaArea, claims) },
  { "names", build_names, PART (KaArea, names), .is_nested = TRUE },
  { NULL },
};

static const Field tenure_fields[] = {
  { "id", build_id },
  { "title", build_title },
  { "areas", build_list, PART (KaTenure, areas) },
  { "from", build_day, PART (KaTenure, from) },
  { "to", build_day, PART (KaTenure, to) },
  { "holder", build_item, PART (KaTenure, holder) },
  { "kind", build_word, PART (KaTenure, kind), tenure_words },
  { "sovereign", build_item, PART (KaTenure, sovereign) },
  { "autonomy", build_item, PART (KaTenure, autonomy) },
  { "instrument", build_item, PART (KaTenure, instrument) },
  { "instrument_kind", build_item_kind, PART (KaTenure, instrument) },
  { "certainty", build_certainty },
  { NULL },
};

static const Field place_fields[] = {
  { "id", build_id },
  { "title", build_title },
  { "kind", build_word, PART (KaPlace, kind), place_words },
  { "lon", build_number, PART (KaPlace, at.x) },
  { "lat", build_number, PART (KaPlace, at.y) },
  { "at", build_point, PART (KaPlace, at), .is_nested = TRUE },
  { "rank", build_integer, PART (KaPlace, rank) },
  { "capital", build_boolean, PART (KaPlace, is_capital) },
  { "height_m", build_height, PART (KaPlace, height_m) },
  { "area", build_item, PART (KaPlace, area) },
  { "from", build_day, PART (KaPlace, from) },
  { "to", build_day, PART (KaPlace, to) },
  { "names", build_names, PART (KaPlace, names), .is_nested = TRUE },
  { NULL },
};

static const Field frontier_fields[] = {
  { "id", build_id },
  { "title", build_title },
  { "kind", build_word, PART (KaFrontier, kind), frontier_words },
  { "from", build_day, PART (KaFrontier, from) },
  { "to", build_day, PART (KaFrontier, to) },
  { "in_force", build_boolean, PART (KaFrontier, in_force) },
  { "instrument", build_item, PART (KaFrontier, instrument) },
  { "instrument_kind", build_item_kind, PART (KaFrontier, instrument) },
  { "summary", build_text, PART (KaFrontier, summary) },
  { "regions", build_list, PART (KaFrontier, regions) },
  { "accuracy_km", build_number, PART (KaFrontier, accuracy_km) },
  { "certainty", build_certainty },
  { "names", build_names, PART (KaFrontier, names), .is_nested = TRUE },
  { NULL },
};

static const Field polity_fields[] = {
  { "id", build_id },
  { "title", build_title },
  { "kind", build_word, PART (KaPolity, kind), polity_words },
  { "from", build_day, PART (KaPolity, from) },
  { "to", build_day, PART (KaPolity, to) },
  { "within", build_memberships, .is_nested = TRUE },
  { "certainty", build_certainty },
  { "names", build_names, PART (KaPolity, names), .is_nested = TRUE },
  { NULL },
};

static const Field source_fields[] = {
  { "id", build_id },
  { "title", build_title },
  { "kind", build_string, PART (KaSource, type) },
  { "citation", build_string, PART (KaSource, citation) },
  { NULL },
};

static const Field person_fields[] = {
  { "id", build_id },
  { "title", build_title },
  { "born", build_string, PART (KaPerson, born_edtf) },
  { "died", build_string, PART (KaPerson, died_edtf) },
  { "summary", build_text, PART (KaPerson, summary) },
  { "certainty", build_certainty },
  { "names", build_names, PART (KaPerson, names), .is_nested = TRUE },
  { NULL },
};

static const Field correction_fields[] = {
  { "id", build_id },
  { "claim", build_text, PART (KaCorrection, claim) },
  { "correction", build_text, PART (KaCorrection, correction) },
  { "about", build_references, PART (KaCorrection, about) },
  { NULL },
};

/* What every item ends with. */
static const Field last_fields[] = {
  { "note", build_string, PART (KaItem, note) },
  { "sources", build_sources },
  { "citations", build_citations, .is_nested = TRUE },
  { NULL },
};

static const Field *const fields_of[KA_N_ITEM_KINDS] = {
  [KA_ITEM_REGION] = region_fields,   [KA_ITEM_EVENT] = event_fields,
  [KA_ITEM_ARTICLE] = article_fields, [KA_ITEM_ANNEX] = article_fields,
  [KA_ITEM_TREATY] = treaty_fields,   [KA_ITEM_FRONTIER] = frontier_fields,
  [KA_ITEM_PLACE] = place_fields,     [KA_ITEM_POLITY] = polity_fields,
  [KA_ITEM_AREA] = area_fields,       [KA_ITEM_TENURE] = tenure_fields,
  [KA_ITEM_SOURCE] = source_fields,   [KA_ITEM_CORRECTION] = correction_fields,
  [KA_ITEM_PERSON] = person_fields,
};

static void
add_fields (KaJsonObject       *object,
            const Field        *fields,
            const KaItem       *item,
            const KaCliContext *context)
{
  for (const Field *field = fields; field->key != NULL; field++)
    json_object_object_add (object, field->key,
                            field->build (field, (const char *) item + field->offset, context));
}

/**
 * ka_cli_json_new_item:
 * @item: an item
 * @context: day and language
 *
 * Returns: (transfer full): the item as an object; what it does not have is null
 */
KaJsonObject *
ka_cli_json_new_item (const KaItem *item, const KaCliContext *context)
{
  KaJsonObject *object = json_object_new_object ();

  add_fields (object, fields_of[item->kind], item, context);
  add_fields (object, last_fields, item, context);

  return object;
}

/**
 * ka_cli_json_list_columns:
 * @kind: a kind of item
 *
 * Returns: (transfer full): the members that are a value or a list of values, in order
 */
char **
ka_cli_json_list_columns (KaItemKind kind)
{
  const Field *const tables[] = { fields_of[kind], last_fields };
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const Field *field = tables[i]; field->key != NULL; field++)
      if (!field->is_nested)
        g_strv_builder_add (columns, field->key);

  return g_strv_builder_end (columns);
}

static const KaNames *
get_names (const KaItem *item)
{
  static const gsize offsets[KA_N_ITEM_KINDS] = {
    [KA_ITEM_REGION] = G_STRUCT_OFFSET (KaRegion, names),
    [KA_ITEM_AREA] = G_STRUCT_OFFSET (KaArea, names),
    [KA_ITEM_POLITY] = G_STRUCT_OFFSET (KaPolity, names),
    [KA_ITEM_PLACE] = G_STRUCT_OFFSET (KaPlace, names),
    [KA_ITEM_FRONTIER] = G_STRUCT_OFFSET (KaFrontier, names),
    [KA_ITEM_PERSON] = G_STRUCT_OFFSET (KaPerson, names),
  };

  g_return_val_if_fail (offsets[item->kind] != 0, NULL);

  return (gconstpointer) ((const char *) item + offsets[item->kind]);
}

/**
 * ka_cli_json_new_names:
 * @item: (nullable): an item of a kind that has names
 * @day: a day
 *
 * Returns: (transfer full) (nullable): its names on that day, by language
 */
KaJsonObject *
ka_cli_json_new_names (const KaItem *item, KaDay day)
{
  const KaText *text = item != NULL ? ka_names_get_on (get_names (item), day) : NULL;

  return text != NULL ? new_languages (text) : NULL;
}

/**
 * ka_cli_json_write:
 * @object: (transfer none): a document
 *
 * Writes a document to the standard output, indented, with a line feed at its end.
 *
 * Returns: the exit code
 */
int
ka_cli_json_write (KaJsonObject *object)
{
  const char *text = json_object_to_json_string_ext (
    object, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return ka_cli_write (line);
}
