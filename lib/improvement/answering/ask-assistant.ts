/** @file Asks the assistant as the chat does, over a knowledge base: what calibration and guards judge. */
import { createAssistant } from "../../assistant/assistant";
import type { KnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import type { Ask } from "./asked";

const ABOUT_DOCUMENTS: ReadonlySet<string> = new Set(["answered", "closest", "none"]);

/** Without a language model and without verified answers, which are no version's merit; every document holds for whoever asks. */
export function askAssistant(knowledge: KnowledgeBase): Ask {
  const assistant = createAssistant({ knowledge });
  return async (question, learned) => {
    const began = performance.now();
    const { answer, retrieved } = await assistant.ask({ question, history: [], capabilities: new Set(["policies"]), mayRead: () => true, learned });
    if (!ABOUT_DOCUMENTS.has(answer.outcome)) return null;
    const quoted = answer.citations.flatMap(({ chunkId, aside }) => (aside ? [] : (chunkId ?? [])));
    return { confidence: answer.confidence, isAnswered: answer.outcome === "answered", quoted: quoted.length > 0 ? quoted : retrieved.slice(0, 1).map(({ chunkId }) => chunkId), ms: performance.now() - began };
  };
}
