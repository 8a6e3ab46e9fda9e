/**
 * @file Growth in the chat: what a question is understood to ask for, and the port through which the tools reach the asker's
 * own rows. The port is made for one person (lib/server/growth/assistant-port.ts): no argument names anybody else.
 */
import type { GrowthContext, GrowthRow, GrowthToolName } from "../../contracts/growth-answer";
import type { PlanConstraints, TargetRef } from "../../contracts/growth";
import type { Language } from "../../core/types";

export type { GrowthContext, GrowthToolName } from "../../contracts/growth-answer";

/** What was said about time and means; what was not said is left out. */
export type SaidConstraints = Partial<Pick<PlanConstraints, "hoursPerWeek" | "deadline" | "budget" | "languages" | "aim" | "kinds" | "online">>;

/** A plan's horizon where no deadline was said. */
export const DEFAULT_MONTHS = 6;

/** Hours on top of those in force, in all or each week. */
export interface ExtraHours {
  readonly hours: number;
  readonly per: "week" | "all";
}

/** A change of limits in force: so much more or less, or so many times. Sums in the currency that was said. */
export interface RelativeLimits {
  readonly hours?: { readonly by: number } | { readonly times: number };
  readonly budget?: { readonly by: number; readonly currency: "EUR" | "GBP" | "CNY" } | { readonly times: number };
}

/** Something that a question may name. */
export interface GrowthName {
  readonly kind: "role" | "opening" | "programme" | "course" | "occupation";
  readonly id: string;
  /** All ways of writing it, both languages. */
  readonly names: readonly string[];
}

export interface GrowthRequest {
  readonly tool: GrowthToolName;
  /** Null: the question names none; the running plan's or the profile's goal stands in. */
  readonly target: TargetRef | null;
  /** A course that a step is asked about; null: none is named. */
  readonly courseId: string | null;
  /** 1-based place of the step asked about; null. */
  readonly step: number | null;
  /** Skills named, in the question's order. */
  readonly skillIds: readonly string[];
  readonly constraints: SaidConstraints;
  /** What these would buy is asked for; null: it is not. */
  readonly moreHours: ExtraHours | null;
  /** What is said against limits that only the port knows (the profile's hours); left out: nothing. */
  readonly relative?: RelativeLimits;
}

/** An answer of the port: finished sentences in the asker's language, and rows for the card. */
export interface GrowthReply {
  readonly text: string;
  readonly rows: readonly GrowthRow[];
  readonly href: string;
  readonly context: GrowthContext;
  readonly suggestions: readonly string[];
}

export interface GrowthPort {
  /** Names of what the asker may see. */
  names(): Promise<readonly GrowthName[]>;
  answer(request: GrowthRequest, language: Language): Promise<GrowthReply>;
  /** One line on the asker's own contract, site and time here; null: not known. */
  situation(language: Language): Promise<string | null>;
}
