/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The map as a whole: which part is painted when. The parts are in ka-map-fill.c, ka-map-line.c,
 * ka-map-highlight.c, ka-label-paint.c and ka-map-furniture.c.
 */

#include "config.h"

#include "ka-map-painter.h"

#include "ka-labels.h"
#include "ka-map-brush.h"
#include "ka-map-furniture.h"
#include "ka-map-relief.h"

/* How far a drawn line may be off, in user units */
#define LINE_TOLERANCE 0.4
/* How far the middle of a wide soft stroke may be off */
#define SOFT_TOLERANCE 1.6
/* No stroke reaches further than this beyond its line, in user units */
#define WIDEST_REACH 40.0

static gboolean
shows (const KaMapBrush *brush, KaMapLayer layer)
{
  return (brush->state->hidden_layers & layer) == 0;
}

static void
paint_base (const KaMapBrush *brush)
{
  ka_map_fill_sea (brush);
  ka_map_fill_land (brush);
  if (shows (brush, KA_MAP_LAYER_RELIEF))
    ka_map_fill_relief (brush);
  ka_map_fill_bands (brush);
  ka_map_fill_heroes (brush);
  ka_map_fill_hatches (brush);
  if (shows (brush, KA_MAP_LAYER_CLAIMS))
    ka_map_fill_claims (brush);
  if (shows (brush, KA_MAP_LAYER_GRATICULE))
    ka_map_line_graticule (brush);
  if (shows (brush, KA_MAP_LAYER_RIVERS))
    ka_map_line_rivers (brush);
  ka_map_fill_waters (brush);
  ka_map_line_borders (brush);
  ka_map_line_frontiers (brush);
  ka_map_line_pinned (brush);
}

/* What names keep clear of. Names painted alone keep clear of the furniture, which is on a layer of
 * its own then. In a picture that is painted at once and without furniture there is nothing to keep
 * clear of. */
static GArray *
list_taken (const KaMapFurniture *furniture, KaMapPass passes)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (KaBox));

  if ((passes & KA_MAP_FURNITURE) != 0 || (passes & KA_MAP_BASE) == 0)
    {
      gsize        n_boxes;
      const KaBox *boxes = ka_map_furniture_get_boxes (furniture, &n_boxes);

      g_array_append_vals (taken, boxes, (guint) n_boxes);
    }

  return taken;
}

static void
paint_words (const KaMapBrush *brush, KaMapPass passes)
{
  g_autoptr (KaMapFurniture) furniture = ka_map_furniture_new (
    brush->cr, brush->scene, brush->state, brush->theme, brush->viewport);

  if (passes & KA_MAP_LABELS)
    {
      g_autoptr (GArray) taken = list_taken (furniture, passes);
      g_autoptr (KaMapLabels) labels = ka_map_labels_new (
        brush->cr, brush->scene, brush->state, brush->theme, brush->viewport,
        (const KaBox *) (gpointer) taken->data, taken->len, NULL);

      ka_map_labels_paint (labels, brush->cr, brush->theme);
    }
  if (passes & KA_MAP_FURNITURE)
    ka_map_furniture_paint (furniture, brush->cr, brush->theme);
}

KaMapLabels *
ka_map_paint_names (cairo_t           *cr,
                    KaMapScene        *scene,
                    const KaViewState *state,
                    const KaTheme     *theme,
                    const KaViewport  *viewport,
                    const KaBox       *overlays,
                    gsize              n_overlays,
                    const KaMapLabels *previous)
{
  g_autoptr (KaMapFurniture) furniture = ka_map_furniture_new (cr, scene, state, theme, viewport);
  g_autoptr (GArray) taken = list_taken (furniture, KA_MAP_LABELS);
  KaMapLabels *labels;

  g_array_append_vals (taken, overlays, (guint) n_overlays);
  labels = ka_map_labels_new (cr, scene, state, theme, viewport,
                              (const KaBox *) (gpointer) taken->data, taken->len, previous);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  ka_map_labels_paint (labels, cr, theme);
  cairo_restore (cr);
  ka_map_labels_forget_text (labels);

  return labels;
}

void
ka_map_paint (cairo_t           *cr,
              KaMapScene        *scene,
              const KaViewState *state,
              const KaTheme     *theme,
              const KaViewport  *viewport,
              KaMapPass          passes)
{
  g_autoptr (KaMapDay) day = ka_map_day_new (scene, state->day);
  KaMapBrush brush = {
    .cr = cr,
    .scene = scene,
    .day = day,
    .state = state,
    .theme = theme,
    .viewport = viewport,
    .level = ka_map_level_for (LINE_TOLERANCE / viewport->scale),
    .soft_level = ka_map_level_for (SOFT_TOLERANCE / viewport->scale),
    .view_km = ka_box_grow (ka_viewport_get_box (viewport), WIDEST_REACH / viewport->scale),
  };

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  if (passes & KA_MAP_BASE)
    paint_base (&brush);
  if (passes & KA_MAP_HIGHLIGHT)
    ka_map_highlight_paint (&brush);
  if (passes & (KA_MAP_LABELS | KA_MAP_FURNITURE))
    paint_words (&brush, passes);
  cairo_restore (cr);
}
