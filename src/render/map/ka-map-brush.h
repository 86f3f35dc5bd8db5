/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-day.h"
#include "ka-map-painter.h"

G_BEGIN_DECLS

/**
 * KaMapBrush:
 * @cr: where to draw
 * @scene: the geography
 * @day: what the day makes of it
 * @state: what is selected and hovered
 * @theme: colours
 * @viewport: the camera
 * @level: simplification for fills and borders
 * @soft_level: simplification for wide soft strokes
 * @view_km: what is seen, with room for the widest stroke
 *
 * What every function that paints a part of the map needs.
 */
typedef struct
{
  cairo_t           *cr;
  KaMapScene        *scene;
  KaMapDay          *day;
  const KaViewState *state;
  const KaTheme     *theme;
  const KaViewport  *viewport;
  guint              level;
  guint              soft_level;
  KaBox              view_km;
} KaMapBrush;

/** KaMapIsInside: whether a mark of a pattern may stand at a point in user units. */
typedef gboolean (*KaMapIsInside) (KaPoint user, gconstpointer data);

/* Paths */
void ka_map_path_chain (const KaMapBrush *brush, const KaMapChain *chain, guint level);
void ka_map_path_chains (const KaMapBrush *brush, const GPtrArray *chains, guint level);
void ka_map_path_geometry (const KaMapBrush *brush, const KaGeometry *geometry, guint level);
void ka_map_path_outline (const KaMapBrush *brush, const GPtrArray *rings, guint level);

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

gboolean ka_map_is_raster (cairo_t *cr);
void     ka_map_mask_soft (cairo_t *cr, const KaMapSoftStroke *strokes, gsize n_strokes);
void     ka_map_stroke_soft (cairo_t               *cr,
                             const KaColour        *colour,
                             const KaMapSoftStroke *strokes,
                             gsize                  n_strokes);

/* Parts of the base, from below */
void ka_map_fill_sea (const KaMapBrush *brush);
void ka_map_fill_land (const KaMapBrush *brush);
void ka_map_fill_bands (const KaMapBrush *brush);
void ka_map_fill_heroes (const KaMapBrush *brush);
void ka_map_fill_hatches (const KaMapBrush *brush);
void ka_map_fill_waters (const KaMapBrush *brush);
void ka_map_line_graticule (const KaMapBrush *brush);
void ka_map_line_rivers (const KaMapBrush *brush);
void ka_map_line_borders (const KaMapBrush *brush);
void ka_map_line_frontiers (const KaMapBrush *brush);

void ka_map_line_pinned (const KaMapBrush *brush);
void ka_map_fill_claims (const KaMapBrush *brush);

/* Shared with legend and labels */
gboolean ka_map_shows_frontier (const KaViewState *state, const KaFrontier *frontier);
void     ka_map_stroke_pinned (cairo_t *cr, const KaTheme *theme);
double   ka_map_claim_angle_deg (guint number);
double   ka_map_claim_pitch (guint number);
void     ka_map_hatch_box (cairo_t *cr, KaBox box, double angle_deg, double pitch, KaPoint phase);
void     ka_map_stipple_box (cairo_t      *cr,
                             KaBox         box,
                             gboolean      is_dashes,
                             KaPoint       phase,
                             KaMapIsInside is_inside,
                             gconstpointer data);
void     ka_map_stroke_stipple (cairo_t *cr, const KaTintColours *colours, gboolean is_dashes);
void     ka_map_stroke_border (cairo_t *cr, const KaTheme *theme, KaMapBorder border);
void     ka_map_stroke_frontier (cairo_t          *cr,
                                 const KaTheme    *theme,
                                 const KaFrontier *frontier,
                                 gboolean          is_principal,
                                 double            scale);

void ka_map_panel_paint (cairo_t *cr, const KaTheme *theme, KaBox box);
void ka_map_highlight_paint (const KaMapBrush *brush);
void
ka_map_step_paint (const KaMapBrush *brush, const KaItem *item, guint step, gboolean is_selected);

G_END_DECLS
