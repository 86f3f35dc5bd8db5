/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-layout.h"
#include "ka-type.h"

G_BEGIN_DECLS

/* Sizes of the timeline in user units. */
#define KA_TIMELINE_TOP_PAD      10.0 /* room for the handle of the playhead */
#define KA_TIMELINE_PITCH        15.5 /* of lanes; more where there is room */
#define KA_TIMELINE_KIND_GAP     7.0  /* between spans and points */
#define KA_TIMELINE_HEADER       17.0 /* of a group of lanes */
#define KA_TIMELINE_GROUP_GAP    3.0  /* below the header and the lanes of a group */
#define KA_TIMELINE_AXIS_GAP     3.0  /* between the lowest point and the axis */
#define KA_TIMELINE_AXIS_HEIGHT  34.0
#define KA_TIMELINE_BAND_HEIGHT  19.0 /* with the room round it */
#define KA_TIMELINE_LIFE_PITCH   14.0 /* of the rows of lives */
#define KA_TIMELINE_LIFE_PAD     2.0  /* above and below these */
#define KA_TIMELINE_MARK_RADIUS  4.5
#define KA_TIMELINE_LABEL_INDENT 9.0  /* from the middle of a mark to its label */
#define KA_TIMELINE_BAR_PAD      6.0  /* from the end of a bar to its label */
#define KA_TIMELINE_BAR_MARK     13.0 /* room of the mark before the label of a bar */
#define KA_TIMELINE_ITEM_GAP     9.0  /* after a label */
#define KA_TIMELINE_CHIP_WIDTH   30.0
#define KA_TIMELINE_MAX_LANES    24

/* What stands at the line of today. */
#define KA_TIMELINE_TODAY "today"

/* How labels of items and of the axis are set. */
extern const KaTypeStyle ka_timeline_item_style;
extern const KaTypeStyle ka_timeline_item_bold_style;
extern const KaTypeStyle ka_timeline_major_style;
extern const KaTypeStyle ka_timeline_minor_style;

/* Widths of text, measured once per letter. */
typedef struct _KaTimelineMeter KaTimelineMeter;

KaTimelineMeter *ka_timeline_meter_new (const KaTheme *theme) G_GNUC_WARN_UNUSED_RESULT;
KaTimelineMeter *ka_timeline_meter_ref (KaTimelineMeter *self);
void             ka_timeline_meter_unref (KaTimelineMeter *self);
void             ka_timeline_meter_show (KaTimelineMeter   *self,
                                         cairo_t           *cr,
                                         const KaTypeStyle *style,
                                         const char        *text,
                                         double             x,
                                         double             y);
double           ka_timeline_meter_measure (KaTimelineMeter   *self,
                                            cairo_t           *cr,
                                            const KaTypeStyle *style,
                                            const char        *text);

/* An event, or the life of a polity, as the timeline sees it. */
typedef struct
{
  const KaItem *item;
  const char   *label;
  KaDate        date;
  KaCategory    category;   /* leading one, 0 for a life */
  KaCategory    categories; /* all of them, 0 for a life */
  KaTint        tint;       /* of a life */
  int           importance;
  double        width; /* of the label in the bold style */
} KaTimelineEntry;

/* Where an event stands. */
typedef struct
{
  double     day;
  KaCategory categories;
} KaTimelineMoment;

/* All entries of an atlas in order of time, in a language, set in the fonts of a theme. */
typedef struct
{
  gatomicrefcount  ref_count;
  KaAtlas         *atlas; /* Owned */
  KaLanguage       language;
  const KaTheme   *theme;
  KaTimelineMeter *meter;   /* Owned */
  KaTimelineEntry *entries; /* Owned */
  gsize            n_entries;
  guint           *by_event;  /* Owned: by the index of an event, the number of its entry */
  guint           *by_polity; /* Owned: by that of a polity, 0xffffffff for one without an entry */

  KaTimelineMoment *moments; /* Owned: of the events, ascending, for counting */
  gsize             n_moments;
} KaTimelineEntries;

KaTimelineEntries     *ka_timeline_entries_new (KaAtlas       *atlas,
                                                KaLanguage     language,
                                                const KaTheme *theme,
                                                cairo_t       *cr) G_GNUC_WARN_UNUSED_RESULT;
KaTimelineEntries     *ka_timeline_entries_ref (KaTimelineEntries *self);
void                   ka_timeline_entries_unref (KaTimelineEntries *self);
const KaTimelineEntry *ka_timeline_entries_find (const KaTimelineEntries *self, const KaItem *item);
double                 ka_timeline_entry_get_moment (const KaTimelineEntry *self);
double                 ka_timeline_entry_get_bar_label (const KaTimelineEntry *self);

/* Some entries that found no lane, in the lowest one: "+n", or the mark of a single one. */
typedef struct
{
  guint    first; /* in folded */
  guint    n_entries;
  double   day;       /* where it stands */
  gboolean is_single; /* a mark of its own instead of a number */
  double   label;     /* of a single one: the width that there is for its label */
} KaTimelineFold;

/* An entry that lasts but has no bar, only a mark in a lane or among the folds. */
typedef struct
{
  guint  number;
  guint  place; /* in folded; G_MAXUINT in a lane */
  double moment;
  KaDay  end;
} KaTimelineLasting;

/* Which lane everything has at a zoom. */
typedef struct
{
  gatomicrefcount    ref_count;
  KaTimelineEntries *entries;    /* Owned */
  GArray            *members;    /* Owned: of guint, the entries that it is of, in order of time */
  double             px_per_day; /* the zoom it was made for; good for that and a little more */
  int                max_lanes;
  int                n_span_lanes;
  int                n_point_lanes; /* with that of the folds */
  GPtrArray         *lanes;        /* Owned: GArray of guint, numbers of entries in order of time */
  GArray            *folded;       /* Owned: of guint, numbers of entries */
  GArray            *lasting;      /* Owned: of KaTimelineLasting, in order of time */
  GArray            *folds;        /* Owned: of KaTimelineFold, in order of time */
  const KaItem     **folded_items; /* Owned: the items of folded */
} KaTimelinePack;

double          ka_timeline_pack_get_zoom (double px_per_day);
KaTimelinePack *ka_timeline_pack_new (KaTimelineEntries *entries,
                                      GArray            *members,
                                      double             px_per_day,
                                      int                max_lanes) G_GNUC_WARN_UNUSED_RESULT;
KaTimelinePack *ka_timeline_pack_new_lives (KaTimelineEntries *entries,
                                            GArray            *members,
                                            int                max_lanes) G_GNUC_WARN_UNUSED_RESULT;
KaTimelinePack *ka_timeline_pack_ref (KaTimelinePack *self);
void            ka_timeline_pack_unref (KaTimelinePack *self);

/* Lanes that belong together. */
typedef struct
{
  int             number;
  const char     *title;    /* (nullable): none when all is in one group without a header */
  KaCategory      category; /* of all its events, or 0 */
  GArray         *members;  /* Owned: of guint, numbers of entries in order of time */
  KaTimelinePack *pack;     /* Owned (nullable): none when only the header is shown */
  int             first_lane;
  double          header_y; /* top of it, before scrolling */
  double          foot;     /* where its lanes end, before scrolling */
} KaTimelineGroup;

/* What the lanes of groups follow from. */
typedef struct
{
  KaGrouping grouping;
  guint64    folded;
  double     px_per_day;
  int        n_rows; /* for which there is room */
  gboolean   scrolls;
  double     from; /* the time in sight where only that is laid out, else 0 */
  double     to;
} KaTimelinePlan;

/* An entry that is in sight. */
typedef struct
{
  const KaTimelineEntry *entry;
  KaBox                  box; /* mark and label, cut to the width */
  gboolean               is_span;
  gboolean               is_folded; /* stands among the folds */
  int                    lane;
  double                 x0; /* a span: its ends, as far out as they are; a point: its middle */
  double                 x1;
  double                 fade0; /* how far inside from x0 it is uncertain, in user units */
  double                 fade1;
  double                 y;    /* middle of the lane */
  double                 foot; /* where the stem of a point ends */
  double                 label_x;
  double                 label_width; /* what there is room for; 0 for none */
} KaTimelinePlaced;

/* What a polity was called in a part of its life that is in sight. */
typedef struct
{
  guint       placed; /* number of the life */
  const char *text;
  double      x0; /* the part, as far as it is seen */
  double      x1;
  double      label_x;
  double      label_width; /* 0 where there is no room for it */
} KaTimelineNaming;

/* Tenures that follow each other under one holder in one way. */
typedef struct
{
  const KaTenure *tenure; /* the first of them */
  double          x0;
  double          x1;
  const char     *label;
} KaTimelinePiece;

struct _KaTimelineLayout
{
  gatomicrefcount ref_count;

  /* Owned */
  KaTimelineEntries *entries;
  GArray            *groups;  /* of KaTimelineGroup from above, at least one */
  GArray            *lane_ys; /* of double: the middle of each lane, before scrolling */
  KaTimeTicks        ticks;
  GArray            *placed;   /* of KaTimelinePlaced, lane by lane, in order of time in each */
  GArray            *clusters; /* of KaTimelineCluster, group by group, in order of time in each */
  GPtrArray         *behind;   /* of GPtrArray of items: what the clusters at the edge hold */
  GHashTable        *related;  /* (nullable) set of items that concern the selection */
  GArray            *pieces;   /* of KaTimelinePiece, in order of time; empty without a band */
  GArray            *namings;  /* of KaTimelineNaming, life by life, in order of time in each */

  KaTimelineGroup lives; /* of polities, in rows under the axis; its pack always set */

  KaTimelinePlan plan;

  KaTimeAxis    axis;
  double        height;
  double        top;
  double        max_top;
  double        axis_y;   /* the foot of the lanes */
  double        axis_end; /* the foot of the axis */
  double        lives_y;  /* the top of the lives, under the band if there is one */
  double        pitch;
  double        bar_height;
  const KaItem *selection; /* Borrowed */
  gboolean      has_today; /* and it is in sight */
  double        today_x;
  double        today_label_x;
  double        density; /* how much the band of density replaces the numbers, 0 to 1 */
};

/* What is painted, and with what. */
typedef struct
{
  cairo_t           *cr;
  KaTimelineLayout  *layout;
  const KaViewState *state;
  const KaTheme     *theme;
  KaColour           faint_ink;  /* of what is filtered out: its labels */
  KaColour           faint_line; /* its marks and outlines */
} KaTimelinePainting;

/* How much an entry stands out. */
typedef enum
{
  KA_TIMELINE_PLAIN,
  KA_TIMELINE_LIT,      /* selected, or about what is selected */
  KA_TIMELINE_QUIET,    /* not about it */
  KA_TIMELINE_FILTERED, /* of no category that is asked for, or outside of the marked range */
} KaTimelineEmphasis;

/* How an entry is drawn. */
typedef struct
{
  KaTimelineEmphasis emphasis;
  KaColour           line; /* of marks and outlines */
  KaColour           ink;  /* of labels */
  double             size; /* of marks, as a part of the usual one */
  double             fill; /* of bars and marks, as a part of the usual one; 0 for hollow ones */
  gboolean           is_bold;
} KaTimelineLook;

void               ka_timeline_painting_init (KaTimelinePainting *self,
                                              cairo_t            *cr,
                                              KaTimelineLayout   *layout,
                                              const KaViewState  *state,
                                              const KaTheme      *theme);
gboolean           ka_timeline_entry_passes (const KaTimelineEntry *self, const KaViewState *state);
KaTimelineEmphasis ka_timeline_get_emphasis (const KaTimelinePainting *context,
                                             const KaTimelineEntry    *entry);
KaTimelineLook     ka_timeline_get_look (const KaTimelinePainting *context,
                                         const KaTimelineEntry    *entry);
void ka_timeline_trace_bar (cairo_t *cr, double x0, double y0, double x1, double y1, double corner);
void ka_timeline_show_label (const KaTimelinePainting *context,
                             const KaTypeStyle        *style,
                             const char               *text,
                             double                    x,
                             double                    y);
void ka_timeline_paint_span (const KaTimelinePainting *context, const KaTimelinePlaced *placed);
void ka_timeline_paint_point (const KaTimelinePainting *context, const KaTimelinePlaced *placed);
void ka_timeline_paint_point_label (const KaTimelinePainting *context,
                                    const KaTimelinePlaced   *placed,
                                    const KaColour           *ink,
                                    gboolean                  is_bold,
                                    double                    ground);
void ka_timeline_paint_present (const KaTimelinePainting *context, const KaTimelinePlaced *placed);
void ka_timeline_paint_cluster (const KaTimelinePainting *context,
                                const KaTimelineCluster  *cluster);
void ka_timeline_paint_folded_present (const KaTimelinePainting *context,
                                       const KaTimelineCluster  *cluster);
void ka_timeline_paint_folded_selection (const KaTimelinePainting *context,
                                         const KaTimelineCluster  *cluster);
void ka_timeline_paint_stem (const KaTimelinePainting *context,
                             double                    x,
                             double                    y,
                             double                    foot,
                             const KaColour           *colour,
                             double                    alpha);
void ka_timeline_paint_mark (const KaTimelinePainting *context,
                             const KaTimelinePlaced   *placed,
                             double                    radius);

void ka_timeline_place (KaTimelineLayout *self);

void   ka_timeline_groups_make (KaTimelineLayout     *self,
                                const KaTimelineSpec *spec,
                                const KaViewState    *state,
                                KaTimelineLayout     *previous);
void   ka_timeline_groups_place (KaTimelineLayout *self, double top);
void   ka_timeline_group_clear (KaTimelineGroup *self);
void   ka_timeline_group_get_header (const KaTimelineLayout *self,
                                     const KaTimelineGroup  *group,
                                     KaBox                  *box);
double ka_timeline_layout_get_tick_x (const KaTimelineLayout *self, const KaTimelineEntry *entry);
guint  ka_timeline_group_find_first (const KaTimelineLayout *self, const KaTimelineGroup *group);
const KaTimelineGroup *ka_timeline_group_of (const KaTimelineLayout *self,
                                             const KaTimelineEntry  *entry);
void ka_timeline_group_paint (const KaTimelinePainting *context, const KaTimelineGroup *group);

double ka_timeline_density_measure (const KaTimelineLayout *self);
void   ka_timeline_density_paint (const KaTimelinePainting *context);

void ka_timeline_band_place (KaTimelineLayout *self, const KaItem *item, KaLanguage language);
void ka_timeline_band_paint (const KaTimelinePainting *context);

void
ka_timeline_lives_make (KaTimelineLayout *self, double height, const KaTimelineLayout *previous);
void     ka_timeline_lives_place (KaTimelineLayout *self, cairo_t *cr);
void     ka_timeline_lives_paint (const KaTimelinePainting *context);
gboolean ka_timeline_cluster_is_of_lives (const KaTimelineLayout  *layout,
                                          const KaTimelineCluster *cluster);

char    *ka_timeline_write_day (const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;
void     ka_timeline_clear_covered_labels (const KaTimelinePainting *context, double x0, double x1);
gboolean ka_timeline_away_get_box (const KaTimelineLayout *self,
                                   cairo_t                *cr,
                                   const KaViewState      *state,
                                   KaBox                  *box);
void     ka_timeline_away_paint (const KaTimelinePainting *context);
void ka_timeline_mark_trace (cairo_t *cr, KaCategory category, double x, double y, double radius);

double                  ka_timeline_layout_get_lane_y (const KaTimelineLayout *self, int lane);
const KaTimelinePlaced *ka_timeline_layout_find (const KaTimelineLayout *self, const KaItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelineEntries, ka_timeline_entries_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelinePack, ka_timeline_pack_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaTimelineMeter, ka_timeline_meter_unref)

G_END_DECLS
