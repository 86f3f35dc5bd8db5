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

/** ka_event_list_note_place: notes where the rows stand, for a list that resumes; while @self is on
 * screen */
void ka_event_list_note_place (KaEventList *self);

/** ka_event_list_resume: takes over what is searched, the noted place, and whether the
 * reading list is shown; before @self has a session; @from: another list */
void ka_event_list_resume (KaEventList *self, KaEventList *from);

/** ka_event_list_start_short: lists the rows near the day alone until the list is drawn, so that
 * the first frame does not wait for those that nobody sees; before @self has a session */
void ka_event_list_start_short (KaEventList *self);

/** ka_event_list_is_typing: Returns: whether the search entry has the focus of the window */
gboolean ka_event_list_is_typing (KaEventList *self);

/** ka_event_list_focus_search: moves the focus to the search entry; @selects: whether its text is
 * selected; else the cursor stays */
void ka_event_list_focus_search (KaEventList *self, gboolean selects);

G_END_DECLS
