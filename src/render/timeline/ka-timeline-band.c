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

GArray *
ka_timeline_band_list_pieces (const KaArea *area, const KaTimeAxis *axis, KaLanguage language)
{
  GArray *pieces = ka_timeline_list_pieces (area, ka_time_axis_to_day (axis, -HATCH),
                                            ka_time_axis_to_day (axis, axis->width + HATCH),
                                            language);

  for (guint i = 0; i < pieces->len; i++)
    {
      KaTimelinePiece *piece = &g_array_index (pieces, KaTimelinePiece, i);

      piece->x0 = ka_time_axis_to_x (axis, piece->from);
      piece->x1 = ka_time_axis_to_x (axis, piece->to);
    }

  return pieces;
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
  const KaTimelineLayout *layout = context->layout;
  cairo_t                *cr = context->cr;
  const double            x0 = MAX (piece->x0, 0) + PAD;
  const double            room = MIN (piece->x1, layout->frame.axis.width) - PAD - x0;
  const double            width = ka_timeline_meter_measure (layout->entries->meter, cr,
                                                             &ka_timeline_minor_style, piece->label);
  const KaTintColours    *colours = ka_timeline_paint_piece (piece, cr, context->theme, y0, y1);

  cairo_rectangle (cr, piece->x0 + 0.5, y0 + 0.5, piece->x1 - piece->x0 - 1, y1 - y0 - 1);
  ka_colour_stroke (&colours->band, cr, 1, 1);

  if (width > room)
    return;
  if (is_hatched (piece))
    {
      cairo_rectangle (cr, x0 - 2, y0 + 2, width + 4, y1 - y0 - 4);
      ka_colour_set_source_alpha (&colours->fill, cr, 0.9);
      cairo_fill (cr);
    }
  ka_colour_set_source (&colours->text, cr);
  ka_timeline_show_label (context, &ka_timeline_minor_style, piece->label, x0, (y0 + y1) / 2);
}

void
ka_timeline_band_paint (const KaTimelinePainting *context)
{
  const KaTimelineLayout *layout = context->layout;

  for (guint i = 0; i < layout->pieces->len; i++)
    paint_piece (context, &g_array_index (layout->pieces, KaTimelinePiece, i),
                 layout->frame.axis_end + 2, layout->frame.lifetimes_y - 1);
}
