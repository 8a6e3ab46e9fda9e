/**
 * @file A quarter, a half-year, a season or a feast by its name: "by the end of Q2", "before the summer", "下半年", "春节前".
 * "by" a quarter means its end, "by" a season before it begins.
 */
import { isBefore, LEAD, seasonEnd, yearOf, yearsAhead } from "./calendar";

interface Season {
  readonly form: string;
  readonly from: number;
  readonly to: number;
  /** What "by" it means; "end" alone: nobody who says "before the first half" means before January. */
  readonly by: "beginning" | "end" | "end alone";
}
const SEASONS: readonly Season[] = [
  { form: "spring(?! festival)|春天|春季|开春", from: 3, to: 5, by: "beginning" },
  { form: "summer|夏天|夏季|暑假", from: 6, to: 8, by: "beginning" },
  { form: "autumn|fall|秋天|秋季|入秋", from: 9, to: 11, by: "beginning" },
  { form: "winter|冬天|冬季|入冬", from: 12, to: 2, by: "beginning" },
  { form: "(?:q1|first quarter)|第?一季度", from: 1, to: 3, by: "end" },
  { form: "(?:q2|second quarter)|第?二季度", from: 4, to: 6, by: "end" },
  { form: "(?:q3|third quarter)|第?三季度", from: 7, to: 9, by: "end" },
  { form: "(?:q4|fourth quarter)|第?四季度", from: 10, to: 12, by: "end" },
  { form: "h1|first half(?: of (?:the )?year)?|mid[- ]?year|middle of the year|mid[- ]?(?=20)|(?:middle of|mid)(?= next year)|上半年|年中", from: 1, to: 6, by: "end alone" },
  { form: "h2|second half(?: of (?:the )?year)?|下半年", from: 7, to: 12, by: "end" },
];
/** Feasts → the last day before them; where they move, before the earliest on which they can be. */
const FEASTS: readonly (readonly [form: string, day: string])[] = [
  ["easter", "03-21"], ["christmas|xmas|圣诞节?", "12-24"], ["chinese new year|lunar new year|(?:the )?spring festival|春节|过年|农历新年|新春", "01-20"], ["(?:the )?new year(?:'s)?(?: day| eve)?|元旦", "12-31"],
  ["清明节?", "04-03"], ["五一|劳动节", "04-30"], ["中秋节?", "09-06"], ["国庆节?|十一长假|十一(?=之?前|以前)", "09-30"],
];
const FEAST_LEAD = String.raw`\b(?:until|till|by|before|no later than|in time for|to|end of) (?:next |this )?|(?:到|至|赶在|最晚|最迟)(?:[今明]年)?`;
const YEAR_AFTER = String.raw`(?:,? (?:of )?(20\d{2}|next year|this year)|(20\d{2}|next year))?`;
const EARLY_OR_LATE = "((?:the |this |next |coming |end of |late |middle of |early |start of |beginning of )*)";
const OVER = String.raw`(\s+(?:is over|ends|is out))?`;
/** "in the summer", "this winter": the season itself counts. */
const THROUGH = /^(?:over|during|in|through|within|this|next|coming|the end of|end of|late)$/i;
const CHINESE_END = "(结束之?前|结束|之?前|以前|底|末|之?内|里|期间|为止|完)?";

/** @returns null when none is said */
export function namedSeason(question: string, today: string): string | null {
  const feast = FEASTS.find(([form]) => new RegExp(String.raw`(?:${FEAST_LEAD})(?:${form})(?![a-z])|(?:${form})(?:之?前|以前|为止)`, "i").test(question));
  if (feast) return `${feast[1] > today.slice(5) ? yearOf(today) : yearOf(today) + 1}-${feast[1]}`;
  for (const season of SEASONS) {
    const said = english(season, question) ?? chinese(season, question);
    if (said) return seasonEnd({ from: season.from, to: season.to, ...said, year: yearSaid(said.year, today) }, today);
  }
  return null;
}

interface SaidSeason {
  readonly year: string;
  readonly before: boolean;
}

/** Something of time stands before the name, or the year behind it: "the spring assembly" is no season. */
function english({ form, by }: Season, question: string): SaidSeason | null {
  const found = new RegExp(String.raw`\b(?:(${LEAD}|over|during|in|within|this|next|coming|the end of|end of|late) )?${EARLY_OR_LATE}(?:${form})(?!-|[a-z])${YEAR_AFTER}(?! (?:assembl|mechani|course|class))${OVER}`, "i").exec(question);
  const [lead, said, year] = [found?.[1], found?.[2] ?? "", found?.[3] ?? found?.[4] ?? ""];
  if (!found || (lead === undefined && year === "")) return null;
  const isEnd = /end of|late/i.test(said) || found[5] !== undefined || by === "end alone";
  const isBeginning = by === "beginning" && lead !== undefined && !THROUGH.test(lead);
  return { year, before: !isEnd && (/early|start of|beginning of/i.test(said) || isBefore(lead) || isBeginning) };
}

function chinese({ form, by }: Season, question: string): SaidSeason | null {
  const found = new RegExp(String.raw`(今年|明年|来年|后年|20\d{2}\s*年)?的?(?:${form})${CHINESE_END}`, "i").exec(question);
  const end = found?.[2] ?? "";
  if (!found || (end === "" && !found[1] && !/[\u4e00-\u9fff]/.test(found[0]))) return null;
  // A season named alone, as in "春季招聘", sets no limit.
  if (end === "" && by === "beginning" && !/(?:到|至|赶在|最晚|最迟|在)$/.test(question.slice(0, found.index))) return null;
  return { year: found[1] ?? "", before: by !== "end alone" && (/^(?:之?前|以前)$/.test(end) || (end === "" && by === "beginning")) };
}

function yearSaid(said: string, today: string): number | null {
  const number = /20\d{2}/.exec(said)?.[0];
  const ahead = yearsAhead(said);
  return number ? Number(number) : ahead === null ? null : yearOf(today) + ahead;
}
