/**
 * @file Our HR thesaurus: one concept per line, its ways of saying it in English and Chinese, separated by commas.
 * Every member stands for every other at a weight below 1 (constants.ts), so only near synonyms belong on one line;
 * a word may stand on several. Written by us for this product; nothing copied.
 * To add a concept: one line. English is matched by stems, so no plurals or -ing forms; Chinese in simplified characters.
 */
export const THESAURUS = `
holiday, vacation, annual leave, paid leave, paid time off, pto, time off, day off, days off, leave entitlement, 年假, 年休假, 带薪年休假, 带薪休假, 休假, 假期
public holiday, bank holiday, statutory holiday, federal holiday, national holiday, company holiday, office closed, 法定节假日, 节假日, 法定假日, 公共假期, 公众假日
leave, leave of absence, time off, absence, time away, away from work, 请假, 休假, 假期, 事假
sick, ill, sickness, illness, unwell, sick leave, sick day, sick pay, medical leave, flu, fever, under the weather, 病假, 生病, 患病, 看病, 医疗期, 病休
maternity, pregnant, pregnancy, expecting, expectant, having a baby, giving birth, childbirth, parental leave, maternity leave, newborn, 产假, 怀孕, 孕期, 生育, 生孩子, 分娩, 孕妇, 产期, 哺乳期
paternity, father, dad, new dad, parental leave, paternity leave, partner gives birth, 陪产假, 护理假, 爸爸
parental, parent, family leave, parental leave, maternity leave, paternity leave, adoption, adopt, foster, primary caregiver, secondary caregiver, 育儿假, 收养, 领养
breastfeed, breastfeeding, nursing mother, lactation, express milk, pump, 哺乳, 哺乳期, 哺乳时间
bereavement, funeral, death in the family, passed away, die, compassionate leave, bereaved, grief, 丧假, 去世, 过世, 奔丧
wedding, marry, marriage, get married, honeymoon, 婚假, 结婚
jury duty, jury service, court duty, witness, subpoena, summon
military, armed forces, reservist, national guard, 服役, 服兵役, 退役
volunteer, volunteering, charity, community service, give back, 志愿, 公益
sabbatical, career break, extended leave, long leave, unpaid leave, 无薪假, 停薪留职, 长假
salary, wage, pay, paycheck, compensation, remuneration, earnings, income, payroll, stipend, 工资, 薪资, 薪水, 薪酬, 劳动报酬, 工钱, 报酬, 月薪, 底薪
payday, pay day, pay date, pay period, pay schedule, get paid, payroll date, 发工资, 发薪日, 工资支付, 支付工资
raise, pay rise, pay increase, salary increase, salary review, merit increase, compensation review, 涨工资, 加薪, 调薪, 涨薪
bonus, incentive, commission, award, 奖金, 年终奖, 提成, 绩效奖金, 奖励
overtime, extra hours, work late, time and a half, toil, time off in lieu, comp time, 加班, 延长工作时间, 加班费, 加点
arrears, underpaid, unpaid wages, late payment, withhold, 拖欠, 克扣, 欠薪, 未及时足额支付, 拖欠工资
minimum wage, lowest wage, living wage, 最低工资
deduct, deduction, withhold, dock, 扣, 扣除, 扣工资, 扣款
tax, withholding, w2, w4, 个税, 个人所得税, 税
equity, stock, share, stock option, option grant, vesting, vest, 股权, 期权, 股票
pension, retirement plan, 401k, 403b, retirement saving, superannuation, 养老金, 养老保险, 退休金, 企业年金, 基本养老保险
retire, retirement, retirement age, pension age, 退休, 退休年龄
health insurance, medical insurance, health plan, health cover, medical coverage, medical, healthcare, health care, 医疗保险, 医保, 健康保险
dental, dentist, teeth, tooth, orthodontic, 牙科, 牙医
vision, eye, glasses, optical, optician, spectacles, eyesight, contact lens
insurance, coverage, cover, insured, policyholder, 保险, 社保, 社会保险, 五险一金, 五险
social insurance, social security, 社会保险, 社保, 五险, 缴纳社会保险
housing fund, 公积金, 住房公积金
unemployment, jobless, unemployment benefit, 失业, 失业保险, 失业金
work injury, workplace injury, injured at work, accident, industrial injury, workers compensation, hurt on the job, 工伤, 工伤保险, 受伤, 工伤认定, 事故伤害
occupational disease, work-related illness, 职业病
disability, disabled, accommodation, reasonable adjustment, impairment, 残疾, 伤残, 劳动能力鉴定, 残疾人
benefit, perk, employee benefit, entitlement, 福利, 待遇
dependent, dependant, spouse, husband, wife, partner, family member, child, kid, 家属, 配偶, 子女
child, kid, son, daughter, baby, infant, toddler, children, 孩子, 子女, 小孩, 儿童, 婴儿
spouse, husband, wife, partner, domestic partner, significant other, 配偶, 丈夫, 妻子, 老公, 老婆
relative, family member, nepotism, family, relation, 亲属, 亲戚, 家人, 近亲属
childcare, child care, daycare, nursery, nanny, babysitter, crèche, 托儿, 托育
gym, fitness, exercise, workout, wellness, wellbeing, well-being, health club, sport, 健身, 运动
mental health, counselling, counseling, therapy, therapist, stress, burnout, employee assistance, eap, depression, anxiety, 心理健康, 心理咨询, 压力
food, lunch, meal, snack, breakfast, dinner, catering, restaurant, per diem, 餐补, 午餐, 伙食, 餐费, 吃饭
boss, manager, supervisor, line manager, team lead, lead, team leader, superior, 经理, 主管, 上级, 领导, 老板, 直属上级
employee, worker, staff, staff member, team member, personnel, colleague, associate, 员工, 劳动者, 职工, 雇员
employer, company, firm, organization, business, 用人单位, 单位, 公司, 雇主, 企业
coworker, colleague, teammate, team member, peer, workmate, 同事
human resource, hr, people team, people ops, people operations, hr department, personnel department, 人事, 人力资源, 人事部, hr部门
new hire, new employee, new starter, newcomer, onboarding, induction, first day, orientation, joiner, start date, 新员工, 入职, 新人, 报到
resign, quit, resignation, leave the company, leave my job, give notice, hand in notice, notice period, last day, 辞职, 离职, 辞工, 解除劳动合同, 提前三十日, 走人
notice, notice period, advance notice, prior notice, heads up, in advance, ahead of time, beforehand, 提前通知, 通知, 提前三十日, 预告
terminate, termination, fire, dismiss, dismissal, sack, let go, lay off, termination of employment, discharge, 辞退, 解雇, 开除, 炒鱿鱼, 解除劳动合同, 裁掉, 辞掉, 终止劳动合同
layoff, redundancy, redundant, downsizing, reduction in force, lay off, 裁员, 经济性裁员, 裁减人员
severance, severance pay, redundancy pay, exit package, 经济补偿, 补偿金, 赔偿金, n+1, 遣散费, 赔偿
offboarding, exit interview, leaver, exit, departure, last day, 离职手续, 离职面谈, 工作交接, 办理交接
probation, probationary period, trial period, introductory period, 试用期, 试用, 转正
contract, employment contract, agreement, employment agreement, offer letter, 合同, 劳动合同, 协议, 合约
fixed term, temporary, temp, contractor, freelancer, freelance, independent contractor, consultant, 固定期限, 临时工, 外包
dispatch, agency worker, labour dispatch, temp agency, 劳务派遣, 派遣, 劳务派遣工
part time, part timer, reduced hours, fewer hours, half day, 非全日制, 兼职, 小时工, 钟点工
full time, full timer, 全日制, 全职
intern, internship, apprentice, trainee, work experience, 实习, 实习生, 学徒
minor, underage, under 18, young worker, child labor, 未成年工, 童工, 未成年人, 未满十六周岁
non compete, noncompete, competitor, restrictive covenant, rival, 竞业限制, 竞业协议, 竞业禁止, 竞争对手
confidential, confidentiality, nda, non disclosure, secret, trade secret, proprietary, sensitive information, leak, 保密, 商业秘密, 保密协议, 机密, 泄密
intellectual property, ip, invention, patent, copyright, ownership of work, 知识产权, 专利
side job, second job, outside work, outside employment, moonlight, moonlighting, freelance, side hustle, side project, outside activities, other employment, 兼职, 副业, 第二职业
conflict of interest, outside interest, 利益冲突
gift, entertainment, bribe, bribery, hospitality, kickback, 礼品, 礼物, 贿赂
expense, reimburse, reimbursement, claim back, get money back, pay back, expense report, out of pocket, receipt, 报销, 费用, 差旅费, 发票
receipt, invoice, proof of purchase, 发票, 收据
credit card, company card, corporate card, business card, 公司卡
travel, trip, business trip, business travel, work trip, flight, fly, airfare, hotel, lodging, 出差, 差旅, 机票, 酒店
mileage, drive, own car, personal car, personal vehicle, driving, petrol, gas, 里程, 私车公用
commute, commuting, transit, public transport, bus, train, metro, subway, parking, travel to work, 通勤, 交通补贴, 班车, 上下班
relocate, relocation, move house, moving, move to another city, move abroad, 搬家, 调动, 异地
remote, work from home, wfh, home office, telework, telecommute, telecommuting, working remotely, home working, hybrid, 居家办公, 远程办公, 在家办公, 在家上班, 远程
abroad, overseas, another country, foreign country, outside the country, international, 境外, 国外, 海外
flexible, flexible hours, flexitime, flextime, flexible working, adjust hours, core hours, work schedule, 弹性工作, 弹性工时, 灵活
working hours, work hours, office hours, hours of work, schedule, shift, timetable, 工作时间, 工时, 上班时间, 工作日, 作息
break, rest, lunch break, meal break, rest period, pause, 休息, 休息时间, 午休, 休息日
timesheet, time sheet, time tracking, log hours, track hours, clock in, record hours, timecard, 考勤, 打卡, 工时记录
late, tardy, lateness, punctual, attendance, absenteeism, no show, 迟到, 早退, 缺勤, 旷工, 考勤
weekend, saturday, sunday, rest day, 周末, 双休, 休息日, 星期天
night shift, night work, graveyard shift, 夜班, 夜间
on call, standby, pager, after hours, 值班, 待命
laptop, computer, macbook, machine, workstation, equipment, hardware, device, 电脑, 设备, 笔记本
phone, mobile, cell, cell phone, mobile phone, smartphone, telephone, 手机, 电话
monitor, keyboard, chair, desk, standing desk, furniture, ergonomic, home office, equipment, 办公桌, 椅子
software, app, application, tool, license, subscription, 软件, 应用
password, passphrase, login, log in, sign in, credentials, account access, two factor, 2fa, mfa, authentication, 密码, 登录, 账号
lose, lost, stolen, missing, theft, steal, misplace, 丢失, 丢了, 遗失, 被盗
security, data protection, data breach, incident, hack, phishing, malware, virus, security incident, 信息安全, 安全事件, 数据泄露
privacy, personal data, personal information, gdpr, 隐私, 个人信息
monitoring, surveillance, tracked, spy, read my email, 监控, 监视
social media, twitter, facebook, linkedin, blog, post online, instagram, 社交媒体, 微博, 朋友圈
press, media, journalist, reporter, interview request, news, 媒体, 记者
email, mail, inbox, e mail, message, 邮件, 邮箱
chat, slack, instant message, messaging, teams, 聊天, 微信
meeting, standup, stand up, call, one on one, 1 on 1, check in, sync, 会议, 开会, 面谈
training, course, class, learning, education, professional development, continuing education, tuition, workshop, conference, certification, learn, study, seminar, 培训, 学习, 课程, 进修, 职业培训, 培训费
training bond, service period, repay training, clawback, pay back training, 服务期, 培训费用, 违约金, 专项培训
penalty, liquidated damages, fine, 违约金, 罚款, 罚金
book, reading, kindle, library, ebook, 书籍, 图书
performance review, performance, appraisal, evaluation, review, feedback, assessment, annual review, 绩效, 绩效考核, 考核, 评估, 绩效评估
improvement plan, pip, underperform, poor performance, not performing, 不能胜任工作, 不胜任, 绩效改进
promotion, promote, advance, career, career path, career development, level up, advancement, career ladder, 晋升, 升职, 职业发展, 提拔
transfer, change team, move team, internal move, switch team, internal mobility, change role, 调岗, 转岗, 调动, 变更岗位, 换岗
job, role, position, post, title, job title, vacancy, opening, 岗位, 职位, 职务, 工作岗位
recruit, hire, hiring, recruitment, recruiter, talent acquisition, open role, 招聘, 录用, 招人, 招用
referral, refer, refer a friend, recommend someone, referral bonus, 内推, 推荐
interview, candidate, applicant, job applicant, 面试, 候选人, 应聘者
background check, reference, reference check, criminal record, vetting, screening, 背景调查, 背调
apply, application, request, submit, file, 申请, 提交, 提出申请
approve, approval, permission, authorize, authorization, sign off, consent, green light, ask permission, okay, 批准, 审批, 同意, 许可
report, complain, complaint, raise a concern, grievance, speak up, concern, tell someone, 投诉, 举报, 申诉, 反映
whistleblower, whistleblowing, report wrongdoing, speak up, misconduct, unethical, retaliation, 举报, 揭发, 打击报复
harassment, harass, bully, bullying, sexual harassment, hostile, unwelcome, mistreat, abuse, inappropriate, 骚扰, 性骚扰, 欺凌, 霸凌
discrimination, discriminate, bias, equal opportunity, equal employment opportunity, unfair treatment, race, gender, prejudice, 歧视, 平等就业, 就业歧视, 性别歧视
diversity, inclusion, dei, belonging, inclusive, 多元, 包容
violence, threat, weapon, gun, fight, threaten, assault, 暴力, 威胁, 打人
discipline, disciplinary, disciplinary action, warning, written warning, corrective action, misconduct, punish, consequence, violation, sanction, 处分, 处罚, 违纪, 警告, 纪律, 惩戒
retaliation, reprisal, victimisation, get back at, 报复
alcohol, drink, drinking, beer, drunk, 饮酒, 喝酒
drug, substance abuse, cannabis, marijuana, weed, 毒品, 吸毒
smoke, smoking, vape, cigarette, tobacco, 吸烟, 抽烟
dress code, attire, clothing, clothes, wear, uniform, what to wear, 着装, 工装, 制服
safety, health and safety, hazard, emergency, fire drill, evacuation, first aid, 安全, 安全生产, 劳动安全, 危险, 应急
protective equipment, ppe, protective gear, 劳动防护用品, 防护
heat, high temperature, hot weather, 高温, 高温津贴, 高温补贴
allowance, subsidy, stipend, 津贴, 补贴, 补助
weather, snow, storm, inclement weather, closure, snow day
visitor, guest, guests in the office, 访客, 来访
key, badge, access card, keycard, fob, door, building access, 门禁, 工牌
office, workplace, premises, worksite, building, 办公室, 工作场所, 办公地点
pet, dog, cat, animal, 宠物
visa, work permit, immigration, sponsorship, green card, h1b, work authorization, 签证, 工作许可, 工作签证
union, trade union, collective bargaining, organize, 工会, 集体合同, 集体协商
strike, industrial action, walkout, 罢工, 停工
arbitration, dispute, mediation, lawsuit, tribunal, sue, go to court, legal action, 仲裁, 劳动争议, 劳动仲裁, 调解, 起诉, 打官司, 争议
time limit, deadline, cutoff, due date, last date, limitation period, 期限, 时效, 截止, 仲裁时效
compensate, damages, liability, compensation, make good, 赔偿, 赔偿责任, 损害赔偿, 赔, 赔钱
illegal, unlawful, against the law, prohibited, forbidden, ban, not allowed, not permitted, 违法, 禁止, 不得, 违反
policy, rule, guideline, handbook, regulation, code of conduct, procedure, 制度, 规定, 规章制度, 员工手册, 政策
code of conduct, ethics, values, principles, conduct, behavior, 行为准则, 道德, 价值观
seniority, tenure, length of service, years of service, service year, 工龄, 工作年限, 司龄
carry over, roll over, carry forward, unused, leftover, expire, lose it, use it or lose it, save up, 结转, 累计, 未休, 跨年度, 未使用
cash out, payout, pay out, paid out, cash in, encash, 折现, 折算, 工资报酬支付
accrue, accrual, earn, build up, accumulate, 累积, 累计
eligible, eligibility, qualify, entitled, entitlement, qualify for, 资格, 享受, 条件, 符合条件
limit, cap, maximum, max, ceiling, at most, up to, 上限, 最多, 不得超过, 限额
minimum, at least, min, lowest, 最低, 至少, 不得低于, 不少于
cost, price, fee, charge, expense, 费用, 成本
budget, allowance, spending limit, spend, 预算
refund, give back, return, hand back, repay, pay back, 退还, 归还, 退回
buy, purchase, order, procurement, procure, vendor, supplier, 采购, 购买
start, begin, commence, effective, starting, 开始, 生效
end, finish, expire, expiry, stop, 结束, 终止, 届满, 到期
renew, renewal, extend, extension, 续签, 续订, 延长
change, amend, modify, update, alter, edit, 变更, 修改, 调整
cancel, withdraw, revoke, call off, 取消, 撤销, 撤回
form, document, paperwork, template, 表格, 文件, 材料
proof, evidence, certificate, doctor note, medical certificate, documentation, note from doctor, 证明, 证据, 诊断证明, 病假条
doctor, physician, appointment, medical appointment, gp, clinic, hospital, 医生, 医院, 就诊
client, customer, 客户, 顾客
money, funds, cash, 钱, 资金
emergency contact, next of kin, 紧急联系人
address, home address, name change, personal details, contact details, 地址, 个人资料
birthday, celebrate, anniversary, party, team event, social event, offsite, retreat, 生日, 团建, 聚会
vote, voting, election, polls, 投票, 选举
religion, religious, prayer, faith, 宗教, 信仰
dating, romance, romantic relationship, relationship with coworker, date a coworker, 恋爱, 办公室恋情
political, politics, campaign, political activity, 政治
records, personnel file, employee file, employment record, 档案, 人事档案, 记录
blood test, medical exam, drug test, health check, physical, checkup, 体检, 健康检查
woman, female, women, 女职工, 女性, 妇女, 女员工
mentor, buddy, mentoring, coach, coaching, 导师, 带教
team, department, division, group, unit, 部门, 团队
ceo, founder, executive, leadership, chief executive, 总裁, 首席执行官, 高管
resume, cv, curriculum vitae, 简历, 履历
headquarters, head office, main office, 总部
borrow, loan, advance, salary advance, pay advance, 借款, 预支, 借
`;
