/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/** KaWhereabouts: what is at a point on a day. */
typedef struct
{
  const KaArea   *area;   /* (nullable): the area at the point; without one nothing else is set */
  const KaRegion *region; /* (nullable): the region that it belongs to */
  const KaTenure *tenure; /* (nullable): the tenure of that day */
  GPtrArray      *claims; /* (element-type KaTenure) (transfer container): claims on it that day */
} KaWhereabouts;

/**
 * ka_query_tenure_on:
 * @area: an area
 * @day: a day
 *
 * Finds the tenure of an area on a day; claims do not count. O(log tenures of the area).
 *
 * Returns: (transfer none) (nullable): the tenure, or %NULL on a day before the first one
 */
const KaTenure *ka_query_tenure_on (const KaArea *area, KaDay day);

/** ka_query_is_settled: Returns: whether the holder of a tenure has the title too: by right, or as
 * a government of the state that has it */
gboolean ka_query_is_settled (const KaTenure *tenure);

/** ka_query_title_of: Returns: (transfer none) (nullable): the polity that has the title to the
 * land of a tenure; %NULL where it is not settled */
const KaPolity *ka_query_title_of (const KaTenure *tenure);

/** ka_query_life_of: Returns: the days on which a polity, a line, a place or a tenure exists; of a
 * treaty, an article or an annex the days from its signature; of other items all days */
KaSpan ka_query_life_of (const KaItem *item);

/** ka_query_is_in_force: Returns: whether a line is in force on @day; a line that is not may be
 * signed or asserted on it */
gboolean ka_query_is_in_force (const KaFrontier *frontier, KaDay day);

/** ka_query_claims_on: Returns: (transfer container) (element-type KaTenure): the claims on it that
 * day, in order of their start */
GPtrArray *ka_query_claims_on (const KaArea *area, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_whole_of:
 * @polity: a polity
 * @day: a day
 *
 * Finds the greater whole that a polity belonged to on a day; of several the first in the list,
 * which is the nearest.
 *
 * Returns: (transfer none) (nullable): the whole, or %NULL when it stood for itself
 */
const KaPolity *ka_query_whole_of (const KaPolity *polity, KaDay day);

/**
 * ka_query_area_at:
 * @atlas: an atlas
 * @point_deg: a point
 *
 * Finds the area at a point by ka_topology_contains(). O(areas in the cell of a grid), and
 * O(points) of those whose bounds hold the point.
 *
 * Returns: (transfer none) (nullable): the area, or %NULL where there is none
 */
const KaArea *ka_query_area_at (KaAtlas *atlas, KaPoint point_deg);

/**
 * ka_query_whereabouts:
 * @atlas: an atlas
 * @point_deg: a point in degrees
 * @day: a day
 *
 * Finds what is at a point on a day; the area by ka_query_area_at().
 *
 * Returns: (transfer full): what is there; to be cleared with ka_whereabouts_clear()
 */
KaWhereabouts ka_query_whereabouts (KaAtlas *atlas, KaPoint point_deg, KaDay day);

/**
 * ka_whereabouts_clear:
 * @self: what ka_query_whereabouts() returned
 *
 * Frees what it holds; the struct itself is the caller's. May run twice.
 */
void ka_whereabouts_clear (KaWhereabouts *self);

/**
 * ka_query_tenures_about:
 * @atlas: an atlas
 * @item: an item of it
 *
 * Finds the tenures, claims included, that concern an item. Of a region or area: of its land; of a
 * place: of the area that it lies in; of a polity: those in which it was holder, sovereign or
 * autonomy; of an event, article or treaty: those that rest on it; of a frontier: those that rest
 * on its instrument; of a tenure: itself; of a source: those that cite it; of a correction: of what
 * it is about; of a term: none. O(tenures).
 *
 * Returns: (transfer container) (element-type KaTenure): the tenures by their first day
 */
GPtrArray *ka_query_tenures_about (KaAtlas *atlas, const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_articles_about:
 * @atlas: an atlas
 * @item: an item of it
 *
 * Finds the articles and annexes that concern an item. Of a region: those that list it and the
 * general ones; of an area: of its region; of a place: those that list it and those of its area; of
 * a polity: those that bind it; of an event: those that it lists; of an article: itself and its
 * correspondences; of a treaty: its own; of a frontier: those that list it and its instrument (all
 * articles, where that is a treaty); of a tenure: its instrument likewise; of a source: those that
 * cite it; of a correction: of what it is about; of a term: none. O(articles).
 *
 * Returns: (transfer container) (element-type KaArticle): by date of the treaty, then number,
 * annexes after articles
 */
GPtrArray *ka_query_articles_about (KaAtlas *atlas, const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;

/** KaStanding: whether a clause is in force on a day, in the order of lists. */
typedef enum
{
  KA_STANDING_CURRENT, /* in force, or signed and in force later */
  KA_STANDING_EARLIER, /* in force no longer */
  KA_STANDING_NEVER,   /* signed, but never in force */
  KA_STANDING_LATER,   /* not signed yet */
} KaStanding;

/** KA_N_STANDINGS: the number of standings. */
#define KA_N_STANDINGS 4

/** ka_query_standing_of: Returns: its standing on that day */
KaStanding ka_query_standing_of (const KaArticle *article, KaDay day);

/**
 * ka_query_clauses_about:
 * @atlas: an atlas
 * @item: an item of it
 * @day: the day of the standings
 *
 * Finds the same as ka_query_articles_about() in another order.
 *
 * Returns: (transfer container) (element-type KaArticle): by standing on that day; where @item is
 * land, clauses about one region alone before others; then by days from @day to the signature of
 * the treaty; then by number, annexes after articles
 */
GPtrArray *
ka_query_clauses_about (KaAtlas *atlas, const KaItem *item, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_events_about:
 * @atlas: an atlas
 * @item: an item of it
 *
 * Finds the events that concern an item. Of a region: those that list it or that gave or took its
 * land; of an area: of its region, those that gave or took it, those at places in it; of a place,
 * article, polity or person: those that list it; of a treaty: those that list it or one of its
 * articles; of a frontier or tenure: its instrument and those that list that; of an event: itself;
 * of a source: those that cite it; of a correction: of what it is about; of a term: none.
 * O(events).
 *
 * Returns: (transfer container) (element-type KaEvent): the events in order of date
 */
GPtrArray *ka_query_events_about (KaAtlas *atlas, const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_treaties_signed_by:
 * @atlas: an atlas
 * @person: a person of it; of other items there are none
 *
 * Returns: (transfer container) (element-type KaTreaty): the treaties that a person signed, in the
 * order of the atlas
 */
GPtrArray *ka_query_treaties_signed_by (KaAtlas      *atlas,
                                        const KaItem *person) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_areas_about:
 * @atlas: an atlas
 * @item: an item of it
 * @day: a day; matters to polities only
 *
 * Finds the land that concerns an item. Of a region or tenure: its own; of a place: the area that
 * it lies in; of a polity: what it, or a part of it, held on @day, and where it was the autonomy;
 * of an event: of its regions and what it gave or took; of an article: of the regions that it lists
 * (of a general one: those alone); of a treaty: of its articles; of a frontier: of the regions that
 * it bounds; of a correction: of what it is about; of a source or a term: none. O(areas).
 *
 * Returns: (transfer container) (element-type KaArea): the areas in the order of the atlas
 */
GPtrArray *
ka_query_areas_about (KaAtlas *atlas, const KaItem *item, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_frontiers_about:
 * @atlas: an atlas
 * @item: an item of it
 * @day: a day; matters to regions and areas only
 *
 * Finds the frontier lines that concern an item. Of a region or area: those that bound it on @day;
 * of an article: those that it lists or drew; of a treaty: of its articles and those that it drew;
 * of an event: of its articles, those that it drew or whose instrument it lists; of a frontier:
 * itself; of a source: those that cite it; of a correction: of what it is about; of the rest: none.
 * O(frontiers).
 *
 * Returns: (transfer container) (element-type KaFrontier): the frontiers in the order of the atlas
 */
GPtrArray *
ka_query_frontiers_about (KaAtlas *atlas, const KaItem *item, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_find_change:
 * @atlas: an atlas
 * @item: an item of it, such as a region
 * @day: (inout): the day to start from; the day of the change, when there is one
 * @direction: 1 for the next change, -1 for the one before
 *
 * Finds the nearest day on which a tenure that concerns an item begins or ends, by
 * ka_query_tenures_about(). O(tenures).
 *
 * Returns: whether there is one
 */
gboolean ka_query_find_change (KaAtlas *atlas, const KaItem *item, KaDay *day, int direction);

/**
 * ka_query_trace_step:
 * @atlas: an atlas
 * @annex: an annex of it
 * @step: the number of one of its steps, from 1
 *
 * Finds the piece of the drawn line that a step of an annex describes. It lies on the pieces of the
 * step, starts at the nearest step before that has a place, and ends at the place of the step
 * itself or of the next step that has one. A step at the start of the line gives a single point.
 *
 * Returns: (transfer full) (element-type GArray): lines of #KaPoint in degrees in the order of the
 * line; empty for a step without pieces
 */
GPtrArray *
ka_query_trace_step (KaAtlas *atlas, const KaArticle *annex, guint step) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_query_lookup_step:
 * @atlas: an atlas
 * @reference: a reference as ka_atlas_lookup_reference() takes it; for a step of an annex its
 * number follows, as in `annex:kars-annex-1#3`
 * @step: (out): the number of the step, from 1; 0 without one
 *
 * Returns: (transfer none) (nullable): the item, or %NULL when there is none or it has no such step
 */
const KaItem *ka_query_lookup_step (KaAtlas *atlas, const char *reference, guint *step);

/** ka_query_count_steps: Returns: the number of steps that an annex describes its line in; 0 for
 * other items */
guint ka_query_count_steps (const KaItem *item);

/**
 * ka_query_day_of:
 * @item: an item
 *
 * Gets the day to show for an item: the first day of an event, tenure or frontier, the day of
 * signature of a treaty and its articles.
 *
 * Returns: the day, or %KA_DAY_MIN for an item without one
 */
KaDay ka_query_day_of (const KaItem *item);

/**
 * ka_query_twin_of:
 * @atlas: an atlas
 * @item: an item of it
 *
 * Finds the treaty that an event is the signature of, or the event that is the signature of a
 * treaty: the event lists the treaty, and both have one title. O(events).
 *
 * Returns: (transfer none) (nullable): the other one; %NULL for items without one
 */
const KaItem *ka_query_twin_of (KaAtlas *atlas, const KaItem *item);

/**
 * ka_query_dup_nearest_reference:
 * @atlas: an atlas
 * @reference: a reference that leads nowhere, as for ka_query_lookup_step()
 *
 * Finds the item whose id is most like that of @reference, of its kind where it names one. More
 * than a third of the letters wrong is no likeness. O(items).
 *
 * Returns: (transfer full) (nullable): a reference to it, or %NULL when no id is like it
 */
char *ka_query_dup_nearest_reference (KaAtlas    *atlas,
                                      const char *reference) G_GNUC_WARN_UNUSED_RESULT;

/** ka_query_find_nearest_word: Returns: (transfer none) (nullable): the one of @words, ended by
 * %NULL, that is most like a mistyped @word; %NULL when none is like it, as above */
const char *ka_query_find_nearest_word (const char *word, const char *const *words);

/** ka_query_places_of: Returns: (transfer none) (nullable): the places of an event, an article or
 * an annex, or %NULL for other kinds */
const KaList *ka_query_places_of (const KaItem *item);

/** ka_query_find_first_from: Returns: the number of the first of @events, in order of time, that
 * does not begin before @day; their number if all do. O(log events) */
gsize ka_query_find_first_from (const KaList *events, KaDay day);

/**
 * ka_query_occasion_of:
 * @atlas: an atlas
 * @day: a day
 *
 * Finds the event that a day is known for, in O(log events): the most important of those that begin
 * on it; of equal ones the first in the atlas. Events with a doubtful or inexact start do not
 * count. O(events).
 *
 * Returns: (transfer none) (nullable): the event, or %NULL on a day without one
 */
const KaEvent *ka_query_occasion_of (KaAtlas *atlas, KaDay day);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaWhereabouts, ka_whereabouts_clear)

G_END_DECLS
