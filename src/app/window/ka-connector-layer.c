/* SPDX-License-Identifier: GPL-3.0-or-later
 */
/*
 * Finds the ends of a connector when the event changes, when the axis moves, and after the widgets
 * get other sizes.
 */

#include "config.h"

#include "ka-connector-layer.h"

#include "ka-cairo-auto.h"
#include "ka-canvas.h"
#include "ka-connector.h"

struct _KaConnectorLayer
{
  GtkWidget parent_instance;

  /* Borrowed: parts of the same window */
  KaSession       *session;
  KaTimelineStage *stage;
  KaMapView       *map;

  const KaItem *item;    /* (nullable): the event with a connector */
  KaPoint       mark_px; /* its mark, seen from here */
  KaPoint       gate_px;
  gulong        layout_handler;

  /* The input that was used last */
  GtkEventController *keys; /* Borrowed from the window, as the next */
  GtkEventController *motion;
  KaPoint             pointer;
  gboolean            is_at_keys;
};

G_DEFINE_FINAL_TYPE (KaConnectorLayer, ka_connector_layer, GTK_TYPE_WIDGET)

/* Whether the keyboard moves through events, on the timeline or in a list. */
static gboolean
has_keyboard (KaConnectorLayer *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !(self->is_at_keys || gtk_window_get_focus_visible (GTK_WINDOW (root))))
    return FALSE;

  return focus == ka_timeline_stage_get (self->stage)->canvas ||
         gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL;
}

/* The event under the pointer; else the one that has the keyboard, if the timeline shows it. */
static const KaItem *
find_item (KaConnectorLayer *self)
{
  const KaItem *hover = ka_session_get_state (self->session).hover;
  const KaItem *selection = ka_session_get_selection (self->session);
  KaPoint       mark;

  if (ka_connector_has_any (hover))
    return hover;
  if (hover == NULL && ka_connector_has_any (selection) && has_keyboard (self) &&
      ka_timeline_stage_get_mark (self->stage, selection, &mark))
    return selection;

  return NULL;
}

static gboolean
is_same (KaPoint a, KaPoint b)
{
  return a.x == b.x && a.y == b.y;
}

/* Converts a point of a widget to another one. */
static gboolean
convert (GtkWidget *widget, KaPoint px, GtkWidget *target, KaPoint *result)
{
  graphene_point_t converted;

  if (!gtk_widget_compute_point (widget, target, &GRAPHENE_POINT_INIT ((float) px.x, (float) px.y),
                                 &converted))
    return FALSE;

  *result = (KaPoint){ (double) converted.x, (double) converted.y };

  return TRUE;
}

/* Finds the ends: the mark in the coordinates of the map and of the layer, the gate in those of the
 * layer. */
static gboolean
find_ends (KaConnectorLayer *self,
           const KaItem     *item,
           KaPoint          *on_map,
           KaPoint          *mark,
           KaPoint          *gate)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *timeline = ka_timeline_stage_get (self->stage)->canvas;
  GtkWidget *map = GTK_WIDGET (self->map);
  KaViewport viewport = ka_map_view_get_viewport (self->map);
  KaPoint    at;
  double     unit = ka_canvas_get_unit (widget);

  ka_timeline_stage_get_mark (self->stage, item, &at);
  if (!convert (timeline, at, map, on_map) || !convert (timeline, at, widget, mark))
    return FALSE;

  at = ka_connector_get_gate (&viewport, (KaPoint){ on_map->x / unit, on_map->y / unit });

  return convert (map, (KaPoint){ at.x * unit, at.y * unit }, widget, gate);
}

static void
update (KaConnectorLayer *self)
{
  const KaItem *item = find_item (self);
  KaPoint       on_map_px = { 0, 0 };
  KaPoint       mark_px = { 0, 0 };
  KaPoint       gate_px = { 0, 0 };

  if (item != NULL && !find_ends (self, item, &on_map_px, &mark_px, &gate_px))
    item = NULL;
  ka_map_view_connect (self->map, item, on_map_px);
  if (item == self->item && is_same (mark_px, self->mark_px) && is_same (gate_px, self->gate_px))
    return;

  self->item = item;
  self->mark_px = mark_px;
  self->gate_px = gate_px;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ka_connector_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaConnectorLayer *self = KA_CONNECTOR_LAYER (widget);
  double            unit = ka_canvas_get_unit (widget);
  KaPoint           mark = { self->mark_px.x / unit, self->mark_px.y / unit };
  KaPoint           gate = { self->gate_px.x / unit, self->gate_px.y / unit };
  graphene_rect_t   bounds;
  g_autoptr (cairo_t) cr = NULL;

  if (self->item == NULL)
    return;

  /* The map paints the part above the gate. */
  graphene_rect_init (&bounds, 0, (float) self->gate_px.y, (float) gtk_widget_get_width (widget),
                      (float) MAX (gtk_widget_get_height (widget) - self->gate_px.y, 0));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, unit, unit);
  ka_connector_paint_trunk (cr, mark, gate, ka_timeline_stage_get (self->stage)->theme);
}

/* The phase after layout: the widgets have their sizes, painting comes next. */
static void
ka_connector_layer_realize (GtkWidget *widget)
{
  KaConnectorLayer *self = KA_CONNECTOR_LAYER (widget);

  GTK_WIDGET_CLASS (ka_connector_layer_parent_class)->realize (widget);
  self->layout_handler = g_signal_connect_data (gtk_widget_get_frame_clock (widget), "layout",
                                                G_CALLBACK (update), self, NULL,
                                                G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
ka_connector_layer_unrealize (GtkWidget *widget)
{
  KaConnectorLayer *self = KA_CONNECTOR_LAYER (widget);

  g_clear_signal_handler (&self->layout_handler, gtk_widget_get_frame_clock (widget));
  GTK_WIDGET_CLASS (ka_connector_layer_parent_class)->unrealize (widget);
}

static gboolean
key_pressed_cb (KaConnectorLayer *self)
{
  self->is_at_keys = TRUE;
  update (self);

  return GDK_EVENT_PROPAGATE;
}

/* A widget that moves below a pointer at rest causes motion events too. */
static void
motion_cb (KaConnectorLayer *self, double x, double y)
{
  KaPoint pointer = { x, y };

  if (is_same (pointer, self->pointer))
    return;

  self->pointer = pointer;
  self->is_at_keys = FALSE;
  update (self);
}

static GtkEventController *
watch (KaConnectorLayer   *self,
       GtkEventController *controller,
       const char         *signal,
       GCallback           callback)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), controller);

  return controller;
}

static void
ka_connector_layer_root (GtkWidget *widget)
{
  KaConnectorLayer *self = KA_CONNECTOR_LAYER (widget);

  GTK_WIDGET_CLASS (ka_connector_layer_parent_class)->root (widget);
  self->keys = watch (self, gtk_event_controller_key_new (), "key-pressed",
                      G_CALLBACK (key_pressed_cb));
  self->motion = watch (self, gtk_event_controller_motion_new (), "motion", G_CALLBACK (motion_cb));
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (update), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-visible",
                           G_CALLBACK (update), widget, G_CONNECT_SWAPPED);
}

static void
ka_connector_layer_unroot (GtkWidget *widget)
{
  KaConnectorLayer *self = KA_CONNECTOR_LAYER (widget);
  GtkWidget        *root = GTK_WIDGET (gtk_widget_get_root (widget));

  g_signal_handlers_disconnect_by_func (root, update, widget);
  gtk_widget_remove_controller (root, g_steal_pointer (&self->keys));
  gtk_widget_remove_controller (root, g_steal_pointer (&self->motion));
  GTK_WIDGET_CLASS (ka_connector_layer_parent_class)->unroot (widget);
}

static void
ka_connector_layer_class_init (KaConnectorLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ka_connector_layer_snapshot;
  widget_class->realize = ka_connector_layer_realize;
  widget_class->unrealize = ka_connector_layer_unrealize;
  widget_class->root = ka_connector_layer_root;
  widget_class->unroot = ka_connector_layer_unroot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ka_connector_layer_init (KaConnectorLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

void
ka_connector_layer_set_ends (KaConnectorLayer *self, KaTimelineStage *stage, KaMapView *map)
{
  g_return_if_fail (KA_IS_CONNECTOR_LAYER (self) && self->stage == NULL);

  self->stage = stage;
  self->session = ka_timeline_stage_get (stage)->session;
  self->map = map;
  ka_session_watch (self->session, "hover", G_CALLBACK (update), self);
  g_signal_connect_object (self->session, "notify::selection", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (stage, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ka_timeline_stage_get (stage)->camera, "moved", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
}
