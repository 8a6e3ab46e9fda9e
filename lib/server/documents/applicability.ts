/**
 * @file What the assistant must know of an asker to tell which documents hold for them: their line in the directory, the
 * day, and the terms of what they may read. Read anew for every question, because all three change.
 */
import { findEmployeeFacts } from "../../../db/queries/document-terms";
import type { Applicability } from "../../assistant/applicability/applicable";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import type { Services } from "../services";

const scope = systemScope("the asker's own directory entry");

export async function applicabilityOf({ db, readSide }: Pick<Services, "db" | "readSide">, actor: Actor, clock: Clock = systemClock): Promise<Applicability> {
  return {
    asker: await findEmployeeFacts(db, scope, actor.userId),
    today: dayOf(clock.now()),
    terms: readSide.termsFor(scopeOf(actor)),
    // Only asked for documents that `terms` names, all of them open to the asker.
    titleOf: (id) => readSide.factsOf(id)?.title,
  };
}
