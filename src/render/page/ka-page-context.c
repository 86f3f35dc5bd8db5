/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Begins and ends a page: its virtual units, its margin and what it tells.
 */

#include "config.h"

#include "ka-page-context.h"

#include "ka-page-claim.h"
#include "ka-page-text.h"

#include <math.h>

/* On a page of this mean side (1920 by 1080) a virtual unit is a user unit. Type grows in
 * proportion with the page, and shrinks to the minimal scale. */
#define UNIT_SIDE 1440.0
#define MIN_SCALE 0.62
#define MIN_STRIP 900.0

/* User units for a virtual one. */
static double
get_scale (const KaPage *page)
{
  double side = sqrt (page->width * page->height) / UNIT_SIDE;
  double scale = side >= 1 ? side : MAX (pow (side, 0.8), MIN_SCALE);

  if (page->view == KA_PAGE_CLAIM)
    return page->width / (page->width > page->height ? KA_PAGE_CLAIM_WIDTH : KA_PAGE_CLAIM_UPRIGHT);

  /* A low strip is read from near. */
  if (page->view == KA_PAGE_TIMELINE && page->height / scale < KA_PAGE_LOW)
    scale = MAX (scale, MIN (1, page->width / MIN_STRIP));

  return scale;
}

void
ka_page_open (KaPageContext     *self,
              cairo_t           *cr,
              KaMapScene        *scene,
              const KaViewState *state,
              const KaTheme     *theme,
              const KaPage      *page)
{
  const double scale = get_scale (page);

  *self = (KaPageContext){
    .cr = cr,
    .scene = scene,
    .atlas = ka_map_scene_get_atlas (scene),
    .state = *state,
    .theme = theme,
    .page = page,
    .width = page->width / scale,
    .height = page->height / scale,
  };
  self->state.hover = NULL;
  self->state.legend = KA_LEGEND_PRINTED;
  self->margin = CLAMP (MIN (self->width, self->height) * 0.05, 18, 56);
  self->blocks = ka_page_list_blocks (self->atlas, &self->state);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, page->width, page->height);
  cairo_clip (cr);
  cairo_scale (cr, scale, scale);
}

void
ka_page_close (KaPageContext *self)
{
  cairo_restore (self->cr);
  g_array_unref (self->blocks);
}
