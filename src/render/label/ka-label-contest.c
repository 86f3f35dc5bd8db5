/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects the names of contested land: "Lori · contested".
 */

#include "config.h"

#include "ka-label-collect.h"

#include "ka-label-setting.h"

#include "ka-captions.h"

#include <math.h>

/* The least contested land that bears its name, in square user units */
#define MIN_CONTESTED 420.0
/* The least part of the name that lies on the land */
#define MIN_INSIDE 0.65

static const KaLabelSetting settings[] = {
  { 1.00, 0.06, 1, FALSE }, { 1.00, 0.06, 1, TRUE }, { 0.92, 0.03, 2, FALSE },
  { 0.86, 0.00, 1, FALSE }, { 0.86, 0.00, 1, TRUE }, { 0.86, 0.00, 2, FALSE },
};

/* The first setting that takes little room */
#define FIRST_COMPACT 2

/* What contested land is called by: its region, or else the area; NULL where it has another name */
static const KaItem *
get_name_bearer (const KaMapScene *scene, const KaMapAreaState *state, gsize number)
{
  const KaArea *area = scene->areas[number];

  if (area == NULL || state->tenure == NULL || state->tenure->kind != KA_TENURE_CONTESTED ||
      ka_map_is_featured (scene, area->region))
    return NULL;

  return area->region != NULL ? KA_ITEM (area->region) : KA_ITEM (area);
}

/* "Lori · contested" in the language of labels; without the name where that of a state stands */
static char *
dup_text (const KaLabelBoard *board, const KaItem *item, gboolean has_name)
{
  KaLanguage       language = board->context->state->language;
  const char      *caption = ka_caption_get (KA_CAPTION_CONTESTED, language);
  g_autofree char *first = g_malloc0 (7);

  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (caption)), first);

  return g_strconcat (has_name ? ka_item_get_title (item, board->context->day->day, language) : "",
                      has_name ? " · " : "", first, g_utf8_next_char (caption), NULL);
}

static void
name_land (KaLabelBoard       *board,
           const KaItem       *item,
           gboolean            has_name,
           const KaLabelPatch *patch,
           int                 part)
{
  double           land = ka_label_measure_piece (board, patch, part);
  g_autofree char *text = dup_text (board, item, has_name);
  KaLabelWish      wish = { .item = item,
                            .text = text,
                            .style = { .is_serif = TRUE,
                                       .is_italic = TRUE,
                                       .size = CLAMP (0.06 * sqrt (land), 11.0, 14.0) },
                            .ink = &board->context->theme->text_muted,
                            .patch = patch,
                            .part = part };

  if (land < MIN_CONTESTED || ka_label_set (board, &wish, settings, G_N_ELEMENTS (settings), 1.0))
    return;
  for (double inside = 0.9; inside > MIN_INSIDE; inside -= 0.1)
    if (ka_label_set (board, &wish, settings + FIRST_COMPACT,
                      G_N_ELEMENTS (settings) - FIRST_COMPACT, inside))
      return;
}

/* Names a state without a name on contested land that it has a certain title to; whether it has its
 * name there */
static gboolean
name_sovereign (KaLabelBoard *board, const KaTenure *tenure, const KaLabelPatch *patch, int part)
{
  if (tenure->sovereign == NULL || tenure->item.certainty != KA_CERTAIN ||
      g_hash_table_contains (board->named, tenure->sovereign))
    return FALSE;

  ka_label_name_polity (board, tenure->sovereign, patch, part);

  return g_hash_table_contains (board->named, tenure->sovereign);
}

void
ka_label_collect_contested (KaLabelBoard *board)
{
  const KaMapScene  *scene = board->context->scene;
  const KaMapDay    *day = board->context->day;
  g_autofree gint16 *numbers = g_new (gint16, scene->n_areas + 1);
  g_autofree int    *largest = NULL;
  g_autoptr (KaLabelPatch) patch = NULL;
  gboolean is_any = FALSE;

  for (gsize i = 0; i < scene->n_areas; i++)
    {
      const KaItem *item = get_name_bearer (scene, &day->areas[i], i);
      gsize         first = 0;

      while (item != NULL && first < i &&
             get_name_bearer (scene, &day->areas[first], first) != item)
        first++;
      numbers[i] = item != NULL && first < G_MAXINT16 ? (gint16) first : -1;
      is_any = is_any || numbers[i] >= 0;
    }
  if (!is_any)
    return;

  patch = ka_label_find_pieces (board, numbers);
  largest = ka_label_find_largest (patch, scene->n_areas);
  for (gsize i = 0; i < scene->n_areas; i++)
    if (largest[i] >= 0)
      {
        gboolean is_named = name_sovereign (board, day->areas[i].tenure, patch, largest[i]);

        name_land (board, get_name_bearer (scene, &day->areas[i], i), !is_named, patch, largest[i]);
      }
}
