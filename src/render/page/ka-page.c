/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Composes a picture on a page: title, map, text, timeline and foot. Sizes are virtual units, in
 * which running text always has the same size. Type follows the size of the page.
 */

#include "config.h"

#include "ka-page.h"

#include "ka-cairo-auto.h"
#include "ka-captions.h"
#include "ka-map-painter.h"
#include "ka-map-scale.h"
#include "ka-page-claim.h"
#include "ka-page-frame.h"
#include "ka-page-links.h"
#include "ka-page-text.h"
#include "ka-timeline-painter.h"

#include <math.h>

#define TIMELINE_SCALE 1.2
/* A timeline with headers of groups takes so many times the height of one without. */
#define GROUPED_SHARE 1.45
/* From this height on a timeline alone is drawn larger. */
#define TIMELINE_HEIGHT 560.0
/* A map is no wider than this for its height: there is no land beyond. */
#define MAX_MAP_RATIO 2.2
/* Beside the map of a narrower page, the legend takes a greater part. */
#define SMALL 800.0
/* A timeline without a range of its own shows this many events, and at least this many days to both
 * sides. */
#define EVENTS_ROUND 6
#define MIN_REACH    1100
/* A timeline alone has room for so many. */
#define EVENTS_ALONE 24
/* A caption that does not fit in a line is set in so many. */
#define CAPTION_LINES 5
/* From this width on the names of a map are drawn larger. */
#define MAP_WIDTH 1300.0
#define WIDE      1.2
/* The space above a legend below the map, and the part of their room that it takes at most */
#define LEGEND_GAP       10.0
#define MAX_LEGEND_SHARE 0.4
/* A map without furniture: its day stands in the header, or nowhere. */
#define MAP_BELOW_HEADER (KA_MAP_BASE | KA_MAP_HIGHLIGHT | KA_MAP_LABELS)

static const KaTypeStyle title_style = { .is_serif = TRUE, .size = 40, .is_bold = TRUE };
static const KaTypeStyle small_title_style = { .is_serif = TRUE, .size = 30, .is_bold = TRUE };
static const KaTypeStyle subtitle_style = { .is_serif = TRUE, .size = 20.5 };
static const KaTypeStyle paragraph_style = { .is_serif = TRUE, .size = 16.5 };
static const KaTypeStyle date_style = { .is_serif = TRUE, .size = 28, .is_bold = TRUE };
static const KaTypeStyle occasion_style = { .size = 16.5 };
static const KaTypeStyle foot_style = { .size = 12.5 };

static const char *const view_names[KA_N_PAGE_VIEWS] = { "map", "timeline", "both", "claim" };

const char *
ka_page_view_get_name (KaPageView view)
{
  g_return_val_if_fail (view < KA_N_PAGE_VIEWS, NULL);

  return view_names[view];
}

KaPageView
ka_page_fit_view (KaPageView view, KaAtlas *atlas)
{
  return view == KA_PAGE_BOTH && !ka_atlas_has_map (atlas) ? KA_PAGE_TIMELINE : view;
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

static void
draw_rule (const KaPageContext *context, double y, double weight, const KaColour *colour)
{
  ka_colour_set_source (colour, context->cr);
  cairo_set_line_width (context->cr, weight);
  cairo_move_to (context->cr, context->margin, y);
  cairo_line_to (context->cr, context->width - context->margin, y);
  cairo_stroke (context->cr);
}

/* Sets a caption in a line, or a long one as a paragraph. */
static KaTypeLayout *
set_caption (const KaPageContext *context, const char *caption, double width)
{
  KaTypeLayout *layout = ka_type_layout (context->cr, context->theme, &subtitle_style, caption);
  const double  scale = width / MAX (ka_page_get_width (layout), 1);

  ka_type_layout_free (layout);
  if (scale * subtitle_style.size >= paragraph_style.size || context->height < KA_PAGE_LOW)
    return ka_page_set_line (context, &subtitle_style, caption, width);

  layout = ka_page_set_text (context, &paragraph_style, caption, width, 0);
  ka_page_cut_sentences (layout, CAPTION_LINES, " …");

  return layout;
}

/* The line below the date. A day that gives the page its title is not named twice. */
static const char *
choose_occasion (const KaPageContext *context, const char *occasion, const char *title)
{
  if (!g_str_equal (occasion, title))
    return occasion;

  return context->page->view == KA_PAGE_TIMELINE
           ? ""
           : ka_caption_get (KA_CAPTION_AS_ON_THIS_DAY, context->state.language);
}

/* Returns the foot of the header. */
static double
paint_header (const KaPageContext *context)
{
  const KaTheme   *theme = context->theme;
  const gboolean   is_small = context->width < 1150;
  const double     left = context->margin;
  const double     room = context->width - 2 * context->margin;
  g_autofree char *title = ka_page_dup_heading (context->atlas, &context->state, context->page);
  g_autofree char *subtitle = ka_page_dup_caption (context->atlas, &context->state, context->page);
  g_autofree char *day = ka_page_dup_days (&context->state, context->page);
  g_autofree char *occasion = ka_page_dup_occasion (context->atlas, &context->state, context->page);
  g_autoptr (KaTypeLayout) date_text = ka_page_set_line (context, &date_style, day, room * 0.36);
  g_autoptr (KaTypeLayout) occasion_text = NULL;
  g_autoptr (KaTypeLayout) title_text = NULL;
  g_autoptr (KaTypeLayout) subtitle_text = NULL;
  double date_width, top = context->margin * 0.72, foot;

  occasion_text = ka_page_set_line (context, &occasion_style,
                                    choose_occasion (context, occasion, title), room * 0.36);
  date_width = MAX (ka_page_get_width (date_text), ka_page_get_width (occasion_text));
  title_text = ka_page_set_line (context, is_small ? &small_title_style : &title_style, title,
                                 room - date_width - KA_PAGE_GAP);
  subtitle_text = set_caption (context, subtitle, room - date_width - KA_PAGE_GAP);

  foot = top + ka_page_get_height (title_text) + ka_page_get_height (subtitle_text) - 2;
  ka_page_show (context, title_text, left, top, &theme->text);
  ka_page_show (context, subtitle_text, left, top + ka_page_get_height (title_text) - 2,
                &theme->text_muted);
  ka_page_show (context, occasion_text, left + room - ka_page_get_width (occasion_text),
                foot - ka_page_get_height (occasion_text) - 1, &theme->text_muted);
  ka_page_show (context, date_text, left + room - ka_page_get_width (date_text),
                foot - ka_page_get_height (occasion_text) - ka_page_get_height (date_text) + 1,
                &theme->accent);
  draw_rule (context, foot + 12, 2.2, &theme->text);

  return foot + 12;
}

/* Sets the foot in at most @max_lines lines. It drops whole sentences from the end. The filter
 * comes first, on pages with a timeline. */
static KaTypeLayout *
set_footer (const KaPageContext *context, double width, int max_lines)
{
  g_autofree char *sources = ka_page_dup_sources (context->atlas, &context->state, context->blocks);
  const KaLanguage language = context->state.language;
  g_autofree char *cited = ka_caption_format (KA_CAPTION_SOURCES, language, sources);
  g_autofree char *filter = context->page->view != KA_PAGE_MAP
                              ? ka_page_dup_filter (context->atlas, &context->state)
                              : g_strdup ("");
  const gboolean   has_clauses = ka_atlas_get_items (context->atlas, KA_ITEM_ARTICLE)->n_items > 0;
  g_autofree char *said = g_strdup_printf (
    "%s%s%s%s%s%s %s", filter, has_clauses ? ka_caption_get (KA_CAPTION_OWN_WORDS, language) : "",
    has_clauses ? " " : "", *sources != '\0' ? cited : "", *sources != '\0' ? " " : "",
    ka_text_get (&ka_atlas_get_head (context->atlas)->credits, language),
    ka_text_get (&ka_atlas_get_head (context->atlas)->policy, language));
  KaTypeLayout *layout = ka_page_set_text (context, &foot_style, said, width, 0);

  ka_page_cut_sentences (layout, max_lines, "");

  return layout;
}

/* Returns the top of it. */
static double
paint_footer (const KaPageContext *context, int max_lines)
{
  const KaTheme   *theme = context->theme;
  const double     room = context->width - 2 * context->margin;
  const double     bottom = context->height - context->margin * 0.5;
  g_autofree char *imprint = ka_page_dup_imprint (context->atlas);
  g_autoptr (KaTypeLayout) imprint_text = ka_type_layout (context->cr, theme, &foot_style, imprint);
  const double imprint_width = ka_page_get_width (imprint_text);
  g_autoptr (KaTypeLayout)
    text = set_footer (context, room - imprint_width - 2 * KA_PAGE_GAP, max_lines);
  const double top = bottom - ka_page_get_height (text);

  ka_page_show (context, text, context->margin, top, &theme->text_muted);
  ka_page_begin_licence (context->cr, context->atlas);
  ka_page_show (context, imprint_text, context->margin + room - imprint_width,
                bottom - ka_page_get_height (imprint_text), &theme->text_muted);
  ka_page_end_licence (context->cr, context->atlas);
  draw_rule (context, top - 10, 1, &theme->rule);

  return top - 10;
}

/* Names on a large map are larger: the reader sees it as a whole. */
static double
get_map_scale (KaBox box)
{
  return CLAMP ((box.x1 - box.x0) / MAP_WIDTH, 1, 1.4);
}

/* A view has no size before its window is laid out, and then no place either. */
static gboolean
has_size (const KaViewport *viewport)
{
  return viewport->scale > 0 && viewport->width > 0 && viewport->height > 0;
}

static KaViewport
fit_viewport (const KaPageContext *context, KaBox box)
{
  const KaViewport *wished = context->page->viewport;
  const double      scale = get_map_scale (box);
  KaBox             km = wished != NULL && has_size (wished) ? ka_viewport_get_box (wished)
                                                             : ka_map_scene_get_extent (context->scene);

  return ka_viewport_fit (km, (box.x1 - box.x0) / scale, (box.y1 - box.y0) / scale, 0);
}

static void
paint_scale_bar (const KaPageContext *context, KaBox box, const KaViewport *viewport)
{
  const double     x1 = box.x1 - 18;
  const double     y = box.y1 - 18;
  const KaViewport page = { viewport->centre_km, viewport->scale * get_map_scale (box),
                            box.x1 - box.x0, box.y1 - box.y0 };
  const KaMapScale scale = ka_map_scale_measure (ka_map_scene_get_projection (context->scene),
                                                 &page, (KaPoint){ x1 - box.x0, y - box.y0 },
                                                 MIN (180, page.width / 4));
  const double     x0 = x1 - scale.width;
  g_autofree char *text = ka_map_scale_dup_text (&scale, context->state.language);
  g_autoptr (KaTypeLayout) label = ka_type_layout (context->cr, context->theme, &foot_style, text);

  cairo_move_to (context->cr, x0, y - 6);
  cairo_line_to (context->cr, x0, y);
  cairo_line_to (context->cr, x1, y);
  cairo_line_to (context->cr, x1, y - 6);
  ka_colour_stroke (&context->theme->text, context->cr, 1, 1.6);
  ka_type_show_with_halo (context->cr, label, (x0 + x1 - ka_page_get_width (label)) / 2,
                          y - ka_page_get_height (label) - 2, &context->theme->text,
                          &context->theme->halo, 2);
}

static void
paint_map (const KaPageContext *context, KaBox box, const KaViewport *viewport, KaMapPass passes)
{
  const double scale = get_map_scale (box);
  g_auto (KaPaintContext)
    map = ka_paint_context (context->cr, context->scene, &context->state, context->theme, viewport);

  if (context->page->is_blank)
    passes &= KA_MAP_BASE | KA_MAP_HIGHLIGHT;
  cairo_save (context->cr);
  cairo_translate (context->cr, box.x0, box.y0);
  cairo_scale (context->cr, scale, scale);
  ka_map_paint (&map, passes);
  if (context->page->marks != NULL)
    ka_page_link_map (context, viewport);
  cairo_restore (context->cr);
}

static gboolean
is_empty (KaBox box)
{
  return box.x1 - box.x0 < 8 || box.y1 - box.y0 < 8;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  KaDay first = *(const KaDay *) a;
  KaDay second = *(const KaDay *) b;

  return (first > second) - (first < second);
}

/* Returns the time round a day with some events in it, so that no picture is empty. */
static KaTimeAxis
fit_axis_round (const KaPageContext *context, KaDay day, double width)
{
  const KaList *events = ka_atlas_get_items (context->atlas, KA_ITEM_EVENT);
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (KaDay));
  const guint n_events = context->page->view == KA_PAGE_TIMELINE ? EVENTS_ALONE : EVENTS_ROUND;
  KaDay       reach = MIN_REACH;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaDate *date = &((const KaEvent *) events->items[i])->date;
      const KaDay   known = date->earliest != KA_DAY_MIN ? date->earliest : date->end_latest - 1;
      const KaDay   distance = ABS (known - day);

      g_array_append_val (distances, distance);
    }
  g_array_sort (distances, compare_days);
  if (distances->len > 0)
    reach = MAX (reach, g_array_index (distances, KaDay, MIN (distances->len - 1, n_events)));

  return ka_time_axis_fit (day - reach * 11 / 10, day + reach * 11 / 10, width);
}

static KaTimeAxis
fit_axis (const KaPageContext *context, double width)
{
  const KaSpan shown = ka_atlas_get_head (context->atlas)->shown;
  const KaDay  day = context->state.day;
  KaTimeAxis   axis;
  KaDay        from, to, reach;

  if (context->page->axis != NULL && context->page->axis->width > 0)
    return ka_time_axis_resize (context->page->axis, width);
  if (context->page->has_other_day)
    {
      from = MIN (day, context->page->other_day);
      to = MAX (day, context->page->other_day);
      reach = MAX ((to - from) / 8, MIN_REACH / 8);

      return ka_time_axis_fit (from - reach, to + reach, width);
    }
  if (ka_span_has (shown, day))
    return ka_time_axis_fit (shown.from, shown.to, width);

  ka_timeline_get_limits (context->atlas, &from, &to);
  axis = fit_axis_round (context, day, width);

  return ka_time_axis_clamp (&axis, MIN (from, day), MAX (to, day + 1));
}

static void
paint_timeline (const KaPageContext *context, KaBox box, double scale)
{
  const double   width = (box.x1 - box.x0) / scale;
  const double   height = (box.y1 - box.y0) / scale;
  KaTimelineSpec spec = { .atlas = context->atlas,
                          .height = height,
                          .band = context->state.selection };
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

/* A map in its frame, with its legend below or elsewhere */
typedef struct
{
  KaBox      box; /* inside the neat line */
  KaViewport viewport;
  KaLegend  *legend; /* (nullable) */
} Map;

static void
clear_map (Map *self)
{
  g_clear_pointer (&self->legend, ka_legend_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Map, clear_map)

/* Divides a box between a map and the legend below it. The rows follow the map and the map the room
 * that they leave, so a step or two must do. */
static void
fit_map_over_legend (const KaPageContext *context, Map *self, KaBox box)
{
  const double max_height = (box.y1 - box.y0) * MAX_LEGEND_SHARE;
  double       below = 0;
  double       height;

  self->box = ka_box_grow (box, -KA_PAGE_FRAME);
  for (int i = 0; i < 4 && !is_empty (self->box); i++)
    {
      self->viewport = fit_viewport (context, self->box);
      g_clear_pointer (&self->legend, ka_legend_free);
      self->legend = ka_page_create_legend (context, &self->viewport, box.x1 - box.x0, max_height);
      height = ka_page_get_legend_height (self->legend);
      if (height == 0 || height + LEGEND_GAP <= below)
        return;
      below = height + LEGEND_GAP;
      self->box.y1 = box.y1 - KA_PAGE_FRAME - below;
    }
}

/* Paints map, frame and the legend below it. */
static void
paint_framed_map (const KaPageContext *context, const Map *self, KaMapPass passes)
{
  paint_map (context, self->box, &self->viewport, passes);
  ka_page_paint_frame (context, self->box, &self->viewport);
  if (self->legend != NULL)
    ka_page_paint_legend (context, self->legend, self->box.x0 - KA_PAGE_FRAME,
                          self->box.y1 + KA_PAGE_FRAME + LEGEND_GAP);
}

/* The half of a box for the first or the second map: side by side where the box is wide */
static KaBox
get_half (KaBox box, int number)
{
  const double width = (box.x1 - box.x0 - KA_PAGE_GAP) / 2;
  const double height = (box.y1 - box.y0 - KA_PAGE_GAP) / 2;

  if (width > height)
    {
      box.x0 += number * (width + KA_PAGE_GAP);
      box.x1 = box.x0 + width;
    }
  else
    {
      box.y0 += number * (height + KA_PAGE_GAP);
      box.y1 = box.y0 + height;
    }

  return box;
}

/* Paints the maps of two days in a box, at one scale. The furniture of each says its day. */
static void
paint_two_maps (const KaPageContext *context, KaBox box)
{
  KaPageContext parts[2] = { *context, *context };
  g_auto (Map) first = { .legend = NULL };
  g_auto (Map) second = { .legend = NULL };
  Map   *maps[] = { &first, &second };
  double height;

  parts[1].state.day = context->page->other_day;
  for (int i = 0; i < 2; i++)
    fit_map_over_legend (&parts[i], maps[i], get_half (box, i));
  height = MIN (first.box.y1 - first.box.y0, second.box.y1 - second.box.y0);
  for (int i = 0; i < 2; i++)
    {
      maps[i]->box.y1 = maps[i]->box.y0 + height;
      if (is_empty (maps[i]->box))
        continue;
      maps[i]->viewport = fit_viewport (&parts[i], maps[i]->box);
      parts[i].state.has_pinned_day = FALSE;
      paint_framed_map (&parts[i], maps[i], KA_MAP_ALL);
    }
}

/* Where the parts of a page with everything stand. */
typedef struct
{
  KaBox    map; /* with its frame */
  KaBox    text;
  KaBox    strip;
  gboolean is_wide;
} Parts;

/* On a wide page text and legend stand beside the map, on others below it. */
static Parts
divide_page (const KaPageContext *context, double top, double bottom)
{
  const double   left = context->margin;
  const double   right = context->width - context->margin;
  const gboolean is_wide = context->width > context->height * WIDE;
  const gboolean is_plain = !context->page->has_title || context->page->has_other_day;
  const gboolean is_grouped = context->state.grouping != KA_GROUPING_NONE;
  const double   share = (is_wide ? 0.31 : 0.22) * (is_grouped ? GROUPED_SHARE : 1);
  const double   strip = CLAMP ((bottom - top) * share, 120, is_grouped ? 480 : 340);
  Parts          parts = {
             .map = { left, top, right, bottom - strip - 12 },
             .strip = { left, bottom - strip, right, bottom },
             .text = { 0, 0, -1, -1 },
             .is_wide = is_wide,
  };

  if (is_plain)
    return parts;
  if (is_wide)
    {
      double wide = (parts.map.y1 - parts.map.y0) * MAX_MAP_RATIO;

      parts.map.x1 = left + MIN ((right - left) * (right - left < SMALL ? 0.6 : 0.675), wide);
      parts.text = (KaBox){ parts.map.x1 + KA_PAGE_GAP, parts.map.y0, right, parts.map.y1 };
    }
  else
    {
      double most = (parts.map.y1 - parts.map.y0) * 0.3;
      double height = ka_page_measure_column (context, right - left, most);

      parts.map.y1 -= height > 0 ? height + 14 : 0;
      parts.text = (KaBox){ left, parts.map.y1 + 14, right, parts.strip.y0 - 12 };
    }

  return parts;
}

/* The legend stands at the foot of the text beside the map. */
static void
paint_text_beside (const KaPageContext *context, KaBox box, const KaViewport *viewport)
{
  const double height = box.y1 - box.y0;
  g_autoptr (KaLegend) legend = ka_page_create_legend (context, viewport, box.x1 - box.x0, height);
  const double foot = ka_page_get_legend_height (legend);

  ka_page_paint_legend (context, legend, box.x0, box.y1 - foot);
  box.y1 -= foot > 0 ? foot + 14 : 0;
  ka_page_paint_column (context, box);
}

static void
paint_both (const KaPageContext *context)
{
  const int max_lines = context->height < 700 ? 1 : 6;
  double    top = context->page->has_title ? paint_header (context) + 12 : context->margin;
  double    bottom = context->page->has_footer ? paint_footer (context, max_lines) - 8
                                               : context->height - context->margin;
  Parts     parts = divide_page (context, top, bottom);
  g_auto (Map) map = { .box = ka_box_grow (parts.map, -KA_PAGE_FRAME) };

  paint_timeline (context, parts.strip, TIMELINE_SCALE);
  draw_rule (context, parts.strip.y0 - 2, 1, &context->theme->rule);
  if (context->page->has_other_day)
    {
      parts.map.x1 = context->width - context->margin;
      paint_two_maps (context, parts.map);
      return;
    }
  if (is_empty (map.box))
    return;

  if (context->page->has_title && !parts.is_wide)
    fit_map_over_legend (context, &map, parts.map);
  else
    map.viewport = fit_viewport (context, map.box);
  paint_framed_map (context, &map, MAP_BELOW_HEADER);
  paint_scale_bar (context, map.box, &map.viewport);
  if (map.legend != NULL)
    ka_page_paint_column (context, parts.text);
  else if (context->page->has_title)
    paint_text_beside (context, parts.text, &map.viewport);
}

/* A map alone stands in its frame over its legend; its furniture shows the date. Without a title it
 * fills the page to its edges. The heading of a selection, of two days or of a blank map and an own
 * one stand over it. */
static void
paint_map_alone (const KaPageContext *context)
{
  const KaPage  *page = context->page;
  const gboolean has_header = page->has_title &&
                              (page->title != NULL || page->caption != NULL || page->is_blank ||
                               context->state.selection != NULL || page->has_other_day);
  const double margin = context->margin * 0.5;
  const double top = has_header ? paint_header (context) + 12 : margin;
  const double bottom = page->has_footer ? paint_footer (context, context->height < 700 ? 1 : 2)
                                         : context->height;
  const KaBox  room = { context->margin, top, context->width - context->margin, bottom - margin };
  g_auto (Map) map = { .box = { 0, 0, context->width, bottom } };

  if (page->has_other_day)
    {
      paint_two_maps (context, page->has_title ? room : map.box);
      return;
    }
  if (page->has_title)
    {
      fit_map_over_legend (context, &map, room);
      if (is_empty (map.box))
        return;
      paint_framed_map (context, &map, has_header ? MAP_BELOW_HEADER : KA_MAP_ALL);
      if (has_header)
        paint_scale_bar (context, map.box, &map.viewport);
      return;
    }

  if (is_empty (map.box))
    return;
  map.viewport = fit_viewport (context, map.box);
  paint_map (context, map.box, &map.viewport, MAP_BELOW_HEADER);
}

static void
paint_timeline_alone (const KaPageContext *context)
{
  const gboolean is_low = context->height < KA_PAGE_LOW;
  const double   left = context->margin;
  const double   right = context->width - context->margin;
  double         top = context->margin * 0.5;
  double         bottom = context->height - context->margin * 0.5;
  double         scale;

  if (context->page->has_footer && context->height > 260)
    bottom = paint_footer (context, is_low ? 1 : 3) - 8;
  if (context->page->has_title && !is_low)
    top = paint_header (context) + 12;

  scale = CLAMP ((bottom - top) / TIMELINE_HEIGHT, 1, 1.6);
  paint_timeline (context, (KaBox){ left, top, right, bottom }, scale);
}

void
ka_page_paint (cairo_t           *cr,
               KaMapScene        *scene,
               const KaViewState *state,
               const KaTheme     *theme,
               const KaPage      *page)
{
  KaPageContext context;

  ka_page_open (&context, cr, scene, state, theme, page);
  if (!page->is_transparent)
    {
      ka_colour_set_source (&theme->page, cr);
      cairo_paint (cr);
    }
  if (page->view == KA_PAGE_BOTH)
    paint_both (&context);
  else if (page->view == KA_PAGE_MAP)
    paint_map_alone (&context);
  else if (page->view == KA_PAGE_CLAIM)
    ka_page_claim_paint (&context);
  else
    paint_timeline_alone (&context);
  ka_page_close (&context);
}
