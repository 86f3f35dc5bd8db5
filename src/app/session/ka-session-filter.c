/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person narrows the view of a session to: categories, layers, a range of time, and the day
 * that is compared with.
 */

#include "config.h"

#include "ka-session-private.h"

KaCategory
ka_session_get_categories (KaSession *self)
{
  g_return_val_if_fail (KA_IS_SESSION (self), KA_CATEGORY_ALL);

  return self->categories;
}

void
ka_session_set_categories (KaSession *self, KaCategory categories)
{
  g_return_if_fail (KA_IS_SESSION (self));

  if (self->categories == categories)
    return;

  self->categories = categories;
  g_object_notify (G_OBJECT (self), "categories");
}

void
ka_session_set_hidden_layers (KaSession *self, KaMapLayer layers)
{
  g_return_if_fail (KA_IS_SESSION (self));

  if (self->hidden_layers == layers)
    return;

  self->hidden_layers = layers;
  g_object_notify (G_OBJECT (self), "hidden-layers");
}

void
ka_session_pin_day (KaSession *self, KaDay day)
{
  g_return_if_fail (KA_IS_SESSION (self));

  if (self->has_pinned_day && self->pinned_day == day)
    return;

  self->has_pinned_day = TRUE;
  self->pinned_day = day;
  g_object_notify (G_OBJECT (self), "pinned-day");
}

void
ka_session_unpin_day (KaSession *self)
{
  g_return_if_fail (KA_IS_SESSION (self));

  if (!self->has_pinned_day)
    return;

  self->has_pinned_day = FALSE;
  g_object_notify (G_OBJECT (self), "pinned-day");
}

void
ka_session_set_range (KaSession *self, KaDay from, KaDay to)
{
  g_return_if_fail (KA_IS_SESSION (self) && from < to);

  if (self->has_range && self->range_from == from && self->range_to == to)
    return;

  self->has_range = TRUE;
  self->range_from = from;
  self->range_to = to;
  g_object_notify (G_OBJECT (self), "range");
}

void
ka_session_clear_range (KaSession *self)
{
  g_return_if_fail (KA_IS_SESSION (self));

  if (!self->has_range)
    return;

  self->has_range = FALSE;
  g_object_notify (G_OBJECT (self), "range");
}

void
ka_session_fold_groups (KaSession *self, guint64 groups)
{
  g_return_if_fail (KA_IS_SESSION (self));

  if (self->folded_groups == groups)
    return;

  self->folded_groups = groups;
  g_object_notify (G_OBJECT (self), "folded-groups");
}
