/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"
#include "ka-theme.h"

G_BEGIN_DECLS

#define KA_TYPE_TENURE_BAND (ka_tenure_band_get_type ())

/**
 * KaTenureBand: who held an area when, as a band in the map's colours, each tenure as wide as
 * the square root of its length. A click shows its first day.
 */
G_DECLARE_FINAL_TYPE (KaTenureBand, ka_tenure_band, KA, TENURE_BAND, GtkWidget)

/** ka_tenure_band_new: Returns: (transfer floating): the tenures of @area; the day of @session is
 * marked and moved */
GtkWidget *ka_tenure_band_new (KaSession *session, const KaArea *area, const KaTheme *theme);

G_END_DECLS
