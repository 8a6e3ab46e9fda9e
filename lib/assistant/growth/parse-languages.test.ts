/** @file Languages of teaching as employees say them; languages to be learned, used at work or refused are none. */
import { describe, expect, it } from "vitest";
import { parseLanguages } from "./parse-languages";

describe("languages of teaching", () => {
  it.each([
    ["in English", "en"], ["in English or Dutch", "en,nl"], ["in Dutch only", "nl"], ["courses in German", "de"], ["English-language courses", "en"],
    ["English courses only", "en"], ["the courses must be in Chinese", "zh"], ["only Chinese material", "zh"], ["taught in Mandarin", "zh"],
    ["I speak only German", "de"], ["I only speak German", "de"], ["I only understand Dutch", "nl"], ["my English is bad, so in Dutch please", "nl"],
    ["preferably in Dutch", "nl"], ["English is fine", "en"], ["English or Chinese is fine", "en,zh"], ["Dutch preferred", "nl"], ["language: Dutch", "nl"],
    ["用中文上课", "zh"], ["中文授课", "zh"], ["英文课程", "en"], ["最好是中文", "zh"], ["最好用中文", "zh"], ["要中文的", "zh"], ["中文的就行", "zh"], ["中英文都可以", "en,zh"], ["中文或英文都行", "en,zh"],
    ["用中文或者英文", "en,zh"], ["只能看英文", "en"], ["只会中文", "zh"], ["我只会说中文", "zh"], ["英语授课", "en"], ["全英文", "en"], ["荷兰语的", "nl"], ["语言：中文", "zh"],
  ])("%s → %s", (text, languages) => expect(parseLanguages(text)).toEqual(languages.split(",")));
  it.each([
    ["nothing in English"], ["not in English"], ["no English courses"], ["I want to learn German"], ["improve my English"],
    ["I want to get better in English"], ["I want to be fluent in English"], ["I need B2 German"], ["a German company"], ["the Dutch customers"], ["我不懂英文"],
    ["不要英文的"], ["想学德语"], ["提高英语"], ["学英语"], ["英语要B2吗"], ["用英语跟客户沟通"],
  ])("%s: none", (text) => expect(parseLanguages(text)).toEqual([]));
});
