/**
 * @file The mail with an invitation link, in English and Chinese: nobody knows yet which of them the person reads.
 */
export interface InvitationMail {
  readonly link: string;
  readonly company: string;
  /** Name of who invites. */
  readonly from: string;
  readonly purpose: "account" | "password";
  readonly expiresAt: Date;
}

/** @returns subject and plain text */
export function invitationMail({ link, company, from, purpose, expiresAt }: InvitationMail): { subject: string; text: string } {
  const until = `${expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const english = purpose === "account" ? `${from} invites you to Cadre, the HR assistant of ${company}. Set your name and password here:` : `${from} made this link for you to set a new password for Cadre, the HR assistant of ${company}:`;
  const chinese = purpose === "account" ? `${from} 邀请您使用 ${company} 的人事助手 Cadre。请通过以上链接设置姓名和密码。` : `${from} 为您生成了此链接，用于重新设置 ${company} 人事助手 Cadre 的密码。`;
  const subject = purpose === "account" ? `${company}: your access to Cadre / 开通您的 Cadre 账号` : `${company}: a new password for Cadre / 重新设置 Cadre 密码`;
  const text = [
    english,
    "",
    link,
    "",
    `The link works once, until ${until}. Who has it can use it: do not pass it on. If you did not expect it, ignore this mail.`,
    "",
    chinese,
    `链接仅可使用一次，有效期至 ${until}。持有链接者即可使用，请勿转发。若非您本人所需，请忽略此邮件。`,
    "",
  ].join("\n");
  return { subject, text };
}
