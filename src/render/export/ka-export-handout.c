/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes a hand-out as a PDF of A4 pages.
 */

#include "config.h"

#include "ka-export-handout.h"

#include "ka-cairo-auto.h"
#include "ka-export-private.h"
#include "ka-handout.h"

#include <cairo-pdf.h>

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

GBytes *
ka_export_render_handout (KaMapScene        *scene,
                          const KaViewState *state,
                          const GPtrArray   *items,
                          GError           **error)
{
  KaAtlas         *atlas = ka_map_scene_get_atlas (scene);
  const char      *title = ka_text_get (&ka_atlas_get_head (atlas)->title, state->language);
  g_autofree char *date = ka_export_dup_made_on (atlas);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface = cairo_pdf_surface_create_for_stream (
    write_cb, bytes, KA_HANDOUT_WIDTH, KA_HANDOUT_HEIGHT);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kars Atlas " KA_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  ka_handout_paint (cr, scene, state, ka_theme_get (KA_THEME_LIGHT), items);
  cairo_surface_finish (surface);
  if (!ka_export_check_status (cr, surface, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
ka_export_save_handout (KaMapScene        *scene,
                        const KaViewState *state,
                        const GPtrArray   *items,
                        GFile             *file,
                        GError           **error)
{
  g_autoptr (GBytes) bytes = ka_export_render_handout (scene, state, items, error);

  return bytes != NULL && ka_export_write (bytes, file, error);
}
