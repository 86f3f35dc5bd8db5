/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gathers what all painters of one map share: target, day, state, theme, camera, levels of detail.
 */

#include "config.h"

#include "ka-paint-context.h"

#include "ka-map-day.h"

/* The greatest error of a drawn line, in user units */
#define LINE_TOLERANCE 0.4
/* The greatest error of the middle of a wide, faint stroke */
#define SOFT_TOLERANCE 1.6
/* The greatest reach of a stroke beyond its line, in user units */
#define MAX_REACH 40.0

KaPaintContext
ka_paint_context (cairo_t           *cr,
                  KaMapScene        *scene,
                  const KaViewState *state,
                  const KaTheme     *theme,
                  const KaViewport  *viewport)
{
  const KaBox view_km = ka_box_grow (ka_viewport_get_box (viewport), MAX_REACH / viewport->scale);

  return (KaPaintContext){
    .cr = cr,
    .scene = scene,
    .day = ka_map_day_new (scene, state->day),
    .state = state,
    .theme = theme,
    .viewport = viewport,
    .level = ka_map_level_for (LINE_TOLERANCE / viewport->scale),
    .soft_level = ka_map_soft_level_for (SOFT_TOLERANCE / viewport->scale),
    .view_km = view_km,
    .strip_km = view_km,
  };
}

void
ka_paint_context_narrow (KaPaintContext *self, double y0, double y1)
{
  self->strip_km.y0 = ka_viewport_to_km (self->viewport, (KaPoint){ 0, y1 + MAX_REACH }).y;
  self->strip_km.y1 = ka_viewport_to_km (self->viewport, (KaPoint){ 0, y0 - MAX_REACH }).y;
}

void
ka_paint_context_clear (KaPaintContext *self)
{
  g_clear_pointer (&self->day, ka_map_day_free);
}
