/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The model of the list. Makes objects only for rows on screen: an atlas may have a hundred
 * thousand events, and a dragged range filters all of them in every frame.
 */

#include "config.h"

#include "ka-item-rows.h"

#include "ka-event-order.h"
#include "ka-query.h"
#include "ka-search.h"
#include "ka-words.h"

#include <glib/gi18n-lib.h>

/* Above this many changed blocks, emits one items-changed for the whole list. */
#define MAX_BLOCKS 32

G_DEFINE_FINAL_TYPE (KaItemRow, ka_item_row, G_TYPE_OBJECT)

static void
ka_item_row_finalize (GObject *object)
{
  KaItemRow *self = KA_ITEM_ROW (object);

  g_clear_pointer (&self->marks, g_array_unref);
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

/* An item, a heading (the name of a period or of a kind of items), or the line of the day. */
typedef struct
{
  const KaItem *item;
  const char   *heading;
  guint         n_items; /* below a heading of results; 0 elsewhere */
  gboolean      is_day;
} Row;

static KaItemRow *
create_row (const Row *row, const char *title, const char *subtitle)
{
  KaItemRow *self = g_object_new (KA_TYPE_ITEM_ROW, NULL);

  self->item = row->item;
  self->is_day = row->is_day;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);

  return self;
}

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
  KaSession     *session;
  KaSearchIndex *index;  /* (nullable): made for the first query */
  GThread       *thread; /* (nullable): makes the index */
  KaSearch      *search; /* (nullable): what the rows are the results of */
  GArray        *rows;   /* of Row */

  gsize n_items; /* of all, without headings and the line of the day */
  guint reach;   /* rows before and after the line of the day; 0 for all */
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

/* A row of a search: its title with the words that match, and why it was found. */
static KaItemRow *
create_result (KaItemRows *self, const Row *row, const char *title, const char *text)
{
  g_autofree char *seen = g_strjoin (" ", title, text, NULL);
  g_autofree char *why = ka_search_explain (self->search, row->item, seen);
  gboolean         has_both = *text != '\0' && why != NULL;
  g_autofree char *subtitle = g_strconcat (text, has_both ? " · " : "", why, NULL);
  KaItemRow       *result = create_row (row, title, subtitle);

  result->marks = ka_search_mark (self->search, title);

  return result;
}

static char *
dup_heading (const Row *row)
{
  /* Translators: a heading over results of a search: the kind of items, and how many */
  return row->n_items > 0 ? g_strdup_printf (_ ("%1$s · %2$u"), row->heading, row->n_items)
                          : g_strdup (row->heading);
}

static gpointer
get_item (GListModel *model, guint position)
{
  KaItemRows      *self = KA_ITEM_ROWS (model);
  KaLanguage       language = ka_session_get_language (self->session);
  KaDay            day = ka_session_get_day (self->session);
  g_autofree char *text = NULL;
  const Row       *row;
  const char      *title;

  if (position >= self->rows->len)
    return NULL;

  row = &g_array_index (self->rows, Row, position);
  if (row->is_day)
    text = ka_day_to_words (day, language);
  else if (row->item == NULL)
    text = dup_heading (row);
  else
    text = ka_words_describe_item (row->item, language);
  if (row->item == NULL)
    return create_row (row, text, "");

  title = ka_item_get_title (row->item, day, language);

  return self->search != NULL ? create_result (self, row, title, text)
                              : create_row (row, title, text);
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
  g_clear_pointer (&self->search, ka_search_free);
  if (self->thread != NULL)
    self->index = g_thread_join (self->thread);
  ka_search_index_unref (self->index);
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
  return a->item == b->item && a->heading == b->heading && a->is_day == b->is_day;
}

/* A number to order rows by: an event by its index, other rows just before the event below. */
static gint64
get_order (const GArray *rows, guint position)
{
  guint at = position;

  while (at < rows->len && g_array_index (rows, Row, at).item == NULL)
    at++;
  if (at == rows->len)
    return G_MAXINT64 - (at - position);

  return 4 * (gint64) g_array_index (rows, Row, at).item->index - (at - position);
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

/* Whether the line of a day stands before an event: the event begins on that day or later. */
static gboolean
is_due (const KaEvent *event, KaDay day)
{
  return event->date.earliest >= day;
}

static void
append_day (GArray *rows)
{
  const Row row = { .is_day = TRUE };

  g_array_append_val (rows, row);
}

/* Appends the heading of a period and the line of the day, which stands in the period of the day.
 */
static void
append_heading (GArray *rows, const char *heading, gboolean has_day, gboolean is_day_first)
{
  const Row row = { .heading = heading };

  if (has_day && is_day_first)
    append_day (rows);
  if (heading != NULL)
    g_array_append_val (rows, row);
  if (has_day && !is_day_first)
    append_day (rows);
}

static guint
find_day (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, Row, i).is_day)
      return i;

  return G_MAXUINT;
}

/* Leaves the rows around the line of the day. */
static void
keep_near (GArray *rows, guint reach)
{
  const guint at = find_day (rows);

  if (reach == 0 || at == G_MAXUINT)
    return;

  if (at + reach < rows->len)
    g_array_set_size (rows, at + reach);
  if (at > reach)
    g_array_remove_range (rows, 0, at - reach);
}

void
ka_item_rows_set_reach (KaItemRows *self, guint reach)
{
  self->reach = reach;
}

void
ka_item_rows_show_events (KaItemRows *self)
{
  KaAtlas       *atlas = ka_session_get_atlas (self->session);
  const KaList  *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaNames *periods = &ka_atlas_get_head (atlas)->periods;
  KaViewState    state = ka_session_get_state (self->session);
  const KaText  *period_of_day = ka_names_get_on (periods, state.day);
  gsize          n_begun = ka_event_order_count_begun (events, &state);
  const KaText  *period = NULL;
  gboolean       has_day = FALSE;
  GArray        *rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), self->rows->len);

  g_clear_pointer (&self->search, ka_search_free);
  self->n_items = 0;
  for (gsize i = 0; i < n_begun; i++)
    {
      const KaEvent *event = events->items[i];
      const KaText  *its_period;
      const char    *heading = NULL;
      gboolean       is_at_day;
      Row            row = { .item = KA_ITEM (event) };

      if (!ka_event_order_admits (&state, event))
        continue;

      is_at_day = !has_day && is_due (event, state.day);
      its_period = ka_names_get_on (periods, event->date.earliest);
      if (its_period != period && its_period != NULL)
        heading = ka_text_get (its_period, state.language);
      append_heading (rows, heading, is_at_day, its_period != period_of_day);
      has_day = has_day || is_at_day;
      period = its_period;
      g_array_append_val (rows, row);
      self->n_items++;
    }
  if (!has_day && self->n_items > 0)
    append_day (rows);
  keep_near (rows, self->reach);
  change (self, rows);
}

/* Whether the line of the day stands right: between two events, with no heading beside it. */
static gboolean
is_day_right (KaItemRows *self, guint at, KaDay day)
{
  const KaItem *before = at > 0 ? ka_item_rows_get (self, at - 1) : NULL;
  const KaItem *after = ka_item_rows_get (self, at + 1);

  return before != NULL && after != NULL && !is_due ((const KaEvent *) before, day) &&
         is_due ((const KaEvent *) after, day);
}

void
ka_item_rows_follow_day (KaItemRows *self)
{
  const guint at = ka_item_rows_find_day (self);

  if (at != G_MAXUINT && !is_day_right (self, at, ka_session_get_day (self->session)))
    ka_item_rows_show_events (self);
}

static gpointer
make_index (gpointer data)
{
  g_autoptr (KaAtlas) atlas = data;

  return ka_search_index_new (atlas);
}

void
ka_item_rows_prepare_results (KaItemRows *self)
{
  if (self->index == NULL && self->thread == NULL)
    self->thread = g_thread_new ("search", make_index,
                                 ka_atlas_ref (ka_session_get_atlas (self->session)));
}

void
ka_item_rows_show_results (KaItemRows *self, const char *query)
{
  KaItemKind    kind = KA_N_ITEM_KINDS;
  guint         last_heading = 0;
  GArray       *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  const KaList *found;

  ka_item_rows_prepare_results (self);
  if (self->thread != NULL)
    self->index = g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->search, ka_search_free);
  self->search = ka_search_new (self->index, query, ka_session_get_language (self->session));
  found = ka_search_get_hits (self->search);
  for (gsize i = 0; i < found->n_items; i++)
    {
      Row row = { .item = found->items[i] };

      if (row.item->kind != kind)
        {
          Row heading = { .heading = ka_words_get_kind_plural (row.item->kind) };

          kind = row.item->kind;
          last_heading = rows->len;
          g_array_append_val (rows, heading);
        }
      g_array_index (rows, Row, last_heading).n_items++;
      g_array_append_val (rows, row);
    }
  self->n_items = found->n_items;
  replace (self, rows);
}

char *
ka_item_rows_suggest (KaItemRows *self)
{
  return self->search != NULL ? ka_search_suggest (self->search) : NULL;
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

const char *
ka_item_rows_get_heading (KaItemRows *self, guint position, gboolean without_own)
{
  if (position >= self->rows->len ||
      (without_own && g_array_index (self->rows, Row, position).heading != NULL))
    return NULL;

  while (position > 0 && g_array_index (self->rows, Row, position).heading == NULL)
    position--;

  return g_array_index (self->rows, Row, position).heading;
}

guint
ka_item_rows_find (KaItemRows *self, const KaItem *item)
{
  for (guint i = 0; item != NULL && i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).item == item)
      return i;

  return G_MAXUINT;
}

guint
ka_item_rows_find_day (KaItemRows *self)
{
  return find_day (self->rows);
}

/* The days from an event to a day, negative when the event begins later; its start may be open. */
static double
measure_days (const KaItem *event, KaDay day)
{
  return (double) day - (double) ((const KaEvent *) event)->date.earliest;
}

/* The row of the event that the day is known for, of those from the line of the day on. */
static guint
find_occasion (KaItemRows *self, guint at, KaDay day)
{
  const KaEvent *occasion = ka_query_occasion_of (ka_session_get_atlas (self->session), day);
  const KaItem  *item;

  for (guint i = at; occasion != NULL && i < self->rows->len; i++)
    {
      item = ka_item_rows_get (self, i);
      if (item == (const KaItem *) occasion)
        return i;
      if (item != NULL && measure_days (item, day) < 0)
        break;
    }

  return G_MAXUINT;
}

guint
ka_item_rows_find_nearest (KaItemRows *self)
{
  const KaDay day = ka_session_get_day (self->session);
  const guint at = ka_item_rows_find_day (self);
  const guint occasion = find_occasion (self, at, day);
  guint       before = at;
  guint       after = at;

  if (at == G_MAXUINT || occasion != G_MAXUINT)
    return occasion;

  while (before > 0 && ka_item_rows_get (self, before) == NULL)
    before--;
  while (after < self->rows->len && ka_item_rows_get (self, after) == NULL)
    after++;
  if (after == self->rows->len)
    return before;
  if (ka_item_rows_get (self, before) == NULL)
    return after;

  return measure_days (ka_item_rows_get (self, before), day) <=
             -measure_days (ka_item_rows_get (self, after), day)
           ? before
           : after;
}
