/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions of maps that no atlas holds, in every language of labels. They follow the language of
 * the labels, not that of the interface: a picture reads the same on every machine.
 */

#include "config.h"

#include "ka-captions.h"

static const char *const words[KA_N_LEGEND_WORDS][KA_N_LANGUAGES] = {
  [KA_LEGEND_CONTESTED] = { "Contested", "Çekişmeli", "Спорная территория", "Վիճելի", "სადავო",
                            "Mübahisəli" },
  [KA_LEGEND_OCCUPIED] = { "Occupied", "İşgal altında", "Оккупировано", "Գրավված", "ოკუპირებული",
                           "İşğal altında" },
  [KA_LEGEND_CLAIMED] = { "Claimed", "Talep edilen", "Притязания", "Հավակնություն", "პრეტენზია",
                          "İddia olunan" },
  [KA_LEGEND_STATE_FRONTIER] = { "Frontier of states", "Devlet sınırı", "Государственная граница",
                                 "Պետական սահման", "სახელმწიფო საზღვარი", "Dövlət sərhədi" },
  [KA_LEGEND_UNCERTAIN_FRONTIER] = { "Contested or uncertain frontier",
                                     "Çekişmeli veya belirsiz sınır",
                                     "Спорная или неточная граница", "Վիճելի կամ անորոշ սահման",
                                     "სადავო ან გაურკვეველი საზღვარი",
                                     "Mübahisəli və ya qeyri-müəyyən sərhəd" },
  [KA_LEGEND_OCCUPATION_LIMIT] = { "Limit of occupation", "İşgal sınırı", "Линия оккупации",
                                   "Գրավման սահման", "ოკუპაციის საზღვარი", "İşğal xətti" },
  [KA_LEGEND_REPUBLIC_BORDER] = { "Border of republics", "Cumhuriyetler arası sınır",
                                  "Граница республик", "Հանրապետությունների սահման",
                                  "რესპუბლიკების საზღვარი", "Respublikalararası sərhəd" },
  [KA_LEGEND_AUTONOMY_LIMIT] = { "Limit of an autonomy", "Özerk bölge sınırı", "Граница автономии",
                                 "Ինքնավարության սահման", "ავტონომიის საზღვარი",
                                 "Muxtariyyət sərhədi" },
  [KA_LEGEND_PINNED] = { "Frontiers of", "Sınırlar:", "Границы:", "Սահմանները՝",
                         "საზღვრები:", "Sərhədlər:" },
  [KA_LEGEND_HEADING] = { "Legend", "Lejant", "Условные знаки", "Պայմանական նշաններ",
                          "პირობითი ნიშნები", "Şərti işarələr" },
  [KA_LEGEND_KM] = { "km", "km", "км", "կմ", "კმ", "km" },
  [KA_LEGEND_M] = { "m", "m", "м", "մ", "მ", "m" },
};

const char *
ka_legend_get_word (KaLegendWord word, KaLanguage language)
{
  g_return_val_if_fail ((guint) word < KA_N_LEGEND_WORDS, "");
  g_return_val_if_fail ((guint) language < KA_N_LANGUAGES, "");

  return words[word][language];
}
