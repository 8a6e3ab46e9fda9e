/**
 * @file What is said about how a document stands to its reader, in both languages: "Applies to you: Leeds, permanent,
 * since 1 March 2026". Used by answers and by screens, so that they agree.
 */
import { MANAGERS, type Standing } from "./document-terms";
import { placeNameIn } from "./place-names";
import type { Language } from "./types";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2026-03-01" → "1 March 2026", "2026年3月1日". */
export function dayText(day: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return language === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ""} ${year}`;
}

/** Kinds of contract that directories use, in Chinese. Others are shown as they are written. */
const CONTRACTS_ZH: Readonly<Record<string, string>> = {
  permanent: "无固定期限合同",
  "fixed-term": "固定期限合同",
  "part-time": "非全日制",
  apprentice: "学徒",
  intern: "实习生",
  temporary: "临时用工",
  "full-time": "全日制",
};
const LANGUAGE_NAMES = { en: { en: "English-speaking", zh: "Chinese-speaking" }, zh: { en: "英语员工", zh: "中文员工" } } as const;

/** A site, contract, department or language ("en", "zh") as a reader of this language calls it. */
export function groupText(name: string, language: Language): string {
  if (name === "en" || name === "zh") return LANGUAGE_NAMES[language][name];
  if (language === "en") return placeNameIn(name, "en");
  if (name.toLowerCase() === MANAGERS) return "管理人员";
  return CONTRACTS_ZH[name.toLowerCase()] ?? placeNameIn(name, "zh");
}

/** Several of them: "Rotterdam, Leeds"; "鹿特丹、利兹". */
export function groupsText(names: readonly string[], language: Language): string {
  return names.map((name) => groupText(name, language)).join(language === "zh" ? "、" : ", ");
}

/** One line without a full stop, never empty. */
export function standingText(standing: Standing, language: Language): string {
  return language === "zh" ? chinese(standing) : english(standing);
}

function english({ state, from, until, for: names, you }: Standing): string {
  const whom = names.length > 0 ? groupsText(names, "en") : "";
  switch (state) {
    case "ended":
      return `${until === null ? "An earlier version" : `Until ${dayText(until, "en")}`}${whom === "" ? "" : ` (${whom})`}`;
    case "coming":
      return `${from === null ? "Not yet" : `From ${dayText(from, "en")} on`}${whom === "" ? "" : ` (${whom})`}`;
    case "others":
      return `Holds for ${whom === "" ? "others" : whom}${you ? ", not for you" : ""}`;
    case "applies": {
      const period = [from === null ? "" : `since ${dayText(from, "en")}`, until === null ? "" : `until ${dayText(until, "en")}`].filter(Boolean).join(", ");
      return [whom === "" ? "Applies to everyone" : you ? `Applies to you: ${whom}` : `Applies to: ${whom}`, period].filter(Boolean).join(", ");
    }
  }
}

function chinese({ state, from, until, for: names, you }: Standing): string {
  const whom = names.length > 0 ? groupsText(names, "zh") : "";
  switch (state) {
    case "ended":
      return `${until === null ? "此前的版本" : `截至${dayText(until, "zh")}`}${whom === "" ? "" : `（${whom}）`}`;
    case "coming":
      return `${from === null ? "尚未生效" : `自${dayText(from, "zh")}起`}${whom === "" ? "" : `（${whom}）`}`;
    case "others":
      return `适用于${whom === "" ? "其他人员" : whom}${you ? "，不适用于您" : ""}`;
    case "applies": {
      const period = [from === null ? "" : `自${dayText(from, "zh")}起`, until === null ? "" : `至${dayText(until, "zh")}止`].filter(Boolean).join("，");
      return [whom === "" ? "适用于全体员工" : you ? `适用于您：${whom}` : `适用于：${whom}`, period].filter(Boolean).join("，");
    }
  }
}
