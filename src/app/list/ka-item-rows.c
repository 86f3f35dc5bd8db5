/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The model of the list. Makes objects only for rows on screen: an atlas may have a hundred
 * thousand events, and a dragged range filters all of them in every frame.
 */

#include "config.h"

#include "ka-item-rows.h"

#include "ka-event-order.h"
#include "ka-search.h"
#include "ka-words.h"

/* Above this many changed blocks, emits one items-changed for the whole list. */
#define MAX_BLOCKS 32

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

static KaItemRow *
create_row (const KaItem *item, const char *title, const char *subtitle)
{
  KaItemRow *self = g_object_new (KA_TYPE_ITEM_ROW, NULL);

  self->item = item;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);

  return self;
}

/* An item, or a heading: the name of a period or of a kind of items. */
typedef struct
{
  const KaItem *item;
  const char   *heading;
} Row;

/* Removed rows by their old places, and the rows in their stead by their new places. */
typedef struct
{
  guint old_first;
  guint n_removed;
  guint new_first;
  guint n_added;
} Block;

struct _KaItemRows
{
  GObject parent_instance;

  /* Owned */
  KaSession *session;
  GArray    *rows; /* of Row */

  gsize n_items; /* of them, without headings */
};

static GType
get_item_type (GListModel *model)
{
  return KA_TYPE_ITEM_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return KA_ITEM_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  KaItemRows      *self = KA_ITEM_ROWS (model);
  KaLanguage       language = ka_session_get_language (self->session);
  g_autofree char *subtitle = NULL;
  const Row       *row;

  if (position >= self->rows->len)
    return NULL;

  row = &g_array_index (self->rows, Row, position);
  if (row->item == NULL)
    return create_row (NULL, row->heading, "");

  subtitle = ka_words_describe_item (row->item, language);

  return create_row (row->item,
                     ka_item_get_title (row->item, ka_session_get_day (self->session), language),
                     subtitle);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KaItemRows,
                               ka_item_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ka_item_rows_finalize (GObject *object)
{
  KaItemRows *self = KA_ITEM_ROWS (object);

  g_array_unref (self->rows);
  g_object_unref (self->session);

  G_OBJECT_CLASS (ka_item_rows_parent_class)->finalize (object);
}

static void
ka_item_rows_class_init (KaItemRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ka_item_rows_finalize;
}

static void
ka_item_rows_init (KaItemRows *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

static gboolean
is_same (const Row *a, const Row *b)
{
  return a->item == b->item && a->heading == b->heading;
}

/* A number to order rows by: a heading stands just before the event below it. */
static gint64
get_order (const GArray *rows, guint position)
{
  const Row *row = &g_array_index (rows, Row, position);

  if (row->item != NULL)
    return 2 * (gint64) row->item->index;

  return 2 * (gint64) g_array_index (rows, Row, position + 1).item->index - 1;
}

/* The blocks in which two lists of events differ. Both lists have the same order. */
static GArray *
find_blocks (const GArray *before, const GArray *after)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  guint   i = 0;
  guint   j = 0;

  while ((i < before->len || j < after->len) && blocks->len <= MAX_BLOCKS)
    {
      Block block = { .old_first = i, .new_first = j };

      while (i < before->len || j < after->len)
        {
          if (i < before->len && j < after->len &&
              is_same (&g_array_index (before, Row, i), &g_array_index (after, Row, j)))
            break;
          if (j >= after->len || (i < before->len && get_order (before, i) <= get_order (after, j)))
            i++;
          else
            j++;
        }
      block.n_removed = i - block.old_first;
      block.n_added = j - block.new_first;
      if (block.n_removed > 0 || block.n_added > 0)
        g_array_append_val (blocks, block);
      while (i < before->len && j < after->len &&
             is_same (&g_array_index (before, Row, i), &g_array_index (after, Row, j)))
        {
          i++;
          j++;
        }
    }

  return blocks;
}

/* Takes other rows and emits one change of the whole list. */
static void
replace (KaItemRows *self, GArray *rows)
{
  guint n_before = self->rows->len;

  g_array_unref (self->rows);
  self->rows = rows;
  if (n_before > 0 || rows->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, rows->len);
}

/* Takes other rows block by block, from the last block on: places before it stay valid. */
static void
change (KaItemRows *self, GArray *rows)
{
  g_autoptr (GArray) blocks = find_blocks (self->rows, rows);

  if (blocks->len > MAX_BLOCKS)
    {
      replace (self, rows);
      return;
    }

  for (guint i = blocks->len; i > 0; i--)
    {
      const Block *block = &g_array_index (blocks, Block, i - 1);

      if (block->n_removed > 0)
        g_array_remove_range (self->rows, block->old_first, block->n_removed);
      if (block->n_added > 0)
        g_array_insert_vals (self->rows, block->old_first,
                             &g_array_index (rows, Row, block->new_first), block->n_added);
      g_list_model_items_changed (G_LIST_MODEL (self), block->old_first, block->n_removed,
                                  block->n_added);
    }
  g_array_unref (rows);
}

KaItemRows *
ka_item_rows_new (KaSession *session)
{
  KaItemRows *self = g_object_new (KA_TYPE_ITEM_ROWS, NULL);

  self->session = g_object_ref (session);

  return self;
}

void
ka_item_rows_show_events (KaItemRows *self)
{
  KaAtlas       *atlas = ka_session_get_atlas (self->session);
  const KaList  *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaNames *periods = &ka_atlas_get_head (atlas)->periods;
  KaViewState    state = ka_session_get_state (self->session);
  gsize          n_begun = ka_event_order_count_begun (events, &state);
  const KaText  *period = NULL;
  GArray        *rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), self->rows->len);

  self->n_items = 0;
  for (gsize i = 0; i < n_begun; i++)
    {
      const KaEvent *event = events->items[i];
      const KaText  *its_period;
      Row            row = { .item = KA_ITEM (event) };

      if (!ka_event_order_admits (&state, event))
        continue;

      its_period = ka_names_get_on (periods, event->date.earliest);
      if (its_period != period && its_period != NULL)
        {
          Row heading = { .heading = ka_text_get (its_period, state.language) };

          g_array_append_val (rows, heading);
        }
      period = its_period;
      g_array_append_val (rows, row);
      self->n_items++;
    }
  change (self, rows);
}

void
ka_item_rows_show_results (KaItemRows *self, const char *query)
{
  g_autoptr (GPtrArray) found = ka_search (ka_session_get_atlas (self->session), query);
  KaItemKind kind = KA_N_ITEM_KINDS;
  GArray    *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < found->len; i++)
    {
      Row row = { .item = found->pdata[i] };

      if (row.item->kind != kind)
        {
          Row heading = { .heading = ka_words_get_kind_plural (row.item->kind) };

          g_array_append_val (rows, heading);
        }
      kind = row.item->kind;
      g_array_append_val (rows, row);
    }
  self->n_items = found->len;
  replace (self, rows);
}

void
ka_item_rows_renew (KaItemRows *self)
{
  replace (self, g_array_ref (self->rows));
}

gsize
ka_item_rows_count_items (KaItemRows *self)
{
  return self->n_items;
}

const KaItem *
ka_item_rows_get (KaItemRows *self, guint position)
{
  return position < self->rows->len ? g_array_index (self->rows, Row, position).item : NULL;
}

guint
ka_item_rows_find (KaItemRows *self, const KaItem *item)
{
  for (guint i = 0; item != NULL && i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).item == item)
      return i;

  return G_MAXUINT;
}
