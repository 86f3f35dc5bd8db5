/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-label-board.h"

G_BEGIN_DECLS

/**
 * ka_label_find_lands:
 *
 * Returns: (transfer full): the connected pieces of each owner's land, by its number among the
 * lands of the day
 */
KaLabelPatch *ka_label_find_lands (const KaLabelBoard *board) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_label_reserve_symbols:
 *
 * Takes the room of the symbols of the first rank before any name is placed, so that the names of
 * land go round them.
 */
void ka_label_reserve_symbols (KaLabelBoard *board);

/**
 * ka_label_collect_selected:
 *
 * Names the place that is selected, or the places of the event or clause that is, before all others
 * and at every scale.
 */
void ka_label_collect_selected (KaLabelBoard *board);

/**
 * ka_label_collect_regions:
 * @heroes: those that always stand out, else the others
 *
 * Names the regions that are seen large enough, each on its largest piece in view.
 */
void ka_label_collect_regions (KaLabelBoard *board, gboolean heroes);

/**
 * ka_label_collect_polities:
 * @over_border: for those that have no name yet: over their borders if need be
 *
 * Names every owner on its largest piece of land in view, and on further ones that are large.
 */
void ka_label_collect_polities (KaLabelBoard *board, gboolean over_border);

/**
 * ka_label_collect_towns:
 *
 * Names the towns and ruins of a rank, capitals first.
 */
void ka_label_collect_towns (KaLabelBoard *board, int rank);

/**
 * ka_label_collect_peaks:
 * @board: a board
 * @rank: 1 to 3
 *
 * Names the peaks of a rank.
 */
void ka_label_collect_peaks (KaLabelBoard *board, int rank);

/**
 * ka_label_collect_waters:
 *
 * Names seas and lakes where they lie and rivers along their course.
 */
void ka_label_collect_waters (KaLabelBoard *board, int rank);

/**
 * ka_label_collect_frontiers:
 *
 * Names the lines that are drawn for themselves, where they can be told from one another.
 */
void ka_label_collect_frontiers (KaLabelBoard *board);

/**
 * ka_label_name_river:
 *
 * Names a river along its course, if that has room.
 */
void ka_label_name_river (KaLabelBoard      *board,
                          const KaPlace     *river,
                          const char        *text,
                          const KaTypeStyle *style);

G_END_DECLS
