/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-app-test.h"
#include "ka-window.h"

G_BEGIN_DECLS

GtkWidget *ka_window_test_open (KaSession *session);
void       ka_window_test_close (GtkWidget *window);
void       ka_window_test_open_link (GtkWidget *window, const char *link);
char      *ka_window_test_copy_link (GtkWidget *window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
