/**
 * @file The only reader of process.env. Parsed once, on first use; every fault is reported at once, with the
 * variable's name and an example, never its value. No variable is needed: the defaults run the demo offline.
 */
import { z } from "zod";
import { AppError } from "../core/errors";
import { watchFolders, type WatchFolder } from "./watch-folders";
import { checkSignInSettings, SIGN_IN_VARIABLES, signInSettingsOf, type SignInSettings } from "./sign-in-settings";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

/** Looked for on the PATH. */
export const DEFAULT_TESSERACT = "tesseract";

const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  /** Port of the web server. */
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Address to listen on. The demo company is only ever served on the loopback address. */
  HOST: z.string().default("127.0.0.1"),
  /** Folder for the database, files, snapshots and secrets. */
  CADRE_DATA_DIR: z.string().min(1).default(".cadre"),
  /** postgres://user:password@host:5432/name; without it PGlite in the data folder. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** What a new data folder gets: 1 the demo company, 0 an own company. Absent: asked in a terminal, else the demo company. */
  CADRE_DEMO: flag.optional(),
  CADRE_DEVICE: z.enum(["auto", "cpu", "cuda", "webgpu"]).default("auto"),
  /** A folder in the hub's layout, or a hub id (the only setting that makes Cadre reach another host). */
  CADRE_ENCODER: z.string().min(1).default("models/base"),
  /** OpenAI-compatible server that words answers, with its path: http://localhost:11434/v1. Questions and passages go there. */
  CADRE_LLM_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .refine((value) => isPlainUrl(value), "must not hold a user, password, query or fragment; the key goes into CADRE_LLM_API_KEY")
    .optional(),
  /** Name of the model on that server. */
  CADRE_LLM_MODEL: z.string().trim().min(1).optional(),
  /** Sent to that server as a bearer token, and nowhere else. */
  CADRE_LLM_API_KEY: z.string().min(1).optional(),
  /** A text-generation model run in this process: a folder in the hub's layout, or a hub id. */
  CADRE_LLM: z.string().min(1).optional(),
  /** 0: an upgrade changes the database without a backup first. */
  CADRE_UPGRADE_BACKUP: flag.default(true),
  /** Name or path of Tesseract, which reads scans; "off": not to be used. */
  CADRE_TESSERACT: z.string().trim().min(1).default(DEFAULT_TESSERACT),
  /** Folders whose files are documents: new, changed and removed ones are followed. */
  CADRE_WATCH_DIR: watchFolders,
  ...SIGN_IN_VARIABLES,
  /** Chromium to use in end-to-end tests. */
  CADRE_CHROMIUM: z.string().optional(),
  /** A database that tests may empty. */
  CADRE_TEST_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Test hook: milliseconds that every ingestion stage waits, so that a kill can land in the middle. */
  CADRE_TEST_STAGE_DELAY_MS: z.coerce.number().int().min(0).max(60_000).default(0),
});

/** Parsed again: a refinement also sees what the URL rule has refused. */
function isPlainUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url === null || (url.username === "" && url.password === "" && url.search === "" && url.hash === "");
}

/** Settings that only make sense together. */
const settings = schema.superRefine((value, context) => {
  const fault = (name: string, message: string): void => context.addIssue({ code: "custom", path: [name], message });
  if (value.CADRE_LLM_BASE_URL !== undefined && value.CADRE_LLM !== undefined) fault("CADRE_LLM", "set either this or CADRE_LLM_BASE_URL, not both");
  if (value.CADRE_LLM_BASE_URL !== undefined && value.CADRE_LLM_MODEL === undefined) fault("CADRE_LLM_MODEL", "needed with CADRE_LLM_BASE_URL");
  if (value.CADRE_LLM_BASE_URL === undefined && value.CADRE_LLM_MODEL !== undefined) fault("CADRE_LLM_BASE_URL", "needed with CADRE_LLM_MODEL");
  if (value.CADRE_LLM_BASE_URL === undefined && value.CADRE_LLM_API_KEY !== undefined) fault("CADRE_LLM_BASE_URL", "needed with CADRE_LLM_API_KEY");
  checkSignInSettings(value, fault);
});

const EXAMPLES: Partial<Record<keyof z.infer<typeof schema>, string>> = {
  PORT: "3000",
  DATABASE_URL: "postgres://cadre:secret@localhost:5432/cadre",
  CADRE_DEMO: "1 or 0",
  CADRE_DEVICE: "auto, cpu, cuda or webgpu",
  CADRE_TESSERACT: "/opt/tesseract/bin/tesseract, or off",
  CADRE_WATCH_DIR: "/srv/policies:/srv/courses=course",
  CADRE_LLM_BASE_URL: "http://localhost:11434/v1",
  CADRE_LLM_MODEL: "qwen3:8b",
  CADRE_LLM: "onnx-community/Qwen3-0.6B-ONNX",
  CADRE_PUBLIC_URL: "https://hr.example.com",
  CADRE_SMTP_URL: "smtp://user:password@mail.example.com:587",
  CADRE_MAIL_FROM: "Cadre <hr@example.com>",
  CADRE_OIDC_ISSUER: "https://login.example.com",
  CADRE_OIDC_ROLE_MAP: "hr-team=hr_lead,talent=recruiter",
  CADRE_TEST_DATABASE_URL: "postgres://postgres@localhost:5432/cadre_test",
};

export type LanguageModelSettings =
  | { readonly kind: "server"; readonly baseUrl: string; readonly model: string; readonly apiKey: string | undefined }
  | { readonly kind: "in-process"; readonly model: string };

export interface Env extends SignInSettings {
  readonly nodeEnv: "development" | "test" | "production";
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Null: not said. */
  readonly demo: boolean | null;
  readonly device: "auto" | "cpu" | "cuda" | "webgpu";
  readonly encoder: string;
  readonly upgradeBackup: boolean;
  /** Null: scans are not read. */
  readonly tesseract: string | null;
  readonly watchFolders: readonly WatchFolder[];
  /** Answers are quoted, not worded, when this is null. */
  readonly languageModel: LanguageModelSettings | null;
  readonly chromium: string | undefined;
  readonly testDatabaseUrl: string | undefined;
  readonly testStageDelayMs: number;
}

/**
 * @param source variables to read; empty strings count as absent
 * @throws AppError "config/invalid" naming every faulty variable
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = settings.safeParse(present);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const example = EXAMPLES[name as keyof typeof EXAMPLES];
      return `${name}: ${issue.message}${example ? ` (example: ${example})` : ""}`;
    });
    throw new AppError("config/invalid", `Settings that are not valid:\n  ${faults.join("\n  ")}`);
  }
  const value = result.data;
  return {
    nodeEnv: value.NODE_ENV,
    port: value.PORT,
    host: value.HOST,
    dataDir: value.CADRE_DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    demo: value.CADRE_DEMO ?? null,
    device: value.CADRE_DEVICE,
    encoder: value.CADRE_ENCODER,
    upgradeBackup: value.CADRE_UPGRADE_BACKUP,
    tesseract: value.CADRE_TESSERACT === "off" ? null : value.CADRE_TESSERACT,
    watchFolders: value.CADRE_WATCH_DIR ?? [],
    languageModel: languageModelOf(value),
    ...signInSettingsOf(value),
    chromium: value.CADRE_CHROMIUM,
    testDatabaseUrl: value.CADRE_TEST_DATABASE_URL,
    testStageDelayMs: value.CADRE_TEST_STAGE_DELAY_MS,
  };
}

function languageModelOf(value: z.infer<typeof schema>): LanguageModelSettings | null {
  const { CADRE_LLM: local, CADRE_LLM_BASE_URL: baseUrl, CADRE_LLM_MODEL: model, CADRE_LLM_API_KEY: apiKey } = value;
  if (baseUrl !== undefined && model !== undefined) return { kind: "server", baseUrl, model, apiKey };
  return local === undefined ? null : { kind: "in-process", model: local };
}

/**
 * LangChain sends what it runs to LangSmith when one of its own variables asks for it, set by whatever else runs on
 * this machine. Cadre's questions and passages go nowhere by such a variable.
 */
export function forbidTracing(variables: Record<string, string | undefined> = process.env): void {
  for (const name of ["LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING", "LANGCHAIN_TRACING"]) delete variables[name];
}

let memo: Env | undefined;

/** The process's settings. */
export function env(): Env {
  if (!memo) {
    memo = parseEnv(process.env);
    forbidTracing();
  }
  return memo;
}

/**
 * next-auth reads one switch of its own from the environment: with it, it takes the address that the request came to
 * (Host, or what a proxy says) for its own, so that any PORT works and NEXTAUTH_URL need not be set.
 */
export function trustForwardedHost(): void {
  process.env["AUTH_TRUST_HOST"] ??= "1";
}
