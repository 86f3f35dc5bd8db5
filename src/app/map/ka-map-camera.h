/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "ka-viewport.h"

G_BEGIN_DECLS

#define KA_TYPE_MAP_CAMERA (ka_map_camera_get_type ())

/**
 * KaMapCamera: which part of the map is seen, and which will be. It keeps within limits and
 * moves from frame to frame; it draws nothing and knows no widget. All viewports are in user
 * units. Emits `moved` when the viewport or the target changes, and when a movement ends.
 */
G_DECLARE_FINAL_TYPE (KaMapCamera, ka_map_camera, KA, MAP_CAMERA, GObject)

/** ka_map_camera_new: (transfer full): a camera without a size; its centre keeps to @limits_km. */
KaMapCamera *ka_map_camera_new (KaBox extent_km, KaBox limits_km) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_map_camera_resize:
 * @self: a camera
 * @width: the new width of the view
 * @height: its new height
 *
 * Ends any movement. The home view stays the home view. The first size opens the place that was set
 * before, or else the home view.
 */
void ka_map_camera_resize (KaMapCamera *self, double width, double height);

/** ka_map_camera_has_size: whether there is a view; without one the functions below do nothing. */
gboolean ka_map_camera_has_size (KaMapCamera *self);

/** ka_map_camera_get_viewport: what is seen now. */
KaViewport ka_map_camera_get_viewport (KaMapCamera *self);

/** ka_map_camera_get_target: what is seen at the end of the movement under way. */
KaViewport ka_map_camera_get_target (KaMapCamera *self);

/** ka_map_camera_get_home: the view that just shows the whole extent. */
KaViewport ka_map_camera_get_home (KaMapCamera *self);

/** ka_map_camera_is_running: whether an animation or inertia moves the view. */
gboolean ka_map_camera_is_running (KaMapCamera *self);

/** ka_map_camera_is_held: whether a gesture moves the view. */
gboolean ka_map_camera_is_held (KaMapCamera *self);

/**
 * ka_map_camera_get_place: @centre_km: (out): the centre of the target; @zoom: (out): its scale
 * as a multiple of the home scale. Returns: %FALSE in the home view, and without a size
 */
gboolean ka_map_camera_get_place (KaMapCamera *self, KaPoint *centre_km, double *zoom);

/** ka_map_camera_set_place: shows a place at once, likewise; a @zoom of 0 is the home view. Without
 * a size, the first size opens it. */
void ka_map_camera_set_place (KaMapCamera *self, KaPoint centre_km, double zoom);

/** ka_map_camera_move_to: shows @viewport at once, or the nearest one within the limits. */
void ka_map_camera_move_to (KaMapCamera *self, const KaViewport *viewport);

/** ka_map_camera_fly_to: moves there in some frames if @is_animated, or else at once. */
void ka_map_camera_fly_to (KaMapCamera *self, const KaViewport *viewport, gboolean is_animated);

/** ka_map_camera_zoom_at: zooms the target by @factor; the point @user of it stays in place. */
void ka_map_camera_zoom_at (KaMapCamera *self, KaPoint user, double factor, gboolean is_animated);

/** ka_map_camera_pan: moves the map of the target by @dx, @dy in user units, down and right. */
void ka_map_camera_pan (KaMapCamera *self, double dx, double dy, gboolean is_animated);

/**
 * ka_map_camera_set_cover: says how much of the view widgets cover at its @left and @right, in user
 * units. ka_map_camera_fit() and ka_map_camera_reveal() use the rest, the free part.
 */
void ka_map_camera_set_cover (KaMapCamera *self, double left, double right);

/** ka_map_camera_get_free_box: the free part of the target, in kilometres, less @margin in user
 * units at each side */
KaBox ka_map_camera_get_free_box (KaMapCamera *self, double margin);

/** ka_map_camera_fit: shows @box_km in the free part with a @margin in user units, no larger than
 * @max_scale. */
void ka_map_camera_fit (KaMapCamera *self,
                        KaBox        box_km,
                        double       margin,
                        double       max_scale,
                        gboolean     is_animated);

/**
 * ka_map_camera_reveal: moves no further than it needs to have @box_km in the free part with a
 * @margin in user units. The middle of a larger box goes to the middle.
 */
void ka_map_camera_reveal (KaMapCamera *self, KaBox box_km, double margin, gboolean is_animated);

/** ka_map_camera_start_inertia: moves on at @velocity in user units a millisecond, with friction.
 */
void ka_map_camera_start_inertia (KaMapCamera *self, KaPoint velocity);

/** ka_map_camera_stop: ends an animation or inertia where it is. */
void ka_map_camera_stop (KaMapCamera *self);

/** ka_map_camera_hold: begins a gesture, which calls ka_map_camera_move_to(). */
void ka_map_camera_hold (KaMapCamera *self);

/** ka_map_camera_release: ends a gesture; does nothing without one. */
void ka_map_camera_release (KaMapCamera *self);

/**
 * ka_map_camera_advance: goes on with an animation or inertia at @now_us, the time of the frame.
 * The first frame starts the clock. Returns whether another frame is needed.
 */
gboolean ka_map_camera_advance (KaMapCamera *self, gint64 now_us);

/** ka_map_camera_to_string: (transfer full): a dump for tests: movement and viewport. */
char *ka_map_camera_to_string (KaMapCamera *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
