/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads GeoJSON (RFC 7946) with the tags of OpenHistoricalMap: polygons become land and lakes,
 * lines frontiers and rivers, points places and events.
 */
#include "config.h"

#include "ka-draft-land.h"
#include "ka-draft-private.h"
#include "ka-exchange-private.h"
#include "ka-geo-geometry.h"
#include "ka-geojson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KaDraft     *draft;  /* Borrowed */
  KaDraftLand *land;   /* Owned */
  guint        number; /* of features so far */
} Importer;

/* A feature and what its properties say. */
typedef struct
{
  const KaNode *node;
  KaNode        properties; /* null where it has none */
  gsize         offset;
  char         *title; /* Owned */
  KaText        names;
  KaGeojsonTime time;
  const char   *certainty;   /* (nullable) */
  const char   *source;      /* (nullable): an id */
  const char   *description; /* (nullable) */
} Feature;

/* Properties that are carried, that follow from others, or that are for programs. */
static const char *const known[] = {
  "name",        "start_date", "end_date",    "start_date:edtf", "end_date:edtf", "boundary",
  "admin_level", "disputed",   "disputed_by", "claimed_by",      "indefinite",    "source",
  "source:url",  "owner",      "sovereign",   "autonomy",        "tenure",        "certainty",
  "description", "place",      "natural",     "historic",        "waterway",      "capital",
  "ele",         "rank",       "frontier",    "in_force",        "type",          "start_decdate",
  "end_decdate", "title",      NULL,
};

/* What a point, line or polygon is not land, a frontier or a place by. */
static const char *const neither[] = { "building", "highway", "railway", "landuse", "leisure",
                                       "amenity",  "power",   "barrier", "aeroway", "route" };

/* Kinds of places and the tags that mean them; the first one of a kind is written. */
static const KaGeojsonPlaceTag place_tags[] = {
  { "town", "place", "town", 2 },
  { "town", "place", "city", 1 },
  { "town", "place", "village", 3 },
  { "town", "place", "hamlet", 3 },
  { "ruin", "historic", "ruins", 3 },
  { "ruin", "historic", "archaeological_site", 3 },
  { "peak", "natural", "peak", 3 },
  { "peak", "natural", "volcano", 3 },
  { "river", "waterway", "river", 2 },
  { "lake", "natural", "water", 2 },
  { "sea", "place", "sea", 1 },
  { "sea", "place", "ocean", 1 },
  { "range", "natural", "mountain_range", 2 },
  { NULL, NULL, NULL, 0 },
};

const KaGeojsonPlaceTag *
ka_geojson_get_place_tags (void)
{
  return place_tags;
}

gboolean
ka_geojson_sniff (const char *text, gsize length)
{
  static const char *const members[] = { "/features", "/geometry", "/geometries", "/coordinates" };

  if (!ka_foreign_has_json (text, length, "/type"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (ka_foreign_has_json (text, length, members[i]))
      return TRUE;
  return FALSE;
}

/* Gets a property as text; %NULL for none and for an empty one. */
static const char *
get_text (Importer *self, const Feature *feature, const char *key)
{
  const char *text = ka_node_is (&feature->properties, json_type_object)
                       ? ka_foreign_get_text (self->draft, &feature->properties, key)
                       : NULL;

  return ka_draft_is_blank (text) ? NULL : text;
}

/* Whether a property is yes; @fallback where it is missing or neither yes nor no, which is told. */
static gboolean
read_yes (Importer *self, const Feature *feature, const char *key, gboolean fallback)
{
  KaNode      member;
  const char *text;

  if (!ka_node_is (&feature->properties, json_type_object) ||
      !ka_foreign_get_member (&feature->properties, key, &member))
    return fallback;
  text = json_object_get_string (member.value);
  if (strcmp (text, "yes") == 0 || strcmp (text, "true") == 0)
    return TRUE;
  if (strcmp (text, "no") == 0 || strcmp (text, "false") == 0)
    return FALSE;
  ka_draft_loss (self->draft, feature->offset, feature->title, _ ("%1$s=%2$s is not carried"), key,
                 text);
  return fallback;
}

/* Reads the names: `name:en` or else `name` stands for English. */
static void
read_names (Importer *self, Feature *feature)
{
  const char *english = get_text (self, feature, "name:en");
  const char *name = get_text (self, feature, "name");
  const char *title = english != NULL ? english
                      : name != NULL  ? name
                                      : get_text (self, feature, "title");

  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    {
      g_autofree char *key = g_strconcat ("name:", ka_language_get_code (i), NULL);

      if (i != KA_LANGUAGE_EN)
        ka_text_set (&feature->names, i, get_text (self, feature, key));
    }
  if (title == NULL)
    ka_draft_loss (self->draft, feature->offset, NULL,
                   _ ("feature %u has no name, its number stands for it"), self->number);
  feature->title = title != NULL ? g_strdup (title) : g_strdup_printf ("Feature %u", self->number);
  if (english != NULL && name != NULL && strcmp (english, name) != 0)
    {
      for (guint i = 0; i < KA_N_LANGUAGES; i++)
        if (g_strcmp0 (ka_text_find (&feature->names, i), name) == 0)
          return;
      ka_draft_loss (self->draft, feature->offset, feature->title,
                     _ ("the name “%s” is not carried: it is in no language of an atlas"), name);
    }
}

static void
read_source (Importer *self, Feature *feature)
{
  const char      *source = get_text (self, feature, "source");
  const char      *url = get_text (self, feature, "source:url");
  g_autofree char *both = NULL;

  if (source == NULL && url == NULL)
    return;
  both = source != NULL && url != NULL ? g_strdup_printf ("%s, %s", source, url)
                                       : g_strdup (source != NULL ? source : url);
  feature->source = ka_draft_ensure_source (self->draft, feature->offset, both, "dataset");
}

/* The word of a property that is one of @words, or %NULL. Another one is told. */
static const char *
find_word (Importer *self, const Feature *feature, const char *key, const char *const *words)
{
  const char *text = get_text (self, feature, key);

  for (; text != NULL && *words != NULL; words++)
    if (strcmp (*words, text) == 0)
      return *words;
  if (text != NULL)
    ka_draft_loss (self->draft, feature->offset, feature->title, _ ("%1$s=%2$s is not carried"),
                   key, text);
  return NULL;
}

static void
read_certainty (Importer *self, Feature *feature)
{
  static const char *const words[] = { "certain", "probable", "uncertain", NULL };

  feature->certainty = find_word (self, feature, "certainty", words);
  if (feature->certainty == NULL)
    feature->certainty = read_yes (self, feature, "indefinite", FALSE) ? "uncertain"
                                                                       : feature->time.certainty;
}

static gboolean
is_carried (const char *name)
{
  KaLanguage language;

  return g_strv_contains (known, name) ||
         (g_str_has_prefix (name, "name:") &&
          ka_language_from_code (name + strlen ("name:"), &language));
}

/* Tells the properties that are not carried, all at once. */
static void
tell_properties (Importer *self, const Feature *feature)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (!ka_node_is (&feature->properties, json_type_object))
    return;
  json_object_object_foreach (feature->properties.value, name, value)
  {
    if (value != NULL && !is_carried (name))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
  }
  if (names->len > 0)
    /* Translators: a list of properties of a feature on a map. */
    ka_draft_loss (self->draft, feature->offset, feature->title, _ ("not carried: %s"), names->str);
}

static void
feature_clear (Feature *self)
{
  g_free (self->title);
  ka_text_clear (&self->names);
  ka_geojson_time_clear (&self->time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Feature, feature_clear)

static void
read_properties (Importer *self, Feature *feature)
{
  if (ka_node_get_member (feature->node, "properties", &feature->properties) &&
      !ka_node_is (&feature->properties, json_type_object) && feature->properties.value != NULL)
    ka_draft_fault (self->draft, ka_node_get_offset (&feature->properties),
                    _ ("“properties” is no object, one expected"));
  read_names (self, feature);
  ka_geojson_time_read (&feature->time, self->draft, &feature->properties, feature->title);
  read_certainty (self, feature);
  read_source (self, feature);
  feature->description = get_text (self, feature, "description");
}

/* Land */

static const char *
ensure_polity (Importer *self, const Feature *feature, const char *key)
{
  const char *name = get_text (self, feature, key);

  return name != NULL ? ka_draft_ensure_polity (self->draft, feature->offset, name, NULL) : NULL;
}

static int
read_level (Importer *self, const Feature *feature)
{
  const char *text = get_text (self, feature, "admin_level");
  gint64      level = KA_DRAFT_STATE_LEVEL;
  KaNode      node;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, 1, 15, &level, NULL) &&
      ka_node_get_member (&feature->properties, "admin_level", &node))
    ka_draft_fault (self->draft, ka_node_get_offset (&node),
                    _ ("admin_level is “%s”, a number from 1 to 15 expected"), text);
  return (int) level;
}

/* Takes the next name of a list that has semicolons between names; two of them are one of a name.
 * Returns: (transfer full): the name. @list: (inout): NULL behind the last one */
static char *
take_name (const char **list)
{
  GString    *name = g_string_new (NULL);
  const char *c;

  for (c = *list; *c != '\0' && (*c != ';' || c[1] == ';'); c++)
    {
      g_string_append_c (name, *c);
      c += *c == ';' ? 1 : 0;
    }
  *list = *c == ';' ? c + 1 : NULL;
  return g_strstrip (g_string_free (name, FALSE));
}

/* Adds the claims of those that a property names. */
static void
add_claims (Importer *self, const KaDraftShape *land, const GPtrArray *rings, const char *claimants)
{
  const char *rest = claimants;

  while (rest != NULL)
    {
      g_autofree char *name = take_name (&rest);
      KaDraftShape     claim = *land;

      if (ka_draft_is_blank (name))
        continue;
      claim.kind = "claimed";
      claim.sovereign = NULL;
      claim.holder = ka_draft_ensure_polity (self->draft, land->offset, name, NULL);
      ka_draft_land_add_shape (self->land, &claim, rings);
    }
}

static void
add_land (Importer *self, const Feature *feature, const GPtrArray *rings)
{
  static const char *const kinds[] = { "de-jure",   "de-facto", "occupied",
                                       "contested", "claimed",  NULL };
  const char              *owner = ensure_polity (self, feature, "owner");
  const char              *claimed_by = get_text (self, feature, "claimed_by");
  const char              *disputed_by = get_text (self, feature, "disputed_by");
  const char              *autonomy = get_text (self, feature, "autonomy");
  const char              *kind = find_word (self, feature, "tenure", kinds);
  KaDraftShape             shape = { .offset = feature->offset,
                                     .title = feature->title,
                                     .names = feature->names,
                                     .summary = feature->description,
                                     .sovereign = ensure_polity (self, feature, "sovereign"),
                                     .kind = kind,
                                     .span = feature->time.span,
                                     .level = read_level (self, feature),
                                     .certainty = feature->certainty,
                                     .source = feature->source };

  /* What is disputed and claimed is a claim, not a holding. */
  if (read_yes (self, feature, "disputed", FALSE) && claimed_by != NULL)
    {
      add_claims (self, &shape, rings, claimed_by);
      return;
    }
  shape.holder = owner;
  if (owner == NULL && g_strcmp0 (kind, "contested") != 0)
    shape.holder = ka_draft_ensure_polity (self->draft, feature->offset, feature->title,
                                           &feature->names);
  shape.is_region = shape.level > KA_DRAFT_STATE_LEVEL ||
                    (owner != NULL &&
                     strcmp (get_text (self, feature, "owner"), feature->title) != 0);
  ka_draft_land_add_shape (self->land, &shape, rings);
  if (claimed_by != NULL)
    add_claims (self, &shape, rings, claimed_by);
  if (disputed_by != NULL)
    add_claims (self, &shape, rings, disputed_by);
  if (autonomy == NULL)
    return;
  shape.level++;
  shape.sovereign = NULL;
  shape.holder = ka_draft_ensure_polity (self->draft, feature->offset, autonomy, NULL);
  ka_draft_land_add_shape (self->land, &shape, rings);
}

/* Frontiers */

static const char *
get_frontier_kind (Importer *self, const Feature *feature)
{
  static const char *const kinds[] = {
    "treaty", "award", "district", "autonomy", "ceasefire", NULL
  };
  const char *kind = find_word (self, feature, "frontier", kinds);
  const int   level = read_level (self, feature);

  if (kind != NULL)
    return kind;
  if (level <= KA_DRAFT_STATE_LEVEL)
    return "treaty";
  return level <= KA_DRAFT_STATE_LEVEL + 2 ? "autonomy" : "district";
}

static void
add_frontier (Importer *self, const Feature *feature, const GPtrArray *lines)
{
  KaJsonObject    *item = json_object_new_object ();
  const char      *id = ka_draft_take_id (self->draft, KA_DRAFT_FRONTIERS, NULL, feature->title);
  const gboolean   is_disputed = read_yes (self, feature, "disputed", FALSE);
  const KaSpan     span = feature->time.span;
  g_autofree char *from = span.from != KA_DAY_MIN ? ka_day_to_iso (span.from) : NULL;
  g_autofree char *to = span.to != KA_DAY_MAX ? ka_day_to_iso (span.to) : NULL;

  json_object_object_add (item, "id", json_object_new_string (id));
  ka_draft_set_names (item, feature->title, &feature->names);
  ka_draft_set_line (item, "kind", get_frontier_kind (self, feature));
  ka_draft_set_line (item, "from", from);
  ka_draft_set_line (item, "to", to);
  json_object_object_add (item, "geometry", json_object_new_string (id));
  json_object_object_add (
    item, "in_force", json_object_new_boolean (read_yes (self, feature, "in_force", !is_disputed)));
  ka_draft_set_text (item, "summary",
                     feature->description != NULL ? feature->description : feature->title, NULL);
  ka_draft_set_line (item, "certainty",
                     feature->certainty != NULL ? feature->certainty : "certain");
  ka_draft_set_source (self->draft, item, feature->source);
  ka_draft_note_life (self->draft, span);
  ka_draft_add_lines (self->draft, KA_LAYER_FRONTIERS, id, lines);
  ka_draft_take_item (self->draft, KA_DRAFT_FRONTIERS, feature->offset, item);
}

/* Places and events */

/* The tag that says what place a feature is, or %NULL. */
static const KaGeojsonPlaceTag *
find_place_tag (Importer *self, const Feature *feature)
{
  for (const KaGeojsonPlaceTag *tag = place_tags; tag->kind != NULL; tag++)
    if (g_strcmp0 (get_text (self, feature, tag->key), tag->value) == 0)
      return tag;
  return NULL;
}

static void
add_place (Importer                *self,
           const Feature           *feature,
           const KaGeojsonPlaceTag *tag,
           KaPoint                  at,
           const GPtrArray         *lines,
           const GPtrArray         *rings)
{
  const KaSpan     span = feature->time.span;
  g_autofree char *from = span.from != KA_DAY_MIN ? ka_day_to_iso (span.from) : NULL;
  g_autofree char *to = span.to != KA_DAY_MAX ? ka_day_to_iso (span.to) : NULL;
  const char      *height = get_text (self, feature, "ele"),
             *rank_text = get_text (self, feature, "rank");
  gint64 height_m = 0, rank = 0;

  if (height != NULL && !g_ascii_string_to_signed (height, 10, 1, 8849, &height_m, NULL))
    ka_draft_loss (self->draft, feature->offset, feature->title, _ ("%1$s=%2$s is not carried"),
                   "ele", height);
  if (rank_text == NULL || !g_ascii_string_to_signed (rank_text, 10, 1, 3, &rank, NULL))
    {
      rank = tag != NULL ? tag->rank : 2;
      if (rank_text != NULL)
        ka_draft_loss (self->draft, feature->offset, feature->title, _ ("%1$s=%2$s is not carried"),
                       "rank", rank_text);
    }
  if (feature->certainty != NULL && strcmp (feature->certainty, "certain") != 0)
    ka_draft_loss (self->draft, feature->offset, feature->title,
                   _ ("that it is %s is not carried: a place has no certainty"),
                   feature->certainty);
  ka_draft_note_life (self->draft, span);
  ka_draft_add_place (self->draft, &(KaDraftPlace){
                                     .offset = feature->offset,
                                     .title = feature->title,
                                     .names = &feature->names,
                                     .kind = tag != NULL ? tag->kind : "town",
                                     .at = at,
                                     .rank = (int) rank,
                                     .from = from,
                                     .to = to,
                                     .note = feature->description,
                                     .source = feature->source,
                                     .lines = lines,
                                     .rings = rings,
                                     .is_capital = read_yes (self, feature, "capital", FALSE),
                                     .height_m = (int) height_m,
                                   });
}

static void
add_event (Importer *self, const Feature *feature, KaPoint at, const char *edtf)
{
  const char *place = ka_draft_ensure_place (self->draft, &(KaDraftPlace){
                                                            .offset = feature->offset,
                                                            .title = feature->title,
                                                            .names = &feature->names,
                                                            .at = at,
                                                            .rank = 3,
                                                            .source = feature->source,
                                                          });

  ka_draft_add_event (self->draft, &(KaDraftEvent){
                                     .offset = feature->offset,
                                     .title = feature->title,
                                     .edtf = edtf,
                                     .summary = feature->description,
                                     .certainty = feature->certainty,
                                     .place = place,
                                     .source = feature->source,
                                   });
}

/* A dated point is an event, unless a tag says that it is a place. */
static void
add_points (Importer *self, const Feature *feature, const GArray *points)
{
  const KaGeojsonPlaceTag *tag = find_place_tag (self, feature);
  g_autofree char         *edtf = ka_geojson_time_dup_edtf (&feature->time);
  const gboolean           is_event = tag == NULL && edtf != NULL &&
                            get_text (self, feature, "place") == NULL;

  for (guint i = 0; i < points->len; i++)
    {
      KaPoint at = g_array_index (points, KaPoint, i);

      if (is_event)
        add_event (self, feature, at, edtf);
      else
        add_place (self, feature, tag, at, NULL, NULL);
    }
}

/* The point in the middle of the longest of some lines or rings. */
static KaPoint
find_middle (const GPtrArray *lines, gboolean is_ring)
{
  const GArray *longest = lines->pdata[0];
  KaPoint       sum = { 0, 0 };

  for (guint i = 1; i < lines->len; i++)
    if (((const GArray *) lines->pdata[i])->len > longest->len)
      longest = lines->pdata[i];
  if (!is_ring)
    return g_array_index (longest, KaPoint, longest->len / 2);
  for (guint i = 1; i < longest->len; i++)
    {
      sum.x += g_array_index (longest, KaPoint, i).x / (longest->len - 1);
      sum.y += g_array_index (longest, KaPoint, i).y / (longest->len - 1);
    }
  return sum;
}

/* Tells a tag of nature or of water that makes land or a frontier of nothing. */
static gboolean
is_nature (Importer *self, const Feature *feature)
{
  static const char *const keys[] = { "natural", "waterway" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char      *value = get_text (self, feature, keys[i]);
      g_autofree char *both = g_strconcat (keys[i], "=", value, NULL);

      if (value == NULL)
        continue;
      ka_draft_loss (self->draft, feature->offset, feature->title,
                     _ ("it is left out: an atlas has no %s"), both);
      return TRUE;
    }
  return FALSE;
}

/* Tells words of tags that mean no kind of place, and of borders. */
static void
tell_tags (Importer *self, const Feature *feature, const KaGeojsonPlaceTag *tag)
{
  static const char *const keys[] = { "place", "natural", "historic", "waterway", "boundary" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = get_text (self, feature, keys[i]);

      if (value != NULL && (tag == NULL || strcmp (tag->key, keys[i]) != 0) &&
          strcmp (value, "administrative") != 0)
        ka_draft_loss (self->draft, feature->offset, feature->title, _ ("%1$s=%2$s is not carried"),
                       keys[i], value);
    }
}

/* Adds a place whose outline an atlas does not have, such as a sea. */
static void
add_middle (Importer *self, const Feature *feature, const KaGeojsonPlaceTag *tag, KaPoint at)
{
  ka_draft_loss (self->draft, feature->offset, feature->title,
                 _ ("its outline is not carried: its middle stands for it"));
  add_place (self, feature, tag, at, NULL, NULL);
}

/* Whether a tag says that a feature is none of what an atlas has; tells it. */
static gboolean
is_left_out (Importer *self, const Feature *feature)
{
  for (gsize i = 0; i < G_N_ELEMENTS (neither); i++)
    if (get_text (self, feature, neither[i]) != NULL)
      {
        ka_draft_loss (self->draft, feature->offset, feature->title,
                       _ ("it is left out: an atlas has no %s"), neither[i]);
        return TRUE;
      }
  return FALSE;
}

/* Adds what a polygon means. */
static void
add_rings (Importer                *self,
           const Feature           *feature,
           const KaGeojsonPlaceTag *tag,
           const GPtrArray         *rings)
{
  const char *kind = tag != NULL ? tag->kind : "town";

  if (strcmp (kind, "lake") == 0)
    add_place (self, feature, tag, find_middle (rings, TRUE), NULL, rings);
  else if (strcmp (kind, "town") != 0)
    add_middle (self, feature, tag, find_middle (rings, TRUE));
  else
    add_land (self, feature, rings);
}

/* Adds what a line means. */
static void
add_lines (Importer                *self,
           const Feature           *feature,
           const KaGeojsonPlaceTag *tag,
           const GPtrArray         *lines)
{
  const char *kind = tag != NULL ? tag->kind : "town";

  if (strcmp (kind, "river") == 0)
    add_place (self, feature, tag, find_middle (lines, FALSE), lines, NULL);
  else if (strcmp (kind, "town") != 0)
    add_middle (self, feature, tag, find_middle (lines, FALSE));
  else
    add_frontier (self, feature, lines);
}

/* Adds what the shapes of a feature mean. */
static void
add_feature (Importer *self, const Feature *feature, const KaGeoGeometry *geometry)
{
  const KaGeojsonPlaceTag *tag = find_place_tag (self, feature);
  const guint              n_outlines = geometry->rings->len + geometry->lines->len;

  if (is_left_out (self, feature) || (tag == NULL && n_outlines > 0 && is_nature (self, feature)))
    return;
  tell_properties (self, feature);
  tell_tags (self, feature, tag);
  if (geometry->rings->len > 0)
    add_rings (self, feature, tag, geometry->rings);
  if (geometry->lines->len > 0)
    add_lines (self, feature, tag, geometry->lines);
  add_points (self, feature, geometry->points);
  if (n_outlines + geometry->points->len == 0)
    ka_draft_loss (self->draft, feature->offset, feature->title,
                   _ ("it has no geometry, it is left out"));
}

static void
read_feature (Importer *self, const KaNode *node)
{
  g_auto (Feature) feature = { .node = node, .offset = ka_node_get_offset (node) };
  g_auto (KaGeoGeometry) shapes = { 0 };
  KaNode geometry, type;

  self->number++;
  if (!ka_node_get_member (node, "type", &type) || !ka_node_is (&type, json_type_string) ||
      strcmp (json_object_get_string (type.value), "Feature") != 0)
    {
      ka_draft_fault (self->draft, feature.offset, _ ("no “type”: “Feature”, a feature expected"));
      return;
    }
  read_properties (self, &feature);
  ka_geo_geometry_init (&shapes);
  if (ka_node_get_member (node, "geometry", &geometry))
    ka_geo_geometry_read (&shapes, self->draft, &geometry, feature.title);
  else
    ka_draft_fault (self->draft, feature.offset, _ ("no “geometry”, one or null expected"));
  add_feature (self, &feature, &shapes);
}

/* Refuses other coordinates than those of RFC 7946, which dropped `crs`. */
static void
check_crs (Importer *self, const KaNode *root)
{
  KaNode      crs, properties, name;
  const char *text = "";

  if (!ka_foreign_get_member (root, "crs", &crs))
    return;
  if (ka_node_get_member (&crs, "properties", &properties) &&
      ka_node_get_member (&properties, "name", &name) && ka_node_is (&name, json_type_string))
    text = json_object_get_string (name.value);
  if (!g_str_has_prefix (text, "urn:ogc:def:crs:OGC:") || !g_str_has_suffix (text, ":CRS84"))
    ka_draft_fault (
      self->draft, ka_node_get_offset (&crs),
      _ ("a “crs” of “%s”, none expected: GeoJSON has longitude and latitude in degrees "
         "(WGS 84)"),
      text);
}

static void
read_collection (Importer *self, const KaNode *root)
{
  KaNode features, name;

  if (ka_node_get_member (root, "name", &name) && ka_node_is (&name, json_type_string) &&
      !ka_draft_is_blank (json_object_get_string (name.value)))
    ka_draft_set_title (self->draft, json_object_get_string (name.value), NULL);
  if (!ka_node_get_member (root, "features", &features) || !ka_node_is (&features, json_type_array))
    {
      ka_draft_fault (self->draft, ka_node_get_offset (root), _ ("no “features”, a list expected"));
      return;
    }
  for (gsize i = 0; i < ka_node_count (&features); i++)
    {
      KaNode feature = ka_node_get_element (&features, i);

      read_feature (self, &feature);
    }
}

/* Reads a geometry without a feature round it. */
static void
read_bare_geometry (Importer *self, const KaNode *root)
{
  g_auto (Feature) feature = { .node = root, .offset = ka_node_get_offset (root) };
  g_auto (KaGeoGeometry) shapes = { 0 };

  self->number++;
  read_properties (self, &feature);
  ka_geo_geometry_init (&shapes);
  ka_geo_geometry_read (&shapes, self->draft, root, feature.title);
  add_feature (self, &feature, &shapes);
}

void
ka_geojson_import (KaDraft *draft, const char *text, gsize length)
{
  g_autoptr (KaDocument) document = ka_foreign_parse_json (draft, text, length);
  g_autoptr (KaDraftLand) land = ka_draft_land_new ();
  Importer    self = { draft, land, 0 };
  KaNode      root, type;
  const char *word = "";

  if (document == NULL)
    return;
  root = ka_node_new_root (document);
  check_crs (&self, &root);
  if (ka_node_get_member (&root, "type", &type) && ka_node_is (&type, json_type_string))
    word = json_object_get_string (type.value);
  if (strcmp (word, "FeatureCollection") == 0)
    read_collection (&self, &root);
  else if (strcmp (word, "Feature") == 0)
    read_feature (&self, &root);
  else
    read_bare_geometry (&self, &root);
  ka_draft_land_write (land, draft);
}
