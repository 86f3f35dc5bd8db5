/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects the names of wholes, such as a union of republics, across the land of their parts: in
 * letters so far apart that the names of the parts stand between them.
 */

#include "config.h"

#include "ka-label-collect.h"

#include "ka-label-setting.h"

#include "ka-query.h"

#include <math.h>

/* The least land that bears the name of a whole, in square user units */
#define MIN_WHOLE 9000.0
/* The least part of the name that lies on the land */
#define MIN_INSIDE 0.97
/* The size of a name within a greater whole, over what it would be otherwise */
#define INNER_SIZE 0.78
/* The most levels of wholes, one within the other */
#define MAX_LEVELS 3

/* The part of its land that a name spans at first, and the tracking that it takes for that */
#define SPAN         0.62
#define MIN_TRACKING 0.7
#define MAX_TRACKING 6.0
/* The advance of a letter over its size */
#define LETTER 0.72

static const KaLabelSetting open_settings[] = {
  { 1.00, 1.00, 1, TRUE },  { 1.00, 1.00, 1, FALSE }, { 1.00, 0.75, 1, TRUE },
  { 1.00, 0.75, 1, FALSE }, { 0.92, 0.55, 1, TRUE },  { 0.92, 0.55, 1, FALSE },
  { 0.80, 0.50, 1, TRUE },  { 0.80, 0.50, 1, FALSE }, { 0.70, 0.40, 1, TRUE },
  { 0.70, 0.40, 1, FALSE },
};

gboolean
ka_label_set_open (KaLabelBoard      *board,
                   const KaLabelWish *wish,
                   gboolean           is_slanting,
                   double             min_inside)
{
  const KaLabelPiece *piece = &wish->patch->pieces[wish->part];
  double              width = (piece->x1 - piece->x0 + 1) * board->raster->cell;
  double              height = (piece->y1 - piece->y0 + 1) * board->raster->cell;
  double              axis = piece->slant == 0 ? width : hypot (width, height);
  double              n_letters = (double) MAX (g_utf8_strlen (wish->text, -1), 2);
  double         spread = (SPAN * axis / wish->style.size - n_letters * LETTER) / (n_letters - 1);
  KaLabelWish    open = *wish;
  KaLabelSetting settings[G_N_ELEMENTS (open_settings)];

  open.is_open = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      settings[i] = open_settings[i];
      settings[i].is_slanting = open_settings[i].is_slanting == is_slanting;
      settings[i].tracking *= CLAMP (spread, MIN_TRACKING, MAX_TRACKING);
    }

  return ka_label_set (board, &open, settings, G_N_ELEMENTS (settings), min_inside);
}

/* The whole of an owner that is @level steps above it; NULL where there are fewer steps */
static const KaPolity *
find_whole (const KaPolity *owner, KaDay day, int level)
{
  for (; owner != NULL && level > 0; level--)
    owner = ka_query_whole_of (owner, day);

  return owner;
}

static void
name_whole (KaLabelBoard *board, const KaPolity *whole, const KaLabelPatch *patch, int part)
{
  gboolean         is_inner = ka_query_whole_of (whole, board->context->day->day) != NULL;
  const KaText    *name = ka_names_get_on (&whole->names, board->context->day->day);
  double           land = ka_label_measure_piece (board, patch, part);
  g_autofree char *capitals = NULL;
  KaLabelWish      wish = { .item = KA_ITEM (whole),
                            .style = { .is_serif = TRUE,
                                       .size = CLAMP (0.058 * sqrt (land), 14.0, 30.0) *
                                               (is_inner ? INNER_SIZE : 1.0) },
                            .ink = &board->context->theme->tints[whole->tint].text,
                            .patch = patch,
                            .part = part };

  if (!ka_text_is_empty (&whole->initials))
    name = &whole->initials;
  if (name == NULL || land < MIN_WHOLE || g_hash_table_contains (board->named, whole))
    return;

  wish.text = capitals = ka_label_dup_capitals (board, name);
  ka_label_set_open (board, &wish, FALSE, MIN_INSIDE);
}

static void
collect_level (KaLabelBoard *board, int level)
{
  const KaMapScene  *scene = board->context->scene;
  const KaMapDay    *day = board->context->day;
  const KaList      *polities = ka_atlas_get_items (scene->atlas, KA_ITEM_POLITY);
  g_autofree gint16 *numbers = g_new (gint16, scene->n_areas + 1);
  g_autofree int    *largest = NULL;
  g_autoptr (KaLabelPatch) patch = NULL;
  gboolean is_any = FALSE;

  for (gsize area = 0; area < scene->n_areas; area++)
    {
      const KaPolity *whole = find_whole (day->areas[area].owner, day->day, level);

      numbers[area] = whole != NULL && whole->item.index < G_MAXINT16 &&
                          !(scene->areas[area] != NULL &&
                            ka_map_is_featured (scene, scene->areas[area]->region))
                        ? (gint16) whole->item.index
                        : -1;
      is_any = is_any || numbers[area] >= 0;
    }
  if (!is_any)
    return;

  patch = ka_label_find_pieces (board, numbers);
  largest = ka_label_find_largest (patch, polities->n_items);
  for (gsize i = 0; i < polities->n_items; i++)
    if (largest[i] >= 0)
      name_whole (board, polities->items[i], patch, largest[i]);
}

void
ka_label_collect_wholes (KaLabelBoard *board)
{
  for (int level = MAX_LEVELS; level > 0; level--)
    collect_level (board, level);
}
