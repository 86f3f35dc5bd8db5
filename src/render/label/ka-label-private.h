/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-label-index.h"
#include "ka-label-raster.h"
#include "ka-labels.h"
#include "ka-type.h"

G_BEGIN_DECLS

/**
 * KaMapSymbol:
 *
 * What stands at the point that a label names.
 */
typedef enum
{
  KA_MAP_SYMBOL_NONE,
  KA_MAP_SYMBOL_TOWN,
  KA_MAP_SYMBOL_CAPITAL,
  KA_MAP_SYMBOL_RUIN,
  KA_MAP_SYMBOL_PEAK,
} KaMapSymbol;

/**
 * KaLabelGlyph:
 * @font: set in it; borrowed from the layout
 * @glyph: its number in @font
 * @at: the start of its baseline, in user units
 * @advance: how far the pen moves
 * @angle: in radians, clockwise
 *
 * A letter of a name that follows a line.
 */
typedef struct
{
  PangoFont *font;
  PangoGlyph glyph;
  KaPoint    at;
  double     advance;
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
 * @boxes: (element-type KaBox): what it takes, without the symbol
 * @symbol: what stands at @symbol_at
 * @radius: of the symbol
 * @choice: which candidate was taken; the next picture prefers the same
 * @is_in_land: set in the middle of land
 * @centre_km: there; the next picture prefers to stay
 */
typedef struct
{
  const KaItem   *item;
  char           *text;
  KaTypeStyle     style;
  const KaColour *ink;
  PangoLayout    *layout;
  KaPoint         at;
  GArray         *glyphs;
  GArray         *boxes;
  KaMapSymbol     symbol;
  KaPoint         symbol_at;
  double          radius;
  int             choice;
  gboolean        is_in_land;
  KaPoint         centre_km;
} KaMapLabel;

struct _KaMapLabels
{
  GPtrArray *labels; /* of KaMapLabel, in the order of placing */
};

/**
 * KaLabelBoard:
 *
 * What placing needs: the picture, what is taken on it, and what is said so far.
 */
typedef struct
{
  const KaPaintContext *context;
  KaLabelIndex         *index;
  KaLabelRaster        *raster;
  KaLabelPatch         *lands; /* pieces of each owner's land */
  KaMapLabels          *result;
  const KaMapLabels    *previous;
  GHashTable           *choices;  /* item -> choice + 1 of @previous */
  GHashTable           *reserved; /* places whose symbols have been taken */
  GHashTable           *named;    /* items that have their name already */
} KaLabelBoard;

/**
 * KaLabelBond:
 * @own: the line that a name belongs to
 * @rivals: (element-type KaGeometry): the other lines that have names
 *
 * Ties a name to its line: nowhere may it be nearer to another.
 */
typedef struct
{
  const KaGeometry *own;
  const GPtrArray  *rivals;
} KaLabelBond;

/* Labels */
KaMapLabel *ka_map_label_new (const KaLabelBoard *board,
                              const KaItem       *item,
                              const char         *text,
                              const KaTypeStyle  *style,
                              const KaColour     *ink);
void        ka_map_label_free (KaMapLabel *self);

/**
 * ka_label_board_add:
 * @label: (transfer full): a label that has been placed
 *
 * Takes its boxes; those of the letters of one name may overlap one another.
 */
void ka_label_board_add (KaLabelBoard *board, KaMapLabel *label);

gboolean ka_label_board_is_free (const KaLabelBoard *board, KaBox box);
KaBox    ka_label_board_get_symbol_box (KaPoint at, double radius);

/* Placing: each returns whether there was room, and leaves the label ready to be added */

/**
 * ka_label_place_at_point:
 *
 * Sets a name beside its symbol.
 */
gboolean ka_label_place_at_point (const KaLabelBoard *board, KaMapLabel *label);

/**
 * ka_label_place_in_part:
 * @part: the number of a connected piece of land
 * @angle: in radians, clockwise; 0 is level
 * @least_inside: how much of the name must lie on the land, 0 to 1
 *
 * Sets a name at the spot of the land that is roomiest, near its middle, and crosses least.
 */
gboolean ka_label_place_in_part (const KaLabelBoard *board,
                                 KaMapLabel         *label,
                                 const KaLabelPatch *patch,
                                 int                 part,
                                 double              angle,
                                 double              least_inside);

/**
 * ka_label_place_on_water:
 * @at: where the name would stand best, in user units
 * @is_sea: whether it must stand on the sea; the name of a lake may be larger than the lake
 *
 * Sets a name round a point without a symbol.
 */
gboolean
ka_label_place_on_water (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, gboolean is_sea);

/**
 * ka_label_place_level:
 * @at: the middle of its upper edge, or of its lower one
 * @down: 1 to set it below @at, -1 to set it above
 *
 * Sets a level name there and nowhere else.
 */
gboolean ka_label_place_level (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, int down);

/**
 * ka_label_place_along:
 * @line: (element-type KaPoint): smooth, from left to right, in user units
 * @offset: of the baseline above the line; below 0 is under it
 * @bond: (nullable): which line it must stay at
 *
 * Sets a name where the line bends least and least is crossed, nearest to the middle of the line.
 */
gboolean ka_label_place_along (const KaLabelBoard *board,
                               KaMapLabel         *label,
                               const GArray       *line,
                               double              offset,
                               const KaLabelBond  *bond);

/* Names of lines */

/**
 * ka_label_bond_holds:
 *
 * Returns: whether all of a name is near its line and nearer than to any other
 */
gboolean
ka_label_bond_holds (const KaLabelBond *self, const KaLabelBoard *board, const KaMapLabel *label);

/**
 * ka_label_break_lines:
 *
 * Breaks a name at the space nearest to each even share of its length.
 *
 * Returns: (transfer full) (nullable): the lines; %NULL if it has too few words
 */
char *ka_label_break_lines (const char *text, int n_lines) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_label_name_river:
 *
 * Names a river along its course, if that has room.
 */
void ka_label_name_river (KaLabelBoard      *board,
                          const KaPlace     *river,
                          const char        *text,
                          const KaTypeStyle *style);

/* Curves */

/**
 * ka_label_set_on_line:
 * @label: gets its letters and boxes
 * @line: (element-type KaPoint): a line in user units, from left to right, at least two points
 * @start: where the text begins, as a length along @line
 * @offset: of the baseline above the line, in user units
 */
void ka_label_set_on_line (KaMapLabel *label, const GArray *line, double start, double offset);

/**
 * ka_label_measure_advance:
 *
 * Returns: the length of the text along its baseline, in user units
 */
double ka_label_measure_advance (const KaMapLabel *label);

/* The pieces of each owner's land on the raster of a board */

/**
 * ka_label_find_lands:
 *
 * Returns: (transfer full): the connected pieces of each owner's land, by its number among the
 * lands of the day
 */
KaLabelPatch *ka_label_find_lands (const KaLabelBoard *board) G_GNUC_WARN_UNUSED_RESULT;

/* What is collected for placing, from the most to the least important */

/**
 * ka_label_collect_polities:
 * @over_border: for those that have no name yet: over their borders if need be
 *
 * Names every owner on its largest piece of land in view, and on further ones that are large.
 */
void ka_label_collect_polities (KaLabelBoard *board, gboolean over_border);

/**
 * ka_label_collect_regions:
 * @heroes: those that always stand out, else the others
 *
 * Names the regions that are seen large enough, each on its largest piece in view.
 */
void ka_label_collect_regions (KaLabelBoard *board, gboolean heroes);

/**
 * ka_label_collect_selected:
 *
 * Names the place that is selected, or the places of the event or clause that is, before all others
 * and at every scale.
 */
void ka_label_collect_selected (KaLabelBoard *board);

/**
 * ka_label_collect_towns:
 *
 * Names the towns and ruins of a rank, capitals first.
 */
void ka_label_collect_towns (KaLabelBoard *board, int rank);

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
 * ka_label_reserve_symbols:
 *
 * Takes the room of the symbols of the first rank before any name is placed, so that the names of
 * land go round them.
 */
void ka_label_reserve_symbols (KaLabelBoard *board);

/* Which places are shown at a scale; picking asks too */

/**
 * ka_map_shows_place:
 * @scale: user units for a kilometre
 *
 * Returns: whether a place is shown on a day at a scale, room permitting
 */
gboolean
ka_map_shows_place (const KaMapScene *scene, const KaPlace *place, KaDay day, double scale);

KaMapSymbol ka_map_get_symbol (const KaPlace *place, double *radius);

/**
 * ka_map_symbol_paint:
 *
 * Paints what stands at a point: a ring for a town, a double one for a capital, a triangle for a
 * peak, three dots for ruins.
 */
void ka_map_symbol_paint (cairo_t       *cr,
                          const KaTheme *theme,
                          KaMapSymbol    symbol,
                          KaPoint        at,
                          double         radius);

G_END_DECLS
