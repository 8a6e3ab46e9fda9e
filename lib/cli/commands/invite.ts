/** @file `cadre invite`: a one-time link for a new account, made at the machine itself; also the way back in when no administrator is left. */
import { openDatabase } from "../../../db/client";
import { inviteOutput } from "../../contracts/cli";
import { env } from "../../config/env";
import { dataPaths } from "../../config/paths";
import { systemScope } from "../../core/scope";
import { ROLES, type Role } from "../../core/types";
import { createInvitation, invitationLink } from "../../server/identity/invitations";
import { parseCommand, UsageError, type Command } from "../command";

function parseRoles(text: string): Role[] {
  return text.split(",").map((name) => {
    const role = ROLES.find((known) => known === name.trim());
    if (!role) throw new UsageError(`--role: "${name}" is no role; use ${ROLES.join(", ")}`);
    return role;
  });
}

export const command: Command = {
  name: "invite",
  usage: `cadre invite [--role admin,…] [--email <address>] [--json]
Makes a link that works once, for seven days: whoever opens it sets name and password of a new account. Printed once,
stored nowhere. It stands in the audit log as made by the system.
--role   what the account may do besides asking; default admin
--email  whose it is; without it the person says it
With the built-in database stop the server first. With passwords switched off (CADRE_PASSWORD_SIGN_IN=0) an
administrator signs in with theirs at /sign-in?emergency.`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { role: { type: "string" }, email: { type: "string" }, json: { type: "boolean" } });
    if (positionals.length > 0) throw new UsageError(`nothing is expected after the options, got "${positionals.join(" ")}"`);
    const roles = parseRoles(values.role ?? "admin");
    if (values.email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) throw new UsageError("--email: a whole address, like name@company.com");
    const settings = env();
    const opened = await openDatabase({ dataDir: dataPaths(settings.dataDir).root, databaseUrl: settings.databaseUrl });
    try {
      const { invitation, token } = await createInvitation(opened.db, systemScope("cadre invite"), { email: values.email ?? null, roles });
      const link = invitationLink(settings.publicUrl ?? `http://localhost:${settings.port}`, token);
      const output = inviteOutput.parse({ link, email: invitation.email, roles: invitation.roles, expiresAt: invitation.expiresAt.toISOString() });
      io.out(values.json ? JSON.stringify(output) : `${link}\n  works once, until ${output.expiresAt}; roles: ${output.roles.join(", ")}`);
      return 0;
    } finally {
      await opened.close();
    }
  },
};
