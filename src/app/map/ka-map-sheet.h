/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-labels.h"
#include "ka-map-painter.h"
#include "ka-picture.h"

G_BEGIN_DECLS

/** KA_MAP_MOST_OVERLAYS: of how many widgets over the map names can keep clear. */
#define KA_MAP_MOST_OVERLAYS 2

/**
 * KaMapKey:
 * @passes: which layers
 * @epoch: the first day of the stretch of time in which the picture stays the same
 * @state: what is painted; of its days only @epoch and the pinned one matter
 * @theme: in which colours
 * @scale: device pixels for a user unit
 * @viewport: which part
 * @overlays: the widgets over the map that names keep clear of, in user units
 * @n_overlays: how many
 *
 * What decides how a picture of the map looks.
 */
typedef struct
{
  KaMapPass      passes;
  KaDay          epoch;
  KaViewState    state;
  const KaTheme *theme;
  double         scale;
  KaViewport     viewport;
  KaBox          overlays[KA_MAP_MOST_OVERLAYS];
  gsize          n_overlays;
} KaMapKey;

/** KaMapNames: where the names of a sheet stand; counted with g_atomic_rc_box_acquire(). */
typedef struct
{
  KaMapLabels *labels;
} KaMapNames;

/**
 * KaMapSheet:
 * @key: what it shows
 * @surface: (nullable): the painted pixels; %NULL until they are there
 * @tiles: (nullable) (element-type cairo_rectangle_int_t): the parts of @surface, in pixels, on
 * which there is something
 * @names: (nullable): where its names stand, when it has the layer of names
 * @whole: (nullable): @surface as it is shown, once it was
 * @parts: (nullable) (element-type KaPicture): its tiles likewise, %NULL those that were not seen
 * @alike: (nullable): for each tile whether the other sheet of a fade has the same
 *
 * A painted part of the map. Copies share the pixels. Zeroed for an empty one.
 */
typedef struct
{
  KaMapKey         key;
  cairo_surface_t *surface;
  GArray          *tiles;
  KaMapNames      *names;
  KaPicture       *whole;
  GPtrArray       *parts;
  GByteArray      *alike;
} KaMapSheet;

/** KaMapFade: which part a sheet has in a fade. */
typedef enum
{
  KA_MAP_FADE_NONE,
  KA_MAP_FADE_IN,
  KA_MAP_FADE_OUT,
} KaMapFade;

/**
 * KaMapPlacing:
 * @snapshot: where to
 * @widget: a realized widget, whose renderer will draw it
 * @x: where the left edge of the sheet is, in pixels of the widget
 * @y: where its top edge is
 * @pixel: how large one of its pixels is
 * @in_tiles: whether to leave out the tiles on which nothing is and those that are not seen; for a
 * sheet that stands pixel on pixel, as others would show the seams
 * @fade: whether it comes or goes
 * @alpha: how much of it is seen, 0 to 1
 *
 * How a sheet is put into a frame.
 */
typedef struct
{
  GtkSnapshot *snapshot;
  GtkWidget   *widget;
  double       x;
  double       y;
  double       pixel;
  gboolean     in_tiles;
  KaMapFade    fade;
  double       alpha;
} KaMapPlacing;

gboolean ka_map_key_matches (const KaMapKey *self, const KaMapKey *other);
gboolean ka_map_key_covers (const KaMapKey *self, const KaMapKey *wanted);

void     ka_map_names_unref (KaMapNames *self);
cairo_t *ka_map_sheet_begin (KaMapSheet *self) G_GNUC_WARN_UNUSED_RESULT;
void     ka_map_sheet_end (KaMapSheet *self, cairo_t *cr);
void     ka_map_sheet_paint (KaMapSheet *self, KaMapScene *scene, const KaMapNames *previous);
void     ka_map_sheet_set (KaMapSheet *self, const KaMapSheet *sheet);
void     ka_map_sheet_clear (KaMapSheet *self);
void     ka_map_sheet_compare (KaMapSheet *self, KaMapSheet *old);
void     ka_map_sheet_append (KaMapSheet *self, const KaMapPlacing *placing);

G_END_DECLS
