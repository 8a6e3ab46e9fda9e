import { describe, expect, test } from "vitest";
import { isQuestionWord, isQuestionWordHere } from "./question-words";

/** Words of a question that stay, as understanding it decides. */
function kept(question: string): string[] {
  const words = question.split(" ");
  return words.filter((word, i) => !isQuestionWord(word) && !isQuestionWordHere(words[i - 1] ?? "", word, words[i + 1] ?? ""));
}

describe("words of a question that say nothing", () => {
  test.each([
    ["what happens if i get ill during my holiday", ["ill", "holiday"]],
    ["do i get paid when ill", ["paid", "ill"]],
    ["can i go home if i am ill also on a friday", ["home", "ill", "friday"]],
    ["ill be away who approves it", ["away", "approves"]],
    ["id like a day off", ["day"]],
    ["i lost my id need a new one", ["lost", "id", "new"]],
    ["do i need a photo id", ["photo", "id"]],
    ["who do i tell when sick", ["tell", "sick"]],
    ["can you tell me the notice period", ["notice", "period"]],
  ])("%s", (question, words) => expect(kept(question)).toEqual(words));
});
