/**
 * @file General intents: the general questions, all of them for the documents, and OTHER_QUESTIONS, none of them, each with its
 * vector and with what the chat's fixed patterns say; divided into what is learned beside the labels and what the gate keeps.
 */
import { isOutOfScope } from "../../assistant/tools/out-of-scope";
import type { Encoder } from "../../core/encoder";
import { sha256 } from "../../core/hash";
import type { GeneralQuestion } from "../gate/general-set";
import { splitGeneral } from "../ranking/keep-general";
import type { IntentRow } from "./fit-intent";
import type { GeneralIntents } from "./learn-intent";
import { OTHER_QUESTIONS } from "./other-questions";

/** Embeds some ninety short questions. */
export async function openGeneralIntents(encoder: Pick<Encoder, "embed" | "dimension">, general: readonly GeneralQuestion[]): Promise<GeneralIntents> {
  const vectors = await encoder.embed(OTHER_QUESTIONS);
  const isReplay = (text: string): boolean => Number.parseInt(sha256(text).slice(0, 8), 16) % 2 === 0;
  const others = OTHER_QUESTIONS.map((text, at) => ({ isReplay: isReplay(text), row: { vector: vectors[at] ?? new Float32Array(encoder.dimension), isRuledOut: isOutOfScope(text), isForDocuments: false, weight: 1 } }));
  const parts = splitGeneral(general);
  const toRow = ({ pool }: GeneralQuestion): IntentRow => ({ vector: pool.vector, isRuledOut: isOutOfScope(pool.query), isForDocuments: true, weight: 1 });
  const ownPart = (wanted: boolean): IntentRow[] => others.filter((one) => one.isReplay === wanted).map(({ row }) => row);
  return { replay: [...parts.replay.map(toRow), ...ownPart(true)], gate: [...parts.gate.map(toRow), ...ownPart(false)] };
}
