/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a legend and their samples. The functions that draw the map draw the samples, so both
 * look the same.
 */

#include "config.h"

#include "ka-legend-rows.h"

#include "ka-captions.h"
#include "ka-map-parts.h"

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

/* How a claimant hatches */
typedef struct
{
  KaTint tint;
  guint  number;
} Claim;

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
  GArray           *claims; /* (nullable) (element-type Claim): of several claimants */
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->shown.text);
  g_clear_object (&row->shown.layout);
  g_clear_pointer (&row->claims, g_array_unref);
  g_free (row);
}

static void
add_row (GPtrArray *self, Row row, char *text)
{
  row.shown.text = text;
  g_ptr_array_add (self, g_memdup2 (&row, sizeof row));
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
collect_frontiers (GPtrArray *self, const KaPaintContext *context, KaBox view)
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
collect_featured (GPtrArray *self, const KaPaintContext *context, KaBox view)
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
add_hatched (GPtrArray            *self,
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

/* One claimant by name; several in one row, with a piece of the sample each */
static void
collect_claims (GPtrArray *self, const KaPaintContext *context, KaBox view)
{
  const KaMapDay  *day = context->day;
  Row              row = { .sample = SAMPLE_CLAIMED };
  const KaMapLand *last = NULL;
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < day->claimed->len; i++)
    {
      const KaMapLand *land = day->claimed->pdata[i];
      Claim            claim = { land->tint, i };

      if (!is_seen (day->scene, land, view))
        continue;
      last = land;
      row.number = i;
      g_array_append_val (claims, claim);
      g_string_append_printf (names, "%s%s", claims->len > 1 ? ", " : "",
                              get_title (land->polity, context->state));
    }
  if (claims->len == 1)
    add_hatched (self, context, last, row, KA_CAPTION_CLAIMED_BY);
  if (claims->len <= 1)
    return;

  row.claims = g_steal_pointer (&claims);
  add_row (self, row,
           ka_caption_format (KA_CAPTION_CLAIMED_BY, context->state->language, names->str));
}

static void
collect_hatches (GPtrArray *self, const KaPaintContext *context, KaBox view)
{
  const KaMapDay    *day = context->day;
  const KaViewState *state = context->state;

  for (guint i = 0; i < day->occupied->len; i++)
    add_hatched (self, context, day->occupied->pdata[i], (Row){ .sample = SAMPLE_OCCUPIED },
                 KA_CAPTION_OCCUPIED_BY);
  if (ka_view_state_shows (state, KA_MAP_LAYER_CLAIMS))
    collect_claims (self, context, view);
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
collect_borders (GPtrArray *self, const KaPaintContext *context, KaBox view)
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
collect_pinned (GPtrArray *self, const KaViewState *state)
{
  g_autofree char *words = NULL;

  if (!state->has_pinned_day)
    return;

  words = ka_day_to_words (state->pinned_day, state->language);
  add_row (self, (Row){ .sample = SAMPLE_PINNED },
           ka_caption_format (KA_CAPTION_FRONTIERS_OF, state->language, words));
}

GPtrArray *
ka_legend_rows_new (const KaPaintContext *context)
{
  GPtrArray *self = g_ptr_array_new_with_free_func (free_row);
  KaBox      view = ka_viewport_get_box (context->viewport);

  /* The last rows are left out when there is no room. */
  collect_featured (self, context, view);
  collect_frontiers (self, context, view);
  collect_pinned (self, context->state);
  collect_hatches (self, context, view);
  collect_borders (self, context, view);

  return self;
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
paint_claim (const Claim *claim, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  paint_ground (cr, box, &theme->panel);
  paint_hatch (cr, box, &theme->tints[claim->tint].text, ka_map_claim_angle_deg (claim->number),
               ka_map_claim_pitch (claim->number), 1.0);
}

/* A piece for each claimant, side by side */
static void
paint_claims (const GArray *claims, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  double width = (box.x1 - box.x0) / claims->len;

  for (guint i = 0; i < claims->len; i++)
    {
      KaBox piece = { box.x0 + i * width, box.y0, box.x0 + (i + 1) * width, box.y1 };

      cairo_save (cr);
      cairo_rectangle (cr, piece.x0, piece.y0, width, piece.y1 - piece.y0);
      cairo_clip (cr);
      paint_claim (&g_array_index (claims, Claim, i), cr, theme, piece);
      cairo_restore (cr);
    }
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
  else if (row->claims != NULL)
    paint_claims (row->claims, cr, theme, box);
  else if (row->sample == SAMPLE_CLAIMED)
    paint_claim (&(Claim){ row->tint, row->number }, cr, theme, box);
  else
    {
      paint_ground (cr, box, &theme->tints[row->ground].fill);
      paint_hatch (cr, box, &colours->band, 45, 7.0, row->sample == SAMPLE_OCCUPIED ? 2.2 : 1.3);
    }
}

void
ka_legend_paint_sample (const KaLegendRow *shown, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  const Row *row = (const Row *) shown;

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
  ka_colour_stroke (row->sample == SAMPLE_CONTESTED || row->claims != NULL
                      ? &theme->border_minor
                      : &theme->tints[row->tint].band,
                    cr, 1, 1.0);
  cairo_restore (cr);
}
