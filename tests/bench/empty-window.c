/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The floor of a start: a window with nothing in it, of the size that the atlas opens with. Prints
 * the milliseconds from the start of main to the first frame and quits, as kars-atlas
 * --first-frame does.
 */

#include "config.h"

#include <gtk/gtk.h>

static void
first_frame_cb (GdkFrameClock *clock, const gint64 *start_us)
{
  g_print ("%" G_GINT64_FORMAT "\n", (g_get_monotonic_time () - *start_us) / 1000);
  g_application_quit (g_application_get_default ());
}

static void
activate_cb (GtkApplication *application, gint64 *start_us)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint",
                          G_CALLBACK (first_frame_cb), start_us);
}

int
main (int argc, char **argv)
{
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &start_us);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
