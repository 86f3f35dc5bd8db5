/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"
#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_CATEGORY_FILTER (ka_category_filter_get_type ())

/**
 * KaCategoryFilter: a row of chips, one for each category, with the number of its events. A click
 * leaves the events of one category; a second click, of all. Ctrl+click and Ctrl+Enter add a
 * category to those chosen or take it away.
 */
G_DECLARE_FINAL_TYPE (KaCategoryFilter, ka_category_filter, KA, CATEGORY_FILTER, GtkWidget)

/**
 * ka_category_filter_set_session:
 * @self: the filter
 * @session: the session whose categories it shows and sets; set once
 */
void ka_category_filter_set_session (KaCategoryFilter *self, KaSession *session);

/** ka_category_filter_set_theme: @theme: colours of the marks */
void ka_category_filter_set_theme (KaCategoryFilter *self, const KaTheme *theme);

G_END_DECLS
