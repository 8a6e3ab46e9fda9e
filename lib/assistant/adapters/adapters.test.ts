import { RunnableLambda } from "@langchain/core/runnables";
import { expect, test } from "vitest";
import { AppError } from "../../core/errors";
import { HANDBOOK, inventKnowledge, wordHashEncoder } from "../fixtures";
import { EncoderEmbeddings } from "./encoder-embeddings";
import { KnowledgeRetriever } from "./knowledge-retriever";
import { createPipeline } from "./pipeline";

test("the retriever gives passages with their places, and only readable ones", async () => {
  const { knowledge, texts } = await inventKnowledge(HANDBOOK);
  const all = await new KnowledgeRetriever({ knowledge, mayRead: () => true }).invoke("annual leave days");
  expect(all[0]?.metadata.documentId).toBe("annual-leave");
  for (const { pageContent, metadata } of all) expect(texts.get(metadata.documentId)?.slice(metadata.start, metadata.end)).toBe(pageContent);
  const some = await new KnowledgeRetriever({ knowledge, mayRead: (passage) => passage.documentId === "expenses" }).invoke("annual leave days");
  expect(new Set(some.map((document) => document.metadata.documentId))).toEqual(new Set(["expenses"]));
});

test("embeddings are the encoder's", async () => {
  const embeddings = new EncoderEmbeddings(wordHashEncoder);
  const [vector] = await wordHashEncoder.embed(["annual leave"]);
  expect(await embeddings.embedQuery("annual leave")).toEqual(Array.from(vector ?? []));
  expect((await embeddings.embedDocuments(["annual leave", "x"]))[0]).toEqual(Array.from(vector ?? []));
});

test("any Runnable takes a step's place, and errors come out unchanged", async () => {
  const pipeline = createPipeline({
    retrieve: RunnableLambda.from((question: string) => [question, "passage"]),
    rank: (passages: string[]) => Promise.resolve(passages.slice(1)),
    answer: (passages: string[]) => Promise.resolve(`from ${passages.join()}`),
  });
  expect(await pipeline.invoke("q")).toBe("from passage");
  const broken = createPipeline({ retrieve: () => Promise.reject(new AppError("job/cancelled", "stopped")), rank: (x: string) => Promise.resolve(x), answer: (x: string) => Promise.resolve(x) });
  await expect(broken.invoke("q")).rejects.toMatchObject({ code: "job/cancelled" });
});
