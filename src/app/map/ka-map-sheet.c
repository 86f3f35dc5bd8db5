/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of a part of the map: painted once, on any thread, and put into frames as often as it
 * is needed. Which sheets there are and which are on screen others decide.
 */

#include "config.h"

#include "ka-map-sheet.h"

#include <math.h>
#include <string.h>

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

  return ka_box_covers (ka_box_grow (has, slack), wants);
}

/* The base leaves no gaps. */
static gboolean
is_opaque (const KaMapSheet *self)
{
  return (self->key.passes & KA_MAP_BASE) != 0;
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

/* The tiles on which something is painted, or all. */
static GArray *
find_tiles (cairo_surface_t *surface, gboolean all)
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

        if (all || !is_empty (data, stride, &tile))
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
  self->tiles = find_tiles (self->surface, is_opaque (self));
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
  g_auto (KaPaintContext)
    context = ka_paint_context (cr, scene, &key->state, key->theme, &key->viewport);

  ka_map_paint (&context, key->passes & ~(guint) KA_MAP_LABELS);
  if (key->passes & KA_MAP_LABELS)
    {
      self->names = g_atomic_rc_box_new0 (KaMapNames);
      self->names->labels = ka_map_paint_names (&context, key->overlays, key->n_overlays,
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
      self->parts = sheet->parts != NULL ? g_ptr_array_ref (sheet->parts) : NULL;
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
  g_clear_pointer (&self->alike, g_byte_array_unref);
  g_clear_pointer (&self->whole, ka_picture_unref);
  g_clear_pointer (&self->tiles, g_array_unref);
  g_clear_pointer (&self->names, ka_map_names_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

static guchar *
get_pixels (const KaMapSheet *self, const cairo_rectangle_int_t *tile, int row)
{
  return cairo_image_surface_get_data (self->surface) +
         (gsize) (tile->y + row) * (gsize) cairo_image_surface_get_stride (self->surface) +
         (gsize) tile->x * 4;
}

static gboolean
is_alike (const KaMapSheet *self, const KaMapSheet *other, const cairo_rectangle_int_t *tile)
{
  for (int row = 0; row < tile->height; row++)
    if (memcmp (get_pixels (self, tile, row), get_pixels (other, tile, row),
                (gsize) tile->width * 4) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_same_part (const KaMapKey *a, const KaMapKey *b)
{
  return a->scale == b->scale && a->viewport.scale == b->viewport.scale &&
         a->viewport.width == b->viewport.width && a->viewport.height == b->viewport.height &&
         a->viewport.centre_km.x == b->viewport.centre_km.x &&
         a->viewport.centre_km.y == b->viewport.centre_km.y;
}

static void
make_room_for_parts (KaMapSheet *self)
{
  if (self->parts != NULL)
    return;

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_picture_unref);
  g_ptr_array_set_size (self->parts, (int) self->tiles->len);
}

static void
forget_alike (KaMapSheet *self)
{
  g_clear_pointer (&self->alike, g_byte_array_unref);
  if (self->tiles == NULL)
    return;

  self->alike = g_byte_array_sized_new (self->tiles->len);
  g_byte_array_set_size (self->alike, self->tiles->len);
  memset (self->alike->data, 0, self->tiles->len);
}

/* Both lists are in the order of rows and columns. */
static guint
find_tile (const KaMapSheet *self, const cairo_rectangle_int_t *tile, guint from)
{
  for (guint i = from; i < self->tiles->len; i++)
    {
      const cairo_rectangle_int_t *here = &g_array_index (self->tiles, cairo_rectangle_int_t, i);

      if (here->y > tile->y || (here->y == tile->y && here->x >= tile->x))
        return i;
    }

  return self->tiles->len;
}

/**
 * ka_map_sheet_compare:
 * @self: (inout): a sheet that comes in
 * @old: (inout): the one that gives way to it
 *
 * Finds the tiles on which the two are alike and has them shown by the same pictures: most epochs
 * differ in a small part of the land, and the rest is neither faded nor drawn again. Without a
 * picture of the same part of the map there are none.
 */
void
ka_map_sheet_compare (KaMapSheet *self, KaMapSheet *old)
{
  guint other = 0;

  forget_alike (self);
  forget_alike (old);
  if (self->surface == NULL || old->parts == NULL || !is_same_part (&self->key, &old->key))
    return;

  make_room_for_parts (self);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const cairo_rectangle_int_t *tile = &g_array_index (self->tiles, cairo_rectangle_int_t, i);
      const cairo_rectangle_int_t *at;

      other = find_tile (old, tile, other);
      if (other == old->tiles->len)
        return;

      at = &g_array_index (old->tiles, cairo_rectangle_int_t, other);
      if (at->x != tile->x || at->y != tile->y || self->parts->pdata[i] != NULL ||
          old->parts->pdata[other] == NULL || !is_alike (self, old, tile))
        continue;
      self->parts->pdata[i] = ka_picture_ref (old->parts->pdata[other]);
      self->alike->data[i] = old->alike->data[other] = 1;
    }
}

/* A picture of a part. It has pixels of its own: others may show it when this sheet is long
 * forgotten. Cairo copies pixels that cannot be transparent, and blends others. */
static KaPicture *
create_part (const KaMapSheet *self, const cairo_rectangle_int_t *tile)
{
  g_autoptr (cairo_surface_t) part = cairo_image_surface_create (
    is_opaque (self) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, tile->width, tile->height);
  guchar *data = cairo_image_surface_get_data (part);
  gsize   stride = (gsize) cairo_image_surface_get_stride (part);

  for (int row = 0; row < tile->height; row++)
    memcpy (data + (gsize) row * stride, get_pixels (self, tile, row), (gsize) tile->width * 4);
  cairo_surface_mark_dirty (part);

  return ka_picture_new (part);
}

/* A picture of all, which shares its pixels. */
static KaPicture *
create_whole (const KaMapSheet *self)
{
  static const cairo_user_data_key_t whole_key;
  g_autoptr (cairo_surface_t) whole = cairo_image_surface_create_for_data (
    cairo_image_surface_get_data (self->surface),
    is_opaque (self) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
    cairo_image_surface_get_width (self->surface), cairo_image_surface_get_height (self->surface),
    cairo_image_surface_get_stride (self->surface));

  cairo_surface_set_user_data (whole, &whole_key, cairo_surface_reference (self->surface),
                               (cairo_destroy_func_t) cairo_surface_destroy);

  return ka_picture_new (whole);
}

static gboolean
is_seen (GtkWidget *widget, const graphene_rect_t *bounds)
{
  return bounds->origin.x < (float) gtk_widget_get_width (widget) &&
         bounds->origin.y < (float) gtk_widget_get_height (widget) &&
         bounds->origin.x + bounds->size.width > 0 && bounds->origin.y + bounds->size.height > 0;
}

/* How much of a tile is seen: what both sheets of a fade have is there all the while, in the one
 * that comes in. */
static double
get_tile_alpha (const KaMapSheet *self, guint tile, KaMapFade fade, double alpha)
{
  if (self->alike == NULL || self->alike->data[tile] == 0 || fade == KA_MAP_FADE_NONE)
    return alpha;

  return fade == KA_MAP_FADE_IN ? 1.0 : 0.0;
}

static void
append_whole (KaMapSheet *self, const KaMapPlacing *placing)
{
  graphene_rect_t bounds;

  if (self->whole == NULL)
    self->whole = create_whole (self);
  graphene_rect_init (&bounds, (float) placing->x, (float) placing->y,
                      (float) (cairo_image_surface_get_width (self->surface) * placing->pixel),
                      (float) (cairo_image_surface_get_height (self->surface) * placing->pixel));
  ka_picture_append_faded (self->whole, placing->snapshot, placing->widget, &bounds,
                           placing->alpha);
}

/**
 * ka_map_sheet_append:
 * @self: a sheet; an empty one draws nothing
 * @placing: where to
 *
 * Puts the picture into a frame.
 */
void
ka_map_sheet_append (KaMapSheet *self, const KaMapPlacing *placing)
{
  if (self->surface == NULL)
    return;

  if (!placing->in_tiles)
    {
      append_whole (self, placing);
      return;
    }

  make_room_for_parts (self);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const cairo_rectangle_int_t *tile = &g_array_index (self->tiles, cairo_rectangle_int_t, i);
      double                       alpha = get_tile_alpha (self, i, placing->fade, placing->alpha);
      graphene_rect_t              bounds;

      graphene_rect_init (&bounds, (float) (placing->x + tile->x * placing->pixel),
                          (float) (placing->y + tile->y * placing->pixel),
                          (float) (tile->width * placing->pixel),
                          (float) (tile->height * placing->pixel));
      if (alpha <= 0 || !is_seen (placing->widget, &bounds))
        continue;
      if (self->parts->pdata[i] == NULL)
        self->parts->pdata[i] = create_part (self, tile);
      ka_picture_append_faded (self->parts->pdata[i], placing->snapshot, placing->widget, &bounds,
                               alpha);
    }
}
