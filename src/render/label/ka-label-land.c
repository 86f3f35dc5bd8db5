/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects the names of land: polities in spaced capitals on each large piece of their land,
 * regions in smaller type.
 */

#include "config.h"

#include "ka-label-collect.h"

#include "ka-label-place.h"
#include "ka-label-setting.h"

#include "ka-query.h"

#include <math.h>
#include <string.h>

/* The least land that bears the name of its owner, in square user units */
#define MIN_LAND 2400.0
/* The least further land of the same owner that bears the name again */
#define MIN_SECOND 16000.0
/* The part of the map from which the letters of a state spread over its land */
#define SPREAD_SHARE 0.14
/* The least land of a region that is not featured */
#define MIN_REGION 3600.0
/* The least land of a featured region */
#define MIN_FEATURED 220.0

/* The size of the status below the name of a featured region */
#define STATUS_SIZE 11.0
/* The greatest width of the status over that of the land */
#define STATUS_SHARE 0.8

static const KaLabelSetting polity_settings[] = {
  { 1.00, 0.42, 1, FALSE }, { 1.00, 0.28, 1, FALSE }, { 0.95, 0.28, 1, TRUE },
  { 0.95, 0.18, 2, FALSE }, { 0.82, 0.18, 1, FALSE }, { 0.82, 0.16, 1, TRUE },
  { 0.82, 0.14, 2, FALSE }, { 0.77, 0.10, 1, FALSE }, { 0.77, 0.10, 1, TRUE },
  { 0.77, 0.06, 2, FALSE }, { 0.77, 0.04, 3, FALSE },
};

/* The first setting that takes little room */
#define FIRST_COMPACT 4

static const KaLabelSetting region_settings[] = {
  { 1.00, 0.22, 1, FALSE }, { 1.00, 0.16, 1, TRUE }, { 0.90, 0.08, 1, FALSE },
  { 0.86, 0.06, 2, FALSE }, { 0.84, 0.05, 1, TRUE },
};

/* Whether a state is so large that its letters spread over it as those of a whole do */
static gboolean
is_spread (const KaLabelBoard *board, const KaPolity *polity, double land)
{
  const KaViewport *viewport = board->context->viewport;

  return land > SPREAD_SHARE * viewport->width * viewport->height &&
         ka_query_whole_of (polity, board->context->day->day) == NULL;
}

/* Sets the name of a state within its land, or, in compact settings alone, over its border */
static gboolean
name_polity (KaLabelBoard       *board,
             const KaPolity     *polity,
             const KaLabelPatch *patch,
             int                 part,
             double              min_inside)
{
  const KaText    *name = ka_names_get_on (&polity->names, board->context->day->day);
  double           land = ka_label_measure_piece (board, patch, part);
  gboolean         is_part = ka_query_whole_of (polity, board->context->day->day) != NULL;
  gsize            first = min_inside < 1 ? FIRST_COMPACT : 0;
  g_autofree char *capitals = NULL;
  KaLabelWish      wish = { KA_ITEM (polity),
                            NULL,
                            { .is_serif = TRUE, .is_bold = TRUE },
                            &board->context->theme->tints[polity->tint].text,
                            patch,
                            part,
                            FALSE };

  if (name == NULL)
    return FALSE;

  wish.text = capitals = ka_label_dup_capitals (board, name);
  if (is_spread (board, polity, land))
    {
      wish.style.size = CLAMP (0.05 * sqrt (land), 14.0, 30.0);
      if (ka_label_set_open (board, &wish, TRUE, min_inside))
        return TRUE;
    }
  wish.style.size = is_part ? CLAMP (0.044 * sqrt (land), 11.5, 16.0)
                            : CLAMP (0.052 * sqrt (land), 11.5, 21.0);

  return ka_label_set (board, &wish, polity_settings + first,
                       G_N_ELEMENTS (polity_settings) - first, min_inside);
}

/* Names a state whose land is too narrow for its name */
static gboolean
name_over_border (KaLabelBoard *board, const KaPolity *polity, const KaLabelPatch *patch, int part)
{
  for (double inside = 0.9; inside > 0.45; inside -= 0.1)
    if (name_polity (board, polity, patch, part, inside))
      return TRUE;

  return FALSE;
}

void
ka_label_name_polity (KaLabelBoard       *board,
                      const KaPolity     *polity,
                      const KaLabelPatch *patch,
                      int                 part)
{
  if (ka_label_measure_piece (board, patch, part) >= MIN_LAND &&
      !g_hash_table_contains (board->named, polity) &&
      !name_polity (board, polity, patch, part, 1.0))
    name_over_border (board, polity, patch, part);
}

KaLabelPatch *
ka_label_find_lands (const KaLabelBoard *board)
{
  const KaMapScene  *scene = board->context->scene;
  const KaMapDay    *day = board->context->day;
  g_autofree gint16 *owners = g_new (gint16, scene->n_areas + 1);

  for (gsize area = 0; area < scene->n_areas; area++)
    {
      owners[area] = -1;
      if (scene->areas[area] != NULL && ka_map_is_featured (scene, scene->areas[area]->region))
        continue;
      for (guint i = 0; i < day->lands->len; i++)
        if (((KaMapLand *) day->lands->pdata[i])->polity == day->areas[area].owner)
          owners[area] = (gint16) i;
    }

  return ka_label_find_pieces (board, owners);
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer patch)
{
  const KaLabelPiece *pieces = ((const KaLabelPatch *) patch)->pieces;

  return pieces[*(const int *) b].size - pieces[*(const int *) a].size;
}

void
ka_label_collect_polities (KaLabelBoard *board, gboolean over_border)
{
  const KaLabelPatch *patch = board->lands;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));

  for (int part = 0; part < patch->n_parts; part++)
    g_array_append_val (order, part);
  g_array_sort_with_data (order, compare_sizes, board->lands);
  for (guint i = 0; i < order->len; i++)
    {
      int              part = g_array_index (order, int, i);
      const KaMapLand *land = board->context->day->lands->pdata[patch->pieces[part].key];
      gboolean         is_named = g_hash_table_contains (board->named, land->polity);

      if (ka_label_measure_piece (board, patch, part) < (is_named ? MIN_SECOND : MIN_LAND))
        continue;
      if (!over_border)
        name_polity (board, land->polity, patch, part, 1.0);
      else if (!is_named)
        name_over_border (board, land->polity, patch, part);
    }
}

/* Whether a region is all the land of its owner, whose name then stands instead */
static gboolean
is_whole_land (const KaLabelBoard *board, const KaRegion *region)
{
  const KaMapScene *scene = board->context->scene;
  const KaPolity   *owner = NULL;

  for (gsize area = 0; area < scene->n_areas; area++)
    if (scene->areas[area] != NULL && scene->areas[area]->region == region)
      owner = board->context->day->areas[area].owner;
  for (gsize area = 0; area < scene->n_areas; area++)
    if ((scene->areas[area] == NULL || scene->areas[area]->region != region) &&
        board->context->day->areas[area].owner == owner)
      return FALSE;

  return owner != NULL;
}

/* Adds the status of a featured region in small type below or above its name, where there is room
 * */
static void
add_status (KaLabelBoard *board, const KaRegion *region, double land_width)
{
  KaTypeStyle       style = { .is_serif = TRUE, .is_italic = TRUE, .size = STATUS_SIZE };
  const KaMapLabel *name = board->labels->pdata[board->labels->len - 1];
  g_autofree char  *text = ka_map_day_describe_featured (board->context->day, region,
                                                         board->context->state->language);
  const char       *title = ka_item_get_title (KA_ITEM (region), board->context->day->day,
                                               board->context->state->language);
  /* The label has the name already */
  gboolean has_title = g_str_has_prefix (text, title) &&
                       g_str_has_prefix (text + strlen (title), " · ");
  KaMapLabel *label;
  KaBox       box;

  if (name->item != KA_ITEM (region) || name->glyphs != NULL)
    return;

  label = ka_map_label_new (board, KA_ITEM (region),
                            has_title ? text + strlen (title) + strlen (" · ") : text, &style,
                            name->ink);
  box = g_array_index (name->boxes, KaBox, 0);
  ka_label_board_take (
    board, label,
    ka_label_measure_advance (label) <= STATUS_SHARE * land_width &&
      (ka_label_place_level (board, label, (KaPoint){ (box.x0 + box.x1) / 2, box.y1 }, 1) ||
       ka_label_place_level (board, label, (KaPoint){ (box.x0 + box.x1) / 2, box.y0 }, -1)));
}

static void
name_region (KaLabelBoard       *board,
             const KaRegion     *region,
             const KaLabelPatch *patch,
             int                 part,
             gboolean            featured)
{
  const KaTheme   *theme = board->context->theme;
  const KaText    *name = ka_names_get_on (&region->names, board->context->day->day);
  double           land = ka_label_measure_piece (board, patch, part);
  g_autofree char *capitals = NULL;
  KaLabelWish      wish = { KA_ITEM (region),
                            NULL,
                            { .is_serif = !featured, .is_bold = TRUE },
                       featured ? &theme->tints[region->tint].text : &theme->district,
                            patch,
                            part,
                            FALSE };

  if (name == NULL || g_hash_table_contains (board->named, region) ||
      land < (featured ? MIN_FEATURED : MIN_REGION) || (!featured && is_whole_land (board, region)))
    return;

  wish.text = capitals = ka_label_dup_capitals (board, name);
  wish.style.size = CLAMP (0.075 * sqrt (land), featured ? 10.5 : 10.0, 17.0);
  if (ka_label_set (board, &wish, region_settings, G_N_ELEMENTS (region_settings), 1.0))
    {
      if (featured)
        add_status (board, region,
                    (patch->pieces[part].x1 - patch->pieces[part].x0) * board->raster->cell);
      return;
    }
  /* A featured region gets its name even over its border; another only where it nearly fits */
  for (double inside = 0.9; inside > (featured ? 0.25 : 0.75); inside -= 0.1)
    if (ka_label_set (board, &wish, &region_settings[2], 1, inside))
      return;
}

void
ka_label_collect_regions (KaLabelBoard *board, gboolean featured)
{
  const KaMapScene  *scene = board->context->scene;
  const KaList      *regions = ka_atlas_get_items (scene->atlas, KA_ITEM_REGION);
  g_autofree gint16 *numbers = g_new (gint16, scene->n_areas + 1);
  g_autofree int    *largest = NULL;
  g_autoptr (KaLabelPatch) patch = NULL;

  for (gsize area = 0; area < scene->n_areas; area++)
    {
      const KaRegion *region = scene->areas[area] != NULL ? scene->areas[area]->region : NULL;

      numbers[area] = region != NULL && ka_map_is_featured (scene, region) == featured
                        ? (gint16) region->item.index
                        : -1;
    }
  patch = ka_label_find_pieces (board, numbers);
  largest = ka_label_find_largest (patch, regions->n_items);
  for (gsize i = 0; i < regions->n_items; i++)
    if (largest[i] >= 0)
      name_region (board, regions->items[i], patch, largest[i], featured);
}
