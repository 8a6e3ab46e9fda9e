/** @file "Which skill clusters do we have?", "what work patterns are there?", for HR leads: the stored clusters with size, stability and what distinguishes them. No names. */
import { answerWith, offAnswer, sourceText } from "../insights/say-source";
import type { Tool } from "./tool";

const ABOUT = /\b(?:skills?|people|employee|work[- ]?pattern)s? (?:clusters?|groups?|segments?)\b|\b(?:which|what) (?:\w+ )?(?:work(?:ing)?[- ]patterns?|ways of working)\b[^?]{0,30}\b(?:do we have|are there|exist|do (?:people|employees|teams) have)\b|\bhow do (?:our )?(?:people|employees|teams) work\b\?*$|\bclusters?\b[^?]{0,30}\b(?:do we have|are there|of (?:skills|people|employees))\b|\bwhich clusters\b|技能(?:群|分群|聚类|簇)|(?:人员|员工)(?:分群|聚类)|有哪些(?:分群|群体|聚类|工作方式)|工作方式(?:群|分群|聚类|有哪些)/i;
const PATTERNS = /\bwork(?:ing)?[- ]?patterns?\b|\bways of working\b|\bhow do (?:our )?(?:people|employees|teams) work\b|工作方式|工时/i;
const MOST_FEATURES = 4;

export const skillClusters: Tool = {
  name: "skill-clusters",
  capability: "insights",
  recognise: ({ question }, request) => (request.capabilities.has("insights") && request.insights && ABOUT.test(question) ? 0.92 : 0),
  async run({ question, language }, context) {
    const off = offAnswer(language, context);
    if (off) return off;
    const ofPatterns = PATTERNS.test(question);
    const found = (await context.request.insights?.clusters(ofPatterns ? "patterns" : "skills")) ?? null;
    const about = ofPatterns ? { en: "clusters of work patterns", zh: "工作方式分群" } : { en: "clusters", zh: "分群" };
    if (!found) return answerWith(language === "zh" ? `目前没有正在使用的${about.zh}。请先在“人员分析”中导入数据表并训练。` : `No ${about.en} are in use yet. Import a table under Insights and train them.`, context, []);
    const lines = found.clusters.map(({ name, size, stability, distinguishing }) => {
      const features = distinguishing.slice(0, MOST_FEATURES).join(", ");
      return language === "zh" ? `${name}：${size} 人，稳定性 ${stability.toFixed(2)}${features ? `，特征：${features}` : ""}` : `${name}: ${size} people, stability ${stability.toFixed(2)}${features ? `; more of: ${features}` : ""}`;
    });
    const head = language === "zh" ? `共有 ${lines.length} 个${ofPatterns ? "工作方式群体" : "群体"}：` : `There are ${lines.length} ${about.en}:`;
    return answerWith(`${head}\n${lines.join("\n")}\n\n${sourceText(found.source, about, language)}`, context, []);
  },
};
