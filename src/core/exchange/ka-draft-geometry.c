/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The geography of a draft: arcs, the layers that are made of them, and what the map shows first.
 */
#include "config.h"

#include "ka-draft-private.h"
#include "ka-foreign-event.h"
#include "ka-grid-segments.h"
#include "ka-overlay.h"

#include <stdlib.h>
#include <string.h>

/* What the map shows beside the things on it, as a part of their extent, and the least of it. */
#define MARGIN         0.1
#define MIN_MARGIN_DEG 0.5

static const char *const layer_names[KA_N_LAYERS] = { "areas", "context", "lakes", "rivers",
                                                      "frontiers" };

static void
append_position (GString *text, KaPoint at)
{
  g_autofree char *x = ka_foreign_dup_degrees (at.x), *y = ka_foreign_dup_degrees (at.y);

  g_string_append_printf (text, "%s[%s,%s]", text->str[text->len - 1] == '[' ? "" : ",", x, y);
}

/* Adds an arc. Returns its number. */
static int
add_arc (KaDraft *self, const GArray *points, const char *kind)
{
  const char *comma = self->n_arcs > 0 ? "," : "";

  g_string_append_printf (self->arcs, "%s[", comma);
  for (guint i = 0; i < points->len; i++)
    {
      append_position (self->arcs, g_array_index (points, KaPoint, i));
      ka_draft_note_point (self, g_array_index (points, KaPoint, i));
    }
  g_string_append_c (self->arcs, ']');
  g_string_append_printf (self->arc_properties,
                          "%s{\"kind\":\"%s\",\"accuracy_km\":1,\"evidence\":\"file\"}", comma,
                          kind);
  return self->n_arcs++;
}

int
ka_draft_add_arcs (KaDraft *self, const GArray *arcs, KaLayer layer)
{
  const int first = self->n_arcs;

  for (guint i = 0; i < arcs->len; i++)
    {
      const KaOverlayArc *arc = &g_array_index (arcs, KaOverlayArc, i);
      const gboolean is_edge = arc->left == KA_OVERLAY_OUTSIDE || arc->right == KA_OVERLAY_OUTSIDE;

      add_arc (self, arc->points, layer == KA_LAYER_LAKES ? "water" : is_edge ? "coast" : "inner");
    }
  return first;
}

static void
begin_geometry (KaDraft *self, KaLayer layer, const char *type, const char *id)
{
  GString *text = self->layers[layer];

  g_string_append_printf (text, "%s{\"type\":\"%s\",\"id\":\"%s\",\"arcs\":[",
                          text->len > 0 ? "," : "", type, id);
}

void
ka_draft_add_outline (KaDraft      *self,
                      KaLayer       layer,
                      const char   *id,
                      const GArray *rings,
                      int           first_arc)
{
  GString *text = self->layers[layer];

  begin_geometry (self, layer, "MultiPolygon", id);
  for (guint i = 0; i < rings->len; i++)
    {
      const KaOverlayRing *ring = &g_array_index (rings, KaOverlayRing, i);

      g_string_append (text, i == 0 ? "[[" : ring->is_hole ? ",[" : "],[[");
      for (guint j = 0; j < ring->arcs->len; j++)
        {
          const int number = g_array_index (ring->arcs, int, j);

          g_string_append_printf (text, "%s%d", j > 0 ? "," : "",
                                  number < 0 ? number - first_arc : number + first_arc);
        }
      g_string_append_c (text, ']');
    }
  g_string_append (text, "]]}");
}

void
ka_draft_add_lines (KaDraft *self, KaLayer layer, const char *id, const GPtrArray *lines)
{
  begin_geometry (self, layer, "MultiLineString", id);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (
      self->layers[layer], "%s[%d]", i > 0 ? "," : "",
      add_arc (self, lines->pdata[i], layer == KA_LAYER_RIVERS ? "water" : "line"));
  g_string_append (self->layers[layer], "]}");
}

gboolean
ka_draft_add_polygons (KaDraft *self, KaLayer layer, const char *id, const GPtrArray *rings)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (KaGridSegment));
  g_autoptr (GError) error = NULL;
  g_autoptr (KaOverlay) overlay = NULL;

  for (guint i = 0; i < rings->len; i++)
    ka_grid_add_line (segments, rings->pdata[i], 0);
  overlay = ka_overlay_new (segments, &error);
  if (overlay == NULL)
    ka_draft_fault (self, KA_DRAFT_NOWHERE, "%s: %s", id, error->message);
  if (overlay == NULL || overlay->pieces->len == 0)
    return FALSE;
  ka_draft_add_outline (self, layer, id, g_array_index (overlay->pieces, KaOverlayPiece, 0).rings,
                        ka_draft_add_arcs (self, overlay->arcs, layer));
  return TRUE;
}

char *
ka_draft_dup_geography (const KaDraft *self)
{
  GString *text = g_string_new ("{\"type\": \"Topology\", \"arcs\": [");

  g_string_append_len (text, self->arcs->str, (gssize) self->arcs->len);
  g_string_append (text, "], \"arc_properties\": [");
  g_string_append_len (text, self->arc_properties->str, (gssize) self->arc_properties->len);
  g_string_append (text, "], \"objects\": {");
  for (guint i = 0; i < KA_N_LAYERS; i++)
    g_string_append_printf (text,
                            "%s\"%s\": {\"type\": \"GeometryCollection\", \"geometries\": [%s]}",
                            i > 0 ? ", " : "", layer_names[i], self->layers[i]->str);
  g_string_append (text, "}}");
  return g_string_free (text, FALSE);
}

void
ka_draft_note_life (KaDraft *self, KaSpan span)
{
  ka_draft_note_days (self, span);
  g_array_append_val (self->lives, span);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const KaDay first = *(const KaDay *) a, second = *(const KaDay *) b;

  return first < second ? -1 : first > second;
}

KaDay
ka_draft_find_fullest_day (const KaDraft *self)
{
  const guint       n = self->lives->len;
  g_autofree KaDay *starts = g_new (KaDay, n), *ends = g_new (KaDay, n);
  KaDay             fullest = self->dated.from;
  guint             most = 0;

  for (guint i = 0; i < n; i++)
    {
      starts[i] = g_array_index (self->lives, KaSpan, i).from;
      ends[i] = g_array_index (self->lives, KaSpan, i).to;
    }
  if (n == 0)
    return fullest;
  qsort (starts, n, sizeof *starts, compare_days);
  qsort (ends, n, sizeof *ends, compare_days);
  for (guint i = 0, over = 0; i < n; i++)
    {
      while (over < n && ends[over] <= starts[i])
        over++;
      if (i + 1 - over > most && (i + 1 == n || starts[i + 1] > starts[i]))
        {
          most = i + 1 - over;
          fullest = MAX (starts[i], self->dated.from);
        }
    }
  return fullest;
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
  margin_deg = MAX (MARGIN * (self->north_deg - self->south_deg), MIN_MARGIN_DEG);
  extent_deg[1] = MAX (self->south_deg - margin_deg, -90);
  extent_deg[3] = MIN (self->north_deg + margin_deg, 90);
  margin_deg = MAX (MARGIN * width_deg, MIN_MARGIN_DEG);
  if (width_deg + 2 * margin_deg >= 360)
    return;
  extent_deg[0] = wrap (west_deg - margin_deg);
  extent_deg[2] = wrap (east_deg + margin_deg);
}
