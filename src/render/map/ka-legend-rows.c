/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of a legend: strong line, other named lines, featured regions, land by the way that it
 * is held, classes of border. The functions that draw the map draw the samples, so both look the
 * same.
 */

#include "config.h"

#include "ka-legend-rows.h"

#include <math.h>

#include "ka-captions.h"
#include "ka-map-changes.h"
#include "ka-map-compare.h"
#include "ka-map-parts.h"
#include "ka-query.h"

/* More powers than these, with longer names in characters, go by their colours. */
#define MAX_NAMED      2
#define MAX_CHARACTERS 48

/* The length of a border that is too short for a row over a map, in user units */
#define SHORT 40.0

/* The kind of sample of a row; surfaces come before lines */
typedef enum
{
  SAMPLE_FEATURED,
  SAMPLE_HELD,
  SAMPLE_OCCUPIED,
  SAMPLE_CONTESTED,
  SAMPLE_CLAIMED,
  SAMPLE_LINE,
  SAMPLE_CHANGE,
  SAMPLE_COMPARED,
  SAMPLE_NONE, /* of a line that no treaty has drawn yet */
} Sample;

/* A piece of a sample of land: of one power among several */
typedef struct
{
  KaTint tint;
  KaTint ground;
  guint  number; /* of a claimant */
} Piece;

/* A row with its sample */
typedef struct
{
  KaLegendRow    shown;
  Sample         sample;
  KaMapLineClass line;
  gboolean       is_strong;
  KaMapChange    change;
  gboolean       is_second; /* of two treaties */
  GArray        *pieces;    /* (nullable) (element-type Piece): of land, side by side */
} Row;

typedef struct
{
  GPtrArray            *rows;
  const KaPaintContext *context;
  KaBox                 view;
} Collector;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->shown.text);
  g_clear_pointer (&row->shown.layout, ka_type_layout_free);
  g_clear_pointer (&row->pieces, g_array_unref);
  g_free (row);
}

/* Takes @text and what @row owns */
static void
add_row (Collector *self, Row row, char *text)
{
  row.shown.text = text;
  g_ptr_array_add (self->rows, g_memdup2 (&row, sizeof row));
}

static const char *
get_title (const Collector *self, gconstpointer item)
{
  return ka_item_get_title (item, self->context->state->day, self->context->state->language);
}

static const char *
get_caption (const Collector *self, KaCaption caption)
{
  return ka_caption_get (caption, self->context->state->language);
}

static gboolean
are_arcs_seen (const Collector *self, const GArray *arcs)
{
  for (guint i = 0; i < arcs->len; i++)
    if (ka_map_arc_is_seen (
          &self->context->scene->arcs[ka_map_arc_number (g_array_index (arcs, int, i))],
          self->view))
      return TRUE;

  return FALSE;
}

/* Whether any of the land is in view: a piece of its outline, or all of the view */
static gboolean
is_seen (const Collector *self, const KaMapLand *land)
{
  KaBox view = self->view;

  if (!ka_box_meets (land->box, view))
    return FALSE;

  for (guint i = 0; i < land->rings->len; i++)
    if (are_arcs_seen (self, ((KaMapChain *) land->rings->pdata[i])->arcs))
      return TRUE;

  return ka_map_scene_surrounds (self->context->scene, land->rings,
                                 (KaPoint){ (view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2 });
}

/* The name of a line, and what a reader must know about its standing or its course */
static char *
describe_line (const Collector *self, const KaFrontier *frontier, KaMapLineClass line)
{
  KaCaption        caption = frontier->kind == KA_FRONTIER_TREATY ? KA_CAPTION_SIGNED
                                                                  : KA_CAPTION_NOT_IN_FORCE;
  g_autofree char *text = NULL;

  if (line == KA_MAP_LINE_INEXACT)
    caption = KA_CAPTION_INEXACT;
  else if (line != KA_MAP_LINE_SIGNED)
    return g_strdup (get_title (self, frontier));

  text = g_strdup_printf ("%s · %s", get_title (self, frontier), get_caption (self, caption));
  if (frontier->geometry != NULL)
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s · %s", text, get_caption (self, KA_CAPTION_NO_LINE));
}

static void
add_line (Collector *self, const KaFrontier *frontier)
{
  const KaMapDay *day = self->context->day;
  KaMapLineClass  line = ka_map_day_classify_line (day, frontier);
  Row             row = { .shown.item = KA_ITEM (frontier),
                          .sample = frontier->geometry != NULL ? SAMPLE_LINE : SAMPLE_NONE,
                          .line = line,
                          .is_strong = frontier == day->principal };

  add_row (self, row, describe_line (self, frontier, line));
}

/* The strongest line first; one row for the districts together, which come last */
static void
collect_lines (Collector *self)
{
  const KaMapDay *day = self->context->day;
  gboolean        has_districts = FALSE;

  if (day->principal != NULL && day->principal->geometry == NULL)
    add_line (self, day->principal);
  for (guint i = day->frontiers->len; i > 0; i--)
    {
      const KaFrontier *frontier = day->frontiers->pdata[i - 1];
      gboolean          is_district = frontier->kind == KA_FRONTIER_DISTRICT;

      if (!ka_map_shows_frontier (self->context->state, frontier) ||
          !ka_map_scene_is_seen (day->scene, frontier->geometry, self->view) ||
          (is_district
             ? has_districts
             : !ka_map_day_names_line (day, frontier) && frontier->kind != KA_FRONTIER_CEASEFIRE))
        continue;
      has_districts = has_districts || is_district;
      add_line (self, frontier);
    }
}

static void
add_ghost (Collector *self, const KaItem *item)
{
  Row row = { .shown.item = item, .sample = SAMPLE_LINE, .line = KA_MAP_LINE_GHOST };

  add_row (self, row, ka_map_dup_ghost_text (item, self->context->state));
}

/* The frontiers of two treaties that are compared */
static void
collect_compared (Collector *self)
{
  const KaViewState *state = self->context->state;
  const KaTreaty    *treaties[2] = { ka_map_compare_get_treaty (state), state->compared };

  for (int i = 0; i < 2 && treaties[0] != NULL; i++)
    {
      const KaItem *treaty = KA_ITEM (treaties[i]);
      g_autoptr (GPtrArray)
        frontiers = ka_query_frontiers_about (self->context->scene->atlas, treaty, state->day);
      Row row = { .shown.item = treaty, .sample = SAMPLE_COMPARED, .is_second = i == 1 };

      if (frontiers->len > 0)
        add_row (self, row, g_strdup (get_title (self, treaty)));
    }
}

static gboolean
are_chains_seen (const Collector *self, const GPtrArray *chains)
{
  for (guint i = 0; i < chains->len; i++)
    if (are_arcs_seen (self, ((KaMapChain *) chains->pdata[i])->arcs))
      return TRUE;

  return FALSE;
}

/* The stretches of frontier that change between two days */
static void
collect_changes (Collector *self)
{
  const KaViewState *state = self->context->state;
  KaSpan             days;

  for (int change = 0; change < KA_N_MAP_CHANGES && ka_view_state_get_days (state, &days); change++)
    {
      g_autoptr (GPtrArray) lines = ka_map_changes_list (self->context, (KaMapChange) change);
      g_autofree char *words = ka_span_to_words (days, state->language);
      Row              row = { .sample = SAMPLE_CHANGE, .change = (KaMapChange) change };

      if (are_chains_seen (self, lines))
        add_row (self, row,
                 ka_caption_format (change == KA_MAP_CHANGE_NEW ? KA_CAPTION_CHANGED_FRONTIER
                                                                : KA_CAPTION_ENDED_FRONTIER,
                                    state->language, words));
    }
}

/* Lines and land of another day: of the selection, then of the pinned day */
static void
collect_ghosts (Collector *self)
{
  const KaViewState *state = self->context->state;
  const KaItem      *item = state->selection;
  g_autoptr (GPtrArray) ghosts = ka_map_day_list_ghosts (self->context->day, item);

  for (guint i = 0; i < ghosts->len; i++)
    add_ghost (self, ghosts->pdata[i]);
  if (item != NULL && item->kind == KA_ITEM_POLITY &&
      !ka_span_has (ka_query_life_of (item), state->day))
    add_ghost (self, item);
  if (state->has_pinned_day)
    {
      g_autofree char *words = ka_day_to_words (state->pinned_day, state->language);

      add_row (self, (Row){ .sample = SAMPLE_LINE, .line = KA_MAP_LINE_GHOST },
               ka_caption_format (KA_CAPTION_FRONTIERS_OF, state->language, words));
    }
}

static GArray *
make_pieces (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Piece));
}

static void
collect_featured (Collector *self)
{
  const KaMapDay *day = self->context->day;

  for (guint i = 0; i < day->featured->len; i++)
    {
      const KaMapLand *land = day->featured->pdata[i];
      Row              row = { .sample = SAMPLE_FEATURED, .shown.item = KA_ITEM (land->region) };
      Piece            piece = { .tint = land->tint };

      if (!is_seen (self, land))
        continue;
      row.pieces = make_pieces ();
      g_array_append_val (row.pieces, piece);
      add_row (self, row,
               ka_map_day_describe_featured (day, land->region, self->context->state->language));
    }
}

/* The tint of the land below a hatch of @land */
static KaTint
find_ground (const KaMapLand *land)
{
  return land->title != NULL ? land->title->tint : land->tint;
}

/* Adds a row for the lands in view from @first on that have the same title: "Held in fact ·
 * Abkhazia, South Ossetia · title Georgia". Claims have no title. */
static void
add_powers (Collector *self, const GPtrArray *lands, guint first, Sample sample, KaCaption caption)
{
  KaLanguage      language = self->context->state->language;
  const KaPolity *title = ((const KaMapLand *) lands->pdata[first])->title;
  Row             row = { .sample = sample, .pieces = make_pieces () };
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *powers = NULL;
  g_autofree char *words = NULL;

  for (guint i = first; i < lands->len; i++)
    {
      const KaMapLand *land = lands->pdata[i];
      Piece            piece = { land->tint, find_ground (land), i };

      if (land->title != title || !is_seen (self, land))
        continue;
      g_array_append_val (row.pieces, piece);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              get_title (self, land->polity));
      row.shown.item = row.pieces->len == 1 ? KA_ITEM (land->polity) : NULL;
    }
  powers = ka_caption_format (caption, language,
                              row.pieces->len > MAX_NAMED &&
                                  g_utf8_strlen (names->str, -1) > MAX_CHARACTERS
                                ? get_caption (self, KA_CAPTION_IN_COLOURS)
                                : names->str);
  if (sample != SAMPLE_CLAIMED)
    words = title == NULL ? g_strdup (get_caption (self, KA_CAPTION_TITLE_NOT_SETTLED))
                          : ka_caption_format (KA_CAPTION_TITLE, language, get_title (self, title));
  add_row (self, row,
           words != NULL ? g_strdup_printf ("%s · %s", powers, words) : g_steal_pointer (&powers));
}

/* Adds a row for each title to the land that powers hold, occupy or claim */
static void
collect_powers (Collector *self, const GPtrArray *lands, Sample sample, KaCaption caption)
{
  for (guint i = 0; i < lands->len; i++)
    {
      const KaMapLand *land = lands->pdata[i];
      gboolean         is_first = is_seen (self, land);

      for (guint j = 0; j < i && is_first; j++)
        is_first = ((const KaMapLand *) lands->pdata[j])->title != land->title ||
                   !is_seen (self, lands->pdata[j]);
      if (is_first)
        add_powers (self, lands, i, sample, caption);
    }
}

static void
collect_lands (Collector *self)
{
  const KaMapDay *day = self->context->day;

  collect_powers (self, day->held, SAMPLE_HELD, KA_CAPTION_HELD_BY);
  collect_powers (self, day->occupied, SAMPLE_OCCUPIED, KA_CAPTION_OCCUPIED_BY);
  for (guint i = 0; i < day->contested->len; i++)
    if (is_seen (self, day->contested->pdata[i]))
      add_row (self, (Row){ .sample = SAMPLE_CONTESTED },
               g_strdup (get_caption (self, KA_CAPTION_CONTESTED)));
  if (ka_view_state_shows (self->context->state, KA_MAP_LAYER_CLAIMS))
    collect_powers (self, day->claimed, SAMPLE_CLAIMED, KA_CAPTION_CLAIMED_BY);
}

/* How much of a class of border is in view, in user units: the boxes of its arcs, from corner to
 * corner */
static double
measure_border (const Collector *self, KaMapBorder border)
{
  const GPtrArray *chains = self->context->day->borders[border];
  double           length = 0;

  for (guint i = 0; i < chains->len; i++)
    {
      const GArray *arcs = ((const KaMapChain *) chains->pdata[i])->arcs;

      for (guint j = 0; j < arcs->len; j++)
        {
          const KaMapArc *arc = &self->context->scene
                                   ->arcs[ka_map_arc_number (g_array_index (arcs, int, j))];

          if (ka_map_arc_is_seen (arc, self->view))
            length += hypot (arc->box.x1 - arc->box.x0, arc->box.y1 - arc->box.y0);
        }
    }

  return length * self->context->viewport->scale;
}

static void
collect_borders (Collector *self)
{
  static const struct
  {
    KaMapBorder border;
    KaCaption   caption;
  } rows[] = {
    { KA_MAP_BORDER_INEXACT, KA_CAPTION_STATE_FRONTIER },
    { KA_MAP_BORDER_FACT, KA_CAPTION_FACT_LIMIT },
    { KA_MAP_BORDER_REPUBLIC, KA_CAPTION_REPUBLIC_BORDER },
    { KA_MAP_BORDER_AUTONOMY, KA_CAPTION_AUTONOMY_LIMIT },
    { KA_MAP_BORDER_STATE, KA_CAPTION_STATE_FRONTIER },
  };

  gboolean is_printed = self->context->state->legend == KA_LEGEND_PRINTED;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *text = get_caption (self, rows[i].caption);
      Row         row = { .sample = SAMPLE_LINE, .line = ka_map_border_to_line (rows[i].border) };

      double length = measure_border (self, rows[i].border);

      /* Over a map, a solid line explains itself, and a short one needs no row. */
      if (is_printed ? length > 0 : length > SHORT && rows[i].border != KA_MAP_BORDER_STATE)
        add_row (self, row,
                 rows[i].border == KA_MAP_BORDER_INEXACT
                   ? g_strdup_printf ("%s · %s", text, get_caption (self, KA_CAPTION_INEXACT))
                   : g_strdup (text));
    }
}

GPtrArray *
ka_legend_rows_new (const KaPaintContext *context)
{
  Collector self = { .rows = g_ptr_array_new_with_free_func (free_row),
                     .context = context,
                     .view = ka_viewport_get_box (context->viewport) };

  /* The last rows are left out when there is no room */
  collect_compared (&self);
  collect_changes (&self);
  collect_lines (&self);
  collect_featured (&self);
  collect_ghosts (&self);
  collect_lands (&self);
  collect_borders (&self);

  return self.rows;
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
paint_piece (const Piece *piece, Sample sample, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  const KaTintColours *colours = &theme->tints[piece->tint];

  switch ((int) sample)
    {
    case SAMPLE_FEATURED:
      paint_ground (cr, box, &colours->fill);
      ka_map_stipple_box (cr, box, piece->tint == KA_TINT_BLUE, (KaPoint){ box.x0, box.y0 + 2 },
                          NULL, NULL);
      ka_map_stroke_stipple (cr, colours, piece->tint == KA_TINT_BLUE);
      break;
    case SAMPLE_HELD:
      paint_ground (cr, box, &colours->fill);
      ka_map_fill_held_box (cr, theme, piece->tint, box, (KaPoint){ box.x0, box.y0 + 3 });
      break;
    case SAMPLE_CLAIMED:
      paint_ground (cr, box, &theme->panel);
      paint_hatch (cr, box, &colours->text, ka_map_claim_angle_deg (piece->number),
                   ka_map_claim_pitch (piece->number), 1.0);
      break;
    default:
      paint_ground (cr, box, &theme->tints[piece->ground].fill);
      paint_hatch (cr, box, &colours->band, 45, 7.0, sample == SAMPLE_OCCUPIED ? 2.2 : 1.3);
    }
}

/* Paints the pieces side by side; land without a power has one of its own */
static void
paint_pieces (const Row *row, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  static const Piece neutral = { KA_TINT_NEUTRAL, KA_TINT_NEUTRAL, 0 };
  guint              n = row->pieces != NULL ? row->pieces->len : 1;
  double             width = (box.x1 - box.x0) / n;

  for (guint i = 0; i < n; i++)
    {
      KaBox piece = { box.x0 + i * width, box.y0, box.x0 + (i + 1) * width, box.y1 };

      cairo_save (cr);
      cairo_rectangle (cr, piece.x0, piece.y0, width, piece.y1 - piece.y0);
      cairo_clip (cr);
      paint_piece (row->pieces != NULL ? &g_array_index (row->pieces, Piece, i) : &neutral,
                   row->sample, cr, theme, piece);
      cairo_restore (cr);
    }
}

/* Strokes the path as the line of a row */
static void
stroke_sample (const Row *row, cairo_t *cr, const KaTheme *theme)
{
  if (row->sample == SAMPLE_CHANGE)
    ka_map_changes_stroke (cr, theme, row->change);
  else if (row->sample == SAMPLE_COMPARED)
    ka_map_compare_stroke (cr, theme, row->is_second);
  else
    ka_map_stroke_line (cr, theme, row->line, row->is_strong);
}

void
ka_legend_paint_sample (const KaLegendRow *shown, cairo_t *cr, const KaTheme *theme, KaBox box)
{
  const Row      *row = (const Row *) (gconstpointer) shown;
  const KaColour *edge = &theme->border_minor;
  double          y = (box.y0 + box.y1) / 2;

  if (row->sample == SAMPLE_NONE)
    return;

  if (row->sample >= SAMPLE_LINE)
    {
      cairo_move_to (cr, box.x0, y);
      cairo_line_to (cr, box.x1, y);
      stroke_sample (row, cr, theme);
      return;
    }

  paint_pieces (row, cr, theme, box);
  if (row->pieces != NULL && row->pieces->len == 1)
    edge = &theme->tints[g_array_index (row->pieces, Piece, 0).tint].band;
  cairo_rectangle (cr, box.x0 + 0.5, box.y0 + 0.5, box.x1 - box.x0 - 1, box.y1 - box.y0 - 1);
  if (row->sample == SAMPLE_CLAIMED)
    ka_map_stroke_claim (cr, edge, 1.0);
  else
    ka_colour_stroke (edge, cr, 1, 1.0);
}
