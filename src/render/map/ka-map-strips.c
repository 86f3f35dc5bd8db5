/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints a raster in horizontal strips, each on a thread of its own, or as a whole on another
 * thread. Each thread has a surface on all pixels, clipped to its rows: the coordinates are those
 * of the whole, and so is the rounding.
 */

#include "config.h"

#include "ka-map-strips.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-map-pixels.h"

/* More strips repeat more of the work that does not depend on their height. */
#define MAX_STRIPS 2u
/* The least height that pays for a thread, in pixels */
#define MIN_ROWS 128

typedef struct
{
  const KaPaintContext *whole;
  KaMapPaint            paint;
  cairo_surface_t      *target;
  cairo_matrix_t        matrix;
  double                ratio; /* pixels for a unit of the target */
  cairo_rectangle_int_t box;   /* around the frame, in pixels */
  guint                 n_strips;
} Job;

/* Gets the box of pixels around a frame; FALSE if the clip is another shape than a box of pixels.
 */
static gboolean
get_box (const KaPaintContext *context, double ratio, cairo_rectangle_int_t *box)
{
  cairo_t       *cr = context->cr;
  const gboolean is_box = ka_map_pixels_has_box (cr);
  double         x0, y0, x1, y1;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, context->viewport->width, context->viewport->height);
  cairo_clip (cr);
  cairo_identity_matrix (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  cairo_restore (cr);
  *box = (cairo_rectangle_int_t){ (int) floor (x0 * ratio), (int) floor (y0 * ratio),
                                  (int) ceil ((x1 - x0) * ratio), (int) ceil ((y1 - y0) * ratio) };

  return is_box;
}

/* A surface on the pixels of another: two threads must not draw on one surface at once. */
static cairo_surface_t *
share_pixels (cairo_surface_t *target)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
    cairo_image_surface_get_data (target), cairo_image_surface_get_format (target),
    cairo_image_surface_get_width (target), cairo_image_surface_get_height (target),
    cairo_image_surface_get_stride (target));
  double x, y;

  cairo_surface_get_device_scale (target, &x, &y);
  cairo_surface_set_device_scale (surface, x, y);
  cairo_surface_get_device_offset (target, &x, &y);
  cairo_surface_set_device_offset (surface, x, y);

  return surface;
}

/* A cairo_t of a thread, clipped to the rows from @first to before @last */
static cairo_t *
create_cairo (const Job *job, int first, int last)
{
  g_autoptr (cairo_surface_t) surface = share_pixels (job->target);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, job->box.x / job->ratio, (job->box.y + first) / job->ratio,
                   job->box.width / job->ratio, (last - first) / job->ratio);
  cairo_clip (cr);
  cairo_set_matrix (cr, &job->matrix);

  return cr;
}

/* Paints the strip of a number, from 1. */
static void
paint_strip (gpointer number, gpointer data)
{
  const Job     *job = data;
  const guint    strip = GPOINTER_TO_UINT (number) - 1;
  const int      first = (int) ((guint) job->box.height * strip / job->n_strips);
  const int      last = (int) ((guint) job->box.height * (strip + 1) / job->n_strips);
  KaPaintContext context = *job->whole;
  double         x0, y0, x1, y1;
  g_autoptr (cairo_t) cr = create_cairo (job, first, last);

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  context.cr = cr;
  ka_paint_context_narrow (&context, y0, y1);
  job->paint (&context);
  cairo_surface_flush (cairo_get_target (cr));
}

guint
ka_map_count_strips (const KaPaintContext *context)
{
  return CLAMP ((guint) context->viewport->height / MIN_ROWS, 1,
                MIN (g_get_num_processors (), MAX_STRIPS));
}

/* Fills in what threads share. Returns FALSE if there are no pixels, or the clip is another shape
 * than a box of whole pixels. */
static gboolean
prepare (Job *job, const KaPaintContext *context, KaMapPaint paint, guint n_strips)
{
  *job = (Job){ .whole = context, .paint = paint, .n_strips = n_strips };
  job->target = cairo_get_group_target (context->cr);
  cairo_surface_get_device_scale (job->target, &job->ratio, &job->ratio);
  cairo_get_matrix (context->cr, &job->matrix);

  return ka_map_is_raster (context->cr) && get_box (context, job->ratio, &job->box);
}

void
ka_map_paint_in_strips (const KaPaintContext *context, KaMapPaint paint, guint n_strips)
{
  Job          job;
  GThreadPool *pool;

  if (n_strips < 2 || !prepare (&job, context, paint, n_strips))
    {
      paint (context);
      return;
    }

  cairo_surface_flush (job.target);
  pool = g_thread_pool_new (paint_strip, &job, (int) n_strips - 1, FALSE, NULL);
  for (guint strip = 2; strip <= n_strips; strip++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (strip), NULL);
  paint_strip (GUINT_TO_POINTER (1), &job);
  g_thread_pool_free (pool, FALSE, TRUE);
  cairo_surface_mark_dirty (job.target);
}

struct _KaMapAside
{
  Job      job;
  GThread *thread;
};

static gpointer
paint_aside (gpointer data)
{
  const Job     *job = data;
  KaPaintContext context = *job->whole;
  g_autoptr (cairo_t) cr = create_cairo (job, 0, job->box.height);

  context.cr = cr;
  job->paint (&context);
  cairo_surface_flush (cairo_get_target (cr));

  return NULL;
}

KaMapAside *
ka_map_paint_aside (const KaPaintContext *context, KaMapPaint paint)
{
  g_autofree KaMapAside *self = g_new (KaMapAside, 1);

  if (ka_map_count_strips (context) < 2 || !prepare (&self->job, context, paint, 1))
    {
      paint (context);
      return NULL;
    }

  cairo_surface_flush (self->job.target);
  self->thread = g_thread_try_new ("map aside", paint_aside, &self->job, NULL);
  if (self->thread == NULL)
    {
      paint (context);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
ka_map_aside_finish (KaMapAside *self)
{
  if (self == NULL)
    return;

  g_thread_join (self->thread);
  cairo_surface_mark_dirty (self->job.target);
  g_free (self);
}
