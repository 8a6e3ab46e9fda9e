/**
 * @file Model card of a learned ranking, in plain language: what it is, what it learned from, what it changes, how that
 * was tested, what it cannot do, how to go back.
 */
import type { GateReport } from "../../contracts/gate";
import type { Split } from "../dataset/split";
import type { Improvement } from "../ranking/improve-ranking";

export interface CardInput {
  readonly title: string;
  readonly encoder: string;
  readonly snapshot: string;
  readonly counts: Readonly<Record<Split, { readonly labels: number; readonly groups: number }>>;
  readonly improvement: Pick<Improvement, "gate" | "ranking" | "search" | "metrics" | "changes" | "calibration" | "chosen">;
  readonly seed: number;
  readonly createdAt: string;
}

const VERDICTS: Readonly<Record<GateReport["verdict"], string>> = {
  better: "**Better.** It may be promoted.",
  provisional: "**Provisional.** Better so far, but chance is not excluded: put it on trial, and collect more labels.",
  refused: "**Refused.** It should not serve; overriding this needs a written reason.",
};

/** @returns Markdown */
export function modelCard({ title, encoder, snapshot, counts, improvement, seed, createdAt }: CardInput): string {
  const { gate, ranking, search, metrics, changes } = improvement;
  const moved = changes.filter(({ split, before, after }) => split === "test" && before !== after);
  const better = moved.filter(({ before, after }) => (after ?? Infinity) < (before ?? Infinity)).length;
  return `# ${title}

Trained ${createdAt.slice(0, 10)} from ${counts.train.labels + counts.dev.labels + counts.test.labels} labels (snapshot ${snapshot.slice(0, 12)}) on encoder ${encoder}, seed ${seed}.

## What it does

It changes the order of passages, not the documents and not their vectors. ${describeWeights(improvement)} ${search.adapter ? `Questions are turned by a linear adapter of rank ${search.adapter.rank} before they are compared.` : "No adapter of the question's vector helped on held-out questions, so there is none."} It remembers ${ranking.memory.length} judged passages: a close paraphrase of a labelled question finds its passage first. Questions unlike all labelled ones are ranked as before.

${describeAnswers(improvement)}
## How it was tested

${VERDICTS[gate.verdict]}

${gate.reasons.map(({ en }) => `- ${en}`).join("\n")}

| own frozen test (${metrics.before.questions} questions) | before | after |
|---|---|---|
| right passage first | ${share(metrics.before.hit1)} | ${share(metrics.after.hit1)} |
| among the first five | ${share(metrics.before.hit5)} | ${share(metrics.after.hit5)} |
| mean reciprocal rank | ${metrics.before.mrr.toFixed(3)} | ${metrics.after.mrr.toFixed(3)} |

Test questions whose passage moved: ${moved.length}, ${better} of them up.

| general questions | n | before | after | difference, 95 % |
|---|---|---|---|---|
${gate.slices.map(({ name, before, after, result }) => `| ${name} | ${result.n} | ${share(before)} | ${share(after)} | ${points(result.low)} … ${points(result.high)} |`).join("\n")}

## Data

| | labels | groups of questions |
|---|---|---|
| learned from | ${counts.train.labels} | ${counts.train.groups} |
| chosen by | ${counts.dev.labels} | ${counts.dev.groups} |
| tested on, never learned from | ${counts.test.labels} | ${counts.test.groups} |

## Limits

Labels come from people and are partly wrong; one in ten is assumed to be. The test is as noisy as the labels. It says nothing about documents that nobody has asked about. When a document or a person's labels are deleted, train again.
`;
}

function describeWeights({ ranking: { weights }, chosen: { learned, compared } }: CardInput["improvement"]): string {
  const used = compared.find((one) => one.learned === learned);
  const told = used ? `The weights of ${learned.join(", ")} were learned: on groups held out of the fit the mean reciprocal rank went from ${used.before.toFixed(3)} to ${used.after.toFixed(3)}.` : "No change of the weights ranked held-out groups better, so they are as shipped.";
  return `${told} Meaning counts ${share(weights.dense)} and words ${share(1 - weights.dense)} of the score of familiar questions.`;
}

/** Empty where nothing was asked. */
function describeAnswers({ calibration: learned }: CardInput["improvement"]): string {
  if (!learned) return "";
  const { calibration, questions, wrong, loss } = learned;
  const figures = loss ? `, logarithmic loss on held-out questions ${loss.before.toFixed(3)} → ${loss.after.toFixed(3)}` : "";
  return `When it answers ${calibration ? "was learned anew" : "is as shipped"}: ${questions} judged answers, ${wrong} of them wrong${figures}.\n`;
}

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
const points = (value: number): string => `${value >= 0 ? "+" : "−"}${Math.abs(100 * value).toFixed(1)}`;
