/** @file The evidence pack as a page that can be printed: no script, no picture, nothing from elsewhere, the same bytes each time. */
import type { PackContent } from "./evidence-pack";

type Cell = string | number | boolean | null | undefined;

const escaped = (value: Cell): string => String(value ?? "").replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? char);
const row = (cells: readonly Cell[], cell = "td"): string => `<tr>${cells.map((one) => `<${cell}>${escaped(one)}</${cell}>`).join("")}</tr>`;
const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => `<table><thead>${row(head, "th")}</thead><tbody>${rows.map((one) => row(one)).join("\n")}</tbody></table>`;

const STYLE = "body{font:14px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1a16}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border-bottom:1px solid #cbc5b8;text-align:left;padding:.25rem .75rem .25rem 0;vertical-align:top}blockquote{margin:.15rem 0 .15rem 1rem;border-left:3px solid #e09f12;padding-left:.6rem}small{color:#6e675c}";

/** In English, as the file's keys are. */
export function packPage(content: PackContent): string {
  const { opening, requirements, corrections, runs, candidates, decisions, shortlists } = content;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escaped(opening.title)}: evidence</title><style>${STYLE}</style>
<h1>${escaped(opening.title)}</h1>
<p><small>Evidence pack · opening ${escaped(opening.id)} · text SHA-256 ${escaped(opening.textSha256)} · candidates are named by code</small></p>
<h2>Requirements, revision ${requirements.revision}</h2>
${table(["Asked for", "Kind", "Must", "Weight"], requirements.applied.map((one) => [one.text, one.kind, one.mustHave ? "yes" : "no", one.weight]))}
<h2>Corrections by people</h2>
${table(["Revision", "When", "Who", "What", "Before", "After"], corrections.map((one) => [one.revision, one.at, one.by, `${one.change} ${one.fields.join(", ")}`, one.before?.text, one.after?.text]))}
${runs.map((run) => `<h2>Scoring ${run.number}</h2>
<p><small>requirements of revision ${run.revision} · ${escaped(run.at)} · ${escaped(run.by ?? "first look")} · ${escaped(run.reason)} · ruleset ${escaped(run.versions.ruleset)} · model ${escaped(run.versions.encoder)} · skills ${escaped(run.versions.taxonomy)} · scorer ${escaped(run.versions.scorer)} · tagger ${escaped(run.versions.tagger ?? "none kept")}</small></p>
${table(["Place", "Candidate", "Score", "Must-haves", "Input SHA-256"], run.ranked.map((one) => [one.rank, one.candidate, one.score, `${one.mustHavesMet} of ${one.mustHaves}`, one.subjectSha256]))}`).join("\n")}
<h2>Decisions</h2>
${table(["When", "Who", "Candidate", "From", "To", "Reason", "Scoring", "List as shown"], decisions.map((one) => [one.at, one.by, one.candidate, one.from, one.to, one.reason, one.scoring, one.listAsShown.map(({ rank, candidate, score }) => `${rank} ${candidate} ${score}`).join(" · ")]))}
<h2>Shortlists</h2>
${shortlists.map((list) => `<h3>${escaped(list.name)}</h3>${table(["Candidate", "Reason", "Who", "When", "Hiring managers"], list.entries.map((one) => [one.candidate, one.reason, one.by, one.at, one.opinions.map(({ by, verdict, note }) => `${by}: ${verdict}${note === "" ? "" : ` (${note})`}`).join(" · ")]))}`).join("\n")}
<h2>Candidates and their evidence</h2>
${candidates.map((one) => `<h3>${escaped(one.candidate)}</h3><p><small>résumé SHA-256 ${escaped(one.resumeSha256)} · ${escaped(one.stage)} · ${escaped(one.channel)} · applied ${escaped(one.appliedAt)}</small></p>
${one.scorings.map((card) => `<h4>Scoring ${card.scoring} · ${escaped(card.score)}</h4>
${card.parts.map((part) => `<p>${part.met ? "✓" : "–"} ${escaped(part.name)} <small>${escaped(part.standing)} · ${part.score} of 100, weight ${part.weight}</small></p>${part.quotes.map((quote) => `<blockquote>${escaped(quote.text)} <small>[${quote.start}–${quote.end}]</small></blockquote>`).join("")}`).join("\n")}`).join("\n")}`).join("\n")}
</html>
`;
}
