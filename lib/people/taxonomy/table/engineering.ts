/** @file Skills of engineering and manufacturing: design, machines, processes, controls. Written by us; form: parse-table.ts. */
export const ENGINEERING = `
# Mechanical engineering | mechanical design, machine design = 机械工程, 机械设计, 机械
Engineering drawing | technical drawing, blueprint reading, engineering drawings, reading drawings, blueprints, drafting, technical drawings @craft = 工程制图, 机械制图, 识图, 图纸识读, 看图
GD&T | geometric dimensioning and tolerancing, tolerance analysis @method = 几何公差, 形位公差, 公差分析
Strength of materials | mechanics of materials, structural mechanics @domain = 材料力学
Mechanics | engineering mechanics, statics and dynamics = 工程力学, 理论力学
Thermodynamics = 热力学
Fluid mechanics | fluid dynamics = 流体力学
Heat transfer = 传热学
Vibration analysis | vibration monitoring @method = 振动分析, 振动监测
Finite element analysis | fea, fem, finite element method, stress analysis @method = 有限元分析, 应力分析
Fatigue analysis | fatigue life, fatigue strength, fatigue assessment, fatigue calculation @method = 疲劳分析, 疲劳计算, 疲劳强度 > Finite element analysis, Strength of materials
Computational fluid dynamics | cfd @method = 计算流体力学
Tribology | lubrication = 摩擦学, 润滑
Machine elements | bearings, gears, shafts, gearboxes, gearbox = 机械零件, 轴承, 齿轮, 齿轮箱, 减速机, 减速器
Mechanical assembly | assembly, machine assembly, drive assembly @craft = 机械装配, 装配, 组装
Rotating equipment | turbines, turbomachinery = 旋转设备, 透平机械
Pumps | pump maintenance, centrifugal pumps = 泵, 水泵, 离心泵
Valves | valve design, control valves = 阀门, 控制阀
Compressors = 压缩机
Pressure vessels | asme section viii = 压力容器
Boilers | boiler operation, steam boilers = 锅炉
HVAC | heating ventilation and air conditioning, air conditioning, hvac systems, heating and ventilation = 暖通空调, 暖通, 空调系统
Refrigeration = 制冷
Piping design | piping, pipework, isometric drawings = 管道设计, 管道, 配管
Steel structures | structural steel, steelwork = 钢结构
Lifting equipment | cranes, hoists, winches, crane design = 起重设备, 起重机, 卷扬机
Actuators | electric actuators, lock-gate actuators, linear actuators = 执行器, 执行机构
Water gates and sluices | sluice gates, lock gates, radial gates, hydraulic steel structures, flood barriers = 水闸, 闸门, 启闭机, 水工金属结构, 船闸
Product development | new product development, npd, new product introduction, npi @method = 产品开发, 新产品开发, 产品研发
Research and development | r&d = 研发, 研究开发
Reliability engineering | fmea, dfmea, pfmea, failure mode and effects analysis, reliability testing @method = 可靠性工程, 失效模式分析, 可靠性试验
Design for manufacturing | dfm, dfma, design for assembly @method = 可制造性设计
Value engineering @method = 价值工程
Reverse engineering @method = 逆向工程
Prototyping of parts | rapid prototyping, 3d printing, additive manufacturing @technology = 快速成型, 3D 打印, 3D打印, 增材制造
Mechatronics = 机电一体化, 机电
Automotive engineering | automotive design, vehicle engineering = 汽车工程, 车辆工程
Aerospace engineering | aeronautical engineering, aircraft design = 航空航天工程, 航空工程
Marine engineering | naval architecture, shipbuilding, ship design = 船舶工程, 轮机工程, 造船
Materials science | materials engineering, materials testing, material science = 材料科学, 材料工程, 材料检测
Metallurgy | metallography, physical metallurgy = 冶金, 金相, 金相分析
Chemical engineering | process engineering of chemicals, chemical processes = 化学工程, 化工, 化工工艺
Polymer science | plastics engineering, polymers = 高分子材料, 塑料工程
Corrosion control | corrosion protection, cathodic protection, corrosion engineering = 防腐, 腐蚀控制
Petroleum engineering | oil and gas, drilling engineering, reservoir engineering = 石油工程, 油气工程, 钻井工程
Mining engineering = 采矿工程
Environmental engineering = 环境工程
Nuclear engineering = 核工程
Renewable energy | solar energy, photovoltaics, wind power, wind energy, solar power = 可再生能源, 新能源, 光伏, 风电, 太阳能
Energy storage | batteries, battery management systems, lithium batteries, bms = 储能, 锂电池, 电池管理系统
Biomedical engineering = 生物医学工程
Systems engineering | model-based systems engineering, mbse @method = 系统工程
# CAD | computer-aided design, computer aided design, cad software, cad design, 2d cad, 3d cad = 计算机辅助设计, CAD 制图, CAD制图 @technology
AutoCAD | autodesk autocad, auto cad
SolidWorks | dassault systemes solidworks, solid works
CATIA | dassault catia
Siemens NX | ug nx, unigraphics, ug = UG 软件
Creo | pro/engineer, ptc creo, pro-e, proe
Autodesk Inventor | inventor
Solid Edge
Fusion 360 | autodesk fusion
Onshape
Revit | autodesk revit
Civil 3D | autocad civil 3d, autodesk autocad civil 3d
MicroStation | bentley microstation
EPLAN | eplan electric p8
Altium Designer | altium, protel
OrCAD | cadence orcad
Cadence Allegro | allegro pcb
KiCad
ANSYS | ansys software, ansys fluent, ansys mechanical, fluent cfd > Finite element analysis
Abaqus > Finite element analysis
Nastran | msc nastran > Finite element analysis
HyperMesh > Finite element analysis
COMSOL | comsol multiphysics > Finite element analysis
ADAMS multibody | msc adams
Simulink > MATLAB
LabVIEW | national instruments labview
Tekla | tekla structures > Steel structures
STAAD Pro | staad.pro
ETABS
SAP2000
Aspen HYSYS | aspen plus, hysys
PVsyst
# Manufacturing | production, industrial manufacturing, manufacturing operations, production operations = 生产制造, 制造, 生产
# Machining | machine shop, metal cutting, precision machining, machining operations = 机械加工, 机加工, 切削加工, 精密加工 @craft < Manufacturing
CNC machining | cnc, cnc operation, cnc machine operation, numerical control, cnc machines = 数控加工, 数控, 数控机床, CNC 加工
CNC programming | g-code, g code, cnc programmer, nc programming = 数控编程, CNC 编程
CNC turning | turning, lathe, lathes, lathe operation, cnc lathe = 车削, 车床, 数控车床, 车工
CNC milling | milling, milling machine, milling machines, cnc mill = 铣削, 铣床, 数控铣床, 铣工
Machining centres | machining centers, machining center, 5-axis machining, five-axis machining, horizontal machining centre = 加工中心, 五轴加工
Boring | horizontal boring, boring mill = 镗削, 镗床
Grinding | surface grinding, cylindrical grinding, grinding machines = 磨削, 磨床, 磨工
Drilling machines | drill press, radial drilling = 钻床, 钻孔
Gear cutting | gear hobbing, gear grinding = 齿轮加工, 滚齿
EDM | electrical discharge machining, wire edm, wire cutting machine = 电火花加工, 线切割
Fanuc controls | fanuc = 发那科, 法那科系统
Siemens Sinumerik | sinumerik = 西门子数控系统
Heidenhain controls | heidenhain = 海德汉
Mastercam @technology
CAM | computer-aided manufacturing, computer aided manufacturing, cam software @technology = 计算机辅助制造
Machine set-up | machine setup, setting machines, setup reduction, smed = 机床调试, 调机, 快速换模
Tool making | toolmaking, tool and die, jigs and fixtures, fixture design, mould making, mold making = 模具制造, 工装夹具, 夹具设计, 模具
Mould design | mold design, die design @method = 模具设计
Cutting tools | tool selection = 刀具, 刀具选择
# Metal forming | metalworking, fabrication, metal fabrication, sheet metal, sheet metal fabrication = 金属成形, 钣金, 金属加工 @craft < Manufacturing
Stamping | metal stamping, punch press, press brake = 冲压, 折弯
Forging = 锻造, 锻件
Bending | pipe bending = 弯管
Laser cutting | plasma cutting = 激光切割, 等离子切割
Extrusion = 挤出, 挤压成型
Injection moulding | injection molding, plastic injection = 注塑, 注塑成型
# Foundry work | foundry, casting, metal casting, castings = 铸造, 铸件, 铸造工艺 @craft < Manufacturing
Sand casting | sand moulding, sand molding, green sand, moulding = 砂型铸造, 造型
Die casting | high pressure die casting = 压铸
Investment casting | lost wax casting = 熔模铸造, 精密铸造
Core making | coremaking = 制芯
Pattern making | patternmaking = 木模制作, 模样制作
Melting | furnace operation, induction furnace, cupola = 熔炼, 感应炉, 熔炼炉
Fettling | casting finishing, shot blasting = 铸件清理, 抛丸
Ductile iron | cast iron, sg iron, nodular iron @domain = 球墨铸铁, 铸铁
Casting simulation | magmasoft, procast, solidification simulation @technology = 铸造模拟, 铸造仿真
Heat treatment | annealing, quenching, tempering = 热处理, 淬火, 退火
# Welding | welder, welding and fabrication = 焊接, 焊工 @craft < Manufacturing
MIG welding | mig, mag welding, gmaw, co2 welding = 气体保护焊, 二保焊
TIG welding | tig, gtaw, argon arc welding = 氩弧焊
Arc welding | stick welding, smaw, manual metal arc = 手工电弧焊, 电焊
Spot welding | resistance welding = 点焊
Soldering | hand soldering, smt soldering = 锡焊, 焊锡
Brazing = 钎焊
Welding procedures | welding procedure specification @method = 焊接工艺, 焊接工艺规程
Robotic welding = 机器人焊接
# Surface treatment | surface finishing, coating, coatings = 表面处理, 涂层 @craft < Manufacturing
Painting and spraying | spray painting, powder coating, industrial painting = 喷涂, 喷漆, 粉末喷涂
Electroplating | plating, anodizing, galvanizing, galvanising = 电镀, 阳极氧化, 镀锌
Polishing = 抛光
Sandblasting | abrasive blasting = 喷砂
# Maintenance | equipment maintenance, machine maintenance, industrial maintenance, mechanical maintenance, maintenance and repair = 设备维护, 设备维修, 维修, 机修, 设备保养 @craft
Preventive maintenance | preventative maintenance, planned maintenance, scheduled maintenance @method = 预防性维护, 预防性保养, 计划检修
Predictive maintenance | condition monitoring @method = 预测性维护, 状态监测
Total productive maintenance | tpm @method = 全面生产维护, 全员生产维护
Fault finding | troubleshooting, fault diagnosis, diagnostics, equipment troubleshooting @method = 故障排除, 故障诊断, 故障处理
Computerised maintenance management | cmms, computerized maintenance management system @technology = 设备管理系统
Alignment | shaft alignment, laser alignment = 对中, 轴对中
Field service | field service engineering, on-site service = 现场服务, 售后维修
Overhaul | equipment overhaul, refurbishment = 大修, 检修
Fitting | bench fitting, mechanical fitting, fitter = 钳工, 装配钳工
Rigging | lifting and rigging, slinging = 吊装, 起重作业
Hand tools | power tools, hand and power tools = 手动工具, 电动工具
Facilities maintenance | building maintenance, facility maintenance = 设施维护, 楼宇维护
Elevator maintenance | lift maintenance, escalator maintenance = 电梯维修, 电梯维保
Automotive repair | vehicle maintenance, auto repair, brake repair, automotive maintenance = 汽车维修, 汽修
Aircraft maintenance | aviation maintenance, airframe maintenance = 飞机维修, 航空维修
# Fluid power = 流体传动 < Mechanical engineering
Hydraulics | hydraulic systems, hydraulic, hydraulic power units, hydraulic cylinders = 液压, 液压系统, 液压传动, 液压站, 油缸
Pneumatics | pneumatic systems, pneumatic = 气动, 气动系统, 气压传动
Servo-hydraulics | proportional valves = 伺服液压, 比例阀
# Industrial automation | automation, factory automation, process automation, automation engineering, automation control = 工业自动化, 自动化, 自动化控制, 电气自动化
PLC programming | plc, plcs, programmable logic controllers, programmable logic controller @technology = PLC 编程, 可编程控制器, 可编程逻辑控制器, PLC编程
Siemens PLC | s7-1200, s7-1500, s7-300, s7-400, step 7, simatic, tia portal @technology < PLC programming = 西门子 PLC, 博途, 西门子PLC
Allen-Bradley PLC | rockwell automation, controllogix, compactlogix, rslogix, studio 5000, allen bradley @technology < PLC programming = 罗克韦尔 PLC, AB PLC
Mitsubishi PLC | melsec, gx works @technology < PLC programming = 三菱 PLC, 三菱PLC
Omron PLC @technology < PLC programming = 欧姆龙 PLC, 欧姆龙PLC
Schneider PLC | modicon, unity pro @technology < PLC programming = 施耐德 PLC, 施耐德PLC
Codesys | iec 61131-3 @technology < PLC programming
Ladder logic | ladder diagram, structured text @method = 梯形图, 梯形图编程
SCADA | scada systems, supervisory control and data acquisition, wonderware @technology = 组态软件, 数据采集与监控, 组态王
HMI | human machine interface, operator panels, hmi design @technology = 人机界面, 触摸屏
DCS | distributed control system, distributed control systems @technology = 集散控制系统, 分散控制系统
Process control | pid control, control loops, process control engineering @method = 过程控制, PID 控制
Control engineering | control systems, control theory, control system design @domain = 控制工程, 自动控制, 控制系统
Motion control | servo drives, servo, servo motors, stepper motors @technology = 运动控制, 伺服, 伺服系统, 伺服电机
Variable frequency drives | vfd, vfds, frequency converters, inverter drives, variable speed drives @technology = 变频器, 变频调速
Industrial robots | robotics, robot programming, fanuc robots, robot operation @technology = 工业机器人, 机器人, 机器人编程
ROS | robot operating system @technology = 机器人操作系统
Machine vision | vision systems, cognex, halcon @technology = 机器视觉, 视觉检测
Industrial fieldbuses | profibus, profinet, modbus, ethercat, ethernet/ip, can bus, canbus, canopen @technology = 现场总线, 工业总线, 工业以太网
OPC UA | opc @technology
Instrumentation | instruments, process instrumentation, instrument calibration, field instruments @craft = 仪表, 仪器仪表, 自动化仪表
Sensors | sensor technology, transducers @technology = 传感器, 传感技术
Functional safety | safety plc, iec 61508, iso 13849, machine safety, sil assessment @method = 功能安全, 机械安全
Commissioning | start-up and commissioning, plant commissioning, equipment commissioning, commissioning and start-up @craft = 调试, 设备调试, 投运, 试车, 开车
Factory acceptance testing | fat, site acceptance testing, sat acceptance, acceptance testing @method = 出厂验收, 现场验收, 设备验收
Industrial IoT | internet of things, iot, iiot @technology = 物联网, 工业互联网, 工业物联网
Digital twin | digital twins @technology = 数字孪生
Industry 4.0 | smart manufacturing @domain = 智能制造, 工业4.0
Building automation | bms building, building management systems @technology = 楼宇自控, 楼宇自动化
# Electrical engineering | electrical design, electrical, electrical engineer = 电气工程, 电气设计, 电气
Power systems | power distribution, power engineering, electrical power systems, power transmission = 电力系统, 配电, 供配电, 输配电
High voltage | hv, high-voltage systems, high voltage switching @craft = 高压电气, 高压, 高压电
Low voltage | lv, low voltage systems @craft = 低压电气, 低压, 低压电
Switchgear | switchboards, circuit breakers, switchgear maintenance = 开关柜, 配电柜, 断路器
Control cabinets | control panels, panel building, panel wiring, control panel wiring, electrical panels @craft = 控制柜, 电控柜, 配线, 盘柜接线, 电气柜
Electrical wiring | electrical installation, wiring, cable laying, electrical installations @craft = 电气接线, 电气安装, 布线, 接线
Electrical maintenance | electrical repair, electrician @craft = 电气维修, 电工, 维修电工
Electrical schematics | circuit diagrams, wiring diagrams, electrical drawings, schematics @craft = 电气图纸, 电气原理图, 原理图
Electric motors | motors, motor control, electrical machines, motor design = 电机, 电动机, 电机控制
Transformers = 变压器
Generators | diesel generators = 发电机
Relay protection | protective relays, protection relays = 继电保护
Substations | substation design = 变电站, 变电所
Lighting design | lighting systems = 照明设计, 照明
Electrical safety | lockout tagout, loto @method = 电气安全, 挂牌上锁
ATEX | explosion protection, hazardous areas = 防爆, 防爆电气
Electrical testing | megger, insulation testing @craft = 电气测试, 电气试验
# Electronics | electronic engineering, electronics engineering, electronic design = 电子工程, 电子技术, 电子 < Electrical engineering
Circuit design | analog circuit design, analogue electronics, analog electronics, circuit analysis = 电路设计, 模拟电路
Digital electronics | digital circuits, digital logic = 数字电路
PCB design | printed circuit board design, pcb layout, pcb = 电路板设计, PCB 设计, PCB设计
Power electronics | switching power supplies, power supply design = 电力电子, 开关电源
Embedded systems | embedded software, embedded development, firmware, firmware development = 嵌入式系统, 嵌入式, 嵌入式开发, 固件开发
Microcontrollers | mcu, stm32, avr, pic microcontrollers, 8051 @technology = 单片机, 微控制器
ARM processors | arm cortex @technology = ARM 处理器
FPGA | fpgas, xilinx, altera @technology = 可编程逻辑器件
VHDL @technology
Verilog | systemverilog @technology
DSP | digital signal processing, signal processing = 数字信号处理, 信号处理
RF engineering | radio frequency, microwave engineering, rf design = 射频, 射频技术, 微波
Antenna design | antennas = 天线设计
EMC | electromagnetic compatibility, emi = 电磁兼容
Semiconductors | wafer fabrication, semiconductor manufacturing, ic design = 半导体, 芯片设计, 集成电路
Arduino @technology
Raspberry Pi @technology = 树莓派
SMT | surface mount technology @technology = 表面贴装
Oscilloscopes | multimeter, test equipment, electronic test equipment @technology = 示波器, 万用表
SPICE simulation | pspice, multisim @technology
Optics | optical engineering, photonics = 光学, 光学工程
# Quality management | quality, quality systems, quality management systems, qms = 质量管理, 品质管理, 质量体系, 质量管理体系
Quality control | qc, quality inspection, product inspection @method = 质量控制, 品质控制, 质量检验, 品控, 质检
Quality assurance | qa, quality assurance processes @method = 质量保证, 品质保证
ISO 9001 | iso 9000, iso9001, iso 9001:2015 @method = ISO9001 质量体系
IATF 16949 | ts 16949, iso/ts 16949 @method = IATF16949, 汽车质量体系
ISO 13485 @method
AS9100 @method
Six Sigma | lean six sigma, dmaic @method = 六西格玛, 精益六西格玛
Statistical process control | spc, control charts, process capability @method = 统计过程控制, 过程能力分析
Measurement system analysis | msa, gauge r&r @method = 测量系统分析
PPAP | production part approval process @method = 生产件批准程序
APQP | advanced product quality planning @method = 产品质量先期策划
8D problem solving | 8d, 8d report, 8d reports @method = 8D 报告, 8D报告
Root cause analysis | rca, 5 why, fishbone diagram, root cause @method = 根本原因分析, 根因分析, 鱼骨图
Corrective and preventive action | capa, corrective actions, corrective action @method = 纠正预防措施, 纠正措施
Supplier quality | sqe, supplier quality management, supplier audits @method = 供应商质量管理, 供应商审核
Internal auditing of quality | quality audits, quality audit, internal quality audits @method = 质量内审, 质量审核, 体系审核
Incoming inspection | iqc, receiving inspection @craft = 来料检验, 进料检验
Measuring instruments | calipers, micrometers, gauges, precision measurement, precision measuring tools @craft = 量具, 测量仪器, 游标卡尺, 千分尺
Coordinate measuring machines | cmm, cmm programming, coordinate measuring machine @technology = 三坐标测量, 三坐标
Metrology | calibration, dimensional inspection @domain = 计量, 校准, 尺寸检测
Non-destructive testing | ndt, ultrasonic testing, radiographic testing, magnetic particle testing, dye penetrant @craft = 无损检测, 探伤, 超声波探伤
Destructive testing | tensile testing, hardness testing, mechanical testing @craft = 力学性能测试, 硬度检测
Good manufacturing practice | gmp, cgmp @method = 药品生产质量管理规范, GMP 规范
Validation | process validation, equipment validation, iq oq pq @method = 工艺验证, 设备验证
Quality circles | qc circle @method = QC 小组, QC小组
# Lean manufacturing | lean, lean production, toyota production system, lean principles = 精益生产, 精益, 丰田生产方式 @method < Manufacturing
Kaizen | continuous improvement, process improvement, continuous process improvement = 持续改进, 改善, 持续改善, 流程改善
5S | 5s methodology, 6s = 5S 管理, 6S 管理, 5S管理
Value stream mapping | vsm = 价值流图
Just-in-time | jit, just in time = 准时化生产
Poka-yoke | error proofing, mistake proofing = 防错
Standard work | standard operating procedures, sops, sop, work instructions = 标准作业, 标准作业程序, 作业指导书
Time and motion study | time study, line balancing, work measurement = 工时测定, 动作分析, 线平衡
Industrial engineering @domain = 工业工程
Production planning | production scheduling, production planning and control, master scheduling, pmc = 生产计划, 生产排程, 生产计划与控制, 排产
Material requirements planning | mrp, mrp ii = 物料需求计划
Capacity planning = 产能规划, 产能分析
Production management | production supervision, shop floor management, manufacturing management = 生产管理, 车间管理, 现场管理
Process engineering | manufacturing engineering, process design, manufacturing processes, production engineering @domain = 工艺工程, 工艺设计, 工艺, 制造工艺
Overall equipment effectiveness | oee = 设备综合效率
Machine operation | operating machinery, machine operator, heavy equipment operation, production line operation @craft = 机器操作, 设备操作, 操作机器
Packaging | packing, packaging machines @craft = 包装, 打包
Food processing | food production, food manufacturing @craft = 食品加工, 食品生产
Textile manufacturing | textiles, weaving, knitting, dyeing @craft = 纺织, 织造, 印染
Sewing | tailoring, garment construction, garment manufacturing @craft = 缝纫, 裁剪, 服装制作
Pattern cutting for garments | garment pattern making, pattern grading @craft = 服装打版, 制版
Woodworking | carpentry, joinery, cabinet making @craft = 木工, 木工制作
Papermaking @craft = 造纸
Glass and ceramics @craft = 玻璃陶瓷
Pharmaceutical manufacturing | drug manufacturing @craft = 药品生产, 制药
# Health and safety | occupational health and safety, ehs, hse, workplace safety, osha, osha compliance, safety management, environment health and safety = 职业健康安全, 安全生产, 安全管理, 环境健康安全
Risk assessment | hazard identification, risk assessments, job safety analysis @method = 风险评估, 危险源辨识, 安全风险评估
Safety training | toolbox talks @method = 安全培训
Accident investigation | incident investigation @method = 事故调查
Permit to work @method = 作业许可
ISO 14001 | environmental management system @method = 环境管理体系
ISO 45001 | ohsas 18001 @method = 职业健康安全管理体系
Fire safety | fire protection, firefighting, fire prevention @craft = 消防, 消防安全
First aid | first-aid, cpr, aed, basic life support, bls @craft = 急救, 心肺复苏
Hazardous materials | hazmat, dangerous goods, coshh, chemical safety @craft = 危险化学品, 危化品管理, 危险品
Working at height @craft = 高空作业, 登高作业
Confined spaces | confined space entry @craft = 有限空间作业
Personal protective equipment | ppe @craft = 劳动防护用品
Waste management | waste disposal, waste treatment @domain = 废弃物管理, 固废处理
Water treatment | wastewater treatment, sewage treatment @domain = 水处理, 污水处理
Emergency response | emergency management, emergency preparedness @method = 应急管理, 应急预案
`;
