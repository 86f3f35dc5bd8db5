/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints a map: base, highlight, labels and furniture, in this order.
 */

#include "config.h"

#include "ka-map-painter.h"

#include "ka-labels.h"
#include "ka-map-changes.h"
#include "ka-map-furniture.h"
#include "ka-map-parts.h"
#include "ka-map-strips.h"

static void
clip_frame (const KaPaintContext *context)
{
  cairo_save (context->cr);
  cairo_new_path (context->cr);
  cairo_rectangle (context->cr, 0, 0, context->viewport->width, context->viewport->height);
  cairo_clip (context->cr);
}

/* What lies on the ground */
static void
paint_cover (const KaPaintContext *context)
{
  if (!ka_atlas_has_map (context->scene->atlas))
    return;

  clip_frame (context);
  ka_map_fill_held (context);
  ka_map_fill_featured (context);
  ka_map_fill_hatches (context);
  if (ka_view_state_shows (context->state, KA_MAP_LAYER_CLAIMS))
    ka_map_fill_claims (context);
  if (ka_view_state_shows (context->state, KA_MAP_LAYER_GRATICULE))
    ka_map_line_graticule (context);
  if (ka_view_state_shows (context->state, KA_MAP_LAYER_RIVERS))
    ka_map_line_rivers (context);
  ka_map_fill_waters (context);
  ka_map_changes_paint (context);
  ka_map_line_borders (context);
  ka_map_line_frontiers (context);
  ka_map_line_pinned (context);
  ka_map_line_edge (context);
  cairo_restore (context->cr);
}

/* Names and furniture; each is nullable */
typedef struct
{
  KaMapLabels    *labels;
  KaMapFurniture *furniture;
} Words;

static void
clear_words (Words *self)
{
  g_clear_pointer (&self->labels, ka_map_labels_free);
  g_clear_pointer (&self->furniture, ka_map_furniture_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* Places names and furniture. Names avoid the furniture, which is on another layer when names are
 * painted alone. A picture without furniture has no boxes to avoid. */
static void
place_words (Words *self, const KaPaintContext *context, KaMapPass passes)
{
  gboolean avoids = (passes & KA_MAP_FURNITURE) != 0 || (passes & KA_MAP_BASE) == 0;

  if ((passes & (KA_MAP_LABELS | KA_MAP_FURNITURE)) == 0)
    return;

  self->furniture = ka_map_furniture_new (context, NULL, 0, NULL);
  if (passes & KA_MAP_LABELS)
    self->labels = ka_map_labels_new (context,
                                      (const KaBox *) (gpointer) self->furniture->boxes->data,
                                      avoids ? self->furniture->boxes->len : 0, NULL);
}

static void
paint_words (const Words *self, const KaPaintContext *context, KaMapPass passes)
{
  if (self->labels != NULL)
    ka_map_labels_paint (self->labels, context->cr, context->theme);
  if (passes & KA_MAP_FURNITURE)
    ka_map_furniture_paint (self->furniture, context->cr, context->theme);
}

/* Lays out the furniture to know what it covers. */
static GArray *
list_furniture (const KaPaintContext *context, const KaBox *overlays, gsize n_overlays)
{
  g_autoptr (KaMapFurniture) furniture = ka_map_furniture_new (context, overlays, n_overlays, NULL);

  return g_array_ref (furniture->boxes);
}

KaMapLabels *
ka_map_paint_names (const KaPaintContext *context,
                    const KaBox          *overlays,
                    gsize                 n_overlays,
                    GArray               *furniture,
                    const KaMapLabels    *previous)
{
  g_autoptr (GArray) taken = furniture != NULL ? g_array_copy (furniture)
                                               : list_furniture (context, overlays, n_overlays);
  KaMapLabels *labels;

  g_array_append_vals (taken, overlays, (guint) n_overlays);
  labels = ka_map_labels_new (context, (const KaBox *) (gpointer) taken->data, taken->len,
                              previous);

  clip_frame (context);
  ka_map_labels_paint (labels, context->cr, context->theme);
  cairo_restore (context->cr);
  ka_map_labels_forget_text (labels);

  return labels;
}

/* All threads paint the ground. Then another one paints what lies on it, while words are placed on
 * this one, which has their fonts already. */
void
ka_map_paint (const KaPaintContext *context, KaMapPass passes)
{
  g_auto (Words) words = { NULL, NULL };
  KaMapAside *cover = NULL;

  if (passes & KA_MAP_BASE)
    ka_map_paint_in_strips (context, ka_map_paint_ground, ka_map_count_strips (context));
  if (passes == KA_MAP_BASE)
    paint_cover (context);
  else if (passes & KA_MAP_BASE)
    cover = ka_map_paint_aside (context, paint_cover);
  place_words (&words, context, passes);
  ka_map_aside_finish (cover);

  clip_frame (context);
  if (passes & KA_MAP_HIGHLIGHT)
    ka_map_highlight_paint (context);
  paint_words (&words, context, passes);
  cairo_restore (context->cr);
}
