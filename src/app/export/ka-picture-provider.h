/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-snapshot.h"

G_BEGIN_DECLS

#define KA_TYPE_PICTURE_PROVIDER (ka_picture_provider_get_type ())

/**
 * KaPictureProvider: a picture for the clipboard or for a drag, as PNG or as a file of it. It is
 * drawn on a thread when a program asks for it.
 */
G_DECLARE_FINAL_TYPE (KaPictureProvider,
                      ka_picture_provider,
                      KA,
                      PICTURE_PROVIDER,
                      GdkContentProvider)

/** ka_picture_provider_new: Returns: (transfer full): the picture of @shown by @choice, whose
 * format does not matter */
GdkContentProvider *ka_picture_provider_new (const KaSnapshot *shown, const KaExportChoice *choice)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
