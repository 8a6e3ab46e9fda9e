/** @file The evidence pack as a page that can be printed: no script, no picture, nothing from elsewhere, the same bytes each time. */
import type { Language } from "../../core/types";
import type { PackContent } from "./evidence-pack";
import { PACK_WORDS } from "./evidence-words";

type Cell = string | number | boolean | null | undefined;

const escaped = (value: Cell): string => String(value ?? "").replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? char);
const row = (cells: readonly Cell[], cell = "td"): string => `<tr>${cells.map((one) => `<${cell}>${escaped(one)}</${cell}>`).join("")}</tr>`;
const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => `<table><thead>${row(head, "th")}</thead><tbody>${rows.map((one) => row(one)).join("\n")}</tbody></table>`;

const STYLE = "body{font:14px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1a16}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border-bottom:1px solid #cbc5b8;text-align:left;padding:.25rem .75rem .25rem 0;vertical-align:top}blockquote{margin:.15rem 0 .15rem 1rem;border-left:3px solid #e09f12;padding-left:.6rem}small{color:#6e675c}";

/** The same content in either language: what people and résumés wrote stays in their words. */
export function packPage(content: PackContent, language: Language): string {
  const { opening, requirements, corrections, runs, candidates, decisions, shortlists } = content;
  const words = PACK_WORDS[language];
  const { scored } = words;
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><title>${escaped(words.title(opening.title))}</title><style>${STYLE}</style>
<h1>${escaped(opening.title)}</h1>
<p><small>${escaped(words.about(opening.id, opening.textSha256 ?? ""))}</small></p>
<h2>${words.requirements(requirements.revision)}</h2>
${table(words.asked, requirements.applied.map((one) => [one.text, words.kind(one.kind), words.yesNo[one.mustHave ? 0 : 1], one.weight]))}
<h2>${words.corrections}</h2>
${table(words.corrected, corrections.map((one) => [one.revision, one.at, one.by, words.change(one.change, one.fields), one.before?.text, one.after?.text]))}
${runs.map((run) => `<h2>${words.scoring(run.number)}</h2>
<p><small>${scored.revision(run.revision)} · ${escaped(run.at)} · ${escaped(run.by ?? scored.first)} · ${escaped(run.reason)} · ${scored.ruleset} ${escaped(run.versions.ruleset)} · ${scored.model} ${escaped(run.versions.encoder)} · ${scored.skills} ${escaped(run.versions.taxonomy)} · ${scored.scorer} ${escaped(run.versions.scorer)} · ${scored.tagger} ${escaped(run.versions.tagger ?? scored.noTagger)}</small></p>
${table(words.ranked, run.ranked.map((one) => [one.rank, one.candidate, one.score, words.met(one.mustHavesMet, one.mustHaves), one.subjectSha256]))}`).join("\n")}
<h2>${words.decisions}</h2>
${table(words.decided, decisions.map((one) => [one.at, one.by, one.candidate, one.from && words.stage(one.from), words.stage(one.to), one.reason, one.scoring, one.listAsShown.map(({ rank, candidate, score }) => `${rank} ${candidate} ${score}`).join(" · ")]))}
<h2>${words.shortlists}</h2>
${shortlists.map((list) => `<h3>${escaped(list.name)}</h3>${table(words.listed, list.entries.map((one) => [one.candidate, one.reason, one.by, one.at, one.opinions.map(({ by, verdict, note }) => `${by}: ${words.verdict(verdict)}${note === "" ? "" : words.note(note)}`).join(" · ")]))}`).join("\n")}
<h2>${words.candidates}</h2>
${candidates.map((one) => `<h3>${escaped(one.candidate)}</h3><p><small>${words.resume} ${escaped(one.resumeSha256)} · ${words.stage(one.stage)} · ${words.channel(one.channel)} · ${words.applied(one.appliedAt)}</small></p>
${one.scorings.map((card) => `<h4>${words.scoring(card.scoring)} · ${escaped(card.score)}</h4>
${card.parts.map((part) => `<p>${part.met ? "✓" : "–"} ${escaped(words.part(part.name))} <small>${words.standing(part.standing)} · ${words.points(part.score, part.weight)}</small></p>${part.quotes.map((quote) => `<blockquote>${escaped(quote.text)} <small>[${quote.start}–${quote.end}]</small></blockquote>`).join("")}`).join("\n")}`).join("\n")}`).join("\n")}
</html>
`;
}
