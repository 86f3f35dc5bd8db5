/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hashes tell what documents hold apart, also where somebody chose it.
 */
#include "config.h"

#include "ka-hash.h"

#define N_BITS 12
#define N      (1 << N_BITS)

/* How many hashes are there; nearly as many as things. */
static void
check_spread (const guint hashes[N])
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < N; i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (hashes[i]));
  g_assert_cmpuint (g_hash_table_size (seen), >, N - N / 100);
}

/* The two halves of these words have the same hash where each letter is added to 33 times the hash
 * of those before it. */
static void
test_strings (void)
{
  g_autofree guint *hashes = g_new (guint, N);

  for (guint i = 0; i < N; i++)
    {
      char word[2 * N_BITS + 1] = { 0 };

      for (guint bit = 0; bit < N_BITS; bit++)
        {
          word[2 * bit] = (i >> bit & 1) != 0 ? 'a' : 'c';
          word[2 * bit + 1] = (i >> bit & 1) != 0 ? 'r' : '0';
        }
      hashes[i] = ka_hash_string (word);
    }
  check_spread (hashes);
  g_assert_cmpuint (ka_hash_string ("kars"), ==, ka_hash_string ("kars"));
}

/* Coordinates of a land have their whole degrees in common, and many of its points one coordinate.
 */
static void
test_points (void)
{
  const KaPoint     zeros[] = { { 0.0, 0.0 }, { -0.0, -0.0 } };
  g_autofree guint *hashes = g_new (guint, N);

  for (guint i = 0; i < N; i++)
    hashes[i] = ka_hash_point (&(KaPoint){ 43 + i % 64 / 100.0, 40 + i / 64 / 100.0 });
  check_spread (hashes);
  for (guint i = 0; i < N; i++)
    hashes[i] = ka_hash_point (&(KaPoint){ 43, 40 + i * 1e-6 });
  check_spread (hashes);
  g_assert_cmpuint (ka_hash_point (&zeros[0]), ==, ka_hash_point (&zeros[1]));
}

/* Pairs that have the same sum where the second number counts once and the first 33 times. */
static void
test_numbers (void)
{
  g_autofree guint *hashes = g_new (guint, N);

  for (guint i = 0; i < N; i++)
    {
      const guint pair[] = { i, 33 * (N - i) };

      hashes[i] = ka_hash_numbers (pair, G_N_ELEMENTS (pair));
    }
  check_spread (hashes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hash/strings", test_strings);
  g_test_add_func ("/hash/points", test_points);
  g_test_add_func ("/hash/numbers", test_numbers);
  return g_test_run ();
}
