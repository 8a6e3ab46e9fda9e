/** @file Words of "my options": what the company offers, for one's own case. */
import { defineWords } from "@/app/_components/language/define-words";

export const MY_CASE = defineWords({
  en: {
    title: "My options",
    summary: "What the company offers, quoted as it applies to you. Opening a topic stores nothing and tells nobody.",
    topics: {
      "remote-work": "Working from home",
      "flexible-hours": "Flexible or fewer hours",
      sabbatical: "Sabbatical",
      rotation: "Another site, relocation",
      "learning-budget": "Learning budget",
      "study-leave": "Study leave",
      promotion: "Promotion",
      bonus: "Profit share",
      health: "Health cover",
    },
  },
  zh: {
    title: "我的选择",
    summary: "公司提供的各项安排，按适用于您的规定引用原文。查看任何主题都不会留下记录，也不会告知任何人。",
    topics: {
      "remote-work": "居家办公",
      "flexible-hours": "弹性工时或缩短工时",
      sabbatical: "长假",
      rotation: "调往其他地点与搬迁",
      "learning-budget": "学习预算",
      "study-leave": "学习假",
      promotion: "晋升",
      bonus: "利润分享",
      health: "医疗保障",
    },
  },
});
