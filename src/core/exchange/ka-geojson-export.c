/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the map of a day as GeoJSON (RFC 7946) with the tags of OpenHistoricalMap.
 */
#include "config.h"

#include "ka-foreign-event.h"
#include "ka-geojson.h"
#include "ka-json-auto.h"
#include "ka-query.h"
#include "ka-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KaForeignExport   foreign;
  KaDay             day;
  const KaTopology *topology; /* Borrowed */
  GString          *text;     /* Owned */
  guint             n_features;
  gsize             n_waters; /* rivers and lakes written */
} Exporter;

static void
append_positions (Exporter *self, const KaPath *path)
{
  const gsize         n = ka_topology_count_points (self->topology, path);
  g_autofree KaPoint *points = g_new (KaPoint, n);

  ka_topology_get_points (self->topology, path, points);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *x = ka_foreign_dup_degrees (points[i].x);
      g_autofree char *y = ka_foreign_dup_degrees (points[i].y);

      g_string_append_printf (self->text, "%s[%s,%s]", i == 0 ? "[" : ",", x, y);
    }
  g_string_append_c (self->text, ']');
}

/* Whether a ring runs counter-clockwise, as exteriors do here and in RFC 7946. */
static gboolean
is_exterior (const Exporter *self, const KaPath *ring)
{
  const gsize         n = ka_topology_count_points (self->topology, ring);
  g_autofree KaPoint *points = g_new (KaPoint, n);
  double              sum = 0;

  ka_topology_get_points (self->topology, ring, points);
  for (gsize i = 1; i < n; i++)
    sum += (points[i - 1].x - points[0].x) * (points[i].y - points[0].y) -
           (points[i].x - points[0].x) * (points[i - 1].y - points[0].y);
  return sum > 0;
}

/* Writes a geometry; land that crosses 180 degrees is cut there in the atlas already. */
static void
append_geometry (Exporter *self, const KaGeometry *geometry)
{
  g_string_append_printf (self->text, "{\"type\": \"%s\", \"coordinates\": [",
                          geometry->is_polygon ? "MultiPolygon" : "MultiLineString");
  for (gsize i = 0; i < geometry->n_paths; i++)
    {
      const KaPath  *path = &geometry->paths[i];
      const gboolean begins = !geometry->is_polygon || i == 0 || is_exterior (self, path);

      if (geometry->is_polygon)
        g_string_append (self->text, i == 0 ? "[" : begins ? "],[" : ",");
      else if (i > 0)
        g_string_append_c (self->text, ',');
      append_positions (self, path);
    }
  g_string_append (self->text, geometry->is_polygon ? "]]}" : "]}");
}

static void
append_point (Exporter *self, KaPoint at)
{
  g_autofree char *x = ka_foreign_dup_degrees (at.x), *y = ka_foreign_dup_degrees (at.y);

  g_string_append_printf (self->text, "{\"type\": \"Point\", \"coordinates\": [%s,%s]}", x, y);
}

/* Begins a feature. @properties: (transfer full) */
static void
begin_feature (Exporter *self, const KaItem *item, KaJsonObject *properties)
{
  g_autoptr (KaJsonObject) owned = properties;
  g_autofree char *id = ka_item_dup_reference (item);

  g_string_append_printf (
    self->text, "%s\n{\"type\": \"Feature\", \"id\": \"%s\", \"properties\": %s, \"geometry\": ",
    self->n_features++ > 0 ? "," : "", id,
    json_object_to_json_string_ext (owned,
                                    JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE));
}

static void
set_text (KaJsonObject *properties, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_object_add (properties, key, json_object_new_string (text));
}

static void
set_names (const Exporter *self, KaJsonObject *properties, const KaNames *names)
{
  const KaText *text = ka_names_get_on (names, self->day);

  set_text (properties, "name", ka_text_find (text, KA_LANGUAGE_EN));
  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    {
      g_autofree char *key = g_strconcat ("name:", ka_language_get_code (i), NULL);

      if (i != KA_LANGUAGE_EN)
        set_text (properties, key, ka_text_find (text, i));
    }
}

/* Sets the dates. The end is exclusive, as in an atlas. */
static void
set_span (KaJsonObject *properties, KaSpan span)
{
  g_autofree char *from = span.from != KA_DAY_MIN ? ka_day_to_iso (span.from) : NULL;
  g_autofree char *to = span.to != KA_DAY_MAX ? ka_day_to_iso (span.to) : NULL;

  set_text (properties, "start_date", from);
  set_text (properties, "end_date", to);
}

static void
set_sources (KaJsonObject *properties, const KaItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < item->n_citations; i++)
    {
      const KaCitation *citation = &item->citations[i];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "; " : "", citation->source->citation,
                              citation->locator != NULL ? ", " : "",
                              citation->locator != NULL ? citation->locator : "");
    }
  set_text (properties, "source", text->str);
}

static void
set_certainty (KaJsonObject *properties, const KaItem *item)
{
  static const char *const words[KA_N_CERTAINTIES] = { NULL, "probable", "uncertain" };

  set_text (properties, "certainty", words[item->certainty]);
}

static const char *
get_polity_name (const Exporter *self, const KaPolity *polity)
{
  return polity != NULL ? ka_item_get_title (&polity->item, self->day, KA_LANGUAGE_EN) : NULL;
}

static const char *
get_word (KaItemKind kind, const char *field, guint choice)
{
  return ka_record_find_field (ka_section_of_kind (kind)->record, field)->choices[choice];
}

/* The names of those that claim an area, with semicolons between them. Two are one of a name. */
static char *
dup_claimants (const Exporter *self, const KaArea *area)
{
  g_autoptr (GPtrArray) claims = ka_query_claims_on (area, self->day);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const KaTenure *claim = claims->pdata[i];
      g_autoptr (GString) name = g_string_new (get_polity_name (self, claim->holder));

      g_string_replace (name, ";", ";;", 0);
      g_string_append_printf (names, "%s%s", i > 0 ? ";" : "", name->str);
    }
  return g_string_free (names, FALSE);
}

static void
append_area (Exporter *self, const KaArea *area)
{
  const KaTenure  *tenure = ka_query_tenure_on (area, self->day);
  KaJsonObject    *properties = json_object_new_object ();
  g_autofree char *claimants = dup_claimants (self, area);

  set_names (self, properties, &area->names);
  set_text (properties, "boundary", "administrative");
  if (tenure != NULL)
    {
      set_text (properties, "owner", get_polity_name (self, tenure->holder));
      set_text (properties, "tenure", get_word (KA_ITEM_TENURE, "kind", tenure->kind));
      set_text (properties, "sovereign", get_polity_name (self, tenure->sovereign));
      set_text (properties, "autonomy", get_polity_name (self, tenure->autonomy));
      set_span (properties, tenure->span);
      set_certainty (properties, &tenure->item);
      set_sources (properties, &tenure->item);
    }
  set_text (properties, "claimed_by", claimants);
  begin_feature (self, &area->item, properties);
  append_geometry (self, area->geometry);
  g_string_append_c (self->text, '}');
}

static void
append_frontier (Exporter *self, const KaFrontier *frontier)
{
  KaJsonObject *properties;

  if (!ka_span_has (frontier->span, self->day))
    return;
  if (frontier->geometry == NULL)
    {
      ka_foreign_tell (&self->foreign, &frontier->item, _ ("it is left out: it has no line"));
      return;
    }
  properties = json_object_new_object ();
  set_names (self, properties, &frontier->names);
  set_text (properties, "boundary", "administrative");
  set_text (properties, "frontier", get_word (KA_ITEM_FRONTIER, "kind", frontier->kind));
  set_text (properties, "in_force", ka_query_is_in_force (frontier, self->day) ? "yes" : "no");
  set_span (properties, frontier->span);
  set_text (properties, "description", ka_text_get (&frontier->summary, KA_LANGUAGE_EN));
  set_certainty (properties, &frontier->item);
  set_sources (properties, &frontier->item);
  begin_feature (self, &frontier->item, properties);
  append_geometry (self, frontier->geometry);
  g_string_append_c (self->text, '}');
}

static void
append_place (Exporter *self, const KaPlace *place)
{
  const KaGeojsonPlaceTag *tag = ka_geojson_get_place_tags ();
  const char              *kind = get_word (KA_ITEM_PLACE, "kind", place->kind);
  KaJsonObject            *properties;

  if (!ka_span_has (place->span, self->day))
    return;
  properties = json_object_new_object ();
  while (strcmp (tag->kind, kind) != 0)
    tag++;
  set_names (self, properties, &place->names);
  set_text (properties, tag->key, tag->value);
  json_object_object_add (properties, "rank", json_object_new_int (place->rank));
  if (place->is_capital && place->capital_from <= self->day)
    set_text (properties, "capital", "yes");
  if (place->height_m > 0)
    json_object_object_add (properties, "ele", json_object_new_int (place->height_m));
  set_span (properties, place->span);
  set_text (properties, "description", place->item.note);
  set_sources (properties, &place->item);
  if (place->peaks.n_items > 0)
    ka_foreign_tell (&self->foreign, &place->item,
                     _ ("the peaks that its name runs along are not carried"));
  begin_feature (self, &place->item, properties);
  if (place->geometry != NULL)
    {
      append_geometry (self, place->geometry);
      self->n_waters++;
    }
  else
    append_point (self, place->at);
  g_string_append_c (self->text, '}');
}

/* Tells what the map of one day has not, or GeoJSON. */
static void
tell_rest (const Exporter *self)
{
  const guint kept = 1u << KA_ITEM_AREA | 1u << KA_ITEM_TENURE | 1u << KA_ITEM_FRONTIER |
                     1u << KA_ITEM_PLACE | 1u << KA_ITEM_POLITY | 1u << KA_ITEM_SOURCE;
  const gsize n_waters = self->topology->n_in_layer[KA_LAYER_RIVERS] +
                         self->topology->n_in_layer[KA_LAYER_LAKES];
  g_autofree char *day = ka_day_to_iso (self->day);

  ka_foreign_tell_atlas (&self->foreign,
                         _ ("the map is that of %s: what was on other days is not carried"), day);
  ka_foreign_tell_atlas (&self->foreign,
                         _ ("of what polities are, only their names in English are carried"));
  if (self->topology->n_in_layer[KA_LAYER_CONTEXT] > 0)
    ka_foreign_tell_atlas (&self->foreign, _ ("land outside the atlas is not carried"));
  if (n_waters > self->n_waters)
    ka_foreign_tell_atlas (&self->foreign,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "not carried: %zu river or lake that no place names",
                                        "not carried: %zu rivers and lakes that no place names",
                                        (gulong) (n_waters - self->n_waters)),
                           n_waters - self->n_waters);
  ka_foreign_tell_atlas (&self->foreign,
                         _ ("instruments, accuracies, the notes of land and frontiers and when"
                            " claims began are not carried"));
  ka_foreign_tell_sections (&self->foreign, kept);
}

char *
ka_geojson_export (KaAtlas *atlas, KaDay day, GPtrArray *losses)
{
  Exporter self = {
    { atlas, losses }, day, ka_atlas_get_topology (atlas), g_string_new (NULL), 0, 0
  };
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  const KaList *places = ka_atlas_get_items (atlas, KA_ITEM_PLACE);
  g_autoptr (KaJsonObject) title = json_object_new_string (
    ka_text_get (&ka_atlas_get_head (atlas)->title, KA_LANGUAGE_EN));

  g_string_append_printf (self.text,
                          "{\"type\": \"FeatureCollection\", \"name\": %s, \"features\": [",
                          json_object_to_json_string_ext (title, JSON_C_TO_STRING_NOSLASHESCAPE));
  for (gsize i = 0; i < areas->n_items; i++)
    append_area (&self, areas->items[i]);
  for (gsize i = 0; i < frontiers->n_items; i++)
    append_frontier (&self, frontiers->items[i]);
  for (gsize i = 0; i < places->n_items; i++)
    append_place (&self, places->items[i]);
  g_string_append (self.text, "\n]}\n");
  tell_rest (&self);
  return g_string_free (self.text, FALSE);
}
