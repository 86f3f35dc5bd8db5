/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How large a person wants text to be. Painters know nothing of it: a canvas counts in user units
 * and draws each as so many pixels, so that all of it grows alike.
 */

#include "config.h"

#include "ka-text-scale.h"

#define NORMAL_DPI 96.0
#define MIN_SCALE  0.75
#define MAX_SCALE  3.0

/**
 * ka_text_scale_get:
 * @widget: a canvas
 *
 * Returns: pixels for a user unit: the resolution of text, GtkSettings:gtk-xft-dpi, by the normal
 * one
 */
double
ka_text_scale_get (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi <= 0 ? 1.0 : CLAMP (dpi / 1024.0 / NORMAL_DPI, MIN_SCALE, MAX_SCALE);
}
