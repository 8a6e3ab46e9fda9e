/**
 * @file Pipeline: retrieve → rank → answer as one LangChain sequence. Each step is a Runnable, so that another retriever,
 * a reranker or a language model takes its place without the others knowing. The policy tool runs on it.
 */
import { RunnableLambda, RunnableSequence, type Runnable, type RunnableFunc } from "@langchain/core/runnables";

/** A function, or any Runnable: a chat model behind a prompt, a retriever, another sequence. */
export type Step<In, Out> = ((input: In) => Promise<Out>) | Runnable<In, Out>;

export interface PipelineSteps<Question, Retrieved, Ranked, Answered> {
  readonly retrieve: Step<Question, Retrieved>;
  readonly rank: Step<Retrieved, Ranked>;
  readonly answer: Step<Ranked, Answered>;
}

/** @returns the steps as one Runnable; what a step throws comes out unchanged */
export function createPipeline<Question, Retrieved, Ranked, Answered>(steps: PipelineSteps<Question, Retrieved, Ranked, Answered>): Runnable<Question, Answered> {
  return RunnableSequence.from<Question, Answered>([toRunnable(steps.retrieve), toRunnable(steps.rank), toRunnable(steps.answer)]);
}

function toRunnable<In, Out>(step: Step<In, Out>): Runnable<In, Out> {
  if (typeof step !== "function") return step;
  const run: RunnableFunc<In, Out> = (input) => step(input);
  return RunnableLambda.from(run);
}
