/**
 * @file What training searches: the passages that policy questions are answered from and that hold today. Résumés are never
 * among them; what has ended or was succeeded would only teach the past.
 */
import type { DocumentId } from "../../core/types";
import type { Passage } from "../../knowledge/types";
import { POLICY_KINDS } from "../../assistant/tools/find-answer";
import { systemScope } from "../../core/scope";
import type { ReadSide } from "../read-side";

/** @param today `YYYY-MM-DD` */
export function searchedPassages(readSide: ReadSide, today: string): Passage[] {
  const terms = readSide.termsFor(systemScope("training search"));
  const succeeded = new Set([...terms.values()].flatMap(({ supersedes, validFrom }) => (supersedes !== null && (validFrom === null || validFrom <= today) ? [supersedes] : [])));
  const holds = (id: DocumentId): boolean => {
    const own = terms.get(id);
    return !succeeded.has(id) && !(own?.validUntil && own.validUntil < today);
  };
  return readSide.documentIds().filter(holds).flatMap((id) => readSide.knowledge.passagesOf(id)).filter((passage) => POLICY_KINDS.includes(passage.kind));
}
