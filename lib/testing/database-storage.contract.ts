/** @file What goes in comes out: bytes, offsets, text; settings and sign-in attempts; transactions. */
import { describe, expect, test } from "vitest";
import type { Database } from "../../db/client";
import { findDocumentText, findOcrPage } from "../../db/queries/documents";
import { addAttempts, clearAttempts, countAttempts, purgeAttempts, removeAttempts } from "../../db/queries/sign-in-attempts";
import { getSetting, putSetting } from "../../db/queries/settings";
import { chunks, documentAcl, documents, documentTexts, vectors } from "../../db/schema";
import { eq } from "../../db/testing/database";
import { scopeOf, systemScope } from "../core/scope";
import type { ChunkId, DocumentId, EncoderVersion, Role, UserId } from "../core/types";

const system = systemScope("test");

export function storageContract(db: () => Database): void {
  describe("storage", () => {
    test("vectors, texts and offsets come back as they were, and go with their document", async () => {
      const id = "d1" as DocumentId;
      const chunkId = "c1" as ChunkId;
      const text = "Emoji 🎏, Chinese 年假, quotes ' \" \\ and\ttabs\r\n";
      const floats = Float32Array.from([0.5, -1.25, 3e-38, Number.MAX_SAFE_INTEGER]);
      await db().insert(documents).values({ id, kind: "policy", source: "a", title: "A", mediaType: "text/plain", sha256: "0", sizeBytes: 2 ** 40, status: "ready" });
      await db().insert(documentTexts).values({ documentId: id, text, pages: [{ page: 1, start: 0, end: text.length }], blocks: [] });
      await db().insert(chunks).values({ id: chunkId, documentId: id, ordinal: 0, startChar: 0, endChar: text.length, headings: ["一", "B"], text });
      await db().insert(vectors).values({ chunkId, encoderVersion: "v" as EncoderVersion, vector: new Uint8Array(floats.buffer) });

      const [row] = await db().select().from(vectors);
      const bytes = Uint8Array.from(row?.vector ?? []);
      expect(new Float32Array(bytes.buffer)).toEqual(floats);
      expect((await db().select().from(documentTexts))[0]).toMatchObject({ text, pages: [{ page: 1, start: 0, end: text.length }] });
      expect((await db().select().from(chunks))[0]).toMatchObject({ text, headings: ["一", "B"], page: null });
      expect((await db().select().from(documents))[0]?.sizeBytes).toBe(2 ** 40);

      await db().delete(documents).where(eq(documents.id, id));
      for (const table of [documentTexts, chunks, vectors]) expect(await db().select().from(table)).toEqual([]);
    });

    test("a recognised page comes back alone, to those who may read its document", async () => {
      const id = "scan" as DocumentId;
      const ocr = [3, 7].map((page) => ({ page, confidence: 90 + page, width: 595, height: 842, boxes: [0, 6, 10, 20, 30, 12] }));
      await db().insert(documents).values({ id, kind: "policy", source: "s.pdf", title: "S", mediaType: "application/pdf", sha256: "1", sizeBytes: 1, status: "ready" });
      await db().insert(documentAcl).values({ documentId: id, principal: "role:hr_lead" });
      await db().insert(documentTexts).values({ documentId: id, text: "Notice", pages: [], blocks: [], ocr });

      const reader = (role: Role) => scopeOf({ userId: "u" as UserId, roles: [role] });
      expect(await findOcrPage(db(), reader("hr_lead"), id, 7)).toEqual(ocr[1]);
      expect(await findOcrPage(db(), reader("hr_lead"), id, 1)).toBeNull();
      expect(await findOcrPage(db(), reader("employee"), id, 7)).toBeNull();
      // Texts come without the places of words: they may be megabytes.
      expect(await findDocumentText(db(), system, id)).toEqual({ documentId: id, text: "Notice", pages: [], blocks: [] });
      await db().delete(documents).where(eq(documents.id, id));
      expect(await findOcrPage(db(), system, id, 7)).toBeNull();
    });

    test("a transaction that throws leaves nothing", async () => {
      const failed = db().transaction(async (tx) => {
        await putSetting(tx, system, { key: "k", value: "v" });
        throw new Error("changed my mind");
      });
      await expect(failed).rejects.toThrow("changed my mind");
      expect(await getSetting(db(), system, "k")).toBeNull();
    });

    test("a setting is set and replaced", async () => {
      await putSetting(db(), system, { key: "company", value: "Alder & Sons" });
      await putSetting(db(), system, { key: "company", value: "Alder 公司" });
      expect(await getSetting(db(), system, "company")).toBe("Alder 公司");
    });

    test("sign-in attempts count within the window, by key", async () => {
      const at = (ms: number) => new Date(1_700_000_000_000 + ms);
      await addAttempts(db(), system, { keys: ["email:a", "ip:1"], at: at(0) });
      const ids = await addAttempts(db(), system, { keys: ["email:a", "ip:1"], at: at(10) });
      await addAttempts(db(), system, { keys: ["email:b"], at: at(20) });
      const counts = (since: number) => countAttempts(db(), system, { keys: ["email:a", "ip:1", "ip:2"], since: at(since) });
      expect(await counts(-1)).toEqual(new Map([["email:a", 2], ["ip:1", 2]]));
      expect(await counts(0)).toEqual(new Map([["email:a", 1], ["ip:1", 1]]));
      await removeAttempts(db(), system, ids.slice(0, 1));
      expect(await counts(-1)).toEqual(new Map([["email:a", 1], ["ip:1", 2]]));
      await clearAttempts(db(), system, "email:a");
      await purgeAttempts(db(), system, at(0));
      expect(await counts(-1)).toEqual(new Map([["ip:1", 1]]));
    });
  });
}
