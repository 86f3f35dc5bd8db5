/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"
#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_READING_PANE (ka_reading_pane_get_type ())

/**
 * KaReadingPane: what the atlas says about the session's selection on the session's day; without
 * a selection, what the map shows. Links in it select.
 */
G_DECLARE_FINAL_TYPE (KaReadingPane, ka_reading_pane, KA, READING_PANE, GtkWidget)

/**
 * ka_reading_pane_set_session:
 * @self: the pane
 * @session: what it shows; set once
 */
void ka_reading_pane_set_session (KaReadingPane *self, KaSession *session);

/** ka_reading_pane_set_theme: @theme: colours of painted parts */
void ka_reading_pane_set_theme (KaReadingPane *self, const KaTheme *theme);

G_END_DECLS
