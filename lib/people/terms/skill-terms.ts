/**
 * @file Skill terms: what people write in different words, and in Chinese, for the same skill, tool, trade or field.
 * Table, written by us. Members before ">" mean the same; those after it are examples that show it, not the other way:
 * SolidWorks shows CAD, CAD does not show SolidWorks. Words that are the same in both languages need no row.
 */
import { termTable } from "./term-table";

export const SKILL_TERMS = termTable(`
mechanical, 机械
electrical, electric, 电气
electronic, 电子
software, 软件
hardware, 硬件
civil, structural, 土木
chemical, 化工
materials, 材料
production, manufacturing, 生产, 制造
quality, 质量
finance, financial, 财务
human resources, hr, 人力资源, 人事
administrative, administration, 行政
legal, law, 法律, 法务
research and development, r&d, 研发
safety, 安全
product, 产品
data, 数据
marine, ship, 船舶
aircraft, aviation, aero, 飞机, 航空
engine, 发动机
automotive, vehicle, car, 汽车
medical, clinical, 医疗, 临床
construction, 建筑
energy, power, 能源, 电力
interior, 室内
plc, programmable logic controller, 可编程控制器, 可编程逻辑控制器 > s7-1200, s7-1500, s7-300, s7-400, s7-400h, compactlogix, controllogix, codesys
siemens, 西门子 > tia portal, 博途, s7-1200, s7-1500, s7-300, s7-400, sinamics, wincc
rockwell, allen-bradley, allen bradley, 罗克韦尔 > compactlogix, controllogix, studio 5000
mitsubishi, 三菱
inovance, 汇川
omron, 欧姆龙
schneider, 施耐德
tia portal, 博途
scada, 组态 > wincc, factorytalk, ignition 8
hmi, operator panel, 触摸屏, 人机界面
servo, servo drive, motion control, 伺服, 运动控制
frequency converter, variable frequency drive, vfd, vvvf, inverter drive, 变频器, 变频 > sinamics, g120
electrical drives, electric drives, drives, motor control, 电气传动 > vvvf drives, vfds, frequency converters, 变频, servo, 伺服
commissioning, commission, commissioned, start-up, starting up, wet commissioning, 调试, 投运, 试车, 联调
site acceptance, acceptance test, fat, sat, 验收
control panel, control cabinet, switchgear panel, cabinet, 电控柜, 控制柜, 电气柜 > panel shop, 配电柜, 低压柜, 软起动柜
panel wiring, panel wirer, panel builder, 配线, 接线, 校线
electrical drawing, electrical drawings, circuit diagrams, schematics, 电气图纸, 原理图, 图纸
functional safety, safety plc, safety program, 功能安全 > f-cpu, sil 2, sil 3
automation, industrial automation, 自动化, 电气自动化
robotics, robot programming, 机器人
machine vision, 机器视觉
instrumentation, 仪表, 仪器
high voltage, hv, 高压
low voltage, lv, 低压
hv authorisation, hv authorised, hv authorised person, high voltage authorisation, 高压电工作业证, 高压电工证 > hv switching
electrician licence, 电工证 > low-voltage licence, 低压电工证, 低压电工作业证, 高压电工作业证
hydraulics, hydraulic, fluid power, 液压
pneumatics, pneumatic, 气动
hydraulic cylinder, lift cylinder, 油缸, 液压缸
power pack, power packs, pump station, hydraulic power unit, 液压站, 泵站
proportional valve, proportional valves, 比例阀
actuator, actuators, 执行器, 执行机构
gate, sluice gate, 闸门, 水闸 > sluice, weir, 弧形门, 人字门, 启闭机
radial gate, tainter gate, 弧形闸门, 弧形门, 弧门, 弧形工作门
lock gate, ship lock, navigation lock, lock, 船闸 > mitre gate, 人字门
hoist, hoists, winch, winches, 启闭机, 卷扬机
hydropower, hydroelectric, 水电, 水利水电
port, ports, harbour, waterways, 港口, 码头
crane, cranes, 起重机
elevator, elevators, lifts, 电梯
wind turbine, wind turbines, 风机, 风电
pump, pumps, 泵, 水泵
valve, valves, 阀门, 阀
bearing, bearings, 轴承
gearbox, gearboxes, gears, 齿轮箱, 减速器, 减速机
casting, cast part, cast iron, 铸件, 铸造 > 球铁, ductile iron
foundry, foundries, 铸造厂, 铸造
ductile iron, spheroidal graphite iron, sg iron, nodular iron, 球铁, 球墨铸铁
casting simulation, solidification simulation, 铸造模拟 > magmasoft, procast
metallurgy, metallurgist, metallography, 冶金, 金相
heat treatment, 热处理
moulding, moulder, 造型
forging, forgings, 锻造, 锻件
machining, cnc machining, 机加工, 数控加工 > turning, milling, grinding, 车削, 铣削, 车床, 铣床
cnc, numerical control, 数控
fanuc, 发那科
heidenhain, 海德汉
lathe, turning, turner, 车床, 车工
milling, miller, 铣床, 铣工
grinding, 磨床, 磨工
horizontal boring, horizontal borer, horizontal borers, boring mill, 卧式镗床, 镗床, 镗铣床
machine set-up, setter, 调机
sheet metal, 钣金
injection moulding, 注塑
assembly, assembling, 装配
welding, weld, welded, welder, 焊接, 焊工 > tig, mig, mag, co2气保焊, 氩弧焊
overhead welding, overhead position, 仰焊
tig, tig welding, argon arc, 氩弧焊
mag, mig, co2 welding, 气保焊, 二保焊
welding certificate, welder certificate, welding licence, 焊工证, 焊工操作证 > en iso 9606, 熔化焊接与热切割
non-destructive testing, nondestructive testing, ndt, 无损检测, 探伤 > ultrasonic, magnetic-particle testing, ut level, iso 9712, 超声检测
ut level 2, ut level ii, ut 2, ut ii级, ut二级, 探伤二级, 探伤二级证, 无损检测二级, 超声二级 > ultrasonic and magnetic-particle testing, level 2
quality management, quality system, 质量管理, 质量体系 > iso 9001
supplier quality, sqe, 供应商质量 > first-article inspection
quality control, quality inspection, qc, 质检, 检验, 品质
audit, auditing, auditor, 审核, 审核员 > internal auditor, lead auditor, process auditor, 内审员
customer audit, customer audits, client audit, 客户审核
integrated management system, iso 9001 14001 45001, 三体系, 三标合一, 三体系合一, 三标体系
8d, 8d reports, 8d报告
ppap, 生产件批准
spc, statistical process control, 统计过程控制
design of experiments, doe, 实验设计
lean, lean manufacturing, kaizen, 5s, 精益, 精益生产
metrology, calibration, 计量, 校准
cmm, coordinate measuring machine, 三坐标
fmea, dfmea, pfmea, fmeca, 失效模式
mechanical design, machine design, 机械设计
finite element, finite element analysis, fea, fem, 有限元 > ansys, abaqus, nastran
fatigue, 疲劳
steel structure, steel structures, fabricated steel, 钢结构, 金属结构
cad, 制图 > autocad, solidworks, inventor, solid edge, catia
pdm, plm, product data > vault, teamcenter, windchill
bill of materials, bills of material, bom, 物料清单
technical drawing, drawings, drafter, drafting, 施工图, 制图, 出图
piping, p&id, 管道
maintenance, preventive maintenance, planned maintenance, 维修, 保养, 维护
predictive maintenance, condition monitoring, 预测性维护, 状态监测 > bearing-fault, fault prediction, 异响判定
fault detection, fault-finding, fault finding, fault prediction, troubleshooting, 故障诊断, 故障处理, 排故 > bearing-fault, door-fault, 异响判定
field service, service engineer, on-site service, after-sales service, 现场服务, 售后服务
on-call, on call, call-out, call-outs, standby, 待班, 值班
travel, travelling, business trips, 出差 > on the road, travelling service, 驻场, 常驻
southeast asia, south-east asia, 东南亚 > vietnam, indonesia, philippines, thailand, malaysia, 湄公河, 越南, 印尼, 菲律宾, 泰国, 马来西亚
shift work, shifts, 倒班, 轮班 > rotating shifts, night shift
late shift, afternoon shift, middle shift, 中班
night shift, night-shift, nights, nights only, 夜班
shift allowance, shift allowances, shift enhancements, 倒班津贴, 夜班津贴
part-time, part time, 兼职 > 24 hours a week, 28 a week, 24 a week, 32 hours a week, half time, three days a week
firmware, embedded software, 固件, 嵌入式软件
embedded, embedded systems, 嵌入式 > microcontroller, firmware, stm32, esp32, nrf52840, 单片机, 固件
rtos, 实时操作系统 > freertos, zephyr
low power, low-power, ultra-low power, 低功耗 > standby current, 待机电流, μa average
mass production, series production, volume production, 量产 > 出货, units in the field
lora > lorawan
internet of things, iot, 物联网 > nb-iot, lorawan
pcb, circuit board, 电路板 > kicad, altium
c language, embedded c, c语言
software development, programming, coding, 软件开发, 编程, 程序
front-end, frontend, front end, 前端 > react, vue, angular
back-end, backend, back end, 后端
full-stack, full stack, 全栈
web development, 网页开发
mobile development, 移动开发 > android, ios
test automation, automated testing, 自动化测试 > unit testing, 单元测试
devops, ci/cd, continuous integration, 持续集成
cloud, 云计算 > aws, azure, gcp
kubernetes, k8s
postgresql, postgres
timescale, timescaledb
javascript, js
typescript, ts
golang, go language
database, 数据库 > sql server, mysql, postgresql, oracle
sql > mysql, postgresql, sql server
machine learning, 机器学习 > deep learning, scikit-learn, pytorch, tensorflow, lightgbm, gradient boosting, random forest, 深度学习, 随机森林
natural language processing, nlp, 自然语言处理
data analysis, data analytics, 数据分析 > data analyst, 数据分析师
data engineering, data engineer, 数据工程 > data pipelines, etl, airflow, dbt
time series, sensor data, streaming data, 时间序列, 传感器数据
equipment data, machine data, 设备数据, 设备与质量
business intelligence, 商业智能 > power bi, tableau
statistics, statistical, 统计
excel, spreadsheets, 表格
shop floor, workshop, factory floor, 车间, 现场
windows > windows server, active directory, entra id
microsoft 365, m365, office 365, o365
system administration, sysadmin, system administrator, 系统管理, 系统管理员, 运维 > it administrator
network, networking, 网络
cyber security, cybersecurity, information security, 网络安全, 信息安全 > cyber essentials, ransomware
ransomware, 勒索软件
help desk, helpdesk, service desk, it support, 技术支持, 桌面支持
technical writing, technical author, technical writer, manuals, documentation, 技术文档, 技术写作
simplified technical english, simplified english > asd-ste100
translation, translator, trados, 翻译
payroll, salary administration, salary administrator, 薪酬, 工资核算, 薪资核算
compensation and benefits, 薪酬福利
social insurance, social security, 五险一金, 社保 > 公积金
income tax, wage tax, 个税
recruiting, recruitment, talent acquisition, hiring, 招聘
employee relations, labour relations, 员工关系, 劳动关系
performance management, appraisal, 绩效
training, learning and development, l&d, courses, 培训, 人才发展
learning management system, lms, 学习平台 > moodle
compliance training, mandatory training, mandatory-training, compliance courses, 合规培训
mentor, mentoring, coaching, 带教, 带徒弟, 导师 > trained apprentices, 带徒
labour law, employment law, 劳动法
accounting, bookkeeping, 会计, 记账, 账务 > general ledger
financial reporting, ifrs, gaap, 财务报告
cost accounting, costing, 成本核算, 成本会计
budgeting, budget, forecasting, 预算
tax, taxation, vat, 税务, 纳税
treasury, cash management, 资金管理
financial modelling, valuation, 财务建模
purchasing, procurement, sourcing, 采购
electronics, electronic components, 电子元器件, 电子元件 > semiconductors, electrical components, igbt, 芯片, 电气元件
supplier negotiation, negotiation, negotiations, 谈判
contract management, contracts, 合同管理
tender, bid, bidding, tendering, 投标, 招投标, 标书
supply chain, 供应链
production planning, planner, supply planner, mrp, s&op, 生产计划, 计划员
inventory, stock, inventory management, stock control, 库存, 盘点
reduced stock, stock reduction, inventory reduction, 降库存
warehouse, warehousing, 仓库, 仓储
warehouse management system, wms
forklift, fork-lift, 叉车 > counterbalance, reach truck
forklift licence, forklift license, forklift certificate, forklift driver, 叉车证, 叉车司机 > 叉车n1, forklift reach truck, counterbalance forklift
dangerous goods, hazardous materials, hazardous chemicals, 危化品, 危险化学品, 危险品 > adr
customs, customs clearance, import and export, 报关, 进出口
freight, freight forwarding, 货运, 货运代理
logistics, 物流
driving licence, full driving licence, driving license, driver's licence, 驾照, 驾驶证 > full uk licence, licence b, driving b, uk b and c1
sales, selling, 销售
business development, new business, 业务拓展, 市场开拓
account management, key account, key accounts, 大客户, 客户管理
customer service, customer support, 客服, 客户服务
marketing, 市场营销, 营销
social media, 社交媒体, 新媒体
search engine optimisation, seo, 搜索引擎优化
e-commerce, ecommerce, online shop, 电商
graphic design, photoshop, illustrator, 平面设计
user experience, ux, ui design, 用户体验
project management, 项目管理
agile, 敏捷 > scrum
change management, 变革管理
team leadership, people management, 团队管理 > led a team, lead a team, led four people, team of, 带队, 带团队
health and safety, occupational safety, h&s, hse, ehs, 职业健康安全, 安全生产
occupational health, 企业健康管理, 职业健康, 企业健康 > health surveillance
audiometry, hearing test, 听力检查
havs, hand-arm vibration, 手臂振动
first aid, first aider, first-aider, 急救, 急救员
emergency care, accident and emergency, emergency department, emergency room, 急诊, 急诊科
intensive care, icu, 重症
hospital, 医院 > infirmary, 三级医院, intensive care, 急诊科
nursing, nurse, 护理, 护士, 护师
haccp, food safety, 食品安全
catering, 餐饮 > canteen, kitchen, 食堂
housekeeping, cleaning, 保洁
teaching, teacher, lecturer, 教学, 教师
care assistant, care work, 护工
electrical installation, electrical fitting, 电气安装
plumbing, plumber, 水暖
building site, site work, 施工
first-class constructor, first-class registered constructor, 一级建造师
registered constructor, 建造师
navy, naval, ex-navy, 海军 > royal navy
marine engineering, marine engineer, marine engineers, ship engineer, 轮机
swift water rescue, swift-water rescue, 水上救援
confined space, confined-space, 受限空间
working at height, 高处作业, 高空作业 > ipaf
apprentice, apprenticeship, 学徒
graduate, fresh graduate, recent graduate, 应届生, 应届, 毕业生 > school leaver
internship, intern, placement, 实习, 实习生 > work experience
junior, trainee, entry level, 初级 > apprentice, graduate, school leaver, 应届, 实习生
senior, principal, 高级, 资深 > chief, lead, expert
senior technician, master technician, 高级技师
minutes, meeting support, 会议纪要
secretary, executive assistant, 秘书
`);
