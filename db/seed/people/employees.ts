/**
 * @file The demo company's directory: heads of department, site staff, and enough of the floor to be believable.
 * All invented; names and posts agree with company.md.
 */
import type { Language } from "../../../lib/core/types";

export const SITES = ["Rotterdam", "Leeds", "Suzhou"] as const;
export const CONTRACTS = ["permanent", "fixed-term", "part-time", "apprentice"] as const;

export interface DemoEmployee {
  /** Stable: `e01` …; the seed makes database ids from it. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly department: string;
  readonly site: (typeof SITES)[number];
  /** Id of the manager; null for the managing director. */
  readonly managerId: string | null;
  readonly contract: (typeof CONTRACTS)[number];
  readonly language: Language;
  /** `YYYY-MM-DD` */
  readonly startedOn: string;
}

type Row = readonly [
  id: string,
  name: string,
  mailbox: string,
  title: string,
  department: string,
  site: "R" | "L" | "S",
  managerId: string | null,
  contract: DemoEmployee["contract"],
  startedOn: string,
];

const SITE_OF = { R: "Rotterdam", L: "Leeds", S: "Suzhou" } as const;

// prettier-ignore
const ROWS: readonly Row[] = [
  ["e01", "Kees Veldermere-Brandt", "kees.veldermere-brandt", "Managing director", "Management", "R", null, "permanent", "1998-09-01"],
  ["e02", "Gwendolyn Hartshorne", "gwendolyn.hartshorne", "Operations director", "Management", "L", "e01", "permanent", "2011-04-04"],
  ["e03", "Hendrika Voskamp", "hendrika.voskamp", "Technical director", "Engineering Design", "R", "e01", "permanent", "2004-02-16"],
  ["e04", "Anneloes Kuipers-Boon", "anneloes.kuipers-boon", "Finance director", "Finance", "R", "e01", "permanent", "2013-06-03"],
  ["e05", "Saskia Terwindt", "saskia.terwindt", "People director", "People", "R", "e01", "permanent", "2016-01-11"],
  ["e06", "Tomasz Wielgosz", "tomasz.wielgosz", "Head of Controls & Software", "Controls & Software", "R", "e03", "permanent", "2012-10-01"],
  ["e07", "Bernard Oakroyd", "bernard.oakroyd", "Head of Foundry & Machining", "Foundry & Machining", "L", "e02", "permanent", "1993-07-05"],
  ["e08", "陆景渊", "lu.jingyuan", "驱动装配部经理", "Drive Assembly", "S", "e02", "permanent", "2010-03-15"],
  ["e09", "Ruben Achterberg", "ruben.achterberg", "Head of Test & Commissioning", "Test & Commissioning", "R", "e02", "permanent", "2008-05-19"],
  ["e10", "Philippa Drummond-Hay", "philippa.drummond-hay", "Head of Field Service", "Field Service", "L", "e02", "permanent", "2014-09-08"],
  ["e11", "许知微", "xu.zhiwei", "质量部负责人", "Quality", "S", "e02", "permanent", "2015-08-03"],
  ["e12", "Femke Ruijgrok", "femke.ruijgrok", "Head of Supply Chain", "Supply Chain", "R", "e02", "permanent", "2017-02-01"],
  ["e13", "Olivier Stappaerts", "olivier.stappaerts", "Head of Sales & Tenders", "Sales & Tenders", "R", "e01", "permanent", "2015-11-02"],
  ["e14", "Dafydd Prosser", "dafydd.prosser", "Head of IT", "IT", "L", "e04", "permanent", "2018-03-12"],
  ["e15", "Marguerite Osei-Lund", "marguerite.osei-lund", "Head of Environment, Health & Safety", "Environment, Health & Safety", "R", "e02", "permanent", "2019-01-14"],
  ["e16", "Joost Hellevoet", "joost.hellevoet", "Site manager Rotterdam", "Management", "R", "e02", "permanent", "2006-08-21"],
  ["e17", "Imogen Thackwray", "imogen.thackwray", "Site manager Leeds", "Management", "L", "e02", "permanent", "2009-05-05"],
  ["e18", "顾闻舟", "gu.wenzhou", "苏州工厂经理", "Management", "S", "e02", "permanent", "2009-06-01"],
  ["e19", "Lieke Dorrestijn", "lieke.dorrestijn", "HR partner Rotterdam", "People", "R", "e05", "permanent", "2019-09-02"],
  ["e20", "Callum Birtwhistle", "callum.birtwhistle", "HR partner Leeds, recruitment", "People", "L", "e05", "permanent", "2020-02-03"],
  ["e21", "沈若棠", "shen.ruotang", "苏州人力资源伙伴", "People", "S", "e05", "permanent", "2018-07-16"],
  ["e22", "Noor Wijnands", "noor.wijnands", "Design engineer, gate drives", "Engineering Design", "R", "e03", "permanent", "2021-09-01"],
  ["e23", "唐牧野", "tang.muye", "装配技术员", "Drive Assembly", "S", "e08", "permanent", "2022-03-07"],
  ["e24", "Wilhelmina Aardema", "wilhelmina.aardema", "Document controller, confidential counsellor", "Engineering Design", "R", "e03", "part-time", "2001-10-15"],
  ["e25", "Desmond Fairclough", "desmond.fairclough", "Pattern-maker, confidential counsellor", "Foundry & Machining", "L", "e07", "permanent", "1999-01-11"],
  ["e26", "苏梅影", "su.meiying", "仓库主管、员工倾听员", "Supply Chain", "S", "e12", "permanent", "2012-04-09"],
  ["e27", "Isolde Marchetti", "isolde.marchetti", "Data protection officer", "IT", "R", "e04", "part-time", "2020-05-18"],
  ["e28", "Harriet Bullivant", "harriet.bullivant", "Apprentice coordinator", "People", "L", "e20", "permanent", "2017-08-21"],
  ["e29", "秦越舟", "qin.yuezhou", "学徒培训协调员", "People", "S", "e21", "permanent", "2019-05-06"],
  ["e30", "Gerrit Loonstra", "gerrit.loonstra", "Pension desk", "Finance", "R", "e04", "part-time", "2003-03-03"],
  ["e31", "Nadine Vlasblom", "nadine.vlasblom", "Travel desk", "Finance", "R", "e04", "permanent", "2016-06-13"],
  ["e32", "Pieter Kloosterboer", "pieter.kloosterboer", "Fleet and facilities", "Finance", "R", "e04", "permanent", "2010-11-01"],
  ["e33", "Roshni Balakumar", "roshni.balakumar", "Payroll specialist", "Finance", "L", "e04", "permanent", "2019-10-07"],
  ["e34", "冯以宁", "feng.yining", "薪酬专员", "Finance", "S", "e04", "permanent", "2020-08-17"],
  ["e35", "Beatrix Ollerenshaw", "beatrix.ollerenshaw", "Senior quality engineer, mentoring coordinator", "Quality", "L", "e11", "permanent", "2013-01-21"],
  ["e36", "Kwabena Asante-Rowe", "kwabena.asante-rowe", "Field technician", "Field Service", "L", "e10", "permanent", "2018-10-08"],
  ["e37", "Maartje Schipper", "maartje.schipper", "PLC engineer", "Controls & Software", "R", "e06", "permanent", "2020-01-06"],
  ["e38", "Jelle Oosterhof", "jelle.oosterhof", "Test hall shift lead, late shift", "Test & Commissioning", "R", "e09", "permanent", "2007-04-23"],
  ["e39", "Agnieszka Brzoza", "agnieszka.brzoza", "Moulder, night shift", "Foundry & Machining", "L", "e07", "permanent", "2016-11-14"],
  ["e40", "Tyrell Okonedo", "tyrell.okonedo", "Apprentice machinist, second year", "Foundry & Machining", "L", "e07", "apprentice", "2024-09-02"],
  ["e41", "Senna de Waard", "senna.dewaard", "Apprentice electrical fitter, first year", "Test & Commissioning", "R", "e38", "apprentice", "2025-08-25"],
  ["e42", "罗小满", "luo.xiaoman", "学徒，液压装配", "Drive Assembly", "S", "e08", "apprentice", "2025-07-01"],
  ["e43", "白砚秋", "bai.yanqiu", "电控柜调试工程师", "Drive Assembly", "S", "e08", "permanent", "2017-09-11"],
  ["e44", "Ingrid Solheim", "ingrid.solheim", "Tender manager", "Sales & Tenders", "R", "e13", "part-time", "2022-01-17"],
  ["e45", "Rafael Quintanilha", "rafael.quintanilha", "Strategic buyer, castings", "Supply Chain", "L", "e12", "fixed-term", "2024-03-04"],
  ["e46", "Yusra Haddadin", "yusra.haddadin", "EHS officer", "Environment, Health & Safety", "L", "e15", "permanent", "2021-05-10"],
  // The floor: enough of them that figures of groups of five say something.
  ["e47", "Duncan Ferrybridge", "duncan.ferrybridge", "Senior field technician", "Field Service", "L", "e10", "permanent", "2011-05-09"],
  ["e48", "Leila Marsden-Okafor", "leila.marsden-okafor", "Field technician", "Field Service", "L", "e10", "permanent", "2019-02-04"],
  ["e49", "Gareth Pennyfather", "gareth.pennyfather", "Field technician", "Field Service", "L", "e10", "permanent", "2020-09-14"],
  ["e50", "Niamh Corrigan-Vale", "niamh.corrigan-vale", "Field technician", "Field Service", "L", "e10", "permanent", "2021-06-01"],
  ["e51", "Bartosz Zielonka", "bartosz.zielonka", "Field technician", "Field Service", "L", "e10", "permanent", "2017-03-20"],
  ["e52", "Edie Tattersall", "edie.tattersall", "Field technician", "Field Service", "L", "e10", "permanent", "2022-10-03"],
  ["e53", "Rowan Aldergate", "rowan.aldergate", "Field supervisor", "Field Service", "L", "e10", "permanent", "2013-01-07"],
  ["e54", "Clement Ashworthy", "clement.ashworthy", "Shift lead, foundry", "Foundry & Machining", "L", "e07", "permanent", "2005-08-15"],
  ["e55", "Oksana Hrytsenko", "oksana.hrytsenko", "CNC machinist", "Foundry & Machining", "L", "e07", "permanent", "2018-04-09"],
  ["e56", "Jermaine Holroyd-Bell", "jermaine.holroyd-bell", "Moulder", "Foundry & Machining", "L", "e07", "permanent", "2015-11-02"],
  ["e57", "Winifred Scargill", "winifred.scargill", "Setter, machining", "Foundry & Machining", "L", "e07", "permanent", "2009-02-16"],
  ["e58", "Idris Pemberley", "idris.pemberley", "CNC machinist", "Foundry & Machining", "L", "e07", "permanent", "2021-01-11"],
  ["e59", "Marta Kwiatkowska-Lee", "marta.kwiatkowska-lee", "Foundry process engineer", "Foundry & Machining", "L", "e07", "permanent", "2016-07-04"],
  ["e60", "韩松屿", "han.songyu", "装配技术员", "Drive Assembly", "S", "e08", "permanent", "2018-06-11"],
  ["e61", "宋知秋", "song.zhiqiu", "装配技术员", "Drive Assembly", "S", "e08", "permanent", "2019-03-18"],
  ["e62", "邵云帆", "shao.yunfan", "装配技术员", "Drive Assembly", "S", "e08", "permanent", "2020-07-06"],
  ["e63", "祝清荷", "zhu.qinghe", "液压装配班长", "Drive Assembly", "S", "e08", "permanent", "2014-02-24"],
  ["e64", "阮星河", "ruan.xinghe", "装配技术员", "Drive Assembly", "S", "e08", "permanent", "2021-09-13"],
  ["e65", "江晚舟", "jiang.wanzhou", "电控柜调试工程师", "Drive Assembly", "S", "e08", "permanent", "2016-10-17"],
  ["e66", "Sanne Hoogerbrug", "sanne.hoogerbrug", "Test technician", "Test & Commissioning", "R", "e09", "permanent", "2017-05-22"],
  ["e67", "Dirk-Jan Vermeeren", "dirk-jan.vermeeren", "Test technician", "Test & Commissioning", "R", "e09", "permanent", "2019-11-04"],
  ["e68", "Fenna Terpstra-Mol", "fenna.terpstra-mol", "PLC commissioning engineer", "Test & Commissioning", "R", "e09", "permanent", "2018-08-27"],
  ["e69", "Yannick Doornbos", "yannick.doornbos", "Test technician", "Test & Commissioning", "R", "e09", "permanent", "2021-03-08"],
  ["e70", "Hilde Zonneveldt", "hilde.zonneveldt", "PLC commissioning engineer", "Test & Commissioning", "R", "e09", "permanent", "2014-01-20"],
  ["e71", "Marouan El Khattabi", "marouan.elkhattabi", "Test technician", "Test & Commissioning", "R", "e09", "permanent", "2022-02-14"],
  ["e72", "Thijs Wagenborgh", "thijs.wagenborgh", "Senior design engineer", "Engineering Design", "R", "e03", "permanent", "2012-09-03"],
  ["e73", "Liesbeth Noordhoek", "liesbeth.noordhoek", "Design engineer", "Engineering Design", "R", "e03", "permanent", "2019-04-15"],
  ["e74", "Amaury Delvaux-Prins", "amaury.delvaux-prins", "Hydraulic design engineer", "Engineering Design", "R", "e03", "permanent", "2017-10-30"],
  ["e75", "Roos Steenwijker", "roos.steenwijker", "Mechanical engineer, gate structures", "Engineering Design", "R", "e03", "permanent", "2020-06-08"],
  ["e76", "Emil Kastrup-Visser", "emil.kastrup-visser", "Design engineer", "Engineering Design", "R", "e03", "permanent", "2022-09-12"],
  ["e77", "Ottilie Bakhuizen", "ottilie.bakhuizen", "Senior design engineer", "Engineering Design", "R", "e03", "permanent", "2010-03-01"],
  ["e78", "Jorrit Haverkate", "jorrit.haverkate", "Senior PLC engineer", "Controls & Software", "R", "e06", "permanent", "2011-11-21"],
  ["e79", "Priya Raghunathan", "priya.raghunathan", "PLC engineer", "Controls & Software", "R", "e06", "permanent", "2020-02-17"],
  ["e80", "Cas Bloemendaal", "cas.bloemendaal", "PLC engineer", "Controls & Software", "R", "e06", "permanent", "2021-08-30"],
  ["e81", "Silke Oversteegen", "silke.oversteegen", "PLC engineer", "Controls & Software", "R", "e06", "permanent", "2018-12-03"],
  ["e82", "Mirco Taddei", "mirco.taddei", "Embedded software engineer", "Controls & Software", "R", "e06", "permanent", "2019-07-22"],
  ["e83", "Annika Ravensbergen", "annika.ravensbergen", "PLC engineer", "Controls & Software", "R", "e06", "permanent", "2022-05-16"],
];

/** Everyone in the directory; managers come before the people they manage. */
export const EMPLOYEES: readonly DemoEmployee[] = ROWS.map(
  ([id, name, mailbox, title, department, site, managerId, contract, startedOn]) => ({
    id,
    name,
    email: `${mailbox}@veldermere.example`,
    title,
    department,
    site: SITE_OF[site],
    managerId,
    contract,
    language: site === "S" ? "zh" : "en",
    startedOn,
  }),
);
