/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Decides which pictures of the map are missing, has a worker paint them, keeps them, and fades
 * from one epoch to the next.
 */

#include "config.h"

#include "ka-map-pictures.h"

#include <math.h>

#include "ka-map-epochs.h"
#include "ka-memory.h"

/* How far painted land reaches beyond each edge of the view, in user units, and how little of that
 * may be left before more is painted. */
#define LAND_MARGIN_PX 256.0
#define LEFT_MARGIN_PX 85.0
/* How long the view rests before neighbouring epochs are painted. */
#define AHEAD_DELAY_MS 100
#define FADE_MS        200.0
/* Room for kept pictures: a few epochs in a window of common size. Land and names of an epoch
 * and of its neighbours are kept in any case. */
#define MAX_CACHE_BYTES  ((gsize) 24 * 1024 * 1024)
#define MIN_CACHE_SHEETS 6
/* How long the view rests before the pictures of other epochs and places are given back. */
#define REST_S 30

/* Land and names of a day; each is nullable. */
typedef struct
{
  KaMapSheet *land;
  KaMapSheet *names;
} Pair;

struct _KaMapPictures
{
  GObject parent_instance;

  /* Owned */
  KaMapScene  *scene;
  KaMapEpochs *epochs;
  GPtrArray   *cache; /* (element-type KaMapSheet), the one used last at the end */
  Pair         day;
  Pair         pinned;
  Pair         old; /* fades out */

  KaMapRequest request;
  KaMapJob    *job; /* (nullable): what the worker paints; the worker fills in pixels meanwhile */
  gboolean     is_ahead; /* whether that is for a neighbouring epoch */
  guint        ahead_source;
  guint        rest_source;
  gint64       used_us;       /* when the view changed last */
  double       fade;          /* the opacity of what fades in, below 1 in a fade */
  gint64       fade_start_us; /* the time of its first frame, 0 before */
};

G_DEFINE_FINAL_TYPE (KaMapPictures, ka_map_pictures, G_TYPE_OBJECT)

/* Keys */

static KaMapKey
get_land_key (KaMapPictures *self, KaDay day, const KaViewport *viewport, double margin)
{
  KaMapKey key = self->request.key;

  key.passes = KA_MAP_BASE;
  key.state.day = day;
  key.epoch = ka_map_epochs_get_land (self->epochs, day);
  key.state.range = ka_map_epochs_round (self->epochs, key.state.range);
  key.viewport = *viewport;
  key.viewport.width += 2 * margin;
  key.viewport.height += 2 * margin;

  return key;
}

static KaMapKey
get_names_key (KaMapPictures *self, KaDay day, const KaViewport *viewport)
{
  KaMapKey key = get_land_key (self, day, viewport, 0);

  key.passes = KA_MAP_HIGHLIGHT | KA_MAP_LABELS;
  key.epoch = ka_map_epochs_get_names (self->epochs, day);

  return key;
}

static gboolean
covers (const KaMapSheet *sheet, const KaMapKey *wanted)
{
  return sheet != NULL && ka_map_key_covers (&sheet->key, wanted);
}

/* Cache */

static gsize
measure_cache (KaMapPictures *self)
{
  gsize bytes = 0;

  for (guint i = 0; i < self->cache->len; i++)
    bytes += ka_tiles_get_bytes (((KaMapSheet *) self->cache->pdata[i])->tiles);

  return bytes;
}

static KaMapSheet *
find_kept (KaMapPictures *self, const KaMapKey *wanted)
{
  for (guint i = self->cache->len; i > 0; i--)
    {
      KaMapSheet *sheet = self->cache->pdata[i - 1];

      if (!covers (sheet, wanted))
        continue;
      g_ptr_array_steal_index (self->cache, i - 1);
      g_ptr_array_add (self->cache, sheet);
      return sheet;
    }

  return NULL;
}

static gboolean
is_covered (const KaMapSheet *sheet, const KaViewport *viewport)
{
  return ka_box_covers (ka_viewport_get_box (&sheet->key.viewport), ka_viewport_get_box (viewport));
}

/* How far the scale of a picture is from the wanted one, at which no pixel is lost or repeated */
static double
measure_blur (const KaMapSheet *sheet, const KaMapKey *wanted)
{
  return fabs (log (sheet->key.viewport.scale / wanted->viewport.scale));
}

static KaMapSheet *
find_widest (KaMapPictures *self, const KaMapKey *wanted)
{
  KaMapSheet *widest = NULL;
  double      width_km = 0;

  for (guint i = 0; i < self->cache->len; i++)
    {
      KaMapSheet *sheet = self->cache->pdata[i];
      double      km = sheet->key.viewport.width / sheet->key.viewport.scale;

      if (km <= width_km || !ka_map_key_matches (&sheet->key, wanted))
        continue;
      widest = sheet;
      width_km = km;
    }

  return widest;
}

/* Of the kept pictures of the same map, the sharpest one that covers what is wanted, or else the
 * widest one */
static KaMapSheet *
find_backdrop (KaMapPictures *self, const KaMapKey *wanted)
{
  KaMapSheet *sharpest = NULL;

  for (guint i = 0; i < self->cache->len; i++)
    {
      KaMapSheet *sheet = self->cache->pdata[i];

      if (ka_map_key_matches (&sheet->key, wanted) && is_covered (sheet, &wanted->viewport) &&
          (sharpest == NULL || measure_blur (sheet, wanted) < measure_blur (sharpest, wanted)))
        sharpest = sheet;
    }

  return sharpest != NULL ? sharpest : find_widest (self, wanted);
}

/* Drops the picture that is unused the longest, but not the widest one of the day, which a way out
 * shows first. */
static void
drop_sheet (KaMapPictures *self)
{
  const KaMapKey *key = &self->request.key;
  const KaMapKey  wanted = get_land_key (self, key->state.day, &key->viewport, 0);

  g_ptr_array_remove_index (self->cache,
                            self->cache->pdata[0] == find_widest (self, &wanted) ? 1 : 0);
}

/* Keeps a sheet instead of those that it covers. */
static void
keep_sheet (KaMapPictures *self, KaMapSheet *sheet)
{
  KaMapSheet *kept = NULL;

  for (guint i = self->cache->len; i > 0; i--)
    if (covers (sheet, &((KaMapSheet *) self->cache->pdata[i - 1])->key))
      g_ptr_array_remove_index (self->cache, i - 1);
  ka_map_sheet_set (&kept, sheet);
  g_ptr_array_add (self->cache, kept);
  while (self->cache->len > MIN_CACHE_SHEETS && measure_cache (self) > MAX_CACHE_BYTES)
    drop_sheet (self);
}

void
ka_map_pictures_rest (KaMapPictures *self)
{
  KaMapSheet *const shown[] = { self->day.land, self->day.names, self->pinned.land,
                                self->pinned.names };

  g_ptr_array_set_size (self->cache, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (shown[i] != NULL)
      keep_sheet (self, shown[i]);
  ka_memory_give_back ();
}

/* Looks again later when the view was used meanwhile. */
static gboolean
rest_cb (gpointer data)
{
  KaMapPictures *self = data;
  const gint64   rested_s = (g_get_monotonic_time () - self->used_us) / G_USEC_PER_SEC;

  self->rest_source = 0;
  if (rested_s < REST_S)
    self->rest_source = g_timeout_add_seconds ((guint) (REST_S - rested_s) + 1, rest_cb, self);
  else
    ka_map_pictures_rest (self);

  return G_SOURCE_REMOVE;
}

/* Jobs */

static void
free_job (KaMapJob *job)
{
  for (gsize i = 0; i < job->n_sheets; i++)
    ka_map_sheet_unref (job->sheets[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (job->shown); i++)
    ka_map_sheet_unref (job->shown[i]);
  ka_map_sheet_unref (job->previous);
  ka_map_scene_unref (job->scene);
  g_object_unref (job->cancellable);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaMapJob, free_job)

static gboolean
has_sheet (KaMapPictures *self, const KaMapSheet *shown, const KaMapKey *wanted)
{
  return covers (shown, wanted) || find_kept (self, wanted) != NULL;
}

static gboolean
is_coming (KaMapPictures *self, const KaMapKey *wanted)
{
  for (gsize i = 0; self->job != NULL && i < self->job->n_sheets; i++)
    if (covers (self->job->sheets[i], wanted))
      return TRUE;

  return FALSE;
}

/* Another epoch gets the part of the land that is on screen, if it has all that is wanted: then the
 * two differ only where the land does. The first frame does not wait for more than is wanted. */
static void
widen_land (KaMapPictures *self, KaMapKey *key)
{
  KaMapKey wide = *key;

  if (self->day.land == NULL)
    return;

  wide.viewport = self->day.land->key.viewport;
  if (!ka_map_key_covers (&wide, key))
    {
      wide.viewport = key->viewport;
      wide.viewport.width += 2 * (LAND_MARGIN_PX - LEFT_MARGIN_PX);
      wide.viewport.height += 2 * (LAND_MARGIN_PX - LEFT_MARGIN_PX);
    }
  *key = wide;
}

/* Adds land and names of a day to a job, as far as they are missing. */
static void
add_missing (KaMapPictures *self, KaMapJob *job, KaDay day, const Pair *shown)
{
  const KaMapRequest *request = &self->request;
  KaMapKey            wanted = get_land_key (self, day, &request->target, LEFT_MARGIN_PX);

  if (!has_sheet (self, shown->land, &wanted) && !is_coming (self, &wanted))
    {
      widen_land (self, &wanted);
      job->sheets[job->n_sheets++] = ka_map_sheet_new (&wanted);
    }
  if (request->is_held && shown->names != NULL &&
      shown->names->key.viewport.scale == request->target.scale)
    return;

  wanted = get_names_key (self, day, &request->target);
  if (!has_sheet (self, shown->names, &wanted) && !is_coming (self, &wanted))
    job->sheets[job->n_sheets++] = ka_map_sheet_new (&wanted);
}

/* What the day lacks, and the pinned day; or ahead what the next epoch lacks, or else the previous
 * one. */
static KaMapJob *
create_job (KaMapPictures *self, gboolean is_ahead)
{
  KaMapJob          *job = g_new0 (KaMapJob, 1);
  const KaViewState *state = &self->request.key.state;
  KaDay              next = ka_map_epochs_get_next (self->epochs, state->day);
  KaDay              start = ka_map_epochs_get_names (self->epochs, state->day);

  job->scene = ka_map_scene_ref (self->scene);
  job->cancellable = g_cancellable_new ();
  ka_map_sheet_set (&job->previous, self->day.names);
  job->shown[0] = ka_map_sheet_copy (self->day.land);
  job->shown[1] = ka_map_sheet_copy (self->day.names);
  if (!is_ahead)
    add_missing (self, job, state->day, &self->day);
  if (!is_ahead && self->request.has_swipe)
    add_missing (self, job, state->pinned_day, &self->pinned);
  if (is_ahead && next != KA_DAY_MAX)
    add_missing (self, job, next, &self->day);
  if (is_ahead && job->n_sheets == 0 && start != KA_DAY_MIN)
    add_missing (self, job, start - 1, &self->day);

  return job;
}

/* What is on screen */

static gboolean
is_of_epoch (const KaMapSheet *sheet, const KaMapKey *wanted)
{
  return sheet != NULL && sheet->key.epoch == wanted->epoch;
}

/* Shows a kept picture, unless the one on screen is as good. */
static void
show_kept (KaMapPictures *self, KaMapSheet **shown, const KaMapKey *wanted)
{
  KaMapSheet *found = covers (*shown, wanted) ? NULL : find_kept (self, wanted);

  if (found != NULL)
    {
      ka_map_sheet_set (shown, found);
      g_signal_emit_by_name (self, "changed");
    }
}

static void
set_pair (Pair *pair, const Pair *from)
{
  ka_map_sheet_set (&pair->land, from->land);
  ka_map_sheet_set (&pair->names, from->names);
}

static void
end_fade (KaMapPictures *self)
{
  self->fade = 1.0;
  set_pair (&self->old, &(Pair){ NULL, NULL });
}

/* Replaces land and names together. */
static void
show_epoch (KaMapPictures *self, const KaMapKey *land, const KaMapKey *names)
{
  set_pair (&self->old, &self->day);
  show_kept (self, &self->day.land, land);
  show_kept (self, &self->day.names, names);
  if (!self->request.is_animated || self->old.names == NULL)
    {
      end_fade (self);
      return;
    }

  ka_map_sheet_compare (self->day.land, self->old.land);
  ka_map_sheet_compare (self->day.names, self->old.names);
  self->fade = 0;
  self->fade_start_us = 0;
}

/* While the day runs faster than the worker, the last picture is better than an older one. */
static void
show_meanwhile (KaMapPictures *self, const KaMapJob *job)
{
  const KaMapKey *key = &self->request.key;
  KaMapKey        wanted = get_land_key (self, key->state.day, &key->viewport, 0);

  if (is_of_epoch (self->day.land, &wanted) || self->fade < 1.0 || self->request.has_swipe)
    return;

  for (gsize i = 0; i < job->n_sheets; i++)
    if (job->sheets[i]->key.viewport.scale == key->viewport.scale)
      ka_map_sheet_set (job->sheets[i]->key.passes & KA_MAP_BASE ? &self->day.land
                                                                 : &self->day.names,
                        job->sheets[i]);
}

static void start_job (KaMapPictures *self);

static void
show_painted (KaMapPictures *self)
{
  const KaMapRequest *request = &self->request;
  const KaViewport   *viewport = &request->key.viewport;
  KaMapKey            land = get_land_key (self, request->key.state.day, viewport, 0);
  KaMapKey            names = get_names_key (self, request->key.state.day, viewport);

  if (is_of_epoch (self->day.land, &land) && is_of_epoch (self->day.names, &names))
    {
      show_kept (self, &self->day.land, &land);
      show_kept (self, &self->day.names, &names);
    }
  else if (has_sheet (self, self->day.land, &land) && has_sheet (self, self->day.names, &names))
    show_epoch (self, &land, &names);
  if (request->has_swipe)
    {
      land = get_land_key (self, request->key.state.pinned_day, viewport, 0);
      names = get_names_key (self, request->key.state.pinned_day, viewport);
      show_kept (self, &self->pinned.land, &land);
      show_kept (self, &self->pinned.names, &names);
    }
  start_job (self);
}

/* The worker */

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ka_map_job_paint (data);
  g_task_return_boolean (task, TRUE);
}

static void
keep_painted (KaMapPictures *self, const KaMapJob *job)
{
  for (gsize i = 0; i < job->n_sheets; i++)
    keep_sheet (self, job->sheets[i]);
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaMapPictures *self = KA_MAP_PICTURES (source);
  g_autoptr (KaMapJob) job = data;
  gboolean is_ahead = self->is_ahead;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  self->job = NULL;
  keep_painted (self, job);
  show_painted (self);
  if (is_ahead)
    return;

  show_meanwhile (self, job);
  g_signal_emit_by_name (self, "changed");
}

static void
run_job (KaMapPictures *self, KaMapJob *job, gboolean is_ahead)
{
  g_autoptr (GTask) task = g_task_new (self, job->cancellable, painted_cb, job);

  self->job = job;
  self->is_ahead = is_ahead;
  g_task_set_source_tag (task, run_job);
  g_task_set_priority (task, is_ahead ? G_PRIORITY_LOW : G_PRIORITY_DEFAULT);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, run_in_thread);
}

void
ka_map_pictures_stop (KaMapPictures *self)
{
  g_clear_handle_id (&self->ahead_source, g_source_remove);
  if (self->job != NULL)
    g_cancellable_cancel (self->job->cancellable);
  self->job = NULL;
}

static gboolean
paint_ahead_cb (gpointer data)
{
  KaMapPictures *self = data;
  g_autoptr (KaMapJob) job = NULL;

  self->ahead_source = 0;
  if (self->job != NULL || self->request.is_moving)
    return G_SOURCE_REMOVE;

  ka_memory_bound ();
  job = create_job (self, TRUE);
  if (job->n_sheets > 0)
    run_job (self, g_steal_pointer (&job), TRUE);

  return G_SOURCE_REMOVE;
}

/* Has the worker paint what is missing, or later what will be missing. */
static void
start_job (KaMapPictures *self)
{
  g_autoptr (KaMapJob) job = NULL;

  if (self->job != NULL && !self->is_ahead)
    return;

  job = create_job (self, FALSE);
  if (job->n_sheets > 0)
    {
      ka_map_pictures_stop (self);
      run_job (self, g_steal_pointer (&job), FALSE);
    }
  else if (self->ahead_source == 0 && self->job == NULL)
    self->ahead_source = g_timeout_add (AHEAD_DELAY_MS, paint_ahead_cb, self);
}

/* Paints at once what is to be seen, so that the first frame has it. */
static void
paint_first (KaMapPictures *self, GArray *furniture)
{
  g_autoptr (KaMapJob) job = create_job (self, FALSE);

  if (furniture != NULL)
    job->sheets[1]->furniture = g_array_ref (furniture);
  ka_map_job_paint (job);
  keep_painted (self, job);
  ka_map_sheet_set (&self->day.land, job->sheets[0]);
  ka_map_sheet_set (&self->day.names, job->sheets[1]);
  show_painted (self);
}

static void
ka_map_pictures_finalize (GObject *object)
{
  KaMapPictures *self = KA_MAP_PICTURES (object);

  g_clear_handle_id (&self->ahead_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  set_pair (&self->day, &(Pair){ NULL, NULL });
  set_pair (&self->pinned, &(Pair){ NULL, NULL });
  set_pair (&self->old, &(Pair){ NULL, NULL });
  g_ptr_array_unref (self->cache);
  ka_map_epochs_free (self->epochs);
  ka_map_scene_unref (self->scene);

  G_OBJECT_CLASS (ka_map_pictures_parent_class)->finalize (object);
}

static void
ka_map_pictures_class_init (KaMapPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ka_map_pictures_finalize;
  g_signal_new ("changed", KA_TYPE_MAP_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
ka_map_pictures_init (KaMapPictures *self)
{
  self->fade = 1.0;
  self->cache = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_map_sheet_unref);
}

KaMapPictures *
ka_map_pictures_new (KaMapScene *scene)
{
  KaMapPictures *self = g_object_new (KA_TYPE_MAP_PICTURES, NULL);

  self->scene = ka_map_scene_ref (scene);
  self->epochs = ka_map_epochs_new (ka_map_scene_get_atlas (scene));

  return self;
}

void
ka_map_pictures_update (KaMapPictures *self, const KaMapRequest *request)
{
  if (self->request.has_swipe != request->has_swipe)
    set_pair (&self->pinned, &(Pair){ NULL, NULL });
  self->request = *request;
  self->used_us = g_get_monotonic_time ();
  if (self->rest_source == 0)
    self->rest_source = g_timeout_add_seconds (REST_S, rest_cb, self);
  if (self->day.land != NULL)
    show_painted (self);
}

gboolean
ka_map_pictures_advance (KaMapPictures *self, gint64 now_us)
{
  if (self->fade >= 1.0)
    return FALSE;

  if (self->fade_start_us == 0)
    self->fade_start_us = now_us;
  self->fade = (double) (now_us - self->fade_start_us) / (FADE_MS * 1000.0);
  if (self->fade >= 1.0)
    end_fade (self);
  g_signal_emit_by_name (self, "changed");

  return self->fade < 1.0;
}

static void
append_sea (KaMapPictures *self, const KaMapFrame *frame)
{
  const KaColour *sea = &self->request.key.theme->sea;

  gtk_snapshot_append_color (
    frame->snapshot, &(GdkRGBA){ (float) sea->red, (float) sea->green, (float) sea->blue, 1 },
    &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (frame->widget),
                         (float) gtk_widget_get_height (frame->widget)));
}

/* Shows a wider picture where the land of the day ends, and the sea where that one ends, too.
 * Returns whether the wider one shows all, and no less sharply. */
static gboolean
append_backdrop (KaMapPictures *self, const KaMapFrame *frame)
{
  KaMapSheet *land = self->old.land != NULL ? self->old.land : self->day.land;
  KaMapKey    wanted = get_land_key (self, self->request.key.state.day, &frame->viewport, 0);
  KaMapSheet *backdrop = find_backdrop (self, &wanted);

  if (backdrop == NULL || !is_covered (backdrop, &frame->viewport))
    append_sea (self, frame);
  else if (self->fade >= 1.0 && measure_blur (backdrop, &wanted) < measure_blur (land, &wanted))
    {
      ka_map_sheet_append (backdrop, frame, KA_FADE_NONE, 1.0);
      return TRUE;
    }
  ka_map_sheet_append_around (backdrop, frame, land);

  return FALSE;
}

void
ka_map_pictures_append_land (KaMapPictures *self, const KaMapFrame *frame, GArray *furniture)
{
  if (self->day.land == NULL)
    paint_first (self, furniture);
  if (!is_covered (self->day.land, &frame->viewport) && append_backdrop (self, frame))
    return;
  ka_map_sheet_append (self->old.land, frame, KA_FADE_OUT, 1.0);
  ka_map_sheet_append (self->day.land, frame, KA_FADE_IN, self->fade);
}

void
ka_map_pictures_append_names (KaMapPictures *self, const KaMapFrame *frame)
{
  ka_map_sheet_append (self->old.names, frame, KA_FADE_OUT, 1.0 - self->fade);
  ka_map_sheet_append (self->day.names, frame, KA_FADE_IN, self->fade);
}

gboolean
ka_map_pictures_has_pinned (KaMapPictures *self)
{
  return self->pinned.land != NULL;
}

void
ka_map_pictures_append_pinned (KaMapPictures *self, const KaMapFrame *frame)
{
  ka_map_sheet_append (self->pinned.land, frame, KA_FADE_NONE, 1.0);
  ka_map_sheet_append (self->pinned.names, frame, KA_FADE_NONE, 1.0);
}

static void
describe_sheet (GString *text, const char *name, const KaMapSheet *sheet, const KaMapKey *wanted)
{
  const KaViewport *viewport = &sheet->key.viewport;
  g_autofree char  *checksum = ka_tiles_dup_checksum (sheet->tiles);
  guint             n_alike;
  guint             n_tiles = ka_tiles_count (sheet->tiles, &n_alike);

  g_string_append_printf (text,
                          "%s: epoch %" G_GINT64_FORMAT ", %s, at %.17g %.17g, scale %.17g, size "
                          "%.17g %.17g, %u of %u tiles alike, pixels %s\n",
                          name, sheet->key.epoch, covers (sheet, wanted) ? "current" : "stale",
                          viewport->centre_km.x, viewport->centre_km.y, viewport->scale,
                          viewport->width, viewport->height, n_alike, n_tiles, checksum);
}

char *
ka_map_pictures_to_string (KaMapPictures *self)
{
  GString        *text = g_string_new (NULL);
  const KaMapKey *key = &self->request.key;
  KaMapKey        land = get_land_key (self, key->state.day, &key->viewport, 0);
  KaMapKey        names = get_names_key (self, key->state.day, &key->viewport);
  gboolean        is_busy = self->job != NULL || self->ahead_source != 0;

  g_string_append_printf (
    text, "worker: %s\nfade: %g\nkept: %u pictures, %" G_GSIZE_FORMAT " bytes\n",
    is_busy ? "busy" : "idle", self->fade, self->cache->len, measure_cache (self));
  describe_sheet (text, "land", self->day.land, &land);
  describe_sheet (text, "names", self->day.names, &names);

  return g_string_free (text, FALSE);
}
