/**
 * @file Kinds of post of the demo company with what they ask for, and the moves that people made between them (counted,
 * no names). No salary bands: the company keeps them confidential (policies/hr/salary-bands). Invented.
 */
import type { CareerRole, RoleMove } from "../../../lib/growth/network-types";
import type { NeededSkill } from "../../../lib/growth/types";

const SITES = { R: "Rotterdam", L: "Leeds", S: "Suzhou" } as const;

/** "skill:level:importance", `!` for a must-have, "a/b" for alternatives. */
function needs(list: string): NeededSkill[] {
  return list.split(" ").filter(Boolean).map((entry) => {
    const [skills = "", level = "", importance = ""] = entry.replace("!", "").split(":");
    if (!/^[1-4]$/.test(level) || !(Number(importance) > 0)) throw new RangeError(`"${entry}": expected skill:level:importance`);
    return { any: skills.split("/"), level: Number(level) as 1 | 2 | 3 | 4, importance: Number(importance), mustHave: entry.includes("!"), text: "", source: null };
  });
}

type Where = readonly [family: string, department: string, sites: string, grade: number];

function role(id: string, en: string, zh: string, where: Where, asked: string): CareerRole {
  const [family, department, sites, grade] = where;
  const places = [...sites].map((letter) => SITES[letter as keyof typeof SITES]);
  return { id, title: { en, zh }, family, department, sites: places, grade, band: null, needs: needs(asked) };
}

// prettier-ignore
export const DEMO_ROLES: readonly CareerRole[] = [
  role("design-engineer", "Design engineer", "设计工程师", ["Engineering", "Engineering Design", "R", 5], "solidworks:3:1! mechanical-engineering:3:.9! engineering-drawing:3:.8! strength-of-materials:2:.7 gd-and-t:2:.5 english:3:.5"),
  role("senior-design-engineer", "Senior design engineer", "高级设计工程师", ["Engineering", "Engineering Design", "R", 6], "mechanical-engineering:4:1! finite-element-analysis:3:.9! fatigue-analysis:2:.8! gd-and-t:3:.6 systems-engineering:2:.6 project-management:2:.6 mentoring:2:.5 presentation:2:.3"),
  role("hydraulic-design-engineer", "Hydraulic design engineer", "液压设计工程师", ["Engineering", "Engineering Design", "R", 5], "hydraulics:3:1! fluid-power:3:.7! servo-hydraulics:2:.7 solidworks:3:.6 mechanical-engineering:3:.6 variable-frequency-drives:1:.3"),
  role("mechanical-engineer-gates", "Mechanical engineer, gate structures", "闸门结构工程师", ["Engineering", "Engineering Design", "RL", 5], "finite-element-analysis:3:1! fatigue-analysis:3:1! strength-of-materials:3:.8! steel-structures:2:.6 welding:1:.4 solidworks:2:.4"),
  role("principal-engineer", "Principal engineer", "首席工程师", ["Engineering", "Engineering Design", "R", 7], "mechanical-engineering:4:1! systems-engineering:3:.9! mentoring:3:.7! stakeholder-management:3:.6 fatigue-analysis:3:.6 presentation:3:.5 project-management:3:.5"),
  role("document-controller", "Document controller", "文控专员", ["Engineering", "Engineering Design", "R", 3], "technical-documentation:3:1! product-lifecycle-management:2:.7 attention-to-detail:3:.5"),
  role("plc-engineer", "PLC engineer", "PLC 工程师", ["Controls & Software", "Controls & Software", "RS", 5], "plc-programming:3:1! siemens-plc:3:.9! electrical-schematics:3:.6 industrial-fieldbuses:2:.5 functional-safety:2:.6 hmi:2:.4 fault-finding:3:.4"),
  role("senior-plc-engineer", "Senior PLC engineer", "高级 PLC 工程师", ["Controls & Software", "Controls & Software", "R", 6], "plc-programming:4:1! functional-safety:3:.9! siemens-plc:4:.8 scada:3:.5 project-management:2:.5 mentoring:2:.5 version-control:2:.3"),
  role("plc-commissioning-engineer", "PLC commissioning engineer", "PLC 调试工程师", ["Controls & Software", "Test & Commissioning", "R", 5], "siemens-plc:3:1! commissioning:3:1! variable-frequency-drives:3:.8! plc-programming:3:.8 functional-safety:2:.6 factory-acceptance-testing:3:.5 hydraulics:1:.3 german:2:.3"),
  role("embedded-engineer", "Embedded software engineer", "嵌入式软件工程师", ["Controls & Software", "Controls & Software", "R", 5], "c:3:1! embedded-systems:3:.9! microcontrollers:3:.7! real-time-systems:2:.7 sensors:2:.5 version-control:2:.4"),
  role("data-engineer", "Data engineer, condition monitoring", "状态监测数据工程师", ["Controls & Software", "Controls & Software", "RL", 5], "python:3:1! sql:3:.9! data-pipelines:2:.8 data-analysis:3:.7 vibration-analysis:2:.4 predictive-maintenance:2:.5 opc-ua:2:.3"),
  role("controls-team-lead", "Team lead, controls", "控制组组长", ["Controls & Software", "Controls & Software", "R", 7], "leadership:3:1! plc-programming:3:.7! project-management:3:.8 functional-safety:2:.5 stakeholder-management:2:.5 budgeting:2:.4"),
  role("apprentice-machinist", "Apprentice machinist", "学徒机工", ["Production", "Foundry & Machining", "L", 1], "hand-tools:2:1 engineering-drawing:1:.7 measuring-instruments:1:.7"),
  role("cnc-machinist", "CNC machinist", "数控机工", ["Production", "Foundry & Machining", "L", 3], "cnc-machining:3:1! machine-set-up:2:.8! engineering-drawing:2:.7! measuring-instruments:2:.7 cnc-milling/boring:2:.6 cnc-programming:2:.5"),
  role("machining-setter", "Setter, machining", "机加工调机师", ["Production", "Foundry & Machining", "L", 4], "machine-set-up:3:1! cnc-machining:3:.9! boring:3:.7 cnc-programming:3:.6 training-delivery:2:.5 gd-and-t:2:.4"),
  role("moulder", "Moulder", "造型工", ["Production", "Foundry & Machining", "L", 3], "foundry-work:2:1! sand-casting:2:.9! personal-protective-equipment:3:.5"),
  role("pattern-maker", "Pattern-maker", "模样工", ["Production", "Foundry & Machining", "L", 4], "pattern-making:3:1! woodworking:3:.6 engineering-drawing:3:.7 foundry-work:2:.5"),
  role("foundry-shift-lead", "Shift lead, foundry", "铸造班长", ["Production", "Foundry & Machining", "L", 4], "supervision:2:1! foundry-work:3:.9! leadership:2:.8! melting:3:.7 risk-assessment:2:.6 staff-scheduling:2:.5 first-aid:2:.4"),
  role("foundry-process-engineer", "Foundry process engineer", "铸造工艺工程师", ["Engineering", "Foundry & Machining", "L", 5], "ductile-iron:3:1! process-engineering:3:.9! statistical-process-control:2:.6 casting-simulation:2:.6 root-cause-analysis:3:.6 foundry-work:3:.7"),
  role("production-manager", "Production manager", "生产经理", ["Production", "Foundry & Machining", "LS", 7], "leadership:3:1! production-management:3:.8! lean-manufacturing:2:.7 budgeting:2:.6 health-and-safety:3:.6 strategic-planning:2:.5"),
  role("assembly-apprentice", "Assembly apprentice", "装配学徒", ["Production", "Drive Assembly", "S", 1], "hand-tools:2:1 mechanical-assembly:1:.8"),
  role("assembly-technician", "Assembly technician", "装配技术员", ["Production", "Drive Assembly", "S", 3], "mechanical-assembly:3:1! hydraulics:2:.8! measuring-instruments:2:.6 engineering-drawing:2:.6 5s:2:.4 hand-tools:3:.4"),
  role("hydraulic-assembly-lead", "Lead, hydraulic assembly", "液压装配班组长", ["Production", "Drive Assembly", "S", 4], "supervision:2:1! mechanical-assembly:3:.9! hydraulics:3:.9! leadership:2:.8 production-planning:2:.6 training-delivery:2:.5 standard-work:2:.4"),
  role("cabinet-commissioning-engineer", "Cabinet commissioning engineer", "电控柜调试工程师", ["Controls & Software", "Drive Assembly", "S", 5], "control-cabinets:3:1! electrical-testing:3:.9! electrical-schematics:3:.9! siemens-plc:2:.7 variable-frequency-drives:2:.6 electrician-licence:3:.7! english:2:.4"),
  role("test-technician", "Test technician", "测试技术员", ["Production", "Test & Commissioning", "R", 3], "electrical-testing:2:1! factory-acceptance-testing:2:.7 electrical-schematics:2:.8! measuring-instruments:2:.5 electrical-safety:2:.6"),
  role("test-hall-shift-lead", "Shift lead, test hall", "测试车间班长", ["Production", "Test & Commissioning", "R", 4], "supervision:3:1! factory-acceptance-testing:3:.8! leadership:2:.7 electrical-safety:3:.6 staff-scheduling:2:.5"),
  role("apprentice-electrical", "Apprentice electrical fitter", "学徒电工", ["Production", "Test & Commissioning", "R", 1], "hand-tools:2:1 electrical-schematics:1:.8"),
  role("field-technician", "Field service technician", "现场服务技术员", ["Field", "Field Service", "LS", 3], "field-service:3:1! fault-finding:3:.9! electrical-schematics:2:.6 hydraulics:2:.6 working-at-height:3:.6! customer-focus:2:.5"),
  role("senior-field-technician", "Senior field technician", "高级现场技术员", ["Field", "Field Service", "LS", 4], "fault-finding:4:1! commissioning:3:.8 plc-programming:2:.6 hydraulics:3:.7 training-delivery:2:.5 risk-assessment:2:.6"),
  role("field-supervisor", "Field supervisor", "现场服务主管", ["Field", "Field Service", "LS", 6], "leadership:3:1! supervision:3:.9! risk-assessment:3:.7! staff-scheduling:2:.6 customer-focus:3:.6 project-management:2:.6 fault-finding:3:.5 conflict-resolution:2:.4"),
  role("field-service-engineer-asia", "Field service engineer, Asia", "亚洲区现场服务工程师", ["Field", "Field Service", "S", 5], "fault-finding:3:1! commissioning:3:.9! hydraulics:3:.7 siemens-plc:2:.7 english:3:.7! work-at-height-permit:3:.5"),
  role("quality-technician", "Quality technician", "质量检验员", ["Quality", "Quality", "LS", 3], "measuring-instruments:3:1! quality-control:3:.9! engineering-drawing:2:.7 statistical-process-control:2:.4"),
  role("quality-engineer", "Quality engineer", "质量工程师", ["Quality", "Quality", "LS", 5], "quality-management:3:1! 8d-problem-solving:2:.7 root-cause-analysis:3:.8! statistical-process-control:3:.7 iso-9001:3:.7 six-sigma:2:.5"),
  role("senior-quality-engineer", "Senior quality engineer", "高级质量工程师", ["Quality", "Quality", "L", 6], "quality-management:4:1! six-sigma:3:.8 internal-auditing-of-quality:3:.7 mentoring:2:.5 project-management:2:.5 supplier-quality:2:.5"),
  role("supplier-quality-engineer", "Supplier quality engineer", "供应商质量工程师", ["Quality", "Quality", "S", 5], "supplier-quality:3:1! ppap:2:.8! incoming-inspection:2:.6 8d-problem-solving:2:.6 english:3:.6 quality-management:2:.6 statistical-process-control:2:.5"),
  role("warehouse-operator", "Warehouse operator", "仓库管理员", ["Commercial", "Supply Chain", "LS", 2], "order-picking:2:1! forklift-operation:3:.7 inventory-management:1:.5"),
  role("warehouse-lead", "Lead, warehouse and logistics", "仓储与物流主管", ["Commercial", "Supply Chain", "S", 4], "warehousing:3:1! inventory-management:3:.9! sap-mm/warehouse-management-systems:2:.7 lean-logistics:2:.6 supervision:2:.7 customs-clearance:1:.4"),
  role("buyer", "Buyer", "采购员", ["Commercial", "Supply Chain", "RLS", 4], "procurement:2:1! supplier-negotiation:2:.8 incoterms:2:.5 sap:2:.5"),
  role("strategic-buyer", "Strategic buyer, castings", "铸件战略采购", ["Commercial", "Supply Chain", "L", 5], "procurement:3:1! supplier-negotiation:3:.9! category-management:2:.7 contract-management:2:.6 foundry-work:1:.4"),
  role("tender-manager", "Tender manager", "投标经理", ["Commercial", "Sales & Tenders", "R", 6], "tendering:3:1! contract-management:2:.8! project-management:3:.7 pricing:2:.7 written-communication:3:.6 stakeholder-management:2:.5"),
  role("payroll-specialist", "Payroll specialist", "薪酬专员", ["Finance", "Finance", "RLS", 4], "payroll:3:1! tax:2:.6 attention-to-detail:3:.5 microsoft-excel:3:.6 data-privacy:2:.5"),
  role("management-accountant", "Management accountant", "管理会计", ["Finance", "Finance", "RL", 5], "management-accounting:3:1! budgeting:2:.8 microsoft-excel:3:.7 power-bi:2:.5 cost-accounting:2:.6"),
  role("hr-partner", "HR partner", "人力资源伙伴", ["People", "People", "RLS", 5], "human-resources:3:1! employment-law:2:.8! employee-relations:3:.8 performance-management:2:.6 conflict-resolution:2:.5 coaching:2:.4"),
  role("learning-partner", "Learning and development partner", "学习与发展伙伴", ["People", "People", "RLS", 5], "training-and-development:3:1! instructional-design:2:.7 training-delivery:3:.7 coaching:2:.6 data-analysis:1:.3"),
  role("apprentice-coordinator", "Apprentice coordinator", "学徒培训协调员", ["People", "People", "LS", 4], "vocational-training:3:1! coaching:2:.7 training-delivery:3:.8! staff-scheduling:2:.5"),
  role("people-analyst", "People analyst", "人力数据分析师", ["People", "People", "R", 5], "hr-analytics:2:1! statistics:2:.8! microsoft-excel:3:.7 power-bi:2:.7 data-privacy:2:.6 python:1:.4"),
  role("ehs-officer", "EHS officer", "EHS 专员", ["IT & EHS", "Environment, Health & Safety", "RLS", 5], "health-and-safety:3:1! risk-assessment:3:.9! accident-investigation:2:.7 safety-training:2:.6 iso-14001:2:.4"),
  role("ehs-manager", "EHS manager", "EHS 经理", ["IT & EHS", "Environment, Health & Safety", "RL", 7], "health-and-safety:4:1! iso-45001:3:.8! leadership:2:.7 risk-assessment:3:.6 safety-training:2:.5 budgeting:2:.4"),
  role("it-administrator", "IT administrator", "IT 管理员", ["IT & EHS", "IT", "L", 4], "it-operations:3:1! windows-server:2:.7 computer-networking:2:.7 information-security:2:.7 microsoft-365-administration:2:.5"),
];

type MoveRow = readonly [from: string, to: string, people: number, medianYears: number];

// prettier-ignore
const MOVES: readonly MoveRow[] = [
  ["apprentice-machinist", "cnc-machinist", 14, 3], ["cnc-machinist", "machining-setter", 6, 5.5], ["machining-setter", "foundry-process-engineer", 1, 7], ["moulder", "foundry-shift-lead", 4, 8],
  ["moulder", "pattern-maker", 2, 5], ["moulder", "quality-technician", 3, 6], ["foundry-shift-lead", "foundry-process-engineer", 2, 6], ["foundry-shift-lead", "production-manager", 1, 9],
  ["foundry-process-engineer", "production-manager", 2, 6], ["machining-setter", "production-manager", 1, 10], ["cnc-machinist", "quality-technician", 2, 5], ["cnc-machinist", "field-technician", 3, 4],
  ["assembly-apprentice", "assembly-technician", 11, 3], ["assembly-technician", "hydraulic-assembly-lead", 5, 6], ["assembly-technician", "quality-technician", 3, 4], ["assembly-technician", "cabinet-commissioning-engineer", 2, 4.5],
  ["assembly-technician", "field-technician", 4, 3.5], ["cabinet-commissioning-engineer", "plc-engineer", 3, 3.5], ["cabinet-commissioning-engineer", "field-service-engineer-asia", 3, 4], ["hydraulic-assembly-lead", "production-manager", 1, 8],
  ["apprentice-electrical", "test-technician", 8, 3], ["test-technician", "test-hall-shift-lead", 3, 7], ["test-technician", "plc-commissioning-engineer", 4, 4], ["plc-commissioning-engineer", "plc-engineer", 3, 3],
  ["plc-engineer", "plc-commissioning-engineer", 2, 3], ["plc-engineer", "senior-plc-engineer", 5, 4.5], ["senior-plc-engineer", "controls-team-lead", 2, 5], ["plc-engineer", "embedded-engineer", 1, 4], ["embedded-engineer", "data-engineer", 1, 3],
  ["field-technician", "senior-field-technician", 9, 4], ["senior-field-technician", "field-supervisor", 4, 5], ["field-technician", "plc-commissioning-engineer", 2, 4], ["senior-field-technician", "plc-commissioning-engineer", 2, 3], ["field-technician", "field-service-engineer-asia", 2, 4], ["field-service-engineer-asia", "field-supervisor", 2, 5],
  ["design-engineer", "senior-design-engineer", 6, 4.5], ["design-engineer", "hydraulic-design-engineer", 2, 3], ["design-engineer", "mechanical-engineer-gates", 2, 3], ["hydraulic-design-engineer", "senior-design-engineer", 2, 4], ["mechanical-engineer-gates", "senior-design-engineer", 2, 4], ["senior-design-engineer", "principal-engineer", 3, 6], ["senior-design-engineer", "tender-manager", 1, 5], ["document-controller", "quality-technician", 1, 5],
  ["quality-technician", "quality-engineer", 4, 5], ["quality-engineer", "senior-quality-engineer", 3, 5], ["quality-engineer", "supplier-quality-engineer", 2, 3], ["supplier-quality-engineer", "strategic-buyer", 1, 4],
  ["warehouse-operator", "warehouse-lead", 3, 5], ["warehouse-lead", "buyer", 1, 4], ["warehouse-operator", "buyer", 1, 6], ["buyer", "strategic-buyer", 3, 4], ["strategic-buyer", "tender-manager", 1, 4],
  ["payroll-specialist", "management-accountant", 2, 4], ["payroll-specialist", "hr-partner", 1, 5], ["apprentice-coordinator", "learning-partner", 1, 4], ["hr-partner", "learning-partner", 1, 4], ["hr-partner", "people-analyst", 1, 3], ["test-hall-shift-lead", "apprentice-coordinator", 1, 8],
  ["ehs-officer", "ehs-manager", 2, 6], ["field-technician", "ehs-officer", 1, 6], ["foundry-shift-lead", "ehs-officer", 1, 7], ["test-technician", "it-administrator", 1, 4], ["it-administrator", "data-engineer", 1, 4],
];

export const DEMO_MOVES: readonly RoleMove[] = MOVES.map(([from, to, people, medianYears]) => ({ from, to, people, medianYears }));
