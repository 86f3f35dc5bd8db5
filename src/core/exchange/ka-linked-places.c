/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads Linked Places (GeoJSON-LD, format 1.3): features with names, geometries and relations that
 * have a time each.
 */
#include "config.h"

#include "ka-linked-places.h"

#include "ka-draft-land.h"
#include "ka-draft-private.h"
#include "ka-exchange-private.h"
#include "ka-geo-geometry.h"
#include "ka-linked-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KaDraft     *draft; /* Borrowed */
  KaDraftLand *land;  /* Owned */
} Importer;

typedef struct
{
  const KaNode *node;
  KaNode        properties;
  gsize         offset;
  const char   *title;
  const char   *feature_class; /* (nullable): a letter of GeoNames: A H L P R S T */
  const char   *description;   /* (nullable) */
  const char   *source;        /* (nullable): an id */
  KaText        names;
  KaJsonObject *names_over_time; /* Owned (nullable) */
  KaLinkedWhen  when;
} Feature;

/* A name and when it was used. */
typedef struct
{
  const char *toponym;
  const char *language; /* (nullable) */
  KaSpan      span;
  gsize       offset;
} DatedName;

gboolean
ka_linked_places_sniff (const char *text, gsize length)
{
  static const char *const members[] = { "/features/0/@id", "/features/0/names",
                                         "/features/0/when" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (ka_foreign_has_json (text, length, members[i]))
      return TRUE;
  return FALSE;
}

/* Calls a function for each member of a list; none for what is no list. */
static void
for_each (Importer     *self,
          Feature      *feature,
          const KaNode *node,
          const char   *key,
          void (*func) (Importer *self, Feature *feature, const KaNode *node, gpointer data),
          gpointer data)
{
  KaNode list;

  if (!ka_foreign_get_member (node, key, &list))
    return;
  if (!ka_node_is (&list, json_type_array))
    ka_draft_fault (self->draft, ka_node_get_offset (&list), _ ("“%s” is no list, one expected"),
                    key);
  for (gsize i = 0; i < ka_node_count (&list); i++)
    {
      KaNode element = ka_node_get_element (&list, i);

      func (self, feature, &element, data);
    }
}

/* Names */

static void
read_name (Importer *self, Feature *feature, const KaNode *node, gpointer data)
{
  const char *toponym = ka_foreign_get_text (self->draft, node, "toponym");
  const char *code = ka_foreign_get_text (self->draft, node, "lang");
  GArray     *dated = data;
  KaLanguage  language;
  KaNode      member;
  g_auto (KaLinkedWhen) when = { 0 };

  if (ka_draft_is_blank (toponym))
    {
      ka_draft_fault (self->draft, ka_node_get_offset (node),
                      _ ("a name without “toponym”, one expected"));
      return;
    }
  ka_linked_when_read (&when, self->draft, node, feature->title, NULL);
  if (ka_foreign_get_member (node, "citations", &member))
    ka_draft_loss (self->draft, ka_node_get_offset (node), feature->title,
                   _ ("the citations of the name “%s” are not carried"), toponym);
  if (when.is_given)
    {
      const gsize     offset = ka_node_get_offset (node);
      const DatedName name = { toponym, code,
                               ka_linked_when_join (&when, self->draft, offset, toponym), offset };

      g_array_append_val (dated, name);
    }
  else if (code != NULL && ka_language_from_code (code, &language) &&
           ka_text_find (&feature->names, language) == NULL)
    ka_text_set (&feature->names, language, toponym);
  else if (strcmp (toponym, feature->title) != 0)
    ka_draft_loss (self->draft, ka_node_get_offset (node), feature->title,
                   _ ("the name “%s” is not carried"), toponym);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const DatedName *name_a = a, *name_b = b;

  if (name_a->span.from != name_b->span.from)
    return name_a->span.from < name_b->span.from ? -1 : 1;
  return name_a->offset < name_b->offset ? -1 : name_a->offset > name_b->offset;
}

/* Makes names that follow one another without hole or overlap, as an atlas has them. */
static void
join_names (Importer *self, Feature *feature, const GArray *dated)
{
  feature->names_over_time = json_object_new_array ();
  for (guint i = 0; i < dated->len; i++)
    {
      const DatedName *name = &g_array_index (dated, DatedName, i);
      const DatedName *next = i + 1 < dated->len ? name + 1 : NULL;
      KaJsonObject    *item = json_object_new_object ();
      KaLanguage       language;
      g_autofree char *from = i > 0 ? ka_day_to_iso (name->span.from) : NULL;
      g_autofree char *to = next != NULL ? ka_day_to_iso (next->span.from) : NULL;

      if (next != NULL && next->span.from == name->span.from)
        {
          json_object_put (item);
          ka_draft_loss (self->draft, name->offset, feature->title,
                         _ ("the name “%1$s” is not carried: “%2$s” begins on the same day"),
                         name->toponym, next->toponym);
          continue;
        }
      ka_draft_set_line (item, "en", name->toponym);
      if (name->language != NULL && ka_language_from_code (name->language, &language) &&
          language != KA_LANGUAGE_EN)
        ka_draft_set_line (item, name->language, name->toponym);
      if (json_object_array_length (feature->names_over_time) > 0)
        ka_draft_set_line (item, "from", from);
      ka_draft_set_line (item, "to", to);
      json_object_array_add (feature->names_over_time, item);
      if (next != NULL && next->span.from != name->span.to)
        ka_draft_loss (self->draft, name->offset, feature->title,
                       _ ("the name “%1$s” is shown until “%2$s” begins"), name->toponym,
                       next->toponym);
    }
}

static void
read_names (Importer *self, Feature *feature)
{
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (DatedName));

  for_each (self, feature, feature->node, "names", read_name, dated);
  g_array_sort (dated, compare_names);
  if (dated->len > 0)
    join_names (self, feature, dated);
}

/* What is said of it */

static void
read_description (Importer *self, Feature *feature, const KaNode *node, gpointer data)
{
  const char *value = ka_foreign_get_text (self->draft, node, "value");
  const char *language = ka_foreign_get_text (self->draft, node, "lang");

  if (ka_draft_is_blank (value))
    return;
  if (feature->description == NULL && (language == NULL || strcmp (language, "en") == 0))
    feature->description = value;
  else
    ka_draft_loss (self->draft, ka_node_get_offset (node), feature->title,
                   _ ("a description is not carried: an atlas has one, in English"));
}

/* Tells members that nobody knows, all at once. */
static void
tell_strange (Importer *self, const Feature *feature, const KaNode *node, const char *const *known)
{
  g_autoptr (GString) names = g_string_new (NULL);

  json_object_object_foreach (node->value, name, value)
  {
    if (value != NULL && !g_strv_contains (known, name))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
  }
  if (names->len > 0)
    ka_draft_loss (self->draft, ka_node_get_offset (node), feature->title, _ ("not carried: %s"),
                   names->str);
}

static void
tell_members (Importer *self, const Feature *feature)
{
  static const char *const members[] = { "types", "links", "depictions" };
  static const char *const known[] = { "@id",   "type",         "properties", "when",      "names",
                                       "types", "geometry",     "links",      "relations", "id",
                                       "bbox",  "descriptions", "depictions", "@context",  NULL };
  static const char *const properties[] = { "title", "fclasses", "ccodes", NULL };
  KaNode                   member;

  tell_strange (self, feature, feature->node, known);
  tell_strange (self, feature, &feature->properties, properties);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (ka_foreign_get_member (feature->node, members[i], &member) && ka_node_count (&member) > 0)
      ka_draft_loss (self->draft, ka_node_get_offset (&member), feature->title,
                     _ ("not carried: %1$zu in “%2$s”"), ka_node_count (&member), members[i]);
  if (ka_foreign_get_member (&feature->properties, "ccodes", &member) &&
      ka_node_count (&member) > 0)
    ka_draft_loss (self->draft, ka_node_get_offset (&member), feature->title,
                   _ ("“%s” is not carried"), "ccodes");
}

/* Land */

/* Who had the land of a feature as its part. */
typedef struct
{
  const GPtrArray *rings;
  KaDraftShape     shape;
  KaSpan           span; /* of the geometry */
} Part;

/* Whether a relation says that a feature is part of something. */
static gboolean
is_partitive (const char *type)
{
  g_autofree char *folded = type != NULL ? g_ascii_strdown (type, -1) : NULL;

  return folded != NULL &&
         (strstr (folded, "broaderpartitive") != NULL || strstr (folded, "partof") != NULL ||
          strstr (folded, "part of") != NULL || strstr (folded, "p89") != NULL);
}

static void
add_part (Importer *self, Feature *feature, const KaNode *node, gpointer data)
{
  const char *type = ka_foreign_get_text (self->draft, node, "relationType");
  const char *label = ka_foreign_get_text (self->draft, node, "label");
  const char *certainty;
  const Part *part = data;
  g_auto (KaLinkedWhen) when = { 0 };

  if (!is_partitive (type) || ka_draft_is_blank (label))
    return;
  certainty = ka_linked_read_certainty (self->draft, node, feature->title);
  ka_linked_when_read (&when, self->draft, node, feature->title, &feature->when);
  for (guint i = 0; i < when.spans->len; i++)
    {
      KaDraftShape shape = part->shape;

      shape.span = ka_span_intersect (part->span, g_array_index (when.spans, KaSpan, i));
      shape.level = KA_DRAFT_STATE_LEVEL;
      shape.holder = ka_draft_ensure_polity (self->draft, ka_node_get_offset (node), label, NULL);
      shape.certainty = certainty != NULL ? certainty : when.certainty;
      if (shape.span.from < shape.span.to)
        ka_draft_land_add_shape (self->land, &shape, part->rings);
    }
}

/* Adds land: what it was part of holds it, else it holds itself. */
static void
add_land (Importer *self, Feature *feature, const GPtrArray *rings, const KaLinkedWhen *when)
{
  for (guint i = 0; i < when->spans->len; i++)
    {
      Part part = { .rings = rings, .span = g_array_index (when->spans, KaSpan, i) };

      part.shape = (KaDraftShape){
        .offset = feature->offset,
        .title = feature->title,
        .names = feature->names,
        .summary = feature->description,
        .holder = ka_draft_ensure_polity (self->draft, feature->offset, feature->title,
                                          &feature->names),
        .span = part.span,
        .level = KA_DRAFT_FALLBACK_LEVEL,
        .is_region = TRUE,
        .certainty = when->certainty,
        .source = feature->source,
      };
      ka_draft_land_add_shape (self->land, &part.shape, rings);
      for_each (self, feature, feature->node, "relations", add_part, &part);
    }
}

/* Relations of other kinds are told. */
static void
tell_relation (Importer *self, Feature *feature, const KaNode *node, gpointer data)
{
  const gboolean *has_land = data;
  const char     *type = ka_foreign_get_text (self->draft, node, "relationType");
  const char     *label = ka_foreign_get_text (self->draft, node, "label");

  if (!*has_land || !is_partitive (type) || label == NULL)
    ka_draft_loss (self->draft, ka_node_get_offset (node), feature->title,
                   _ ("the relation %1$s to “%2$s” is not carried"), type != NULL ? type : "",
                   label != NULL ? label : "");
}

/* Places */

static const char *
get_place_kind (const Feature *feature, gboolean has_line)
{
  switch (feature->feature_class != NULL ? *feature->feature_class : 'P')
    {
    case 'H':
      return has_line ? "river" : "sea";
    case 'T':
      return "peak";
    default:
      return "town";
    }
}

static void
add_place (Importer           *self,
           Feature            *feature,
           KaPoint             at,
           const GPtrArray    *lines,
           const KaLinkedWhen *when)
{
  const KaSpan     span = ka_linked_when_join (when, self->draft, feature->offset, feature->title);
  g_autofree char *from = span.from != KA_DAY_MIN ? ka_day_to_iso (span.from) : NULL;
  g_autofree char *to = span.to != KA_DAY_MAX ? ka_day_to_iso (span.to) : NULL;

  ka_draft_note_life (self->draft, span);
  if (when->certainty != NULL && strcmp (when->certainty, "certain") != 0)
    ka_draft_loss (self->draft, feature->offset, feature->title,
                   _ ("that it is %s is not carried: a place has no certainty"), when->certainty);
  ka_draft_add_place (self->draft, &(KaDraftPlace){
                                     .offset = feature->offset,
                                     .title = feature->title,
                                     .names = &feature->names,
                                     .names_over_time = feature->names_over_time,
                                     .kind = get_place_kind (feature, lines != NULL),
                                     .at = at,
                                     .from = from,
                                     .to = to,
                                     .note = feature->description,
                                     .source = feature->source,
                                     .lines = lines,
                                   });
}

/* Adds what a geometry means. @node: a geometry with a `when` of its own or none */
static void
add_geometry (Importer *self, Feature *feature, const KaNode *node, gpointer data)
{
  const char *certainty = ka_linked_read_certainty (self->draft, node, feature->title);
  gboolean   *has_land = data;
  g_auto (KaLinkedWhen) when = { 0 };
  g_auto (KaGeoGeometry) shapes = { 0 };

  ka_linked_when_read (&when, self->draft, node, feature->title, &feature->when);
  if (certainty != NULL)
    when.certainty = certainty;
  ka_geo_geometry_init (&shapes);
  ka_geo_geometry_read (&shapes, self->draft, node, feature->title);
  if (shapes.rings->len > 0)
    {
      *has_land = TRUE;
      add_land (self, feature, shapes.rings, &when);
    }
  if (shapes.lines->len > 0 && g_strcmp0 (feature->feature_class, "H") == 0)
    add_place (self, feature, g_array_index ((GArray *) shapes.lines->pdata[0], KaPoint, 0),
               shapes.lines, &when);
  else if (shapes.lines->len > 0)
    ka_draft_loss (self->draft, ka_node_get_offset (node), feature->title,
                   _ ("a line that is no water is left out"));
  for (guint i = 0; i < shapes.points->len; i++)
    add_place (self, feature, g_array_index (shapes.points, KaPoint, i), NULL, &when);
}

static void
add_geometries (Importer *self, Feature *feature)
{
  gboolean has_land = FALSE;
  KaNode   geometry, list;

  if (!ka_foreign_get_member (feature->node, "geometry", &geometry))
    ka_draft_loss (self->draft, feature->offset, feature->title,
                   _ ("it has no geometry, it is left out"));
  else if (ka_node_get_member (&geometry, "geometries", &list))
    for_each (self, feature, &geometry, "geometries", add_geometry, &has_land);
  else
    add_geometry (self, feature, &geometry, &has_land);
  for_each (self, feature, feature->node, "relations", tell_relation, &has_land);
  if (has_land && feature->names_over_time != NULL)
    ka_draft_loss (self->draft, feature->offset, feature->title,
                   _ ("names of land over time are not carried: its title stands"));
}

static void
feature_clear (Feature *self)
{
  ka_text_clear (&self->names);
  ka_linked_when_clear (&self->when);
  g_clear_pointer (&self->names_over_time, json_object_put);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Feature, feature_clear)

static void
read_class (Importer *self, Feature *feature, const KaNode *node, gpointer data)
{
  if (feature->feature_class == NULL && ka_node_is (node, json_type_string))
    feature->feature_class = json_object_get_string (node->value);
}

static void
read_feature (Importer *self, Feature *root, const KaNode *node, gpointer data)
{
  g_auto (Feature) feature = { .node = node, .offset = ka_node_get_offset (node) };
  const char *id = ka_foreign_get_text (self->draft, node, "@id");

  if (!ka_node_get_member (node, "properties", &feature.properties) ||
      !ka_node_is (&feature.properties, json_type_object))
    {
      ka_draft_fault (self->draft, feature.offset, _ ("no object “properties”, one expected"));
      return;
    }
  feature.title = ka_foreign_get_text (self->draft, &feature.properties, "title");
  if (ka_draft_is_blank (feature.title))
    {
      ka_draft_fault (self->draft, ka_node_get_offset (&feature.properties),
                      _ ("no “title” in “properties”, one expected"));
      return;
    }
  if (!ka_draft_is_blank (id))
    feature.source = ka_draft_ensure_source (self->draft, feature.offset, id, "dataset");
  for_each (self, &feature, &feature.properties, "fclasses", read_class, NULL);
  ka_linked_when_read (&feature.when, self->draft, node, feature.title, NULL);
  for_each (self, &feature, node, "descriptions", read_description, NULL);
  read_names (self, &feature);
  tell_members (self, &feature);
  add_geometries (self, &feature);
}

void
ka_linked_places_import (KaDraft *draft, const char *text, gsize length)
{
  g_autoptr (KaDocument) document = ka_foreign_parse_json (draft, text, length);
  g_autoptr (KaDraftLand) land = ka_draft_land_new ();
  Importer self = { draft, land };
  KaNode   root, title;

  if (document == NULL)
    return;
  root = ka_node_new_root (document);
  if (ka_node_get_member (&root, "title", &title) && ka_node_is (&title, json_type_string) &&
      !ka_draft_is_blank (json_object_get_string (title.value)))
    ka_draft_set_title (draft, json_object_get_string (title.value), NULL);
  for_each (&self, NULL, &root, "features", read_feature, NULL);
  ka_draft_land_write (land, draft);
}
