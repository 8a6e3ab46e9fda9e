/** @file Where a configured language model is, what leaves this machine for it, and what the doctor says. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseEnv } from "../config/env";
import { HUB_HOSTS } from "../runtime/hub";
import { isUnencrypted, openLanguageModel } from "./language-model";
import { languageModelNotice } from "./language-model-notice";
import { checkLanguageModel } from "./language-model-check";
import { outboundHosts } from "./setup/outbound-hosts";

const at = (baseUrl: string) => parseEnv({ CADRE_LLM_BASE_URL: baseUrl, CADRE_LLM_MODEL: "tiny-1", CADRE_LLM_API_KEY: "sesame" });

describe("what leaves this machine", () => {
  test.each([
    ["http://localhost:11434/v1", [], false],
    ["http://127.0.0.1:8080/v1", [], false],
    ["http://[::1]:8080/v1", [], false],
    ["https://llm.fennmoor.example/v1", ["llm.fennmoor.example"], false],
    ["http://10.0.0.7:8000/v1", ["10.0.0.7"], true],
    ["http://127.0.0.1.fennmoor.example/v1", ["127.0.0.1.fennmoor.example"], true],
  ])("%s", (url, hosts, unencrypted) => {
    const settings = at(url);
    expect(outboundHosts(settings)).toEqual(hosts);
    expect(settings.languageModel && isUnencrypted(settings.languageModel)).toBe(unencrypted);
    expect(languageModelNotice(settings)).toEqual({ model: "tiny-1", host: new URL(url).host });
  });

  test("nothing by default; a hub id until it is here", () => {
    expect(outboundHosts(parseEnv({}))).toEqual([]);
    expect(languageModelNotice(parseEnv({}))).toBeNull();
    expect(outboundHosts(parseEnv({ CADRE_LLM: "org/not-fetched" }))).toEqual([...HUB_HOSTS]);
    expect(outboundHosts(parseEnv({ DATABASE_URL: "postgres://cadre@localhost/cadre?host=db.example.com" }))).toEqual(["db.example.com"]);
    expect(outboundHosts(parseEnv({ DATABASE_URL: "postgres://cadre@localhost/cadre?host=/var/run/postgresql" }))).toEqual([]);
    expect(outboundHosts(parseEnv({ CADRE_LLM: "models/base" }))).toEqual([]);
    expect(languageModelNotice(parseEnv({ CADRE_LLM: "org/not-fetched" }))).toEqual({ model: "org/not-fetched", host: null });
  });

  test("opening one contacts nobody", async () => {
    expect(await openLanguageModel(parseEnv({}))).toBeNull();
    const opened = await openLanguageModel(at("http://192.0.2.1:9/v1"));
    expect(opened?.wordedBy.model).toMatchObject({ name: "tiny-1", host: "192.0.2.1:9" });
    await opened?.close();
  });
});

describe("the doctor", () => {
  let server: Server;
  let baseUrl: string;
  let reply: { status: number; body: string } = { status: 200, body: "" };
  let authorization: string | undefined;
  beforeAll(async () => {
    server = createServer((request, response) => {
      authorization = request.headers.authorization;
      response.writeHead(reply.status, { "content-type": "application/json", location: "http://192.0.2.1/" }).end(reply.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  afterAll(() => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))));

  test.each([
    [200, { data: [{ id: "tiny-1" }, { id: "other" }] }, true, /tiny-1 on 127.*answers/],
    [404, {}, true, /answers/],
    [200, { data: [{ id: "other" }] }, false, /does not list "tiny-1"/],
    [401, {}, false, /answered 401/],
    [302, {}, false, /redirect, which is never followed/],
    [200, "no list", false, /does not list/],
  ])("%i %j", async (status, body, ok, detail) => {
    reply = { status, body: JSON.stringify(body) };
    const check = await checkLanguageModel(at(baseUrl));
    expect(check).toMatchObject({ name: "language model", ok });
    expect(check.detail).toMatch(detail);
    expect(JSON.stringify(check)).not.toContain("sesame");
    expect(authorization).toBe("Bearer sesame");
    if (!ok) expect(check.fix).toBeTruthy();
  });

  test("none is health; a folder that is no model is not", async () => {
    expect(await checkLanguageModel(parseEnv({}))).toMatchObject({ ok: true, detail: "none: answers are quoted" });
    expect(await checkLanguageModel(parseEnv({ CADRE_LLM: "models/none-such" }))).toMatchObject({ ok: false });
  });
});
