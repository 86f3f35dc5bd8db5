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
  cairo_t           *cr;
  KaMapScene        *scene;
  KaMapDay          *day;
  const KaViewState *state;
  const KaTheme     *theme;
  const KaViewport  *viewport;
  KaLabelIndex      *index;
  KaLabelRaster     *raster;
  KaLabelPatch      *lands; /* pieces of each owner's land */
  KaMapLabels       *result;
  const KaMapLabels *previous;
  GHashTable        *choices;  /* item -> choice + 1 of @previous */
  GHashTable        *reserved; /* places whose symbols have been taken */
  GHashTable        *named;    /* items that have their name already */
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
void        ka_label_board_add (KaLabelBoard *board, KaMapLabel *label);
gboolean    ka_label_board_is_free (const KaLabelBoard *board, KaBox box);
KaBox       ka_label_board_get_symbol_box (KaPoint at, double radius);

/* Placing: each returns whether there was room, and leaves the label ready to be added */
gboolean ka_label_place_at_point (const KaLabelBoard *board, KaMapLabel *label);
gboolean ka_label_place_in_part (const KaLabelBoard *board,
                                 KaMapLabel         *label,
                                 const KaLabelPatch *patch,
                                 int                 part,
                                 double              angle,
                                 double              least_inside);
gboolean
ka_label_place_on_water (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, gboolean is_sea);
gboolean ka_label_place_level (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, int down);
gboolean ka_label_place_along (const KaLabelBoard *board,
                               KaMapLabel         *label,
                               const GArray       *line,
                               double              offset,
                               const KaLabelBond  *bond);

/* Names of lines */
gboolean
ka_label_bond_holds (const KaLabelBond *self, const KaLabelBoard *board, const KaMapLabel *label);
char *ka_label_break_lines (const char *text, int n_lines) G_GNUC_WARN_UNUSED_RESULT;
void  ka_label_name_river (KaLabelBoard      *board,
                           const KaPlace     *river,
                           const char        *text,
                           const KaTypeStyle *style);

/* Curves */
void   ka_label_set_on_line (KaMapLabel *label, const GArray *line, double start, double offset);
double ka_label_measure_advance (const KaMapLabel *label);

/* The pieces of each owner's land on the raster of a board */
KaLabelPatch *ka_label_find_lands (const KaLabelBoard *board) G_GNUC_WARN_UNUSED_RESULT;

/* What is collected for placing, from the most to the least important */
void ka_label_collect_polities (KaLabelBoard *board, gboolean over_border);
void ka_label_collect_regions (KaLabelBoard *board, gboolean heroes);
void ka_label_collect_selected (KaLabelBoard *board);
void ka_label_collect_towns (KaLabelBoard *board, int rank);
void ka_label_collect_peaks (KaLabelBoard *board, int rank);
void ka_label_collect_waters (KaLabelBoard *board, int rank);
void ka_label_collect_frontiers (KaLabelBoard *board);
void ka_label_reserve_symbols (KaLabelBoard *board);

/* Which places are shown at a scale; picking asks too */
gboolean
ka_map_shows_place (const KaMapScene *scene, const KaPlace *place, KaDay day, double scale);
KaMapSymbol ka_map_get_symbol (const KaPlace *place, double *radius);
void        ka_map_symbol_paint (cairo_t       *cr,
                                 const KaTheme *theme,
                                 KaMapSymbol    symbol,
                                 KaPoint        at,
                                 double         radius);

G_END_DECLS
