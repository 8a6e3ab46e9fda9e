/** @file Words of "Who sees what": a line for every way in which something reaches somebody else. The types ask for each of them. */
import { defineWords } from "@/app/_components/language/define-words";
import type { Audience, Sharing } from "@/lib/contracts/growth-sharing";

type Say = (n: number) => string;
const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

const EN: Readonly<Record<Sharing, Say>> = {
  skills: (n) => `${many(n, "skill", "skills")} with level and evidence, and who confirmed them`,
  plan: (n) => `${many(n, "plan", "plans")} with their steps and how far you are`,
  approval: (n) => `${many(n, "plan that waits", "plans that wait")} for a yes: titles and prices`,
  interview: (n) => `notes of ${many(n, "conversation", "conversations")} that you two had: delete them below at any time`,
  confirmation: (n) => `${many(n, "request", "requests")} to confirm: your name, the skill and its level`,
  pair: (n) => `${many(n, "mentoring pair or request", "mentoring pairs or requests")}: your name, post and site, what you wrote, the next conversation`,
  wish: () => "your wish for a mentor, to mentors who could be proposed to you and until you have one: name, post, department, site, languages, what you want to learn, your line",
  findable: (n) => `${many(n, "findable skill with its evidence", "findable skills with their evidence")}`,
  "mentor-card": () => "your mentoring card: name, post, department, site, languages, what you offer, your line",
  picture: () => "you in “Who works with whom”: post, projects, communities and mentorships in common with others there",
  community: (n) => `that somebody joined ${many(n, "community or event", "communities or events")}: a number in fives, no name`,
  confirmed: (n) => `your name and words beside ${many(n, "skill", "skills")} that you confirmed, for whoever may see those`,
  ratings: (n) => `your ratings of ${many(n, "course", "courses")} in the order of equal courses, without your name`,
  interest: (n) => `your interest in ${many(n, "opening", "openings")}: name, post and site`,
  round: () => "when mentors are assigned: your name, and with whom or why with nobody",
  groups: () => "counts in groups of at least five, no name",
  log: (n) => `${many(n, "line", "lines")} of the audit log: that you did something here and when, never what you wrote`,
};

const ZH: Readonly<Record<Sharing, Say>> = {
  skills: (n) => `${n} 项技能及其等级、依据和确认人`,
  plan: (n) => `${n} 份计划的步骤和进展`,
  approval: (n) => `${n} 份待审批计划的步骤名称和价格`,
  interview: (n) => `${n} 次谈话的记录，您可随时在下方删除`,
  confirmation: (n) => `${n} 个确认请求：您的姓名、技能及其等级`,
  pair: (n) => `${n} 个导师配对或请求：您的姓名、职务、厂区、留言和下次谈话时间`,
  wish: () => "在您有导师之前，可能推荐给您的导师可看到您的意愿：姓名、职务、部门、厂区、语言、想学的内容和留言",
  findable: (n) => `${n} 项可被查找的技能及其依据`,
  "mentor-card": () => "您的导师卡：姓名、职务、部门、厂区、语言、可辅导内容和留言",
  picture: () => "协作关系图中的您：职务、项目，以及与图中他人共同的社群和导师关系",
  community: (n) => `有人加入了 ${n} 个社群或活动：人数以五为单位，不含姓名`,
  confirmed: (n) => `您确认过的 ${n} 项技能旁的姓名和留言，由可见该技能的人看到`,
  ratings: (n) => `您对 ${n} 门课程的评分：只影响同等课程的先后，不含姓名`,
  interest: (n) => `您对 ${n} 个职位的意向：姓名、职务和厂区`,
  round: () => "统一分配导师时：您的姓名，以及与谁配对或未能配对的原因",
  groups: () => "五人以上群体的人数统计，不含姓名",
  log: (n) => `审计日志中的 ${n} 条记录：您何时做了什么，不含您所写的内容`,
};

const PEOPLE_EN: Readonly<Record<Audience, string>> = { manager: "Your manager", asked: "Whom you asked", partners: "Mentors, mentees", colleagues: "Colleagues", recruiters: "Who recruits", ld: "Learning & development, HR", auditors: "HR leads and administrators" };
const PEOPLE_ZH: Readonly<Record<Audience, string>> = { manager: "您的经理", asked: "您请其确认的同事", partners: "导师与学员", colleagues: "同事", recruiters: "招聘负责人", ld: "学习发展与人力资源部门", auditors: "人力资源主管和管理员" };

export const SHARING = defineWords({
  en: {
    people: PEOPLE_EN,
    what: EN,
    you: "You",
    seesAll: "everything",
    nothing: "nothing",
    approvalSays: "If you ask for approval of a plan, your manager sees its titles and prices, whatever you share.",
    ownOrder: "Whom you would rather mentor or not be paired with, nobody sees.",
    elsewhere: "Cards, pairs and communities are changed under Mentors & network.",
  },
  zh: {
    people: PEOPLE_ZH,
    what: ZH,
    you: "您本人",
    seesAll: "全部内容",
    nothing: "无",
    approvalSays: "若您为计划申请审批，无论共享设置如何，经理都会看到各步骤的名称和价格。",
    ownOrder: "您更愿意辅导谁、不希望与谁配对，任何人都看不到。",
    elsewhere: "导师卡、配对和社群可在“导师与交流”页更改。",
  },
});
