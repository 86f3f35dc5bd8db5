/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of a part of the map: painted once, on any thread, and put into frames as often as it
 * is needed. Which sheets there are and which are on screen others decide.
 */

#include "config.h"

#include "ka-map-sheet.h"

#include <math.h>

#include "ka-cairo-auto.h"

/* A picture may be this much narrower than what is wanted, in user units: rounding. */
#define LEAST_SLACK 0.01
/* Side of a tile in pixels: small enough to pass over most of the empty land, large enough to keep
 * their number low. */
#define TILE_PX 256

static gboolean
has_same_overlays (const KaMapKey *self, const KaMapKey *other)
{
  if (self->n_overlays != other->n_overlays)
    return FALSE;

  for (gsize i = 0; i < self->n_overlays; i++)
    {
      const KaBox *a = &self->overlays[i];
      const KaBox *b = &other->overlays[i];

      if (a->x0 != b->x0 || a->y0 != b->y0 || a->x1 != b->x1 || a->y1 != b->y1)
        return FALSE;
    }

  return TRUE;
}

/**
 * ka_map_key_matches:
 * @self: a key
 * @other: another one
 *
 * Returns: whether pictures of the two show the same, apart from which part is seen
 */
gboolean
ka_map_key_matches (const KaMapKey *self, const KaMapKey *other)
{
  const KaViewState *a = &self->state;
  const KaViewState *b = &other->state;

  if (self->passes != other->passes || self->epoch != other->epoch || self->theme != other->theme ||
      self->scale != other->scale)
    return FALSE;
  if ((self->passes & KA_MAP_HIGHLIGHT) && (a->selection != b->selection || a->step != b->step))
    return FALSE;
  if ((self->passes & KA_MAP_LABELS) &&
      (a->legend != b->legend || !has_same_overlays (self, other)))
    return FALSE;

  return a->language == b->language && a->hidden_layers == b->hidden_layers &&
         a->has_pinned_day == b->has_pinned_day &&
         (!a->has_pinned_day || a->pinned_day == b->pinned_day);
}

/**
 * ka_map_key_covers:
 * @self: the key of a picture
 * @wanted: what is to be seen
 *
 * Returns: whether the picture is as good as a new one: the same map at the same scale, at least
 * the part that is wanted; names are placed for their frame, so that they fit no other
 */
gboolean
ka_map_key_covers (const KaMapKey *self, const KaMapKey *wanted)
{
  double slack = LEAST_SLACK / wanted->viewport.scale;
  KaBox  has;
  KaBox  wants;

  if (!ka_map_key_matches (self, wanted) || self->viewport.scale != wanted->viewport.scale)
    return FALSE;
  if ((self->passes & KA_MAP_LABELS) && (self->viewport.width != wanted->viewport.width ||
                                         self->viewport.height != wanted->viewport.height))
    return FALSE;

  has = ka_viewport_get_box (&self->viewport);
  wants = ka_viewport_get_box (&wanted->viewport);

  return has.x0 <= wants.x0 + slack && has.x1 >= wants.x1 - slack && has.y0 <= wants.y0 + slack &&
         has.y1 >= wants.y1 - slack;
}

static gboolean
is_empty (const guchar *data, gsize stride, const cairo_rectangle_int_t *tile)
{
  for (int y = tile->y; y < tile->y + tile->height; y++)
    {
      const guint32 *pixels = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);
      guint32        any = 0;

      for (int x = tile->x; x < tile->x + tile->width; x++)
        any |= pixels[x];
      if (any != 0)
        return FALSE;
    }

  return TRUE;
}

/* The tiles on which something is painted. */
static GArray *
find_tiles (cairo_surface_t *surface)
{
  GArray       *tiles = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));
  const guchar *data = cairo_image_surface_get_data (surface);
  gsize         stride = (gsize) cairo_image_surface_get_stride (surface);
  int           width = cairo_image_surface_get_width (surface);
  int           height = cairo_image_surface_get_height (surface);

  for (int y = 0; y < height; y += TILE_PX)
    for (int x = 0; x < width; x += TILE_PX)
      {
        cairo_rectangle_int_t tile = { x, y, MIN (TILE_PX, width - x), MIN (TILE_PX, height - y) };

        if (!is_empty (data, stride, &tile))
          g_array_append_val (tiles, tile);
      }

  return tiles;
}

static void
clear_names (gpointer data)
{
  g_clear_pointer (&((KaMapNames *) data)->labels, ka_map_labels_free);
}

/**
 * ka_map_names_unref:
 * @self: names; may be dropped on any thread
 */
void
ka_map_names_unref (KaMapNames *self)
{
  g_atomic_rc_box_release_full (self, clear_names);
}

/**
 * ka_map_sheet_begin:
 * @self: a sheet whose key says at which size
 *
 * Returns: (transfer full): what to draw on, in user units; to be given to ka_map_sheet_end()
 */
cairo_t *
ka_map_sheet_begin (KaMapSheet *self)
{
  const KaMapKey *key = &self->key;
  int             width = MAX (1, (int) ceil (key->viewport.width * key->scale));
  int             height = MAX (1, (int) ceil (key->viewport.height * key->scale));

  ka_map_sheet_clear (self);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_set_device_scale (self->surface, key->scale, key->scale);

  return cairo_create (self->surface);
}

/**
 * ka_map_sheet_end:
 * @self: a sheet
 * @cr: (transfer full): what ka_map_sheet_begin() returned
 *
 * Makes what was drawn the picture of the sheet.
 */
void
ka_map_sheet_end (KaMapSheet *self, cairo_t *cr)
{
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  if (!(self->key.passes & KA_MAP_BASE))
    self->tiles = find_tiles (self->surface);
}

/**
 * ka_map_sheet_paint:
 * @self: a sheet whose key says what, in which colours and at which size
 * @scene: the geography
 * @previous: (nullable): where names stood before; they stay on the side where they were
 *
 * Fills in the picture, transparent where no layer paints. May run on any thread.
 */
void
ka_map_sheet_paint (KaMapSheet *self, KaMapScene *scene, const KaMapNames *previous)
{
  const KaMapKey *key = &self->key;
  cairo_t        *cr = ka_map_sheet_begin (self);

  ka_map_paint (cr, scene, &key->state, key->theme, &key->viewport,
                key->passes & ~(guint) KA_MAP_LABELS);
  if (key->passes & KA_MAP_LABELS)
    {
      self->names = g_atomic_rc_box_new0 (KaMapNames);
      self->names->labels = ka_map_paint_names (cr, scene, &key->state, key->theme, &key->viewport,
                                                key->overlays, key->n_overlays,
                                                previous != NULL ? previous->labels : NULL);
    }
  ka_map_sheet_end (self, cr);
}

/**
 * ka_map_sheet_set:
 * @self: (inout): a sheet, zeroed or filled
 * @sheet: what it becomes a copy of; the pixels are shared
 */
void
ka_map_sheet_set (KaMapSheet *self, const KaMapSheet *sheet)
{
  if (self->surface != sheet->surface)
    {
      ka_map_sheet_clear (self);
      self->surface = sheet->surface != NULL ? cairo_surface_reference (sheet->surface) : NULL;
      self->tiles = sheet->tiles != NULL ? g_array_ref (sheet->tiles) : NULL;
      self->names = sheet->names != NULL ? g_atomic_rc_box_acquire (sheet->names) : NULL;
    }
  self->key = sheet->key;
}

/**
 * ka_map_sheet_clear:
 * @self: (inout): a sheet
 *
 * Drops the picture; the struct itself is the caller's. May run twice.
 */
void
ka_map_sheet_clear (KaMapSheet *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->whole, ka_picture_free);
  g_clear_pointer (&self->tiles, g_array_unref);
  g_clear_pointer (&self->names, ka_map_names_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/* A picture of a tile, which shares the memory of the surface. */
static KaPicture *
create_part (cairo_surface_t *surface, const cairo_rectangle_int_t *tile)
{
  static const cairo_user_data_key_t whole_key;
  int                                stride = cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface) + (gsize) tile->y * (gsize) stride +
                 (gsize) tile->x * 4;
  g_autoptr (cairo_surface_t) part = cairo_image_surface_create_for_data (
    data, CAIRO_FORMAT_ARGB32, tile->width, tile->height, stride);

  cairo_surface_set_user_data (part, &whole_key, cairo_surface_reference (surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);

  return ka_picture_new (part);
}

static void
append_picture (KaPicture   *picture,
                GtkSnapshot *snapshot,
                GtkWidget   *widget,
                double       x,
                double       y,
                double       width,
                double       height)
{
  ka_picture_append (picture, snapshot, widget,
                     &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/**
 * ka_map_sheet_append:
 * @self: a sheet; an empty one draws nothing
 * @snapshot: where to
 * @widget: a realized widget, whose renderer will draw it
 * @x: where its left edge is, in pixels of the widget
 * @y: where its top edge is
 * @pixel: how large one of its pixels is
 * @in_parts: whether to leave out the tiles on which nothing is; for a sheet that stands pixel on
 * pixel, as others would show the seams
 */
void
ka_map_sheet_append (KaMapSheet  *self,
                     GtkSnapshot *snapshot,
                     GtkWidget   *widget,
                     double       x,
                     double       y,
                     double       pixel,
                     gboolean     in_parts)
{
  if (self->surface == NULL)
    return;

  if (!in_parts || self->tiles == NULL)
    {
      if (self->whole == NULL)
        self->whole = ka_picture_new (self->surface);
      append_picture (self->whole, snapshot, widget, x, y,
                      cairo_image_surface_get_width (self->surface) * pixel,
                      cairo_image_surface_get_height (self->surface) * pixel);
      return;
    }

  if (self->parts == NULL)
    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_picture_free);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const cairo_rectangle_int_t *tile = &g_array_index (self->tiles, cairo_rectangle_int_t, i);

      if (self->parts->len <= i)
        g_ptr_array_add (self->parts, create_part (self->surface, tile));
      append_picture (self->parts->pdata[i], snapshot, widget, x + tile->x * pixel,
                      y + tile->y * pixel, tile->width * pixel, tile->height * pixel);
    }
}
