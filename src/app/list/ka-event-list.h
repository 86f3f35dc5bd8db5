/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"
#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_EVENT_LIST (ka_event_list_get_type ())

/**
 * KaEventList:
 *
 * The events by period, with a filter by category; or, while something is typed into its search
 * entry, all items of the atlas that it finds.
 */
G_DECLARE_FINAL_TYPE (KaEventList, ka_event_list, KA, EVENT_LIST, GtkWidget)

/**
 * ka_event_list_set_session:
 * @self: the list
 * @session: what it shows; set once
 */
void ka_event_list_set_session (KaEventList *self, KaSession *session);

/**
 * ka_event_list_set_theme:
 * @self: the list
 * @theme: colours of the marks
 */
void ka_event_list_set_theme (KaEventList *self, const KaTheme *theme);

/**
 * ka_event_list_focus_search:
 * @self: the list
 *
 * Puts the caret into the search entry, with what was typed selected.
 */
void ka_event_list_focus_search (KaEventList *self);

G_END_DECLS
