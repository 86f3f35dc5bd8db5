/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects the names of rivers and frontiers. They stand along the line, or else beside it, and
 * always nearer to it than to another named line.
 */

#include "config.h"

#include "ka-label-collect.h"

#include "ka-label-place.h"

#include <math.h>

/* Tolerances of the smoothed line that letters follow, in user units, from the smoothest */
static const double frontier_tolerances[] = { 12.0, 5.0 };
#define RIVER_TOLERANCE 6.0
/* The distance beyond the edge up to which lines are followed */
#define BEYOND_EDGE 30.0
/* Gaps between a line and its name */
#define FRONTIER_GAP 6.0
#define RIVER_GAP    3.0
/* The size of the name of a range of mountains, and its letter spacings over it, widest first */
#define RANGE_SIZE 13.0
static const double range_trackings[] = { 1.2, 0.7, 0.35 };
/* The size of the name of the strongest line where it has little room */
#define SMALL_SIZE 9.5
/* Lines of level text beside a frontier, and the distance of candidates along it */
#define MAX_LINES   3
#define BESIDE_STEP 10.0
/* The greatest weight of lines that such text crosses, and that of the strongest line does */
#define MAX_WEIGHT           0.75
#define MAX_PRINCIPAL_WEIGHT 2.0
/* The cost of the ends of a line and of the land of a state that is no party to it */
#define END_COST     0.6
#define FOREIGN_COST 0.5

static gboolean
is_near_frame (const KaLabelBoard *board, KaPoint user)
{
  return user.x > -BEYOND_EDGE && user.y > -BEYOND_EDGE &&
         user.x < board->context->viewport->width + BEYOND_EDGE &&
         user.y < board->context->viewport->height + BEYOND_EDGE;
}

/* Ends the current piece and keeps it if its ends are far enough apart */
static void
end_piece (GPtrArray *pieces, GArray **piece, double min_length)
{
  const GArray *line = *piece;

  if (line->len >= 2)
    {
      KaPoint first = g_array_index (line, KaPoint, 0);
      KaPoint last = g_array_index (line, KaPoint, line->len - 1);

      if (fabs (first.x - last.x) + fabs (first.y - last.y) > min_length)
        {
          g_ptr_array_add (pieces, *piece);
          *piece = g_array_new (FALSE, FALSE, sizeof (KaPoint));
        }
    }
  g_array_set_size (*piece, 0);
}

/* The pieces of a line in view, in user units */
static GPtrArray *
trace_line (const KaLabelBoard *board,
            const KaGeometry   *geometry,
            double              tolerance,
            double              min_length)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray    *piece = g_array_new (FALSE, FALSE, sizeof (KaPoint));
  guint      level = ka_map_soft_level_for (tolerance / board->context->viewport->scale);

  for (gsize i = 0; i < geometry->n_paths; i++)
    {
      for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
        {
          int              arc = geometry->paths[i].arcs[j];
          const KaMapLine *points = &board->context->scene->arcs[ka_map_arc_number (arc)]
                                       .levels[level];

          for (gsize k = j == 0 ? 0 : 1; k < points->n_points; k++)
            {
              KaPoint user = ka_viewport_to_user (
                board->context->viewport, points->points[arc < 0 ? points->n_points - 1 - k : k]);

              if (is_near_frame (board, user))
                g_array_append_val (piece, user);
              else
                end_piece (pieces, &piece, min_length);
            }
        }
      end_piece (pieces, &piece, min_length);
    }
  g_array_unref (piece);

  return pieces;
}

/* Cuts corners twice (G. Chaikin, "An algorithm for high speed curve generation", 1974) and directs
 * the line from left to right */
static GArray *
smooth_line (const GArray *line)
{
  GArray *smooth = g_array_copy ((GArray *) (gsize) line);

  for (int round = 0; round < 2; round++)
    {
      GArray *finer = g_array_new (FALSE, FALSE, sizeof (KaPoint));

      g_array_append_val (finer, g_array_index (smooth, KaPoint, 0));
      for (guint i = 0; i + 1 < smooth->len; i++)
        {
          KaPoint a = g_array_index (smooth, KaPoint, i);
          KaPoint b = g_array_index (smooth, KaPoint, i + 1);
          KaPoint cut[2] = { { 0.75 * a.x + 0.25 * b.x, 0.75 * a.y + 0.25 * b.y },
                             { 0.25 * a.x + 0.75 * b.x, 0.25 * a.y + 0.75 * b.y } };

          g_array_append_vals (finer, cut, 2);
        }
      g_array_append_val (finer, g_array_index (smooth, KaPoint, smooth->len - 1));
      g_array_unref (smooth);
      smooth = finer;
    }
  if (g_array_index (smooth, KaPoint, 0).x > g_array_index (smooth, KaPoint, smooth->len - 1).x)
    for (guint i = 0; i < smooth->len / 2; i++)
      {
        KaPoint *a = &g_array_index (smooth, KaPoint, i);
        KaPoint *b = &g_array_index (smooth, KaPoint, smooth->len - 1 - i);
        KaPoint  kept = *a;

        *a = *b;
        *b = kept;
      }

  return smooth;
}

static const KaColour *
get_ink (const KaLabelBoard *board, const KaFrontier *frontier)
{
  const KaPaintContext *context = board->context;

  if (frontier == context->day->principal)
    return &context->theme->accent;

  return frontier == ka_map_get_ghost (context->state) ? &context->theme->ghost
                                                       : &context->theme->text;
}

/* The treaty that drew a line; NULL where none did */
static const KaTreaty *
get_treaty (const KaFrontier *frontier)
{
  const KaItem *instrument = frontier->instrument;

  if (instrument != NULL && instrument->kind == KA_ITEM_TREATY)
    return (const KaTreaty *) instrument;
  if (instrument != NULL &&
      (instrument->kind == KA_ITEM_ARTICLE || instrument->kind == KA_ITEM_ANNEX))
    return ((const KaArticle *) instrument)->treaty;

  return NULL;
}

/* Whether the middle of a box is on the land of a state that is neither a party to the treaty of a
 * line nor the successor of one, which has its tint */
static gboolean
is_foreign (const KaLabelBoard *board, const KaFrontier *frontier, KaBox box)
{
  const KaLabelRaster *raster = board->raster;
  const KaTreaty      *treaty = get_treaty (frontier);
  int                  column = (int) ((box.x0 + box.x1) / 2 / raster->cell);
  int                  row = (int) ((box.y0 + box.y1) / 2 / raster->cell);
  int                  area = raster->areas[row * raster->columns + column];
  const KaPolity      *owner = area >= 0 ? board->context->day->areas[area].owner : NULL;

  if (treaty == NULL || owner == NULL)
    return FALSE;
  for (gsize i = 0; i < treaty->parties.n_items; i++)
    if (((const KaPolity *) treaty->parties.items[i])->tint == owner->tint)
      return FALSE;

  return TRUE;
}

/* Places level text beside the line where it crosses least, near the middle of the line */
static gboolean
place_beside (const KaLabelBoard *board,
              KaMapLabel         *label,
              const KaFrontier   *frontier,
              const GPtrArray    *pieces,
              const KaLabelBond  *bond)
{
  double  max_weight = frontier == board->context->day->principal ? MAX_PRINCIPAL_WEIGHT
                                                                  : MAX_WEIGHT;
  double  best = G_MAXDOUBLE;
  KaPoint spot = { 0, 0 };

  label->radius = 6.0;
  for (guint i = 0; i < pieces->len; i++)
    {
      const GArray *line = pieces->pdata[i];
      KaPoint       tried = { -1e6, -1e6 };

      for (guint j = 0; j < line->len; j++)
        {
          double weight, cost;
          KaBox  box;

          label->symbol_at = g_array_index (line, KaPoint, j);
          if (hypot (label->symbol_at.x - tried.x, label->symbol_at.y - tried.y) < BESIDE_STEP)
            continue;
          tried = label->symbol_at;
          if (!ka_label_place_at_point (board, label))
            continue;
          box = g_array_index (label->boxes, KaBox, 0);
          weight = ka_label_raster_weigh_lines (board->raster, box);
          cost = weight + END_COST * fabs ((double) j / line->len - 0.5) +
                 (is_foreign (board, frontier, box) ? FOREIGN_COST : 0);
          if (weight >= max_weight || cost >= best || !ka_label_bond_holds (bond, board, label))
            continue;
          best = cost;
          spot = tried;
        }
    }
  label->symbol_at = spot;

  return best < G_MAXDOUBLE && ka_label_place_at_point (board, label);
}

/* Places level text beside the line, on as few lines as make it fit. Returns whether it does. */
static gboolean
name_beside (KaLabelBoard      *board,
             const KaFrontier  *frontier,
             const char        *text,
             const KaTypeStyle *style,
             const KaLabelBond *bond)
{
  g_autoptr (GPtrArray) pieces = trace_line (board, frontier->geometry, 1.0, BESIDE_STEP);

  for (int n_lines = 1; n_lines <= MAX_LINES; n_lines++)
    {
      g_autofree char *broken = n_lines == 1 ? g_strdup (text)
                                             : ka_label_break_lines (text, n_lines);
      KaMapLabel      *label;

      if (broken == NULL)
        return FALSE;
      label = ka_map_label_new (board, KA_ITEM (frontier), broken, style,
                                get_ink (board, frontier));
      if (ka_label_board_take (board, label,
                               ka_label_measure_advance (label) <= KA_LABEL_MAX_BESIDE &&
                                 place_beside (board, label, frontier, pieces, bond)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
place_on_pieces (const KaLabelBoard *board,
                 KaMapLabel         *label,
                 const GPtrArray    *pieces,
                 double              gap,
                 const KaLabelBond  *bond)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      g_autoptr (GArray) line = smooth_line (pieces->pdata[i]);

      if (ka_label_place_along (board, label, line, gap, bond) ||
          ka_label_place_along (board, label, line, -gap - label->style.size * 0.7, bond))
        return TRUE;
    }

  return FALSE;
}

void
ka_label_name_river (KaLabelBoard      *board,
                     const KaPlace     *river,
                     const char        *text,
                     const KaTypeStyle *style)
{
  KaMapLabel *label = ka_map_label_new (board, KA_ITEM (river), text, style,
                                        &board->context->theme->water_text);
  g_autoptr (GPtrArray) pieces = trace_line (board, river->geometry, RIVER_TOLERANCE,
                                             ka_label_measure_advance (label) * 0.7);

  ka_label_board_take (board, label, place_on_pieces (board, label, pieces, RIVER_GAP, NULL));
}

/* The name of a line; with its days, where they are not those of the map */
static char *
dup_name (const KaLabelBoard *board, const KaFrontier *frontier)
{
  const KaViewState *state = board->context->state;

  return frontier == ka_map_get_ghost (state)
           ? ka_map_dup_ghost_text (KA_ITEM (frontier), state)
           : g_strdup (ka_item_get_title (KA_ITEM (frontier), state->day, state->language));
}

/* The peaks of a range in user units, from end to end */
static GArray *
trace_peaks (const KaLabelBoard *board, const KaPlace *range)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (KaPoint));

  for (gsize i = 0; i < range->peaks.n_items; i++)
    {
      const KaItem *peak = range->peaks.items[i];
      KaPoint       user = ka_viewport_to_user (board->context->viewport,
                                                board->context->scene->places_km[peak->index]);

      g_array_append_val (line, user);
    }

  return line;
}

void
ka_label_name_range (KaLabelBoard *board, const KaPlace *range, const char *text)
{
  g_autoptr (GArray) peaks = trace_peaks (board, range);
  g_autoptr (GArray) line = NULL;

  if (peaks->len < 2)
    return;

  line = smooth_line (peaks);
  for (gsize i = 0; i < G_N_ELEMENTS (range_trackings); i++)
    {
      KaTypeStyle style = { .is_serif = TRUE,
                            .is_italic = TRUE,
                            .size = RANGE_SIZE,
                            .spacing = RANGE_SIZE * range_trackings[i] };
      KaMapLabel *label = ka_map_label_new (board, KA_ITEM (range), text, &style,
                                            &board->context->theme->peak);

      if (ka_label_board_take (board, label,
                               ka_label_place_along (board, label, line, -RANGE_SIZE / 3, NULL) ||
                                 ka_label_place_along (board, label, line, RANGE_SIZE, NULL) ||
                                 ka_label_place_along (board, label, line, -2 * RANGE_SIZE, NULL)))
        return;
    }
}

static void
name_frontier (KaLabelBoard *board, const KaFrontier *frontier, const KaLabelBond *bond)
{
  g_autofree char *text = dup_name (board, frontier);
  KaTypeStyle      style = { .is_serif = TRUE, .is_italic = TRUE, .is_bold = TRUE, .size = 11.0 };
  KaMapLabel      *label = ka_map_label_new (board, KA_ITEM (frontier), text, &style,
                                             get_ink (board, frontier));
  double           length = ka_label_measure_advance (label) * 0.7;
  gboolean         has_room = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (frontier_tolerances) && !has_room; i++)
    {
      g_autoptr (GPtrArray)
        pieces = trace_line (board, frontier->geometry, frontier_tolerances[i], length);

      has_room = place_on_pieces (board, label, pieces, FRONTIER_GAP, bond);
    }
  if (ka_label_board_take (board, label, has_room) ||
      name_beside (board, frontier, text, &style, bond) ||
      frontier != board->context->day->principal)
    return;

  style.size = SMALL_SIZE;
  name_beside (board, frontier, text, &style, bond);
}

/* Lists the lines with a name, the strongest last */
static GPtrArray *
list_named (const KaLabelBoard *board)
{
  const KaPaintContext *context = board->context;
  const KaFrontier     *ghost = ka_map_get_ghost (context->state);
  GPtrArray            *named = g_ptr_array_new ();

  if (ghost != NULL)
    g_ptr_array_add (named, (gpointer) (gsize) ghost);
  for (guint i = 0; i < context->day->frontiers->len; i++)
    {
      const KaFrontier *frontier = context->day->frontiers->pdata[i];

      if (ka_map_shows_frontier (context->state, frontier) &&
          ka_map_day_names_line (context->day, frontier))
        g_ptr_array_add (named, context->day->frontiers->pdata[i]);
    }

  return named;
}

void
ka_label_collect_frontiers (KaLabelBoard *board)
{
  g_autoptr (GPtrArray) named = list_named (board);

  for (guint i = named->len; i > 0; i--)
    {
      const KaFrontier *frontier = named->pdata[i - 1];
      g_autoptr (GPtrArray) rivals = g_ptr_array_new ();
      KaLabelBond bond = { frontier->geometry, rivals };

      for (guint j = 0; j < named->len; j++)
        if (named->pdata[j] != frontier)
          g_ptr_array_add (rivals,
                           (gpointer) (gsize) ((const KaFrontier *) named->pdata[j])->geometry);
      name_frontier (board, frontier, &bond);
    }
}
