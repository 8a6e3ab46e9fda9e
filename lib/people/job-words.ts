/**
 * @file Words that tell a job title from a name or a company, English and Chinese. A rule set, not a taxonomy: it only
 * has to recognise that a short line is a title.
 */
import { OCCUPATION_NOUNS } from "./occupation-nouns";

const ROLE_NOUNS = new Set(
  (
    "accountant administrator advisor adviser advocate agent aide analyst apprentice architect artist assistant associate attendant attorney " +
    "auditor barista bookkeeper broker buyer captain caregiver cashier chair chef chief clerk coach consultant controller cook coordinator " +
    "counsel counselor creator curator custodian dentist designer developer director dispatcher doctor driver economist editor electrician " +
    "engineer estimator examiner executive expert fellow foreman generalist guard head helper hostess inspector installer instructor intern " +
    "interpreter investigator investor journalist laborer lawyer lead leader lecturer librarian machinist manager marketer mechanic mentor " +
    "merchandiser nurse officer operator organizer owner painter paralegal partner pharmacist photographer physician pilot planner plumber " +
    "preacher president principal producer professor programmer proofreader psychologist realtor receptionist recruiter registrar reporter " +
    "representative researcher scientist secretary server sommelier specialist stylist superintendent supervisor surgeon surveyor teacher " +
    "technician technologist teller therapist trainee trainer translator transporter tutor underwriter vp cto ceo cfo coo hr writer welder worker " +
    "founder provider keeper sergeant lieutenant entrepreneur strategist scrum devops ux tester holder handler carpenter gardener steward superintendant freelancer contractor student graduate liaison rep salesperson apprentice trainee"
  ).split(" "),
);

const CHINESE_ROLE =
  /(工程师|经理|主管|总监|专员|助理|顾问|设计师|会计|出纳|教师|老师|讲师|教授|研究员|分析师|程序员|架构师|产品经理|总裁|总经理|主任|秘书|文员|护士|医生|律师|编辑|记者|翻译|销售|客服|司机|厨师|实习生|店长|培训生|负责人|招聘|运营|人事|行政|财务|开发|测试|HRBP|HR|合伙人|创始人|采购|法务|审计|技术员|操作员|督导|技师|采购员|质检员|检验员|管理员|调度|焊工|钳工|电工|车工|操作工|班长|组长|班组长|厂长|店员|培训师|教练)$/;

/** Any occupation ends so ("试验员", "急诊科护师"), but not a person as such. */
const CHINESE_ROLE_ENDING = /^\p{Script=Han}(?:[\p{Script=Han}/、（）()]{0,16})(?:(?<![学成人会党团职动总])员|(?<!导)师|(?<![特成增擅专所])长|仓管|叉车工|(?<![员职施加手分化竣完人总])工|志愿者|干事|书记|学徒|代表|调度)(?:[（(][^()（）]{1,12}[)）])?$/u;

/** True when a short text reads like a job title: its words contain a role ("Senior Payroll Analyst II", "人事经理"). */
export function isJobTitle(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 2 || trimmed.length > 80 || /[.!?。！？]$/.test(trimmed.replace(/\b(Sr|Jr|Asst|Mgr|Dr)\.$/i, ""))) return false;
  if (trimmed.length <= 24 && (CHINESE_ROLE.test(trimmed) || CHINESE_ROLE_ENDING.test(trimmed))) return true;
  const words = trimmed.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length === 0 || words.length > 10) return false;
  return words.some((word) => ROLE_NOUNS.has(word) || ROLE_NOUNS.has(word.replace(/s$/, ""))) || endsInOccupation(trimmed);
}

/** "Pastry baker", "Roofer, lead": an occupation's noun ends the text or stands before what narrows it. */
function endsInOccupation(text: string): boolean {
  const head = text.toLowerCase().split(/\s*(?:[,/(&]|\s[-–—]\s|\b(?:of|for|in|at|and)\b)\s*/)[0] ?? "";
  const last = /([a-z]+)(?:\s+(?:[ivx]+|\d))?$/.exec(head.trim())?.[1] ?? "";
  return OCCUPATION_NOUNS.has(last) || OCCUPATION_NOUNS.has(last.replace(/s$/, ""));
}

/** The commonest single-character surnames and the compound ones. @source 2020 census list */
const SURNAMES = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万钱覃武戴孔汤庞樊倪严温芦季俞施童颜章梅盛林华齐安易常康乔文柳米凌祝祁霍柯纪舒" +
    "葛麦穆骆翁凌霍卓聂席芦包詹莫阮裴岳耿关兰涂甘桑卞冉蒲褚娄鲍缪游戚宁栾冀翟仇虞苗车殷毕尚岑屈辛管祖储靳邢滕尤闵解强应宗丘匡欧冼邝麻蓝简饶晏苟温牛侍喻卫水窦云",
);
const COMPOUND_SURNAMES = /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|端木|夏侯|司徒|南宫)/;

/** Two to four Han characters that start with a surname. */
export function isChineseName(text: string): boolean {
  const name = text.replace(/[\s·]/g, "");
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || CHINESE_ROLE.test(name)) return false;
  return COMPOUND_SURNAMES.test(name) || (name.length <= 3 && SURNAMES.has(name[0] ?? ""));
}
