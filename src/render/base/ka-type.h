/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

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

PangoLayout *ka_type_layout (cairo_t           *cr,
                             const KaTheme     *theme,
                             const KaTypeStyle *style,
                             const char        *text) G_GNUC_WARN_UNUSED_RESULT;
void         ka_type_show (cairo_t *cr, PangoLayout *layout, double x, double y);
void         ka_type_show_with_halo (cairo_t        *cr,
                                     PangoLayout    *layout,
                                     double          x,
                                     double          y,
                                     const KaColour *ink,
                                     const KaColour *halo,
                                     double          halo_width);
void         ka_type_measure (PangoLayout *layout, double *width, double *height, double *baseline);

G_END_DECLS
