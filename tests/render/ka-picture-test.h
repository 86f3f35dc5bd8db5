/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * KaPicturePainter:
 * @cr: where to draw, cleared to transparent
 * @data: as given to ka_picture_assert()
 *
 * Paints the picture under test in user units.
 */
typedef void (*KaPicturePainter) (cairo_t *cr, gpointer data);

void             ka_picture_assert (const char      *name,
                                    int              width,
                                    int              height,
                                    double           tolerance,
                                    KaPicturePainter paint,
                                    gpointer         data);
cairo_surface_t *ka_picture_render (int              width,
                                    int              height,
                                    double           scale,
                                    KaPicturePainter paint,
                                    gpointer         data) G_GNUC_WARN_UNUSED_RESULT;
cairo_surface_t *ka_picture_create_paper (int side) G_GNUC_WARN_UNUSED_RESULT;
double           ka_picture_compare (cairo_surface_t  *a,
                                     cairo_surface_t  *b,
                                     int               most_difference,
                                     cairo_surface_t **difference);

G_END_DECLS
