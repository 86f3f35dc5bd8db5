/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Builds the index of a search: each word of an atlas once, and the items that have it.
 */
#include "config.h"

#include "ka-search-index-private.h"

#include "ka-hash.h"
#include "ka-search-word-private.h"
#include "ka-search.h"

#include <stdlib.h>
#include <string.h>

/* A posting before its key has its place. */
typedef struct
{
  guint           key;
  KaSearchPosting posting;
} Entry;

typedef struct
{
  GHashTable *words;     /* Owned: as they are written: the number of their key, plus 1 */
  GString    *word;      /* Owned: the one at hand */
  GHashTable *numbers;   /* of keys: their number in @keys, plus 1; owns nothing */
  GPtrArray  *keys;      /* Owned */
  GPtrArray  *spellings; /* Owned */
  GArray     *entries;   /* of Entry, by item */
  guint32     item;
} Builder;

/* Returns the number of a key, plus 1; takes the key. */
static gpointer
add_key (Builder *self, char *key, const char *word)
{
  gpointer found = g_hash_table_lookup (self->numbers, key);

  if (found != NULL)
    {
      g_free (key);
      return found;
    }
  g_ptr_array_add (self->spellings, g_strdup (word));
  g_ptr_array_add (self->keys, key);
  found = GUINT_TO_POINTER (self->keys->len);
  g_hash_table_insert (self->numbers, key, found);

  return found;
}

/* A word is folded once, however often it stands. */
static guint
get_key_number (Builder *self, const char *word, gsize length)
{
  gpointer found;

  g_string_truncate (self->word, 0);
  g_string_append_len (self->word, word, (gssize) length);
  found = g_hash_table_lookup (self->words, self->word->str);
  if (found == NULL)
    {
      found = add_key (self, ka_search_dup_key (word, length), self->word->str);
      g_hash_table_insert (self->words, g_strndup (word, length), found);
    }

  return GPOINTER_TO_UINT (found) - 1;
}

static void
add_words (KaSearchField field, const char *text, gpointer user_data)
{
  Builder *self = user_data;
  guint    first = self->entries->len;
  gsize    n_words;

  for (const char *end, *word = ka_search_next_word (text, &end); word != NULL;
       word = ka_search_next_word (end, &end))
    {
      Entry entry = { get_key_number (self, word, (gsize) (end - word)),
                      { self->item, (guint8) field, 0 } };

      g_array_append_val (self->entries, entry);
    }
  n_words = MIN (self->entries->len - first, G_MAXUINT8);
  for (guint i = first; i < self->entries->len; i++)
    g_array_index (self->entries, Entry, i).posting.n_words = (guint8) n_words;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer keys)
{
  return strcmp (((GPtrArray *) keys)->pdata[*(const guint *) a],
                 ((GPtrArray *) keys)->pdata[*(const guint *) b]);
}

/* Sorts the keys and puts each posting behind its own. Postings of a key stay in order of items. */
static void
settle (Builder *builder, KaSearchIndex *self)
{
  const guint       n = builder->keys->len;
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *place = g_new (guint, n);
  g_autofree gsize *next = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_keys, builder->keys);
  self->n_keys = n;
  self->keys = g_new (char *, n);
  self->spellings = g_new (char *, n);
  self->places = g_new0 (gsize, n + 1);
  for (guint i = 0; i < n; i++)
    {
      place[order[i]] = i;
      self->keys[i] = builder->keys->pdata[order[i]];
      self->spellings[i] = builder->spellings->pdata[order[i]];
    }
  for (guint i = 0; i < builder->entries->len; i++)
    self->places[place[g_array_index (builder->entries, Entry, i).key] + 1]++;
  for (guint i = 0; i < n; i++)
    self->places[i + 1] += self->places[i];
  self->postings = g_new (KaSearchPosting, builder->entries->len);
  next = g_memdup2 (self->places, sizeof (gsize) * (n + 1));
  for (guint i = 0; i < builder->entries->len; i++)
    {
      const Entry *entry = &g_array_index (builder->entries, Entry, i);

      self->postings[next[place[entry->key]]++] = entry->posting;
    }
}

static void
list_items (KaSearchIndex *self)
{
  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      self->first[kind] = self->n_items;
      if (ka_search_has_kind ((KaItemKind) kind))
        self->n_items += ka_atlas_get_items (self->atlas, (KaItemKind) kind)->n_items;
    }
  self->first[KA_N_ITEM_KINDS] = self->n_items;
  self->items = g_new (gpointer, self->n_items);
  self->importance = g_new (float, self->n_items);
  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    for (gsize i = self->first[kind]; i < self->first[kind + 1]; i++)
      {
        const KaList *items = ka_atlas_get_items (self->atlas, (KaItemKind) kind);

        self->items[i] = items->items[i - self->first[kind]];
        self->importance[i] = ka_search_get_importance (self->items[i]);
      }
}

static void
measure_reach (KaSearchIndex *self)
{
  const KaList *events = ka_atlas_get_items (self->atlas, KA_ITEM_EVENT);
  KaDay         reach = KA_DAY_MIN;

  self->reach = g_new (KaDay, events->n_items);
  for (gsize i = 0; i < events->n_items; i++)
    {
      reach = MAX (reach, ((const KaEvent *) events->items[i])->date.end_latest);
      self->reach[i] = reach;
    }
}

KaSearchIndex *
ka_search_index_new (KaAtlas *atlas)
{
  KaSearchIndex *self = g_new0 (KaSearchIndex, 1);
  g_autoptr (GHashTable) words = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (ka_hash_string, g_str_equal);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) spellings = g_ptr_array_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Builder builder = { words, word, numbers, keys, spellings, entries, 0 };

  g_ref_count_init (&self->ref_count);
  self->atlas = ka_atlas_ref (atlas);
  list_items (self);
  measure_reach (self);
  for (; builder.item < self->n_items; builder.item++)
    ka_search_visit (self->items[builder.item], add_words, &builder);
  settle (&builder, self);

  return self;
}

KaSearchIndex *
ka_search_index_ref (KaSearchIndex *self)
{
  g_ref_count_inc (&self->ref_count);

  return self;
}

void
ka_search_index_unref (KaSearchIndex *self)
{
  if (self == NULL || !g_ref_count_dec (&self->ref_count))
    return;
  for (gsize i = 0; i < self->n_keys; i++)
    {
      g_free (self->keys[i]);
      g_free (self->spellings[i]);
    }
  g_free (self->keys);
  g_free (self->spellings);
  g_free (self->places);
  g_free (self->postings);
  g_free (self->items);
  g_free (self->importance);
  g_free (self->reach);
  ka_atlas_unref (self->atlas);
  g_free (self);
}

/* The first key that is not before @start, or with @is_after the first one behind those that begin
 * with it. */
static gsize
bisect (const KaSearchIndex *self, const char *start, gboolean is_after)
{
  const gsize length = strlen (start);
  gsize       low = 0, high = self->n_keys;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int   order = is_after ? strncmp (self->keys[middle], start, length)
                             : strcmp (self->keys[middle], start);

      if (order < 0 || (is_after && order == 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gsize
ka_search_index_find (const KaSearchIndex *self, const char *start, gsize *first)
{
  *first = bisect (self, start, FALSE);

  return bisect (self, start, TRUE);
}
