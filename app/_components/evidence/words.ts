/** @file Words of evidence: markers, source notes, candidate rows, ratings. */
import { defineWords } from "../language/define-words";

export const EVIDENCE = defineWords({
  en: {
    source: (number: number, line: string) => `Source ${number}: ${line}`,
    ofSource: (number: number) => `source ${number}`,
    score: (points: number) => `Score ${points} of 100`,
    metOf: (met: number, all: number) => `${met} of ${all}`,
    met: " (met)",
    notFound: " (not found)",
    noLine: "No line in the résumé says so",
    openResumeAt: (quote: string) => `Open the résumé at: ${quote}`,
  },
  zh: {
    source: (number, line) => `来源 ${number}：${line}`,
    ofSource: (number) => `来源 ${number}`,
    score: (points) => `得分 ${points}，满分 100`,
    metOf: (met, all) => `符合 ${met}/${all}`,
    met: "（符合）",
    notFound: "（未找到）",
    noLine: "简历中没有写明",
    openResumeAt: (quote) => `打开简历中的这一行：${quote}`,
  },
});

export const RATING = defineWords({
  en: {
    rate: (what: string) => `Rate ${what}`,
    helpful: (what: string) => `Helpful: ${what}`,
    notHelpful: (what: string) => `Not helpful: ${what}`,
    takeBackHelpful: (what: string) => `Take back: ${what} was helpful`,
    takeBackNotHelpful: (what: string) => `Take back: ${what} was not helpful`,
    whatWasWrongWith: (what: string) => `What was wrong with ${what}?`,
    whatWasWrong: "What was wrong?",
    reasons: { wrong: "Wrong", outdated: "Outdated", incomplete: "Incomplete", wrong_source: "Wrong source", unsafe: "Unsafe" },
    shouldHaveSaid: "What should it have said?",
    optional: "What should it have said? (optional)",
    withoutName: "Reviewers see it without your name.",
    staysHere: "Kept with the answer; nobody else is shown it.",
    send: "Send",
    thanks: "Thank you. A reviewer will see this without your name.",
    takenBack: "Rating taken back.",
    keptPrivate: "Thank you. This stays with you: it touches a private subject, or you have sent a lot today. Reviewers see it only if you send it.",
    notReviewed: "Thank you. It is kept with the answer.",
    sendToReview: "Send it",
    sent: "Sent to the reviewers, without your name.",
  },
  zh: {
    rate: (what) => `评价${spaced(what)}`,
    helpful: (what) => `有帮助：${what}`,
    notHelpful: (what) => `没有帮助：${what}`,
    takeBackHelpful: (what) => `撤回评价：${what}有帮助`,
    takeBackNotHelpful: (what) => `撤回评价：${what}没有帮助`,
    whatWasWrongWith: (what) => `${what}有什么问题？`,
    whatWasWrong: "有什么问题？",
    reasons: { wrong: "答案错误", outdated: "内容过时", incomplete: "不完整", wrong_source: "来源不对", unsafe: "内容不当" },
    shouldHaveSaid: "正确的答案应该是什么？",
    optional: "正确的答案应该是什么？（选填）",
    withoutName: "审核员看不到您的姓名。",
    staysHere: "仅随回答保存，不会展示给他人。",
    send: "提交",
    thanks: "谢谢您的评价。审核员会看到它，但看不到您的姓名。",
    takenBack: "评价已撤回。",
    keptPrivate: "谢谢您的评价。由于涉及私密话题,或您今日提交较多,该内容仅您自己可见;只有您主动发送,审核员才能看到。",
    notReviewed: "谢谢您的评价,已随回答一并保存。",
    sendToReview: "发送给审核员",
    sent: "已匿名发送给审核员。",
  },
});

/** A Latin name stands off from the Chinese before it. */
function spaced(what: string): string {
  return /^[\w]/.test(what) ? ` ${what}` : what;
}
