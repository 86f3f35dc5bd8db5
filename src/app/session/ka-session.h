/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ka-view-state.h"

G_BEGIN_DECLS

#define KA_TYPE_SESSION (ka_session_get_type ())

/**
 * KaSession:
 *
 * The one view state: everything that a person can change while looking. Map, timeline, list and
 * reading pane observe its properties and write to it; none of them knows another.
 */
G_DECLARE_FINAL_TYPE (KaSession, ka_session, KA, SESSION, GObject)

/**
 * ka_session_new:
 * @atlas: what is looked at; the session keeps a reference
 *
 * Returns: (transfer full): a session on the day that the atlas opens on, nothing selected
 */
KaSession *ka_session_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_session_get_atlas:
 * @self: a session
 *
 * Returns: (transfer none): what is looked at
 */
KaAtlas *ka_session_get_atlas (KaSession *self);

/**
 * ka_session_get_day:
 * @self: a session
 *
 * Returns: the day that is shown
 */
KaDay ka_session_get_day (KaSession *self);

/**
 * ka_session_get_selection:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is selected
 */
const KaItem *ka_session_get_selection (KaSession *self);

/**
 * ka_session_get_hover:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what the pointer is on
 */
const KaItem *ka_session_get_hover (KaSession *self);

/**
 * ka_session_get_categories:
 * @self: a session
 *
 * Returns: the categories of events that stand out
 */
KaCategory ka_session_get_categories (KaSession *self);

/**
 * ka_session_get_language:
 * @self: a session
 *
 * Returns: the language of the content
 */
KaLanguage ka_session_get_language (KaSession *self);

/**
 * ka_session_get_state:
 * @self: a session
 *
 * Returns: what painters need of it
 */
KaViewState ka_session_get_state (KaSession *self);

/**
 * ka_session_get_can_go_back:
 * @self: a session
 *
 * Returns: whether something was looked at before
 */
gboolean ka_session_get_can_go_back (KaSession *self);

/**
 * ka_session_get_can_go_forward:
 * @self: a session
 *
 * Returns: whether one went back before
 */
gboolean ka_session_get_can_go_forward (KaSession *self);

/**
 * ka_session_set_day:
 * @self: a session
 * @day: the day to show
 *
 * Moves the playhead. The selection stays; the day is kept with the current step of the history, so
 * that coming back to it shows it as it was left.
 */
void ka_session_set_day (KaSession *self, KaDay day);

/**
 * ka_session_set_hover:
 * @self: a session
 * @item: (nullable): an item of the atlas
 */
void ka_session_set_hover (KaSession *self, const KaItem *item);

/**
 * ka_session_set_step:
 * @self: a session
 * @step: a step of the selected annex, from 1, or 0 for none; what it does not have is none
 *
 * Lights the piece of line that a step describes, as long as its annex is selected.
 */
void ka_session_set_step (KaSession *self, guint step);

/**
 * ka_session_set_hover_step:
 * @self: a session
 * @step: a step of the selected annex, from 1, or 0 for none
 *
 * Shows beforehand what ka_session_set_step() would light.
 */
void ka_session_set_hover_step (KaSession *self, guint step);

/**
 * ka_session_set_categories:
 * @self: a session
 * @categories: the events that stand out
 */
void ka_session_set_categories (KaSession *self, KaCategory categories);

/**
 * ka_session_set_hidden_layers:
 * @self: a session
 * @layers: the parts of the map to put away
 */
void ka_session_set_hidden_layers (KaSession *self, KaMapLayer layers);

/**
 * ka_session_pin_day:
 * @self: a session
 * @day: a day to compare the one that is shown with
 */
void ka_session_pin_day (KaSession *self, KaDay day);

/**
 * ka_session_unpin_day:
 * @self: a session
 *
 * Ends the comparison, or does nothing.
 */
void ka_session_unpin_day (KaSession *self);

/**
 * ka_session_set_range:
 * @self: a session
 * @range: the days to mark, one or more
 */
void ka_session_set_range (KaSession *self, KaSpan range);

/**
 * ka_session_clear_range:
 * @self: a session
 *
 * Marks nothing.
 */
void ka_session_clear_range (KaSession *self);

/**
 * ka_session_fold_groups:
 * @self: a session
 * @groups: the groups of the timeline of which only the header is shown, bit n for group n
 *
 * Folds these, unfolds the others.
 */
void ka_session_fold_groups (KaSession *self, guint64 groups);

/**
 * ka_session_select:
 * @self: a session
 * @item: (nullable): an item of the atlas, or %NULL for nothing
 *
 * Selects. Events, articles, annexes and treaties also move the day to theirs; a frontier only when
 * it did not exist on the day that is shown. The step is added to the history.
 */
void ka_session_select (KaSession *self, const KaItem *item);

/**
 * ka_session_pass:
 * @self: a session
 * @item: (nullable): an item of the atlas, or %NULL for nothing
 *
 * Selects in passing, as while playing: the same, but in place of the current step of the history.
 */
void ka_session_pass (KaSession *self, const KaItem *item);

/**
 * ka_session_go_back:
 * @self: a session
 *
 * Shows what was looked at before, or does nothing.
 */
void ka_session_go_back (KaSession *self);

/**
 * ka_session_go_forward:
 * @self: a session
 *
 * Undoes a step back, or does nothing.
 */
void ka_session_go_forward (KaSession *self);

G_END_DECLS
