/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys and actions of the map view. Pointer and touch are in ka-map-view-input.c.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

#define KEY_PAN_PX      25.0
#define KEY_ZOOM_FACTOR 1.4142135623730951
/* A press of Page Up or Down moves by this part of the view. */
#define PAGE_PART 0.8

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  KaViewport target = ka_map_view_get_target (self);
  KaPoint    middle = { target.width / 2, target.height / 2 };
  KaViewport zoomed;

  if (!ka_map_view_has_size (self))
    return;

  zoomed = ka_viewport_zoom_at (&target, middle, g_variant_get_double (parameter));
  ka_map_view_fly_to (self, &zoomed);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  KaViewport home = self->home;

  ka_map_view_fly_to (self, &home);
}

static void
fit_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);

  if (self->session != NULL)
    ka_map_view_show_selection (self, TRUE);
}

static void
pan_by (KaMapView *self, double dx, double dy)
{
  KaViewport target = ka_map_view_get_target (self);
  KaViewport panned = ka_viewport_pan (&target, -dx, -dy);

  ka_map_view_fly_to (self, &panned);
}

static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  double     dx;
  double     dy;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  if (g_str_equal (name, "map.page"))
    pan_by (self, dx * PAGE_PART * self->viewport.width, dy * PAGE_PART * self->viewport.height);
  else
    pan_by (self, dx * KEY_PAN_PX, dy * KEY_PAN_PX);
}

/* Ends a drag; without one Escape is the window's. */
static gboolean
cancel_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  return ka_map_view_cancel_drag (KA_MAP_VIEW (widget));
}

static gboolean
get_centre (KaMapView *self, const KaItem *item, KaPoint *user)
{
  KaBox box;

  if (item == NULL ||
      !ka_map_scene_get_bounds_of (self->scene, item, ka_session_get_day (self->session), &box))
    return FALSE;

  *user = ka_viewport_to_user (&self->viewport,
                               (KaPoint){ (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 });

  return TRUE;
}

/* Selects the region whose middle is nearest within 45 degrees of the direction. */
static void
select_neighbour_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView    *self = KA_MAP_VIEW (widget);
  const KaList *regions;
  const KaItem *best = NULL;
  double        best_distance = G_MAXDOUBLE;
  KaPoint       from;
  double        dx;
  double        dy;

  if (!ka_map_view_has_size (self))
    return;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  if (!get_centre (self, ka_session_get_selection (self->session), &from))
    from = (KaPoint){ self->viewport.width / 2, self->viewport.height / 2 };

  regions = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_REGION);
  for (gsize i = 0; i < regions->n_items; i++)
    {
      const KaItem *region = KA_ITEM (regions->items[i]);
      KaPoint       to;
      double        along;
      double        across;

      if (region == ka_session_get_selection (self->session) || !get_centre (self, region, &to))
        continue;
      along = (to.x - from.x) * dx + (to.y - from.y) * dy;
      across = fabs ((to.x - from.x) * dy - (to.y - from.y) * dx);
      if (along <= 0 || across > along || along + across >= best_distance)
        continue;
      best = region;
      best_distance = along + across;
    }

  if (best != NULL)
    ka_session_select (self->session, best);
}

static void
add_key (GtkWidgetClass *klass, guint keyval, const char *action)
{
  gtk_widget_class_add_binding_action (klass, keyval, 0, action, NULL);
}

static void
add_zoom_keys (GtkWidgetClass *klass, guint keyval, double factor)
{
  gtk_widget_class_add_binding_action (klass, keyval, 0, "map.zoom", "d", factor);
  gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK, "map.zoom", "d", factor);
}

static void
add_arrow_keys (GtkWidgetClass *klass, guint keyval, double dx, double dy)
{
  gtk_widget_class_add_binding_action (klass, keyval, 0, "map.select-neighbour", "(dd)", dx, dy);
  gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK, "map.pan", "(dd)", dx, dy);
  gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK | GDK_CONTROL_MASK, "map.pan",
                                       "(dd)", 4 * dx, 4 * dy);
}

static void
add_page_keys (GtkWidgetClass *klass, guint keyval, double by)
{
  gtk_widget_class_add_binding_action (klass, keyval, 0, "map.page", "(dd)", 0.0, by);
  gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK, "map.page", "(dd)", by, 0.0);
}

/* Installs the actions of the class and its keys. */
void
ka_map_view_install_actions (GtkWidgetClass *klass)
{
  static const guint zoom_in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint zoom_out[] = { GDK_KEY_minus, GDK_KEY_underscore, GDK_KEY_KP_Subtract };
  static const struct
  {
    guint  keyvals[2];
    double dx;
    double dy;
  } arrows[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
  };

  gtk_widget_class_install_action (klass, "map.zoom", "d", zoom_action);
  gtk_widget_class_install_action (klass, "map.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "map.fit-selection", NULL, fit_selection_action);
  gtk_widget_class_install_action (klass, "map.pan", "(dd)", pan_action);
  gtk_widget_class_install_action (klass, "map.page", "(dd)", pan_action);
  gtk_widget_class_install_action (klass, "map.select-neighbour", "(dd)", select_neighbour_action);

  for (gsize i = 0; i < G_N_ELEMENTS (zoom_in); i++)
    add_zoom_keys (klass, zoom_in[i], KEY_ZOOM_FACTOR);
  for (gsize i = 0; i < G_N_ELEMENTS (zoom_out); i++)
    add_zoom_keys (klass, zoom_out[i], 1 / KEY_ZOOM_FACTOR);
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (arrows[i].keyvals); j++)
      add_arrow_keys (klass, arrows[i].keyvals[j], arrows[i].dx, arrows[i].dy);
  add_page_keys (klass, GDK_KEY_Page_Up, -1);
  add_page_keys (klass, GDK_KEY_Page_Down, 1);
  /* A menu shows the key that was added last. */
  add_key (klass, GDK_KEY_KP_0, "map.fit");
  add_key (klass, GDK_KEY_0, "map.fit");
  add_key (klass, GDK_KEY_f, "map.fit-selection");
  add_key (klass, GDK_KEY_Return, "win.read");
  add_key (klass, GDK_KEY_KP_Enter, "win.read");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_period, 0, "win.step-change", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_comma, 0, "win.step-change", "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, cancel_cb, NULL);
}
