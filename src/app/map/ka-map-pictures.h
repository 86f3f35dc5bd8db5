/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-sheet.h"

G_BEGIN_DECLS

#define KA_TYPE_MAP_PICTURES (ka_map_pictures_get_type ())

/**
 * KaMapPictures: the pictures of a map on screen: land and names of the day, and of the pinned
 * day beside a swipe handle. A worker paints what is missing, and then ahead what the epochs
 * before and after lack. The pictures shown last are kept, so that a way back paints nothing. A
 * new epoch fades in. Emits `changed` when the next frame looks different.
 */
G_DECLARE_FINAL_TYPE (KaMapPictures, ka_map_pictures, KA, MAP_PICTURES, GObject)

/**
 * KaMapRequest:
 * @key: what is seen now: state, colours, scale, viewport, overlays; passes and epoch do not matter
 * @target: what is seen when the map rests again
 * @is_moving: whether the map moves: then nothing is painted ahead
 * @is_held: whether a gesture moves the map: names wait for its end unless the scale changes
 * @has_swipe: whether the pinned day is shown, too; it stands in @key
 * @is_animated: whether a new epoch fades in
 *
 * What the pictures have to show. By value; items are borrowed from the atlas of the scene.
 */
typedef struct
{
  KaMapKey   key;
  KaViewport target;
  gboolean   is_moving;
  gboolean   is_held;
  gboolean   has_swipe;
  gboolean   is_animated;
} KaMapRequest;

/** ka_map_pictures_new: (transfer full): pictures of @scene; they keep a reference to it. */
KaMapPictures *ka_map_pictures_new (KaMapScene *scene) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_map_pictures_update: shows what is painted already, and has the rest painted. Before the
 * first frame it only takes note of @request; @request: what they have to show from now on
 */
void ka_map_pictures_update (KaMapPictures *self, const KaMapRequest *request);

/** ka_map_pictures_stop: gives up all painting under way. */
void ka_map_pictures_stop (KaMapPictures *self);

/**
 * ka_map_pictures_rest:
 *
 * Gives back the pictures that are not on screen, of other epochs and places. Happens by itself
 * when nothing was updated for half a minute.
 */
void ka_map_pictures_rest (KaMapPictures *self);

/** ka_map_pictures_advance: goes on with a fade at @now_us; whether it needs another frame. */
gboolean ka_map_pictures_advance (KaMapPictures *self, gint64 now_us);

/**
 * ka_map_pictures_append_land: puts the land into @frame, a frame of the requested viewport; where
 * it is not painted yet, a wider picture or the sea. A kept picture that shows all more sharply
 * replaces it. The first frame waits for its pictures. @furniture: (nullable) (element-type KaBox):
 * what furniture covers of the frame
 */
void ka_map_pictures_append_land (KaMapPictures *self, const KaMapFrame *frame, GArray *furniture);

/** ka_map_pictures_append_names: puts names and selection of the day into @frame. */
void ka_map_pictures_append_names (KaMapPictures *self, const KaMapFrame *frame);

/** ka_map_pictures_append_pinned: puts the map of the pinned day into @frame. */
void ka_map_pictures_append_pinned (KaMapPictures *self, const KaMapFrame *frame);

/** ka_map_pictures_has_pinned: whether there is a map of the pinned day to show. */
gboolean ka_map_pictures_has_pinned (KaMapPictures *self);

/**
 * ka_map_pictures_to_string: Returns: (transfer full): a dump for tests: whether the worker is
 * busy, the opacity of what fades in, the room of the kept pictures, and a line each for land
 * and names of the day: epoch, whether they are up to date, viewport (centre in km, scale,
 * size), and a checksum of the pixels
 */
char *ka_map_pictures_to_string (KaMapPictures *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
