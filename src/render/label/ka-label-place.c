/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places names: beside a point, on water, in the roomiest spot of land. Candidates have the order
 * of preference of E. Imhof, "Positioning Names on Maps", The American Cartographer 2 (1975),
 * 128-144, and a cost for what they cover.
 */

#include "config.h"

#include "ka-label-place.h"

#include <math.h>

/* Free space around a name, in user units */
#define PADDING 1.5
/* Free space around the name of land */
#define LAND_PADDING 4.0
/* The score that the previous spot of a name of land has ahead of others */
#define HOLD 0.6
/* Free space above and below letters that stand far apart, over their size */
#define OPEN_AIR 0.25
/* The score that the name of a state loses on hatched land */
#define HATCH_COST 1.5
/* The greatest part of it on hatched land while it may not leave its own */
#define MAX_HATCHED 0.04
/* The part of it that may leave the land for that */
#define HELD_OUTSIDE 0.05
/* The least part of the name of a sea that lies on the sea */
#define MIN_SEA 0.85
/* The distance of samples under a name, in cells */
#define SAMPLE_STEP 1.4

/* A candidate beside a point: its side and its cost */
typedef struct
{
  double x; /* -1 left of the point, 0 centred, 1 right */
  double y; /* -1 above, 0 level, 1 below */
  double cost;
} Candidate;

static const Candidate candidates[] = {
  { 1, -0.55, 0.00 }, { 1, 0, 0.05 },    { -1, 0, 0.25 }, { 1, 0.6, 0.20 },
  { -1, -0.6, 0.30 }, { -1, 0.6, 0.40 }, { 0, -1, 0.35 }, { 0, 1, 0.40 },
};

static void
set_level (KaMapLabel *label, KaBox box, KaBox ink)
{
  label->at = (KaPoint){ (box.x0 + box.x1 - (ink.x1 - ink.x0)) / 2 - ink.x0,
                         (box.y0 + box.y1 - (ink.y1 - ink.y0)) / 2 - ink.y0 };
  g_clear_pointer (&label->glyphs, g_array_unref);
  g_array_set_size (label->boxes, 0);
  g_array_append_val (label->boxes, box);
}

gboolean
ka_label_place_at_point (const KaLabelBoard *board, KaMapLabel *label)
{
  KaBox  ink = ka_type_measure_ink (label->layout);
  double width = ink.x1 - ink.x0 + 2 * PADDING;
  double height = ink.y1 - ink.y0 + 2 * PADDING;
  double reach = label->radius + 1.0;
  double best = G_MAXDOUBLE;
  KaBox  best_box = { 0, 0, 0, 0 };
  int    before = GPOINTER_TO_INT (g_hash_table_lookup (board->choices, label->item)) - 1;

  for (int i = 0; i < (int) G_N_ELEMENTS (candidates); i++)
    {
      const Candidate *candidate = &candidates[i];
      double           slant = candidate->x != 0 && candidate->y != 0 ? 0.75 : 1.0;
      double x = label->symbol_at.x + candidate->x * (reach * slant + width / 2) - width / 2;
      double y = label->symbol_at.y - height / 2;
      KaBox  box;
      double cost;

      y += candidate->x == 0 ? candidate->y * (reach + height / 2)
                             : candidate->y * (reach * slant + height / 2) * 0.9;
      box = (KaBox){ x, y, x + width, y + height };
      if (!ka_label_board_is_free (board, box))
        continue;
      cost = candidate->cost + 1.1 * ka_label_raster_weigh_lines (board->raster, box);
      if (i == before)
        cost -= 0.4;
      if (cost < best)
        {
          best = cost;
          best_box = box;
          label->choice = i;
        }
    }
  if (best == G_MAXDOUBLE)
    return FALSE;

  set_level (label, best_box, ink);

  return TRUE;
}

gboolean
ka_label_place_level (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, int down)
{
  KaBox  ink = ka_type_measure_ink (label->layout);
  double half = (ink.x1 - ink.x0) / 2 + PADDING;
  double height = (ink.y1 - ink.y0 + 2 * PADDING) * down;
  KaBox  box = { at.x - half, MIN (at.y, at.y + height), at.x + half, MAX (at.y, at.y + height) };

  if (!ka_label_board_is_free (board, box))
    return FALSE;

  set_level (label, box, ink);

  return TRUE;
}

/* The part of a box that lies on the sea, 0 to 1 */
static double
measure_sea (const KaLabelRaster *raster, KaBox box)
{
  int n_cells = 0;
  int n_sea = 0;

  for (double y = box.y0; y < box.y1; y += raster->cell)
    for (double x = box.x0; x < box.x1; x += raster->cell)
      {
        int column = CLAMP ((int) (x / raster->cell), 0, raster->columns - 1);
        int row = CLAMP ((int) (y / raster->cell), 0, raster->rows - 1);

        n_cells++;
        n_sea += raster->areas[row * raster->columns + column] == KA_LABEL_SEA;
      }

  return n_cells > 0 ? (double) n_sea / n_cells : 0;
}

gboolean
ka_label_place_on_water (const KaLabelBoard *board, KaMapLabel *label, KaPoint at, gboolean is_sea)
{
  KaBox  ink = ka_type_measure_ink (label->layout);
  double width = ink.x1 - ink.x0 + 2 * (PADDING + label->style.spacing);
  double height = ink.y1 - ink.y0 + 2 * PADDING;

  for (int ring = 0; ring < 7; ring++)
    for (int i = 0; i < (ring == 0 ? 1 : 8); i++)
      {
        double x = at.x + ring * 14.0 * cos (i * G_PI / 4) - width / 2;
        double y = at.y + ring * 9.0 * sin (i * G_PI / 4) - height / 2;
        KaBox  box = { x, y, x + width, y + height };

        if (!ka_label_board_is_free (board, box) ||
            ka_label_raster_weigh_lines (board->raster, box) > 0.25 ||
            (is_sea && measure_sea (board->raster, box) < MIN_SEA))
          continue;
        set_level (label, box, ink);
        return TRUE;
      }

  return FALSE;
}

/* A name and the piece of land that it is placed in */
typedef struct
{
  const KaLabelBoard *board;
  KaMapLabel         *label;
  const KaLabelPatch *patch;
  int                 part;
  double              angle;
  double              min_inside;
  KaPoint             size;  /* of the text with its padding */
  KaPoint             axis;  /* the direction of the text, of length 1 */
  GArray             *boxes; /* its boxes, with the middle of the text at 0, 0 */
} Inset;

/* Samples of a name across and down */
static void
count_samples (const Inset *self, int *n_across, int *n_down)
{
  double step = self->board->raster->cell * SAMPLE_STEP * (self->label->is_open ? 2 : 1);

  *n_across = MAX ((int) ceil (self->size.x / step), 2);
  *n_down = MAX ((int) ceil (self->size.y / step), 2);
}

/* The cell under a sample of a name at a spot; -1 outside the map */
static int
find_sampled (const Inset *self, KaPoint centre, double across, double down)
{
  const KaLabelRaster *raster = self->board->raster;
  double               along = (across - 0.5) * self->size.x;
  double               below = (down - 0.5) * self->size.y;
  double               x = (centre.x + along * self->axis.x - below * self->axis.y) / raster->cell;
  double               y = (centre.y + along * self->axis.y + below * self->axis.x) / raster->cell;

  return x >= 0 && y >= 0 && x < raster->columns && y < raster->rows
           ? (int) y * raster->columns + (int) x
           : -1;
}

/* The part of a name at a spot that lies on its land, 0 to 1; 0 when too little of it does */
static double
measure_inside (const Inset *self, KaPoint centre)
{
  int n_across, n_down, n_samples, n_spare;
  int n_outside = 0;

  count_samples (self, &n_across, &n_down);
  n_samples = (n_across + 1) * (n_down + 1);
  n_spare = (int) floor ((1.0 - self->min_inside) * n_samples);
  /* Samples begin at the ends, where a name leaves its land first */
  for (int i = 0; i <= n_across; i++)
    for (int j = 0; j <= n_down; j++)
      {
        int step = i % 2 == 0 ? i / 2 : n_across - i / 2;
        int cell = find_sampled (self, centre, (double) step / n_across, (double) j / n_down);

        if (cell >= 0 && self->patch->parts[cell] == self->part)
          continue;
        if (++n_outside > n_spare)
          return 0;
      }

  return 1.0 - (double) n_outside / n_samples;
}

/* The part of a name at a spot that lies on hatched land, 0 to 1 */
static double
measure_hatched (const Inset *self, KaPoint centre)
{
  int n_across, n_down;
  int n_hatched = 0;

  count_samples (self, &n_across, &n_down);
  for (int i = 0; i <= n_across; i++)
    for (int j = 0; j <= n_down; j++)
      {
        int cell = find_sampled (self, centre, (double) i / n_across, (double) j / n_down);
        int area = cell >= 0 ? self->board->raster->areas[cell] : -1;

        n_hatched += area >= 0 && self->board->hatched[area];
      }

  return (double) n_hatched / ((n_across + 1) * (n_down + 1));
}

/* Adds space before the first and after the last of spaced, slanting letters */
static void
add_air (KaMapLabel *label, double angle)
{
  double dx = (label->style.spacing + label->style.size / 2) * cos (angle);
  double dy = (label->style.spacing + label->style.size / 2) * sin (angle);
  KaBox  first, last;

  if (label->boxes->len == 0)
    return;

  first = g_array_index (label->boxes, KaBox, 0);
  last = g_array_index (label->boxes, KaBox, label->boxes->len - 1);
  first = (KaBox){ first.x0 - dx, first.y0 - dy, first.x1 - dx, first.y1 - dy };
  last = (KaBox){ last.x0 + dx, last.y0 + dy, last.x1 + dx, last.y1 + dy };
  g_array_append_val (label->boxes, first);
  g_array_append_val (label->boxes, last);
}

static void
set_slanting (KaMapLabel *label, KaPoint centre, double width, double height, double angle)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (KaPoint));
  double  reach = width / 2 + 20;
  KaPoint ends[2] = {
    { centre.x - reach * cos (angle), centre.y - reach * sin (angle) },
    { centre.x + reach * cos (angle), centre.y + reach * sin (angle) },
  };

  g_array_append_vals (line, ends, 2);
  ka_label_set_on_line (label, line, 20, -height / 2 + LAND_PADDING);
  for (guint i = 0; label->is_open && i < label->boxes->len; i++)
    {
      KaBox *box = &g_array_index (label->boxes, KaBox, i);

      box->y0 -= OPEN_AIR * label->style.size;
      box->y1 += OPEN_AIR * label->style.size;
    }
  add_air (label, angle);
}

/* The box of a level name of land; spaced letters need as much space beside them */
static KaBox
box_land_name (const KaMapLabel *label, KaPoint centre, double width, double height)
{
  double half = width / 2 + label->style.spacing;

  return (KaBox){ centre.x - half, centre.y - height / 2, centre.x + half, centre.y + height / 2 };
}

/* Whether a name is one level box */
static gboolean
is_level (const Inset *self)
{
  return self->angle == 0 && !self->label->is_open;
}

/* Sets the boxes of a name with its middle at 0, 0 */
static void
prepare_boxes (Inset *self)
{
  KaPoint nowhere = { 0, 0 };
  KaBox   box = box_land_name (self->label, nowhere, self->size.x, self->size.y);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (KaBox));
  if (is_level (self))
    {
      g_array_append_val (self->boxes, box);
      return;
    }
  set_slanting (self->label, nowhere, self->size.x, self->size.y, self->angle);
  g_array_append_vals (self->boxes, self->label->boxes->data, self->label->boxes->len);
}

static gboolean
is_spot_free (const Inset *self, KaPoint centre)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      KaBox box = g_array_index (self->boxes, KaBox, i);

      if (!ka_label_board_is_free (self->board, (KaBox){ box.x0 + centre.x, box.y0 + centre.y,
                                                         box.x1 + centre.x, box.y1 + centre.y }))
        return FALSE;
    }

  return TRUE;
}

/* The distance of two points, none of which is so far away that it takes hypot() */
static double
measure (KaPoint a, KaPoint b)
{
  return sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/* The score of a spot, higher is better; @least when it is not above that */
static double
score_spot (const Inset *self, KaPoint centre, double least)
{
  const KaLabelRaster *raster = self->board->raster;
  const KaLabelPiece  *piece = &self->patch->pieces[self->part];
  KaPoint              middle = { piece->middle.x * raster->cell, piece->middle.y * raster->cell };
  double               spread = sqrt (piece->size) * raster->cell;
  int                  column = (int) floor (centre.x / raster->cell);
  int                  row = (int) floor (centre.y / raster->cell);
  int                  cell = row * raster->columns + column;
  double               clearance, score, inside;

  if (column < 0 || row < 0 || column >= raster->columns || row >= raster->rows ||
      self->patch->parts[cell] != self->part)
    return least;
  clearance = self->patch->clearance[cell] * raster->cell / KA_LABEL_CLEARANCE_UNITS;
  if (self->min_inside >= 1 && clearance < self->size.y / 2)
    return least;

  score = (MIN (clearance, self->size.x) - 0.7 * measure (centre, middle)) / spread;
  if (score <= least || !is_spot_free (self, centre))
    return least;
  inside = measure_inside (self, centre);
  if (inside < self->min_inside)
    return least;
  score -= (1 - inside) * 2.0;
  if (self->label->item->kind == KA_ITEM_POLITY)
    {
      double hatched = measure_hatched (self, centre);

      if (hatched > MAX_HATCHED && self->min_inside >= 1)
        return least;
      score -= HATCH_COST * hatched;
    }
  if (is_level (self))
    score -= 0.25 * ka_label_raster_weigh_lines (
                      raster, (KaBox){ centre.x - self->size.x / 2, centre.y - self->size.y / 2,
                                       centre.x + self->size.x / 2, centre.y + self->size.y / 2 });

  return MAX (score, least);
}

/* The spot of the name in the previous picture, if it still fits: names stay on their land while
 * the map is panned */
static double
hold_spot (const Inset *self, KaPoint *spot)
{
  const KaLabelBoard *board = self->board;
  Inset               lenient = *self;
  double              best = -G_MAXDOUBLE;

  /* Cells lie elsewhere on the land than before */
  lenient.min_inside -= HELD_OUTSIDE;
  for (guint i = 0; board->previous != NULL && i < board->previous->len; i++)
    {
      const KaMapLabel *before = board->previous->pdata[i];
      KaPoint           centre;
      double            score;

      if (before->item != self->label->item || !before->is_in_land)
        continue;
      centre = ka_viewport_to_user (board->context->viewport, before->centre_km);
      score = score_spot (&lenient, centre, best);
      if (score > best)
        {
          best = score;
          *spot = centre;
        }
    }

  return best == -G_MAXDOUBLE ? best : best + HOLD;
}

/* Searches the best spot of a piece of land; whether there is one */
static gboolean
find_spot (const Inset *self, KaPoint *spot)
{
  const KaLabelPiece *piece = &self->patch->pieces[self->part];
  double              cell = self->board->raster->cell;
  double              best = hold_spot (self, spot);
  int                 step = self->label->is_open && piece->size > 4000 ? 4
                             : piece->size > 4000                       ? 3
                             : piece->size > 600                        ? 2
                                                                        : 1;

  for (int row = piece->y0; row <= piece->y1; row += step)
    for (int column = piece->x0; column <= piece->x1; column += step)
      {
        KaPoint centre = { (column + 0.5) * cell, (row + 0.5) * cell };
        double  score = score_spot (self, centre, best);

        if (score <= best)
          continue;
        best = score;
        *spot = centre;
      }

  return best != -G_MAXDOUBLE;
}

gboolean
ka_label_place_in_part (const KaLabelBoard *board,
                        KaMapLabel         *label,
                        const KaLabelPatch *patch,
                        int                 part,
                        double              angle,
                        double              min_inside)
{
  const KaLabelPiece *piece = &patch->pieces[part];
  double              cell = board->raster->cell;
  KaBox               ink = ka_type_measure_ink (label->layout);
  double              width = ink.x1 - ink.x0 - label->style.spacing + 2 * LAND_PADDING;
  double              height = ink.y1 - ink.y0 + 2 * LAND_PADDING;
  KaPoint             spot = { 0, 0 };
  Inset               inset = { .board = board,
                                .label = label,
                                .patch = patch,
                                .part = part,
                                .angle = angle,
                                .min_inside = min_inside,
                                .size = { width, height },
                                .axis = { cos (angle), sin (angle) } };
  gboolean            has_room;

  /* A level name wider or higher than its land cannot fit */
  if (min_inside >= 1 && angle == 0 &&
      (width > (piece->x1 - piece->x0 + 1) * cell || height > (piece->y1 - piece->y0 + 1) * cell))
    return FALSE;

  prepare_boxes (&inset);
  has_room = find_spot (&inset, &spot);
  g_array_unref (inset.boxes);
  if (!has_room)
    return FALSE;

  label->is_in_land = TRUE;
  label->centre_km = ka_viewport_to_km (board->context->viewport, spot);
  if (is_level (&inset))
    set_level (label, box_land_name (label, spot, width, height), ink);
  else
    set_slanting (label, spot, width, height, angle);

  return TRUE;
}
