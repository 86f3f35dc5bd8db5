/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * KaViewState:
 * @day: the day that is shown
 * @selection: (nullable): what is selected
 * @hover: (nullable): what the pointer is on
 * @language: the language of labels
 * @categories: the events that stand out; the others are faded
 *
 * What painters need to know of the session, by value: items are borrowed from the atlas.
 */
typedef struct
{
  KaDay         day;
  const KaItem *selection;
  const KaItem *hover;
  KaLanguage    language;
  KaCategory    categories;
} KaViewState;

G_END_DECLS
