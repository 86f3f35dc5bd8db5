/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-item-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ka_list_heading_watch: @label: lies over the top of @list; @list: shows @rows in a scrolled
 * window; the child of each row holds its #GtkListItem as the data "list-item"
 *
 * Keeps the heading of the topmost row in @label while the list scrolls or changes, and hides
 * @label where that heading itself is in view. @label keeps @rows.
 */
void ka_list_heading_watch (GtkLabel *label, GtkListView *list, KaItemRows *rows);

G_END_DECLS
