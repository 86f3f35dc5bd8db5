/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-snapshot.h"

G_BEGIN_DECLS

/**
 * ka_export_print:
 * @shown: what a window shows
 * @choice: what becomes of it; the size is that of the paper
 * @parent: (nullable): the window that the dialog of the desktop stands over
 * @path: (nullable): a PDF to print into; %NULL asks for a printer
 * @error: (nullable): a #GtkPrintError
 *
 * Prints a page. With a printer, it may return before the page is printed.
 *
 * Returns: whether nothing failed; a person may have cancelled it
 */
gboolean ka_export_print (const KaSnapshot     *shown,
                          const KaExportChoice *choice,
                          GtkWindow            *parent,
                          const char           *path,
                          GError              **error);

G_END_DECLS
