/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn over the map while somebody works with it: the rubber band of a box zoom, the
 * handle between two days, the frame of the focus. No picture of the map.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include "ka-cairo-auto.h"
#include "ka-connector.h"

static GdkRGBA
to_rgba (const KaColour *colour, double alpha)
{
  return (GdkRGBA){ (float) colour->red, (float) colour->green, (float) colour->blue,
                    (float) alpha };
}

/* The day of one side, at the foot of the handle. */
static void
append_day (KaMapView             *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *bounds,
            KaDay                  day,
            gboolean               is_left)
{
  g_autofree char *words = ka_day_to_words (day, ka_session_get_language (self->session));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  GdkRGBA         ink = to_rgba (&self->theme->accent_text, 1.0);
  GdkRGBA         ground = to_rgba (&self->theme->accent, 1.0);
  float           x = (float) (self->swipe * (double) bounds->size.width);
  int             width;
  int             height;
  graphene_rect_t rect;

  pango_layout_get_pixel_size (layout, &width, &height);
  graphene_rect_init (&rect, is_left ? x - (float) width - 12 : x, bounds->size.height / 2 + 32,
                      (float) width + 12, (float) height + 4);
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rect.origin.x + 6, rect.origin.y + 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* The handle between the maps of two days. */
static void
append_handle (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  float           x = (float) (self->swipe * (double) bounds->size.width);
  float           middle = bounds->size.height / 2;
  GdkRGBA         line = to_rgba (&self->theme->accent, 1.0);
  GdkRGBA         grip = to_rgba (&self->theme->panel, 1.0);
  KaViewState     state = ka_session_get_state (self->session);
  GskRoundedRect  outline;
  graphene_rect_t rect;

  graphene_rect_init (&rect, x - 1.5f, 0, 3, bounds->size.height);
  gtk_snapshot_append_color (snapshot, &line, &rect);
  graphene_rect_init (&rect, x - 7, middle - 20, 14, 40);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 7);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &grip, &rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ line, line, line, line });
  append_day (self, snapshot, bounds, state.pinned_day, TRUE);
  append_day (self, snapshot, bounds, state.day, FALSE);
}

static void
append_frame (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, float width_px)
{
  GdkRGBA        colour = to_rgba (&self->theme->accent, 1.0);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, 0);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]){ width_px, width_px, width_px, width_px },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

/* The rubber band of a box zoom. */
static void
append_box (KaMapView *self, GtkSnapshot *snapshot)
{
  GdkRGBA         tint = to_rgba (&self->theme->accent, 0.12);
  graphene_rect_t rect;

  graphene_rect_init (&rect, (float) (self->start.x * self->unit),
                      (float) (self->start.y * self->unit),
                      (float) ((self->pointer.x - self->start.x) * self->unit),
                      (float) ((self->pointer.y - self->start.y) * self->unit));
  graphene_rect_normalize (&rect);
  gtk_snapshot_append_color (snapshot, &tint, &rect);
  append_frame (self, snapshot, &rect, 1.5f);
}

/* Draws the handle between two days, where there is one. */
void
ka_map_view_snapshot_handle (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  if (self->has_swipe && self->then.surface != NULL)
    append_handle (self, snapshot, bounds);
}

/* Draws threads from the event that is connected to its places; names go over them. */
void
ka_map_view_snapshot_connectors (KaMapView             *self,
                                 GtkSnapshot           *snapshot,
                                 const graphene_rect_t *bounds)
{
  g_autoptr (GArray) connectors = NULL;
  g_autoptr (cairo_t) cr = NULL;
  KaPoint mark = { self->mark_px.x / self->unit, self->mark_px.y / self->unit };

  if (self->connected == NULL)
    return;

  connectors = ka_connector_list (self->scene, self->connected, &self->viewport, mark);
  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_scale (cr, self->unit, self->unit);
  ka_connector_paint (cr, connectors, self->theme);
}

/**
 * ka_map_view_connect:
 * @self: a map view
 * @item: (nullable): an event of the atlas, or %NULL for none
 * @mark_px: where it stands on a timeline below, in pixels from the top left corner of the view
 *
 * Ties an event to its places, below the names of the map.
 */
void
ka_map_view_connect (KaMapView *self, const KaItem *item, KaPoint mark_px)
{
  g_return_if_fail (KA_IS_MAP_VIEW (self));

  if (self->connected == item &&
      (item == NULL || (self->mark_px.x == mark_px.x && self->mark_px.y == mark_px.y)))
    return;

  self->connected = item;
  self->mark_px = mark_px;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Draws what the input under way calls for. */
void
ka_map_view_snapshot_marks (KaMapView *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  if (self->is_boxing)
    append_box (self, snapshot);
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    append_frame (self, snapshot, bounds, 2);
}
