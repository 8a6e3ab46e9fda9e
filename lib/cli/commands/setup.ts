/** @file `cadre setup`: what `npm start` runs before it serves: migrate, and on a new data folder seed or first admin. */
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../../db/seed/people/accounts";
import { env } from "../../config/env";
import { languageModelNotice } from "../../server/language-model-notice";
import { outboundHosts } from "../../server/setup/outbound-hosts";
import { openServices } from "../../server/open-services";
import type { Services } from "../../server/services";
import { newAdminLink } from "../../server/setup/first-admin";
import { setUp, type SetUpResult } from "../../server/setup/set-up";
import { askKind, canAsk } from "../ask-kind";
import { parseCommand, type Command } from "../command";

export const command: Command = {
  name: "setup",
  usage: `cadre setup [--new-admin-link] [--json]
Brings the data folder up to date. A new one gets the demo company (CADRE_DEMO=1) or an own, empty company (CADRE_DEMO=0),
whose first administrator comes in by a one-time link that is printed once. Without CADRE_DEMO a terminal is asked;
elsewhere it is the demo company, which an administrator can remove later (Settings, or \`cadre demo remove\`).
--new-admin-link   makes a new link for an administrator: the first one lapsed or was lost, or nobody can sign in any more.
                   With the built-in database stop the server first.`,
  async run(args, io) {
    const { values } = parseCommand(args, { json: { type: "boolean" }, "new-admin-link": { type: "boolean" } });
    const services = await openServices(env());
    try {
      if (values["new-admin-link"]) {
        const made = await newAdminLink(services);
        io.out(values.json ? JSON.stringify(made) : `Open this link within ${daysUntil(made.expiresAt)} days; it works once:\n${made.link}`);
        return 0;
      }
      const result = await setUp(services, { note: io.note, ...(canAsk(process.stdin, process.stderr) ? { choose: () => askKind({ input: process.stdin, output: process.stderr }, services.dialect) } : {}) });
      const summary = summaryOf(services, result);
      io.out(values.json ? JSON.stringify(summary) : [`Ready: ${summary.documents} documents in ${summary.dataDir}`, ...(result.firstAdmin ? [`First administrator: ${result.firstAdmin.link}`] : [])].join("\n"));
      return 0;
    } finally {
      await services.close();
    }
  },
};

const daysUntil = (iso: string) => Math.round((Date.parse(iso) - Date.now()) / 86_400_000);

function summaryOf(services: Services, { kind, firstAdmin }: SetUpResult) {
  return {
    kind,
    dataDir: services.paths.root,
    database: services.dialect === "pglite" ? "PGlite in the data folder (a power cut may lose the last writes; DATABASE_URL names a PostgreSQL server)" : "PostgreSQL",
    encoder: services.encoder.version,
    device: services.encoder.device,
    index: services.vectors.index.kind,
    documents: services.readSide.documentCount,
    passages: services.vectors.index.size,
    advice: services.vectors.advice,
    outboundHosts: outboundHosts(services.env),
    languageModel: languageModelNotice(services.env),
    accounts: kind === "demo" ? DEMO_ACCOUNTS.map(({ email, roles }) => ({ email, roles })) : [],
    demoPassword: kind === "demo" ? DEMO_PASSWORD : null,
    firstAdmin,
  };
}
