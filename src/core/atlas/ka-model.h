/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-item.h"
#include "ka-span.h"
#include "ka-topology.h"

G_BEGIN_DECLS

/*
 * The items of an atlas, as data/README.md has them. In all of them:
 * - `item` is the head, `names` are those over time, `kind` and `tint` are what their types say;
 * - strings are UTF-8; they, and all that pointers lead to, belong to the atlas;
 * - pointers are never %NULL but where it is told; texts and lists may be empty;
 * - `from` is the first day, %KA_DAY_MIN where it is open; `to` is the end (exclusive), %KA_DAY_MAX
 *   where it is open;
 * - `edtf` is the text of a date as written, `date` what it means;
 * - `accuracy_km` says how many kilometres a line may be off.
 */

/** KaSource: a bibliographic record. Its item has neither certainty nor citations. */
struct _KaSource
{
  KaItem item;
  char  *citation; /* the whole record in one line */
  char  *label;    /* short form for a list */
  char  *type;     /* documents, book, article, newspaper, web, dataset */
};

/**
 * KaPolityKind:
 * @KA_POLITY_EMPIRE: an empire
 * @KA_POLITY_STATE: an independent state
 * @KA_POLITY_SOVIET_REPUBLIC: a soviet republic, before or within the union
 * @KA_POLITY_FEDERATION: a whole made of republics
 * @KA_POLITY_AUTONOMY: an autonomous part of another polity
 * @KA_POLITY_AUTHORITY: an occupation, commissariat or government that was no state
 *
 * What sort of body held land.
 */
typedef enum
{
  KA_POLITY_EMPIRE,
  KA_POLITY_STATE,
  KA_POLITY_SOVIET_REPUBLIC,
  KA_POLITY_FEDERATION,
  KA_POLITY_AUTONOMY,
  KA_POLITY_AUTHORITY,
} KaPolityKind;

/**
 * KaTint:
 * @KA_TINT_NEUTRAL: none in particular
 * @KA_TINT_TURKEY: of the Ottoman Empire and what followed it
 * @KA_TINT_RUSSIA: of the Russian Empire and what followed it
 * @KA_TINT_GEORGIA: of Georgia
 * @KA_TINT_ARMENIA: of Armenia
 * @KA_TINT_AZERBAIJAN: of Azerbaijan
 * @KA_TINT_PERSIA: of Persia and Iran
 * @KA_TINT_BRITAIN: of the British administrations
 * @KA_TINT_TRANSCAUCASIAN: of the bodies common to Transcaucasia
 * @KA_TINT_VERMILION: of a hero among the regions
 * @KA_TINT_BLUE: of the other hero
 * @KA_N_TINTS: how many there are
 *
 * A family of colours; themes give each its fill, band and text.
 */
typedef enum
{
  KA_TINT_NEUTRAL,
  KA_TINT_TURKEY,
  KA_TINT_RUSSIA,
  KA_TINT_GEORGIA,
  KA_TINT_ARMENIA,
  KA_TINT_AZERBAIJAN,
  KA_TINT_PERSIA,
  KA_TINT_BRITAIN,
  KA_TINT_TRANSCAUCASIAN,
  KA_TINT_VERMILION,
  KA_TINT_BLUE,
  KA_N_TINTS,
} KaTint;

/**
 * KaMembership:
 * @whole: what it belonged to
 * @from: first day, %KA_DAY_MIN for as long as it lived
 * @to: end (exclusive), %KA_DAY_MAX for as long as it lived
 *
 * That a polity belonged to a greater whole for a while.
 */
typedef struct
{
  const KaPolity *whole;
  KaSpan          span;
} KaMembership;

/** KaPolity: who can hold land. Lives from @from up to, not including, @to. */
struct _KaPolity
{
  KaItem        item;
  KaNames       names;
  KaPolityKind  kind;
  KaTint        tint;
  KaSpan        span;
  KaMembership *memberships;
  gsize         n_memberships;
  gboolean      on_timeline; /* its life is a span of the timeline */
};

/** KaArea: the smallest piece of land that ever changed hands as one. */
struct _KaArea
{
  KaItem            item;
  KaNames           names;
  double            accuracy_km; /* how far its outline may be off */
  const KaGeometry *geometry;    /* its polygons */
  const KaRegion   *region;      /* (nullable) */
  KaList            tenures;     /* of KaTenure, not claimed, in order of time, filling it */
  KaList            claims;      /* of KaTenure, claimed, in order of their start */
};

/**
 * KaPopulation:
 * @edtf: the text of its date
 * @date: the time that it is about
 * @text: the statement
 * @citations: (array length=n_citations): where it comes from
 *
 * A statement about who lived in a region at some time.
 */
typedef struct
{
  char       *edtf;
  KaDate      date;
  KaText      text;
  KaCitation *citations;
  gsize       n_citations;
} KaPopulation;

/** KaRegion: what a person clicks: a named group of areas. */
struct _KaRegion
{
  KaItem  item;
  KaNames names;
  KaText  summary;
  KaList  areas; /* of KaArea; empty for what lies outside the map */
  KaTint  tint;  /* KA_TINT_NEUTRAL but for the heroes */

  KaPopulation *population; /* in the order in which they are written */
  gsize         n_population;
};

/**
 * KaTenureKind:
 * @KA_TENURE_DE_JURE: by right
 * @KA_TENURE_DE_FACTO: in fact, the right being another's or open
 * @KA_TENURE_OCCUPIED: by armed force, in or after a war
 * @KA_TENURE_CONTESTED: by nobody who could be named
 * @KA_TENURE_CLAIMED: not at all; somebody said that it should be theirs
 *
 * In which way land was held.
 */
typedef enum
{
  KA_TENURE_DE_JURE,
  KA_TENURE_DE_FACTO,
  KA_TENURE_OCCUPIED,
  KA_TENURE_CONTESTED,
  KA_TENURE_CLAIMED,
} KaTenureKind;

/** KaTenure: some areas, an interval, who held them, in which way and by which instrument. */
struct _KaTenure
{
  KaItem          item;
  KaList          areas; /* of KaArea, at least one */
  KaSpan          span;
  KaTenureKind    kind;
  const KaPolity *holder;     /* (nullable): only for contested ones */
  const KaPolity *sovereign;  /* (nullable): who had the title where that is not the holder */
  const KaPolity *autonomy;   /* (nullable): the level below the holder */
  const KaItem   *instrument; /* (nullable): an article, annex, treaty or event */
};

/**
 * KaFrontierKind:
 * @KA_FRONTIER_TREATY: drawn by a treaty
 * @KA_FRONTIER_AWARD: drawn by an arbiter
 * @KA_FRONTIER_DISTRICT: between districts of one polity
 * @KA_FRONTIER_AUTONOMY: round an autonomy
 * @KA_FRONTIER_CEASEFIRE: where the fighting stopped
 *
 * What sort of line it was.
 */
typedef enum
{
  KA_FRONTIER_TREATY,
  KA_FRONTIER_AWARD,
  KA_FRONTIER_DISTRICT,
  KA_FRONTIER_AUTONOMY,
  KA_FRONTIER_CEASEFIRE,
} KaFrontierKind;

/** KaFrontier: a named line with the instrument that drew it. */
struct _KaFrontier
{
  KaItem            item;
  KaNames           names;
  KaText            summary;
  KaFrontierKind    kind;
  KaSpan            span;
  gboolean          in_force; /* false for what never took effect */
  double            accuracy_km;
  const KaGeometry *geometry;   /* its lines */
  const KaItem     *instrument; /* (nullable) */
  KaList            regions;    /* of KaRegion */
};

/**
 * KaPlaceKind:
 * @KA_PLACE_TOWN: a town or village
 * @KA_PLACE_RUIN: what was one
 * @KA_PLACE_PEAK: a mountain
 * @KA_PLACE_RIVER: a river; it has a line
 * @KA_PLACE_LAKE: a lake; it has an outline
 * @KA_PLACE_SEA: a sea; a label only
 *
 * What sort of point or water it is.
 */
typedef enum
{
  KA_PLACE_TOWN,
  KA_PLACE_RUIN,
  KA_PLACE_PEAK,
  KA_PLACE_RIVER,
  KA_PLACE_LAKE,
  KA_PLACE_SEA,
} KaPlaceKind;

/** KaPlace: a town, a peak, a water. */
struct _KaPlace
{
  KaItem            item;
  KaNames           names;
  KaPlaceKind       kind;
  KaPoint           at;   /* degrees */
  int               rank; /* 1 always shown, 2 at region zoom, 3 at district zoom */
  gboolean          is_capital;
  int               height_m; /* peaks; 0 otherwise */
  const KaArea     *area;     /* (nullable): where it lies */
  const KaGeometry *geometry; /* (nullable): of rivers and lakes */
  KaSpan            span;
};

/** KaPerson: somebody who signed a treaty or acted in an event. */
struct _KaPerson
{
  KaItem  item;
  KaNames names;
  KaText  summary;   /* who it was, in a line or two */
  char   *born_edtf; /* (nullable): not known; @born is all zero then */
  KaDate  born;
  char   *died_edtf; /* (nullable): alive or not known */
  KaDate  died;
};

/** KaSignatory: who signed a treaty, for whom, in which office. */
typedef struct
{
  const KaPerson *person;
  const KaPolity *party; /* (nullable) */
  KaText          office;
} KaSignatory;

/** KaTreatyDate: a step in the life of a treaty. */
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

/**
 * KaLaterAct:
 * @item: an event, a treaty, an article or an annex
 * @how: what it does with the treaty: confirms, cites, replaces, protests, denounces
 * @by: (nullable): whose act it is
 * @text: what it says of the treaty
 *
 * A later act that concerns a treaty.
 */
typedef struct
{
  const KaItem   *item;
  char           *how;
  const KaPolity *by;
  KaText          text;
} KaLaterAct;

/** KaTreaty: a legal text as a whole. */
struct _KaTreaty
{
  KaItem        item;
  KaText        title;
  KaText        style;
  KaText        place;
  KaText        languages;
  KaText        outcome;
  KaText        editions;
  KaText        disputed;     /* who calls it void or in doubt, and the answers */
  char         *written_date; /* (nullable): the date as the document itself writes it */
  char         *edtf;
  KaDate        date;
  KaList        parties;    /* of KaPolity */
  KaList        successors; /* of KaTreaty */
  KaList        articles;   /* of KaArticle, articles before annexes, by number */
  KaSignatory  *signatories;
  gsize         n_signatories;
  KaTreatyDate *dates;
  gsize         n_dates;
  KaLaterAct   *later;
  gsize         n_later;
};

/** KaCorrespondence: an article of another treaty and what this one has that the other lacks. */
typedef struct
{
  const KaArticle *article;
  KaText           difference;
} KaCorrespondence;

/**
 * KaLinePoint:
 * @name: as printed
 * @note: (nullable): what a reader should know about it
 * @certainty: how sure it is that the annex has this step
 * @first_piece: the first piece of the line that it may lie on or runs along, 0 for none
 * @last_piece: the last one, 0 for none
 * @has_at: whether @at is known
 * @at: where the step is, or ends, on the drawn line, in degrees
 * @placed: how sure @first_piece, @last_piece and @at are
 *
 * A step of a line that an annex describes. The pieces are the arcs of the first of the annex's
 * frontiers, counted from 1 in the order of its geometry.
 */
typedef struct
{
  char       *name;
  char       *note;
  KaCertainty certainty;
  int         first_piece;
  int         last_piece;
  gboolean    has_at;
  KaPoint     at;
  KaCertainty placed;
} KaLinePoint;

/** KaArticle: an article (item.kind is KA_ITEM_ARTICLE) or an annex (KA_ITEM_ANNEX), as a summary
 * in our words. */
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
  KaSpan            span;       /* the day it took effect; KA_DAY_MAX for never */
  KaCorrespondence *correspondences;
  gsize             n_correspondences;
  KaLinePoint      *points;
  gsize             n_points;
};

/**
 * KaCategory:
 * @KA_CATEGORY_TREATY: a treaty was signed, ratified, ended
 * @KA_CATEGORY_WAR: there was fighting
 * @KA_CATEGORY_DIPLOMACY: there were talks, notes, conferences
 * @KA_CATEGORY_BORDER_CHANGE: land changed hands
 * @KA_CATEGORY_CLAIM: land was claimed or a claim was given up
 * @KA_CATEGORY_ADMINISTRATION: land was ruled in another way
 * @KA_CATEGORY_STATE_FORMATION: a polity came to be or ended
 * @KA_CATEGORY_ALL: all of them
 *
 * What an event is about; flags so that a filter is one word.
 */
typedef enum
{
  KA_CATEGORY_TREATY = 1 << 0,
  KA_CATEGORY_WAR = 1 << 1,
  KA_CATEGORY_DIPLOMACY = 1 << 2,
  KA_CATEGORY_BORDER_CHANGE = 1 << 3,
  KA_CATEGORY_CLAIM = 1 << 4,
  KA_CATEGORY_ADMINISTRATION = 1 << 5,
  KA_CATEGORY_STATE_FORMATION = 1 << 6,
  KA_CATEGORY_ALL = (1 << 7) - 1,
} KaCategory;

/** KA_N_CATEGORIES: how many categories there are; category i is the flag 1 << i. */
#define KA_N_CATEGORIES 7

/** KaRole: somebody who acted in an event, and in which office or role. */
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
  KaText     label; /* the short one, for the timeline */
  KaText     summary;
  KaText     where;
  KaText     disputed;
  KaText     unchanged;  /* why no land changes hands on its days */
  char      *old_style;  /* (nullable) */
  KaCategory categories; /* all of them */
  KaCategory leading;    /* the one that gives colour and shape */
  int        importance; /* 1 to 5, 5 the greatest */
  KaList     places;     /* of KaPlace */
  KaList     regions;    /* of KaRegion */
  KaList     articles;   /* of KaArticle */
  KaList     treaties;   /* of KaTreaty */
  KaList     parties;    /* of KaPolity */
  KaRole    *people;
  gsize      n_people;
};

/** KaCorrection: an error in circulation and what is right. */
struct _KaCorrection
{
  KaItem item;
  KaText claim;
  KaText correction;
  KaText said_by; /* who says it, generally */
  char  *verdict; /* (nullable): wrong, misleading, unproven, disputed */
  KaList about;   /* of KaItem */
};

/** KaTerm: a word of the texts that needs explaining. Its item has neither certainty nor citations.
 */
struct _KaTerm
{
  KaItem  item;
  KaNames names;
  KaText  text; /* what it means, in one sentence */
};

G_END_DECLS
