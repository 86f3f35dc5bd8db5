/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-day.h"
#include "ka-paint-context.h"

G_BEGIN_DECLS

/*
 * The parts of a map. Functions with a context paint on its cairo_t and restore its state.
 * Functions that stroke "the path" clear it. Lengths are in user units.
 */

/* Paths. @level is the simplification: 0 for none */

/** ka_map_path_chains: adds chains (element-type KaMapChain): a ring as a closed subpath, of a line
 * the arcs in view. */
void ka_map_path_chains (const KaPaintContext *context, const GPtrArray *chains, guint level);

/** ka_map_path_large: adds chains as ka_map_path_chains() does, but no ring that is narrower and
 * lower than @least, and what is in view within @view_km alone. */
void ka_map_path_large (const KaPaintContext *context,
                        KaBox                 view_km,
                        const GPtrArray      *chains,
                        guint                 level,
                        double                least);

/** ka_map_path_geometry: adds the paths of a geometry as ka_map_path_chains() does. */
void ka_map_path_geometry (const KaPaintContext *context, const KaGeometry *geometry, guint level);

/** ka_map_path_layer: adds the shapes of a layer in view as ka_map_path_chains() does; waters only
 * on days when they exist. */
void ka_map_path_layer (const KaPaintContext *context, KaLayer layer, guint level);

/** ka_map_path_outline: adds the arcs of @rings in view as lines, without the edge of the data. */
void ka_map_path_outline (const KaPaintContext *context, const GPtrArray *rings, guint level);

/* Soft edges */

/** KaMapSoftStroke: one of the strokes of a soft edge; @alpha is its coverage, 0 to 1. */
typedef struct
{
  double width;
  double alpha;
} KaMapSoftStroke;

/** ka_map_is_raster: whether drawing on @cr gives pixels; a vector format must keep shapes, and
 * after an error of Cairo there are none. */
gboolean ka_map_is_raster (cairo_t *cr);

/** ka_map_stroke_soft: strokes the path softly with a colour, @strokes from the widest. Flattens
 * coarsely: facets are invisible in a wide, faint stroke. */
void ka_map_stroke_soft (cairo_t               *cr,
                         const KaColour        *colour,
                         const KaMapSoftStroke *strokes,
                         gsize                  n_strokes);

/** ka_map_number_soft: strokes the path as ka_map_stroke_soft() does, with a number each in place
 * of a colour, on a surface of alpha alone. */
void ka_map_number_soft (cairo_t               *cr,
                         const KaMapSoftStroke *strokes,
                         gsize                  n_strokes,
                         const guchar          *numbers);

/** ka_map_cover_soft: works out the coverage, 0 to 255, of each stroke with those below it. */
void ka_map_cover_soft (const KaMapSoftStroke *strokes, gsize n_strokes, guchar *coverage);

/* The base and its parts, from below */

/** ka_map_paint_ground: paints sea, land, relief and bands, all but what is antialiased: its pixels
 * do not depend on the clip. */
void ka_map_paint_ground (const KaPaintContext *context);

/** ka_map_fill_featured: fills the featured regions with their colour and pattern. A band inside
 * the outline has the colour of the holder. */
void ka_map_fill_featured (const KaPaintContext *context);

/** ka_map_fill_held: lightens land that is held in fact, without a settled title. */
void ka_map_fill_held (const KaPaintContext *context);

/** ka_map_fill_hatches: hatches occupied land in the colour of the occupier, and contested land. */
void ka_map_fill_hatches (const KaPaintContext *context);

/** ka_map_fill_claims: hatches claimed land with a dashed outline in the colour of the claimant. No
 * claim looks like a border. */
void ka_map_fill_claims (const KaPaintContext *context);

/** ka_map_graticule_step: the degrees between meridians (x) and between parallels (y): the finest
 * steps that leave room in a view. */
KaPoint ka_map_graticule_step (const KaProjection *projection, const KaViewport *viewport);

/** ka_map_line_graticule: strokes parallels and meridians at ka_map_graticule_step(). */
void ka_map_line_graticule (const KaPaintContext *context);

/** ka_map_line_edge: strokes the edge of a map of the whole Earth and clears what is beyond it. */
void ka_map_line_edge (const KaPaintContext *context);

/** ka_map_line_rivers: strokes the rivers, wider by rank and towards a known mouth. */
void ka_map_line_rivers (const KaPaintContext *context);

/** ka_map_fill_waters: fills the lakes of the day. */
void ka_map_fill_waters (const KaPaintContext *context);

/** ka_map_line_borders: strokes each border of the day in the style of its class. */
void ka_map_line_borders (const KaPaintContext *context);

/** ka_map_line_frontiers: strokes the named lines of the day, the strongest last.
 * ka_map_line_borders() has drawn lines in force and limits; of them this function repeats the
 * principal one alone. */
void ka_map_line_frontiers (const KaPaintContext *context);

/** ka_map_line_pinned: strokes the borders of the pinned day where the day has none. */
void ka_map_line_pinned (const KaPaintContext *context);

/* Over the base */

/** ka_map_highlight_paint: highlights the item under the pointer and outlines the selected one. */
void ka_map_highlight_paint (const KaPaintContext *context);

/** ka_map_step_paint: highlights the piece of line of a step of an annex, from 1; 0 paints nothing.
 * A step that is not selected is under the pointer. */
void ka_map_step_paint (const KaPaintContext *context,
                        const KaItem         *item,
                        guint                 step,
                        gboolean              is_selected);

/* Shared with the legend */

/** ka_map_border_to_line: the class of line that a border of a class is drawn as. */
KaMapLineClass ka_map_border_to_line (KaMapBorder border);

/** ka_map_stroke_line: strokes the path as a line of a class; the strongest line of a day is wider
 * and has the accent. */
void
ka_map_stroke_line (cairo_t *cr, const KaTheme *theme, KaMapLineClass line, gboolean is_strong);

/** ka_map_stroke_frontier: strokes the geometry of a named line as what it is on the day; a band
 * below a line that is not in force tells how inexact it is. */
void ka_map_stroke_frontier (const KaPaintContext *context, const KaFrontier *frontier);

/** ka_map_stroke_claim: strokes the path as the outline of claimed land. */
void ka_map_stroke_claim (cairo_t *cr, const KaColour *colour, double width);

/** ka_map_fill_held_box: paints land held in fact over a box that is clipped to it: lighter than
 * land held by right, with level lines. @phase is a point of a line, fixed to the land. */
void
ka_map_fill_held_box (cairo_t *cr, const KaTheme *theme, KaTint tint, KaBox box, KaPoint phase);

/** ka_map_claim_angle_deg: the slant, 45 or 135, of the hatch of claimant @number: it distinguishes
 * claimants without colour; from the third on the pitch does. */
double ka_map_claim_angle_deg (guint number);

/** ka_map_claim_pitch: the distance of the lines of the hatch of claimant @number. */
double ka_map_claim_pitch (guint number);

/** ka_map_hatch_box: adds a hatch of a box to the path: @angle_deg, 45 or 135, is counter-clockwise
 * from east. @phase is a point of a line, fixed to the land, so that the hatch moves with it. */
void ka_map_hatch_box (cairo_t *cr, KaBox box, double angle_deg, double pitch, KaPoint phase);

/** KaMapIsInside: whether a mark of a pattern may stand at a point. */
typedef gboolean (*KaMapIsInside) (KaPoint user, gconstpointer data);

/** ka_map_stipple_box: adds the pattern of a featured region, level dashes or else dots, to the
 * path. @phase is a mark, fixed to the land, so that the pattern moves with it. @is_inside
 * (nullable) tells where marks may stand. */
void ka_map_stipple_box (cairo_t      *cr,
                         KaBox         box,
                         gboolean      is_dashes,
                         KaPoint       phase,
                         KaMapIsInside is_inside,
                         gconstpointer data);

/** ka_map_stroke_stipple: strokes the path of ka_map_stipple_box(). */
void ka_map_stroke_stipple (cairo_t *cr, const KaTintColours *colours, gboolean is_dashes);

G_END_DECLS
