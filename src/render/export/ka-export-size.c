/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How large a picture may be, and the sizes that people ask for by name. Paper: ISO 216, at 300
 * dots to the inch.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export-size.h"

#include "ka-export-private.h"

#include <math.h>

#define UNITS(mm)   ((mm) *96 / 25.4)
#define PAPER_SCALE (300 / 96.0)

static const KaExportSize sizes[] = {
  { "screen", 1280, 720, 1, FALSE },
  { "1080p", 1920, 1080, 1, FALSE },
  { "4k", 1920, 1080, 2, FALSE },
  { "slide", 1280, 720, 2, FALSE },
  { "a5", UNITS (210), UNITS (148), PAPER_SCALE, TRUE },
  { "a4", UNITS (297), UNITS (210), PAPER_SCALE, TRUE },
  { "a3", UNITS (420), UNITS (297), PAPER_SCALE, TRUE },
  { "a2", UNITS (594), UNITS (420), PAPER_SCALE, TRUE },
};

const KaExportSize *
ka_export_size_list (gsize *n_sizes)
{
  *n_sizes = G_N_ELEMENTS (sizes);

  return sizes;
}

const KaExportSize *
ka_export_size_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i].name, name))
      return &sizes[i];

  return NULL;
}

static gboolean
check_points (const KaPage *page, double scale, GError **error)
{
  const double width = page->width * scale * KA_EXPORT_POINTS;
  const double height = page->height * scale * KA_EXPORT_POINTS;

  if (width <= KA_EXPORT_MAX_POINTS && height <= KA_EXPORT_MAX_POINTS)
    return TRUE;

  g_set_error (
    error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_SIZE,
    _ ("a PDF page of %.0f × %.0f points is too large, at most %d points (%.0f pixels) a "
       "side expected"),
    width, height, KA_EXPORT_MAX_POINTS, KA_EXPORT_MAX_POINTS / KA_EXPORT_POINTS);

  return FALSE;
}

gboolean
ka_export_check_size (const KaPage *page, double scale, KaExportFormat format, GError **error)
{
  double width = round (page->width * scale);
  double height = round (page->height * scale);

  if (!(width >= 1 && height >= 1))
    g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_SIZE,
                 _ ("a picture of %g × %g at scale %g has no pixels, at least 1 × 1 expected"),
                 page->width, page->height, scale);
  else if (width > KA_EXPORT_MAX_SIDE || height > KA_EXPORT_MAX_SIDE)
    g_set_error (
      error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_SIZE,
      _ ("a picture of %.0f × %.0f pixels is too large, at most %d pixels a side expected"), width,
      height, KA_EXPORT_MAX_SIDE);
  else
    return format != KA_EXPORT_PDF || check_points (page, scale, error);

  return FALSE;
}
