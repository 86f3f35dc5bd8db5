/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures of the map view: which are missing, which are on screen, how they are put together.
 * They are painted by ka-map-painting.c and kept by ka-map-cache.c.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

#include "ka-map-painting.h"

/* How far the painted land reaches beyond each edge of the view, in user units, and how little of
 * that may be left before more is painted. */
#define LAND_MARGIN_PX 256.0
#define LEFT_MARGIN_PX 85.0

/* Device pixels for a user unit. */
static double
get_scale (KaMapView *self)
{
  return self->unit * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/* Keys */

static KaMapKey
get_key (KaMapView *self, KaMapPass passes, KaDay day, const KaViewport *viewport)
{
  KaMapKey key = {
    .passes = passes,
    .state = ka_session_get_state (self->session),
    .theme = self->theme,
    .scale = get_scale (self),
    .viewport = *viewport,
  };

  key.state.hover = NULL;
  key.state.hover_step = 0;
  key.state.legend = self->legend;
  if (self->has_swipe)
    key.state.has_pinned_day = FALSE;
  key.state.day = day;
  key.epoch = passes & KA_MAP_LABELS ? ka_map_epochs_get_names (self->epochs, day)
                                     : ka_map_epochs_get_land (self->epochs, day);

  return key;
}

static KaMapKey
get_land_key (KaMapView *self, KaDay day, const KaViewport *viewport, double margin)
{
  KaMapKey key = get_key (self, KA_MAP_BASE, day, viewport);

  key.viewport.width += 2 * margin;
  key.viewport.height += 2 * margin;

  return key;
}

static KaMapKey
get_names_key (KaMapView *self, KaDay day, const KaViewport *viewport)
{
  KaMapKey key = get_key (self, KA_MAP_HIGHLIGHT | KA_MAP_LABELS, day, viewport);

  key.n_overlays = ka_map_view_list_overlays (self, key.overlays);

  return key;
}

/* Painting */

static gboolean
has_sheet (KaMapView *self, const KaMapSheet *shown, const KaMapKey *wanted)
{
  return (shown->surface != NULL && ka_map_key_covers (&shown->key, wanted)) ||
         ka_map_cache_find (self->cache, wanted) != NULL;
}

/* Adds the land and the names of a day, as far as they are missing. */
static void
add_missing (KaMapView        *self,
             KaMapPainting    *painting,
             KaDay             day,
             const KaMapSheet *land,
             const KaMapSheet *names)
{
  KaViewport target = ka_map_view_get_target (self);
  KaMapKey   wanted = get_land_key (self, day, &target, LEFT_MARGIN_PX);

  if (!has_sheet (self, land, &wanted))
    {
      KaMapKey key = get_land_key (self, day, &target, LAND_MARGIN_PX);

      ka_map_painting_add (painting, &key);
    }
  wanted = get_names_key (self, day, &target);
  if (!self->is_dragging && !has_sheet (self, names, &wanted))
    ka_map_painting_add (painting, &wanted);
}

static KaMapPainting *
create_painting (KaMapView *self)
{
  KaMapPainting *painting = ka_map_painting_new (self->scene, self->names.names);
  KaViewState    state = ka_session_get_state (self->session);

  add_missing (self, painting, state.day, &self->land, &self->names);
  if (self->has_swipe && state.has_pinned_day)
    add_missing (self, painting, state.pinned_day, &self->then, &self->then_names);

  return painting;
}

/* While the playhead runs faster than the painter, the last picture is better than an older one. */
static void
show_meanwhile (KaMapView *self, const KaMapPainting *painting)
{
  KaMapKey wanted = get_land_key (self, ka_session_get_day (self->session), &self->viewport, 0);

  if (self->land.key.epoch == wanted.epoch || self->fade_start_us != 0)
    return;

  for (gsize i = 0; i < painting->n_sheets; i++)
    {
      const KaMapSheet *sheet = &painting->sheets[i];
      gboolean          is_land = (sheet->key.passes & KA_MAP_BASE) != 0;

      if (sheet->key.viewport.scale == self->viewport.scale && !self->has_swipe)
        ka_map_sheet_set (is_land ? &self->land : &self->names, sheet);
    }
}

static void
take_painting (KaMapView *self, const KaMapPainting *painting)
{
  for (gsize i = 0; i < painting->n_sheets; i++)
    ka_map_cache_add (self->cache, &painting->sheets[i]);
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaMapView *self = KA_MAP_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (KaMapPainting) painting = ka_map_painting_finish (result, &error);

  if (painting == NULL)
    return;

  self->is_painting = FALSE;
  take_painting (self, painting);
  ka_map_view_update_sheets (self);
  show_meanwhile (self, painting);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
start_painting (KaMapView *self)
{
  g_autoptr (KaMapPainting) painting = NULL;

  if (self->is_painting)
    return;

  painting = create_painting (self);
  if (painting->n_sheets == 0)
    return;

  self->is_painting = TRUE;
  ka_map_painting_run_async (g_steal_pointer (&painting), G_OBJECT (self), self->cancellable,
                             painted_cb, NULL);
}

/* Puts a kept picture on screen, unless what is there is as good. */
static void
take_sheet (KaMapView *self, KaMapSheet *shown, const KaMapKey *wanted)
{
  const KaMapSheet *found;

  if (shown->surface != NULL && ka_map_key_covers (&shown->key, wanted))
    return;

  found = ka_map_cache_find (self->cache, wanted);
  if (found == NULL)
    return;

  ka_map_sheet_set (shown, found);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Shows what is painted of what is wanted and has the rest painted. Of another epoch land and
 * names are shown together. */
void
ka_map_view_update_sheets (KaMapView *self)
{
  KaViewState state;
  KaMapKey    land;
  KaMapKey    names;

  if (!ka_map_view_has_size (self) || self->land.surface == NULL)
    return;

  state = ka_session_get_state (self->session);
  land = get_land_key (self, state.day, &self->viewport, 0);
  names = get_names_key (self, state.day, &self->viewport);
  if (land.epoch == self->land.key.epoch && names.epoch == self->names.key.epoch)
    {
      take_sheet (self, &self->land, &land);
      take_sheet (self, &self->names, &names);
    }
  else if (has_sheet (self, &self->land, &land) && has_sheet (self, &self->names, &names))
    {
      ka_map_view_start_fade (self);
      take_sheet (self, &self->land, &land);
      take_sheet (self, &self->names, &names);
    }
  if (self->has_swipe && state.has_pinned_day)
    {
      land = get_land_key (self, state.pinned_day, &self->viewport, 0);
      names = get_names_key (self, state.pinned_day, &self->viewport);
      take_sheet (self, &self->then, &land);
      take_sheet (self, &self->then_names, &names);
    }
  start_painting (self);
}

/* Has the legend, the date and the scale bar painted anew with the next frame. */
void
ka_map_view_queue_furniture (KaMapView *self)
{
  self->is_furniture_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Has what the pointer is on lifted anew with the next frame. */
void
ka_map_view_queue_hover (KaMapView *self)
{
  self->is_hover_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Forgets all pictures. */
void
ka_map_view_clear_sheets (KaMapView *self)
{
  KaMapSheet *sheets[] = { &self->backdrop,   &self->land,      &self->names,
                           &self->hover,      &self->furniture, &self->then,
                           &self->then_names, &self->old_land,  &self->old_names };

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    ka_map_sheet_clear (sheets[i]);
  g_clear_pointer (&self->furniture_layout, ka_map_furniture_free);
}

/* Snapshot */

/* Draws a picture where it belongs in the view. */
static void
append_sheet (KaMapView *self, GtkSnapshot *snapshot, KaMapSheet *sheet)
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
  ka_map_sheet_append (sheet, snapshot, GTK_WIDGET (self), corner.x * self->unit,
                       corner.y * self->unit, ratio * self->unit / scale, ratio == 1.0);
}

/* What is fixed to the frame is laid out here, so that clicks can find it. */
static void
paint_furniture (KaMapView *self)
{
  KaMapSheet *sheet = &self->furniture;
  cairo_t    *cr;

  sheet->key = get_key (self, KA_MAP_FURNITURE, ka_session_get_day (self->session),
                        &self->viewport);
  cr = ka_map_sheet_begin (sheet);
  g_clear_pointer (&self->furniture_layout, ka_map_furniture_free);
  self->furniture_layout = ka_map_furniture_new (cr, self->scene, &sheet->key.state, self->theme,
                                                 &self->viewport);
  ka_map_furniture_paint (self->furniture_layout, cr, self->theme);
  ka_map_sheet_end (sheet, cr);
  self->is_furniture_stale = FALSE;
  ka_map_view_update_legend (self);
}

static void
paint_hover (KaMapView *self)
{
  const KaItem *hover = ka_session_get_hover (self->session);
  KaMapSheet   *sheet = &self->hover;
  guint         step;

  self->is_hover_stale = FALSE;
  ka_map_sheet_clear (sheet);
  step = ka_session_get_state (self->session).hover_step;
  if (hover == NULL || (hover == ka_session_get_selection (self->session) && step == 0))
    return;

  sheet->key = get_key (self, KA_MAP_HIGHLIGHT, ka_session_get_day (self->session),
                        &self->viewport);
  sheet->key.state.hover = hover;
  sheet->key.state.hover_step = step;
  sheet->key.state.selection = NULL;
  ka_map_sheet_paint (sheet, self->scene, NULL);
}

static void
paint_first (KaMapView *self)
{
  g_autoptr (KaMapPainting) painting = create_painting (self);

  ka_map_painting_run (painting);
  take_painting (self, painting);
  for (gsize i = 0; i < painting->n_sheets; i++)
    ka_map_sheet_set (painting->sheets[i].key.passes & KA_MAP_BASE ? &self->land : &self->names,
                      &painting->sheets[i]);
}

/* What is not painted yet shows a wider picture of the same day, or open water. */
static void
append_backdrop (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  KaMapKey        key = get_land_key (self, ka_session_get_day (self->session), &self->viewport, 0);
  const KaColour *colour = &self->theme->sea;
  GdkRGBA         sea = { (float) colour->red, (float) colour->green, (float) colour->blue, 1 };
  const KaMapSheet *found;
  KaBox             seen = ka_viewport_get_box (&self->viewport);
  KaBox             has = ka_viewport_get_box (&self->land.key.viewport);

  if (has.x0 <= seen.x0 && has.x1 >= seen.x1 && has.y0 <= seen.y0 && has.y1 >= seen.y1)
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
    {
      append_sheet (self, snapshot, &self->old_land);
      gtk_snapshot_push_opacity (snapshot, fade);
    }
  append_sheet (self, snapshot, &self->land);
  if (fade < 1.0)
    gtk_snapshot_pop (snapshot);
  append_sheet (self, snapshot, &self->hover);
  ka_map_view_snapshot_connectors (self, snapshot, bounds);
  if (fade < 1.0)
    {
      gtk_snapshot_push_opacity (snapshot, 1.0 - fade);
      append_sheet (self, snapshot, &self->old_names);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_push_opacity (snapshot, fade);
    }
  append_sheet (self, snapshot, &self->names);
  if (fade < 1.0)
    gtk_snapshot_pop (snapshot);
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
    paint_first (self);
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
  ka_map_sheet_append (&self->furniture, snapshot, widget, 0, 0,
                       self->unit / self->furniture.key.scale, TRUE);
  gtk_widget_snapshot_child (widget, self->legend_heading, snapshot);
  ka_map_view_snapshot_marks (self, snapshot, &bounds);
  gtk_snapshot_pop (snapshot);
}
