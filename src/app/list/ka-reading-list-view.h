/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-reading-list.h"
#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_READING_LIST_VIEW (ka_reading_list_view_get_type ())

/**
 * KaReadingListView: the pinned items as rows. A chosen row is the selection of the session;
 * Alt+Up and Alt+Down move it, Delete unpins it.
 */
G_DECLARE_FINAL_TYPE (KaReadingListView, ka_reading_list_view, KA, READING_LIST_VIEW, GtkWidget)

/** ka_reading_list_view_set: @session: what rows select in; @list: what is pinned; set once */
void ka_reading_list_view_set (KaReadingListView *self, KaSession *session, KaReadingList *list);

G_END_DECLS
