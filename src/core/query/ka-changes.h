/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/** KaChangeKind: what changes on a day, in the order of a list. */
typedef enum
{
  KA_CHANGE_HOLDER,    /* another holder */
  KA_CHANGE_STATUS,    /* the same holder; another kind, title or autonomy */
  KA_CHANGE_CONFIRMED, /* the same holder and status, by another instrument */
  KA_CHANGE_CLAIMED,   /* a claim begins */
  KA_CHANGE_DROPPED,   /* a claim ends */
  KA_CHANGE_DRAWN,     /* a frontier begins */
  KA_CHANGE_ENDED,     /* a frontier ends */
} KaChangeKind;

/**
 * KaChange:
 * @kind: what changes
 * @day: the first day after the change
 * @areas: (element-type KaArea): areas that change alike, in the order of the atlas; empty for a
 * frontier
 * @before: (nullable): the tenure or claim of the first area that ends; %NULL for a new claim or
 * frontier
 * @after: (nullable): the tenure or claim of the first area that begins; %NULL for the end of a
 * claim or frontier
 * @frontier: (nullable): the frontier that begins or ends
 * @instrument: (nullable): the article, annex, treaty or event by which it changes; unknown for an
 * end
 * @event: (nullable): the event of that day that is, signs or carries out @instrument
 *
 * A change from one day to the next.
 */
typedef struct
{
  KaChangeKind      kind;
  KaDay             day;
  GPtrArray        *areas;
  const KaTenure   *before;
  const KaTenure   *after;
  const KaFrontier *frontier;
  const KaItem     *instrument;
  const KaEvent    *event;
} KaChange;

/**
 * ka_query_changes_between:
 * @atlas: an atlas
 * @from: a day
 * @to: a later day
 *
 * Finds what changes after @from, up to and with @to: holders of land and how they hold it, claims,
 * frontiers. Areas that change alike on one day are one change. O(areas × tenures + events).
 *
 * Returns: (transfer full) (element-type KaChange): the changes by day, then by kind
 */
GPtrArray *
ka_query_changes_between (KaAtlas *atlas, KaDay from, KaDay to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
