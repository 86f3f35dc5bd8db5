/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widget round the map painter: it follows the session, and holds the view within its limits.
 * Its pictures are in ka-map-pictures.c, its movement in ka-map-camera.c, pointer and keys
 * in ka-map-view-input.c and ka-map-view-actions.c.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include "ka-canvas.h"
#include "ka-map-relief.h"
#include "ka-map-step.h"
#include "ka-projection.h"
#include "ka-text-scale.h"

/* Largest and smallest scale as multiples of the one at which the home extent just fits. */
#define MAX_ZOOM 24.0
#define MIN_ZOOM 0.8
/* How near the edge of the view something may be and still count as seen, and how much stays free
 * round it when the view goes there: in user units. */
#define SEEN_MARGIN_PX 12.0
#define FREE_MARGIN_PX 80.0
/* Room for pictures: some dozen epochs in a window of common size. */
#define CACHE_BYTES (128u * 1024 * 1024)

enum
{
  PROP_0,
  PROP_HAS_SWIPE,
};

G_DEFINE_FINAL_TYPE (KaMapView, ka_map_view, GTK_TYPE_WIDGET)

gboolean
ka_map_view_has_size (KaMapView *self)
{
  return self->scene != NULL && self->viewport.width > 1 && self->viewport.height > 1;
}

/* The nearest view within the limits. */
KaViewport
ka_map_view_clamp (KaMapView *self, const KaViewport *viewport)
{
  return ka_viewport_clamp (viewport, ka_map_scene_get_limits (self->scene),
                            self->home.scale * MIN_ZOOM, self->home.scale * MAX_ZOOM);
}

/* Moves the view. While @is_moving the names ride along with the land, and what is fixed to the
 * frame stays; they are set anew when it rests. */
void
ka_map_view_move_to (KaMapView *self, const KaViewport *viewport, gboolean is_moving)
{
  if (!ka_map_view_has_size (self))
    return;

  self->viewport = ka_map_view_clamp (self, viewport);
  self->is_home = self->viewport.scale == self->home.scale &&
                  self->viewport.centre_km.x == self->home.centre_km.x &&
                  self->viewport.centre_km.y == self->home.centre_km.y;
  if (!is_moving)
    {
      ka_map_view_queue_furniture (self);
      ka_map_view_queue_hover (self);
    }
  ka_map_view_update_sheets (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Opens on the view that was kept, if one was. */
static void
open_view (KaMapView *self)
{
  KaViewport kept = self->restored;

  self->viewport = self->home;
  self->is_home = TRUE;
  if (kept.scale <= 0)
    return;

  kept.scale *= self->home.scale;
  kept.width = self->home.width;
  kept.height = self->home.height;
  self->viewport = ka_map_view_clamp (self, &kept);
  self->is_home = FALSE;
}

static void
ka_map_view_size_allocate (GtkWidget *widget, int width_px, int height_px, int baseline)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  gboolean   was_empty = !ka_map_view_has_size (self);
  double     unit = ka_text_scale_get (widget);
  double     width = width_px / unit;
  double     height = height_px / unit;

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  ka_map_view_allocate_legend (self);
  if (self->scene == NULL || (self->viewport.width == width && self->viewport.height == height))
    return;

  self->unit = unit;
  self->motion.kind = MOTION_NONE;
  self->home = ka_viewport_fit (ka_map_scene_get_extent (self->scene), width, height, 0);
  self->home = ka_map_view_clamp (self, &self->home);
  if (was_empty)
    open_view (self);
  else if (self->is_home)
    self->viewport = self->home;
  else
    {
      KaViewport resized = ka_viewport_resize (&self->viewport, width, height);

      self->viewport = ka_map_view_clamp (self, &resized);
    }
  ka_map_view_queue_furniture (self);
  ka_map_view_queue_hover (self);
  ka_map_view_update_sheets (self);
}

static gboolean
is_seen (const KaViewport *viewport, KaBox box)
{
  KaBox  seen = ka_viewport_get_box (viewport);
  double margin = SEEN_MARGIN_PX / viewport->scale;

  return box.x0 < seen.x1 - margin && box.x1 > seen.x0 + margin && box.y0 < seen.y1 - margin &&
         box.y1 > seen.y0 + margin;
}

static gboolean
get_selected_box (KaMapView *self, KaBox *box)
{
  KaViewState state = ka_session_get_state (self->session);

  if (state.selection == NULL)
    return FALSE;
  if (state.step > 0 && ka_map_step_get_bounds (self->scene, state.selection, state.step, box))
    return TRUE;

  return ka_map_scene_get_bounds_of (self->scene, state.selection, state.day, box);
}

/* Flies to what is selected, or to the step of it that is lit. Unless @even_if_seen, it stays where
 * some of it is in view already, and comes no nearer than it is. */
void
ka_map_view_show_selection (KaMapView *self, gboolean even_if_seen)
{
  KaViewport target;
  KaViewport fitted;
  KaBox      box;

  if (!ka_map_view_has_size (self) || !get_selected_box (self, &box))
    return;

  target = ka_map_view_get_target (self);
  if (!even_if_seen && is_seen (&target, box))
    return;

  fitted = ka_viewport_fit (box, self->viewport.width, self->viewport.height, FREE_MARGIN_PX);
  if (!even_if_seen)
    fitted.scale = MIN (fitted.scale, target.scale);
  ka_map_view_fly_to (self, &fitted);
}

static void
day_changed_cb (KaMapView *self)
{
  ka_map_view_queue_furniture (self);
  ka_map_view_queue_hover (self);
  ka_map_view_update_sheets (self);
  ka_map_view_update_words (self);
}

static void
selection_changed_cb (KaMapView *self)
{
  ka_map_view_show_selection (self, FALSE);
  ka_map_view_queue_hover (self);
  ka_map_view_update_sheets (self);
  ka_map_view_update_words (self);
}

static void
layers_changed_cb (KaMapView *self)
{
  ka_map_view_queue_furniture (self);
  ka_map_view_update_sheets (self);
}

static void
pinned_day_changed_cb (KaMapView *self)
{
  if (!ka_session_get_state (self->session).has_pinned_day)
    ka_map_view_set_swipe (self, FALSE);
  layers_changed_cb (self);
}

static void
ka_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HAS_SWIPE)
    g_value_set_boolean (value, KA_MAP_VIEW (object)->has_swipe);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ka_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_HAS_SWIPE)
    ka_map_view_set_swipe (KA_MAP_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ka_map_view_dispose (GObject *object)
{
  KaMapView *self = KA_MAP_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  ka_map_view_stop_ahead (self);
  g_clear_handle_id (&self->tip_source, g_source_remove);
  g_clear_handle_id (&self->legend_source, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->legend_heading, gtk_widget_unparent);
  ka_map_view_clear_overlays (self);
  ka_map_view_clear_sheets (self);
  g_clear_pointer (&self->cache, ka_map_cache_free);
  g_clear_pointer (&self->epochs, ka_map_epochs_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scene, ka_map_scene_unref);

  G_OBJECT_CLASS (ka_map_view_parent_class)->dispose (object);
}

static void
ka_map_view_finalize (GObject *object)
{
  KaMapView *self = KA_MAP_VIEW (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ka_map_view_parent_class)->finalize (object);
}

static void
ka_map_view_class_init (KaMapViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ka_map_painting_keep_memory ();
  object_class->get_property = ka_map_view_get_property;
  object_class->set_property = ka_map_view_set_property;
  object_class->dispose = ka_map_view_dispose;
  object_class->finalize = ka_map_view_finalize;
  widget_class->snapshot = ka_map_view_snapshot;
  widget_class->size_allocate = ka_map_view_size_allocate;

  /**
   * KaMapView:has-swipe: whether the map of the pinned day stands beside that of the day
   */
  g_object_class_install_property (
    object_class, PROP_HAS_SWIPE,
    g_param_spec_boolean ("has-swipe", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));

  gtk_widget_class_set_css_name (widget_class, "kamap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  ka_map_view_install_actions (widget_class);
  ka_map_view_install_menu (widget_class);
  ka_map_view_install_legend (widget_class);
  ka_map_view_install_words (widget_class);
}

static void
ka_map_view_init (KaMapView *self)
{
  self->theme = ka_theme_get (KA_THEME_LIGHT);
  self->unit = 1.0;
  self->cancellable = g_cancellable_new ();
  self->cache = ka_map_cache_new (CACHE_BYTES);
  self->is_furniture_stale = TRUE;
  self->legend = KA_LEGEND_AUTO;
  self->swipe = 0.5;
  ka_canvas_set_up (GTK_WIDGET (self));
  ka_map_view_add_controllers (self);
  ka_map_view_add_legend (self);
}

static gpointer
prepare_scene (gpointer data)
{
  ka_map_relief_prepare (data);
  ka_map_scene_unref (data);

  return NULL;
}

/**
 * ka_map_view_set_session:
 * @self: a map view
 * @session: what it shows; set once
 */
void
ka_map_view_set_session (KaMapView *self, KaSession *session)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->scene = ka_map_scene_new (ka_session_get_atlas (session));
  g_thread_unref (g_thread_new ("map scene", prepare_scene, ka_map_scene_ref (self->scene)));
  self->epochs = ka_map_epochs_new (ka_session_get_atlas (session));
  g_signal_connect_object (session, "notify::day", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hover", G_CALLBACK (ka_map_view_queue_hover), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::step", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hidden-layers", G_CALLBACK (layers_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* After what stands over the map has changed its size */
  g_signal_connect_object (session, "notify::pinned-day", G_CALLBACK (pinned_day_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  ka_map_view_update_words (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ka_map_view_set_theme:
 * @self: a map view
 * @theme: its colours
 */
void
ka_map_view_set_theme (KaMapView *self, const KaTheme *theme)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self));

  if (self->theme == theme)
    return;

  self->theme = theme;
  ka_map_view_queue_furniture (self);
  ka_map_view_queue_hover (self);
  ka_map_view_update_sheets (self);
}

/**
 * ka_map_view_get_viewport:
 * @self: a map view
 *
 * Returns: the part that is seen
 */
KaViewport
ka_map_view_get_viewport (KaMapView *self)
{
  return self->viewport;
}

/**
 * ka_map_view_get_scene:
 * @self: a map view
 *
 * Returns: (transfer none): the geography that it paints
 */
KaMapScene *
ka_map_view_get_scene (KaMapView *self)
{
  return self->scene;
}

/**
 * ka_map_view_get_has_swipe:
 * @self: a map view
 *
 * Returns: whether the map of the pinned day stands beside that of the day
 */
gboolean
ka_map_view_get_has_swipe (KaMapView *self)
{
  g_return_val_if_fail (KA_IS_MAP_VIEW (self), FALSE);

  return self->has_swipe;
}

/**
 * ka_map_view_set_swipe:
 * @self: a map view
 * @has_swipe: whether to show the map of the pinned day left of a handle that can be dragged;
 * without a pinned day it stays off
 */
void
ka_map_view_set_swipe (KaMapView *self, gboolean has_swipe)
{
  gboolean is_on = has_swipe && self->session != NULL &&
                   ka_session_get_state (self->session).has_pinned_day;

  g_return_if_fail (KA_IS_MAP_VIEW (self));

  if (self->has_swipe == is_on)
    return;

  self->has_swipe = is_on;
  ka_map_sheet_clear (&self->then);
  ka_map_sheet_clear (&self->then_names);
  ka_map_view_queue_furniture (self);
  ka_map_view_update_sheets (self);
  g_object_notify (G_OBJECT (self), "has-swipe");
}

/**
 * ka_map_view_get_place:
 * @self: a map view
 * @centre_deg: (out): the middle of the view, in degrees
 * @zoom: (out): how large it is, as a multiple of the whole map
 *
 * Tells where the view is, or will be when it rests, without its size in pixels.
 *
 * Returns: %FALSE while the whole map is shown or the view has no size yet
 */
gboolean
ka_map_view_get_place (KaMapView *self, KaPoint *centre_deg, double *zoom)
{
  KaViewport target;

  g_return_val_if_fail (KA_IS_MAP_VIEW (self), FALSE);

  if (!ka_map_view_has_size (self) || self->is_home)
    return FALSE;

  target = ka_map_view_get_target (self);
  *centre_deg = ka_projection_inverse (target.centre_km);
  *zoom = target.scale / self->home.scale;

  return TRUE;
}

/**
 * ka_map_view_set_place:
 * @self: a map view that was not shown yet
 * @centre_deg: the middle of the view to open on, in degrees
 * @zoom: how large it is, as a multiple of the whole map, above 0
 */
void
ka_map_view_set_place (KaMapView *self, KaPoint centre_deg, double zoom)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self) && zoom > 0);

  self->restored = (KaViewport){ .centre_km = ka_projection_forward (centre_deg), .scale = zoom };
}
