/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a land somewhere on the Earth: extent, areas, coasts with islands in lakes, lines,
 * who held what from when to when, and the name of a town. The land is drawn on any day, from any
 * distance and in any theme, and each point can be picked.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-fuzz-draw.h"
#include "ka-fuzz-load.h"
#include "ka-land-test.h"

#define MAX_POINTS  40
#define MAX_CORNERS 12
#define N_PICTURES  2

static KaPoint
take_point (KaFuzzBytes *self, KaPoint low, KaPoint high)
{
  KaPoint point;

  point.x = ka_fuzz_take_number (self, low.x, high.x);
  point.y = ka_fuzz_take_number (self, low.y, high.y);
  return point;
}

static KaLandExtent
take_extent (KaFuzzBytes *self)
{
  KaLandExtent extent = { .name = "fuzz" };
  double       height;

  extent.west = ka_fuzz_take_number (self, -180, 180);
  extent.east = ka_fuzz_take_number (self, -180, 180);
  extent.south = ka_fuzz_take_number (self, -90, 89.9);
  height = (90 - extent.south) * pow (ka_fuzz_take_number (self, 0.001, 1), 3);
  extent.north = MIN (extent.south + MAX (height, 1e-6), 90);
  if (extent.east == extent.west)
    extent.east = extent.west < 0 ? extent.west + 1e-5 : extent.west - 1e-5;
  return extent;
}

static int
take_line (KaFuzzBytes *self, double (*points)[2])
{
  int n_points = 2 + (int) (ka_fuzz_take_byte (self) % (MAX_POINTS - 2));

  for (int i = 0; i < n_points; i++)
    {
      points[i][0] = ka_fuzz_take_number (self, -180, 180);
      points[i][1] = ka_fuzz_take_number (self, -90, 90);
    }
  return n_points;
}

/* Adds a star as an arc: a ring round a point that does not cross itself, within a reach from it.
 */
static int
add_star (KaFuzzBytes *self, KaLandWriter *writer, KaPoint middle, KaPoint least, KaPoint reach)
{
  double points[MAX_CORNERS + 1][2];
  int    n_corners = 3 + (int) (ka_fuzz_take_byte (self) % (MAX_CORNERS - 2));

  for (int i = 0; i < n_corners; i++)
    {
      double part = ka_fuzz_take_number (self, 0, 1);
      double angle = 2 * G_PI * i / n_corners;

      points[i][0] = middle.x + cos (angle) * (least.x + (reach.x - least.x) * part);
      points[i][1] = middle.y + sin (angle) * (least.y + (reach.y - least.y) * part);
    }
  memcpy (points[n_corners], points[0], sizeof points[0]);
  return ka_land_test_add_arc (writer, (const double (*)[2]) points, n_corners + 1, "coast");
}

/* Adds a piece of land outside the atlas, perhaps with a hole. */
static void
add_context (KaFuzzBytes *self, KaLandWriter *writer)
{
  KaPoint middle = take_point (self, (KaPoint){ -179.9, -89.9 }, (KaPoint){ 179.9, 89.9 });
  KaPoint reach = take_point (self, (KaPoint){ 0.01, 0.01 },
                              (KaPoint){ 180 - fabs (middle.x), 90 - fabs (middle.y) });
  KaPoint least = { reach.x / 2, reach.y / 2 };
  KaPoint hole = { reach.x / 8, reach.y / 8 };
  int     outline = add_star (self, writer, middle, least, reach);

  g_string_append_printf (writer->context,
                          "%s{\"type\": \"Polygon\", \"id\": \"c%d\", \"arcs\": [[%d]",
                          writer->context->len > 0 ? ", " : "", outline, outline);
  if (ka_fuzz_take_byte (self) % 2 == 1)
    g_string_append_printf (
      writer->context, ", [%d]",
      add_star (self, writer, middle, (KaPoint){ hole.x / 2, hole.y / 2 }, hole));
  g_string_append (writer->context, "]}");
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  KaDay first = *(const KaDay *) a, second = *(const KaDay *) b;

  return (first > second) - (first < second);
}

static void
add_tenure (GString    *tenures,
            const char *id,
            const char *area,
            const char *holder,
            const char *kind,
            KaSpan      span)
{
  g_autofree char *from = span.from == KA_DAY_MIN ? NULL : ka_day_to_iso (span.from);
  g_autofree char *to = span.to == KA_DAY_MAX ? NULL : ka_day_to_iso (span.to);

  g_string_append_printf (
    tenures,
    "{\"id\": \"%s\", \"areas\": [\"%s\"], \"holder\": \"%s\", \"kind\": "
    "\"%s\", %s%s%s%s%s%s\"certainty\": \"%s\", \"sources\": [\"s\"]}, ",
    id, area, holder, kind, from != NULL ? "\"from\": \"" : "", from != NULL ? from : "",
    from != NULL ? "\", " : "", to != NULL ? "\"to\": \"" : "", to != NULL ? to : "",
    to != NULL ? "\", " : "", span.from == KA_DAY_MIN ? "certain" : "uncertain");
}

/* What follows each other in the west, and claims on the east; instead of the only tenure of the
 * west in the document of ka-land-test.h. */
static char *
take_tenures (KaFuzzBytes *self)
{
  static const char *const kinds[] = { "de-jure", "de-facto", "occupied", "contested" };
  static const char *const holders[] = { "western", "eastern" };
  GString                 *tenures = g_string_new (NULL);
  KaDay                    days[4];
  guint                    n_days = ka_fuzz_take_byte (self) % G_N_ELEMENTS (days);
  KaDay                    from = KA_DAY_MIN;

  for (guint i = 0; i < n_days; i++)
    days[i] = ka_fuzz_take_day (self);
  qsort (days, n_days, sizeof days[0], compare_days);
  for (guint i = 0; i <= n_days; i++)
    {
      KaDay            to = i < n_days ? days[i] : KA_DAY_MAX;
      g_autofree char *id = g_strdup_printf ("w%u", i);
      const char      *holder, *kind;

      if (to <= from)
        continue;
      holder = holders[ka_fuzz_take_byte (self) % G_N_ELEMENTS (holders)];
      kind = kinds[ka_fuzz_take_byte (self) % G_N_ELEMENTS (kinds)];
      add_tenure (tenures, id, "west", holder, kind, (KaSpan){ from, to });
      if (i % 2 == 1)
        {
          g_autofree char *claim = g_strdup_printf ("c%u", i);

          add_tenure (tenures, claim, "east", "western", "claimed", (KaSpan){ from, to });
        }
      from = to;
    }
  return g_string_free (tenures, FALSE);
}

/* A name as a string of JSON may hold it. */
static char *
take_name (KaFuzzBytes *self)
{
  char *name = ka_fuzz_take_text (self, '\0');

  for (char *at = name; *at != '\0'; at++)
    if ((guchar) *at < ' ' || *at == '"' || *at == '\\' || *at == '\x7f')
      *at = ' ';
  return name;
}

/* Puts @text for the first place of @old, which is there. */
static char *
replace (const char *document, const char *old, const char *text)
{
  const char *at = strstr (document, old);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - document), document, text, at + strlen (old));
}

static char *
take_land (KaFuzzBytes *self)
{
  KaLandExtent     extent = take_extent (self);
  double           divide = ka_fuzz_take_number (self, -179, 179);
  KaPoint          low = take_point (self, (KaPoint){ -180, -90 }, (KaPoint){ divide, 89 });
  KaPoint          high = take_point (self, (KaPoint){ divide, low.y }, (KaPoint){ 180, 90 });
  double           points[MAX_POINTS][2];
  int              n_points;
  KaLandWriter     writer;
  KaPoint          town;
  g_autofree char *heights = g_strnfill (720 * 2, "04ac"[ka_fuzz_take_byte (self) % 4]);
  g_autofree char *rivers = NULL, *frontiers = NULL;

  ka_land_test_init (&writer);
  ka_land_test_add_area (&writer, "west", low, (KaPoint){ divide, high.y });
  ka_land_test_add_area (&writer, "east", (KaPoint){ divide, low.y }, high);
  for (guint n = ka_fuzz_take_byte (self) % 4; n > 0; n--)
    add_context (self, &writer);
  n_points = take_line (self, points);
  rivers = ka_land_test_add_line (&writer, "r", (const double (*)[2]) points, n_points, "water");
  n_points = take_line (self, points);
  frontiers = ka_land_test_add_line (&writer, "middle", (const double (*)[2]) points, n_points,
                                     "line");
  town = take_point (self, (KaPoint){ -180, -90 }, (KaPoint){ 180, 90 });
  return ka_land_test_finish (&writer, &extent, town, heights, rivers, frontiers);
}

static char *
take_document (KaFuzzBytes *self)
{
  g_autofree char *land = take_land (self);
  g_autofree char *tenures = take_tenures (self);
  g_autofree char *name = take_name (self);
  g_autofree char *held = replace (land,
                                   "{\"id\": \"w\", \"areas\": [\"west\"], \"holder\": "
                                   "\"western\", \"kind\": \"de-jure\", \"certainty\": "
                                   "\"certain\", \"sources\": [\"s\"]}, ",
                                   tenures);

  return *name == '\0' ? g_steal_pointer (&held) : replace (held, "Town", name);
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  KaFuzzBytes      self = { bytes, size };
  g_autofree char *document = take_document (&self);
  char            *why;
  g_autoptr (KaAtlas) atlas = ka_fuzz_load ((const guint8 *) document, strlen (document), &why);
  g_autoptr (KaMapScene) scene = NULL;

  if (atlas == NULL)
    return why;
  scene = ka_map_scene_new (atlas);
  for (int i = 0; i < N_PICTURES; i++)
    ka_fuzz_draw (&self, scene);
  return NULL;
}
