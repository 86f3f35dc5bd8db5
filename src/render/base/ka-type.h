/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "ka-box.h"
#include "ka-theme.h"

G_BEGIN_DECLS

/**
 * KaTypeStyle:
 * @is_serif: the theme's serif, else its sans
 * @size: height of the type in user units (px at scale 1)
 * @is_bold: bold
 * @is_italic: italic
 * @spacing: letter spacing in user units
 *
 * How a piece of text is set.
 */
typedef struct
{
  gboolean is_serif;
  double   size;
  gboolean is_bold;
  gboolean is_italic;
  double   spacing;
} KaTypeStyle;

/**
 * KaTypeLine:
 * @text: UTF-8
 * @x: the beginning of its baseline, in units of the surface
 * @y: likewise
 * @width: in units of the surface
 * @size: of the type, in units of the surface
 * @angle: of the baseline, in radians, clockwise
 * @goes_on: whether it goes on from the line before
 *
 * A line of text that was drawn.
 */
typedef struct
{
  const char *text;
  double      x;
  double      y;
  double      width;
  double      size;
  double      angle;
  gboolean    goes_on;
} KaTypeLine;

/**
 * KaTypeLayout:
 * @pango: (owned): the text; lengths in units of its own, so that only what has none is asked of it
 * @scale: one of those units in user units
 *
 * A text that is laid out.
 */
typedef struct
{
  PangoLayout *pango;
  double       scale;
} KaTypeLayout;

/** KaTypeListener: hears of a line that was drawn */
typedef void (*KaTypeListener) (const KaTypeLine *line, gpointer data);

/** ka_type_listen: tells @listener every line that is drawn with @cr from now on, for formats that
 * keep outlines of letters alone. */
void ka_type_listen (cairo_t *cr, KaTypeListener listener, gpointer data);

/** ka_type_tell: tells who listens of a line, given in user units, that was drawn in another way
 * than by ka_type_show(). */
void ka_type_tell (cairo_t *cr, const KaTypeLine *line);

/** ka_type_layout: Returns: (transfer full): a layout of @text for @cr, in one line until a width
 * is set. */
KaTypeLayout *ka_type_layout (cairo_t           *cr,
                              const KaTheme     *theme,
                              const KaTypeStyle *style,
                              const char        *text) G_GNUC_WARN_UNUSED_RESULT;

void ka_type_layout_free (KaTypeLayout *self);

/** ka_type_set_width: breaks lines at @width user units. */
void ka_type_set_width (KaTypeLayout *self, double width);

/** ka_type_cut: shortens the text of a layout with a width to @max_lines lines: at the end of a
 * word, with an ellipsis. Only a single word may lose letters. */
void ka_type_cut (KaTypeLayout *self, int max_lines);

/** ka_type_show: shows a layout with the source of @cr; its logical box begins at @x, @y in user
 * units. */
void ka_type_show (cairo_t *cr, const KaTypeLayout *self, double x, double y);

/** ka_type_show_line: shows the line at @iter likewise; its baseline begins at @x, @y. */
void ka_type_show_line (cairo_t            *cr,
                        const KaTypeLayout *self,
                        PangoLayoutIter    *iter,
                        double              x,
                        double              y);

/** ka_type_trace: adds the outlines of the letters to the path; the logical box begins at @x, @y in
 * user units. */
void ka_type_trace (cairo_t *cr, const KaTypeLayout *self, double x, double y);

/** ka_type_show_with_halo: shows a layout in @ink likewise, with a halo that reaches @halo_width
 * beyond the letters, in user units. */
void ka_type_show_with_halo (cairo_t            *cr,
                             const KaTypeLayout *self,
                             double              x,
                             double              y,
                             const KaColour     *ink,
                             const KaColour     *halo,
                             double              halo_width);

/** ka_type_measure: measures the logical box of a layout and the first baseline from its top, in
 * user units; each (out) is (optional). */
void ka_type_measure (const KaTypeLayout *self, double *width, double *height, double *baseline);

/** ka_type_measure_line: measures the line at @iter in user units: where it begins from the left of
 * the layout, its height, and its baseline from its top. */
void ka_type_measure_line (const KaTypeLayout *self,
                           PangoLayoutIter    *iter,
                           double             *x,
                           double             *height,
                           double             *baseline);

/** ka_type_measure_ink: the box of the letters from the top left of the layout, in user units. */
KaBox ka_type_measure_ink (const KaTypeLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTypeLayout, ka_type_layout_free)

G_END_DECLS
