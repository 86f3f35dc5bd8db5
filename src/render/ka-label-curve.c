/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that follow a line: rivers, frontiers, and land that is longer than wide in a slanting
 * direction. Each letter is set for itself, so that text stays text in PDF and SVG.
 */

#include "config.h"

#include "ka-map-labels-private.h"

#include <math.h>

/* Letters of a name along a line may turn this much against one another, in radians */
#define SHARPEST_TURN 0.42
/* and the whole name this much */
#define LARGEST_BEND 1.3
/* How far apart places along a line are tried, in user units */
#define TRY_STEP 9.0

/*
 * ka_label_measure_advance:
 *
 * Returns: the length of the text along its baseline, in user units
 */
double
ka_label_measure_advance (const KaMapLabel *label)
{
  double width;

  ka_type_measure (label->layout, &width, NULL, NULL);

  return width - label->style.spacing;
}

/* The point at a distance along a line, and the direction there */
static KaPoint
walk (const GArray *line, double distance, double *angle)
{
  const KaPoint *points = (const KaPoint *) (gpointer) line->data;
  double         left = distance;

  for (guint i = 0; i + 1 < line->len; i++)
    {
      double length = hypot (points[i + 1].x - points[i].x, points[i + 1].y - points[i].y);

      if (left <= length || i + 2 == line->len)
        {
          double along = length > 0 ? left / length : 0;

          *angle = atan2 (points[i + 1].y - points[i].y, points[i + 1].x - points[i].x);
          return (KaPoint){ points[i].x + along * (points[i + 1].x - points[i].x),
                            points[i].y + along * (points[i + 1].y - points[i].y) };
        }
      left -= length;
    }
  *angle = 0;

  return points[0];
}

static double
measure_line (const GArray *line)
{
  double length = 0;

  for (guint i = 0; i + 1 < line->len; i++)
    length += hypot (g_array_index (line, KaPoint, i + 1).x - g_array_index (line, KaPoint, i).x,
                     g_array_index (line, KaPoint, i + 1).y - g_array_index (line, KaPoint, i).y);

  return length;
}

/* The upright box round a letter that stands at an angle */
static KaBox
box_glyph (const KaLabelGlyph *glyph, double size)
{
  double up = size * 0.74;
  double down = size * 0.2;
  double c = cos (glyph->angle);
  double s = sin (glyph->angle);
  KaBox  box = { glyph->at.x, glyph->at.y, glyph->at.x, glyph->at.y };

  for (int corner = 0; corner < 4; corner++)
    {
      double along = corner & 1 ? glyph->advance : 0;
      double across = corner & 2 ? down : -up;
      double x = glyph->at.x + along * c - across * s;
      double y = glyph->at.y + along * s + across * c;

      box = (KaBox){ MIN (box.x0, x), MIN (box.y0, y), MAX (box.x1, x), MAX (box.y1, y) };
    }

  return box;
}

static void
append_run (KaMapLabel *label, const GArray *line, double *at, double offset, PangoLayoutRun *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      double                advance = pango_units_to_double (info->geometry.width);
      double                angle;
      KaPoint               middle = walk (line, *at + advance / 2.0, &angle);
      KaLabelGlyph          glyph = { .font = run->item->analysis.font, .glyph = info->glyph };

      glyph.advance = advance;
      glyph.angle = angle;
      glyph.at.x = middle.x - cos (angle) * advance / 2.0 + sin (angle) * offset +
                   pango_units_to_double (info->geometry.x_offset) * cos (angle);
      glyph.at.y = middle.y - sin (angle) * advance / 2.0 - cos (angle) * offset +
                   pango_units_to_double (info->geometry.x_offset) * sin (angle);
      g_array_append_val (label->glyphs, glyph);
      *at += advance;
    }
}

/*
 * ka_label_set_on_line:
 * @label: gets its letters and boxes
 * @line: (element-type KaPoint): a line in user units, from left to right
 * @start: where the text begins, as a length along @line
 * @offset: of the baseline above the line, in user units
 */
void
ka_label_set_on_line (KaMapLabel *label, const GArray *line, double start, double offset)
{
  PangoLayoutLine *text = pango_layout_get_line_readonly (label->layout, 0);
  double           at = start;

  g_clear_pointer (&label->glyphs, g_array_unref);
  label->glyphs = g_array_new (FALSE, FALSE, sizeof (KaLabelGlyph));
  g_array_set_size (label->boxes, 0);
  for (GSList *runs = text->runs; runs != NULL; runs = runs->next)
    append_run (label, line, &at, offset, runs->data);
  for (guint i = 0; i < label->glyphs->len; i++)
    {
      const KaLabelGlyph *glyph = &g_array_index (label->glyphs, KaLabelGlyph, i);
      KaBox               box = box_glyph (glyph, label->style.size);

      g_array_append_val (label->boxes, box);
    }
}

/* How much the letters turn: below 0 when too sharply anywhere */
static double
measure_bend (const KaMapLabel *label)
{
  double lowest = G_MAXDOUBLE;
  double highest = -G_MAXDOUBLE;

  for (guint i = 0; i < label->glyphs->len; i++)
    {
      double angle = g_array_index (label->glyphs, KaLabelGlyph, i).angle;

      if (fabs (angle) > 1.45)
        return -1;
      if (i > 0 &&
          fabs (angle - g_array_index (label->glyphs, KaLabelGlyph, i - 1).angle) > SHARPEST_TURN)
        return -1;
      lowest = MIN (lowest, angle);
      highest = MAX (highest, angle);
    }

  return highest - lowest > LARGEST_BEND ? -1 : highest - lowest;
}

static double
weigh_boxes (const KaLabelBoard *board, const KaMapLabel *label)
{
  double weight = 0;

  for (guint i = 0; i < label->boxes->len; i++)
    {
      KaBox box = g_array_index (label->boxes, KaBox, i);

      if (!ka_label_board_is_free (board, box))
        return -1;
      weight += ka_label_raster_weigh_lines (board->raster, box);
    }

  return weight / label->boxes->len;
}

/*
 * ka_label_place_along:
 * @line: (element-type KaPoint): smooth, from left to right, in user units
 * @offset: of the baseline above the line; below 0 is under it
 *
 * Sets a name where the line bends least and least is crossed, nearest to the middle of the line.
 */
gboolean
ka_label_place_along (const KaLabelBoard *board,
                      KaMapLabel         *label,
                      const GArray       *line,
                      double              offset)
{
  double length = measure_line (line);
  double advance = ka_label_measure_advance (label);
  double best = G_MAXDOUBLE;
  double best_start = -1;

  for (double start = 2; start + advance < length - 2; start += TRY_STEP)
    {
      double bend, weight, cost;

      ka_label_set_on_line (label, line, start, offset);
      bend = measure_bend (label);
      if (bend < 0)
        continue;
      weight = weigh_boxes (board, label);
      if (weight < 0)
        continue;
      cost = bend + weight * 0.8 + 0.5 * fabs (start + advance / 2 - length / 2) / length;
      if (cost < best)
        {
          best = cost;
          best_start = start;
        }
    }

  if (best_start < 0)
    {
      g_clear_pointer (&label->glyphs, g_array_unref);
      return FALSE;
    }
  ka_label_set_on_line (label, line, best_start, offset);

  return TRUE;
}
