/** @file Who offers to mentor in the demo company: opted in, at most two mentees each (policies/mentoring). Invented. */

export interface DemoMentor {
  readonly employeeId: string;
  readonly skillIds: readonly string[];
  /** 0–2. */
  readonly capacity: number;
  /** What the mentor says about themselves. */
  readonly note: { readonly en: string; readonly zh: string };
}

const mentor = (employeeId: string, skills: string, capacity: number, note: readonly [en: string, zh: string]): DemoMentor => ({
  employeeId,
  skillIds: skills.split(" "),
  capacity,
  note: { en: note[0], zh: note[1] },
});

/** IANA time zone of each site. */
export const SITE_TIME_ZONES = { Rotterdam: "Europe/Amsterdam", Leeds: "Europe/London", Suzhou: "Asia/Shanghai" } as const;

// prettier-ignore
export const DEMO_MENTORS: readonly DemoMentor[] = [
  mentor("e03", "mechanical-engineering fatigue-analysis systems-engineering leadership strategic-planning", 1, ["Bring a drawing, not a slide.", "请带图纸来，不要带幻灯片。"]),
  mentor("e06", "plc-programming functional-safety siemens-plc systems-engineering project-management leadership", 2, ["I like questions that begin with “what if”.", "我喜欢“如果……会怎样”的问题。"]),
  mentor("e09", "commissioning factory-acceptance-testing electrical-safety variable-frequency-drives leadership", 2, ["On site I explain everything twice.", "在现场，我会把每件事讲两遍。"]),
  mentor("e10", "leadership field-service customer-focus conflict-resolution staff-scheduling", 1, ["For people who want to lead a crew.", "适合想带班组的人。"]),
  mentor("e11", "quality-management six-sigma statistical-process-control supplier-quality iso-9001", 2, ["数据先行，结论在后。 In English as well.", "数据先行，结论在后。"]),
  mentor("e12", "procurement supplier-negotiation category-management contract-management", 1, ["We practise on real negotiations.", "我们用真实的谈判练习。"]),
  mentor("e15", "health-and-safety iso-45001 leadership risk-assessment", 1, ["Prevention is a conversation.", "预防始于交谈。"]),
  mentor("e02", "operations-management lean-manufacturing change-management leadership", 1, ["One goal per quarter.", "每季度一个目标。"]),
  mentor("e22", "solidworks engineering-drawing", 1, ["First time as a mentor; CAD questions welcome.", "第一次当导师，欢迎问 CAD 问题。"]),
  mentor("e25", "pattern-making engineering-drawing training-delivery", 2, ["Come to the pattern shop.", "来模样间找我。"]),
  mentor("e28", "vocational-training coaching training-delivery", 2, ["For those who teach or want to.", "适合带教或想带教的人。"]),
  mentor("e35", "quality-management root-cause-analysis mentoring six-sigma internal-auditing-of-quality", 2, ["I listen for an hour before I say anything.", "我先听一个小时再开口。"]),
  mentor("e38", "electrical-testing supervision training-delivery", 1, ["Late shift; meet me at the change of shift.", "中班，交接班时见。"]),
  mentor("e43", "control-cabinets electrical-testing electrical-schematics variable-frequency-drives", 2, ["控制柜的问题都可以问。", "控制柜的问题都可以问。"]),
  mentor("e44", "tendering project-management written-communication", 1, ["We write one page together.", "我们一起写一页标书。"]),
  mentor("e14", "information-security computer-networking leadership", 1, ["For the curious outside IT, too.", "IT 以外的同事也欢迎。"]),
  mentor("e08", "mechanical-assembly hydraulics lean-manufacturing production-management", 2, ["从装配线上学起。", "从装配线上学起。"]),
];
