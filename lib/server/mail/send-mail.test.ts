/** @file Mail against a real mail server on this machine: taken, refused, not there; and what the errors don't say. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { parseEnv } from "../../config/env";
import { outboundHosts } from "../setup/outbound-hosts";
import { sendMail } from "./send-mail";

const servers: SMTPServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(resolve));
});

/** A mail server that takes mails of user hr, password sesame. */
async function mailServer(): Promise<{ port: number; received: { to: string[]; raw: string }[] }> {
  const received: { to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    logger: false,
    onAuth: ({ username, password }, _session, done) => (username === "hr" && password === "sesame" ? done(null, { user: "hr" }) : done(new Error("no"))),
    onRcptTo: ({ address }, _session, done) => done(address.startsWith("gone@") ? Object.assign(new Error("no such mailbox"), { responseCode: 550 }) : null),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push({ to: session.envelope.rcptTo.map((to) => to.address), raw: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
  });
  servers.push(server);
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  return { port: (listening.address() as AddressInfo).port, received };
}

const mail = { to: "ada@example.test", subject: "Access / 账号\r\nBcc: evil@example.test", text: "年假 – https://hr.example/invitation#abc\n" };

test("a mail is taken by the server, in both scripts, to one recipient", async () => {
  const { port, received } = await mailServer();
  expect(await sendMail(mail, { url: `smtp://hr:sesame@127.0.0.1:${port}`, from: "Cadre <hr@example.test>" })).toBe("sent");
  expect(received.map(({ to }) => to)).toEqual([["ada@example.test"]]);
  const [head = "", body = ""] = (received[0]?.raw ?? "").split("\r\n\r\n");
  expect(head).toMatch(/^From: Cadre <hr@example\.test>$/m);
  expect(head).not.toMatch(/^Bcc:/m);
  expect(/base64/.test(head) ? Buffer.from(body, "base64").toString("utf8") : decodeQuoted(body)).toContain("年假 – https://hr.example/invitation#abc");
});

const decodeQuoted = (text: string): string => Buffer.from(text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), "latin1").toString("utf8");

test("without a mail server nothing is sent, and it says so", async () => {
  expect(await sendMail(mail, null)).toBe("not-configured");
});

test.each([
  ["a wrong password", (port: number) => `smtp://hr:wrong@127.0.0.1:${port}`, "ada@example.test", /user or password/],
  ["an unknown mailbox", (port: number) => `smtp://hr:sesame@127.0.0.1:${port}`, "gone@example.test", /sender or the address/],
  ["nobody there", () => "smtp://hr:sesame@127.0.0.1:1", "ada@example.test", /no connection/],
] as const)("%s: a clear error that names neither password nor recipient", async (_name, url, to, why) => {
  const { port } = await mailServer();
  const error: unknown = await sendMail({ ...mail, to }, { url: url(port), from: "hr@example.test" }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "mail/failed", userMessage: expect.stringMatching(why) as string });
  const said = JSON.stringify([String(error), error]);
  expect(said).not.toMatch(/sesame|wrong@|ada@|gone@/);
  expect((error as Error).cause).toBeUndefined();
});

test("the mail server and the sign-in service are among the outbound hosts, this machine is not", () => {
  const set = (host: string) => outboundHosts(parseEnv({ CADRE_SMTP_URL: `smtp://u:p@${host}:587`, CADRE_MAIL_FROM: "hr@example.com", CADRE_OIDC_ISSUER: `https://${host}/realm`, CADRE_OIDC_CLIENT_ID: "c", CADRE_OIDC_CLIENT_SECRET: "s" }));
  expect(set("mail.example.com")).toEqual(["mail.example.com"]);
  expect(set("localhost")).toEqual([]);
});
