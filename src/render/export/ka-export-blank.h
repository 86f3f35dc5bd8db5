/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export.h"

G_BEGIN_DECLS

/**
 * ka_export_blank_init:
 * @lines: (nullable): what the map has beside coasts and borders, parted by commas: "lines",
 * "rivers", "districts", "claims", "graticule"; %NULL for the named lines of the day
 * @state: (inout): gets the layers to hide
 * @page: (inout): becomes a page without names and legend
 * @theme: (out): greys; the caller's
 * @error: (nullable): %KA_EXPORT_ERROR_FORMAT, naming the word that is unknown
 *
 * Makes a picture a blank map, for a class that fills it in.
 *
 * Returns: whether @lines is known; all is untouched otherwise
 */
gboolean ka_export_blank_init (const char  *lines,
                               KaViewState *state,
                               KaPage      *page,
                               KaTheme     *theme,
                               GError     **error);

G_END_DECLS
