/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-label-index.h"
#include "ka-label-raster.h"
#include "ka-labels.h"
#include "ka-map-symbol.h"
#include "ka-type.h"

G_BEGIN_DECLS

/**
 * KaLabelGlyph:
 * @font: set in it; borrowed from the layout
 * @glyph: its number in @font
 * @at: the start of its baseline, in user units
 * @advance: how far the pen moves
 * @direction: of its baseline, of length 1
 * @angle: the same in radians, clockwise
 *
 * A letter of a name that follows a line.
 */
typedef struct
{
  PangoFont *font;
  PangoGlyph glyph;
  KaPoint    at;
  double     advance;
  KaPoint    direction;
  double     angle;
} KaLabelGlyph;

/**
 * KaMapLabel:
 * @item: what it names
 * @text: as shown
 * @style: how it is set
 * @ink: its colour, borrowed from the theme
 * @layout: (nullable): the text, measured; %NULL for a symbol without a name
 * @at: top left of the layout in user units, for level text
 * @glyphs: (nullable) (element-type KaLabelGlyph): for text along a line
 * @boxes: (element-type KaBox): the space that it occupies, without the symbol
 * @symbol: the symbol at @symbol_at
 * @radius: of the symbol
 * @choice: its candidate beside the symbol, or -1; the next picture prefers the same
 * @is_open: whether level letters have boxes of their own, so that other names stand between them
 * @is_in_land: whether it stands in the middle of land
 * @centre_km: there; the next picture prefers to stay
 */
typedef struct
{
  const KaItem   *item;
  char           *text;
  KaTypeStyle     style;
  const KaColour *ink;
  KaTypeLayout   *layout;
  KaPoint         at;
  GArray         *glyphs;
  GArray         *boxes;
  KaMapSymbol     symbol;
  KaPoint         symbol_at;
  double          radius;
  int             choice;
  gboolean        is_open;
  gboolean        is_in_land;
  KaPoint         centre_km;
} KaMapLabel;

struct _KaMapLabels
{
  GPtrArray *labels; /* of KaMapLabel, in the order of placing */
};

/**
 * KaLabelBoard:
 * @context: (borrowed): the map
 * @index: (borrowed): occupied space
 * @raster: (borrowed): land and lines under each spot
 * @hatched: (borrowed): whether each area is hatched because another claims or occupies it
 * @lands: (borrowed): the connected pieces of each owner's land, by its number among the lands of
 * the day
 * @labels: (element-type KaMapLabel): the placed labels, in order
 * @previous: (nullable) (element-type KaMapLabel): the labels of the picture before
 * @choices: item to choice + 1 in @previous
 * @reserved: places whose symbols occupy their space already
 * @named: items that have a name already
 *
 * The state of placing, during ka_map_labels_new() alone.
 */
typedef struct
{
  const KaPaintContext *context;
  KaLabelIndex         *index;
  KaLabelRaster        *raster;
  const gboolean       *hatched;
  KaLabelPatch         *lands;
  GPtrArray            *labels;
  const GPtrArray      *previous;
  GHashTable           *choices;
  GHashTable           *reserved;
  GHashTable           *named;
} KaLabelBoard;

/** ka_map_label_new: Returns: (transfer full): a label of an item without a place; line feeds split
 * the lines of @text. @ink is a colour of the theme. */
KaMapLabel *ka_map_label_new (const KaLabelBoard *board,
                              const KaItem       *item,
                              const char         *text,
                              const KaTypeStyle  *style,
                              const KaColour     *ink) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_label_free: frees a label (transfer full). */
void ka_map_label_free (KaMapLabel *self);

/** ka_label_measure_advance: the length of the text along its baseline, in user units. */
double ka_label_measure_advance (const KaMapLabel *label);

/** ka_label_break_lines: breaks a name into @n_lines, 2 or more, at the space nearest to each even
 * share of its length. Returns: (transfer full) (nullable): the lines; %NULL if it has too few
 * words. */
char *ka_label_break_lines (const char *text, int n_lines) G_GNUC_WARN_UNUSED_RESULT;

/** ka_label_get_symbol_box: the box around a symbol with its middle at @at, in user units. */
KaBox ka_label_get_symbol_box (KaPoint at, double radius);

/** ka_label_board_is_free: whether a box in user units lies within the frame and meets no occupied
 * space. */
gboolean ka_label_board_is_free (const KaLabelBoard *board, KaBox box);

/** ka_label_board_take: adds a label (transfer full) that has room and occupies its boxes; frees
 * one that found none. Boxes of one label may overlap. Returns: @has_room. */
gboolean ka_label_board_take (KaLabelBoard *board, KaMapLabel *label, gboolean has_room);

G_END_DECLS
