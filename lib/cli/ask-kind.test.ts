/** @file The question of a first start, as a person at a terminal answers it. */
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askKind, canAsk } from "./ask-kind";

/** Types the lines, each after the prompt before it was shown. @returns the answer and all that was shown */
async function answering(lines: readonly string[], { database = "pglite", end = false }: { database?: "pglite" | "postgres"; end?: boolean } = {}) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  const left = [...lines];
  output.on("data", (data: Buffer) => {
    shown += data.toString();
    if (!data.toString().includes("1 or 2?")) return;
    const next = left.shift();
    if (next !== undefined) input.write(`${next}\n`);
    else if (end) input.end();
  });
  const kind = await askKind({ input, output }, database);
  return { kind, shown, unread: left.length };
}

const prompts = (shown: string) => shown.split("1 or 2?").length - 1;

test.each([
  ["1", "demo"],
  ["", "demo"],
  ["2", "own"],
  ["  2  ", "own"],
])("“%s” is the %s company", async (line, kind) => {
  const answered = await answering([line]);
  expect(answered.kind).toBe(kind);
  expect(prompts(answered.shown)).toBe(1);
});

test("anything else is asked again, and the choices are not repeated", async () => {
  const { kind, shown, unread } = await answering(["own", "3", "12", "2"]);
  expect([kind, unread, prompts(shown)]).toEqual(["own", 0, 4]);
  expect(shown.split("Your own company").length - 1).toBe(1);
});

test("what the built-in database may lose, and the way to PostgreSQL, stand beside the choice; with PostgreSQL neither does", async () => {
  const { shown } = await answering(["1"]);
  expect(shown).toMatch(/power cut .* may lose the last\s+writes/);
  expect(shown).toMatch(/DATABASE_URL=postgres:\/\//);
  expect(shown.indexOf("power cut")).toBeLessThan(shown.indexOf("1 or 2?"));
  const other = (await answering(["1"], { database: "postgres" })).shown;
  expect(other).toContain("PostgreSQL database");
  expect(other).not.toMatch(/power cut|PGlite/);
});

test("input that ends without an answer sets nothing up, and says how to go on", async () => {
  await expect(answering([], { end: true })).rejects.toMatchObject({ code: "job/cancelled", message: expect.stringMatching(/nothing was set up.*CADRE_DEMO/) as string });
  await expect(answering(["maybe"], { end: true })).rejects.toMatchObject({ code: "job/cancelled" });
});

test("only where both ends are a terminal somebody is asked", () => {
  const [tty, pipe] = [{ isTTY: true }, {}];
  expect([canAsk(tty, tty), canAsk(pipe, tty), canAsk(tty, pipe), canAsk(pipe, pipe)]).toEqual([true, false, false, false]);
});
