/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names of the map as a whole: in which order they are placed, what is taken, what is told to
 * others. Where a single name goes is ka-label-place.c and ka-label-curve.c; which names there are
 * is ka-label-land.c and ka-label-feature.c.
 */

#include "config.h"

#include "ka-label-private.h"

#include <math.h>

/* Names keep this far from the edge of the picture, in user units */
#define FRAME_MARGIN 3.0

KaMapLabel *
ka_map_label_new (const KaLabelBoard *board,
                  const KaItem       *item,
                  const char         *text,
                  const KaTypeStyle  *style,
                  const KaColour     *ink)
{
  KaMapLabel *self = g_new0 (KaMapLabel, 1);

  self->item = item;
  self->text = g_strdup (text);
  self->style = *style;
  self->ink = ink;
  self->layout = ka_type_layout (board->context->cr, board->context->theme, style, text);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (KaBox));
  self->choice = -1;

  return self;
}

void
ka_map_label_free (KaMapLabel *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->glyphs, g_array_unref);
  g_clear_pointer (&self->boxes, g_array_unref);
  g_free (self->text);
  g_free (self);
}

KaBox
ka_label_board_get_symbol_box (KaPoint at, double radius)
{
  return (KaBox){ at.x - radius, at.y - radius, at.x + radius, at.y + radius };
}

gboolean
ka_label_board_is_free (const KaLabelBoard *board, KaBox box)
{
  return box.x0 >= FRAME_MARGIN && box.y0 >= FRAME_MARGIN &&
         box.x1 <= board->context->viewport->width - FRAME_MARGIN &&
         box.y1 <= board->context->viewport->height - FRAME_MARGIN &&
         ka_label_index_is_free (board->index, box);
}

void
ka_label_board_add (KaLabelBoard *board, KaMapLabel *label)
{
  for (guint i = 0; i < label->boxes->len; i++)
    ka_label_index_add (board->index, g_array_index (label->boxes, KaBox, i));
  g_ptr_array_add (board->result->labels, label);
  g_hash_table_add (board->named, (gpointer) (gsize) label->item);
}

static gboolean
shows (const KaLabelBoard *board, KaMapLayer layer)
{
  return (board->context->state->hidden_layers & layer) == 0;
}

static void
place_rank (KaLabelBoard *board, int rank)
{
  if (shows (board, KA_MAP_LAYER_TOWNS))
    ka_label_collect_towns (board, rank);
  if (rank == 1)
    {
      ka_label_collect_polities (board, TRUE);
      ka_label_collect_frontiers (board);
    }
  if (rank == 2)
    ka_label_collect_regions (board, FALSE);
  ka_label_collect_waters (board, rank);
  if (shows (board, KA_MAP_LAYER_PEAKS))
    ka_label_collect_peaks (board, rank);
}

static void
place_all (KaLabelBoard *board)
{
  ka_label_reserve_symbols (board);
  ka_label_collect_selected (board);
  ka_label_collect_regions (board, TRUE);
  ka_label_collect_polities (board, FALSE);
  for (int rank = 1; rank <= 3; rank++)
    place_rank (board, rank);
}

KaMapLabels *
ka_map_labels_new (const KaPaintContext *context,
                   const KaBox          *taken,
                   gsize                 n_taken,
                   const KaMapLabels    *previous)
{
  const KaViewport *viewport = context->viewport;
  g_autoptr (KaLabelIndex) index = ka_label_index_new (viewport->width, viewport->height);
  g_autoptr (KaLabelRaster) raster = ka_label_raster_new (context->day, viewport);
  g_autoptr (KaLabelPatch) lands = NULL;
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) reserved = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  KaLabelBoard board = {
    .context = context,
    .index = index,
    .raster = raster,
    .previous = previous,
    .choices = choices,
    .reserved = reserved,
    .named = named,
  };

  board.lands = lands = ka_label_find_lands (&board);
  board.result = g_new0 (KaMapLabels, 1);
  board.result->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_label_free);
  for (gsize i = 0; i < n_taken; i++)
    ka_label_index_add (index, taken[i]);
  for (guint i = 0; previous != NULL && i < previous->labels->len; i++)
    {
      const KaMapLabel *label = previous->labels->pdata[i];

      if (label->choice >= 0)
        g_hash_table_insert (choices, (gpointer) (gsize) label->item,
                             GINT_TO_POINTER (label->choice + 1));
    }

  place_all (&board);

  return board.result;
}

void
ka_map_labels_free (KaMapLabels *self)
{
  g_ptr_array_unref (self->labels);
  g_free (self);
}

void
ka_map_labels_forget_text (KaMapLabels *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      KaMapLabel *label = self->labels->pdata[i];

      g_clear_object (&label->layout);
      g_clear_pointer (&label->glyphs, g_array_unref);
    }
}

gsize
ka_map_labels_get_n_labels (const KaMapLabels *self)
{
  return self->labels->len;
}

const KaBox *
ka_map_labels_get_boxes (const KaMapLabels *self, gsize label, gsize *n_boxes)
{
  const KaMapLabel *found;

  g_return_val_if_fail (label < self->labels->len, NULL);

  found = self->labels->pdata[label];
  *n_boxes = found->boxes->len;

  return (const KaBox *) (gpointer) found->boxes->data;
}

gboolean
ka_map_labels_get_symbol (const KaMapLabels *self, gsize label, KaBox *box)
{
  const KaMapLabel *found;

  g_return_val_if_fail (label < self->labels->len, FALSE);

  found = self->labels->pdata[label];
  if (found->symbol == KA_MAP_SYMBOL_NONE)
    return FALSE;
  *box = ka_label_board_get_symbol_box (found->symbol_at, found->radius);

  return TRUE;
}

gsize
ka_map_labels_count_moved (const KaMapLabels *before, const KaMapLabels *after)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);
  gsize n_moved = 0;

  for (guint i = 0; i < before->labels->len; i++)
    {
      const KaMapLabel *label = before->labels->pdata[i];

      g_hash_table_insert (choices, (gpointer) (gsize) label->item,
                           GINT_TO_POINTER (label->choice + 1));
    }
  for (guint i = 0; i < after->labels->len; i++)
    {
      const KaMapLabel *label = after->labels->pdata[i];
      int               choice = GPOINTER_TO_INT (g_hash_table_lookup (choices, label->item)) - 1;

      if (label->choice >= 0 && choice >= 0 && label->choice != choice)
        n_moved++;
    }

  return n_moved;
}

char *
ka_map_labels_to_string (const KaMapLabels *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->labels->len; i++)
    {
      const KaMapLabel *label = self->labels->pdata[i];

      g_string_append_printf (text, "%s:%s \"%s\"", ka_item_kind_get_name (label->item->kind),
                              label->item->id, label->text);
      for (guint j = 0; j < label->boxes->len; j++)
        {
          KaBox box = g_array_index (label->boxes, KaBox, j);

          g_string_append_printf (text, " [%.0f %.0f %.0f %.0f]", box.x0, box.y0, box.x1, box.y1);
        }
      if (label->symbol != KA_MAP_SYMBOL_NONE)
        g_string_append_printf (text, " @%.0f,%.0f", label->symbol_at.x, label->symbol_at.y);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
