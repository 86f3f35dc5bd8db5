/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects the names of towns, peaks, ruins, seas, lakes and rivers by rank.
 */

#include "config.h"

#include "ka-label-collect.h"

#include "ka-label-place.h"

#include "ka-query.h"

/* The greatest rank of places whose symbols keep the names of land away */
#define MAX_RESERVED 2

/* Type of the names of towns by rank */
static const struct
{
  double   size;
  gboolean is_bold;
} town_styles[4] = {
  { 13.5, TRUE }, /* capitals */
  { 12.5, TRUE },
  { 12.0, FALSE },
  { 11.0, FALSE },
};

static const KaList *
get_places (const KaLabelBoard *board)
{
  return ka_atlas_get_items (board->context->scene->atlas, KA_ITEM_PLACE);
}

static KaPoint
locate (const KaLabelBoard *board, const KaPlace *place)
{
  return ka_viewport_to_user (board->context->viewport,
                              board->context->scene->places_km[place->item.index]);
}

/* Whether a place of a rank is shown */
static gboolean
is_due (const KaLabelBoard *board, const KaPlace *place, int rank)
{
  return CLAMP (place->rank, 1, 3) == rank &&
         ka_map_shows_place (board->context->scene, place, board->context->day->day,
                             board->context->viewport->scale);
}

static gboolean
is_inside_frame (const KaLabelBoard *board, KaPoint user, double radius)
{
  return user.x > radius && user.y > radius && user.x < board->context->viewport->width - radius &&
         user.y < board->context->viewport->height - radius;
}

static gboolean
is_in_index (const KaLabelBoard *board, KaPoint user, double radius)
{
  return !ka_label_index_is_free (board->index, ka_label_get_symbol_box (user, radius));
}

static gboolean
is_hidden (const KaLabelBoard *board, const KaPlace *place)
{
  KaMapLayer layer = place->kind == KA_PLACE_PEAK    ? KA_MAP_LAYER_PEAKS
                     : place->kind == KA_PLACE_RIVER ? KA_MAP_LAYER_RIVERS
                                                     : KA_MAP_LAYER_TOWNS;

  return place->kind != KA_PLACE_LAKE && place->kind != KA_PLACE_SEA &&
         !ka_view_state_shows (board->context->state, layer);
}

void
ka_label_reserve_symbols (KaLabelBoard *board)
{
  const KaList *places = get_places (board);

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];
      KaPoint        user = locate (board, place);
      double         radius;

      if (place->rank <= MAX_RESERVED && !is_hidden (board, place) &&
          ka_map_get_symbol (place, board->context->day->day, &radius) != KA_MAP_SYMBOL_NONE &&
          is_due (board, place, place->rank) && is_inside_frame (board, user, radius) &&
          !is_in_index (board, user, radius))
        {
          ka_label_index_add (board->index, ka_label_get_symbol_box (user, radius));
          g_hash_table_add (board->reserved, (gpointer) (gsize) place);
        }
    }
}

static char *
get_place_text (const KaLabelBoard *board, const KaPlace *place)
{
  const KaText *name = ka_names_get_on (&place->names, board->context->day->day);
  const char   *text = name == NULL ? "" : ka_text_get (name, board->context->state->language);

  return place->kind == KA_PLACE_PEAK && place->height_m > 0
           ? g_strdup_printf ("%s %d", text, place->height_m)
           : g_strdup (text);
}

static void
name_point (KaLabelBoard *board, const KaPlace *place, const KaTypeStyle *style)
{
  const KaColour  *ink = place->kind == KA_PLACE_PEAK ? &board->context->theme->peak
                                                      : &board->context->theme->text;
  g_autofree char *text = get_place_text (board, place);
  gboolean         is_reserved = g_hash_table_contains (board->reserved, place);
  KaPoint          user = locate (board, place);
  gboolean         has_room;
  KaMapLabel      *label;

  if (g_hash_table_contains (board->named, place))
    return;
  label = ka_map_label_new (board, KA_ITEM (place), text, style, ink);
  label->symbol = ka_map_get_symbol (place, board->context->day->day, &label->radius);
  label->symbol_at = user;
  has_room = is_inside_frame (board, user, label->radius) &&
             (is_reserved || !is_in_index (board, user, label->radius)) &&
             ka_label_place_at_point (board, label);
  if (has_room && !is_reserved)
    ka_label_index_add (board->index, ka_label_get_symbol_box (user, label->radius));
  ka_label_board_take (board, label, has_room);
}

static void
name_selected (KaLabelBoard *board, const KaPlace *place)
{
  KaTypeStyle style = { .is_serif = TRUE, .is_bold = TRUE, .size = 12.5 };
  double      radius;

  style.is_italic = place->kind == KA_PLACE_PEAK || place->kind == KA_PLACE_RUIN;
  if (ka_map_get_symbol (place, board->context->day->day, &radius) != KA_MAP_SYMBOL_NONE)
    name_point (board, place, &style);
}

void
ka_label_collect_selected (KaLabelBoard *board)
{
  const KaItem *selection = board->context->state->selection;
  const KaList *places = selection != NULL ? ka_query_places_of (selection) : NULL;

  if (selection != NULL && selection->kind == KA_ITEM_PLACE)
    name_selected (board, (const KaPlace *) selection);
  for (gsize i = 0; places != NULL && i < places->n_items; i++)
    name_selected (board, places->items[i]);
}

void
ka_label_collect_towns (KaLabelBoard *board, int rank)
{
  const KaList *places = get_places (board);

  for (int capitals = rank == 1 ? 1 : 0; capitals >= 0; capitals--)
    for (gsize i = 0; i < places->n_items; i++)
      {
        const KaPlace *place = places->items[i];
        gboolean       is_capital = ka_map_is_capital (place, board->context->day->day);
        int            line = is_capital ? 0 : rank;
        KaTypeStyle    style = { .is_serif = TRUE,
                                 .size = town_styles[line].size,
                                 .is_bold = town_styles[line].is_bold,
                                 .is_italic = place->kind == KA_PLACE_RUIN };

        if ((place->kind == KA_PLACE_TOWN || place->kind == KA_PLACE_RUIN) &&
            (rank != 1 || is_capital == capitals) && is_due (board, place, rank))
          name_point (board, place, &style);
      }
}

void
ka_label_collect_peaks (KaLabelBoard *board, int rank)
{
  const KaList *places = get_places (board);
  KaTypeStyle   style = { .is_serif = TRUE, .is_italic = TRUE, .size = rank == 1 ? 11.5 : 10.5 };

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace   *place = places->items[i];
      g_autofree char *text = NULL;

      if (!is_due (board, place, rank))
        continue;
      text = get_place_text (board, place);
      if (place->kind == KA_PLACE_PEAK)
        name_point (board, place, &style);
      else if (place->kind == KA_PLACE_RANGE)
        ka_label_name_range (board, place, text);
    }
}

static gboolean
name_water (KaLabelBoard *board, const KaPlace *place, const char *text, const KaTypeStyle *style)
{
  KaMapLabel *label = ka_map_label_new (board, KA_ITEM (place), text, style,
                                        &board->context->theme->water_text);

  pango_layout_set_alignment (label->layout->pango, PANGO_ALIGN_CENTER);

  return ka_label_board_take (
    board, label,
    ka_label_place_on_water (board, label, locate (board, place), place->kind == KA_PLACE_SEA));
}

/* Tries sizes from the largest on; the name of a sea may take two lines */
static void
name_sea (KaLabelBoard *board, const KaPlace *place)
{
  g_autofree char *text = get_place_text (board, place);
  g_autofree char *broken = ka_label_break_lines (text, 2);
  KaTypeStyle      style = { .is_serif = TRUE, .is_italic = TRUE };
  gboolean         is_sea = place->kind == KA_PLACE_SEA;

  for (double size = is_sea             ? 21
                     : place->rank == 1 ? 12
                                        : 10.5;
       size >= (is_sea ? 14 : 10.5); size -= 3.5)
    {
      style.size = size;
      style.spacing = is_sea ? size * 0.16 : 0.3;
      if (name_water (board, place, text, &style) ||
          (is_sea && broken != NULL && name_water (board, place, broken, &style)))
        return;
    }
}

void
ka_label_collect_waters (KaLabelBoard *board, int rank)
{
  const KaList *places = get_places (board);
  KaTypeStyle   style = { .is_serif = TRUE, .is_italic = TRUE, .size = 11.0, .spacing = 0.4 };

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace   *place = places->items[i];
      g_autofree char *text = NULL;

      if (!is_due (board, place, rank))
        continue;
      if (place->kind == KA_PLACE_SEA || place->kind == KA_PLACE_LAKE)
        name_sea (board, place);
      if (place->kind != KA_PLACE_RIVER || place->geometry == NULL || is_hidden (board, place))
        continue;
      text = get_place_text (board, place);
      ka_label_name_river (board, place, text, &style);
    }
}
