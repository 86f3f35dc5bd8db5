/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-date.h"

G_BEGIN_DECLS

#define KA_TYPE_GO_TO_DATE (ka_go_to_date_get_type ())

/**
 * KaGoToDate:
 *
 * An entry for a date, in a popover. Emits "chosen" with the first day, the day after the last one
 * and whether they were given as two ends.
 */
G_DECLARE_FINAL_TYPE (KaGoToDate, ka_go_to_date, KA, GO_TO_DATE, GtkPopover)

/**
 * ka_go_to_date_set_limits:
 * @self: the popover
 * @from: the first day that one can go to
 * @to: the day after the last one, after @from
 * @language: of dates in messages
 */
void ka_go_to_date_set_limits (KaGoToDate *self, KaDay from, KaDay to, KaLanguage language);

G_END_DECLS
