/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much an atlas may hold, what is left out of a faulty one, and files that change.
 */
#include "config.h"

#include "ka-core-test.h"
#include "ka-reader-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* A folder with one document, a.json. */
typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
  char  *text; /* of the small atlas that is good */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *valid = g_test_build_filename (G_TEST_DIST, "core/faults/valid.json", NULL);

  self->folder = g_dir_make_tmp ("kars-atlas-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.json", NULL);
  self->file = g_file_new_for_path (self->path);
  g_assert_true (g_file_get_contents (valid, &self->text, NULL, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_object_unref (self->file);
  g_free (self->text);
}

/* Writes the small atlas with some words replaced. */
static void
write_with (Fixture *self, const char *old, const char *new)
{
  g_autoptr (GString) text = g_string_new (self->text);

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (text, old, new, 1), ==, 1);
  g_assert_true (g_file_set_contents (self->path, text->str, (gssize) text->len, NULL));
}

/* Whether the document is an atlas within limits; if not, its first fault. */
static gboolean
is_within (Fixture *self, const KaAtlasLimits *limits, char **fault)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas) atlas = ka_reader_load (self->file, limits, NULL, &faults, &error);

  g_assert_nonnull (faults);
  g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
  g_clear_pointer (fault, g_free);
  if (atlas == NULL)
    *fault = ka_fault_to_string (faults->pdata[0]);
  return atlas != NULL;
}

/* Each limit lets pass what is less and what is just as great, and refuses one more. */
static void
test_limits (Fixture *self, gconstpointer data)
{
  static const struct
  {
    gsize       offset;
    gsize       value; /* that of the small atlas */
    const char *says;
  } cases[] = {
    { G_STRUCT_OFFSET (KaAtlasLimits, n_bytes), 0, "a.json: the documents have more than" },
    { G_STRUCT_OFFSET (KaAtlasLimits, n_items), 4, "4 in the list, at most 3 expected" },
    { G_STRUCT_OFFSET (KaAtlasLimits, n_points), 14, "/geography/arcs: 14 points in all arcs" },
    { G_STRUCT_OFFSET (KaAtlasLimits, n_letters), 21, "characters, at most" },
    { G_STRUCT_OFFSET (KaAtlasLimits, n_name_letters), 20, "/title/en: 20 characters, at most 19" },
    { G_STRUCT_OFFSET (KaAtlasLimits, n_id_letters), 12, "/id: 12 characters, at most 11" },
  };

  write_with (self, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gsize value = cases[i].value > 0 ? cases[i].value : strlen (self->text);

      for (int more = -1; more <= 1; more++)
        {
          KaAtlasLimits    limits = ka_atlas_limits;
          g_autofree char *fault = NULL;

          *(gsize *) (gpointer) ((char *) &limits + cases[i].offset) = value + (gsize) more;
          if (is_within (self, &limits, &fault) != (more >= 0))
            g_error ("limit %u, %zu%+d: %s", i, value, more, fault);
          if (more < 0 && strstr (fault, cases[i].says) == NULL)
            g_error ("limit %u: %s", i, fault);
        }
    }
}

/* Of more arcs than an atlas has points, none is read. */
static void
test_many_arcs (Fixture *self, gconstpointer data)
{
  KaAtlasLimits    limits = ka_atlas_limits;
  g_autofree char *fault = NULL;

  limits.n_points = 20;
  write_with (self, "\"arcs\": [\n", "\"arcs\": [0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,\n");
  g_assert_false (is_within (self, &limits, &fault));
  g_assert_nonnull (strstr (fault, "/geography/arcs: 24 points in all arcs, at most 20 expected"));
}

/* Lists lie 63, 64 and 65 levels deep. */
static void
test_nesting (Fixture *self, gconstpointer data)
{
  for (int more = -1; more <= 1; more++)
    {
      const gsize      n = KA_JSON_MAX_DEPTH - 1; /* the root is one more */
      g_autofree char *open = g_strnfill (n + (gsize) more, '[');
      g_autofree char *close = g_strnfill (n + (gsize) more, ']');
      g_autofree char *text = g_strconcat ("{\"x\": ", open, close, "}", NULL);
      g_autofree char *fault = NULL;

      g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
      g_assert_false (is_within (self, &ka_atlas_limits, &fault));
      g_assert_cmpint (strstr (fault, "nested too deep, at most 64") != NULL, ==, more > 0);
    }
}

/* The description of the format tells the numbers. */
static void
test_described (Fixture *self, gconstpointer data)
{
  const struct
  {
    gsize       value, said;
    const char *words;
  } cases[] = {
    { ka_atlas_limits.n_bytes, 512 << 20, "512 MiB" },
    { ka_atlas_limits.n_items, 1000000, "1,000,000 items" },
    { ka_atlas_limits.n_points, 5000000, "5,000,000 points" },
    { ka_atlas_limits.n_letters, 20000, "20,000 characters" },
    { ka_atlas_limits.n_name_letters, 300, "300 characters" },
    { ka_atlas_limits.n_id_letters, 100, "100 characters" },
    { KA_JSON_MAX_DEPTH, 64, "64 levels" },
  };
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, "..", "data", "README.md", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (name, &text, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (cases[i].value, ==, cases[i].said);
      if (strstr (text, cases[i].words) == NULL)
        g_error ("data/README.md does not say “%s”", cases[i].words);
    }
}

/* Events that are faulty by themselves are left out, where nothing refers to them and nothing else
 * is wrong; all is refused where that would be half the truth. */
static void
test_left_out (Fixture *self, gconstpointer data)
{
#define WAR "    {\"id\": \"war\", \"date\": "
  static const struct
  {
    const char *old, *new;
    guint       n_left_out, n_events; /* both 0: refused */
    guint       n_faults;
  } cases[] = {
    { NULL, NULL, 0, 2, 0 },
    { "\"importance\": 3", "\"importance\": 9", 1, 2, 1 },
    { "\"importance\": 3", "\"importance\": 9, \"places\": [\"nowhere\"]", 1, 2, 2 },
    { WAR, "    7,\n" WAR, 1, 3, 1 },
    { WAR, "    {\"id\": \"War\"},\n" WAR, 1, 3, 1 },
    /* Which of two events of one id is meant is not known. */
    { WAR, "    {\"id\": \"war\"},\n" WAR, 2, 3, 8 },
    { "\"date\": \"1918-05-21/1918-05-29\"", "\"date\": \"1918-05-29/1918-05-21\"", 1, 2, 1 },
    /* It came to its end before the article that it names. */
    { "\"importance\": 3", "\"importance\": 3, \"articles\": [\"kars-1\"]", 1, 2, 1 },
    /* The event of the signing is faulty, and a tenure rests on it. */
    { "\"instrument\": \"article:kars-1\", \"certainty\"",
      "\"instrument\": \"event:gone\", \"certainty\"", 0, 0, 1 },
    /* More than events is wrong. */
    { "\"rank\": 1, ", "\"rank\": 1, \"rank\": 1, ", 0, 0, 1 },
    { "\"rank\": 1, ", "\"rank\": 9, ", 0, 0, 1 },
    { "\"events\": [", "\"events\": {}, \"x\": [", 0, 0, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (KaAtlas) atlas = NULL;
      g_autoptr (KaAtlas) whole = NULL;
      KaAtlasGap gap = { 0 };

      write_with (self, cases[i].old, cases[i].new);
      whole = ka_atlas_load (self->file, NULL, NULL);
      g_assert_true ((whole != NULL) == (cases[i].n_faults == 0));
      atlas = ka_atlas_load_partly (self->file, &gap, &faults, &error);
      g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
      g_test_message ("%u: %s", i, faults->len > 0 ? ((KaFault *) faults->pdata[0])->message : "");
      g_assert_cmpuint (faults->len, ==, cases[i].n_faults);
      g_assert_true ((atlas != NULL) == (cases[i].n_events > 0));
      g_assert_true ((error == NULL) == (atlas != NULL));
      if (atlas == NULL)
        continue;
      g_assert_cmpuint (gap.n_left_out, ==, cases[i].n_left_out);
      g_assert_cmpuint (gap.n_events, ==, cases[i].n_events);
      g_assert_cmpuint (ka_atlas_get_items (atlas, KA_ITEM_EVENT)->n_items, ==,
                        gap.n_events - gap.n_left_out);
      g_assert_nonnull (ka_atlas_lookup (atlas, KA_ITEM_EVENT, "signing"));
    }
#undef WAR
}

/* An event on which something rests is never left out. */
static void
test_wanted (Fixture *self, gconstpointer data)
{
  static const char *const rests[][2] = {
    { "\"instrument\": \"article:kars-1\", \"certainty\"",
      "\"instrument\": \"event:signing\", \"certainty\"" },
    { "  \"people\": [", "  \"tours\": [{\"id\": \"t\", \"title\": {\"en\": \"T\"}, \"summary\": "
                         "{\"en\": \"S\"}, \"steps\":"
                         " [{\"day\": \"1921-10-13\", \"selection\": \"event:signing\", \"text\": "
                         "{\"en\": \"X\"}}]}],\n"
                         "  \"people\": [" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    for (int is_faulty = 0; is_faulty < 2; is_faulty++)
      {
        g_autoptr (GString) text = g_string_new (self->text);
        g_autoptr (GPtrArray) faults = NULL;
        g_autoptr (KaAtlas) atlas = NULL;
        KaAtlasGap gap = { 0 };

        g_assert_cmpuint (g_string_replace (text, rests[i][0], rests[i][1], 1), ==, 1);
        if (is_faulty)
          g_string_replace (text, "\"importance\": 5", "\"importance\": 6", 1);
        g_assert_true (g_file_set_contents (self->path, text->str, -1, NULL));
        atlas = ka_atlas_load_partly (self->file, &gap, &faults, NULL);
        g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
        g_assert_cmpuint (faults->len, ==, (guint) is_faulty);
        g_assert_true ((atlas == NULL) == is_faulty);
      }
}

/* Writes more and more blanks behind a document until it is told to end. */
typedef struct
{
  const char *path;
  int         is_done; /* atomic */
} Writer;

static gpointer
write_on (gpointer data)
{
  Writer *self = data;

  while (!g_atomic_int_get (&self->is_done))
    {
      FILE *file = g_fopen (self->path, "a");

      fputs ("        ", file);
      fclose (file);
    }
  return NULL;
}

/* What is read of a file that changes is neither what was there nor what will be. */
static void
test_changing (Fixture *self, gconstpointer data)
{
  g_autofree char *blanks = g_strnfill (30 << 20, ' ');
  g_autofree char *text = g_strconcat (self->text, blanks, NULL);
  g_autofree char *fault = NULL;
  g_autoptr (GError) error = NULL;
  Writer   writer = { .path = self->path };
  GThread *thread;
  KaAtlas *atlas = NULL;

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  g_assert_true (is_within (self, &ka_atlas_limits, &fault));
  thread = g_thread_new ("writer", write_on, &writer);
  /* The writer may not have its turn while a document is read. */
  for (int i = 0; i < 100 && error == NULL; i++)
    {
      atlas = ka_atlas_load (self->file, NULL, &error);
      g_clear_pointer (&atlas, ka_atlas_unref);
    }
  g_atomic_int_set (&writer.is_done, 1);
  g_thread_join (thread);
  g_assert_error (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "changed while it was read"));
  g_assert_true (is_within (self, &ka_atlas_limits, &fault));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/limits/limits", test_limits },     { "/limits/many-arcs", test_many_arcs },
    { "/limits/nesting", test_nesting },   { "/limits/described", test_described },
    { "/limits/left-out", test_left_out }, { "/limits/wanted", test_wanted },
    { "/limits/changing", test_changing },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
