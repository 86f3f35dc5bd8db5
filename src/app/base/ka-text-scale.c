/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The size of text that the desktop asks for. A canvas multiplies its user units by it, so that
 * text and drawing grow alike; painters do not know it.
 */

#include "config.h"

#include "ka-text-scale.h"

#define NORMAL_DPI 96.0
#define MIN_SCALE  0.75
#define MAX_SCALE  3.0

double
ka_text_scale_get (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi <= 0 ? 1.0 : CLAMP (dpi / 1024.0 / NORMAL_DPI, MIN_SCALE, MAX_SCALE);
}
