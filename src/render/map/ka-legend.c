/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The legend of a map: collects its rows, lays them out at the bottom left, paints them. The
 * functions that draw the map draw the samples, so both look the same.
 */

#include "config.h"

#include "ka-legend.h"

#include <math.h>

#include "ka-captions.h"
#include "ka-map-parts.h"
#include "ka-type.h"

/* User units */
#define PADDING        11.0
#define SAMPLE_WIDTH   25.0
#define SAMPLE_HEIGHT  13.0
#define GAP            10.0
#define HEADING_HEIGHT 26.0
#define MARGIN         14.0
#define ROW            20.0
#define TEXT_SIZE      12.0
/* Padding of a row of several lines */
#define ROW_PADDING 3.0
/* The width of a column without its text */
#define COLUMN_PADDING (2 * PADDING + SAMPLE_WIDTH + GAP)
#define MAX_COLUMNS    2
/* Space above the first row and below the last */
#define EDGE        (PADDING - 3)
#define HEADING_GAP 1.0
/* The greatest parts of the map that a legend takes: one column, all columns, all columns when
 * unfolded by hand, its height */
#define COLUMN_SHARE 0.42
#define WIDTH_SHARE  0.66
#define OPEN_SHARE   0.82
#define HEIGHT_SHARE 0.55
/* The width that a single column may have on any but the smallest map */
#define MIN_COLUMN 260.0
/* The least width of each of two columns */
#define MIN_OF_TWO 230.0
/* The space for the date above a legend that is unfolded by hand */
#define DATE_HEIGHT 96.0
/* The size of a common legend, and the greatest part of the map that it covers */
#define COMMON_WIDTH  300.0
#define COMMON_HEIGHT 210.0
#define MAX_SHARE     0.18

/* The kind of sample of a row; surfaces come before lines */
typedef enum
{
  SAMPLE_FEATURED,
  SAMPLE_OCCUPIED,
  SAMPLE_CONTESTED,
  SAMPLE_CLAIMED,
  SAMPLE_PRINCIPAL,
  SAMPLE_FRONTIER,
  SAMPLE_BORDER,
  SAMPLE_PINNED,
} Sample;

/* A row with its sample */
typedef struct
{
  KaLegendRow       shown;
  Sample            sample;
  const KaFrontier *frontier;
  KaTint            tint;
  KaTint            ground;
  KaMapBorder       border;
  guint             number; /* of a claimant */
  PangoLayout      *layout;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->shown.text);
  g_clear_object (&row->layout);
  g_free (row);
}

static void
add_row (KaLegend *self, Row row, char *text)
{
  row.shown.text = text;
  g_ptr_array_add (self->rows, g_memdup2 (&row, sizeof row));
}

static const char *
get_title (gconstpointer item, const KaViewState *state)
{
  return ka_item_get_title (item, state->day, state->language);
}

static gboolean
are_arcs_seen (const KaMapScene *scene, const GArray *arcs, KaBox view)
{
  for (guint i = 0; i < arcs->len; i++)
    if (ka_map_arc_is_seen (&scene->arcs[ka_map_arc_number (g_array_index (arcs, int, i))], view))
      return TRUE;

  return FALSE;
}

/* Whether any of the land is in view: a piece of its outline, or all of the view */
static gboolean
is_seen (const KaMapScene *scene, const KaMapLand *land, KaBox view)
{
  if (!ka_box_meets (land->box, view))
    return FALSE;

  for (guint i = 0; i < land->rings->len; i++)
    if (are_arcs_seen (scene, ((KaMapChain *) land->rings->pdata[i])->arcs, view))
      return TRUE;

  return ka_map_scene_surrounds (scene, land->rings,
                                 (KaPoint){ (view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2 });
}

static void
collect_frontiers (KaLegend *self, const KaPaintContext *context, KaBox view)
{
  const KaMapDay    *day = context->day;
  const KaViewState *state = context->state;
  gboolean           has_districts = FALSE;

  for (guint i = day->frontiers->len; i > 0; i--)
    {
      const KaFrontier *frontier = day->frontiers->pdata[i - 1];
      Row               row = { .shown.item = KA_ITEM (frontier), .frontier = frontier };

      if (!ka_map_shows_frontier (state, frontier) ||
          !ka_map_scene_is_seen (day->scene, frontier->geometry, view))
        continue;
      row.sample = frontier == day->principal ? SAMPLE_PRINCIPAL : SAMPLE_FRONTIER;
      if (frontier->kind == KA_FRONTIER_DISTRICT)
        {
          if (has_districts)
            continue;
          has_districts = TRUE;
        }
      else if (frontier != day->principal && frontier->in_force)
        continue;
      add_row (self, row, g_strdup (get_title (frontier, state)));
    }
}

static void
collect_featured (KaLegend *self, const KaPaintContext *context, KaBox view)
{
  const KaMapDay    *day = context->day;
  const KaViewState *state = context->state;

  for (guint i = 0; i < day->featured->len; i++)
    {
      const KaMapLand *land = day->featured->pdata[i];
      Row              row = { .sample = SAMPLE_FEATURED,
                               .shown.item = KA_ITEM (land->region),
                               .tint = land->tint,
                               .ground = land->polity != NULL ? land->polity->tint : KA_TINT_NEUTRAL };

      if (!is_seen (day->scene, land, view))
        continue;
      add_row (self, row, ka_map_day_describe_featured (day, land->region, state->language));
    }
}

static KaTint
find_ground (const KaMapDay *day, const KaPolity *occupier)
{
  for (gsize i = 0; i < day->scene->n_areas; i++)
    if (day->areas[i].tenure != NULL && day->areas[i].tenure->kind == KA_TENURE_OCCUPIED &&
        day->areas[i].holder == occupier && day->areas[i].owner != NULL)
      return day->areas[i].owner->tint;

  return KA_TINT_NEUTRAL;
}

/* Adds hatched land with the power that hatches it */
static void
add_hatched (KaLegend             *self,
             const KaPaintContext *context,
             const KaMapLand      *land,
             Row                   row,
             KaCaption             caption)
{
  row.shown.item = KA_ITEM (land->polity);
  row.tint = land->tint;
  row.ground = find_ground (context->day, land->polity);
  if (is_seen (context->scene, land, ka_viewport_get_box (context->viewport)))
    add_row (self, row,
             ka_caption_format (caption, context->state->language,
                                get_title (land->polity, context->state)));
}

static void
collect_hatches (KaLegend *self, const KaPaintContext *context, KaBox view)
{
  const KaMapDay    *day = context->day;
  const KaViewState *state = context->state;

  for (guint i = 0; i < day->occupied->len; i++)
    add_hatched (self, context, day->occupied->pdata[i], (Row){ .sample = SAMPLE_OCCUPIED },
                 KA_CAPTION_OCCUPIED_BY);
  for (guint i = 0; i < day->claimed->len && ka_view_state_shows (state, KA_MAP_LAYER_CLAIMS); i++)
    add_hatched (self, context, day->claimed->pdata[i],
                 (Row){ .sample = SAMPLE_CLAIMED, .number = i }, KA_CAPTION_CLAIMED_BY);
  for (guint i = 0; i < day->contested->len; i++)
    if (is_seen (day->scene, day->contested->pdata[i], view))
      add_row (self, (Row){ .sample = SAMPLE_CONTESTED },
               g_strdup (ka_caption_get (KA_CAPTION_CONTESTED, state->language)));
}

static gboolean
has_border (const KaMapDay *day, KaMapBorder border, KaBox view)
{
  for (guint i = 0; i < day->borders[border]->len; i++)
    if (are_arcs_seen (day->scene, ((KaMapChain *) day->borders[border]->pdata[i])->arcs, view))
      return TRUE;

  return FALSE;
}

static void
collect_borders (KaLegend *self, const KaPaintContext *context, KaBox view)
{
  const KaMapDay    *day = context->day;
  const KaViewState *state = context->state;
  static const struct
  {
    KaMapBorder border;
    KaCaption   caption;
  } rows[] = {
    { KA_MAP_BORDER_STATE, KA_CAPTION_STATE_FRONTIER },
    { KA_MAP_BORDER_UNCERTAIN, KA_CAPTION_UNCERTAIN_FRONTIER },
    { KA_MAP_BORDER_OCCUPATION, KA_CAPTION_OCCUPATION_LIMIT },
    { KA_MAP_BORDER_REPUBLIC, KA_CAPTION_REPUBLIC_BORDER },
    { KA_MAP_BORDER_AUTONOMY, KA_CAPTION_AUTONOMY_LIMIT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (has_border (day, rows[i].border, view))
      add_row (self, (Row){ .sample = SAMPLE_BORDER, .border = rows[i].border },
               g_strdup (ka_caption_get (rows[i].caption, state->language)));
}

static void
collect_pinned (KaLegend *self, const KaViewState *state)
{
  g_autofree char *words = NULL;

  if (!state->has_pinned_day)
    return;

  words = ka_day_to_words (state->pinned_day, state->language);
  add_row (self, (Row){ .sample = SAMPLE_PINNED },
           ka_caption_format (KA_CAPTION_FRONTIERS_OF, state->language, words));
}

gboolean
ka_legend_folds_by_itself (const KaViewport *viewport)
{
  return COMMON_WIDTH * COMMON_HEIGHT > MAX_SHARE * viewport->width * viewport->height;
}

/* Wraps the text of all rows at a width; returns the greatest width */
static double
set_texts (KaLegend *self, double room)
{
  double widest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row   *row = self->rows->pdata[i];
      double width, height;

      pango_layout_set_width (row->layout, pango_units_from_double (room));
      ka_type_measure (row->layout, &width, &height, NULL);
      widest = MAX (widest, MIN (width, room));
      row->shown.box = (KaBox){ 0, 0, width, MAX (ROW, height + ROW_PADDING) };
      row->shown.text_box = (KaBox){ 0, 0, width, height };
    }

  return ceil (widest);
}

static double
add_heights (const KaLegend *self, guint from, guint to)
{
  double height = 0;

  for (guint i = from; i < to; i++)
    height += ((const Row *) self->rows->pdata[i])->shown.box.y1;

  return height;
}

/* The number of the first @n_rows rows in the first of two columns, which is the higher one by as
 * little as possible */
static guint
split_rows (const KaLegend *self, guint n_rows)
{
  double half = add_heights (self, 0, n_rows) / 2;
  guint  n = 0;

  while (n < n_rows && add_heights (self, 0, n) < half)
    n++;

  return n;
}

/* The number of rows that fit into columns of a height */
static guint
count_fitting (const KaLegend *self, int n_columns, double height)
{
  guint n = self->rows->len;

  while (n > 1 && add_heights (self, 0, n_columns == 1 ? n : split_rows (self, n)) > height)
    n--;

  return n;
}

/* The number of rows in the first column */
static guint
count_first (const KaLegend *self, int n_columns)
{
  return n_columns == 1 ? self->rows->len : split_rows (self, self->rows->len);
}

/* Places the rows below @top */
static void
place_rows (KaLegend *self, guint n_first, double column_width, KaPoint top)
{
  double y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      KaLegendRow *row = self->rows->pdata[i];
      KaPoint      text = { row->text_box.x1, row->text_box.y1 };
      double       x = top.x + (i < n_first ? 0 : column_width);
      double       below;

      y = i == n_first ? 0 : y;
      below = y + row->box.y1;
      row->box = (KaBox){ x, top.y + y, x + column_width, top.y + below };
      x += PADDING + SAMPLE_WIDTH + GAP;
      y = (row->box.y0 + row->box.y1 - text.y) / 2;
      row->text_box = (KaBox){ x, y, x + text.x, y + text.y };
      y = below;
    }
}

/* Chooses the number of columns that shows more rows */
static int
choose_columns (KaLegend         *self,
                const KaViewport *viewport,
                double            share,
                double            height,
                double           *column_width)
{
  double widths[MAX_COLUMNS] = {
    MAX (viewport->width * COLUMN_SHARE, MIN (MIN_COLUMN, viewport->width * 0.6)),
    viewport->width * share / 2,
  };
  int   n_columns = 1;
  guint n_rows = 0;

  for (int n = 1; n <= MAX_COLUMNS && n_rows < self->rows->len; n++)
    {
      guint n_fitting;

      if (n > 1 && widths[n - 1] < MIN_OF_TWO)
        break;
      set_texts (self, widths[n - 1] - COLUMN_PADDING);
      n_fitting = count_fitting (self, n, height);
      if (n_fitting <= n_rows)
        continue;
      n_rows = n_fitting;
      n_columns = n;
    }
  g_ptr_array_set_size (self->rows, (int) n_rows);
  *column_width = set_texts (self, widths[n_columns - 1] - COLUMN_PADDING) + COLUMN_PADDING;

  return n_columns;
}

static void
lay_out_rows (KaLegend *self, const KaPaintContext *context, gboolean is_printed, double heading)
{
  const KaViewport        *viewport = context->viewport;
  static const KaTypeStyle style = { .size = TEXT_SIZE };
  double                   above = is_printed ? EDGE : heading + HEADING_GAP;
  double                   most = (is_printed ? viewport->height * HEIGHT_SHARE
                                              : viewport->height - DATE_HEIGHT - MARGIN) -
                above - EDGE;
  double column_width;
  int    n_columns;
  guint  n_first;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      row->layout = ka_type_layout (context->cr, context->theme, &style, row->shown.text);
      pango_layout_set_wrap (row->layout, PANGO_WRAP_WORD_CHAR);
    }
  n_columns = choose_columns (self, viewport, is_printed ? WIDTH_SHARE : OPEN_SHARE, most,
                              &column_width);
  n_first = count_first (self, n_columns);
  self->box.x1 = MAX (self->box.x1, MARGIN + n_columns * column_width);
  self->box.y0 = viewport->height - MARGIN - EDGE - add_heights (self, 0, n_first) - above;
  place_rows (self, n_first, column_width, (KaPoint){ MARGIN, self->box.y0 + above });
}

static void
lay_out (KaLegend *self, const KaPaintContext *context)
{
  static const KaTypeStyle heading_style = { .size = TEXT_SIZE, .is_bold = TRUE };
  gboolean                 is_printed = context->state->legend == KA_LEGEND_PRINTED;
  double                   heading = is_printed ? 0 : HEADING_HEIGHT;
  double                   width;

  self->box = (KaBox){ 0, 0, -1, -1 };
  self->heading_box = self->box;
  if (self->rows->len == 0 && !self->is_folded)
    return;

  self->box = (KaBox){ MARGIN, context->viewport->height - MARGIN - heading, MARGIN,
                       context->viewport->height - MARGIN };
  if (!is_printed)
    {
      self->heading = ka_type_layout (
        context->cr, context->theme, &heading_style,
        ka_caption_get (KA_CAPTION_HEADING, context->state->language));
      ka_type_measure (self->heading, &width, NULL, NULL);
      self->box.x1 += ceil (width) + COLUMN_PADDING;
    }
  if (self->rows->len > 0)
    lay_out_rows (self, context, is_printed, heading);
  if (!is_printed)
    self->heading_box = (KaBox){ self->box.x0, self->box.y0, self->box.x1, self->box.y0 + heading };
}

KaLegend *
ka_legend_new (const KaPaintContext *context)
{
  KaLegend *self = g_new0 (KaLegend, 1);
  KaBox     view = ka_viewport_get_box (context->viewport);

  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->is_folded = context->state->legend == KA_LEGEND_FOLDED ||
                    (context->state->legend == KA_LEGEND_AUTO &&
                     ka_legend_folds_by_itself (context->viewport));
  if (!self->is_folded)
    {
      /* The most important rows come first: the last ones are left out when there is no room */
      collect_featured (self, context, view);
      collect_frontiers (self, context, view);
      collect_pinned (self, context->state);
      collect_hatches (self, context, view);
      collect_borders (self, context, view);
    }
  lay_out (self, context);

  return self;
}

void
ka_legend_free (KaLegend *self)
{
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->heading);
  g_free (self);
}

static void
paint_ground (cairo_t *cr, KaBox box, const KaColour *colour)
{
  cairo_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  ka_colour_set_source (colour, cr);
  cairo_fill (cr);
}

static void
paint_hatch (cairo_t        *cr,
             KaBox           box,
             const KaColour *colour,
             double          angle_deg,
             double          pitch,
             double          width)
{
  ka_map_hatch_box (cr, box, angle_deg, pitch, (KaPoint){ box.x0, box.y0 });
  ka_colour_stroke (colour, cr, 1, width);
}

static void
paint_line (const Row *row, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  double y = (box.y0 + box.y1) / 2;

  cairo_move_to (cr, box.x0, y);
  cairo_line_to (cr, box.x1, y);
  if (row->sample == SAMPLE_BORDER)
    ka_map_stroke_border (cr, theme, row->border);
  else if (row->sample == SAMPLE_PINNED)
    ka_map_stroke_pinned (cr, theme);
  else
    ka_map_stroke_frontier (cr, theme, row->frontier, row->sample == SAMPLE_PRINCIPAL, 0.2);
}

static void
paint_surface (const Row *row, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  const KaTintColours *colours = &theme->tints[row->tint];

  if (row->sample == SAMPLE_FEATURED)
    {
      paint_ground (cr, box, &colours->fill);
      ka_map_stipple_box (cr, box, row->tint == KA_TINT_BLUE, (KaPoint){ box.x0, box.y0 + 2 }, NULL,
                          NULL);
      ka_map_stroke_stipple (cr, colours, row->tint == KA_TINT_BLUE);
    }
  else if (row->sample == SAMPLE_CLAIMED)
    {
      paint_ground (cr, box, &theme->panel);
      paint_hatch (cr, box, &colours->text, ka_map_claim_angle_deg (row->number),
                   ka_map_claim_pitch (row->number), 1.0);
    }
  else
    {
      paint_ground (cr, box, &theme->tints[row->ground].fill);
      paint_hatch (cr, box, &colours->band, 45, 7.0, row->sample == SAMPLE_OCCUPIED ? 2.2 : 1.3);
    }
}

static void
paint_sample (const Row *row, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  cairo_save (cr);
  if (row->sample >= SAMPLE_PRINCIPAL)
    {
      paint_line (row, cr, theme, box);
      cairo_restore (cr);
      return;
    }

  cairo_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
  cairo_clip (cr);
  paint_surface (row, cr, theme, box);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, box.x0 + 0.5, box.y0 + 0.5, box.x1 - box.x0 - 1, box.y1 - box.y0 - 1);
  if (row->sample == SAMPLE_CLAIMED)
    cairo_set_dash (cr, (double[]){ 8, 3, 2, 3 }, 4, 0);
  ka_colour_stroke (row->sample == SAMPLE_CONTESTED ? &theme->border_minor
                                                    : &theme->tints[row->tint].band,
                    cr, 1, 1.0);
  cairo_restore (cr);
}

/* Paints the ground of a panel over the map, with rounded corners and a hairline */
static void
paint_panel (cairo_t *cr, const KaTheme *theme, KaBox box)
{
  double radius = 6.0;

  cairo_new_path (cr);
  cairo_arc (cr, box.x1 - radius, box.y0 + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, box.x1 - radius, box.y1 - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box.x0 + radius, box.y1 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box.x0 + radius, box.y0 + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  ka_colour_set_source_alpha (&theme->panel, cr, 0.94);
  cairo_fill_preserve (cr);
  ka_colour_stroke (&theme->rule, cr, 1, 1.0);
}

/* Paints the heading: a triangle that points down to the rows, or right when folded, and the text
 * */
static void
paint_heading (const KaLegend *self, cairo_t *cr, const KaTheme *theme)
{
  KaBox   box = self->heading_box;
  KaPoint at = { box.x0 + PADDING + 5, (box.y0 + box.y1) / 2 };
  double  height;

  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  if (self->is_folded)
    cairo_rotate (cr, -G_PI / 2);
  cairo_move_to (cr, -4.5, -2.5);
  cairo_line_to (cr, 4.5, -2.5);
  cairo_line_to (cr, 0, 3.5);
  cairo_close_path (cr);
  ka_colour_set_source (&theme->text, cr);
  cairo_fill (cr);
  cairo_restore (cr);

  ka_type_measure (self->heading, NULL, &height, NULL);
  ka_colour_set_source (&theme->text, cr);
  ka_type_show (cr, self->heading, box.x0 + PADDING + SAMPLE_WIDTH + GAP, at.y - height / 2);
}

static void
paint_row (const Row *row, cairo_t *cr, const KaTheme *theme)
{
  KaBox  box = row->shown.box;
  double x = box.x0 + PADDING;
  double y = (box.y0 + box.y1 - SAMPLE_HEIGHT) / 2;

  paint_sample (row, cr, theme, (KaBox){ x, y, x + SAMPLE_WIDTH, y + SAMPLE_HEIGHT });
  ka_colour_set_source (&theme->text, cr);
  ka_type_show (cr, row->layout, row->shown.text_box.x0, row->shown.text_box.y0);
}

void
ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme)
{
  if (ka_box_is_empty (self->box))
    return;

  paint_panel (cr, theme, self->box);
  if (self->heading != NULL)
    paint_heading (self, cr, theme);
  for (guint i = 0; i < self->rows->len; i++)
    paint_row (self->rows->pdata[i], cr, theme);
}
