/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the item whose id is most like a mistyped one.
 */
#include "config.h"

#include "ka-query.h"

#include <string.h>

/* Longer ids are like no other one; their comparison would be slow. */
#define MAX_LENGTH 64

/* Counts the letters to change, insert, delete or swap with the next between two ids: the distance
 * of optimal string alignment. */
static gsize
count_slips (const char *a, const char *b)
{
  const gsize n_a = strlen (a);
  const gsize n_b = strlen (b);
  gsize rows[3][MAX_LENGTH + 1]; /* of the letter, of the one before, of the one before that */

  if (n_a > MAX_LENGTH || n_b > MAX_LENGTH)
    return MAX_LENGTH;

  for (gsize j = 0; j <= n_b; j++)
    rows[0][j] = j;
  for (gsize i = 1; i <= n_a; i++)
    {
      gsize       *row = rows[i % 3];
      const gsize *before = rows[(i + 2) % 3], *long_before = rows[(i + 1) % 3];

      row[0] = i;
      for (gsize j = 1; j <= n_b; j++)
        {
          row[j] = MIN (before[j - 1] + (a[i - 1] != b[j - 1]), MIN (before[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], long_before[j - 2] + 1);
        }
    }

  return rows[n_a % 3][n_b];
}

/* The kind that a reference names and the id behind it; all kinds for one that names none. */
static const char *
split_reference (const char *reference, int *first_kind, int *last_kind)
{
  const char *colon = strchr (reference, ':');

  *first_kind = 0;
  *last_kind = KA_N_ITEM_KINDS - 1;
  for (int kind = 0; colon != NULL && kind < KA_N_ITEM_KINDS; kind++)
    {
      const char *name = ka_item_kind_get_name ((KaItemKind) kind);

      if (strlen (name) == (gsize) (colon - reference) && g_str_has_prefix (reference, name))
        *first_kind = *last_kind = kind;
    }

  return colon != NULL ? colon + 1 : reference;
}

const char *
ka_query_find_nearest_word (const char *word, const char *const *words)
{
  const char *nearest = NULL;
  gsize       least = CLAMP (strlen (word) / 3, 1, MAX_LENGTH - 1) + 1;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      const gsize slips = count_slips (word, words[i]);

      if (slips >= least)
        continue;
      nearest = words[i];
      least = slips;
    }

  return nearest;
}

char *
ka_query_dup_nearest_reference (KaAtlas *atlas, const char *reference)
{
  const KaItem    *nearest = NULL;
  gsize            least = 0;
  int              first_kind, last_kind;
  const char      *rest = split_reference (reference, &first_kind, &last_kind);
  g_autofree char *id = g_strndup (rest, strcspn (rest, "#"));
  const gsize      limit = CLAMP (strlen (id) / 3, 1, MAX_LENGTH - 1);

  for (int kind = first_kind; kind <= last_kind; kind++)
    {
      const KaList *items = ka_atlas_get_items (atlas, (KaItemKind) kind);

      for (gsize i = 0; i < items->n_items; i++)
        {
          const KaItem *item = items->items[i];
          const gsize   slips = count_slips (id, item->id);

          if (slips > limit || (nearest != NULL && slips >= least))
            continue;
          nearest = item;
          least = slips;
        }
    }

  return nearest != NULL ? ka_item_dup_reference (nearest) : NULL;
}
