/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu of the timeline: what to show of it, and how its lanes are grouped.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

static GMenuModel *
create_model (KaTimelineView *self)
{
  const KaGrouping grouping = ka_session_get_state (self->session).grouping;
  GMenu           *menu = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();
  g_autoptr (GMenu) folds = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  g_menu_append (view, "Centre Selection", "timeline.centre");
  g_menu_append (view, "Fit Selection", "timeline.fit-selection");
  g_menu_append (view, "All Time", "timeline.fit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append (groups, "Nothing", "time.grouping::none");
  g_menu_append (groups, "Category", "time.grouping::category");
  g_menu_append (groups, "Region", "time.grouping::region");
  g_menu_append_section (menu, "Group By", G_MENU_MODEL (groups));
  if (grouping != KA_GROUPING_NONE)
    {
      g_menu_append (folds, "Fold All Groups", "timeline.fold-all(true)");
      g_menu_append (folds, "Unfold All Groups", "timeline.fold-all(false)");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (folds));
    }
  g_menu_append (rest, "Old Style Dates", "time.old-style");
  g_menu_append (rest, "Export Timeline", "win.export::timeline");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  return G_MENU_MODEL (menu);
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

/* An entry's action runs after the menu has closed, so it goes a little later. */
static void
closed_cb (KaTimelineView *self)
{
  GtkWidget *menu = g_steal_pointer (&self->menu);

  if (menu != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (menu), g_object_unref);
}

/* Opens the menu at a point in pixels. */
void
ka_timeline_view_open_menu (KaTimelineView *self, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->session == NULL)
    return;

  ka_player_set_is_playing (self->player, FALSE);
  ka_timeline_view_stop_motion (self);
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  model = create_model (self);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "Timeline", -1);
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
