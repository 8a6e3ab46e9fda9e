/** @file `cadre demo remove`: takes the demo company out of the data folder and shows that nothing of it is left. */
import { DEMO_COMPANY } from "../../../db/seed";
import { demoRemoval } from "../../contracts/setup";
import { env } from "../../config/env";
import { systemScope } from "../../core/scope";
import { openServices } from "../../server/open-services";
import { removeDemo } from "../../server/setup/demo/remove-demo";
import { parseCommand, UsageError, type Command } from "../command";

export const command: Command = {
  name: "demo remove",
  usage: `cadre demo remove --confirm "${DEMO_COMPANY}" [--json]
Removes the demo company: documents and their files, people, accounts, chats, ratings, reviews, tasks, vectors, index
snapshots, what was learned from them, and the settings made in it. Documents that somebody added with a demo account go
too. Then it looks again and says what it found. The audit log stays: ids and counts. When no own administrator is there it
prints a one-time link for the first one. With the built-in database stop the server first, or use Settings in the browser.`,
  async run(args, io) {
    const { values } = parseCommand(args, { json: { type: "boolean" }, confirm: { type: "string" } });
    if (values.confirm === undefined) throw new UsageError(`--confirm "${DEMO_COMPANY}" is required: this cannot be undone`);
    const services = await openServices(env());
    try {
      const report = demoRemoval.parse(await removeDemo(services, systemScope("cadre demo remove"), values.confirm));
      io.out(values.json ? JSON.stringify(report) : textOf(report));
      return report.clean ? 0 : 1;
    } finally {
      await services.close();
    }
  },
};

function textOf(report: ReturnType<typeof demoRemoval.parse>): string {
  const rows = report.tables.filter(({ removed, left }) => removed > 0 || left > 0).map(({ table, removed, left }) => `  ${table.padEnd(24)} ${String(removed).padStart(7)} removed ${String(left).padStart(4)} left`);
  return [
    ...rows,
    `  ${"files".padEnd(24)} ${String(report.files.removed).padStart(7)} removed ${String(report.files.orphans).padStart(4)} left`,
    `${report.searches.asked} sentences of its documents were searched for: ${report.searches.found} found. Passages in the index: ${report.passagesLeft}.`,
    report.clean ? "Nothing of the demo company is left." : "Something of the demo company is left; see above. Please report this.",
    `The audit log stays with ${report.auditLines} lines: ids and counts, no names, no texts.`,
    ...(report.backups.length > 0 ? [`Backups that still hold it: ${report.backups.join(", ")} (in the data folder's backups).`] : []),
    ...(report.firstAdmin ? [`First administrator of your own company, once, until ${report.firstAdmin.expiresAt.slice(0, 10)}:\n${report.firstAdmin.link}`] : []),
  ].join("\n");
}
