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

export interface InsightsPort {
  /** Null: no version in use. */
  attrition(): Promise<{ readonly source: FigureSource; readonly overall: number; readonly groups: readonly AttritionGroup[] } | null>;
  /** Empty: no kept plan and no table of hires. */
  channels(): Promise<readonly ChannelFacts[]>;
  clusters(): Promise<{ readonly source: FigureSource; readonly clusters: readonly ClusterFacts[] } | null>;
}
