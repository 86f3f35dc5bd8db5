/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widget round the map painter: which pictures are out of date, when they are painted, where
 * they stand while the new ones are on their way. Pointer and keys are in ka-map-view-input.c.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

#include "ka-map-painting.h"
#include "ka-query.h"
#include "ka-text-scale.h"

/* How far the painted land reaches beyond each edge of the view, in user units. */
#define LAND_MARGIN_PX 256.0
/* Largest and smallest scale as multiples of the one at which the home extent just fits. */
#define MAX_ZOOM 24.0
#define MIN_ZOOM 0.8

G_DEFINE_FINAL_TYPE (KaMapView, ka_map_view, GTK_TYPE_WIDGET)

static void start_painting (KaMapView *self);

static gboolean
has_size (KaMapView *self)
{
  return self->scene != NULL && self->viewport.width > 1 && self->viewport.height > 1;
}

static KaViewport
widen (const KaViewport *viewport)
{
  return ka_viewport_resize (viewport, viewport->width + 2 * LAND_MARGIN_PX,
                             viewport->height + 2 * LAND_MARGIN_PX);
}

/* Device pixels for a user unit. */
static double
get_scale (KaMapView *self)
{
  return self->unit * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static KaMapPainting *
create_painting (KaMapView *self)
{
  KaViewState    state = ka_session_get_state (self->session);
  KaMapPainting *painting;

  state.hover = NULL;
  painting = ka_map_painting_new (self->scene, &state, self->theme, get_scale (self));
  painting->has_land = (self->stale & STALE_LAND) != 0;
  painting->has_names = (self->stale & STALE_NAMES) != 0;
  painting->land = widen (&self->viewport);
  painting->names = self->viewport;
  self->stale &= STALE_HOVER | STALE_FURNITURE;

  return painting;
}

static void
take_painting (KaMapView *self, KaMapPainting *painting)
{
  if (painting->land_texture != NULL)
    {
      g_set_object (&self->land_texture, painting->land_texture);
      self->land_viewport = painting->land;
    }
  if (painting->names_texture != NULL)
    {
      g_set_object (&self->names_texture, painting->names_texture);
      self->names_viewport = painting->names;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  if (self->stale & (STALE_LAND | STALE_NAMES))
    start_painting (self);
}

static void
start_painting (KaMapView *self)
{
  if (self->is_painting || !has_size (self))
    return;

  self->is_painting = TRUE;
  ka_map_painting_run_async (create_painting (self), G_OBJECT (self), self->cancellable, painted_cb,
                             NULL);
}

static void
set_stale (KaMapView *self, Stale parts)
{
  self->stale |= parts;
  if (self->land_texture != NULL && (parts & (STALE_LAND | STALE_NAMES)))
    start_painting (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_land_enough (KaMapView *self)
{
  KaBox  seen = ka_viewport_get_box (&self->viewport);
  KaBox  painted = ka_viewport_get_box (&self->land_viewport);
  double slack = LAND_MARGIN_PX / 3 / self->viewport.scale;

  return self->viewport.scale == self->land_viewport.scale && seen.x0 - slack >= painted.x0 &&
         seen.x1 + slack <= painted.x1 && seen.y0 - slack >= painted.y0 &&
         seen.y1 + slack <= painted.y1;
}

/* Moves the view. While @is_moving the names ride along with the land; they are set anew when it
 * rests. */
void
ka_map_view_move_to (KaMapView *self, const KaViewport *viewport, gboolean is_moving)
{
  double     home_scale = self->home.scale;
  KaViewport clamped;
  Stale      parts = 0;

  if (!has_size (self))
    return;

  clamped = ka_viewport_clamp (viewport, ka_map_scene_get_limits (self->scene),
                               home_scale * MIN_ZOOM, home_scale * MAX_ZOOM);
  self->is_home = FALSE;
  self->viewport = clamped;
  if (!is_land_enough (self))
    parts |= STALE_LAND;
  if (!is_moving || clamped.scale != self->names_viewport.scale)
    parts |= STALE_NAMES;
  if (clamped.scale != self->furniture_viewport.scale)
    parts |= STALE_FURNITURE;
  set_stale (self, parts | STALE_HOVER);
}

void
ka_map_view_go_home (KaMapView *self)
{
  if (!has_size (self))
    return;

  ka_map_view_move_to (self, &self->home, FALSE);
  self->is_home = TRUE;
}

static void
append_layer (KaMapView        *self,
              GtkSnapshot      *snapshot,
              GdkTexture       *texture,
              const KaViewport *painted)
{
  KaPoint         corner_km = ka_viewport_to_km (painted, (KaPoint){ 0, 0 });
  KaPoint         corner = ka_viewport_to_user (&self->viewport, corner_km);
  double          ratio = self->viewport.scale / painted->scale;
  double          scale = get_scale (self);
  double          pixel = ratio / gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (ratio == 1.0)
    {
      corner.x = round (corner.x * scale) / scale;
      corner.y = round (corner.y * scale) / scale;
    }
  graphene_rect_init (&bounds, (float) (corner.x * self->unit), (float) (corner.y * self->unit),
                      (float) (gdk_texture_get_width (texture) * pixel),
                      (float) (gdk_texture_get_height (texture) * pixel));
  gtk_snapshot_append_texture (snapshot, texture, &bounds);
}

static void
append_fixed (KaMapView *self, GtkSnapshot *snapshot, GdkTexture *texture)
{
  float pixel = 1.0f / (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));

  gtk_snapshot_append_texture (
    snapshot, texture,
    &GRAPHENE_RECT_INIT (0, 0, (float) gdk_texture_get_width (texture) * pixel,
                         (float) gdk_texture_get_height (texture) * pixel));
}

static void
paint_small_layers (KaMapView *self)
{
  KaViewState state = ka_session_get_state (self->session);
  double      scale = get_scale (self);

  if (self->stale & STALE_FURNITURE)
    {
      g_clear_object (&self->furniture_texture);
      self->furniture_texture = ka_map_painting_paint_texture (
        self->scene, &state, self->theme, &self->viewport, KA_MAP_FURNITURE, scale);
      self->furniture_viewport = self->viewport;
    }
  if (self->stale & STALE_HOVER)
    {
      g_clear_object (&self->hover_texture);
      state.selection = NULL;
      if (state.hover != NULL && state.hover != ka_session_get_selection (self->session))
        {
          self->hover_texture = ka_map_painting_paint_texture (
            self->scene, &state, self->theme, &self->viewport, KA_MAP_HIGHLIGHT, scale);
          self->hover_viewport = self->viewport;
        }
    }
  self->stale &= STALE_LAND | STALE_NAMES;
}

static void
ka_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaMapView      *self = KA_MAP_VIEW (widget);
  graphene_rect_t bounds;
  GdkRGBA         sea;

  if (!has_size (self))
    return;

  if (self->land_texture == NULL)
    {
      g_autoptr (KaMapPainting) painting = NULL;

      self->stale = STALE_ALL;
      painting = create_painting (self);
      ka_map_painting_run (painting);
      take_painting (self, painting);
    }
  paint_small_layers (self);

  sea = (GdkRGBA){ (float) self->theme->sea.red, (float) self->theme->sea.green,
                   (float) self->theme->sea.blue, 1.0f };
  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  gtk_snapshot_push_clip (snapshot, &bounds);
  if (!is_land_enough (self))
    gtk_snapshot_append_color (snapshot, &sea, &bounds);
  append_layer (self, snapshot, self->land_texture, &self->land_viewport);
  if (self->hover_texture != NULL)
    append_layer (self, snapshot, self->hover_texture, &self->hover_viewport);
  if (self->names_texture != NULL)
    append_layer (self, snapshot, self->names_texture, &self->names_viewport);
  if (self->furniture_texture != NULL)
    append_fixed (self, snapshot, self->furniture_texture);
  if (gtk_widget_has_visible_focus (widget))
    ka_map_view_snapshot_focus (self, snapshot, &bounds);
  gtk_snapshot_pop (snapshot);
}

void
ka_map_view_snapshot_focus (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  const KaColour *accent = &self->theme->accent;
  GdkRGBA colour = { (float) accent->red, (float) accent->green, (float) accent->blue, 1.0f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

static void
ka_map_view_size_allocate (GtkWidget *widget, int width_px, int height_px, int baseline)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  gboolean   was_empty = !has_size (self);
  double     unit = ka_text_scale_get (widget);
  double     width = width_px / unit;
  double     height = height_px / unit;

  if (self->scene == NULL || (self->viewport.width == width && self->viewport.height == height))
    return;

  self->unit = unit;
  self->home = ka_viewport_fit (ka_map_scene_get_extent (self->scene), width, height, 0);
  if (was_empty || self->is_home)
    {
      self->viewport = self->home;
      self->is_home = TRUE;
    }
  else
    {
      KaViewport resized = ka_viewport_resize (&self->viewport, width, height);

      self->viewport = resized;
      ka_map_view_move_to (self, &resized, FALSE);
    }
  set_stale (self, STALE_ALL);
}

/* Brings what is selected into view, if it is not. */
static void
show_selection (KaMapView *self)
{
  const KaItem *selection = ka_session_get_selection (self->session);
  KaBox         box;
  KaBox         seen;
  KaViewport    fitted;

  if (!has_size (self) || selection == NULL ||
      !ka_map_scene_get_bounds_of (self->scene, selection, ka_session_get_day (self->session),
                                   &box))
    return;

  seen = ka_viewport_get_box (&self->viewport);
  if (box.x0 < seen.x1 && box.x1 > seen.x0 && box.y0 < seen.y1 && box.y1 > seen.y0)
    return;

  fitted = ka_viewport_fit (box, self->viewport.width, self->viewport.height, 80);
  fitted.scale = MIN (fitted.scale, self->viewport.scale);
  ka_map_view_move_to (self, &fitted, FALSE);
}

static void
update_accessible (KaMapView *self)
{
  g_autofree char *day = ka_day_to_words (ka_session_get_day (self->session));
  const KaItem    *selection = ka_session_get_selection (self->session);
  g_autofree char *label = g_strdup_printf ("Map of the Caucasus borders, %s", day);
  g_autofree char *description = NULL;

  if (selection != NULL)
    description = g_strdup_printf ("Selected: %s",
                                   ka_item_get_title (selection, ka_session_get_day (self->session),
                                                      ka_session_get_language (self->session)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static void
day_changed_cb (KaMapView *self)
{
  KaDay from;
  KaDay to;
  KaDay day = ka_session_get_day (self->session);

  ka_query_epoch_at (ka_session_get_atlas (self->session), day, &from, &to);
  set_stale (self, STALE_FURNITURE);
  if (from != self->epoch_from || to != self->epoch_to)
    {
      self->epoch_from = from;
      self->epoch_to = to;
      set_stale (self, STALE_ALL);
    }
  update_accessible (self);
}

static void
selection_changed_cb (KaMapView *self)
{
  show_selection (self);
  set_stale (self, STALE_NAMES | STALE_HOVER);
  update_accessible (self);
}

static void
hover_changed_cb (KaMapView *self)
{
  set_stale (self, STALE_HOVER);
}

static void
ka_map_view_dispose (GObject *object)
{
  KaMapView *self = KA_MAP_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->land_texture);
  g_clear_object (&self->names_texture);
  g_clear_object (&self->hover_texture);
  g_clear_object (&self->furniture_texture);
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

  object_class->dispose = ka_map_view_dispose;
  object_class->finalize = ka_map_view_finalize;
  widget_class->snapshot = ka_map_view_snapshot;
  widget_class->size_allocate = ka_map_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "kamap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  ka_map_view_install_input (widget_class);
}

static void
ka_map_view_init (KaMapView *self)
{
  self->theme = ka_theme_get (KA_THEME_LIGHT);
  self->unit = 1.0;
  self->cancellable = g_cancellable_new ();
  self->stale = STALE_ALL;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_resize),
                            self);
  ka_text_scale_watch (GTK_WIDGET (self));
  ka_map_view_add_controllers (self);
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
  ka_query_epoch_at (ka_session_get_atlas (session), ka_session_get_day (session),
                     &self->epoch_from, &self->epoch_to);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hover", G_CALLBACK (hover_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_accessible (self);
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
  set_stale (self, STALE_ALL);
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
