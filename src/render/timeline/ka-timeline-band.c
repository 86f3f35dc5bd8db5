/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The band under the axis: who held a region, and when. It has the colours of the map, and hatches
 * where the land was occupied or contested.
 */

#include "config.h"

#include "ka-timeline-painter.h"
#include "ka-timeline-parts.h"

#include "ka-captions.h"

#include <math.h>

#define HATCH 6.0
#define PAD   4.0

const KaArea *
ka_timeline_band_get_area (const KaItem *item)
{
  const KaRegion *region;

  if (item == NULL)
    return NULL;
  if (item->kind == KA_ITEM_AREA)
    return (const KaArea *) item;
  if (item->kind != KA_ITEM_REGION)
    return NULL;

  region = (const KaRegion *) item;

  return region->areas.n_items > 0 ? region->areas.items[0] : NULL;
}

GArray *
ka_timeline_list_pieces (const KaArea *area, double from, double to, KaLanguage language)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (KaTimelinePiece));

  for (gsize i = 0; area != NULL && i < area->tenures.n_items; i++)
    {
      const KaTenure  *tenure = area->tenures.items[i];
      KaTimelinePiece *before = NULL;
      KaTimelinePiece  piece = {
         .tenure = tenure,
         .from = MAX ((double) tenure->span.from, from),
         .to = MIN ((double) tenure->span.to, to),
         .label = ka_caption_get (KA_CAPTION_CONTESTED, language),
      };

      if (piece.from >= piece.to)
        continue;
      if (pieces->len > 0)
        before = &g_array_index (pieces, KaTimelinePiece, pieces->len - 1);
      if (before != NULL && before->tenure->holder == tenure->holder &&
          before->tenure->kind == tenure->kind)
        {
          before->to = piece.to;
          continue;
        }
      if (tenure->holder != NULL)
        piece.label = ka_item_get_title (KA_ITEM (tenure->holder), tenure->span.from, language);
      g_array_append_val (pieces, piece);
    }

  return pieces;
}

/* A label stands whole in its piece, beside the title, or not at all. */
static void
place_piece (KaTimelineLayout *self, cairo_t *cr, KaTimelinePiece *piece, double left)
{
  const KaTimeAxis *axis = &self->frame.axis;
  const double      width = ka_timeline_meter_measure (self->entries->meter, cr,
                                                       &ka_timeline_minor_style, piece->label);

  piece->x0 = ka_time_axis_to_x (axis, piece->from);
  piece->x1 = ka_time_axis_to_x (axis, piece->to);
  piece->label_x = MAX (piece->x0, left) + PAD;
  if (piece->label_x + width <= MIN (piece->x1, axis->width) - PAD)
    piece->label_width = width;
}

void
ka_timeline_band_place (KaTimelineLayout *self, const KaItem *item, cairo_t *cr)
{
  const KaTimeAxis *axis = &self->frame.axis;
  const KaDay       day = ka_atlas_get_head (self->entries->atlas)->default_day;
  const KaLanguage  language = self->entries->language;
  const double      y = (self->frame.axis_end + self->frame.lifetimes_y) / 2;
  double            left;

  self->pieces = ka_timeline_list_pieces (
    ka_timeline_band_get_area (item), ka_time_axis_to_day (axis, -HATCH),
    ka_time_axis_to_day (axis, axis->width + HATCH), language);
  if (self->pieces->len == 0)
    return;

  left = ka_timeline_title_place (self, cr, ka_item_get_title (item, day, language), y);
  for (guint i = 0; i < self->pieces->len; i++)
    place_piece (self, cr, &g_array_index (self->pieces, KaTimelinePiece, i), left);
}

static gboolean
is_hatched (const KaTimelinePiece *piece)
{
  return piece->tenure->kind == KA_TENURE_OCCUPIED || piece->tenure->kind == KA_TENURE_CONTESTED;
}

const KaTintColours *
ka_timeline_paint_piece (const KaTimelinePiece *piece,
                         cairo_t               *cr,
                         const KaTheme         *theme,
                         double                 y0,
                         double                 y1)
{
  const KaTenure *tenure = piece->tenure;
  const KaTintColours
    *colours = &theme->tints[tenure->holder != NULL ? tenure->holder->tint : KA_TINT_NEUTRAL];
  const double height = y1 - y0;

  cairo_rectangle (cr, piece->x0, y0, piece->x1 - piece->x0, height);
  ka_colour_fill (&colours->fill, cr);
  if (!is_hatched (piece))
    return colours;

  cairo_save (cr);
  cairo_rectangle (cr, piece->x0, y0, piece->x1 - piece->x0, height);
  cairo_clip (cr);
  for (double x = piece->x0 - height; x < piece->x1; x += HATCH)
    {
      cairo_move_to (cr, x, y1);
      cairo_line_to (cr, x + height, y0);
    }
  ka_colour_stroke (&colours->band, cr, 1, 1.2);
  cairo_restore (cr);

  return colours;
}

static void
paint_piece (const KaTimelinePainting *context, const KaTimelinePiece *piece, double y0, double y1)
{
  cairo_t             *cr = context->cr;
  const KaTintColours *colours = ka_timeline_paint_piece (piece, cr, context->theme, y0, y1);

  cairo_rectangle (cr, piece->x0 + 0.5, y0 + 0.5, piece->x1 - piece->x0 - 1, y1 - y0 - 1);
  ka_colour_stroke (&colours->band, cr, 1, 1);

  if (piece->label_width <= 0)
    return;
  if (is_hatched (piece))
    {
      cairo_rectangle (cr, piece->label_x - 2, y0 + 1.5, piece->label_width + 4, y1 - y0 - 3);
      ka_colour_set_source_alpha (&colours->fill, cr, 0.9);
      cairo_fill (cr);
    }
  ka_colour_set_source (&colours->text, cr);
  ka_timeline_show_label (context, &ka_timeline_minor_style, piece->label, piece->label_x,
                          (y0 + y1) / 2 - 0.5);
}

void
ka_timeline_band_paint (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;

  for (guint i = 0; i < layout->pieces->len; i++)
    paint_piece (context, &g_array_index (layout->pieces, KaTimelinePiece, i),
                 layout->frame.axis_end + 1.5, layout->frame.lifetimes_y - 0.5);
}
