/**
 * @file Mail: the one place that talks to the mail server. Plain text only, one recipient, no tracking. Whoever sends
 * decides what may be in it: a mail leaves the machine, so it carries a link and no HR content.
 */
import { createTransport } from "nodemailer";
import { MAIL } from "../../config/defaults";
import { env } from "../../config/env";
import type { MailSettings } from "../../config/sign-in-settings";
import { AppError } from "../../core/errors";

export interface Mail {
  /** One address. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
}

/** "not-configured": there is no mail server, nothing was sent. */
export type MailOutcome = "sent" | "not-configured";

/**
 * Sends one mail and waits until the mail server has taken it (not until it is delivered).
 *
 * @param settings default: CADRE_SMTP_URL and CADRE_MAIL_FROM
 * @throws AppError "mail/failed": no answer in time, refused sign-in, refused recipient. Never names recipient or password.
 */
export async function sendMail(mail: Mail, settings: MailSettings | null = env().mail): Promise<MailOutcome> {
  if (settings === null) return "not-configured";
  const timeouts = { connectionTimeout: MAIL.timeoutMs, greetingTimeout: MAIL.timeoutMs, socketTimeout: MAIL.timeoutMs, dnsTimeout: MAIL.timeoutMs };
  const transport = createTransport({ url: settings.url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({ from: settings.from, to: mail.to, subject: mail.subject.replace(/[\r\n]+/g, " "), text: mail.text });
    return "sent";
  } catch (error) {
    throw refusal(error, new URL(settings.url).host);
  } finally {
    transport.close();
  }
}

/** nodemailer's message can quote the recipient: only its code and the server's reply number are kept. */
function refusal(error: unknown, host: string): AppError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  const reply = error instanceof Error && "responseCode" in error ? ` ${Number(error.responseCode)}` : "";
  return new AppError("mail/failed", `the mail server ${host} did not take a mail: ${code}${reply}. Check CADRE_SMTP_URL and CADRE_MAIL_FROM`, {
    userMessage: `The mail server did not take the mail (${WHY[code] ?? code}). Copy the link instead, or check the mail settings.`,
  });
}

/** @source nodemailer's error codes */
const WHY: Readonly<Record<string, string>> = {
  ECONNECTION: "no connection",
  ESOCKET: "no connection",
  ECONNREFUSED: "no connection",
  EDNS: "its name is not known",
  ETIMEDOUT: "no answer in time",
  EAUTH: "it refused the user or password",
  EENVELOPE: "it refused the sender or the address",
  ETLS: "no encrypted connection",
};

/** The mail server's name when it is not this machine, for the list of outbound hosts. */
export function mailHosts(settings: MailSettings | null): string[] {
  if (settings === null) return [];
  const { hostname } = new URL(settings.url);
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname) ? [] : [hostname];
}
