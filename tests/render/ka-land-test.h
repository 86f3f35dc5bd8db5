/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "ka-atlas-load.h"

G_BEGIN_DECLS

/*
 * Small atlases of lands anywhere: a western and an eastern one, which fill three quarters of an
 * extent in both directions, with a frontier along the meridian in the middle, a river across and a
 * town. Nothing happens in them.
 */

/** KaLandExtent: an extent in degrees; the east is west of the west where 180 degrees lie between.
 */
typedef struct
{
  const char *name;
  double      west;
  double      south;
  double      east;
  double      north;
} KaLandExtent;

static const char ka_land_test_form[] =
  "{\"atlas\": {\"schema_version\": 1, \"id\": \"land\", \"version\": \"1\", \"title\": {\"en\": "
  "\"A land\"}, \"language\": \"en\", \"default_date\": \"1921-10-13\", \"range\": \"1900/1950\", "
  "\"extent\": [%s, %s, %s, %s], \"licence\": \"CC0-1.0\", \"policy\": {\"en\": \"None.\"}, "
  "\"credits\": {\"en\": \"None.\"}},"
  "\"sources\": [{\"id\": \"s\", \"citation\": \"A print.\", \"short\": \"P\", \"kind\": "
  "\"book\"}],"
  "\"polities\": [{\"id\": \"western\", \"names\": [{\"en\": \"Westland\"}], \"kind\": \"state\", "
  "\"tint\": \"turkey\", \"sources\": [\"s\"]}, {\"id\": \"eastern\", \"names\": [{\"en\": "
  "\"Eastland\"}], \"kind\": \"state\", \"tint\": \"georgia\", \"sources\": [\"s\"]}],"
  "\"areas\": [{\"id\": \"west\", \"names\": [{\"en\": \"West\"}], \"accuracy_km\": 1, "
  "\"sources\": [\"s\"]}, {\"id\": \"east\", \"names\": [{\"en\": \"East\"}], \"accuracy_km\": 1, "
  "\"sources\": [\"s\"]}],"
  "\"regions\": [{\"id\": \"all\", \"names\": [{\"en\": \"Both\"}], \"areas\": [\"west\", "
  "\"east\"], \"summary\": {\"en\": \"Both lands.\"}, \"sources\": [\"s\"]}],"
  "\"tenures\": [{\"id\": \"w\", \"areas\": [\"west\"], \"holder\": \"western\", \"kind\": "
  "\"de-jure\", \"certainty\": \"certain\", \"sources\": [\"s\"]}, {\"id\": \"e\", \"areas\": "
  "[\"east\"], \"holder\": \"eastern\", \"kind\": \"de-jure\", \"certainty\": \"certain\", "
  "\"sources\": [\"s\"]}],"
  "\"frontiers\": [{\"id\": \"middle\", \"names\": [{\"en\": \"Middle\"}], \"kind\": \"treaty\", "
  "\"from\": \"1850-01-01\", \"geometry\": \"middle\", \"in_force\": true, \"accuracy_km\": 1, "
  "\"summary\": {\"en\": \"A line.\"}, \"regions\": [\"all\"], \"certainty\": \"certain\", "
  "\"sources\": [\"s\"]}],"
  "\"places\": [{\"id\": \"town\", \"names\": [{\"en\": \"Town\"}], \"kind\": \"town\", \"at\": "
  "[%s, %s], \"rank\": 1, \"sources\": [\"s\"]}],"
  "\"treaties\": [], \"articles\": [], \"events\": [],"
  "\"relief\": {\"west\": -180, \"north\": 90, \"steps_per_degree\": 1, \"columns\": 360, "
  "\"metres\": 10, \"heights\": \"%s\"},"
  "\"geography\": {\"type\": \"Topology\", \"arcs\": [%s], \"arc_properties\": [%s], \"objects\": {"
  "\"areas\": {\"type\": \"GeometryCollection\", \"geometries\": [%s]},"
  "\"context\": {\"type\": \"GeometryCollection\", \"geometries\": [%s]},"
  "\"lakes\": {\"type\": \"GeometryCollection\", \"geometries\": []},"
  "\"rivers\": {\"type\": \"GeometryCollection\", \"geometries\": [%s]},"
  "\"frontiers\": {\"type\": \"GeometryCollection\", \"geometries\": [%s]}}}}";

/* What grows while the geography is written */
typedef struct
{
  GString *arcs;
  GString *properties;
  GString *areas;
  GString *context;
  int      n_arcs;
} KaLandWriter;

static inline void
ka_land_test_add_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_dtostr (buffer, sizeof buffer, number));
}

static inline double
ka_land_test_wrap (double lon)
{
  return lon > 180 ? lon - 360 : lon;
}

/* Adds an arc and returns its number */
static inline int
ka_land_test_add_arc (KaLandWriter *self, const double (*points)[2], int n_points, const char *kind)
{
  g_string_append (self->arcs, self->n_arcs > 0 ? ", [" : "[");
  for (int i = 0; i < n_points; i++)
    {
      g_string_append (self->arcs, i > 0 ? ", [" : "[");
      ka_land_test_add_number (self->arcs, points[i][0]);
      g_string_append (self->arcs, ", ");
      ka_land_test_add_number (self->arcs, points[i][1]);
      g_string_append_c (self->arcs, ']');
    }
  g_string_append_c (self->arcs, ']');
  g_string_append_printf (self->properties,
                          "%s{\"kind\": \"%s\", \"accuracy_km\": 1, \"evidence\": \"hand\"}",
                          self->n_arcs > 0 ? ", " : "", kind);

  return self->n_arcs++;
}

/* Adds a box as a polygon, cut at 180 degrees (RFC 7946, 3.1.9); @west is at most 180 */
static inline void
ka_land_test_add_area (KaLandWriter *self, const char *id, KaPoint low, KaPoint high)
{
  double pieces[2][2] = { { low.x, MIN (high.x, 180) }, { -180, high.x - 360 } };
  int    n_pieces = high.x > 180 ? 2 : 1;

  if (low.x >= 180)
    {
      pieces[0][0] -= 360;
      pieces[0][1] = high.x - 360;
      n_pieces = 1;
    }
  g_string_append_printf (self->areas, "%s{\"type\": \"MultiPolygon\", \"id\": \"%s\", \"arcs\": [",
                          self->areas->len > 0 ? ", " : "", id);
  for (int i = 0; i < n_pieces; i++)
    {
      const double corners[5][2] = { { pieces[i][0], low.y },
                                     { pieces[i][1], low.y },
                                     { pieces[i][1], high.y },
                                     { pieces[i][0], high.y },
                                     { pieces[i][0], low.y } };

      /* Each side is an arc: a cut is no coast */
      for (int side = 0; side < 4; side++)
        ka_land_test_add_arc (self, corners + side, 2, "coast");
      g_string_append_printf (self->areas, "%s[[%d, %d, %d, %d]]", i > 0 ? ", " : "",
                              self->n_arcs - 4, self->n_arcs - 3, self->n_arcs - 2,
                              self->n_arcs - 1);
    }
  g_string_append (self->areas, "]}");
}

/* Heights of the whole Earth, two digits each, with slopes everywhere */
static inline char *
ka_land_test_make_heights (void)
{
  GString *heights = g_string_sized_new (2 * 360 * 180);

  for (int row = 0; row < 180; row++)
    for (int column = 0; column < 360; column++)
      g_string_append_printf (heights, "%02x", (row * 7 + column * 13) % 256);

  return g_string_free (heights, FALSE);
}

static inline void
ka_land_test_init (KaLandWriter *self)
{
  *self = (KaLandWriter){ g_string_new (NULL), g_string_new (NULL), g_string_new (NULL),
                          g_string_new (NULL), 0 };
}

/* Adds a line of the objects "frontiers" or "rivers" */
static inline char *
ka_land_test_add_line (KaLandWriter *self,
                       const char   *id,
                       const double (*points)[2],
                       int         n_points,
                       const char *kind)
{
  return g_strdup_printf ("{\"type\": \"LineString\", \"id\": \"%s\", \"arcs\": [%d]}", id,
                          ka_land_test_add_arc (self, points, n_points, kind));
}

/* Adds land outside the atlas, a ring without a crossing */
static inline void
ka_land_test_add_context (KaLandWriter *self, const double (*points)[2], int n_points)
{
  g_string_append_printf (self->context,
                          "%s{\"type\": \"Polygon\", \"id\": \"c%d\", \"arcs\": [[%d]]}",
                          self->context->len > 0 ? ", " : "", self->n_arcs,
                          ka_land_test_add_arc (self, points, n_points, "coast"));
}

/** ka_land_test_finish: frees a writer. Returns: (transfer full): the document of an atlas. */
static inline char *
ka_land_test_finish (KaLandWriter       *self,
                     const KaLandExtent *extent,
                     KaPoint             town,
                     const char         *heights,
                     const char         *rivers,
                     const char         *frontiers)
{
  const double values[6] = { extent->west,  extent->south, extent->east,
                             extent->north, town.x,        town.y };
  char         n[6][G_ASCII_DTOSTR_BUF_SIZE];
  char        *document;

  for (int i = 0; i < 6; i++)
    g_ascii_dtostr (n[i], sizeof n[i], values[i]);
  document = g_strdup_printf (ka_land_test_form, n[0], n[1], n[2], n[3], n[4], n[5], heights,
                              self->arcs->str, self->properties->str, self->areas->str,
                              self->context->str, rivers, frontiers);
  g_string_free (self->arcs, TRUE);
  g_string_free (self->properties, TRUE);
  g_string_free (self->areas, TRUE);
  g_string_free (self->context, TRUE);

  return document;
}

/** ka_land_test_write: Returns: (transfer full): the document of an atlas of an extent. */
static inline char *
ka_land_test_write (const KaLandExtent *extent)
{
  double           width = extent->east - extent->west + (extent->east <= extent->west ? 360 : 0);
  double           height = extent->north - extent->south;
  double           middle = extent->west + width / 2;
  double           south = extent->south + height / 8, north = extent->north - height / 8;
  const double     line[2][2] = { { ka_land_test_wrap (middle), south },
                                  { ka_land_test_wrap (middle), north } };
  const double     river[2][2] = { { ka_land_test_wrap (middle), south },
                                   { ka_land_test_wrap (middle), south + height / 4 } };
  KaPoint          town = { ka_land_test_wrap (middle + width / 16), south + height / 3 };
  KaLandWriter     writer;
  g_autofree char *heights = ka_land_test_make_heights ();
  g_autofree char *rivers = NULL, *frontiers = NULL;

  ka_land_test_init (&writer);
  ka_land_test_add_area (&writer, "west", (KaPoint){ middle - width * 3 / 8, south },
                         (KaPoint){ middle, north });
  ka_land_test_add_area (&writer, "east", (KaPoint){ middle, south },
                         (KaPoint){ middle + width * 3 / 8, north });
  rivers = ka_land_test_add_line (&writer, "r", river, 2, "water");
  frontiers = ka_land_test_add_line (&writer, "middle", line, 2, "line");

  return ka_land_test_finish (&writer, extent, town, heights, rivers, frontiers);
}

/** ka_land_test_load_document: Returns: (transfer full) (nullable): the atlas of a document, or
 * %NULL where it has faults. */
static inline KaAtlas *
ka_land_test_load_document (const char *document)
{
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GFile) file = NULL;
  KaAtlas *atlas;
  int      fd = g_file_open_tmp ("kars-atlas-XXXXXX.json", &name, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (name, document, -1, NULL));
  file = g_file_new_for_path (name);
  atlas = ka_atlas_load (file, &faults, NULL);
  g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
  for (guint i = 0; g_test_initialized () && i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_test_message ("%s", line);
    }
  g_assert_cmpint (g_unlink (name), ==, 0);

  return atlas;
}

/** ka_land_test_load: Returns: (transfer full): an atlas of an extent, without a fault. */
static inline KaAtlas *
ka_land_test_load (const KaLandExtent *extent)
{
  g_autofree char *document = ka_land_test_write (extent);
  KaAtlas         *atlas = ka_land_test_load_document (document);

  g_assert_nonnull (atlas);

  return atlas;
}

G_END_DECLS
