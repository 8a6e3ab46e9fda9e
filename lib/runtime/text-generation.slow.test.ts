/** @file Text generation in process, with a tiny random model made here: streams, repeats, stops, refuses; and its files. */
import { createServer } from "node:http";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadTextGenerator, type TextGenerator } from "./text-generation";
import { resolveGenerationFiles } from "./text-generation-files";
import { TINY_WORDS, writeTinyGenerator } from "./tiny-generator.fixture";

const TURNS = [
  { role: "system", content: "full time employees" },
  { role: "user", content: "have 26 days of annual leave" },
] as const;

let folder: string;
let generator: TextGenerator;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cadre-generator-"));
  await writeTinyGenerator(join(folder, "tiny"), 7);
  generator = await loadTextGenerator({ model: join(folder, "tiny"), device: "cpu", cacheDir: folder });
});
afterAll(async () => {
  await generator.close();
  await rm(folder, { recursive: true, force: true });
});

async function pieces(maxTokens: number, signal?: AbortSignal): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of generator.generate(TURNS, { maxTokens, ...(signal ? { signal } : {}) })) all.push(piece);
  return all;
}

describe("generating", () => {
  test("gives pieces of known words, the same each time, no more than asked for", async () => {
    const first = await pieces(12);
    expect(first.length).toBeGreaterThan(1);
    const said = first.join("").trim().split(/\s+/);
    expect(said.length).toBeLessThanOrEqual(12);
    for (const word of said) expect(TINY_WORDS).toContain(word);
    expect(await pieces(12)).toEqual(first);
    expect((await pieces(3)).join("").trim().split(/\s+/)).toEqual(said.slice(0, 3));
  });

  test("replies wait for each other", async () => {
    const alone = (await pieces(6)).join("");
    expect(await Promise.all([pieces(6), pieces(6)]).then((both) => both.map((all) => all.join("")))).toEqual([alone, alone]);
  });

  test("a stop ends it before the next token, and the next reply is whole", async () => {
    const whole = await pieces(500);
    const controller = new AbortController();
    const heard: string[] = [];
    for await (const piece of generator.generate(TURNS, { maxTokens: 500, signal: controller.signal })) {
      heard.push(piece);
      controller.abort();
    }
    expect(heard.length).toBeLessThan(whole.length);
    expect(await pieces(500)).toEqual(whole);
  });

  test("a prompt longer than the window is refused, not cut", async () => {
    const long = [{ role: "user", content: "days ".repeat(5000) }] as const;
    await expect(async () => {
      for await (const piece of generator.generate(long, { maxTokens: 3 })) expect(piece).toBe("nothing is generated");
    }).rejects.toMatchObject({ code: "language-model/failed" });
  });
});

describe("files", () => {
  test("a hub id is fetched once, whole or not at all", async () => {
    let asked = 0;
    const server = createServer((request, response) => {
      asked++;
      const [, path = ""] = /^\/org\/tiny\/resolve\/main\/(.+)$/.exec(request.url ?? "") ?? [];
      readFile(join(folder, "tiny", path)).then(
        (bytes) => response.writeHead(200).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const hubUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const cacheDir = join(folder, "cache");
    const files = await resolveGenerationFiles({ model: "org/tiny", cacheDir, hubUrl });
    expect(files).toMatchObject({ dtype: "fp32", hasExternalData: false });
    const before = asked;
    expect(await resolveGenerationFiles({ model: "org/tiny", cacheDir, hubUrl })).toEqual(files);
    expect(asked).toBe(before);
    await expect(resolveGenerationFiles({ model: "org/missing", cacheDir, hubUrl })).rejects.toMatchObject({ code: "model/not-found" });
    expect(await readdir(join(cacheDir, "text-generation", "org"))).toEqual(["tiny"]);
    await new Promise((resolve) => server.close(resolve));
  });

  test("what is no model says what to do", async () => {
    await expect(loadTextGenerator({ model: join(folder, "nowhere"), device: "cpu", cacheDir: folder })).rejects.toThrow(/CADRE_LLM: no model folder/);
    await expect(loadTextGenerator({ model: folder, device: "cpu", cacheDir: folder })).rejects.toThrow(/lacks config\.json/);
  });
});
