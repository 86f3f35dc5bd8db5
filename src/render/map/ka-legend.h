/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-paint-context.h"
#include "ka-type.h"

G_BEGIN_DECLS

/** KA_LEGEND_N_SIZES: how many sizes of a text are kept. */
#define KA_LEGEND_N_SIZES 7

/**
 * KaLegendSize:
 * @room: where the text breaks; in user units as all
 * @width: of its widest line
 * @height: of all lines
 *
 * The size of a text in a room. Pango shapes all of a text anew for each room.
 */
typedef struct
{
  double room;
  double width;
  double height;
} KaLegendSize;

/**
 * KaLegendRow:
 * @item: (nullable): the item that a click on the row selects
 * @text: its text
 * @layout: (nullable): the text to paint
 * @sizes: of the text in some rooms, of each where it does not break first
 * @n_sizes: how many of them are known
 * @box: in user units, over the whole width of its column
 * @text_box: the text in user units
 */
typedef struct
{
  const KaItem *item;
  char         *text;
  KaTypeLayout *layout;
  KaLegendSize  sizes[KA_LEGEND_N_SIZES];
  guint         n_sizes;
  KaBox         box;
  KaBox         text_box;
} KaLegendRow;

/**
 * KaLegend:
 * @rows: (element-type KaLegendRow): from the most important; none when folded
 * @box: its panel in user units; empty when there is nothing to explain
 * @heading_box: its heading in user units, which folds it; empty on paper and without rows
 * @heading: (nullable): the text of the heading
 * @is_folded: whether it shows its heading alone
 * @folds_by_itself: whether it would hide too much, so that only a person opens it
 * @place: where it stands, for #KaViewState; 0 on paper
 * @theme: of its type
 * @size: of its type, in user units
 *
 * The key to the map in view, laid out once, then painted.
 */
typedef struct
{
  GPtrArray    *rows;
  KaBox         box;
  KaBox         heading_box;
  KaTypeLayout *heading;
  gboolean      is_folded;
  gboolean      folds_by_itself;
  guint         place;

  const KaTheme *theme;
  double         size;
} KaLegend;

/**
 * ka_legend_new:
 * @context: the map; the legend is painted on its cairo_t
 * @taken: (array length=n_taken) (nullable): boxes that it must not meet, in user units
 * @n_taken: how many
 * @previous: (nullable): a legend that is shown no more; texts that stay are taken out of it
 *
 * Lays out the legend over a map in a window, with rows for what is in view. It stands where it
 * hides least, and folds where it would cover more than 12 % of the map or what the map is about.
 *
 * Returns: (transfer full): the legend
 */
KaLegend *ka_legend_new (const KaPaintContext *context,
                         const KaBox          *taken,
                         gsize                 n_taken,
                         KaLegend             *previous) G_GNUC_WARN_UNUSED_RESULT;

/** ka_legend_new_on_paper: Returns: (transfer full): the legend beside a map: the same rows in
 * columns of at most @width user units together; its box begins at 0, 0. Beyond @max_height its
 * type shrinks, then the last rows are left out. */
KaLegend *ka_legend_new_on_paper (const KaPaintContext *context,
                                  double                width,
                                  double                max_height) G_GNUC_WARN_UNUSED_RESULT;

/** ka_legend_free: frees a legend (transfer full). */
void ka_legend_free (KaLegend *self);

/** ka_legend_paint: paints the legend on the cairo_t of its map. */
void ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaLegend, ka_legend_free)

G_END_DECLS
