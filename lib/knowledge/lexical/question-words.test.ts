import { describe, expect, test } from "vitest";
import { askingCharacters, isQuestionWord, isQuestionWordHere } from "./question-words";

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

describe("Chinese phrases that only ask", () => {
  const asking = (run: string, boundaries: readonly number[]): string => {
    const flags = askingCharacters(run, (at) => at === run.length || boundaries.includes(at));
    return [...run].filter((_, i) => flags[i]).join("");
  };

  test("the longest one, to the last character", () => expect(asking("加班怎么算", [0, 2, 4])).toBe("怎么算"));
  test("only where words begin and end", () => expect(asking("加班怎么算", [0, 3])).toBe(""));
  test("not what merely says little", () => expect(asking("今天回家", [0, 2])).toBe(""));
  test("several in one run", () => expect(asking("什么时候发工资多少", [0, 2, 4, 5, 7])).toBe("什么时候多少"));
});
