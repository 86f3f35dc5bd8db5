/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

#define KA_FILTER_ERROR (ka_filter_error_quark ())

/**
 * KaFilterError:
 * @KA_FILTER_ERROR_SYNTAX: the text is no filter, whatever the atlas
 * @KA_FILTER_ERROR_PARTY: the atlas has no such polity
 */
typedef enum
{
  KA_FILTER_ERROR_SYNTAX,
  KA_FILTER_ERROR_PARTY,
} KaFilterError;

/** KA_FILTER_MAX_PARTIES: the most parties of a filter. */
#define KA_FILTER_MAX_PARTIES 8

/**
 * KaFilter:
 * @categories: flags; an event has one of them. %KA_CATEGORY_ALL admits all events
 * @certainties: flags, bit n for #KaCertainty n; an event has one of them. 0 admits all events
 * @parties: (nullable): one of them takes part in an event; borrowed, in the order of the atlas,
 * the first %NULL ends them. None admits all events
 *
 * Which events are shown. By value.
 */
typedef struct
{
  KaCategory      categories;
  guint           certainties;
  const KaPolity *parties[KA_FILTER_MAX_PARTIES];
} KaFilter;

GQuark ka_filter_error_quark (void);

/** ka_filter_all: Returns: the filter that admits all events */
static inline KaFilter
ka_filter_all (void)
{
  return (KaFilter){ .categories = KA_CATEGORY_ALL };
}

/** ka_filter_is_active: Returns: whether it may keep events out */
gboolean ka_filter_is_active (const KaFilter *self);

/** ka_filter_equals: Returns: whether two filters ask for the same */
gboolean ka_filter_equals (const KaFilter *self, const KaFilter *other);

/** ka_filter_admits: Returns: whether it lets an event pass */
gboolean ka_filter_admits (const KaFilter *self, const KaEvent *event);

/** ka_filter_count_parties: Returns: how many parties it names */
guint ka_filter_count_parties (const KaFilter *self);

/** ka_filter_has_party: Returns: whether it names @party */
gboolean ka_filter_has_party (const KaFilter *self, const KaPolity *party);

/** ka_filter_toggle_party: takes @party away, or adds it. A full filter stays as it is. */
void ka_filter_toggle_party (KaFilter *self, const KaPolity *party);

/** ka_filter_list_parties: Returns: (transfer container) (element-type KaPolity): the polities that
 * take part in an event, those in most events first. O(events + polities log polities) */
GPtrArray *ka_filter_list_parties (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_filter_parse:
 * @atlas: knows the parties
 * @text: conditions such as `category=treaty,war;party=turkey;certainty=certain`; "" for none
 * @filter: (out): the filter; untouched on failure
 * @error: (nullable): %KA_FILTER_ERROR, which names the nearest word, where there is one
 *
 * Reads what ka_filter_to_string() writes.
 *
 * Returns: whether @text is a filter
 */
gboolean ka_filter_parse (KaAtlas *atlas, const char *text, KaFilter *filter, GError **error);

/** ka_filter_to_string: Returns: (transfer full): the text for ka_filter_parse(); "" where all
 * events pass */
char *ka_filter_to_string (const KaFilter *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
