/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes a web page: one file with the map as inline SVG, its texts, and the few lines of script
 * that move a handle or open the clauses of a land. All can be read without the script.
 */

#include "config.h"

#include "ka-export-html.h"

#include "ka-cairo-auto.h"
#include "ka-captions.h"
#include "ka-export-private.h"
#include "ka-hash.h"
#include "ka-map-day.h"
#include "ka-map-painter.h"
#include "ka-page-column.h"
#include "ka-page-text.h"
#include "ka-query.h"
#include "ka-reading-describe.h"

#include <cairo-svg.h>
#include <string.h>

/* Names on a page are read from near: a map of 1200 units has those of 1000. */
#define MAP_SCALE 1.2
/* Outlines for the pointer may be off by this much. */
#define TOLERANCE     0.8
#define MAX_CLAUSES   4
#define LEGEND_SIDE   700.0
#define LEGEND_MARGIN 4.0

/* The colours of the page follow the theme; see append_colours(). */
static const char style[] =
  "body{margin:0 auto;max-width:75rem;padding:1rem;background:var(--page);color:var(--text);"
  "font:1rem/1.5 'Noto Serif',serif}"
  "h1{font-size:2rem;line-height:1.2;margin:0}h2{font-size:1rem;letter-spacing:.04em;margin:1.5rem "
  "0 0}"
  "h3{font-size:1rem;margin:1rem 0 0}p{margin:.25rem 0}"
  ".day{font-weight:bold;color:var(--accent)}"
  ".map{position:relative;margin:1rem 0;border:1px solid var(--text);overflow:hidden}"
  "svg{display:block;max-width:100%;height:auto}.map svg{width:100%}"
  ".over{position:absolute;inset:0}"
  ".two{clip-path:inset(0 0 0 var(--at))}"
  ".map input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:ew-resize;"
  "appearance:none;-webkit-appearance:none}"
  ".map input::-webkit-slider-thumb{-webkit-appearance:none;width:1px;height:100%}"
  ".handle{position:absolute;top:0;bottom:0;left:var(--at);width:3px;margin-left:-1.5px;"
  "background:var(--accent);pointer-events:none}"
  ".handle::after{content:'\\2194';position:absolute;top:50%;left:50%;width:2.5rem;height:2.5rem;"
  "margin:-1.25rem;border-radius:50%;background:var(--accent);color:var(--accent-text);"
  "font:1.5rem/2.5rem sans-serif;text-align:center}"
  "input:focus-visible+.handle{outline:3px solid var(--text)}"
  ".tag{position:absolute;top:.5rem;padding:.1rem .6rem;background:var(--accent);"
  "color:var(--accent-text);font-weight:bold;pointer-events:none}"
  ".tag.a{left:.5rem}.tag.b{right:.5rem}"
  ".land{fill:transparent;stroke:none;cursor:pointer}"
  ".land:hover,.land:focus{stroke:var(--accent);stroke-width:3;outline:none}"
  "details{border-top:1px solid var(--rule);padding:.4rem 0}summary{cursor:pointer}"
  ".said{min-height:3em}footer{border-top:1px solid var(--rule);margin-top:2rem;font-size:.8rem}"
  "@media print{.map input,.handle{display:none}}";

static const char
  script[] = "for(const m of document.querySelectorAll('.map')){const i=m.querySelector('input');"
             "if(i)i.addEventListener('input',()=>m.style.setProperty('--at',i.value+'%'));}"
             "const said=document.querySelector('.said');"
             "function open_land(e){const d=document.getElementById(e.dataset.land);"
             "if(d){d.open=true;d.scrollIntoView({block:'nearest'});}}"
             "for(const e of document.querySelectorAll('.land')){"
             "const say=()=>{said.textContent=e.getAttribute('aria-label');};"
             "e.addEventListener('pointerenter',say);e.addEventListener('focus',say);"
             "e.addEventListener('click',()=>open_land(e));"
             "e.addEventListener('keydown',k=>{if(k.key==='Enter'||k.key===' '){k.preventDefault();"
             "open_land(e);}});}";

/* A page that is being written. */
typedef struct
{
  const KaExport *export;
  KaAtlas    *atlas;
  KaViewState state; /* of the day that is drawn */
  KaViewport  viewport;
  GString    *text;
  guint       n_ids;   /* of all drawings */
  gboolean    is_pair; /* whether a second day is shown */
  KaDay       other_day;
} Page;

/* Drawings */

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* What renames the ids of a drawing: two drawings of a page may not share one. */
typedef struct
{
  GHashTable *numbers;
  Page       *page;
} Renaming;

static gboolean
rename_cb (const GMatchInfo *match, GString *text, gpointer user_data)
{
  Renaming        *self = user_data;
  g_autofree char *before = g_match_info_fetch (match, 1);
  g_autofree char *id = g_match_info_fetch (match, 2);
  gpointer         number = g_hash_table_lookup (self->numbers, id);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (++self->page->n_ids);
      g_hash_table_insert (self->numbers, g_strdup (id), number);
    }
  g_string_append_printf (text, "%si%u", before, GPOINTER_TO_UINT (number));

  return FALSE;
}

/* Appends a drawing without the head of an XML file. */
static void
append_svg (Page *self, const GByteArray *svg)
{
  g_autoptr (GRegex) regex = g_regex_new ("(\\bid=\"|href=\"#|url\\(#)([^\")]+)", 0, 0, NULL);
  g_autoptr (GHashTable)
    numbers = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  Renaming         renaming = { numbers, self };
  const char      *data = (const char *) svg->data;
  const char      *start = g_strstr_len (data, (gssize) svg->len, "<svg");
  g_autofree char *text = NULL;

  g_assert (start != NULL);
  text = g_regex_replace_eval (regex, start, (gssize) svg->len - (start - data), 0, 0, rename_cb,
                               &renaming, NULL);
  g_string_append (self->text, text);
}

/* Draws the map of a day, or with @legend its legend. */
static gboolean
append_drawing (Page *self, double width, double height, const KaLegend *legend, GError **error)
{
  const KaExport *export = self->export;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t)
    surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_auto (KaPaintContext)
    map = ka_paint_context (cr, export->scene, &self->state, export->theme, &self->viewport);
  const KaPageContext context = { .cr = cr, .state = self->state, .theme = export->theme };

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  if (legend != NULL)
    ka_page_paint_legend (&context, legend, 0, LEGEND_MARGIN);
  else
    ka_map_paint (&map, KA_MAP_BASE | KA_MAP_HIGHLIGHT | KA_MAP_LABELS);
  cairo_show_page (cr);
  cairo_surface_finish (surface);
  if (!ka_export_check_status (cr, surface, error))
    return FALSE;

  append_svg (self, bytes);

  return TRUE;
}

static gboolean
append_legend (Page *self, GError **error)
{
  const KaExport *export = self->export;
  g_autoptr (cairo_surface_t) paper = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  g_autoptr (cairo_t) cr = cairo_create (paper);
  const KaPageContext context = { .cr = cr,
                                  .scene = export->scene,
                                  .atlas = self->atlas,
                                  .state = self->state,
                                  .theme = export->theme,
                                  .page = export->page };
  g_autoptr (KaLegend)
    legend = ka_page_create_legend (&context, &self->viewport, LEGEND_SIDE, LEGEND_SIDE);
  const double height = ka_page_get_legend_height (legend);

  if (height <= 0)
    return TRUE;

  g_string_append (self->text, "<div aria-hidden=\"true\">");
  if (!append_drawing (self, LEGEND_SIDE, height + 2 * LEGEND_MARGIN, legend, error))
    return FALSE;
  g_string_append (self->text, "</div>\n");

  return TRUE;
}

/* Words */

static void
append_element (Page *self, const char *start, const char *words, const char *end)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append_printf (self->text, "%s%s%s", start, escaped, end);
}

static void
append_colour (GString *text, const char *name, const KaColour *colour)
{
  g_string_append_printf (text, "--%s:#%02x%02x%02x;", name, (guint) (colour->red * 255),
                          (guint) (colour->green * 255), (guint) (colour->blue * 255));
}

static void
append_head (Page *self)
{
  const KaTheme   *theme = self->export->theme;
  g_autofree char *title = ka_page_dup_heading (self->atlas, &self->state, self->export->page);
  g_autofree char *words = ka_reading_describe_day (self->atlas, self->state.day,
                                                    self->state.language);

  g_string_append_printf (self->text, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n",
                          ka_language_get_code (self->state.language));
  g_string_append (self->text,
                   "<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n"
                   "<meta name=\"generator\" content=\"Kars Atlas " KA_VERSION "\">\n");
  append_element (self, "<meta name=\"description\" content=\"", words, "\">\n");
  append_element (self, "<title>", title, "</title>\n");
  g_string_append (self->text, "<style>:root{");
  append_colour (self->text, "page", &theme->page);
  append_colour (self->text, "text", &theme->text);
  append_colour (self->text, "rule", &theme->rule);
  append_colour (self->text, "accent", &theme->accent);
  append_colour (self->text, "accent-text", &theme->accent_text);
  g_string_append_printf (self->text, "}%s</style>\n</head>\n<body>\n", style);
}

/* Returns the day, or both days in their order on the map. */
static char *
dup_days (const Page *self)
{
  const KaViewState *shown = self->export->state;
  g_autofree char   *day = ka_day_to_words (shown->day, shown->language);
  g_autofree char   *other = ka_day_to_words (self->other_day, shown->language);

  return self->is_pair ? g_strdup_printf ("%s ↔ %s", other, day) : g_steal_pointer (&day);
}

static void
append_title (Page *self)
{
  g_autofree char *title = ka_page_dup_heading (self->atlas, &self->state, self->export->page);
  g_autofree char *occasion = ka_page_dup_occasion (self->atlas, &self->state, self->export->page);
  g_autofree char *day = dup_days (self);
  g_autofree char *caption = ka_page_dup_caption (self->atlas, &self->state, self->export->page);

  if (!self->export->page->has_title)
    return;
  append_element (self, "<header><h1>", title, "</h1>\n");
  append_element (self, "<p><span class=\"day\">", day, "</span>");
  if (!self->is_pair && strcmp (occasion, title) != 0)
    append_element (self, " · ", occasion, "");
  g_string_append (self->text, "</p>\n");
  if (*caption != '\0')
    append_element (self, "<p>", caption, "</p>");
  g_string_append (self->text, "</header>\n");
}

static void
append_foot (Page *self)
{
  const KaAtlasHead *head = ka_atlas_get_head (self->atlas);
  const KaLanguage   language = self->state.language;
  g_autoptr (GArray) blocks = ka_page_list_blocks (self->atlas, &self->state);
  g_autofree char *sources = ka_page_dup_sources (self->atlas, &self->state, blocks);
  g_autofree char *cited = ka_caption_format (KA_CAPTION_SOURCES, language, sources);
  g_autofree char *imprint = ka_page_dup_imprint (self->atlas);

  for (guint i = 0; self->export->page->has_title && i < blocks->len; i++)
    {
      append_element (self, "<section><h2>", g_array_index (blocks, KaPageBlock, i).heading,
                      "</h2>");
      append_element (self, "<p>", g_array_index (blocks, KaPageBlock, i).text, "</p></section>\n");
    }
  if (self->export->page->has_footer)
    {
      append_element (self, "<footer><p>", ka_caption_get (KA_CAPTION_OWN_WORDS, language), " ");
      append_element (self, "", *sources != '\0' ? cited : "", "</p>\n");
      append_element (self, "<p>", ka_text_get (&head->credits, language), "</p>\n");
      append_element (self, "<p>", ka_text_get (&head->policy, language), "</p>\n");
      append_element (self, "<p>", imprint, "</p></footer>\n");
    }
}

/* Lands */

static void
append_point (GString *text, char command, KaPoint user)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "%c%s %s", command, g_ascii_formatd (x, sizeof x, "%.1f", user.x),
                          g_ascii_formatd (y, sizeof y, "%.1f", user.y));
}

/* Appends the path of a ring, which has each node once. */
static void
append_ring (Page *self, const KaMapChain *ring)
{
  const KaMapScene *scene = self->export->scene;
  const guint       level = ka_map_level_for (TOLERANCE / self->viewport.scale);
  gboolean          is_first = TRUE;

  for (guint i = 0; i < ring->arcs->len; i++)
    {
      const int        number = g_array_index (ring->arcs, int, i);
      const KaMapLine *line = &scene->arcs[ka_map_arc_number (number)].levels[level];

      for (gsize j = 1; j < line->n_points; j++)
        {
          const gsize at = number < 0 ? line->n_points - 1 - j : j;

          append_point (self->text, is_first ? 'M' : 'L',
                        ka_viewport_to_user (&self->viewport, line->points[at]));
          is_first = FALSE;
        }
    }
  g_string_append_c (self->text, 'Z');
}

static void
append_land (Page *self, const KaArea *area, gssize number)
{
  g_autofree gboolean *is_inside = g_new0 (gboolean, self->export->scene->n_areas);
  g_autofree char *words = ka_reading_describe_land (area, self->state.day, self->state.language);
  g_autoptr (GPtrArray) rings = NULL;

  if (*words == '\0')
    return;

  is_inside[number] = TRUE;
  rings = ka_map_scene_outline (self->export->scene, is_inside);
  g_string_append_printf (self->text, "<path class=\"land\" role=\"button\" tabindex=\"0\" ");
  append_element (self, "data-land=\"land-",
                  area->region != NULL ? area->region->item.id : area->item.id, "\" ");
  append_element (self, "aria-label=\"", words, "\" d=\"");
  for (guint i = 0; i < rings->len; i++)
    append_ring (self, rings->pdata[i]);
  append_element (self, "\"><title>", words, "</title></path>\n");
}

/* Lays outlines over the map, for the pointer and for keys. */
static void
append_lands (Page *self)
{
  const KaList *areas = ka_atlas_get_items (self->atlas, KA_ITEM_AREA);
  const KaBox   view = ka_viewport_get_box (&self->viewport);

  g_string_append_printf (self->text, "<svg class=\"over\" viewBox=\"0 0 %d %d\">\n",
                          (int) self->viewport.width, (int) self->viewport.height);
  for (gsize i = 0; i < areas->n_items; i++)
    {
      const gssize number = ka_map_scene_number_of (self->export->scene, areas->items[i]);

      if (number >= 0 &&
          ka_box_meets (self->export->scene->shapes[KA_LAYER_AREAS][number].box, view))
        append_land (self, areas->items[i], number);
    }
  g_string_append (self->text, "</svg>\n");
}

static void
append_clause (Page *self, const KaArticle *article)
{
  const KaLanguage language = self->state.language;
  g_autofree char *number = ka_caption_format (
    article->item.kind == KA_ITEM_ANNEX ? KA_CAPTION_ANNEX : KA_CAPTION_ARTICLE, language,
    article->label);

  append_element (self, "<h3>", ka_text_get (&article->treaty->title, language), " · ");
  append_element (self, "", number, " · ");
  append_element (self, "", ka_text_get (&article->title, language), "</h3>");
  append_element (self, "<p>", ka_text_get (&article->text, language), "</p>\n");
}

/* Appends what is said of a region: who holds its lands, and the clauses that count on the day. */
static void
append_region (Page *self, const KaRegion *region)
{
  g_autoptr (GPtrArray)
    clauses = ka_query_clauses_about (self->atlas, &region->item, self->state.day);
  guint n_clauses = 0;

  append_element (self, "<details id=\"land-", region->item.id, "\">");
  append_element (self, "<summary>",
                  ka_item_get_title (&region->item, self->state.day, self->state.language),
                  "</summary>\n");
  for (gsize i = 0; i < region->areas.n_items; i++)
    {
      g_autofree char *words = ka_reading_describe_land (region->areas.items[i], self->state.day,
                                                         self->state.language);

      append_element (self, "<p>", words, "</p>\n");
    }
  for (guint i = 0; i < clauses->len && n_clauses < MAX_CLAUSES; i++)
    {
      const KaArticle *article = clauses->pdata[i];

      if (article->is_general ||
          ka_query_standing_of (article, self->state.day) != KA_STANDING_CURRENT)
        continue;
      append_clause (self, article);
      n_clauses++;
    }
  g_string_append (self->text, "</details>\n");
}

/* Pages */

static gboolean
append_day_map (Page *self, GError **error)
{
  const KaList    *regions = ka_atlas_get_items (self->atlas, KA_ITEM_REGION);
  g_autofree char *words = ka_reading_describe_day (self->atlas, self->state.day,
                                                    self->state.language);

  append_element (self, "<div class=\"map\"><div role=\"img\" aria-label=\"", words, "\">");
  if (!append_drawing (self, self->viewport.width, self->viewport.height, NULL, error))
    return FALSE;
  g_string_append (self->text, "</div>\n");
  append_lands (self);
  g_string_append (self->text, "</div>\n<p class=\"said\" aria-live=\"polite\"></p>\n");
  if (!append_legend (self, error))
    return FALSE;
  for (gsize i = 0; i < regions->n_items; i++)
    if (((const KaRegion *) regions->items[i])->areas.n_items > 0)
      append_region (self, regions->items[i]);

  return TRUE;
}

/* Draws one of two maps that lie over one another. */
static gboolean
append_half (Page *self, const char *classes, GError **error)
{
  g_autofree char *words = ka_reading_describe_day (self->atlas, self->state.day,
                                                    self->state.language);

  g_string_append_printf (self->text, "<div class=\"%s\" role=\"img\" ", classes);
  append_element (self, "aria-label=\"", words, "\">");
  if (!append_drawing (self, self->viewport.width, self->viewport.height, NULL, error))
    return FALSE;
  g_string_append (self->text, "</div>\n");

  return TRUE;
}

/* The second day lies on the left of the handle, the day of the state on its right, as in the
 * window. */
static gboolean
append_pair (Page *self, GError **error)
{
  const KaDay      day = self->state.day;
  const KaDay      other = self->other_day;
  g_autofree char *left = ka_day_to_words (other, self->state.language);
  g_autofree char *right = ka_day_to_words (day, self->state.language);
  g_autofree char *both = dup_days (self);

  g_string_append (self->text, "<div class=\"map\" style=\"--at:50%\">");
  self->state.day = other;
  if (!append_half (self, "one", error))
    return FALSE;
  self->state.day = day;
  if (!append_half (self, "over two", error))
    return FALSE;
  append_element (self, "<span class=\"tag a\">", left, "</span>");
  append_element (self, "<span class=\"tag b\">", right, "</span>\n");
  append_element (
    self, "<input type=\"range\" min=\"0\" max=\"100\" step=\"0.5\" value=\"50\" aria-label=\"",
    both, "\"><span class=\"handle\"></span></div>\n");

  append_element (self, "<p class=\"day\">", right, "</p>\n");
  if (!append_legend (self, error))
    return FALSE;
  self->state.day = other;
  append_element (self, "<p class=\"day\">", left, "</p>\n");
  if (!append_legend (self, error))
    return FALSE;
  self->state.day = day;

  return TRUE;
}

GBytes *
ka_export_render_html (const KaExport *self, GError **error)
{
  const KaPage *wished = self->page;
  KaMapScene   *scene = self->scene;
  const KaBox   km = wished->viewport != NULL ? ka_viewport_get_box (wished->viewport)
                                              : ka_map_scene_get_extent (scene);
  g_autoptr (GString) text = g_string_new (NULL);
  Page     page = { .export = self,
                    .atlas = ka_map_scene_get_atlas (scene),
                    .state = *self->state,
                    .viewport = ka_viewport_fit (km, wished->width / MAP_SCALE,
                                                 wished->height / MAP_SCALE, 0),
                    .text = text,
                    .is_pair = wished->has_other_day || self->state->has_pinned_day,
                    .other_day = wished->has_other_day ? wished->other_day : self->state->pinned_day };
  gboolean is_drawn;

  page.state.has_pinned_day = FALSE;
  page.state.hover = NULL;
  page.state.legend = KA_LEGEND_PRINTED;
  append_head (&page);
  append_title (&page);
  is_drawn = page.is_pair ? append_pair (&page, error) : append_day_map (&page, error);
  if (!is_drawn)
    return NULL;
  append_foot (&page);
  g_string_append_printf (text, "<script>%s</script>\n</body>\n</html>\n", script);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
