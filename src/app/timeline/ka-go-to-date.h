/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-date.h"

G_BEGIN_DECLS

#define KA_TYPE_GO_TO_DATE (ka_go_to_date_get_type ())

/**
 * KaGoToDate: a popover with an entry for a date or a range. Emits "chosen" with the first day,
 * the day after the last one, and whether a person typed a range.
 */
G_DECLARE_FINAL_TYPE (KaGoToDate, ka_go_to_date, KA, GO_TO_DATE, GtkPopover)

/**
 * ka_go_to_date_set_limits:
 * @self: the popover
 * @limits: the days that it accepts, one or more
 * @language: of dates in messages
 */
void ka_go_to_date_set_limits (KaGoToDate *self, KaSpan limits, KaLanguage language);

G_END_DECLS
