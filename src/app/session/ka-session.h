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

KaSession *ka_session_new (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

KaAtlas      *ka_session_get_atlas (KaSession *self);
KaDay         ka_session_get_day (KaSession *self);
const KaItem *ka_session_get_selection (KaSession *self);
const KaItem *ka_session_get_hover (KaSession *self);
KaCategory    ka_session_get_categories (KaSession *self);
KaLanguage    ka_session_get_language (KaSession *self);
KaViewState   ka_session_get_state (KaSession *self);
gboolean      ka_session_get_can_go_back (KaSession *self);
gboolean      ka_session_get_can_go_forward (KaSession *self);

void     ka_session_set_day (KaSession *self, KaDay day);
void     ka_session_set_hover (KaSession *self, const KaItem *item);
void     ka_session_set_step (KaSession *self, guint step);
void     ka_session_set_hover_step (KaSession *self, guint step);
void     ka_session_set_categories (KaSession *self, KaCategory categories);
void     ka_session_set_hidden_layers (KaSession *self, KaMapLayer layers);
void     ka_session_pin_day (KaSession *self, KaDay day);
void     ka_session_unpin_day (KaSession *self);
void     ka_session_set_range (KaSession *self, KaDay from, KaDay to);
void     ka_session_clear_range (KaSession *self);
void     ka_session_fold_groups (KaSession *self, guint64 groups);
void     ka_session_select (KaSession *self, const KaItem *item);
void     ka_session_pass (KaSession *self, const KaItem *item);
void     ka_session_go_back (KaSession *self);
void     ka_session_go_forward (KaSession *self);
gboolean ka_session_step_event (KaSession *self, int direction);

G_END_DECLS
