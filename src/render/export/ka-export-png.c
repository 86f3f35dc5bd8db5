/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes PNG with its resolution (pHYs) and with texts about the picture (iTXt, in UTF-8), which
 * the writer of cairo leaves out. Source: W3C, *Portable Network Graphics*, third edition (2025).
 *
 * libpng writes the chunks and libdeflate the pixels. Rows have no filter: drawn areas repeat
 * exactly, and compress as well without one.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-cairo-auto.h"
#include "ka-export-png.h"

#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <string.h>

#define USER_UNITS_PER_METRE (96 / 0.0254)
#define LEVEL                6
#define MAX_CHUNK            (1 << 20)
/* Cairo reads pixels of 32 bits. */
#define ALIGNMENT 16

typedef struct
{
  GByteArray *bytes;
  char       *message; /* (nullable): why libpng gave up */
} Sink;

gboolean
ka_export_raster_init (KaExportRaster *self, const KaExport *export, GError **error)
{
  const double width = round (export->page->width * export->scale);
  const double height = round (export->page->height * export->scale);
  const gsize  rows = (gsize) height;

  *self = (KaExportRaster){ .width = (int) width,
                            .height = (int) height,
                            .has_alpha = export->page->is_transparent,
                            .head = (rows + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };
  self->memory = g_try_malloc0 (self->head + rows * (gsize) width * 4);
  if (self->memory != NULL)
    return TRUE;

  g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_DRAW,
               _ ("no memory for a picture of %d × %d pixels"), self->width, self->height);

  return FALSE;
}

void
ka_export_raster_clear (KaExportRaster *self)
{
  g_clear_pointer (&self->memory, g_free);
}

gboolean
ka_export_raster_paint (KaExportRaster *self, const KaExport *export, GError **error)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create_for_data (
    self->memory + self->head, self->has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
    self->width, self->height, self->width * 4);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_scale (cr, export->scale, export->scale);
  ka_page_paint (cr, export->scene, export->state, export->theme, export->page);
  cairo_surface_flush (surface);

  return ka_export_check_status (cr, surface, error);
}

static guint8
divide (guint32 part, guint32 alpha)
{
  return (guint8) MIN ((part * 255 + alpha / 2) / alpha, 255);
}

static guint8 *
write_opaque (const guint32 *from, guint8 *to, int width)
{
  for (int i = 0; i < width; i++)
    {
      const guint32 pixel = from[i];

      *to++ = (guint8) (pixel >> 16);
      *to++ = (guint8) (pixel >> 8);
      *to++ = (guint8) pixel;
    }

  return to;
}

/* Divides the colours by the opacity, by which cairo multiplies them. */
static guint8 *
write_transparent (const guint32 *from, guint8 *to, int width)
{
  for (int i = 0; i < width; i++)
    {
      const guint32 pixel = from[i];
      const guint32 alpha = pixel >> 24;

      *to++ = alpha == 0 ? 0 : divide (pixel >> 16 & 255, alpha);
      *to++ = alpha == 0 ? 0 : divide (pixel >> 8 & 255, alpha);
      *to++ = alpha == 0 ? 0 : divide (pixel & 255, alpha);
      *to++ = (guint8) alpha;
    }

  return to;
}

/* Turns the pixels of cairo into rows of PNG in their place. A row begins with the byte of its
 * filter. The pixels begin a byte a row later than the rows, so none is overwritten unread. Returns
 * the size of the rows. */
static gsize
pack_rows (KaExportRaster *self)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) (self->memory + self->head);
  guint8        *to = self->memory;

  for (int y = 0; y < self->height; y++, pixels += self->width)
    {
      *to++ = PNG_FILTER_VALUE_NONE;
      to = self->has_alpha ? write_transparent (pixels, to, self->width)
                           : write_opaque (pixels, to, self->width);
    }

  return (gsize) (to - self->memory);
}

GBytes *
ka_export_raster_compress (KaExportRaster *self, GError **error)
{
  const gsize                   size = pack_rows (self);
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (LEVEL);
  const gsize bound = compressor != NULL ? libdeflate_zlib_compress_bound (compressor, size) : 0;
  guint8     *packed = compressor != NULL ? g_try_malloc (bound) : NULL;
  gsize       length = 0;

  if (packed != NULL)
    length = libdeflate_zlib_compress (compressor, self->memory, size, packed, bound);
  libdeflate_free_compressor (compressor);
  if (length > 0)
    return g_bytes_new_take (g_realloc (packed, length), length);

  g_free (packed);
  g_set_error_literal (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_DRAW,
                       _ ("no memory to compress the picture"));

  return NULL;
}

static void
error_cb (png_structp png, png_const_charp message)
{
  Sink *sink = png_get_error_ptr (png);

  g_free (sink->message);
  sink->message = g_strdup (message);
  png_longjmp (png, 1);
}

static void
warning_cb (png_structp png, png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  Sink *sink = png_get_io_ptr (png);

  g_byte_array_append (sink->bytes, data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

/* Writes what stands before the pixels. */
static void
write_head (png_structp           png,
            png_infop             info,
            const KaExportRaster *raster,
            double                scale,
            const GArray         *texts)
{
  const guint32 per_metre = (guint32) lround (scale * USER_UNITS_PER_METRE);

  png_set_IHDR (png, info, (png_uint_32) raster->width, (png_uint_32) raster->height, 8,
                raster->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  for (guint i = 0; i < texts->len; i++)
    {
      const KaExportText *text = &g_array_index (texts, KaExportText, i);

      png_set_text (png, info,
                    &(png_text){ .compression = PNG_ITXT_COMPRESSION_NONE,
                                 .key = (png_charp) (guintptr) text->key,
                                 .text = text->value,
                                 .itxt_length = strlen (text->value) },
                    1);
    }
  png_write_info (png, info);
}

static gboolean
write_chunks (Sink                 *sink,
              const KaExportRaster *raster,
              GBytes               *pixels,
              double                scale,
              const GArray         *texts)
{
  const guint8 *data = g_bytes_get_data (pixels, NULL);
  const gsize   size = g_bytes_get_size (pixels);
  png_infop     info;
  png_structp   png = png_create_write_struct (PNG_LIBPNG_VER_STRING, sink, error_cb, warning_cb);

  if (png == NULL)
    return FALSE;
  info = png_create_info_struct (png);
  if (info == NULL || setjmp (png_jmpbuf (png)) != 0)
    {
      png_destroy_write_struct (&png, &info);
      return FALSE;
    }

  png_set_write_fn (png, sink, write_cb, flush_cb);
  write_head (png, info, raster, scale, texts);
  for (gsize at = 0; at < size; at += MAX_CHUNK)
    png_write_chunk (png, (png_const_bytep) "IDAT", data + at, MIN (size - at, MAX_CHUNK));
  png_write_chunk (png, (png_const_bytep) "IEND", NULL, 0);
  png_destroy_write_struct (&png, &info);

  return TRUE;
}

GBytes *
ka_export_render_png (const KaExport *self, GError **error)
{
  g_auto (KaExportRaster) raster = { 0 };
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GArray) texts = ka_export_list_texts (self);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Sink sink = { .bytes = bytes };

  if (!ka_export_raster_init (&raster, self, error) ||
      !ka_export_raster_paint (&raster, self, error))
    return NULL;
  pixels = ka_export_raster_compress (&raster, error);
  if (pixels == NULL)
    return NULL;
  if (write_chunks (&sink, &raster, pixels, self->scale, texts))
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_DRAW,
               _ ("the picture could not be written as PNG: %s"),
               sink.message != NULL ? sink.message : _ ("out of memory"));
  g_free (sink.message);

  return NULL;
}
