/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-view.h"
#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_TOUR_GUIDE (ka_tour_guide_get_type ())

/**
 * KaTourGuide: leads through a tour or a walk: each step sets day, selection, range and view. A
 * playing guide goes on by itself after the time that the paragraph takes to read. Another change
 * of the day or the selection pauses it. At the end the window is as it was before the tour.
 *
 * Signals: `changed`, when tour, step or playing change; `ended`, when a playing guide comes to the
 * end of a tour.
 */
G_DECLARE_FINAL_TYPE (KaTourGuide, ka_tour_guide, KA, TOUR_GUIDE, GObject)

/** ka_tour_guide_new: Returns: (transfer full): a guide without a tour; @map outlives it */
KaTourGuide *ka_tour_guide_new (KaSession *session, KaMapView *map) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_tour_guide_start:
 * @item: a tour, or an annex for which ka_walk_exists()
 *
 * Begins at the first step, not playing. What the window showed before the first tour in a row is
 * what ka_tour_guide_stop() brings back.
 */
void ka_tour_guide_start (KaTourGuide *self, const KaItem *item);

/** ka_tour_guide_resume: goes on with the tour of another guide, whose session was renewed for that
 * of @self, at the same step; nothing happens where the atlas has it no more; @from: that guide */
void ka_tour_guide_resume (KaTourGuide *self, KaTourGuide *from);

/** ka_tour_guide_stop: ends the tour, if there is one. Returns: whether there was one */
gboolean ka_tour_guide_stop (KaTourGuide *self);

/** ka_tour_guide_get_tour: Returns: (transfer none) (nullable): the tour under way */
const KaTour *ka_tour_guide_get_tour (KaTourGuide *self);

/** ka_tour_guide_get_step: Returns: the number of the step, from 0 */
gsize ka_tour_guide_get_step (KaTourGuide *self);

/** ka_tour_guide_can_go: Returns: whether there is a step that way; @direction: -1 or 1 */
gboolean ka_tour_guide_can_go (KaTourGuide *self, int direction);

/** ka_tour_guide_go: shows the next step in @direction, -1 or 1, if there is one */
void ka_tour_guide_go (KaTourGuide *self, int direction);

/** ka_tour_guide_get_is_playing: Returns: whether it goes on by itself */
gboolean ka_tour_guide_get_is_playing (KaTourGuide *self);

/** ka_tour_guide_set_is_playing: from the last step on, playing begins at the first one */
void ka_tour_guide_set_is_playing (KaTourGuide *self, gboolean is_playing);

/** ka_tour_guide_set_pace: @pace: how many times as fast as usual it plays, above 0 */
void ka_tour_guide_set_pace (KaTourGuide *self, double pace);

G_END_DECLS
