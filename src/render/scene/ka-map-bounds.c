/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures the boxes of a map: what is shown first, and how far a view may move.
 */

#include "config.h"

#include "ka-map-geometry.h"

#include <math.h>

/* How many times as wide and high as the extent the limits can be, on each side of it */
#define REACH 1.5
/* How far beyond the extent one can go, as a part of its longer side */
#define MARGIN 0.4
/* The samples of each edge of the data */
#define N_SAMPLES 64

KaBox
ka_map_measure_extent (const KaProjection *projection, const KaAtlasHead *head)
{
  return ka_projection_project_box (projection, head->south_west_deg, head->north_east_deg);
}

/* The box around the data in degrees, near the extent; x counts from the meridian in the middle */
static KaBox
measure_data (const KaProjection *projection, const KaAtlasHead *head, const KaTopology *topology)
{
  double width = ka_projection_get_width_deg (head->south_west_deg, head->north_east_deg);
  double height = head->north_east_deg.y - head->south_west_deg.y;
  double west = ka_projection_turn (projection, head->south_west_deg.x);
  KaBox  data = KA_BOX_NOTHING;

  for (gsize i = 0; i < topology->n_arcs; i++)
    for (gsize j = 0; j < topology->arcs[i].n_points; j++)
      {
        KaPoint at = topology->arcs[i].points[j];

        data = ka_box_add (data, (KaPoint){ ka_projection_turn (projection, at.x), at.y });
      }

  return (KaBox){ MAX (data.x0, west - REACH * width),
                  MAX (data.y0, head->south_west_deg.y - REACH * height),
                  MIN (data.x1, west + (1 + REACH) * width),
                  MIN (data.y1, head->north_east_deg.y + REACH * height) };
}

/* The largest upright box inside the data, whose edges are parallels and meridians: each edge of it
 * touches an edge of the data at its innermost point. */
static KaBox
find_inner_box (const KaProjection *projection, KaBox degrees)
{
  KaBox inner = { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };

  for (int i = 0; i <= N_SAMPLES; i++)
    {
      double  lon = degrees.x0 + (degrees.x1 - degrees.x0) * i / N_SAMPLES;
      double  lat = degrees.y0 + (degrees.y1 - degrees.y0) * i / N_SAMPLES;
      KaPoint west = { degrees.x0, lat };
      KaPoint east = { degrees.x1, lat };

      inner.x0 = MAX (inner.x0, ka_projection_forward_turned (projection, west).x);
      inner.x1 = MIN (inner.x1, ka_projection_forward_turned (projection, east).x);
      inner.y0 = MAX (inner.y0,
                      ka_projection_forward_turned (projection, (KaPoint){ lon, degrees.y0 }).y);
      inner.y1 = MIN (inner.y1,
                      ka_projection_forward_turned (projection, (KaPoint){ lon, degrees.y1 }).y);
    }

  return inner;
}

KaBox
ka_map_measure_limits (const KaProjection *projection,
                       const KaAtlasHead  *head,
                       const KaTopology   *topology)
{
  KaBox  extent = ka_map_measure_extent (projection, head);
  KaBox  degrees = measure_data (projection, head, topology);
  double longest = MAX (extent.x1 - extent.x0, extent.y1 - extent.y0);
  KaBox  inner = extent;

  if (!ka_box_is_empty (degrees))
    inner = ka_box_intersect (find_inner_box (projection, degrees),
                              ka_box_grow (extent, longest * MARGIN));

  return ka_box_is_empty (inner) ? extent : ka_box_unite (inner, extent);
}
