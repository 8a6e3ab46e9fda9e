import { mkdtempSync, readdirSync, truncateSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { Encoder } from "../../core/encoder";
import type { EncoderVersion } from "../../core/types";
import { cachedEncoder } from "./cached-encoder";

function counting(): { encoder: Encoder; embedded: string[] } {
  const embedded: string[] = [];
  const encoder: Encoder = {
    version: "counting@1" as EncoderVersion,
    dimension: 2,
    countTokens: (text) => text.length,
    embed: (texts) => {
      embedded.push(...texts);
      return Promise.resolve(texts.map((text) => Float32Array.of(text.length, 1)));
    },
  };
  return { encoder, embedded };
}

test("a text is embedded once, also by a later run; a record cut short is made again", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cadre-cached-"));
  const first = counting();
  const vectors = await cachedEncoder(first.encoder, folder).embed(["a", "bb", "a"]);
  expect(vectors.map((vector) => vector[0])).toEqual([1, 2, 1]);
  expect(first.embedded).toEqual(["a", "bb"]);
  const again = counting();
  expect((await cachedEncoder(again.encoder, folder).embed(["bb", "ccc"])).map((vector) => vector[0])).toEqual([2, 3]);
  expect(again.embedded).toEqual(["ccc"]);
  const file = path.join(folder, readdirSync(folder)[0] ?? "");
  truncateSync(file, statSync(file).size - 3);
  const third = counting();
  await cachedEncoder(third.encoder, folder).embed(["a", "ccc"]);
  expect(third.embedded).toEqual(["ccc"]);
});
