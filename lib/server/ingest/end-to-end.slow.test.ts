/**
 * @file From bytes to a cited answer and back to nothing, with every part real: PGlite on disk, worker process,
 * shipped encoder, index, assistant. Only the web server is left out.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDocumentText, listDocuments, type DocumentRow } from "../../../db/queries/documents";
import type { Answer } from "../../contracts/evidence";
import { parseEnv } from "../../config/env";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, Principal, Role, UserId } from "../../core/types";
import { makePdf } from "../../knowledge/extract/fixtures";
import { capabilitiesOf } from "../chat/capabilities";
import { removeDocument } from "../documents/delete";
import { changeDocument } from "../documents/manage";
import { openServices } from "../open-services";
import type { Services } from "../services";
import { fileOf, type IncomingFile } from "./accept";
import { ingestFiles } from "./ingest-files";

const scope = systemScope("test");
const actor = (role: Role): Actor => ({ userId: `user-${role}` as UserId, roles: [role], name: role });
const employee = actor("employee");
const lead = actor("hr_lead");

const KENNEL = "# Dogs at the office\n\n## Which days\n\nOffice dogs may come on Thursdays when the kennel room is free. Book the kennel room with Petra before noon on Wednesday.\n";
const LOCKERS = "# Locker keys\n\nA lost locker key costs fourteen euros. The gate office hands out a spare key within two working days.\n";
const BANDS = "Pay bands of divers\n\nA saturation diver in band nine earns a depth supplement of 212 euros per shift.\n";
const questions = { dogs: "On which day may office dogs come?", key: "How much does a lost locker key cost?", bands: "What is the depth supplement of a saturation diver?", boots: "Who pays for safety boots of night guards?" };

let dataDir = "";
let services: Services;

const reopen = () => openServices(parseEnv({ CADRE_DATA_DIR: dataDir, CADRE_DEMO: "0", CADRE_TESSERACT: "off", NODE_ENV: "test" }));

async function ask(who: Actor, question: string): Promise<Answer> {
  const { answer } = await services.assistant.ask({ question, history: [], capabilities: capabilitiesOf(who), mayRead: services.readSide.mayRead(scopeOf(who)) });
  return answer;
}

/** The first quote of an answer, checked against the stored text of the document it names. */
async function quoted(who: Actor, question: string): Promise<{ quote: string; page: number | null }> {
  const answer = await ask(who, question);
  for (const citation of answer.citations) {
    const text = (await findDocumentText(services.db, scope, citation.documentId))?.text;
    expect(text?.slice(citation.start, citation.end)).toBe(citation.quote);
  }
  const [first] = answer.citations;
  return { quote: first?.quote ?? "", page: first?.page ?? null };
}

async function load(files: IncomingFile[], acl: Principal[]) {
  return ingestFiles(services, scope, files, { kind: "policy", acl, onDuplicate: "skip", onNote: () => undefined });
}

const find = async (source: string): Promise<DocumentRow> => {
  const row = (await listDocuments(services.db, scope)).find((candidate) => candidate.source === source);
  if (!row) throw new Error(`no document ${source}`);
  return row;
};

async function bytesOnDisk(...folders: string[]): Promise<string> {
  const parts: string[] = [];
  for (const folder of folders.map((name) => path.join(dataDir, name)).filter(existsSync)) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      parts.push(entry.name);
      if (entry.isFile()) parts.push(await readFile(path.join(entry.parentPath, entry.name), "latin1"));
    }
  }
  return parts.join("\n");
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "cadre-end-to-end-"));
  services = await reopen();
});

afterAll(async () => {
  await services.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("Markdown, a member of a zip and the second page of a PDF are ingested and cited to the letter", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const boots = await makePdf((pdf) => {
    pdf.fontSize(18).text("Umbrellas").fontSize(11).text("Umbrellas hang beside the lift.");
    pdf.addPage().fontSize(18).text("Safety boots").fontSize(11).text("Night guards get their safety boots paid by the harbour master twice a year.");
  });
  const scan = await makePdf((pdf) => void pdf.rect(60, 60, 200, 300).fill("#444444"));
  const files = [fileOf("dogs.md", bytes(KENNEL)), fileOf("office.zip", zipSync({ "keys/lockers.md": bytes(LOCKERS), "tool.exe": bytes("MZ") })), fileOf("boots.pdf", boots), fileOf("scan.pdf", scan)];
  const output = await load(files, ["role:employee"]);
  expect(output.documents.map((row) => [row.source, row.status, row.pages])).toEqual([
    ["dogs.md", "ready", null],
    ["office.zip/keys/lockers.md", "ready", null],
    ["boots.pdf", "ready", 2],
    ["scan.pdf", "needs_ocr", null],
  ]);
  expect(output.documents[3]?.warnings).toEqual([expect.stringContaining("text recognition")]);
  expect(output.failed.map((row) => row.source)).toEqual(["office.zip/tool.exe"]);

  expect(await quoted(employee, questions.dogs)).toMatchObject({ quote: expect.stringContaining("on Thursdays"), page: null });
  expect(await quoted(employee, questions.key)).toMatchObject({ quote: expect.stringContaining("fourteen euros") });
  // The passage begins on page 1, the quote on page 2: the quote's page is the one to open.
  expect((await services.readSide.knowledge.retrieve(questions.boots)).passages[0]?.passage).toMatchObject({ page: 1, laterPages: [{ page: 2 }] });
  expect(await quoted(employee, questions.boots)).toMatchObject({ quote: expect.stringContaining("harbour master"), page: 2 });
});

test("who may not read a document gets no word of it, and a change of readers counts from the next question on", async () => {
  await load([fileOf("bands.txt", new TextEncoder().encode(BANDS))], ["role:hr_lead"]);
  const { id } = await find("bands.txt");
  expect((await quoted(lead, questions.bands)).quote).toContain("212 euros");
  expect(JSON.stringify(await ask(employee, questions.bands))).not.toMatch(/212|depth supplement of 2/);

  await changeDocument(services, lead, id, { acl: ["role:employee", "role:hr_lead"] });
  expect((await quoted(employee, questions.bands)).quote).toContain("212 euros");
  await changeDocument(services, lead, id, { acl: ["role:hr_lead"] });
  expect(JSON.stringify(await ask(employee, questions.bands))).not.toContain("212");
});

test("a deleted document is found by nobody and leaves neither file nor vector on disk", async () => {
  await services.vectors.saveSnapshot();
  const { id, sha256 } = await find("dogs.md");
  expect(await bytesOnDisk("index", "files")).toContain(id);
  await removeDocument(services, lead, id);
  const left = await bytesOnDisk("index", "files");
  expect(left).not.toContain(id);
  expect(left).not.toContain(sha256);
  expect(left).not.toContain("Thursdays");
  for (const who of [employee, lead]) expect(JSON.stringify(await ask(who, questions.dogs))).not.toMatch(/Thursdays|kennel/i);
  expect((await services.readSide.knowledge.retrieve(questions.dogs, { k: 50 })).passages.map((hit) => hit.passage.documentId)).not.toContain(id);
});

test("after a restart the snapshot serves, and answers, readers and deletions are as before", async () => {
  const before = [await ask(lead, questions.key), await ask(lead, questions.boots), await ask(employee, questions.bands)];
  const gone = (await listDocuments(services.db, scope)).length;
  await services.close();
  expect(existsSync(path.join(dataDir, "cadre.lock"))).toBe(false);
  const [snapshot] = await readdir(path.join(dataDir, "index"));
  const current = await readFile(path.join(dataDir, "index", snapshot ?? "", "CURRENT"), "utf8");

  services = await reopen();
  // Restored, not rebuilt: a rebuilt index is saved under a new name at once.
  expect(await readFile(path.join(dataDir, "index", snapshot ?? "", "CURRENT"), "utf8")).toBe(current);
  expect((await listDocuments(services.db, scope)).length).toBe(gone);
  expect([await ask(lead, questions.key), await ask(lead, questions.boots), await ask(employee, questions.bands)]).toEqual(before);
  expect(await bytesOnDisk("index", "files")).not.toContain("Thursdays");
});
