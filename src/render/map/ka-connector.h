/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"
#include "ka-theme.h"

G_BEGIN_DECLS

/**
 * KaConnector:
 * @place: the place that it leads to
 * @points: a cubic curve on the map, in user units from its top left corner: from the gate on its
 * lower edge to the place
 * @is_outside: the place is not in view; the curve ends at the edge with an arrow towards it
 *
 * A curve from an event on a timeline below the map to one of its places.
 */
typedef struct
{
  const KaPlace *place;
  KaPoint        points[4];
  gboolean       is_outside;
} KaConnector;

/** ka_connector_has_any: whether @item (nullable) is an event with a place to lead to. */
gboolean ka_connector_has_any (const KaItem *item);

/** ka_connector_get_gate: the point where all connectors of an event at @mark, which may be
 * outside, enter the map; both in user units from its top left corner. */
KaPoint ka_connector_get_gate (const KaViewport *viewport, KaPoint mark);

/** ka_connector_list: makes a curve to each place of an event that is a point, not a water. @mark
 * is below the map, in user units from its top left corner. No curve leaves the map. Returns:
 * (transfer full) (element-type KaConnector): the curves; none for other items. */
GArray *ka_connector_list (KaMapScene       *scene,
                           const KaItem     *item,
                           const KaViewport *viewport,
                           KaPoint           mark) G_GNUC_WARN_UNUSED_RESULT;

/** ka_connector_paint: paints connectors (element-type KaConnector) on the map, in user units. */
void ka_connector_paint (cairo_t *cr, const GArray *connectors, const KaTheme *theme);

/** ka_connector_paint_trunk: draws the common part of all connectors of an event, from @mark to the
 * gate. Both are in user units of the picture with map and timeline. */
void ka_connector_paint_trunk (cairo_t *cr, KaPoint mark, KaPoint gate, const KaTheme *theme);

G_END_DECLS
