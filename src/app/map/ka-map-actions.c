/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Actions and keys of the map view, and its context menu: what is at a point, and what can be done
 * there. Pointer and touch are in ka-map-input.c.
 */

#include "config.h"

#include "ka-map-actions.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ka-canvas.h"
#include "ka-map-levels.h"
#include "ka-map-speech.h"
#include "ka-map-step.h"
#include "ka-projection.h"

#define KEY_PAN_PX      25.0
#define KEY_ZOOM_FACTOR 1.4142135623730951
/* Page Up and Page Down move by this part of the view. */
#define PAGE_PART 0.8
/* How near the edge of the view something may be and still count as seen, and how much stays free
 * round it when the view goes there: in user units. */
#define SEEN_MARGIN_PX 12.0
#define FREE_MARGIN_PX 80.0

struct _KaMapActions
{
  /* Borrowed */
  GtkWidget   *widget;
  KaSession   *session;
  KaMapScene  *scene;
  KaMapCamera *camera;

  /* Owned */
  GSimpleActionGroup *group;
  GtkWidget          *menu; /* (nullable): while it is open */

  KaPoint menu_at; /* where it was asked for, in user units */
};

/* Camera */

static void
zoom_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions *self = data;
  KaViewport    target = ka_map_camera_get_target (self->camera);

  ka_map_camera_zoom_at (self->camera, (KaPoint){ target.width / 2, target.height / 2 },
                         g_variant_get_double (parameter), ka_canvas_is_animated (self->widget));
}

static void
fit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions *self = data;
  KaViewport    home = ka_map_camera_get_home (self->camera);

  ka_map_camera_fly_to (self->camera, &home, ka_canvas_is_animated (self->widget));
}

static void
fit_selection_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ka_map_actions_show_selection (data, TRUE);
}

static void
pan_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions *self = data;
  KaViewport    viewport = ka_map_camera_get_viewport (self->camera);
  gboolean      is_page = g_str_equal (g_action_get_name (G_ACTION (action)), "page");
  double        dx;
  double        dy;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  dx *= is_page ? PAGE_PART * viewport.width : KEY_PAN_PX;
  dy *= is_page ? PAGE_PART * viewport.height : KEY_PAN_PX;
  ka_map_camera_pan (self->camera, -dx, -dy, ka_canvas_is_animated (self->widget));
}

static gboolean
get_selected_box (KaMapActions *self, KaBox *box)
{
  KaViewState state = ka_session_get_state (self->session);

  if (state.selection == NULL)
    return FALSE;
  if (state.step > 0 && ka_map_step_get_bounds (self->scene, state.selection, state.step, box))
    return TRUE;

  return ka_map_scene_get_bounds_of (self->scene, state.selection, state.day, box);
}

void
ka_map_actions_show_selection (KaMapActions *self, gboolean even_if_seen)
{
  KaViewport target = ka_map_camera_get_target (self->camera);
  KaBox      seen;
  KaBox      box;

  if (!ka_map_camera_has_size (self->camera) || !get_selected_box (self, &box))
    return;

  seen = ka_map_camera_get_free_box (self->camera, SEEN_MARGIN_PX);
  if (even_if_seen || !ka_box_meets (box, seen))
    ka_map_camera_fit (self->camera, box, FREE_MARGIN_PX, even_if_seen ? G_MAXDOUBLE : target.scale,
                       ka_canvas_is_animated (self->widget));
}

void
ka_map_actions_uncover_selection (KaMapActions *self)
{
  KaBox box;

  if (ka_map_camera_has_size (self->camera) && get_selected_box (self, &box))
    ka_map_camera_reveal (self->camera, box, FREE_MARGIN_PX, ka_canvas_is_animated (self->widget));
}

/* Selection */

/* The middle of an item of the day, in user units */
static gboolean
get_centre (KaMapActions *self, const KaItem *item, KaPoint *user)
{
  KaViewport viewport = ka_map_camera_get_viewport (self->camera);
  KaBox      box;

  if (item == NULL ||
      !ka_map_scene_get_bounds_of (self->scene, item, ka_session_get_day (self->session), &box))
    return FALSE;

  *user = ka_viewport_to_user (&viewport,
                               (KaPoint){ (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 });

  return TRUE;
}

/* Selects the region whose middle is nearest within 45 degrees of the direction. */
static void
select_neighbour_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions *self = data;
  KaViewport    viewport = ka_map_camera_get_viewport (self->camera);
  const KaItem *selection = ka_session_get_selection (self->session);
  const KaList *regions = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_REGION);
  const KaItem *best = NULL;
  double        best_distance = G_MAXDOUBLE;
  KaPoint       from;
  double        dx;
  double        dy;

  if (!ka_map_camera_has_size (self->camera))
    return;

  g_variant_get (parameter, "(dd)", &dx, &dy);
  if (!get_centre (self, selection, &from))
    from = (KaPoint){ viewport.width / 2, viewport.height / 2 };
  for (gsize i = 0; i < regions->n_items; i++)
    {
      KaPoint to;
      double  along;
      double  across;

      if (regions->items[i] == selection || !get_centre (self, regions->items[i], &to))
        continue;
      along = (to.x - from.x) * dx + (to.y - from.y) * dy;
      across = fabs ((to.x - from.x) * dy - (to.y - from.y) * dx);
      if (along <= 0 || across > along || along + across >= best_distance)
        continue;
      best = regions->items[i];
      best_distance = along + across;
    }

  if (best != NULL)
    ka_session_select (self->session, best);
}

/* Selects the next item in view, or the previous one, in a ring. */
static void
step_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions *self = data;
  KaViewport    viewport = ka_map_camera_get_viewport (self->camera);
  int           direction = g_variant_get_int32 (parameter);
  g_autoptr (GPtrArray) items = NULL;
  guint number;

  if (!ka_map_camera_has_size (self->camera))
    return;

  items = ka_map_speech_list (self->scene, ka_session_get_day (self->session), &viewport);
  if (items->len == 0)
    return;

  if (!g_ptr_array_find (items, ka_session_get_selection (self->session), &number))
    number = direction > 0 ? items->len - 1 : 0;
  number = (number + items->len + (guint) direction) % items->len;
  ka_session_select (self->session, items->pdata[number]);
}

/* Selects what a reference such as “region:kars” names. */
static void
select_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions *self = data;
  const KaItem *item = ka_atlas_lookup_reference (ka_session_get_atlas (self->session),
                                                  g_variant_get_string (parameter, NULL));

  if (item != NULL)
    ka_session_select (self->session, item);
}

/* Menu */

/* The entry of an item: its kind and its name */
static char *
describe_item (const KaItem *item, const KaViewState *state)
{
  static const char *const labels[KA_N_ITEM_KINDS] = {
    /* Translators: entries of a menu; %s is the name of the thing. */
    [KA_ITEM_REGION] = N_ ("Region: %s"), [KA_ITEM_FRONTIER] = N_ ("Line: %s"),
    [KA_ITEM_PLACE] = N_ ("Place: %s"),   [KA_ITEM_POLITY] = N_ ("State: %s"),
    [KA_ITEM_AREA] = N_ ("Area: %s"),
  };
  const char *label = labels[item->kind] != NULL ? labels[item->kind] : N_ ("Item: %s");
  g_auto (GStrv) parts = g_strsplit (_ (label), "%s", 2);
  g_autofree char *text = g_strjoin (ka_item_get_title (item, state->day, state->language),
                                     parts[0], parts[1], NULL);
  g_auto (GStrv) pieces = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", pieces);
}

static GMenuModel *
create_here_section (KaMapActions *self, KaPoint at, KaDay day)
{
  KaViewState state = ka_session_get_state (self->session);
  KaViewport  viewport = ka_map_camera_get_viewport (self->camera);
  GMenu      *section = g_menu_new ();
  KaMapHit    hit;
  g_autoptr (GPtrArray) items = NULL;

  state.day = day;
  hit = ka_map_scene_pick (self->scene, &state, &viewport, at);
  items = ka_map_levels_list_here (ka_session_get_atlas (self->session), &hit, day);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *reference = ka_item_dup_reference (items->pdata[i]);
      g_autofree char *label = describe_item (items->pdata[i], &state);
      g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (entry, "map.select", "s", reference);
      g_menu_append_item (section, entry);
    }

  return G_MENU_MODEL (section);
}

static GMenuModel *
create_model (KaMapActions *self, KaPoint at, KaDay day)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) here = create_here_section (self, at, day);
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) take = g_menu_new ();

  if (g_menu_model_get_n_items (here) > 0)
    g_menu_append_section (menu, _ ("What Is Here"), here);
  g_menu_append (view, _ ("Centre Here"), "map.centre-here");
  g_menu_append (view, _ ("Fit Selection"), "map.fit-selection");
  g_menu_append (view, _ ("Whole Map"), "map.fit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append (take, _ ("Copy Coordinates"), "map.copy-coordinates");
  g_menu_append (take, _ ("Compare with This Day"), "win.pin-day");
  g_menu_append (take, _ ("Export Map"), "win.export::map");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (take));

  return G_MENU_MODEL (menu);
}

void
ka_map_actions_open_menu (KaMapActions *self, KaPoint at, KaDay day)
{
  g_autoptr (GMenuModel) model = NULL;
  double unit = ka_canvas_get_unit (self->widget);

  if (!ka_map_camera_has_size (self->camera))
    return;

  ka_map_camera_stop (self->camera);
  self->menu_at = at;
  model = create_model (self, at, day);
  ka_canvas_open_menu (self->widget, &self->menu, model, _ ("What is here"),
                       &(GdkRectangle){ (int) (at.x * unit), (int) (at.y * unit), 1, 1 });
}

GtkWidget *
ka_map_actions_get_menu (KaMapActions *self)
{
  return self->menu;
}

/* Opens the menu at the selection, or else in the middle. */
static void
menu_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions *self = data;
  KaViewport    viewport = ka_map_camera_get_viewport (self->camera);
  KaPoint       at;

  if (!get_centre (self, ka_session_get_selection (self->session), &at) ||
      !ka_box_has ((KaBox){ 0, 0, viewport.width, viewport.height }, at))
    at = (KaPoint){ viewport.width / 2, viewport.height / 2 };
  ka_map_actions_open_menu (self, at, ka_session_get_day (self->session));
}

static void
centre_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions *self = data;
  KaViewport    moved = ka_map_camera_get_viewport (self->camera);

  moved.centre_km = ka_viewport_to_km (&moved, self->menu_at);
  ka_map_camera_fly_to (self->camera, &moved, ka_canvas_is_animated (self->widget));
}

/* Latitude before longitude, as people write them */
static void
copy_coordinates_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaMapActions    *self = data;
  KaViewport       viewport = ka_map_camera_get_viewport (self->camera);
  KaPoint          degrees = ka_projection_inverse (ka_map_scene_get_projection (self->scene),
                                                    ka_viewport_to_km (&viewport, self->menu_at));
  g_autofree char *text = g_strdup_printf (
    "%.4f° %s, %.4f° %s", fabs (degrees.y),
    degrees.y < 0 ? C_ ("latitude", "S") : C_ ("latitude", "N"), fabs (degrees.x),
    degrees.x < 0 ? C_ ("longitude", "W") : C_ ("longitude", "E"));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->widget), text);
}

/* The object */

static void
selection_changed_cb (KaSession *session, GParamSpec *pspec, GSimpleAction *fit_selection)
{
  g_simple_action_set_enabled (fit_selection, ka_session_get_selection (session) != NULL);
}

KaMapActions *
ka_map_actions_new (GtkWidget *widget, KaSession *session, KaMapScene *scene, KaMapCamera *camera)
{
  static const GActionEntry entries[] = {
    { "zoom", zoom_action, "d" },
    { "fit", fit_action },
    { "fit-selection", fit_selection_action },
    { "pan", pan_action, "(dd)" },
    { "page", pan_action, "(dd)" },
    { "select-neighbour", select_neighbour_action, "(dd)" },
    { "step", step_action, "i" },
    { "select", select_action, "s" },
    { "menu", menu_action },
    { "centre-here", centre_action },
    { "copy-coordinates", copy_coordinates_action },
  };
  KaMapActions *self = g_new0 (KaMapActions, 1);
  GAction      *fit_selection;

  self->widget = widget;
  self->session = session;
  self->scene = scene;
  self->camera = camera;
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  fit_selection = g_action_map_lookup_action (G_ACTION_MAP (self->group), "fit-selection");
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed_cb),
                           fit_selection, 0);
  selection_changed_cb (session, NULL, G_SIMPLE_ACTION (fit_selection));
  gtk_widget_insert_action_group (widget, "map", G_ACTION_GROUP (self->group));

  return self;
}

void
ka_map_actions_free (KaMapActions *self)
{
  gtk_widget_insert_action_group (self->widget, "map", NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_object_unref (self->group);
  g_free (self);
}

/* Keys */

static void
add_arrow_keys (GtkWidgetClass *klass, guint keyval, double dx, double dy)
{
  gtk_widget_class_add_binding_action (klass, keyval, 0, "map.select-neighbour", "(dd)", dx, dy);
  gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK, "map.pan", "(dd)", dx, dy);
  gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK | GDK_CONTROL_MASK, "map.pan",
                                       "(dd)", 4 * dx, 4 * dy);
  if (dx != 0)
    gtk_widget_class_add_binding_action (klass, keyval, GDK_CONTROL_MASK, "map.step", "i",
                                         (int) dx);
}

static void
add_page_keys (GtkWidgetClass *klass, guint keyval, double by)
{
  gtk_widget_class_add_binding_action (klass, keyval, 0, "map.page", "(dd)", 0.0, by);
  gtk_widget_class_add_binding_action (klass, keyval, GDK_SHIFT_MASK, "map.page", "(dd)", by, 0.0);
}

void
ka_map_actions_install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint       keyval;
    const char *action;
  } keys[] = {
    /* A menu shows the key that was added last. */
    { GDK_KEY_KP_0, "map.fit" },        { GDK_KEY_0, "map.fit" },
    { GDK_KEY_f, "map.fit-selection" }, { GDK_KEY_Menu, "map.menu" },
    { GDK_KEY_Return, "win.read" },     { GDK_KEY_KP_Enter, "win.read" },
    { GDK_KEY_l, "map.toggle-legend" },
  };

  ka_canvas_add_zoom_keys (klass, 0, "map.zoom", KEY_ZOOM_FACTOR);
  for (int i = 0; i < 2; i++)
    {
      add_arrow_keys (klass, i == 0 ? GDK_KEY_Left : GDK_KEY_KP_Left, -1, 0);
      add_arrow_keys (klass, i == 0 ? GDK_KEY_Right : GDK_KEY_KP_Right, 1, 0);
      add_arrow_keys (klass, i == 0 ? GDK_KEY_Up : GDK_KEY_KP_Up, 0, -1);
      add_arrow_keys (klass, i == 0 ? GDK_KEY_Down : GDK_KEY_KP_Down, 0, 1);
    }
  add_page_keys (klass, GDK_KEY_Page_Up, -1);
  add_page_keys (klass, GDK_KEY_Page_Down, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, 0, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "map.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_period, 0, "win.step-change", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_comma, 0, "win.step-change", "i", -1);
}
