/**
 * @file Fits and reports request-kind.ts: the demo company's requests for people against its questions about policies,
 * as a recruiter would type them. Halves by a hash of the group: fitted on one, reported on both.
 * npx tsx lib/bench/tuning/request-kind.ts --data <folder of cadre demo-files> [--write]
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { halfOf } from "../../assistant/candidates/evaluate-requests";
import { KIND_FEATURES, kindFeatures, kindProbability, OPEN_BETWEEN, PROBED_FOR_PEOPLE, PROBED_FOR_RULES } from "../../assistant/candidates/request-kind";
import { candidateIntent } from "../../assistant/candidates/request-intent";
import { openEvalEncoder } from "../../cli/eval-encoder";
import { openMemoryStore } from "../../cli/memory-store";
import type { DocumentKind } from "../../core/types";
import { fitBinary, type BinaryFit } from "./logit";

interface Case {
  readonly id: string;
  readonly question: string;
  readonly half: "tune" | "held";
  readonly isPeople: boolean;
  readonly row: Float64Array;
}
type Half = Case["half"];

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const FIT = { l2: 0.01, steps: 3000, rate: 0.1 };
const TARGET = path.resolve("lib/assistant/candidates/kind-weights.ts");

function readQuestions(folder: string): Omit<Case, "row">[] {
  const lines = (name: string): { id: string; group?: string; question: string }[] =>
    readFileSync(path.join(folder, name), "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as { id: string; group?: string; question: string });
  const toCase = (isPeople: boolean) => ({ id, group, question }: { id: string; group?: string; question: string }) => ({ id, question, half: halfOf(group ?? id), isPeople });
  return [...lines("questions-people.jsonl").map(toCase(true)), ...lines("questions.jsonl").map(toCase(false))];
}

/** What a recruiter may read: policies for everybody or for recruiters, openings, résumés. */
async function readCases(folder: string): Promise<Case[]> {
  const encoder = await openEvalEncoder({});
  const store = await openMemoryStore({ folder, encoder });
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as { path: string; acl: string[] }[];
  const readable = new Set(manifest.filter(({ acl }) => acl.includes("role:employee") || acl.includes("role:recruiter")).map((file) => file.path));
  const look = (question: string, kinds: readonly DocumentKind[]) => store.knowledge.retrieve(question, { k: 30, filter: (passage) => kinds.includes(passage.kind) && readable.has(passage.source) });
  const cases: Case[] = [];
  for (const one of readQuestions(folder)) {
    cases.push({ ...one, row: kindFeatures(one.question, await look(one.question, PROBED_FOR_PEOPLE), await look(one.question, PROBED_FOR_RULES)) });
  }
  await encoder.close();
  return cases;
}

/** Both kinds weigh the same in all, though there are more questions about policies. */
function fit(cases: readonly Case[]): BinaryFit {
  const people = cases.filter((one) => one.isPeople).length;
  const rowWeights = cases.map((one) => (one.isPeople ? 1 / people : 1 / (cases.length - people)));
  return fitBinary(cases.map((one) => one.row), cases.map((one) => one.isPeople), { ...FIT, rowWeights });
}

function report(cases: readonly Case[], half: Half, probability: (one: Case) => number, isListed = false): void {
  const own = cases.filter((one) => one.half === half);
  const [people, policies] = [own.filter((one) => one.isPeople), own.filter((one) => !one.isPeople)];
  const lost = people.filter((one) => probability(one) < 0.5);
  const taken = policies.filter((one) => probability(one) >= 0.5);
  const open = own.filter((one) => probability(one) > OPEN_BETWEEN[0] && probability(one) < OPEN_BETWEEN[1]);
  print(`${half}: people read as policy ${lost.length} of ${people.length} · policy read as people ${taken.length} of ${policies.length} · both offered ${open.length} of ${own.length}`);
  if (isListed && half === "tune") for (const one of [...lost, ...taken]) print(`   ${one.isPeople ? "people" : "policy"} ${probability(one).toFixed(2)} ${one.question}  [${[...one.row].map((value) => Number(value.toFixed(2))).join(" ")}]`);
}

function toSource({ bias, weights }: BinaryFit): string {
  const rows = KIND_FEATURES.map((name, j) => `  ${name}: ${(weights[j] ?? 0).toFixed(3)},`).join("\n");
  return `/**
 * @file Weights of request-kind.ts, fitted by \`npx tsx lib/bench/tuning/request-kind.ts --data <folder> --write\`.
 */
import type { KindFeature } from "./request-kind";

export const KIND_BIAS = ${bias.toFixed(3)};

export const KIND_WEIGHTS: Readonly<Record<KindFeature, number>> = {
${rows}
};
`;
}

const { values } = parseArgs({ options: { data: { type: "string" }, write: { type: "boolean" } } });
if (!values.data) throw new Error("--data <folder that cadre demo-files wrote>");
const cases = await readCases(values.data);
print("rules alone (before):");
const byRules = (one: Case): number => (candidateIntent(one.question) ? 1 : 0);
for (const half of ["tune", "held"] as const) report(cases, half, byRules);
const fitted = fit(cases.filter((one) => one.half === "tune"));
const ofFit = ({ row }: Case): number => 1 / (1 + Math.exp(-(fitted.bias + fitted.weights.reduce((sum, weight, j) => sum + weight * (row[j] ?? 0), 0))));
print(`fitted on the half "tune": ${JSON.stringify(Object.fromEntries(KIND_FEATURES.map((name, j) => [name, Number((fitted.weights[j] ?? 0).toFixed(2))])))}`);
for (const half of ["tune", "held"] as const) report(cases, half, ofFit, true);
print("as stored:");
for (const half of ["tune", "held"] as const) report(cases, half, (one) => kindProbability(one.row));
if (values.write) writeFileSync(TARGET, toSource(fitted));
