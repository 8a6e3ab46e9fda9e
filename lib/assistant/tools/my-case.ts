/**
 * @file Policy with my situation filled in: "in my case", "with my contract". The documents are asked as always, by what applies
 * to the asker; before the quotes stands what is known of them, so that they see what it rests on.
 */
import { policyQuestion } from "./policy-question";
import type { Tool } from "./tool";

const OWN_CASE = /\b(?:(?:in|for|given|with|considering) my (?:own )?(?:case|situation|circumstances|contract|position|site|seniority|service)|my situation|does (?:this|that|it) apply to me|as (?:someone|an employee) like me|what (?:applies|holds) (?:to|for) me)\b|(?:按|以|就|像)?我(?:的|这种)(?:情况|合同|身份)|适用于我|对我来说|我这样的/i;

export const myCase: Tool = {
  name: "my-case",
  capability: "policies",
  recognise: ({ original }, { growth }) => (growth && OWN_CASE.test(original) ? 0.6 : 0),
  run: async (understood, context) => {
    const known = (await context.request.growth?.port.situation(understood.language)) ?? null;
    if (known === null) return policyQuestion.run(understood, context);
    context.tell({ type: "token", text: `${known}\n\n` });
    const result = await policyQuestion.run(understood, context);
    return { ...result, answer: { ...result.answer, text: `${known}\n\n${result.answer.text}` } };
  },
};
