/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"

G_BEGIN_DECLS

/** KaWidgetVisitor: is called for a widget of a tree */
typedef void (*KaWidgetVisitor) (GtkWidget *widget, gpointer data);

KaSession    *ka_app_test_create_session (void) G_GNUC_WARN_UNUSED_RESULT;
const KaItem *ka_app_test_get_item (KaSession *session, const char *reference);
void          ka_app_test_visit (GtkWidget *root, KaWidgetVisitor visitor, gpointer data);
GtkWidget    *ka_app_test_find (GtkWidget *root, GType type);
char         *ka_app_test_dup_text (GtkWidget *root) G_GNUC_WARN_UNUSED_RESULT;
void          ka_app_test_iterate (int milliseconds);
long          ka_app_test_measure_kb (void);

G_END_DECLS
