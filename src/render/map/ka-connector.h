/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-scene.h"
#include "ka-theme.h"

G_BEGIN_DECLS

/**
 * KaConnector:
 * @place: where it leads to
 * @points: a cubic curve on the map, in user units from its top left corner: from the gate on its
 * lower edge to the place
 * @is_outside: the place is not in view; the curve ends at the edge with an arrow towards it
 *
 * A thread from an event on a timeline below the map to one of its places.
 */
typedef struct
{
  const KaPlace *place;
  KaPoint        points[4];
  gboolean       is_outside;
} KaConnector;

gboolean ka_connector_has_any (const KaItem *item);
KaPoint  ka_connector_get_gate (const KaViewport *viewport, KaPoint mark);
GArray  *ka_connector_list (KaMapScene       *scene,
                            const KaItem     *item,
                            const KaViewport *viewport,
                            KaPoint           mark) G_GNUC_WARN_UNUSED_RESULT;
void     ka_connector_paint (cairo_t *cr, const GArray *connectors, const KaTheme *theme);
void     ka_connector_paint_trunk (cairo_t *cr, KaPoint mark, KaPoint gate, const KaTheme *theme);

G_END_DECLS
