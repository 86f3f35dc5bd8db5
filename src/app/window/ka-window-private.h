/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-connector-layer.h"
#include "ka-event-list.h"
#include "ka-map-view.h"
#include "ka-reading-pane.h"
#include "ka-style.h"
#include "ka-time-bar.h"
#include "ka-timeline-view.h"
#include "ka-toast.h"
#include "ka-window.h"

G_BEGIN_DECLS

struct _KaWindow
{
  GtkApplicationWindow parent_instance;

  /* Template children */
  GtkLabel         *title_label;
  GtkLabel         *subtitle_label;
  GtkToggleButton  *list_button;
  KaEventList      *event_list;
  KaMapView        *map_view;
  KaReadingPane    *reading_pane;
  KaTimelineView   *timeline_view;
  KaTimeBar        *time_bar;
  KaToast          *toast;
  KaConnectorLayer *connector_layer;
  GtkMenuButton    *layers_button;
  GtkWidget        *map_controls;
  GtkWidget        *compare_chip;
  GtkLabel         *compare_label;
  GMenu            *theme_menu;
  GtkPaned         *dividers[3]; /* right of the list, left of the pane, above the timeline */

  /* Owned */
  KaSession    *session;
  KaSettings   *settings; /* (nullable): where its state is kept */
  KaStyle      *style;
  GCancellable *cancellable;

  KaTimelineStage *stage; /* Borrowed from the timeline view */

  const KaTheme *theme;
  guint          update_source;
  guint          range_source;
  gboolean       has_single_keys;
  gboolean       is_narrow;  /* too narrow for the list to stand open by itself */
  gboolean       was_narrow; /* and whether that has been acted upon */
};

void ka_window_install_actions (GtkWidgetClass *widget_class);
void ka_window_update_actions (KaWindow *self);
void ka_window_set_up_look (KaWindow *self);
void ka_window_set_up_keys (KaWindow *self);
void ka_window_keep (KaWindow *self);

G_END_DECLS
