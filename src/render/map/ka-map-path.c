/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Adds chains of arcs to Cairo paths, in user units. Open lines skip what is out of view; rings
 * follow it at the coarsest level.
 */

#include "config.h"

#include "ka-map-parts.h"

/* @is_on: whether the pen stands at the start of this arc */
static void
append_arc (const KaPaintContext *context, int signed_arc, guint level, gboolean is_on)
{
  const KaMapArc   *arc = &context->scene->arcs[ka_map_arc_number (signed_arc)];
  const KaMapLine  *line = &arc->levels[level];
  const KaViewport *viewport = context->viewport;
  double            scale = viewport->scale;
  double            x0 = viewport->width / 2.0 - viewport->centre_km.x * scale;
  double            y0 = viewport->height / 2.0 + viewport->centre_km.y * scale;

  for (gsize i = 0; i < line->n_points; i++)
    {
      const KaPoint *point = &line->points[signed_arc < 0 ? line->n_points - 1 - i : i];
      double         x = x0 + point->x * scale;
      double         y = y0 - point->y * scale;

      if (i > 0)
        cairo_line_to (context->cr, x, y);
      else if (!is_on)
        cairo_move_to (context->cr, x, y);
    }
}

static void
path_chain (const KaPaintContext *context, KaBox view_km, const KaMapChain *chain, guint level)
{
  gboolean is_on = FALSE;

  if (!ka_box_meets (chain->box, view_km))
    return;

  for (guint i = 0; i < chain->arcs->len; i++)
    {
      int      arc = g_array_index (chain->arcs, int, i);
      gboolean is_seen = ka_box_meets (context->scene->arcs[ka_map_arc_number (arc)].box, view_km);

      if (!chain->is_closed && !is_seen)
        {
          is_on = FALSE;
          continue;
        }
      append_arc (context, arc, is_seen ? level : KA_MAP_N_LEVELS - 1, is_on);
      is_on = TRUE;
    }
  if (chain->is_closed)
    cairo_close_path (context->cr);
}

void
ka_map_path_chains (const KaPaintContext *context, const GPtrArray *chains, guint level)
{
  ka_map_path_large (context, context->view_km, chains, level, 0);
}

void
ka_map_path_large (const KaPaintContext *context,
                   KaBox                 view_km,
                   const GPtrArray      *chains,
                   guint                 level,
                   double                least)
{
  const double least_km = least / context->viewport->scale;

  for (guint i = 0; i < chains->len; i++)
    {
      const KaMapChain *chain = chains->pdata[i];

      if (!chain->is_closed || chain->box.x1 - chain->box.x0 >= least_km ||
          chain->box.y1 - chain->box.y0 >= least_km)
        path_chain (context, view_km, chain, level);
    }
}

void
ka_map_path_geometry (const KaPaintContext *context, const KaGeometry *geometry, guint level)
{
  g_autoptr (GPtrArray) chains = ka_map_chain_geometry (context->scene, geometry);

  ka_map_path_chains (context, chains, level);
}

void
ka_map_path_layer (const KaPaintContext *context, KaLayer layer, guint level)
{
  const KaMapScene *scene = context->scene;

  for (gsize i = 0; i < scene->topology->n_in_layer[layer]; i++)
    {
      const KaMapShape *shape = &scene->shapes[layer][i];

      if (ka_box_meets (shape->box, context->view_km) &&
          ka_map_scene_has_water (scene, shape->geometry, context->day->day))
        ka_map_path_geometry (context, shape->geometry, level);
    }
}

void
ka_map_path_outline (const KaPaintContext *context, const GPtrArray *rings, guint level)
{
  for (guint i = 0; i < rings->len; i++)
    {
      const KaMapChain *ring = rings->pdata[i];
      gboolean          is_on = FALSE;

      for (guint j = 0; j < ring->arcs->len; j++)
        {
          int             signed_arc = g_array_index (ring->arcs, int, j);
          const KaMapArc *arc = &context->scene->arcs[ka_map_arc_number (signed_arc)];

          if (arc->source->kind == KA_ARC_FRAME || !ka_box_meets (arc->box, context->view_km))
            {
              is_on = FALSE;
              continue;
            }
          append_arc (context, signed_arc, level, is_on);
          is_on = TRUE;
        }
      if (ring->arcs->len == 1 && is_on)
        cairo_close_path (context->cr);
    }
}
