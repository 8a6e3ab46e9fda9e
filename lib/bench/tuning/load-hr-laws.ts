/**
 * @file Tuning questions about Chinese statutes on work (none of policies/labour-law-zh): our own questions, asked as
 * employees ask, answerable and not. The repository keeps questions, hashes and offsets; articles come from the encoder's
 * corpus, so its vectors know them: never trust the dense arm by what it does here.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { evalQuestion, type EvalQuestion } from "../../contracts/cli";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { extractDocument } from "../../knowledge/extract/extract-document";
import type { ExtractedDocument } from "../../knowledge/types";

/** The statutes, by the names that the corpus gives them. */
const LAWS = `失业保险条例 事业单位人事管理条例 公务员法 行政机关公务员处分条例 国有企业管理人员处分条例 职业病防治法 尘肺病防治条例
安全生产法 矿山安全法 职业教育法 工人考核条例 合理化建议和技术改进奖励条例 关于实行技师聘任制的暂行规定 残疾人保障法 残疾人教育条例
未成年人保护法 人口与计划生育法 全国年节及纪念日放假办法 退役军人保障法 退役军人安置条例 退役士兵安置条例 军人保险法 老年人权益保障法
城市居民最低生活保障条例 个人所得税法 个人所得税法实施条例 外国人入境出境管理条例 医师法 护士条例 教师法 律师法 会计法 总会计师条例
保安服务管理条例 船员条例 导游人员管理条例 最高人民法院关于审理涉船员纠纷案件若干问题的规定
最高人民法院关于人民法院审理事业单位人事争议案件若干问题的规定 反不正当竞争法 人民调解法 信访工作条例 居住证暂行条例 精神卫生法
志愿服务条例 全国社会保障基金条例 企业事业单位内部治安保卫条例`.split(/\s+/);

const offset = z.number().int().nonnegative();
/** Offsets are UTF-16 units into the article; `article` is the first 12 hex digits of its hash. */
const answerable = z.strictObject({ id: z.string(), question: z.string(), answerable: z.literal(true), document: z.string(), article: z.string().length(12), quoteStart: offset, quoteEnd: offset });
const unanswerable = z.strictObject({ id: z.string(), question: z.string(), answerable: z.literal(false) });
const line = z.discriminatedUnion("answerable", [answerable, unanswerable]);

export interface NamedText {
  readonly name: string;
  readonly extracted: ExtractedDocument;
}

/**
 * @param corpus lines {q: statute's name, p: article, s: "laws"}, gzipped
 * @throws AppError "eval/bad-input" when the corpus lacks a statute or an article that a question quotes
 */
export async function loadHrLaws(corpus: string): Promise<{ documents: NamedText[]; questions: EvalQuestion[] }> {
  const articles = readArticles(corpus);
  const documents = await Promise.all(
    LAWS.map(async (name): Promise<NamedText> => {
      const own = articles.get(name);
      if (!own) throw new AppError("eval/bad-input", `${corpus} has no statute ${name}: use the original corpus`);
      return { name, extracted: await extractDocument(new TextEncoder().encode(`# ${name}\n\n${own.map(withoutNextChapter).join("\n\n")}\n`), `${name}.md`) };
    }),
  );
  return { documents, questions: readQuestions(articles) };
}

function readArticles(corpus: string): Map<string, string[]> {
  const wanted = new Set(LAWS);
  const articles = new Map<string, string[]>();
  for (const row of gunzipSync(readFileSync(corpus)).toString("utf8").split("\n")) {
    if (!row.includes('"laws"')) continue;
    const { q, p, s } = JSON.parse(row) as { q: string; p: string; s: string };
    if (s === "laws" && wanted.has(q)) articles.set(q, [...(articles.get(q) ?? []), p]);
  }
  return articles;
}

/** Some articles end with the heading of the next chapter, some are nothing but the law's history. */
function withoutNextChapter(article: string): string {
  return article.startsWith("#") ? "" : article.replace(/##.*$/s, "");
}

function readQuestions(articles: ReadonlyMap<string, readonly string[]>): EvalQuestion[] {
  const byHash = new Map([...articles].flatMap(([law, own]) => own.map((article) => [`${law} ${sha256(article).slice(0, 12)}`, article] as const)));
  const rows = readFileSync(join(import.meta.dirname, "sets/hr-laws-zh.jsonl"), "utf8").trimEnd().split("\n");
  return rows.map((json): EvalQuestion => {
    const row = line.parse(JSON.parse(json));
    if (!row.answerable) return evalQuestion.parse(row);
    const article = byHash.get(`${row.document} ${row.article}`);
    if (!article) throw new AppError("eval/bad-input", `the corpus lacks the article that ${row.id} quotes: use the original corpus`, { context: { id: row.id } });
    return evalQuestion.parse({ id: row.id, question: row.question, answerable: true, document: row.document, quote: article.slice(row.quoteStart, row.quoteEnd) });
  });
}
