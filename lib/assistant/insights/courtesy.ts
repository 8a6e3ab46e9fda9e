/** @file What is said before the question itself, taken off: "could you tell me", “我想知道”. */
const COURTESY = /\b(?:please|(?:can|could|would) you (?:please )?(?:tell|show|explain)(?: (?:me|us|to me))?|(?:tell|show) (?:me|us)|do you know|can i (?:see|know|ask)|i(?:'d| would)? (?:want|like|need) to (?:know|see|understand)|i wonder(?:ed)?|i am wondering)\b|我(?:很)?想(?:要)?(?:知道|了解|问|看)(?:一下|下)?|请?(?:告诉|帮)我(?:看|查|分析)?(?:看|一下|下)?|请问/giu;

export const withoutCourtesy = (question: string): string => question.replace(/[’‘]/g, "'").replace(COURTESY, " ").replace(/\s+/g, " ").trim();
