/**
 * @file Resolving models. The hub is a small HTTP server on the loopback address that counts what is asked of it.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { resolveModel } from "./hub";

let server: Server;
let hubUrl: string;
let cacheDir: string;
let files: Record<string, string>;
let asked: string[];

beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), "cadre-hub-"));
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const body = files[path.replace("/acme/tiny/resolve/main/", "")];
    response.statusCode = body === undefined ? 404 : 200;
    response.end(body ?? "not here");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  hubUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await rm(cacheDir, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
  files = { "config.json": "{}", "tokenizer.json": "{}", "tokenizer_config.json": "{}", "onnx/model.onnx": "weights" };
});

describe("resolveModel", () => {
  it("uses a folder as it is, relative to the working directory or the project, and asks nobody", async () => {
    expect(await resolveModel({ model: "models/base", hubUrl })).toEqual({ folder: join(process.cwd(), "models/base"), name: undefined });
    expect(await resolveModel({ model: cacheDir, hubUrl })).toEqual({ folder: cacheDir, name: undefined });
    expect(asked).toEqual([]);
  });

  it.each(["models/none", "/no/such/folder", "just-a-name", "../up/there"])("does not take %s for a hub id", async (model) => {
    await expect(resolveModel({ model, cacheDir, hubUrl })).rejects.toMatchObject({ code: "model/not-found" });
    expect(asked).toEqual([]);
  });

  it("fetches the weights where the hub has no graph", async () => {
    delete files["onnx/model.onnx"];
    files["model.safetensors"] = "weights";
    const { folder } = await resolveModel({ model: "acme/tiny", cacheDir: join(cacheDir, "weights"), hubUrl });
    expect((await readdir(folder)).sort()).toEqual(["config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"]);
    await expect(resolveModel({ model: "acme/tiny", cacheDir: join(cacheDir, "int8"), hubUrl, precision: "int8" })).rejects.toThrow(/no int8 ONNX graph/);
  });

  it("leaves nothing behind when the hub lacks a file", async () => {
    delete files["onnx/model.onnx"];
    await expect(resolveModel({ model: "acme/tiny", cacheDir, hubUrl })).rejects.toThrow(/no fp32 ONNX graph/);
    delete files["tokenizer.json"];
    await expect(resolveModel({ model: "acme/tiny", cacheDir, hubUrl })).rejects.toThrow(/tokenizer\.json answered 404/);
    const left = existsSync(join(cacheDir, "acme")) ? await readdir(join(cacheDir, "acme", "tiny")).catch(() => []) : [];
    expect(left).toEqual([]);
  });

  it("says what to do when the hub cannot be reached", async () => {
    await expect(resolveModel({ model: "acme/tiny", cacheDir, hubUrl: "http://127.0.0.1:9" })).rejects.toMatchObject({
      code: "model/not-found",
      message: expect.stringContaining("Check the id and the connection") as string,
    });
    await expect(resolveModel({ model: "acme/tiny", hubUrl })).rejects.toThrow(/no cache folder/);
  });

  it("fetches a hub id once, then stays offline", async () => {
    files["1_Pooling/config.json"] = '{"pooling_mode_mean_tokens":true}';
    const first = await resolveModel({ model: "acme/tiny", cacheDir, hubUrl });
    expect(first.name).toBe("tiny");
    expect(await readFile(join(first.folder, "onnx/model.onnx"), "utf8")).toBe("weights");
    expect(await readFile(join(first.folder, "1_Pooling/config.json"), "utf8")).toContain("mean");
    expect(existsSync(join(first.folder, "modules.json"))).toBe(false);
    asked = [];
    expect(await resolveModel({ model: "acme/tiny", cacheDir, hubUrl })).toEqual(first);
    expect(asked).toEqual([]);
  });
});
