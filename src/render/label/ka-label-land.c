/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects the names of land: polities in spaced capitals on each large piece of their land,
 * regions in smaller type.
 */

#include "config.h"

#include "ka-label-collect.h"

#include "ka-label-place.h"

#include <math.h>
#include <string.h>

/* The least land that bears the name of its owner, in square user units */
#define MIN_LAND 3200.0
/* The least further land of the same owner that bears the name again */
#define MIN_SECOND 16000.0
/* The least land of a region that is not featured */
#define MIN_REGION 3600.0
/* The least land of a featured region */
#define MIN_FEATURED 220.0

/* The size of the status below the name of a featured region */
#define STATUS_SIZE 11.0
/* The greatest width of the status over that of the land */
#define STATUS_SHARE 0.8

/* A way to set a name; later ones are smaller, on more lines or slanting */
typedef struct
{
  double   size;     /* over the wished size */
  double   tracking; /* letter spacing over size */
  int      n_lines;
  gboolean is_slanting;
} Setting;

static const Setting polity_settings[] = {
  { 1.00, 0.42, 1, FALSE }, { 1.00, 0.28, 1, FALSE }, { 0.95, 0.28, 1, TRUE },
  { 0.95, 0.18, 2, FALSE }, { 0.82, 0.18, 1, FALSE }, { 0.82, 0.14, 2, FALSE },
  { 0.70, 0.12, 1, TRUE },  { 0.70, 0.10, 1, FALSE }, { 0.66, 0.08, 2, FALSE },
  { 0.62, 0.06, 3, FALSE },
};

/* The first setting that takes little room */
#define FIRST_COMPACT 4

static const Setting region_settings[] = {
  { 1.00, 0.22, 1, FALSE }, { 1.00, 0.16, 1, TRUE }, { 0.90, 0.08, 1, FALSE },
  { 0.86, 0.06, 2, FALSE }, { 0.84, 0.05, 1, TRUE },
};

/* Drops a remark in brackets from a name */
static char *
shorten_name (const char *name)
{
  const char *bracket = strstr (name, " (");

  return bracket == NULL ? g_strdup (name) : g_strndup (name, (gsize) (bracket - name));
}

/* Capitals by the language of the text itself */
static char *
dup_capitals (const KaLabelBoard *board, const KaText *name)
{
  KaLanguage       language = board->context->state->language;
  g_autofree char *shortened = shorten_name (ka_text_get (name, language));

  return ka_text_write_capitals (shortened, ka_text_get_language (name, language));
}

/* A name of land, how it is wished, and the piece of land for it */
typedef struct
{
  const KaItem       *item;
  const char         *text;
  KaTypeStyle         style;
  const KaColour     *ink;
  const KaLabelPatch *patch;
  int                 part;
} LandName;

static gboolean
place_setting (KaLabelBoard *board, const LandName *name, const Setting *setting, double min_inside)
{
  KaTypeStyle      style = name->style;
  g_autofree char *text = setting->n_lines > 1 ? ka_label_break_lines (name->text, setting->n_lines)
                                               : g_strdup (name->text);
  KaMapLabel      *label;
  double           slant = name->patch->pieces[name->part].slant;

  if (text == NULL || (setting->is_slanting && slant == 0))
    return FALSE;

  style.size = name->style.size * setting->size;
  style.spacing = style.size * setting->tracking;
  label = ka_map_label_new (board, name->item, text, &style, name->ink);
  pango_layout_set_alignment (label->layout, PANGO_ALIGN_CENTER);

  return ka_label_board_take (
    board, label,
    ka_label_place_in_part (board, label, name->patch, name->part, setting->is_slanting ? slant : 0,
                            setting->is_slanting ? MIN (min_inside, 0.97) : min_inside));
}

static double
measure_land (const KaLabelBoard *board, const KaLabelPatch *patch, int part)
{
  return patch->pieces[part].size * board->raster->cell * board->raster->cell;
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
  double           land = measure_land (board, patch, part);
  g_autofree char *capitals = NULL;
  LandName         wish = { KA_ITEM (polity),
                            NULL,
                            { .is_serif = TRUE, .is_bold = TRUE },
                            &board->context->theme->tints[polity->tint].text,
                            patch,
                            part };

  if (name == NULL)
    return FALSE;

  wish.text = capitals = dup_capitals (board, name);
  wish.style.size = CLAMP (0.052 * sqrt (land), 11.5, 21.0);
  for (gsize i = min_inside < 1 ? FIRST_COMPACT : 0; i < G_N_ELEMENTS (polity_settings); i++)
    if (wish.style.size * polity_settings[i].size >= 9.0 &&
        place_setting (board, &wish, &polity_settings[i], min_inside))
      return TRUE;

  return FALSE;
}

/* Names a state whose land is too narrow for its name */
static gboolean
name_over_border (KaLabelBoard *board, const KaPolity *polity, const KaLabelPatch *patch, int part)
{
  for (double inside = 0.9; inside > 0.65; inside -= 0.1)
    if (name_polity (board, polity, patch, part, inside))
      return TRUE;

  return FALSE;
}

/* The number of the area for each cell; -1 where there is no area */
static gint16 *
spread_numbers (const KaLabelRaster *raster, const gint16 *numbers)
{
  gint16 *keys = g_new (gint16, raster->columns * raster->rows);

  for (int cell = 0; cell < raster->columns * raster->rows; cell++)
    keys[cell] = raster->areas[cell] >= 0 ? numbers[raster->areas[cell]] : -1;

  return keys;
}

/* The number of the owner's land for each cell; -1 in featured regions and elsewhere */
static gint16 *
read_owners (const KaLabelBoard *board)
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

  return spread_numbers (board->raster, owners);
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer patch)
{
  const KaLabelPiece *pieces = ((const KaLabelPatch *) patch)->pieces;

  return pieces[*(const int *) b].size - pieces[*(const int *) a].size;
}

KaLabelPatch *
ka_label_find_lands (const KaLabelBoard *board)
{
  g_autofree gint16 *keys = read_owners (board);

  return ka_label_raster_find_parts (board->raster, keys);
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

      if (measure_land (board, patch, part) < (is_named ? MIN_SECOND : MIN_LAND))
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
  double           land = measure_land (board, patch, part);
  g_autofree char *capitals = NULL;
  LandName         wish = { KA_ITEM (region),
                            NULL,
                            { .is_serif = !featured, .is_bold = TRUE },
                    featured ? &theme->tints[region->tint].text : &theme->district,
                            patch,
                            part };

  if (name == NULL || land < (featured ? MIN_FEATURED : MIN_REGION) ||
      (!featured && is_whole_land (board, region)))
    return;

  wish.text = capitals = dup_capitals (board, name);
  wish.style.size = CLAMP (0.075 * sqrt (land), featured ? 10.5 : 10.0, 17.0);
  for (gsize i = 0; i < G_N_ELEMENTS (region_settings); i++)
    if (place_setting (board, &wish, &region_settings[i], 1.0))
      {
        if (featured)
          add_status (board, region,
                      (patch->pieces[part].x1 - patch->pieces[part].x0) * board->raster->cell);
        return;
      }
  /* A featured region gets its name even over its border; another only where it nearly fits */
  for (double inside = 0.9; inside > (featured ? 0.25 : 0.75); inside -= 0.1)
    if (place_setting (board, &wish, &region_settings[2], inside))
      return;
}

/* The number of the region for each cell; -1 where the region is not wanted */
static gint16 *
read_regions (const KaLabelBoard *board, gboolean featured)
{
  const KaMapScene  *scene = board->context->scene;
  g_autofree gint16 *numbers = g_new (gint16, scene->n_areas + 1);

  for (gsize area = 0; area < scene->n_areas; area++)
    {
      const KaRegion *region = scene->areas[area] != NULL ? scene->areas[area]->region : NULL;

      numbers[area] = region != NULL && ka_map_is_featured (scene, region) == featured
                        ? (gint16) region->item.index
                        : -1;
    }

  return spread_numbers (board->raster, numbers);
}

void
ka_label_collect_regions (KaLabelBoard *board, gboolean featured)
{
  const KaList      *regions = ka_atlas_get_items (board->context->scene->atlas, KA_ITEM_REGION);
  g_autofree gint16 *keys = read_regions (board, featured);
  g_autoptr (KaLabelPatch) patch = ka_label_raster_find_parts (board->raster, keys);
  g_autofree int *largest = g_new (int, regions->n_items + 1);

  for (gsize i = 0; i < regions->n_items; i++)
    largest[i] = -1;
  for (int part = 0; part < patch->n_parts; part++)
    {
      int *best = &largest[patch->pieces[part].key];

      if (*best < 0 || patch->pieces[part].size > patch->pieces[*best].size)
        *best = part;
    }
  for (gsize i = 0; i < regions->n_items; i++)
    if (largest[i] >= 0)
      name_region (board, regions->items[i], patch, largest[i], featured);
}
