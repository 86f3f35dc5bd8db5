/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blank maps: outlines in grey without a name, and the lines that a teacher chooses.
 */

#include "config.h"

#include "ka-export-blank.h"

#include <glib/gi18n-lib.h>

#define ALL_LAYERS ((1 << KA_N_MAP_LAYERS) - 1)

/* Greys, from black 0 to white 1. They stay apart in a photocopy. */
#define SEA    0.90
#define LAND   1.0
#define BEYOND 0.96
#define LINE   0.25
#define FAINT  0.50

static const struct
{
  const char *name;
  KaMapLayer  layer;
} lines_table[] = {
  { "lines", KA_MAP_LAYER_LINES },         { "rivers", KA_MAP_LAYER_RIVERS },
  { "claims", KA_MAP_LAYER_CLAIMS },       { "districts", KA_MAP_LAYER_DISTRICTS },
  { "graticule", KA_MAP_LAYER_GRATICULE },
};

static gboolean
parse_lines (const char *text, guint *shown, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint layers = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      guint layer = 0;

      for (gsize j = 0; j < G_N_ELEMENTS (lines_table); j++)
        if (g_str_equal (lines_table[j].name, words[i]))
          layer = lines_table[j].layer;
      if (layer == 0)
        {
          g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_FORMAT,
                       _ ("a map has no '%s'; expected lines, rivers, claims, districts or "
                          "graticule, parted by commas"),
                       words[i]);
          return FALSE;
        }
      layers |= layer;
    }
  *shown = layers;

  return TRUE;
}

static KaColour
make_grey (double value)
{
  return (KaColour){ value, value, value, 1 };
}

/* The theme for paper in greys, with all lands alike. */
static KaTheme
make_theme (void)
{
  KaTheme theme = *ka_theme_get (KA_THEME_PRINT);

  theme.page = make_grey (1);
  theme.sea = make_grey (SEA);
  theme.context = make_grey (BEYOND);
  theme.water_line = make_grey (FAINT);
  theme.border = make_grey (LINE);
  theme.border_minor = make_grey (FAINT);
  theme.district = make_grey (FAINT);
  theme.accent = make_grey (0);
  for (int i = 0; i < KA_N_TINTS; i++)
    theme.tints[i] = (KaTintColours){ make_grey (LAND), make_grey (LAND), make_grey (FAINT) };

  return theme;
}

gboolean
ka_export_blank_init (const char  *lines,
                      KaViewState *state,
                      KaPage      *page,
                      KaTheme     *theme,
                      GError     **error)
{
  guint shown = KA_MAP_LAYER_LINES;

  if (lines != NULL && !parse_lines (lines, &shown, error))
    return FALSE;

  state->hidden_layers = (KaMapLayer) (ALL_LAYERS & ~shown);
  page->is_blank = TRUE;
  page->hides_legend = TRUE;
  *theme = make_theme ();

  return TRUE;
}
