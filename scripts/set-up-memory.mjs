/**
 * @file What `cadre setup` said when it last succeeded in a data folder, so that the next start need not run it.
 * Only for PGlite: its database lies beside this file, so that both come and go together.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./run.mjs";

const fileOf = (settings) => path.join(settings.dataDir, "setup.json");

/** Changes when set-up might do or say something new: another version, migration, encoder, device, or host to reach. */
function keyOf({ encoder, device, demo, dataDir, languageModel, mail, companySignIn }) {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const migrations = readdirSync(path.join(root, "db/migrations")).sort();
  return createHash("sha256").update(JSON.stringify({ version, migrations, encoder, device, demo, dataDir, languageModel: addressOf(languageModel), mail: mail?.host ?? null, signIn: companySignIn && [companySignIn.issuer, companySignIn.hosts] })).digest("hex");
}

/** Without the key: nothing secret goes into a file, not even hashed. */
const addressOf = (languageModel) => languageModel && { kind: languageModel.kind, model: languageModel.model, baseUrl: languageModel.baseUrl ?? null };

/** @returns the summary, or undefined when set-up must run */
export function rememberedSetUp(settings) {
  if (settings.databaseUrl || !existsSync(path.join(settings.dataDir, "pglite/PG_VERSION")) || !existsSync(fileOf(settings))) return undefined;
  try {
    const { key, summary } = JSON.parse(readFileSync(fileOf(settings), "utf8"));
    return key === keyOf(settings) ? summary : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // cut off by a crash: set-up runs again
    throw error;
  }
}

/** Keeps what stays true: no counts, and never the first admin's link. */
export function rememberSetUp(settings, { kind, dataDir, database, outboundHosts, languageModel, accounts, demoPassword }) {
  if (settings.databaseUrl) return;
  const summary = { kind, dataDir, database, outboundHosts, languageModel, accounts, demoPassword };
  writeFileSync(fileOf(settings), JSON.stringify({ key: keyOf(settings), summary }), { mode: 0o600 });
}
