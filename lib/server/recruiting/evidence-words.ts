/** @file Words of the evidence pack's page in both languages. In English the values of lists stand as the file's keys do. */
import type { ScorecardView } from "../../contracts/recruiting";
import type { Channel, Stage } from "../../contracts/recruiting-words";
import type { Language } from "../../core/types";
import type { RequirementCorrection, RequirementKind } from "../../people/requirements/types";

type Says<Key extends string> = (key: Key) => string;

export interface PackWords {
  readonly title: (opening: string) => string;
  readonly about: (opening: string, text: string) => string;
  readonly requirements: (revision: number) => string;
  readonly asked: readonly string[];
  readonly yesNo: readonly [string, string];
  readonly corrections: string;
  readonly corrected: readonly string[];
  readonly scoring: (number: number) => string;
  readonly scored: { readonly revision: (n: number) => string; readonly first: string; readonly ruleset: string; readonly model: string; readonly skills: string; readonly scorer: string; readonly tagger: string; readonly noTagger: string };
  readonly ranked: readonly string[];
  readonly met: (met: number, all: number) => string;
  readonly decisions: string;
  readonly decided: readonly string[];
  readonly shortlists: string;
  readonly listed: readonly string[];
  readonly note: (note: string) => string;
  readonly candidates: string;
  readonly resume: string;
  readonly applied: (day: string) => string;
  readonly points: (score: number, weight: number) => string;
  readonly stage: Says<Stage>;
  readonly channel: Says<Channel>;
  readonly kind: Says<RequirementKind>;
  readonly standing: Says<ScorecardView["parts"][number]["standing"]>;
  readonly change: (change: RequirementCorrection["change"], fields: readonly string[]) => string;
  readonly verdict: Says<"yes" | "no" | "unsure">;
  /** A requirement's own words; the fit of the whole has a name. */
  readonly part: Says<string>;
}

const same = (key: string): string => key;

const EN: PackWords = {
  title: (opening) => `${opening}: evidence`,
  about: (opening, text) => `Evidence pack · opening ${opening} · text SHA-256 ${text} · candidates are named by code`,
  requirements: (revision) => `Requirements, revision ${revision}`,
  asked: ["Asked for", "Kind", "Must", "Weight"],
  yesNo: ["yes", "no"],
  corrections: "Corrections by people",
  corrected: ["Revision", "When", "Who", "What", "Before", "After"],
  scoring: (number) => `Scoring ${number}`,
  scored: { revision: (n) => `requirements of revision ${n}`, first: "first look", ruleset: "ruleset", model: "model", skills: "skills", scorer: "scorer", tagger: "tagger", noTagger: "none kept" },
  ranked: ["Place", "Candidate", "Score", "Must-haves", "Input SHA-256"],
  met: (met, all) => `${met} of ${all}`,
  decisions: "Decisions",
  decided: ["When", "Who", "Candidate", "From", "To", "Reason", "Scoring", "List as shown"],
  shortlists: "Shortlists",
  listed: ["Candidate", "Reason", "Who", "When", "Hiring managers"],
  note: (note) => ` (${note})`,
  candidates: "Candidates and their evidence",
  resume: "résumé SHA-256",
  applied: (day) => `applied ${day}`,
  points: (score, weight) => `${score} of 100, weight ${weight}`,
  stage: same,
  channel: same,
  kind: same,
  standing: same,
  change: (change, fields) => `${change} ${fields.join(", ")}`,
  verdict: same,
  part: same,
};

const STAGE: Readonly<Record<Stage, string>> = { new: "新申请", screening: "筛选", interview: "面试", offer: "录用意向", hired: "已录用", rejected: "未录用", withdrawn: "已撤回" };
const CHANNEL: Readonly<Record<Channel, string>> = { "careers-site": "招聘官网", "job-board": "招聘网站", referral: "内部推荐", agency: "猎头", university: "校园招聘", social: "社交网络", event: "招聘活动", direct: "主动寻访", internal: "内部应聘", other: "其他" };
const KIND: Readonly<Record<RequirementKind, string>> = { skill: "技能", experience: "经验", education: "学历", language: "语言", place: "地点", certificate: "证书", text: "原文要求" };
const STANDING = { verified: "有工作经历佐证", stated: "仅自述", missing: "未找到" } as const;
const CHANGE = { added: "新增", removed: "删除", changed: "修改" } as const;
const VERDICT = { yes: "同意", no: "不同意", unsure: "不确定" } as const;
const FIELD: Readonly<Record<string, string>> = { kind: "类别", mustHave: "是否必备", weight: "权重", any: "可满足的名称", text: "文字", years: "年限", level: "程度" };

const ZH: PackWords = {
  title: (opening) => `${opening}：证据`,
  about: (opening, text) => `证据包 · 职位 ${opening} · 文本 SHA-256 ${text} · 候选人以代码表示`,
  requirements: (revision) => `要求，第 ${revision} 版`,
  asked: ["要求", "类别", "必备", "权重"],
  yesNo: ["是", "否"],
  corrections: "人工更正",
  corrected: ["版本", "时间", "更正人", "内容", "更正前", "更正后"],
  scoring: (number) => `第 ${number} 次评分`,
  scored: { revision: (n) => `依据第 ${n} 版要求`, first: "首次查看", ruleset: "规则集", model: "模型", skills: "技能表", scorer: "评分程序", tagger: "标注模型", noTagger: "未保存" },
  ranked: ["名次", "候选人", "得分", "必备条件", "输入 SHA-256"],
  met: (met, all) => `${all} 项中满足 ${met} 项`,
  decisions: "决定",
  decided: ["时间", "决定人", "候选人", "原阶段", "新阶段", "理由", "评分", "当时显示的名单"],
  shortlists: "入围名单",
  listed: ["候选人", "理由", "提名人", "时间", "用人经理"],
  note: (note) => `（${note}）`,
  candidates: "候选人及其证据",
  resume: "简历 SHA-256",
  applied: (day) => `申请于 ${day}`,
  points: (score, weight) => `满分 100，得 ${score}，权重 ${weight}`,
  stage: (key) => STAGE[key],
  channel: (key) => CHANNEL[key],
  kind: (key) => KIND[key],
  standing: (key) => STANDING[key],
  change: (change, fields) => `${CHANGE[change]}${fields.length > 0 ? `：${fields.map((field) => FIELD[field] ?? field).join("、")}` : ""}`,
  verdict: (key) => VERDICT[key],
  part: (name) => (name === "semantic-fit" ? "整体相似度" : name),
};

export const PACK_WORDS: Readonly<Record<Language, PackWords>> = { en: EN, zh: ZH };
