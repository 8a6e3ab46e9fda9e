/** @file `cadre eval growth`: the demo company's questions about training paths; right tool, right target, plans that keep what was said. */
import { evalGrowthOutput, growthQuestion, type EvalGrowthOutput } from "../../contracts/growth-eval";
import { AppError } from "../../core/errors";
import { loadSolver } from "../../growth/solver/highs";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { parseCommand, type Command } from "../command";
import { readEvalFile } from "../eval-encoder";
import { askGrowth, demoNames, judgeGrowth, type JudgedGrowth } from "../eval-growth";
import { openDocs } from "../open-docs";

export const command: Command = {
  name: "eval growth",
  usage: `cadre eval growth [--questions <jsonl>] [--docs <dir>] [--encoder <dir>] [--json]
Asks questions about training paths as the demo company's people, with the shipped rules; nothing is kept.
  --questions  default db/seed/questions/growth.jsonl: id, asker, question or turns, tool, targets, constraints
  --docs       default db/seed/policies: what policy questions are answered from
  --json       {"n","tool","toolAndTarget","plansKept","plans","byTool","byLanguage","wrong":[{"id","why"}]}
A plan counts as kept when every limit that was said was understood and the plan, made and checked by program, keeps it.
Of a wrong answer only the id and the kind of mistake are shown: the questions are for measuring, not for tuning.`,
  async run(args, io) {
    const options = { questions: { type: "string" }, docs: { type: "string" }, encoder: { type: "string" }, json: { type: "boolean" } } as const;
    const { values } = parseCommand(args, options);
    const questions = parseQuestions(await readEvalFile(values.questions ?? "db/seed/questions/growth.jsonl"));
    const { assistant, close } = await openDocs({ folder: values.docs ?? "db/seed/policies", encoder: values.encoder, kind: "policy", io });
    const names = await demoNames();
    const tools = { solver: await loadSolver(), taxonomy: BASE_TAXONOMY, limits: { timeLimitMs: 6000, relativeGap: 0.01 } };
    const judged: JudgedGrowth[] = [];
    for (const question of questions) judged.push(judgeGrowth(question, await askGrowth(assistant, question, names), tools));
    await close();
    const output = evalGrowthOutput.parse(figures(judged));
    io.out(values.json ? JSON.stringify(output) : toText(output));
    return 0;
  },
};

/** @throws AppError "eval/bad-input" naming the line */
function parseQuestions(text: string) {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      return [growthQuestion.parse(JSON.parse(line))];
    } catch (cause) {
      throw new AppError("eval/bad-input", `line ${i + 1} of the question file is no question about growth: it needs id, asker, question or turns, tool, targets and constraints`, { cause });
    }
  });
}

function figures(judged: readonly JudgedGrowth[]): EvalGrowthOutput {
  const share = (holds: (each: JudgedGrowth) => boolean) => judged.filter(holds).length / judged.length;
  const right = ({ toolRight, targetRight }: JudgedGrowth) => toolRight && targetRight;
  const by = (key: (each: JudgedGrowth) => string) => {
    const groups = [...new Set(judged.map(key))].sort();
    return Object.fromEntries(groups.map((group) => [group, { n: judged.filter((each) => key(each) === group).length, right: judged.filter((each) => key(each) === group && right(each)).length }]));
  };
  const plans = judged.filter(({ planKept }) => planKept !== null);
  return {
    n: judged.length,
    tool: share(({ toolRight }) => toolRight),
    toolAndTarget: share(right),
    plans: plans.length,
    plansKept: plans.length === 0 ? 0 : plans.filter(({ planKept }) => planKept === true).length / plans.length,
    byTool: by(({ question }) => question.tool),
    byLanguage: by(({ question }) => question.language),
    wrong: judged.filter(({ why }) => why !== "").map(({ question, why }) => ({ id: question.id, why })),
  };
}

function toText({ n, tool, toolAndTarget, plans, plansKept, byTool, byLanguage, wrong }: EvalGrowthOutput): string {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const groups = [...Object.entries(byTool), ...Object.entries(byLanguage)].map(([name, group]) => `  ${name.padEnd(16)} ${group.right} of ${group.n}`);
  return [`${n} questions: right tool ${percent(tool)}, right tool and target ${percent(toolAndTarget)}`, `${plans} plans: every stated limit kept by ${percent(plansKept)}`, ...groups, ...wrong.map(({ id, why }) => `${id}: ${why}`)].join("\n");
}
