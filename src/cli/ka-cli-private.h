/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-filter.h"

G_BEGIN_DECLS

/* Exit codes. */
enum
{
  KA_CLI_DONE = 0,
  KA_CLI_BAD_INPUT = 1, /* an unknown id, a faulty atlas, a path that cannot be written */
  KA_CLI_BAD_USAGE = 2, /* a command line that makes no sense whatever the atlas */
};

/* Which of the shared options a command has, beside --help. */
typedef enum
{
  KA_CLI_HAS_DATE = 1 << 0,
  KA_CLI_HAS_FORMAT = 1 << 1,
  KA_CLI_HAS_LANGUAGE = 1 << 2,
  KA_CLI_HAS_ATLAS = 1 << 3,
} KaCliFlags;

typedef struct _KaCliCommand KaCliCommand;

/* A command. Its texts are in English; @run gets what follows the name and returns the exit code.
 */
struct _KaCliCommand
{
  const char        *name;
  const char        *arguments; /* after the name, in the line of usage */
  const char        *summary;   /* one line without a full stop */
  const char        *details;   /* printed after the options: words and examples */
  KaCliFlags         flags;
  const char *const *formats;     /* (nullable): the values of --format, the default first */
  const char        *format_help; /* (nullable): what they are */
  int (*run) (const KaCliCommand *self, const char *const *arguments);
};

/* What the shared options were set to. */
typedef struct
{
  char      *atlas;  /* (nullable): path */
  guint      format; /* number among the command's formats */
  KaLanguage language;
  gboolean   has_day;
  KaDay      day; /* if @has_day */
} KaCliOptions;

/**
 * ka_cli_parse:
 * @command: what is run
 * @arguments: what follows the command's name
 * @entries: (nullable): the command's own options
 * @options: (out): the shared options
 * @words: (out) (transfer full): the arguments that are no options
 * @exit_code: (out): set when the command is done already
 *
 * Reads options and answers `--help`.
 *
 * Returns: whether the command has still to do its work
 */
gboolean ka_cli_parse (const KaCliCommand *command,
                       const char *const  *arguments,
                       const GOptionEntry *entries,
                       KaCliOptions       *options,
                       char             ***words,
                       int                *exit_code);

/**
 * ka_cli_choose:
 * @option: what is chosen, as the message is to call it
 * @value: (nullable): what was given
 * @choices: (array zero-terminated=1): what there is
 * @choice: (out): the number of @value among @choices; untouched without @value and on failure
 * @exit_code: (out): set on failure
 *
 * Reads one word out of several.
 *
 * Returns: whether @value is missing or one of @choices
 */
gboolean ka_cli_choose (const char        *option,
                        const char        *value,
                        const char *const *choices,
                        guint             *choice,
                        int               *exit_code);

/* Frees what the options hold; the struct itself is the caller's. */
void ka_cli_options_clear (KaCliOptions *options);

/**
 * ka_cli_load_atlas:
 * @path: (nullable): a folder or file; %NULL for the built-in atlas
 *
 * Loads an atlas, and says every fault of one that cannot be used.
 *
 * Returns: (transfer full) (nullable): the atlas
 */
KaAtlas *ka_cli_load_atlas (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_cli_load_atlas_partly:
 * @path: (nullable): as of ka_cli_load_atlas()
 *
 * Loads an atlas for a result of which a person sees the messages too: events that are faulty by
 * themselves are left out, and how many is said.
 *
 * Returns: (transfer full) (nullable): the atlas
 */
KaAtlas *ka_cli_load_atlas_partly (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_cli_get_file:
 * @path: a path, from the root or from the current folder on
 *
 * Finds what a path means, and says when the current folder is gone.
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *ka_cli_get_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_cli_get_atlas_file:
 * @path: (nullable): a folder or file; %NULL for the built-in atlas
 *
 * Returns: (transfer full) (nullable): where the atlas is, as ka_cli_get_file()
 */
GFile *ka_cli_get_atlas_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/** ka_cli_make_name_free: @name: (inout) (transfer full): a file name with an ending, which the
 * program chose; becomes one that no file in the current folder has */
void ka_cli_make_name_free (char **name);

/**
 * ka_cli_find_item:
 * @atlas: an atlas
 * @reference: an id, or kind:id
 * @step: (out) (optional): the step of an annex, where the number of one may stand behind its id
 *
 * Finds what a person names, and says when there is no such thing.
 *
 * Returns: (transfer none) (nullable): the item
 */
const KaItem *ka_cli_find_item (KaAtlas *atlas, const char *reference, guint *step);

/**
 * ka_cli_read_filter:
 * @atlas: an atlas
 * @text: (nullable): the value of `--filter`
 * @filter: (out): the filter; all events without @text
 * @exit_code: (out): set on failure
 *
 * Reads a filter of events, and says what is wrong with it.
 *
 * Returns: whether @text is missing or a filter
 */
gboolean ka_cli_read_filter (KaAtlas *atlas, const char *text, KaFilter *filter, int *exit_code);

/**
 * ka_cli_fail:
 * @exit_code: %KA_CLI_BAD_INPUT or %KA_CLI_BAD_USAGE
 * @format: of the message: one line without a full stop
 * @...: its arguments
 *
 * Writes an error to the standard error; control characters in it are escaped.
 *
 * Returns: @exit_code
 */
int ka_cli_fail (int exit_code, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * ka_cli_write:
 * @text: UTF-8
 *
 * Writes a result to the standard output, whole; control characters in it are escaped.
 *
 * Returns: the exit code: %KA_CLI_DONE, or %KA_CLI_BAD_INPUT when it cannot be written, which is
 * then said
 */
int ka_cli_write (const char *text);

/* The commands; each returns the exit code. */
int ka_cli_at (const KaCliCommand *self, const char *const *arguments);
int ka_cli_changes (const KaCliCommand *self, const char *const *arguments);
int ka_cli_check (const KaCliCommand *self, const char *const *arguments);
int ka_cli_compare (const KaCliCommand *self, const char *const *arguments);
int ka_cli_convert (const KaCliCommand *self, const char *const *arguments);
int ka_cli_describe (const KaCliCommand *self, const char *const *arguments);
int ka_cli_export (const KaCliCommand *self, const char *const *arguments);
int ka_cli_handout (const KaCliCommand *self, const char *const *arguments);
int ka_cli_list (const KaCliCommand *self, const char *const *arguments);
int ka_cli_new (const KaCliCommand *self, const char *const *arguments);
int ka_cli_search (const KaCliCommand *self, const char *const *arguments);
int ka_cli_show (const KaCliCommand *self, const char *const *arguments);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaCliOptions, ka_cli_options_clear)

G_END_DECLS
