/**
 * @file The sensitive topics that Cadre comes with, a table: written from what people tell HR in confidence, and GDPR
 * article 9's special categories. Broad on purpose; sick leave and safety rules as such are left out as exceptions. The
 * company edits its own copy.
 */
import type { SensitiveTopic } from "../../contracts/sensitive-topics";

interface Row {
  readonly name: readonly [en: string, zh: string];
  /** Entries separated by commas. */
  readonly en: string;
  readonly zh: string;
  readonly except?: { readonly en?: string; readonly zh?: string };
}

const ROWS: Readonly<Record<string, Row>> = {
  health: {
    name: ["Illness and treatment", "疾病与治疗"],
    en: `ill, illness, sick, disease, cancer, tumour, chemo*, radiotherapy, hiv, aids, diabet*, epilep*, migraine, hepatitis, asthma, multiple sclerosis,
      parkinson*, stroke, heart attack, infect*, surgery, operation on my, hospital*, diagnos*, prognosis, symptom, chronic, medication, medicine, prescription,
      terminally, terminal illness, terminal disease, dialysis, transplant, injury, injured, back pain, hernia, long covid, menopaus*, period pain, endometriosis, occupational disease`,
    zh: `生病, 病了, 得病, 患病, 疾病, 癌, 肿瘤, 化疗, 放疗, 艾滋, 糖尿病, 癫痫, 偏头痛, 肝炎, 乙肝, 哮喘, 中风, 心脏病, 手术, 住院, 诊断, 确诊, 慢性病, 重病, 大病,
      绝症, 吃药, 服药, 处方, 透析, 移植, 受伤, 工伤, 职业病, 腰疼, 腰痛, 更年期, 痛经, 传染病, 病史`,
    except: {
      en: "sick leave, sick pay, sick day, sick note, sickness absence, sick policy, call in sick, report sick, calling in sick, reporting sick, health cover, health insurance",
      zh: "病假, 医疗保险, 大病医保",
    },
  },
  "mental-health": {
    name: ["Mental health", "心理健康"],
    en: `mental, depress*, anxiety, anxious, burnout, burn out, burned out, burnt out, panic attack, stress, stressed, suicid*, kill myself, self harm, therap*, psychiatr*,
      psycholog*, counsell*, counselling, bipolar, ptsd, trauma*, eating disorder, breakdown, overwhelmed, insomnia, cannot cope, can't cope, not coping`,
    zh: "心理, 抑郁, 焦虑, 恐慌, 惊恐, 自杀, 自残, 轻生, 不想活, 精神病, 精神科, 精神疾病, 双相, 创伤, 崩溃, 压力, 失眠, 倦怠, 撑不住, 厌食, 暴食",
    except: { zh: "压力容器, 压力表, 液压, 压力测试, 压力管道" },
  },
  addiction: {
    name: ["Addiction", "成瘾"],
    en: "addict*, alcohol*, drunk, drinking problem, drug, drugs, cannabis, cocaine, rehab*, gambl*, sober, relapse",
    zh: "成瘾, 上瘾, 酗酒, 酒瘾, 戒酒, 吸毒, 戒毒, 毒品, 毒瘾, 赌博, 赌瘾, 复吸",
  },
  pregnancy: {
    name: ["Pregnancy and fertility", "怀孕与生育"],
    en: `pregnan*, expecting a child, baby, newborn, antenatal, prenatal, midwife, miscarr*, stillbirth, stillborn, abortion, ivf, fertility, infertil*, breastfeed*, breast feed*,
      express milk, maternity, morning sickness, postnatal, postpartum`,
    zh: "怀孕, 怀上, 孕, 预产期, 宝宝, 产检, 产前, 流产, 堕胎, 小产, 死胎, 保胎, 试管婴儿, 备孕, 不孕, 不育, 生育, 分娩, 生孩子, 产假, 哺乳, 母乳, 产后",
  },
  disability: {
    name: ["Disability", "残障"],
    en: `disab*, handicap*, wheelchair, deaf, blind, hard of hearing, hearing aid, autis*, asperger*, adhd, dyslex*, dyscalcul*, neurodiver*, reasonable adjustment,
      reasonable accommodation, impair*, amput*`,
    zh: "残疾, 残障, 轮椅, 聋, 失聪, 盲人, 失明, 听障, 视障, 自闭症, 孤独症, 多动症, 阅读障碍, 无障碍, 截肢",
    except: { en: "disable my, disable the, disable a, disabled account, account disabled, account is disabled, blind spot, blind shaft, double blind, blind flange", zh: "盲区, 盲板, 盲样" },
  },
  harassment: {
    name: ["Harassment, bullying, violence", "骚扰、霸凌与暴力"],
    en: `harass*, bullying, bully, bullied, bullies, mobbing, sexual*, touched me, touches me, touching me, grop*, unwanted, stalk*, threaten*, intimidat*, humiliat*, insult*, abus*,
      assault*, rape, raped, violen*, hit me, hits me, shouts at me, shouted at me, yells at me, yelled at me, victim, domestic abuse, restraining order`,
    zh: "骚扰, 霸凌, 欺凌, 欺负, 猥亵, 性侵, 强奸, 摸我, 动手动脚, 跟踪我, 威胁, 恐吓, 羞辱, 侮辱, 辱骂, 骂我, 打我, 殴打, 暴力, 家暴, 虐待, 被孤立, 穿小鞋",
  },
  discrimination: {
    name: ["Discrimination", "歧视"],
    en: `discriminat*, racis*, racial*, sexis*, homophob*, transphob*, xenophob*, antisemit*, islamophob*, ageis*, prejudice*, equal treatment, unequal pay, paid less because,
      because i am a woman, because of my age, because of my skin, because of my accent, skin colour, ethnic*, slur`,
    zh: "歧视, 种族, 肤色, 民族, 性别偏见, 年龄偏大, 因为我是女, 嫌我老, 地域黑, 同工不同酬, 区别对待, 不公平对待",
  },
  identity: {
    name: ["Orientation and gender identity", "性取向与性别认同"],
    en: "gay, lesbian, bisexual, homosexual*, queer, lgbt*, transgender, transsexual, transition to a, gender identity, gender reassignment, non binary, nonbinary, pronoun, come out as, coming out at work, sexual orientation, same sex",
    zh: "同性恋, 同志, 双性恋, 跨性别, 变性, 性别认同, 性取向, 出柜, 同性伴侣, 非二元",
    except: { zh: "各位同志, 同志们" },
  },
  religion: {
    name: ["Religion and belief", "宗教与信仰"],
    en: `religio*, prayer, praying, pray, muslim, islam*, ramadan, eid, hijab, headscarf, mosque, christian, church, baptis*, jewish, judaism, sabbath, shabbat, hindu*, diwali, sikh*,
      turban, buddhis*, temple, atheis*, faith, halal, kosher, worship`,
    zh: "宗教, 信仰, 信教, 祷告, 祈祷, 礼拜, 穆斯林, 伊斯兰, 斋月, 开斋节, 古尔邦, 头巾, 清真, 清真寺, 基督, 教堂, 天主教, 佛教, 犹太, 安息日",
    except: { en: "good faith, bad faith, christian name", zh: "礼拜一, 礼拜二, 礼拜三, 礼拜四, 礼拜五, 礼拜六, 礼拜天, 礼拜日" },
  },
  union: {
    name: ["Unions and political activity", "工会与政治活动"],
    en: `union*, shop steward, collective bargaining, collective agreement, strike, striking, walkout, works council, picket*, political party, politic*, demonstration, protest*`,
    zh: "工会, 罢工, 怠工, 集体谈判, 集体协商, 劳资谈判, 职工代表, 示威, 抗议, 游行, 政党, 政治",
    except: { en: "European Union, credit union, union nut, union fitting, strike plate, union jack" },
  },
  "whistle-blowing": {
    name: ["Whistle-blowing and misconduct", "举报与不当行为"],
    en: `whistle blow*, whistleblow*, whistle blew, anonymous report, anonymously report, report anonymously, report my manager, report my boss, report my supervisor, report a colleague, report a coworker,
      fraud*, corrupt*, brib*, kickback, embezzl*, theft, stealing, stole, forged, forging, falsif*, cover up, covering up, misconduct, wrongdoing, illegal*, retaliat*, speak up, speaking up, grievance,
      complain about my, complaint about my, complaint against`,
    zh: "举报, 揭发, 检举, 匿名, 投诉, 申诉, 舞弊, 欺诈, 造假, 作假, 腐败, 贪污, 受贿, 行贿, 回扣, 挪用, 盗窃, 偷东西, 违法, 违规操作, 包庇, 掩盖, 打击报复, 报复",
  },
  "family-crisis": {
    name: ["Bereavement, separation, debt", "丧亲、离异与债务"],
    en: `funeral, bereave*, died, dying, passed away, death of my, divorc*, separated from my, custody, in debt, my debts, bankrupt*, garnish*, attachment of earnings, payday loan, eviction, evicted`,
    zh: "去世, 过世, 葬礼, 丧假, 丧事, 病危, 离婚, 分居, 抚养权, 欠债, 负债, 债务, 破产, 被执行, 冻结工资, 扣发工资还债",
  },
};

/** Every topic is on until the company turns it off. */
export const DEFAULT_TOPICS: readonly SensitiveTopic[] = Object.entries(ROWS).map(([id, row]) => ({
  id,
  name: { en: row.name[0], zh: row.name[1] },
  on: true,
  words: { en: list(row.en), zh: list(row.zh) },
  exceptions: { en: list(row.except?.en ?? ""), zh: list(row.except?.zh ?? "") },
}));

function list(entries: string): string[] {
  return entries.split(",").map((entry) => entry.trim().replace(/\s+/g, " ")).filter((entry) => entry !== "");
}
