/**
 * @file Secrets of this installation: generated once into `<data folder>/secrets.json`, readable by the owner only.
 * Several servers on one PostgreSQL must share the file, or each refuses the others' sessions.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../core/errors";

const secretsFile = z.object({
  /** Encrypts session cookies; 32 random bytes. Replace it to end every session. */
  authSecret: z.string().min(32),
});
export type Secrets = z.infer<typeof secretsFile>;

/**
 * @param file absolute path of secrets.json; written (mode 0600) when missing
 * @throws AppError "config/invalid" when the file is not ours to read or not in the expected form
 */
export function loadSecrets(file: string): Secrets {
  const text = read(file) ?? create(file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    // The parser's message quotes the text: not kept as the cause, it would carry a secret into logs.
    if (!(error instanceof SyntaxError)) throw error;
    throw damaged(file);
  }
  const result = secretsFile.safeParse(parsed);
  if (!result.success) throw damaged(file);
  return result.data;
}

function read(file: string): string | null {
  try {
    const text = readFileSync(file, "utf8");
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    return text;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw new AppError("config/invalid", `${file} cannot be read or kept private: make it belong to the user who runs Cadre`, {
      cause: error,
    });
  }
}

/** Appears whole or not at all; of several processes that start together one wins and the others read its file. */
function create(file: string): string {
  const secrets: Secrets = { authSecret: randomBytes(32).toString("base64url") };
  const draft = `${file}.${randomUUID()}`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8");
}

function damaged(file: string): AppError {
  return new AppError("config/invalid", `${file} is damaged: delete it and start again (everyone then signs in anew)`);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
