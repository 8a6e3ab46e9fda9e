/**
 * @file More tools by name, chosen from the technologies that O*NET 28 names for three or more occupations (U.S. Department
 * of Labor, CC BY 4.0; names only). Form: parse-table.ts.
 */
export const TOOLS = `
# Software development
Microsoft Visual Studio | visual studio @technology
Visual Studio Code | vs code, vscode @technology
Eclipse IDE | eclipse @technology
IntelliJ IDEA | intellij @technology
PyCharm @technology
Xcode @technology
Apache Jersey | eclipse jersey, jersey rest @technology
Enterprise JavaBeans @technology > Java EE
JDBC | oracle jdbc @technology > Java EE
LAMP stack | lamp @technology
VBScript | microsoft visual basic scripting edition vbscript @technology
Korn shell | kornshell @technology < Shell scripting
CICS | customer information control system cics @technology
JCL | job control language, job control language jcl @technology
ClearCase | ibm rational clearcase @technology < Version control
ClearQuest | ibm rational clearquest @technology
Ext JS | sencha @technology
Visual FoxPro | foxpro, microsoft visual foxpro @technology
Enterprise Architect | sparx enterprise architect @technology > UML
IBM Rational Rose | rational rose @technology > UML
erwin Data Modeler | erwin, quest erwin data modeler @technology > Database design
TOAD | quest toad @technology
Doxygen @technology
Swagger | openapi @technology > API design
# Data analysis
Mathematica | wolfram mathematica, wolfram research mathematica @technology
Maple mathematics | maplesoft maple @technology
Mathcad | ptc mathcad, mathsoft mathcad @technology
S-PLUS | insightful s-plus @technology
Statistica | statsoft statistica @technology
OriginPro | originlab @technology
Oracle Business Intelligence | obiee, oracle business intelligence enterprise edition @technology
Domo @technology
Amazon Kinesis @technology < Amazon Web Services
ERDAS IMAGINE | leica geosystems erdas imagine @technology > Remote sensing
HEC-RAS @technology > Hydraulic engineering
GPS | global positioning system, gps systems @technology = 全球定位系统, 北斗
MapInfo @technology < GIS
Qualtrics @technology > Survey design
SurveyMonkey @technology > Survey design
NVivo @technology > Qualitative research
# Office software
Apple Keynote | keynote presentations
Apple Numbers
Apple Pages
WordPerfect | corel wordperfect office suite
Lotus 1-2-3 | ibm lotus 1-2-3
Google Slides
Google Forms
Google Calendar
Gmail | google gmail
Google Meet
Skype
GoToMeeting | logmein gotomeeting
Airtable
Evernote
Prezi | prezi presentations
Mentimeter
Loom
Box file sharing
OneDrive | microsoft onedrive
DocuSign
Tencent Meeting = 腾讯会议
Yuque = 语雀
# Enterprise software
Oracle Fusion Applications | oracle fusion
Oracle Eloqua | eloqua > Marketing automation
Raiser's Edge | blackbaud the raiser's edge, blackbaud > Fundraising
Maximo asset management | ibm maximo asset management < Computerised maintenance management
Laboratory information management systems | lims, laboratory information management system lims, laboratory information system = 实验室信息管理系统
Sage 300 Construction | sage 300 construction and real estate, timberline
HCSS HeavyJob
Quicken > Accounting
TurboTax > Tax
Drake Tax > Tax
Lacerte | intuit lacerte > Tax
ProSystem fx | cch prosystem fx > Tax
Westlaw | thomson reuters westlaw > Legal research
LexisNexis research | lexisnexis advance > Legal research
Clio legal software | clio manage > Law
Paychex > Payroll
Ceridian Dayforce | dayforce, ceridian > Payroll
UltiPro | ukg pro > Payroll
Gusto payroll > Payroll
LinkedIn Recruiter | linkedin > Recruitment
Beisen | beisen italent = 北森
Moka recruiting = Moka 招聘
51job and Zhaopin | zhaopin, 51job, boss zhipin = 智联招聘, 前程无忧, BOSS直聘
Toast POS | toast restaurant > Point of sale systems
Square POS | square point of sale > Point of sale systems
Micros POS | oracle micros, micros > Point of sale systems
Aloha POS | ncr aloha > Point of sale systems
OpenTable > Reservations
Opera PMS | oracle hospitality opera > Hotel front office
MRI Software > Property management
AppFolio > Property management
Buildium > Property management
Manhattan WMS | manhattan associates > Warehouse management systems
Blue Yonder | jda software > Demand planning
Kinaxis > Demand planning
Coupa > Procurement
Jaggaer > Procurement
# Healthcare
NextGen Healthcare | nextgen healthcare information systems emr, nextgen emr @technology < Electronic health records
Allscripts | allscripts professional ehr @technology < Electronic health records
athenahealth | athenanet @technology < Electronic health records
GE Centricity | ge healthcare centricity emr @technology < Electronic health records
AdvancedMD | advancedmd ehr @technology < Electronic health records
Kareo | kareo practice management @technology < Electronic health records
Eaglesoft | patterson eaglesoft @technology
PACS | picture archiving and communication system @technology = 医学影像存档系统
# Education sector
Blackboard Learn | blackboard lms @technology < Learning management systems
Canvas LMS | instructure canvas @technology < Learning management systems
Schoology @technology < Learning management systems
Desire2Learn | brightspace, d2l @technology < Learning management systems
Turnitin | iparadigms turnitin @technology
Kahoot @technology
Quizlet @technology
Nearpod @technology
PowerSchool @technology
Seesaw classroom @technology
# Graphic design
Adobe Audition @technology
Adobe FrameMaker | framemaker @technology
Adobe PageMaker | pagemaker @technology
Adobe Flash | adobe animate, macromedia flash @technology
Adobe Captivate @technology
Camtasia | techsmith camtasia @technology
iMovie | apple imovie @technology
GIMP @technology
Inkscape @technology
Corel Painter @technology
PaintShop Pro | corel paint shop pro @technology
Procreate app | procreate illustration @technology
Unity Reflect @technology
Lumion @technology
Enscape @technology
CapCut | jianying @technology = 剪映
# Marketing
Hootsuite @technology
Sprout Social @technology
Semrush @technology > Search engine optimisation
Ahrefs @technology > Search engine optimisation
Constant Contact @technology > Email marketing
Klaviyo @technology > Email marketing
Salesforce Marketing Cloud | exacttarget @technology > Marketing automation
Instagram marketing | instagram @technology > Social media marketing
Twitter marketing | twitter @technology > Social media marketing
YouTube marketing | youtube @technology > Social media marketing
Facebook marketing | facebook @technology > Social media marketing
Pinterest marketing | pinterest @technology > Social media marketing
WeChat official accounts | wechat marketing @technology = 微信公众号, 公众号运营
Xiaohongshu marketing | little red book @technology = 小红书, 小红书运营
Baidu search marketing | baidu sem @technology = 百度推广, 百度竞价
# IT operations
NetBackup | veritas netbackup @technology > Backup and recovery
Veeam @technology > Backup and recovery
HP-UX | hewlett packard hp-ux @technology < Unix
IBM Power Systems @technology
SolarWinds @technology > Network monitoring
Snort IDS @technology > Intrusion detection
Nessus | tenable nessus @technology > Vulnerability assessment
Burp Suite @technology > Penetration testing
Metasploit @technology > Penetration testing
Kali Linux @technology > Penetration testing
CrowdStrike @technology > Antivirus software
Okta @technology > Identity and access management
# CAD
Mastercam CAD/CAM | cnc mastercam < CAM
PowerMill | autodesk powermill < CAM
Edgecam < CAM
hyperMILL < CAM
Cimatron < CAM
Esprit CAM < CAM
Delcam < CAM
ZWCAD | zwsoft = 中望CAD
CAXA = CAXA 软件
SolidCAM < CAM
Rhino Grasshopper | grasshopper 3d
Bluebeam | bluebeam revu
Navisworks | autodesk navisworks > Building information modelling
ArchiCAD | graphisoft archicad
Vectorworks
Chief Architect
20-20 Design
Glodon | glodon software = 广联达
PKPM
MIDAS structural software | midas civil = 迈达斯
# Industrial automation
AVEVA InTouch | wonderware intouch, aveva intouch hmi @technology < HMI
WinCC | siemens wincc, simatic wincc @technology < SCADA
FactoryTalk View | factorytalk @technology < HMI
Ignition by Inductive Automation @technology < SCADA
Kingview | kingscada @technology < SCADA = 亚控组态王
Siemens SINAMICS | sinamics, g120 @technology < Variable frequency drives
ABB drives @technology < Variable frequency drives = ABB 变频器
Inovance | inovance plc @technology < PLC programming = 汇川, 汇川PLC
Delta PLC @technology < PLC programming = 台达PLC
Keyence @technology = 基恩士
Beckhoff TwinCAT | twincat, beckhoff @technology < PLC programming = 倍福
B&R automation @technology < PLC programming = 贝加莱
Emerson DeltaV | deltav @technology < DCS
Honeywell Experion @technology < DCS
Yokogawa Centum @technology < DCS = 横河
ABB robots programming | abb robotstudio, rapid programming @technology < Industrial robots = ABB 机器人
KUKA robots | kuka krl @technology < Industrial robots = 库卡机器人
`;
