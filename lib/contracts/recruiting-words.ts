/** @file The closed lists of recruiting work: stages, channels, consents, answers. Tables, routes and screens share them. */

/** Where an application stands, in order; the last two lie beside the line. */
export const STAGES = ["new", "screening", "interview", "offer", "hired", "rejected", "withdrawn"] as const;
export type Stage = (typeof STAGES)[number];

/** Stages that an application passes on its way; what is behind the last one is an outcome. */
export const OPEN_STAGES = ["new", "screening", "interview", "offer"] as const satisfies readonly Stage[];
export type OpenStage = (typeof OPEN_STAGES)[number];

export const isOpenStage = (stage: Stage): stage is OpenStage => (OPEN_STAGES as readonly Stage[]).includes(stage);

/** How somebody came to apply. The channel planner of people insights learns from their outcomes. */
export const CHANNELS = ["careers-site", "job-board", "referral", "agency", "university", "social", "event", "direct", "internal", "other"] as const;
export type Channel = (typeof CHANNELS)[number];

/** On what ground a person's data is kept: for this application · for later openings too · none recorded. */
export const CONSENTS = ["application", "talent-pool", "none"] as const;
export type Consent = (typeof CONSENTS)[number];

export const OPENING_STATES = ["open", "on_hold", "filled", "closed"] as const;
export type OpeningState = (typeof OPENING_STATES)[number];

/** What a hiring manager says to one person of a shortlist. */
export const VERDICTS = ["yes", "no", "unsure"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Letters that can be drafted: asking to a talk · still under way · not taken on. */
export const LETTERS = ["invitation", "progress", "rejection"] as const;
export type LetterKind = (typeof LETTERS)[number];
