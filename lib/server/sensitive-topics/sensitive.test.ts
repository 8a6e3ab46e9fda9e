/** @file The seam over a real database: Cadre's list, the company's own, a damaged one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { putSetting } from "../../../db/queries/settings";
import { emptyDatabase } from "../../../db/testing/database";
import type { SensitiveTopicsView } from "../../contracts/sensitive-topics";
import { systemScope } from "../../core/scope";
import { isSensitive, sensitiveTopicsOf, sensitivity, TOPICS_SETTING } from "./sensitive";

const scope = systemScope("test");
let opened: OpenDatabase;
beforeAll(async () => {
  opened = await openMemoryDatabase();
});
afterAll(async () => opened.close());
beforeEach(async () => emptyDatabase(opened.db));

const save = (value: string) => putSetting(opened.db, scope, { key: TOPICS_SETTING, value });

describe("sensitivity", () => {
  test("uses Cadre's list until the company has its own, then that one at once", async () => {
    expect((await sensitiveTopicsOf(opened.db)).editedAt).toBeNull();
    expect(await isSensitive(opened.db, { question: "I am pregnant" })).toBe(true);
    expect(await isSensitive(opened.db, { question: "When is the merger?" })).toBe(false);
    const own: SensitiveTopicsView = { editedAt: "2026-11-01T08:00:00.000Z", topics: [{ id: "merger", name: { en: "Merger", zh: "合并" }, on: true, words: { en: ["merger"], zh: [] }, exceptions: { en: [], zh: [] } }] };
    await save(JSON.stringify(own));
    expect(await sensitiveTopicsOf(opened.db)).toEqual(own);
    expect(await isSensitive(opened.db, { question: "When is the merger?" })).toBe(true);
    expect(await isSensitive(opened.db, { question: "I am pregnant" })).toBe(false);
  });

  test("a follow-up is as sensitive as what it follows", async () => {
    const sensitive = await sensitivity(opened.db);
    expect(sensitive({ question: "and how long?" })).toBe(false);
    expect(sensitive({ question: "and how long?", understoodAs: "and how long? parental leave after a miscarriage" })).toBe(true);
  });

  test("a damaged list is an error, never an empty list", async () => {
    await save("{");
    await expect(isSensitive(opened.db, { question: "I am pregnant" })).rejects.toMatchObject({ code: "data/unavailable" });
    await save(JSON.stringify({ topics: "all", editedAt: null }));
    await expect(sensitiveTopicsOf(opened.db)).rejects.toMatchObject({ code: "data/unavailable" });
  });
});
