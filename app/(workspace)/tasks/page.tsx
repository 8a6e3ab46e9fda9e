/** @file /tasks: what the owners of documents have to look at, and what the documents did not answer this week. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { TasksScreen } from "./_components/tasks-screen";
import { TASKS } from "./_components/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(TASKS)).title };
}

export default function TasksPage() {
  return <TasksScreen />;
}
