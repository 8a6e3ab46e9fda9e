/** @file `cadre models list|promote <id>|rollback`: the registry of learned rankings in the data folder. */
import path from "node:path";
import { env } from "../../config/env";
import { dataPaths } from "../../config/paths";
import { modelsChangeOutput, modelsListOutput, type ModelsListOutput } from "../../contracts/models";
import { systemClock } from "../../core/clock";
import { openRegistry, type Registry } from "../../improvement/registry/registry";
import { listVersions } from "../../improvement/registry/list-versions";
import { parseCommand, UsageError, type Command } from "../command";

export const command: Command = {
  name: "models",
  usage: `cadre models list|promote <id>|rollback [--reason "<text>"] [--by <name>] [--json]
Learned rankings of this data folder: which there are, which serves, and changing that. Instant: documents keep their vectors.
  list           versions with verdict, labels and figures on the frozen test
  promote <id>   lets a version serve. "provisional" goes on trial; "refused" needs --reason, which is kept
  rollback       back to what served before
  --by <name>    who does it, for the history; default "command line"
  --json         list: {"current","versions":[…]}; promote, rollback: {"from","to","action"}
A running server takes the change up by itself.`,
  async run(args, io) {
    const text = { type: "string" } as const;
    const { values, positionals } = parseCommand(args, { reason: text, by: text, json: { type: "boolean" } });
    const [action = "", id, ...more] = positionals;
    const registry = openRegistry(path.join(dataPaths(env().dataDir).root, "models/registry"), systemClock);
    if (action === "list" && id === undefined) {
      const listed = modelsListOutput.parse(await listVersions(registry));
      io.out(values.json ? JSON.stringify(listed) : toText(listed));
      return 0;
    }
    const by = values.by ?? "command line";
    const change = await changeOf(registry, { action, id, more, by, reason: values.reason });
    const output = modelsChangeOutput.parse({ from: change.from, to: change.to, action: change.action });
    io.out(values.json ? JSON.stringify(output) : `${output.from ?? "as shipped"} → ${output.to ?? "as shipped"} (${output.action})`);
    return 0;
  },
};

interface Asked {
  readonly action: string;
  readonly id: string | undefined;
  readonly more: readonly string[];
  readonly by: string;
  readonly reason: string | undefined;
}

async function changeOf(registry: Registry, { action, id, more, by, reason }: Asked) {
  if (action === "promote" && id !== undefined && more.length === 0) return last(await registry.promote({ id, by, ...(reason === undefined ? {} : { reason }) }));
  if (action === "rollback" && id === undefined) return last(await registry.rollback(by));
  throw new UsageError(action === "promote" ? "promote takes one version id, as `cadre models list` shows it" : `use list, promote <id> or rollback${action ? `, not "${[action, id].filter(Boolean).join(" ")}"` : ""}`);
}

function last({ history }: Awaited<ReturnType<Registry["state"]>>) {
  const entry = history.at(-1);
  return { from: entry?.from ?? null, to: entry?.to ?? null, action: entry?.action };
}

function toText({ current, versions }: ModelsListOutput): string {
  if (versions.length === 0) return "No version yet: the ranking serves as shipped. Train one with `cadre train encoder`, or on the Models page.";
  const rows = versions.map(({ id, createdAt, status, verdict, labels, hit1, isErased }) => `${id.padEnd(5)} ${createdAt.slice(0, 16)}  ${status.padEnd(9)} ${verdict.padEnd(11)} ${String(labels).padStart(5)} labels  first ${hit1.before.toFixed(3)} → ${hit1.after.toFixed(3)}${isErased ? "  data partly deleted: train again" : ""}`);
  return [`serves: ${current ?? "as shipped"}`, ...rows].join("\n");
}
