/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-json-private.h"

G_BEGIN_DECLS

/* Members on the way to a frozen list. */
#define KA_JSON_MAX_STEPS 2

/* Characters of an integer that fits 64 bits whatever they are. */
#define KA_JSON_MAX_SHORT_INTEGER 18

/* What a tree needs as long as it lives. */
typedef struct
{
  GStringChunk *letters; /* Owned: of the keys; most stand in many objects */
  GHashTable   *keys;    /* Owned: each key once; owns nothing */
  GHashTable   *places;  /* Owned: frozen list to the GArray of places of its elements */
} KaJsonStore;

/* Where the scanner is. @report is %NULL where the text is known to be good. Functions return
 * whether the structure of the text is right so far. */
typedef struct
{
  const char     *text;
  gsize           length;
  gsize           at;
  guint           depth;
  gboolean        is_faulty; /* something was reported */
  GString        *scratch; /* (nullable): the string that was scanned last; NULL: none is wanted */
  KaJsonStore    *store;   /* (nullable): of the tree */
  KaJsonFaultFunc report;
  gpointer        user_data;

  const char *const *frozen;                   /* (nullable): ways to lists */
  const char        *steps[KA_JSON_MAX_STEPS]; /* of the way to what is scanned */
  const char *const *wanted;                   /* (nullable): members of a frozen object */
  GHashTable        *seen;     /* (nullable): key to the object in which it stood last */
  GArray            *shadowed; /* (nullable), of Shadowed: keys of the objects around */
} KaJsonScanner;

/* The character here; zero at the end. */
static inline char
ka_json_peek (const KaJsonScanner *self)
{
  return self->at < self->length ? self->text[self->at] : '\0';
}

/* Passes over a character, where it stands here. */
static inline gboolean
ka_json_accept (KaJsonScanner *self, char wanted)
{
  if (self->at >= self->length || self->text[self->at] != wanted)
    return FALSE;
  self->at++;
  return TRUE;
}

static inline void
ka_json_skip_blanks (KaJsonScanner *self)
{
  while (self->at < self->length && (self->text[self->at] == ' ' || self->text[self->at] == '\n' ||
                                     self->text[self->at] == '\t' || self->text[self->at] == '\r'))
    self->at++;
}

/* Scans a key and its colon; the key goes to the scratch, where there is one. */
gboolean ka_json_scan_key (KaJsonScanner *self);

/* Scans a value into @value, where that is wanted; %NULL is JSON's null. */
gboolean ka_json_scan_value (KaJsonScanner *self, KaJsonObject **value);

/* Makes a number of its characters. @fault: (out) (transfer full): why it fits no integer of 64
 * bits or no finite fraction. Returns: (transfer full) (nullable) */
KaJsonObject *ka_json_new_number (const char *text, gsize length, gboolean is_integer, char **fault)
  G_GNUC_WARN_UNUSED_RESULT;

/* Reads a number of few characters without making a value of it, the same double as that value has.
 * Returns %FALSE, @number untouched, for a longer one and for one with an exponent. */
gboolean
ka_json_read_short_number (const char *text, gsize length, gboolean is_integer, double *number);

G_END_DECLS
