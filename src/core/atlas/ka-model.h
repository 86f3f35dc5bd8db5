/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-item.h"
#include "ka-span.h"
#include "ka-topology.h"

G_BEGIN_DECLS

/*
 * The items of an atlas; data/README.md describes their members. In all of them:
 * - `item` is the head, `names` are the names over time;
 * - strings are UTF-8; the arena of the atlas owns them and all that pointers lead to, some of it
 *   more than once;
 * - pointers are %NULL only where a comment says (nullable); texts and lists may be empty;
 * - `span` is open where `from` is %KA_DAY_MIN or `to` is %KA_DAY_MAX;
 * - `edtf` is the text of a date, `date` its meaning;
 * - `accuracy_km` is the greatest error of a line in kilometres.
 */

/** KaSource: a bibliographic record. Its item has neither certainty nor citations. */
struct _KaSource
{
  KaItem item;
  char  *citation; /* the whole record in one line */
  char  *label;    /* short form for a list */
  char  *type;     /* documents, book, article, newspaper, web, dataset */
};

/** KaPolityKind: kinds of bodies that held land. */
typedef enum
{
  KA_POLITY_EMPIRE,          /* an empire */
  KA_POLITY_STATE,           /* an independent state */
  KA_POLITY_SOVIET_REPUBLIC, /* a soviet republic, before or within the union */
  KA_POLITY_FEDERATION,      /* a whole of republics */
  KA_POLITY_AUTONOMY,        /* an autonomous part of another polity */
  KA_POLITY_AUTHORITY,       /* an occupation, commissariat or government that was no state */
} KaPolityKind;

/** KaTint: a colour of land; themes give each its fill, band and text. */
typedef enum
{
  KA_TINT_NEUTRAL,   /* of what has no family of colours */
  KA_TINT_SAND,      /* those of polities, which an atlas gives to its families */
  KA_TINT_ASH,       /* a grey with some violet */
  KA_TINT_LIME,      /* a green with much yellow */
  KA_TINT_ROSE,      /* a pale red */
  KA_TINT_MINT,      /* a green with some blue */
  KA_TINT_BEIGE,     /* a paler sand */
  KA_TINT_VIOLET,    /* a blue with some red */
  KA_TINT_OLIVE,     /* a yellow with some green */
  KA_TINT_VERMILION, /* of a featured region */
  KA_TINT_BLUE,      /* of another featured region */
  KA_N_TINTS,        /* the number of tints */
} KaTint;

/** KaMembership: a stretch of time in which a polity belonged to a greater whole. */
typedef struct
{
  const KaPolity *whole; /* the greater whole */
  KaSpan          span;  /* when; open where it lasted as long as the polity */
} KaMembership;

/** KaPolity: a body that can hold land; it exists during @span. */
struct _KaPolity
{
  KaItem        item;
  KaNames       names;
  KaText        initials; /* what stands for its name across its parts; none for most */
  KaPolityKind  kind;
  char         *family; /* of colours: a word of the atlas, or "neutral" */
  KaTint        tint;   /* the colour of its family */
  KaSpan        span;
  KaMembership *memberships;
  guint         n_memberships;

  const KaPolity *government_of; /* (nullable): the state whose government it holds itself to be */
  gboolean        on_timeline;   /* has a row of the timeline where the atlas names no lands */
};

/** KaArea: the smallest piece of land that ever changed hands as one. */
struct _KaArea
{
  KaItem            item;
  KaNames           names;
  double            accuracy_km; /* of its outline */
  const KaGeometry *geometry;    /* its polygons */
  const KaRegion   *region;      /* (nullable) */
  KaList            tenures;     /* of KaTenure, not claimed, in order of time, without hole */
  KaList            claims;      /* of KaTenure, claimed, in order of their start */
};

/** KaPopulation: a statement about the population of a region. */
typedef struct
{
  char       *edtf;      /* the text of its date */
  KaDate      date;      /* the time of the statement */
  KaText      text;      /* the statement */
  KaCitation *citations; /* (array length=n_citations): its sources */
  guint       n_citations;
} KaPopulation;

/** KaRegion: a named group of areas, which a person selects. */
struct _KaRegion
{
  KaItem  item;
  KaNames names;
  KaText  summary;
  KaList  areas; /* of KaArea; empty for what lies outside the map */
  KaTint  tint;  /* KA_TINT_NEUTRAL but for featured regions */

  KaPopulation *population; /* in the order of the document */
  guint         n_population;
};

/** KaTenureKind: ways of holding land. */
typedef enum
{
  KA_TENURE_DE_JURE,   /* held by right */
  KA_TENURE_DE_FACTO,  /* held in fact; another had the right, or it was open */
  KA_TENURE_OCCUPIED,  /* held by armed force, in or after a war */
  KA_TENURE_CONTESTED, /* without a clear holder */
  KA_TENURE_CLAIMED,   /* claimed, not held */
} KaTenureKind;

/** KaTenure: the holder of some areas during an interval, with the kind and the instrument. */
struct _KaTenure
{
  KaItem          item;
  KaList          areas; /* of KaArea, at least one */
  KaSpan          span;
  KaTenureKind    kind;
  const KaPolity *holder;     /* (nullable): without one only if contested */
  const KaPolity *sovereign;  /* (nullable): the owner of the title, if not the holder */
  const KaPolity *autonomy;   /* (nullable): the level below the holder */
  const KaItem   *instrument; /* (nullable): an article, annex, treaty or event */
};

/** KaFrontierKind: kinds of frontiers. */
typedef enum
{
  KA_FRONTIER_TREATY,    /* drawn by a treaty */
  KA_FRONTIER_AWARD,     /* drawn by an arbiter */
  KA_FRONTIER_DISTRICT,  /* between districts of one polity */
  KA_FRONTIER_AUTONOMY,  /* round an autonomy */
  KA_FRONTIER_CEASEFIRE, /* where the fighting stopped */
} KaFrontierKind;

/** KaFrontier: a named line and the instrument that drew it. */
struct _KaFrontier
{
  KaItem            item;
  KaNames           names;
  KaText            summary;
  KaFrontierKind    kind;
  KaSpan            span;
  gboolean          in_force;   /* FALSE for a line that never took effect */
  KaDay             force_from; /* where later than the start: the first day in force */
  int               rank;       /* the strongest line of a day has the highest; 0 for none */
  double            accuracy_km;
  const KaGeometry *geometry;   /* (nullable): its lines; none where a treaty left them open */
  const KaItem     *instrument; /* (nullable) */
  KaList            regions;    /* of KaRegion */
};

/** KaPlaceKind: kinds of places. */
typedef enum
{
  KA_PLACE_TOWN,  /* a town or village */
  KA_PLACE_RUIN,  /* a former town or village */
  KA_PLACE_PEAK,  /* a mountain */
  KA_PLACE_RIVER, /* a river; it has a line */
  KA_PLACE_LAKE,  /* a lake; it has an outline */
  KA_PLACE_SEA,   /* a sea; a label only */
  KA_PLACE_RANGE, /* a range of mountains; its peaks give the line of its label */
} KaPlaceKind;

/** KaPlace: a town, a peak, a water or a range of mountains. */
struct _KaPlace
{
  KaItem            item;
  KaNames           names;
  KaPlaceKind       kind;
  KaPoint           at;   /* degrees */
  int               rank; /* 1 always shown, 2 at region zoom, 3 at district zoom */
  gboolean          is_capital;
  KaDay             capital_from; /* of a capital: the first day */
  int               height_m;     /* peaks; 0 otherwise */
  const KaArea     *area;         /* (nullable): the area that it lies in */
  const KaGeometry *geometry;     /* (nullable): of rivers and lakes */
  KaList            peaks;        /* of KaPlace, from end to end; of ranges */
  KaSpan            span;
};

/** KaPerson: a person who signed a treaty or acted in an event. */
struct _KaPerson
{
  KaItem  item;
  KaNames names;
  KaText  summary;   /* a line or two */
  char   *born_edtf; /* (nullable): unknown; @born is all zero then */
  KaDate  born;
  char   *died_edtf; /* (nullable): alive or unknown; @died is all zero then */
  KaDate  died;
};

/** KaSignatory: a person who signed a treaty for a party, with the office. */
typedef struct
{
  const KaPerson *person;
  const KaPolity *party; /* (nullable) */
  KaText          office;
} KaSignatory;

/** KaTreatyDate: a dated act of a treaty. */
typedef struct
{
  char           *kind; /* signed, ratified, exchanged, in-force, registered, renounced, ended */
  char           *edtf;
  KaDate          date;
  const KaPolity *by; /* (nullable) */
  KaText          place;
  KaCertainty     certainty;
  char           *note; /* (nullable) */
} KaTreatyDate;

/** KaLaterAct: a later act that concerns a treaty. */
typedef struct
{
  const KaItem   *item; /* an event, a treaty, an article or an annex */
  char           *how;  /* confirms, cites, replaces, protests, denounces */
  const KaPolity *by;   /* (nullable): the polity that acts */
  KaText          text; /* what it says about the treaty */
} KaLaterAct;

/** KaTreaty: a legal text as a whole. */
struct _KaTreaty
{
  KaItem        item;
  KaText        title;
  KaText        label; /* a short title, such as "Kars"; may be empty */
  KaText        style;
  KaText        place;
  KaText        languages;
  KaText        outcome;
  KaText        editions;
  KaText        disputed;     /* doubts about its validity, and answers */
  char         *written_date; /* (nullable): the date as the document itself writes it */
  char         *edtf;
  KaDate        date;
  KaList        parties;    /* of KaPolity */
  KaList        successors; /* of KaTreaty */
  KaList        articles;   /* of KaArticle, articles before annexes, by number */
  KaSignatory  *signatories;
  guint         n_signatories;
  KaTreatyDate *dates;
  guint         n_dates;
  KaLaterAct   *later;
  guint         n_later;
};

/** KaCorrespondence: an article of another treaty, and what it lacks of this one. */
typedef struct
{
  const KaArticle *article;
  KaText           difference;
} KaCorrespondence;

/** KaLinePoint: a step of a line that an annex describes. The pieces are the arcs of the first
 * frontier of the annex, counted from 1 in the order of its geometry. */
typedef struct
{
  char       *name;        /* as printed */
  char       *note;        /* (nullable): a remark for the reader */
  KaCertainty certainty;   /* how sure it is that the annex has this step */
  int         first_piece; /* the first piece of the line that it lies on or follows, 0 for none */
  int         last_piece;  /* the last such piece, 0 for none */
  gboolean    has_at;      /* whether @at is known */
  KaPoint     at;          /* the point or the end of the step on the drawn line, in degrees */
  KaCertainty placed;      /* how sure @first_piece, @last_piece and @at are */
} KaLinePoint;

/** KaArticle: an article (item.kind is KA_ITEM_ARTICLE) or an annex (KA_ITEM_ANNEX); its text is a
 * summary. */
struct _KaArticle
{
  KaItem            item;
  const KaTreaty   *treaty;
  int               number;
  char             *label; /* as printed: "V", "I A" */
  KaText            title;
  KaText            text;
  KaText            fate;
  KaList            bound;      /* of KaPolity */
  KaList            regions;    /* of KaRegion */
  KaList            frontiers;  /* of KaFrontier */
  KaList            places;     /* of KaPlace */
  gboolean          is_general; /* concerns every region */
  KaSpan            span;       /* in force; from KA_DAY_MAX for never */
  KaCorrespondence *correspondences;
  guint             n_correspondences;
  KaLinePoint      *points;
  guint             n_points;
};

/** KaCategory: flags of what an event is about. */
typedef enum
{
  KA_CATEGORY_TREATY = 1 << 0,          /* signature, ratification or end of a treaty */
  KA_CATEGORY_WAR = 1 << 1,             /* fighting */
  KA_CATEGORY_DIPLOMACY = 1 << 2,       /* talks, notes, conferences */
  KA_CATEGORY_BORDER_CHANGE = 1 << 3,   /* a change of the holder of land */
  KA_CATEGORY_CLAIM = 1 << 4,           /* a claim to land, or its end */
  KA_CATEGORY_ADMINISTRATION = 1 << 5,  /* a change of administration */
  KA_CATEGORY_STATE_FORMATION = 1 << 6, /* the start or the end of a polity */
  KA_CATEGORY_OTHER = 1 << 7,           /* none of these */
  KA_CATEGORY_ALL = (1 << 8) - 1,       /* all categories */
} KaCategory;

/** KA_N_CATEGORIES: the number of categories; category i is the flag 1 << i. */
#define KA_N_CATEGORIES 8

/** KaRole: a person who acted in an event, with the office or role. */
typedef struct
{
  const KaPerson *person;
  KaText          role;
} KaRole;

/** KaEvent: something dated. */
struct _KaEvent
{
  KaItem     item;
  char      *edtf;
  KaDate     date;
  KaText     title;
  KaText     label; /* a short title for the timeline */
  KaText     summary;
  KaText     where;
  KaText     disputed;
  KaText     unchanged;  /* the reason why no land changes hands on its days */
  char      *old_style;  /* (nullable) */
  KaCategory categories; /* flags */
  KaCategory leading;    /* the flag that gives colour and shape */
  int        importance; /* 1 to 5, 5 the greatest */
  guint      n_people;
  KaList     places;   /* of KaPlace */
  KaList     regions;  /* of KaRegion */
  KaList     articles; /* of KaArticle */
  KaList     treaties; /* of KaTreaty */
  KaList     parties;  /* of KaPolity */
  KaRole    *people;
};

/** KaCorrection: a common error and its correction. */
struct _KaCorrection
{
  KaItem item;
  KaText claim;
  KaText correction;
  KaText said_by; /* who makes the claim */
  char  *verdict; /* (nullable): wrong, misleading, unproven, disputed */
  KaList about;   /* of KaItem */
};

/** KaTerm: a word of the texts and its meaning. Its item has neither certainty nor citations. */
struct _KaTerm
{
  KaItem  item;
  KaNames names;
  KaText  text; /* its meaning in one sentence */
};

/** KaTourStep: a view of a tour and the paragraph that goes with it. */
typedef struct
{
  KaDay   day;
  KaPoint south_west_deg;   /* a corner of what the map shows; equal to the other for any view */
  KaPoint north_east_deg;   /* the opposite corner */
  const KaItem *selection;  /* (nullable): what is selected; never a tour */
  int           point;      /* a step of the selected annex, from 1; 0 for none */
  char         *range_edtf; /* (nullable): the range to mark; @range is all zero then */
  KaDate        range;
  KaText        text; /* one paragraph */
} KaTourStep;

/** KaTour: views of the atlas in an order, each with a paragraph. Its item has neither certainty
 * nor citations: its steps select what has them. */
struct _KaTour
{
  KaItem      item;
  KaText      title;
  KaText      summary;
  KaTourStep *steps; /* (array length=n_steps): at least one */
  guint       n_steps;
};

G_END_DECLS
