/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-reading-list.h"
#include "ka-session.h"
#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_EVENT_LIST (ka_event_list_get_type ())

/**
 * KaEventList: the events by period, with a filter; or, with text in the search entry, the items of
 * the atlas that match it; or the reading list.
 */
G_DECLARE_FINAL_TYPE (KaEventList, ka_event_list, KA, EVENT_LIST, GtkWidget)

/**
 * ka_event_list_set_session:
 * @self: the list
 * @session: the session to show; set once
 */
void ka_event_list_set_session (KaEventList *self, KaSession *session);

/** ka_event_list_set_reading_list: @pins: the reading list to show; set once, after the session */
void ka_event_list_set_reading_list (KaEventList *self, KaReadingList *pins);

/** ka_event_list_set_theme: @theme: colours of the marks */
void ka_event_list_set_theme (KaEventList *self, const KaTheme *theme);

/** ka_event_list_focus_search: moves the focus to the search entry and selects its text. */
void ka_event_list_focus_search (KaEventList *self);

G_END_DECLS
