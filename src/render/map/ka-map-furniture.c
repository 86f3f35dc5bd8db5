/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Date and occasion at the top left, legend at the bottom left, scale bar at the bottom right and
 * the policy line between them.
 */

#include "config.h"

#include "ka-map-furniture.h"

#include <math.h>
#include <string.h>

#include "ka-captions.h"
#include "ka-map-brush.h"
#include "ka-query.h"
#include "ka-type.h"

#define MARGIN     16.0
#define WIDEST_BAR 150.0
#define BAR_HEIGHT 4.0
/* A map smaller than this has no furniture but the date */
#define LEAST_WIDTH 420.0
/* and the policy line on this width, on two lines if need be */
#define LEAST_POLICY 120.0
#define LEAST_HEIGHT 300.0

struct _KaMapFurniture
{
  /* Owned */
  KaLegend    *legend; /* (nullable) */
  PangoLayout *date;
  PangoLayout *occasion; /* (nullable) */
  PangoLayout *policy;   /* (nullable) */
  PangoLayout *bar_text; /* (nullable) */
  GArray      *boxes;    /* of KaBox */

  KaBox  title;
  KaBox  policy_box;
  KaBox  bar;
  double width;
};

/*
 * ka_map_panel_paint:
 *
 * Paints the ground of a panel over the map: light, with rounded corners and a hairline.
 */
void
ka_map_panel_paint (cairo_t *cr, const KaTheme *theme, KaBox box)
{
  double radius = 6.0;

  cairo_new_path (cr);
  cairo_arc (cr, box.x1 - radius, box.y0 + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, box.x1 - radius, box.y1 - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, box.x0 + radius, box.y1 - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, box.x0 + radius, box.y0 + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  ka_colour_set_source_alpha (&theme->panel, cr, 0.94);
  cairo_fill_preserve (cr);
  ka_colour_set_source (&theme->rule, cr);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/**
 * ka_map_scale_bar_choose:
 * @scale: user units for a kilometre, above 0
 * @most_width: how long a bar may be, in user units
 *
 * Returns: the greatest of 1, 2 and 5 times a power of ten, in kilometres, that fits
 */
double
ka_map_scale_bar_choose (double scale, double most_width)
{
  double most = most_width / scale;
  double power = pow (10.0, floor (log10 (most)));

  if (5.0 * power <= most)
    return 5.0 * power;

  return 2.0 * power <= most ? 2.0 * power : power;
}

static void
add_box (KaMapFurniture *self, KaBox box)
{
  g_array_append_val (self->boxes, box);
}

/* The event of exactly that day that matters most; %NULL for none */
static const KaEvent *
find_occasion (KaAtlas *atlas, KaDay day)
{
  g_autoptr (GPtrArray) events = ka_query_events_in (atlas, day, day + 1);
  const KaEvent *best = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const KaEvent *event = events->pdata[i];

      if (ka_date_is_exact (&event->date) && !(event->date.flags & KA_DATE_SPAN) &&
          event->date.earliest == day && (best == NULL || event->importance > best->importance))
        best = event;
    }

  return best;
}

static void
lay_out_title (KaMapFurniture    *self,
               cairo_t           *cr,
               KaMapScene        *scene,
               const KaViewState *state,
               const KaTheme     *theme)
{
  KaTypeStyle      date_style = { .is_serif = TRUE, .is_bold = TRUE, .size = 28.0 };
  KaTypeStyle      occasion_style = { .is_serif = TRUE, .size = 14.0 };
  const KaEvent   *occasion = find_occasion (scene->atlas, state->day);
  g_autofree char *words = ka_day_to_words (state->day, state->language);
  double           width, height;

  if (self->width < LEAST_WIDTH)
    date_style.size = 19.0;
  self->date = ka_type_layout (cr, theme, &date_style, words);
  ka_type_measure (self->date, &width, &height, NULL);
  self->title = (KaBox){ MARGIN, MARGIN - 6, MARGIN + width, MARGIN - 6 + height };
  if (occasion != NULL)
    {
      double most = MAX (self->width * 0.6, 160.0);

      self->occasion = ka_type_layout (cr, theme, &occasion_style,
                                       ka_text_get (&occasion->title, state->language));
      pango_layout_set_ellipsize (self->occasion, PANGO_ELLIPSIZE_END);
      ka_type_measure (self->occasion, &width, &height, NULL);
      if (width > most)
        {
          pango_layout_set_width (self->occasion, pango_units_from_double (most));
          width = most;
        }
      self->title.x1 = MAX (self->title.x1, MARGIN + width);
      self->title.y1 += height;
    }
  add_box (self, ka_box_grow (self->title, 4));
}

static void
lay_out_bar (KaMapFurniture   *self,
             cairo_t          *cr,
             KaLanguage        language,
             const KaTheme    *theme,
             const KaViewport *viewport)
{
  KaTypeStyle      style = { .size = 11.0 };
  double           km = ka_map_scale_bar_choose (viewport->scale, WIDEST_BAR);
  double           width = km * viewport->scale;
  g_autofree char *text = km >= 1 ? g_strdup_printf ("%.0f %s", km,
                                                     ka_legend_get_word (KA_LEGEND_KM, language))
                                  : g_strdup_printf ("%.0f %s", km * 1000,
                                                     ka_legend_get_word (KA_LEGEND_M, language));

  self->bar_text = ka_type_layout (cr, theme, &style, text);
  self->bar = (KaBox){ viewport->width - MARGIN - width, viewport->height - MARGIN - BAR_HEIGHT,
                       viewport->width - MARGIN, viewport->height - MARGIN };
  add_box (self,
           (KaBox){ self->bar.x0 - 8, self->bar.y0 - 22, self->bar.x1 + 8, self->bar.y1 + 6 });
}

/* The first sentence of the policy, in small type, where there is room beside legend and bar */
static void
lay_out_policy (KaMapFurniture    *self,
                cairo_t           *cr,
                KaMapScene        *scene,
                const KaViewState *state,
                const KaTheme     *theme,
                const KaViewport  *viewport)
{
  KaTypeStyle      style = { .size = 10.0 };
  const char      *policy = ka_text_get (ka_atlas_get_policy (scene->atlas), state->language);
  const char      *end = strstr (policy, ". ");
  g_autofree char *sentence = end == NULL ? g_strdup (policy)
                                          : g_strndup (policy, (gsize) (end - policy) + 1);
  double           left = ka_legend_get_box (self->legend).x1 + MARGIN;
  double           right = self->bar.x0 - MARGIN;
  double           width, height;

  if (*sentence == '\0')
    return;
  self->policy = ka_type_layout (cr, theme, &style, sentence);
  ka_type_measure (self->policy, &width, &height, NULL);
  if (left + width > right)
    {
      pango_layout_set_width (self->policy, pango_units_from_double (MAX (right - left, 1)));
      pango_layout_set_alignment (self->policy, PANGO_ALIGN_RIGHT);
      ka_type_measure (self->policy, NULL, &height, NULL);
      width = right - left;
      if (pango_layout_get_line_count (self->policy) > 2 || width < LEAST_POLICY)
        {
          g_clear_object (&self->policy);
          return;
        }
    }
  self->policy_box = (KaBox){ right - width, viewport->height - MARGIN - height + 3, right,
                              viewport->height - MARGIN + 3 };
  add_box (self, ka_box_grow (self->policy_box, 3));
}

/**
 * ka_map_furniture_new:
 * @cr: what it will be painted on, for measuring
 * @scene: the geography
 * @state: the day and the language
 * @theme: fonts
 * @viewport: the camera
 *
 * Returns: (transfer full): the layout
 */
KaMapFurniture *
ka_map_furniture_new (cairo_t           *cr,
                      KaMapScene        *scene,
                      const KaViewState *state,
                      const KaTheme     *theme,
                      const KaViewport  *viewport)
{
  KaMapFurniture *self = g_new0 (KaMapFurniture, 1);

  self->width = viewport->width;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (KaBox));
  lay_out_title (self, cr, scene, state, theme);
  if (viewport->width < LEAST_WIDTH || viewport->height < LEAST_HEIGHT)
    return self;

  lay_out_bar (self, cr, state->language, theme, viewport);
  self->legend = ka_legend_new (cr, scene, state, theme, viewport);
  if (!ka_box_is_empty (ka_legend_get_box (self->legend)))
    add_box (self, ka_box_grow (ka_legend_get_box (self->legend), 4));
  lay_out_policy (self, cr, scene, state, theme, viewport);

  return self;
}

/**
 * ka_map_furniture_free:
 * @self: (transfer full): furniture
 */
void
ka_map_furniture_free (KaMapFurniture *self)
{
  g_clear_pointer (&self->legend, ka_legend_free);
  g_clear_object (&self->date);
  g_clear_object (&self->occasion);
  g_clear_object (&self->policy);
  g_clear_object (&self->bar_text);
  g_array_unref (self->boxes);
  g_free (self);
}

/**
 * ka_map_furniture_get_boxes:
 * @self: furniture
 * @n_boxes: (out): how many
 *
 * Returns: (transfer none) (array length=n_boxes): what it takes, with room round it, in user units
 */
const KaBox *
ka_map_furniture_get_boxes (const KaMapFurniture *self, gsize *n_boxes)
{
  *n_boxes = self->boxes->len;

  return (const KaBox *) (gpointer) self->boxes->data;
}

/**
 * ka_map_furniture_get_legend:
 * @self: furniture
 *
 * Returns: (transfer none) (nullable): the legend; %NULL on a map too small for one
 */
const KaLegend *
ka_map_furniture_get_legend (const KaMapFurniture *self)
{
  return self->legend;
}

static void
paint_bar (const KaMapFurniture *self, cairo_t *cr, const KaTheme *theme)
{
  double width, height;
  double middle = (self->bar.x0 + self->bar.x1) / 2;

  /* Two halves, dark and light, as on printed maps */
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
  ka_type_show_with_halo (cr, self->bar_text, middle - width / 2, self->bar.y0 - height - 1,
                          &theme->text, &theme->halo, 2.0);
}

/**
 * ka_map_furniture_paint:
 * @self: furniture
 * @cr: what it was measured on, under any matrix
 * @theme: colours
 */
void
ka_map_furniture_paint (const KaMapFurniture *self, cairo_t *cr, const KaTheme *theme)
{
  double height;

  cairo_save (cr);
  ka_type_measure (self->date, NULL, &height, NULL);
  ka_type_show_with_halo (cr, self->date, self->title.x0, self->title.y0, &theme->text,
                          &theme->halo, 2.5);
  if (self->occasion != NULL)
    ka_type_show_with_halo (cr, self->occasion, self->title.x0, self->title.y0 + height,
                            &theme->text, &theme->halo, 2.0);
  if (self->policy != NULL)
    ka_type_show_with_halo (cr, self->policy, self->policy_box.x0, self->policy_box.y0,
                            &theme->text_muted, &theme->halo, 1.8);
  if (self->bar_text != NULL)
    paint_bar (self, cr, theme);
  if (self->legend != NULL)
    ka_legend_paint (self->legend, cr, theme);
  cairo_restore (cr);
}
