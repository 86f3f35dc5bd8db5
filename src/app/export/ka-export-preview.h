/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-snapshot.h"

G_BEGIN_DECLS

#define KA_TYPE_EXPORT_PREVIEW (ka_export_preview_get_type ())

/**
 * KaExportPreview: a small picture of what an export makes, by the same painters. It is drawn on a
 * thread; while the choice changes, the last picture stays. It can be dragged out of the window, as
 * a PNG of the full size. Screen readers get the map in words.
 */
G_DECLARE_FINAL_TYPE (KaExportPreview, ka_export_preview, KA, EXPORT_PREVIEW, GtkWidget)

/** ka_export_preview_show: draws @shown by @choice; both are copied */
void ka_export_preview_show (KaExportPreview      *self,
                             const KaSnapshot     *shown,
                             const KaExportChoice *choice);

/** ka_export_preview_get_picture: Returns: (transfer none) (nullable): what it shows now; %NULL
 * until the first picture is drawn */
GdkPaintable *ka_export_preview_get_picture (KaExportPreview *self);

G_END_DECLS
