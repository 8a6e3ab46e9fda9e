/**
 * @file Tunables of the review queue: what queues, how it is ordered, how many judge, when a flood is called one. Each with
 * its unit, range and reason.
 */

/** Answers of one person that queue within a day, ≥ 1. More are kept, but not shown: a flood must not fill the queue. */
export const QUEUED_PER_PERSON_PER_DAY = 30;

/** Newest items among which the one that asks the same is looked for. */
export const SAME_QUESTION_POOL = 400;

/** Of the items, 0–1. With less, agreement has no n; with more, half of the work is done twice. */
export const SHARES = {
  /** Judged by two reviewers … */
  second: 0.2,
  /** … and by three. */
  third: 0.05,
} as const;

/** Weights of an item's value; the sum orders the queue. Dimensionless, ≥ 0. */
export const VALUE = {
  /** People or reviewers disagree: what a label settles most. */
  disagreement: 3,
  /** The answer was given or withheld by a hair: full at the threshold, nothing from MARGIN_WIDTH away. */
  margin: 2,
  /** Times log2 of the people who ask, up to 16 people. */
  frequency: 1,
  /** A document that nobody has rated answers from yet. */
  newDocument: 1.5,
  /** Somebody said that it was wrong. */
  down: 1,
} as const;

/** Confidence, 0–1, around the threshold. */
export const MARGIN_WIDTH = 0.25;

/** Every so-manieth place goes to a random item (by its lot), so that labels are no sample of the odd cases alone. 5 = 20 %. */
export const RANDOM_EVERY = 5;

/** Ratings of one person within the window of the alarm. */
export const FLOOD = {
  /** Days looked back. */
  days: 7,
  /** Never an alarm below this many ratings. */
  atLeast: 40,
  /** Robust z (distance from the median in units of the median deviation) from which it is one. @source Iglewicz & Hoaglin 1993: 3.5 */
  robustZ: 3.5,
} as const;

/** Passages shown with an item before more are asked for by search. */
export const PASSAGES_SHOWN = 6;

/** Closed items over which items a minute is taken. */
export const SPEED_OVER = 20;
