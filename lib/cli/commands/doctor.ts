/** @file `cadre doctor`: what is installed, which device, database, models, disk; each check with its fix. */
import { doctorOutput } from "../../contracts/cli";
import { env } from "../../config/env";
import { examine } from "../../server/doctor";
import { parseCommand, type Command } from "../command";

export const command: Command = {
  name: "doctor",
  usage: `cadre doctor [--json]
Checks Node, data folder, disk, database, encoder, device, vector index and text recognition, and lists the hosts that the configuration
lets the server reach. Exit code 1 when a check fails.`,
  async run(args, io) {
    const { values } = parseCommand(args, { json: { type: "boolean" } });
    const report = doctorOutput.parse(await examine(env()));
    const lines = report.checks.map((check) => `${check.ok ? "ok    " : "FAILED"}  ${check.name.padEnd(14)} ${check.detail}${check.fix ? `\n        → ${check.fix}` : ""}`);
    const hosts = `        outbound hosts ${report.outboundHosts.length > 0 ? report.outboundHosts.join(", ") : "none"}`;
    io.out(values.json ? JSON.stringify(report) : [...lines, hosts].join("\n"));
    return report.ok ? 0 : 1;
  },
};
