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
#include "ka-export-film.h"
#include "ka-export-private.h"

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

/* The pixels of a picture, in one piece of memory */
typedef struct
{
  int      width;
  int      height;
  gboolean has_alpha;
  guint8  *memory; /* the pixels as cairo has them, from head on; then as PNG has them */
  gsize    head;
} Raster;

/* Pictures of one size; a PNG of one has no animation. */
struct _KaExportFilm
{
  Raster     raster; /* of the last picture */
  double     scale;
  GArray    *texts;        /* (nullable) (element-type KaExportText): of the first picture */
  GPtrArray *frames;       /* (element-type GBytes): compressed pixels */
  guint      milliseconds; /* that each stands */
};

static gboolean
raster_init (Raster *self, const KaExport *export, GError **error)
{
  const double width = round (export->page->width * export->scale);
  const double height = round (export->page->height * export->scale);
  const gsize  rows = (gsize) height;

  *self = (Raster){ .width = (int) width,
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

static void
raster_clear (Raster *self)
{
  g_clear_pointer (&self->memory, g_free);
}

static gboolean
raster_paint (Raster *self, const KaExport *export, GError **error)
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
pack_rows (Raster *self)
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

static GBytes *
raster_compress (Raster *self, GError **error)
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
write_head (png_structp   png,
            png_infop     info,
            const Raster *raster,
            double        scale,
            const GArray *texts)
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

static void
put_number (guint8 *to, guint32 number)
{
  for (int i = 0; i < 4; i++)
    to[i] = (guint8) (number >> (24 - 8 * i));
}

/* Says that a PNG is animated, and that it begins again without end. */
static void
write_animation (png_structp png, guint n_frames)
{
  guint8 data[8] = { 0 };

  put_number (data, n_frames);
  png_write_chunk (png, (png_const_bytep) "acTL", data, sizeof data);
}

/* Says how long the next frame stands. Returns the number of the next chunk of the animation. */
static guint32
write_frame_head (png_structp png, const KaExportFilm *film, guint32 number)
{
  guint8 data[26] = { 0 };

  put_number (data, number);
  put_number (data + 4, (guint32) film->raster.width);
  put_number (data + 8, (guint32) film->raster.height);
  data[20] = (guint8) (film->milliseconds >> 8);
  data[21] = (guint8) film->milliseconds;
  data[22] = 1000 >> 8;
  data[23] = 1000 & 255;
  png_write_chunk (png, (png_const_bytep) "fcTL", data, sizeof data);

  return number + 1;
}

/* Writes the pixels of a frame after the first, whose chunks are numbered. */
static guint32
write_frame (png_structp png, GBytes *pixels, guint32 number)
{
  const guint8 *data = g_bytes_get_data (pixels, NULL);
  const gsize   size = g_bytes_get_size (pixels);

  for (gsize at = 0; at < size; at += MAX_CHUNK)
    {
      const gsize length = MIN (size - at, MAX_CHUNK);
      guint8      head[4];

      put_number (head, number++);
      png_write_chunk_start (png, (png_const_bytep) "fdAT", (png_uint_32) length + 4);
      png_write_chunk_data (png, head, 4);
      png_write_chunk_data (png, data + at, length);
      png_write_chunk_end (png);
    }

  return number;
}

static void
write_pixels (png_structp png, GBytes *pixels)
{
  const guint8 *data = g_bytes_get_data (pixels, NULL);
  const gsize   size = g_bytes_get_size (pixels);

  for (gsize at = 0; at < size; at += MAX_CHUNK)
    png_write_chunk (png, (png_const_bytep) "IDAT", data + at, MIN (size - at, MAX_CHUNK));
}

static void
write_frames (png_structp png, const KaExportFilm *film)
{
  guint32 number = 0;

  if (film->frames->len > 1)
    {
      write_animation (png, film->frames->len);
      number = write_frame_head (png, film, number);
    }
  write_pixels (png, film->frames->pdata[0]);
  for (guint i = 1; i < film->frames->len; i++)
    number = write_frame (png, film->frames->pdata[i], write_frame_head (png, film, number));
}

static gboolean
write_chunks (Sink *sink, const KaExportFilm *film)
{
  png_infop   info;
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, sink, error_cb, warning_cb);

  if (png == NULL)
    return FALSE;
  info = png_create_info_struct (png);
  if (info == NULL || setjmp (png_jmpbuf (png)) != 0)
    {
      png_destroy_write_struct (&png, &info);
      return FALSE;
    }

  png_set_write_fn (png, sink, write_cb, flush_cb);
  write_head (png, info, &film->raster, film->scale, film->texts);
  write_frames (png, film);
  png_write_chunk (png, (png_const_bytep) "IEND", NULL, 0);
  png_destroy_write_struct (&png, &info);

  return TRUE;
}

KaExportFilm *
ka_export_film_new (double seconds)
{
  KaExportFilm *self = g_new0 (KaExportFilm, 1);

  self->milliseconds = (guint) CLAMP (lround (seconds * 1000), 1, G_MAXUINT16);
  self->frames = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  return self;
}

void
ka_export_film_free (KaExportFilm *self)
{
  raster_clear (&self->raster);
  g_clear_pointer (&self->texts, g_array_unref);
  g_ptr_array_unref (self->frames);
  g_free (self);
}

gboolean
ka_export_film_add (KaExportFilm *self, const KaExport *picture, GError **error)
{
  GBytes *pixels;

  if (!ka_export_check_size (picture->page, picture->scale, KA_EXPORT_PNG, error))
    return FALSE;
  raster_clear (&self->raster);
  if (!raster_init (&self->raster, picture, error) || !raster_paint (&self->raster, picture, error))
    return FALSE;
  pixels = raster_compress (&self->raster, error);
  if (pixels == NULL)
    return FALSE;

  if (self->texts == NULL)
    self->texts = ka_export_list_texts (picture);
  self->scale = picture->scale;
  g_ptr_array_add (self->frames, pixels);

  return TRUE;
}

GBytes *
ka_export_film_render (const KaExportFilm *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Sink sink = { .bytes = bytes };

  g_return_val_if_fail (self->frames->len > 0, NULL);

  if (write_chunks (&sink, self))
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_DRAW,
               _ ("the picture could not be written as PNG: %s"),
               sink.message != NULL ? sink.message : _ ("out of memory"));
  g_free (sink.message);

  return NULL;
}

GBytes *
ka_export_render_png (const KaExport *self, GError **error)
{
  g_autoptr (KaExportFilm) film = ka_export_film_new (1);

  return ka_export_film_add (film, self, error) ? ka_export_film_render (film, error) : NULL;
}
