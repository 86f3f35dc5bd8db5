/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-map-painter.h"

G_BEGIN_DECLS

/**
 * KaMapPainting:
 * @scene: (transfer none): what is painted; the painting keeps a reference
 * @state: on which day, with what selected
 * @theme: in which colours
 * @scale: device pixels for a user unit
 * @land: where the land is painted for; wider than the view, so that a pan has it already
 * @names: where highlight and names are painted for: the view itself
 *
 * What to paint for a map on screen, and the pictures that came of it. It is filled by a thread
 * and read by the main thread afterwards.
 */
typedef struct
{
  KaMapScene    *scene;
  KaViewState    state;
  const KaTheme *theme;
  double         scale;
  gboolean       has_land;
  gboolean       has_names;
  KaViewport     land;
  KaViewport     names;

  /* Results */
  GdkTexture *land_texture;
  GdkTexture *names_texture;
} KaMapPainting;

GdkTexture    *ka_map_painting_paint_texture (KaMapScene        *scene,
                                              const KaViewState *state,
                                              const KaTheme     *theme,
                                              const KaViewport  *viewport,
                                              KaMapPass          passes,
                                              double             scale) G_GNUC_WARN_UNUSED_RESULT;
KaMapPainting *ka_map_painting_new (KaMapScene        *scene,
                                    const KaViewState *state,
                                    const KaTheme     *theme,
                                    double             scale) G_GNUC_WARN_UNUSED_RESULT;
void           ka_map_painting_free (KaMapPainting *self);
void           ka_map_painting_run (KaMapPainting *self);
void           ka_map_painting_run_async (KaMapPainting      *self,
                                          GObject            *source,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
KaMapPainting *ka_map_painting_finish (GAsyncResult *result,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapPainting, ka_map_painting_free)

G_END_DECLS
