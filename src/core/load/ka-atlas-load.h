/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ka-atlas.h"

G_BEGIN_DECLS

#define KA_ATLAS_ERROR (ka_atlas_error_quark ())

/** KA_ATLAS_MAX_BYTES: no document is longer, nor are all of an atlas. */
#define KA_ATLAS_MAX_BYTES (512 * 1024 * 1024)

/** KA_ATLAS_MAX_FAULTS: faults beyond this many are counted, not kept. */
#define KA_ATLAS_MAX_FAULTS 100

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
  int   column;  /* counted from 1, in characters; 0 where none applies */
  char *message; /* what is there and what is expected, in one line */
} KaFault;

/** KaAtlasGap: what is left out of an atlas. */
typedef struct
{
  guint n_left_out; /* events */
  guint n_events;   /* events of the documents, those among them */
} KaAtlasGap;

GQuark ka_atlas_error_quark (void);

/**
 * ka_fault_free:
 * @fault: (transfer full) (nullable): a fault
 */
void ka_fault_free (KaFault *fault);

/** ka_fault_to_string: Returns: (transfer full): `file:line:column: message`, without line and
 * column where there are none */
char *ka_fault_to_string (const KaFault *fault) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_faults_set_error:
 * @faults: (element-type KaFault): at least one fault
 * @error: (out) (nullable): %KA_ATLAS_ERROR_INVALID with the first fault and the number of others
 */
void ka_faults_set_error (const GPtrArray *faults, GError **error);

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

/**
 * ka_atlas_read_text:
 * @file: a regular file
 * @length: (out): its length in bytes; of one that is too long, more than %KA_ATLAS_MAX_BYTES
 * @error: (nullable): %KA_ATLAS_ERROR_READ
 *
 * Reads a document as a whole, but stops beyond the limit. A pipe or a device is refused.
 *
 * Returns: (transfer full) (nullable): the bytes and a zero behind them, or %NULL with @error set
 */
char *ka_atlas_read_text (GFile *file, gsize *length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_atlas_load_text:
 * @name: what faults call the document
 * @text: (transfer full): the document, as ka_atlas_read_text() gives it
 * @length: its length in bytes
 * @faults: (out) (optional) (transfer full) (element-type KaFault): as of ka_atlas_load()
 * @error: (nullable): %KA_ATLAS_ERROR_INVALID
 *
 * Loads an atlas from one document, as ka_atlas_load() does from a file.
 *
 * Returns: (transfer full) (nullable): the atlas, or %NULL with @error set
 */
KaAtlas *ka_atlas_load_text (const char *name,
                             char       *text,
                             gsize       length,
                             GPtrArray **faults,
                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_atlas_load_partly:
 * @file: as of ka_atlas_load()
 * @gap: (out) (optional): how many events are left out; without it none is
 * @faults: (out) (optional) (transfer full) (element-type KaFault): as of ka_atlas_load(), and
 * those of the events that are left out
 * @error: (nullable): as of ka_atlas_load()
 *
 * Loads an atlas as ka_atlas_load() does, but leaves out events that are faulty by themselves and
 * to which nothing refers: the map and all other items stay as true as they were. Whoever shows the
 * atlas says how many events are missing.
 *
 * Returns: (transfer full) (nullable): the atlas, or %NULL with @error set
 */
KaAtlas *ka_atlas_load_partly (GFile *file, KaAtlasGap *gap, GPtrArray **faults, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/** ka_atlas_load_text_partly: as ka_atlas_load_text() and ka_atlas_load_partly(). Returns:
 * (transfer full) (nullable): the atlas, or %NULL with @error set */
KaAtlas *ka_atlas_load_text_partly (const char *name,
                                    char       *text,
                                    gsize       length,
                                    KaAtlasGap *gap,
                                    GPtrArray **faults,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/** ka_atlas_gap_dup_words: Returns: (transfer full) (nullable): a sentence that says how many
 * events are left out, or %NULL where none is */
char *ka_atlas_gap_dup_words (const KaAtlasGap *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaFault, ka_fault_free)

G_END_DECLS
