/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How things on a timeline look: the emphasis of an entry with its colours and sizes, the marks of
 * categories, and the shapes and labels that all painters share.
 */

#include "config.h"

#include "ka-timeline-look.h"

#include <math.h>

/* What is filtered out stays readable: labels keep 4.5:1 on the page, marks and outlines 3:1. The
 * rest is spare for the tint of a marked range. */
#define LABEL_CONTRAST 4.7
#define SHAPE_CONTRAST 3.2
#define N_HALVINGS     12

static KaColour
mix (const KaColour *a, const KaColour *b, double part)
{
  return (KaColour){
    .red = a->red + (b->red - a->red) * part,
    .green = a->green + (b->green - a->green) * part,
    .blue = a->blue + (b->blue - a->blue) * part,
    .alpha = 1,
  };
}

/* Returns the colour between @ink and @page of that contrast to @page; @ink where it has less. */
static KaColour
fade (const KaColour *ink, const KaColour *page, double contrast)
{
  double low = 0, high = 1;

  for (int i = 0; i < N_HALVINGS; i++)
    {
      double         middle = (low + high) / 2;
      const KaColour mixed = mix (ink, page, middle);

      if (ka_colour_get_contrast (&mixed, page) >= contrast)
        low = middle;
      else
        high = middle;
    }

  return mix (ink, page, low);
}

void
ka_timeline_painting_init (KaTimelinePainting     *self,
                           cairo_t                *cr,
                           const KaTimelineLayout *layout,
                           const KaViewState      *state,
                           const KaTheme          *theme)
{
  *self = (KaTimelinePainting){ .cr = cr, .layout = layout, .state = state, .theme = theme };
  self->faint_ink = fade (&theme->text_muted, &theme->page, LABEL_CONTRAST);
  self->faint_line = fade (&theme->text_muted, &theme->page, SHAPE_CONTRAST);
}

KaTimelineEmphasis
ka_timeline_get_emphasis (const KaTimelinePainting *context, const KaTimelineEntry *entry)
{
  if (entry->item == context->state->selection)
    return KA_TIMELINE_LIT;
  if (!ka_timeline_entry_passes (entry, context->state))
    return KA_TIMELINE_FILTERED;
  if (context->layout->related == NULL)
    return KA_TIMELINE_PLAIN;

  return g_hash_table_contains (context->layout->related, entry->item) ? KA_TIMELINE_LIT
                                                                       : KA_TIMELINE_QUIET;
}

/* The colour of an event is that of its category; a lifetime has that of its name on the map. */
static const KaColour *
get_colour (const KaTheme *theme, const KaTimelineEntry *entry)
{
  return entry->category != 0 ? ka_theme_get_category_colour (theme, entry->category)
                              : &theme->tints[entry->tint].text;
}

KaTimelineLook
ka_timeline_get_look (const KaTimelinePainting *context, const KaTimelineEntry *entry)
{
  const KaTimelineEmphasis emphasis = ka_timeline_get_emphasis (context, entry);
  const KaTheme           *theme = context->theme;
  KaTimelineLook           look = {
              .emphasis = emphasis,
              .line = *get_colour (theme, entry),
              .ink = entry->category != 0 ? theme->text : theme->tints[entry->tint].text,
              .size = 1,
              .fill = 1,
              .is_bold = emphasis == KA_TIMELINE_LIT,
  };

  if (emphasis == KA_TIMELINE_QUIET)
    {
      look.ink = theme->text_muted;
      look.size = 0.75;
      look.fill = 0.35;
    }
  else if (emphasis == KA_TIMELINE_FILTERED)
    {
      look.ink = context->faint_ink;
      look.line = context->faint_line;
      look.size = 0.75;
      look.fill = 0;
    }

  return look;
}

void
ka_timeline_trace_bar (cairo_t *cr, double x0, double y0, double x1, double y1, double corner)
{
  double radius = MIN (corner, MAX (0, (x1 - x0) / 2));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - radius, y0 + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x1 - radius, y1 - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x0 + radius, y1 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x0 + radius, y0 + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
ka_timeline_trace_arrow (cairo_t *cr, double x, double y, double reach)
{
  cairo_move_to (cr, x - reach, y - fabs (reach));
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x - reach, y + fabs (reach));
}

void
ka_timeline_show_label (const KaTimelinePainting *context,
                        const KaTypeStyle        *style,
                        const char               *text,
                        double                    x,
                        double                    y)
{
  ka_timeline_meter_show (context->layout->entries->meter, context->cr, style, text, x, y);
}

typedef void (*TraceShape) (cairo_t *cr, double x, double y, double radius);

static void
trace_polygon (cairo_t *cr, double x, double y, double outer, double inner, int n_corners)
{
  for (int i = 0; i < n_corners; i++)
    {
      double angle = 2 * G_PI * i / n_corners - G_PI / 2;
      double radius = i % 2 == 0 ? outer : inner;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
trace_disc (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
trace_square (cairo_t *cr, double x, double y, double radius)
{
  cairo_rectangle (cr, x - radius * 0.88, y - radius * 0.88, radius * 1.76, radius * 1.76);
}

static void
trace_diamond (cairo_t *cr, double x, double y, double radius)
{
  trace_polygon (cr, x, y, radius * 1.22, radius * 1.22, 4);
}

static void
trace_triangle (cairo_t *cr, double x, double y, double radius)
{
  trace_polygon (cr, x, y + radius * 0.25, radius * 1.3, radius * 1.3 * 0.5, 6);
}

static void
trace_ring (cairo_t *cr, double x, double y, double radius)
{
  trace_disc (cr, x, y, radius * 1.05);
  cairo_new_sub_path (cr);
  cairo_arc_negative (cr, x, y, radius * 0.52, 2 * G_PI, 0);
  cairo_close_path (cr);
}

static void
trace_cross (cairo_t *cr, double x, double y, double radius)
{
  const double arm = radius * 1.1;
  const double half = radius * 0.42;

  cairo_move_to (cr, x - half, y - arm);
  cairo_line_to (cr, x + half, y - arm);
  cairo_line_to (cr, x + half, y - half);
  cairo_line_to (cr, x + arm, y - half);
  cairo_line_to (cr, x + arm, y + half);
  cairo_line_to (cr, x + half, y + half);
  cairo_line_to (cr, x + half, y + arm);
  cairo_line_to (cr, x - half, y + arm);
  cairo_line_to (cr, x - half, y + half);
  cairo_line_to (cr, x - arm, y + half);
  cairo_line_to (cr, x - arm, y - half);
  cairo_line_to (cr, x - half, y - half);
  cairo_close_path (cr);
}

static void
trace_star (cairo_t *cr, double x, double y, double radius)
{
  trace_polygon (cr, x, y + radius * 0.08, radius * 1.35, radius * 0.58, 10);
}

static void
trace_wedge (cairo_t *cr, double x, double y, double radius)
{
  trace_polygon (cr, x, y - radius * 0.25, -radius * 1.3, -radius * 1.3 * 0.5, 6);
}

/* By the number of the category's bit. */
static const TraceShape shapes[KA_N_CATEGORIES] = {
  trace_disc, trace_square, trace_diamond, trace_triangle,
  trace_ring, trace_cross,  trace_star,    trace_wedge,
};

void
ka_category_trace (cairo_t *cr, KaCategory category, double x, double y, double radius)
{
  int bit = g_bit_nth_lsf ((gulong) category, -1);

  g_return_if_fail (bit >= 0 && bit < KA_N_CATEGORIES);

  cairo_new_path (cr);
  shapes[bit](cr, x, y, radius);
}

void
ka_category_paint (cairo_t       *cr,
                   KaCategory     category,
                   const KaTheme *theme,
                   double         x,
                   double         y,
                   double         radius)
{
  cairo_save (cr);
  ka_category_trace (cr, category, x, y, radius);
  ka_colour_fill (ka_theme_get_category_colour (theme, category), cr);
  cairo_restore (cr);
}
