/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KaLaneItem:
 * @start: where it begins, in any unit
 * @end: where it is over, not before @start; infinite ends are allowed
 * @priority: the higher ones are placed first
 * @lane: (out): its lane, counted from 0; -1 when there was no room
 * @number: for the caller
 *
 * Something that takes part of a lane: [@start, @end). Two that only touch do not overlap.
 */
typedef struct
{
  double start;
  double end;
  int    priority;
  int    lane;
  guint  number;
} KaLaneItem;

/**
 * ka_lanes_pack:
 * @items: (array length=n_items) (inout): what to place, in any order; the lanes are written here
 * @n_items: how many
 * @max_lanes: how many lanes there are, 0 or more
 *
 * Gives every item the first lane in which it overlaps nothing. Items of high priority go first,
 * then those that start first, then longer ones, then the order of the array decides. Items in that
 * order, each priority for itself, need no sorting. O(n_items · (lanes + priorities + log
 * n_items)).
 *
 * Returns: how many lanes are used
 */
int ka_lanes_pack (KaLaneItem *items, gsize n_items, int max_lanes);

G_END_DECLS
