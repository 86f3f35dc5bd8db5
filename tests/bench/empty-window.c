/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The floor of a start: a window with nothing in it, of the size that the atlas opens with. Prints
 * the milliseconds from the start of the process to the first frame and quits, as kars-atlas
 * --first-frame does.
 */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>
#include <unistd.h>

/* The start of the process in clock ticks after boot is field 22 of /proc/self/stat, proc(5). */
static gint64
get_age_ms (void)
{
  g_autofree char *stat = NULL;
  g_autofree char *uptime = NULL;
  g_auto (GStrv) fields = NULL;
  double start_s;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL) ||
      !g_file_get_contents ("/proc/uptime", &uptime, NULL, NULL))
    return -1;

  fields = g_strsplit (strrchr (stat, ')') + 2, " ", 0);
  start_s = g_ascii_strtod (fields[19], NULL) / (double) sysconf (_SC_CLK_TCK);

  return (gint64) ((g_ascii_strtod (uptime, NULL) - start_s) * 1000.0);
}

static void
first_frame_cb (GdkFrameClock *clock, GApplication *application)
{
  g_print ("%" G_GINT64_FORMAT "\n", get_age_ms ());
  g_application_quit (application);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint",
                          G_CALLBACK (first_frame_cb), application);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
