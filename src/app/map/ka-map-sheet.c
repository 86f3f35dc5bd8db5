/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A painted picture of a part of the map, and the key that tells whether it is out of date.
 */

#include "config.h"

#include "ka-map-sheet.h"

#include <math.h>
#include <string.h>

#include "ka-cairo-auto.h"
#include "ka-map-day.h"

/* By how much a picture may be too narrow, in user units: rounding. */
#define SLACK 0.01

gboolean
ka_map_key_matches (const KaMapKey *self, const KaMapKey *other)
{
  const KaViewState *a = &self->state;
  const KaViewState *b = &other->state;

  if (self->passes != other->passes || self->epoch != other->epoch || self->theme != other->theme ||
      self->scale != other->scale)
    return FALSE;
  if ((self->passes & KA_MAP_HIGHLIGHT) &&
      (a->selection != b->selection || a->compared != b->compared || a->step != b->step))
    return FALSE;
  if ((self->passes & KA_MAP_LABELS) &&
      (a->legend != b->legend || a->legend_place != b->legend_place ||
       ka_map_get_ghost (a) != ka_map_get_ghost (b) || self->n_overlays != other->n_overlays ||
       memcmp (self->overlays, other->overlays, self->n_overlays * sizeof (KaBox)) != 0))
    return FALSE;

  return a->language == b->language && a->hidden_layers == b->hidden_layers &&
         a->has_range == b->has_range &&
         (!a->has_range || (a->range.from == b->range.from && a->range.to == b->range.to)) &&
         a->has_pinned_day == b->has_pinned_day &&
         (!a->has_pinned_day || a->pinned_day == b->pinned_day);
}

gboolean
ka_map_key_covers (const KaMapKey *self, const KaMapKey *wanted)
{
  const KaViewport *a = &self->viewport;
  const KaViewport *b = &wanted->viewport;

  if (!ka_map_key_matches (self, wanted) || a->scale != b->scale)
    return FALSE;
  if ((self->passes & KA_MAP_LABELS) && (a->width != b->width || a->height != b->height))
    return FALSE;

  return ka_box_covers (ka_box_grow (ka_viewport_get_box (a), SLACK / b->scale),
                        ka_viewport_get_box (b));
}

KaMapSheet *
ka_map_sheet_new (const KaMapKey *key)
{
  KaMapSheet *self = g_rc_box_new0 (KaMapSheet);

  self->key = *key;

  return self;
}

KaMapSheet *
ka_map_sheet_copy (const KaMapSheet *self)
{
  KaMapSheet *copy;

  if (self == NULL)
    return NULL;

  copy = ka_map_sheet_new (&self->key);
  copy->tiles = ka_tiles_copy (self->tiles);

  return copy;
}

static void
clear_sheet (gpointer data)
{
  KaMapSheet *self = data;

  g_clear_pointer (&self->tiles, ka_tiles_free);
  g_clear_pointer (&self->labels, ka_map_labels_free);
  g_clear_pointer (&self->furniture, g_array_unref);
}

void
ka_map_sheet_unref (KaMapSheet *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_sheet);
}

void
ka_map_sheet_set (KaMapSheet **place, KaMapSheet *sheet)
{
  KaMapSheet *old = *place;

  *place = sheet != NULL ? g_rc_box_acquire (sheet) : NULL;
  ka_map_sheet_unref (old);
}

/* Whether two sheets show the same part of the map, pixel on pixel */
static gboolean
is_same_part (const KaMapSheet *self, const KaMapSheet *other)
{
  return self->key.passes == other->key.passes && self->key.scale == other->key.scale &&
         memcmp (&self->key.viewport, &other->key.viewport, sizeof (KaViewport)) == 0;
}

static const KaTiles *
find_shown (const KaMapSheet *self, const KaMapJob *job)
{
  for (gsize i = 0; i < G_N_ELEMENTS (job->shown); i++)
    if (job->shown[i] != NULL && is_same_part (self, job->shown[i]))
      return job->shown[i]->tiles;

  return NULL;
}

static void
paint_sheet (KaMapSheet *self, const KaMapJob *job)
{
  const KaMapKey   *key = &self->key;
  const KaViewport *viewport = &key->viewport;
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  g_auto (KaPaintContext) context = { 0 };

  surface = ka_tiles_create_surface (viewport->width, viewport->height, key->scale);
  cr = cairo_create (surface);
  context = ka_paint_context (cr, job->scene, &key->state, key->theme, viewport);
  ka_map_paint (&context, key->passes & ~(guint) KA_MAP_LABELS);
  if (key->passes & KA_MAP_LABELS)
    self->labels = ka_map_paint_names (&context, key->overlays, key->n_overlays, self->furniture,
                                       job->previous != NULL ? job->previous->labels : NULL);
  self->tiles = ka_tiles_new (surface, (key->passes & KA_MAP_BASE) != 0, find_shown (self, job));
}

static void
paint_pass (const KaMapJob *job, gboolean is_land)
{
  for (gsize i = 0; i < job->n_sheets && !g_cancellable_is_cancelled (job->cancellable); i++)
    if (((job->sheets[i]->key.passes & KA_MAP_BASE) != 0) == is_land)
      paint_sheet (job->sheets[i], job);
}

static gpointer
paint_land (gpointer data)
{
  paint_pass (data, TRUE);

  return NULL;
}

void
ka_map_job_paint (KaMapJob *job)
{
  GThread *thread = job->n_sheets > 1 ? g_thread_try_new ("map land", paint_land, job, NULL) : NULL;

  paint_pass (job, FALSE);
  if (thread != NULL)
    g_thread_join (thread);
  else
    paint_pass (job, TRUE);
}

void
ka_map_sheet_compare (KaMapSheet *self, KaMapSheet *old)
{
  ka_tiles_compare (self->tiles, is_same_part (self, old) ? old->tiles : NULL);
}

/* Where a frame shows a sheet. Returns whether it does so pixel on pixel. */
static gboolean
get_place (const KaMapSheet *self, const KaMapFrame *frame, KaTilesPlace *place)
{
  const double scale = self->key.scale;
  const double ratio = frame->viewport.scale / self->key.viewport.scale;
  KaPoint      corner = ka_viewport_to_km (&self->key.viewport, (KaPoint){ 0, 0 });

  corner = ka_viewport_to_user (&frame->viewport, corner);
  if (ratio == 1.0)
    corner = (KaPoint){ round (corner.x * scale) / scale, round (corner.y * scale) / scale };
  *place = (KaTilesPlace){ .snapshot = frame->snapshot,
                           .widget = frame->widget,
                           .corner_px = { corner.x * frame->unit, corner.y * frame->unit },
                           .pixel = ratio * frame->unit / scale };

  return ratio == 1.0;
}

void
ka_map_sheet_append (KaMapSheet *self, const KaMapFrame *frame, KaFade fade, double alpha)
{
  KaTilesPlace place;
  gboolean     is_exact;

  if (self == NULL)
    return;

  is_exact = get_place (self, frame, &place);
  place.fade = fade;
  place.alpha = alpha;
  if (is_exact)
    ka_tiles_append (self->tiles, &place);
  else
    ka_tiles_append_scaled (self->tiles, &place);
}

void
ka_map_sheet_append_around (KaMapSheet *self, const KaMapFrame *frame, const KaMapSheet *over)
{
  KaTilesPlace    place;
  KaTilesPlace    place_over;
  graphene_rect_t hidden;

  if (self == NULL || self == over)
    return;

  get_place (over, frame, &place_over);
  hidden = ka_tiles_get_covered (over->tiles, &place_over);
  get_place (self, frame, &place);
  place.alpha = 1.0;
  place.hidden = &hidden;
  ka_tiles_append_scaled (self->tiles, &place);
}
