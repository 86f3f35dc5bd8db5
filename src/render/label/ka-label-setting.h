/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-label-board.h"

G_BEGIN_DECLS

/**
 * KaLabelSetting:
 * @size: of the type over the wished size
 * @tracking: letter spacing over the size
 * @n_lines: 1 or more
 * @is_slanting: along the long axis of the land
 *
 * A way to set a name. In a table later ones take less room.
 */
typedef struct
{
  double   size;
  double   tracking;
  int      n_lines;
  gboolean is_slanting;
} KaLabelSetting;

/**
 * KaLabelWish:
 * @item: what is named
 * @text: as shown
 * @style: its type at the wished size
 * @ink: its colour, borrowed from the theme
 * @patch: pieces of land
 * @part: the number of the piece for the name
 * @is_open: whether other names may stand between its letters
 *
 * A name of land and the land for it.
 */
typedef struct
{
  const KaItem       *item;
  const char         *text;
  KaTypeStyle         style;
  const KaColour     *ink;
  const KaLabelPatch *patch;
  int                 part;
  gboolean            is_open;
} KaLabelWish;

/** ka_label_set: sets a name on its land in the first way of @settings (array length=n_settings)
 * that has room with at least @min_inside of it, 0 to 1, on the land. Returns: whether one has. */
gboolean ka_label_set (KaLabelBoard         *board,
                       const KaLabelWish    *wish,
                       const KaLabelSetting *settings,
                       gsize                 n_settings,
                       double                min_inside);

/** ka_label_dup_capitals: Returns: (transfer full): the name in the language of labels in capitals,
 * without a remark in brackets. */
char *ka_label_dup_capitals (const KaLabelBoard *board, const KaText *name);

/** ka_label_measure_piece: the size of a piece of land in square user units. */
double ka_label_measure_piece (const KaLabelBoard *board, const KaLabelPatch *patch, int part);

/** ka_label_find_pieces: Returns: (transfer full): the connected pieces of land with the same
 * number in @numbers, which has one for each area; numbers below 0 are none. */
KaLabelPatch *ka_label_find_pieces (const KaLabelBoard *board,
                                    const gint16       *numbers) G_GNUC_WARN_UNUSED_RESULT;

/** ka_label_find_largest: Returns: (transfer full): the largest piece of each number below
 * @n_numbers, or -1. */
int *ka_label_find_largest (const KaLabelPatch *patch, gsize n_numbers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
