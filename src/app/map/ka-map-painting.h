/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-map-sheet.h"

G_BEGIN_DECLS

/** KA_MAP_N_SHEETS: how many sheets are painted in one go at most. */
#define KA_MAP_N_SHEETS 4

/**
 * KaMapPainting:
 * @scene: (transfer none): what is painted; the painting keeps a reference
 * @sheets: what to paint; their pictures are filled in
 * @n_sheets: how many
 * @previous: (nullable): where names stood before
 *
 * What to paint for a map on screen, and the pictures that came of it. It is filled by a thread
 * and read by the main thread afterwards.
 */
typedef struct
{
  KaMapScene *scene;
  KaMapSheet  sheets[KA_MAP_N_SHEETS];
  gsize       n_sheets;
  KaMapNames *previous;
} KaMapPainting;

void           ka_map_painting_keep_memory (void);
KaMapPainting *ka_map_painting_new (KaMapScene *scene,
                                    KaMapNames *previous) G_GNUC_WARN_UNUSED_RESULT;
void           ka_map_painting_free (KaMapPainting *self);
void           ka_map_painting_add (KaMapPainting *self, const KaMapKey *key);
void           ka_map_painting_run (KaMapPainting *self, GCancellable *cancellable);
void           ka_map_painting_run_async (KaMapPainting      *self,
                                          GObject            *source,
                                          int                 priority,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
KaMapPainting *ka_map_painting_finish (GAsyncResult *result,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapPainting, ka_map_painting_free)

G_END_DECLS
