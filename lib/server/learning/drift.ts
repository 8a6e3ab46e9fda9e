/**
 * @file Drift: has something become worse of late, whatever serves? Thumbs down, and questions about documents that find no
 * answer, of the last two weeks against the eight before. New subjects, changed documents or a version that wears out show
 * here; labels of the new questions are the cure. HR leads are told once per stretch, the models page shows it as it stands.
 */
import { answersOf, ratingsOf } from "../../../db/queries/model-versions";
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import { LEARNING } from "../../config/defaults";
import type { DriftView } from "../../contracts/learning";
import type { Clock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import { riseInDown } from "./fisher";
import { tellOfDrift } from "./tell";

const scope = systemScope("drift");
const DAY_MS = 86_400_000;
const TOLD = "learning.drift-told";

/** @returns what has risen; empty when nothing has */
export async function driftOf(db: Database, clock: Clock): Promise<DriftView[]> {
  const ago = (days: number): Date => new Date(clock.now() - days * DAY_MS);
  const late = { from: ago(LEARNING.driftDays), until: new Date(clock.now() + DAY_MS) };
  const early = { from: ago(LEARNING.driftDays + LEARNING.driftBeforeDays), until: late.from };
  const [thumbs, thumbsBefore] = [await ratingsOf(db, scope, "any", late), await ratingsOf(db, scope, "any", early)];
  const [answers, answersBefore] = [await answersOf(db, scope, late), await answersOf(db, scope, early)];
  return [
    ...risen("down", { of: thumbsBefore.rated, n: thumbsBefore.down }, { of: thumbs.rated, n: thumbs.down }),
    ...risen("unanswered", { of: answersBefore.answers, n: answersBefore.unanswered }, { of: answers.answers, n: answers.unanswered }),
  ];
}

interface Share {
  readonly of: number;
  readonly n: number;
}

function risen(kind: DriftView["kind"], before: Share, now: Share): DriftView[] {
  if (Math.min(before.of, now.of) < LEARNING.driftLeast || now.n / now.of - before.n / before.of < LEARNING.driftRise) return [];
  const p = riseInDown({ rated: before.of, down: before.n }, { rated: now.of, down: now.n });
  return p < LEARNING.driftAlpha ? [{ kind, days: LEARNING.driftDays, beforeDays: LEARNING.driftBeforeDays, before, now, p }] : [];
}

/** Tells HR leads of drift, at most once in as many days as it is measured over. @returns whether it did */
export async function watchDrift(db: Database, clock: Clock): Promise<boolean> {
  const told = await getSetting(db, scope, TOLD);
  if (told !== null && clock.now() - Date.parse(told) < LEARNING.driftDays * DAY_MS) return false;
  const [worst] = await driftOf(db, clock);
  if (!worst) return false;
  await db.transaction(async (tx) => {
    await putSetting(tx, scope, { key: TOLD, value: new Date(clock.now()).toISOString() });
    await tellOfDrift(tx, worst.kind);
  });
  return true;
}
