/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-topology.h"

G_BEGIN_DECLS

/**
 * KaBox:
 * @x0: left edge
 * @y0: top edge, or bottom edge where y runs up
 * @x1: right edge
 * @y1: the edge opposite @y0
 *
 * A rectangle. By value. Its user names the unit. Empty when @x1 < @x0 or @y1 < @y0.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} KaBox;

/** KA_BOX_NOTHING: the empty box that leaves any box as it is when the two are united. */
#define KA_BOX_NOTHING ((KaBox){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

/** ka_box_is_empty: whether no point lies in the box. */
static inline gboolean
ka_box_is_empty (KaBox box)
{
  return box.x1 < box.x0 || box.y1 < box.y0;
}

/** ka_box_has: whether a point lies in the box or on its edge. */
static inline gboolean
ka_box_has (KaBox box, KaPoint point)
{
  return box.x0 <= point.x && point.x <= box.x1 && box.y0 <= point.y && point.y <= box.y1;
}

/** ka_box_covers: whether @outer has all corners of @inner. */
static inline gboolean
ka_box_covers (KaBox outer, KaBox inner)
{
  return outer.x0 <= inner.x0 && inner.x1 <= outer.x1 && outer.y0 <= inner.y0 &&
         inner.y1 <= outer.y1;
}

/** ka_box_meets: whether two boxes share a point; edges count. */
static inline gboolean
ka_box_meets (KaBox a, KaBox b)
{
  return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

/** ka_box_grow: the box with each edge moved outward by @by, in the unit of the box. */
static inline KaBox
ka_box_grow (KaBox box, double by)
{
  return (KaBox){ box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by };
}

/** ka_box_intersect: the points that both boxes have; empty when they do not meet. */
static inline KaBox
ka_box_intersect (KaBox a, KaBox b)
{
  return (KaBox){ MAX (a.x0, b.x0), MAX (a.y0, b.y0), MIN (a.x1, b.x1), MIN (a.y1, b.y1) };
}

/** ka_box_unite: the smallest box around both. */
static inline KaBox
ka_box_unite (KaBox a, KaBox b)
{
  return (KaBox){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

/** ka_box_add: the smallest box around a box and a point. */
static inline KaBox
ka_box_add (KaBox box, KaPoint at)
{
  return ka_box_unite (box, (KaBox){ at.x, at.y, at.x, at.y });
}

/** ka_box_around: the smallest box around points (array length=n_points). */
static inline KaBox
ka_box_around (const KaPoint *points, gsize n_points)
{
  KaBox box = KA_BOX_NOTHING;

  for (gsize i = 0; i < n_points; i++)
    box = ka_box_add (box, points[i]);

  return box;
}

G_END_DECLS
