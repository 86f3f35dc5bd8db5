/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets names along lines: rivers, frontiers and long, slanting land. Each letter is a glyph of its
 * own, so text stays text in PDF and SVG.
 */

#include "config.h"

#include "ka-label-place.h"

#include <math.h>

/* The greatest angle of a letter, in radians */
#define MAX_SLANT 1.45
/* The greatest angle between two letters of a name, in radians */
#define MAX_TURN 0.3
/* The greatest angle between any two letters of a name, in radians */
#define MAX_BEND 1.3
/* The least and the greatest distance of two letters over the advance of the first */
#define MIN_STEP 0.84
#define MAX_STEP 1.5
/* The greatest cost of a name along a line; above it the name goes elsewhere */
#define MAX_COST 2.2
/* The greatest distance of a letter from its line, in user units; letters follow a smoother line */
#define MAX_REACH 24.0
/* The least distance by which any other named line is farther */
#define MIN_LEAD 4.0
/* The distance of candidates along a line, in user units */
#define TRY_STEP 9.0

/* A segment of a line: the length of the line up to it, its direction and its angle */
typedef struct
{
  double  start;
  KaPoint direction;
  double  angle;
} Segment;

/* A line with its segments; after the last one comes the end */
typedef struct
{
  const KaPoint *points;
  Segment       *segments;
  guint          n_points;
} Ruler;

static Ruler
measure_line (const GArray *line)
{
  Ruler ruler = { (const KaPoint *) (gpointer) line->data, g_new0 (Segment, line->len), line->len };

  for (guint i = 0; i + 1 < line->len; i++)
    {
      Segment *segment = &ruler.segments[i];
      double   dx = ruler.points[i + 1].x - ruler.points[i].x;
      double   dy = ruler.points[i + 1].y - ruler.points[i].y;
      double   length;

      segment[1].start = segment->start + hypot (dx, dy);
      length = segment[1].start - segment->start;
      segment->direction = length > 0 ? (KaPoint){ dx / length, dy / length } : (KaPoint){ 1, 0 };
      segment->angle = atan2 (segment->direction.y, segment->direction.x);
    }

  return ruler;
}

/* The point at a distance along a line; the search for its segment begins at @hint */
static KaPoint
walk (const Ruler *ruler, double distance, guint *hint)
{
  const KaPoint *a, *b;
  const Segment *segment;
  double         length, along;

  while (*hint + 2 < ruler->n_points && ruler->segments[*hint + 1].start < distance)
    (*hint)++;
  a = &ruler->points[*hint];
  b = a + 1;
  segment = &ruler->segments[*hint];
  length = segment[1].start - segment->start;
  along = length > 0 ? (distance - segment->start) / length : 0;

  return (KaPoint){ a->x + along * (b->x - a->x), a->y + along * (b->y - a->y) };
}

/* The upright box around a rotated letter */
static KaBox
box_glyph (const KaLabelGlyph *glyph, double size)
{
  double up = size * 0.74;
  double down = size * 0.2;
  KaBox  box = { glyph->at.x, glyph->at.y, glyph->at.x, glyph->at.y };

  for (int corner = 0; corner < 4; corner++)
    {
      double along = corner & 1 ? glyph->advance : 0;
      double across = corner & 2 ? down : -up;

      box = ka_box_add (
        box, (KaPoint){ glyph->at.x + along * glyph->direction.x - across * glyph->direction.y,
                        glyph->at.y + along * glyph->direction.y + across * glyph->direction.x });
    }

  return box;
}

/* How letters turn along a line */
typedef struct
{
  double lowest; /* the least angle of a letter */
  double highest;
} Bend;

/* Letters crowd on the inside of a bend and part on the outside */
static gboolean
are_letters_apart (const KaLabelGlyph *before, const KaLabelGlyph *after)
{
  double distance = hypot (after->at.x - before->at.x, after->at.y - before->at.y);

  return fabs (after->angle - before->angle) <= MAX_TURN &&
         distance >= before->advance * MIN_STEP && distance <= before->advance * MAX_STEP + 1.0;
}

/* Whether the last letter bends the name no more than can be read; notes its angle. */
static gboolean
is_readable (Bend *bend, const GArray *glyphs)
{
  const KaLabelGlyph *last = &g_array_index (glyphs, KaLabelGlyph, glyphs->len - 1);

  bend->lowest = MIN (bend->lowest, last->angle);
  bend->highest = MAX (bend->highest, last->angle);

  return fabs (last->angle) <= MAX_SLANT && bend->highest - bend->lowest <= MAX_BEND &&
         (glyphs->len == 1 || are_letters_apart (last - 1, last));
}

/* Appends the letters of a run. @bend (nullable): stops at the first letter that bends too much.
 * Returns whether none does. */
static gboolean
append_run (KaMapLabel     *label,
            const Ruler    *ruler,
            double         *at,
            guint          *hint,
            double          offset,
            PangoLayoutRun *run,
            Bend           *bend)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      const double          scale = label->layout->scale;
      double                advance = scale * pango_units_to_double (info->geometry.width);
      double  shift = scale * pango_units_to_double (info->geometry.x_offset) - advance / 2.0;
      KaPoint middle = walk (ruler, *at + advance / 2.0, hint);
      const Segment *segment = &ruler->segments[*hint];
      KaPoint        direction = segment->direction;
      KaLabelGlyph   glyph = { .font = run->item->analysis.font, .glyph = info->glyph };

      glyph.advance = advance;
      glyph.angle = segment->angle;
      glyph.direction = direction;
      glyph.at.x = middle.x + direction.x * shift + direction.y * offset;
      glyph.at.y = middle.y + direction.y * shift - direction.x * offset;
      g_array_append_val (label->glyphs, glyph);
      *at += advance;
      if (bend != NULL && !is_readable (bend, label->glyphs))
        return FALSE;
    }

  return TRUE;
}

static void
box_glyphs (KaMapLabel *label)
{
  g_array_set_size (label->boxes, 0);
  for (guint i = 0; i < label->glyphs->len; i++)
    {
      KaBox box = box_glyph (&g_array_index (label->glyphs, KaLabelGlyph, i), label->style.size);

      g_array_append_val (label->boxes, box);
    }
}

/* Sets the letters and their boxes; the search for the segment of the first begins at @hint. @bend
 * (nullable, out): how they turn. Returns whether they turn little enough; without @bend they may
 * turn as they like. */
static gboolean
set_on_ruler (KaMapLabel  *label,
              const Ruler *ruler,
              double       start,
              guint        hint,
              double       offset,
              Bend        *bend)
{
  PangoLayoutLine *text = pango_layout_get_line_readonly (label->layout->pango, 0);
  double           at = start;

  if (label->glyphs == NULL)
    label->glyphs = g_array_new (FALSE, FALSE, sizeof (KaLabelGlyph));
  g_array_set_size (label->glyphs, 0);
  if (bend != NULL)
    *bend = (Bend){ G_MAXDOUBLE, -G_MAXDOUBLE };
  for (GSList *runs = text->runs; runs != NULL; runs = runs->next)
    if (!append_run (label, ruler, &at, &hint, offset, runs->data, bend))
      return FALSE;
  box_glyphs (label);

  return TRUE;
}

void
ka_label_set_on_line (KaMapLabel *label, const GArray *line, double start, double offset)
{
  Ruler ruler = measure_line (line);

  set_on_ruler (label, &ruler, start, 0, offset, NULL);
  g_free (ruler.segments);
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

static gboolean
is_nearest (const KaLabelBond *self, const KaLabelBoard *board, KaPoint user, double reach)
{
  KaPoint km = ka_viewport_to_km (board->context->viewport, user);
  double  most = reach / board->context->viewport->scale;
  double  lead = MIN_LEAD / board->context->viewport->scale;
  double  own = ka_map_scene_measure_to (board->context->scene, self->own, km, most);

  if (own >= most)
    return FALSE;
  for (guint i = 0; i < self->rivals->len; i++)
    if (ka_map_scene_measure_to (board->context->scene, self->rivals->pdata[i], km, own + lead) <
        own + lead)
      return FALSE;

  return TRUE;
}

gboolean
ka_label_bond_holds (const KaLabelBond *self, const KaLabelBoard *board, const KaMapLabel *label)
{
  for (guint i = 0; i < label->boxes->len; i++)
    {
      KaBox  box = g_array_index (label->boxes, KaBox, i);
      double y = (box.y0 + box.y1) / 2;
      double reach = label->glyphs != NULL ? MAX_REACH : KA_LABEL_MAX_BESIDE + MAX_REACH;

      if (!is_nearest (self, board, (KaPoint){ (box.x0 + box.x1) / 2, y }, reach))
        return FALSE;
      if (label->glyphs == NULL && (!is_nearest (self, board, (KaPoint){ box.x0, y }, reach) ||
                                    !is_nearest (self, board, (KaPoint){ box.x1, y }, reach)))
        return FALSE;
    }

  return TRUE;
}

gboolean
ka_label_place_along (const KaLabelBoard *board,
                      KaMapLabel         *label,
                      const GArray       *line,
                      double              offset,
                      const KaLabelBond  *bond)
{
  Ruler  ruler = measure_line (line);
  double length = ruler.segments[ruler.n_points - 1].start;
  double advance = ka_label_measure_advance (label);
  double best = MAX_COST;
  double best_start = -1;
  guint  hint = 0;

  for (double start = 2; start + advance < length - 2; start += TRY_STEP)
    {
      Bend   bend;
      double weight, cost;

      walk (&ruler, start, &hint);
      if (!set_on_ruler (label, &ruler, start, hint, offset, &bend))
        continue;
      weight = weigh_boxes (board, label);
      if (weight < 0)
        continue;
      cost = bend.highest - bend.lowest + weight * 0.8 +
             0.5 * fabs (start + advance / 2 - length / 2) / length;
      if (cost < best && (bond == NULL || ka_label_bond_holds (bond, board, label)))
        {
          best = cost;
          best_start = start;
        }
    }

  if (best_start >= 0)
    set_on_ruler (label, &ruler, best_start, 0, offset, NULL);
  else
    g_clear_pointer (&label->glyphs, g_array_unref);
  g_free (ruler.segments);

  return best_start >= 0;
}
