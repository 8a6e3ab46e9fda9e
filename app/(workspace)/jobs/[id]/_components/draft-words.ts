/** @file Drafts of e-mails to applicants. */
import { defineWords } from "@/app/_components/language/define-words";

export type DraftKind = "invitation" | "progress" | "rejection";

interface DraftFacts {
  readonly name: string;
  readonly opening: string;
  readonly company: string;
  readonly from: string;
}

export const DRAFTS = defineWords({
  en: {
    unnamed: "[name]",
    invitation: ({ name, opening, company, from }: DraftFacts) =>
      `Dear ${name},\n\nThank you for applying for “${opening}”. We would like to get to know you and suggest a conversation of about 45 minutes.\n\nWould [day] at [time], [by video / at our site], suit you? If not, please name two other times.\n\nPlease tell us if we can make the conversation easier for you in any way.\n\nKind regards\n${from}\n${company}`,
    progress: ({ name, opening, company, from }: DraftFacts) =>
      `Dear ${name},\n\nYour application for “${opening}” is still with us; we have not decided yet. We expect to be able to tell you more by [day].\n\nThank you for your patience.\n\nKind regards\n${from}\n${company}`,
    rejection: ({ name, opening, company, from }: DraftFacts) =>
      `Dear ${name},\n\nThank you for your interest in “${opening}” and the time that you have given it. We have decided for other applicants this time.\n\nA person made this decision. If you would like to know what it was based on, or think that we missed something, please reply to this message.\n\nWe keep your documents until [day]; tell us if we should delete them sooner, or may keep them for later openings.\n\nKind regards\n${from}\n${company}`,
  },
  zh: {
    unnamed: "［姓名］",
    invitation: ({ name, opening, company, from }) =>
      `${name}，您好：\n\n感谢您应聘“${opening}”。我们希望与您进一步沟通，时间约 45 分钟。\n\n请问［日期］［时间］，［视频／现场］是否方便？如不方便，请提供两个其他时间。\n\n如需我们为面试提供任何便利，敬请告知。\n\n此致\n${from}\n${company}`,
    progress: ({ name, opening, company, from }) => `${name}，您好：\n\n您对“${opening}”的申请仍在处理中，我们尚未作出决定，预计在［日期］前答复您。\n\n感谢您的耐心等待。\n\n此致\n${from}\n${company}`,
    rejection: ({ name, opening, company, from }) =>
      `${name}，您好：\n\n感谢您对“${opening}”的关注以及付出的时间。经考虑，我们这次选择了其他申请人。\n\n这一决定由人作出。如您希望了解依据，或认为我们有所遗漏，请回复本邮件。\n\n您的材料将保存至［日期］；如希望提前删除，或同意我们为今后的职位保留，请告知。\n\n此致\n${from}\n${company}`,
  },
});
