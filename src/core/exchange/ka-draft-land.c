/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The land of a draft: areas, their outlines, who holds them, and what the map shows first.
 */
#include "config.h"

#include "ka-draft-private.h"

#include <stdlib.h>
#include <string.h>

/* What the map shows beside the things on it, as a part of their extent, and the least of it. */
#define MARGIN         0.1
#define MIN_MARGIN_DEG 0.5

const char *
ka_draft_add_area (KaDraft *self, const KaDraftArea *area)
{
  KaJsonObject *item = json_object_new_object ();
  KaJsonObject *region = json_object_new_object ();
  const char   *id = ka_draft_take_id (self, KA_DRAFT_AREAS, NULL, area->title);
  const double  accuracy_km = area->accuracy_km > 0 ? area->accuracy_km : 1;
  const char   *summary = area->summary != NULL && *area->summary != '\0' ? area->summary
                                                                          : area->title;

  json_object_object_add (item, "id", json_object_new_string (id));
  ka_draft_set_names (item, area->title, area->names);
  json_object_object_add (item, "accuracy_km", ka_draft_new_number (accuracy_km));
  ka_draft_set_line (item, "note", area->note);
  ka_draft_set_source (self, item, area->source);
  ka_draft_take_item (self, KA_DRAFT_AREAS, area->offset, item);

  json_object_object_add (region, "id", json_object_new_string (id));
  ka_draft_set_names (region, area->title, area->names);
  json_object_object_add (region, "areas", ka_draft_new_list (id));
  ka_draft_set_text (region, "summary", summary, NULL);
  ka_draft_set_source (self, region, area->source);
  ka_draft_take_item (self, KA_DRAFT_REGIONS, area->offset, region);

  g_ptr_array_add (self->area_ids, (gpointer) (gsize) id);
  return id;
}

void
ka_draft_add_ring (KaDraft *self, const KaPoint *points, gsize n_points, gboolean is_hole)
{
  KaDraftRing ring = { NULL, n_points, self->area_ids->len - 1, is_hole };

  g_return_if_fail (self->area_ids->len > 0);

  ring.points = g_memdup2 (points, n_points * sizeof *points);
  g_array_append_val (self->rings, ring);
  for (gsize i = 0; i < n_points; i++)
    ka_draft_note_point (self, points[i]);
}

static void
add_tenure (KaDraft *self, const KaDraftTenure *tenure)
{
  KaJsonObject    *item = json_object_new_object ();
  const char      *id = ka_draft_take_id (self, KA_DRAFT_TENURES, NULL, tenure->area);
  g_autofree char *from = NULL, *to = NULL;

  if (tenure->span.from != KA_DAY_MIN)
    from = ka_day_to_iso (tenure->span.from);
  if (tenure->span.to != KA_DAY_MAX)
    to = ka_day_to_iso (tenure->span.to);
  json_object_object_add (item, "id", json_object_new_string (id));
  json_object_object_add (item, "areas", ka_draft_new_list (tenure->area));
  ka_draft_set_line (item, "from", from);
  ka_draft_set_line (item, "to", to);
  ka_draft_set_line (item, "holder", tenure->holder);
  ka_draft_set_line (item, "kind", tenure->kind != NULL ? tenure->kind : "de-facto");
  ka_draft_set_line (item, "certainty", tenure->certainty != NULL ? tenure->certainty : "certain");
  ka_draft_set_line (item, "note", tenure->note);
  ka_draft_set_source (self, item, tenure->source);
  ka_draft_take_item (self, KA_DRAFT_TENURES, tenure->offset, item);
}

void
ka_draft_add_tenure (KaDraft *self, const KaDraftTenure *tenure)
{
  const KaDraftHold hold = { tenure->area, tenure->span, tenure->offset };

  add_tenure (self, tenure);
  ka_draft_note_days (self, tenure->span);
  if (g_strcmp0 (tenure->kind, "claimed") != 0)
    g_array_append_val (self->holds, hold);
}

static int
compare_holds (gconstpointer a, gconstpointer b)
{
  const KaDraftHold *first = a, *second = b;
  int                order = strcmp (first->area, second->area);

  if (order != 0)
    return order;
  if (first->span.from != second->span.from)
    return first->span.from < second->span.from ? -1 : 1;
  return first->offset < second->offset ? -1 : first->offset > second->offset;
}

static void
fill_hole (KaDraft *self, const char *area, gsize offset, KaDay from, KaDay to)
{
  const KaDraftTenure hole = {
    .offset = offset,
    .area = area,
    .span = { from, to },
    .kind = "contested",
    .note = "The imported document does not say who held it.",
  };

  if (from < to)
    add_tenure (self, &hole);
}

void
ka_draft_fill_tenures (KaDraft *self)
{
  g_autoptr (GHashTable) filled = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_sort (self->holds, compare_holds);
  for (guint i = 0; i < self->holds->len; i++)
    {
      const KaDraftHold *hold = &g_array_index (self->holds, KaDraftHold, i);
      const KaDraftHold *next = i + 1 < self->holds->len ? hold + 1 : NULL;
      const gboolean     is_last = next == NULL || strcmp (next->area, hold->area) != 0;

      if (g_hash_table_add (filled, (gpointer) (gsize) hold->area))
        fill_hole (self, hold->area, hold->offset, KA_DAY_MIN, hold->span.from);
      fill_hole (self, hold->area, hold->offset, hold->span.to,
                 is_last ? KA_DAY_MAX : next->span.from);
    }
  for (guint i = 0; i < self->area_ids->len; i++)
    if (!g_hash_table_contains (filled, self->area_ids->pdata[i]))
      fill_hole (self, self->area_ids->pdata[i], KA_DRAFT_NOWHERE, KA_DAY_MIN, KA_DAY_MAX);
}

static KaJsonObject *
new_arc (const KaDraftRing *ring)
{
  KaJsonObject *arc = json_object_new_array ();

  for (gsize i = 0; i < ring->n_points; i++)
    {
      KaJsonObject *position = json_object_new_array ();

      json_object_array_add (position, ka_draft_new_number (ring->points[i].x));
      json_object_array_add (position, ka_draft_new_number (ring->points[i].y));
      json_object_array_add (arc, position);
    }
  return arc;
}

static KaJsonObject *
new_arc_property (void)
{
  KaJsonObject *property = json_object_new_object ();

  json_object_object_add (property, "kind", json_object_new_string ("inner"));
  json_object_object_add (property, "accuracy_km", json_object_new_int (1));
  json_object_object_add (property, "evidence", json_object_new_string ("file"));
  return property;
}

/* Makes the outline of an area. @polygons: (transfer full) */
static KaJsonObject *
new_outline (const char *id, KaJsonObject *polygons)
{
  KaJsonObject *outline = json_object_new_object ();

  json_object_object_add (outline, "type", json_object_new_string ("MultiPolygon"));
  json_object_object_add (outline, "id", json_object_new_string (id));
  json_object_object_add (outline, "arcs", polygons);
  return outline;
}

/* Adds a layer. @geometries: (transfer full) */
static void
add_layer (KaJsonObject *objects, const char *name, KaJsonObject *geometries)
{
  KaJsonObject *layer = json_object_new_object ();

  json_object_object_add (layer, "type", json_object_new_string ("GeometryCollection"));
  json_object_object_add (layer, "geometries", geometries);
  json_object_object_add (objects, name, layer);
}

KaJsonObject *
ka_draft_new_geography (const KaDraft *self)
{
  static const char *const empty_layers[] = { "context", "lakes", "rivers", "frontiers" };
  KaJsonObject            *geography = json_object_new_object ();
  KaJsonObject            *arcs = json_object_new_array (), *properties = json_object_new_array ();
  KaJsonObject            *objects = json_object_new_object ();
  KaJsonObject            *outlines = json_object_new_array ();
  KaJsonObject            *polygons = NULL, *polygon = NULL;

  for (guint i = 0; i < self->rings->len; i++)
    {
      const KaDraftRing *ring = &g_array_index (self->rings, KaDraftRing, i);
      KaJsonObject      *path = json_object_new_array ();
      const gboolean     is_first = i == 0 || ring[-1].area != ring->area;

      json_object_array_add (arcs, new_arc (ring));
      json_object_array_add (properties, new_arc_property ());
      json_object_array_add (path, json_object_new_int ((int) i));
      if (is_first)
        {
          polygons = json_object_new_array ();
          json_object_array_add (outlines,
                                 new_outline (self->area_ids->pdata[ring->area], polygons));
        }
      if (is_first || !ring->is_hole)
        {
          polygon = json_object_new_array ();
          json_object_array_add (polygons, polygon);
        }
      json_object_array_add (polygon, path);
    }
  add_layer (objects, "areas", outlines);
  for (guint i = 0; i < G_N_ELEMENTS (empty_layers); i++)
    add_layer (objects, empty_layers[i], json_object_new_array ());
  json_object_object_add (geography, "type", json_object_new_string ("Topology"));
  json_object_object_add (geography, "arcs", arcs);
  json_object_object_add (geography, "arc_properties", properties);
  json_object_object_add (geography, "objects", objects);
  return geography;
}

void
ka_draft_note_point (KaDraft *self, KaPoint at)
{
  g_array_append_val (self->longitudes, at.x);
  self->south_deg = MIN (self->south_deg, at.y);
  self->north_deg = MAX (self->north_deg, at.y);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Finds the shortest stretch of longitudes that has all points; its west may be greater than its
 * east, as in RFC 7946. */
static void
find_longitudes (const GArray *longitudes, double *west_deg, double *east_deg)
{
  g_autofree double *sorted = g_memdup2 (longitudes->data, longitudes->len * sizeof (double));
  const guint        n = longitudes->len;
  double             widest;

  qsort (sorted, n, sizeof *sorted, compare_numbers);
  *west_deg = sorted[0];
  *east_deg = sorted[n - 1];
  widest = sorted[0] + 360 - sorted[n - 1];
  for (guint i = 1; i < n; i++)
    if (sorted[i] - sorted[i - 1] > widest)
      {
        widest = sorted[i] - sorted[i - 1];
        *west_deg = sorted[i];
        *east_deg = sorted[i - 1];
      }
}

/* Brings a longitude back between -180 and 180. */
static double
wrap (double longitude_deg)
{
  if (longitude_deg > 180)
    return longitude_deg - 360;
  return longitude_deg < -180 ? longitude_deg + 360 : longitude_deg;
}

void
ka_draft_get_extent (const KaDraft *self, double extent_deg[4])
{
  const double whole_earth[] = { -180, -90, 180, 90 };
  double       west_deg, east_deg, width_deg, margin_deg;

  memcpy (extent_deg, whole_earth, sizeof whole_earth);
  if (self->longitudes->len == 0)
    return;
  find_longitudes (self->longitudes, &west_deg, &east_deg);
  width_deg = east_deg - west_deg + (east_deg < west_deg ? 360 : 0);
  margin_deg = MAX (MARGIN * MAX (width_deg, self->north_deg - self->south_deg), MIN_MARGIN_DEG);
  extent_deg[1] = MAX (self->south_deg - margin_deg, -90);
  extent_deg[3] = MIN (self->north_deg + margin_deg, 90);
  if (width_deg + 2 * margin_deg >= 360)
    return;
  extent_deg[0] = wrap (west_deg - margin_deg);
  extent_deg[2] = wrap (east_deg + margin_deg);
}
