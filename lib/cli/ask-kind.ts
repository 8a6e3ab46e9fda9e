/** @file The question of a first start: demo company or own company, and what the database chosen with it can lose. */
import { createInterface } from "node:readline/promises";
import { AppError } from "../core/errors";
import type { CompanyKind } from "../server/setup/set-up";

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  /** stderr: stdout holds the summary. */
  readonly output: NodeJS.WritableStream;
}

/** True when a person sits there: both ends are a terminal. Elsewhere CADRE_DEMO decides, without it the demo company. */
export const canAsk = (stdin: { readonly isTTY?: boolean }, stderr: { readonly isTTY?: boolean }): boolean => stdin.isTTY === true && stderr.isTTY === true;

const WHERE = {
  pglite: `
  Either is kept in this folder by the built-in database (PGlite): a power cut or a crash of the machine may lose the last
  writes, and in the worst case the database. To use PostgreSQL, which does not: press Ctrl+C, and start again with
  DATABASE_URL=postgres://user:password@host:5432/database (README, "Which database").
`,
  postgres: `
  Either is kept in the PostgreSQL database that DATABASE_URL names.
`,
} as const;

const question = (database: keyof typeof WHERE): string => `
  This is a new ${database === "pglite" ? "data folder" : "database"}. What shall it hold?

    1  The demo company: invented people and papers to try Cadre with, on this machine only. It can be removed later.
    2  Your own company: empty. You get a link to make the first administrator's account.
${WHERE[database]}
`;

const PROMPT = "  1 or 2? [1] ";

/**
 * Asks until the answer is one of the two; an empty line is the first.
 *
 * @throws AppError "job/cancelled" when the input ends or is interrupted before that: nothing has been set up then
 */
export async function askKind({ input, output }: Terminal, database: "pglite" | "postgres"): Promise<CompanyKind> {
  const terminal = createInterface({ input, output });
  // A question that is open when the input ends is never answered, nor does it fail.
  const ended = new Promise<never>((_resolve, reject) => {
    terminal.once("SIGINT", () => { terminal.close(); });
    terminal.once("close", () => { reject(new AppError("job/cancelled", "no company was chosen, nothing was set up. Start again and answer, or set CADRE_DEMO=1 (demo company) or 0 (own company)")); });
  });
  try {
    output.write(question(database));
    for (;;) {
      const reply = (await Promise.race([terminal.question(PROMPT), ended])).trim();
      if (reply === "" || reply === "1") return "demo";
      if (reply === "2") return "own";
    }
  } finally {
    ended.catch(() => undefined);
    terminal.close();
  }
}
