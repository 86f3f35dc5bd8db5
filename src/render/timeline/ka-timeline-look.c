/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How an entry looks: lit, beside the point, or filtered out. What is not asked for steps back by
 * size, fill and weight, never so far that it cannot be read: labels keep 4.5:1 on the page, marks
 * and outlines 3:1.
 */

#include "config.h"

#include "ka-timeline-private.h"

/* With a little to spare, for the tint of a marked range. */
#define LABEL_CONTRAST 4.7
#define SHAPE_CONTRAST 3.2
#define N_HALVINGS     12

static KaColour
mix (const KaColour *a, const KaColour *b, double part)
{
  return (KaColour){
    .red = a->red + (b->red - a->red) * part,
    .green = a->green + (b->green - a->green) * part,
    .blue = a->blue + (b->blue - a->blue) * part,
    .alpha = 1,
  };
}

/* The colour between @ink and @page that is so far from @page; @ink where that is no further. */
static KaColour
fade (const KaColour *ink, const KaColour *page, double contrast)
{
  double low = 0, high = 1;

  for (int i = 0; i < N_HALVINGS; i++)
    {
      double         middle = (low + high) / 2;
      const KaColour mixed = mix (ink, page, middle);

      if (ka_colour_get_contrast (&mixed, page) >= contrast)
        low = middle;
      else
        high = middle;
    }

  return mix (ink, page, low);
}

void
ka_timeline_painting_init (KaTimelinePainting *self,
                           cairo_t            *cr,
                           KaTimelineLayout   *layout,
                           const KaViewState  *state,
                           const KaTheme      *theme)
{
  *self = (KaTimelinePainting){ .cr = cr, .layout = layout, .state = state, .theme = theme };
  self->faint_ink = fade (&theme->text_muted, &theme->page, LABEL_CONTRAST);
  self->faint_line = fade (&theme->text_muted, &theme->page, SHAPE_CONTRAST);
}

/* Lives are of no category, so that no filter puts them out; a marked range does. */
gboolean
ka_timeline_entry_passes (const KaTimelineEntry *self, const KaViewState *state)
{
  if (self->categories != 0 && (self->categories & state->categories) == 0)
    return FALSE;

  return !state->has_range || ka_date_overlaps (&self->date, state->range_from, state->range_to);
}

KaTimelineEmphasis
ka_timeline_get_emphasis (const KaTimelinePainting *context, const KaTimelineEntry *entry)
{
  if (entry->item == context->state->selection)
    return KA_TIMELINE_LIT;
  if (!ka_timeline_entry_passes (entry, context->state))
    return KA_TIMELINE_FILTERED;
  if (context->layout->related == NULL)
    return KA_TIMELINE_PLAIN;

  return g_hash_table_contains (context->layout->related, entry->item) ? KA_TIMELINE_LIT
                                                                       : KA_TIMELINE_QUIET;
}

/* The colour of an event's category, or of the land of a life as strong as its name on the map. */
static const KaColour *
get_colour (const KaTheme *theme, const KaTimelineEntry *entry)
{
  return entry->category != 0 ? ka_theme_get_category_colour (theme, entry->category)
                              : &theme->tints[entry->tint].text;
}

KaTimelineLook
ka_timeline_get_look (const KaTimelinePainting *context, const KaTimelineEntry *entry)
{
  const KaTimelineEmphasis emphasis = ka_timeline_get_emphasis (context, entry);
  const KaTheme           *theme = context->theme;
  KaTimelineLook           look = {
              .emphasis = emphasis,
              .line = *get_colour (theme, entry),
              .ink = entry->category != 0 ? theme->text : theme->tints[entry->tint].text,
              .size = 1,
              .fill = 1,
              .is_bold = emphasis == KA_TIMELINE_LIT,
  };

  if (emphasis == KA_TIMELINE_QUIET)
    {
      look.ink = theme->text_muted;
      look.size = 0.75;
      look.fill = 0.35;
    }
  else if (emphasis == KA_TIMELINE_FILTERED)
    {
      look.ink = context->faint_ink;
      look.line = context->faint_line;
      look.size = 0.75;
      look.fill = 0;
    }

  return look;
}
