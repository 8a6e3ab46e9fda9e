/** @file What serves: verdicts decide how, refusals need a reason, rollback restores, questions never mix versions, trials end by themselves. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { beginAnswer, appendQuestion, finishAnswer } from "../../../db/queries/chat";
import { putFeedback } from "../../../db/queries/feedback";
import { insertVersion, readServing } from "../../../db/queries/model-versions";
import { listNotifications } from "../../../db/queries/notifications";
import { createAccount } from "../../../db/queries/people";
import { messages } from "../../../db/schema";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { emptyDatabase } from "../../../db/testing/database";
import type { GateReport, GateVerdict } from "../../contracts/gate";
import { systemClock } from "../../core/clock";
import { sha256 } from "../../core/hash";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, EncoderVersion, ModelVersionId } from "../../core/types";
import { writeArtefact } from "./artefact";
import { promote, rollBack } from "./promote";
import { createServing } from "./serving";
import { driftOf, watchDrift } from "./drift";
import { checkTrial } from "./trial";

const scope = systemScope("test");
const encoder = { version: "tiny@0" as EncoderVersion, dimension: 2 };
const result = { n: 0, mean: 0, low: 0, high: 0, p: 1, isExact: true, effectSize: 0, smallestDetectable: 0, neededN: null };
const pair = { before: 0, after: 0, result };
const gateOf = (verdict: GateVerdict): GateReport => ({ verdict, margin: 0.01, own: { questions: 0, hit1: pair, reciprocalRank: pair }, slices: [], guards: [], reasons: [] });

const NO_SPACES = { open: () => Promise.reject(new Error("no version here has a space")), missing: () => Promise.resolve(0), keep: () => undefined };

let open: OpenDatabase;
let lead: Actor;
beforeAll(async () => {
  open = await openMemoryDatabase();
});
afterAll(() => open.close());
beforeEach(async () => {
  await emptyDatabase(open.db);
  const account = await createAccount(open.db, scope, { email: "lead@veldermere.example", name: "Lead", roles: ["hr_lead"], passwordHash: "x" });
  lead = { userId: account.id, name: account.name, roles: account.roles };
});

async function version(id: string, verdict: GateVerdict, parentId: string | null = null, encoderVersion = encoder.version): Promise<string> {
  const ranking = { version: id, encoderVersion, weights: { dense: 0.5, passageMemory: 0, documentMemory: 0, popularity: 0 }, familiarity: { low: 0, high: 1 }, adapter: null, memory: [] };
  const artefact = writeArtefact(ranking, encoder.dimension);
  await insertVersion(open.db, scope, { id: id as ModelVersionId, parentId: parentId as ModelVersionId | null, snapshotId: null, encoderVersion, verdict, gate: gateOf(verdict), recipe: {}, curve: [], artefact, sha256: sha256(artefact) }, []);
  return id;
}

/** One rated answer by whatever serves. */
async function rated(verdict: "up" | "down", outcome: "answered" | "none" = "none"): Promise<void> {
  const own = scopeOf(lead);
  const { versionId } = await readServing(open.db, scope);
  const asked = await appendQuestion(open.db, own, { conversationId: null, text: "How many days?" });
  const { messageId } = await beginAnswer(open.db, own, { questionId: asked.questionId, encoderVersion: encoder.version });
  const answer = { outcome, text: "", citations: [], candidates: [], understoodAs: null, confidence: 0, suggestions: [] };
  await finishAnswer(open.db, own, { messageId, state: "complete", answer, retrieved: [], encoderVersion: encoder.version, modelVersion: versionId, latencyMs: 1 });
  await putFeedback(open.db, own, { messageId, target: { type: "answer", id: null }, verdict, reasons: [], comment: "" });
}

describe("promotion", () => {
  it("better serves, provisional serves on trial, refused only with a reason and on trial", async () => {
    await version("v1", "better");
    expect(await promote({ db: open.db, encoder }, lead, { id: "v1", reason: "" })).toMatchObject({ onTrial: false });
    await version("v2", "provisional", "v1");
    expect(await promote({ db: open.db, encoder }, lead, { id: "2", reason: "" })).toMatchObject({ onTrial: true });
    await version("v3", "refused", "v2");
    await expect(promote({ db: open.db, encoder }, lead, { id: "v3", reason: "because" })).rejects.toMatchObject({ code: "registry/refused" });
    expect(await readServing(open.db, scope)).toMatchObject({ versionId: "v2", previousId: "v1", onTrial: true });
    expect(await promote({ db: open.db, encoder }, lead, { id: "v3", reason: "The test holds too few of our questions." })).toMatchObject({ onTrial: true });
    await expect(promote({ db: open.db, encoder }, lead, { id: "v9", reason: "" })).rejects.toMatchObject({ code: "request/not-found" });
  });

  it("refuses vectors of another encoder, and puts on trial what was compared with something else", async () => {
    await version("old", "better", null, "other@1" as EncoderVersion);
    await expect(promote({ db: open.db, encoder }, lead, { id: "old", reason: "" })).rejects.toMatchObject({ code: "registry/unusable" });
    await version("v2", "better", "gone");
    expect(await promote({ db: open.db, encoder }, lead, { id: "v2", reason: "" })).toMatchObject({ onTrial: true });
  });

  it("rolls back step by step to as shipped, then says that there is nothing more", async () => {
    await version("v1", "better");
    await version("v2", "better", "v1");
    await promote({ db: open.db, encoder }, lead, { id: "v1", reason: "" });
    await promote({ db: open.db, encoder }, lead, { id: "v2", reason: "" });
    expect(await rollBack(open.db, lead)).toBe(1);
    expect(await readServing(open.db, scope)).toMatchObject({ versionId: "v1", previousId: null });
    expect(await rollBack(open.db, lead)).toBe(0);
    await expect(rollBack(open.db, lead)).rejects.toMatchObject({ code: "request/conflict" });
  });

  it("gives every question one whole version while versions change under it", async () => {
    await version("v1", "better");
    await version("v2", "better", "v1");
    const serving = createServing({ db: open.db, encoder, spaces: NO_SPACES });
    await promote({ db: open.db, encoder }, lead, { id: "v1", reason: "" });
    const changes = (async () => {
      for (let round = 0; round < 5; round++) {
        await promote({ db: open.db, encoder }, lead, { id: "v2", reason: "" });
        await rollBack(open.db, lead);
      }
    })();
    const seen = await Promise.all(Array.from({ length: 20 }, async () => {
      const taken = [];
      for (let i = 0; i < 5; i++) taken.push(await serving.current());
      return taken;
    }));
    await changes;
    for (const { id, learned } of seen.flat()) expect(learned?.version).toBe(id);
    expect(await serving.current()).toMatchObject({ id: "v1" });
  });

  it("serves as shipped, and says so, when the stored bytes are damaged", async () => {
    const artefact = Uint8Array.of(1, 2, 3);
    await insertVersion(open.db, scope, { id: "bad" as ModelVersionId, encoderVersion: encoder.version, verdict: "better", gate: gateOf("better"), recipe: {}, curve: [], artefact, sha256: sha256("else") }, []);
    await promote({ db: open.db, encoder }, lead, { id: "bad", reason: "" });
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const serving = createServing({ db: open.db, encoder, spaces: NO_SPACES });
    expect(await serving.current()).toEqual({ id: null, learned: null });
    await serving.current();
    expect(said.mock.calls.map(([line]) => String(line))).toEqual([expect.stringContaining("damaged")]);
    said.mockClear();
  });
});

describe("trial", () => {
  it("is rolled back by itself when thumbs down have risen, not before there are enough", async () => {
    for (let i = 0; i < 12; i++) await rated("up");
    await version("v1", "provisional");
    await promote({ db: open.db, encoder }, lead, { id: "v1", reason: "" });
    for (let i = 0; i < 9; i++) await rated("down");
    expect(await checkTrial(open.db, systemClock)).toBe("goes-on");
    await rated("down");
    expect(await checkTrial(open.db, systemClock)).toBe("rolled-back");
    expect(await readServing(open.db, scope)).toMatchObject({ versionId: null, onTrial: false });
    expect(await checkTrial(open.db, systemClock)).toBe("none");
  });
});

describe("drift", () => {
  const DAY_MS = 86_400_000;
  /** What has been asked so far was asked so many days ago. */
  const age = async (days: number) => {
    await open.db.update(messages).set({ createdAt: new Date(systemClock.now() - days * DAY_MS) });
  };

  it("sees that fewer questions find an answer, tells HR leads once, and nothing where nothing has changed", async () => {
    for (let i = 0; i < 24; i++) await rated("up", i % 6 === 0 ? "none" : "answered");
    await age(30);
    for (let i = 0; i < 24; i++) await rated("up", i % 6 === 0 ? "none" : "answered");
    expect(await driftOf(open.db, systemClock)).toEqual([]);
    expect(await watchDrift(open.db, systemClock)).toBe(false);
    for (let i = 0; i < 30; i++) await rated("up", "none");
    expect(await driftOf(open.db, systemClock)).toMatchObject([{ kind: "unanswered", before: { of: 24, n: 4 }, now: { of: 54, n: 34 } }]);
    expect([await watchDrift(open.db, systemClock), await watchDrift(open.db, systemClock)]).toEqual([true, false]);
    expect((await listNotifications(open.db, scopeOf(lead), 10)).map(({ kind }) => kind)).toEqual(["model.drift"]);
  });

  it("says nothing of a handful", async () => {
    for (let i = 0; i < 19; i++) await rated("down", "none");
    await age(30);
    for (let i = 0; i < 19; i++) await rated("up", "answered");
    expect(await driftOf(open.db, systemClock)).toEqual([]);
  });
});
