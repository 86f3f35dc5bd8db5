/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map for those who hear it: what it is called, what is told of what is selected, and a way
 * through everything in view that needs no eyes. GTK before 4.10 knows no accessible objects but
 * widgets, so that the map tells of its parts itself: a screen reader says the description of what
 * has the keyboard whenever it changes.
 */

#include "config.h"

#include "ka-map-view-private.h"

#include "ka-map-levels.h"

static gboolean
is_in_view (KaMapView *self, const KaItem *item)
{
  KaBox seen = ka_viewport_get_box (&self->viewport);
  KaBox box;

  return ka_map_scene_get_bounds_of (self->scene, item, ka_session_get_day (self->session), &box) &&
         box.x0 < seen.x1 && box.x1 > seen.x0 && box.y0 < seen.y1 && box.y1 > seen.y0;
}

/* The regions in view and then the lines of the day, in the order of the atlas: that of the heroes
 * first. */
static GPtrArray *
list_things (KaMapView *self)
{
  KaAtlas      *atlas = ka_session_get_atlas (self->session);
  const KaList *regions = ka_atlas_get_items (atlas, KA_ITEM_REGION);
  const KaList *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  KaDay         day = ka_session_get_day (self->session);
  GPtrArray    *things = g_ptr_array_new ();

  for (gsize i = 0; i < regions->n_items; i++)
    if (is_in_view (self, regions->items[i]))
      g_ptr_array_add (things, regions->items[i]);
  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];

      if (ka_span_has (frontier->span, day) && is_in_view (self, KA_ITEM (frontier)))
        g_ptr_array_add (things, frontiers->items[i]);
    }

  return things;
}

/* “Nakhichevan. Held by … Treaty of … 3 of 17.” */
static char *
describe_selection (KaMapView *self)
{
  KaViewState state = ka_session_get_state (self->session);
  g_autoptr (GPtrArray) things = NULL;
  g_autofree char *text = NULL;
  guint            number;

  if (state.selection == NULL)
    return g_strdup ("");

  text = ka_map_levels_tell (state.selection, state.day, state.language);
  if (state.step > 0)
    return g_strdup_printf ("Selected: %s. Step %u: %s", text, state.step,
                            ((const KaArticle *) state.selection)->points[state.step - 1].name);
  if (!ka_map_view_has_size (self))
    return g_strdup_printf ("Selected: %s", text);

  things = list_things (self);
  if (!g_ptr_array_find (things, state.selection, &number))
    return g_strdup_printf ("Selected: %s", text);

  return g_strdup_printf ("Selected: %s. %u of %u in view", text, number + 1, things->len);
}

/* Tells what is shown and what is selected. */
void
ka_map_view_update_words (KaMapView *self)
{
  g_autofree char *day = ka_day_to_words (ka_session_get_day (self->session),
                                          ka_session_get_language (self->session));
  g_autofree char *label = g_strdup_printf ("Map of the Caucasus borders, %s", day);
  g_autofree char *description = describe_selection (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* Goes to the next thing in view, or the one before, round and round. */
static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaMapView *self = KA_MAP_VIEW (widget);
  int        direction = g_variant_get_int32 (parameter);
  g_autoptr (GPtrArray) things = NULL;
  guint number;

  if (!ka_map_view_has_size (self))
    return;

  things = list_things (self);
  if (things->len == 0)
    return;

  if (!g_ptr_array_find (things, ka_session_get_selection (self->session), &number))
    number = direction > 0 ? things->len - 1 : 0;
  number = (number + things->len + (guint) direction) % things->len;
  ka_session_select (self->session, things->pdata[number]);
}

/* Installs the way through everything, and its keys. */
void
ka_map_view_install_words (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keyval;
    int   direction;
  } keys[] = {
    { GDK_KEY_Right, 1 },
    { GDK_KEY_KP_Right, 1 },
    { GDK_KEY_Left, -1 },
    { GDK_KEY_KP_Left, -1 },
  };

  gtk_widget_class_install_action (klass, "map.step", "i", step_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, GDK_CONTROL_MASK, "map.step", "i",
                                         keys[i].direction);
}
