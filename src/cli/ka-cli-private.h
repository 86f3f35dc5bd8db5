/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/* Exit codes. */
enum
{
  KA_CLI_DONE = 0,
  KA_CLI_BAD_INPUT = 1, /* an unknown id, a faulty atlas, a path that cannot be written */
  KA_CLI_BAD_USAGE = 2, /* a command line that makes no sense whatever the atlas */
};

/* Which of the shared options a command has, beside --atlas and --help. */
typedef enum
{
  KA_CLI_HAS_DATE = 1 << 0,
  KA_CLI_HAS_FORMAT = 1 << 1,
  KA_CLI_HAS_LANGUAGE = 1 << 2,
} KaCliFlags;

typedef struct _KaCliCommand KaCliCommand;

/* A command. @run gets what follows the command's name and returns the exit code. */
struct _KaCliCommand
{
  const char        *name;
  const char        *arguments; /* after the name, in the line of usage */
  const char        *summary;   /* one line without a full stop */
  const char        *details;   /* printed after the options: words and examples */
  KaCliFlags         flags;
  const char *const *formats; /* (nullable): the values of --format, the default first */
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

gboolean ka_cli_parse (const KaCliCommand *command,
                       const char *const  *arguments,
                       const GOptionEntry *entries,
                       KaCliOptions       *options,
                       char             ***words,
                       int                *exit_code);
gboolean ka_cli_choose (const char        *option,
                        const char        *value,
                        const char *const *choices,
                        guint             *choice,
                        int               *exit_code);
void     ka_cli_options_clear (KaCliOptions *options);

KaAtlas      *ka_cli_load_atlas (const char *path) G_GNUC_WARN_UNUSED_RESULT;
GFile        *ka_cli_get_atlas_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;
const KaItem *ka_cli_find_item (KaAtlas *atlas, const char *reference, guint *step);

int ka_cli_fail (int exit_code, const char *format, ...) G_GNUC_PRINTF (2, 3);
int ka_cli_write (const char *text);

int ka_cli_at (const KaCliCommand *self, const char *const *arguments);
int ka_cli_check (const KaCliCommand *self, const char *const *arguments);
int ka_cli_export (const KaCliCommand *self, const char *const *arguments);
int ka_cli_list (const KaCliCommand *self, const char *const *arguments);
int ka_cli_show (const KaCliCommand *self, const char *const *arguments);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaCliOptions, ka_cli_options_clear)

G_END_DECLS
