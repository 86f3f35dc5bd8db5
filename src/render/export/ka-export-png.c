/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes PNG with its resolution (pHYs) and with texts about the picture (iTXt, in UTF-8), which
 * the writer of cairo leaves out. Source: W3C, *Portable Network Graphics*, third edition (2025).
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-cairo-auto.h"
#include "ka-export-private.h"
#include "ka-page-text.h"

#include <math.h>
#include <png.h>

#define USER_UNITS_PER_METRE (96 / 0.0254)
#define MAX_TEXTS            6

typedef struct
{
  GByteArray *bytes;
  char       *message; /* (nullable): why libpng gave up */
} Sink;

typedef struct
{
  png_text texts[MAX_TEXTS]; /* own their text */
  int      n_texts;
} Texts;

static void
texts_clear (Texts *self)
{
  for (int i = 0; i < self->n_texts; i++)
    g_free (self->texts[i].text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static void
add_text (Texts *texts, const char *key, char *value)
{
  texts->texts[texts->n_texts++] = (png_text){
    .compression = PNG_ITXT_COMPRESSION_NONE,
    .key = (png_charp) (guintptr) key,
    .text = value,
    .itxt_length = strlen (value),
  };
}

static void
fill_texts (Texts *texts, const KaExport *self)
{
  KaAtlas           *atlas = ka_map_scene_get_atlas (self->scene);
  const KaViewState *state = self->state;
  GArray            *blocks = ka_page_list_blocks (atlas, state);
  g_autofree char   *day = ka_day_to_iso (state->day);
  g_autofree char   *words = ka_day_to_words (state->day, state->language);

  add_text (texts, "Title", ka_page_dup_title (atlas, state));
  add_text (
    texts, "Description",
    g_strdup_printf ("%s of %s (%s)", ka_page_view_get_name (self->page->view), words, day));
  add_text (texts, "Source", ka_page_dup_sources (atlas, state, blocks));
  add_text (texts, "Copyright",
            g_strdup_printf ("%s. %s", ka_atlas_get_head (atlas)->licence,
                             ka_text_get (&ka_atlas_get_head (atlas)->credits, state->language)));
  add_text (texts, "Disclaimer",
            g_strdup (ka_text_get (&ka_atlas_get_head (atlas)->policy, state->language)));
  add_text (
    texts, "Software",
    g_strdup_printf ("Kars Atlas %s, atlas %s", KA_VERSION, ka_atlas_get_head (atlas)->version));
  g_array_unref (blocks);
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

/* Writes a row of 32-bit pixels of cairo as bytes of red, green and blue. */
static void
convert_row (const unsigned char *from, unsigned char *to, int width)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) from;

  for (int i = 0; i < width; i++)
    {
      to[3 * i] = (unsigned char) (pixels[i] >> 16);
      to[3 * i + 1] = (unsigned char) (pixels[i] >> 8);
      to[3 * i + 2] = (unsigned char) pixels[i];
    }
}

static gboolean
encode (Sink *sink, cairo_surface_t *surface, double scale, Texts *texts, unsigned char *row)
{
  const int      width = cairo_image_surface_get_width (surface);
  const int      height = cairo_image_surface_get_height (surface);
  const gsize    stride = (gsize) cairo_image_surface_get_stride (surface);
  const guint32  per_metre = (guint32) lround (scale * USER_UNITS_PER_METRE);
  unsigned char *data = cairo_image_surface_get_data (surface);
  png_infop      info;
  png_structp    png = png_create_write_struct (PNG_LIBPNG_VER_STRING, sink, error_cb, warning_cb);

  if (png == NULL)
    return FALSE;
  info = png_create_info_struct (png);
  if (info == NULL || setjmp (png_jmpbuf (png)) != 0)
    {
      png_destroy_write_struct (&png, &info);
      return FALSE;
    }

  png_set_write_fn (png, sink, write_cb, flush_cb);
  png_set_compression_level (png, 6);
  png_set_IHDR (png, info, (png_uint_32) width, (png_uint_32) height, 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_set_text (png, info, texts->texts, texts->n_texts);
  png_write_info (png, info);
  for (int y = 0; y < height; y++)
    {
      convert_row (data + (gsize) y * stride, row, width);
      png_write_row (png, row);
    }
  png_write_end (png, NULL);
  png_destroy_write_struct (&png, &info);

  return TRUE;
}

GBytes *
ka_export_render_png (const KaExport *self, GError **error)
{
  const int width = (int) lround (self->page->width * self->scale);
  const int height = (int) lround (self->page->height * self->scale);
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree unsigned char *row = g_malloc ((gsize) width * 3);
  g_auto (Texts) texts = { 0 };
  Sink sink = { .bytes = bytes };

  cairo_scale (cr, self->scale, self->scale);
  ka_page_paint (cr, self->scene, self->state, self->theme, self->page);
  cairo_surface_flush (surface);
  if (!ka_export_check_status (cr, surface, error))
    return NULL;

  fill_texts (&texts, self);
  if (encode (&sink, surface, self->scale, &texts, row))
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_DRAW,
               _ ("the picture could not be written as PNG: %s"),
               sink.message != NULL ? sink.message : _ ("out of memory"));
  g_free (sink.message);

  return NULL;
}
