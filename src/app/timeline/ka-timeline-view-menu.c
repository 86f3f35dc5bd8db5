/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The context menu of the timeline: what to show of it, and how its lanes are grouped.
 */

#include "config.h"

#include "ka-timeline-view-private.h"

#include "ka-canvas.h"

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

/* Opens the menu at a point in pixels. */
void
ka_timeline_view_open_menu (KaTimelineView *self, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->session == NULL)
    return;

  ka_player_set_is_playing (self->player, FALSE);
  ka_timeline_view_stop_motion (self);
  model = create_model (self);
  ka_canvas_open_menu (GTK_WIDGET (self), &self->menu, model, "Timeline",
                       &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}
