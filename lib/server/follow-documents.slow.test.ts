/**
 * @file Several processes on one PostgreSQL, every part real: two servers' services and a worker. What one of them stores,
 * changes or deletes the other finds; a worker without the file leaves it to those who have it.
 */
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listDocuments } from "../../db/queries/documents";
import { parseEnv } from "../config/env";
import { scopeOf, systemScope } from "../core/scope";
import type { Actor, Role, UserId } from "../core/types";
import { findTestPostgres, openTestDatabase } from "../testing/postgres";
import { removeDocument } from "./documents/delete";
import { changeDocument } from "./documents/manage";
import { followDocuments } from "./follow-documents";
import { acceptFiles, fileOf } from "./ingest/accept";
import { openServices } from "./open-services";
import type { Services } from "./services";
import { openWorker } from "./worker/open-worker";

const scope = systemScope("test");
const server = await findTestPostgres();
const actor = (role: Role): Actor => ({ userId: `user-${role}` as UserId, roles: [role], name: role });

test("a worker refuses the built-in database and says why", async () => {
  await expect(openWorker(parseEnv({}), () => undefined)).rejects.toMatchObject({ code: "config/invalid", message: expect.stringMatching(/DATABASE_URL/) });
});

if ("missing" in server) {
  process.stderr.write(`several processes on PostgreSQL skipped: ${server.missing}\n`);
  test.skip(`PostgreSQL: ${server.missing}`);
} else {
  describe("several processes on one PostgreSQL", () => {
    let folders: string[] = [];
    let url = "";
    let first: Services;
    let second: Services;
    let close: () => Promise<void>;

    /** A data folder whose files are the first one's, as on a shared disk. */
    const folder = async (sharing?: string): Promise<string> => {
      const made = await mkdtemp(path.join(tmpdir(), "cadre-many-"));
      if (sharing) await symlink(path.join(sharing, "files"), path.join(made, "files"));
      folders.push(made);
      return made;
    };
    const settingsOf = (dataDir: string) => parseEnv({ CADRE_DATA_DIR: dataDir, DATABASE_URL: url, NODE_ENV: "test" });
    const look = ({ db, readSide, vectors, encoder, events }: Services) => followDocuments({ db, readSide, vectors, encoder, events }, 1e9).look();
    const found = async ({ readSide }: Services, who: Actor, text: string) => {
      const { passages } = await readSide.knowledge.retrieve(text, { filter: readSide.mayRead(scopeOf(who)) });
      return passages.map(({ passage }) => passage.text).filter((passage) => passage.includes(text));
    };
    const queue = (text: string, name: string) => acceptFiles(first.db, first.files, scope, [fileOf(name, new TextEncoder().encode(text))], { kind: "policy", acl: ["role:employee"], onDuplicate: "skip", uploadedBy: null, auditedAs: null });

    beforeAll(async () => {
      const database = await openTestDatabase(server);
      url = database.url;
      const home = await folder();
      first = await openServices(settingsOf(home));
      await first.files.sweep(new Set());
      second = await openServices(settingsOf(await folder(home)));
      close = async () => {
        await first.close();
        await second.close();
        await database.close();
        server.stop();
        for (const each of folders) await rm(each, { recursive: true, force: true });
        folders = [];
      };
    }, 120_000);

    afterAll(() => close());

    test("what one stores, the other finds; what it closes or deletes, the other no longer shows", async () => {
      const text = "The gangway lamp is lit by the night keeper at nine.";
      const { accepted } = await queue(`# Lamps\n\n${text}\n`, "lamps.md");
      first.dispatcher.wake();
      await first.dispatcher.idle();
      await second.dispatcher.idle();
      await look(first);
      expect(await found(first, actor("employee"), text)).toHaveLength(1);
      await look(second);
      expect(await found(second, actor("employee"), text)).toHaveLength(1);

      const id = accepted[0]?.id ?? "";
      await changeDocument(first, actor("hr_lead"), id, { acl: ["role:hr_lead"], title: "Lamps at night" });
      await look(second);
      expect(await found(second, actor("employee"), text)).toEqual([]);
      expect(await found(second, actor("hr_lead"), text)).toHaveLength(1);
      expect(second.readSide.factsOf(id)?.title).toBe("Lamps at night");

      await removeDocument(first, actor("hr_lead"), id);
      await look(second);
      expect(await found(second, actor("hr_lead"), text)).toEqual([]);
      expect(second.readSide.factsOf(id)).toBeUndefined();
    });

    test("a worker without the files leaves them, one that shares the folder reads them in, and servers find it", async () => {
      await first.dispatcher.close();
      await second.dispatcher.close();
      const text = "Bilge pumps are tested on the first Monday of each month.";
      await queue(`# Pumps\n\n${text}\n`, "pumps.md");
      const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
      const lost = await openWorker(settingsOf(await folder()), () => undefined);
      await lost.idle();
      expect(lost.done()).toBe(0);
      expect(lost.missingFiles).toBeGreaterThan(0);
      expect(said.mock.calls.flat().join("\n")).toMatch(/left to another machine: its file is not in this one's files folder/);
      said.mockRestore();
      expect((await listDocuments(first.db, scope)).map((row) => row.status)).toEqual(["queued"]);

      const home = folders[0] ?? "";
      const worker = await openWorker(settingsOf(await folder(home)), () => undefined);
      await worker.idle();
      expect(worker.done()).toBe(1);
      await worker.close();
      await lost.close();
      await look(second);
      expect(await found(second, actor("employee"), text)).toHaveLength(1);
    });
  });
}
