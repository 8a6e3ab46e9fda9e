/**
 * @file The checks behind `cadre doctor`: what is installed, what works, and for each failure what to do. Opens the
 * database only when no server holds it; looks at nothing that a person wrote. The audit log is walked, not read out.
 */
import { constants, existsSync } from "node:fs";
import { access, mkdir, statfs } from "node:fs/promises";
import path from "node:path";
import { openDatabase } from "../../db/client";
import { migrationState } from "../../db/migration-state";
import type { DoctorOutput } from "../contracts/cli";
import { OCR } from "../config/defaults";
import { DEFAULT_TESSERACT, type Env } from "../config/env";
import { dataPaths, projectRoot } from "../config/paths";
import { isAppError, toAppError } from "../core/errors";
import { HNSW_MISSING, loadHnsw } from "../knowledge/index/hnsw-addon";
import { findPdftoppm } from "../knowledge/ocr/draw-page";
import { findTesseract } from "../knowledge/ocr/tesseract";
import { openTaxonomy, readCompanyRows } from "../people/taxonomy/company-file";
import { createEncoder } from "../runtime/encoder";
import { checkAuditLog } from "./audit/health";
import { describeLastBackup } from "./backup/last-backup";
import { checkLanguageModel } from "./language-model-check";
import { checkCompanySignIn } from "./identity/check";
import { outboundHosts } from "./setup/outbound-hosts";

type Check = DoctorOutput["checks"][number];

const MIN_FREE_BYTES = 1024 ** 3;

const passed = (name: string, detail: string): Check => ({ name, ok: true, detail, fix: null });
const failed = (name: string, detail: string, fix: string): Check => ({ name, ok: false, detail, fix });

/** Runs every check; one that fails never stops the others. */
export async function examine(settings: Env): Promise<DoctorOutput> {
  const checks = [checkNode(), await checkFolder(settings), await checkDisk(settings), await checkDatabase(settings), await checkAuditLog(settings), checkPowerLoss(settings), await checkTextRecognition(settings), await checkBackup(settings), await checkEncoder(settings), await checkIndex(), await checkLanguageModel(settings), checkCompanySkills(settings), ...(await checkSignIn(settings)), ...(await checkWatchFolders(settings))];
  return { ok: checks.every((check) => check.ok), checks, outboundHosts: outboundHosts(settings) };
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const enough = major > 20 || (major === 20 && minor >= 20);
  return enough ? passed("node", process.versions.node) : failed("node", process.versions.node, "Install Node 20.20 or newer.");
}

async function checkFolder(settings: Env): Promise<Check> {
  const { root } = dataPaths(settings.dataDir);
  try {
    await mkdir(root, { recursive: true, mode: 0o700 });
    await access(root, constants.R_OK | constants.W_OK);
    return passed("data folder", root);
  } catch (error) {
    return failed("data folder", `${root}: ${toAppError(error).message}`, "Make the folder writable, or choose another with CADRE_DATA_DIR.");
  }
}

/** A table that was imported and can no longer be used, say after an upgrade brought one of its names. */
function checkCompanySkills(settings: Env): Check {
  try {
    const own = readCompanyRows(settings.dataDir).length;
    const taxonomy = openTaxonomy(settings.dataDir);
    return passed("skills", own === 0 ? `${taxonomy.skills.length}, none of your own` : `${taxonomy.skills.length}, ${own} of your own`);
  } catch (error) {
    return failed("skills", toAppError(error).message, "Correct the table and import it again: cadre taxonomy import <csv>. Until then your own skills are not used.");
  }
}

async function checkDisk(settings: Env): Promise<Check> {
  const { root } = dataPaths(settings.dataDir);
  const info = await statfs(root).catch(() => null);
  if (!info) return failed("disk", `${root} cannot be examined`, "Check that the data folder exists.");
  const free = info.bavail * info.bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GiB free`;
  return free >= MIN_FREE_BYTES ? passed("disk", detail) : failed("disk", detail, "Free at least 1 GiB, or move the data folder with CADRE_DATA_DIR.");
}

async function checkDatabase(settings: Env): Promise<Check> {
  try {
    // Looking must neither make a database (a restore wants none) nor upgrade one.
    if (!settings.databaseUrl && !existsSync(path.join(dataPaths(settings.dataDir).pglite, "PG_VERSION"))) return passed("database", "PGlite, made at the first start; or restore a backup first");
    const open = await openDatabase({ dataDir: dataPaths(settings.dataDir).root, databaseUrl: settings.databaseUrl, migrations: "leave" });
    const { applied, pending } = await migrationState(open.db).finally(() => open.close());
    const state = applied === null ? "new" : pending.length === 0 ? "up to date" : `${pending.length} changes to its schema pending: the next start backs up and applies them`;
    return passed("database", `${open.dialect === "pglite" ? "PGlite in the data folder" : "PostgreSQL"}, ${state}`);
  } catch (thrown) {
    const error = toAppError(thrown);
    // A server that works on this folder is health, not illness.
    if (isAppError(thrown) && error.code === "data/locked") return passed("database", `in use: ${error.message}`);
    return failed("database", error.message, settings.databaseUrl ? "Check DATABASE_URL and that PostgreSQL runs." : "Restore the data folder from a backup, or start with a new one.");
  }
}

/** Said where one chooses between the two. */
function checkPowerLoss(settings: Env): Check {
  if (settings.databaseUrl) return passed("power loss", "PostgreSQL writes through to disk: nothing acknowledged is lost");
  const detail = "PGlite survives a killed process; a power cut may lose the last writes and in the worst case the database";
  return { name: "power loss", ok: true, detail, fix: "Back up regularly, or use PostgreSQL (DATABASE_URL): `cadre backup`, then `cadre restore` with it set, moves the data." };
}

async function checkBackup(settings: Env): Promise<Check> {
  return { name: "last backup", ok: true, ...(await describeLastBackup(dataPaths(settings.dataDir), Date.now())) };
}

async function checkSignIn(settings: Env): Promise<Check[]> {
  const check = await checkCompanySignIn(settings);
  return check ? [{ name: "company sign-in", ...check }] : [];
}

async function checkEncoder(settings: Env): Promise<Check> {
  const model = path.resolve(projectRoot(), settings.encoder);
  try {
    const encoder = await createEncoder({ model: settings.encoder, device: settings.device, cacheDir: dataPaths(settings.dataDir).models });
    const detail = `${encoder.version}, ${encoder.dimension} dimensions, on ${encoder.device}`;
    await encoder.close();
    return passed("encoder", detail);
  } catch (thrown) {
    return failed("encoder", `${model}: ${toAppError(thrown).message}`, "Restore models/base from the repository, or set CADRE_ENCODER and CADRE_DEVICE.");
  }
}

async function checkWatchFolders(settings: Env): Promise<Check[]> {
  return Promise.all(
    settings.watchFolders.map(async ({ folder, kind }) => {
      const readable = await access(folder, constants.R_OK | constants.X_OK).then(() => true, () => false);
      return readable ? passed("watched folder", `${folder} (${kind})`) : failed("watched folder", `${folder} cannot be read`, "Make or mount the folder, or take it out of CADRE_WATCH_DIR.");
    }),
  );
}

const OCR_PACKAGES = "tesseract-ocr tesseract-ocr-chi-sim";

/** Optional: without it scans wait as "Needs OCR", which is health; a program that was named and does not run is not. */
async function checkTextRecognition({ tesseract }: Env): Promise<Check> {
  const name = "text recognition";
  const install = `Install Tesseract (Debian, Ubuntu: apt install ${OCR_PACKAGES}), or set CADRE_TESSERACT to its path; then choose “Try again” at the documents that wait.`;
  if (tesseract === null) return passed(name, "off (CADRE_TESSERACT): scans wait as “Needs OCR”");
  const found = await findTesseract(tesseract);
  if (found === "missing") return tesseract === DEFAULT_TESSERACT ? { name, ok: true, detail: "not found: scans and pictures wait as “Needs OCR”", fix: install } : failed(name, `${tesseract} (CADRE_TESSERACT) is not there`, install);
  if (found === "unusable") return failed(name, `${tesseract} does not run, or is not Tesseract`, install);
  if (found === "languages") return failed(name, `${tesseract} has none of the languages ${OCR.languages.join(", ")}`, install);
  const lacking = OCR.languages.filter((language) => !found.languages.includes(language));
  const draws = await findPdftoppm();
  const detail = `Tesseract ${found.version} (${found.languages.join(", ")})${draws ? ", pdftoppm for pages without pictures" : ""}`;
  const fixes = [
    ...(lacking.length > 0 ? [`For ${lacking.map((language) => OCR_NAMES[language]).join(" and ")}: apt install ${lacking.map((language) => `tesseract-ocr-${language.replace("_", "-")}`).join(" ")}.`] : []),
    ...(draws ? [] : ["poppler-utils (pdftoppm) would also read scans in JPEG 2000 and JBIG2."]),
  ];
  return { name, ok: true, detail, fix: fixes.length > 0 ? fixes.join(" ") : null };
}

const OCR_NAMES: Readonly<Record<(typeof OCR.languages)[number], string>> = { eng: "English", chi_sim: "Chinese" };

async function checkIndex(): Promise<Check> {
  const { addon } = await loadHnsw();
  return addon ? passed("vector index", "hnswlib") : { name: "vector index", ok: true, detail: "exact search serves", fix: HNSW_MISSING };
}
