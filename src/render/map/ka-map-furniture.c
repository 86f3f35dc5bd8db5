/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lays out and paints what is fixed to the frame: date and occasion, legend, scale bar, policy
 * line.
 */

#include "config.h"

#include "ka-map-furniture.h"

#include <math.h>
#include <string.h>

#include "ka-captions.h"
#include "ka-map-parts.h"
#include "ka-map-scale.h"
#include "ka-query.h"
#include "ka-type.h"

#define MARGIN     16.0
#define MAX_BAR    150.0
#define BAR_HEIGHT 4.0
/* Half the room of the north arrow */
#define NORTH_REACH 26.0
/* A smaller map has no furniture but the date and the button of the legend */
#define MIN_WIDTH 420.0
/* The room for a folded legend at the lower left */
#define LEGEND_WIDTH 180.0
/* The least width of the policy line, which may take two lines */
#define MIN_POLICY 120.0
#define MIN_HEIGHT 300.0
/* How far ink and halo reach beyond a box */
#define INK_REACH 4.0

static void
add_box (KaMapFurniture *self, KaBox box)
{
  g_array_append_val (self->boxes, box);
}

static void
lay_out_title (KaMapFurniture *self, const KaPaintContext *context)
{
  const KaViewState *state = context->state;
  KaTypeStyle        date_style = { .is_serif = TRUE, .is_bold = TRUE, .size = 28.0 };
  KaTypeStyle        occasion_style = { .is_serif = TRUE, .size = 14.0 };
  const KaEvent     *occasion = ka_query_occasion_of (context->scene->atlas, state->day);
  g_autofree char   *words = ka_day_to_words (state->day, state->language);
  double             width, height;

  if (state->is_swiped)
    return;

  if (self->width < MIN_WIDTH)
    date_style.size = 19.0;
  self->date = ka_type_layout (context->cr, context->theme, &date_style, words);
  ka_type_measure (self->date, &width, &height, NULL);
  self->title = (KaBox){ MARGIN, MARGIN - 6, MARGIN + width, MARGIN - 6 + height };
  if (occasion != NULL)
    {
      double most = MAX (self->width * 0.6, 160.0);

      self->occasion = ka_type_layout (context->cr, context->theme, &occasion_style,
                                       ka_text_get (&occasion->title, state->language));
      ka_type_set_width (self->occasion, most);
      ka_type_cut (self->occasion, 1);
      ka_type_measure (self->occasion, &width, &height, NULL);
      self->title.x1 = MAX (self->title.x1, MARGIN + width);
      self->title.y1 += height;
    }
  add_box (self, ka_box_grow (self->title, 4));
}

/* The bar with its text */
static KaBox
get_bar_box (const KaMapFurniture *self)
{
  return (KaBox){ self->bar.x0 - 8, self->bar.y0 - 22, self->bar.x1 + 8, self->bar.y1 + 6 };
}

static KaBox
get_north_box (const KaMapFurniture *self)
{
  const KaPoint at = self->north_at;

  return ka_box_grow ((KaBox){ at.x, at.y, at.x, at.y }, NORTH_REACH);
}

static void
lay_out_bar (KaMapFurniture *self, const KaPaintContext *context)
{
  const KaViewport   *viewport = context->viewport;
  const KaProjection *projection = &context->scene->projection;
  KaTypeStyle         style = { .size = 11.0 };
  KaPoint             right = { viewport->width - MARGIN, viewport->height - MARGIN };
  KaMapScale          scale = ka_map_scale_measure (projection, viewport, right, MAX_BAR);
  double              width = scale.width;
  g_autofree char    *text = ka_map_scale_dup_text (&scale, context->state->language);

  self->bar_text = ka_type_layout (context->cr, context->theme, &style, text);
  self->bar = (KaBox){ viewport->width - MARGIN - width, viewport->height - MARGIN - BAR_HEIGHT,
                       viewport->width - MARGIN, viewport->height - MARGIN };
  add_box (self, get_bar_box (self));
  self->north_at = (KaPoint){ right.x - NORTH_REACH, self->bar.y0 - 24 - NORTH_REACH };
  if (ka_map_north_get (projection, viewport, self->north_at, &self->north))
    {
      self->north_text = ka_map_north_lay_out (context);
      add_box (self, get_north_box (self));
    }
}

/* Lays out the first sentence of the policy left of the bar, with room for a folded legend */
static void
lay_out_policy (KaMapFurniture *self, const KaPaintContext *context)
{
  KaTypeStyle      style = { .size = 10.0 };
  const char      *policy = ka_text_get (&ka_atlas_get_head (context->scene->atlas)->policy,
                                         context->state->language);
  const char      *end = strstr (policy, ". ");
  g_autofree char *sentence = end == NULL ? g_strdup (policy)
                                          : g_strndup (policy, (gsize) (end - policy) + 1);
  double           left = MARGIN + LEGEND_WIDTH;
  double           width, height, right;

  if (*sentence == '\0')
    return;
  ka_type_measure (self->bar_text, &width, NULL, NULL);
  right = MIN (self->bar.x0, self->bar.x1 + MARGIN / 2 - width) - MARGIN;
  self->policy = ka_type_layout (context->cr, context->theme, &style, sentence);
  ka_type_measure (self->policy, &width, &height, NULL);
  if (left + width > right)
    {
      ka_type_set_width (self->policy, MAX (right - left, 1));
      pango_layout_set_alignment (self->policy->pango, PANGO_ALIGN_RIGHT);
      ka_type_measure (self->policy, NULL, &height, NULL);
      width = right - left;
      if (pango_layout_get_line_count (self->policy->pango) > 2 || width < MIN_POLICY)
        {
          g_clear_pointer (&self->policy, ka_type_layout_free);
          return;
        }
    }
  self->policy_box = (KaBox){ right - width, context->viewport->height - MARGIN - height + 3, right,
                              context->viewport->height - MARGIN + 3 };
  add_box (self, ka_box_grow (self->policy_box, 3));
}

/* The legend keeps clear of everything else. */
static void
lay_out_legend (KaMapFurniture       *self,
                const KaPaintContext *context,
                const KaBox          *overlays,
                gsize                 n_overlays,
                KaMapFurniture       *previous)
{
  g_autoptr (GArray) taken = g_array_copy (self->boxes);

  g_array_append_vals (taken, overlays, (guint) n_overlays);
  self->legend = ka_legend_new (context, (const KaBox *) (gpointer) taken->data, taken->len,
                                previous != NULL ? previous->legend : NULL);
  if (!ka_box_is_empty (self->legend->box))
    add_box (self, ka_box_grow (self->legend->box, 4));
}

/* Lays out what stands in place of a map in the middle. */
static void
lay_out_notice (KaMapFurniture *self, const KaPaintContext *context)
{
  const KaTypeStyle style = { .size = 15.0 };
  double            width, height;

  self->notice = ka_type_layout (context->cr, context->theme, &style,
                                 ka_caption_get (KA_CAPTION_NO_MAP, context->state->language));
  ka_type_set_width (self->notice, MAX (self->width - 2 * MARGIN, 1));
  pango_layout_set_alignment (self->notice->pango, PANGO_ALIGN_CENTER);
  ka_type_measure (self->notice, &width, &height, NULL);
  self->notice_at = (KaPoint){ MARGIN, (context->viewport->height - height) / 2 };
  add_box (self, ka_box_grow ((KaBox){ MARGIN, self->notice_at.y, self->width - MARGIN,
                                       self->notice_at.y + height },
                              INK_REACH));
}

KaMapFurniture *
ka_map_furniture_new (const KaPaintContext *context,
                      const KaBox          *overlays,
                      gsize                 n_overlays,
                      KaMapFurniture       *previous)
{
  KaMapFurniture *self = g_new0 (KaMapFurniture, 1);

  self->width = context->viewport->width;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (KaBox));
  lay_out_title (self, context);
  if (!ka_atlas_has_map (context->scene->atlas))
    {
      lay_out_notice (self, context);
      return self;
    }
  if (self->width >= MIN_WIDTH && context->viewport->height >= MIN_HEIGHT)
    {
      lay_out_bar (self, context);
      lay_out_policy (self, context);
    }
  if (context->state->legend != KA_LEGEND_PRINTED)
    lay_out_legend (self, context, overlays, n_overlays, previous);

  return self;
}

void
ka_map_furniture_free (KaMapFurniture *self)
{
  g_clear_pointer (&self->legend, ka_legend_free);
  g_clear_pointer (&self->date, ka_type_layout_free);
  g_clear_pointer (&self->occasion, ka_type_layout_free);
  g_clear_pointer (&self->policy, ka_type_layout_free);
  g_clear_pointer (&self->bar_text, ka_type_layout_free);
  g_clear_pointer (&self->north_text, ka_type_layout_free);
  g_clear_pointer (&self->notice, ka_type_layout_free);
  g_array_unref (self->boxes);
  g_free (self);
}

static void
paint_bar (const KaMapFurniture *self, cairo_t *cr, const KaTheme *theme)
{
  double width, height;
  double middle = (self->bar.x0 + self->bar.x1) / 2;

  /* A dark half and a light one, as on printed maps */
  cairo_rectangle (cr, self->bar.x0 - 1.5, self->bar.y0 - 1.5, self->bar.x1 - self->bar.x0 + 3,
                   BAR_HEIGHT + 3);
  ka_colour_set_source_alpha (&theme->halo, cr, 0.8);
  cairo_fill (cr);
  cairo_rectangle (cr, self->bar.x0, self->bar.y0, middle - self->bar.x0, BAR_HEIGHT);
  ka_colour_set_source (&theme->text, cr);
  cairo_fill (cr);
  cairo_rectangle (cr, self->bar.x0 + 0.5, self->bar.y0 + 0.5, self->bar.x1 - self->bar.x0 - 1,
                   BAR_HEIGHT - 1);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);

  ka_type_measure (self->bar_text, &width, &height, NULL);
  ka_type_show_with_halo (cr, self->bar_text,
                          MIN (middle - width / 2, self->bar.x1 + MARGIN / 2 - width),
                          self->bar.y0 - height - 1, &theme->text, &theme->halo, 2.0);
}

/* Whether any of a box is in the clip */
static gboolean
is_in_clip (cairo_t *cr, KaBox box)
{
  KaBox clip;

  cairo_clip_extents (cr, &clip.x0, &clip.y0, &clip.x1, &clip.y1);

  return ka_box_meets (clip, ka_box_grow (box, INK_REACH));
}

static void
paint_title (const KaMapFurniture *self, cairo_t *cr, const KaTheme *theme)
{
  double height;

  ka_type_measure (self->date, NULL, &height, NULL);
  ka_type_show_with_halo (cr, self->date, self->title.x0, self->title.y0, &theme->text,
                          &theme->halo, 2.5);
  if (self->occasion != NULL)
    ka_type_show_with_halo (cr, self->occasion, self->title.x0, self->title.y0 + height,
                            &theme->text, &theme->halo, 2.0);
}

void
ka_map_furniture_paint (const KaMapFurniture *self, cairo_t *cr, const KaTheme *theme)
{
  cairo_save (cr);
  if (self->date != NULL && is_in_clip (cr, self->title))
    paint_title (self, cr, theme);
  if (self->notice != NULL)
    ka_type_show_with_halo (cr, self->notice, self->notice_at.x, self->notice_at.y,
                            &theme->text_muted, &theme->halo, 2.0);
  if (self->policy != NULL && is_in_clip (cr, self->policy_box))
    ka_type_show_with_halo (cr, self->policy, self->policy_box.x0, self->policy_box.y0,
                            &theme->text_muted, &theme->halo, 1.8);
  if (self->bar_text != NULL && is_in_clip (cr, get_bar_box (self)))
    paint_bar (self, cr, theme);
  if (self->north_text != NULL && is_in_clip (cr, get_north_box (self)))
    ka_map_north_paint (cr, theme, self->north_text, self->north_at, self->north);
  if (self->legend != NULL && is_in_clip (cr, self->legend->box))
    ka_legend_paint (self->legend, cr, theme);
  cairo_restore (cr);
}
