/** @file Tells whom a new task is for, by the bell. A task without a person is found on the Tasks screen by HR leads. */
import { addNotifications } from "../../../db/queries/notifications";
import type { Database } from "../../../db/client";
import type { TaskKind } from "../../contracts/tasks";
import { systemScope } from "../../core/scope";
import type { UserId } from "../../core/types";

/** No title: a person's notifications outlive their right to read a document. */
const WORDS: Readonly<Record<TaskKind, { readonly en: string; readonly zh: string }>> = {
  review: { en: "A document of yours is due for review.", zh: "您负责的一份文件需要复核。" },
  expiring: { en: "A document of yours ends soon, and nothing follows it.", zh: "您负责的一份文件即将到期，尚无后续文件。" },
  disagreement: { en: "A document of yours and another valid one disagree.", zh: "您负责的一份文件与另一份有效文件不一致。" },
  feedback: { en: "People marked a document of yours as wrong, outdated, incomplete or the wrong source.", zh: "有人反馈您负责的一份文件有误、已过时、不完整或并非正确来源。" },
  file_removed: { en: "The file of a document of yours is gone from its folder.", zh: "您负责的一份文件的源文件已从文件夹中移除。" },
};

export async function tellOwner(db: Database, task: { readonly taskId: string; readonly assigneeId: UserId | null; readonly kind: TaskKind }): Promise<void> {
  if (task.assigneeId === null) return;
  await addNotifications(db, systemScope("owners' tasks"), [{ userId: task.assigneeId, kind: `document.${task.kind}`, words: WORDS[task.kind], href: `/tasks#${task.taskId}` }]);
}
