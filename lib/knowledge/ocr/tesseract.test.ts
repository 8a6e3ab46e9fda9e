/**
 * @file The operator's tesseract, played by a script: found or not, slow, failing, talking nonsense, cancelled.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { tableOf, writeFakeTesseract, type FakeTesseract } from "./fake-tesseract.fixture";
import { createTesseractReader, findTesseract, type Tesseract } from "./tesseract";

let fake: FakeTesseract | undefined;
afterEach(async () => {
  await fake?.remove();
  fake = undefined;
});

const TABLE = tableOf({ width: 100, height: 50 }, [
  ["Notice", 1, 10, 10, 30, 8, 96.5],
  ["period", 1, 44, 12, 28, 8, 91],
  ["年假", 2, 10, 30, 16, 9, 88],
]);

/** node itself reserves more address space than tesseract ever does. */
const ROOM = { memoryBytes: 2 ** 43 };

async function play(script: string, limits: { timeMs?: number; outputBytes?: number } = {}) {
  fake = await writeFakeTesseract(script);
  const found: Tesseract = { program: fake.program, version: "5.9.1", languages: ["eng", "chi_sim"] };
  return createTesseractReader(found, { ...ROOM, ...limits });
}

describe("findTesseract", () => {
  it("says that there is none, or that what is there is another program", async () => {
    expect(await findTesseract("/nowhere/tesseract")).toBe("missing");
    expect(await findTesseract("false")).toBe("unusable");
    expect(await findTesseract("true")).toBe("unusable");
  });
});

describe("a tesseract reader", () => {
  it("hands the picture and the languages over and reads the table", async () => {
    const reader = await play(`require("fs").writeFileSync(__dirname + "/seen.json", JSON.stringify({ args, picture: input.toString("latin1") })); print(${JSON.stringify(TABLE)});`);
    const [picture, ...others] = await reader.read(Buffer.from("P5 picture"));
    expect(others).toEqual([]);
    expect(picture).toMatchObject({ width: 100, height: 50 });
    expect(picture?.words.map(({ text, line, confidence }) => [text, line, confidence])).toEqual([["Notice", 1, 96.5], ["period", 1, 91], ["年假", 2, 88]]);
    expect(JSON.parse(await readFile(path.join(fake?.folder ?? "", "seen.json"), "utf8"))).toEqual({ args: ["stdin", "stdout", "-l", "eng+chi_sim", "tsv"], picture: "P5 picture" });
    expect(reader.name).toBe("Tesseract 5.9.1");
  });

  it("ends a program that takes too long, and says so", async () => {
    const reader = await play(`setTimeout(() => require("fs").writeFileSync(__dirname + "/late", ""), 3000);`, { timeMs: 600 });
    await expect(reader.read(Buffer.from("x"))).rejects.toMatchObject({ code: "document/too-slow", userMessage: expect.stringContaining("fewer dots") });
    expect(existsSync(path.join(fake?.folder ?? "", "late"))).toBe(false);
  });

  it("tells failing, gone and nonsense apart", async () => {
    await expect((await play("process.exit(3);")).read(Buffer.from("x"))).rejects.toMatchObject({ code: "document/broken", userMessage: expect.stringContaining("could not read this picture") });
    const gone = createTesseractReader({ program: "/nowhere/tesseract", version: "5", languages: ["eng"] }, ROOM);
    await expect(gone.read(Buffer.from("x"))).rejects.toMatchObject({ code: "document/broken", userMessage: expect.stringContaining("no longer installed") });
    for (const nonsense of ["", "Error: no table", TABLE.replace("100\t50", "wide\t50"), TABLE.split("\n").filter((row) => !row.startsWith("1\t")).join("\n")]) {
      await expect((await play(`print(${JSON.stringify(nonsense)});`)).read(Buffer.from("x")), nonsense.slice(0, 20)).rejects.toMatchObject({ code: "document/broken", userMessage: expect.stringContaining("cadre doctor") });
      await fake?.remove();
    }
  });

  it("stops reading endless output", async () => {
    const reader = await play(`for (let i = 0; i < 1000; i++) print("x".repeat(1000));`, { outputBytes: 10_000 });
    await expect(reader.read(Buffer.from("x"))).rejects.toMatchObject({ code: "document/broken" });
  });

  it("is cancelled before and during the work", async () => {
    const reader = await play(`setTimeout(() => {}, 20_000);`);
    await expect(reader.read(Buffer.from("x"), { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "job/cancelled" });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    await expect(reader.read(Buffer.from("x"), { signal: controller.signal })).rejects.toMatchObject({ code: "job/cancelled" });
  });

  it("survives a program that ends without reading a large picture", async () => {
    const reader = await play("");
    await expect(reader.read(new Uint8Array(8 * 1024 * 1024))).rejects.toMatchObject({ code: "document/broken" });
  });
});
