/** @file What served before a version began to serve: where rolling back leads. */
import type { ModelEventKind } from "../../contracts/learning";
import type { ModelVersionId } from "../../core/types";

interface ServingEvent {
  readonly kind: ModelEventKind;
  readonly versionId: ModelVersionId | null;
  readonly fromId: ModelVersionId | null;
}

/** @param events newest first @returns null: as shipped */
export function servedBefore(events: readonly ServingEvent[], id: ModelVersionId | null): ModelVersionId | null {
  const began = id === null ? undefined : events.find(({ kind, versionId }) => versionId === id && (kind === "promoted" || kind === "put-on-trial"));
  return began?.fromId ?? null;
}
