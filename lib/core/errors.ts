/**
 * @file AppError: the one error class. A code says what went wrong, `message` tells a developer what was
 * expected and received, `userMessage` is safe to show. Context carries ids and numbers, never document
 * text or personal data.
 */

/** Code → sentence that may be shown to any user. Add a line here to add an error. */
const USER_MESSAGES = {
  "auth/signed-out": "Please sign in again.",
  "auth/invalid-credentials": "That e-mail and password do not match.",
  "auth/rate-limited": "Too many attempts. Wait a few minutes and try again.",
  "auth/link-invalid": "This link has been used, taken back or has run out. Ask whoever sent it for a new one.",
  "auth/password-off": "Passwords are switched off here. Sign in with your company account.",
  "auth/company-unreachable": "The company's sign-in service does not answer. Try again in a few minutes; if it stays so, tell your IT department.",
  "auth/company-refused": "The company's sign-in service did not let you in. Try again; if it stays so, tell your IT department.",
  "auth/company-unverified": "The company's sign-in service has not verified your e-mail address, so Cadre cannot tell whose account this is. Tell your IT department.",
  "auth/company-not-allowed": "Your company account is not in a group that may use Cadre. Tell your IT department.",
  "auth/company-mismatch": "There is an account with your e-mail address that belongs to someone else's company account. Tell your IT department.",
  "auth/disabled": "This account is switched off. Ask an administrator.",
  "mail/failed": "The mail could not be sent. Copy the link instead, or check the mail settings.",
  "policy/forbidden": "Your role does not allow this.",
  "request/invalid": "The request is not in the expected form.",
  "request/not-found": "That does not exist, or you may not see it.",
  "request/conflict": "Someone else changed this in the meantime. Reload and try again.",
  "request/too-large": "That is larger than the limit.",
  "document/unsupported-type": "This file type is not supported. Use Markdown, text, HTML, PDF, DOCX, CSV, a picture of a page (PNG, JPEG, TIFF) or a zip of these.",
  "document/type-mismatch": "The file's content does not match its name. Save it again in the right format.",
  "document/empty": "The file has no text.",
  "document/needs-ocr": "The file is a scan without a text layer, and this server has no text recognition. Ask your administrator to install Tesseract (tesseract-ocr, tesseract-ocr-chi-sim), then choose “Try again”; or upload a PDF with a text layer.",
  "document/encrypted": "The file is protected by a password. Remove the protection and upload it again.",
  "document/broken": "The file is damaged and cannot be read. Export it again and upload that copy.",
  "document/too-large": "The file is larger than the limit.",
  "document/too-slow": "Reading the file did not come to an end. Split it, or export it again.",
  "document/too-many-files": "The archive holds more files than the limit.",
  "document/duplicate": "A document with the same content is already here.",
  "document/bad-encoding": "The text is in an encoding that cannot be read. Save it as UTF-8.",
  "document/bad-terms": "The file declares its validity in a form that cannot be read. Correct its front matter and add it again.",
  "data/locked": "Another Cadre process uses this data folder.",
  "data/unavailable": "The database cannot be reached.",
  "data/migration-failed": "The database could not be brought up to date.",
  "backup/failed": "The backup could not be written.",
  "backup/unusable": "That file is no usable backup. Take another copy of it, or an earlier backup.",
  "backup/too-new": "That backup was made by a newer Cadre. Install that version to restore it.",
  "backup/target-not-empty": "A backup is only restored into an empty place. Nothing was changed.",
  "backup/restore-failed": "The backup could not be restored. Nothing was kept of the attempt.",
  "config/invalid": "A setting is not valid.",
  "model/not-found": "The encoder's files are missing.",
  "model/unsupported": "This model cannot be used as an encoder.",
  "model/device-unavailable": "The requested device is not available on this machine.",
  "language-model/failed": "The language model gave no usable answer.",
  "index/dimension-mismatch": "The index was built with another encoder. It must be rebuilt.",
  "index/invalid-vector": "The encoder gave an unusable result. Ask an administrator to check the model.",
  "index/corrupt": "The index snapshot is damaged. It is rebuilt from the database.",
  "train/diverged": "Training did not settle. The model in use is unchanged.",
  "train/failed": "The training did not finish. The model in use is unchanged.",
  "train/too-few-labels": "There are too few labels to train on. The model in use is unchanged.",
  "labels/bad-input": "The file of labels is not in the expected form.",
  "insights/off": "People insights are switched off. An HR lead can switch them on with a recorded approval.",
  "registry/unusable": "That model version cannot be used here. The one in use is unchanged.",
  "registry/refused": "The gate refused this version. Overriding it needs a written reason.",
  "job/cancelled": "Cancelled.",
  "job/worker-died": "The worker process stopped unexpectedly. The work is tried again.",
  "taxonomy/invalid": "The table of skills is not in the expected form.",
  "match/bad-ruleset": "The ruleset is not in the expected form.",
  "eval/bad-input": "The evaluation input is not in the expected form.",
  "insights/bad-table": "The table cannot be read as rows of people. Save it as CSV or XLSX with one line of column names.",
  "insights/bad-target": "That column cannot be predicted. Choose another one.",
  "insights/too-few-data": "There are too few data for a model that can be trusted.",
  "insights/bad-problem": "The plan's figures are not complete or contradict each other.",
  "internal/broken-assumption": "Something went wrong on our side.",
  "internal/unknown": "Something went wrong on our side.",
} as const;

export type ErrorCode = keyof typeof USER_MESSAGES;
export const ERROR_CODES = Object.keys(USER_MESSAGES) as ErrorCode[];

export const isErrorCode = (value: string): value is ErrorCode => Object.hasOwn(USER_MESSAGES, value);

/** The sentence of a code, for an error that brings none of its own. */
export const userMessageOf = (code: ErrorCode): string => USER_MESSAGES[code];

export interface AppErrorOptions {
  /** Replaces the code's default sentence; must be safe to show. */
  userMessage?: string;
  /** Ids and numbers only. */
  context?: Readonly<Record<string, string | number | boolean | null>>;
  cause?: unknown;
}

export class AppError extends Error {
  override readonly name = "AppError";
  readonly userMessage: string;
  readonly context: Readonly<Record<string, string | number | boolean | null>>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.userMessage = options.userMessage ?? USER_MESSAGES[code];
    this.context = options.context ?? {};
  }
}

/** True for our errors, also for one that crossed a bundle boundary (Next compiles several copies of this file). */
export function isAppError(value: unknown): value is AppError {
  return value instanceof Error && value.name === "AppError" && "code" in value && "userMessage" in value;
}

/** Anything thrown → AppError, the original kept as `cause`. */
export function toAppError(value: unknown): AppError {
  if (isAppError(value)) return value;
  const message = value instanceof Error ? value.message : `thrown value of type ${typeof value}`;
  return new AppError("internal/unknown", message, { cause: value });
}
