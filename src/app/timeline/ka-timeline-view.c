/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paints the timeline and keeps the picture of the lanes while nothing changes. Joins the stage
 * with its pointer, actions and speech.
 */

#include "config.h"

#include "ka-timeline-view.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-canvas.h"
#include "ka-picture.h"
#include "ka-range-mark.h"
#include "ka-timeline-actions.h"
#include "ka-timeline-painter.h"
#include "ka-timeline-pointer.h"
#include "ka-timeline-speech.h"

#define MIN_HEIGHT_PX 120
#define HEIGHT_PX     236
#define MIN_WIDTH_PX  200
#define WIDTH_PX      800
/* Lanes that have room at the minimum height and at the natural one, at any text size. */
#define MIN_LANES 2
#define LANES     3

struct _KaTimelineView
{
  GtkWidget parent_instance;

  /* Owned; NULL without a session */
  KaTimelineStage   *stage;
  KaTimelinePointer *pointer;
  KaTimelineActions *actions;

  /* Cached */
  KaPicture *picture; /* (nullable): the lanes */
};

G_DEFINE_FINAL_TYPE (KaTimelineView, ka_timeline_view, GTK_TYPE_WIDGET)

static void
drop_picture (KaTimelineView *self)
{
  g_clear_pointer (&self->picture, ka_picture_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static KaPicture *
paint_lanes (KaTimelineView *self, KaTimelineLayout *layout, const KaViewState *state)
{
  const KaTheme *theme = ka_timeline_stage_get (self->stage)->theme;
  int            factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double         scale = factor * ka_timeline_stage_get (self->stage)->unit;
  int            width = gtk_widget_get_width (GTK_WIDGET (self)) * factor;
  int            height = gtk_widget_get_height (GTK_WIDGET (self)) * factor;
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (cairo_t) cr = NULL;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  ka_colour_set_source (&theme->page, cr);
  cairo_paint (cr);
  ka_timeline_paint (cr, layout, state, theme, KA_TIMELINE_BASE);

  return ka_picture_new (surface, TRUE);
}

/* Paints a frame round the row that has the keyboard and round the timeline. */
static void
paint_focus (KaTimelineView *self, cairo_t *cr, KaTimelineLayout *layout, const KaItem *selection)
{
  const KaTheme *theme = ka_timeline_stage_get (self->stage)->theme;
  double         unit = ka_timeline_stage_get (self->stage)->unit;
  KaTimelineRow  row = { selection, ka_timeline_stage_get (self->stage)->focus_group };

  ka_timeline_paint_focus (cr, layout, &row, theme);
  cairo_rectangle (cr, 1, 1, gtk_widget_get_width (GTK_WIDGET (self)) / unit - 2,
                   gtk_widget_get_height (GTK_WIDGET (self)) / unit - 2);
  cairo_set_line_width (cr, 2);
  ka_colour_set_source (&theme->accent, cr);
  cairo_stroke (cr);
}

static void
ka_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaTimelineView   *self = KA_TIMELINE_VIEW (widget);
  KaTimelineLayout *layout = self->stage != NULL ? ka_timeline_stage_get_layout (self->stage)
                                                 : NULL;
  KaViewState       state;
  const KaTheme    *theme;
  const KaTimeAxis *axis;
  double            unit;
  graphene_rect_t   bounds;
  g_autoptr (cairo_t) cr = NULL;

  if (layout == NULL)
    return;

  state = ka_session_get_state (ka_timeline_stage_get (self->stage)->session);
  theme = ka_timeline_stage_get (self->stage)->theme;
  axis = ka_time_camera_get_axis (ka_timeline_stage_get (self->stage)->camera);
  unit = ka_timeline_stage_get (self->stage)->unit;
  if (self->picture == NULL)
    self->picture = paint_lanes (self, layout, &state);
  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  ka_picture_append (self->picture, snapshot, widget, &bounds, 1.0);

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, unit, unit);
  ka_range_mark_paint (cr, &state, theme, axis, layout->frame.height, layout->frame.axis_y);
  ka_timeline_paint (cr, layout, &state, theme, KA_TIMELINE_PLAYHEAD);
  if (gtk_widget_has_visible_focus (widget))
    paint_focus (self, cr, layout, state.selection);
}

static void
ka_timeline_view_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  const double unit = ka_canvas_get_unit (widget);
  const int    min_lanes_px = (int) ceil (ka_timeline_get_height_of (MIN_LANES) * unit);
  const int    lanes_px = (int) ceil (ka_timeline_get_height_of (LANES) * unit);
  gboolean     is_vertical = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum = is_vertical ? MAX (MIN_HEIGHT_PX, min_lanes_px) : MIN_WIDTH_PX;
  *natural = is_vertical ? MAX (HEIGHT_PX, lanes_px) : WIDTH_PX;
}

/* All children are popovers. */
static void
ka_timeline_view_size_allocate (GtkWidget *widget, int width_px, int height_px, int baseline)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_popover_present (GTK_POPOVER (child));
  if (self->stage != NULL)
    ka_timeline_stage_allocate (self->stage, width_px, height_px, ka_canvas_get_unit (widget));
}

static void
tell_day (KaTimelineView *self)
{
  g_autofree char *label = ka_timeline_speech_describe_day (self->stage);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
tell_row (KaTimelineView *self)
{
  g_autofree char *description = ka_timeline_speech_describe_row (self->stage);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
day_changed_cb (KaTimelineView *self)
{
  tell_day (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ka_timeline_view_dispose (GObject *object)
{
  KaTimelineView *self = KA_TIMELINE_VIEW (object);
  GtkWidget      *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->actions, ka_timeline_actions_free);
  g_clear_pointer (&self->pointer, ka_timeline_pointer_free);
  g_clear_pointer (&self->picture, ka_picture_unref);
  if (self->stage != NULL)
    g_object_run_dispose (G_OBJECT (self->stage));
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (ka_timeline_view_parent_class)->dispose (object);
}

static void
ka_timeline_view_class_init (KaTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_timeline_view_dispose;
  widget_class->snapshot = ka_timeline_view_snapshot;
  widget_class->measure = ka_timeline_view_measure;
  widget_class->size_allocate = ka_timeline_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "katimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  ka_timeline_actions_install_keys (widget_class);
}

static void
ka_timeline_view_init (KaTimelineView *self)
{
  ka_canvas_set_up (GTK_WIDGET (self));
}

void
ka_timeline_view_set_session (KaTimelineView *self, KaSession *session)
{
  g_return_if_fail (KA_IS_TIMELINE_VIEW (self) && self->stage == NULL);

  self->stage = ka_timeline_stage_new (GTK_WIDGET (self), session);
  self->pointer = ka_timeline_pointer_new (self->stage);
  self->actions = ka_timeline_actions_new (self->stage, self->pointer);
  g_signal_connect_object (self->stage, "changed", G_CALLBACK (drop_picture), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stage, "row-changed", G_CALLBACK (tell_row), self,
                           G_CONNECT_SWAPPED);
  ka_session_watch (session, "day", G_CALLBACK (day_changed_cb), self);
  ka_session_watch (session, "hover", G_CALLBACK (gtk_widget_queue_draw), self);
  tell_day (self);
  tell_row (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

KaTimelineStage *
ka_timeline_view_get_stage (KaTimelineView *self)
{
  return self->stage;
}
