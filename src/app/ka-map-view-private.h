/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-view.h"

G_BEGIN_DECLS

/* Which pictures of a map view are out of date. */
typedef enum
{
  STALE_LAND = 1 << 0,
  STALE_NAMES = 1 << 1,
  STALE_HOVER = 1 << 2,
  STALE_FURNITURE = 1 << 3,
  STALE_ALL = (1 << 4) - 1,
} Stale;

struct _KaMapView
{
  GtkWidget parent_instance;

  /* Owned */
  KaSession    *session;
  KaMapScene   *scene;
  GCancellable *cancellable;

  /* Cached: each picture with the viewport it was painted for */
  GdkTexture *land_texture;
  GdkTexture *names_texture;
  GdkTexture *hover_texture;
  GdkTexture *furniture_texture;
  KaViewport  land_viewport;
  KaViewport  names_viewport;
  KaViewport  hover_viewport;
  KaViewport  furniture_viewport;
  Stale       stale;
  gboolean    is_painting;

  const KaTheme *theme;
  double         unit; /* pixels for a user unit */
  KaViewport     viewport;
  KaViewport     home;
  gboolean       is_home; /* follows the home extent when resized */
  KaDay          epoch_from;
  KaDay          epoch_to;

  /* Input under way */
  KaViewport start_viewport;
  KaPoint    pointer;
};

void ka_map_view_move_to (KaMapView *self, const KaViewport *viewport, gboolean is_moving);
void ka_map_view_go_home (KaMapView *self);
void
ka_map_view_snapshot_focus (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds);
void ka_map_view_install_input (GtkWidgetClass *widget_class);
void ka_map_view_add_controllers (KaMapView *self);

G_END_DECLS
