/**
 * @file What a command of `cadre` is: a name, how to call it, and a function. One file per command in commands/.
 */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { toAppError } from "../core/errors";

export interface CommandIo {
  /** The one JSON document of `--json`, or the human's text. Nothing else goes to stdout. */
  readonly out: (text: string) => void;
  /** Progress and warnings, on stderr. */
  readonly note: (text: string) => void;
}

export interface Command {
  /** As typed: "ask", "eval answers". */
  readonly name: string;
  /** First line: what it does. Then its arguments and options, one per line. */
  readonly usage: string;
  /** @returns exit code: 0 success, 1 the work failed. Throws UsageError for wrong usage (exit 2). */
  run(args: readonly string[], io: CommandIo): Promise<0 | 1>;
}

/** Wrong usage: printed with the command's usage, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * node:util parseArgs in strict mode, its complaints turned into UsageError.
 *
 * @example const { values, positionals } = parseCommand(args, { json: { type: "boolean" } });
 */
export function parseCommand<const O extends NonNullable<ParseArgsConfig["options"]>>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new UsageError(toAppError(cause).message, { cause });
  }
}

/** The value of a required option. @throws UsageError naming it */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === "") throw new UsageError(`--${option} is required`);
  return value;
}
