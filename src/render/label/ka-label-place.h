/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-label-board.h"

G_BEGIN_DECLS

/* Each ka_label_place function returns whether there is room, and then sets position and boxes */

/** KA_LABEL_MAX_BESIDE: the greatest width of level text beside a line, in user units. */
#define KA_LABEL_MAX_BESIDE 130.0

/**
 * KaLabelBond:
 * @own: the line that a name belongs to
 * @rivals: (element-type KaGeometry): the other lines that have names
 *
 * Binds a name to its line: no part of the name may be nearer to another.
 */
typedef struct
{
  const KaGeometry *own;
  const GPtrArray  *rivals;
} KaLabelBond;

/** ka_label_place_at_point: places a name beside its symbol. */
gboolean ka_label_place_at_point (const KaLabelBoard *board, KaMapLabel *label);

/**
 * ka_label_place_in_part:
 * @board: a board
 * @label: a label
 * @patch: pieces of land
 * @part: the number of one of them
 * @angle: in radians, clockwise; 0 is level
 * @min_inside: the least part of the name that lies on the land, 0 to 1
 *
 * Places a name at the spot of the land that is roomiest, near its middle, and crosses least.
 */
gboolean ka_label_place_in_part (const KaLabelBoard *board,
                                 KaMapLabel         *label,
                                 const KaLabelPatch *patch,
                                 int                 part,
                                 double              angle,
                                 double              min_inside);

/**
 * ka_label_place_on_water:
 * @board: a board
 * @label: a label without a symbol
 * @at: the best place, in user units
 * @is_sea: whether it must stand on the sea; the name of a lake may be larger than the lake
 *
 * Places a name on or around a point.
 */
gboolean
ka_label_place_on_water (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, gboolean is_sea);

/** ka_label_place_level: places a level name below @at, the middle of its edge, with @down 1, or
 * above it with -1, and nowhere else. */
gboolean ka_label_place_level (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, int down);

/**
 * ka_label_place_along:
 * @board: a board
 * @label: a label
 * @line: (element-type KaPoint): smooth, from left to right, in user units
 * @offset: of the baseline above the line; below 0 is under it
 * @bond: (nullable): which line it must stay at
 *
 * Places a name where the line bends least and the name crosses least, nearest to the middle.
 */
gboolean ka_label_place_along (const KaLabelBoard *board,
                               KaMapLabel         *label,
                               const GArray       *line,
                               double              offset,
                               const KaLabelBond  *bond);

/**
 * ka_label_set_on_line:
 * @label: gets its letters and boxes
 * @line: (element-type KaPoint): a line in user units, from left to right, at least two points
 * @start: where the text begins, as a length along @line
 * @offset: of the baseline above the line, in user units
 *
 * Sets a text along a line, whether or not there is room.
 */
void ka_label_set_on_line (KaMapLabel *label, const GArray *line, double start, double offset);

/** ka_label_bond_holds: whether all of a name is near its line and nearer than to any other. */
gboolean
ka_label_bond_holds (const KaLabelBond *self, const KaLabelBoard *board, const KaMapLabel *label);

G_END_DECLS
