/** @file `cadre eval growth`: the demo company's questions about training paths; right tool, right target, plans that keep what was said. */
import { evalGrowthOutput, growthQuestion, type EvalGrowthOutput } from "../../contracts/growth-eval";
import { AppError } from "../../core/errors";
import { parseCommand, type Command } from "../command";
import { readEvalFile } from "../eval-encoder";
import { ASKED_ON, askGrowth, judgeGrowth, type JudgedGrowth } from "../eval-growth";
import { openGrowthCompany } from "../growth-company";
import { openDocs } from "../open-docs";

export const command: Command = {
  name: "eval growth",
  usage: `cadre eval growth [--questions <jsonl>] [--docs <dir>] [--encoder <dir>] [--json]
Asks questions about training paths as the demo company's people, on its rows in memory with the server's own planner; nothing is kept.
  --questions  default db/seed/questions/growth.jsonl: id, asker, question or turns, tool, targets, constraints
  --docs       default db/seed/policies: what policy questions are answered from
  --json       {"n","tool","toolAndTarget","plansKept","plans","noPlan","byTool","byLanguage","wrong":[{"id","why"}]}
A plan counts as kept when every limit that was said is in force in the answer, and the plan that stands there, read from its
sentence and rows, keeps all of them (checked by program, without the planner); answers that say why there is none are counted apart.
Of a wrong answer only the id and the kind of mistake are shown: the questions are for measuring, not for tuning.`,
  async run(args, io) {
    const options = { questions: { type: "string" }, docs: { type: "string" }, encoder: { type: "string" }, json: { type: "boolean" } } as const;
    const { values } = parseCommand(args, options);
    const questions = parseQuestions(await readEvalFile(values.questions ?? "db/seed/questions/growth.jsonl"));
    const { assistant, close } = await openDocs({ folder: values.docs ?? "db/seed/policies", encoder: values.encoder, kind: "policy", io });
    const company = await openGrowthCompany(questions.map(({ asker }) => asker), ASKED_ON);
    const judged: JudgedGrowth[] = [];
    try {
      for (const question of questions) judged.push(await judgeGrowth(question, await askGrowth(assistant, question, company), company));
    } finally {
      await company.close();
      await close();
    }
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
    noPlan: judged.filter(({ noPlan }) => noPlan).length,
    plansKept: plans.length === 0 ? 0 : plans.filter(({ planKept }) => planKept === true).length / plans.length,
    byTool: by(({ question }) => question.tool),
    byLanguage: by(({ question }) => question.language),
    wrong: judged.filter(({ why }) => why !== "").map(({ question, why }) => ({ id: question.id, why })),
  };
}

function toText({ n, tool, toolAndTarget, plans, noPlan, plansKept, byTool, byLanguage, wrong }: EvalGrowthOutput): string {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const groups = [...Object.entries(byTool), ...Object.entries(byLanguage)].map(([name, group]) => `  ${name.padEnd(16)} ${group.right} of ${group.n}`);
  return [`${n} questions: right tool ${percent(tool)}, right tool and target ${percent(toolAndTarget)}`, `${plans} plans in answers: every stated limit kept by ${percent(plansKept)}; ${noPlan} more answers say why there is no plan, or what more hours would add`, ...groups, ...wrong.map(({ id, why }) => `${id}: ${why}`)].join("\n");
}
