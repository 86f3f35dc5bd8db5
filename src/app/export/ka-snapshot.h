/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"

G_BEGIN_DECLS

void   ka_snapshot_save_async (KaMapScene         *scene,
                               const KaViewState  *state,
                               const KaTheme      *theme,
                               KaPageView          view,
                               const KaViewport   *viewport,
                               const KaTimeAxis   *axis,
                               GObject            *source,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
GFile *ka_snapshot_save_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
