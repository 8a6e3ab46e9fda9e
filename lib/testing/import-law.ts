/**
 * @file The import law of DESIGN section 3 as data: which band may import which, and which packages live in one
 * place only. The architecture test applies it to every source file.
 */

/** Bands of lib/, lowest first, and the bands each may import besides itself. */
export const BANDS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  config: ["core"],
  contracts: ["core"],
  engine: ["core"],
  runtime: ["core", "config", "contracts", "engine"],
  knowledge: ["core", "config", "contracts", "engine", "runtime"],
  people: ["core", "config", "contracts", "engine", "runtime", "knowledge"],
  growth: ["core", "config", "contracts", "engine", "runtime", "knowledge", "people"],
  assistant: ["core", "config", "contracts", "engine", "runtime", "knowledge", "people", "growth"],
  improvement: ["core", "config", "contracts", "engine", "runtime", "knowledge", "people", "growth", "assistant"],
  insights: ["core", "config", "contracts", "engine", "runtime", "knowledge", "people", "growth"],
  browser: ["core", "contracts"],
  db: ["core", "config", "contracts"],
  server: ["*"],
  cli: ["*"],
  bench: ["*"],
  testing: ["*"],
  app: ["core", "contracts", "server", "browser"],
};

/** Rows of the demo company: they may take the types of the stages whose rows they are, and stages' tests may use them. */
export const DEMO_DATA = "db/seed/";

/** Inside a stage, settings come in as arguments: only these may read lib/config/env. */
export const ENV_READERS = ["config", "server", "cli", "bench", "testing"];

/** Package (or prefix ending in /) → path prefixes that may import it. */
export const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  "onnxruntime-node": ["lib/runtime/"],
  "@huggingface/transformers": ["lib/runtime/", "lib/browser/", "lib/bench/"],
  "hnswlib-node": ["lib/knowledge/index/"],
  "drizzle-orm": ["db/"],
  "drizzle-orm/": ["db/"],
  pg: ["db/", "lib/testing/"],
  "@electric-sql/pglite": ["db/"],
  "next-auth": ["app/", "lib/server/"],
  "next-auth/": ["app/", "lib/server/"],
  next: ["app/", "lib/server/"],
  "next/": ["app/", "lib/server/"],
  "@langchain/": ["lib/assistant/adapters/"],
  langchain: ["lib/assistant/adapters/"],
  unpdf: ["lib/knowledge/extract/", "lib/knowledge/locate/", "lib/browser/"],
  pdfkit: ["db/seed/", "lib/testing/", "lib/bench/"],
  docx: ["db/seed/", "lib/testing/"],
  nodemailer: ["lib/server/mail/"],
  "smtp-server": ["lib/server/mail/"],
  "oidc-provider": ["lib/server/identity/"],
  highs: ["lib/growth/solver/"],
  "ml-kmeans": ["lib/insights/clusters/"],
  "read-excel-file/": ["lib/insights/table/"],
  ics: ["lib/server/growth/"],
};

/** What tests may import beyond that, and why: nothing else is excused for being a test. */
export const TEST_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  // The reference that our own tokenizer is compared with.
  "@huggingface/transformers": ["lib/engine/tokenizer/"],
  // Word and PDF files made on the spot, to be read back.
  docx: ["lib/knowledge/extract/"],
  pdfkit: ["lib/knowledge/extract/"],
};
