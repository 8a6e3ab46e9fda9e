/**
 * @file What corrections teach about reading: words that would have read openings as recruiters left them, proposed with the openings,
 * the people and the mistakes that they rest on, taken in and taken out by one click. Job texts are read with them from then on;
 * openings that were read keep their requirements.
 */
import { z } from "zod";
import { listCorrectedOpenings, listCorrectionsWorkedOn } from "../../../db/queries/recruiting/taught";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { readingCue, type KeptCue, type ReadingAnswer, type ReadingCue, type TaughtReading } from "../../contracts/taught-reading";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { cueKey } from "../../people/requirements/reading-cues";
import { MAX_JOB_CHARS } from "../../people/requirements/read-requirements";
import { taughtCues, type CorrectedOpening, type TaughtCue } from "../../people/requirements/taught-cues";
import { record } from "../audit/record";
import { authorise } from "../policy";
import type { Services } from "../services";
import { cuesInUse, keepCues } from "./reading";
import { asRequirement, understandOpening } from "./scorer";

type Needs = Pick<Services, "db">;
type Titles = ReadonlyMap<string, string>;
const scope = systemScope("what corrections teach about reading");
const LEFT = "reading_cues_left";
/** The newest: each is read again for every proposal. */
const MAX_OPENINGS = 100;

/** @throws AppError "policy/forbidden" */
export async function taughtReadingOf({ db }: Needs, actor: Actor): Promise<TaughtReading> {
  authorise(actor, "openings:recruit");
  const { cues, titles } = await taught(db, actor);
  return {
    proposals: cues.map(({ openings, ...cue }) => ({ ...cue, openings: openings.map((id) => ({ id, title: titles.get(id) ?? "" })) })),
    inUse: await cuesInUse(db),
    left: await leftOut(db),
  };
}

/**
 * Says something to one: only what corrections of one's own openings teach can be taken in or left out; what is in use may be taken
 * out by whoever recruits, whoever took it in.
 * @throws AppError "policy/forbidden"; "request/not-found" for words that nothing teaches, or that are not in use
 */
export async function answerReading({ db }: Needs, actor: Actor, { as, ...cue }: ReadingAnswer, clock: Clock = systemClock): Promise<void> {
  authorise(actor, "openings:recruit");
  const left = await leftOut(db);
  const isIt = (one: ReadingCue): boolean => cueKey(one) === cueKey(cue) && one.means === cue.means;
  if (as === "offer") return keepLeft(db, left.filter((one) => !isIt(one)));
  if (as === "out") {
    const kept = (await cuesInUse(db)).find(isIt);
    if (!kept) throw new AppError("request/not-found", "no such cue in use", { userMessage: `“${cue.words}” is not in use any more.` });
    return keep(db, actor, { kept, isIn: false }, clock);
  }
  const proposal = (await taught(db, actor)).cues.find(isIt);
  if (!proposal) throw new AppError("request/not-found", "no correction teaches this cue", { userMessage: `“${cue.words}” is not proposed any more: it is in use by now, or its corrections were taken back.` });
  if (as === "leave") return keepLeft(db, [...left, cue]);
  const { place, words, means, openings, people, spared, wrong } = proposal;
  return keep(db, actor, { kept: { place, words, means, at: new Date(clock.now()).toISOString(), openings: openings.length, people, spared, wrong }, isIn: true }, clock);
}

/** Of one place and the same words the newer meaning stays. */
async function keep(db: Services["db"], actor: Actor, { kept, isIn }: { kept: KeptCue; isIn: boolean }, clock: Clock): Promise<void> {
  await db.transaction(async (tx) => {
    const others = (await cuesInUse(tx)).filter((one) => cueKey(one) !== cueKey(kept));
    await keepCues(tx, isIn ? [...others, kept] : others);
    const { place, means, openings, people } = kept;
    await record(tx, actor, { action: isIn ? "reading.taught" : "reading.forgotten", object: { kind: "company", id: null }, facts: { place, means, openings, people } }, clock);
  });
}

async function taught(db: Services["db"], actor: Actor): Promise<{ cues: TaughtCue[]; titles: Titles }> {
  const own = scopeOf(actor);
  const [rows, corrections, inUse, left] = [await listCorrectedOpenings(db, own, MAX_OPENINGS), await listCorrectionsWorkedOn(db, own), await cuesInUse(db), await leftOut(db)];
  const by = new Map<string, Map<string, string | null>>();
  for (const { openingId, change, byId } of corrections) {
    const id = (change.after ?? change.before)?.id;
    if (id !== undefined) by.set(openingId, (by.get(openingId) ?? new Map<string, string | null>()).set(id, byId));
  }
  const openings = rows.filter(({ text }) => text.length <= MAX_JOB_CHARS).map(({ id, text, suggested, requirements }): CorrectedOpening => ({ id, text, read: suggested.map(asRequirement), now: requirements.map(asRequirement), by: by.get(id) ?? new Map() }));
  const readWith = (text: string, more: readonly ReadingCue[]) => understandOpening(text, { cues: [...inUse.filter((one) => !more.some((other) => cueKey(other) === cueKey(one))), ...more] }).requirements;
  return { cues: await taughtCues(openings, { readWith, left: new Set(left.map(cueKey)) }), titles: new Map(rows.map(({ id, title }) => [id, title])) };
}

const leftOut = async (db: Services["db"]): Promise<ReadingCue[]> => z.array(readingCue).parse(JSON.parse((await getSetting(db, scope, LEFT)) ?? "[]"));
const keepLeft = (db: Services["db"], left: readonly ReadingCue[]): Promise<void> => putSetting(db, scope, { key: LEFT, value: JSON.stringify([...new Map(left.map((one) => [cueKey(one), one])).values()]) });
