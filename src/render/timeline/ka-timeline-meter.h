/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-type.h"

G_BEGIN_DECLS

/* The type styles of the timeline. A meter knows these four alone, by their addresses. */
extern const KaTypeStyle ka_timeline_item_style;      /* labels of events */
extern const KaTypeStyle ka_timeline_item_bold_style; /* the same, selected or related */
extern const KaTypeStyle ka_timeline_major_style;     /* the coarse row of the axis, titles */
extern const KaTypeStyle ka_timeline_minor_style;     /* the fine row of the axis, numbers */

/**
 * KaTimelineMeter:
 *
 * Measures and shows the texts of a timeline. It keeps widths and shaped texts from frame to frame:
 * shaping costs more than all other drawing. Any thread may use it.
 */
typedef struct _KaTimelineMeter KaTimelineMeter;

/** ka_timeline_meter_new: Returns: (transfer full): a meter for the fonts of @theme, which must
 * outlive it */
KaTimelineMeter *ka_timeline_meter_new (const KaTheme *theme) G_GNUC_WARN_UNUSED_RESULT;

/** ka_timeline_meter_free: frees @self */
void ka_timeline_meter_free (KaTimelineMeter *self);

/** ka_timeline_meter_measure: Returns: the width of @text in user units, in one of the styles of
 * the timeline. It adds up the widths of single letters: a hair above the real width of most
 * texts. Exact widths would need a layout for each of perhaps a hundred thousand labels */
double ka_timeline_meter_measure (KaTimelineMeter   *self,
                                  cairo_t           *cr,
                                  const KaTypeStyle *style,
                                  const char        *text);

/** ka_timeline_meter_show: draws @text to the right of @x, with the middle of its line at @y, in
 * one of the styles of the timeline */
void ka_timeline_meter_show (KaTimelineMeter   *self,
                             cairo_t           *cr,
                             const KaTypeStyle *style,
                             const char        *text,
                             double             x,
                             double             y);

G_END_DECLS
