/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sizes of pictures that people ask for by name. Paper: ISO 216, at 300 dots to the inch.
 */

#include "config.h"

#include "ka-export-size.h"

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
