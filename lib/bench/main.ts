/**
 * @file `npm run bench -- <name>|all [--smoke] [--json]`: runs a benchmark and prints its report.
 * Exit code 0 success · 1 it failed · 2 wrong usage (lists the names).
 */
import { parseArgs } from "node:util";
import { toAppError } from "../core/errors";
import { benchReport, type Benchmark } from "./benchmark";
import { formatReport } from "./print-report";

/** One file per benchmark. Add a benchmark: one line here. */
const BENCHMARKS: Record<string, () => Promise<{ benchmark: Benchmark }>> = {
  embed: () => import("./embed"),
  answer: () => import("./answer"),
  train: () => import("./train"),
  loop: () => import("./loop"),
  resumes: () => import("./resumes"),
  plan: () => import("./plan"),
};

const note = (text: string): void => void process.stderr.write(`${text}\n`);

async function usage(): Promise<string> {
  const all = await Promise.all(Object.values(BENCHMARKS).map((load) => load()));
  const lines = all.map(({ benchmark }) => `  ${benchmark.name.padEnd(10)} ${benchmark.about}`);
  return `npm run bench -- <name> [--smoke] [--json]\n\n${lines.join("\n")}\n  ${"all".padEnd(10)} every one of them in turn`;
}

async function main(argv: readonly string[]): Promise<number> {
  let parsed;
  try {
    const options = { smoke: { type: "boolean" }, json: { type: "boolean" } } as const;
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (thrown) {
    note(`bench: ${toAppError(thrown).message}\n\n${await usage()}`);
    return 2;
  }
  const [name = "", ...rest] = parsed.positionals;
  const chosen = name === "all" ? Object.values(BENCHMARKS) : Object.hasOwn(BENCHMARKS, name) ? [BENCHMARKS[name]] : [];
  if (chosen.length === 0 || rest.length > 0) {
    note(`bench: ${name === "" ? "which benchmark?" : `there is no benchmark "${parsed.positionals.join(" ")}"`}\n\n${await usage()}`);
    return 2;
  }
  const reports = [];
  for (const load of chosen) {
    if (!load) continue;
    const { benchmark } = await load();
    const report = benchReport.parse(await benchmark.run({ smoke: parsed.values.smoke ?? false, note }));
    if (parsed.values.json) reports.push(report);
    else process.stdout.write(`${formatReport(report)}\n`);
  }
  if (parsed.values.json) process.stdout.write(`${JSON.stringify(reports.length === 1 ? reports[0] : reports)}\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  const error = toAppError(thrown);
  note(`bench: ${error.message} [${error.code}]`);
  process.exitCode = 1;
}
