/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates in words, in six languages: what is written, and that typed dates read it again.
 */
#include "config.h"

#include "ka-date-input.h"
#include "ka-date.h"

#include <string.h>

typedef struct
{
  const char *edtf;
  const char *words[KA_N_LANGUAGES]; /* in the order of KaLanguage */
} Case;

static const Case cases[] = {
  { "1921-10-13",
    { "13 October 1921", "13 Ekim 1921", "13 октября 1921 г.", "1921 թ. հոկտեմբերի 13",
      "1921 წლის 13 ოქტომბერი", "13 oktyabr 1921-ci il" } },
  { "1920-12-02",
    { "2 December 1920", "2 Aralık 1920", "2 декабря 1920 г.", "1920 թ. դեկտեմբերի 2",
      "1920 წლის 2 დეკემბერი", "2 dekabr 1920-ci il" } },
  { "-0043-03-15",
    { "15 March 44 BC", "15 Mart MÖ 44", "15 марта 44 г. до н. э.", "մ.թ.ա. 44 թ. մարտի 15",
      "ძვ. წ. 44 წლის 15 მარტი", "15 mart e.ə. 44-cü il" } },
  { "0378-08-09",
    { "9 August AD 378", "9 Ağustos MS 378", "9 августа 378 г. н. э.", "մ.թ. 378 թ. օգոստոսի 9",
      "ახ. წ. 378 წლის 9 აგვისტო", "9 avqust y.e. 378-ci il" } },
  { "1921-10",
    { "October 1921", "Ekim 1921", "октябрь 1921 г.", "1921 թ. հոկտեմբեր", "1921 წლის ოქტომბერი",
      "oktyabr 1921-ci il" } },
  { "1921", { "1921", "1921", "1921 г.", "1921 թ.", "1921 წელი", "1921-ci il" } },
  { "-0043",
    { "44 BC", "MÖ 44", "44 г. до н. э.", "մ.թ.ա. 44 թ.", "ძვ. წ. 44 წელი", "e.ə. 44-cü il" } },
  { "1453", { "1453", "1453", "1453 г.", "1453 թ.", "1453 წელი", "1453-cü il" } },
  { "1930", { "1930", "1930", "1930 г.", "1930 թ.", "1930 წელი", "1930-cu il" } },
  { "1926", { "1926", "1926", "1926 г.", "1926 թ.", "1926 წელი", "1926-cı il" } },
  { "1933", { "1933", "1933", "1933 г.", "1933 թ.", "1933 წელი", "1933-cü il" } },
  { "2000", { "2000", "2000", "2000 г.", "2000 թ.", "2000 წელი", "2000-ci il" } },
  { "1900", { "1900", "1900", "1900 г.", "1900 թ.", "1900 წელი", "1900-cü il" } },
  { "192X",
    { "1920s", "1920’ler", "1920-е гг.", "1920-ական թթ.", "1920-იანი წლები", "1920-ci illər" } },
  { "191X",
    { "1910s", "1910’lar", "1910-е гг.", "1910-ական թթ.", "1910-იანი წლები", "1910-cu illər" } },
  { "19XX",
    { "1900–1999 (year unknown)", "1900–1999 (yıl bilinmiyor)", "1900–1999 гг. (год неизвестен)",
      "1900–1999 թթ. (տարին անհայտ է)", "1900–1999 წლები (წელი უცნობია)",
      "1900–1999-cu illər (il məlum deyil)" } },
  { "1921-21",
    { "spring 1921", "1921 ilkbaharı", "весна 1921 г.", "1921 թ. գարուն", "1921 წლის გაზაფხული",
      "1921-ci ilin yazı" } },
  { "1921-22",
    { "summer 1921", "1921 yazı", "лето 1921 г.", "1921 թ. ամառ", "1921 წლის ზაფხული",
      "1921-ci ilin yayı" } },
  { "1921-23",
    { "autumn 1921", "1921 sonbaharı", "осень 1921 г.", "1921 թ. աշուն", "1921 წლის შემოდგომა",
      "1921-ci ilin payızı" } },
  { "1920-24",
    { "winter 1920", "1920 kışı", "зима 1920 г.", "1920 թ. ձմեռ", "1920 წლის ზამთარი",
      "1920-ci ilin qışı" } },
  { "1921-XX",
    { "1921 (month unknown)", "1921 (ay bilinmiyor)", "1921 г. (месяц неизвестен)",
      "1921 թ. (ամիսն անհայտ է)", "1921 წელი (თვე უცნობია)", "1921-ci il (ay məlum deyil)" } },
  { "1921-03-XX",
    { "March 1921 (day unknown)", "Mart 1921 (gün bilinmiyor)", "март 1921 г. (день неизвестен)",
      "1921 թ. մարտ (օրն անհայտ է)", "1921 წლის მარტი (დღე უცნობია)",
      "mart 1921-ci il (gün məlum deyil)" } },
  { "1921-XX-XX",
    { "1921 (day unknown)", "1921 (gün bilinmiyor)", "1921 г. (день неизвестен)",
      "1921 թ. (օրն անհայտ է)", "1921 წელი (დღე უცნობია)", "1921-ci il (gün məlum deyil)" } },
  { "1921~",
    { "about 1921", "yaklaşık 1921", "ок. 1921 г.", "մոտավորապես 1921 թ.", "დაახლოებით 1921 წელი",
      "təxminən 1921-ci il" } },
  { "1921-03~",
    { "about March 1921", "yaklaşık Mart 1921", "ок. марта 1921 г.", "մոտավորապես 1921 թ. մարտ",
      "დაახლოებით 1921 წლის მარტი", "təxminən mart 1921-ci il" } },
  { "1921-21~",
    { "about spring 1921", "yaklaşık 1921 ilkbaharı", "ок. весны 1921 г.",
      "մոտավորապես 1921 թ. գարուն", "დაახლოებით 1921 წლის გაზაფხული",
      "təxminən 1921-ci ilin yazı" } },
  { "1921-03?",
    { "March 1921 (uncertain)", "Mart 1921 (kesin değil)", "март 1921 г. (предположительно)",
      "1921 թ. մարտ (ենթադրաբար)", "1921 წლის მარტი (სავარაუდოდ)",
      "mart 1921-ci il (dəqiq məlum deyil)" } },
  { "1921-03-16%",
    { "about 16 March 1921 (uncertain)", "yaklaşık 16 Mart 1921 (kesin değil)",
      "ок. 16 марта 1921 г. (предположительно)", "մոտավորապես 1921 թ. մարտի 16 (ենթադրաբար)",
      "დაახლოებით 1921 წლის 16 მარტი (სავარაუდოდ)",
      "təxminən 16 mart 1921-ci il (dəqiq məlum deyil)" } },
  { "1921-XX?",
    { "1921 (uncertain; month unknown)", "1921 (kesin değil; ay bilinmiyor)",
      "1921 г. (предположительно; месяц неизвестен)", "1921 թ. (ենթադրաբար; ամիսն անհայտ է)",
      "1921 წელი (სავარაუდოდ; თვე უცნობია)", "1921-ci il (dəqiq məlum deyil; ay məlum deyil)" } },
  { "1918-05-21/1918-05-29",
    { "21–29 May 1918", "21–29 Mayıs 1918", "21–29 мая 1918 г.", "1918 թ. մայիսի 21–29",
      "1918 წლის 21–29 მაისი", "21–29 may 1918-ci il" } },
  { "1918-05-21/1918-06-03",
    { "21 May – 3 June 1918", "21 Mayıs – 3 Haziran 1918", "21 мая – 3 июня 1918 г.",
      "1918 թ. մայիսի 21 – հունիսի 3", "1918 წლის 21 მაისი – 3 ივნისი",
      "21 may – 3 iyun 1918-ci il" } },
  { "1918-12-21/1919-01-03",
    { "21 December 1918 – 3 January 1919", "21 Aralık 1918 – 3 Ocak 1919",
      "21 декабря 1918 г. – 3 января 1919 г.", "1918 թ. դեկտեմբերի 21 – 1919 թ. հունվարի 3",
      "1918 წლის 21 დეკემბერი – 1919 წლის 3 იანვარი",
      "21 dekabr 1918-ci il – 3 yanvar 1919-cu il" } },
  { "1921-03/1921-10",
    { "March–October 1921", "Mart–Ekim 1921", "март–октябрь 1921 г.", "1921 թ. մարտ–հոկտեմբեր",
      "1921 წლის მარტი–ოქტომბერი", "mart–oktyabr 1921-ci il" } },
  { "1920-12/1921-03",
    { "December 1920 – March 1921", "Aralık 1920 – Mart 1921", "декабрь 1920 г. – март 1921 г.",
      "1920 թ. դեկտեմբեր – 1921 թ. մարտ", "1920 წლის დეკემბერი – 1921 წლის მარტი",
      "dekabr 1920-ci il – mart 1921-ci il" } },
  { "1918/1921",
    { "1918–1921", "1918–1921", "1918–1921 гг.", "1918–1921 թթ.", "1918–1921 წლები",
      "1918–1921-ci illər" } },
  { "-0043/-0030",
    { "44 BC – 31 BC", "MÖ 44 – MÖ 31", "44 г. до н. э. – 31 г. до н. э.",
      "մ.թ.ա. 44 թ. – մ.թ.ա. 31 թ.", "ძვ. წ. 44 წელი – ძვ. წ. 31 წელი",
      "e.ə. 44-cü il – e.ə. 31-ci il" } },
  { "1918/1921-03",
    { "1918 – March 1921", "1918 – Mart 1921", "1918 г. – март 1921 г.", "1918 թ. – 1921 թ. մարտ",
      "1918 წელი – 1921 წლის მარტი", "1918-ci il – mart 1921-ci il" } },
  { "1918~/1921?",
    { "about 1918 – 1921 (uncertain)", "yaklaşık 1918 – 1921 (kesin değil)",
      "ок. 1918 г. – 1921 г. (предположительно)", "մոտավորապես 1918 թ. – 1921 թ. (ենթադրաբար)",
      "დაახლოებით 1918 წელი – 1921 წელი (სავარაუდოდ)",
      "təxminən 1918-ci il – 1921-ci il (dəqiq məlum deyil)" } },
  { "192X/193X",
    { "1920s – 1930s", "1920’ler – 1930’lar", "1920-е гг. – 1930-е гг.",
      "1920-ական թթ. – 1930-ական թթ.", "1920-იანი წლები – 1930-იანი წლები",
      "1920-ci illər – 1930-cu illər" } },
  { "1921-21/1921-23",
    { "spring 1921 – autumn 1921", "1921 ilkbaharı – 1921 sonbaharı",
      "весна 1921 г. – осень 1921 г.", "1921 թ. գարուն – 1921 թ. աշուն",
      "1921 წლის გაზაფხული – 1921 წლის შემოდგომა", "1921-ci ilin yazı – 1921-ci ilin payızı" } },
  { "1945-06-02/..",
    { "from 2 June 1945", "2 Haziran 1945’ten itibaren", "со 2 июня 1945 г.",
      "1945 թ. հունիսի 2-ից սկսած", "1945 წლის 2 ივნისიდან", "2 iyun 1945-ci ildən etibarən" } },
  { "1945-06/..",
    { "from June 1945", "Haziran 1945’ten itibaren", "с июня 1945 г.", "1945 թ. հունիսից սկսած",
      "1945 წლის ივნისიდან", "iyun 1945-ci ildən etibarən" } },
  { "1921/..",
    { "from 1921", "1921’den itibaren", "с 1921 г.", "1921 թվականից սկսած", "1921 წლიდან",
      "1921-ci ildən etibarən" } },
  { "192X/..",
    { "from 1920s", "1920–1929 yıllarından itibaren", "с 1920-х гг.", "1920-ական թվականներից սկսած",
      "1920-იანი წლებიდან", "1920-ci illərdən etibarən" } },
  { "1921-24/..",
    { "from winter 1921", "1921 kışından itibaren", "с зимы 1921 г.", "1921 թ. ձմռանից սկսած",
      "1921 წლის ზამთრიდან", "1921-ci ilin qışından etibarən" } },
  { "1985-04-12~/..",
    { "from about 12 April 1985", "yaklaşık 12 Nisan 1985’ten itibaren", "с ок. 12 апреля 1985 г.",
      "մոտավորապես 1985 թ. ապրիլի 12-ից սկսած", "დაახლოებით 1985 წლის 12 აპრილიდან",
      "təxminən 12 aprel 1985-ci ildən etibarən" } },
  { "../1921-10-13",
    { "until 13 October 1921", "13 Ekim 1921’e kadar", "до 13 октября 1921 г.",
      "մինչև 1921 թ. հոկտեմբերի 13-ը", "1921 წლის 13 ოქტომბრამდე",
      "13 oktyabr 1921-ci ilə qədər" } },
  { "../1921-08",
    { "until August 1921", "Ağustos 1921’e kadar", "до августа 1921 г.", "մինչև 1921 թ. օգոստոսը",
      "1921 წლის აგვისტომდე", "avqust 1921-ci ilə qədər" } },
  { "../1923",
    { "until 1923", "1923’e kadar", "до 1923 г.", "մինչև 1923 թվականը", "1923 წლამდე",
      "1923-cü ilə qədər" } },
  { "../191X",
    { "until 1910s", "1910–1919 yıllarına kadar", "до 1910-х гг.", "մինչև 1910-ական թվականները",
      "1910-იან წლებამდე", "1910-cu illərə qədər" } },
  { "../1921-22",
    { "until summer 1921", "1921 yazına kadar", "до лета 1921 г.", "մինչև 1921 թ. ամառը",
      "1921 წლის ზაფხულამდე", "1921-ci ilin yayına qədər" } },
  { "../1921-03~",
    { "until about March 1921", "yaklaşık Mart 1921’e kadar", "до ок. марта 1921 г.",
      "մինչև մոտավորապես 1921 թ. մարտը", "დაახლოებით 1921 წლის მარტამდე",
      "təxminən mart 1921-ci ilə qədər" } },
  { "1945-06/",
    { "from June 1945 (end unknown)", "Haziran 1945’ten itibaren (bitişi bilinmiyor)",
      "с июня 1945 г. (конец неизвестен)", "1945 թ. հունիսից սկսած (ավարտն անհայտ է)",
      "1945 წლის ივნისიდან (დასასრული უცნობია)",
      "iyun 1945-ci ildən etibarən (sonu məlum deyil)" } },
  { "/1935",
    { "until 1935 (start unknown)", "1935’e kadar (başlangıcı bilinmiyor)",
      "до 1935 г. (начало неизвестно)", "մինչև 1935 թվականը (սկիզբն անհայտ է)",
      "1935 წლამდე (დასაწყისი უცნობია)", "1935-ci ilə qədər (başlanğıcı məlum deyil)" } },
  { "/1935?",
    { "until 1935 (uncertain) (start unknown)",
      "1935’e kadar (kesin değil) (başlangıcı bilinmiyor)",
      "до 1935 г. (предположительно) (начало неизвестно)",
      "մինչև 1935 թվականը (ենթադրաբար) (սկիզբն անհայտ է)",
      "1935 წლამდე (სავარაუდოდ) (დასაწყისი უცნობია)",
      "1935-ci ilə qədər (dəqiq məlum deyil) (başlanğıcı məlum deyil)" } },
  { "[1921-10-13,1921-10-23]",
    { "13 or 23 October 1921", "13 veya 23 Ekim 1921", "13 или 23 октября 1921 г.",
      "1921 թ. հոկտեմբերի 13 կամ 23", "1921 წლის 13 ან 23 ოქტომბერი",
      "13 və ya 23 oktyabr 1921-ci il" } },
  { "[1921-10-13,1921-10-16,1921-10-23]",
    { "13, 16 or 23 October 1921", "13, 16 veya 23 Ekim 1921", "13, 16 или 23 октября 1921 г.",
      "1921 թ. հոկտեմբերի 13, 16 կամ 23", "1921 წლის 13, 16 ან 23 ოქტომბერი",
      "13, 16 və ya 23 oktyabr 1921-ci il" } },
  { "[1921-10-13,1921-11-23]",
    { "13 October or 23 November 1921", "13 Ekim veya 23 Kasım 1921",
      "13 октября или 23 ноября 1921 г.", "1921 թ. հոկտեմբերի 13 կամ նոյեմբերի 23",
      "1921 წლის 13 ოქტომბერი ან 23 ნოემბერი", "13 oktyabr və ya 23 noyabr 1921-ci il" } },
  { "[1667,1668,1670..1672]",
    { "1667, 1668 or between 1670 and 1672", "1667, 1668 veya 1670 ile 1672 arasında",
      "1667 г., 1668 г. или не ранее 1670 г. и не позднее 1672 г.",
      "1667 թ., 1668 թ. կամ ոչ շուտ, քան 1670 թվականը, և ոչ ուշ, քան 1672 թվականը",
      "1667 წელი, 1668 წელი ან არა უადრეს 1670 წლისა და არა უგვიანეს 1672 წლისა",
      "1667-ci il, 1668-ci il və ya 1670-ci il ilə 1672-ci il arasında" } },
  { "[1908..1909]",
    { "between 1908 and 1909", "1908 ile 1909 arasında", "не ранее 1908 г. и не позднее 1909 г.",
      "ոչ շուտ, քան 1908 թվականը, և ոչ ուշ, քան 1909 թվականը",
      "არა უადრეს 1908 წლისა და არა უგვიანეს 1909 წლისა", "1908-ci il ilə 1909-cu il arasında" } },
  { "[1921-10-13..1921-10-23]",
    { "between 13 and 23 October 1921", "13 ile 23 Ekim 1921 arasında",
      "не ранее 13 и не позднее 23 октября 1921 г.",
      "ոչ շուտ, քան 1921 թ. հոկտեմբերի 13-ը, և ոչ ուշ, քան 23-ը",
      "არა უადრეს 1921 წლის 13-ისა და არა უგვიანეს 23 ოქტომბრისა",
      "13 ilə 23 oktyabr 1921-ci il arasında" } },
  { "[1921-03..1921-10]",
    { "between March and October 1921", "Mart ile Ekim 1921 arasında",
      "не ранее марта и не позднее октября 1921 г.",
      "ոչ շուտ, քան 1921 թ. մարտը, և ոչ ուշ, քան հոկտեմբերը",
      "არა უადრეს 1921 წლის მარტისა და არა უგვიანეს ოქტომბრისა",
      "mart ilə oktyabr 1921-ci il arasında" } },
  { "[..1945-06]",
    { "by June 1945", "en geç Haziran 1945", "не позднее июня 1945 г.",
      "ոչ ուշ, քան 1945 թ. հունիսը", "არა უგვიანეს 1945 წლის ივნისისა",
      "ən geci iyun 1945-ci il" } },
  { "[..1945-06-13]",
    { "by 13 June 1945", "en geç 13 Haziran 1945", "не позднее 13 июня 1945 г.",
      "ոչ ուշ, քան 1945 թ. հունիսի 13-ը", "არა უგვიანეს 1945 წლის 13 ივნისისა",
      "ən geci 13 iyun 1945-ci il" } },
  { "[1945-06..]",
    { "not before June 1945", "en erken Haziran 1945", "не ранее июня 1945 г.",
      "ոչ շուտ, քան 1945 թ. հունիսը", "არა უადრეს 1945 წლის ივნისისა",
      "ən tezi iyun 1945-ci il" } },
  { "[1945..]",
    { "not before 1945", "en erken 1945", "не ранее 1945 г.", "ոչ շուտ, քան 1945 թվականը",
      "არა უადრეს 1945 წლისა", "ən tezi 1945-ci il" } },
  { "[1921-10-13~..1921-10-23]",
    { "between about 13 October 1921 and 23 October 1921",
      "yaklaşık 13 Ekim 1921 ile 23 Ekim 1921 arasında",
      "не ранее ок. 13 октября 1921 г. и не позднее 23 октября 1921 г.",
      "ոչ շուտ, քան մոտավորապես 1921 թ. հոկտեմբերի 13-ը, և ոչ ուշ, քան 1921 թ. հոկտեմբերի 23-ը",
      "არა უადრეს დაახლოებით 1921 წლის 13 ოქტომბრისა და არა უგვიანეს 1921 წლის 23 ოქტომბრისა",
      "təxminən 13 oktyabr 1921-ci il ilə 23 oktyabr 1921-ci il arasında" } },
};

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDate date;

      g_assert_true (ka_date_parse_edtf (cases[i].edtf, &date, NULL));
      for (int language = 0; language < KA_N_LANGUAGES; language++)
        {
          g_autofree char *words = ka_date_to_words (&date, cases[i].edtf, (KaLanguage) language);

          g_assert_cmpstr (words, ==, cases[i].words[language]);
        }
    }
}

static void
test_spans (void)
{
  const KaDay  day = ka_day_from_ymd (1921, 10, 13);
  const KaSpan spans[] = {
    { day, ka_day_from_ymd (1922, 12, 2) }, { day, KA_DAY_MAX }, { KA_DAY_MIN, day }, KA_SPAN_ALWAYS
  };
  const char *const words[][KA_N_LANGUAGES] = {
    { "13 October 1921 – 2 December 1922", "13 Ekim 1921 – 2 Aralık 1922",
      "13 октября 1921 г. – 2 декабря 1922 г.", "1921 թ. հոկտեմբերի 13 – 1922 թ. դեկտեմբերի 2",
      "1921 წლის 13 ოქტომბერი – 1922 წლის 2 დეკემბერი",
      "13 oktyabr 1921-ci il – 2 dekabr 1922-ci il" },
    { "from 13 October 1921", "13 Ekim 1921’den itibaren", "с 13 октября 1921 г.",
      "1921 թ. հոկտեմբերի 13-ից սկսած", "1921 წლის 13 ოქტომბრიდან",
      "13 oktyabr 1921-ci ildən etibarən" },
    { "until 13 October 1921", "13 Ekim 1921’e kadar", "до 13 октября 1921 г.",
      "մինչև 1921 թ. հոկտեմբերի 13-ը", "1921 წლის 13 ოქტომბრამდე", "13 oktyabr 1921-ci ilə qədər" },
    { "always", "her zaman", "всегда", "միշտ", "ყოველთვის", "həmişə" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    for (int language = 0; language < KA_N_LANGUAGES; language++)
      {
        g_autofree char *text = ka_span_to_words (spans[i], (KaLanguage) language);

        g_assert_cmpstr (text, ==, words[i][language]);
      }
}

static void
test_old_style (void)
{
  static const char *const words[][KA_N_LANGUAGES] = {
    { "30 September O.S.", "eski takvimle 30 Eylül", "30 сентября ст. ст.",
      "հին տոմարով սեպտեմբերի 30", "ძველი სტილით 30 სექტემბერი", "köhnə təqvimlə 30 sentyabr" },
    { "19 December 1917 O.S.", "eski takvimle 19 Aralık 1917", "19 декабря 1917 г. ст. ст.",
      "հին տոմարով 1917 թ. դեկտեմբերի 19", "ძველი სტილით 1917 წლის 19 დეკემბერი",
      "köhnə təqvimlə 19 dekabr 1917-ci il" },
  };
  const KaDay days[] = { ka_day_from_ymd (1921, 10, 13), ka_day_from_ymd (1918, 1, 1) };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    for (int language = 0; language < KA_N_LANGUAGES; language++)
      {
        g_autofree char *text = ka_day_to_old_style_words (days[i], (KaLanguage) language);

        g_assert_cmpstr (text, ==, words[i][language]);
      }
}

static void
test_short (void)
{
  const KaDayParts all = KA_DAY_PART_DAY | KA_DAY_PART_MONTH | KA_DAY_PART_YEAR;
  const struct
  {
    KaDay       day;
    KaDayParts  parts;
    const char *words[KA_N_LANGUAGES];
  } shorts[] = {
    { ka_day_from_ymd (1921, 6, 13),
      all,
      { "13 Jun 1921", "13 Haz 1921", "13 июн 1921", "13 հնս 1921", "13 ივნ 1921",
        "13 iyn 1921" } },
    { ka_day_from_ymd (1921, 6, 13),
      KA_DAY_PART_MONTH,
      { "Jun", "Haz", "июнь", "հնս", "ივნ", "iyn" } },
    { ka_day_from_ymd (1921, 5, 13),
      KA_DAY_PART_DAY | KA_DAY_PART_MONTH,
      { "13 May", "13 May", "13 мая", "13 մյս", "13 მაი", "13 may" } },
    { ka_day_from_ymd (1900, 3, 13),
      KA_DAY_PART_DAY | KA_DAY_PART_MONTH | KA_DAY_PART_OLD_STYLE,
      { "29 Feb", "29 Şub", "29 фев", "29 փտվ", "29 თებ", "29 fev" } },
    { ka_day_from_ymd (-43, 3, 15),
      KA_DAY_PART_YEAR,
      { "44 BC", "MÖ 44", "44 до н. э.", "մ.թ.ա. 44", "ძვ. წ. 44", "e.ə. 44" } },
    { ka_day_from_ymd (14, 8, 19),
      KA_DAY_PART_YEAR,
      { "AD 14", "MS 14", "14 н. э.", "մ.թ. 14", "ახ. წ. 14", "y.e. 14" } },
    { ka_day_from_ymd (378, 8, 9),
      all,
      { "9 Aug AD 378", "9 Ağu MS 378", "9 авг 378 н. э.", "9 օգս մ.թ. 378", "9 აგვ ახ. წ. 378",
        "9 avq y.e. 378" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shorts); i++)
    for (int language = 0; language < KA_N_LANGUAGES; language++)
      {
        g_autofree char *text = ka_day_to_short_words (shorts[i].day, shorts[i].parts,
                                                       (KaLanguage) language);

        g_assert_cmpstr (text, ==, shorts[i].words[language]);
      }
}

static void
assert_short_days (KaDay first, KaDay last, KaDayParts parts, const char *expected)
{
  g_autofree char *words = ka_days_to_short_words (first, last, parts, KA_LANGUAGE_EN);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_short_intervals (void)
{
  const KaDayParts days = KA_DAY_PART_DAY | KA_DAY_PART_MONTH | KA_DAY_PART_YEAR;
  const KaDayParts months = KA_DAY_PART_MONTH | KA_DAY_PART_YEAR;
  const KaDay      day = ka_day_from_ymd (1921, 3, 16);

  assert_short_days (day, day, days, "16 Mar 1921");
  assert_short_days (day, day + 2, days, "16 – 18 Mar 1921");
  assert_short_days (day, day + 40, days, "16 Mar – 25 Apr 1921");
  assert_short_days (ka_day_from_ymd (1920, 12, 20), ka_day_from_ymd (1921, 1, 10), days,
                     "20 Dec – 10 Jan 1921");
  assert_short_days (day, day + 600, days, "16 Mar 1921 – 6 Nov 1922");
  assert_short_days (day, day + 200, months, "Mar – Oct 1921");
  assert_short_days (day, day + 300, months, "Mar 1921 – Jan 1922");
  assert_short_days (day, day + 3000, KA_DAY_PART_YEAR, "1921 – 1929");
  assert_short_days (ka_day_from_ymd (-43, 1, 1), day, KA_DAY_PART_YEAR, "44 BC – 1921");
}

/* The last digit that is not 0, or the last power of ten, decides on the ending. */
static void
test_endings (void)
{
  static const struct
  {
    const char *edtf, *turkish, *azerbaijani;
  } endings[] = {
    { "../1901", "1901’e kadar", "1901-ci ilə qədər" },
    { "../1902", "1902’ye kadar", "1902-ci ilə qədər" },
    { "../1906", "1906’ya kadar", "1906-cı ilə qədər" },
    { "../1909", "1909’a kadar", "1909-cu ilə qədər" },
    { "../1910", "1910’a kadar", "1910-cu ilə qədər" },
    { "../1920", "1920’ye kadar", "1920-ci ilə qədər" },
    { "../1940", "1940’a kadar", "1940-cı ilə qədər" },
    { "../1900", "1900’e kadar", "1900-cü ilə qədər" },
    { "../2000", "2000’e kadar", "2000-ci ilə qədər" },
    { "1904/..", "1904’ten itibaren", "1904-cü ildən etibarən" },
    { "1940/..", "1940’tan itibaren", "1940-cı ildən etibarən" },
    { "1970/..", "1970’ten itibaren", "1970-ci ildən etibarən" },
    { "1990/..", "1990’dan itibaren", "1990-cı ildən etibarən" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *turkish = NULL, *azerbaijani = NULL;
      KaDate           date;

      g_assert_true (ka_date_parse_edtf (endings[i].edtf, &date, NULL));
      turkish = ka_date_to_words (&date, endings[i].edtf, KA_LANGUAGE_TR);
      azerbaijani = ka_date_to_words (&date, endings[i].edtf, KA_LANGUAGE_AZ);
      g_assert_cmpstr (turkish, ==, endings[i].turkish);
      g_assert_cmpstr (azerbaijani, ==, endings[i].azerbaijani);
    }
}

static void
assert_reads (const char *words, KaDay from, KaDay to)
{
  g_autoptr (GError) error = NULL;
  KaDay read_from, read_to;

  if (!ka_date_input_parse (words, KA_LANGUAGE_EN, &read_from, &read_to, NULL, &error))
    g_error ("%s: %s", words, error->message);
  if (read_from != from || read_to != to)
    g_error ("%s is read as another date", words);
}

/* What a date says that has been written and is typed again: all days between its ends, or where it
 * is open those of the end that it has. */
static KaSpan
get_said (const KaDate *date)
{
  KaSpan said = { date->earliest, date->end_latest };

  if (said.to == KA_DAY_MAX)
    said.to = date->start_latest == KA_DAY_MAX ? KA_DAY_MAX : date->start_latest + 1;
  if (said.from == KA_DAY_MIN)
    said.from = date->end_earliest == KA_DAY_MIN ? KA_DAY_MIN : date->end_earliest - 1;
  return said;
}

/* All dates above in all languages. A set that is open says its end by phrases alone. */
static void
test_typed_again (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int language = 0; language < KA_N_LANGUAGES; language++)
      {
        g_autoptr (GError) error = NULL;
        KaDate date;
        KaSpan said, read;

        g_assert_true (ka_date_parse_edtf (cases[i].edtf, &date, NULL));
        said = get_said (&date);
        if (!ka_date_input_parse (cases[i].words[language], (KaLanguage) language, &read.from,
                                  &read.to, NULL, &error))
          g_error ("%s, “%s”: %s", cases[i].edtf, cases[i].words[language], error->message);
        if ((said.from != KA_DAY_MIN && read.from != said.from) ||
            (said.to != KA_DAY_MAX && read.to != said.to))
          g_error ("%s, “%s”: read as another date", cases[i].edtf, cases[i].words[language]);
      }
}

/* Every day of a year, month and year of all languages, full and short. */
static void
test_typed (void)
{
  static const gint64 years[] = { 1921, 1920, 476, -43 };

  for (int language = 0; language < KA_N_LANGUAGES; language++)
    for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
      {
        const KaLanguage in = (KaLanguage) language;
        const KaDay      from = ka_day_from_ymd (years[i], 1, 1);
        const KaDay      to = ka_day_from_ymd (years[i] + 1, 1, 1);

        for (KaDay day = from; day < to; day++)
          {
            const KaDayParts parts = KA_DAY_PART_DAY | KA_DAY_PART_MONTH | KA_DAY_PART_YEAR;
            g_autofree char *words = ka_day_to_words (day, in);
            g_autofree char *short_words = ka_day_to_short_words (day, parts, in);

            assert_reads (words, day, day + 1);
            assert_reads (short_words, day, day + 1);
          }
        for (int month = 1; month <= 12; month++)
          {
            const KaDay      first = ka_day_from_ymd (years[i], month, 1);
            const KaDay      end = first + ka_day_get_days_in_month (years[i], month);
            g_autofree char *edtf = g_strdup_printf (years[i] < 0 ? "%05" G_GINT64_FORMAT "-%02d"
                                                                  : "%04" G_GINT64_FORMAT "-%02d",
                                                     years[i], month);
            g_autofree char *words = NULL;
            g_autofree char *short_words = ka_day_to_short_words (
              first, KA_DAY_PART_MONTH | KA_DAY_PART_YEAR, in);
            KaDate date;

            g_assert_true (ka_date_parse_edtf (edtf, &date, NULL));
            words = ka_date_to_words (&date, edtf, in);
            assert_reads (words, first, end);
            assert_reads (short_words, first, end);
          }
      }
}

/* The plain days, months and years of the table, and their intervals. */
static void
test_typed_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDate date;

      if (strpbrk (cases[i].edtf, "X~?%[") != NULL || strstr (cases[i].edtf, "-2") != NULL ||
          g_str_has_prefix (cases[i].edtf, "..") || g_str_has_suffix (cases[i].edtf, "..") ||
          strchr (cases[i].edtf, '/') != NULL)
        continue;
      g_assert_true (ka_date_parse_edtf (cases[i].edtf, &date, NULL));
      for (int language = 0; language < KA_N_LANGUAGES; language++)
        assert_reads (cases[i].words[language], date.earliest, date.end_latest);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-words/dates", test_dates);
  g_test_add_func ("/date-words/spans", test_spans);
  g_test_add_func ("/date-words/old-style", test_old_style);
  g_test_add_func ("/date-words/short", test_short);
  g_test_add_func ("/date-words/short-intervals", test_short_intervals);
  g_test_add_func ("/date-words/endings", test_endings);
  g_test_add_func ("/date-words/typed", test_typed);
  g_test_add_func ("/date-words/typed-again", test_typed_again);
  g_test_add_func ("/date-words/typed-table", test_typed_table);
  return g_test_run ();
}
