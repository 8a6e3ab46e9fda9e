/**
 * @file Guards on intent: questions of the frozen test, and the general ones, that are sent to the wrong place under champion
 * and challenger. A version without anything learned of intent is held against the fixed patterns.
 */
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import type { Guard } from "../gate/gate";
import { missent, type GeneralIntents, type IntentQuestion } from "./learn-intent";

type Taught = Pick<LearnedRanking, "encoderVersion" | "intent">;

/** @returns none where neither has learned anything of intent: then nothing can differ */
export function intentGuards(questions: readonly IntentQuestion[], general: GeneralIntents, both: { readonly champion: Taught | null; readonly challenger: Taught }): Guard[] {
  const challenger = both.challenger.intent ?? null;
  // Another encoder's direction says nothing of these vectors.
  const champion = both.champion?.encoderVersion === both.challenger.encoderVersion ? (both.champion.intent ?? null) : null;
  if (!champion && !challenger) return [];
  const test = questions.filter(({ split }) => split === "test");
  const guard = (name: string, rows: Parameters<typeof missent>[0]): Guard => {
    const [before, after] = [missent(rows, champion), missent(rows, challenger)];
    return { name, before, after, limit: before };
  };
  return [...(test.length > 0 ? [guard("missent", test)] : []), guard("missent-general", general.gate)];
}
