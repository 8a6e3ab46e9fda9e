import { expect, test } from "vitest";
import { forbidTracing, parseEnv } from "./env";

test("no variable is needed", () => {
  expect(parseEnv({})).toMatchObject({ port: 3000, host: "127.0.0.1", demo: null, device: "auto", encoder: "models/base" });
});

test("an empty string counts as absent", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test("a language model is a server with a model's name, or one in process, and by default none", () => {
  expect(parseEnv({}).languageModel).toBeNull();
  expect(parseEnv({ CADRE_LLM: "org/tiny" }).languageModel).toEqual({ kind: "in-process", model: "org/tiny" });
  const server = { CADRE_LLM_BASE_URL: "http://localhost:11434/v1", CADRE_LLM_MODEL: "tiny" };
  expect(parseEnv({ ...server, CADRE_LLM_API_KEY: "k" }).languageModel).toEqual({ kind: "server", baseUrl: "http://localhost:11434/v1", model: "tiny", apiKey: "k" });
  expect(() => parseEnv({ ...server, CADRE_LLM: "org/tiny" })).toThrow(/CADRE_LLM: set either/);
  expect(() => parseEnv({ CADRE_LLM_BASE_URL: "http://localhost:11434/v1" })).toThrow(/CADRE_LLM_MODEL: needed.*qwen/);
  expect(() => parseEnv({ CADRE_LLM_MODEL: "tiny" })).toThrow(/CADRE_LLM_BASE_URL: needed/);
  expect(() => parseEnv({ CADRE_LLM_API_KEY: "sesame" })).toThrow(/CADRE_LLM_BASE_URL: needed/);
  for (const url of ["ftp://host/v1", "localhost", "http://user:sesame@host/v1", "http://host/v1?key=sesame"]) {
    const attempt = () => parseEnv({ CADRE_LLM_BASE_URL: url, CADRE_LLM_MODEL: "tiny" });
    expect(attempt).toThrow(/CADRE_LLM_BASE_URL/);
    expect(attempt).not.toThrow(/sesame/);
  }
});

test("LangChain's own variables send nothing to anybody", () => {
  const variables: Record<string, string | undefined> = { LANGSMITH_TRACING: "true", LANGCHAIN_TRACING_V2: "true", PORT: "1" };
  forbidTracing(variables);
  expect(variables).toEqual({ PORT: "1" });
});

test("all faults are named at once, with examples and without values", () => {
  const attempt = () => parseEnv({ PORT: "ninety", CADRE_DEVICE: "tpu", DATABASE_URL: "mysql://root:hunter2@db/x" });
  expect(attempt).toThrow(/PORT.*\n.*DATABASE_URL.*postgres:\/\/.*\n.*CADRE_DEVICE/);
  expect(attempt).not.toThrow(/hunter2|ninety/);
});
