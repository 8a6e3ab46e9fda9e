/**
 * @file Skills of more of the demo company's floor, a line each: so many per department that figures of groups (five people or more
 * behind each) have something to show. Confirmed by their managers, in the language of the site. Invented.
 */
import { profile, type DemoGrowthProfile } from "./profile-row";

/** What the manager confirms: in English, in Chinese. */
const CONFIRMED: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  "fault-finding": ["Finds faults on site without help", "独立查找故障"],
  hydraulics: ["Works on cylinders and power units", "独立完成油缸和液压站作业"],
  "electrical-schematics": ["Reads the cabinet drawings", "能看懂电控柜图纸"],
  "risk-assessment": ["Writes the assessment before work begins", "作业前完成风险评估"],
  "hand-tools": ["Signed off in the workshop", "车间考核通过"],
  english: ["Speaks it with customers", "能用英语与外方沟通"],
  "siemens-plc": ["Works in TIA Portal", "能使用博途软件"],
  "plc-programming": ["Wrote sequences that are in use", "编写的程序已投入使用"],
  "foundry-work": ["Signed off on the pouring platform", "浇注平台考核通过"],
  "measuring-instruments": ["Signed off in the measuring room", "测量室考核通过"],
  "engineering-drawing": ["Reads and checks drawings", "能识读并核对图纸"],
  supervision: ["Stands in for the shift lead", "可代班长"],
  "functional-safety": ["Tests safety functions to the protocol", "按规程测试安全功能"],
  "mechanical-engineering": ["Calculates housings and shafts", "能完成壳体和轴的计算"],
  "project-management": ["Led work packages", "负责过工作包"],
  "training-delivery": ["Shows new colleagues the work", "给新员工做过培训"],
  "staff-scheduling": ["Draws up the rota", "编排班表"],
  mentoring: ["Looks after new colleagues", "带过新同事"],
};

/** @param skills "skill level, skill level" */
function floor(id: string, person: Parameters<typeof profile>[1], skills: string): DemoGrowthProfile {
  const at = person.languages.startsWith("zh") ? 1 : 0;
  return profile(id, person, ...skills.split(", ").map((said) => `${said} manager: ${CONFIRMED[said.split(" ")[0] ?? ""]?.[at] ?? ""}`));
}

// prettier-ignore
export const FLOOR_PROFILES = [
  floor("e47", { role: "senior-field-technician", shares: "MG", languages: "en", hours: 2, interests: "Fewer nights away, better spare parts." }, "fault-finding 3, hydraulics 4, electrical-schematics 3, risk-assessment 3, hand-tools 3, english 3, measuring-instruments 3, training-delivery 3, mechanical-engineering 3, functional-safety 3"),
  floor("e48", { role: "field-technician", shares: "G", languages: "en", hours: 1, interests: "Locks that open at the first call." }, "fault-finding 2, hydraulics 3, electrical-schematics 2, risk-assessment 3, hand-tools 1, english 2, measuring-instruments 2, training-delivery 2, mechanical-engineering 2, functional-safety 2"),
  floor("e49", { role: "field-technician", shares: "G", languages: "en", hours: 2, interests: "Drives that tell what ails them." }, "fault-finding 3, hydraulics 3, electrical-schematics 3, risk-assessment 3, hand-tools 2, english 1, measuring-instruments 2, mechanical-engineering 2, functional-safety 2, plc-programming 2"),
  floor("e50", { role: "field-technician", shares: "MG", languages: "en", hours: 3, interests: "Teaching the next crew." }, "fault-finding 2, hydraulics 2, electrical-schematics 2, risk-assessment 2, hand-tools 1, english 1, measuring-instruments 1, training-delivery 1, mechanical-engineering 1, supervision 1, plc-programming 1"),
  floor("e51", { role: "field-technician", shares: "M", languages: "en", hours: 3, interests: "Hydraulics, and the sea." }, "fault-finding 2, hydraulics 2, electrical-schematics 3, risk-assessment 3, hand-tools 1, english 2, measuring-instruments 2, training-delivery 2, mechanical-engineering 2, functional-safety 2, plc-programming 2"),
  floor("e52", { role: "field-technician", shares: "G", languages: "en", hours: 1, interests: "A week in Suzhou once." }, "fault-finding 2, hydraulics 2, electrical-schematics 2, risk-assessment 2, hand-tools 1, english 1, mechanical-engineering 1, supervision 1, plc-programming 1"),
  floor("e53", { role: "field-supervisor", shares: "MG", languages: "en", hours: 1, interests: "Rotas that people can live with." }, "fault-finding 4, hydraulics 4, electrical-schematics 4, risk-assessment 4, hand-tools 2, english 3, measuring-instruments 3, training-delivery 3, mechanical-engineering 2, functional-safety 3, plc-programming 3"),
  floor("e54", { role: "foundry-shift-lead", shares: "MG", languages: "en", hours: 2, interests: "Castings that pass the first time." }, "foundry-work 4, measuring-instruments 4, engineering-drawing 4, hand-tools 4, risk-assessment 3, training-delivery 3, supervision 3, fault-finding 2, mechanical-engineering 3"),
  floor("e55", { role: "cnc-machinist", shares: "G", languages: "en", hours: 2, interests: "Five-axis work." }, "foundry-work 3, measuring-instruments 3, engineering-drawing 3, hand-tools 3, risk-assessment 2, training-delivery 2, supervision 2, fault-finding 2, mechanical-engineering 2, staff-scheduling 2, project-management 2"),
  floor("e56", { role: "moulder", shares: "G", languages: "en", hours: 4, interests: "Safe pouring." }, "foundry-work 4, measuring-instruments 3, engineering-drawing 4, hand-tools 3, risk-assessment 3, training-delivery 3, supervision 3, project-management 2"),
  floor("e57", { role: "machining-setter", shares: "MG", languages: "en", hours: 1, interests: "Fixtures that save a setting." }, "foundry-work 3, measuring-instruments 4, engineering-drawing 3, hand-tools 4, risk-assessment 3, training-delivery 3, fault-finding 2, mechanical-engineering 3, staff-scheduling 2"),
  floor("e58", { role: "cnc-machinist", shares: "M", languages: "en", hours: 1, interests: "Measuring what matters." }, "foundry-work 1, measuring-instruments 2, engineering-drawing 1, hand-tools 1, risk-assessment 1, training-delivery 1, fault-finding 1, mechanical-engineering 1, staff-scheduling 1, project-management 1"),
  floor("e59", { role: "foundry-process-engineer", shares: "G", languages: "en", hours: 4, interests: "Sand, and how to use less of it." }, "foundry-work 3, measuring-instruments 3, engineering-drawing 2, hand-tools 2, risk-assessment 1, training-delivery 2, supervision 2, fault-finding 2, project-management 2"),
  floor("e60", { role: "assembly-technician", shares: "MG", languages: "zh", hours: 2, interests: "把装配做得更精细" }, "hydraulics 2, hand-tools 3, measuring-instruments 3, engineering-drawing 2, fault-finding 1, english 2, electrical-schematics 2, mechanical-engineering 2"),
  floor("e61", { role: "assembly-technician", shares: "G", languages: "zh en", hours: 2, interests: "学习电气图" }, "hydraulics 2, hand-tools 3, measuring-instruments 3, engineering-drawing 3, fault-finding 2, english 2, risk-assessment 2, electrical-schematics 2, mentoring 2"),
  floor("e62", { role: "assembly-technician", shares: "G", languages: "zh", hours: 4, interests: "液压与密封" }, "hydraulics 3, hand-tools 2, measuring-instruments 3, engineering-drawing 2, fault-finding 2, english 2, risk-assessment 2, electrical-schematics 1, mechanical-engineering 2, foundry-work 2"),
  floor("e63", { role: "hydraulic-assembly-lead", shares: "MG", languages: "zh en", hours: 4, interests: "带好新人" }, "hydraulics 3, hand-tools 4, measuring-instruments 4, engineering-drawing 4, fault-finding 2, english 3, risk-assessment 3, electrical-schematics 3, mechanical-engineering 3, foundry-work 3"),
  floor("e64", { role: "assembly-technician", shares: "M", languages: "zh", hours: 4, interests: "想学调试" }, "hydraulics 2, hand-tools 2, measuring-instruments 1, engineering-drawing 2, fault-finding 1, english 1, risk-assessment 1, electrical-schematics 1, mechanical-engineering 1, mentoring 1"),
  floor("e65", { role: "cabinet-commissioning-engineer", shares: "G", languages: "zh en", hours: 2, interests: "柜内布线的美观与可靠" }, "hydraulics 2, hand-tools 2, measuring-instruments 2, engineering-drawing 3, fault-finding 2, english 2, risk-assessment 2, electrical-schematics 2, foundry-work 2"),
  floor("e66", { role: "test-technician", shares: "MG", languages: "nl en", hours: 2, interests: "Tests that find it before the customer." }, "electrical-schematics 3, fault-finding 3, measuring-instruments 3, plc-programming 3, risk-assessment 2, english 2, functional-safety 1, hand-tools 2, mechanical-engineering 1, project-management 2, foundry-work 1, hydraulics 1"),
  floor("e67", { role: "test-technician", shares: "G", languages: "nl en", hours: 2, interests: "Measuring with less paper." }, "electrical-schematics 3, fault-finding 2, measuring-instruments 3, plc-programming 3, risk-assessment 2, english 2, functional-safety 2, siemens-plc 2, mechanical-engineering 2, project-management 2"),
  floor("e68", { role: "plc-commissioning-engineer", shares: "G", languages: "nl en", hours: 4, interests: "From the hall to the water." }, "electrical-schematics 3, fault-finding 2, measuring-instruments 3, plc-programming 2, risk-assessment 2, english 2, functional-safety 2, siemens-plc 2, hand-tools 2, project-management 2"),
  floor("e69", { role: "test-technician", shares: "MG", languages: "nl en", hours: 4, interests: "Fault finding." }, "electrical-schematics 2, fault-finding 2, measuring-instruments 2, plc-programming 2, risk-assessment 1, english 1, siemens-plc 1, hand-tools 1, project-management 1, foundry-work 1"),
  floor("e70", { role: "plc-commissioning-engineer", shares: "M", languages: "nl en", hours: 4, interests: "Safety functions." }, "electrical-schematics 4, fault-finding 4, measuring-instruments 3, plc-programming 4, risk-assessment 3, english 3, functional-safety 3, siemens-plc 3, hand-tools 3, project-management 3, foundry-work 3, hydraulics 3"),
  floor("e71", { role: "test-technician", shares: "G", languages: "nl en", hours: 4, interests: "Learning PLC properly." }, "electrical-schematics 2, fault-finding 2, measuring-instruments 1, plc-programming 1, risk-assessment 1, english 1, hand-tools 1, mechanical-engineering 1, project-management 1, hydraulics 1"),
  floor("e72", { role: "senior-design-engineer", shares: "MG", languages: "nl en", hours: 1, interests: "Gates that last a century." }, "engineering-drawing 4, mechanical-engineering 4, hydraulics 4, project-management 3, english 2, risk-assessment 3, mentoring 3, measuring-instruments 3, fault-finding 2, electrical-schematics 3, training-delivery 2"),
  floor("e73", { role: "design-engineer", shares: "G", languages: "nl en", hours: 4, interests: "Drawings that the shop likes." }, "engineering-drawing 3, mechanical-engineering 3, hydraulics 3, project-management 3, english 2, risk-assessment 2, mentoring 1, measuring-instruments 2, functional-safety 2, fault-finding 2"),
  floor("e74", { role: "hydraulic-design-engineer", shares: "G", languages: "nl en", hours: 2, interests: "Quiet hydraulics." }, "engineering-drawing 3, mechanical-engineering 3, hydraulics 3, project-management 2, english 2, risk-assessment 2, measuring-instruments 2, functional-safety 2, training-delivery 2"),
  floor("e75", { role: "mechanical-engineer-gates", shares: "MG", languages: "nl en", hours: 1, interests: "Fatigue." }, "engineering-drawing 3, mechanical-engineering 3, hydraulics 3, project-management 3, english 2, risk-assessment 2, measuring-instruments 2, functional-safety 2, electrical-schematics 1"),
  floor("e76", { role: "design-engineer", shares: "G", languages: "nl en", hours: 2, interests: "Learning from site visits." }, "engineering-drawing 1, mechanical-engineering 2, hydraulics 2, project-management 2, english 1, risk-assessment 1, mentoring 1, measuring-instruments 1, functional-safety 1, fault-finding 1, electrical-schematics 1, training-delivery 1"),
  floor("e77", { role: "senior-design-engineer", shares: "G", languages: "nl en", hours: 2, interests: "Helping younger designers." }, "engineering-drawing 4, mechanical-engineering 4, hydraulics 3, project-management 4, english 2, risk-assessment 3, mentoring 3, measuring-instruments 2"),
  floor("e78", { role: "senior-plc-engineer", shares: "MG", languages: "nl en", hours: 4, interests: "Clean sequences." }, "plc-programming 4, siemens-plc 4, functional-safety 4, electrical-schematics 4, fault-finding 3, english 2, project-management 3, measuring-instruments 3"),
  floor("e79", { role: "plc-engineer", shares: "G", languages: "nl en", hours: 3, interests: "Operators' screens that help at night." }, "plc-programming 3, siemens-plc 3, functional-safety 2, electrical-schematics 3, fault-finding 1, english 1, project-management 2, mentoring 2, risk-assessment 2, training-delivery 2"),
  floor("e80", { role: "plc-engineer", shares: "G", languages: "nl en", hours: 4, interests: "Safety functions." }, "plc-programming 2, siemens-plc 1, functional-safety 2, electrical-schematics 2, fault-finding 1, english 1, measuring-instruments 1, hydraulics 1"),
  floor("e81", { role: "plc-engineer", shares: "MG", languages: "nl en", hours: 4, interests: "Old controllers, well documented." }, "plc-programming 2, siemens-plc 3, functional-safety 3, electrical-schematics 2, fault-finding 2, english 2, mentoring 2, risk-assessment 2, measuring-instruments 2, hydraulics 2"),
  floor("e82", { role: "embedded-engineer", shares: "M", languages: "nl en", hours: 1, interests: "Field buses." }, "plc-programming 3, siemens-plc 3, functional-safety 3, electrical-schematics 3, fault-finding 2, english 2, project-management 2, mentoring 1, risk-assessment 2, measuring-instruments 2, hydraulics 1, training-delivery 2"),
  floor("e83", { role: "plc-engineer", shares: "G", languages: "nl en", hours: 4, interests: "Simulation before the site." }, "plc-programming 2, siemens-plc 1, functional-safety 2, electrical-schematics 2, fault-finding 1, english 1, mentoring 1, measuring-instruments 1, training-delivery 1"),
];
