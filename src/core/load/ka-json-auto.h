/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

typedef struct json_object KaJsonObject;

static inline void
ka_json_object_put (KaJsonObject *object)
{
  json_object_put (object);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaJsonObject, ka_json_object_put)

G_END_DECLS
