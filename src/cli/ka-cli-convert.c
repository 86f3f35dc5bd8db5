/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas convert`: imports a foreign document or writes an atlas in a foreign format, and says
 * item by item what the other format cannot carry.
 */
#include "config.h"

#include "ka-cli-export.h"
#include "ka-exchange.h"
#include "ka-json-auto.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What our own format is called on the command line. */
#define OWN_FORMAT "atlas"

/* What is converted into what. */
typedef struct
{
  /* Borrowed */
  const char             *input;
  const char             *output;
  const KaExchangeFormat *from; /* (nullable): our own format, or not said */
  const KaExchangeFormat *to;   /* (nullable): our own format */
  gboolean                is_from_own;

  /* Owned */
  KaAtlas   *atlas;
  char      *json;   /* (nullable): of a foreign document */
  GPtrArray *losses; /* (nullable) (element-type KaLoss) */
} Conversion;

static void
conversion_clear (Conversion *self)
{
  g_clear_pointer (&self->atlas, ka_atlas_unref);
  g_clear_pointer (&self->json, g_free);
  g_clear_pointer (&self->losses, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Conversion, conversion_clear)

/* Finds the format that an option names; %NULL is our own. */
static gboolean
choose_format (const char              *option,
               const char              *word,
               const KaExchangeFormat **format,
               int                     *exit_code)
{
  gsize                   n_formats;
  const KaExchangeFormat *formats = ka_exchange_get_formats (&n_formats);
  g_autofree const char **names = g_new0 (const char *, n_formats + 2);
  guint                   choice = 0;

  names[0] = OWN_FORMAT;
  for (gsize i = 0; i < n_formats; i++)
    names[i + 1] = formats[i].name;
  if (!ka_cli_choose (option, word, names, &choice, exit_code))
    return FALSE;
  *format = choice > 0 ? &formats[choice - 1] : NULL;
  return TRUE;
}

/* Whether a path is that of our own format: a folder, or a name that ends in .json. */
static gboolean
is_own_path (const char *path)
{
  return g_str_has_suffix (path, "/") || g_str_has_suffix (path, ".json") ||
         g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
choose_formats (Conversion *self, const char *from, const char *to, int *exit_code)
{
  if (!choose_format ("--from", from, &self->from, exit_code) ||
      !choose_format ("--to", to, &self->to, exit_code))
    return FALSE;
  self->is_from_own = from != NULL && self->from == NULL;
  if (self->from != NULL && self->from->import == NULL)
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--from %s: the format is only written"),
                                from);
      return FALSE;
    }
  if (self->to != NULL && self->to->export == NULL)
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--to %s: the format is only read"), to);
      return FALSE;
    }
  if (to != NULL)
    return TRUE;
  self->to = ka_exchange_find_by_name (self->output);
  if (self->to == NULL && !is_own_path (self->output))
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                                _ ("%s: its ending says no format, --to expected"), self->output);
      return FALSE;
    }
  if (self->to != NULL && self->to->export == NULL)
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("%s: the format %s is only read"),
                                self->output, self->to->title);
      return FALSE;
    }
  return TRUE;
}

static int
tell_faults (const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      ka_cli_fail (KA_CLI_BAD_INPUT, "%s", line);
    }
  return KA_CLI_BAD_INPUT;
}

static int
load_foreign (Conversion *self, GFile *file, const char *text, gsize length)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GPtrArray) faults = NULL;

  self->json = ka_exchange_import (self->from, name, text, length, &self->atlas, &faults,
                                   &self->losses);
  return self->json != NULL ? KA_CLI_DONE : tell_faults (faults);
}

/* Reads what is to be converted. Returns: the exit code */
static int
load_input (Conversion *self)
{
  g_autoptr (GFile) file = ka_cli_get_file (self->input);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  if (file == NULL)
    return KA_CLI_BAD_INPUT;
  if (!g_file_test (self->input, G_FILE_TEST_IS_DIR) && !self->is_from_own)
    {
      text = ka_atlas_read_text (file, &length, &error);
      if (text == NULL)
        return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);
      if (self->from == NULL)
        self->from = ka_exchange_choose (self->input, text, length);
    }
  if (self->from != NULL && text == NULL)
    return ka_cli_fail (KA_CLI_BAD_INPUT, _ ("%s: a folder, a document expected"), self->input);
  if (self->from != NULL)
    return load_foreign (self, file, text, length);
  self->atlas = ka_cli_load_atlas (self->input);
  return self->atlas != NULL ? KA_CLI_DONE : KA_CLI_BAD_INPUT;
}

/* Says what is lost on the way in and on the way out, and how much. */
static void
tell_losses (const GPtrArray *in, const GPtrArray *out)
{
  const GPtrArray *const ways[] = { in, out };
  guint                  n_losses = 0;

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    for (guint i = 0; ways[way] != NULL && i < ways[way]->len; i++, n_losses++)
      {
        g_autofree char *line = ka_loss_to_string (ways[way]->pdata[i]);

        ka_cli_fail (KA_CLI_DONE, "%s", line);
      }
  if (n_losses > 0)
    ka_cli_fail (KA_CLI_DONE,
                 g_dngettext (GETTEXT_PACKAGE, "%u thing is not carried",
                              "%u things are not carried", n_losses),
                 n_losses);
}

/* Writes a section as a document of its own, an item a line. */
static int
save_section (const char *folder, const char *name, KaJsonObject *section)
{
  g_autofree char *file_name = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  const gboolean is_list = json_object_is_type (section, json_type_array);
  const gsize    n_items = is_list ? json_object_array_length (section) : 0;
  const int      flags = JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE;

  g_string_append_printf (text, "{ \"%s\": ", name);
  if (!is_list)
    g_string_append (text, json_object_to_json_string_ext (section, flags));
  else if (n_items == 0)
    g_string_append (text, "[]");
  for (gsize i = 0; i < n_items; i++)
    g_string_append_printf (
      text, "%s%s%s", i == 0 ? "[\n" : "",
      json_object_to_json_string_ext (json_object_array_get_idx (section, i), flags),
      i + 1 < n_items ? ",\n" : "\n]");
  g_string_append (text, " }\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  return ka_cli_save_bytes (bytes, path);
}

/* Whether a folder can take documents: it has none, or is made here. */
static gboolean
prepare_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) content = NULL;
  const char *name;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    content = g_dir_open (folder, 0, &error);
  if (content == NULL)
    {
      ka_cli_fail (KA_CLI_BAD_INPUT, _ ("cannot make the folder %s: %s"), folder,
                   error != NULL ? error->message : g_strerror (errno));
      return FALSE;
    }
  while ((name = g_dir_read_name (content)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        ka_cli_fail (KA_CLI_BAD_INPUT,
                     _ ("%s: the folder has a document %s already, none expected"), folder, name);
        return FALSE;
      }
  return TRUE;
}

/* Writes the document as a folder with a document for each section. */
static int
save_folder (const char *json, const char *folder)
{
  g_autoptr (KaJsonObject) root = json_tokener_parse (json);
  struct json_object_iterator at = json_object_iter_begin (root);
  struct json_object_iterator end = json_object_iter_end (root);
  int                         exit_code = KA_CLI_DONE;

  if (!prepare_folder (folder))
    return KA_CLI_BAD_INPUT;
  for (; exit_code == KA_CLI_DONE && !json_object_iter_equal (&at, &end);
       json_object_iter_next (&at))
    exit_code = save_section (folder, json_object_iter_peek_name (&at),
                              json_object_iter_peek_value (&at));
  return exit_code;
}

/* Writes what was imported as an atlas of our own. */
static int
save_own (const Conversion *self)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->json == NULL)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("%s is an atlas already, another format for %s expected"), self->input,
                        self->output);
  if (g_str_has_suffix (self->output, "/") || g_file_test (self->output, G_FILE_TEST_IS_DIR))
    return save_folder (self->json, self->output);
  bytes = g_bytes_new (self->json, strlen (self->json));
  return ka_cli_save_bytes (bytes, self->output);
}

/* Writes the atlas in a foreign format. */
static int
save_foreign (const Conversion *self, KaDay day, GPtrArray **losses)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = ka_exchange_export (self->to, self->atlas, day, losses, &error);

  if (text == NULL)
    return ka_cli_fail (KA_CLI_BAD_INPUT, "%s", error->message);
  bytes = g_bytes_new_take (text, strlen (text));
  return ka_cli_save_bytes (bytes, self->output);
}

/* Whether two names lead to one file. */
static gboolean
is_same_file (const char *one, const char *other)
{
  GStatBuf first, second;

  return g_stat (one, &first) == 0 && g_stat (other, &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static int
convert (Conversion *self, const KaCliOptions *options)
{
  g_autoptr (GPtrArray) losses = NULL;
  int exit_code = load_input (self);

  if (exit_code != KA_CLI_DONE)
    return exit_code;
  if (self->to == NULL)
    exit_code = save_own (self);
  else
    exit_code = save_foreign (
      self, options->has_day ? options->day : ka_atlas_get_head (self->atlas)->default_day,
      &losses);
  if (exit_code == KA_CLI_DONE)
    tell_losses (self->losses, losses);
  return exit_code;
}

int
ka_cli_convert (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_auto (Conversion) conversion = { 0 };
  g_autofree char   *from = NULL, *to = NULL;
  int                exit_code = KA_CLI_DONE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from,
      _ ("Format of IN, by default found out from what it says"), _ ("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, _ ("Format of OUT, by default that of its ending"),
      _ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ka_cli_parse (self, arguments, entries, &options, &words, &exit_code))
    return exit_code;
  if (g_strv_length (words) != 2)
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("convert: expected IN and OUT (see kars-atlas convert --help)"));
  conversion.input = words[0];
  conversion.output = words[1];
  if (!choose_formats (&conversion, from, to, &exit_code))
    return exit_code;
  if (is_same_file (conversion.input, conversion.output))
    return ka_cli_fail (KA_CLI_BAD_USAGE,
                        _ ("convert: %s and %s are the same file, another one for OUT expected"),
                        conversion.input, conversion.output);

  return convert (&conversion, &options);
}
