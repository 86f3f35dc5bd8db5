/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prints a picture through the dialog of the desktop: one page, as large as the paper between its
 * margins.
 */

#include "config.h"

#include "ka-export-print.h"

#define POINTS_PER_USER_UNIT 0.75

/* What is printed. */
typedef struct
{
  KaSnapshot    *shown; /* Owned */
  KaExportChoice choice;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *self = data;

  ka_snapshot_free (self->shown);
  g_free (self);
}

static gpointer
paint (const KaExport *export, gpointer data, GError **error)
{
  GtkPrintContext *paper = data;
  cairo_t         *cr = gtk_print_context_get_cairo_context (paper);
  KaPage           page = *export->page;

  page.width = gtk_print_context_get_width (paper) / POINTS_PER_USER_UNIT;
  page.height = gtk_print_context_get_height (paper) / POINTS_PER_USER_UNIT;
  cairo_save (cr);
  cairo_scale (cr, POINTS_PER_USER_UNIT, POINTS_PER_USER_UNIT);
  ka_page_paint (cr, export->scene, export->state, export->theme, &page);
  cairo_restore (cr);

  return paper;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, gpointer data)
{
  const Job *self = data;

  ka_snapshot_draw (self->shown, &self->choice, paint, context, NULL);
}

static GtkPrintOperation *
create_operation (const KaSnapshot *shown, const KaExportChoice *choice)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *name = ka_snapshot_dup_name (shown, choice);
  Job             *job = g_new0 (Job, 1);

  job->shown = ka_snapshot_copy (shown);
  job->choice = ka_export_choice_for_paper (choice, shown->theme);
  gtk_page_setup_set_orientation (setup, choice->is_upright ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                            : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job, job_free,
                         G_CONNECT_DEFAULT);

  return operation;
}

/* Lets a file dialog go with the print dialog below it. GTK lets it live on, and its answer then
 * writes to the freed option of the print dialog. */
static void
notify_transient_for_cb (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent != NULL && g_str_equal (G_OBJECT_TYPE_NAME (parent), "GtkPrintUnixDialog"))
    gtk_window_set_destroy_with_parent (window, TRUE);
}

static void
windows_changed_cb (GListModel *windows, guint position, guint n_removed, guint n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "notify::transient-for", G_CALLBACK (notify_transient_for_cb),
                        NULL);
    }
}

gboolean
ka_export_print (const KaSnapshot     *shown,
                 const KaExportChoice *choice,
                 GtkWindow            *parent,
                 const char           *path,
                 GError              **error)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (shown, choice);

  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  else
    g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                             G_CALLBACK (windows_changed_cb), operation, G_CONNECT_DEFAULT);
  gtk_print_operation_set_allow_async (operation, path == NULL);

  return gtk_print_operation_run (operation,
                                  path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                               : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  parent, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
