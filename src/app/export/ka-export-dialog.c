/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dialog of exports. Its form and a #KaExportChoice are the same thing; all pictures are made
 * by the snapshot.
 */

#include "config.h"

#include "ka-export-dialog.h"

#include "ka-export-preview.h"
#include "ka-export-print.h"
#include "ka-file-dialog.h"
#include "ka-picture-provider.h"
#include "ka-snapshot-series.h"

#include <glib/gi18n-lib.h>

#define PULSE_MS 100

/* What a window and its dialog have in common: the classes of a colour scheme. */
static const char *const look_classes[] = { "dark", "contrast" };

/* Switches of the form, and the member of the choice that each has. */
static const struct
{
  const char *label;
  gsize       offset;
} parts[] = {
  { N_ ("Title and text"), G_STRUCT_OFFSET (KaExportChoice, has_title) },
  { N_ ("Legend"), G_STRUCT_OFFSET (KaExportChoice, has_legend) },
  { N_ ("Sources and licence"), G_STRUCT_OFFSET (KaExportChoice, has_footer) },
};

#define N_PARTS G_N_ELEMENTS (parts)

struct _KaExportDialog
{
  GtkWindow parent_instance;

  /* Template children */
  KaExportPreview *preview;
  GtkLabel        *size_label;
  GtkWidget       *progress;
  GtkWidget       *form;
  GtkDropDown     *series;
  GtkDropDown     *view;
  GtkDropDown     *format;
  GtkDropDown     *sheet;
  GtkDropDown     *theme;
  GtkCheckButton  *upright;
  GtkCheckButton  *transparent;
  GtkEditable     *title;
  GtkEditable     *caption;
  GtkWidget       *own_size;
  GtkSpinButton   *width;
  GtkSpinButton   *height;
  GtkBox          *parts;
  GtkCheckButton  *part_switches[N_PARTS];
  GtkCheckButton  *picture_only;

  /* Owned */
  KaSnapshot   *shown;
  GCancellable *cancellable; /* (nullable): of the save under way */

  KaExportChoice choice;
  guint          pulse;
  gboolean       is_filling; /* the form is being filled and tells no change */
};

G_DEFINE_FINAL_TYPE (KaExportDialog, ka_export_dialog, GTK_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The form */

static gboolean *
get_part (KaExportChoice *choice, gsize part)
{
  return &G_STRUCT_MEMBER (gboolean, choice, parts[part].offset);
}

static KaExportChoice
read_form (KaExportDialog *self)
{
  KaExportChoice choice = self->choice;

  choice.series = (KaChoiceSeries) gtk_drop_down_get_selected (self->series);
  choice.view = (KaPageView) gtk_drop_down_get_selected (self->view);
  choice.format = (KaExportFormat) gtk_drop_down_get_selected (self->format);
  choice.size = gtk_drop_down_get_selected (self->sheet);
  choice.theme = (int) gtk_drop_down_get_selected (self->theme) + KA_EXPORT_THEME_OF_WINDOW;
  choice.is_upright = gtk_check_button_get_active (self->upright);
  choice.is_transparent = gtk_check_button_get_active (self->transparent);
  g_strlcpy (choice.title, gtk_editable_get_text (self->title), sizeof choice.title);
  g_strlcpy (choice.caption, gtk_editable_get_text (self->caption), sizeof choice.caption);
  choice.width = gtk_spin_button_get_value_as_int (self->width);
  choice.height = gtk_spin_button_get_value_as_int (self->height);
  for (gsize i = 0; i < N_PARTS; i++)
    *get_part (&choice, i) = gtk_check_button_get_active (self->part_switches[i]);

  return choice;
}

static gboolean
has_parts (KaExportChoice *choice)
{
  for (gsize i = 0; i < N_PARTS; i++)
    if (*get_part (choice, i))
      return TRUE;

  return FALSE;
}

/* Shows what the choice comes to: preview, size or what is wrong with it. */
static void
update (KaExportDialog *self)
{
  const KaExportSize *size = ka_export_choice_get_size (&self->choice);
  double              scale;
  const KaPage        page = ka_export_choice_get_page (&self->choice, &scale);
  g_autoptr (GError) error = NULL;
  const gboolean   is_good = ka_export_check_size (&page, scale, self->choice.format, &error);
  g_autofree char *text = is_good ? ka_export_choice_dup_size_text (&self->choice)
                                  : g_strdup (error->message);

  gtk_widget_set_visible (GTK_WIDGET (self->upright), size != NULL && size->is_paper);
  gtk_widget_set_visible (self->own_size, size == NULL);
  gtk_check_button_set_active (self->picture_only, !has_parts (&self->choice));
  gtk_label_set_text (self->size_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", is_good);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save-as", is_good);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", is_good);
  ka_export_preview_show (self->preview, self->shown, &self->choice);
}

static void
fill_form (KaExportDialog *self)
{
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->series, self->choice.series);
  gtk_drop_down_set_selected (self->view, self->choice.view);
  gtk_drop_down_set_selected (self->format, self->choice.format);
  gtk_drop_down_set_selected (self->sheet, self->choice.size);
  gtk_drop_down_set_selected (self->theme,
                              (guint) (self->choice.theme - KA_EXPORT_THEME_OF_WINDOW));
  gtk_check_button_set_active (self->upright, self->choice.is_upright);
  gtk_check_button_set_active (self->transparent, self->choice.is_transparent);
  gtk_spin_button_set_value (self->width, self->choice.width);
  gtk_spin_button_set_value (self->height, self->choice.height);
  for (gsize i = 0; i < N_PARTS; i++)
    gtk_check_button_set_active (self->part_switches[i], *get_part (&self->choice, i));
  update (self);
  self->is_filling = FALSE;
}

static void
changed_cb (KaExportDialog *self)
{
  if (self->is_filling)
    return;

  self->choice = read_form (self);
  self->choice = ka_export_choice_fit (&self->choice, ka_map_scene_get_atlas (self->shown->scene),
                                       self->shown->state.selection);
  fill_form (self);
}

/* Turns all parts off, or on again. */
static void
picture_only_cb (KaExportDialog *self)
{
  const gboolean is_alone = gtk_check_button_get_active (self->picture_only);

  if (self->is_filling || is_alone == !has_parts (&self->choice))
    return;

  for (gsize i = 0; i < N_PARTS; i++)
    *get_part (&self->choice, i) = !is_alone;
  fill_form (self);
}

static void
fill_list (GtkDropDown *list, const char *const *labels, guint n_labels)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_labels; i++)
    gtk_string_list_append (model, _ (labels[i]));
  gtk_drop_down_set_model (list, G_LIST_MODEL (model));
}

static void
fill_sizes (KaExportDialog *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  gsize n_sizes;

  ka_export_size_list (&n_sizes);
  for (guint i = 0; i <= n_sizes; i++)
    gtk_string_list_take (model, ka_export_choice_dup_size_label (i));
  gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (model));
  gtk_spin_button_set_range (self->width, KA_EXPORT_CHOICE_MIN_SIDE, KA_EXPORT_MAX_SIDE);
  gtk_spin_button_set_range (self->height, KA_EXPORT_CHOICE_MIN_SIDE, KA_EXPORT_MAX_SIDE);
  gtk_spin_button_set_increments (self->width, 10, 100);
  gtk_spin_button_set_increments (self->height, 10, 100);
}

static void
fill_lists (KaExportDialog *self)
{
  static const char *const formats[KA_N_EXPORT_FORMATS] = {
    [KA_EXPORT_PNG] = N_ ("PNG, a picture for anywhere"),
    [KA_EXPORT_SVG] = N_ ("SVG, vectors to edit"),
    [KA_EXPORT_PDF] = N_ ("PDF, a page to print"),
    [KA_EXPORT_HTML] = N_ ("HTML, a map to try in a browser"),
  };
  static const char *const themes[] = { N_ ("As in the Window"), N_ ("Light"), N_ ("Dark"),
                                        N_ ("Print") };

  fill_list (self->format, formats, G_N_ELEMENTS (formats));
  fill_list (self->theme, themes, G_N_ELEMENTS (themes));
  fill_sizes (self);
}

/* A card is offered where a claim is selected. */
static void
fill_views (KaExportDialog *self)
{
  static const char *const views[KA_N_PAGE_VIEWS] = { [KA_PAGE_MAP] = N_ ("Map"),
                                                      [KA_PAGE_TIMELINE] = N_ ("Timeline"),
                                                      [KA_PAGE_BOTH] = N_ ("Map and Timeline"),
                                                      [KA_PAGE_CLAIM] = N_ ("Card of the Claim") };
  const KaItem            *selection = self->shown->state.selection;
  const gboolean           has_card = selection != NULL && selection->kind == KA_ITEM_CORRECTION;

  fill_list (self->view, views, has_card ? KA_N_PAGE_VIEWS : KA_PAGE_CLAIM);
  gtk_widget_set_sensitive (GTK_WIDGET (self->view),
                            ka_atlas_has_map (ka_map_scene_get_atlas (self->shown->scene)));
}

/* A series of steps is offered where an annex is selected, one of claims where a claim is. */
static void
fill_series (KaExportDialog *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (int i = 0; i < KA_N_CHOICES; i++)
    {
      const char *label = ka_export_choice_label_series ((KaChoiceSeries) i,
                                                         self->shown->state.selection);

      if (label != NULL)
        gtk_string_list_append (model, label);
    }
  gtk_drop_down_set_model (self->series, G_LIST_MODEL (model));
}

static GtkCheckButton *
add_switch (KaExportDialog *self, const char *label, GCallback toggled)
{
  GtkWidget *button = gtk_check_button_new_with_label (label);

  gtk_box_append (self->parts, button);
  g_signal_connect_swapped (button, "toggled", toggled, self);

  return GTK_CHECK_BUTTON (button);
}

/* Actions */

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (data);

  return G_SOURCE_CONTINUE;
}

/* Shows that a save is under way, or over. */
static void
set_is_saving (KaExportDialog *self, gboolean is_saving)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->cancellable);
  if (is_saving)
    {
      self->cancellable = g_cancellable_new ();
      self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self->progress);
    }
  gtk_widget_set_visible (self->progress, is_saving);
  gtk_widget_set_sensitive (self->form, !is_saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", !is_saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save-as", !is_saving);
}

static void
tell (KaExportDialog *self, const char *message, GFile *file)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, message, file);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaExportDialog *self = KA_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = ka_snapshot_save_finish (result, &error);
  g_autofree char *message = ka_snapshot_dup_message (file, error);

  if (self->cancellable == NULL)
    return;

  set_is_saving (self, FALSE);
  if (file != NULL)
    {
      tell (self, message, file);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (message != NULL)
    gtk_label_set_text (self->size_label, message);
}

/* Shows how far a series is. */
static void
progress_cb (GObject *source, guint n_done, guint n, double seconds)
{
  KaExportDialog  *self = KA_EXPORT_DIALOG (source);
  const int        left = (int) seconds;
  g_autofree char *text = NULL;

  if (self->cancellable == NULL)
    return;
  /* Translators: how many pictures of all are finished, and the minutes and seconds still to go */
  text = g_strdup_printf (_ ("%1$u of %2$u, %3$d:%4$02d left"), n_done, n, left / 60, left % 60);
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) n_done / n);
  gtk_label_set_text (self->size_label, text);
}

static void
series_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaExportDialog *self = KA_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (KaSnapshotSeries) saved = ka_snapshot_save_series_finish (result, &error);
  g_autofree char *message = saved != NULL ? ka_snapshot_series_dup_message (saved)
                                           : ka_snapshot_dup_message (NULL, error);

  if (self->cancellable == NULL)
    return;

  set_is_saving (self, FALSE);
  if (saved != NULL)
    tell (self, message, saved->manifest);
  if (saved != NULL && saved->n_done == saved->n)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    gtk_label_set_text (self->size_label, message);
}

static void
save (KaExportDialog *self, GFile *file)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  set_is_saving (self, TRUE);
  if (self->choice.series != KA_CHOICE_ONE)
    {
      ka_snapshot_save_series_async (self->shown, &self->choice, file, G_OBJECT (self),
                                     self->cancellable, progress_cb, series_saved_cb);
      return;
    }
  ka_snapshot_save_async (self->shown, &self->choice, file, G_OBJECT (self), self->cancellable,
                          saved_cb, NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (KA_EXPORT_DIALOG (widget), NULL);
}

/* The name says the format: a picture is what its file is called. */
static void
file_chosen_cb (KaExportDialog *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (GFile) settled = NULL;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;

  settled = ka_snapshot_settle_file (file, &self->choice.format);
  fill_form (self);
  save (self, settled);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaExportDialog       *self = KA_EXPORT_DIALOG (widget);
  GtkFileChooserNative *chooser = ka_file_dialog_get (GTK_WINDOW (self), _ ("Save As"),
                                                      GTK_FILE_CHOOSER_ACTION_SAVE);
  g_autoptr (GFile) folder = ka_snapshot_find_folder (G_USER_DIRECTORY_PICTURES);
  g_autofree char *file_name = ka_snapshot_dup_name (self->shown, &self->choice);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  ka_file_dialog_show (chooser, G_CALLBACK (file_chosen_cb), self);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaExportDialog *self = KA_EXPORT_DIALOG (widget);
  g_autoptr (GdkContentProvider) picture = ka_picture_provider_new (self->shown, &self->choice);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), picture);
  gtk_label_set_text (self->size_label, _ ("The picture is in the clipboard"));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaExportDialog *self = KA_EXPORT_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  if (!ka_export_print (self->shown, &self->choice, GTK_WINDOW (self), NULL, &error))
    gtk_label_set_text (self->size_label, error->message);
}

/* Ends the save under way, else the dialog. */
static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaExportDialog *self = KA_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
ka_export_dialog_dispose (GObject *object)
{
  KaExportDialog *self = KA_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_pointer (&self->shown, ka_snapshot_free);

  G_OBJECT_CLASS (ka_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  g_type_ensure (KA_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (klass, KA_RESOURCE_PATH "/ui/ka-export-dialog.ui");
  gtk_widget_class_bind_template_child (klass, KaExportDialog, preview);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, size_label);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, progress);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, form);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, series);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, view);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, format);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, sheet);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, theme);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, upright);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, transparent);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, title);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, caption);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, own_size);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, width);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, height);
  gtk_widget_class_bind_template_child (klass, KaExportDialog, parts);
  gtk_widget_class_bind_template_callback (klass, changed_cb);
}

static void
ka_export_dialog_class_init (KaExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_export_dialog_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                       G_TYPE_FILE);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "export.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "export.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "export.cancel",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "export.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "export.save-as",
                                       NULL);
}

static void
ka_export_dialog_init (KaExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = TRUE;
  fill_lists (self);
  for (gsize i = 0; i < N_PARTS; i++)
    self->part_switches[i] = add_switch (self, _ (parts[i].label), G_CALLBACK (changed_cb));
  self->picture_only = add_switch (self, _ ("Picture only"), G_CALLBACK (picture_only_cb));
}

KaExportDialog *
ka_export_dialog_new (GtkWindow *parent, const KaSnapshot *shown, const KaExportChoice *choice)
{
  KaExportDialog *self = g_object_new (KA_TYPE_EXPORT_DIALOG, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (look_classes); i++)
    if (gtk_widget_has_css_class (GTK_WIDGET (parent), look_classes[i]))
      gtk_widget_add_css_class (GTK_WIDGET (self), look_classes[i]);
  self->shown = ka_snapshot_copy (shown);
  self->choice = ka_export_choice_fit (choice, ka_map_scene_get_atlas (shown->scene),
                                       shown->state.selection);
  fill_views (self);
  fill_series (self);
  fill_form (self);

  return self;
}

KaExportChoice
ka_export_dialog_get_choice (KaExportDialog *self)
{
  return self->choice;
}
