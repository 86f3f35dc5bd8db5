/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exports pictures: checks the size, draws the page into memory as PNG, SVG or PDF, and saves the
 * file whole or not at all.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export.h"

#include "ka-export-html.h"
#include "ka-export-private.h"

#include <string.h>

static const struct
{
  const char *name;
  GBytes *(*render) (const KaExport *self, GError **error);
} formats[KA_N_EXPORT_FORMATS] = {
  [KA_EXPORT_PNG] = { "png", ka_export_render_png },
  [KA_EXPORT_SVG] = { "svg", ka_export_render_svg },
  [KA_EXPORT_PDF] = { "pdf", ka_export_render_pdf },
  [KA_EXPORT_HTML] = { "html", ka_export_render_html },
};

const char *
ka_export_format_get_name (KaExportFormat format)
{
  return formats[format].name;
}

gboolean
ka_export_format_from_file_name (const char *file_name, KaExportFormat *format, GError **error)
{
  const char *dot = strrchr (file_name, '.');

  for (int i = 0; dot != NULL && i < KA_N_EXPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, formats[i].name) == 0)
      {
        *format = (KaExportFormat) i;
        return TRUE;
      }

  g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_FORMAT,
               _ ("%s: no format has that ending, .png, .svg, .pdf or .html expected"), file_name);

  return FALSE;
}

char *
ka_export_dup_file_name (KaAtlas           *atlas,
                         const KaViewState *state,
                         KaPageView         view,
                         KaExportFormat     format)
{
  g_autofree char *day = ka_day_to_iso (state->day);

  if (view == KA_PAGE_CLAIM && state->selection != NULL)
    return g_strdup_printf ("%s-claim-%s.%s", ka_atlas_get_head (atlas)->id, state->selection->id,
                            formats[format].name);

  return g_strdup_printf ("%s-%s-%s.%s", ka_atlas_get_head (atlas)->id, day,
                          ka_page_view_get_name (view), formats[format].name);
}

GBytes *
ka_export_render (const KaExport *self, KaExportFormat format, GError **error)
{
  g_return_val_if_fail (format < KA_N_EXPORT_FORMATS, NULL);

  if (!ka_export_check_size (self->page, self->scale, format, error))
    return NULL;

  return formats[format].render (self, error);
}

gboolean
ka_export_save (const KaExport *self, KaExportFormat format, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = ka_export_render (self, format, error);

  return bytes != NULL && ka_export_write (bytes, file, error);
}
