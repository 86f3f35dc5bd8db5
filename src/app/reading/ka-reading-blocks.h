/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"
#include "ka-theme.h"

G_BEGIN_DECLS

/**
 * ka_reading_blocks_new:
 * @session: what links, bands and steps write to
 * @theme: colours of painted parts
 * @blocks: (element-type KaBlock): a page, as by ka_reading_list_blocks()
 * @open: (element-type utf8) (nullable): the set of folds that start open; follows what the reader
 * opens and closes
 *
 * Builds the widgets of a page. Text can be selected; links select what they name.
 *
 * Returns: (transfer floating): a box with the widgets from top to bottom
 */
GtkWidget *ka_reading_blocks_new (KaSession       *session,
                                  const KaTheme   *theme,
                                  const GPtrArray *blocks,
                                  GHashTable      *open);

/**
 * ka_reading_blocks_set:
 * @page: a page by ka_reading_blocks_new(), with the same @session, @theme and @open
 * @blocks: (element-type KaBlock): what the page shows from now on
 *
 * Makes the page look as a new one of @blocks would. Sections that stay the same keep their
 * widgets, and with them focus and selected text.
 */
void ka_reading_blocks_set (GtkWidget       *page,
                            KaSession       *session,
                            const KaTheme   *theme,
                            const GPtrArray *blocks,
                            GHashTable      *open);

G_END_DECLS
