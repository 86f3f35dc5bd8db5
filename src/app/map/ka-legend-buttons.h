/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-legend.h"

G_BEGIN_DECLS

/**
 * KaLegendButtons: widgets over a painted legend, which show nothing but pointer and focus. The
 * heading activates `map.toggle-legend`; a row activates `map.select` with what it stands for, or
 * is a label where it stands for no single item. So pointer, keyboard and screen reader reach all
 * that is painted.
 */
typedef struct _KaLegendButtons KaLegendButtons;

/** ka_legend_buttons_new: Returns: (transfer full): the widgets, children of @parent without a
 * place. */
KaLegendButtons *ka_legend_buttons_new (GtkWidget *parent) G_GNUC_WARN_UNUSED_RESULT;

/** ka_legend_buttons_free: removes the widgets and frees @self (transfer full). */
void ka_legend_buttons_free (KaLegendButtons *self);

/** ka_legend_buttons_update: makes the widgets those of @legend (nullable), with hints of @day in
 * @language. Rows that stay keep the focus. Not while a frame is drawn. */
void ka_legend_buttons_update (KaLegendButtons *self,
                               const KaLegend  *legend,
                               KaDay            day,
                               KaLanguage       language);

/** ka_legend_buttons_allocate: puts each widget over its part of @legend (nullable); @unit: pixels
 * for a user unit. */
void ka_legend_buttons_allocate (KaLegendButtons *self, const KaLegend *legend, double unit);

/** ka_legend_buttons_append: puts the buttons into a frame. */
void ka_legend_buttons_append (KaLegendButtons *self, GtkSnapshot *snapshot);

G_END_DECLS
