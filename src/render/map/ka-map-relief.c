/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints soft hill shading from the heights of the atlas. The light comes from four sides; each
 * counts where it grazes the slope: R. K. Mark, *A Multidirectional, Oblique-Weighted,
 * Shaded-Relief Image of the Island of Hawaii*, USGS Open-File Report 92-422 (1992). The picture is
 * made for a scene, piece by piece where it is painted, and scaled.
 */

#include "config.h"

#include "ka-map-relief.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-map-parts.h"
#include "ka-projection.h"

/* The least sides of a ring of land that is shaded, in user units */
#define LEAST_SHADED 1.0
/* How often heights are averaged: at the equator, rounded down, and at most */
#define PASSES     0.85
#define MAX_PASSES 32
/* The least size of a pixel of the shading */
#define PIXEL_KM 4.0
/* The most pixels on a side of the shading */
#define MAX_PIXELS 1024
/* The heights end within a wide picture; towards their end the shading fades over so much */
#define EDGE_DEG 1.5
/* The factor by which heights are exaggerated */
#define EXAGGERATION 20.0
/* The height of the light over the horizon, as its sine and cosine */
#define LIGHT_SIN 0.7071
#define LIGHT_COS 0.7071
/* The greatest alpha of light and shadow, and the grey of the shadow */
#define MAX_ALPHA 0.27
#define SHADOW    0.15
/* The alpha is this much of the difference of light while that is small */
#define CONTRAST 1.15
/* The scales between which the shading fades out, in user units for a kilometre */
#define FADES_FROM 1.3
#define FADES_TO   7.0

/* The steps in which light is turned into pixels, and the greatest difference of light */
#define N_TONES   4096
#define MAX_LIGHT 1.5

/* Pixels on a side of a block, between whose corners places are interpolated, and the greatest
 * error of that at its middle, in pixels */
#define BLOCK      8
#define MAX_ERROR  0.1
#define KM_PER_DEG (KA_EARTH_RADIUS_KM * G_PI / 180.0)

/* Pixels on a side of a piece of the shading, a multiple of those of a block, and numbers on a side
 * of what is sampled for it */
#define PIECE   64
#define SAMPLES (PIECE + 2)
/* Pixels around a picture that its edges are interpolated from */
#define RIM 2

/* The heights as numbers. One row and column before them and two after repeat those at the edge, so
 * that a spline finds its four neighbours everywhere. */
typedef struct
{
  const KaRelief *relief;
  float          *km;
  int             pitch;
} Heights;

/* The pixels of light and of shadow by their strength */
typedef struct
{
  guint32 light[N_TONES];
  guint32 shadow[N_TONES];
} Tones;

/* The shading of a scene, made piece by piece where it is painted */
typedef struct
{
  GMutex           lock; /* of the pieces */
  KaProjection     projection;
  KaBox            box; /* in kilometres */
  double           pixel_km;
  int              width, height; /* in pixels */
  cairo_surface_t *surface;
  Heights          heights;
  Tones            tones;
  int              n_columns, n_rows; /* of pieces */
  gboolean        *is_shaded;         /* the pieces, row by row */
} Shading;

/* What is sampled for a piece: the heights at its pixels and at a row and column more on each side,
 * and how much they count */
typedef struct
{
  const Shading *shading;
  int            x0, y0; /* the first of all: the row and column before the box have the number 0 */
  int            width, height;
  float          km[SAMPLES * SAMPLES];
  float          fades[SAMPLES * SAMPLES];
} Samples;

/* Averages each number of a row with its neighbours, which count half; the ends stay */
static void
soften (float *numbers, int n, int step)
{
  float before = numbers[0];

  for (int i = 1; i + 1 < n; i++)
    {
      float here = numbers[i * step];

      numbers[i * step] = (before + 2 * here + numbers[(i + 1) * step]) / 4;
      before = here;
    }
}

/* How often the heights of a row are averaged: columns draw closer towards the poles, and ridges
 * would run from north to south there */
static int
count_passes (const KaRelief *relief, int row)
{
  double lat_deg = relief->north_deg - row / (double) relief->steps_per_deg;
  double shrink = cos (lat_deg * G_PI / 180);

  return (int) CLAMP (PASSES / (shrink * shrink), 1, MAX_PASSES);
}

/* Repeats the first and the last of @n numbers, which stand after the first place of a line */
static void
repeat_ends (float *line, int n, int step)
{
  line[0] = line[step];
  line[(n + 1) * step] = line[(n + 2) * step] = line[n * step];
}

static void
read_heights (Heights *self, const KaRelief *relief)
{
  const int n_columns = relief->n_columns;

  self->relief = relief;
  self->pitch = n_columns + 3;
  self->km = g_new (float, self->pitch *(relief->n_rows + 3));
  for (int row = 0; row < relief->n_rows; row++)
    {
      const char *digits = relief->heights + 2 * row * n_columns;
      float      *line = self->km + (row + 1) * self->pitch + 1;

      for (int i = 0; i < n_columns; i++)
        line[i] = (float) ((g_ascii_xdigit_value (digits[2 * i]) * 16 +
                            g_ascii_xdigit_value (digits[2 * i + 1])) *
                           relief->metres / 1000.0);
      for (int pass = count_passes (relief, row); pass > 0; pass--)
        soften (line, n_columns, 1);
      repeat_ends (line - 1, n_columns, 1);
    }
  for (int column = 0; column < self->pitch; column++)
    {
      soften (self->km + self->pitch + column, relief->n_rows, self->pitch);
      repeat_ends (self->km + column, relief->n_rows, self->pitch);
    }
}

/* The weights of the uniform cubic B-spline, which hides the steps of the grid */
static void
weigh (double along, float *weights)
{
  const float sixth = 1.0F / 6.0F;
  const float t = (float) along;
  const float cube = t * t * t * sixth;

  weights[0] = (1 - t) * (1 - t) * (1 - t) * sixth;
  weights[1] = 3 * cube - t * t + 4 * sixth;
  weights[3] = cube;
  weights[2] = 1 - weights[0] - weights[1] - cube;
}

/* Degrees from the western edge of the grid to a point east of it */
static double
get_east_deg (const KaRelief *relief, double lon_deg)
{
  double east = lon_deg - relief->west_deg;

  return east < 0 ? east + 360.0 : east;
}

static double
get_width_deg (const KaRelief *relief)
{
  return (relief->n_columns - 1) / (double) relief->steps_per_deg;
}

/* The height at a point; beyond the grid that of its edge */
static float
interpolate_km (const Heights *self, KaPoint degrees)
{
  const KaRelief *relief = self->relief;
  double          x = CLAMP (get_east_deg (relief, degrees.x) * relief->steps_per_deg, 0,
                             relief->n_columns - 1);
  double y = CLAMP ((relief->north_deg - degrees.y) * relief->steps_per_deg, 0, relief->n_rows - 1);
  int    column = (int) x;
  int    row = (int) y;
  const float *line = self->km + row * self->pitch + column;
  float        across[4], down[4];
  float        height = 0;

  weigh (x - column, across);
  weigh (y - row, down);
  for (int j = 0; j < 4; j++, line += self->pitch)
    height += down[j] * (across[0] * line[0] + across[1] * line[1] + across[2] * line[2] +
                         across[3] * line[3]);

  return height;
}

/* From 1 where heights are known all round to 0 where they end; those of the whole Earth have
 * neither a western nor an eastern end */
static double
fade_at_edge (const KaRelief *relief, KaPoint degrees)
{
  double east = get_east_deg (relief, degrees.x);
  double width = get_width_deg (relief);
  double south = relief->north_deg - (relief->n_rows - 1) / (double) relief->steps_per_deg;
  double inside = MIN (relief->north_deg - degrees.y, degrees.y - south);
  double along;

  if (width < 359.0)
    inside = MIN (inside, MIN (east, width - east));
  along = CLAMP (inside / EDGE_DEG, 0.0, 1.0);

  return along * along * (3 - 2 * along);
}

/* The light of a slope over that of level ground; @east and @north are its rises. It comes from the
 * south-west, west, north-west and north. The weight of each is the squared sine between its
 * direction and that of the slope: the four add up to two. The sum of what they give along the
 * slope is @along. */
static double
light_slope (double east, double north)
{
  double x = -east * EXAGGERATION;
  double y = -north * EXAGGERATION;
  double steep = x * x + y * y;
  double along = x * y * (x - y) - G_SQRT2 / 2 * x * (x * x - y * y);

  if (steep < 1e-9)
    return 0;

  return (LIGHT_SIN + LIGHT_COS * along / (2.0 * steep)) / sqrt (steep + 1.0) - LIGHT_SIN;
}

static guint32
mix_pixel (double alpha, double grey)
{
  guint32 premultiplied = (guint32) (alpha * grey * 255.0 + 0.5);

  return (guint32) (alpha * 255.0 + 0.5) << 24 | premultiplied << 16 | premultiplied << 8 |
         premultiplied;
}

/* White light and grey shadow, which a page in black and white prints with its one ink */
static void
mix_tones (Tones *self)
{
  for (int i = 0; i < N_TONES; i++)
    {
      const double light = i * MAX_LIGHT / N_TONES;
      const double alpha = MAX_ALPHA * tanh (light * CONTRAST / MAX_ALPHA);

      self->light[i] = mix_pixel (alpha, 1.0);
      self->shadow[i] = mix_pixel (alpha, SHADOW);
    }
}

static guint32
get_pixel (const Tones *self, double light)
{
  const int tone = MIN ((int) (fabs (light) * (N_TONES / MAX_LIGHT) + 0.5), N_TONES - 1);

  return light < 0 ? self->shadow[tone] : self->light[tone];
}

/* The box in kilometres around the heights, not far beyond the limits of the view */
static KaBox
get_box (const KaMapScene *scene)
{
  const KaRelief *relief = ka_atlas_get_relief (scene->atlas);
  KaBox           limits = scene->limits;
  KaBox  near = ka_box_grow (limits, MAX (limits.x1 - limits.x0, limits.y1 - limits.y0) + PIXEL_KM);
  double width = get_width_deg (relief);
  KaPoint low = { relief->west_deg,
                  relief->north_deg - (relief->n_rows - 1) / (double) relief->steps_per_deg };
  KaBox   box = near;

  if (width < 180.0)
    box = ka_box_intersect (
      near, ka_projection_project_box (&scene->projection, low,
                                       (KaPoint){ relief->west_deg + width, relief->north_deg }));

  return ka_box_is_empty (box) ? limits : box;
}

/* The size of a pixel of the shading, coarser for a large land */
static double
get_pixel_km (KaBox box)
{
  return MAX (PIXEL_KM, MAX (box.x1 - box.x0, box.y1 - box.y0) / MAX_PIXELS);
}

/* The middle of a pixel; the row and the column before the box have the number 0 */
static KaPoint
locate (const Shading *self, int x, int y)
{
  return ka_projection_inverse (&self->projection,
                                (KaPoint){ self->box.x0 + (x - 0.5) * self->pixel_km,
                                           self->box.y1 - (y - 0.5) * self->pixel_km });
}

static KaPoint
mix (KaPoint from, KaPoint to, double part)
{
  return (KaPoint){ from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part };
}

/* Finds the middles of a block of pixels. They are interpolated between its corners, unless the
 * middle of the block tells of a greater error, as near a pole and where longitudes turn. */
static void
locate_block (const Shading *self, int x0, int y0, KaPoint *places)
{
  KaPoint  corners[4] = { locate (self, x0, y0), locate (self, x0 + BLOCK, y0),
                          locate (self, x0, y0 + BLOCK), locate (self, x0 + BLOCK, y0 + BLOCK) };
  KaPoint  middle = locate (self, x0 + BLOCK / 2, y0 + BLOCK / 2);
  KaPoint  guess = mix (mix (corners[0], corners[1], 0.5), mix (corners[2], corners[3], 0.5), 0.5);
  gboolean is_even = hypot (guess.x - middle.x, guess.y - middle.y) * KM_PER_DEG <
                     MAX_ERROR * self->pixel_km;

  for (int y = 0; y < BLOCK; y++)
    {
      KaPoint from = mix (corners[0], corners[2], y / (double) BLOCK);
      KaPoint to = mix (corners[1], corners[3], y / (double) BLOCK);

      for (int x = 0; x < BLOCK; x++)
        places[y * BLOCK + x] = is_even ? mix (from, to, x / (double) BLOCK)
                                        : locate (self, x0 + x, y0 + y);
    }
}

/* Samples a block, as far as it belongs to the piece; @x0, @y0: its first pixel in the piece */
static void
sample_block (Samples *self, int x0, int y0)
{
  const Heights *heights = &self->shading->heights;
  KaPoint        places[BLOCK * BLOCK];

  locate_block (self->shading, self->x0 + x0, self->y0 + y0, places);
  for (int y = y0; y < MIN (y0 + BLOCK, self->height); y++)
    for (int x = x0; x < MIN (x0 + BLOCK, self->width); x++)
      {
        KaPoint at = places[(y - y0) * BLOCK + x - x0];
        int     number = y * SAMPLES + x;

        self->fades[number] = (float) fade_at_edge (heights->relief, at);
        self->km[number] = self->fades[number] > 0 ? interpolate_km (heights, at) : 0;
      }
}

/* Shades a piece. */
static void
shade (Shading *self, int column, int row)
{
  const int           x0 = column * PIECE;
  const int           y0 = row * PIECE;
  const int           width = MIN (PIECE, self->width - x0);
  const int           height = MIN (PIECE, self->height - y0);
  const int           stride = cairo_image_surface_get_stride (self->surface);
  guchar             *data = cairo_image_surface_get_data (self->surface);
  g_autofree Samples *samples = g_new (Samples, 1);

  samples->shading = self;
  samples->x0 = x0;
  samples->y0 = y0;
  samples->width = width + 2;
  samples->height = height + 2;
  for (int y = 0; y < height + 2; y += BLOCK)
    for (int x = 0; x < width + 2; x += BLOCK)
      sample_block (samples, x, y);
  for (int y = 0; y < height && data != NULL; y++)
    for (int x = 0; x < width; x++)
      {
        int          at = (y + 1) * SAMPLES + x + 1;
        const float *here = &samples->km[at];
        double       east = (here[1] - here[-1]) / (2 * self->pixel_km);
        double       north = (here[-SAMPLES] - here[SAMPLES]) / (2 * self->pixel_km);
        double       light = samples->fades[at] * light_slope (east, north);

        *(guint32 *) (gpointer) (data + (y0 + y) * stride + 4 * (x0 + x)) = get_pixel (&self->tones,
                                                                                       light);
      }
}

static void
free_shading (gpointer data)
{
  Shading *self = data;

  g_mutex_clear (&self->lock);
  cairo_surface_destroy (self->surface);
  g_free (self->heights.km);
  g_free (self->is_shaded);
  g_free (self);
}

static Shading *
create_shading (const KaMapScene *scene)
{
  Shading *self = g_new0 (Shading, 1);

  g_mutex_init (&self->lock);
  self->projection = scene->projection;
  self->box = get_box (scene);
  self->pixel_km = get_pixel_km (self->box);
  self->width = MAX ((int) ceil ((self->box.x1 - self->box.x0) / self->pixel_km), 1);
  self->height = MAX ((int) ceil ((self->box.y1 - self->box.y0) / self->pixel_km), 1);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width, self->height);
  self->n_columns = (self->width + PIECE - 1) / PIECE;
  self->n_rows = (self->height + PIECE - 1) / PIECE;
  self->is_shaded = g_new0 (gboolean, self->n_columns * self->n_rows);
  read_heights (&self->heights, ka_atlas_get_relief (scene->atlas));
  mix_tones (&self->tones);

  return self;
}

void
ka_map_relief_prepare (KaMapScene *scene)
{
  const KaRelief *relief = ka_atlas_get_relief (scene->atlas);

  if (relief->heights != NULL && g_once_init_enter (&scene->shading))
    {
      scene->free_shading = free_shading;
      g_once_init_leave (&scene->shading, (gsize) create_shading (scene));
    }
}

/* The number of the piece of a pixel, of the first or the last where the pixel is beyond them */
static int
find_piece (double pixel, int n_pieces)
{
  return (int) floor (CLAMP (pixel / PIECE, 0, n_pieces - 1));
}

/* Shades what a box in kilometres lacks. */
static void
shade_box (Shading *self, KaBox km)
{
  int first_column = find_piece ((km.x0 - self->box.x0) / self->pixel_km - RIM, self->n_columns);
  int last_column = find_piece ((km.x1 - self->box.x0) / self->pixel_km + RIM, self->n_columns);
  int first_row = find_piece ((self->box.y1 - km.y1) / self->pixel_km - RIM, self->n_rows);
  int last_row = find_piece ((self->box.y1 - km.y0) / self->pixel_km + RIM, self->n_rows);

  g_mutex_lock (&self->lock);
  for (int row = first_row; row <= last_row; row++)
    for (int column = first_column; column <= last_column; column++)
      if (!self->is_shaded[row * self->n_columns + column])
        {
          shade (self, column, row);
          self->is_shaded[row * self->n_columns + column] = TRUE;
        }
  g_mutex_unlock (&self->lock);
}

/* The part of the plane that is painted. A vector picture takes the whole, so that it does not
 * depend on those before it. */
static KaBox
get_painted_box (const KaPaintContext *context, KaBox whole)
{
  double  x0, y0, x1, y1;
  KaPoint from, to;

  if (!ka_map_is_raster (context->cr))
    return whole;

  cairo_clip_extents (context->cr, &x0, &y0, &x1, &y1);
  from = ka_viewport_to_km (context->viewport, (KaPoint){ x0, y0 });
  to = ka_viewport_to_km (context->viewport, (KaPoint){ x1, y1 });

  return (KaBox){ from.x, to.y, to.x, from.y };
}

/* The shading of the scene, which has what is painted */
static const Shading *
get_shading (const KaPaintContext *context)
{
  Shading *self;

  ka_map_relief_prepare (context->scene);
  self = (Shading *) context->scene->shading;
  shade_box (self, get_painted_box (context, self->box));

  return self;
}

/* A surface on the shared pixels of the shading: two threads must not draw from one Cairo surface
 * at once */
static cairo_surface_t *
dup_surface (const Shading *self)
{
  return cairo_image_surface_create_for_data (cairo_image_surface_get_data (self->surface),
                                              CAIRO_FORMAT_ARGB32, self->width, self->height,
                                              cairo_image_surface_get_stride (self->surface));
}

/* The alpha of the shading: weaker in print and high contrast, where it disturbs the rest */
static double
get_strength (const KaTheme *theme)
{
  if (theme == ka_theme_get (KA_THEME_PRINT))
    return 0.45;
  if (theme == ka_theme_get (KA_THEME_HIGH_CONTRAST) ||
      theme == ka_theme_get (KA_THEME_HIGH_CONTRAST_DARK))
    return 0.35;

  return theme->is_dark ? 0.8 : 1.0;
}

/* Adds all land to the path */
static void
path_land (const KaPaintContext *context)
{
  KaMapScene          *scene = context->scene;
  g_autofree gboolean *is_land = g_new (gboolean, scene->n_areas + 1);
  g_autoptr (GPtrArray) rings = NULL;

  for (gsize area = 0; area < scene->n_areas; area++)
    is_land[area] = TRUE;
  rings = ka_map_scene_outline (scene, is_land);
  ka_map_path_large (context, context->view_km, rings, context->soft_level, LEAST_SHADED);
  ka_map_path_layer (context, KA_LAYER_CONTEXT, context->soft_level);
}

/* Where the shading of a scene lies */
typedef struct
{
  const Shading *shading;
  KaPoint        corner; /* in user units, as the size of its pixels */
  double         size;
  double         alpha;
} Placed;

/* Finds the shading of what is painted. Returns whether there is any, and memory for it. */
static gboolean
place (Placed *self, const KaPaintContext *context)
{
  const double scale = context->viewport->scale;
  const double alpha = CLAMP ((FADES_TO - scale) / (FADES_TO - FADES_FROM), 0.0, 1.0);

  if (alpha <= 0 || ka_atlas_get_relief (context->scene->atlas)->heights == NULL ||
      !ka_view_state_shows (context->state, KA_MAP_LAYER_RELIEF))
    return FALSE;

  self->shading = get_shading (context);
  if (cairo_surface_status (self->shading->surface) != CAIRO_STATUS_SUCCESS)
    return FALSE;

  self->corner = ka_viewport_to_user (context->viewport,
                                      (KaPoint){ self->shading->box.x0, self->shading->box.y1 });
  self->size = scale * self->shading->pixel_km;
  self->alpha = alpha * get_strength (context->theme);

  return TRUE;
}

/* Paints the shading through the path. */
static void
paint_shading (cairo_t *cr, const Placed *placed)
{
  g_autoptr (cairo_surface_t) surface = dup_surface (placed->shading);
  g_autoptr (cairo_pattern_t) pattern = cairo_pattern_create_for_surface (surface);

  /* Filling is simpler than painting through a clip, but has no alpha */
  if (placed->alpha < 1.0)
    cairo_clip (cr);
  cairo_translate (cr, placed->corner.x, placed->corner.y);
  cairo_scale (cr, placed->size, placed->size);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_set_source (cr, pattern);
  if (placed->alpha < 1.0)
    cairo_paint_with_alpha (cr, placed->alpha);
  else
    cairo_fill (cr);
}

void
ka_map_fill_relief (const KaPaintContext *context)
{
  cairo_t *cr = context->cr;
  Placed   placed;

  if (!place (&placed, context))
    return;

  cairo_save (cr);
  /* Coasts cover the edges */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  path_land (context);
  paint_shading (cr, &placed);
  cairo_restore (cr);
}

KaMapStretch *
ka_map_stretch_relief (const KaPaintContext *context, const KaMapPixels *pixels)
{
  double    height = 0;
  KaMapGrey grey;
  Placed    placed;

  if (!place (&placed, context))
    return NULL;

  grey = (KaMapGrey){
    .pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (placed.shading->surface),
    .pitch = (gsize) cairo_image_surface_get_stride (placed.shading->surface) / 4,
    .width = placed.shading->width,
    .height = placed.shading->height,
  };
  cairo_user_to_device_distance (context->cr, &placed.size, &height);

  return ka_map_stretch_new (&grey, ka_map_pixels_find (pixels, placed.corner),
                             placed.size * pixels->ratio, placed.alpha, pixels->clip.x,
                             pixels->clip.width);
}
