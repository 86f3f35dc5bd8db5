/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"

G_BEGIN_DECLS

/**
 * ka_compare_chooser_new:
 * @session: a session that compares two treaties
 *
 * Creates two lists of treaties, of which the chosen ones are compared. A treaty that is chosen
 * from both lists changes places with the other.
 *
 * Returns: (transfer floating): the lists
 */
GtkWidget *ka_compare_chooser_new (KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
