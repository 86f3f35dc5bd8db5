/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-tour-guide.h"

G_BEGIN_DECLS

#define KA_TYPE_TOUR_BAR (ka_tour_bar_get_type ())

/**
 * KaTourBar: the title, the paragraph and the progress of a tour or a walk, with buttons. It is
 * visible as long as there is a tour. A screen reader hears each step.
 */
G_DECLARE_FINAL_TYPE (KaTourBar, ka_tour_bar, KA, TOUR_BAR, GtkWidget)

/**
 * ka_tour_bar_new:
 * @window: the window that it goes into
 * @session: what tours change
 * @map: the map in @window that follows
 *
 * Adds the actions `start-tour` (s: kind:id), `go-tour` (i: -1 or 1) and `play-tour` to @window.
 *
 * Returns: (transfer floating): the bar, for a place above the content of @window
 */
KaTourBar *ka_tour_bar_new (GtkApplicationWindow *window, KaSession *session, KaMapView *map);

/** ka_tour_bar_get_guide: Returns: (transfer none): who leads through its tour */
KaTourGuide *ka_tour_bar_get_guide (KaTourBar *self);

/** ka_tour_bar_fill_menu: appends an entry for each tour of the atlas to @menu */
void ka_tour_bar_fill_menu (KaTourBar *self, GMenu *menu);

G_END_DECLS
