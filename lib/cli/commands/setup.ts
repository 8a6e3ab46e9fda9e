/** @file `cadre setup`: what `npm start` runs before it serves: migrate, and on a new data folder seed or first admin. */
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../../db/seed/people/accounts";
import { env } from "../../config/env";
import { languageModelNotice } from "../../server/language-model";
import { outboundHosts } from "../../server/setup/outbound-hosts";
import { openServices } from "../../server/services";
import { setUp } from "../../server/setup/set-up";
import { parseCommand, type Command } from "../command";

export const command: Command = {
  name: "setup",
  usage: `cadre setup [--json]
Brings the data folder up to date. A new one gets the demo company (CADRE_DEMO=1, the default) or an empty company
with a first administrator (CADRE_DEMO=0), whose password is printed once.`,
  async run(args, io) {
    const { values } = parseCommand(args, { json: { type: "boolean" } });
    const services = await openServices(env());
    try {
      const result = await setUp(services, io.note);
      const summary = {
        kind: result.kind,
        dataDir: services.paths.root,
        database: services.dialect === "pglite" ? "PGlite in the data folder" : "PostgreSQL",
        encoder: services.encoder.version,
        device: services.encoder.device,
        index: services.vectors.index.kind,
        documents: services.readSide.documentCount,
        passages: services.vectors.index.size,
        advice: services.vectors.advice,
        outboundHosts: outboundHosts(services.env),
        languageModel: languageModelNotice(services.env),
        accounts: result.kind === "demo" ? DEMO_ACCOUNTS.map(({ email, roles }) => ({ email, roles })) : [],
        demoPassword: result.kind === "demo" ? DEMO_PASSWORD : null,
        firstAdmin: result.firstAdmin,
      };
      io.out(values.json ? JSON.stringify(summary) : `Ready: ${summary.documents} documents in ${summary.dataDir}`);
      return 0;
    } finally {
      await services.close();
    }
  },
};
