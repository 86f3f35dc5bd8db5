/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ka-map-scene.h"

G_BEGIN_DECLS

typedef struct _KaMapDay KaMapDay;

/**
 * KaPaintContext:
 * @cr: (borrowed): where to draw, and to measure text for
 * @scene: (borrowed): the geography
 * @day: (owned): what @state's day makes of @scene
 * @state: (borrowed): day, language, selection and layers
 * @theme: (borrowed): colours and fonts
 * @viewport: (borrowed): the camera; the frame is 0, 0 to its width and height in user units
 * @level: simplification of lines, whose error is invisible
 * @soft_level: simplification of wide, faint strokes
 * @view_km: what is seen, grown by the reach of the widest stroke
 * @strip_km: the part of it that is painted: all of it, or that of a strip
 *
 * What all painters of one map share, so that the day is worked out once. On the stack:
 * `g_auto (KaPaintContext) context = ka_paint_context (…);`
 */
typedef struct
{
  cairo_t           *cr;
  KaMapScene        *scene;
  KaMapDay          *day;
  const KaViewState *state;
  const KaTheme     *theme;
  const KaViewport  *viewport;
  guint              level;
  guint              soft_level;
  KaBox              view_km;
  KaBox              strip_km;
} KaPaintContext;

/** ka_paint_context: gathers what painters of a map need; the arguments must outlive the result and
 * the scale is above 0. Well below a millisecond: see ka_map_day_new(). Returns: (transfer full):
 * the context, to be cleared with ka_paint_context_clear(). */
KaPaintContext ka_paint_context (cairo_t           *cr,
                                 KaMapScene        *scene,
                                 const KaViewState *state,
                                 const KaTheme     *theme,
                                 const KaViewport  *viewport) G_GNUC_WARN_UNUSED_RESULT;

/** ka_paint_context_narrow: tells that only the rows from @y0 to @y1, in user units, are painted */
void ka_paint_context_narrow (KaPaintContext *self, double y0, double y1);

/** ka_paint_context_clear: frees the day; the struct itself is the caller's. May run twice. */
void ka_paint_context_clear (KaPaintContext *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaPaintContext, ka_paint_context_clear)

G_END_DECLS
