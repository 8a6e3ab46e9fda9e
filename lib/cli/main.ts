/**
 * @file `cadre <command>`: finds the command, runs it, turns what it throws into an exit code.
 * 0 success · 1 the work failed (stderr says why and what to do) · 2 wrong usage.
 */
import { toAppError } from "../core/errors";
import { UsageError, type Command, type CommandIo } from "./command";

/** Loaded only when called, so that `cadre --help` does not load an inference runtime. Add a command: one line here. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  "eval sts": () => import("./commands/eval-sts"),
  "eval bitext": () => import("./commands/eval-bitext"),
  "eval passages": () => import("./commands/eval-passages"),
  "train base": () => import("./commands/train-base"),
  "train classifier": () => import("./commands/train-classifier"),
  "train encoder": () => import("./commands/train-encoder"),
  train: () => import("./commands/train"),
  models: () => import("./commands/models"),
  ask: () => import("./commands/ask"),
  "eval answers": () => import("./commands/eval-answers"),
  "eval candidates": () => import("./commands/eval-candidates"),
  "eval pairs": () => import("./commands/eval-pairs"),
  match: () => import("./commands/match"),
  "taxonomy import": () => import("./commands/taxonomy-import"),
  "taxonomy occupations": () => import("./commands/taxonomy-occupations"),
  "eval ner": () => import("./commands/eval-ner"),
  "eval skills": () => import("./commands/eval-skills"),
  "train page-kind": () => import("./commands/train-page-kind"),
  "train occupation": () => import("./commands/train-occupation"),
  "train tagger": () => import("./commands/train-tagger"),
  "eval retrieval": () => import("./commands/eval-retrieval"),
  "eval occupations": () => import("./commands/eval-occupations"),
  "eval growth": () => import("./commands/eval-growth"),
  setup: () => import("./commands/setup"),
  worker: () => import("./commands/worker"),
  "demo remove": () => import("./commands/demo-remove"),
  ingest: () => import("./commands/ingest"),
  extract: () => import("./commands/extract"),
  backup: () => import("./commands/backup"),
  restore: () => import("./commands/restore"),
  doctor: () => import("./commands/doctor"),
  invite: () => import("./commands/invite"),
  "demo-files": () => import("./commands/demo-files"),
  "audit verify": () => import("./commands/audit"),
  "insights performance": () => import("./commands/insights-performance"),
  "insights forecast": () => import("./commands/insights-forecast"),
  "insights synthetic": () => import("./commands/insights-synthetic"),
  "insights attrition": () => import("./commands/insights-attrition"),
  "feedback receipts": () => import("./commands/feedback-receipts"),
};

const io: CommandIo = {
  out: (text) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
  note: (text) => process.stderr.write(text.endsWith("\n") ? text : `${text}\n`),
};

function help(): string {
  const names = Object.keys(COMMANDS).map((name) => `  cadre ${name}`);
  return `cadre <command> [options]\n\n${names.join("\n")}\n\ncadre <command> --help says more.`;
}

async function main(argv: readonly string[]): Promise<number> {
  const [first = "", second = ""] = argv;
  const name = `${first} ${second}` in COMMANDS ? `${first} ${second}` : first;
  const load = COMMANDS[name];
  if (!load) {
    const asked = first === "" || first === "--help" || first === "help";
    (asked ? io.out : io.note)(asked ? help() : `cadre: there is no command "${first}"\n\n${help()}`);
    return asked ? 0 : 2;
  }
  const { command } = await load();
  const args = argv.slice(name.split(" ").length);
  if (args.includes("--help")) {
    io.out(command.usage);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      io.note(`cadre ${name}: ${thrown.message}\n\n${command.usage}`);
      return 2;
    }
    const error = toAppError(thrown);
    io.note(`cadre ${name}: ${error.message} [${error.code}]`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
