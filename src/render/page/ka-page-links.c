/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links of a PDF: from the regions of the map to their clauses, from clauses to their lines.
 * Source: cairo 1.16, *Tags and links*; its rectangles and positions are those of the surface.
 */

#include "config.h"

#include "ka-page-links.h"

#include "ka-query.h"

#include <math.h>

/* A region is linked in rectangles of cells. */
#define COLUMNS 64
/* The sides of a cell at least, in user units */
#define MIN_CELL 6.0

/* The regions under the cells of a grid over the map */
typedef struct
{
  const KaItem **cells; /* (nullable) each */
  int            n_columns;
  int            n_rows;
  double         width; /* of a cell, in user units */
  double         height;
} Grid;

char *
ka_page_dup_dest (const KaItem *item)
{
  return g_strdup_printf ("%s-%s", ka_item_kind_get_name (item->kind), item->id);
}

static gboolean
is_listed (const KaPageContext *context, const KaArticle *article)
{
  return !article->is_general &&
         ka_query_standing_of (article, context->state.day) != KA_STANDING_LATER;
}

GPtrArray *
ka_page_list_clauses (const KaPageContext *context, const KaItem *region)
{
  GPtrArray *clauses = ka_query_clauses_about (context->atlas, region, context->state.day);

  for (guint i = clauses->len; i > 0; i--)
    if (!is_listed (context, clauses->pdata[i - 1]))
      g_ptr_array_remove_index (clauses, i - 1);

  return clauses;
}

gboolean
ka_page_has_clauses (const KaPageContext *context, const KaItem *region)
{
  g_autoptr (GPtrArray) clauses = ka_page_list_clauses (context, region);

  return clauses->len > 0;
}

char *
ka_page_dup_line_link (const KaPageContext *context, const KaItem *article)
{
  g_autoptr (GPtrArray)
    lines = ka_query_frontiers_about (context->atlas, article, context->state.day);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *name = ka_page_dup_dest (lines->pdata[i]);

      if (g_hash_table_contains (context->page->marks, name))
        return g_strdup_printf ("dest='%s'", name);
    }

  return g_strdup ("dest='" KA_PAGE_MAP_DEST "'");
}

/* The address of the licence (transfer full) (nullable). Source: SPDX, *License List*. */
static char *
dup_licence_link (cairo_t *cr, KaAtlas *atlas)
{
  const char *licence = ka_atlas_get_head (atlas)->licence;

  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF || *licence == '\0')
    return NULL;
  for (const char *at = licence; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-' && *at != '.' && *at != '+')
      return NULL;

  return g_strdup_printf ("uri='https://spdx.org/licenses/%s.html'", licence);
}

void
ka_page_begin_licence (cairo_t *cr, KaAtlas *atlas)
{
  g_autofree char *link = dup_licence_link (cr, atlas);

  if (link != NULL)
    cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
}

void
ka_page_end_licence (cairo_t *cr, KaAtlas *atlas)
{
  g_autofree char *link = dup_licence_link (cr, atlas);

  if (link != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

void
ka_page_mark_place (cairo_t *cr, const char *name, double x, double y)
{
  g_autofree char *attributes = NULL;
  char             numbers[2][G_ASCII_DTOSTR_BUF_SIZE];

  cairo_user_to_device (cr, &x, &y);
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", name,
                                g_ascii_formatd (numbers[0], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", x),
                                g_ascii_formatd (numbers[1], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", y));
  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* Marks the upper left corner of each line of the day. */
static void
mark_lines (const KaPageContext *context, const KaViewport *viewport)
{
  const KaList *frontiers = ka_atlas_get_items (context->atlas, KA_ITEM_FRONTIER);
  const KaBox   shown = ka_viewport_get_box (viewport);

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];
      char             *name;
      KaPoint           corner;
      KaBox             km;

      if (frontier->geometry == NULL || !ka_span_has (frontier->span, context->state.day) ||
          !ka_map_scene_get_bounds_of (context->scene, &frontier->item, context->state.day, &km) ||
          !ka_box_meets (km, shown))
        continue;
      name = ka_page_dup_dest (&frontier->item);
      corner = ka_viewport_to_user (viewport,
                                    (KaPoint){ MAX (km.x0, shown.x0), MIN (km.y1, shown.y1) });
      ka_page_mark_place (context->cr, name, corner.x, corner.y);
      g_hash_table_add (context->page->marks, name);
    }
}

static void
grid_init (Grid *self, const KaPageContext *context, const KaViewport *viewport)
{
  const double cell = MAX (viewport->width / COLUMNS, MIN_CELL);

  self->n_columns = MAX (1, (int) (viewport->width / cell));
  self->n_rows = CLAMP ((int) (viewport->height / cell), 1, 4 * COLUMNS);
  self->width = viewport->width / self->n_columns;
  self->height = viewport->height / self->n_rows;
  self->cells = g_new0 (const KaItem *, (gsize) self->n_columns *(gsize) self->n_rows);
  for (int y = 0; y < self->n_rows; y++)
    for (int x = 0; x < self->n_columns; x++)
      {
        KaPoint  middle = { (x + 0.5) * self->width, (y + 0.5) * self->height };
        KaMapHit hit = ka_map_scene_pick (context->scene, &context->state, viewport, middle);

        if (hit.region != NULL)
          self->cells[y * self->n_columns + x] = &hit.region->item;
      }
}

static void
grid_clear (Grid *self)
{
  g_clear_pointer (&self->cells, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

/* Whether a row of cells is of one region */
static gboolean
has_run (const Grid *self, int x, int y, int n, const KaItem *region)
{
  for (int i = 0; i < n; i++)
    if (self->cells[y * self->n_columns + x + i] != region)
      return FALSE;

  return TRUE;
}

/* Takes the cells of a rectangle of one region that begins at a cell out of the grid. */
static KaBox
take_rectangle (Grid *self, int x, int y)
{
  const KaItem *region = self->cells[y * self->n_columns + x];
  int           n_columns = 1, n_rows = 1;

  while (x + n_columns < self->n_columns && has_run (self, x + n_columns, y, 1, region))
    n_columns++;
  while (y + n_rows < self->n_rows && has_run (self, x, y + n_rows, n_columns, region))
    n_rows++;
  for (int row = y; row < y + n_rows; row++)
    for (int column = x; column < x + n_columns; column++)
      self->cells[row * self->n_columns + column] = NULL;

  return (KaBox){ x * self->width, y * self->height, (x + n_columns) * self->width,
                  (y + n_rows) * self->height };
}

static void
link_box (cairo_t *cr, const KaItem *region, KaBox box)
{
  const double     sizes[] = { box.x0, box.y0, box.x1, box.y1 };
  double           corners[4] = { sizes[0], sizes[1], sizes[2], sizes[3] };
  char             numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *dest = ka_page_dup_dest (region);
  g_autofree char *attributes = NULL;

  cairo_user_to_device (cr, &corners[0], &corners[1]);
  cairo_user_to_device (cr, &corners[2], &corners[3]);
  corners[2] -= corners[0];
  corners[3] -= corners[1];
  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    g_ascii_formatd (numbers[i], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", corners[i]);
  attributes = g_strdup_printf ("dest='%s' rect=[%s %s %s %s]", dest, numbers[0], numbers[1],
                                numbers[2], numbers[3]);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

void
ka_page_link_map (const KaPageContext *context, const KaViewport *viewport)
{
  g_auto (Grid) grid = { NULL };

  grid_init (&grid, context, viewport);
  for (int y = 0; y < grid.n_rows; y++)
    for (int x = 0; x < grid.n_columns; x++)
      {
        const KaItem *region = grid.cells[y * grid.n_columns + x];
        KaBox         box;

        if (region == NULL)
          continue;
        box = take_rectangle (&grid, x, y);
        if (ka_page_has_clauses (context, region))
          link_box (context->cr, region, box);
      }
  mark_lines (context, viewport);
}
