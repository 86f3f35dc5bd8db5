/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-box.h"
#include "ka-picture.h"

G_BEGIN_DECLS

/**
 * KaTiles:
 *
 * A large picture that is shown tile by tile. Empty tiles, empty edges of tiles and tiles out of
 * sight cost nothing.
 */
typedef struct _KaTiles KaTiles;

/**
 * KaFade:
 * @KA_FADE_NONE: not in a fade
 * @KA_FADE_IN: it replaces another picture
 * @KA_FADE_OUT: another picture replaces it
 *
 * The part of a picture in a fade between two pictures.
 */
typedef enum
{
  KA_FADE_NONE,
  KA_FADE_IN,
  KA_FADE_OUT,
} KaFade;

/**
 * KaTilesPlace:
 * @snapshot: the frame
 * @widget: a realized widget, whose renderer draws the frame
 * @corner_px: the top left corner of the picture, in pixels of @widget
 * @pixel: how many pixels of @widget a pixel of the picture takes
 * @fade: the part in a fade
 * @alpha: the opacity, 0 to 1; in a fade that of the tiles that differ
 * @hidden: (nullable): whole pixels of @widget that need not be drawn
 *
 * Where and how a frame shows a picture.
 */
typedef struct
{
  GtkSnapshot *snapshot;
  GtkWidget   *widget;
  KaPoint      corner_px;
  double       pixel;
  KaFade       fade;
  double       alpha;

  const graphene_rect_t *hidden;
} KaTilesPlace;

/** ka_tiles_create_surface: (transfer full): an empty surface; @scale: pixels for a user unit. */
cairo_surface_t *
ka_tiles_create_surface (double width, double height, double scale) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_tiles_new:
 * @surface: a painted image surface in the format ARGB32
 * @is_opaque: whether all of its pixels are opaque
 * @like: (nullable): tiles of a picture of the same place, of which those with equal pixels are
 *   shared
 *
 * May run on any thread; @like does not change meanwhile.
 *
 * Returns: (transfer full): the tiles; they have the pixels of their own
 */
KaTiles *ka_tiles_new (cairo_surface_t *surface,
                       gboolean         is_opaque,
                       const KaTiles   *like) G_GNUC_WARN_UNUSED_RESULT;

/** ka_tiles_copy: (transfer full): tiles that share their pictures with @self. */
KaTiles *ka_tiles_copy (const KaTiles *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_tiles_new_parts:
 * @surfaces: (array length=n_parts): painted image surfaces in the format ARGB32
 * @boxes: (array length=n_parts): their places in the picture, which do not meet, by rows
 * @n_parts: how many
 *
 * Returns: (transfer full): the parts as tiles of a picture that has nothing else
 */
KaTiles *ka_tiles_new_parts (cairo_surface_t *const      *surfaces,
                             const cairo_rectangle_int_t *boxes,
                             gsize                        n_parts) G_GNUC_WARN_UNUSED_RESULT;

/** ka_tiles_free: frees @self (transfer full). */
void ka_tiles_free (KaTiles *self);

/**
 * ka_tiles_compare: finds the tiles with equal pixels. In the fade they are drawn once, by the
 * same picture; @old: (nullable): the tiles of the picture that it replaces; %NULL when they
 * show another part of the map
 */
void ka_tiles_compare (KaTiles *self, KaTiles *old);

/** ka_tiles_count: how many tiles are not empty; @n_alike (out): the last comparison found equal.
 */
guint ka_tiles_count (const KaTiles *self, guint *n_alike);

/** ka_tiles_get_bytes: how much memory the tiles take, each counted for all that share it. */
gsize ka_tiles_get_bytes (const KaTiles *self);

/** ka_tiles_dup_checksum: (transfer full): a checksum of the pixels, for tests. */
char *ka_tiles_dup_checksum (const KaTiles *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_tiles_append: shows the tiles in sight; for a picture that stands pixel on pixel. */
void ka_tiles_append (KaTiles *self, const KaTilesPlace *place);

/** ka_tiles_append_scaled: shows the tiles in sight as one picture at any scale: each pixel of the
 * screen shows the nearest of the picture, without seams. */
void ka_tiles_append_scaled (KaTiles *self, const KaTilesPlace *place);

/** ka_tiles_get_covered: the whole pixels of a widget that an opaque picture covers. */
graphene_rect_t ka_tiles_get_covered (const KaTiles *self, const KaTilesPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTiles, ka_tiles_free)

G_END_DECLS
