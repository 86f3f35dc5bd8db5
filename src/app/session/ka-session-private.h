/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-history.h"
#include "ka-session.h"

G_BEGIN_DECLS

struct _KaSession
{
  GObject parent_instance;

  /* Owned */
  KaAtlas   *atlas;
  KaHistory *history;

  /* Borrowed from the atlas */
  const KaItem *selection;
  const KaItem *hover;

  guint      step;
  guint      hover_step;
  KaDay      day;
  KaMapLayer hidden_layers;
  gboolean   has_pinned_day;
  KaDay      pinned_day;
  gboolean   shows_old_style;
  KaGrouping grouping;
  guint64    folded_groups;
  gboolean   has_range;
  KaDay      range_from;
  KaDay      range_to;
  KaCategory categories;
  KaLanguage language;
};

G_END_DECLS
