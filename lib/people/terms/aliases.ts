/**
 * @file Aliases that candidate requests need in both languages: human languages, cities and regions, certificates'
 * short names, heads of job titles. Table, written by us; see term-table.ts for ">". Skills: skill-terms.ts.
 */
import { termTable } from "./term-table";


export const LANGUAGES = termTable(`
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
polish, polski, 波兰语
swedish, 瑞典语
norwegian, 挪威语
danish, 丹麦语
finnish, 芬兰语
greek, 希腊语
czech, 捷克语
romanian, 罗马尼亚语
hungarian, 匈牙利语
ukrainian, 乌克兰语
thai, 泰语
indonesian, bahasa indonesia, 印尼语
malay, 马来语
urdu, 乌尔都语
punjabi, 旁遮普语
bengali, 孟加拉语
tamil, 泰米尔语
hebrew, 希伯来语
turkish, 土耳其语
vietnamese, 越南语
`);

export const PLACES = termTable(`
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
sheffield, 谢菲尔德
bristol, 布里斯托尔
edinburgh, 爱丁堡
dublin, 都柏林
munich, münchen, 慕尼黑
hamburg, 汉堡
antwerp, antwerpen, 安特卫普
brussels, brussel, 布鲁塞尔
north of england, northern england, the north > leeds, sheffield, manchester, hull, york, bradford, wakefield, huddersfield, halifax, harrogate, rotherham, doncaster, newcastle, liverpool, todmorden, otley, stockport, salford
yorkshire, west yorkshire > leeds, sheffield, hull, york, bradford, wakefield, huddersfield, halifax, harrogate, rotherham, doncaster, todmorden, otley
london area, south east england > london, croydon, reading
england > leeds, sheffield, manchester, hull, york, bradford, wakefield, huddersfield, halifax, harrogate, newcastle, liverpool, birmingham, bristol, london, plymouth, southampton, nottingham
united kingdom, uk, britain, great britain, 英国 > england, scotland, wales, northern ireland, leeds, sheffield, manchester, hull, york, bradford, wakefield, huddersfield, harrogate, newcastle, liverpool, birmingham, bristol, london, plymouth, cardiff, belfast, glasgow, edinburgh
randstad > rotterdam, the hague, amsterdam, utrecht, delft, gouda, dordrecht, leiden
brabant > breda, eindhoven, tilburg, den bosch
netherlands, the netherlands, holland, 荷兰 > rotterdam, the hague, amsterdam, utrecht, delft, gouda, dordrecht, zwijndrecht, leiden, breda, eindhoven, tilburg, groningen, nijmegen
benelux > netherlands, belgium, luxembourg, rotterdam, amsterdam, antwerp, brussels, ghent
belgium, 比利时 > antwerp, brussels, ghent
germany, 德国 > berlin, hamburg, munich, cologne, frankfurt, duisburg, stuttgart
france, 法国 > paris, lyon, lille
jiangsu, 江苏 > 苏州, 昆山, 无锡, 常州, 南京, 南通, 吴江, 相城
yangtze delta, yangtze river delta, 长三角, 江浙沪 > 上海, 苏州, 昆山, 无锡, 常州, 南京, 杭州, 嘉兴, 宁波, 江苏, 浙江
zhejiang, 浙江 > 杭州, 宁波, 嘉兴, 温州, 绍兴
guangdong, 广东 > 广州, 深圳, 佛山, 东莞, 珠海
hubei, 湖北 > 武汉, 宜昌
china, 中国 > 上海, 北京, 苏州, 江苏, 浙江, 广东, 湖北, 南京, 杭州, 武汉, 深圳, 广州, 成都, 重庆, 天津
`);

export const CERTIFICATES = termTable(`
cpa, certified public accountant, 注册会计师, 注会
acca, 特许公认会计师
cima
pmp, project management professional, 项目管理专业人士
cissp
itil, itil 4 foundation
six sigma black belt, black belt, 六西格玛黑带, 黑带
six sigma green belt, green belt, 六西格玛绿带, 绿带
six sigma, 六西格玛
cfa, chartered financial analyst, 特许金融分析师
phr, sphr, shrm-cp, shrm-scp, cipd
cips, mcips
mcips
cpsm
cpim, apics cpim
prince2
nebosh
iosh
gwo, gwo basic safety
compex
ipaf
rn, registered nurse, nmc registered, rgn, 护士执业证, 护士执业证书
chartered engineer, ceng, ieng
driving licence, full driving licence, driving license, driver's license, driver's licence, full uk licence, licence b, uk b and c1, driving: b, 驾照, 驾驶证
forklift licence, forklift license, forklift certificate, counterbalance forklift, forklift reach truck, 叉车证, 叉车n1
electrician licence, 电工证, 低压电工证, 低压电工作业证, 高压电工作业证, 电工作业证
welding certificate, welder certificate, en iso 9606, 焊工证, 熔化焊接与热切割
teaching certificate, pgce, 教师资格证
first-class constructor, 一级建造师
bar admission, qualified lawyer, 法律职业资格
cet-4, 英语四级
cet-6, 英语六级
`);

/** Heads of job titles; a role asked for is a head with the words before it. Rows are synonyms of the same head. */
export const ROLE_HEADS = termTable(`
engineer, 工程师
developer, programmer, coder, 开发, 开发工程师, 程序员
technician, 技术员, 技师
mechanic, fitter, 修理工, 机修, 钳工
electrician, 电工
welder, 焊工
machinist, cnc operator, cnc programmer, programmer-setter, turner, miller, 数控操作员, 数控技工, 车工, 铣工
operator, 操作员, 操作工
designer, design engineer, 设计师, 设计员, 设计工程师
drafter, draughtsman, draftsman, 制图员
architect, 架构师, 建筑师
analyst, 分析师
scientist, 科学家, 研究员
researcher, research engineer, 研究员
metallurgist, 冶金工程师
accountant, bookkeeper, 会计
auditor, 审计, 审计师, 审核员
controller, 财务总监
cashier, teller, 出纳
manager, 经理, 主管
supervisor, team leader, shift leader, line leader, charge-hand, foreman, lead hand, 班组长, 班长, 组长, 主管, 领班
director, 总监
administrator, admin, sysadmin, 管理员
assistant, 助理
secretary, 秘书, 文员
specialist, 专员
coordinator, 协调员, 专员
officer, 专员
adviser, advisor, 顾问
consultant, 顾问
buyer, purchaser, purchasing agent, procurement specialist, 采购, 采购员, 采购工程师, 采购专员
planner, scheduler, 计划员
recruiter, talent acquisition specialist, 招聘专员, 招聘
representative, sales rep, 销售代表
salesperson, salesman, 销售, 销售员
nurse, 护士, 护师
doctor, physician, 医生
surgeon, 外科医生
pharmacist, 药剂师
teacher, lecturer, 教师, 老师, 讲师
trainer, 培训师
lawyer, attorney, solicitor, legal counsel, 律师, 法务
translator, interpreter, 翻译
technical author, technical writer, 技术作者
writer, author, editor, 编辑
driver, 司机
pilot, 飞行员
clerk, 文员
receptionist, 前台
warehouse operative, warehouse worker, storekeeper, 仓库管理员, 仓管员, 仓管
chef, cook, 厨师
cleaner, 保洁
inspector, quality inspector, 质检员, 检验员, 检验工程师
builder, panel builder, 装配工
locksmith, 锁匠
apprentice, trainee, 学徒
intern, 实习生
`);
