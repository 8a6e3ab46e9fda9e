/** @file Who works on what: an opening or application outside one's access list does not exist. */
import { findApplication, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { findWork, type OpeningRow } from "../../../db/queries/recruiting/openings";
import { OPEN_STAGES, isOpenStage, type OpenStage, type Stage } from "../../contracts/recruiting-words";
import type { Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import type { Services } from "../services";

/** @throws AppError "request/not-found" when it is not there, nobody recruits for it, or this person does not */
export async function requireWork(db: Services["db"], actor: Actor, openingId: string): Promise<OpeningRow> {
  const row = await findWork(db, scopeOf(actor), openingId);
  if (!row) throw new AppError("request/not-found", "no such opening among those that this person works on");
  return row;
}

/** @throws AppError "request/not-found" likewise */
export async function requireApplication(db: Services["db"], actor: Actor, id: string): Promise<{ application: ApplicationRow; opening: OpeningRow }> {
  const application = await findApplication(db, scopeOf(actor), id);
  if (!application) throw new AppError("request/not-found", "no such application among those that this person works on");
  return { application, opening: await requireWork(db, actor, application.openingId) };
}

const place = (stage: OpenStage): number => OPEN_STAGES.indexOf(stage);

/** Is who this is still hidden? From the stage that was chosen on, and once it is decided, it is not. */
export function isMasked(opening: Pick<OpeningRow, "blindUntil">, stage: Stage): boolean {
  return opening.blindUntil !== null && isOpenStage(stage) && place(stage) < place(opening.blindUntil);
}

/** Has the term ended until which a person's data may be kept? Who is past it is ranked, compared and shown on no more. */
export function isTermOver({ keepUntil }: Pick<ApplicationRow, "keepUntil">, clock: Clock): boolean {
  return keepUntil !== null && keepUntil.getTime() < clock.now();
}
