/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ka-view-state.h"

G_BEGIN_DECLS

#define KA_TYPE_SESSION (ka_session_get_type ())

/**
 * KaSession: the one view state: everything that a person can change while looking. Map,
 * timeline, list and reading pane observe its properties and write to it; none of them knows
 * another.
 */
G_DECLARE_FINAL_TYPE (KaSession, ka_session, KA, SESSION, GObject)

/**
 * KaPageKind:
 * @KA_PAGE_ITEM: about the selection, or about the day without one
 * @KA_PAGE_CHANGES: about what changed between the two days of ka_view_state_get_days()
 * @KA_PAGE_COMPARISON: compares the selected treaty or article with a treaty
 *
 * What there is to read.
 */
typedef enum
{
  KA_PAGE_ITEM,
  KA_PAGE_CHANGES,
  KA_PAGE_COMPARISON,
} KaPageKind;

/**
 * ka_session_new:
 * @atlas: the atlas to show; the session keeps a reference
 *
 * Returns: (transfer full): a session on the default day of the atlas, with nothing selected
 */
KaSession *ka_session_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_session_renew:
 * @self: a session
 * @atlas: another version of its atlas
 *
 * Items are found again by their references: what @atlas lacks is no longer selected, compared or
 * in the history, and a filter loses it. Days beyond @atlas become its first or last one.
 *
 * Returns: (transfer full): a session on @atlas that shows what @self shows
 */
KaSession *ka_session_renew (KaSession *self, KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/** ka_session_get_atlas: Returns: (transfer none): the atlas that @self shows */
KaAtlas *ka_session_get_atlas (KaSession *self);

/** ka_session_watch: runs @callback with @observer, an object, when @property changes. */
void
ka_session_watch (KaSession *self, const char *property, GCallback callback, gpointer observer);

/** ka_session_get_day: Returns: the day that @self shows */
KaDay ka_session_get_day (KaSession *self);

/** ka_session_get_selection: Returns: (transfer none) (nullable): the selected item */
const KaItem *ka_session_get_selection (KaSession *self);

/** ka_session_get_page: Returns: what there is to read */
KaPageKind ka_session_get_page (KaSession *self);

/** ka_session_get_language: Returns: the language of the content */
KaLanguage ka_session_get_language (KaSession *self);

/** ka_session_get_state: Returns: the part of @self that painters need */
KaViewState ka_session_get_state (KaSession *self);

/** ka_session_can_go: whether the history has a step that way; @direction: -1 back, 1 forward. */
gboolean ka_session_can_go (KaSession *self, int direction);

/**
 * ka_session_set_day: moves the playhead. The selection stays. The current step of the history
 * keeps the day and brings it back later; @day: the day to show
 */
void ka_session_set_day (KaSession *self, KaDay day);

/** ka_session_set_page_offset: keeps how far the page of the current step of the history is
 * scrolled; @offset_px: from its top */
void ka_session_set_page_offset (KaSession *self, double offset_px);

/** ka_session_get_page_offset: Returns: what was kept of the current step; 0 for a new one */
double ka_session_get_page_offset (KaSession *self);

/** ka_session_set_hover: @item: (nullable): the item of the atlas under the pointer */
void ka_session_set_hover (KaSession *self, const KaItem *item);

/**
 * ka_session_set_step: highlights the piece of line that a step describes, as long as its annex
 * is selected; @step: a step of the selected annex, from 1; any other number is none
 */
void ka_session_set_step (KaSession *self, guint step);

/**
 * ka_session_set_hover_step: previews what ka_session_set_step() highlights; @step: a step of
 * the selected annex, from 1; any other number is none
 */
void ka_session_set_hover_step (KaSession *self, guint step);

/** ka_session_set_filter: @filter: the events that are shown fully; its parties are of the atlas */
void ka_session_set_filter (KaSession *self, const KaFilter *filter);

/** ka_session_set_categories: changes the filter; @categories: those that it lets pass */
void ka_session_set_categories (KaSession *self, KaCategory categories);

/** ka_session_set_hidden_layers: @layers: the parts of the map to hide */
void ka_session_set_hidden_layers (KaSession *self, KaMapLayer layers);

/** ka_session_pin_day: shows what changed between the day and another; @day: the other day */
void ka_session_pin_day (KaSession *self, KaDay day);

/** ka_session_unpin_day: ends the comparison, if there is one */
void ka_session_unpin_day (KaSession *self);

/** ka_session_set_range: shows what changed in a range; @range: the days to mark, one or more */
void ka_session_set_range (KaSession *self, KaSpan range);

/** ka_session_clear_range: marks no days */
void ka_session_clear_range (KaSession *self);

/**
 * ka_session_fold_groups: @groups: the groups of the timeline to fold to their headers, bit n
 * for group n; the others unfold
 */
void ka_session_fold_groups (KaSession *self, guint64 groups);

/**
 * ka_session_select:
 * @self: a session
 * @item: (nullable): an item of the atlas, or %NULL for nothing
 *
 * Selects an item and adds a step to the history. Events, articles, annexes and treaties move the
 * day to theirs. A frontier moves it only when it does not exist on the day in view.
 */
void ka_session_select (KaSession *self, const KaItem *item);

/**
 * ka_session_compare:
 * @self: a session
 * @item: a treaty of the atlas, or one of its articles or annexes
 * @treaty: another treaty
 *
 * Selects @item as ka_session_select() does and compares it with @treaty until something else is
 * selected.
 */
void ka_session_compare (KaSession *self, const KaItem *item, const KaTreaty *treaty);

/**
 * ka_session_pass: selects as ka_session_select() does, but replaces the current step of the
 * history, as a player does; @item: (nullable): an item of the atlas, or %NULL for nothing
 */
void ka_session_pass (KaSession *self, const KaItem *item);

/** ka_session_go: shows the next step of the history in @direction, -1 or 1, if there is one. */
void ka_session_go (KaSession *self, int direction);

G_END_DECLS
