/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-reader-private.h"

G_BEGIN_DECLS

/* What a member is read into. */
typedef struct
{
  KaReader      *reader;
  const KaField *field;
  gpointer       record;
} KaTarget;

/* The first and the second field of the struct that a member becomes. */
#define KA_TARGET_FIELD(target, type) KA_MEMBER ((target)->record, (target)->field->offset, type)
#define KA_TARGET_MORE(target, type)                                                               \
  KA_MEMBER ((target)->record, (target)->field->more_offset, type)

/* What the atlas keeps of a string. */
static inline char *
ka_target_keep (KaReader *self, const char *string)
{
  return ka_arena_strdup (self->atlas->arena, string);
}

/* Whether a field may have that kind of item, that layer or that choice. */
static inline gboolean
ka_target_allows (const KaField *field, guint number)
{
  return field->allowed == 0 || (field->allowed & (1u << number)) != 0;
}

/* ka-reader-references.c: each finds what a member refers to, or reports. */

void ka_target_read_item (const KaTarget *target, const KaNode *node);
void ka_target_read_items (const KaTarget *target, const KaNode *node);
void ka_target_read_geometry (const KaTarget *target, const KaNode *node);

/* Reads the source that a citation names and, after the first colon, the place in it. */
void ka_target_read_source (const KaTarget *target, const KaNode *node);

G_END_DECLS
