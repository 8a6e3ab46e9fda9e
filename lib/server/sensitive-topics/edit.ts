/** @file Editing the list of sensitive topics, trying it, and what the composer asks. */
import type { Database } from "../../../db/client";
import { putSetting } from "../../../db/queries/settings";
import { compileTopics } from "../../assistant/sensitive/match-topics";
import { sensitiveTopicsView, type SensitiveTopic, type SensitiveTopicsView } from "../../contracts/sensitive-topics";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { sensitiveTopicsOf, topicMatcher, TOPICS_SETTING } from "./sensitive";

/** Takes effect at once; questions that were asked under the old list stay as private as they were. */
export async function editTopics(db: Database, actor: Actor, topics: readonly SensitiveTopic[]): Promise<SensitiveTopicsView> {
  const view = sensitiveTopicsView.parse({ topics, editedAt: new Date().toISOString() });
  const words = view.topics.reduce((sum, topic) => sum + topic.words.en.length + topic.words.zh.length, 0);
  await db.transaction(async (tx) => {
    await putSetting(tx, systemScope("edit sensitive topics"), { key: TOPICS_SETTING, value: JSON.stringify(view) });
    await record(tx, actor, { action: "topics.edited", object: { kind: "company", id: null }, facts: { topics: view.topics.length, words } });
  });
  return view;
}

/** @returns ids of the topics that the question touches by this list */
export function checkTopics({ question, topics }: { question: string; topics: readonly SensitiveTopic[] }): { topics: string[] } {
  return { topics: [...compileTopics(topics)(question)] };
}

/** @returns names of the topics that the question touches by the company's list */
export async function touchedTopics(db: Database, question: string): Promise<{ topics: SensitiveTopic["name"][] }> {
  const touched = (await topicMatcher(db))(question);
  const { topics } = await sensitiveTopicsOf(db);
  return { topics: topics.filter((topic) => touched.includes(topic.id)).map((topic) => topic.name) };
}
