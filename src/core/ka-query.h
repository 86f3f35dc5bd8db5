/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * KaWhereabouts:
 * @area: (nullable): the area at the point; nothing else is set without one
 * @region: (nullable): the region that it belongs to
 * @tenure: (nullable): who held it on that day, in which way
 * @claims: (element-type KaTenure) (transfer container): claims on it that day
 *
 * What is at a point on a day.
 */
typedef struct
{
  const KaArea   *area;
  const KaRegion *region;
  const KaTenure *tenure;
  GPtrArray      *claims;
} KaWhereabouts;

/* Tenures of a day */
const KaTenure *ka_query_tenure_on (const KaArea *area, KaDay day);
GPtrArray      *ka_query_claims_on (const KaArea *area, KaDay day) G_GNUC_WARN_UNUSED_RESULT;
void            ka_query_epoch_at (KaAtlas *atlas, KaDay day, KaDay *from, KaDay *to);
const KaPolity *ka_query_whole_of (const KaPolity *polity, KaDay day);
KaWhereabouts   ka_query_whereabouts (KaAtlas *atlas, KaPoint point_deg, KaDay day);
void            ka_whereabouts_clear (KaWhereabouts *self);

/* What concerns an item: it and all that is bound to it. All return (transfer container), in order
 * of date */
GPtrArray *ka_query_tenures_about (KaAtlas *atlas, const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ka_query_articles_about (KaAtlas *atlas, const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ka_query_events_about (KaAtlas *atlas, const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
ka_query_areas_about (KaAtlas *atlas, const KaItem *item, KaDay day) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
ka_query_frontiers_about (KaAtlas *atlas, const KaItem *item, KaDay day) G_GNUC_WARN_UNUSED_RESULT;
KaDay ka_query_day_of (const KaItem *item);

/* Time index */
GPtrArray *ka_query_events_in (KaAtlas *atlas, KaDay from, KaDay to) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaWhereabouts, ka_whereabouts_clear)

G_END_DECLS
