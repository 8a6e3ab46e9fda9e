/** @file Taught cues: which words recruiters' corrections say should be read otherwise, what each would have spared and where it would be wrong; without any, nothing reads otherwise. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadingCue } from "../../contracts/taught-reading";
import { BASE_TAXONOMY } from "../taxonomy/base-taxonomy";
import { cueKey } from "./reading-cues";
import { readRequirements } from "./read-requirements";
import { requirementId } from "./requirement-id";
import { taughtCues, type CorrectedOpening, type TaughtCuesOptions } from "./taught-cues";
import type { Requirement } from "./types";

const read = (text: string, cues: readonly ReadingCue[] = []): readonly Requirement[] => readRequirements(text, { taxonomy: BASE_TAXONOMY, cues }).requirements;
const asked = (text: string, cues: readonly ReadingCue[] = []) => read(text, cues).map(({ text: words, mustHave }) => [words, mustHave]);

type Change = "must" | "nice" | "out";
/** An opening that one person has corrected: by a part of what was read; and what they typed. */
function corrected(id: string, text: string, { by = id, changes = {}, typed = [] }: { by?: string | null; changes?: Record<string, Change>; typed?: readonly (readonly [string, boolean])[] }): CorrectedOpening {
  const before = read(text);
  for (const name of Object.keys(changes)) if (!before.some((one) => one.text.includes(name))) throw new Error(`${name} is not read of ${id}: ${JSON.stringify(before.map((one) => one.text))}`);
  const of = (one: Requirement): Change | undefined => Object.entries(changes).find(([name]) => one.text.includes(name))?.[1];
  const now = before.filter((one) => of(one) !== "out").map((one) => ({ ...one, mustHave: of(one) === "must" || (of(one) !== "nice" && one.mustHave) }));
  const added = typed.map(([words, mustHave]): Requirement => ({ id: `typed-${words}`, kind: "text", mustHave, weight: 50, any: [], text: words, source: null }));
  return { id, text, read: before, now: [...now, ...added], by: new Map([...before, ...added].map((one) => [one.id, by])) };
}
const taught = (openings: readonly CorrectedOpening[], { readWith = read, left }: Partial<TaughtCuesOptions> = {}) => taughtCues(openings, { readWith, ...(left ? { left } : {}) });
const told = async (openings: readonly CorrectedOpening[], options?: Partial<TaughtCuesOptions>) => (await taught(openings, options)).map(({ place, means, words, openings: helped, people, spared, wrong }) => [place, means, words, helped.length, people, spared, wrong]);

const job = (...lines: string[]): string => `# Lock technician\n\n## Requirements\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;

describe("a wish and a demand", () => {
  const first = corrected("o1", job("Hydraulics", "Rust counts in your favour"), { changes: { Rust: "nice" } });
  const second = corrected("o2", job("Python", "Experience with Kafka counts in your favour"), { changes: { Kafka: "nice" } });

  test("words beside what was made a wish are proposed with what they would have spared, and are read from then on", async () => {
    const proposals = await taught([first, second]);
    expect(proposals).toEqual([{ place: "within", means: "nice", words: "counts in your favour", openings: ["o1", "o2"], people: 2, spared: 2, wrong: 0, example: "Rust counts in your favour" }]);
    const third = job("Excel", "Go counts in your favour");
    expect(asked(third).map(([, must]) => must)).toEqual([true, true]);
    expect(asked(third, proposals).map(([, must]) => must)).toEqual([true, false]);
    // Taken in, they are proposed no more: the reading makes no such mistake.
    expect(await told([first, second], { readWith: (text, more) => read(text, [...proposals, ...more]) })).toEqual([]);
  });

  test("Chinese words and a demand under a list of wishes", async () => {
    const wish = [corrected("o1", "任职要求：\n- 熟悉液压系统，我们会高看一眼\n- 精通Python\n", { changes: { 液压: "nice" } }), corrected("o2", "任职要求：\n- 有Docker使用经验，我们会高看一眼\n- 英语\n", { changes: { Docker: "nice" } })];
    expect(await told(wish)).toEqual([["within", "nice", "我们会高看一眼", 2, 2, 2, 0]]);
    const nice = (line: string) => `Nice to have\n\n- Excel\n- ${line}\n`;
    const demand = [corrected("o1", nice("Kafka without which it cannot be done"), { changes: { Kafka: "must" } }), corrected("o2", nice("Rust without which it cannot be done"), { changes: { Rust: "must" } })];
    expect(await told(demand)).toEqual([["within", "must", "without which it cannot be done", 2, 2, 2, 0]]);
    expect(asked(nice("Go without which it cannot be done"), await taught(demand)).map(([, must]) => must)).toEqual([false, true]);
  });

  test("one opening, one person twice, a gone account, the same thing twice and words of no meaning propose nothing", async () => {
    expect(await told([first])).toEqual([]);
    expect(await told([{ ...first, id: "a", by: second.by }, second].map((one) => ({ ...one, by: new Map([...one.by.keys()].map((id) => [id, "one"])) })))).toEqual([]);
    expect(await told([first, second].map((one) => ({ ...one, by: new Map([...one.by.keys()].map((id) => [id, null])) })))).toEqual([]);
    expect(await told(["o1", "o2"].map((id) => corrected(id, job("Hydraulics", "Rust"), { changes: { Rust: "nice" } })))).toEqual([]);
    expect(await told([corrected("o1", job("Knowledge of Rust"), { changes: { Rust: "nice" } }), corrected("o2", job("Knowledge of Kafka"), { changes: { Kafka: "nice" } })])).toEqual([]);
    // Three openings by one person are enough.
    const habit = ["Rust", "Kafka", "Docker"].map((name) => corrected(name, job(`${name} counts in your favour`), { by: "one", changes: { [name]: "nice" } }));
    expect(await told(habit)).toEqual([["within", "nice", "counts in your favour", 3, 1, 3, 0]]);
  });

  test("where people left the same words as they were read, they are told, and too many of them stop the proposal", async () => {
    const against = (id: string) => corrected(id, job("Docker counts in your favour", "Excel"), { changes: { Excel: "out" } });
    expect(await told([first, second, against("o3")])).toEqual([]);
    const third = corrected("o4", job("Git counts in your favour", "Excel"), { changes: { Git: "nice" } });
    expect(await told([first, second, third, against("o3")])).toEqual([["within", "nice", "counts in your favour", 3, 3, 3, 1]]);
  });

  test("left out, neither they nor parts of them are proposed", async () => {
    expect(await told([first, second], { left: new Set([cueKey({ place: "within", words: "counts in your favour" })]) })).toEqual([]);
  });
});

describe("headings", () => {
  const under = (heading: string, ...lines: string[]): string => `# Lock technician\n\nRequirements:\n- Hydraulics\n\n${heading}\n${lines.map((line) => `- ${line}`).join("\n")}\n`;

  test("over what was thrown out, nothing is asked; over what was made a wish, wishes; of a heading that is not known as one", async () => {
    const out = [corrected("o1", under("What makes us tick", "Python", "Docker"), { changes: { "What makes": "out", Python: "out", Docker: "out" } }), corrected("o2", under("What makes us tick", "Rust", "Git"), { changes: { "What makes": "out", Rust: "out", Git: "out" } })];
    expect(await told(out)).toEqual([["heading", "none", "what makes us tick", 2, 2, 6, 0]]);
    expect(asked(under("What makes us tick:", "Kafka"), await taught(out))).toEqual([["Hydraulics", true]]);
    const wish = [corrected("o1", under("It would delight us", "Python", "Docker"), { changes: { delight: "out", Python: "nice", Docker: "nice" } }), corrected("o2", under("It would delight us", "Rust"), { changes: { delight: "out", Rust: "nice" } })];
    expect(await told(wish)).toEqual([["heading", "nice", "it would delight us", 2, 2, 5, 0]]);
    expect(asked(under("## It would delight us", "Kafka"), await taught(wish))).toEqual([["Hydraulics", true], ["Kafka", false]]);
    const zh = ["Python", "Docker"].map((name) => corrected(name, `任职要求：\n- 液压系统\n\n关于团队的一切\n- ${name}\n`, { changes: { 团队: "out", [name]: "out" } }));
    expect(await told(zh)).toEqual([["heading", "none", "关于团队的一切", 2, 2, 4, 0]]);
  });

  test("over what was typed because it had not been read, demands", async () => {
    const missed = ["Python", "Docker", "Rust"].map((name) => corrected(name, under("Daily tasks", name), { typed: [[name, true]] }));
    expect(read(missed[0]?.text ?? "").map(({ text }) => text)).toEqual(["Hydraulics"]);
    expect(await told(missed)).toEqual([["heading", "must", "daily tasks", 3, 3, 3, 0]]);
    expect(await told(missed.slice(1)), "against a known heading two are not enough").toEqual([]);
  });

  test("a heading under which others kept what stands there is not proposed", async () => {
    const out = ["Rust", "Kafka"].map((name) => corrected(name, under("What makes us tick", name, "Python", "Docker"), { changes: { [name]: "out" } }));
    expect(await told(out)).toEqual([]);
  });
});

describe("beginnings of sentences", () => {
  test("lines that recruiters throw out are offered no more", async () => {
    const out = [corrected("o1", job("Hydraulics", "Our people love Python and cake"), { changes: { Python: "out" } }), corrected("o2", job("Excel", "Our people love Docker"), { changes: { Docker: "out" } })];
    expect(await told(out)).toEqual([["opening", "none", "our people love", 2, 2, 2, 0]]);
    expect(asked(job("Git", "Our people love Kafka. Rust"), await taught(out))).toEqual([["Git", true], ["Rust", true]]);
  });

  test("sentences that were missed are asked from then on, without the words that they begin with", async () => {
    const missed = ["Python", "Docker"].map((name) => corrected(name, `# Lock technician\n\nRequirements:\n- Hydraulics\n\nResponsibilities\n- Nobody gets by without ${name}\n- Open gates\n`, { typed: [[name, true]] }));
    const proposals = await taught(missed);
    expect(proposals.map(({ place, means, words, wrong }) => [place, means, words, wrong])).toEqual([["opening", "must", "nobody gets by without", 0]]);
    expect(asked("# Lock technician\n\nRequirements:\n- Hydraulics\n\nResponsibilities\n- Nobody gets by without Kafka\n- Open gates\n", proposals)).toEqual([["Hydraulics", true], ["Kafka", true]]);
  });

  test("what was said in other words was not thrown out", async () => {
    const reworded = ["Python", "Docker"].map((name) => corrected(name, job("Hydraulics", `Our people love ${name}`), { changes: { [name]: "out" }, typed: [[name, true]] }));
    expect(await told(reworded)).toEqual([]);
  });
});

describe("what was cut apart", () => {
  const parted = (id: string, line: string, words: string, parts: readonly string[]): CorrectedOpening => {
    const opening = corrected(id, job("Hydraulics", line), { changes: Object.fromEntries(parts.map((part) => [part, "out"])) });
    const start = opening.text.indexOf(words);
    const [kind, any] = BASE_TAXONOMY.normalise(words) ? ["skill" as const, [BASE_TAXONOMY.normalise(words)?.id ?? ""]] : ["text" as const, []];
    const one: Requirement = { id: requirementId(kind, words), kind, mustHave: true, weight: 50, any, text: words, source: { start, end: start + words.length } };
    return { ...opening, now: [...opening.now, one], by: new Map([...opening.by, [one.id, id]]) };
  };

  test("is read as one from then on, with its years; nothing of it counts as thrown out", () => {
    const words = "Python, Docker and Kafka";
    return taught([parted("o1", words, words, ["Python", "Docker", "Kafka"]), parted("o2", `${words}, Excel`, words, ["Python", "Docker", "Kafka"])]).then((proposals) => {
      expect(proposals.map(({ place, means, words: said, openings, people, wrong }) => [place, means, said, openings.length, people, wrong])).toEqual([["within", "one", "python, docker and kafka", 2, 2, 0]]);
      expect(asked(job(`3 years of ${words}`, "Python and Git"), proposals)).toEqual([[words, true], ["Python", true], ["Git", true]]);
      expect(read(job(`3 years of ${words}`), proposals)).toMatchObject([{ text: words, years: 3 }]);
    });
  });

  test("once, or where others left it apart, it is not proposed", async () => {
    const words = "Python, Docker and Kafka";
    const one = parted("o1", words, words, ["Python", "Docker", "Kafka"]);
    expect(await told([one])).toEqual([]);
    expect(await told([one, parted("o2", words, words, ["Python", "Docker", "Kafka"]), corrected("o3", job(words, "Excel"), { changes: { Excel: "out" } })])).toEqual([]);
  });
});

test("without cues, and with cues whose words stand nowhere, every text reads the same bytes", () => {
  const line = fc.constantFrom("## Requirements", "Nice to have:", "What we offer", "- Python, SQL and Docker", "- You have 5 years of PLC programming", "Rust would be nice. German is required", "任职要求：", "- 熟悉液压系统，英语优先", "", "Ideally you speak Dutch", "1. Bachelor's degree in electrical engineering", "Location: Leeds");
  const nowhere: ReadingCue[] = [{ place: "heading", words: "a heading (of [nobody]*", means: "none" }, { place: "opening", words: "nobody's c++ words", means: "none" }, { place: "within", words: "写给别处的话", means: "nice" }];
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
    const text = lines.join("\n");
    const plain = JSON.stringify(readRequirements(text, { taxonomy: BASE_TAXONOMY }));
    expect(JSON.stringify(readRequirements(text, { taxonomy: BASE_TAXONOMY, cues: [] }))).toBe(plain);
    expect(JSON.stringify(readRequirements(text, { taxonomy: BASE_TAXONOMY, cues: nowhere }))).toBe(plain);
  }), { numRuns: 200, seed: 20261123 });
});

test("the longest words decide, Latin words count whole, either apostrophe fits", () => {
  const cues: ReadingCue[] = [{ place: "within", words: "welcome", means: "must" }, { place: "within", words: "most welcome", means: "nice" }, { place: "opening", words: "you'll love", means: "none" }, { place: "opening", words: "our", means: "none" }];
  expect(asked(job("Rust is welcome", "Kafka is most welcome", "Docker is unwelcomed"), cues).map(([, must]) => must)).toEqual([true, false, true]);
  expect(asked(job("You’ll love Python", "Oursource Git"), cues)).toHaveLength(1);
});
