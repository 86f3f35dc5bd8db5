/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes PDF: the picture, the clauses that its map leads to, an outline and what the document is
 * about.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-export-private.h"
#include "ka-hash.h"
#include "ka-page-clauses.h"
#include "ka-page-links.h"
#include "ka-page-text.h"

#include <cairo-pdf.h>

/* A page with a shorter side, in user units, has no room for text. */
#define MIN_SIDE 300

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_information (cairo_surface_t *surface, const KaExport *self)
{
  KaAtlas         *atlas = ka_map_scene_get_atlas (self->scene);
  g_autofree char *title = ka_page_dup_heading (atlas, self->state, self->page);
  g_autofree char *subject = ka_export_dup_alt_text (self);
  g_autofree char *day = ka_day_to_iso (self->state->day);
  g_autofree char *keywords = g_strdup_printf ("%s, %s, %s", day, ka_atlas_get_head (atlas)->id,
                                               ka_atlas_get_head (atlas)->licence);
  g_autofree char *date = ka_export_dup_made_on (atlas);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  cairo_pdf_surface_set_metadata (
    surface, CAIRO_PDF_METADATA_AUTHOR,
    ka_text_get (&ka_atlas_get_head (atlas)->title, self->state->language));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kars Atlas " KA_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
add_outline (cairo_surface_t *surface, const KaExport *self, const GArray *marks)
{
  KaAtlas         *atlas = ka_map_scene_get_atlas (self->scene);
  g_autofree char *title = ka_page_dup_heading (atlas, self->state, self->page);
  g_autofree char *day = ka_page_dup_days (self->state, self->page);
  g_autofree char *words = g_strdup_printf ("%s · %s", title, day);
  int              root = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, words,
                                                         "dest='" KA_PAGE_MAP_DEST "'",
                                                         CAIRO_PDF_OUTLINE_FLAG_OPEN);

  for (guint i = 0; i < marks->len; i++)
    {
      const KaPageMark *mark = &g_array_index (marks, KaPageMark, i);
      g_autofree char  *link = g_strdup_printf ("dest='%s'", mark->dest);

      cairo_pdf_surface_add_outline (surface, root, mark->title, link, 0);
    }
}

GBytes *
ka_export_render_pdf (const KaExport *self, GError **error)
{
  const double scale = self->scale * KA_EXPORT_POINTS;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface = cairo_pdf_surface_create_for_stream (
    write_cb, bytes, self->page->width * scale, self->page->height * scale);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GHashTable) marked = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  const gboolean has_clauses = self->has_clauses &&
                               MIN (self->page->width, self->page->height) >= MIN_SIDE;
  KaPage page = *self->page;

  set_information (surface, self);
  cairo_scale (cr, scale, scale);
  ka_page_mark_place (cr, KA_PAGE_MAP_DEST, 0, 0);
  if (has_clauses)
    page.marks = marked;
  ka_page_paint (cr, self->scene, self->state, self->theme, &page);
  cairo_show_page (cr);
  if (has_clauses)
    {
      g_autoptr (GArray)
        marks = ka_page_paint_clauses (cr, self->scene, self->state, self->theme, &page);

      add_outline (surface, self, marks);
    }
  cairo_surface_finish (surface);
  if (!ka_export_check_status (cr, surface, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
