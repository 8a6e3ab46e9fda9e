/** @file What the server says about growth when something cannot be done, in Chinese: English pattern → Chinese sentence, for chinese-details-table.ts. */
import { chineseLine } from "./chinese-import-lines";
import { CHINESE_RELAXATIONS } from "./chinese-relaxations";

type Rule = readonly [pattern: RegExp, chinese: string | ((...found: string[]) => string)];

const PLANS: readonly Rule[] = [
  [/^Choose a deadline after today and not later than (.+)\.$/, (last) => `请选择今天之后、不晚于 ${last} 的期限。`],
  [/^This plan is closed\. Begin a new one for the same goal\.$/, "该计划已关闭。请为同一目标开始新的计划。"],
  [/^Your manager has been asked already\.$/, "已向您的经理提出申请。"],
  [/^The directory names no manager for you\./, "通讯录中没有您的经理。请联系人力资源部门在“人员”中填写。"],
  [/^No plan was found in time\. Narrow it down: a nearer deadline, fewer kinds of step, or a smaller target\.$/, "未能及时算出计划。请缩小范围：期限近一些、步骤类型少一些，或目标小一些。"],
  [/^The plan could not be worked out just now\. Try again\.$/, "暂时无法算出计划，请重试。"],
  [/^The level has been changed in the meantime\. Look at it again, then answer\.$/, "等级在此期间已更改，请查看后再答复。"],
  [/^This request has been answered or taken back\.$/, "该请求已被答复或撤回。"],
  [/^This colleague has confirmed this level already\.$/, "这位同事已确认过这一等级。"],
  [/^Every step of this plan is done: there is nothing to put into a calendar\.$/, "该计划的步骤均已完成，没有可放入日历的内容。"],
  [/^The catalogue has no step that would bring you closer within these constraints\./, "在这些条件下，课程目录中没有能让您更接近目标的步骤。可以增加时间、推迟期限、换一种语言或提高预算。"],
  [/^Your account has no entry in the company directory yet\./, "您的账号尚未与公司通讯录关联。请联系人力资源部门在“人员”中添加，之后即可使用成长页面。"],
  [/^You have asked this colleague already\.$/, "您已请这位同事确认过。"],
  [/^There is no skill “(.+)” in the list\. Choose one of the suggestions\.$/, (skill) => `列表中没有技能“${skill}”，请从建议中选择。`],
];

const PEOPLE: readonly Rule[] = [
  [/^This colleague does not mentor any more\.$|^This colleague no longer mentors\.$/, "这位同事已不再担任导师。"],
  [/^(.+) does not offer this skill\. Choose one of those on the card\.$/, (name) => `${name}不带教这项技能，请从其导师卡上选择。`],
  [/^This colleague cannot be your mentor: the rules for pairs/, "按配对规则（汇报关系、部门、语言），这位同事不能担任您的导师。"],
  [/^(.+) has no place left now\.$/, (name) => `${name}目前名额已满。`],
  [/^Every place is taken: end a running pair first/, "名额已满：请先结束一个进行中的辅导，或在导师卡上增加人数。"],
  [/^Your card does not offer to mentor\. Change it first\.$/, "您的导师卡未选择担任导师，请先更改导师卡。"],
  [/^You have asked this mentor already\.$/, "您已向这位导师提出过请求。"],
  [/^Choose a time within the next six months\.$/, "请选择未来六个月内的时间。"],
  [/^(.+) has no account in Cadre and could not agree or refuse/, (name) => `${name}没有 Cadre 账号，无法表示同意或拒绝，因此不能在此保存有关记录。`],
  [/^Nobody recruits in Cadre yet\. Write to HR\.$/, "目前还没有人在 Cadre 中负责招聘，请联系人力资源部门。"],
  [/^They know already that you are interested\.$/, "他们已经知道您感兴趣。"],
];

const FILES: readonly Rule[] = [
  [/^The first line names the columns; one of them must be “title”\./, "首行应为列名，其中必须有“title”。其他列：id、kind、title_zh、summary、provider、languages、hours、price、currency、skills（“sql:3; welding:2”）、requires。"],
  [/^The first line names the columns; missing: (.+)\. Others: (.+)\.$/, (missing, others) => `首行应为列名，缺少：${missing.replaceAll(", ", "、")}。其他列：${others.replaceAll(", ", "、")}。`],
  [/^An xAPI file is JSON/, "xAPI 文件为 JSON 格式：一个活动，或活动列表。"],
  [/^Give the imsmanifest\.xml of the SCORM package\.$/, "请提供 SCORM 包中的 imsmanifest.xml。"],
  [/^No course could be read\. The file is empty\.$/, "没有读到课程，文件是空的。"],
  [/^The file has no line below the names of the columns\.$/, "文件中列名之下没有内容。"],
  [/^No (?:course|line) could be read\. Line (\d+): (.+)$/, (line, message = "") => `没有可读取的内容。第 ${line} 行：${chineseLine(message)}`],
  [/^The catalogue has no step “(.+)”\. Choose one of the list\.$/, (step) => `课程目录中没有“${step}”，请从列表中选择。`],
  [/^None of these steps teaches a skill/, "这些步骤都不教授技能，无法据此制定计划。请添加一个教授技能的步骤。"],
  [/^Give the day as YYYY-MM-DD\.$/, "请按 YYYY-MM-DD 填写日期。"],
];

export const CHINESE_GROWTH: readonly Rule[] = [...PLANS, ...CHINESE_RELAXATIONS, ...PEOPLE, ...FILES];
