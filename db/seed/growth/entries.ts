/** @file Communities, partners and events of the demo company, whose network is switched on (a company's own is off until an HR lead does that). All invented. */
export interface DemoEntry {
  readonly id: string;
  readonly kind: "community" | "exchange" | "partner" | "event";
  readonly title: { readonly en: string; readonly zh: string };
  readonly about: { readonly en: string; readonly zh: string };
  readonly site: string;
  /** Days after the first start; null: no day. */
  readonly inDays: number | null;
  readonly skills: readonly string[];
}

export const DEMO_ENTRIES: readonly DemoEntry[] = [
  { id: "tide-talks", kind: "community", title: { en: "Tide talks", zh: "潮汐分享会" }, about: { en: "Thursdays, fifteen minutes, no slides needed: whoever went to a conference or a course tells colleagues about it.", zh: "每周四十五分钟，不用幻灯片：参加过会议或课程的同事来分享。" }, site: "", inDays: null, skills: ["presentation"] },
  { id: "plc-circle", kind: "community", title: { en: "PLC circle", zh: "PLC 交流圈" }, about: { en: "Controls, commissioning and cabinets of both ends of the world compare programs and faults.", zh: "控制、调试与电控柜的同事，跨地点交流程序与故障。" }, site: "", inDays: null, skills: ["plc-programming", "siemens-plc"] },
  { id: "suzhou-weeks", kind: "exchange", title: { en: "Two weeks in the Suzhou cabinet shop", zh: "苏州电控柜车间两周交流" }, about: { en: "Two people from Controls or Test each quarter build cabinets with the Suzhou team; one comes back with them to Rotterdam.", zh: "每季度控制部或测试部两位同事到苏州与电控柜团队一起装配，苏州一位同事随后到鹿特丹。" }, site: "Suzhou", inDays: null, skills: ["control-cabinets"] },
  { id: "foundry-college", kind: "partner", title: { en: "Aire Valley Foundry College (partner)", zh: "艾尔河谷铸造学院（合作伙伴）" }, about: { en: "Teaches our foundry apprentices; two places a year are open to experienced moulders.", zh: "培训本公司铸造学徒；每年有两个名额向有经验的造型工开放。" }, site: "Leeds", inDays: null, skills: ["foundry-work"] },
  { id: "open-test-hall", kind: "event", title: { en: "Open test hall, Keilehoek", zh: "凯勒胡克测试车间开放日" }, about: { en: "Watch an acceptance test from beginning to end, and ask everything.", zh: "从头到尾观看一次验收测试，有问必答。" }, site: "Rotterdam", inDays: 24, skills: ["factory-acceptance-testing", "commissioning"] },
];
