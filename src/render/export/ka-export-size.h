/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KaExportSize:
 * @name: its name on the command line and in settings
 * @width: in user units; paper lies on its long side
 * @height: in user units
 * @scale: pixels of a PNG for a user unit
 * @is_paper: whether it is a sheet, which may stand upright
 *
 * A size to choose. A vector format is as large as its user units, so that paper is paper.
 */
typedef struct
{
  const char *name;
  double      width;
  double      height;
  double      scale;
  gboolean    is_paper;
} KaExportSize;

/** ka_export_size_list: Returns: (transfer none) (array length=n_sizes): the sizes of screens, then
 * those of paper */
const KaExportSize *ka_export_size_list (gsize *n_sizes);

/** ka_export_size_find: Returns: (transfer none) (nullable): the size of that name */
const KaExportSize *ka_export_size_find (const char *name);

G_END_DECLS
