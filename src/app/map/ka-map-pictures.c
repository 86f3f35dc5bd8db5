/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures of the map view: which are missing, which are on screen, which will be next. They
 * are painted by ka-map-painting.c, kept by ka-map-cache.c and shown by ka-map-view-snapshot.c.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include "ka-map-painting.h"

/* How far the painted land reaches beyond each edge of the view, in user units, and how little of
 * that may be left before more is painted. */
#define LAND_MARGIN_PX 256.0
#define LEFT_MARGIN_PX 85.0
/* How long the view rests before the epochs beside the one that is seen are painted. */
#define AHEAD_DELAY_MS 100

/* Device pixels for a user unit. */
double
ka_map_view_get_scale (KaMapView *self)
{
  return self->unit * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/* Keys */

/* What a picture of some layers on a day has to show. */
KaMapKey
ka_map_view_get_key (KaMapView *self, KaMapPass passes, KaDay day, const KaViewport *viewport)
{
  KaMapKey key = {
    .passes = passes,
    .state = ka_session_get_state (self->session),
    .theme = self->theme,
    .scale = ka_map_view_get_scale (self),
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
  KaMapKey key = ka_map_view_get_key (self, KA_MAP_BASE, day, viewport);

  key.viewport.width += 2 * margin;
  key.viewport.height += 2 * margin;

  return key;
}

/* Land of other epochs is painted like that on screen where this has all that is wanted: then the
 * two differ nowhere but where the land does. */
static KaMapKey
get_land_key_to_paint (KaMapView *self, const KaMapKey *wanted)
{
  KaMapKey key = *wanted;
  KaMapKey shown = *wanted;

  shown.viewport = self->land.key.viewport;
  if (self->land.surface != NULL && ka_map_key_covers (&shown, wanted))
    return shown;

  key.viewport.width += 2 * (LAND_MARGIN_PX - LEFT_MARGIN_PX);
  key.viewport.height += 2 * (LAND_MARGIN_PX - LEFT_MARGIN_PX);

  return key;
}

static KaMapKey
get_names_key (KaMapView *self, KaDay day, const KaViewport *viewport)
{
  KaMapKey key = ka_map_view_get_key (self, KA_MAP_HIGHLIGHT | KA_MAP_LABELS, day, viewport);

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

/* Whether what is being painted ahead has what is wanted. */
static gboolean
is_coming (KaMapView *self, const KaMapKey *wanted)
{
  for (gsize i = 0; self->ahead != NULL && i < self->ahead->n_sheets; i++)
    if (ka_map_key_covers (&self->ahead->sheets[i].key, wanted))
      return TRUE;

  return FALSE;
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

  if (!has_sheet (self, land, &wanted) && !is_coming (self, &wanted))
    {
      KaMapKey key = get_land_key_to_paint (self, &wanted);

      ka_map_painting_add (painting, &key);
    }
  wanted = get_names_key (self, day, &target);
  if (!self->is_dragging && !has_sheet (self, names, &wanted) && !is_coming (self, &wanted))
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

/* What the next or else the previous epoch lacks. */
static KaMapPainting *
create_painting_ahead (KaMapView *self)
{
  KaMapPainting *painting = ka_map_painting_new (self->scene, self->names.names);
  KaDay          day = ka_session_get_day (self->session);
  KaDay          next = ka_map_epochs_get_next (self->epochs, day);
  KaDay          start = ka_map_epochs_get_names (self->epochs, day);

  if (next != KA_DAY_MAX)
    add_missing (self, painting, next, &self->land, &self->names);
  if (painting->n_sheets == 0 && start != KA_DAY_MIN)
    add_missing (self, painting, start - 1, &self->land, &self->names);

  return painting;
}

static void
painted_ahead_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaMapView *self = KA_MAP_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (KaMapPainting) painting = ka_map_painting_finish (result, &error);

  if (painting == NULL)
    return;

  self->ahead = NULL;
  take_painting (self, painting);
  ka_map_view_update_sheets (self);
}

static gboolean
paint_ahead_cb (gpointer data)
{
  KaMapView *self = data;
  g_autoptr (KaMapPainting) painting = NULL;

  self->ahead_source = 0;
  if (self->is_painting || self->ahead != NULL || ka_map_view_is_moving (self))
    return G_SOURCE_REMOVE;

  painting = create_painting_ahead (self);
  if (painting->n_sheets == 0)
    return G_SOURCE_REMOVE;

  g_clear_object (&self->ahead_cancellable);
  self->ahead_cancellable = g_cancellable_new ();
  self->ahead = painting;
  ka_map_painting_run_async (g_steal_pointer (&painting), G_OBJECT (self), G_PRIORITY_LOW,
                             self->ahead_cancellable, painted_ahead_cb, NULL);

  return G_SOURCE_REMOVE;
}

/* Gives up what is painted ahead. */
void
ka_map_view_stop_ahead (KaMapView *self)
{
  g_clear_handle_id (&self->ahead_source, g_source_remove);
  g_cancellable_cancel (self->ahead_cancellable);
  g_clear_object (&self->ahead_cancellable);
  self->ahead = NULL;
}

static void
start_painting (KaMapView *self)
{
  g_autoptr (KaMapPainting) painting = NULL;

  if (self->is_painting)
    return;

  painting = create_painting (self);
  if (painting->n_sheets == 0)
    {
      if (self->ahead_source == 0 && self->ahead == NULL)
        self->ahead_source = g_timeout_add (AHEAD_DELAY_MS, paint_ahead_cb, self);
      return;
    }

  ka_map_view_stop_ahead (self);
  self->is_painting = TRUE;
  ka_map_painting_run_async (g_steal_pointer (&painting), G_OBJECT (self), G_PRIORITY_DEFAULT,
                             self->cancellable, painted_cb, NULL);
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
      ka_map_sheet_set (&self->old_land, &self->land);
      ka_map_sheet_set (&self->old_names, &self->names);
      take_sheet (self, &self->land, &land);
      take_sheet (self, &self->names, &names);
      ka_map_sheet_compare (&self->land, &self->old_land);
      ka_map_sheet_compare (&self->names, &self->old_names);
      ka_map_view_start_fade (self);
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

/* Paints what is to be seen at once, so that the first frame has it. */
void
ka_map_view_paint_first (KaMapView *self)
{
  g_autoptr (KaMapPainting) painting = create_painting (self);

  ka_map_painting_run (painting, NULL);
  take_painting (self, painting);
  for (gsize i = 0; i < painting->n_sheets; i++)
    ka_map_sheet_set (painting->sheets[i].key.passes & KA_MAP_BASE ? &self->land : &self->names,
                      &painting->sheets[i]);
  start_painting (self);
}
