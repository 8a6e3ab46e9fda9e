/** @file `cadre models list|promote <id>|rollback`: the versions of the data folder's database; the same ones, with the same rules, as on the Models page. */
import { readServing } from "../../../db/queries/model-versions";
import { env } from "../../config/env";
import type { VersionView } from "../../contracts/learning";
import { modelsChangeOutput, modelsListOutput, type ModelsChangeOutput, type ModelsListOutput } from "../../contracts/models";
import { systemScope } from "../../core/scope";
import { rollBack } from "../../server/learning/promote";
import { promoteVersion } from "../../server/learning/promote-version";
import { modelsView } from "../../server/learning/view";
import { openServices } from "../../server/open-services";
import type { Services } from "../../server/services";
import { parseCommand, UsageError, type Command } from "../command";
import { endOfRun } from "../wait-for-run";

const scope = systemScope("cadre models");

export const command: Command = {
  name: "models",
  usage: `cadre models list|promote <id>|rollback [--reason "<text>"] [--json]
Trained versions: which there are, which serves, and changing that, as on the Models page. Instant, but for versions with an
encoder of their own: promoting one builds its index first, beside the one that serves, and goes on after an interruption.
  list           versions with verdict, questions learned from and figures on the frozen test
  promote <id>   lets a version ("v3") serve. "provisional" goes on trial; "refused" needs --reason (15 characters), which is kept
  rollback       back to what served before
  --json         list: {"current","versions":[…]}; promote, rollback: {"from","to","action"}
The change is in the audit log. With the built-in database stop the server first; with PostgreSQL running servers follow at once.`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { reason: { type: "string" }, json: { type: "boolean" } });
    const [action = "", id, ...more] = positionals;
    const isKnown = (action === "promote" && id !== undefined && more.length === 0) || ((action === "list" || action === "rollback") && id === undefined);
    if (!isKnown) throw new UsageError(action === "promote" ? "promote takes one version, as `cadre models list` shows it" : `use list, promote <id> or rollback${action ? `, not "${positionals.join(" ")}"` : ""}`);
    const services = await openServices(env());
    try {
      if (action === "list") {
        const listed = await list(services);
        io.out(values.json ? JSON.stringify(listed) : toText(listed));
        return 0;
      }
      const from = nameOf((await modelsView(services, { mayManage: true })).serving);
      const change = action === "promote" ? await promoted(services, { id: id ?? "", reason: values.reason ?? "" }, io.note) : { to: nameOf(await rollBack(services.db, scope)), action: "rollback" as const };
      const output = modelsChangeOutput.parse({ from, ...change });
      io.out(values.json ? JSON.stringify(output) : `${output.from ?? "as shipped"} → ${output.to ?? "as shipped"} (${output.action})`);
      return 0;
    } finally {
      await services.close();
    }
  },
};

async function promoted(services: Services, { id, reason }: { id: string; reason: string }, note: (line: string) => void): Promise<Pick<ModelsChangeOutput, "to" | "action">> {
  const { version, indexRun, ...now } = await promoteVersion(services, scope, { id: id.replace(/^v(?=\d+$)/, ""), reason });
  if (indexRun !== null) await endOfRun(services, indexRun, { scope, note });
  const onTrial = indexRun === null ? now.onTrial : (await readServing(services.db, scope)).onTrial;
  return { to: nameOf(version.number), action: version.verdict === "refused" ? "override" : onTrial ? "trial" : "promote" };
}

/** Null: as shipped. */
const nameOf = (number: number): string | null => (number === 0 ? null : `v${number}`);

async function list(services: Services): Promise<ModelsListOutput> {
  const { serving, versions } = await modelsView(services, { mayManage: true });
  return modelsListOutput.parse({ current: nameOf(serving), versions: versions.map(versionLine) });
}

function versionLine({ number, parent, state, verdict, gate, snapshot, createdAt, usable }: VersionView): ModelsListOutput["versions"][number] {
  return {
    id: `v${number}`,
    createdAt,
    parent: nameOf(parent),
    status: ({ candidate: "candidate", serving: "promoted", trial: "trial", former: "retired" } as const)[state],
    verdict,
    labels: snapshot?.rows ?? 0,
    hit1: { before: gate.own.hit1.before, after: gate.own.hit1.after },
    isErased: snapshot === null || snapshot.left < snapshot.rows,
    isUsable: usable,
  };
}

function toText({ current, versions }: ModelsListOutput): string {
  if (versions.length === 0) return "No version yet: questions are answered as shipped. Train one with `cadre train`, or on the Models page.";
  const rows = versions.map(({ id, createdAt, status, verdict, labels, hit1, isErased, isUsable }) => `${id.padEnd(5)} ${createdAt.slice(0, 16)}  ${status.padEnd(9)} ${verdict.padEnd(11)} ${String(labels).padStart(5)} labels  first ${hit1.before.toFixed(3)} → ${hit1.after.toFixed(3)}${isErased ? "  data partly deleted: train again" : ""}${isUsable ? "" : "  learned with another encoder: train again"}`);
  return [`serves: ${current ?? "as shipped"}`, ...rows].join("\n");
}
