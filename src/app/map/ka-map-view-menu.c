/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu of the map view: everything that is at a point, and what can be done there.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-map-levels.h"
#include "ka-projection.h"

/* The kinds of things as they stand before their names. */
static const char *const kind_labels[KA_N_ITEM_KINDS] = {
  [KA_ITEM_REGION] = "Region", [KA_ITEM_FRONTIER] = "Line", [KA_ITEM_PLACE] = "Place",
  [KA_ITEM_POLITY] = "State",  [KA_ITEM_AREA] = "Area",
};

/* Where the menu is asked for without a pointer: at what is selected, else in the middle. */
static KaPoint
get_key_point (KaMapView *self)
{
  const KaItem *selection = ka_session_get_selection (self->session);
  KaPoint       middle = { self->viewport.width / 2, self->viewport.height / 2 };
  KaPoint       at;
  KaBox         box;

  if (selection == NULL || !ka_map_scene_get_bounds_of (self->scene, selection,
                                                        ka_session_get_day (self->session), &box))
    return middle;

  at = ka_viewport_to_user (&self->viewport,
                            (KaPoint){ (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 });

  return at.x > 0 && at.y > 0 && at.x < self->viewport.width && at.y < self->viewport.height
           ? at
           : middle;
}

static GMenuModel *
create_here_section (KaMapView *self, KaPoint at)
{
  KaViewState state = ka_session_get_state (self->session);
  KaMapHit    hit = ka_map_scene_pick (self->scene, &state, &self->viewport, at);
  g_autoptr (GPtrArray)
    items = ka_map_levels_list_here (ka_session_get_atlas (self->session), &hit, state.day);
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const KaItem    *item = items->pdata[i];
      const char      *title = ka_item_get_title (item, state.day, state.language);
      const char      *kind = kind_labels[item->kind];
      g_autofree char *reference = ka_item_dup_reference (item);
      g_autofree char *text = g_strdup_printf ("%s: %s", kind != NULL ? kind : "Item", title);
      g_auto (GStrv) parts = g_strsplit (text, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (entry, "map.select", "s", reference);
      g_menu_append_item (section, entry);
    }

  return G_MENU_MODEL (section);
}

static GMenuModel *
create_model (KaMapView *self, KaPoint at)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) here = create_here_section (self, at);
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) take = g_menu_new ();

  if (g_menu_model_get_n_items (here) > 0)
    g_menu_append_section (menu, "What Is Here", here);
  g_menu_append (view, "Centre Here", "map.centre-here");
  g_menu_append (view, "Fit Selection", "map.fit-selection");
  g_menu_append (view, "Whole Map", "map.fit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append (take, "Copy Coordinates", "map.copy-coordinates");
  g_menu_append (take, "Compare with This Day", "win.pin-day");
  g_menu_append (take, "Export Map", "win.export::map");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (take));

  return G_MENU_MODEL (menu);
}

/* Opens the menu of a point in user units. */
void
ka_map_view_open_menu (KaMapView *self, KaPoint at)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GMenuModel) model = NULL;

  if (!ka_map_view_has_size (self))
    return;

  ka_map_view_stop (self);
  self->menu_at = at;
  model = create_model (self, at);
  gtk_widget_action_set_enabled (widget, "map.fit-selection",
                                 ka_session_get_selection (self->session) != NULL);
  ka_canvas_open_menu (
    widget, &self->menu, model, "What is here",
    &(GdkRectangle){ (int) (at.x * self->unit), (int) (at.y * self->unit), 1, 1 });
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);

  if (ka_map_view_has_size (self))
    ka_map_view_open_menu (self, get_key_point (self));
}

static void
select_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView    *self = KA_MAP_VIEW (widget);
  const KaItem *item = ka_atlas_lookup_reference (ka_session_get_atlas (self->session),
                                                  g_variant_get_string (parameter, NULL));

  if (item != NULL)
    ka_session_select (self->session, item);
}

static void
centre_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  KaViewport moved = self->viewport;

  moved.centre_km = ka_viewport_to_km (&self->viewport, self->menu_at);
  ka_map_view_fly_to (self, &moved);
}

/* Latitude before longitude, as people write them: 39.2089° N, 45.4122° E. */
static void
copy_coordinates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView       *self = KA_MAP_VIEW (widget);
  KaPoint          km = ka_viewport_to_km (&self->viewport, self->menu_at);
  KaPoint          degrees = ka_projection_inverse (km);
  g_autofree char *text = g_strdup_printf ("%.4f° %s, %.4f° %s", fabs (degrees.y),
                                           degrees.y < 0 ? "S" : "N", fabs (degrees.x),
                                           degrees.x < 0 ? "W" : "E");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* Installs the actions that the menu is made of, and the keys that open it. */
void
ka_map_view_install_menu (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "map.select", "s", select_action);
  gtk_widget_class_install_action (klass, "map.centre-here", NULL, centre_action);
  gtk_widget_class_install_action (klass, "map.copy-coordinates", NULL, copy_coordinates_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "map.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "map.menu", NULL);
}
