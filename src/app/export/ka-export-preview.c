/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows what an export will look like. One picture is drawn at a time; what changes meanwhile is
 * drawn after it, in its last state only.
 */

#include "config.h"

#include "ka-export-preview.h"

#include "ka-cairo-auto.h"
#include "ka-picture-provider.h"
#include "ka-reading-describe.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sides of the picture in logical pixels; it is shown smaller where there is less room. */
#define PICTURE_PX 720.0
#define MIN_PX     120

struct _KaExportPreview
{
  GtkWidget parent_instance;

  /* Owned */
  GtkPicture   *picture;
  KaSnapshot   *shown; /* (nullable) */
  GCancellable *cancellable;

  KaExportChoice choice;
  gboolean       is_drawing;
  gboolean       is_stale; /* the choice changed since the drawing began */
};

G_DEFINE_FINAL_TYPE (KaExportPreview, ka_export_preview, GTK_TYPE_WIDGET)

/* What the thread works on. */
typedef struct
{
  KaSnapshot    *shown; /* Owned */
  KaExportChoice choice;
  double         device_scale;
} Job;

static void
job_free (Job *self)
{
  ka_snapshot_free (self->shown);
  g_free (self);
}

static gpointer
draw (const KaExport *export, gpointer data, GError **error)
{
  const KaPage *page = export->page;
  const Job    *job = data;
  const double  scale = PICTURE_PX * job->device_scale / MAX (page->width, page->height);
  const int     width = MAX ((int) round (page->width * scale), 1);
  const int     height = MAX ((int) round (page->height * scale), 1);
  g_autoptr (cairo_surface_t)
    surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, scale, scale);
  ka_page_paint (cr, export->scene, export->state, export->theme, page);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, ka_snapshot_draw (job->shown, &job->choice, draw, job, NULL),
                         g_object_unref);
}

static void start (KaExportPreview *self);

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaExportPreview *self = KA_EXPORT_PREVIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPaintable) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture == NULL)
    return;

  self->is_drawing = FALSE;
  gtk_picture_set_paintable (self->picture, texture);
  if (self->is_stale)
    start (self);
}

static void
start (KaExportPreview *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->shown = ka_snapshot_copy (self->shown);
  job->choice = self->choice;
  job->device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  self->is_drawing = TRUE;
  self->is_stale = FALSE;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static GdkContentProvider *
prepare_drag_cb (KaExportPreview *self, double x, double y, GtkDragSource *source)
{
  GdkPaintable *paintable = gtk_picture_get_paintable (self->picture);

  if (self->shown == NULL || paintable == NULL)
    return NULL;

  gtk_drag_source_set_icon (source, paintable, 0, 0);

  return ka_picture_provider_new (self->shown, &self->choice);
}

static void
ka_export_preview_dispose (GObject *object)
{
  KaExportPreview *self = KA_EXPORT_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, ka_snapshot_free);
  if (self->picture != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->picture));
  self->picture = NULL;

  G_OBJECT_CLASS (ka_export_preview_parent_class)->dispose (object);
}

static void
ka_export_preview_class_init (KaExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_export_preview_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "preview");
}

static void
ka_export_preview_init (KaExportPreview *self)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  self->cancellable = g_cancellable_new ();
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), MIN_PX, MIN_PX);
  gtk_widget_set_parent (GTK_WIDGET (self->picture), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview"), -1);
  g_signal_connect_swapped (drag, "prepare", G_CALLBACK (prepare_drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
ka_export_preview_show (KaExportPreview      *self,
                        const KaSnapshot     *shown,
                        const KaExportChoice *choice)
{
  g_autofree char *words = ka_reading_describe_day (ka_map_scene_get_atlas (shown->scene),
                                                    shown->state.day, shown->state.language);
  KaSnapshot      *copy = ka_snapshot_copy (shown);

  g_clear_pointer (&self->shown, ka_snapshot_free);
  self->shown = copy;
  self->choice = *choice;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  self->is_stale = TRUE;
  if (!self->is_drawing)
    start (self);
}

GdkPaintable *
ka_export_preview_get_picture (KaExportPreview *self)
{
  return gtk_picture_get_paintable (self->picture);
}
