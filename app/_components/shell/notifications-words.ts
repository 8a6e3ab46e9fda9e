/** @file Words of the bell and its list. */
import { defineWords } from "../language/define-words";

export const NOTIFICATIONS = defineWords({
  en: {
    bell: "Notifications",
    unread: (n: number) => `Notifications, ${n} unread`,
    none: "Nothing new. You are told here when HR answers a question that you sent.",
    allRead: "Mark all as read",
    mine: "Questions I sent to HR",
    loading: "Loading notifications",
    waiting: (n: number) => `${n} waiting`,
    new: "New: ",
  },
  zh: {
    bell: "通知",
    unread: (n) => `通知，${n} 条未读`,
    none: "暂无新通知。人力资源部答复您提交的问题后，会在这里告诉您。",
    allRead: "全部标为已读",
    mine: "我提交给人力资源部的问题",
    loading: "正在加载通知",
    waiting: (n) => `${n} 项待处理`,
    new: "新：",
  },
});
