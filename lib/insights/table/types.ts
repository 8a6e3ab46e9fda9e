/**
 * @file Words of a table of people: typed columns with a role each, and what is noticed about them.
 */

/** number, date (days since 1970-01-01) and boolean (0 or 1) columns hold numbers; the others text. null = missing. */
export type Cell = number | string | null;

export type ColumnKind = "number" | "boolean" | "category" | "date" | "text";

/**
 * feature: may be learned from · protected: held apart, for audits only · target, time (tenure) · id: names a row ·
 * constant: says nothing · ignored: set aside by hand, or because it gives the answer away.
 */
export type ColumnRole = "feature" | "protected" | "target" | "time" | "id" | "constant" | "ignored";

export interface Column {
  /** As in the file, trimmed; unnamed columns are called "column 3". Unique in its table. */
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: ColumnRole;
  /** "years", "hours", "%", "€" …, when the name or the cells say so. */
  readonly unit: string | null;
  /** One per row. */
  readonly cells: readonly Cell[];
  /** Of category columns, most frequent first; of boolean columns the words for 0 and 1; otherwise empty. */
  readonly categories: readonly string[];
  readonly missing: number;
}

export interface DataTable {
  /** File name or a title. */
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}

export type NoticeCode =
  | "leak/gives-answer"
  | "leak/copy-of-target"
  | "leak/duplicate-rows"
  | "leak/too-good"
  | "table/duplicate-names"
  | "table/ragged-rows"
  | "table/mixed-values"
  | "table/missing-values"
  | "table/missing-target"
  | "table/constant"
  | "table/id-like"
  | "table/protected"
  | "table/repeated-people"
  | "table/many-categories"
  | "table/free-text"
  | "table/empty-rows"
  | "table/titles"
  | "table/no-names"
  | "target/guessed"
  | "target/positive-guessed"
  | "model/protected-costs"
  | "model/few-events"
  | "model/not-calibrated"
  | "model/no-better-than-chance"
  | "time/used-as-duration"
  | "time/several-years";

/** Something that the reader of a report must know. */
export interface Notice {
  readonly code: NoticeCode;
  /** alarm: do not trust the figures before this is dealt with. */
  readonly level: "info" | "warning" | "alarm";
  readonly columns: readonly string[];
  /** The numbers in the sentence, for screens in other languages. */
  readonly values: Readonly<Record<string, number | string>>;
  /** English, one sentence or two; says what to do where there is something to do. */
  readonly message: string;
}

/** What import found, column by column. */
export interface TableReport {
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: ColumnKind;
    readonly role: ColumnRole;
    readonly unit: string | null;
    readonly missing: number;
    readonly distinct: number;
    /** Of number columns, in their unit; dates in days since 1970-01-01. */
    readonly range: { readonly low: number; readonly median: number; readonly high: number } | null;
    /** Up to five, most frequent first. Never shown for id and text columns. */
    readonly examples: readonly string[];
  }[];
  readonly notices: readonly Notice[];
}
