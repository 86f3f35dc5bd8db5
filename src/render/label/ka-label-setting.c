/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets names of land in the first of several ways that has room.
 */

#include "config.h"

#include "ka-label-setting.h"

#include "ka-label-place.h"

#include <string.h>

/* The least type of a name of land */
#define MIN_SIZE 8.8
/* The most of a slanting name that must lie on its land */
#define MAX_SLANTING 0.97
/* Lines of a name in few letters look torn; such a name stays on one line */
#define MIN_BROKEN 18

static gboolean
set_in_way (KaLabelBoard         *board,
            const KaLabelWish    *wish,
            const KaLabelSetting *setting,
            double                min_inside)
{
  KaTypeStyle      style = wish->style;
  g_autofree char *text = setting->n_lines > 1 ? ka_label_break_lines (wish->text, setting->n_lines)
                                               : g_strdup (wish->text);
  KaMapLabel      *label;
  double           slant = wish->patch->pieces[wish->part].slant;

  style.size = wish->style.size * setting->size;
  style.spacing = style.size * setting->tracking;
  if (text == NULL || (setting->is_slanting && slant == 0) || style.size < MIN_SIZE)
    return FALSE;

  label = ka_map_label_new (board, wish->item, text, &style, wish->ink);
  label->is_open = wish->is_open;
  pango_layout_set_alignment (label->layout->pango, PANGO_ALIGN_CENTER);

  if (setting->is_slanting)
    min_inside = MIN (min_inside, MAX_SLANTING);

  return ka_label_board_take (board, label,
                              ka_label_place_in_part (board, label, wish->patch, wish->part,
                                                      setting->is_slanting ? slant : 0,
                                                      min_inside));
}

gboolean
ka_label_set (KaLabelBoard         *board,
              const KaLabelWish    *wish,
              const KaLabelSetting *settings,
              gsize                 n_settings,
              double                min_inside)
{
  gboolean is_short = g_utf8_strlen (wish->text, -1) < MIN_BROKEN;

  for (gsize i = 0; i < n_settings; i++)
    if ((settings[i].n_lines == 1 || !is_short) &&
        set_in_way (board, wish, &settings[i], min_inside))
      return TRUE;
  for (gsize i = 0; is_short && i < n_settings; i++)
    if (settings[i].n_lines > 1 && set_in_way (board, wish, &settings[i], min_inside))
      return TRUE;

  return FALSE;
}

char *
ka_label_dup_capitals (const KaLabelBoard *board, const KaText *name)
{
  KaLanguage       language = board->context->state->language;
  const char      *text = ka_text_get (name, language);
  const char      *bracket = strstr (text, " (");
  g_autofree char *shortened = bracket == NULL ? g_strdup (text)
                                               : g_strndup (text, (gsize) (bracket - text));

  return ka_text_write_capitals (shortened, ka_text_get_language (name, language));
}

double
ka_label_measure_piece (const KaLabelBoard *board, const KaLabelPatch *patch, int part)
{
  return patch->pieces[part].size * board->raster->cell * board->raster->cell;
}

KaLabelPatch *
ka_label_find_pieces (const KaLabelBoard *board, const gint16 *numbers)
{
  const KaLabelRaster *raster = board->raster;
  g_autofree gint16   *keys = g_new (gint16, raster->columns * raster->rows);

  for (int cell = 0; cell < raster->columns * raster->rows; cell++)
    keys[cell] = raster->areas[cell] >= 0 ? numbers[raster->areas[cell]] : -1;

  return ka_label_raster_find_parts (raster, keys);
}

int *
ka_label_find_largest (const KaLabelPatch *patch, gsize n_numbers)
{
  int *largest = g_new (int, n_numbers + 1);

  for (gsize i = 0; i < n_numbers; i++)
    largest[i] = -1;
  for (int part = 0; part < patch->n_parts; part++)
    {
      int *best = &largest[patch->pieces[part].key];

      if (*best < 0 || patch->pieces[part].size > patch->pieces[*best].size)
        *best = part;
    }

  return largest;
}
