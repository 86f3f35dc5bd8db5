/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The composition of a picture: title, map, text, timeline and foot on one page. Type follows the
 * size of the page; everything below is in virtual units, in which running text is always as large.
 */

#include "config.h"

#include "ka-page.h"

#include "ka-cairo-auto.h"
#include "ka-legend.h"
#include "ka-map-furniture.h"
#include "ka-map-painter.h"
#include "ka-page-private.h"
#include "ka-timeline-painter.h"

#include <math.h>

/* A page of this mean side (1920 by 1080) has one virtual unit to the user unit; type grows in
 * proportion on larger ones and shrinks on smaller ones, but not until it cannot be read. */
#define UNIT_SIDE      1440.0
#define MIN_SCALE      0.62
#define TIMELINE_SCALE 1.2
#define WIDE           1.2
#define LEGEND_SCALE   1.2
#define MIN_COLUMN     380.0
#define GAP            24.0

static const KaTypeStyle title_style = { .is_serif = TRUE, .size = 40, .is_bold = TRUE };
static const KaTypeStyle small_title_style = { .is_serif = TRUE, .size = 30, .is_bold = TRUE };
static const KaTypeStyle subtitle_style = { .is_serif = TRUE, .size = 20.5 };
static const KaTypeStyle date_style = { .is_serif = TRUE, .size = 28, .is_bold = TRUE };
static const KaTypeStyle occasion_style = { .size = 16.5 };
static const KaTypeStyle heading_style = { .size = 13.5, .is_bold = TRUE, .spacing = 1.2 };
static const KaTypeStyle text_style = { .is_serif = TRUE, .size = 17.5 };
static const KaTypeStyle foot_style = { .size = 12.5 };

typedef struct
{
  cairo_t       *cr;
  KaMapScene    *scene;
  KaAtlas       *atlas;
  KaViewState    state;
  const KaTheme *theme;
  const KaPage  *page;
  GArray        *blocks; /* Owned: of KaPageBlock */
  double         width;  /* of the page, in virtual units */
  double         height;
  double         margin;
} Context;

static const char *const view_names[KA_N_PAGE_VIEWS] = { "map", "timeline", "both" };

const char *
ka_page_view_get_name (KaPageView view)
{
  g_return_val_if_fail (view < KA_N_PAGE_VIEWS, NULL);

  return view_names[view];
}

gboolean
ka_page_view_from_name (const char *name, KaPageView *view)
{
  for (int i = 0; i < KA_N_PAGE_VIEWS; i++)
    if (g_str_equal (view_names[i], name))
      {
        *view = (KaPageView) i;
        return TRUE;
      }

  return FALSE;
}

/* A text of at most @max_lines lines in a column; no lines means as many as it takes. */
static PangoLayout *
set_text (const Context     *context,
          const KaTypeStyle *style,
          const char        *text,
          double             width,
          int                max_lines)
{
  PangoLayout *layout = ka_type_layout (context->cr, context->theme, style, text);

  pango_layout_set_width (layout, pango_units_from_double (MAX (1, width)));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (max_lines > 0)
    {
      pango_layout_set_height (layout, -max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  if (style->is_serif && style->size < 19)
    pango_layout_set_line_spacing (layout, 1.12F);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  double height;

  ka_type_measure (layout, NULL, &height, NULL);

  return height;
}

static double
get_width (PangoLayout *layout)
{
  double width;

  ka_type_measure (layout, &width, NULL, NULL);

  return width;
}

static void
show (const Context *context, PangoLayout *layout, double x, double y, const KaColour *colour)
{
  ka_colour_set_source (colour, context->cr);
  ka_type_show (context->cr, layout, x, y);
}

static void
draw_rule (const Context *context, double y, double weight, const KaColour *colour)
{
  ka_colour_set_source (colour, context->cr);
  cairo_set_line_width (context->cr, weight);
  cairo_move_to (context->cr, context->margin, y);
  cairo_line_to (context->cr, context->width - context->margin, y);
  cairo_stroke (context->cr);
}

/* Returns the foot of it. */
static double
paint_header (const Context *context)
{
  const KaTheme   *theme = context->theme;
  const gboolean   is_small = context->width < 1150;
  const double     left = context->margin;
  const double     room = context->width - 2 * context->margin;
  g_autofree char *title = ka_page_dup_title (context->atlas, &context->state);
  g_autofree char *subtitle = ka_page_dup_subtitle (context->atlas, &context->state);
  g_autofree char *day = ka_day_to_words (context->state.day);
  g_autofree char *occasion = ka_page_dup_occasion (context->atlas, &context->state);
  g_autoptr (PangoLayout) date_text = ka_type_layout (context->cr, theme, &date_style, day);
  g_autoptr (PangoLayout) occasion_text = NULL;
  g_autoptr (PangoLayout) title_text = NULL;
  g_autoptr (PangoLayout) subtitle_text = NULL;
  double date_width, top = context->margin * 0.72, foot;

  occasion_text = set_text (context, &occasion_style, occasion, room * 0.36, 1);
  date_width = MAX (get_width (date_text), get_width (occasion_text));
  title_text = set_text (context, is_small ? &small_title_style : &title_style, title,
                         room - date_width - GAP, 1);
  subtitle_text = set_text (context, &subtitle_style, subtitle, room - date_width - GAP, 1);

  foot = top + get_height (title_text) + get_height (subtitle_text) - 2;
  show (context, title_text, left, top, &theme->text);
  show (context, subtitle_text, left, top + get_height (title_text) - 2, &theme->text_muted);
  show (context, occasion_text, left + room - get_width (occasion_text),
        foot - get_height (occasion_text) - 1, &theme->text_muted);
  show (context, date_text, left + room - get_width (date_text),
        foot - get_height (occasion_text) - get_height (date_text) + 1, &theme->accent);
  draw_rule (context, foot + 12, 2.2, &theme->text);

  return foot + 12;
}

/* Returns the top of it. */
static double
paint_footer (const Context *context)
{
  const KaTheme   *theme = context->theme;
  const double     room = context->width - 2 * context->margin;
  g_autofree char *imprint = ka_page_dup_imprint (context->atlas);
  g_autofree char *sources = ka_page_dup_sources (context->atlas, &context->state, context->blocks);
  g_autofree char *said = NULL;
  g_autoptr (PangoLayout) imprint_text = ka_type_layout (context->cr, theme, &foot_style, imprint);
  g_autoptr (PangoLayout) said_text = NULL;
  double height, top, bottom = context->height - context->margin * 0.5;

  said = g_strdup_printf (
    "Summaries in our own words. %s%s%s%s %s", *sources != '\0' ? "Sources: " : "", sources,
    *sources != '\0' ? ". " : "",
    ka_text_get (ka_atlas_get_policy (context->atlas), context->state.language),
    ka_text_get (ka_atlas_get_credits (context->atlas), context->state.language));
  said_text = set_text (context, &foot_style, said, room - get_width (imprint_text) - 2 * GAP,
                        context->height < 700   ? 2
                        : context->width < 1400 ? 5
                                                : 4);
  height = get_height (said_text);
  top = bottom - height;
  show (context, said_text, context->margin, top, &theme->text_muted);
  show (context, imprint_text, context->margin + room - get_width (imprint_text),
        bottom - get_height (imprint_text), &theme->text_muted);
  draw_rule (context, top - 10, 1, &theme->rule);

  return top - 10;
}

static KaViewport
fit_viewport (const Context *context, double width, double height)
{
  const KaViewport *wished = context->page->viewport;

  if (wished == NULL)
    return ka_viewport_fit (ka_map_scene_get_extent (context->scene), width, height, 0);

  return ka_viewport_fit (ka_viewport_get_box (wished), width, height, 0);
}

/* The legend as the last thing in the column; its own box says how large it is. Returns its height.
 */
static double
paint_legend (const Context *context, KaBox column, const KaViewport *viewport)
{
  g_autoptr (KaLegend)
    legend = ka_legend_new (context->cr, context->scene, &context->state, context->theme, viewport);
  const KaBox  box = ka_legend_get_box (legend);
  const double scale = MIN (LEGEND_SCALE, (column.x1 - column.x0) / MAX (1, box.x1 - box.x0));
  const double height = (box.y1 - box.y0) * scale;

  if (box.x1 < box.x0 || height > column.y1 - column.y0)
    return 0;

  cairo_save (context->cr);
  cairo_translate (context->cr, column.x0, column.y1 - height);
  cairo_scale (context->cr, scale, scale);
  cairo_translate (context->cr, -box.x0, -box.y0);
  ka_legend_paint (legend, context->cr, context->theme);
  cairo_restore (context->cr);

  return height;
}

static void
paint_scale_bar (const Context *context, KaBox box, double px_per_km)
{
  const double     km = ka_map_scale_bar_choose (px_per_km, MIN (180, (box.x1 - box.x0) / 4));
  const double     x1 = box.x1 - 18;
  const double     x0 = x1 - km * px_per_km;
  const double     y = box.y1 - 18;
  g_autofree char *text = g_strdup_printf ("%g km", km);
  g_autoptr (PangoLayout) label = ka_type_layout (context->cr, context->theme, &foot_style, text);

  cairo_move_to (context->cr, x0, y - 6);
  cairo_line_to (context->cr, x0, y);
  cairo_line_to (context->cr, x1, y);
  cairo_line_to (context->cr, x1, y - 6);
  ka_colour_set_source (&context->theme->text, context->cr);
  cairo_set_line_width (context->cr, 1.6);
  cairo_stroke (context->cr);
  ka_type_show_with_halo (context->cr, label, (x0 + x1 - get_width (label)) / 2,
                          y - get_height (label) - 2, &context->theme->text, &context->theme->halo,
                          2);
}

static void
paint_map (const Context *context, KaBox box, KaMapPass passes)
{
  const double width = box.x1 - box.x0;
  const double height = box.y1 - box.y0;
  KaViewport   viewport = fit_viewport (context, width, height);

  if (width < 8 || height < 8)
    return;

  cairo_save (context->cr);
  cairo_translate (context->cr, box.x0, box.y0);
  cairo_rectangle (context->cr, 0, 0, width, height);
  cairo_clip (context->cr);
  ka_map_paint (context->cr, context->scene, &context->state, context->theme, &viewport, passes);
  cairo_restore (context->cr);

  cairo_rectangle (context->cr, box.x0 + 0.5, box.y0 + 0.5, width - 1, height - 1);
  ka_colour_set_source (&context->theme->text_muted, context->cr);
  cairo_set_line_width (context->cr, 1);
  cairo_stroke (context->cr);
}

static KaTimeAxis
fit_axis (const Context *context, double width)
{
  const KaDate *range = ka_atlas_get_range (context->atlas);
  KaDay         from, to;

  if (context->page->axis != NULL)
    return ka_time_axis_resize (context->page->axis, width);

  ka_timeline_get_limits (context->atlas, &from, &to);
  if (range->earliest != KA_DAY_MIN && range->end_latest != KA_DAY_MAX)
    {
      KaTimeAxis axis = ka_time_axis_fit (range->earliest, range->end_latest, width);

      /* A day outside the range is brought into sight. */
      return ka_time_axis_reveal (&axis, (double) context->state.day + 0.5, width / 4);
    }

  return ka_time_axis_fit (from, to, width);
}

static void
paint_timeline (const Context *context, KaBox box, double scale)
{
  const double   width = (box.x1 - box.x0) / scale;
  const double   height = (box.y1 - box.y0) / scale;
  KaTimelineSpec spec = { .atlas = context->atlas, .height = height };
  g_autoptr (KaTimelineLayout) layout = NULL;

  if (width < 8 || height < 40)
    return;

  spec.axis = fit_axis (context, width);
  cairo_save (context->cr);
  cairo_translate (context->cr, box.x0, box.y0);
  cairo_scale (context->cr, scale, scale);
  layout = ka_timeline_layout_new (&spec, &context->state, context->theme, context->cr, NULL);
  ka_timeline_paint (context->cr, layout, &context->state, context->theme, KA_TIMELINE_ALL);
  cairo_restore (context->cr);
}

/* Fills columns from left to right with whole paragraphs; only the first may be cut. */
static void
paint_blocks (const Context *context, KaBox box)
{
  const double room = box.x1 - box.x0;
  const int    n_columns = MAX (1, (int) ((room + GAP) / (MIN_COLUMN + GAP)));
  const double width = (room - (n_columns - 1) * GAP) / n_columns;
  double       x = box.x0, y = box.y0;

  for (guint i = 0; i < context->blocks->len; i++)
    {
      const KaPageBlock *block = &g_array_index (context->blocks, KaPageBlock, i);
      g_autoptr (PangoLayout)
        heading = set_text (context, &heading_style, block->heading, width, 2);
      g_autoptr (PangoLayout) text = set_text (context, &text_style, block->text, width, 0);
      double head = get_height (heading) + 5;

      if (y + head + get_height (text) > box.y1 && y > box.y0 && x + 2 * width < box.x1 + 1)
        {
          x += width + GAP;
          y = box.y0;
        }
      if (y + head + get_height (text) > box.y1)
        {
          if (y + head + 60 > box.y1)
            return;
          pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
          pango_layout_set_height (text, pango_units_from_double (box.y1 - y - head));
        }
      show (context, heading, x, y, &context->theme->accent);
      show (context, text, x, y + head, &context->theme->text);
      y += head + get_height (text) + 16;
    }
}

/* Where the parts of a page with everything stand. */
typedef struct
{
  KaBox map;
  KaBox text;
  KaBox strip;
} Parts;

/* On a wide page text and legend stand beside the map, on others below it. */
static Parts
divide_page (const Context *context, double top, double bottom)
{
  const double   left = context->margin;
  const double   right = context->width - context->margin;
  const gboolean is_wide = context->width > context->height * WIDE;
  const double   strip = CLAMP ((bottom - top) * (is_wide ? 0.31 : 0.22), 150, 340);
  Parts          parts = {
             .map = { left, top, right, bottom - strip - 12 },
             .strip = { left, bottom - strip, right, bottom },
             .text = { 0, 0, -1, -1 },
  };

  if (!context->page->has_title)
    return parts;
  if (is_wide)
    {
      parts.map.x1 = left + (right - left) * 0.69;
      parts.text = (KaBox){ parts.map.x1 + GAP, parts.map.y0, right, parts.map.y1 };
    }
  else
    {
      double height = MIN ((parts.map.y1 - parts.map.y0) * 0.7, (right - left) / 1.35);

      parts.text = (KaBox){ left, parts.map.y0 + height + 14, right, parts.map.y1 };
      parts.map.y1 = parts.map.y0 + height;
    }

  return parts;
}

static void
paint_beside (const Context *context, KaBox text, const KaViewport *viewport)
{
  const double width = text.x1 - text.x0;

  if (width < 0)
    return;
  if (width < 2 * MIN_COLUMN)
    {
      double height = paint_legend (context, text, viewport);

      if (height > 0)
        text.y1 -= height + 14;
    }
  else
    {
      paint_legend (context, (KaBox){ text.x1 - MIN_COLUMN, text.y0, text.x1, text.y1 }, viewport);
      text.x1 -= MIN_COLUMN + GAP;
    }
  paint_blocks (context, text);
}

static void
paint_both (const Context *context)
{
  double     top = context->page->has_title ? paint_header (context) + 12 : context->margin;
  double     bottom = context->page->has_footer ? paint_footer (context) - 8
                                                : context->height - context->margin;
  Parts      parts = divide_page (context, top, bottom);
  KaViewport viewport = fit_viewport (context, parts.map.x1 - parts.map.x0,
                                      parts.map.y1 - parts.map.y0);

  paint_map (context, parts.map, KA_MAP_BASE | KA_MAP_HIGHLIGHT | KA_MAP_LABELS);
  paint_scale_bar (context, parts.map, viewport.scale);
  paint_beside (context, parts.text, &viewport);
  draw_rule (context, parts.strip.y0 - 2, 1, &context->theme->rule);
  paint_timeline (context, parts.strip, TIMELINE_SCALE);
}

static void
paint_single (const Context *context)
{
  const double left = context->margin;
  const double right = context->width - context->margin;
  double       bottom = context->page->has_footer ? paint_footer (context) - 10
                                                  : context->height - context->margin * 0.5;
  double       top = context->page->has_title ? paint_header (context) + 12 : context->margin * 0.5;

  if (context->page->view == KA_PAGE_MAP)
    paint_map (context, (KaBox){ left, top, right, bottom }, KA_MAP_ALL);
  else
    paint_timeline (context, (KaBox){ left, top, right, bottom },
                    CLAMP ((bottom - top) / 420, 1, 2));
}

void
ka_page_paint (cairo_t           *cr,
               KaMapScene        *scene,
               const KaViewState *state,
               const KaTheme     *theme,
               const KaPage      *page)
{
  double  scale = MAX (sqrt (page->width * page->height) / UNIT_SIDE, MIN_SCALE);
  Context context = {
    .cr = cr,
    .scene = scene,
    .atlas = ka_map_scene_get_atlas (scene),
    .state = *state,
    .theme = theme,
    .page = page,
    .width = page->width / scale,
    .height = page->height / scale,
  };

  context.state.hover = NULL;
  context.margin = CLAMP (MIN (context.width, context.height) * 0.05, 18, 56);
  context.blocks = ka_page_list_blocks (context.atlas, &context.state);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, page->width, page->height);
  cairo_clip (cr);
  ka_colour_set_source (&theme->page, cr);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  if (page->view == KA_PAGE_BOTH)
    paint_both (&context);
  else
    paint_single (&context);
  cairo_restore (cr);

  g_array_unref (context.blocks);
}
