/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page-column.h"

G_BEGIN_DECLS

/** KA_PAGE_CLAIM_WIDTH: the width of a card, in virtual units. */
#define KA_PAGE_CLAIM_WIDTH 1200.0
/** KA_PAGE_CLAIM_UPRIGHT: the width of a card that is higher than wide, in virtual units. */
#define KA_PAGE_CLAIM_UPRIGHT 800.0

/** ka_page_claim_day: Returns: the day that a claim is about: of its event, article or treaty, else
 * @day */
KaDay ka_page_claim_day (const KaCorrection *claim, KaDay day);

/** ka_page_claim_dup_text: Returns: (transfer full): the card in words, for a reader who does not
 * see it: the claim, the verdict and the correction */
char *ka_page_claim_dup_text (const KaCorrection *claim,
                              KaLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_page_claim_paint: draws the card of the correction that is selected: the claim, the verdict,
 * the clause, a small map of what it is about, two sources; nothing for other selections */
void ka_page_claim_paint (const KaPageContext *context);

G_END_DECLS
