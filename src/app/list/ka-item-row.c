/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry of the list as an object, since list models hold objects. Items are borrowed from the
 * atlas, which outlives the list.
 */

#include "config.h"

#include "ka-item-row.h"

struct _KaItemRow
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *subtitle;

  /* Borrowed */
  const KaItem *item;
};

G_DEFINE_FINAL_TYPE (KaItemRow, ka_item_row, G_TYPE_OBJECT)

static void
ka_item_row_finalize (GObject *object)
{
  KaItemRow *self = KA_ITEM_ROW (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (ka_item_row_parent_class)->finalize (object);
}

static void
ka_item_row_class_init (KaItemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ka_item_row_finalize;
}

static void
ka_item_row_init (KaItemRow *self)
{
}

KaItemRow *
ka_item_row_new (const KaItem *item, const char *title, const char *subtitle)
{
  KaItemRow *self = g_object_new (KA_TYPE_ITEM_ROW, NULL);

  self->item = item;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);

  return self;
}

KaItemRow *
ka_item_row_new_heading (const char *title)
{
  return ka_item_row_new (NULL, title, "");
}

const KaItem *
ka_item_row_get_item (KaItemRow *self)
{
  return self->item;
}

const char *
ka_item_row_get_title (KaItemRow *self)
{
  return self->title;
}

const char *
ka_item_row_get_subtitle (KaItemRow *self)
{
  return self->subtitle;
}
