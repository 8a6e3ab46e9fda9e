/**
 * @file The demo company's growth on a database in memory, for measuring: the same rows, the same port and the same planner as the
 * server's, asked as its people. Nothing is kept.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { openMemoryDatabase } from "../../db/client";
import { commitDocument, enqueueDocuments } from "../../db/queries/documents";
import { addEmployees } from "../../db/queries/employees";
import { createAccount } from "../../db/queries/people";
import { findRelations } from "../../db/queries/relations";
import { EMPLOYEES } from "../../db/seed/people/employees";
import type { TargetRef } from "../contracts/growth";
import type { AskRequest } from "../assistant/types";
import { projectRoot } from "../config/paths";
import { AppError } from "../core/errors";
import { scopeOf, systemScope } from "../core/scope";
import type { Actor, DocumentId, EncoderVersion } from "../core/types";
import type { Gap, ProfileSkill } from "../growth/types";
import { extractDocument } from "../knowledge/extract/extract-document";
import { growthFor } from "../server/growth/assistant-port";
import { gapOf } from "../server/growth/gap";
import { plannerProcess } from "../server/growth/planner-process";
import { seedDemoGrowth } from "../server/growth/seed-demo";

const system = systemScope("measuring growth answers");

export interface GrowthCompany {
  /** As the chat of this person has it. @throws AppError "eval/bad-input" for somebody whom the company does not know */
  growthOf(asker: string): Promise<NonNullable<AskRequest["growth"]>>;
  /** What a plan of theirs starts from. */
  startOf(asker: string, target: TargetRef): Promise<{ readonly gap: Gap; readonly held: readonly ProfileSkill[] }>;
  close(): Promise<void>;
}

/** @param askers directory ids of whoever asks  @param on the day on which they ask, `YYYY-MM-DD` */
export async function openGrowthCompany(askers: readonly string[], on: string): Promise<GrowthCompany> {
  const clock = { now: () => Date.parse(`${on}T09:00:00Z`) };
  const opened = await openMemoryDatabase();
  const { db } = opened;
  const actors = new Map<string, Actor>();
  for (const id of new Set(askers)) {
    const name = EMPLOYEES.find((each) => each.id === id)?.name;
    if (name === undefined) throw new AppError("eval/bad-input", `nobody in the demo company has the id ${id}`);
    // Nobody can sign in with it: it is no hash.
    const account = await createAccount(db, system, { name, email: `${id}@demo.invalid`, roles: [], passwordHash: "none" });
    actors.set(id, { userId: account.id, name, roles: [] });
  }
  await addEmployees(db, system, EMPLOYEES.map((person) => ({ ...person, userId: actors.get(person.id)?.userId ?? null, demo: true })));
  await seedDemoGrowth(db, clock);
  const folder = path.join(projectRoot(), "db/seed/openings");
  for (const name of (await readdir(folder)).filter((each) => each.endsWith(".md"))) {
    const id = name.replace(/\.md$/, "") as DocumentId;
    const { title, language, text, pages, blocks } = await extractDocument(await readFile(path.join(folder, name)), name);
    await enqueueDocuments(db, system, [{ id, kind: "job", acl: ["role:employee"], jobId: id, title: title ?? id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, source: name, titleGiven: false, replacesId: null, uploadedBy: null, demo: true }]);
    await commitDocument(db, system, id, id, { title: title ?? id, language, text, pages, blocks: [...blocks], warnings: [], person: { name: null, title: null, location: null, years: null }, encoderVersion: "none" as EncoderVersion, chunks: [] });
  }
  const actorOf = async (id: string): Promise<Actor> => {
    const actor = actors.get(id);
    if (!actor) throw new AppError("eval/bad-input", `${id} was not announced`);
    return { ...actor, relations: await findRelations(db, system, { userId: actor.userId, at: new Date(clock.now()) }) };
  };
  return {
    async growthOf(asker) {
      const { growth } = await growthFor(db, await actorOf(asker), clock);
      if (!growth) throw new AppError("eval/bad-input", `${asker} has no entry in the directory`);
      return growth;
    },
    startOf: async (asker, target) => gapOf(db, scopeOf(await actorOf(asker)), target),
    async close() {
      plannerProcess().close();
      await opened.close();
    },
  };
}
