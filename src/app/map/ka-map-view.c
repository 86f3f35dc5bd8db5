/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The map as a widget: it follows session and camera, tells the pictures what to show, and puts a
 * frame together. What else it is made of: actions, input, furniture, marks and speech.
 */

#include "config.h"

#include "ka-map-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-canvas.h"
#include "ka-date.h"
#include "ka-frame-memory.h"
#include "ka-furniture-layer.h"
#include "ka-map-actions.h"
#include "ka-map-input.h"
#include "ka-map-marks.h"
#include "ka-map-pictures.h"
#include "ka-map-relief.h"
#include "ka-map-speech.h"
#include "ka-pace.h"
#include "ka-projection.h"

/* How far a highlight reaches beyond its item, in user units. */
#define HOVER_REACH 16.0
/* What names leave free round an overlay, in user units */
#define CLEARANCE 4.0

/* The shortest time between two paintings of the furniture while keys move the map */
#define FURNITURE_INTERVAL_MS 200

/* Free space round what a tour shows, in user units */
#define SHOWN_MARGIN 24.0

/* What was asked for to be shown */
typedef enum
{
  SHOWN_ANY, /* nothing */
  SHOWN_BOX,
  SHOWN_PLACE,
  SHOWN_HOME,
} Shown;

struct _KaMapView
{
  GtkWidget parent_instance;

  /* Owned; all but the furniture from the session on */
  KaSession        *session;
  KaMapScene       *scene;
  KaMapCamera      *camera;
  KaMapPictures    *pictures;
  KaFurnitureLayer *furniture;
  KaMapActions     *actions;
  KaMapInput       *input;
  KaFrameMemory    *memory;
  KaPace           *pace;  /* of the furniture while the map moves step by step */
  KaMapSheet       *hover; /* (nullable): the picture of what the pointer is on */

  /* Borrowed */
  GtkWidget     *overlays[KA_MAP_MAX_OVERLAYS]; /* (nullable) each: over the top right corner */
  const KaTheme *theme;

  Shown      shown;
  KaBox      shown_km;
  KaPoint    shown_centre_km;
  double     shown_zoom; /* as a multiple of the scale of the whole map */
  KaViewport shown_at;   /* the target of the camera since */

  KaLegendFold legend;
  double       unit; /* pixels for a user unit */
  int          cover_left_px;
  int          cover_right_px;
  gboolean     has_swipe;
  gboolean     is_hover_stale;
  guint        tick;
};

enum
{
  PROP_0,
  PROP_HAS_SWIPE,
  PROP_LEGEND,
};

G_DEFINE_FINAL_TYPE (KaMapView, ka_map_view, GTK_TYPE_WIDGET)

/* What the parts have to show */

/* Overlays are measured, not asked where they are: names are painted before a new one has its
 * place. */
static gsize
list_overlays (KaMapView *self, double width, KaBox *boxes)
{
  gsize n_boxes = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (self->overlays); i++)
    {
      GtkWidget     *widget = self->overlays[i];
      GtkRequisition size;

      if (widget == NULL || !gtk_widget_get_visible (widget))
        continue;

      gtk_widget_get_preferred_size (widget, NULL, &size); /* with its margins */
      boxes[n_boxes++] = (KaBox){ width - size.width / self->unit - CLEARANCE,
                                  gtk_widget_get_margin_top (widget) / self->unit - CLEARANCE,
                                  width, size.height / self->unit + CLEARANCE };
    }

  return n_boxes;
}

/* State, colours, scale, viewport and overlays of what is seen; the pinned day only beside a swipe
 * handle. */
static KaMapKey
get_key (KaMapView *self)
{
  const KaLegend *legend = ka_furniture_layer_get_legend (self->furniture);
  KaMapKey        key = {
           .state = ka_session_get_state (self->session),
           .theme = self->theme,
           .scale = self->unit * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
           .viewport = ka_map_camera_get_viewport (self->camera),
  };

  key.state.hover = NULL;
  key.state.hover_step = 0;
  key.state.legend = self->legend;
  key.state.legend_place = legend != NULL ? legend->place : 0;
  key.state.is_swiped = self->has_swipe;
  if (self->has_swipe)
    key.state.has_pinned_day = FALSE;
  key.n_overlays = list_overlays (self, key.viewport.width, key.overlays);

  return key;
}

static void
update_pictures (KaMapView *self)
{
  KaMapRequest request;

  if (self->session == NULL || !ka_map_camera_has_size (self->camera))
    return;

  request = (KaMapRequest){
    .key = get_key (self),
    .target = ka_map_camera_get_target (self->camera),
    .is_held = ka_map_camera_is_held (self->camera),
    .is_moving = ka_map_camera_is_held (self->camera) || ka_map_camera_is_running (self->camera),
    .has_swipe = self->has_swipe,
    .is_animated = ka_canvas_is_animated (GTK_WIDGET (self)),
  };
  ka_map_pictures_update (self->pictures, &request);
}

static void
queue_hover (KaMapView *self)
{
  self->is_hover_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_all (KaMapView *self)
{
  ka_furniture_layer_queue (self->furniture);
  queue_hover (self);
  update_pictures (self);
}

static void
update_speech (KaMapView *self)
{
  KaViewState      state = ka_session_get_state (self->session);
  KaViewport       viewport = ka_map_camera_get_viewport (self->camera);
  g_autofree char *day = ka_day_to_words (state.day, state.language);
  const KaText    *title = &ka_atlas_get_head (ka_map_scene_get_atlas (self->scene))->title;
  /* Translators: the title of an atlas and a day. */
  g_autofree char *label = g_strdup_printf (_ ("Map of “%s”, %s"),
                                            ka_text_get (title, state.language), day);
  g_autofree char *description = ka_map_speech_describe (
    self->scene, &state, ka_map_camera_has_size (self->camera) ? &viewport : NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* Movement */

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  gint64     now_us = gdk_frame_clock_get_frame_time (clock);
  gboolean   is_moving = ka_map_camera_advance (self->camera, now_us);
  gboolean   is_fading = ka_map_pictures_advance (self->pictures, now_us);

  if (is_moving || is_fading)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/* The next frame looks different, and the one after it, too, if something moves or fades. */
static void
start_ticking (KaMapView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* While the map moves, names ride along with the land, and what is fixed to the frame stays. */
static void
moved_cb (KaMapView *self)
{
  ka_frame_memory_use (self->memory);
  if (!ka_map_camera_is_held (self->camera) && !ka_map_camera_is_running (self->camera))
    {
      ka_pace_ask (self->pace);
      queue_hover (self);
    }
  update_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (ka_map_camera_is_running (self->camera))
    start_ticking (self);
}

/* The session */

static void
day_changed_cb (KaMapView *self)
{
  ka_frame_memory_use (self->memory);
  update_all (self);
  update_speech (self);
}

static void
selection_changed_cb (KaMapView *self)
{
  ka_map_actions_show_selection (self->actions, FALSE);
  update_all (self);
  update_speech (self);
}

/* A comparison draws lines of its own. */
static void
page_changed_cb (KaMapView *self)
{
  update_all (self);
  update_speech (self);
}

static void
layers_changed_cb (KaMapView *self)
{
  ka_furniture_layer_queue (self->furniture);
  update_pictures (self);
}

/* Shows the map of the pinned day left of a swipe handle; without a pinned day it stays off. */
static void
set_has_swipe (KaMapView *self, gboolean has_swipe)
{
  gboolean is_on = has_swipe && self->session != NULL &&
                   ka_session_get_state (self->session).has_pinned_day;

  if (self->has_swipe == is_on)
    return;

  self->has_swipe = is_on;
  ka_map_input_set_has_swipe (self->input, is_on);
  layers_changed_cb (self);
  g_object_notify (G_OBJECT (self), "has-swipe");
}

static void
pinned_day_changed_cb (KaMapView *self)
{
  if (!ka_session_get_state (self->session).has_pinned_day)
    set_has_swipe (self, FALSE);
  layers_changed_cb (self);
}

/* Frames */

/* The part of the view that an item can cover, in whole pixels; empty when there is none */
static KaViewport
get_part (KaMapView *self, const KaItem *item)
{
  KaViewport part = ka_map_camera_get_viewport (self->camera);
  double     pixels = self->unit * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  KaPoint    low = { 0, 0 };
  KaPoint    high = { 0, 0 };
  KaPoint    middle;
  KaBox      km;

  if (ka_map_scene_get_bounds_of (self->scene, item, ka_session_get_day (self->session), &km))
    {
      low = ka_viewport_to_user (&part, (KaPoint){ km.x0, km.y1 });
      high = ka_viewport_to_user (&part, (KaPoint){ km.x1, km.y0 });
      low.x = floor (MAX (low.x - HOVER_REACH, 0) * pixels) / pixels;
      low.y = floor (MAX (low.y - HOVER_REACH, 0) * pixels) / pixels;
      high.x = ceil (MIN (high.x + HOVER_REACH, part.width) * pixels) / pixels;
      high.y = ceil (MIN (high.y + HOVER_REACH, part.height) * pixels) / pixels;
    }
  middle = (KaPoint){ (low.x + high.x) / 2, (low.y + high.y) / 2 };
  part.centre_km = ka_viewport_to_km (&part, middle);
  part.width = MAX (high.x - low.x, 0);
  part.height = MAX (high.y - low.y, 0);

  return part;
}

static void
paint_hover (KaMapView *self)
{
  KaViewState state = ka_session_get_state (self->session);
  KaMapKey    key = get_key (self);
  KaMapJob    job = { .scene = self->scene, .n_sheets = 1 };

  self->is_hover_stale = FALSE;
  g_clear_pointer (&self->hover, ka_map_sheet_unref);
  if (state.hover == NULL || (state.hover == state.selection && state.hover_step == 0))
    return;

  key.passes = KA_MAP_HIGHLIGHT;
  key.state.hover = state.hover;
  key.state.hover_step = state.hover_step;
  key.state.selection = NULL;
  key.viewport = get_part (self, state.hover);
  if (key.viewport.width <= 0 || key.viewport.height <= 0)
    return;

  self->hover = job.sheets[0] = ka_map_sheet_new (&key);
  ka_map_job_paint (&job);
}

/* The map of the pinned day, left of the swipe handle */
static void
append_pinned (KaMapView *self, const KaMapFrame *frame, const graphene_rect_t *bounds)
{
  KaViewState     state = ka_session_get_state (self->session);
  double          swipe = ka_map_input_get_swipe (self->input);
  graphene_rect_t left = GRAPHENE_RECT_INIT (0, 0, (float) swipe * bounds->size.width,
                                             bounds->size.height);

  if (!ka_map_pictures_has_pinned (self->pictures))
    return;

  gtk_snapshot_push_clip (frame->snapshot, &left);
  ka_map_pictures_append_pinned (self->pictures, frame);
  gtk_snapshot_pop (frame->snapshot);
  ka_map_marks_append_handle (frame->snapshot, self->theme, frame->widget, swipe, &state);
}

/* Names of the first frame keep clear of its furniture, and are painted for the place of its
 * legend. */
static void
update_furniture (KaMapView *self)
{
  const KaMapKey key = get_key (self);
  const gboolean is_first = ka_furniture_layer_get_boxes (self->furniture) == NULL;

  ka_furniture_layer_update (self->furniture, self->scene, &key);
  if (is_first)
    update_pictures (self);
}

static void
append_frame (KaMapView *self, const KaMapFrame *frame, const graphene_rect_t *bounds)
{
  graphene_rect_t box;

  update_furniture (self);
  if (self->is_hover_stale)
    paint_hover (self);
  ka_map_pictures_append_land (self->pictures, frame,
                               ka_furniture_layer_get_boxes (self->furniture));
  ka_map_sheet_append (self->hover, frame, KA_FADE_NONE, 1.0);
  ka_map_pictures_append_names (self->pictures, frame);
  if (self->has_swipe)
    append_pinned (self, frame, bounds);
  ka_furniture_layer_append (self->furniture, frame);
  if (ka_map_input_get_box (self->input, &box))
    ka_map_marks_append_box (frame->snapshot, self->theme, &box);
  if (gtk_widget_has_visible_focus (frame->widget))
    ka_map_marks_append_frame (frame->snapshot, self->theme, bounds, 2);
}

static void
ka_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaMapView      *self = KA_MAP_VIEW (widget);
  KaMapFrame      frame = { snapshot, widget, ka_map_view_get_viewport (self), self->unit };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  if (self->session == NULL || !ka_map_camera_has_size (self->camera))
    return;

  gtk_snapshot_push_clip (snapshot, &bounds);
  append_frame (self, &frame, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* The widget */

static gboolean
is_same (const KaViewport *a, const KaViewport *b)
{
  return a->centre_km.x == b->centre_km.x && a->centre_km.y == b->centre_km.y &&
         a->scale == b->scale;
}

/* Goes to what was asked for; nothing without a size. */
static void
show (KaMapView *self, gboolean is_animated)
{
  KaViewport viewport = ka_map_camera_get_home (self->camera);

  if (!ka_map_camera_has_size (self->camera))
    return;

  if (self->shown == SHOWN_PLACE)
    {
      viewport.centre_km = self->shown_centre_km;
      viewport.scale *= self->shown_zoom;
    }
  if (self->shown == SHOWN_BOX)
    ka_map_camera_fit (self->camera, self->shown_km, SHOWN_MARGIN, G_MAXDOUBLE, is_animated);
  else
    ka_map_camera_fly_to (self->camera, &viewport, is_animated);
  self->shown_at = ka_map_camera_get_target (self->camera);
}

/* Shows the same in the new size, unless another view was chosen since. */
static void
resize (KaMapView *self, double width, double height)
{
  const KaViewport target = ka_map_camera_get_target (self->camera);
  const gboolean   is_first = !ka_map_camera_has_size (self->camera);
  const gboolean   is_kept = self->shown != SHOWN_ANY &&
                           (is_first || is_same (&target, &self->shown_at));

  ka_map_camera_set_cover (self->camera, self->cover_left_px / self->unit,
                           self->cover_right_px / self->unit);
  ka_map_camera_resize (self->camera, width, height);
  if (is_kept)
    show (self, !is_first && ka_canvas_is_animated (GTK_WIDGET (self)));
}

static void
ka_map_view_size_allocate (GtkWidget *widget, int width_px, int height_px, int baseline)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  KaViewport viewport = ka_map_view_get_viewport (self);
  double     unit = ka_canvas_get_unit (widget);

  ka_furniture_layer_allocate (self->furniture, self->unit);
  if (self->session == NULL)
    return;

  if (ka_map_actions_get_menu (self->actions) != NULL)
    gtk_popover_present (GTK_POPOVER (ka_map_actions_get_menu (self->actions)));
  if (viewport.width == width_px / unit && viewport.height == height_px / unit)
    {
      /* The legend may have a new place. */
      update_pictures (self);
      return;
    }

  self->unit = unit;
  resize (self, width_px / unit, height_px / unit);
}

/* Folds or unfolds the legend. What the map brings by itself is not kept as a choice. */
static void
toggle_legend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView      *self = KA_MAP_VIEW (widget);
  const KaLegend *legend = ka_furniture_layer_get_legend (self->furniture);
  gboolean        is_folded;

  if (legend == NULL)
    return;

  is_folded = !legend->is_folded;
  if (is_folded == legend->folds_by_itself)
    ka_map_view_set_legend (self, KA_LEGEND_AUTO);
  else
    ka_map_view_set_legend (self, is_folded ? KA_LEGEND_FOLDED : KA_LEGEND_OPEN);
}

static void
ka_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KaMapView *self = KA_MAP_VIEW (object);

  if (id == PROP_HAS_SWIPE)
    g_value_set_boolean (value, self->has_swipe);
  else if (id == PROP_LEGEND)
    g_value_set_uint (value, self->legend);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ka_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KaMapView *self = KA_MAP_VIEW (object);

  if (id == PROP_HAS_SWIPE)
    set_has_swipe (self, g_value_get_boolean (value));
  else if (id == PROP_LEGEND)
    ka_map_view_set_legend (self, g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ka_map_view_dispose (GObject *object)
{
  KaMapView *self = KA_MAP_VIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->pictures != NULL)
    ka_map_pictures_stop (self->pictures);
  g_clear_pointer (&self->input, ka_map_input_free);
  g_clear_pointer (&self->actions, ka_map_actions_free);
  g_clear_pointer (&self->pace, ka_pace_free);
  g_clear_pointer (&self->memory, ka_frame_memory_free);
  g_clear_pointer (&self->furniture, ka_furniture_layer_free);
  g_clear_pointer (&self->hover, ka_map_sheet_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->overlays); i++)
    g_clear_weak_pointer (&self->overlays[i]);
  g_clear_object (&self->pictures);
  g_clear_object (&self->camera);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scene, ka_map_scene_unref);

  G_OBJECT_CLASS (ka_map_view_parent_class)->dispose (object);
}

static void
ka_map_view_class_init (KaMapViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ka_map_view_get_property;
  object_class->set_property = ka_map_view_set_property;
  object_class->dispose = ka_map_view_dispose;
  widget_class->snapshot = ka_map_view_snapshot;
  widget_class->size_allocate = ka_map_view_size_allocate;

  g_object_class_install_property (object_class, PROP_HAS_SWIPE,
                                   g_param_spec_boolean ("has-swipe", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_LEGEND,
                                   g_param_spec_uint ("legend", NULL, NULL, KA_LEGEND_AUTO,
                                                      KA_LEGEND_FOLDED, KA_LEGEND_AUTO, flags));

  gtk_widget_class_set_css_name (widget_class, "kamap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "map.toggle-legend", NULL, toggle_legend_action);
  ka_map_actions_install_keys (widget_class);
}

static void
ka_map_view_init (KaMapView *self)
{
  self->theme = ka_theme_get (KA_THEME_LIGHT);
  self->unit = 1.0;
  self->legend = KA_LEGEND_AUTO;
  self->furniture = ka_furniture_layer_new (GTK_WIDGET (self));
  self->memory = ka_frame_memory_new (GTK_WIDGET (self));
  self->pace = ka_pace_new (FURNITURE_INTERVAL_MS, (KaPaceWork) ka_furniture_layer_queue,
                            self->furniture);
  ka_canvas_set_up (GTK_WIDGET (self));
}

static gpointer
prepare_scene (gpointer data)
{
  ka_map_relief_prepare (data);
  ka_map_scene_unref (data);

  return NULL;
}

static void
create_parts (KaMapView *self, KaSession *session)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->session = g_object_ref (session);
  self->scene = ka_map_scene_new (ka_session_get_atlas (session));
  g_thread_unref (g_thread_new ("map scene", prepare_scene, ka_map_scene_ref (self->scene)));
  self->camera = ka_map_camera_new (ka_map_scene_get_extent (self->scene),
                                    ka_map_scene_get_limits (self->scene));
  self->pictures = ka_map_pictures_new (self->scene);
  self->actions = ka_map_actions_new (widget, session, self->scene, self->camera);
  self->input = ka_map_input_new (widget, session, self->scene, self->camera, self->furniture,
                                  self->actions);
}

void
ka_map_view_set_session (KaMapView *self, KaSession *session)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self) && self->session == NULL);

  create_parts (self, session);
  ka_session_watch (session, "day", G_CALLBACK (day_changed_cb), self);
  ka_session_watch (session, "selection", G_CALLBACK (selection_changed_cb), self);
  ka_session_watch (session, "hover", G_CALLBACK (queue_hover), self);
  ka_session_watch (session, "step", G_CALLBACK (selection_changed_cb), self);
  ka_session_watch (session, "hidden-layers", G_CALLBACK (layers_changed_cb), self);
  /* After overlays have changed their size */
  ka_session_watch (session, "page", G_CALLBACK (page_changed_cb), self);
  ka_session_watch (session, "range", G_CALLBACK (layers_changed_cb), self);
  g_signal_connect_object (session, "notify::pinned-day", G_CALLBACK (pinned_day_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->camera, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pictures, "changed", G_CALLBACK (start_ticking), self,
                           G_CONNECT_SWAPPED);
  update_speech (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ka_map_view_add_overlay (KaMapView *self, GtkWidget *widget)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->overlays); i++)
    if (self->overlays[i] == NULL)
      {
        g_set_weak_pointer (&self->overlays[i], widget);
        ka_canvas_keep_left_to_right (widget);
        return;
      }
  g_return_if_reached ();
}

void
ka_map_view_set_cover (KaMapView *self, int left_px, int right_px)
{
  const gboolean has_less = left_px > self->cover_left_px || right_px > self->cover_right_px;
  KaViewport     target;

  self->cover_left_px = left_px;
  self->cover_right_px = right_px;
  ka_map_camera_set_cover (self->camera, left_px / self->unit, right_px / self->unit);
  target = ka_map_camera_get_target (self->camera);
  if (has_less)
    ka_map_actions_uncover_selection (self->actions);
  else
    ka_map_camera_fly_to (self->camera, &target, ka_canvas_is_animated (GTK_WIDGET (self)));
}

void
ka_map_view_set_theme (KaMapView *self, const KaTheme *theme)
{
  if (self->theme == theme)
    return;

  self->theme = theme;
  update_all (self);
}

KaViewport
ka_map_view_get_viewport (KaMapView *self)
{
  return self->camera != NULL ? ka_map_camera_get_viewport (self->camera) : (KaViewport){ 0 };
}

KaMapScene *
ka_map_view_get_scene (KaMapView *self)
{
  return self->scene;
}

KaLegendFold
ka_map_view_get_legend (KaMapView *self)
{
  return self->legend;
}

void
ka_map_view_set_legend (KaMapView *self, KaLegendFold legend)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self) && legend != KA_LEGEND_PRINTED);

  if (self->legend == legend)
    return;

  self->legend = legend;
  layers_changed_cb (self);
  g_object_notify (G_OBJECT (self), "legend");
}

gboolean
ka_map_view_get_place (KaMapView *self, KaPoint *centre_deg, double *zoom)
{
  KaPoint centre_km;

  if (self->camera == NULL || !ka_map_camera_get_place (self->camera, &centre_km, zoom))
    return FALSE;

  *centre_deg = ka_projection_inverse (ka_map_scene_get_projection (self->scene), centre_km);

  return TRUE;
}

void
ka_map_view_set_place (KaMapView *self, KaPoint centre_deg, double zoom)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self) && self->camera != NULL && zoom >= 0);

  ka_map_camera_set_place (
    self->camera, ka_projection_forward (ka_map_scene_get_projection (self->scene), centre_deg),
    zoom);
}

void
ka_map_view_show_extent (KaMapView *self, KaPoint south_west_deg, KaPoint north_east_deg)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self) && self->camera != NULL);

  self->shown_km = ka_projection_project_box (ka_map_scene_get_projection (self->scene),
                                              south_west_deg, north_east_deg);
  self->shown = SHOWN_BOX;
  show (self, ka_canvas_is_animated (GTK_WIDGET (self)));
}

void
ka_map_view_show_place (KaMapView *self, KaPoint centre_deg, double zoom)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self) && self->camera != NULL && zoom >= 0);

  self->shown = zoom > 0 ? SHOWN_PLACE : SHOWN_HOME;
  self->shown_zoom = zoom;
  if (zoom > 0)
    self->shown_centre_km = ka_projection_forward (ka_map_scene_get_projection (self->scene),
                                                   centre_deg);
  show (self, ka_canvas_is_animated (GTK_WIDGET (self)));
}

char *
ka_map_view_to_string (KaMapView *self)
{
  g_autofree char *camera = ka_map_camera_to_string (self->camera);
  g_autofree char *pictures = ka_map_pictures_to_string (self->pictures);

  return g_strconcat (camera, pictures, NULL);
}
