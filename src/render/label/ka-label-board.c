/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Labels and the board on which they are placed: measures text, keeps occupied space, takes labels.
 */

#include "config.h"

#include "ka-label-board.h"

#include <math.h>
#include <string.h>

/* The least distance of a name from the edge of the picture, in user units */
#define FRAME_MARGIN 3.0
/* The longest name, in letters: longer ones end there, for their shaping would take seconds */
#define MAX_LETTERS 160

/* Shortens a name that no map has room for */
static char *
bound_text (const char *text)
{
  const char *end = text;
  int         n_letters = 0;

  while (*end != '\0' && n_letters++ < MAX_LETTERS)
    end = g_utf8_next_char (end);

  return *end == '\0' ? g_strdup (text) : g_strdup_printf ("%.*s…", (int) (end - text), text);
}

KaMapLabel *
ka_map_label_new (const KaLabelBoard *board,
                  const KaItem       *item,
                  const char         *text,
                  const KaTypeStyle  *style,
                  const KaColour     *ink)
{
  KaMapLabel *self = g_new0 (KaMapLabel, 1);

  self->item = item;
  self->text = bound_text (text);
  self->style = *style;
  self->ink = ink;
  self->layout = ka_type_layout (board->context->cr, board->context->theme, style, self->text);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (KaBox));
  self->choice = -1;

  return self;
}

void
ka_map_label_free (KaMapLabel *self)
{
  g_clear_pointer (&self->layout, ka_type_layout_free);
  g_clear_pointer (&self->glyphs, g_array_unref);
  g_clear_pointer (&self->boxes, g_array_unref);
  g_free (self->text);
  g_free (self);
}

KaBox
ka_label_get_symbol_box (KaPoint at, double radius)
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

gboolean
ka_label_board_take (KaLabelBoard *board, KaMapLabel *label, gboolean has_room)
{
  if (!has_room)
    {
      ka_map_label_free (label);
      return FALSE;
    }
  for (guint i = 0; i < label->boxes->len; i++)
    ka_label_index_add (board->index, g_array_index (label->boxes, KaBox, i));
  g_ptr_array_add (board->labels, label);
  g_hash_table_add (board->named, (gpointer) (gsize) label->item);

  return TRUE;
}

double
ka_label_measure_advance (const KaMapLabel *label)
{
  double width;

  ka_type_measure (label->layout, &width, NULL, NULL);

  return width - label->style.spacing;
}

char *
ka_label_break_lines (const char *text, int n_lines)
{
  char *broken = g_strdup (text);
  gsize length = strlen (text);
  int   n_breaks = 0;

  for (int i = 1; i < n_lines; i++)
    {
      double wished = (double) length * i / n_lines;
      char  *nearest = NULL;

      for (char *at = broken; *at != '\0'; at++)
        if (*at == ' ' && (nearest == NULL || fabs ((double) (at - broken) - wished) <
                                                fabs ((double) (nearest - broken) - wished)))
          nearest = at;
      if (nearest == NULL)
        break;
      *nearest = '\n';
      n_breaks++;
    }
  if (n_breaks + 1 == n_lines)
    return broken;

  g_free (broken);

  return NULL;
}
