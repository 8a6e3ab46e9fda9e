/** @file `cadre feedback receipts`: what became of one person's ratings, as that person sees it. */
import { findAccountByEmail } from "../../../db/queries/people";
import { env } from "../../config/env";
import { receiptList, type ReceiptView } from "../../contracts/learning";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import { receiptsOf } from "../../server/learning/receipts";
import { openServices } from "../../server/open-services";
import { parseCommand, required, UsageError, type Command } from "../command";

export const command: Command = {
  name: "feedback receipts",
  usage: `cadre feedback receipts --as <e-mail> [--json]
What became of a person's ratings: waiting, reviewed, used in which version, and where the right passage stood before and
after. Shown as that person sees it: passages that they may not read are not named.
With the built-in database stop the server first; while it serves, everyone sees their own under "My ratings".`,
  async run(args, io) {
    const { values, positionals } = parseCommand(args, { as: { type: "string" }, json: { type: "boolean" } });
    if (positionals.length > 0) throw new UsageError(`nothing is expected after the command, got "${positionals.join(" ")}"`);
    const email = required(values.as, "as");
    const services = await openServices(env());
    try {
      const account = await findAccountByEmail(services.db, systemScope("cadre feedback receipts"), email);
      if (!account) throw new AppError("request/not-found", `there is no account ${email}`);
      const receipts = await receiptsOf(services, { userId: account.id, name: account.name, roles: account.roles });
      io.out(values.json ? JSON.stringify(receiptList.parse({ receipts })) : receipts.map(line).join("\n") || "No ratings yet.");
      return 0;
    } finally {
      await services.close();
    }
  },
};

function line({ question, verdict, state, version, before, after, passage, mended, verified }: ReceiptView): string {
  const place = (rank: number | null) => (rank === null ? "not found" : `place ${rank}`);
  const used = version === null ? state : `version ${version}${passage ? `: ${place(before)} → ${place(after)}, ${passage.title}` : ""}`;
  const byPeople = verified ? "verified by HR" : mended ? (mended.changed ? "document mended" : "document looked at") : "";
  return `${verdict.padEnd(5)} ${used.padEnd(24)} ${byPeople.padEnd(18)} ${question}`;
}
