/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-view.h"

#include "ka-kinetics.h"
#include "ka-map-cache.h"
#include "ka-map-epochs.h"
#include "ka-map-furniture.h"
#include "ka-map-painting.h"

G_BEGIN_DECLS

/* How a map view moves by itself. */
typedef enum
{
  MOTION_NONE,
  MOTION_ANIMATION, /* from one view to another */
  MOTION_INERTIA,   /* on after a drag */
} MotionKind;

typedef struct
{
  MotionKind kind;
  KaViewport from;
  KaViewport to;
  KaPoint    velocity; /* of inertia, in user units a millisecond */
  gint64     start_us;
  double     duration_ms; /* of an animation */
} Motion;

struct _KaMapView
{
  GtkWidget parent_instance;

  /* Owned */
  KaSession    *session;
  KaMapScene   *scene;
  KaMapEpochs  *epochs;
  KaMapCache   *cache;
  GCancellable *cancellable;
  GtkWidget    *menu;           /* (nullable): the context menu, a child */
  GtkWidget    *legend_heading; /* what folds the legend: a child over the painted heading */

  /* Borrowed */
  GtkGesture *drag;
  GtkWidget  *overlays[KA_MAP_MOST_OVERLAYS]; /* (nullable) each: over the top right corner */

  /* Cached: what is on screen */
  KaMapSheet land;
  KaMapSheet names;
  KaMapSheet hover;
  KaMapSheet furniture;
  KaMapSheet then;       /* the land of the pinned day, beside a swipe handle */
  KaMapSheet then_names; /* and its names */
  KaMapSheet backdrop;   /* wider land, seen where there is none else yet */
  KaMapSheet old_land;   /* fades out */
  KaMapSheet old_names;

  KaMapFurniture *furniture_layout; /* (nullable): of the furniture on screen */

  KaLegendFold legend;
  guint        legend_source;

  gboolean is_hover_stale;
  gboolean is_furniture_stale;
  gboolean is_painting;

  KaMapPainting *ahead;             /* (nullable): under way for the epochs beside, lent */
  GCancellable  *ahead_cancellable; /* (nullable): of it */
  guint          ahead_source;

  const KaTheme *theme;
  double         unit; /* pixels for a user unit */
  KaViewport     viewport;
  KaViewport     home;
  gboolean       is_home;  /* follows the home extent when resized */
  KaViewport     restored; /* the view to open on; its scale is a multiple of home's, 0 for none */

  /* Movement under way */
  Motion   motion;
  gboolean is_dragging;
  gint64   fade_start_us; /* 0 when nothing fades */
  guint    tick;

  /* Input under way */
  KaViewport    start_viewport;
  KaPoint       start;
  KaPoint       pointer;
  KaPoint       menu_at;  /* where the context menu was asked for */
  KaPoint       click_km; /* where the last click was */
  const KaItem *clicked;  /* what it selected */
  KaTrail       trail;
  const KaItem *tip_item; /* what the tooltip is about, and where it stays */
  GdkRectangle  tip_area;
  guint         tip_source;
  gboolean      was_dragged; /* the press that is under way is no click any more */
  gboolean      is_boxing;   /* draws a box to zoom to, from start to pointer */
  gboolean      has_swipe;
  gboolean      is_swiping;
  double        swipe; /* where the handle is, as a part of the width */

  const KaItem *connected; /* (nullable): an event on the timeline, tied to its places */
  KaPoint       mark_px;   /* where that is, seen from here */
};

/* ka-map-view.c */
gboolean   ka_map_view_has_size (KaMapView *self);
KaViewport ka_map_view_clamp (KaMapView *self, const KaViewport *viewport);
void       ka_map_view_move_to (KaMapView *self, const KaViewport *viewport, gboolean is_moving);
void       ka_map_view_show_selection (KaMapView *self, gboolean even_if_seen);

/* ka-map-pictures.c */
double ka_map_view_get_scale (KaMapView *self);
void   ka_map_view_update_sheets (KaMapView *self);
void   ka_map_view_queue_furniture (KaMapView *self);
void   ka_map_view_queue_hover (KaMapView *self);
void   ka_map_view_clear_sheets (KaMapView *self);
void   ka_map_view_stop_ahead (KaMapView *self);
void   ka_map_view_paint_first (KaMapView *self);
KaMapKey
ka_map_view_get_key (KaMapView *self, KaMapPass passes, KaDay day, const KaViewport *viewport);

/* ka-map-view-snapshot.c */
void ka_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* ka-map-view-speech.c */
void ka_map_view_update_words (KaMapView *self);
void ka_map_view_install_words (GtkWidgetClass *widget_class);

/* ka-map-view-overlay.c */
gsize ka_map_view_list_overlays (KaMapView *self, KaBox *boxes);
void  ka_map_view_clear_overlays (KaMapView *self);

/* ka-map-view-legend.c */
void     ka_map_view_install_legend (GtkWidgetClass *widget_class);
void     ka_map_view_add_legend (KaMapView *self);
void     ka_map_view_update_legend (KaMapView *self);
void     ka_map_view_allocate_legend (KaMapView *self);
gboolean ka_map_view_pick_legend (KaMapView *self, KaPoint at, const KaItem **item);

/* ka-map-view-marks.c */
void
ka_map_view_snapshot_handle (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds);
void ka_map_view_snapshot_connectors (KaMapView             *self,
                                      GtkSnapshot           *snapshot,
                                      const graphene_rect_t *bounds);
void
ka_map_view_snapshot_marks (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds);

/* ka-map-camera.c */
KaViewport ka_map_view_get_target (KaMapView *self);
gboolean   ka_map_view_is_moving (KaMapView *self);
void       ka_map_view_fly_to (KaMapView *self, const KaViewport *viewport);
void       ka_map_view_start_inertia (KaMapView *self, KaPoint velocity);
void       ka_map_view_stop (KaMapView *self);
void       ka_map_view_start_fade (KaMapView *self);
double     ka_map_view_get_fade (KaMapView *self);

/* ka-map-view-input.c */
void     ka_map_view_add_controllers (KaMapView *self);
gboolean ka_map_view_cancel_drag (KaMapView *self);

/* ka-map-view-actions.c */
void ka_map_view_install_actions (GtkWidgetClass *widget_class);

/* ka-map-view-menu.c */
void ka_map_view_open_menu (KaMapView *self, KaPoint at);
void ka_map_view_install_menu (GtkWidgetClass *widget_class);

G_END_DECLS
