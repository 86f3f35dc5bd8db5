/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The view of a picture as a link, which a PNG carries in a text, and the link out of a PNG. Source
 * of the chunks: W3C, *Portable Network Graphics*, third edition (2025), 5.3 and 11.3.3.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export-view.h"

#include "ka-link.h"

#include <math.h>
#include <string.h>

/* A whole day keeps its number in spite of inexact sums. */
#define DAY_ERROR 0.001
/* A view that differs less from the whole map, in user units, is the whole map. */
#define PLACE_ERROR 0.5

/* Length, type and sum of a chunk */
#define CHUNK_FRAME 12

/* Writing */

/* Whether a viewport shows a part of the map, and which. */
static gboolean
find_place (KaMapScene *scene, const KaViewport *viewport, KaPoint *centre_deg, double *zoom)
{
  const KaViewport home = ka_viewport_fit (ka_map_scene_get_extent (scene), viewport->width,
                                           viewport->height, 0);
  const double     dx_km = viewport->centre_km.x - home.centre_km.x;
  const double     dy_km = viewport->centre_km.y - home.centre_km.y;
  const double     growth = fabs (viewport->scale / home.scale - 1);

  if (hypot (dx_km, dy_km) * home.scale < PLACE_ERROR &&
      growth * hypot (home.width, home.height) < PLACE_ERROR)
    return FALSE;

  *centre_deg = ka_projection_inverse (ka_map_scene_get_projection (scene), viewport->centre_km);
  *zoom = viewport->scale / home.scale;

  return TRUE;
}

char *
ka_export_dup_view (const KaExport *self)
{
  const KaPage      *page = self->page;
  const KaViewState *state = self->state;
  KaLink             link = {
                .has_day = TRUE,
                .day = state->day,
                .selection = state->selection,
                .step = state->step,
                .has_range = state->has_range,
                .range = state->range,
                .has_pinned_day = state->has_pinned_day || page->has_other_day,
                .pinned_day = state->has_pinned_day ? state->pinned_day : page->other_day,
                .filter = state->filter,
  };

  if (page->viewport != NULL)
    link.has_place = find_place (self->scene, page->viewport, &link.centre_deg, &link.zoom);
  link.has_shown = page->axis != NULL;
  if (link.has_shown)
    link.shown = (KaSpan){ (KaDay) floor (page->axis->first_day + DAY_ERROR),
                           (KaDay) ceil (ka_time_axis_get_last_day (page->axis) - DAY_ERROR) };

  return ka_link_to_string (&link, ka_map_scene_get_atlas (self->scene));
}

/* Reading */

/* Returns a text that is a link, else %NULL. */
static char *
dup_link (const guint8 *text, gsize length)
{
  g_autofree char *link = NULL;

  if (length == 0 || length > KA_EXPORT_MAX_VIEW)
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph ((char) text[i]))
      return NULL;

  link = g_strndup ((const char *) text, length);

  return ka_link_is (link) ? g_steal_pointer (&link) : NULL;
}

/* The link of a text chunk: key, a zero, and in iTXt two bytes about compression, then language and
 * key in that language, both ended by a zero. %NULL for another key and for a compressed text. */
static char *
dup_value (const guint8 *chunk, gsize length, gboolean is_international)
{
  const gsize key_size = sizeof KA_EXPORT_VIEW_KEY;
  gsize       at = key_size;

  if (length < key_size || memcmp (chunk, KA_EXPORT_VIEW_KEY, key_size) != 0)
    return NULL;
  if (!is_international)
    return dup_link (chunk + at, length - at);
  if (length - at < 2 || chunk[at] != 0)
    return NULL;

  at += 2;
  for (int i = 0; i < 2; i++)
    {
      const guint8 *end = memchr (chunk + at, 0, length - at);

      if (end == NULL)
        return NULL;
      at = (gsize) (end - chunk) + 1;
    }

  return dup_link (chunk + at, length - at);
}

static gsize
read_length (const guint8 *data)
{
  return (gsize) data[0] << 24 | (gsize) data[1] << 16 | (gsize) data[2] << 8 | data[3];
}

char *
ka_export_read_view (GBytes *png, GError **error)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize               size;
  const guint8       *data = g_bytes_get_data (png, &size);
  gsize               at = sizeof signature;
  char               *link = NULL;

  if (size < at || memcmp (data, signature, at) != 0)
    {
      g_set_error_literal (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_VIEW,
                           _ ("The picture is no PNG"));
      return NULL;
    }
  while (link == NULL && size - at >= CHUNK_FRAME)
    {
      const gsize   length = read_length (data + at);
      const guint8 *type = data + at + 4;

      if (length > size - at - CHUNK_FRAME)
        break;
      if (memcmp (type, "iTXt", 4) == 0 || memcmp (type, "tEXt", 4) == 0)
        link = dup_value (type + 4, length, *type == 'i');
      at += CHUNK_FRAME + length;
    }
  if (link == NULL)
    g_set_error_literal (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_VIEW,
                         _ ("The picture holds no view of an atlas: Kars Atlas did not save it, "
                            "or another program has changed it"));

  return link;
}
