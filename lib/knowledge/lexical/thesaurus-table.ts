/**
 * @file Our HR thesaurus: one concept per line, its ways of saying it in English and Chinese, separated by commas.
 * Every member stands for every other at a weight below 1 (constants.ts), so only near synonyms belong on one line;
 * a word may stand on several. Written by us for this product; nothing copied.
 * To add a concept: one line. English is matched by stems, so no plurals or -ing forms; Chinese in simplified characters.
 */
export const THESAURUS = `
holiday, vacation, annual leave, your leave, my leave, their leave, days of leave, leave days, leave day, leave year, paid leave, paid time off, pto, time off, day off, days off, leave entitlement, 年假, 年休假, 带薪年休假, 带薪休假, 休假, 假期, 年休, 带薪假
public holiday, bank holiday, statutory holiday, federal holiday, national holiday, company holiday, office closed, 法定节假日, 节假日, 法定假日, 公共假期, 公众假日
leave, leave of absence, time off, absence, time away, away from work, 请假, 休假, 假期, 事假
sick, ill, sickness, illness, unwell, sick leave, sick day, sick pay, medical leave, flu, fever, under the weather, 病假, 生病, 患病, 看病, 医疗期, 病休
maternity, pregnant, pregnancy, expecting, expectant, having a baby, giving birth, childbirth, parental leave, maternity leave, newborn, 产假, 怀孕, 孕期, 生育, 生孩子, 分娩, 孕妇, 产期, 哺乳期, 坐月子, 预产期, 剖腹产, 难产, 生娃, 孕妈, 怀上
paternity, father, dad, new dad, parental leave, paternity leave, partner gives birth, 陪产假, 护理假, 爸爸, 陪产, 老婆生孩子
parental, parent, family leave, parental leave, maternity leave, paternity leave, adoption, adopt, foster, primary caregiver, secondary caregiver, 育儿假, 收养, 领养, 育儿
breastfeed, breastfeeding, nursing mother, lactation, express milk, pump, 哺乳, 哺乳期, 哺乳时间
bereavement, funeral, death in the family, passed away, die, compassionate leave, bereaved, grief, 丧假, 去世, 过世, 奔丧, 离世
wedding, marry, marriage, get married, honeymoon, 婚假, 结婚
jury duty, jury service, court duty, witness, subpoena, summon
military, armed forces, reservist, national guard, 服役, 服兵役, 退役, 当兵, 参军, 入伍, 服现役, 退伍, 转业, 复员, veteran, 退伍军人, 退役军人, 退伍兵, 退役士兵
volunteer, volunteering, charity, community service, give back, 志愿, 公益
sabbatical, career break, extended leave, long leave, unpaid leave, 无薪假, 停薪留职, 长假
salary, wage, pay, paycheck, compensation, remuneration, earnings, income, payroll, stipend, 工资, 薪资, 薪水, 薪酬, 劳动报酬, 工钱, 报酬, 月薪, 底薪
payday, pay day, pay date, pay period, pay schedule, get paid, payroll date, 发工资, 发薪日, 工资支付, 支付工资
raise, pay rise, pay increase, salary increase, salary review, merit increase, compensation review, 涨工资, 加薪, 调薪, 涨薪
bonus, incentive, commission, award, 奖金, 年终奖, 提成, 绩效奖金, 奖励
overtime, extra hours, work late, time and a half, toil, time off in lieu, comp time, 加班, 延长工作时间, 加班费, 加点, 加班工资, 延长劳动时间, 加班加点
arrears, underpaid, unpaid wages, late payment, withhold, 拖欠, 克扣, 欠薪, 未及时足额支付, 拖欠工资, 不发工资, 压工资, 没发工资, 少发, 无故拖欠, 工资没发, 工资不发, 晚发
minimum wage, lowest wage, living wage, 最低工资
deduct, deduction, withhold, dock, 扣, 扣除, 扣工资, 扣款
tax, withholding, w2, w4, 个税, 个人所得税, 税
equity, stock, share, stock option, option grant, vesting, vest, 股权, 期权, 股票
pension, retirement plan, 401k, 403b, retirement saving, superannuation, 养老金, 养老保险, 退休金, 企业年金, 基本养老保险
retire, retirement, retirement age, pension age, 退休, 退休年龄, phased retirement, partial retirement, wind down
health insurance, medical insurance, health plan, health cover, medical coverage, medical, healthcare, health care, 医疗保险, 医保, 健康保险
dental, dentist, teeth, tooth, orthodontic, 牙科, 牙医
vision, eye, glasses, optical, optician, spectacles, eyesight, contact lens
insurance, coverage, cover, insured, policyholder, 保险, 社保, 社会保险, 五险一金, 五险
social insurance, social security, 社会保险, 社保, 五险, 缴纳社会保险
housing fund, 公积金, 住房公积金
unemployment, jobless, unemployment benefit, 失业, 失业保险, 失业金, 没工作, 下岗, 待业, 失业人员, 失业保险金
work injury, workplace injury, injured at work, accident, industrial injury, workers compensation, hurt on the job, 工伤, 工伤保险, 受伤, 工伤认定, 事故伤害, 因工负伤, 因工受伤, 摔伤, 砸伤, 弄伤
occupational disease, work-related illness, 职业病
disability, disabled, accommodation, reasonable adjustment, impairment, 残疾, 伤残, 劳动能力鉴定, 残疾人, 残障, 腿脚不便, 伤残等级
benefit, perk, employee benefit, entitlement, 福利, 待遇
dependent, dependant, spouse, husband, wife, partner, family member, child, kid, 家属, 配偶, 子女
child, kid, son, daughter, baby, infant, toddler, children, 孩子, 子女, 小孩, 儿童, 婴儿
spouse, husband, wife, partner, domestic partner, significant other, 配偶, 丈夫, 妻子, 老公, 老婆
relative, family member, nepotism, family, relation, 亲属, 亲戚, 家人, 近亲属
childcare, child care, daycare, nursery, nanny, babysitter, crèche, 托儿, 托育
gym, fitness, exercise, workout, wellness, wellbeing, well-being, health club, sport, 健身, 运动
mental health, counselling, counseling, therapy, therapist, stress, burnout, employee assistance, eap, depression, anxiety, 心理健康, 心理咨询, 压力, 抑郁, 抑郁症, 焦虑, 精神障碍, 精神病
food, lunch, meal, snack, breakfast, dinner, catering, restaurant, per diem, 餐补, 午餐, 伙食, 餐费, 吃饭
boss, manager, supervisor, line manager, team lead, lead, team leader, superior, 经理, 主管, 上级, 领导, 老板, 直属上级
employee, worker, staff, staff member, team member, personnel, colleague, associate, 员工, 劳动者, 职工, 雇员, 工人, 打工人, 打工的, 从业人员, 工作人员, 务工人员
employer, company, firm, organization, business, 用人单位, 单位, 公司, 雇主, 企业, 老板, 厂方, 资方, 用工单位, 生产经营单位
coworker, colleague, teammate, team member, peer, workmate, 同事, 工友
human resource, hr, people team, people ops, people operations, hr department, personnel department, 人事, 人力资源, 人事部, hr部门
new hire, new employee, new starter, newcomer, onboarding, induction, first day, orientation, joiner, start date, 新员工, 入职, 新人, 报到
resign, quit, resignation, leave the company, leave my job, give notice, hand in notice, notice period, last day, 辞职, 离职, 辞工, 解除劳动合同, 提前三十日, 走人, 不干了, 不想干, 裸辞, 辞呈, 辞去
notice, notice period, advance notice, prior notice, heads up, in advance, ahead of time, beforehand, 提前通知, 通知, 提前三十日, 预告
terminate, termination, fire, dismiss, dismissal, sack, let go, lay off, termination of employment, discharge, 辞退, 解雇, 开除, 炒鱿鱼, 解除劳动合同, 裁掉, 辞掉, 终止劳动合同, 不要我, 撵走, 赶走, 劝退, 解聘, 辞聘, 免职, 被裁, 让我走, 解除聘用合同
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
minor, underage, under 18, young worker, child labor, 未成年工, 童工, 未成年人, 未满十六周岁, 未成年, 未满十八周岁, 小工
non compete, noncompete, competitor, restrictive covenant, rival, 竞业限制, 竞业协议, 竞业禁止, 竞争对手
confidential, confidentiality, nda, non disclosure, secret, trade secret, proprietary, sensitive information, leak, 保密, 商业秘密, 保密协议, 机密, 泄密
intellectual property, ip, invention, patent, copyright, ownership of work, 知识产权, 专利, invent, inventor, 发明
side job, second job, outside work, outside employment, moonlight, moonlighting, freelance, side hustle, side project, outside activities, other employment, 兼职, 副业, 第二职业, 第二份工作, 外快, 私活, 经商
conflict of interest, outside interest, 利益冲突
gift, entertainment, bribe, bribery, hospitality, kickback, 礼品, 礼物, 贿赂, 红包, 回扣, 收礼, 行贿, 受贿, 收受
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
late, tardy, lateness, punctual, attendance, absenteeism, no show, 迟到, 早退, 缺勤, 旷工, 考勤, 不来上班, 擅离职守, 擅自离岗, 无故不去
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
monitoring, surveillance, tracked, spy, read my email, 监控, 监视, 摄像头, cctv, camera, footage, video surveillance
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
promotion, promote, advance, career, career path, career development, level up, advancement, career ladder, 晋升, 升职, 职业发展, 提拔, 晋级
transfer, change team, move team, internal move, switch team, internal mobility, change role, 调岗, 转岗, 调动, 变更岗位, 换岗
job, role, position, post, title, job title, vacancy, opening, 岗位, 职位, 职务, 工作岗位
recruit, hire, hiring, recruitment, recruiter, talent acquisition, open role, 招聘, 录用, 招人, 招用
referral, refer, refer a friend, recommend someone, referral bonus, 内推, 推荐
interview, candidate, applicant, job applicant, 面试, 候选人, 应聘者
background check, reference, reference check, criminal record, vetting, screening, 背景调查, 背调
apply, application, request, submit, file, 申请, 提交, 提出申请
approve, approval, permission, authorize, authorization, sign off, consent, green light, ask permission, okay, 批准, 审批, 同意, 许可
report, complain, complaint, raise a concern, grievance, speak up, concern, tell someone, 投诉, 举报, 申诉, 反映, 控告, 检举, 告状
whistleblower, whistleblowing, report wrongdoing, speak up, misconduct, unethical, retaliation, 举报, 揭发, 打击报复, blow the whistle, blowing the whistle
harassment, harass, bully, bullying, sexual harassment, hostile, unwelcome, mistreat, abuse, inappropriate, 骚扰, 性骚扰, 欺凌, 霸凌, grope, unwanted touch
discrimination, discriminate, bias, equal opportunity, equal employment opportunity, unfair treatment, race, gender, prejudice, 歧视, 平等就业, 就业歧视, 性别歧视
diversity, inclusion, dei, belonging, inclusive, 多元, 包容
violence, threat, weapon, gun, fight, threaten, assault, 暴力, 威胁, 打人
discipline, disciplinary, disciplinary action, warning, written warning, corrective action, misconduct, punish, consequence, violation, sanction, 处分, 处罚, 违纪, 警告, 纪律, 惩戒, 记过, 降级, 撤职, 记大过
retaliation, reprisal, victimisation, get back at, 报复
alcohol, drink, drinking, beer, drunk, 饮酒, 喝酒
drug, substance abuse, cannabis, marijuana, weed, 毒品, 吸毒
smoke, smoking, vape, cigarette, tobacco, 吸烟, 抽烟
dress code, attire, clothing, clothes, wear, uniform, what to wear, 着装, 工装, 制服, overall, overalls, workwear, work clothes, 工作服
safety, health and safety, hazard, emergency, fire drill, evacuation, first aid, 安全, 安全生产, 劳动安全, 危险, 应急
protective equipment, ppe, protective gear, 劳动防护用品, 防护, 安全帽, 手套, 口罩, 防护服, 劳保, 劳保用品, 防护用品
heat, high temperature, hot weather, 高温, 高温津贴, 高温补贴
allowance, subsidy, stipend, 津贴, 补贴, 补助, 岗位津贴, 贴补
weather, snow, storm, inclement weather, closure, snow day, windy, gale, wind, 台风, 暴雨, 大雪
visitor, guest, guests in the office, 访客, 来访
key, badge, access card, keycard, fob, door, building access, 门禁, 工牌
office, workplace, premises, worksite, building, 办公室, 工作场所, 办公地点
pet, dog, cat, animal, 宠物
visa, work permit, immigration, sponsorship, green card, h1b, work authorization, 签证, 工作许可, 工作签证, 居留证件, 居留许可, 就业许可, 就业证
union, trade union, collective bargaining, organize, 工会, 集体合同, 集体协商
strike, industrial action, walkout, 罢工, 停工
arbitration, dispute, mediation, lawsuit, tribunal, sue, go to court, legal action, 仲裁, 劳动争议, 劳动仲裁, 调解, 起诉, 打官司, 争议, 诉讼, 提起诉讼, 告上法庭, 告公司, 维权, 和解, 调停
time limit, deadline, cutoff, due date, last date, limitation period, 期限, 时效, 截止, 仲裁时效
compensate, damages, liability, compensation, make good, 赔偿, 赔偿责任, 损害赔偿, 赔, 赔钱
illegal, unlawful, against the law, prohibited, forbidden, ban, not allowed, not permitted, 违法, 禁止, 不得, 违反
policy, rule, guideline, handbook, regulation, code of conduct, procedure, 制度, 规定, 规章制度, 员工手册, 政策
code of conduct, ethics, values, principles, conduct, behavior, 行为准则, 道德, 价值观
seniority, tenure, length of service, years of service, service year, 工龄, 工作年限, 司龄, 连续工作
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
money, funds, cash, 钱, 资金, 费用, 款项
emergency contact, next of kin, 紧急联系人
address, home address, name change, personal details, contact details, 地址, 个人资料
birthday, celebrate, anniversary, party, team event, social event, offsite, retreat, 生日, 团建, 聚会
vote, voting, election, polls, 投票, 选举
religion, religious, prayer, faith, 宗教, 信仰
dating, romance, romantic relationship, relationship with coworker, date a coworker, 恋爱, 办公室恋情
political, politics, campaign, political activity, 政治
records, personnel file, employee file, employment record, 档案, 人事档案, 记录
blood test, medical exam, drug test, health check, physical, checkup, 体检, 健康检查
woman, female, women, 女职工, 女性, 妇女, 女员工, 女工, 女的
mentor, buddy, mentoring, coach, coaching, 导师, 带教
team, department, division, group, unit, 部门, 团队
ceo, founder, executive, leadership, chief executive, 总裁, 首席执行官, 高管
resume, cv, curriculum vitae, 简历, 履历
headquarters, head office, main office, 总部
borrow, loan, advance, salary advance, pay advance, 借款, 预支, 借, 借钱, 贷款
report, notify, inform, tell, alert, let know, contact, reach out, get in touch, escalate, flag, 告知, 通知, 联系
ask, request, inquire, enquire, query, 询问, 请求, 要求
choose, pick, select, nominate, opt, elect, preference, 选择, 挑选
get, receive, obtain, be given, entitled, eligible
give, provide, supply, grant, offer, issue, hand out, 提供, 发放, 发给
decline, refuse, deny, reject, turn down, say no, disapprove, 拒绝, 驳回, 不同意
accept, agree, consent, say yes, 接受, 同意
join, enroll, sign up, register, subscribe, opt in, 加入, 参加, 登记, 注册
required, mandatory, compulsory, must, obligatory, have to, necessary, 必须, 强制, 应当
optional, voluntary, up to me, not required, 自愿, 可选
allowed, permitted, may i, acceptable, ok to, fine to, 允许, 可以, 准许
responsible, in charge, owner, who handles, accountable, responsibility, 负责, 职责
help, support, assistance, assist, aid, 帮助, 支持, 援助
fix, repair, resolve, troubleshoot, correct, sort out, 维修, 解决, 纠正
broken, damaged, faulty, not working, crash, stop working, break, 损坏, 坏了, 故障
replace, replacement, upgrade, new one, swap, 更换, 替换
delete, remove, erase, destroy, wipe, dispose, get rid of, 删除, 销毁
keep, retain, retention, store, save, archive, hold on to, 保留, 保存, 留存
share, disclose, reveal, pass on, publish, post, 披露, 公开, 分享
copy, duplicate, replicate, backup, back up, 复制, 备份
send, submit, forward, mail, deliver, turn in, hand in, 发送, 提交, 寄
check, verify, confirm, validate, review, inspect, 检查, 核实, 确认
schedule, book, reserve, arrange, plan, booking, 预订, 预约, 安排
attend, take part, participate, be present, join, show up, 参加, 出席
miss, skip, absent, fail to attend, not show up, 缺席, 错过
visit, on site, onsite, see the client, client site
often, frequency, how often, regularly, frequently, every week, every month, weekly, monthly, quarterly, yearly, annually, 频率, 每年, 每月
yearly, annual, annually, every year, per year, each year, once a year, per annum, 每年, 年度
monthly, every month, per month, each month, a month, 每月, 按月
weekly, every week, per week, each week, a week, 每周
daily, every day, per day, each day, a day, 每天, 每日
how long, duration, length, period, 多久, 期限, 时长
first, initial, initially, beginning, early, 首次, 第一次
soon, immediately, right away, promptly, at once, straight away, asap, as soon as possible, 立即, 马上, 及时, 立刻
late, overdue, past due, delayed, delay, 逾期, 延迟, 超过期限
extra, additional, more, further, supplementary, on top, 额外, 另外
double, twice, two times, 2x, 双倍, 二倍, 两倍, 百分之二百
triple, three times, 3x, 三倍, 百分之三百
half, 50, fifty percent, 一半, 百分之五十
percentage, percent, share, proportion, rate, portion, 比例, 百分比
total, sum, amount, how much, 金额, 数额, 多少钱
free, no cost, complimentary, at no charge, paid for by, 免费
picture, photo, photograph, headshot, image, 照片, 相片
video, recording, record a call, film, 视频, 录像, 录音
spreadsheet, sheet, excel, google sheet, table
presentation, slides, deck, powerpoint
website, site, web site, web page, homepage, 网站
bio, biography, profile, about me, staff page
file, folder, drive, document, 文件夹
manual, handbook, guide, instruction, 手册, 指南
checklist, list, to do, steps
calendar, schedule, agenda, diary, 日历, 日程
deadline, due, cutoff, by when, time limit, no later than, 截止日期, 期限
name, call, title, 名称, 姓名
pronoun, they them, gender identity, preferred name
transgender, trans, gender identity, sexual orientation, lgbt, lgbtq, gay
age, older worker, elderly, years old, 年龄, 岁
ethnicity, race, national origin, skin color, 民族, 种族
joke, comment, remark, slur, offensive, 玩笑, 言论
rude, nasty, impolite, disrespectful, unprofessional, impatient, rudeness
angry, upset, frustrated, conflict, argument, disagreement, dispute, 冲突, 矛盾, 争执
overwhelmed, overworked, workload, too much work, exhausted, burnout, burn out, stress, 压力, 过劳
tired, drowsy, fatigue, sleepy, impair, impaired, 疲劳
medicine, medication, prescription, pill, drug, meds, 药, 药品, 用药
surgery, operation, hospital, hospitalization, procedure, treatment, 手术, 住院, 治疗
covid, coronavirus, pandemic, vaccine, vaccination, quarantine, virus, infectious, contagious, 疫情, 隔离, 传染病
accident, crash, collision, injury, hurt, incident, wreck, 事故, 车祸, 交通事故
car, vehicle, automobile, truck, driving, 车辆, 汽车, 机动车
taxi, cab, uber, lyft, ride share, rideshare, 出租车, 打车
plane, flight, airfare, airline, fly, airplane, economy class, first class, business class, 飞机
hotel, lodging, accommodation, room, airbnb, stay overnight, 住宿, 宾馆
rent, landlord, mortgage, lease, 租房, 房租, 房贷
verification of employment, employment verification, reference letter, confirm employment, proof of employment, 在职证明, 收入证明
reference, recommendation letter, former employee, 推荐信
certificate of leaving, 离职证明, 解除或者终止劳动合同的证明, 解除证明
grandmother, grandfather, grandparent, aunt, uncle, cousin, sibling, brother, sister, family member, 祖父母, 外祖父母, 奶奶, 爷爷, 外婆, 兄弟姐妹
parent, mother, father, mom, mum, dad, elderly parent, 父母, 母亲, 父亲, 爸妈
caregiver, carer, care for, caring, look after, take care of, 照顾, 照料, 护理
burial, funeral, memorial, cremation, 葬礼
divorce, separation, separated, ex wife, ex husband, 离婚
baby, newborn, infant, birth, delivery, due date, 出生, 新生儿
miscarriage, stillbirth, pregnancy loss, 流产
ivf, fertility, fertility treatment, 试管婴儿
student, study, university, college, degree, school, tuition, 学生, 大学, 学历, 学费
exam, examination, test, certification exam, 考试
language, english class, translation, 语言
skill, competency, capability, ability, expertise, proficiency, 技能, 能力
goal, objective, okr, kpi, target, metric, 目标, 指标
rating, score, grade, ranking, 评分, 等级, 评级
one time, one off, lump sum, single payment, once, 一次性
instalment, installment, in parts, pay in stages, 分期
bank, bank account, direct deposit, account number, wire, 银行, 银行卡, 账户
payslip, pay stub, pay slip, wage slip, earnings statement, 工资条, 工资单
currency, exchange rate, foreign currency, dollar, 外币, 汇率
tip, gratuity, 小费
meal allowance, per diem, daily allowance, meal cost, 餐费补助, 伙食补助
fuel, gas, petrol, mileage rate, 油费, 油钱
phone bill, internet bill, internet, wifi, broadband, data plan, home internet, 网费, 话费, 宽带
charger, cable, adapter, headset, headphones, webcam, mouse, dock
notebook, laptop, computer, pc, macbook, desktop, 笔记本电脑
screen, display, monitor, 显示器, 屏幕
printer, print, scan, scanner, 打印
encrypt, encryption, disk encryption, filevault, 加密
backup, restore, recover, recovery, 备份, 恢复
update, patch, upgrade, install, 更新, 安装
usb, thumb drive, external drive, removable media, flash drive, u盘
vpn, network, secure connection, remote access, public wifi, 虚拟专用网
key, private key, ssh key, security key, token, yubikey
suspicious, phishing, scam, fake email, spam, fraud, 可疑, 诈骗, 钓鱼
fraud, embezzle, embezzlement, steal, theft, irregularity, misuse of funds, cheating, 欺诈, 贪污, 挪用, 侵占
customer, client, user, account, buyer, 客户
vendor, supplier, contractor, third party, outside firm, partner, 供应商, 第三方
stakeholder, product owner, sponsor, decision maker
bug, defect, error, issue, ticket, problem, 缺陷, 问题
code, source code, repository, repo, git, pull request, merge request, 代码
release, deploy, deployment, ship, go live, launch, 发布, 上线
test, testing, qa, quality assurance, quality, 测试, 质量
estimate, estimation, guess, sizing, points, 估算
project, engagement, assignment, job, 项目
invoice, bill, billing, billable, chargeable, charge the client, 账单, 计费
proposal, bid, rfp, sales, pitch, 投标, 销售
marketing, advertising, promotion, campaign, brand, 市场, 宣传
logo, brand, branding, letterhead, 商标
signature, sign, esign, docusign, 签字, 签名, 盖章
legal, lawyer, attorney, counsel, 法律, 律师
police, law enforcement, authorities, 公安, 警察
government, state, federal, public sector, authority, 政府, 行政部门
citizen, citizenship, nationality, resident, 国籍, 公民
clearance, security clearance, background investigation, 审查
board, director, directors, board of directors, 董事会, 董事
shareholder, investor, owner, 股东, 投资人
strategy, mission, vision, purpose, 战略, 使命, 愿景
culture, values, way of working, 文化
survey, questionnaire, poll, feedback form, 调查, 问卷
suggestion, idea, improve, improvement, propose, 建议, 意见, 改进
recognition, reward, kudos, award, thank, appreciation, praise, shout out, 表彰, 奖励, 表扬, 嘉奖
lunch and learn, brown bag, talk, speaker, speaking, 讲座, 分享会
conference, summit, convention, offsite, retreat, 会议, 大会
quiet, focus, concentrate, heads down, do not disturb, deep work, focus time, 专注
time zone, pacific time, local time, 时区
noise, headphones, quiet, 噪声
clean, tidy, cleanliness, mess, 清洁, 卫生
temperature, cold, hot, air conditioning, 温度, 空调
parking, park, car park, garage, 停车
bike, bicycle, cycle, cycling, scooter, 自行车, 骑车
lift, elevator, stairs, 电梯
toilet, bathroom, restroom, washroom, 厕所, 洗手间
locker, storage, storage room, 储物柜
mail, post, package, parcel, courier, delivery, 快递, 包裹
lost property, lost and found, 失物
fire, smoke alarm, alarm, fire exit, 火灾, 消防
first aid, defibrillator, injury kit, first aider, 急救
earthquake, flood, storm, disaster, natural disaster, outage, power cut, power outage, 地震, 灾害, 停电
climate, carbon, sustainability, environment, environmental, green, 环境, 环保
donate, donation, matching gift, match donation, charitable, 捐款, 捐赠
discount, employee discount, staff discount, deal, 折扣, 优惠
massage, yoga, meditation, wellbeing, 按摩
life insurance, death benefit, 人寿保险
premium, contribution, deductible, copay, co-pay, out of pocket, 保费, 缴费
match, matching, employer contribution, company match, employer match
hsa, fsa, flexible spending, health savings, health savings account
cobra, continuation coverage, keep my insurance, insurance after leaving
enrollment, open enrollment, enrolment, sign up for benefits, qualifying event
beneficiary, next of kin, nominate, 受益人
grade, band, level, pay band, salary band, pay grade, 薪级, 职级
exempt, non exempt, hourly, salaried, 计时, 计件
piece rate, piecework, 计件, 计件工资, 劳动定额
comprehensive hours, irregular hours, 综合计算工时, 不定时工作制, 特殊工时
shift swap, swap shift, cover a shift, rota, roster, 换班, 调班, 排班, 倒班
festival, christmas, xmas, thanksgiving, new year, easter, juneteenth, 春节, 过年, 国庆, 五一, 元旦, 中秋, 节日, 法定休假日
on leave, out of office, ooo, away, absent, auto reply, vacation responder
handover, hand over, cover, coverage, stand in, backup person, 交接, 工作交接
company property, equipment return, return of property, give back equipment, give back laptop, 公司财物, 归还
final pay, final paycheck, last paycheck, last salary, last wage, 结清工资, 最后工资
rehire, boomerang, come back, return to work, 返聘, 复职, 恢复劳动关系
garden leave, gardening leave
death, die, deceased, fatal, killed, 死亡, 工亡, 身故, 因工死亡, 牺牲, 遗属, 伤亡
bankrupt, bankruptcy, insolvency, company closes, shut down, go out of business, 破产, 倒闭, 注销, 停业
merger, acquisition, takeover, company sold, new owner, 合并, 分立, 收购, 并购
relocation of company, company moves, 搬迁, 迁移
sign contract, written contract, no contract, unsigned, 签合同, 签劳动合同, 没签合同, 未签合同, 书面劳动合同, 订立书面劳动合同, 未订立, 订立劳动合同, 签字, 签订
open ended contract, permanent contract, indefinite contract, 无固定期限, 无固定期限劳动合同, 长期合同
deposit, security deposit, hold id card, 押金, 保证金, 担保, 扣押, 身份证, 押身份证, 收取财物, 风险金, 抵押
equal pay, same job same pay, 同工同酬
unpaid overtime, forced overtime, compulsory overtime, 强迫加班, 强制加班, 强迫劳动, 强令
on the way to work, travelling to work, commuting accident, 上下班途中, 上班路上, 下班路上, 回家路上, 通勤路上
labour inspectorate, labour authority, complain to the authority, 劳动监察, 劳动行政部门, 劳动局, 人社局, 社会保障行政部门, 劳动保障监察
social insurance not paid, 不交社保, 没交社保, 断缴, 补缴, 未依法缴纳, 未缴纳社会保险费, 不缴纳
compensation for injury, disability grade, 伤残等级, 伤残补助金, 一次性伤残补助金, 残疾等级
disease at work, sudden death at work, 突发疾病, 猝死
dust, chemical, toxic, radiation, 粉尘, 有毒有害, 职业病危害, 尘肺
underground, mine, heavy labor, 矿山, 井下, 重体力, 繁重体力劳动, 第四级
menstruation, period pain, 经期, 痛经, 例假
prenatal, antenatal, prenatal checkup, 产检, 产前检查
resign without notice, walk out, leave immediately, 随时离职, 立即解除, 随时解除
unlawful dismissal, wrongful termination, unfair dismissal, 违法解除, 违法辞退, 违法终止, 赔偿金, 二倍支付
burden of proof, evidence, prove, 举证, 证据, 举证责任, 证明
court, tribunal, judge, 法院, 人民法院, 法庭
appeal, object, contest, 上诉, 申诉, 不服, 复议, 异议, 复核, 复查, 不服气, 行政复议
enforce, enforcement, execution, 强制执行, 执行
false information, fake diploma, lie on resume, fraud, 欺诈, 假学历, 虚假, 造假, 隐瞒
salary cut, pay cut, reduce salary, lower pay, demotion, 降薪, 减薪, 降工资, 降职
suspension, stop work, furlough, standby pay, no work to do, 停工, 停产, 待岗, 歇业, 放假
serious violation, gross misconduct, 严重违反, 严重违纪, 严重失职, 重大损害
monthly wage, average wage, 月工资, 平均工资, 本人工资
works rules, company rules, staff handbook, democratic procedure, 规章制度, 厂规, 公司规定, 公示, 民主程序
minor worker, under 16, under 18, sixteen, 十六周岁, 十八周岁, 未满十八
disabled worker, handicapped, 残疾人, 残疾职工
foreigner, foreign employee, expat, expatriate, 外国人, 外籍, 外籍员工, 老外, 外籍人员
migrant worker, construction worker, 农民工, 建筑工人, 包工头
delivery rider, gig worker, platform worker, 外卖员, 骑手, 网约车, 平台
labour relation, employment relationship, 劳动关系, 事实劳动关系, 雇佣关系, 用工关系
stay bond, non compete compensation, 竞业补偿, 经济补偿
domestic violence, abuse at home, 家暴
hukou, household registration, 户口, 落户
paid sick leave wage, sick pay rate, 病假工资, 疾病救济费
marriage leave, wedding leave, 婚假
family visit, home leave, 探亲假, 探亲
annual leave pay, unused annual leave, 未休年休假, 应休未休, 年假工资, 未休年假
china, chinese, prc, 中国, 国内
netherlands, dutch, holland, 荷兰
united kingdom, uk, britain, england, british, 英国, 英格兰
united states, usa, america, american, 美国
germany, german, 德国
france, french, 法国
spain, spanish, 西班牙
italy, italian, 意大利
japan, japanese, 日本
korea, korean, 韩国
india, indian, 印度
singapore, 新加坡
hong kong, 香港
taiwan, 台湾
canada, canadian, 加拿大
australia, australian, 澳大利亚, 澳洲
europe, european, eu, european union, 欧洲, 欧盟
asia, asian, 亚洲
shanghai, 上海
beijing, 北京
shenzhen, 深圳
suzhou, 苏州
guangzhou, 广州
amsterdam, 阿姆斯特丹
rotterdam, 鹿特丹
london, 伦敦
leeds, 利兹
manchester, 曼彻斯特
paris, 巴黎
berlin, 柏林
munich, 慕尼黑
tokyo, 东京
new york, 纽约
san francisco, 旧金山
euro, eur, 欧元
pound, gbp, sterling, 英镑
yuan, rmb, cny, renminbi, 人民币, 元
dollar, usd, buck, 美元, 美金
engineer, engineering, 工程师
technician, mechanic, 技术员, 技师
salesperson, sales rep, account manager, 销售, 销售员
accountant, bookkeeper, 会计
apprentice, apprenticeship, trainee, 学徒, 学徒工
foreman, shift lead, team leader, 班长, 工长, 组长
factory, plant, works, site, shop floor, workshop, 工厂, 车间, 厂里, 厂区
dormitory, dorm, company flat, accommodation, housing, 宿舍, 住房, 寝室
canteen, cafeteria, staff restaurant, meal card, 食堂, 饭卡, 餐补, 吃饭
voluntary work, volunteering day, 志愿服务, 志愿者, 做志愿者
suspend, suspension, on hold from duty, 停职
artificial intelligence, ai, chatgpt, chatbot, 人工智能
drawing, blueprint, design document, 图纸
upload, paste, put online, 上传, 贴到
secondment, expat assignment, posting, assignment abroad, foreign assignment, 外派, 派驻, 派到
salary band, pay scale, pay range, salary range, 薪资范围, 薪级, 工资标准
work from another country, workation, 境外办公
night work allowance, shift allowance, shift premium, 夜班津贴, 中班, 倒班津贴
exchange, swap, trade, switch, 调换, 交换
religious holiday, eid, ramadan, diwali, hanukkah, yom kippur, religious feast, 宗教节日
pass away, bereave, lose a parent, 过世, 丧亲
toll, bridge toll, road toll, parking fee, 过路费
tram, metro, subway, ticket, fare, rail, railway, 车票, 路费, 地铁
sleep, stay overnight, lodging, overnight, bed, 住, 过夜
dinner, entertain, entertaining customer, client dinner, business lunch, 请客, 招待, 请客户吃饭
gps, location data, position data, tracking, 定位
nine month, long term illness, long treatment, chronic, cancer, 长期病假, 长期生病
老师, 教师, 教员, teacher
医生, 大夫, 医师
公务员, 机关工作人员, 国家工作人员, civil servant
事业编, 事业单位, 体制内
国企, 央企, 国有企业, 国家出资企业
保安, 保安员, 门卫, 安保, security guard
财务, 财会, 会计
做假账, 假账, 伪造会计凭证, 虚假财务会计报告, 变造
罚, 罚钱, 罚款, 处罚, 罚金
交钱, 缴纳, 缴费, 缴存, 交纳
领, 领取, 领钱, 给付
收入, 所得, 收益
上班, 干活, 打工, 做工, 上岗
证书, 资格证, 执照, 许可证, 上岗证, 操作证
有效期, 过期, 失效, 换证, 有效期限
补办, 补领, 换领, 换发
医药费, 医疗费, 看病钱, 治疗费, 诊疗费, 医疗费用
丧葬费, 丧葬补助金, 抚恤金, 抚恤
男, 男性, 男职工, 男员工
低保, 最低生活保障, 低保户
居住证, 暂住证
转移, 接续, 转移接续, 转走, 跟着走
赌博, 打牌, 打麻将, 赌钱, gambling, gamble
回避, 避嫌, 避开
隐患, 安全隐患, 事故隐患
放射, 辐射, 放射性
有毒, 剧毒, 毒物, 危险化学品
家属, 随军家属, 随军
养老院, 养老机构
托儿所, 托育机构, 托育, 幼儿园
技校, 职业学校, 中专, vocational school
考证, 资格考试, 考试, 考核
黑工, 非法就业, 非法聘用
矿, 矿山, 煤矿, 矿井, 下井, 井下
跑船, 船员, 海员, 船东, 船舶所有人
红十字, 献血, 无偿献血
歧视, 排挤, 区别对待
嘲笑, 侮辱, 辱骂, 欺负
逼, 强迫, 强制, 强行, 威胁
点子, 建议, 合理化建议
工资条, 工资支付凭证, 工资清单
加薪, 涨工资, 工资调整, 工资增长
年终奖, 十三薪, 双薪
停工留薪期, 停工留薪
护理, 陪护, 护理费, 生活护理费
最低工资, 保底工资, 底薪
社保卡, 社会保障卡
离婚, 前夫, 前妻
all hands, town hall, company meeting, all staff meeting
postmortem, post mortem, incident review, root cause
code review, pull request, merge request
swag, merchandise, merch, hoodie, t shirt
affinity group, employee resource group, erg
coworking, co working, shared office, office space
filthy, dirty, laundry, wash, washing
anniversary, jubilee, long service, years of service
notice board, announcement, announce, newsletter
plus one, bring a guest, bring my partner
passport, travel document, 护照
interpreter, translator, translation, 翻译
seating, desk booking, hot desk, book a desk
feedback, 360, peer review, peer feedback
slack channel, channel, chat room
org chart, organization chart, reporting line, who reports to
tax form, w2, 1099, p60, p45
salary sacrifice, pre tax, pretax
sick child, ill child, child is sick, dependant care
mental health day, wellbeing day, wellness day
unlimited vacation, unlimited pto, flexible time off
`;
