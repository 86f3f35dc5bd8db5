/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-day.h"
#include "ka-paint-context.h"

G_BEGIN_DECLS

/** KaMapIsInside: whether a mark of a pattern may stand at a point in user units. */
typedef gboolean (*KaMapIsInside) (KaPoint user, gconstpointer data);

/* Paths */

/**
 * ka_map_path_chain:
 *
 * Adds a chain to the path: rings as closed subpaths, of lines only the arcs that can be seen.
 */
void ka_map_path_chain (const KaPaintContext *context, const KaMapChain *chain, guint level);

void ka_map_path_chains (const KaPaintContext *context, const GPtrArray *chains, guint level);
void ka_map_path_geometry (const KaPaintContext *context, const KaGeometry *geometry, guint level);

/**
 * ka_map_path_outline:
 *
 * Adds the visible outline of land as lines: without the edge of the data.
 */
void ka_map_path_outline (const KaPaintContext *context, const GPtrArray *rings, guint level);

/**
 * KaMapSoftStroke:
 * @width: in user units
 * @alpha: how much it covers
 *
 * One of the strokes that make a soft edge.
 */
typedef struct
{
  double width;
  double alpha;
} KaMapSoftStroke;

/**
 * ka_map_is_raster:
 *
 * Returns: whether what is drawn on @cr becomes pixels at once; a vector format must keep shapes
 */
gboolean ka_map_is_raster (cairo_t *cr);

/**
 * ka_map_mask_soft:
 * @cr: a raster, with the path and the source set
 * @strokes: (array length=n_strokes): from the widest
 *
 * Strokes the path softly with the source, and clears it. Nobody sees the facets of a faint wide
 * curve: they are coarse.
 */
void ka_map_mask_soft (cairo_t *cr, const KaMapSoftStroke *strokes, gsize n_strokes);

/**
 * ka_map_stroke_soft:
 * @cr: a raster or not, with the path set
 * @colour: of the strokes
 * @strokes: (array length=n_strokes): from the widest
 *
 * Strokes the path softly with a colour, and clears it.
 */
void ka_map_stroke_soft (cairo_t               *cr,
                         const KaColour        *colour,
                         const KaMapSoftStroke *strokes,
                         gsize                  n_strokes);

/* Parts of the base, from below */

/**
 * ka_map_fill_sea:
 *
 * Fills the frame with water and shades it towards the coasts. The landward half of the strokes is
 * covered by the land that is painted next, which is cheaper than a clip.
 */
void ka_map_fill_sea (const KaPaintContext *context);

/**
 * ka_map_fill_land:
 *
 * Fills land outside the atlas and the land of each owner, one path each. A thin stroke in the same
 * colour closes the seam that antialiasing would leave between neighbours.
 */
void ka_map_fill_land (const KaPaintContext *context);

/**
 * ka_map_fill_bands:
 *
 * Darkens the land of each owner along the inside of its border.
 */
void ka_map_fill_bands (const KaPaintContext *context);

/**
 * ka_map_fill_featured:
 *
 * Fills the regions that always stand out with their colour and pattern, with a band in the colour
 * of whoever holds them inside the outline.
 */
void ka_map_fill_featured (const KaPaintContext *context);

/**
 * ka_map_fill_hatches:
 *
 * Hatches occupied land in the colour of the occupier and contested land in a neutral one.
 */
void ka_map_fill_hatches (const KaPaintContext *context);

/**
 * ka_map_fill_waters:
 *
 * Fills the lakes.
 */
void ka_map_fill_waters (const KaPaintContext *context);

/**
 * ka_map_line_graticule:
 *
 * Draws parallels and meridians as polylines of halves of a step.
 */
void ka_map_line_graticule (const KaPaintContext *context);

/**
 * ka_map_line_rivers:
 *
 * Draws the rivers, great ones wider, and each wider towards its mouth where that is known.
 */
void ka_map_line_rivers (const KaPaintContext *context);

/**
 * ka_map_line_borders:
 *
 * Draws each border line of the day in the style of its class.
 */
void ka_map_line_borders (const KaPaintContext *context);

/**
 * ka_map_line_frontiers:
 *
 * Draws the named lines of the day, the strongest last. Treaty lines and limits in force are
 * borders that ka_map_line_borders() has drawn already; of them only the principal one is drawn
 * again.
 */
void ka_map_line_frontiers (const KaPaintContext *context);

/**
 * ka_map_line_pinned:
 *
 * Draws the borders of the day that is compared with, where they were others than today's.
 */
void ka_map_line_pinned (const KaPaintContext *context);

/**
 * ka_map_fill_claims:
 *
 * Hatches claimed land, the other way round than occupied land and outlined with dashes, in the
 * colour of the claimant: a claim is never drawn as a border.
 */
void ka_map_fill_claims (const KaPaintContext *context);

/* Shared with legend and labels */

/**
 * ka_map_stroke_pinned:
 *
 * Strokes the path as a border of the day that is compared with, and clears it.
 */
void ka_map_stroke_pinned (cairo_t *cr, const KaTheme *theme);

/**
 * ka_map_claim_angle_deg:
 * @number: of the claimant among those of the day
 *
 * Claimants differ by the slant of their hatch, and from the third on by its pitch too, so that
 * they can be told apart without colour.
 */
double ka_map_claim_angle_deg (guint number);

double ka_map_claim_pitch (guint number);

/**
 * ka_map_hatch_box:
 * @box: what to cover, in user units
 * @angle_deg: of the lines, counter-clockwise from east: 45 or 135
 * @pitch: distance between lines, in user units
 * @phase: a point through which a line goes, so that the hatch keeps to the land when it is panned
 *
 * Adds the lines to the path.
 */
void ka_map_hatch_box (cairo_t *cr, KaBox box, double angle_deg, double pitch, KaPoint phase);

/**
 * ka_map_stipple_box:
 * @is_dashes: level dashes, else dots
 * @is_inside: (nullable): whether a mark may stand at a point; %NULL for everywhere
 * @data: for @is_inside
 *
 * Adds the pattern of a hero to the path, to be stroked with round caps.
 */
void ka_map_stipple_box (cairo_t      *cr,
                         KaBox         box,
                         gboolean      is_dashes,
                         KaPoint       phase,
                         KaMapIsInside is_inside,
                         gconstpointer data);

/**
 * ka_map_stroke_stipple:
 *
 * Strokes the path as the pattern of a hero, and clears it.
 */
void ka_map_stroke_stipple (cairo_t *cr, const KaTintColours *colours, gboolean is_dashes);

/**
 * ka_map_stroke_border:
 *
 * Strokes the path as a border of a class, and clears it.
 */
void ka_map_stroke_border (cairo_t *cr, const KaTheme *theme, KaMapBorder border);

/**
 * ka_map_stroke_frontier:
 * @is_principal: the treaty line of the day, the strongest line of the map
 * @scale: user units for a kilometre, for the band of what is not exact
 *
 * Strokes the path as a named frontier, and clears it.
 */
void ka_map_stroke_frontier (cairo_t          *cr,
                             const KaTheme    *theme,
                             const KaFrontier *frontier,
                             gboolean          is_principal,
                             double            scale);

/**
 * ka_map_highlight_paint:
 *
 * Lifts what the pointer is on and outlines what is selected.
 */
void ka_map_highlight_paint (const KaPaintContext *context);

/**
 * ka_map_step_paint:
 * @item: an annex
 * @step: the number of a step of it, from 1; 0 paints nothing
 *
 * Lights the piece of line that a step describes.
 */
void ka_map_step_paint (const KaPaintContext *context,
                        const KaItem         *item,
                        guint                 step,
                        gboolean              is_selected);

G_END_DECLS
