/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws what lies over the map while somebody works with it: the rubber band of a box zoom, the
 * swipe handle between two days, the frame of the focus.
 */

#include "config.h"

#include "ka-map-marks.h"

#include "ka-date.h"

static GdkRGBA
to_rgba (const KaColour *colour, double alpha)
{
  return (GdkRGBA){ (float) colour->red, (float) colour->green, (float) colour->blue,
                    (float) alpha };
}

void
ka_map_marks_append_frame (GtkSnapshot           *snapshot,
                           const KaTheme         *theme,
                           const graphene_rect_t *rect,
                           float                  width_px)
{
  GdkRGBA        colour = to_rgba (&theme->accent, 1.0);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, 0);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]){ width_px, width_px, width_px, width_px },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

void
ka_map_marks_append_box (GtkSnapshot *snapshot, const KaTheme *theme, const graphene_rect_t *rect)
{
  GdkRGBA tint = to_rgba (&theme->accent, 0.12);

  gtk_snapshot_append_color (snapshot, &tint, rect);
  ka_map_marks_append_frame (snapshot, theme, rect, 1.5f);
}

/* The day of one side, at the head of the handle, over as little land as can be */
static void
append_day (GtkSnapshot   *snapshot,
            const KaTheme *theme,
            GtkWidget     *widget,
            float          x,
            const char    *words,
            gboolean       left)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, words);
  GdkRGBA         ink = to_rgba (&theme->halo, 1.0);
  GdkRGBA         ground = to_rgba (&theme->selection, 1.0);
  int             width;
  int             height;
  graphene_rect_t rect;

  pango_layout_get_pixel_size (layout, &width, &height);
  graphene_rect_init (&rect, left ? x - (float) width - 16 : x + 4, 0, (float) width + 12,
                      (float) height + 4);
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.origin.x + 6, rect.origin.y + 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

void
ka_map_marks_append_handle (GtkSnapshot       *snapshot,
                            const KaTheme     *theme,
                            GtkWidget         *widget,
                            double             part,
                            const KaViewState *state)
{
  float            x = (float) (part * gtk_widget_get_width (widget));
  float            height = (float) gtk_widget_get_height (widget);
  GdkRGBA          line = to_rgba (&theme->selection, 1.0);
  GdkRGBA          grip = to_rgba (&theme->panel, 1.0);
  g_autofree char *left = ka_day_to_words (state->pinned_day, state->language);
  g_autofree char *right = ka_day_to_words (state->day, state->language);
  GskRoundedRect   outline;
  graphene_rect_t  rect;

  graphene_rect_init (&rect, x - 1.5f, 0, 3, height);
  gtk_snapshot_append_color (snapshot, &line, &rect);
  graphene_rect_init (&rect, x - 7, height / 2 - 20, 14, 40);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 7);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &grip, &rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ line, line, line, line });
  append_day (snapshot, theme, widget, x, left, TRUE);
  append_day (snapshot, theme, widget, x, right, FALSE);
}
