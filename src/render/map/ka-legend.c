/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects the rows of the legend. ka-legend-layout.c places them, ka-legend-paint.c paints them.
 */

#include "config.h"

#include "ka-legend.h"

#include "ka-captions.h"
#include "ka-legend-private.h"
#include "ka-map-parts.h"

static void
clear_row (KaLegendRow *row)
{
  g_free (row->text);
  g_clear_object (&row->layout);
}

static void
add_row (KaLegend *self, KaLegendRow row, char *text)
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
      KaLegendRow       row = { .item = KA_ITEM (frontier), .frontier = frontier };

      if (!ka_map_shows_frontier (state, frontier) ||
          !ka_map_scene_is_seen (day->scene, frontier->geometry, view))
        continue;
      row.sample = frontier == day->principal ? KA_LEGEND_SAMPLE_PRINCIPAL
                                              : KA_LEGEND_SAMPLE_FRONTIER;
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
collect_featured (KaLegend *self, const KaPaintContext *context, KaBox view)
{
  const KaMapDay    *day = context->day;
  const KaViewState *state = context->state;
  for (guint i = 0; i < day->featured->len; i++)
    {
      const KaMapLand *land = day->featured->pdata[i];
      KaLegendRow      row = { .sample = KA_LEGEND_SAMPLE_FEATURED,
                               .item = KA_ITEM (land->region),
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

static void
collect_hatches (KaLegend *self, const KaPaintContext *context, KaBox view)
{
  const KaMapDay    *day = context->day;
  const KaViewState *state = context->state;
  for (guint i = 0; i < day->occupied->len; i++)
    {
      const KaMapLand *land = day->occupied->pdata[i];
      KaLegendRow      row = { .sample = KA_LEGEND_SAMPLE_OCCUPIED,
                               .item = KA_ITEM (land->polity),
                               .tint = land->tint,
                               .ground = find_ground (day, land->polity) };

      if (is_seen (day->scene, land, view))
        add_row (self, row,
                 ka_caption_format (KA_CAPTION_OCCUPIED_BY, state->language,
                                    get_name (&land->polity->names, state)));
    }
  for (guint i = 0; i < day->claimed->len && (state->hidden_layers & KA_MAP_LAYER_CLAIMS) == 0; i++)
    {
      const KaMapLand *land = day->claimed->pdata[i];
      KaLegendRow      row = { .sample = KA_LEGEND_SAMPLE_CLAIMED,
                               .item = KA_ITEM (land->polity),
                               .tint = land->tint,
                               .number = i };

      if (is_seen (day->scene, land, view))
        add_row (self, row,
                 ka_caption_format (KA_CAPTION_CLAIMED_BY, state->language,
                                    get_name (&land->polity->names, state)));
    }
  for (guint i = 0; i < day->contested->len; i++)
    if (is_seen (day->scene, day->contested->pdata[i], view))
      add_row (self, (KaLegendRow){ .sample = KA_LEGEND_SAMPLE_CONTESTED },
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
      add_row (self, (KaLegendRow){ .sample = KA_LEGEND_SAMPLE_BORDER, .border = rows[i].border },
               g_strdup (ka_caption_get (rows[i].caption, state->language)));
}

static void
collect_pinned (KaLegend *self, const KaViewState *state)
{
  g_autofree char *words = NULL;

  if (!state->has_pinned_day)
    return;

  words = ka_day_to_words (state->pinned_day, state->language);
  add_row (self, (KaLegendRow){ .sample = KA_LEGEND_SAMPLE_PINNED },
           ka_caption_format (KA_CAPTION_FRONTIERS_OF, state->language, words));
}

KaLegend *
ka_legend_new (const KaPaintContext *context)
{
  KaLegend *self = g_new0 (KaLegend, 1);
  KaBox     view = ka_viewport_get_box (context->viewport);

  self->rows = g_array_new (FALSE, FALSE, sizeof (KaLegendRow));
  g_array_set_clear_func (self->rows, (GDestroyNotify) clear_row);
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
  ka_legend_lay_out (self, context);

  return self;
}

void
ka_legend_free (KaLegend *self)
{
  g_array_unref (self->rows);
  g_clear_object (&self->heading);
  g_free (self);
}

KaBox
ka_legend_get_box (const KaLegend *self)
{
  return self->box;
}

KaBox
ka_legend_get_heading_box (const KaLegend *self)
{
  return self->heading_box;
}

gboolean
ka_legend_get_is_folded (const KaLegend *self)
{
  return self->is_folded;
}

gsize
ka_legend_get_n_rows (const KaLegend *self)
{
  return self->rows->len;
}

const char *
ka_legend_get_text (const KaLegend *self, gsize row)
{
  g_return_val_if_fail (row < self->rows->len, "");

  return g_array_index (self->rows, KaLegendRow, row).text;
}

const KaItem *
ka_legend_get_item (const KaLegend *self, gsize row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_array_index (self->rows, KaLegendRow, row).item;
}

KaBox
ka_legend_get_row_box (const KaLegend *self, gsize row)
{
  g_return_val_if_fail (row < self->rows->len, self->box);

  return g_array_index (self->rows, KaLegendRow, row).box;
}
