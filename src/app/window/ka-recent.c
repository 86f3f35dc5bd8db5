/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps the atlases that were opened with GtkRecentManager, which warns where it cannot write:
 * looks first whether it can.
 */

#include "config.h"

#include "ka-recent.h"

#include <unistd.h>

#define APPLICATION "kars-atlas"
#define FOLDER_TYPE "inode/directory"

/* Whether the list of the desktop can be written: the folder is made where it is missing. */
static gboolean
can_write (void)
{
  const char      *folder = g_get_user_data_dir ();
  g_autofree char *path = g_build_filename (folder, "recently-used.xbel", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0 || access (folder, W_OK) != 0)
    return FALSE;

  return access (path, F_OK) != 0 || access (path, W_OK) == 0;
}

/* (nullable): the manager, which complains where it cannot write from the beginning. */
static GtkRecentManager *
get_manager (void)
{
  return can_write () ? gtk_recent_manager_get_default () : NULL;
}

static char *
dup_type (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *type = info != NULL ? g_file_info_get_content_type (info) : NULL;

  return type != NULL ? g_content_type_get_mime_type (type) : g_strdup (FOLDER_TYPE);
}

void
ka_recent_add (GFile *file, const char *title)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *type = dup_type (file);
  GtkRecentData    data = {
       .display_name = (char *) (gsize) title,
       .mime_type = type != NULL ? type : (char *) (gsize) FOLDER_TYPE,
       .app_name = (char *) (gsize) APPLICATION,
       .app_exec = (char *) (gsize) APPLICATION " %u",
  };

  if (get_manager () != NULL)
    gtk_recent_manager_add_full (get_manager (), uri, &data);
}

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_modified ((GtkRecentInfo *) (gsize) a);
  GDateTime *second = gtk_recent_info_get_modified ((GtkRecentInfo *) (gsize) b);

  return g_date_time_compare (second, first);
}

/* The atlases of this program, the last one first; (transfer full) (element-type GtkRecentInfo) */
static GList *
list_ours (void)
{
  GList *items = get_manager () != NULL ? gtk_recent_manager_get_items (get_manager ()) : NULL;
  GList *ours = NULL;

  for (GList *item = items; item != NULL; item = item->next)
    if (gtk_recent_info_has_application (item->data, APPLICATION))
      ours = g_list_prepend (ours, item->data);
    else
      gtk_recent_info_unref (item->data);
  g_list_free (items);

  return g_list_sort (ours, compare_times);
}

/* The words of an entry: title and name of the file; an underline would be a mnemonic. */
static char *
dup_label (GtkRecentInfo *info)
{
  g_autoptr (GString) label = g_string_new (gtk_recent_info_get_display_name (info));
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  if (name != NULL)
    g_string_append_printf (label, " – %s", name);
  g_string_replace (label, "_", "__", 0);

  return g_string_free (g_steal_pointer (&label), FALSE);
}

guint
ka_recent_fill (GMenu *menu)
{
  GList *items = list_ours ();
  guint  n_items = 0;

  for (GList *item = items; item != NULL && n_items < KA_RECENT_MOST; item = item->next)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) entry = NULL;

      if (!gtk_recent_info_is_local (item->data) || !gtk_recent_info_exists (item->data))
        continue;
      label = dup_label (item->data);
      entry = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (entry, "app.open-uri", "s",
                                         gtk_recent_info_get_uri (item->data));
      g_menu_append_item (menu, entry);
      n_items++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  return n_items;
}

void
ka_recent_clear (void)
{
  GList *items = list_ours ();

  for (GList *item = items; item != NULL; item = item->next)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (),
                                    gtk_recent_info_get_uri (item->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

void
ka_recent_watch (GCallback callback, gpointer observer)
{
  if (get_manager () != NULL)
    g_signal_connect_object (get_manager (), "changed", callback, observer, G_CONNECT_SWAPPED);
}
