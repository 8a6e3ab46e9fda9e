/**
 * @file What every database must do, run on PGlite and on PostgreSQL: accounts, chat, feedback, access, limits,
 * audit log.
 */
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { Database, OpenDatabase } from "../../db/client";
import { emptyDatabase } from "../../db/testing/database";
import { accessContract } from "./database-access.contract";
import { auditContract } from "./database-audit.contract";
import { chatContract } from "./database-chat.contract";
import { peopleContract } from "./database-people.contract";
import { relationsContract } from "./database-relations.contract";
import { storageContract } from "./database-storage.contract";

/** @param open gives a migrated, empty database; closed after the suite */
export function databaseContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(name, () => {
    let opened: OpenDatabase | undefined;
    const db = (): Database => {
      if (opened === undefined) throw new Error("the database is not open: beforeAll failed");
      return opened.db;
    };
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.close();
    });
    beforeEach(async () => emptyDatabase(db()));

    peopleContract(db);

    relationsContract(db);
    chatContract(db);
    accessContract(db);
    storageContract(db);
    auditContract(db);
  });
}
