/** @file Whose passages a search for people may use: what its asker may read, without résumés whose term is over. */
import { listTermsOver } from "../../../db/queries/recruiting/held-back";
import { systemClock, type Clock } from "../../core/clock";
import { systemScope, type ActorScope } from "../../core/scope";
import type { Passage } from "../../knowledge/types";
import type { Services } from "../services";

const scope = systemScope("ended terms");

export async function mayRank({ db, readSide }: Pick<Services, "db" | "readSide">, reader: ActorScope, clock: Clock = systemClock): Promise<(passage: Passage) => boolean> {
  const mayRead = readSide.mayRead(reader);
  const over = await listTermsOver(db, scope, new Date(clock.now()));
  return over.size === 0 ? mayRead : (passage) => mayRead(passage) && !over.has(passage.documentId);
}
