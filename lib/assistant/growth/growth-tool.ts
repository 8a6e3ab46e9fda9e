/**
 * @file growthTool: what the five growth tools have in common. Recognising needs the names of roles and courses, which only
 * the asker's port knows: so the rules decide here whether it may be a growth question, and `run` understands it whole.
 */
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { say } from "../answer/say";
import { NOTHING_RETRIEVED, type Tool, type Understood } from "../tools/tool";
import type { AskRequest } from "../types";
import type { GrowthContext, GrowthToolName } from "./types";
import { understandGrowth } from "./understand-growth";

/** The last turn, if it was about growth. */
const contextOf = ({ history }: AskRequest): GrowthContext | null => history.at(-1)?.growth ?? null;

function understood({ original }: Pick<Understood, "original">, request: AskRequest) {
  if (!request.growth) return null;
  return understandGrowth(original, { today: request.growth.today, currency: request.growth.currency, names: request.growth.names, taxonomy: BASE_TAXONOMY, before: contextOf(request) });
}

export function growthTool(name: GrowthToolName): Tool {
  return {
    name,
    capability: "growth",
    recognise: (question, request) => {
      const found = understood(question, request);
      return found?.tool === name ? found.sureness : 0;
    },
    run: async (question, { request, tell }) => {
      const found = understood(question, request);
      if (!found || !request.growth) throw new TypeError("a growth tool runs only after it recognised the question");
      tell({ type: "status", stage: "answer" });
      const reply = await request.growth.port.answer(found, question.language);
      say(reply.text, tell);
      const growth = { href: reply.href, rows: [...reply.rows], context: reply.context };
      const answer = { outcome: "growth" as const, text: reply.text, citations: [], candidates: [], confidence: 1, suggestions: [...reply.suggestions], growth };
      return { ...NOTHING_RETRIEVED, answer };
    },
  };
}
