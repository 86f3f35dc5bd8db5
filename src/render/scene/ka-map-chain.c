/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Joins arcs to rings around a set of areas and to unbroken border lines. It knows arc numbers and
 * nodes only; ka-map-day.c knows what the lines mean.
 */

#include "config.h"

#include "ka-map-geometry.h"

#include <stdbool.h>

static void
free_chain (gpointer data)
{
  KaMapChain *self = data;

  g_array_unref (self->arcs);
  g_free (self);
}

static int
get_start (const KaMapScene *scene, int arc)
{
  return arc < 0 ? scene->arcs[~arc].end : scene->arcs[arc].start;
}

static int
get_end (const KaMapScene *scene, int arc)
{
  return arc < 0 ? scene->arcs[~arc].start : scene->arcs[arc].end;
}

/* Lists of the arcs that leave each node: the first one, then the next ones */
typedef struct
{
  int  *first;
  int  *next;
  int  *degree;
  bool *used;
} Nodes;

static Nodes
index_nodes (const KaMapScene *scene, const GArray *arcs, gboolean both_ends)
{
  gsize n_uses = (gsize) arcs->len * (both_ends ? 2 : 1);
  Nodes nodes = { .first = g_new (int, scene->n_nodes),
                  .next = g_new (int, n_uses + 1),
                  .degree = g_new0 (int, scene->n_nodes),
                  .used = g_new0 (bool, arcs->len + 1) };

  for (gsize i = 0; i < scene->n_nodes; i++)
    nodes.first[i] = -1;

  /* Use u belongs to arc u / 2 and is even at its start; of directed arcs, use u is arc u */
  for (gsize u = 0; u < n_uses; u++)
    {
      int arc = g_array_index (arcs, int, both_ends ? u / 2 : u);
      int node = both_ends && u % 2 == 1 ? get_end (scene, arc) : get_start (scene, arc);

      nodes.next[u] = nodes.first[node];
      nodes.first[node] = (int) u;
      nodes.degree[node]++;
    }

  return nodes;
}

static void
clear_nodes (Nodes *nodes)
{
  g_free (nodes->first);
  g_free (nodes->next);
  g_free (nodes->degree);
  g_free (nodes->used);
}

static KaMapChain *
start_chain (void)
{
  KaMapChain *chain = g_new0 (KaMapChain, 1);

  chain->arcs = g_array_new (FALSE, FALSE, sizeof (int));
  chain->box = KA_BOX_NOTHING;

  return chain;
}

static void
append_arc (const KaMapScene *scene, KaMapChain *chain, int arc)
{
  g_array_append_val (chain->arcs, arc);
  chain->box = ka_box_unite (chain->box, scene->arcs[ka_map_arc_number (arc)].box);
}

GPtrArray *
ka_map_chain_rings (const KaMapScene *scene, const GArray *arcs)
{
  GPtrArray *rings = g_ptr_array_new_with_free_func (free_chain);
  Nodes      nodes = index_nodes (scene, arcs, FALSE);

  for (gsize i = 0; i < arcs->len; i++)
    {
      KaMapChain *ring;
      int         origin = get_start (scene, g_array_index (arcs, int, i));
      int         use = (int) i;

      if (nodes.used[i])
        continue;

      ring = start_chain ();
      while (use >= 0)
        {
          int arc = g_array_index (arcs, int, use);
          int node = get_end (scene, arc);

          nodes.used[use] = true;
          append_arc (scene, ring, arc);
          if (node == origin)
            {
              ring->is_closed = TRUE;
              break;
            }
          use = nodes.first[node];
          while (use >= 0 && nodes.used[use])
            use = nodes.next[use];
        }
      g_ptr_array_add (rings, ring);
    }
  clear_nodes (&nodes);

  return rings;
}

/* Follows the arcs from @use to a junction, an end or the first arc */
static void
walk_line (const KaMapScene *scene, const GArray *arcs, Nodes *nodes, int use, KaMapChain *line)
{
  int origin = -1;

  while (use >= 0)
    {
      int index = use / 2;
      int arc = g_array_index (arcs, int, index);
      int node;

      if (use % 2 == 1)
        arc = ~arc;
      if (origin < 0)
        origin = get_start (scene, arc);
      nodes->used[index] = true;
      append_arc (scene, line, arc);
      node = get_end (scene, arc);
      if (node == origin && nodes->degree[node] == 2)
        {
          line->is_closed = TRUE;
          return;
        }
      if (nodes->degree[node] != 2)
        return;
      use = nodes->first[node];
      while (use >= 0 && nodes->used[use / 2])
        use = nodes->next[use];
    }
}

GPtrArray *
ka_map_chain_lines (const KaMapScene *scene, const GArray *arcs)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_chain);
  Nodes      nodes = index_nodes (scene, arcs, TRUE);

  /* Lines that begin at a junction or an end come first, then closed ones */
  for (int round = 0; round < 2; round++)
    for (gsize u = 0; u < (gsize) arcs->len * 2; u++)
      {
        int         arc = g_array_index (arcs, int, u / 2);
        int         node = u % 2 == 1 ? get_end (scene, arc) : get_start (scene, arc);
        KaMapChain *line;

        if (nodes.used[u / 2] || (round == 0 && nodes.degree[node] == 2))
          continue;

        line = start_chain ();
        walk_line (scene, arcs, &nodes, (int) u, line);
        g_ptr_array_add (lines, line);
      }
  clear_nodes (&nodes);

  return lines;
}

GPtrArray *
ka_map_chain_geometry (const KaMapScene *scene, const KaGeometry *geometry)
{
  GPtrArray *chains = g_ptr_array_new_with_free_func (free_chain);

  for (gsize i = 0; i < geometry->n_paths; i++)
    {
      KaMapChain *chain = start_chain ();

      for (gsize j = 0; j < geometry->paths[i].n_arcs; j++)
        append_arc (scene, chain, geometry->paths[i].arcs[j]);
      chain->is_closed = geometry->is_polygon;
      g_ptr_array_add (chains, chain);
    }

  return chains;
}
