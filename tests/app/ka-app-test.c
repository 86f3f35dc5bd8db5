/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the window's parts share: a session on the built-in atlas, and ways through a
 * tree of widgets.
 */

#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include "ka-app-test.h"
#include "ka-atlas-load.h"

/* How long ka_app_test_iterate() does what is pending. */
#define MAX_PENDING_MS 1000

/**
 * ka_app_test_create_session:
 *
 * Returns: (transfer full): a session on the built-in atlas
 */
KaSession *
ka_app_test_create_session (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" KA_RESOURCE_PATH "/atlas");
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_atlas_load (file, NULL, &error);

  g_assert_no_error (error);

  return ka_session_new (atlas);
}

/**
 * ka_app_test_get_item:
 * @session: a session
 * @reference: an item that must be there
 *
 * Returns: (transfer none): the item
 */
const KaItem *
ka_app_test_get_item (KaSession *session, const char *reference)
{
  const KaItem *item = ka_atlas_lookup_reference (ka_session_get_atlas (session), reference);

  if (item == NULL)
    g_error ("the atlas has no %s", reference);

  return item;
}

/**
 * ka_app_test_visit:
 * @root: a widget
 * @visitor: called for it and all below, parents first
 * @data: for @visitor
 */
void
ka_app_test_visit (GtkWidget *root, KaWidgetVisitor visitor, gpointer data)
{
  visitor (root, data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ka_app_test_visit (child, visitor, data);
}

/**
 * ka_app_test_find:
 * @root: a widget
 * @type: a type of widgets
 *
 * Returns: (transfer none) (nullable): the first widget of that type below @root
 */
GtkWidget *
ka_app_test_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ka_app_test_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
append_text (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (data, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
}

/**
 * ka_app_test_dup_text:
 * @root: a widget
 *
 * Returns: (transfer full): the texts of all labels below it, a line each
 */
char *
ka_app_test_dup_text (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  ka_app_test_visit (root, append_text, text);

  return g_string_free (text, FALSE);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * ka_app_test_measure_kb:
 *
 * Returns: the memory that the process holds, in kilobytes; 0 where the system does not tell
 */
long
ka_app_test_measure_kb (void)
{
  long  pages[2] = { 0, 0 };
  FILE *file = fopen ("/proc/self/statm", "r");

  if (file != NULL && fscanf (file, "%ld %ld", &pages[0], &pages[1]) != 2)
    pages[1] = 0;
  if (file != NULL)
    fclose (file);

  return pages[1] * (sysconf (_SC_PAGESIZE) / 1024);
}

/**
 * ka_app_test_iterate:
 * @milliseconds: for how long, 0 for what is pending
 *
 * Lets the main loop run, and then do what is pending. What plays without end always has something
 * pending on a slow machine, so that ends, too.
 */
void
ka_app_test_iterate (int milliseconds)
{
  const gint64 end_us = g_get_monotonic_time () + 1000 * (gint64) (milliseconds + MAX_PENDING_MS);
  gboolean     is_over = milliseconds == 0;

  if (milliseconds > 0)
    g_timeout_add ((guint) milliseconds, stop_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE) && g_get_monotonic_time () < end_us)
    ;
}
