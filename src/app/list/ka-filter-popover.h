/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"

G_BEGIN_DECLS

/**
 * ka_filter_popover_new: @session: whose filter it shows and sets
 *
 * Returns: (transfer floating): a popover with the degrees of certainty and the parties of events,
 * each with the number of events that it would show
 */
GtkWidget *ka_filter_popover_new (KaSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
