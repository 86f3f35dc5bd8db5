/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The legend: which rows, how each sample looks, where they stand. Samples are drawn by the
 * functions that draw the map, so that they cannot differ from it.
 */

#include "config.h"

#include "ka-legend.h"

#include "ka-map-paint-private.h"
#include "ka-type.h"

#define MARGIN        14.0
#define PADDING       11.0
#define ROW           20.0
#define SAMPLE_WIDTH  25.0
#define SAMPLE_HEIGHT 13.0
#define GAP           10.0
#define TEXT_SIZE     12.0
#define LARGEST_SHARE 0.42

typedef enum
{
  SAMPLE_PRINCIPAL,
  SAMPLE_HERO,
  SAMPLE_OCCUPIED,
  SAMPLE_CONTESTED,
  SAMPLE_CLAIMED,
  SAMPLE_FRONTIER,
  SAMPLE_BORDER,
  SAMPLE_PINNED,
} Sample;

typedef struct
{
  Sample            sample;
  const KaItem     *item; /* (nullable) */
  const KaFrontier *frontier;
  KaTint            tint;
  KaTint            ground;
  KaMapBorder       border;
  guint             number; /* of a claimant */
  char             *text;
  PangoLayout      *layout;
} Row;

struct _KaLegend
{
  GArray *rows; /* of Row */
  KaBox   box;
};

static void
clear_row (Row *row)
{
  g_free (row->text);
  g_clear_object (&row->layout);
}

static void
add_row (KaLegend *self, Row row, char *text)
{
  row.text = text;
  g_array_append_val (self->rows, row);
}

static const char *
get_name (const KaNames *names, const KaViewState *state)
{
  const KaText *name = ka_names_get_on (names, state->day);

  return name == NULL ? "" : ka_text_get (name, state->language);
}

static gboolean
are_arcs_seen (const KaMapScene *scene, const GArray *arcs, KaBox view)
{
  for (guint i = 0; i < arcs->len; i++)
    if (ka_map_arc_is_seen (&scene->arcs[ka_map_arc_number (g_array_index (arcs, int, i))], view))
      return TRUE;

  return FALSE;
}

/* Whether any of the land is in view: its outline, or all of the view lies within it */
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
collect_frontiers (KaLegend *self, const KaMapDay *day, const KaViewState *state, KaBox view)
{
  gboolean has_districts = FALSE;

  for (guint i = day->frontiers->len; i > 0; i--)
    {
      const KaFrontier *frontier = day->frontiers->pdata[i - 1];
      Row               row = { .item = KA_ITEM (frontier), .frontier = frontier };

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
      add_row (self, row, g_strdup (get_name (&frontier->names, state)));
    }
}

static void
collect_heroes (KaLegend *self, const KaMapDay *day, const KaViewState *state, KaBox view)
{
  for (guint i = 0; i < day->heroes->len; i++)
    {
      const KaMapLand *land = day->heroes->pdata[i];
      const char      *name = get_name (&land->region->names, state);
      Row              row = { .sample = SAMPLE_HERO,
                               .item = KA_ITEM (land->region),
                               .tint = land->tint,
                               .ground = land->polity != NULL ? land->polity->tint : KA_TINT_NEUTRAL };

      if (!is_seen (day->scene, land, view))
        continue;
      add_row (self, row,
               land->polity == NULL
                 ? g_strdup (name)
                 : g_strdup_printf ("%s · %s", name, get_name (&land->polity->names, state)));
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

static void
collect_hatches (KaLegend *self, const KaMapDay *day, const KaViewState *state, KaBox view)
{
  for (guint i = 0; i < day->occupied->len; i++)
    {
      const KaMapLand *land = day->occupied->pdata[i];
      Row              row = { .sample = SAMPLE_OCCUPIED,
                               .item = KA_ITEM (land->polity),
                               .tint = land->tint,
                               .ground = find_ground (day, land->polity) };

      if (is_seen (day->scene, land, view))
        add_row (self, row,
                 g_strdup_printf ("Occupied · %s", get_name (&land->polity->names, state)));
    }
  for (guint i = 0; i < day->claimed->len && (state->hidden_layers & KA_MAP_LAYER_CLAIMS) == 0; i++)
    {
      const KaMapLand *land = day->claimed->pdata[i];
      Row              row = {
                     .sample = SAMPLE_CLAIMED, .item = KA_ITEM (land->polity), .tint = land->tint, .number = i
      };

      if (is_seen (day->scene, land, view))
        add_row (self, row,
                 g_strdup_printf ("Claimed · %s", get_name (&land->polity->names, state)));
    }
  for (guint i = 0; i < day->contested->len; i++)
    if (is_seen (day->scene, day->contested->pdata[i], view))
      add_row (self, (Row){ .sample = SAMPLE_CONTESTED }, g_strdup ("Contested"));
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
collect_borders (KaLegend *self, const KaMapDay *day, KaBox view)
{
  static const struct
  {
    KaMapBorder border;
    const char *text;
  } texts[] = {
    { KA_MAP_BORDER_STATE, "Frontier of states" },
    { KA_MAP_BORDER_UNCERTAIN, "Contested or uncertain frontier" },
    { KA_MAP_BORDER_OCCUPATION, "Limit of occupation" },
    { KA_MAP_BORDER_REPUBLIC, "Border of republics" },
    { KA_MAP_BORDER_AUTONOMY, "Limit of an autonomy" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (has_border (day, texts[i].border, view))
      add_row (self, (Row){ .sample = SAMPLE_BORDER, .border = texts[i].border },
               g_strdup (texts[i].text));
}

/* Sets the rows and the panel round them at the bottom left; drops the last rows when there is no
 * room for them */
static void
lay_out (KaLegend *self, cairo_t *cr, const KaTheme *theme, const KaViewport *viewport)
{
  static const KaTypeStyle style = { .size = TEXT_SIZE };
  double                   most_width = MAX (viewport->width * LARGEST_SHARE, 120.0);
  double                   widest = 0;
  double                   most_rows = (viewport->height * 0.55 - 2 * PADDING) / ROW;

  if (self->rows->len > MAX (most_rows, 1))
    g_array_set_size (self->rows, (guint) MAX (most_rows, 1));
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row   *row = &g_array_index (self->rows, Row, i);
      double width;
      double room = most_width - 2 * PADDING - SAMPLE_WIDTH - GAP;

      row->layout = ka_type_layout (cr, theme, &style, row->text);
      pango_layout_set_ellipsize (row->layout, PANGO_ELLIPSIZE_END);
      ka_type_measure (row->layout, &width, NULL, NULL);
      if (width > room)
        {
          pango_layout_set_width (row->layout, pango_units_from_double (room));
          width = room;
        }
      widest = MAX (widest, width);
    }
  self->box.x0 = MARGIN;
  self->box.x1 = MARGIN + 2 * PADDING + SAMPLE_WIDTH + GAP + widest;
  self->box.y1 = viewport->height - MARGIN;
  self->box.y0 = self->box.y1 - 2 * PADDING + 6 - ROW * self->rows->len;
}

/**
 * ka_legend_new:
 * @cr: what it will be painted on, for measuring
 * @scene: the geography
 * @state: the day and the language
 * @theme: fonts
 * @viewport: the camera: what is not in view has no row
 *
 * Returns: (transfer full): the legend of the map as it is seen
 */
KaLegend *
ka_legend_new (cairo_t           *cr,
               KaMapScene        *scene,
               const KaViewState *state,
               const KaTheme     *theme,
               const KaViewport  *viewport)
{
  KaLegend *self = g_new0 (KaLegend, 1);
  KaBox     view = ka_viewport_get_box (viewport);
  g_autoptr (KaMapDay) day = ka_map_day_new (scene, state->day);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, (GDestroyNotify) clear_row);
  collect_heroes (self, day, state, view);
  collect_frontiers (self, day, state, view);
  collect_hatches (self, day, state, view);
  collect_borders (self, day, view);
  if (state->has_pinned_day)
    {
      g_autofree char *words = ka_day_to_words (state->pinned_day);

      add_row (self, (Row){ .sample = SAMPLE_PINNED }, g_strdup_printf ("Frontiers of %s", words));
    }
  lay_out (self, cr, theme, viewport);

  return self;
}

/**
 * ka_legend_free:
 * @self: (transfer full): a legend
 */
void
ka_legend_free (KaLegend *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * ka_legend_get_box:
 * @self: a legend
 *
 * Returns: its panel in user units; empty when there are no rows
 */
KaBox
ka_legend_get_box (const KaLegend *self)
{
  return self->rows->len > 0 ? self->box : (KaBox){ 0, 0, -1, -1 };
}

/**
 * ka_legend_get_n_rows:
 * @self: a legend
 *
 * Returns: how many rows it has
 */
gsize
ka_legend_get_n_rows (const KaLegend *self)
{
  return self->rows->len;
}

/**
 * ka_legend_get_text:
 * @self: a legend
 * @row: a number below ka_legend_get_n_rows()
 *
 * Returns: (transfer none): what the row says
 */
const char *
ka_legend_get_text (const KaLegend *self, gsize row)
{
  g_return_val_if_fail (row < self->rows->len, "");

  return g_array_index (self->rows, Row, row).text;
}

/**
 * ka_legend_get_item:
 * @self: a legend
 * @row: a number below ka_legend_get_n_rows()
 *
 * Returns: (transfer none) (nullable): what a click on the row selects
 */
const KaItem *
ka_legend_get_item (const KaLegend *self, gsize row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_array_index (self->rows, Row, row).item;
}

/**
 * ka_legend_get_row_box:
 * @self: a legend
 * @row: a number below ka_legend_get_n_rows()
 *
 * Returns: the row in user units, over the whole width of the panel
 */
KaBox
ka_legend_get_row_box (const KaLegend *self, gsize row)
{
  double y = self->box.y0 + PADDING - 3 + ROW * (double) row;

  return (KaBox){ self->box.x0, y, self->box.x1, y + ROW };
}

static void
paint_ground (cairo_t *cr, const KaTheme *theme, KaBox box, const KaColour *colour)
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
  cairo_set_line_width (cr, width);
  ka_colour_set_source (colour, cr);
  cairo_stroke (cr);
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

  switch (row->sample)
    {
    case SAMPLE_HERO:
      paint_ground (cr, theme, box, &colours->fill);
      ka_map_stipple_box (cr, box, row->tint == KA_TINT_BLUE, (KaPoint){ box.x0, box.y0 + 2 }, NULL,
                          NULL);
      ka_map_stroke_stipple (cr, colours, row->tint == KA_TINT_BLUE);
      break;
    case SAMPLE_OCCUPIED:
      paint_ground (cr, theme, box, &theme->tints[row->ground].fill);
      paint_hatch (cr, box, &colours->band, 45, 7.0, 2.2);
      break;
    case SAMPLE_CONTESTED:
      paint_ground (cr, theme, box, &theme->tints[KA_TINT_NEUTRAL].fill);
      paint_hatch (cr, box, &theme->tints[KA_TINT_NEUTRAL].band, 45, 7.0, 1.3);
      break;
    case SAMPLE_CLAIMED:
      paint_ground (cr, theme, box, &theme->panel);
      paint_hatch (cr, box, &colours->text, ka_map_claim_angle_deg (row->number),
                   ka_map_claim_pitch (row->number), 1.0);
      break;
    case SAMPLE_PRINCIPAL:
    case SAMPLE_FRONTIER:
    case SAMPLE_BORDER:
    case SAMPLE_PINNED:
    default:
      break;
    }
}

static void
paint_sample (const Row *row, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  cairo_save (cr);
  if (row->sample == SAMPLE_PRINCIPAL || row->sample == SAMPLE_FRONTIER ||
      row->sample == SAMPLE_BORDER || row->sample == SAMPLE_PINNED)
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
  ka_colour_set_source (
    row->sample == SAMPLE_CONTESTED ? &theme->border_minor : &theme->tints[row->tint].band, cr);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * ka_legend_paint:
 * @self: a legend
 * @cr: where to draw
 * @theme: colours
 */
void
ka_legend_paint (const KaLegend *self, cairo_t *cr, const KaTheme *theme)
{
  if (self->rows->len == 0)
    return;

  ka_map_panel_paint (cr, theme, self->box);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      KaBox      box = ka_legend_get_row_box (self, i);
      double     x = box.x0 + PADDING;
      double     y = (box.y0 + box.y1 - SAMPLE_HEIGHT) / 2;
      double     height;

      paint_sample (row, cr, theme, (KaBox){ x, y, x + SAMPLE_WIDTH, y + SAMPLE_HEIGHT });
      ka_type_measure (row->layout, NULL, &height, NULL);
      ka_colour_set_source (&theme->text, cr);
      ka_type_show (cr, row->layout, x + SAMPLE_WIDTH + GAP, (box.y0 + box.y1 - height) / 2);
    }
}
