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

/** ka_label_place_on_water: places a name without a symbol on or around a point, in user units;
 * with @is_sea it must stand on the sea. The name of a lake may be larger than the lake. */
gboolean
ka_label_place_on_water (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, gboolean is_sea);

/** ka_label_place_level: places a level name below @at with @down 1 or above it with -1, nowhere
 * else. @at is the middle of its edge. */
gboolean ka_label_place_level (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, int down);

/** ka_label_place_along: places a name where a smooth line (element-type KaPoint) bends least and
 * the name crosses least, nearest to the middle. The line runs from left to right. @offset puts the
 * baseline above it, in user units; below 0 is under it. @bond (nullable) keeps the name at its
 * line. */
gboolean ka_label_place_along (const KaLabelBoard *board,
                               KaMapLabel         *label,
                               const GArray       *line,
                               double              offset,
                               const KaLabelBond  *bond);

/** ka_label_set_on_line: sets a text along a line (element-type KaPoint) from left to right,
 * whether or not there is room. The line has two points at least. @start is a length along it,
 * @offset puts the baseline above it, in user units. */
void ka_label_set_on_line (KaMapLabel *label, const GArray *line, double start, double offset);

/** ka_label_bond_holds: whether all of a name is near its line and nearer than to any other. */
gboolean
ka_label_bond_holds (const KaLabelBond *self, const KaLabelBoard *board, const KaMapLabel *label);

G_END_DECLS
