/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frame of the map view: how its pictures are put together. What is fixed to the frame and what
 * the pointer is on is painted here, too.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

/* How far what is lifted reaches beyond what it is about, in user units. */
#define HOVER_REACH 16.0

/* Draws a picture where it belongs in the view. */
static void
append_faded (KaMapView   *self,
              GtkSnapshot *snapshot,
              KaMapSheet  *sheet,
              KaMapFade    fade,
              double       alpha)
{
  const KaViewport *painted = &sheet->key.viewport;
  KaPoint           corner_km;
  KaPoint           corner;
  double            ratio = self->viewport.scale / painted->scale;
  double            scale = sheet->key.scale;

  if (sheet->surface == NULL)
    return;

  corner_km = ka_viewport_to_km (painted, (KaPoint){ 0, 0 });
  corner = ka_viewport_to_user (&self->viewport, corner_km);
  if (ratio == 1.0)
    {
      corner.x = round (corner.x * scale) / scale;
      corner.y = round (corner.y * scale) / scale;
    }
  ka_map_sheet_append (sheet, &(KaMapPlacing){
                                .snapshot = snapshot,
                                .widget = GTK_WIDGET (self),
                                .x = corner.x * self->unit,
                                .y = corner.y * self->unit,
                                .pixel = ratio * self->unit / scale,
                                .in_tiles = ratio == 1.0,
                                .fade = fade,
                                .alpha = alpha,
                              });
}

static void
append_sheet (KaMapView *self, GtkSnapshot *snapshot, KaMapSheet *sheet)
{
  append_faded (self, snapshot, sheet, KA_MAP_FADE_NONE, 1.0);
}

/* What is fixed to the frame is laid out here, so that clicks can find it. */
static void
paint_furniture (KaMapView *self)
{
  KaMapSheet *sheet = &self->furniture;
  KaMapSheet  old = { 0 };
  g_auto (KaPaintContext) context = { 0 };
  cairo_t *cr;

  ka_map_sheet_set (&old, sheet);
  sheet->key = ka_map_view_get_key (self, KA_MAP_FURNITURE, ka_session_get_day (self->session),
                                    &self->viewport);
  cr = ka_map_sheet_begin (sheet);
  g_clear_pointer (&self->furniture_layout, ka_map_furniture_free);
  context = ka_paint_context (cr, self->scene, &sheet->key.state, self->theme, &self->viewport);
  self->furniture_layout = ka_map_furniture_new (&context);
  ka_map_furniture_paint (self->furniture_layout, cr, self->theme);
  ka_map_sheet_end (sheet, cr);
  ka_map_sheet_compare (sheet, &old);
  ka_map_sheet_clear (&old);
  self->is_furniture_stale = FALSE;
  ka_map_view_update_legend (self);
}

/* The part of the view that an item can cover, in whole pixels; empty when there is none */
static KaViewport
get_part (KaMapView *self, const KaItem *item)
{
  double     scale = self->viewport.scale;
  double     pixels = ka_map_view_get_scale (self);
  KaViewport part = self->viewport;
  KaBox      km;
  KaPoint    low, high;

  part.width = part.height = 0;
  if (!ka_map_scene_get_bounds_of (self->scene, item, ka_session_get_day (self->session), &km))
    return part;

  low = ka_viewport_to_user (&self->viewport, (KaPoint){ km.x0, km.y1 });
  high = ka_viewport_to_user (&self->viewport, (KaPoint){ km.x1, km.y0 });
  low.x = floor (MAX (low.x - HOVER_REACH, 0) * pixels) / pixels;
  low.y = floor (MAX (low.y - HOVER_REACH, 0) * pixels) / pixels;
  high.x = ceil (MIN (high.x + HOVER_REACH, self->viewport.width) * pixels) / pixels;
  high.y = ceil (MIN (high.y + HOVER_REACH, self->viewport.height) * pixels) / pixels;
  if (high.x <= low.x || high.y <= low.y)
    return part;

  part.width = high.x - low.x;
  part.height = high.y - low.y;
  part.centre_km.x += ((low.x + high.x) / 2 - self->viewport.width / 2) / scale;
  part.centre_km.y -= ((low.y + high.y) / 2 - self->viewport.height / 2) / scale;

  return part;
}

static void
paint_hover (KaMapView *self)
{
  const KaItem *hover = ka_session_get_hover (self->session);
  guint         step = ka_session_get_state (self->session).hover_step;
  KaMapSheet   *sheet = &self->hover;
  KaViewport    part;

  self->is_hover_stale = FALSE;
  ka_map_sheet_clear (sheet);
  if (hover == NULL || (hover == ka_session_get_selection (self->session) && step == 0))
    return;

  part = get_part (self, hover);
  if (part.width <= 0)
    return;

  sheet->key = ka_map_view_get_key (self, KA_MAP_HIGHLIGHT, ka_session_get_day (self->session),
                                    &part);
  sheet->key.state.hover = hover;
  sheet->key.state.hover_step = step;
  sheet->key.state.selection = NULL;
  ka_map_sheet_paint (sheet, self->scene, NULL);
}

/* What is not painted yet shows a wider picture of the same day, or open water. */
static void
append_backdrop (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  KaMapKey        key = ka_map_view_get_key (self, KA_MAP_BASE, ka_session_get_day (self->session),
                                             &self->viewport);
  const KaColour *colour = &self->theme->sea;
  GdkRGBA         sea = { (float) colour->red, (float) colour->green, (float) colour->blue, 1 };
  const KaMapSheet *found;
  KaBox             seen = ka_viewport_get_box (&self->viewport);
  KaBox             has = ka_viewport_get_box (&self->land.key.viewport);

  if (ka_box_covers (has, seen))
    return;

  gtk_snapshot_append_color (snapshot, &sea, bounds);
  found = ka_map_cache_find_backdrop (self->cache, &key);
  if (found == NULL)
    return;

  ka_map_sheet_set (&self->backdrop, found);
  append_sheet (self, snapshot, &self->backdrop);
}

static void
append_map (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  double fade = ka_map_view_get_fade (self);

  append_backdrop (self, snapshot, bounds);
  if (fade < 1.0)
    append_faded (self, snapshot, &self->old_land, KA_MAP_FADE_OUT, 1.0);
  append_faded (self, snapshot, &self->land, KA_MAP_FADE_IN, fade);
  append_sheet (self, snapshot, &self->hover);
  ka_map_view_snapshot_connectors (self, snapshot, bounds);
  if (fade < 1.0)
    append_faded (self, snapshot, &self->old_names, KA_MAP_FADE_OUT, 1.0 - fade);
  append_faded (self, snapshot, &self->names, KA_MAP_FADE_IN, fade);
}

/* The map of the pinned day, left of the handle. */
static void
append_then (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  graphene_rect_t left;

  graphene_rect_init (&left, 0, 0, (float) self->swipe * bounds->size.width, bounds->size.height);
  gtk_snapshot_push_clip (snapshot, &left);
  append_sheet (self, snapshot, &self->then);
  append_sheet (self, snapshot, &self->then_names);
  gtk_snapshot_pop (snapshot);
}

/* The vfunc of the class. */
void
ka_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaMapView      *self = KA_MAP_VIEW (widget);
  graphene_rect_t bounds;

  if (!ka_map_view_has_size (self))
    return;

  if (self->land.surface == NULL)
    ka_map_view_paint_first (self);
  if (self->is_furniture_stale)
    paint_furniture (self);
  if (self->is_hover_stale)
    paint_hover (self);

  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  gtk_snapshot_push_clip (snapshot, &bounds);
  append_map (self, snapshot, &bounds);
  if (self->has_swipe && self->then.surface != NULL)
    append_then (self, snapshot, &bounds);
  ka_map_view_snapshot_handle (self, snapshot, &bounds);
  ka_map_sheet_append (&self->furniture, &(KaMapPlacing){
                                           .snapshot = snapshot,
                                           .widget = widget,
                                           .pixel = self->unit / self->furniture.key.scale,
                                           .in_tiles = TRUE,
                                           .alpha = 1.0,
                                         });
  gtk_widget_snapshot_child (widget, self->legend_heading, snapshot);
  ka_map_view_snapshot_marks (self, snapshot, &bounds);
  gtk_snapshot_pop (snapshot);
}
