/**
 * @file Aliases that candidate requests need in both languages: human languages, cities and countries, certificates'
 * short names, common roles. Table, written by us; each row's members mean the same. Skills need none: they are matched
 * by their words, the HR thesaurus and the encoder.
 */
const rows = (table: string): string[][] => table.trim().split("\n").map((row) => row.split(",").map((member) => member.trim()));

export const LANGUAGES = rows(`
english, 英语, 英文
chinese, mandarin, putonghua, 中文, 汉语, 普通话, 国语
cantonese, 粤语, 广东话
german, deutsch, 德语
french, français, 法语
spanish, español, 西班牙语
dutch, nederlands, 荷兰语
japanese, 日语, 日文
korean, 韩语
portuguese, 葡萄牙语
italian, 意大利语
russian, 俄语
arabic, 阿拉伯语
hindi, 印地语
polish, 波兰语
turkish, 土耳其语
vietnamese, 越南语
`);

export const PLACES = rows(`
beijing, 北京
shanghai, 上海
guangzhou, 广州
shenzhen, 深圳
suzhou, 苏州
hangzhou, 杭州
nanjing, 南京
wuxi, 无锡
ningbo, 宁波
chengdu, 成都
chongqing, 重庆
wuhan, 武汉
xi'an, xian, 西安
tianjin, 天津
qingdao, 青岛
xiamen, 厦门
dalian, 大连
changsha, 长沙
hong kong, 香港
singapore, 新加坡
london, 伦敦
leeds, 利兹
manchester, 曼彻斯特
birmingham, 伯明翰
rotterdam, 鹿特丹
amsterdam, 阿姆斯特丹
the hague, den haag, 海牙
utrecht, 乌得勒支
eindhoven, 埃因霍温
delft, 代尔夫特
berlin, 柏林
paris, 巴黎
new york, 纽约
netherlands, holland, 荷兰
germany, 德国
china, 中国
`);

export const CERTIFICATES = rows(`
cpa, certified public accountant, 注册会计师, 注会
acca, 特许公认会计师
pmp, project management professional, 项目管理专业人士
cissp
six sigma, green belt, black belt, 六西格玛
cfa, chartered financial analyst, 特许金融分析师
phr, sphr, shrm-cp, shrm-scp, cipd
prince2
nebosh
iosh
rn, registered nurse, 护士执业证
driving licence, driving license, driver's license, driver's licence, 驾照, 驾驶证
forklift licence, forklift license, forklift certificate, 叉车证
electrician licence, 电工证
welding certificate, 焊工证
teaching certificate, 教师资格证
`);

export const ROLES = rows(`
software engineer, software developer, programmer, 软件工程师, 程序员, 软件开发
engineer, 工程师
developer, 开发, 开发工程师
mechanical engineer, 机械工程师
electrical engineer, 电气工程师
production engineer, manufacturing engineer, process engineer, 工艺工程师, 生产工程师
quality engineer, quality inspector, quality manager, 质量工程师, 质检员, 质量经理
test engineer, tester, 测试工程师
data analyst, 数据分析师
data scientist, 数据科学家
accountant, bookkeeper, 会计
financial analyst, 财务分析师
finance manager, 财务经理
auditor, 审计, 审计师
sales representative, sales manager, account manager, sales, 销售, 销售代表, 销售经理, 客户经理
marketing manager, marketer, 市场经理, 市场专员
human resources manager, hr manager, hr generalist, hr specialist, 人事经理, 人力资源经理, 人事专员, 人力资源专员
recruiter, talent acquisition specialist, 招聘专员, 招聘
project manager, 项目经理
product manager, 产品经理
operations manager, 运营经理
production supervisor, shift leader, line leader, 生产主管, 班组长
buyer, purchaser, procurement specialist, 采购, 采购员, 采购专员
logistics coordinator, supply chain planner, logistics, 物流, 物流专员, 供应链
warehouse operative, warehouse worker, 仓库管理员, 仓管员
customer service representative, customer support, 客服, 客户服务
designer, 设计师
graphic designer, 平面设计师
ux designer, ui designer, 交互设计师
administrative assistant, office assistant, secretary, 行政助理, 秘书, 文员
nurse, 护士
teacher, 教师, 老师
lawyer, attorney, legal counsel, 律师, 法务
electrician, 电工
welder, 焊工
machinist, cnc operator, 数控操作员, 数控技工
technician, maintenance technician, 技术员, 技师, 维修技师
translator, interpreter, 翻译
driver, 司机
locksmith, 锁匠
`);

/** @returns all members of the rows that a text names by one of them, longest member first */
export function namedIn(text: string, table: readonly (readonly string[])[]): { row: readonly string[]; member: string; at: number }[] {
  const lower = text.toLowerCase();
  const found = table.flatMap((row) => {
    const members = row.flatMap((member) => {
      const at = findWhole(lower, member);
      return at < 0 ? [] : [{ row, member, at }];
    });
    return members.sort((a, b) => b.member.length - a.member.length).slice(0, 1);
  });
  // "software engineer" names its row; the row of "engineer" inside it is not meant.
  return found
    .filter((one) => !found.some((other) => other !== one && other.member.length > one.member.length && other.at <= one.at && other.at + other.member.length >= one.at + one.member.length))
    .sort((a, b) => a.at - b.at);
}

/** Position of a member as whole words (plural allowed); Chinese anywhere; −1 when absent. */
export function findWhole(lower: string, member: string): number {
  if (/\p{Script=Han}/u.test(member)) return lower.indexOf(member);
  const rule = new RegExp(`(?<![\\p{L}\\p{N}])${member.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:s|es)?(?![\\p{L}\\p{N}])`, "u");
  return lower.search(rule);
}
