/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cuts a large picture into tiles, leaves out the empty ones, and finds those that two pictures
 * share, so that a fade between the two draws them once.
 */

#include "config.h"

#include "ka-tiles.h"

#include <math.h>
#include <string.h>

#include "ka-cairo-auto.h"

/* The side of a tile in pixels: small enough to leave out most empty land, large enough for few. */
#define TILE_PX 256

typedef struct
{
  cairo_rectangle_int_t box;     /* as small as its pixels allow */
  gint64                order;   /* ascends by rows */
  KaPicture            *picture; /* other tiles may take it over */
  gboolean              is_alike;
} Tile;

struct _KaTiles
{
  int     width;
  int     height;
  GArray *tiles; /* (element-type Tile), by rows */
};

static guchar *
get_pixels (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface) +
         (gsize) y * (gsize) cairo_image_surface_get_stride (surface) + (gsize) x * 4;
}

static guchar *
get_row (const Tile *tile, int row)
{
  return get_pixels (ka_picture_get_surface (tile->picture), 0, row);
}

/* Whether the pixels of a surface from a point on are those of a tile */
static gboolean
has_same_pixels (const Tile *tile, cairo_surface_t *surface, int x, int y)
{
  for (int row = 0; row < tile->box.height; row++)
    if (memcmp (get_row (tile, row), get_pixels (surface, x, y + row),
                (gsize) tile->box.width * 4) != 0)
      return FALSE;

  return TRUE;
}

/* Finds the tile with the same box, in ascending order. */
static Tile *
find_same_box (const KaTiles *self, guint *place, const Tile *tile)
{
  Tile *found;

  while (*place < self->tiles->len && g_array_index (self->tiles, Tile, *place).order < tile->order)
    ++*place;
  if (*place == self->tiles->len)
    return NULL;

  found = &g_array_index (self->tiles, Tile, *place);

  return memcmp (&found->box, &tile->box, sizeof tile->box) == 0 ? found : NULL;
}

static gboolean
has_row (cairo_surface_t *surface, const cairo_rectangle_int_t *box, int row)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) get_pixels (surface, box->x,
                                                                        box->y + row);

  for (int i = 0; i < box->width; i++)
    if (pixels[i] != 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_column (cairo_surface_t *surface, const cairo_rectangle_int_t *box, int column)
{
  for (int i = 0; i < box->height; i++)
    if (*(const guint32 *) (gconstpointer) get_pixels (surface, box->x + column, box->y + i) != 0)
      return TRUE;

  return FALSE;
}

/* Takes the empty edges of a box away. Returns whether anything is left. */
static gboolean
trim (cairo_surface_t *surface, cairo_rectangle_int_t *box)
{
  while (box->height > 0 && !has_row (surface, box, box->height - 1))
    box->height--;
  if (box->height == 0)
    return FALSE;

  for (; !has_row (surface, box, 0); box->height--)
    box->y++;
  while (!has_column (surface, box, box->width - 1))
    box->width--;
  for (; !has_column (surface, box, 0); box->width--)
    box->x++;

  return TRUE;
}

static gint64
get_order (const cairo_rectangle_int_t *box)
{
  return (gint64) box->y << 32 | box->x;
}

static void
clear_tile (gpointer data)
{
  ka_picture_unref (((Tile *) data)->picture);
}

cairo_surface_t *
ka_tiles_create_surface (double width, double height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, MAX (1, (int) ceil (width * scale)), MAX (1, (int) ceil (height * scale)));

  cairo_surface_set_device_scale (surface, scale, scale);

  return surface;
}

/* Copies a part of a surface. */
static KaPicture *
cut (cairo_surface_t *surface, const cairo_rectangle_int_t *box, gboolean is_opaque)
{
  g_autoptr (cairo_surface_t)
    part = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box->width, box->height);

  for (int row = 0; row < box->height; row++)
    memcpy (get_pixels (part, 0, row), get_pixels (surface, box->x, box->y + row),
            (gsize) box->width * 4);
  cairo_surface_mark_dirty (part);

  return ka_picture_new (part, is_opaque);
}

static KaTiles *
create_tiles (void)
{
  KaTiles *self = g_new0 (KaTiles, 1);

  self->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, clear_tile);

  return self;
}

KaTiles *
ka_tiles_new_parts (cairo_surface_t *const      *surfaces,
                    const cairo_rectangle_int_t *boxes,
                    gsize                        n_parts)
{
  KaTiles *self = create_tiles ();

  for (gsize i = 0; i < n_parts; i++)
    {
      Tile tile = { .box = boxes[i],
                    .order = get_order (&boxes[i]),
                    .picture = ka_picture_new (surfaces[i], FALSE) };

      g_array_append_val (self->tiles, tile);
    }

  return self;
}

/* The picture of a tile: that of the one in the same place, if it has the same pixels, or a new one
 */
static KaPicture *
share_or_cut (cairo_surface_t *surface, const Tile *tile, gboolean is_opaque, const Tile *like)
{
  if (like != NULL && has_same_pixels (like, surface, tile->box.x, tile->box.y))
    return ka_picture_ref (like->picture);

  return cut (surface, &tile->box, is_opaque);
}

KaTiles *
ka_tiles_new (cairo_surface_t *surface, gboolean is_opaque, const KaTiles *like)
{
  KaTiles  *self = create_tiles ();
  guint     place = 0;
  const int width = self->width = cairo_image_surface_get_width (surface);
  const int height = self->height = cairo_image_surface_get_height (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y += TILE_PX)
    for (int x = 0; x < width; x += TILE_PX)
      {
        Tile tile = { .box = { x, y, MIN (TILE_PX, width - x), MIN (TILE_PX, height - y) } };

        tile.order = get_order (&tile.box);
        if (!is_opaque && !trim (surface, &tile.box))
          continue;
        tile.picture = share_or_cut (surface, &tile, is_opaque,
                                     like != NULL ? find_same_box (like, &place, &tile) : NULL);
        g_array_append_val (self->tiles, tile);
      }

  return self;
}

KaTiles *
ka_tiles_copy (const KaTiles *self)
{
  KaTiles *copy = create_tiles ();

  copy->width = self->width;
  copy->height = self->height;
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile tile = g_array_index (self->tiles, Tile, i);

      tile.picture = ka_picture_ref (tile.picture);
      g_array_append_val (copy->tiles, tile);
    }

  return copy;
}

void
ka_tiles_free (KaTiles *self)
{
  g_array_unref (self->tiles);
  g_free (self);
}

static void
set_alike (KaTiles *self, gboolean is_alike)
{
  for (guint i = 0; i < self->tiles->len; i++)
    g_array_index (self->tiles, Tile, i).is_alike = is_alike;
}

void
ka_tiles_compare (KaTiles *self, KaTiles *old)
{
  guint place = 0;

  set_alike (self, self == old);
  if (old == NULL || self == old)
    return;

  set_alike (old, FALSE);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);
      Tile *other = find_same_box (old, &place, tile);

      if (other == NULL || (other->picture != tile->picture &&
                            !has_same_pixels (tile, ka_picture_get_surface (other->picture), 0, 0)))
        continue;
      ka_picture_unref (tile->picture);
      tile->picture = ka_picture_ref (other->picture);
      tile->is_alike = other->is_alike = TRUE;
    }
}

guint
ka_tiles_count (const KaTiles *self, guint *n_alike)
{
  *n_alike = 0;
  for (guint i = 0; i < self->tiles->len; i++)
    *n_alike += g_array_index (self->tiles, Tile, i).is_alike ? 1 : 0;

  return self->tiles->len;
}

gsize
ka_tiles_get_bytes (const KaTiles *self)
{
  gsize bytes = 0;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (self->tiles, Tile, i);

      bytes += (gsize) tile->box.width * (gsize) tile->box.height * 4;
    }

  return bytes;
}

char *
ka_tiles_dup_checksum (const KaTiles *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (self->tiles, Tile, i);

      g_checksum_update (checksum, (const guchar *) &tile->box, sizeof tile->box);
      for (int row = 0; row < tile->box.height; row++)
        g_checksum_update (checksum, get_row (tile, row), (gssize) tile->box.width * 4);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static graphene_rect_t
get_bounds (const KaTilesPlace *place, const cairo_rectangle_int_t *box)
{
  return GRAPHENE_RECT_INIT ((float) (place->corner_px.x + box->x * place->pixel),
                             (float) (place->corner_px.y + box->y * place->pixel),
                             (float) (box->width * place->pixel),
                             (float) (box->height * place->pixel));
}

static gboolean
is_in_sight (GtkWidget *widget, const graphene_rect_t *bounds)
{
  return bounds->origin.x < (float) gtk_widget_get_width (widget) &&
         bounds->origin.y < (float) gtk_widget_get_height (widget) &&
         bounds->origin.x + bounds->size.width > 0 && bounds->origin.y + bounds->size.height > 0;
}

/* What both pictures of a fade show is opaque in the one that fades in. */
static double
get_alpha (const Tile *tile, const KaTilesPlace *place)
{
  if (!tile->is_alike || place->fade == KA_FADE_NONE)
    return place->alpha;

  return place->fade == KA_FADE_IN ? 1.0 : 0.0;
}

void
ka_tiles_append (KaTiles *self, const KaTilesPlace *place)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile     *tile = &g_array_index (self->tiles, Tile, i);
      graphene_rect_t bounds = get_bounds (place, &tile->box);
      double          alpha = get_alpha (tile, place);

      if (alpha <= 0 || !is_in_sight (place->widget, &bounds))
        continue;
      ka_picture_append (tile->picture, place->snapshot, place->widget, &bounds, alpha);
    }
}

static float
round_to (double edge, double factor)
{
  return (float) (round (edge * factor) / factor);
}

/* The pixels of the screen whose middles are on a tile */
static graphene_rect_t
get_covered (const KaTilesPlace *place, const cairo_rectangle_int_t *box)
{
  const double factor = gtk_widget_get_scale_factor (place->widget);
  const float  x0 = round_to (place->corner_px.x + box->x * place->pixel, factor);
  const float  y0 = round_to (place->corner_px.y + box->y * place->pixel, factor);
  const float  x1 = round_to (place->corner_px.x + (box->x + box->width) * place->pixel, factor);
  const float  y1 = round_to (place->corner_px.y + (box->y + box->height) * place->pixel, factor);

  return GRAPHENE_RECT_INIT (x0, y0, x1 - x0, y1 - y0);
}

void
ka_tiles_append_scaled (KaTiles *self, const KaTilesPlace *place)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile           *tile = &g_array_index (self->tiles, Tile, i);
      const graphene_rect_t bounds = get_bounds (place, &tile->box);
      const graphene_rect_t covered = get_covered (place, &tile->box);

      if (is_in_sight (place->widget, &covered) &&
          (place->hidden == NULL || !graphene_rect_contains_rect (place->hidden, &covered)))
        ka_picture_append_piece (tile->picture, place->snapshot, place->widget, &bounds, &covered,
                                 place->alpha, place->hidden);
    }
}

graphene_rect_t
ka_tiles_get_covered (const KaTiles *self, const KaTilesPlace *place)
{
  return get_covered (place, &(cairo_rectangle_int_t){ 0, 0, self->width, self->height });
}
