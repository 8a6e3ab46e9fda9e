/**
 * @file Who applied for which of the demo company's openings, through which channel, how far they came and why. Invented,
 * like the people; reasons speak of what an opening asks for and never of a person.
 */
import type { Channel, Consent, OpeningState, OpenStage, Stage } from "../../../lib/contracts/recruiting-words";

/** résumé · channel · consent · days ago · stage · reason of the last move */
type Line = readonly [resume: string, channel: Channel, consent: Consent, daysAgo: number, stage: Stage, reason?: string];

export interface DemoOpening {
  /** Stem of the file in db/seed/openings. */
  readonly id: string;
  readonly state: OpeningState;
  readonly seats: number;
  readonly openedDaysAgo: number;
  readonly blindUntil?: OpenStage;
  /** E-mail names of those who recruit for it. */
  readonly members: readonly ("callum.birtwhistle" | "shen.ruotang")[];
  readonly applications: readonly Line[];
}

const CALLUM = ["callum.birtwhistle"] as const;
const SHEN = ["shen.ruotang"] as const;
const BOTH = ["callum.birtwhistle", "shen.ruotang"] as const;

export const DEMO_OPENINGS: readonly DemoOpening[] = [
  {
    id: "plc-commissioning-engineer-rtm", state: "open", seats: 2, openedDaysAgo: 38, members: BOTH,
    applications: [
      ["marta-lindqvist-brandao", "referral", "application", 33, "interview", "Commissioned S7-1500 lines for five years; asked about safety PLC"],
      ["greta-hollenbach", "job-board", "application", 30, "interview", "Writes TIA Portal herself; travel to be discussed"],
      ["ikenna-obafemi", "careers-site", "talent-pool", 27, "screening", "Rockwell and CODESYS: how near is that to TIA?"],
      ["tao-yimo", "direct", "application", 24, "screening", "Relocation from Jiaxing to be clarified"],
      ["guo-yanzhou", "internal", "application", 22, "screening", "Known from the Suzhou test hall"],
      ["farouk-benhaddou", "job-board", "application", 20, "new"],
      ["yuchi-yuan", "agency", "application", 16, "new"],
      ["kang-leyi", "university", "talent-pool", 12, "new"],
      ["tobias-greenhalgh", "careers-site", "application", 9, "rejected", "Three years of commissioning are not shown"],
      ["dexter-vanterpool", "social", "application", 7, "new"],
      ["shannon-mccreadie", "referral", "talent-pool", 5, "new"],
      ["oluf-kristmundsen", "careers-site", "application", 2, "new"],
    ],
  },
  {
    id: "data-engineer-condition-rtm", state: "open", seats: 1, openedDaysAgo: 29, blindUntil: "interview", members: CALLUM,
    applications: [
      ["priyanka-vaidyanath", "job-board", "application", 25, "interview", "Sensor time series in production, Python and SQL shown"],
      ["bartholomew-quaye", "careers-site", "talent-pool", 23, "screening", "Pipelines of his own work to be asked about"],
      ["weng-haitang", "direct", "application", 20, "screening", "Quality data of machines; streaming is not named"],
      ["amara-finch-diallo", "social", "application", 15, "new"],
      ["yevhen-salenko", "referral", "application", 13, "new"],
      ["ludovica-terzi", "job-board", "application", 10, "rejected", "No data pipelines are shown"],
      ["luo-yizhou", "agency", "application", 6, "new"],
    ],
  },
  {
    id: "embedded-engineer-sensors-rtm", state: "open", seats: 1, openedDaysAgo: 51, members: CALLUM,
    applications: [
      ["yevhen-salenko", "careers-site", "application", 45, "offer", "C on microcontrollers and low-power radio, shown in two posts"],
      ["luo-yizhou", "direct", "application", 41, "interview", "RTOS and field buses; English to be heard"],
      ["amara-finch-diallo", "event", "talent-pool", 37, "interview", "Field sensors that survive weather"],
      ["ikenna-obafemi", "job-board", "application", 30, "rejected", "Embedded C is not shown"],
      ["bartholomew-quaye", "job-board", "application", 26, "withdrawn", "Took another offer"],
    ],
  },
  {
    id: "hydraulic-design-engineer-rtm", state: "filled", seats: 1, openedDaysAgo: 118, members: CALLUM,
    applications: [
      ["aurelio-santacroce", "referral", "application", 112, "hired", "Cylinders and power units designed and proved"],
      ["wouter-brandsema", "direct", "talent-pool", 108, "rejected", "Asked for a principal's grade, which this opening does not have"],
      ["ge-qinghe", "agency", "application", 101, "rejected", "Design work is not shown; test bench work is"],
      ["nkechi-brightwater", "job-board", "application", 96, "withdrawn", "Preferred structures to hydraulics"],
      ["dilshod-karimov", "careers-site", "application", 90, "rejected", "Three years of design work are not shown"],
    ],
  },
  {
    id: "mechanical-engineer-gates-rtm", state: "open", seats: 2, openedDaysAgo: 64, members: CALLUM,
    applications: [
      ["nkechi-brightwater", "job-board", "application", 60, "offer", "Fatigue to EN 1993-1-9, shown with a checked example"],
      ["wouter-brandsema", "referral", "application", 55, "interview", "Movable structures for twenty years"],
      ["ke-mingche", "agency", "application", 48, "interview", "Gates in steel; English reports to be seen"],
      ["annika-petronella-wiese", "internal", "talent-pool", 40, "screening", "Drawings, no calculations so far"],
      ["aurelio-santacroce", "careers-site", "application", 36, "withdrawn", "Took the hydraulic design post"],
      ["mai-jiajun", "job-board", "application", 20, "rejected", "A degree or calculations are not shown"],
    ],
  },
  {
    id: "cnc-machinist-lds", state: "open", seats: 2, openedDaysAgo: 33, members: CALLUM,
    applications: [
      ["jaswinder-kular", "referral", "application", 31, "interview", "Heidenhain, horizontal boring, sets his own tools"],
      ["elodie-vanhamme", "careers-site", "application", 28, "screening", "Three years; large parts to be asked about"],
      ["mai-jiajun", "job-board", "application", 19, "rejected", "Horizontal boring is not shown"],
      ["finlay-ashdown", "event", "talent-pool", 14, "rejected", "Suggested for the apprenticeship instead"],
      ["barnaby-stott", "internal", "application", 8, "new"],
    ],
  },
  {
    id: "foundry-process-engineer-lds", state: "filled", seats: 1, openedDaysAgo: 140, members: CALLUM,
    applications: [
      ["prudence-okafor-lyle", "job-board", "application", 133, "hired", "Ductile iron, solidification modelling, scrap halved"],
      ["sunniva-rasmussen", "careers-site", "talent-pool", 129, "rejected", "Quality of castings rather than their process"],
      ["barnaby-stott", "internal", "application", 126, "rejected", "A metallurgical qualification is not shown"],
      ["mu-qinghuan", "agency", "application", 117, "withdrawn", "Stayed in Suzhou"],
    ],
  },
  {
    id: "night-shift-lead-foundry-lds", state: "open", seats: 1, openedDaysAgo: 21, blindUntil: "screening", members: CALLUM,
    applications: [
      ["barnaby-stott", "internal", "application", 20, "interview", "Has led nights for six years"],
      ["jaswinder-kular", "referral", "application", 16, "new"],
      ["qian-ruogu", "direct", "application", 12, "new"],
      ["hannelore-pfister", "social", "application", 9, "rejected", "Foundry work is not shown"],
      ["kofi-mensah-whitlock", "careers-site", "talent-pool", 4, "new"],
    ],
  },
  {
    id: "field-service-technician-lds", state: "open", seats: 3, openedDaysAgo: 44, members: CALLUM,
    applications: [
      ["shannon-mccreadie", "job-board", "application", 42, "hired", "Lifts and turbines; drives the van already"],
      ["dilshod-karimov", "careers-site", "application", 39, "offer", "Marine hydraulics at quaysides"],
      ["tevita-fonoti", "event", "application", 35, "interview", "Navy engineering; resettlement date in January"],
      ["oluf-kristmundsen", "referral", "application", 29, "interview", "Locks and weirs for eleven years"],
      ["ludovica-terzi", "job-board", "application", 22, "rejected", "Hydraulic or mechanical service is not shown"],
      ["tobias-greenhalgh", "careers-site", "talent-pool", 17, "new"],
      ["finlay-ashdown", "university", "talent-pool", 11, "rejected", "Suggested for the apprenticeship instead"],
      ["farouk-benhaddou", "direct", "application", 6, "new"],
    ],
  },
  {
    id: "strategic-buyer-castings-lds", state: "open", seats: 1, openedDaysAgo: 26, members: CALLUM,
    applications: [
      ["callista-nomikou", "referral", "application", 24, "offer", "Castings and forgings, supplier audits shown"],
      ["rhodri-penhallow", "job-board", "talent-pool", 21, "screening", "Electronics so far; willing to move"],
      ["ling-shuangjiang", "agency", "application", 18, "interview", "Buys castings in China for Europe"],
      ["beatriz-fontanilla", "internal", "application", 9, "new"],
      ["mehmet-tuncay-aydin", "social", "application", 5, "new"],
    ],
  },
  {
    id: "occupational-health-nurse-lds", state: "open", seats: 1, openedDaysAgo: 48, members: CALLUM,
    applications: [
      ["moira-abernethy", "job-board", "application", 46, "offer", "SCPHN on the register, health surveillance in heavy industry"],
      ["francisca-leitao-ramos", "careers-site", "talent-pool", 43, "interview", "Registered nurse; the diploma is under way"],
      ["kofi-mensah-whitlock", "referral", "application", 30, "rejected", "A nursing registration is not shown"],
      ["zhu-nanxing", "direct", "application", 15, "new"],
    ],
  },
  {
    id: "payroll-specialist-rtm", state: "open", seats: 1, openedDaysAgo: 31, members: CALLUM,
    applications: [
      ["siobhan-kettlewell", "agency", "application", 29, "interview", "Both countries’ payroll, shown month by month"],
      ["lotte-verhaegen", "careers-site", "application", 27, "screening", "Dutch payroll; UK to be learned"],
      ["an-ruosu", "direct", "application", 19, "new"],
      ["hanneke-oduya", "internal", "talent-pool", 10, "rejected", "Payroll work is not shown"],
    ],
  },
  {
    id: "tender-manager-rtm", state: "on_hold", seats: 1, openedDaysAgo: 57, members: CALLUM,
    applications: [
      ["ottoline-fairweather", "job-board", "application", 52, "interview", "Public tenders won; on hold with the budget"],
      ["mehmet-tuncay-aydin", "social", "application", 47, "screening", "Sales of waterways; tender leads to be shown"],
      ["zoe-odd-characters", "careers-site", "talent-pool", 33, "new"],
      ["dexter-vanterpool", "agency", "application", 30, "rejected", "No tender that was led is named"],
    ],
  },
  {
    id: "cabinet-commissioning-szx", state: "open", seats: 2, openedDaysAgo: 35, members: SHEN,
    applications: [
      ["guo-yanzhou", "referral", "application", 33, "offer", "电控柜调试六年，能独立处理现场问题"],
      ["tao-yimo", "job-board", "application", 30, "interview", "PLC 程序能力强，柜内接线经验待核实"],
      ["kang-leyi", "university", "talent-pool", 25, "screening", "应届生，可从助理岗位开始"],
      ["yuchi-yuan", "agency", "application", 21, "interview", "水电机电调试，熟悉验收流程"],
      ["mai-jiajun", "direct", "application", 12, "rejected", "未见电控柜调试经验"],
    ],
  },
  {
    id: "field-service-asia-szx", state: "filled", seats: 1, openedDaysAgo: 96, members: SHEN,
    applications: [
      ["jiang-wangchuan", "referral", "application", 92, "hired", "双语现场服务，长期出差无困难"],
      ["yuchi-yuan", "agency", "application", 88, "rejected", "已有更合适的岗位建议：电控柜调试"],
      ["ge-qinghe", "job-board", "application", 83, "withdrawn", "不接受长期出差"],
      ["ke-mingche", "careers-site", "talent-pool", 75, "rejected", "未见现场服务经验"],
    ],
  },
  {
    id: "hydraulic-assembly-lead-szx", state: "open", seats: 1, openedDaysAgo: 28, members: SHEN,
    applications: [
      ["qian-ruogu", "internal", "application", 26, "interview", "带班八年，熟悉中班安排"],
      ["ge-qinghe", "job-board", "application", 24, "screening", "试验台经验丰富，带班经验待了解"],
      ["mai-jiajun", "direct", "application", 17, "new"],
      ["dai-zhixing", "internal", "talent-pool", 8, "rejected", "未见液压装配经验"],
    ],
  },
  {
    id: "supplier-quality-szx", state: "open", seats: 1, openedDaysAgo: 40, members: SHEN,
    applications: [
      ["mu-qinghuan", "referral", "application", 37, "offer", "铸件供应商审核经验完整"],
      ["ouyang-xiting", "job-board", "application", 34, "interview", "体系与计量能力强，供应商现场经验较少"],
      ["ling-shuangjiang", "careers-site", "application", 27, "screening", "采购背景，质量工具需了解"],
      ["weng-haitang", "social", "talent-pool", 14, "new"],
    ],
  },
  {
    id: "warehouse-lead-szx", state: "open", seats: 1, openedDaysAgo: 19, members: SHEN,
    applications: [
      ["dai-zhixing", "job-board", "application", 18, "interview", "仓储与物流主管五年"],
      ["huo-yungui", "direct", "application", 16, "screening", "叉车与库存管理，带人经验待了解"],
      ["beatriz-fontanilla", "agency", "application", 7, "new"],
    ],
  },
];

/** A shortlist that is being worked on: opening, name, résumés with the reason for each. */
export const DEMO_SHORTLIST = {
  opening: "plc-commissioning-engineer-rtm",
  name: "First interviews",
  entries: [
    ["marta-lindqvist-brandao", "All must-haves quoted from her work; German for the Elbe sites"],
    ["greta-hollenbach", "TIA Portal written by herself; water works are near to ours"],
    ["guo-yanzhou", "Knows our cabinets; English to be heard in the interview"],
  ],
  /** E-mail name of who is asked, with names hidden. */
  askedOf: "noor.wijnands",
} as const;

export const DEMO_SAVED_SEARCH = { owner: "callum.birtwhistle", name: "PLC people for the barriers", request: "PLC commissioning with TIA Portal and German" } as const;
