/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions of maps that no atlas holds, in every language of labels. They follow the language of
 * the labels, not that of the interface: a picture reads the same on every machine.
 */

#include "config.h"

#include "ka-captions.h"

static const char *const captions[KA_N_CAPTIONS][KA_N_LANGUAGES] = {
  [KA_CAPTION_CONTESTED] = { "Contested", "Çekişmeli", "Спорная территория", "Վիճելի", "სადავო",
                             "Mübahisəli" },
  [KA_CAPTION_OCCUPIED_BY] = { "Occupied · %s", "İşgal altında · %s", "Оккупировано · %s",
                               "Գրավված · %s", "ოკუპირებული · %s", "İşğal altında · %s" },
  [KA_CAPTION_CLAIMED_BY] = { "Claimed · %s", "Talep edilen · %s", "Притязания · %s",
                              "Հավակնություն · %s", "პრეტენზია · %s", "İddia olunan · %s" },
  [KA_CAPTION_HELD_BY] = { "Held in fact · %s", "Fiilen elinde tutan · %s", "Фактически · %s",
                           "Փաստացի · %s", "ფაქტობრივად · %s", "Faktiki olaraq · %s" },
  [KA_CAPTION_IN_COLOURS] = { "in the colour of each", "kendi renginde", "цветом каждого",
                              "յուրաքանչյուրի գույնով", "თითოეულის ფერით", "hər birinin rəngində" },
  [KA_CAPTION_IN_FACT] = { "%s (in fact)", "%s (fiilen)", "%s (фактически)", "%s (փաստացի)",
                           "%s (ფაქტობრივად)", "%s (faktiki)" },
  [KA_CAPTION_TITLE] = { "title %s", "hukuken %s", "юридически: %s", "իրավաբար՝ %s",
                         "იურიდიულად: %s", "hüquqi: %s" },
  [KA_CAPTION_TITLE_NOT_SETTLED] = { "title not settled", "hukuki durumu belirsiz",
                                     "принадлежность не определена", "պատկանելությունը որոշված չէ",
                                     "კუთვნილება გაურკვეველია", "mənsubiyyəti müəyyən deyil" },
  [KA_CAPTION_SIGNED] = { "signed, not in force", "imzalandı, yürürlükte değil",
                          "подписано, не в силе", "ստորագրված է, ուժի մեջ չէ",
                          "ხელმოწერილია, ძალაში არ არის", "imzalanıb, qüvvədə deyil" },
  [KA_CAPTION_NOT_IN_FORCE] = { "not in force", "yürürlükte değil", "не в силе", "ուժի մեջ չէ",
                                "ძალაში არ არის", "qüvvədə deyil" },
  [KA_CAPTION_INEXACT] = { "approximate course", "yaklaşık güzergâh", "прохождение приблизительно",
                           "մոտավոր ընթացք", "მიახლოებითი მიმართულება", "təxmini keçdiyi yer" },
  [KA_CAPTION_NO_LINE] = { "no line drawn", "çizilmiş hat yok", "линия не проведена",
                           "գիծ չի գծված", "ხაზი არ არის გავლებული", "xətt çəkilməyib" },
  [KA_CAPTION_NOT_ON_THIS_DAY] = { "not in existence on this day", "bu günde mevcut değil",
                                   "в этот день не существует", "այս օրը գոյություն չունի",
                                   "ამ დღეს არ არსებობს", "bu gün mövcud deyil" },
  [KA_CAPTION_STATE_FRONTIER] = { "Frontier of states", "Devlet sınırı", "Государственная граница",
                                  "Պետական սահման", "სახელმწიფო საზღვარი", "Dövlət sərhədi" },
  [KA_CAPTION_FACT_LIMIT] = { "Limit of control in fact", "Fiilî hâkimiyet sınırı",
                              "Фактический рубеж", "Փաստացի սահման", "ფაქტობრივი ზღვარი",
                              "Faktiki hədd" },
  [KA_CAPTION_REPUBLIC_BORDER] = { "Border of republics", "Cumhuriyetler arası sınır",
                                   "Граница республик", "Հանրապետությունների սահման",
                                   "რესპუბლიკების საზღვარი", "Respublikalararası sərhəd" },
  [KA_CAPTION_AUTONOMY_LIMIT] = { "Limit of an autonomy", "Özerk bölge sınırı", "Граница автономии",
                                  "Ինքնավարության սահման", "ავტონომიის საზღვარი",
                                  "Muxtariyyət sərhədi" },
  [KA_CAPTION_FRONTIERS_OF] = { "Frontiers of %s", "Sınırlar: %s", "Границы: %s", "Սահմանները՝ %s",
                                "საზღვრები: %s", "Sərhədlər: %s" },
  [KA_CAPTION_CHANGED_FRONTIER] = { "Frontier new or changed, %s", "Yeni veya değişen sınır, %s",
                                    "Новая или изменённая граница, %s",
                                    "Նոր կամ փոփոխված սահման, %s", "ახალი ან შეცვლილი საზღვარი, %s",
                                    "Yeni və ya dəyişmiş sərhəd, %s" },
  [KA_CAPTION_ENDED_FRONTIER] = { "Frontier ended, %s", "Kalkan sınır, %s",
                                  "Упразднённая граница, %s", "Վերացած սահման, %s",
                                  "გაუქმებული საზღვარი, %s", "Ləğv edilmiş sərhəd, %s" },
  [KA_CAPTION_HEADING] = { "Legend", "Lejant", "Условные знаки", "Պայմանական նշաններ",
                           "პირობითი ნიშნები", "Şərti işarələr" },
  [KA_CAPTION_KILOMETRES] = { "%s km", "%s km", "%s км", "%s կմ", "%s კმ", "%s km" },
  [KA_CAPTION_METRES] = { "%s m", "%s m", "%s м", "%s մ", "%s მ", "%s m" },
  [KA_CAPTION_LENGTH_HERE] = { "%s here", "burada %s", "%s здесь", "%s այստեղ", "%s აქ",
                               "burada %s" },
  [KA_CAPTION_LENGTH_IN_MIDDLE] = { "%s in the middle", "ortada %s", "%s в середине",
                                    "%s մեջտեղում", "%s შუაში", "ortada %s" },
  [KA_CAPTION_NORTH] = { "N", "K", "С", "Հ", "ჩ", "Ş" },
  [KA_CAPTION_ARTICLE] = { "Article %s", "Madde %s", "Статья %s", "Հոդված %s", "მუხლი %s",
                           "Maddə %s" },
  [KA_CAPTION_ANNEX] = { "Annex %s", "Ek %s", "Приложение %s", "Հավելված %s", "დანართი %s",
                         "Əlavə %s" },
  [KA_CAPTION_AS_ON_THIS_DAY] = { "the map as it was on this day", "haritanın o günkü hâli",
                                  "карта на этот день", "քարտեզն այդ օրվա դրությամբ",
                                  "რუკა ამ დღის მდგომარეობით", "xəritə həmin günə görə" },
  [KA_CAPTION_OWN_WORDS] = { "Summaries in our own words.", "Özetler kendi sözlerimizledir.",
                             "Изложение наше.", "Ամփոփումները մեր խոսքերով են։",
                             "შეჯამებები ჩვენი სიტყვებითაა.", "Xülasələr öz sözlərimizlədir." },
  [KA_CAPTION_SOURCES] = { "Sources: %s.", "Kaynaklar: %s.", "Источники: %s.", "Աղբյուրներ: %s.",
                           "წყაროები: %s.", "Mənbələr: %s." },
  [KA_CAPTION_TODAY] = { "today", "bugün", "сегодня", "այսօր", "დღეს", "bu gün" },
  [KA_CAPTION_ELSEWHERE] = { "Elsewhere", "Diğer yerler", "Другие места", "Այլ վայրեր",
                             "სხვა ადგილები", "Digər yerlər" },
  [KA_CAPTION_NO_MAP] = { "This atlas has no map.", "Bu atlasın haritası yok.",
                          "В этом атласе нет карты.", "Այս ատլասը քարտեզ չունի։",
                          "ამ ატლასს რუკა არ აქვს.", "Bu atlasın xəritəsi yoxdur." },
};

const char *
ka_caption_get (KaCaption caption, KaLanguage language)
{
  g_return_val_if_fail ((guint) caption < KA_N_CAPTIONS, "");
  g_return_val_if_fail ((guint) language < KA_N_LANGUAGES, "");

  return captions[caption][language];
}

char *
ka_caption_format (KaCaption caption, KaLanguage language, const char *value)
{
  GString *text = g_string_new (ka_caption_get (caption, language));

  g_string_replace (text, "%s", value, 1);

  return g_string_free (text, FALSE);
}
