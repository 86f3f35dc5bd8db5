/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The camera of the map: current viewport and target, limits, animation and inertia. The arithmetic
 * of movement is in ka-kinetics.c.
 */

#include "config.h"

#include "ka-map-camera.h"

#include <math.h>

#include "ka-kinetics.h"

/* The smallest scale, as a multiple of the home scale */
#define MIN_ZOOM 0.8
/* The largest scale, in user units for a kilometre: coasts and frontiers are known to a kilometre.
 * A map of a small land has at least a multiple of the home scale. */
#define MAX_SCALE 7.0
#define MAX_ZOOM  5.0
/* Inertia starts no faster than this, in user units a millisecond. */
#define MAX_SPEED 4.0

typedef enum
{
  MOTION_NONE,
  MOTION_ANIMATION,
  MOTION_INERTIA,
} Motion;

struct _KaMapCamera
{
  GObject parent_instance;

  KaBox      extent_km;
  KaBox      limits_km;
  KaViewport viewport;
  KaViewport home;
  KaViewport place;      /* the view to open; its scale is a multiple of home's, 0 for none */
  double     cover_left; /* of the view, in user units, as is the next */
  double     cover_right;
  gboolean   is_held;

  /* Movement under way */
  Motion     motion;
  KaViewport from;
  KaViewport to;
  KaPoint    velocity;    /* of inertia, in user units a millisecond */
  double     duration_ms; /* of an animation */
  gint64     start_us;    /* the time of its first frame, 0 before */
};

G_DEFINE_FINAL_TYPE (KaMapCamera, ka_map_camera, G_TYPE_OBJECT)

static void
ka_map_camera_class_init (KaMapCameraClass *klass)
{
  g_signal_new ("moved", KA_TYPE_MAP_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                0);
}

static void
ka_map_camera_init (KaMapCamera *self)
{
}

KaMapCamera *
ka_map_camera_new (KaBox extent_km, KaBox limits_km)
{
  KaMapCamera *self = g_object_new (KA_TYPE_MAP_CAMERA, NULL);

  self->extent_km = extent_km;
  self->limits_km = limits_km;

  return self;
}

/* What is covered may lie beyond the limits. */
static KaViewport
clamp (KaMapCamera *self, const KaViewport *viewport)
{
  const double min_scale = self->home.scale * MIN_ZOOM;
  const double max_scale = MAX (self->home.scale * MAX_ZOOM, MAX_SCALE);
  const double scale = CLAMP (viewport->scale, min_scale, max_scale);
  KaBox        limits_km = self->limits_km;

  limits_km.x0 -= self->cover_left / scale;
  limits_km.x1 += self->cover_right / scale;

  return ka_viewport_clamp (viewport, limits_km, min_scale, max_scale);
}

static gboolean
is_home (KaMapCamera *self)
{
  return self->viewport.scale == self->home.scale &&
         self->viewport.centre_km.x == self->home.centre_km.x &&
         self->viewport.centre_km.y == self->home.centre_km.y;
}

void
ka_map_camera_resize (KaMapCamera *self, double width, double height)
{
  gboolean   opens = !ka_map_camera_has_size (self);
  gboolean   stays_home = is_home (self);
  KaViewport kept = ka_viewport_resize (&self->viewport, width, height);

  self->motion = MOTION_NONE;
  self->home = ka_viewport_fit (self->extent_km, width, height, 0);
  self->home = clamp (self, &self->home);
  if (opens && self->place.scale > 0)
    kept = (KaViewport){ self->place.centre_km, self->place.scale * self->home.scale, width,
                         height };
  else if (opens || stays_home)
    kept = self->home;
  self->viewport = clamp (self, &kept);
  g_signal_emit_by_name (self, "moved");
}

gboolean
ka_map_camera_has_size (KaMapCamera *self)
{
  return self->viewport.width > 1 && self->viewport.height > 1;
}

KaViewport
ka_map_camera_get_viewport (KaMapCamera *self)
{
  return self->viewport;
}

KaViewport
ka_map_camera_get_target (KaMapCamera *self)
{
  return self->motion == MOTION_NONE ? self->viewport : self->to;
}

KaViewport
ka_map_camera_get_home (KaMapCamera *self)
{
  return self->home;
}

gboolean
ka_map_camera_is_running (KaMapCamera *self)
{
  return self->motion != MOTION_NONE;
}

gboolean
ka_map_camera_is_held (KaMapCamera *self)
{
  return self->is_held;
}

gboolean
ka_map_camera_get_place (KaMapCamera *self, KaPoint *centre_km, double *zoom)
{
  KaViewport target = ka_map_camera_get_target (self);

  if (!ka_map_camera_has_size (self) || is_home (self))
    return FALSE;

  *centre_km = target.centre_km;
  *zoom = target.scale / self->home.scale;

  return TRUE;
}

void
ka_map_camera_move_to (KaMapCamera *self, const KaViewport *viewport)
{
  if (!ka_map_camera_has_size (self))
    return;

  self->viewport = clamp (self, viewport);
  g_signal_emit_by_name (self, "moved");
}

/* The view of the place that was set, else the home view */
static KaViewport
get_place_or_home (KaMapCamera *self)
{
  if (self->place.scale <= 0)
    return self->home;

  return (KaViewport){ self->place.centre_km, self->place.scale * self->home.scale,
                       self->home.width, self->home.height };
}

void
ka_map_camera_set_place (KaMapCamera *self, KaPoint centre_km, double zoom)
{
  KaViewport viewport;

  self->place = (KaViewport){ .centre_km = centre_km, .scale = zoom };
  if (!ka_map_camera_has_size (self))
    return;

  viewport = get_place_or_home (self);
  self->motion = MOTION_NONE;
  ka_map_camera_move_to (self, &viewport);
}

static void
start (KaMapCamera *self, Motion motion, const KaViewport *to)
{
  self->motion = motion;
  self->from = self->viewport;
  self->to = clamp (self, to);
  self->start_us = 0;
}

void
ka_map_camera_fly_to (KaMapCamera *self, const KaViewport *viewport, gboolean is_animated)
{
  if (!ka_map_camera_has_size (self))
    return;

  ka_map_camera_stop (self);
  if (!is_animated)
    {
      ka_map_camera_move_to (self, viewport);
      return;
    }

  start (self, MOTION_ANIMATION, viewport);
  self->duration_ms = ka_animation_get_duration_ms (&self->from, &self->to);
  g_signal_emit_by_name (self, "moved");
}

void
ka_map_camera_zoom_at (KaMapCamera *self, KaPoint user, double factor, gboolean is_animated)
{
  KaViewport target = ka_map_camera_get_target (self);
  KaViewport zoomed = ka_viewport_zoom_at (&target, user, factor);

  ka_map_camera_fly_to (self, &zoomed, is_animated);
}

void
ka_map_camera_pan (KaMapCamera *self, double dx, double dy, gboolean is_animated)
{
  KaViewport target = ka_map_camera_get_target (self);
  KaViewport panned = ka_viewport_pan (&target, dx, dy);

  ka_map_camera_fly_to (self, &panned, is_animated);
}

void
ka_map_camera_set_cover (KaMapCamera *self, double left, double right)
{
  self->cover_left = left;
  self->cover_right = right;
}

KaBox
ka_map_camera_get_free_box (KaMapCamera *self, double margin)
{
  const KaViewport target = ka_map_camera_get_target (self);
  KaBox            box = ka_box_grow (ka_viewport_get_box (&target), -margin / target.scale);

  box.x0 += self->cover_left / target.scale;
  box.x1 -= self->cover_right / target.scale;

  return box;
}

void
ka_map_camera_fit (KaMapCamera *self,
                   KaBox        box_km,
                   double       margin,
                   double       max_scale,
                   gboolean     is_animated)
{
  const KaViewport view = self->viewport;
  const double     free_width = MAX (view.width - self->cover_left - self->cover_right, 1);
  KaViewport       fitted = ka_viewport_fit (box_km, free_width, view.height, margin);

  fitted.scale = MIN (fitted.scale, max_scale);
  fitted.centre_km.x += (self->cover_right - self->cover_left) / 2 / fitted.scale;
  fitted.width = view.width;
  ka_map_camera_fly_to (self, &fitted, is_animated);
}

/* Returns how far to move so that from @from to @to lies within @low to @high. */
static double
get_shift (double from, double to, double low, double high)
{
  if (to - from > high - low)
    return (from + to - low - high) / 2;
  if (from < low)
    return from - low;

  return MAX (to - high, 0);
}

void
ka_map_camera_reveal (KaMapCamera *self, KaBox box_km, double margin, gboolean is_animated)
{
  const KaBox  free_box = ka_map_camera_get_free_box (self, margin);
  KaViewport   moved = ka_map_camera_get_target (self);
  const double dx = get_shift (box_km.x0, box_km.x1, free_box.x0, free_box.x1);
  const double dy = get_shift (box_km.y0, box_km.y1, free_box.y0, free_box.y1);

  if (!ka_map_camera_has_size (self) || (dx == 0 && dy == 0))
    return;

  moved.centre_km.x += dx;
  moved.centre_km.y += dy;
  ka_map_camera_fly_to (self, &moved, is_animated);
}

void
ka_map_camera_start_inertia (KaMapCamera *self, KaPoint velocity)
{
  double     speed = hypot (velocity.x, velocity.y);
  double     part = MIN (MAX_SPEED / speed, 1.0);
  KaPoint    reach;
  KaViewport to;

  if (!ka_map_camera_has_size (self) || speed == 0)
    return;

  self->velocity = (KaPoint){ velocity.x * part, velocity.y * part };
  reach = ka_inertia_get_offset (self->velocity, G_MAXDOUBLE);
  to = ka_viewport_pan (&self->viewport, reach.x, reach.y);
  start (self, MOTION_INERTIA, &to);
  g_signal_emit_by_name (self, "moved");
}

void
ka_map_camera_stop (KaMapCamera *self)
{
  KaViewport viewport = self->viewport;

  if (self->motion == MOTION_NONE)
    return;

  self->motion = MOTION_NONE;
  ka_map_camera_move_to (self, &viewport);
}

void
ka_map_camera_hold (KaMapCamera *self)
{
  ka_map_camera_stop (self);
  self->is_held = TRUE;
}

void
ka_map_camera_release (KaMapCamera *self)
{
  if (!self->is_held)
    return;

  self->is_held = FALSE;
  g_signal_emit_by_name (self, "moved");
}

gboolean
ka_map_camera_advance (KaMapCamera *self, gint64 now_us)
{
  double     age_ms;
  KaViewport viewport;

  if (self->motion == MOTION_NONE)
    return FALSE;

  if (self->start_us == 0)
    self->start_us = now_us;
  age_ms = (double) (now_us - self->start_us) / 1000.0;
  if (self->motion == MOTION_ANIMATION)
    {
      viewport = ka_animation_get_viewport (&self->from, &self->to,
                                            ka_animation_ease (age_ms / self->duration_ms));
      if (age_ms >= self->duration_ms)
        self->motion = MOTION_NONE;
    }
  else
    {
      KaPoint offset = ka_inertia_get_offset (self->velocity, age_ms);

      viewport = ka_viewport_pan (&self->from, offset.x, offset.y);
      if (ka_inertia_is_over (self->velocity, age_ms))
        self->motion = MOTION_NONE;
    }
  ka_map_camera_move_to (self, &viewport);

  return self->motion != MOTION_NONE;
}

char *
ka_map_camera_to_string (KaMapCamera *self)
{
  static const char *const motions[] = { "none", "animation", "inertia" };

  return g_strdup_printf ("motion: %s%s\nviewport: at %.17g %.17g, scale %.17g, size %g %g\n",
                          motions[self->motion], self->is_held ? ", held" : "",
                          self->viewport.centre_km.x, self->viewport.centre_km.y,
                          self->viewport.scale, self->viewport.width, self->viewport.height);
}
