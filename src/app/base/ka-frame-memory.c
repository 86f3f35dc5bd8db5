/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps the memory through which frames reach an X server.
 *
 * Cairo hands a frame over in a block of shared memory, and gives the block back when nothing of it
 * is in use: after each frame that fills a window. The pages of a new block cost more than all else
 * of a frame of the map. A small picture in the block keeps it.
 */

#include "config.h"

#include "ka-frame-memory.h"

#ifdef GDK_WINDOWING_X11
#include <cairo-xlib.h>
#include <gdk/x11/gdkx.h>
#include <gsk/gsk.h>
#endif

#include "ka-cairo-auto.h"

/* How long it is kept after the last use */
#define REST_S 2
/* The side of the small picture */
#define SMALL_PX 16

struct _KaFrameMemory
{
  GtkWidget       *widget; /* borrowed */
  cairo_surface_t *small;  /* (nullable): owned; the picture in the block */
  gsize            bytes;  /* the size of a frame that fits in the block */
  gint64           used_us;
  guint            source; /* 0 while it is not in use */
};

KaFrameMemory *
ka_frame_memory_new (GtkWidget *widget)
{
  KaFrameMemory *self = g_new0 (KaFrameMemory, 1);

  self->widget = widget;

  return self;
}

static void
give_back (KaFrameMemory *self)
{
  g_clear_pointer (&self->small, cairo_surface_destroy);
  self->bytes = 0;
}

void
ka_frame_memory_free (KaFrameMemory *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  give_back (self);
  g_free (self);
}

#ifdef GDK_WINDOWING_X11
/* The surface of a window that has been drawn, by Cairo; NULL for any other */
static GdkSurface *
get_drawn_surface (GtkWidget *widget)
{
  GtkNative     *native = gtk_widget_get_native (widget);
  GskRenderer   *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  GdkSurface    *surface;

  if (renderer == NULL || !GSK_IS_CAIRO_RENDERER (renderer) || clock == NULL ||
      gdk_frame_clock_get_frame_counter (clock) < 1)
    return NULL;

  surface = gtk_native_get_surface (native);

  return GDK_IS_X11_SURFACE (surface) ? surface : NULL;
}

static cairo_surface_t *
create_window_surface (GdkSurface *surface, int width, int height)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));

  return cairo_xlib_surface_create (display, gdk_x11_surface_get_xid (surface),
                                    DefaultVisual (display, DefaultScreen (display)), width,
                                    height);
}

/* Cairo takes a block in which the next power of two has a place. A picture of half that size has
 * it take the block, and the small one finds a place there, too. */
static void
keep (KaFrameMemory *self)
{
  GdkSurface *surface = get_drawn_surface (self->widget);
  const int   scale = gtk_widget_get_scale_factor (self->widget);
  const int   width = surface != NULL ? gdk_surface_get_width (surface) * scale : 0;
  const int   height = surface != NULL ? gdk_surface_get_height (surface) * scale : 0;
  const gsize row = (gsize) width * 4;
  const gsize bytes = row * (gsize) height;
  gsize       half = 1;
  g_autoptr (cairo_surface_t) window = NULL;
  g_autoptr (cairo_surface_t) large = NULL;

  if (bytes <= self->bytes)
    return;

  give_back (self);
  while (half <= bytes / 2)
    half *= 2;
  window = create_window_surface (surface, width, height);
  large = cairo_surface_create_similar_image (window, CAIRO_FORMAT_RGB24, width,
                                              (int) (half / row) + 1);
  self->small = cairo_surface_create_similar_image (window, CAIRO_FORMAT_RGB24, SMALL_PX, SMALL_PX);
  self->bytes = bytes;
}
#else
static void
keep (KaFrameMemory *self)
{
}
#endif

/* Looks again later when it was used meanwhile; the window may be larger by then. */
static gboolean
used_cb (gpointer data)
{
  KaFrameMemory *self = data;
  const gint64   rested_s = (g_get_monotonic_time () - self->used_us) / G_USEC_PER_SEC;

  self->source = 0;
  if (rested_s >= REST_S)
    {
      give_back (self);
      return G_SOURCE_REMOVE;
    }

  keep (self);
  if (self->small != NULL)
    self->source = g_timeout_add_seconds ((guint) (REST_S - rested_s), used_cb, self);

  return G_SOURCE_REMOVE;
}

void
ka_frame_memory_use (KaFrameMemory *self)
{
  self->used_us = g_get_monotonic_time ();
  if (self->source == 0)
    self->source = g_idle_add (used_cb, self);
}
