/**
 * @file Child process of lock.slow.test.ts: takes the folder's lock or opens its database, says so on stdout, and
 * works until it is killed. Not part of the product.
 */
import { appendQuestion } from "./queries/chat";
import { createAccount } from "./queries/people";
import { isAppError } from "../lib/core/errors";
import { scopeOf, systemScope } from "../lib/core/scope";
import { openDatabase } from "./client";
import { lockDataFolder } from "./lock";

const [mode, folder = ""] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Tries once to take the lock, and keeps it. */
function contend(): void {
  try {
    lockDataFolder(folder);
    say("took");
    setInterval(() => undefined, 1000);
  } catch (error) {
    say(isAppError(error) ? error.code : String(error));
  }
}

/** Asks question after question, naming each once it is acknowledged. */
async function ask(): Promise<void> {
  const { db } = await openDatabase({ dataDir: folder });
  const email = `p${Date.now()}@example.test`;
  const account = await createAccount(db, systemScope("test"), { name: "p", email, roles: [], passwordHash: "none" });
  const scope = scopeOf({ userId: account.id, roles: account.roles });
  for (let i = 0; ; i++) {
    const { questionId } = await appendQuestion(db, scope, { conversationId: null, text: `question ${i}` });
    say(questionId);
  }
}

if (mode === "ask") await ask();
else contend();
