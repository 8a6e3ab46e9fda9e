/**
 * @file The port through which tools for HR leads reach stored insights: figures with where they come from, nothing else. Given only
 * to whoever may read insights, while they are on; for everyone else the tools do not exist.
 */
export interface Figure {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Said with every figure. */
export interface FigureSource {
  readonly version: number;
  readonly table: string;
  readonly metric: string;
  readonly value: Figure;
}

export interface AttritionGroup {
  readonly column: string;
  readonly value: string;
  readonly n: number;
  /** Share who left. */
  readonly observed: Figure;
  /** Log-odds against everybody, largest first. */
  readonly causes: readonly { readonly feature: string; readonly amount: Figure }[];
}

export interface ChannelFacts {
  readonly name: string;
  readonly unitCost: number;
  /** Hires per unit. */
  readonly effect: number;
  /** Null: not learned from past hires, taken as given. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** What a unit brings for each role of the plan, where the plan tells roles apart; empty: `effect` is for every role. */
  readonly roles: readonly { readonly name: string; readonly effect: number; readonly range: { readonly low: number; readonly high: number } | null }[];
  readonly currency: string;
  readonly whole: boolean;
  /** The kept plan or the table that says so. */
  readonly source: string;
}

export interface ClusterFacts {
  readonly name: string;
  readonly size: number;
  /** 0–1 */
  readonly stability: number;
  readonly distinguishing: readonly string[];
}

/** Held-out means of groups: the share with the best rating, or the mean of a number. */
export interface ResultFacts {
  readonly source: FigureSource;
  /** The best rating whose share it is; null: the mean of `target`. */
  readonly best: string | null;
  readonly target: string;
  /** "" is everyone. */
  readonly groups: readonly { readonly group: string; readonly n: number; readonly foreseen: Figure; readonly observed: Figure }[];
  /** What held-out figures lose without a column, largest first. */
  readonly rests: readonly { readonly feature: string; readonly importance: Figure }[];
}

export interface ForecastFacts {
  readonly source: FigureSource;
  readonly measure: string;
  /** "" is everyone; months newest last, past and to come. Groups of few people are not among them. */
  readonly groups: readonly {
    readonly group: string;
    readonly people: number;
    readonly past: readonly { readonly month: string; readonly value: number }[];
    readonly months: readonly { readonly month: string; readonly value: number; readonly low: number; readonly high: number }[];
    /** Against the average person, in the measure's unit, largest first; "" is the time of the year. */
    readonly parts: readonly { readonly measure: string; readonly amount: Figure }[];
  }[];
  /** How far each measure moves a forecast on average, largest first. */
  readonly rests: readonly { readonly measure: string; readonly move: Figure }[];
}

export interface CommentFacts {
  readonly source: FigureSource;
  readonly about: "sentiment" | "theme";
  readonly labels: readonly string[];
  /** n null: too few comments to show. */
  readonly groups: readonly { readonly column: string; readonly group: string; readonly n: number | null; readonly shares: Readonly<Record<string, Figure>> | null }[];
  /** The groups of one column that are shown, added up; null: none is. */
  readonly whole: { readonly n: number; readonly shares: Readonly<Record<string, Figure>> } | null;
  readonly smallest: number;
}

export interface InsightsPort {
  /** Set while insights are switched off: the tools say so, and everything else is empty. */
  readonly isOff?: true;
  /** Null: no version in use. */
  attrition(): Promise<{ readonly source: FigureSource; readonly overall: number; readonly groups: readonly AttritionGroup[] } | null>;
  /** Empty: no kept plan and no table of hires. */
  channels(): Promise<readonly ChannelFacts[]>;
  /** Null: no version in use, or one that was trained before groups were kept. */
  performance(): Promise<ResultFacts | null>;
  forecast(): Promise<ForecastFacts | null>;
  /** How comments sound and what they are about; empty: neither in use. */
  comments(): Promise<readonly CommentFacts[]>;
  /** Of skills, or of how people work. */
  clusters(of: "skills" | "patterns"): Promise<{ readonly source: FigureSource; readonly clusters: readonly ClusterFacts[] } | null>;
}
