/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-label-setting.h"

G_BEGIN_DECLS

/* Each function makes labels of a kind, places them on the board, and drops those without room */

/** ka_label_find_lands: Returns: (transfer full): the connected pieces of each owner's land, by its
 * number among the lands of the day. */
KaLabelPatch *ka_label_find_lands (const KaLabelBoard *board) G_GNUC_WARN_UNUSED_RESULT;

/** ka_label_reserve_symbols: occupies the space of the symbols of the first ranks before any name
 * is placed. Names of land avoid them. */
void ka_label_reserve_symbols (KaLabelBoard *board);

/** ka_label_collect_selected: names the selected place, or the places of the selected event or
 * clause, at every scale. */
void ka_label_collect_selected (KaLabelBoard *board);

/** ka_label_collect_regions: names the regions, @featured or else the others, that are large enough
 * in view, each on its largest piece. */
void ka_label_collect_regions (KaLabelBoard *board, gboolean featured);

/** ka_label_collect_polities: names every owner on its largest piece of land in view, and on
 * further large ones; with @over_border only those without a name, over their borders where
 * necessary. */
void ka_label_collect_polities (KaLabelBoard *board, gboolean over_border);

/** ka_label_name_polity: names a polity without a name on a piece of land that is not its own. */
void ka_label_name_polity (KaLabelBoard       *board,
                           const KaPolity     *polity,
                           const KaLabelPatch *patch,
                           int                 part);

/** ka_label_collect_contested: names contested land, and the states with a certain title to it that
 * have no name on land of their own. */
void ka_label_collect_contested (KaLabelBoard *board);

/** ka_label_set_open: sets a name in letters that spread over its land, along its axis or, without
 * @is_slanting, level if they can; at least @min_inside of it, 0 to 1, is on the land. Returns:
 * whether there is room. */
gboolean ka_label_set_open (KaLabelBoard      *board,
                            const KaLabelWish *wish,
                            gboolean           is_slanting,
                            double             min_inside);

/** ka_label_collect_wholes: names the wholes that the owners of land belong to, the greatest first.
 */
void ka_label_collect_wholes (KaLabelBoard *board);

/** ka_label_collect_towns: names the towns and ruins of a rank, 1 to 3, capitals first. */
void ka_label_collect_towns (KaLabelBoard *board, int rank);

/** ka_label_collect_peaks: names the peaks and ranges of a rank, 1 to 3. */
void ka_label_collect_peaks (KaLabelBoard *board, int rank);

/** ka_label_collect_waters: names seas, lakes and rivers of a rank, 1 to 3. */
void ka_label_collect_waters (KaLabelBoard *board, int rank);

/** ka_label_collect_frontiers: names the named lines, each nearer to its name than any other. */
void ka_label_collect_frontiers (KaLabelBoard *board);

/** ka_label_name_range: names a range of mountains along its peaks. */
void ka_label_name_range (KaLabelBoard *board, const KaPlace *range, const char *text);

/** ka_label_name_river: names a river that has a line along its course. */
void ka_label_name_river (KaLabelBoard      *board,
                          const KaPlace     *river,
                          const char        *text,
                          const KaTypeStyle *style);

G_END_DECLS
