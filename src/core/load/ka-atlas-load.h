/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-atlas.h"

G_BEGIN_DECLS

#define KA_ATLAS_ERROR (ka_atlas_error_quark ())

/** KaAtlasError: why an atlas cannot be loaded. */
typedef enum
{
  KA_ATLAS_ERROR_READ,    /* a file could not be read */
  KA_ATLAS_ERROR_INVALID, /* the documents are no atlas; the faults say where and why */
} KaAtlasError;

/** KaFault: a fault of an atlas. */
typedef struct
{
  char *file;    /* the document, by its base name */
  int   line;    /* counted from 1; 0 where no line applies */
  char *message; /* what is there and what is expected, in one line */
} KaFault;

GQuark ka_atlas_error_quark (void);

/**
 * ka_fault_free:
 * @fault: (transfer full) (nullable): a fault
 */
void ka_fault_free (KaFault *fault);

/** ka_fault_to_string: Returns: (transfer full): `file:line: message`, without the line where there
 * is none */
char *ka_fault_to_string (const KaFault *fault) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_atlas_load:
 * @file: a folder, of which all `*.json` are read that are regular files and neither hidden nor
 * backups, or one document; also by `resource:///`
 * @faults: (out) (optional) (transfer full) (element-type KaFault): the faults, at most 100, in
 * order of file and line; empty after success; untouched on %KA_ATLAS_ERROR_READ
 * @error: (nullable): %KA_ATLAS_ERROR_READ or %KA_ATLAS_ERROR_INVALID; the latter names the first
 * fault and the number of the others
 *
 * Loads an atlas whole or not at all. data/README.md describes the format. May be called from any
 * thread.
 *
 * Returns: (transfer full) (nullable): the atlas, or %NULL with @error set
 */
KaAtlas *ka_atlas_load (GFile *file, GPtrArray **faults, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaFault, ka_fault_free)

G_END_DECLS
