/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The atlases that were opened last, in the list of recent files of the desktop. Where that cannot
 * be written, nothing is kept.
 */

/** KA_RECENT_MOST: how many are told. */
#define KA_RECENT_MOST 6

/** ka_recent_add: @file: an atlas that was opened; @title: its title */
void ka_recent_add (GFile *file, const char *title);

/** ka_recent_fill: @menu: gets an entry for each atlas that is still there, the last one first,
 * with the action `app.open-uri`. Returns: how many there are */
guint ka_recent_fill (GMenu *menu);

/** ka_recent_clear: forgets all atlases */
void ka_recent_clear (void);

/** ka_recent_watch: runs @callback with @observer, an object, when the list changes */
void ka_recent_watch (GCallback callback, gpointer observer);

G_END_DECLS
