/**
 * @file Scores those who wait for one, in the background: newcomers whose résumé has been read, and the first run of an
 * opening nobody has looked at. It makes what the first look would make, so that nobody waits for it and fairness figures
 * do not depend on who looked. An opening that pinned another ruleset or model waits for somebody to score it anew.
 */
import { listWork } from "../../../db/queries/recruiting/openings";
import { listWaiting } from "../../../db/queries/recruiting/score-runs";
import { systemClock, type Clock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { DocumentId } from "../../core/types";
import { logIncident } from "../http";
import type { Services } from "../services";
import { currentVersions, sameVersions } from "./scorer";
import { standingsOf } from "./scores";

const scope = systemScope("scores that wait");
/** When an opening could not be scored, ms; whoever opens it is told why, and it is tried again later. */
const failedAt = new Map<DocumentId, number>();
const RETRY_MS = 3_600_000;

/** @param isStopped asked between two openings. @returns openings that were scored */
export async function scoreWaiting(services: Pick<Services, "db" | "encoder">, isStopped: () => boolean = () => false, clock: Clock = systemClock): Promise<number> {
  const waiting = await listWaiting(services.db, scope, new Date(clock.now()));
  if (waiting.size === 0) return 0;
  const current = await currentVersions(services.encoder);
  let scored = 0;
  for (const opening of await listWork(services.db, scope)) {
    const { documentId, pinned } = opening;
    if (isStopped()) return scored;
    if (!waiting.has(documentId) || clock.now() - (failedAt.get(documentId) ?? -Infinity) < RETRY_MS || (pinned !== null && !sameVersions(pinned, current))) continue;
    try {
      await standingsOf(services, opening, clock);
      scored++;
    } catch (error) {
      failedAt.set(documentId, clock.now());
      logIncident(error);
    }
  }
  return scored;
}
