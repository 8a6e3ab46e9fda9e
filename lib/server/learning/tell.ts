/** @file Who is told of what the loop does by itself: a run that has ended, a trial that was rolled back. */
import { listAccounts } from "../../../db/queries/people";
import type { TrainingRunRow } from "../../../db/queries/training-runs";
import type { Database } from "../../../db/client";
import type { GateVerdict } from "../../contracts/gate";
import { systemScope } from "../../core/scope";
import type { UserId } from "../../core/types";
import { notify } from "../notifications/notify";

const scope = systemScope("learning loop");

async function hrLeads(db: Database): Promise<UserId[]> {
  return (await listAccounts(db, scope)).filter(({ roles, disabled, removedAt }) => roles.includes("hr_lead") && !disabled && removedAt === null).map(({ id }) => id);
}

const OUTCOMES = {
  better: { en: "is better than what answers now and can be promoted", zh: "优于现用版本，可以启用" },
  provisional: { en: "seems better, but chance is not excluded: it can be put on trial", zh: "目前较好但不能排除偶然，可以试用" },
  refused: { en: "did not pass its gate and is not used", zh: "未通过评估，不会启用" },
} as const;

/** A run has made a version: told to whoever asked for it, to HR leads where nobody did. @param db the transaction that stores it */
export async function tellOfVersion(db: Database, { requestedBy }: Pick<TrainingRunRow, "requestedBy">, { number, verdict }: { number: number; verdict: GateVerdict }): Promise<void> {
  const people = requestedBy ? [requestedBy] : await hrLeads(db);
  const { en, zh } = OUTCOMES[verdict];
  const words = { en: `Training has ended: version ${number} ${en}.`, zh: `训练已完成：版本 ${number} ${zh}。` };
  await notify(db, people.map((userId) => ({ userId, kind: "model.trained", words, href: "/models" })));
}

/** A promoted version's index is complete and it has taken over: told to whoever promoted it. @param db the transaction that lets it serve */
export async function tellOfTakeover(db: Database, { requestedBy }: Pick<TrainingRunRow, "requestedBy">, { number, onTrial }: { number: number; onTrial: boolean }): Promise<void> {
  if (!requestedBy) return;
  const words = { en: `The index of version ${number} is complete: it answers questions now${onTrial ? ", on trial" : ""}.`, zh: `版本 ${number} 的索引已完整，现在由它回答提问${onTrial ? "（试用）" : ""}。` };
  await notify(db, [{ userId: requestedBy, kind: "model.trained", words, href: "/models" }]);
}

/** The version on trial was rolled back by itself. */
export async function tellOfRollback(db: Database): Promise<void> {
  const words = { en: "The version on trial was rolled back: thumbs down had risen.", zh: "试用版本的差评上升，已自动回退。" };
  await notify(db, (await hrLeads(db)).map((userId) => ({ userId, kind: "model.rolled-back", words, href: "/models" })));
}

const RISEN = {
  down: { en: "Thumbs down have risen in the last two weeks.", zh: "最近两周差评比例上升。" },
  unanswered: { en: "In the last two weeks more questions than before found no answer in the documents.", zh: "最近两周，在文件中找不到答案的问题比以前多。" },
} as const;

/** @param db the transaction that notes that it was told */
export async function tellOfDrift(db: Database, what: keyof typeof RISEN): Promise<void> {
  await notify(db, (await hrLeads(db)).map((userId) => ({ userId, kind: "model.drift", words: RISEN[what], href: "/models" })));
}
