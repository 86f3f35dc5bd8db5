/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schema of an atlas: a table for each section says which members its records have and which
 * fields they become. Loading and output as JSON follow these tables. data/README.md says what the
 * members mean.
 */
#include "config.h"

#include "ka-record.h"

#include "ka-atlas.h"

#include <string.h>

#define KIND(kind)       (1u << KA_ITEM_##kind)
#define KINDS_ARTICLE    (KIND (ARTICLE) | KIND (ANNEX))
#define KINDS_INSTRUMENT (KINDS_ARTICLE | KIND (TREATY) | KIND (EVENT))
/* What a text or a step may be about: all but tours */
#define KINDS_SHOWN  (((1u << KA_N_ITEM_KINDS) - 1) & ~KIND (TOUR))
#define LAYER(layer) (1u << KA_LAYER_##layer)

/* clang-format off */
#define HEAD(name) { name, KA_FIELD_HEAD }
#define FIELD(name, kind, need, struct_type, member) \
  { name, KA_FIELD_##kind, KA_FIELD_##need, offsetof (struct_type, member) }
#define ARRAY(name, kind, need, struct_type, member, row) \
  { name, KA_FIELD_##kind, KA_FIELD_##need, offsetof (struct_type, member), \
    offsetof (struct_type, n_##member), .record = row }
#define DAY(name, need, struct_type, member, missing) \
  { name, KA_FIELD_DAY, KA_FIELD_##need, offsetof (struct_type, member), .default_day = missing }
#define DATE(name, need, struct_type, text_member, member) \
  { name, KA_FIELD_DATE, KA_FIELD_##need, offsetof (struct_type, text_member), offsetof (struct_type, member) }
#define CHOICE(name, need, struct_type, member, words, mask) \
  { name, KA_FIELD_CHOICE, KA_FIELD_##need, offsetof (struct_type, member), .allowed = mask, .choices = words }
#define NUMBER(name, kind, need, struct_type, member, least, most) \
  { name, KA_FIELD_##kind, KA_FIELD_##need, offsetof (struct_type, member), .minimum = least, .maximum = most }
#define ITEM(name, kind, need, struct_type, member, mask) \
  { name, KA_FIELD_##kind, KA_FIELD_##need, offsetof (struct_type, member), .allowed = mask }

#define CITATIONS_OF(struct_type) \
  ARRAY ("sources", CITATIONS, REQUIRED, struct_type, citations, &citation_record)
#define CITATIONS CITATIONS_OF (KaItem)
#define CERTAINTY(need) CHOICE ("certainty", need, KaItem, certainty, certainty_names, 0)
#define NOTE FIELD ("note", STRING, OPTIONAL, KaItem, note)
#define NAMES(struct_type) FIELD ("names", NAMES, REQUIRED, struct_type, names)
#define END { NULL }

/* In the order of the enumerations that they stand for */
static const char *const certainty_names[] = { "certain", "probable", "uncertain", NULL };
static const char *const polity_kinds[] = { "empire", "state", "soviet-republic", "federation",
  "autonomy", "authority", NULL };
static const char *const tints[] = { "neutral", "sand", "ash", "lime", "rose", "mint", "beige",
  "violet", "olive", "vermilion", "blue", NULL };
static const char *const tenure_kinds[] = { "de-jure", "de-facto", "occupied", "contested",
  "claimed", NULL };
static const char *const frontier_kinds[] = { "treaty", "award", "district", "autonomy",
  "ceasefire", NULL };
static const char *const place_kinds[] = { "town", "ruin", "peak", "river", "lake", "sea", "range",
  NULL };
static const char *const categories[] = { "treaty", "war", "diplomacy", "border-change", "claim",
  "administration", "state-formation", "other", NULL };
/* Of fields that are strings in the model */
static const char *const source_types[] = { "documents", "book", "article", "newspaper", "web",
  "dataset", NULL };
static const char *const treaty_date_kinds[] = { "signed", "ratified", "exchanged", "in-force",
  "registered", "renounced", "ended", NULL };
static const char *const later_hows[] = { "confirms", "cites", "replaces", "protests", "denounces",
  NULL };
static const char *const verdicts[] = { "wrong", "misleading", "unproven", "disputed", NULL };
static const char *const roles[] = { "", "capital", NULL };
static const char *const languages[] = { "en", NULL };

#define TINTS_OF_POLITIES ((1u << KA_TINT_VERMILION) - 1)
#define TINTS_OF_REGIONS (1u << KA_TINT_VERMILION | 1u << KA_TINT_BLUE)

static const KaField land_fields[] = {
  FIELD ("name", TEXT, REQUIRED, KaLand, name),
  ITEM ("polities", ITEMS, REQUIRED, KaLand, polities, KIND (POLITY)),
  END
};
static const KaRecordType land_record = { sizeof (KaLand), land_fields };

static const KaField family_fields[] = {
  FIELD ("family", STRING, REQUIRED, KaFamily, name),
  CHOICE ("colour", REQUIRED, KaFamily, tint, tints, TINTS_OF_POLITIES),
  END
};
static const KaRecordType family_record = { sizeof (KaFamily), family_fields };

static const KaField atlas_fields[] = {
  NUMBER ("schema_version", INTEGER, REQUIRED, KaAtlasHead, schema_version, 1, 1),
  FIELD ("id", STRING, REQUIRED, KaAtlasHead, id),
  FIELD ("version", STRING, REQUIRED, KaAtlasHead, version),
  FIELD ("title", TEXT, REQUIRED, KaAtlasHead, title),
  FIELD ("subtitle", TEXT, OPTIONAL, KaAtlasHead, subtitle),
  CHOICE ("language", REQUIRED, KaAtlasHead, language, languages, 0),
  DAY ("default_date", REQUIRED, KaAtlasHead, default_day, 0),
  DATE ("range", REQUIRED, KaAtlasHead, range_edtf, range),
  { "extent", KA_FIELD_EXTENT, KA_FIELD_REQUIRED, offsetof (KaAtlasHead, south_west_deg),
    offsetof (KaAtlasHead, north_east_deg) },
  { "cone", KA_FIELD_CONE, KA_FIELD_OPTIONAL, offsetof (KaAtlasHead, cone),
    offsetof (KaAtlasHead, has_cone) },
  DAY ("from", OPTIONAL, KaAtlasHead, span.from, KA_DAY_MIN),
  DAY ("to", OPTIONAL, KaAtlasHead, span.to, KA_DAY_MAX),
  ARRAY ("palette", RECORDS, OPTIONAL, KaAtlasHead, palette, &family_record),
  FIELD ("licence", STRING, REQUIRED, KaAtlasHead, licence),
  FIELD ("policy", TEXT, REQUIRED, KaAtlasHead, policy),
  FIELD ("credits", TEXT, REQUIRED, KaAtlasHead, credits),
  FIELD ("periods", NAMES, OPTIONAL, KaAtlasHead, periods),
  ITEM ("heroes", ITEMS, OPTIONAL, KaAtlasHead, featured, KIND (REGION)),
  ARRAY ("lands", RECORDS, OPTIONAL, KaAtlasHead, lands, &land_record),
  END
};

static const KaField relief_fields[] = {
  NUMBER ("west", NUMBER, REQUIRED, KaRelief, west_deg, -180, 180),
  NUMBER ("north", NUMBER, REQUIRED, KaRelief, north_deg, -90, 90),
  NUMBER ("steps_per_degree", INTEGER, REQUIRED, KaRelief, steps_per_deg, 1, 3600),
  NUMBER ("columns", INTEGER, REQUIRED, KaRelief, n_columns, 2, 10000),
  NUMBER ("metres", NUMBER, REQUIRED, KaRelief, metres, 0.1, 100),
  FIELD ("heights", STRING, REQUIRED, KaRelief, heights),
  END
};

/* The source comes first: a citation that is a string is that field alone. */
static const KaField citation_fields[] = {
  { "source", KA_FIELD_SOURCE, KA_FIELD_REQUIRED, offsetof (KaCitation, source),
    offsetof (KaCitation, locator) },
  FIELD ("seen", BOOLEAN, OPTIONAL, KaCitation, seen),
  END
};
static const KaRecordType citation_record = { sizeof (KaCitation), citation_fields };

static const KaField source_fields[] = {
  HEAD ("id"),
  FIELD ("short", STRING, REQUIRED, KaSource, label),
  { "kind", KA_FIELD_STRING, KA_FIELD_REQUIRED, offsetof (KaSource, type), .choices = source_types },
  FIELD ("citation", STRING, REQUIRED, KaSource, citation),
  NOTE,
  END
};

static const KaField membership_fields[] = {
  ITEM ("polity", ITEM, REQUIRED, KaMembership, whole, KIND (POLITY)),
  DAY ("from", OPTIONAL, KaMembership, span.from, KA_DAY_MIN),
  DAY ("to", OPTIONAL, KaMembership, span.to, KA_DAY_MAX),
  END
};
static const KaRecordType membership_record = { sizeof (KaMembership), membership_fields };

static const KaField polity_fields[] = {
  HEAD ("id"),
  NAMES (KaPolity),
  FIELD ("initials", TEXT, OPTIONAL, KaPolity, initials),
  CHOICE ("kind", REQUIRED, KaPolity, kind, polity_kinds, 0),
  FIELD ("tint", STRING, REQUIRED, KaPolity, family),
  DAY ("from", OPTIONAL, KaPolity, span.from, KA_DAY_MIN),
  DAY ("to", OPTIONAL, KaPolity, span.to, KA_DAY_MAX),
  ITEM ("government_of", ITEM, OPTIONAL, KaPolity, government_of, KIND (POLITY)),
  FIELD ("timeline", BOOLEAN, OPTIONAL, KaPolity, on_timeline),
  ARRAY ("within", RECORDS, OPTIONAL, KaPolity, memberships, &membership_record),
  CERTAINTY (OPTIONAL), NOTE, CITATIONS,
  END
};

static const KaField area_fields[] = {
  HEAD ("id"),
  NAMES (KaArea),
  ITEM ("region", ITEM, DERIVED, KaArea, region, KIND (REGION)),
  NUMBER ("accuracy_km", NUMBER, REQUIRED, KaArea, accuracy_km, 0, 1000),
  ITEM ("tenures", ITEMS, DERIVED, KaArea, tenures, KIND (TENURE)),
  ITEM ("claims", ITEMS, DERIVED, KaArea, claims, KIND (TENURE)),
  NOTE, CITATIONS,
  END
};

static const KaField population_fields[] = {
  DATE ("date", REQUIRED, KaPopulation, edtf, date),
  FIELD ("text", TEXT, REQUIRED, KaPopulation, text),
  CITATIONS_OF (KaPopulation),
  END
};
static const KaRecordType population_record = { sizeof (KaPopulation), population_fields };

static const KaField region_fields[] = {
  HEAD ("id"),
  NAMES (KaRegion),
  FIELD ("summary", TEXT, REQUIRED, KaRegion, summary),
  ITEM ("areas", ITEMS, REQUIRED, KaRegion, areas, KIND (AREA)),
  CHOICE ("tint", OPTIONAL, KaRegion, tint, tints, TINTS_OF_REGIONS),
  ARRAY ("population", RECORDS, OPTIONAL, KaRegion, population, &population_record),
  NOTE, CITATIONS,
  END
};

static const KaField tenure_fields[] = {
  HEAD ("id"),
  { "areas", KA_FIELD_ITEMS, KA_FIELD_REQUIRED, offsetof (KaTenure, areas), .allowed = KIND (AREA),
    .minimum = 1 },
  DAY ("from", OPTIONAL, KaTenure, span.from, KA_DAY_MIN),
  DAY ("to", OPTIONAL, KaTenure, span.to, KA_DAY_MAX),
  ITEM ("holder", ITEM, OPTIONAL, KaTenure, holder, KIND (POLITY)),
  CHOICE ("kind", REQUIRED, KaTenure, kind, tenure_kinds, 0),
  ITEM ("sovereign", ITEM, OPTIONAL, KaTenure, sovereign, KIND (POLITY)),
  ITEM ("autonomy", ITEM, OPTIONAL, KaTenure, autonomy, KIND (POLITY)),
  ITEM ("instrument", REFERENCE, OPTIONAL, KaTenure, instrument, KINDS_INSTRUMENT),
  CERTAINTY (REQUIRED), NOTE, CITATIONS,
  END
};

static const KaField frontier_fields[] = {
  HEAD ("id"),
  NAMES (KaFrontier),
  CHOICE ("kind", REQUIRED, KaFrontier, kind, frontier_kinds, 0),
  DAY ("from", OPTIONAL, KaFrontier, span.from, KA_DAY_MIN),
  DAY ("to", OPTIONAL, KaFrontier, span.to, KA_DAY_MAX),
  ITEM ("geometry", GEOMETRY, OPTIONAL, KaFrontier, geometry, LAYER (FRONTIERS)),
  FIELD ("in_force", BOOLEAN, REQUIRED, KaFrontier, in_force),
  DAY ("in_force_from", OPTIONAL, KaFrontier, force_from, KA_DAY_MIN),
  NUMBER ("rank", INTEGER, OPTIONAL, KaFrontier, rank, 1, 99),
  ITEM ("instrument", REFERENCE, OPTIONAL, KaFrontier, instrument, KINDS_INSTRUMENT),
  FIELD ("summary", TEXT, REQUIRED, KaFrontier, summary),
  ITEM ("regions", ITEMS, OPTIONAL, KaFrontier, regions, KIND (REGION)),
  NUMBER ("accuracy_km", NUMBER, OPTIONAL, KaFrontier, accuracy_km, 0, 1000),
  CERTAINTY (REQUIRED), NOTE, CITATIONS,
  END
};

static const KaField place_fields[] = {
  HEAD ("id"),
  NAMES (KaPlace),
  CHOICE ("kind", REQUIRED, KaPlace, kind, place_kinds, 0),
  FIELD ("at", POINT, REQUIRED, KaPlace, at),
  NUMBER ("rank", INTEGER, REQUIRED, KaPlace, rank, 1, 3),
  CHOICE ("role", OPTIONAL, KaPlace, is_capital, roles, 1u << 1),
  DAY ("role_from", OPTIONAL, KaPlace, capital_from, KA_DAY_MIN),
  NUMBER ("height_m", INTEGER, OPTIONAL, KaPlace, height_m, 1, 8849),
  ITEM ("area", ITEM, OPTIONAL, KaPlace, area, KIND (AREA)),
  ITEM ("geometry", GEOMETRY, OPTIONAL, KaPlace, geometry, LAYER (RIVERS) | LAYER (LAKES)),
  ITEM ("peaks", ITEMS, OPTIONAL, KaPlace, peaks, KIND (PLACE)),
  DAY ("from", OPTIONAL, KaPlace, span.from, KA_DAY_MIN),
  DAY ("to", OPTIONAL, KaPlace, span.to, KA_DAY_MAX),
  NOTE, CITATIONS,
  END
};

static const KaField signatory_fields[] = {
  ITEM ("person", ITEM, REQUIRED, KaSignatory, person, KIND (PERSON)),
  ITEM ("for", ITEM, OPTIONAL, KaSignatory, party, KIND (POLITY)),
  FIELD ("office", TEXT, OPTIONAL, KaSignatory, office),
  END
};
static const KaRecordType signatory_record = { sizeof (KaSignatory), signatory_fields };

static const KaField treaty_date_fields[] = {
  { "kind", KA_FIELD_STRING, KA_FIELD_REQUIRED, offsetof (KaTreatyDate, kind), .choices = treaty_date_kinds },
  DATE ("date", REQUIRED, KaTreatyDate, edtf, date),
  ITEM ("by", ITEM, OPTIONAL, KaTreatyDate, by, KIND (POLITY)),
  FIELD ("place", TEXT, OPTIONAL, KaTreatyDate, place),
  CHOICE ("certainty", OPTIONAL, KaTreatyDate, certainty, certainty_names, 0),
  FIELD ("note", STRING, OPTIONAL, KaTreatyDate, note),
  END
};
static const KaRecordType treaty_date_record = { sizeof (KaTreatyDate), treaty_date_fields };

static const KaField later_act_fields[] = {
  { "how", KA_FIELD_STRING, KA_FIELD_REQUIRED, offsetof (KaLaterAct, how), .choices = later_hows },
  ITEM ("item", REFERENCE, REQUIRED, KaLaterAct, item, KINDS_INSTRUMENT),
  ITEM ("by", ITEM, OPTIONAL, KaLaterAct, by, KIND (POLITY)),
  FIELD ("text", TEXT, REQUIRED, KaLaterAct, text),
  END
};
static const KaRecordType later_act_record = { sizeof (KaLaterAct), later_act_fields };

static const KaField treaty_fields[] = {
  HEAD ("id"),
  DATE ("date", REQUIRED, KaTreaty, edtf, date),
  FIELD ("title", TEXT, REQUIRED, KaTreaty, title),
  FIELD ("short", TEXT, OPTIONAL, KaTreaty, label),
  FIELD ("style", TEXT, OPTIONAL, KaTreaty, style),
  FIELD ("written_date", STRING, OPTIONAL, KaTreaty, written_date),
  FIELD ("place", TEXT, REQUIRED, KaTreaty, place),
  ITEM ("parties", ITEMS, REQUIRED, KaTreaty, parties, KIND (POLITY)),
  ARRAY ("signatories", RECORDS, OPTIONAL, KaTreaty, signatories, &signatory_record),
  ARRAY ("dates", RECORDS, REQUIRED, KaTreaty, dates, &treaty_date_record),
  FIELD ("languages", TEXT, OPTIONAL, KaTreaty, languages),
  FIELD ("outcome", TEXT, REQUIRED, KaTreaty, outcome),
  ITEM ("successors", ITEMS, OPTIONAL, KaTreaty, successors, KIND (TREATY)),
  ITEM ("articles", ITEMS, DERIVED, KaTreaty, articles, KINDS_ARTICLE),
  FIELD ("disputed", TEXT, OPTIONAL, KaTreaty, disputed),
  ARRAY ("later", RECORDS, OPTIONAL, KaTreaty, later, &later_act_record),
  FIELD ("editions", TEXT, OPTIONAL, KaTreaty, editions),
  CERTAINTY (REQUIRED), NOTE, CITATIONS,
  END
};

static const KaField correspondence_fields[] = {
  ITEM ("article", ITEM, REQUIRED, KaCorrespondence, article, KINDS_ARTICLE),
  FIELD ("difference", TEXT, OPTIONAL, KaCorrespondence, difference),
  END
};
static const KaRecordType correspondence_record = { sizeof (KaCorrespondence),
  correspondence_fields };

static const KaField line_point_fields[] = {
  FIELD ("name", STRING, REQUIRED, KaLinePoint, name),
  FIELD ("note", STRING, OPTIONAL, KaLinePoint, note),
  CHOICE ("certainty", OPTIONAL, KaLinePoint, certainty, certainty_names, 0),
  { "along", KA_FIELD_PIECES, KA_FIELD_OPTIONAL, offsetof (KaLinePoint, first_piece),
    offsetof (KaLinePoint, last_piece) },
  { "at", KA_FIELD_POINT, KA_FIELD_OPTIONAL, offsetof (KaLinePoint, at), offsetof (KaLinePoint, has_at) },
  CHOICE ("placed", OPTIONAL, KaLinePoint, placed, certainty_names, 0),
  END
};
static const KaRecordType line_point_record = { sizeof (KaLinePoint), line_point_fields };

static const KaField article_fields[] = {
  HEAD ("id"),
  HEAD ("kind"),
  ITEM ("treaty", ITEM, REQUIRED, KaArticle, treaty, KIND (TREATY)),
  NUMBER ("number", INTEGER, REQUIRED, KaArticle, number, 1, 999),
  FIELD ("label", STRING, REQUIRED, KaArticle, label),
  FIELD ("title", TEXT, REQUIRED, KaArticle, title),
  FIELD ("text", TEXT, REQUIRED, KaArticle, text),
  FIELD ("general", BOOLEAN, OPTIONAL, KaArticle, is_general),
  ITEM ("regions", ITEMS, OPTIONAL, KaArticle, regions, KIND (REGION)),
  ITEM ("frontiers", ITEMS, OPTIONAL, KaArticle, frontiers, KIND (FRONTIER)),
  ITEM ("places", ITEMS, OPTIONAL, KaArticle, places, KIND (PLACE)),
  ITEM ("bound", ITEMS, OPTIONAL, KaArticle, bound, KIND (POLITY)),
  ARRAY ("corresponds", RECORDS, OPTIONAL, KaArticle, correspondences, &correspondence_record),
  DAY ("from", OPTIONAL, KaArticle, span.from, KA_DAY_MAX),
  DAY ("to", OPTIONAL, KaArticle, span.to, KA_DAY_MAX),
  FIELD ("fate", TEXT, OPTIONAL, KaArticle, fate),
  ARRAY ("points", RECORDS, OPTIONAL, KaArticle, points, &line_point_record),
  CERTAINTY (REQUIRED), NOTE, CITATIONS,
  END
};

static const KaField person_fields[] = {
  HEAD ("id"),
  NAMES (KaPerson),
  DATE ("born", OPTIONAL, KaPerson, born_edtf, born),
  DATE ("died", OPTIONAL, KaPerson, died_edtf, died),
  FIELD ("summary", TEXT, REQUIRED, KaPerson, summary),
  CERTAINTY (OPTIONAL), NOTE, CITATIONS,
  END
};

static const KaField role_fields[] = {
  ITEM ("person", ITEM, REQUIRED, KaRole, person, KIND (PERSON)),
  FIELD ("role", TEXT, OPTIONAL, KaRole, role),
  END
};
static const KaRecordType role_record = { sizeof (KaRole), role_fields };

static const KaField event_fields[] = {
  HEAD ("id"),
  DATE ("date", REQUIRED, KaEvent, edtf, date),
  FIELD ("title", TEXT, REQUIRED, KaEvent, title),
  FIELD ("short", TEXT, OPTIONAL, KaEvent, label),
  FIELD ("summary", TEXT, REQUIRED, KaEvent, summary),
  { "categories", KA_FIELD_CATEGORIES, KA_FIELD_REQUIRED, offsetof (KaEvent, categories),
    offsetof (KaEvent, leading), .choices = categories },
  NUMBER ("importance", INTEGER, REQUIRED, KaEvent, importance, 1, 5),
  ITEM ("places", ITEMS, OPTIONAL, KaEvent, places, KIND (PLACE)),
  FIELD ("where", TEXT, OPTIONAL, KaEvent, where),
  ITEM ("regions", ITEMS, OPTIONAL, KaEvent, regions, KIND (REGION)),
  ITEM ("articles", ITEMS, OPTIONAL, KaEvent, articles, KINDS_ARTICLE),
  ITEM ("treaties", ITEMS, OPTIONAL, KaEvent, treaties, KIND (TREATY)),
  ITEM ("parties", ITEMS, OPTIONAL, KaEvent, parties, KIND (POLITY)),
  ARRAY ("people", RECORDS, OPTIONAL, KaEvent, people, &role_record),
  DAY ("first_day", DERIVED, KaEvent, date.earliest, 0),
  DAY ("day_after", DERIVED, KaEvent, date.end_latest, 0),
  FIELD ("old_style", STRING, OPTIONAL, KaEvent, old_style),
  FIELD ("disputed", TEXT, OPTIONAL, KaEvent, disputed),
  FIELD ("unchanged", TEXT, OPTIONAL, KaEvent, unchanged),
  CERTAINTY (REQUIRED), NOTE, CITATIONS,
  END
};

static const KaField correction_fields[] = {
  HEAD ("id"),
  FIELD ("claim", TEXT, REQUIRED, KaCorrection, claim),
  FIELD ("correction", TEXT, REQUIRED, KaCorrection, correction),
  { "verdict", KA_FIELD_STRING, KA_FIELD_OPTIONAL, offsetof (KaCorrection, verdict), .choices = verdicts },
  FIELD ("said_by", TEXT, OPTIONAL, KaCorrection, said_by),
  ITEM ("about", REFERENCES, REQUIRED, KaCorrection, about, KINDS_SHOWN),
  NOTE, CITATIONS,
  END
};
static const KaField term_fields[] = {
  HEAD ("id"),
  NAMES (KaTerm),
  FIELD ("text", TEXT, REQUIRED, KaTerm, text),
  END
};

static const KaField tour_step_fields[] = {
  DAY ("day", REQUIRED, KaTourStep, day, 0),
  { "view", KA_FIELD_EXTENT, KA_FIELD_OPTIONAL, offsetof (KaTourStep, south_west_deg),
    offsetof (KaTourStep, north_east_deg) },
  ITEM ("selection", REFERENCE, OPTIONAL, KaTourStep, selection, KINDS_SHOWN),
  NUMBER ("point", INTEGER, OPTIONAL, KaTourStep, point, 1, 999),
  DATE ("range", OPTIONAL, KaTourStep, range_edtf, range),
  FIELD ("text", TEXT, REQUIRED, KaTourStep, text),
  END
};
static const KaRecordType tour_step_record = { sizeof (KaTourStep), tour_step_fields };

static const KaField tour_fields[] = {
  HEAD ("id"),
  FIELD ("title", TEXT, REQUIRED, KaTour, title),
  FIELD ("summary", TEXT, REQUIRED, KaTour, summary),
  ARRAY ("steps", RECORDS, REQUIRED, KaTour, steps, &tour_step_record),
  END
};
/* clang-format on */

static const KaRecordType source_record = { sizeof (KaSource), source_fields };
static const KaRecordType polity_record = { sizeof (KaPolity), polity_fields };
static const KaRecordType area_record = { sizeof (KaArea), area_fields };
static const KaRecordType region_record = { sizeof (KaRegion), region_fields };
static const KaRecordType tenure_record = { sizeof (KaTenure), tenure_fields };
static const KaRecordType frontier_record = { sizeof (KaFrontier), frontier_fields };
static const KaRecordType place_record = { sizeof (KaPlace), place_fields };
static const KaRecordType treaty_record = { sizeof (KaTreaty), treaty_fields };
static const KaRecordType article_record = { sizeof (KaArticle), article_fields };
static const KaRecordType event_record = { sizeof (KaEvent), event_fields };
static const KaRecordType person_record = { sizeof (KaPerson), person_fields };
static const KaRecordType correction_record = { sizeof (KaCorrection), correction_fields };
static const KaRecordType term_record = { sizeof (KaTerm), term_fields };
static const KaRecordType tour_record = { sizeof (KaTour), tour_fields };

const KaRecordType ka_atlas_record = { sizeof (KaAtlasHead), atlas_fields };
const KaRecordType ka_relief_record = { sizeof (KaRelief), relief_fields };

const KaSection ka_sections[KA_N_SECTIONS] = {
  { "sources", KA_ITEM_SOURCE, &source_record },
  { "polities", KA_ITEM_POLITY, &polity_record },
  { "areas", KA_ITEM_AREA, &area_record },
  { "regions", KA_ITEM_REGION, &region_record },
  { "tenures", KA_ITEM_TENURE, &tenure_record },
  { "frontiers", KA_ITEM_FRONTIER, &frontier_record },
  { "places", KA_ITEM_PLACE, &place_record },
  { "treaties", KA_ITEM_TREATY, &treaty_record },
  { "articles", KA_ITEM_ARTICLE, &article_record },
  { "events", KA_ITEM_EVENT, &event_record },
  { "people", KA_ITEM_PERSON, &person_record, TRUE },
  { "corrections", KA_ITEM_CORRECTION, &correction_record, TRUE },
  { "glossary", KA_ITEM_TERM, &term_record, TRUE },
  { "tours", KA_ITEM_TOUR, &tour_record, TRUE },
};

const KaSection *
ka_section_of_kind (KaItemKind kind)
{
  for (guint i = 0; i < KA_N_SECTIONS; i++)
    if (ka_sections[i].kind == kind ||
        (ka_sections[i].kind == KA_ITEM_ARTICLE && kind == KA_ITEM_ANNEX))
      return &ka_sections[i];
  g_assert_not_reached ();
}

const KaField *
ka_record_find_field (const KaRecordType *type, const char *name)
{
  for (const KaField *field = type->fields; field->name != NULL; field++)
    if (strcmp (field->name, name) == 0)
      return field;
  return NULL;
}

/* C allows no access through another type of pointer, so pointers are copied. */

gpointer
ka_record_get_pointer (gconstpointer record, gsize offset)
{
  gpointer value;

  memcpy (&value, (const char *) record + offset, sizeof value);
  return value;
}

void
ka_record_set_pointer (gpointer record, gsize offset, gconstpointer value)
{
  memcpy ((char *) record + offset, &value, sizeof value);
}
