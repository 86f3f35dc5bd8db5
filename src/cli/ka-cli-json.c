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

#include "ka-cli-json-private.h"
#include "ka-cli-private.h"

#include <string.h>

static const char *const category_words[] = {
  "treaty", "war", "diplomacy", "border-change", "claim", "administration", "state-formation", NULL,
};
static const char *const polity_words[] = {
  "empire", "state", "soviet-republic", "federation", "autonomy", "authority", NULL,
};
static const char *const frontier_words[] = {
  "treaty", "award", "district", "autonomy", "ceasefire", NULL,
};
static const char *const place_words[] = {
  "town", "ruin", "peak", "river", "lake", "sea", NULL,
};

/* Tables */

#define PART(type, member) .offset = G_STRUCT_OFFSET (type, member)

/* Parts of items that are structs themselves */

static const KaCliField role_fields[] = {
  { "person", ka_cli_build_item, PART (KaRole, person) },
  { "role", ka_cli_build_text, PART (KaRole, role) },
  { NULL },
};

static const KaCliField correspondence_fields[] = {
  { "article", ka_cli_build_item, PART (KaCorrespondence, article) },
  { "difference", ka_cli_build_text, PART (KaCorrespondence, difference) },
  { NULL },
};

static const KaCliField line_point_fields[] = {
  { "name", ka_cli_build_string, PART (KaLinePoint, name) },
  { "note", ka_cli_build_string, PART (KaLinePoint, note) },
  { "certainty", ka_cli_build_certainty, PART (KaLinePoint, certainty) },
  { "along", ka_cli_build_pieces },
  { "at", ka_cli_build_step_at },
  { "placed", ka_cli_build_placed },
  { NULL },
};

static const KaCliField signatory_fields[] = {
  { "person", ka_cli_build_item, PART (KaSignatory, person) },
  { "for", ka_cli_build_item, PART (KaSignatory, party) },
  { "office", ka_cli_build_text, PART (KaSignatory, office) },
  { NULL },
};

static const KaCliField treaty_date_fields[] = {
  { "kind", ka_cli_build_string, PART (KaTreatyDate, kind) },
  { "date", ka_cli_build_string, PART (KaTreatyDate, edtf) },
  { "by", ka_cli_build_item, PART (KaTreatyDate, by) },
  { "place", ka_cli_build_text, PART (KaTreatyDate, place) },
  { "certainty", ka_cli_build_certainty, PART (KaTreatyDate, certainty) },
  { "note", ka_cli_build_string, PART (KaTreatyDate, note) },
  { NULL },
};

static const KaCliField later_act_fields[] = {
  { "how", ka_cli_build_string, PART (KaLaterAct, how) },
  { "item", ka_cli_build_reference, PART (KaLaterAct, item) },
  { "by", ka_cli_build_item, PART (KaLaterAct, by) },
  { "text", ka_cli_build_text, PART (KaLaterAct, text) },
  { NULL },
};

static const KaCliField membership_fields[] = {
  { "polity", ka_cli_build_item, PART (KaMembership, whole) },
  { "from", ka_cli_build_day, PART (KaMembership, span.from) },
  { "to", ka_cli_build_day, PART (KaMembership, span.to) },
  { NULL },
};

static const KaCliField citation_fields[] = {
  { "source", ka_cli_build_item, PART (KaCitation, source) },
  { "locator", ka_cli_build_string, PART (KaCitation, locator) },
  { "seen", ka_cli_build_boolean, PART (KaCitation, seen) },
  { NULL },
};

#define RECORD(type, items, struct_type, fields)                                                   \
  {                                                                                                \
    G_STRUCT_OFFSET (type, items), G_STRUCT_OFFSET (type, n_##items), sizeof (struct_type), fields \
  }

static const KaCliRecord roles = RECORD (KaEvent, people, KaRole, role_fields);
static const KaCliRecord correspondences = RECORD (KaArticle,
                                                   correspondences,
                                                   KaCorrespondence,
                                                   correspondence_fields);
static const KaCliRecord line_points = RECORD (KaArticle, points, KaLinePoint, line_point_fields);
static const KaCliRecord signatories = RECORD (KaTreaty,
                                               signatories,
                                               KaSignatory,
                                               signatory_fields);
static const KaCliRecord treaty_dates = RECORD (KaTreaty, dates, KaTreatyDate, treaty_date_fields);
static const KaCliRecord later_acts = RECORD (KaTreaty, later, KaLaterAct, later_act_fields);
static const KaCliRecord memberships = RECORD (KaPolity,
                                               memberships,
                                               KaMembership,
                                               membership_fields);
static const KaCliRecord citations = RECORD (KaItem, citations, KaCitation, citation_fields);
static const KaCliRecord population_citations = RECORD (KaPopulation,
                                                        citations,
                                                        KaCitation,
                                                        citation_fields);

static const KaCliField population_fields[] = {
  { "date", ka_cli_build_string, PART (KaPopulation, edtf) },
  { "text", ka_cli_build_text, PART (KaPopulation, text) },
  { "citations", ka_cli_build_records, .record = &population_citations },
  { NULL },
};

static const KaCliRecord population = RECORD (KaRegion,
                                              population,
                                              KaPopulation,
                                              population_fields);

/* Items */

static const KaCliField event_fields[] = {
  { "id", ka_cli_build_id },
  { "date", ka_cli_build_string, PART (KaEvent, edtf) },
  { "title", ka_cli_build_title },
  { "label", ka_cli_build_text, PART (KaEvent, label) },
  { "summary", ka_cli_build_text, PART (KaEvent, summary) },
  { "categories", ka_cli_build_flags, PART (KaEvent, categories), category_words },
  { "leading_category", ka_cli_build_flag, PART (KaEvent, leading), category_words },
  { "importance", ka_cli_build_integer, PART (KaEvent, importance) },
  { "places", ka_cli_build_list, PART (KaEvent, places) },
  { "where", ka_cli_build_text, PART (KaEvent, where) },
  { "regions", ka_cli_build_list, PART (KaEvent, regions) },
  { "articles", ka_cli_build_articles, PART (KaEvent, articles) },
  { "annexes", ka_cli_build_annexes, PART (KaEvent, articles) },
  { "treaties", ka_cli_build_list, PART (KaEvent, treaties) },
  { "parties", ka_cli_build_list, PART (KaEvent, parties) },
  { "people", ka_cli_build_records, .record = &roles, .is_nested = TRUE },
  { "first_day", ka_cli_build_day, PART (KaEvent, date.earliest) },
  { "day_after", ka_cli_build_day, PART (KaEvent, date.end_latest) },
  { "old_style", ka_cli_build_string, PART (KaEvent, old_style) },
  { "disputed", ka_cli_build_text, PART (KaEvent, disputed) },
  { "unchanged", ka_cli_build_text, PART (KaEvent, unchanged) },
  { "certainty", ka_cli_build_certainty, PART (KaItem, certainty) },
  { "titles", ka_cli_build_languages, PART (KaEvent, title), .is_nested = TRUE },
  { NULL },
};

static const KaCliField article_fields[] = {
  { "id", ka_cli_build_id },
  { "treaty", ka_cli_build_item, PART (KaArticle, treaty) },
  { "number", ka_cli_build_integer, PART (KaArticle, number) },
  { "label", ka_cli_build_string, PART (KaArticle, label) },
  { "title", ka_cli_build_title },
  { "text", ka_cli_build_text, PART (KaArticle, text) },
  { "general", ka_cli_build_boolean, PART (KaArticle, is_general) },
  { "regions", ka_cli_build_list, PART (KaArticle, regions) },
  { "frontiers", ka_cli_build_list, PART (KaArticle, frontiers) },
  { "places", ka_cli_build_list, PART (KaArticle, places) },
  { "bound", ka_cli_build_list, PART (KaArticle, bound) },
  { "corresponds", ka_cli_build_corresponds },
  { "differences", ka_cli_build_records, .record = &correspondences, .is_nested = TRUE },
  { "from", ka_cli_build_day, PART (KaArticle, span.from) },
  { "to", ka_cli_build_day, PART (KaArticle, span.to) },
  { "fate", ka_cli_build_text, PART (KaArticle, fate) },
  { "points", ka_cli_build_records, .record = &line_points, .is_nested = TRUE },
  { "certainty", ka_cli_build_certainty, PART (KaItem, certainty) },
  { "titles", ka_cli_build_languages, PART (KaArticle, title), .is_nested = TRUE },
  { NULL },
};

static const KaCliField treaty_fields[] = {
  { "id", ka_cli_build_id },
  { "date", ka_cli_build_string, PART (KaTreaty, edtf) },
  { "title", ka_cli_build_title },
  { "style", ka_cli_build_text, PART (KaTreaty, style) },
  { "written_date", ka_cli_build_string, PART (KaTreaty, written_date) },
  { "place", ka_cli_build_text, PART (KaTreaty, place) },
  { "parties", ka_cli_build_list, PART (KaTreaty, parties) },
  { "signatories", ka_cli_build_records, .record = &signatories, .is_nested = TRUE },
  { "dates", ka_cli_build_records, .record = &treaty_dates, .is_nested = TRUE },
  { "languages", ka_cli_build_text, PART (KaTreaty, languages) },
  { "outcome", ka_cli_build_text, PART (KaTreaty, outcome) },
  { "successors", ka_cli_build_list, PART (KaTreaty, successors) },
  { "articles", ka_cli_build_articles, PART (KaTreaty, articles) },
  { "annexes", ka_cli_build_annexes, PART (KaTreaty, articles) },
  { "disputed", ka_cli_build_text, PART (KaTreaty, disputed) },
  { "later", ka_cli_build_records, .record = &later_acts, .is_nested = TRUE },
  { "editions", ka_cli_build_text, PART (KaTreaty, editions) },
  { "certainty", ka_cli_build_certainty, PART (KaItem, certainty) },
  { "titles", ka_cli_build_languages, PART (KaTreaty, title), .is_nested = TRUE },
  { NULL },
};

static const KaCliField region_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "summary", ka_cli_build_text, PART (KaRegion, summary) },
  { "areas", ka_cli_build_list, PART (KaRegion, areas) },
  { "population", ka_cli_build_records, .record = &population, .is_nested = TRUE },
  { "names", ka_cli_build_names, PART (KaRegion, names), .is_nested = TRUE },
  { NULL },
};

static const KaCliField area_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "region", ka_cli_build_item, PART (KaArea, region) },
  { "accuracy_km", ka_cli_build_number, PART (KaArea, accuracy_km) },
  { "tenures", ka_cli_build_list, PART (KaArea, tenures) },
  { "claims", ka_cli_build_list, PART (KaArea, claims) },
  { "names", ka_cli_build_names, PART (KaArea, names), .is_nested = TRUE },
  { NULL },
};

static const KaCliField tenure_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "areas", ka_cli_build_list, PART (KaTenure, areas) },
  { "from", ka_cli_build_day, PART (KaTenure, span.from) },
  { "to", ka_cli_build_day, PART (KaTenure, span.to) },
  { "holder", ka_cli_build_item, PART (KaTenure, holder) },
  { "kind", ka_cli_build_word, PART (KaTenure, kind), ka_cli_tenure_words },
  { "sovereign", ka_cli_build_item, PART (KaTenure, sovereign) },
  { "autonomy", ka_cli_build_item, PART (KaTenure, autonomy) },
  { "instrument", ka_cli_build_item, PART (KaTenure, instrument) },
  { "instrument_kind", ka_cli_build_item_kind, PART (KaTenure, instrument) },
  { "certainty", ka_cli_build_certainty, PART (KaItem, certainty) },
  { NULL },
};

static const KaCliField place_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "kind", ka_cli_build_word, PART (KaPlace, kind), place_words },
  { "lon", ka_cli_build_number, PART (KaPlace, at.x) },
  { "lat", ka_cli_build_number, PART (KaPlace, at.y) },
  { "at", ka_cli_build_point, PART (KaPlace, at), .is_nested = TRUE },
  { "rank", ka_cli_build_integer, PART (KaPlace, rank) },
  { "capital", ka_cli_build_boolean, PART (KaPlace, is_capital) },
  { "height_m", ka_cli_build_height, PART (KaPlace, height_m) },
  { "area", ka_cli_build_item, PART (KaPlace, area) },
  { "from", ka_cli_build_day, PART (KaPlace, span.from) },
  { "to", ka_cli_build_day, PART (KaPlace, span.to) },
  { "names", ka_cli_build_names, PART (KaPlace, names), .is_nested = TRUE },
  { NULL },
};

static const KaCliField frontier_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "kind", ka_cli_build_word, PART (KaFrontier, kind), frontier_words },
  { "from", ka_cli_build_day, PART (KaFrontier, span.from) },
  { "to", ka_cli_build_day, PART (KaFrontier, span.to) },
  { "in_force", ka_cli_build_boolean, PART (KaFrontier, in_force) },
  { "instrument", ka_cli_build_item, PART (KaFrontier, instrument) },
  { "instrument_kind", ka_cli_build_item_kind, PART (KaFrontier, instrument) },
  { "summary", ka_cli_build_text, PART (KaFrontier, summary) },
  { "regions", ka_cli_build_list, PART (KaFrontier, regions) },
  { "accuracy_km", ka_cli_build_number, PART (KaFrontier, accuracy_km) },
  { "certainty", ka_cli_build_certainty, PART (KaItem, certainty) },
  { "names", ka_cli_build_names, PART (KaFrontier, names), .is_nested = TRUE },
  { NULL },
};

static const KaCliField polity_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "kind", ka_cli_build_word, PART (KaPolity, kind), polity_words },
  { "from", ka_cli_build_day, PART (KaPolity, span.from) },
  { "to", ka_cli_build_day, PART (KaPolity, span.to) },
  { "within", ka_cli_build_records, .record = &memberships, .is_nested = TRUE },
  { "certainty", ka_cli_build_certainty, PART (KaItem, certainty) },
  { "names", ka_cli_build_names, PART (KaPolity, names), .is_nested = TRUE },
  { NULL },
};

static const KaCliField source_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "kind", ka_cli_build_string, PART (KaSource, type) },
  { "citation", ka_cli_build_string, PART (KaSource, citation) },
  { NULL },
};

static const KaCliField person_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "born", ka_cli_build_string, PART (KaPerson, born_edtf) },
  { "died", ka_cli_build_string, PART (KaPerson, died_edtf) },
  { "summary", ka_cli_build_text, PART (KaPerson, summary) },
  { "certainty", ka_cli_build_certainty, PART (KaItem, certainty) },
  { "names", ka_cli_build_names, PART (KaPerson, names), .is_nested = TRUE },
  { NULL },
};

static const KaCliField correction_fields[] = {
  { "id", ka_cli_build_id },
  { "claim", ka_cli_build_text, PART (KaCorrection, claim) },
  { "correction", ka_cli_build_text, PART (KaCorrection, correction) },
  { "verdict", ka_cli_build_string, PART (KaCorrection, verdict) },
  { "said_by", ka_cli_build_text, PART (KaCorrection, said_by) },
  { "about", ka_cli_build_references, PART (KaCorrection, about) },
  { NULL },
};

static const KaCliField term_fields[] = {
  { "id", ka_cli_build_id },
  { "title", ka_cli_build_title },
  { "text", ka_cli_build_text, PART (KaTerm, text) },
  { "names", ka_cli_build_names, PART (KaTerm, names), .is_nested = TRUE },
  { NULL },
};

/* What every item ends with. */
static const KaCliField last_fields[] = {
  { "note", ka_cli_build_string, PART (KaItem, note) },
  { "sources", ka_cli_build_sources },
  { "citations", ka_cli_build_records, .record = &citations, .is_nested = TRUE },
  { NULL },
};

static const KaCliField *const fields_of[KA_N_ITEM_KINDS] = {
  [KA_ITEM_REGION] = region_fields,   [KA_ITEM_EVENT] = event_fields,
  [KA_ITEM_ARTICLE] = article_fields, [KA_ITEM_ANNEX] = article_fields,
  [KA_ITEM_TREATY] = treaty_fields,   [KA_ITEM_FRONTIER] = frontier_fields,
  [KA_ITEM_PLACE] = place_fields,     [KA_ITEM_POLITY] = polity_fields,
  [KA_ITEM_AREA] = area_fields,       [KA_ITEM_TENURE] = tenure_fields,
  [KA_ITEM_SOURCE] = source_fields,   [KA_ITEM_CORRECTION] = correction_fields,
  [KA_ITEM_PERSON] = person_fields,   [KA_ITEM_TERM] = term_fields,
};

KaJsonObject *
ka_cli_json_new_item (const KaItem *item, const KaCliContext *context)
{
  KaJsonObject *object = json_object_new_object ();

  ka_cli_json_add_fields (object, fields_of[item->kind], item, context);
  ka_cli_json_add_fields (object, last_fields, item, context);

  return object;
}

char **
ka_cli_json_list_columns (KaItemKind kind)
{
  const KaCliField *const tables[] = { fields_of[kind], last_fields };
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const KaCliField *field = tables[i]; field->key != NULL; field++)
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

KaJsonObject *
ka_cli_json_new_names (const KaItem *item, KaDay day)
{
  const KaText *text = item != NULL ? ka_names_get_on (get_names (item), day) : NULL;

  return text != NULL ? ka_cli_json_new_languages (text) : NULL;
}

int
ka_cli_json_write (KaJsonObject *object)
{
  const char *text = json_object_to_json_string_ext (
    object, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return ka_cli_write (line);
}
