/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-layout.h"

G_BEGIN_DECLS

/**
 * KaTimelinePainting:
 * @cr: where to draw
 * @layout: where everything stands
 * @state: day, selection, hover and filter
 * @theme: colours and fonts
 * @faint_ink: of labels that are filtered out
 * @faint_line: of marks and outlines that are filtered out
 *
 * What all painters of a timeline need. Everything is borrowed.
 */
typedef struct
{
  cairo_t                *cr;
  const KaTimelineLayout *layout;
  const KaViewState      *state;
  const KaTheme          *theme;
  KaColour                faint_ink;
  KaColour                faint_line;
} KaTimelinePainting;

/** KaTimelineEmphasis: how much an entry stands out, from the most on. */
typedef enum
{
  KA_TIMELINE_PLAIN,
  KA_TIMELINE_LIT,      /* selected, or related to the selection */
  KA_TIMELINE_QUIET,    /* not related to it */
  KA_TIMELINE_FILTERED, /* the filter does not pass it */
} KaTimelineEmphasis;

/**
 * KaTimelineLook:
 * @emphasis: how much it stands out
 * @line: colour of marks and outlines
 * @ink: colour of labels
 * @size: of marks, as a part of the usual one
 * @fill: opacity of bars and marks, as a part of the usual one; 0 for hollow ones
 * @is_bold: whether its label is bold
 *
 * How an entry is drawn.
 */
typedef struct
{
  KaTimelineEmphasis emphasis;
  KaColour           line;
  KaColour           ink;
  double             size;
  double             fill;
  gboolean           is_bold;
} KaTimelineLook;

/** ka_timeline_painting_init: sets all fields of @self */
void ka_timeline_painting_init (KaTimelinePainting     *self,
                                cairo_t                *cr,
                                const KaTimelineLayout *layout,
                                const KaViewState      *state,
                                const KaTheme          *theme);

/** ka_timeline_get_emphasis: Returns: how much an entry stands out */
KaTimelineEmphasis ka_timeline_get_emphasis (const KaTimelinePainting *context,
                                             const KaTimelineEntry    *entry);

/** ka_timeline_get_look: Returns: how an entry is drawn */
KaTimelineLook ka_timeline_get_look (const KaTimelinePainting *context,
                                     const KaTimelineEntry    *entry);

/** ka_timeline_trace_bar: adds a rectangle with round corners to the path */
void ka_timeline_trace_bar (cairo_t *cr, double x0, double y0, double x1, double y1, double corner);

/** ka_timeline_trace_arrow: adds an arrow head with its tip at (@x, @y); to the left if @reach < 0
 */
void ka_timeline_trace_arrow (cairo_t *cr, double x, double y, double reach);

/** ka_timeline_show_label: draws @text to the right of @x, with the middle of its line at @y */
void ka_timeline_show_label (const KaTimelinePainting *context,
                             const KaTypeStyle        *style,
                             const char               *text,
                             double                    x,
                             double                    y);

/** ka_category_trace: makes the mark of a category, of half size @radius at (@x, @y), the path */
void ka_category_trace (cairo_t *cr, KaCategory category, double x, double y, double radius);

/** ka_category_paint: draws the mark of a category, of half size @radius at (@x, @y), in its
 * colour. Each has its own shape, since colour alone carries no meaning */
void ka_category_paint (cairo_t       *cr,
                        KaCategory     category,
                        const KaTheme *theme,
                        double         x,
                        double         y,
                        double         radius);

G_END_DECLS
