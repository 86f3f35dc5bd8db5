/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-map-painter.h"
#include "ka-tiles.h"

G_BEGIN_DECLS

/** KA_MAP_MAX_OVERLAYS: of how many widgets over the map names can keep clear. */
#define KA_MAP_MAX_OVERLAYS 2

/**
 * KaMapKey:
 * @passes: which layers
 * @epoch: the first day of the time in which the picture stays the same
 * @state: what is painted; of its days only @epoch, the pinned one and the range matter
 * @theme: in which colours
 * @scale: device pixels for a user unit
 * @viewport: which part
 * @overlays: the widgets over the map that names keep clear of, in user units
 * @n_overlays: how many
 *
 * Everything that decides how a picture of the map looks. By value.
 */
typedef struct
{
  KaMapPass      passes;
  KaDay          epoch;
  KaViewState    state;
  const KaTheme *theme;
  double         scale;
  KaViewport     viewport;
  KaBox          overlays[KA_MAP_MAX_OVERLAYS];
  gsize          n_overlays;
} KaMapKey;

/**
 * KaMapSheet:
 * @key: what it shows
 * @labels: (nullable): where its names stand, when it has the layer of names
 * @tiles: (nullable): the painted pixels; %NULL until they are there
 * @furniture: (nullable) (element-type KaBox): what furniture covers of it, where that is known
 * before it is painted
 *
 * A picture of a part of the map. Painted once, by any thread; referenced, shown and freed by the
 * main thread.
 */
typedef struct
{
  KaMapKey     key;
  KaMapLabels *labels;
  KaTiles     *tiles;
  GArray      *furniture;
} KaMapSheet;

/**
 * KaMapFrame:
 * @snapshot: the frame
 * @widget: a realized widget, whose renderer draws the frame
 * @viewport: the part of the map that the frame shows
 * @unit: pixels of @widget for a user unit
 *
 * A frame into which sheets are put.
 */
typedef struct
{
  GtkSnapshot *snapshot;
  GtkWidget   *widget;
  KaViewport   viewport;
  double       unit;
} KaMapFrame;

/** KA_MAP_MAX_SHEETS: how many sheets a job has at most: land and names of two days. */
#define KA_MAP_MAX_SHEETS 4

/**
 * KaMapJob:
 * @scene: the geography
 * @sheets: (transfer none): sheets without pixels
 * @n_sheets: how many
 * @previous: (nullable): a sheet of names; names stay on the side where they stand in it
 * @shown: (nullable) each: copies of the land and the names on screen; a sheet of the same part has
 *   the tiles of them that do not change
 * @cancellable: (nullable): ends the painting before the next sheet
 *
 * Sheets that are painted together.
 */
typedef struct
{
  KaMapScene   *scene;
  KaMapSheet   *sheets[KA_MAP_MAX_SHEETS];
  gsize         n_sheets;
  KaMapSheet   *previous;
  KaMapSheet   *shown[2];
  GCancellable *cancellable;
} KaMapJob;

/** ka_map_key_matches: whether pictures of the two show the same map, whichever part of it. */
gboolean ka_map_key_matches (const KaMapKey *self, const KaMapKey *other);

/**
 * ka_map_key_covers:
 * @self: the key of a picture
 * @wanted: what is to be seen
 *
 * Returns: whether the picture is as good as a new one: the same map, the same scale, at least the
 * same part. Names are placed for their frame: they cover a frame of the same size only.
 */
gboolean ka_map_key_covers (const KaMapKey *self, const KaMapKey *wanted);

/** ka_map_sheet_new: returns (transfer full) a sheet of @key without pixels. */
KaMapSheet *ka_map_sheet_new (const KaMapKey *key) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_sheet_copy: returns (transfer full) a sheet with the pixels of @self (nullable), for
 * another thread; %NULL for none. */
KaMapSheet *ka_map_sheet_copy (const KaMapSheet *self) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_sheet_unref: drops a reference to @self (nullable). */
void ka_map_sheet_unref (KaMapSheet *self);

/** ka_map_sheet_set: drops what @place (inout) refers to and makes it refer to @sheet (nullable).
 */
void ka_map_sheet_set (KaMapSheet **place, KaMapSheet *sheet);

/**
 * ka_map_job_paint: paints land on a thread of its own, and names on the caller's, where fonts
 * are loaded more likely. May run on any thread; @job: what to paint
 */
void ka_map_job_paint (KaMapJob *job);

/** ka_map_sheet_compare: finds what @self shares with @old, which it replaces in a fade. */
void ka_map_sheet_compare (KaMapSheet *self, KaMapSheet *old);

/**
 * ka_map_sheet_append:
 * @self: (nullable): a sheet; %NULL draws nothing
 * @frame: the frame
 * @fade: the part of the sheet in a fade
 * @alpha: its opacity, 0 to 1
 *
 * Puts the picture into a frame, where it belongs on the map.
 */
void ka_map_sheet_append (KaMapSheet *self, const KaMapFrame *frame, KaFade fade, double alpha);

/** ka_map_sheet_append_around: puts the picture into a frame as far as @over, a sheet of land that
 * is put over it, does not hide it; @self: (nullable) */
void ka_map_sheet_append_around (KaMapSheet *self, const KaMapFrame *frame, const KaMapSheet *over);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapSheet, ka_map_sheet_unref)

G_END_DECLS
