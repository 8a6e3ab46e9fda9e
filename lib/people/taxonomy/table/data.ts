/** @file Skills of data: databases, analysis, machine learning, business software. Written by us; form: parse-table.ts. */
export const DATA = `
# Databases | database, database management, relational databases, rdbms, database systems = 数据库, 数据库管理, 关系型数据库 @technology
Database administration | dba, database administrator @craft = 数据库运维
Database design | data modelling, data modeling, er diagrams @method = 数据库设计, 数据建模
Query optimisation | query optimization, sql tuning @method = 查询优化, SQL 优化
MySQL
PostgreSQL | postgres
Oracle Database | oracle db, oracle 11g, oracle 12c, oracle rdbms, oracle = Oracle 数据库
Microsoft SQL Server | sql server, mssql, ms sql, ms sql server = SQL Server 数据库
SQLite
MariaDB
IBM Db2 | db2, ibm db2
Sybase
Teradata | teradata database
Microsoft Access | ms access, access database = Access 数据库
FileMaker | filemaker pro
NoSQL = 非关系型数据库
MongoDB
Redis
Cassandra | apache cassandra
HBase | apache hbase
Couchbase
Neo4j | graph databases = 图数据库
Elasticsearch | elastic search
Solr | apache solr
ClickHouse
InfluxDB | time series databases = 时序数据库
SAP HANA | hana
Snowflake | snowflake data warehouse
Stored procedures | triggers and stored procedures = 存储过程
Oracle SQL Developer
SSMS | sql server management studio
# Data engineering = 数据工程, 数据开发
Data warehousing | data warehouse, data warehouses, dwh @technology = 数据仓库, 数仓
ETL | extract transform load, etl development, elt @method = ETL 开发, 数据抽取
Data pipelines | data pipeline @method = 数据管道
Big data | big data technologies @domain = 大数据
Hadoop | apache hadoop, hdfs, mapreduce @technology
Spark | apache spark, pyspark @technology
Hive | apache hive @technology
Flink | apache flink @technology
Airflow | apache airflow @technology
Impala | apache impala @technology
Presto | trino @technology
Sqoop @technology
dbt | data build tool @technology
Databricks @technology
Amazon Redshift | redshift @technology
BigQuery | google bigquery @technology
Informatica | informatica powercenter, informatica software @technology
Talend @technology
SSIS | sql server integration services, microsoft sql server integration services ssis @technology
SSRS | sql server reporting services, microsoft sql server reporting services ssrs @technology
SSAS | sql server analysis services @technology
IBM DataStage | datastage @technology
Pentaho | kettle @technology
Data governance @method = 数据治理
Data quality | data quality management, data cleansing, data cleaning @method = 数据质量, 数据清洗
Master data management | mdm master data, master data @method = 主数据管理, 主数据
Data migration | data conversion @method = 数据迁移
Data lakes | data lake @technology = 数据湖
Metadata management @method = 元数据管理
Data architecture @method = 数据架构
Web scraping | web crawling, scrapy, web crawlers @method = 网络爬虫, 爬虫, 数据采集
# Data analysis | data analytics, analytics, data analyst = 数据分析, 数据统计分析
Statistics | statistical analysis, statistical methods, applied statistics @domain = 统计学, 统计分析, 数理统计
Statistical modelling | statistical modeling, predictive modeling, predictive modelling, predictive analytics @method = 统计建模, 预测建模
Regression analysis | linear regression, logistic regression @method = 回归分析, 线性回归, 逻辑回归
Time series analysis | time series forecasting @method = 时间序列分析, 时间序列预测
Hypothesis testing @method = 假设检验
A/B testing | ab testing, split testing, multivariate testing @method = A/B 测试, AB测试
Experimental design | design of experiments, doe @method = 实验设计, 试验设计
Survey design | survey research, questionnaire design @method = 问卷设计, 问卷调查
Quantitative research | quantitative analysis @method = 定量研究, 定量分析
Qualitative research | qualitative analysis, focus groups @method = 定性研究, 定性分析
Operations research | mathematical optimization, linear programming @domain = 运筹学, 运筹优化
Data mining @method = 数据挖掘
Data visualisation | data visualization, dashboards, dashboard design @method = 数据可视化, 可视化, 数据看板
Business intelligence | bi, bi reporting @domain = 商业智能, 商务智能
Business reporting | report writing, report generation, management reporting @method = 报表制作, 报告撰写, 报表
Microsoft Excel | excel, ms excel, advanced excel, excel spreadsheets, spreadsheets, pivot tables, vlookup, spreadsheet @technology = Excel 表格, 电子表格, 数据透视表
Tableau @technology
Power BI | microsoft power bi, powerbi @technology
Qlik | qlikview, qlik sense @technology
Looker | google looker @technology
Google Data Studio | looker studio @technology
FineReport | finebi @technology = 帆软
SAP BusinessObjects | business objects, crystal reports, sap crystal reports @technology
Cognos | ibm cognos @technology
MicroStrategy @technology
Alteryx | alteryx software @technology
SAS | sas programming, base sas, statistical analysis software @technology
SPSS | ibm spss, ibm spss statistics @technology
Stata | statacorp stata @technology
EViews @technology
Minitab @technology
JMP @technology
KNIME @technology
RapidMiner @technology
Jupyter | jupyter notebook, ipython @technology
pandas @technology
NumPy @technology
SciPy @technology
Matplotlib @technology
Power Query | power pivot @technology
GIS | geographic information systems, geographic information system, geospatial analysis @technology = 地理信息系统
ArcGIS | esri arcgis, esri arcgis software @technology < GIS
QGIS @technology < GIS
Remote sensing @technology = 遥感
# Artificial intelligence | ai = 人工智能
Machine learning | ml, supervised learning, machine learning algorithms, unsupervised learning @domain = 机器学习
Deep learning | neural networks, cnn, rnn, convolutional neural networks @domain = 深度学习, 神经网络
Natural language processing | nlp, text mining, text analytics @domain = 自然语言处理, 文本挖掘
Computer vision | image recognition, image processing @domain = 计算机视觉, 图像识别, 图像处理
Speech recognition | asr, speech processing @domain = 语音识别
Recommender systems | recommendation systems, recommendation algorithms @domain = 推荐系统, 推荐算法
Reinforcement learning @domain = 强化学习
Large language models | llm, llms, gpt, generative ai @domain = 大语言模型, 大模型, 生成式人工智能
Prompt engineering @method = 提示词工程, 提示工程
Responsible AI | ai ethics, ai governance, trustworthy ai @method = 负责任的人工智能, 人工智能伦理, 人工智能治理
Retrieval-augmented generation | rag @method = 检索增强生成
Knowledge graphs | knowledge graph @technology = 知识图谱
Feature engineering @method = 特征工程
Model deployment | mlops @method = 模型部署
TensorFlow @technology
PyTorch | torch @technology
Keras @technology
scikit-learn | sklearn @technology
XGBoost | lightgbm @technology
OpenCV @technology
Hugging Face Transformers | huggingface @technology
spaCy @technology
NLTK @technology
LangChain @technology
CUDA | gpu programming @technology
# Office software | microsoft office, ms office, office suite, microsoft office software, microsoft office suite, office 365, microsoft 365, google workspace, google workspace software, g suite, computer literacy, computer skills = 办公软件, Office 办公软件, 计算机操作, 电脑操作 @technology
Microsoft Word | ms word, word processing
Microsoft PowerPoint | powerpoint, ms powerpoint, ppt, presentation software = 幻灯片制作, PPT 制作, PPT制作
Microsoft Outlook | outlook, ms outlook
Microsoft OneNote | onenote
Microsoft Teams | ms teams
Microsoft Visio | visio, ms visio
Microsoft Publisher | ms publisher
Microsoft SharePoint | sharepoint, sharepoint online
Microsoft Project | ms project > Project management
WPS Office | wps = WPS 办公软件
Google Docs
Google Sheets
Google Drive
Lotus Notes | ibm notes
Adobe Acrobat | acrobat, adobe acrobat pro
Zoom
Slack
Webex | cisco webex
DingTalk = 钉钉
Feishu | lark = 飞书
WeCom | wechat work = 企业微信
Notion
Dropbox
Typing | touch typing, keyboarding, data typing @craft = 打字, 文字录入
Data entry @craft = 数据录入, 数据输入
Confluence | atlassian confluence
Jira | atlassian jira, jira software
Trello
Asana
Monday.com
Basecamp
Smartsheet
Miro
# Enterprise software | erp, enterprise resource planning, erp systems, erp system = 企业管理软件, ERP 系统, 企业资源计划, ERP系统 @technology
SAP | sap erp, sap software, sap r/3, sap ecc, sap s/4hana, s/4hana
SAP FICO | sap fi/co, sap finance < SAP
SAP MM | sap materials management < SAP
SAP SD | sap sales and distribution < SAP
SAP PP | sap production planning < SAP
SAP SuccessFactors | successfactors < SAP
SAP Concur | concur < SAP
SAP Ariba < SAP
SAP BW | sap business warehouse < SAP
Oracle E-Business Suite | oracle ebs, oracle erp, oracle financials
Oracle PeopleSoft | peoplesoft
JD Edwards | jd edwards enterpriseone
NetSuite | oracle netsuite
Hyperion | oracle hyperion
Microsoft Dynamics | dynamics 365, microsoft dynamics ax, dynamics nav, dynamics crm
Infor | infor ln
Epicor
Odoo
Kingdee | kingdee erp = 金蝶, 金蝶软件
Yonyou | yonyou u8 = 用友, 用友软件, 用友U8, 用友NC
Salesforce | salesforce.com, salesforce software, salesforce crm, sfdc
HubSpot | hubspot software
Zoho CRM
Siebel | oracle siebel crm
Pipedrive
CRM software | customer relationship management software, crm, crm systems = CRM 系统, 客户关系管理系统, CRM系统
Workday | workday software, workday hcm
ADP | adp workforce now
Kronos | kronos workforce timekeeper, ultimate kronos group, ukg
BambooHR
Applicant tracking systems | ats, taleo, oracle taleo, greenhouse, icims = 招聘管理系统
QuickBooks | intuit quickbooks
Sage accounting | sage 50, peachtree, sage 100
Xero
FreshBooks
Great Plains | microsoft dynamics gp
Zendesk
Freshdesk
Manufacturing execution systems | mes, manufacturing execution system = 制造执行系统, MES 系统, MES系统
Product lifecycle management | plm, plm software = 产品生命周期管理, PLM 系统
Teamcenter | siemens teamcenter < Product lifecycle management
Windchill | ptc windchill < Product lifecycle management
Warehouse management systems | wms, warehouse management system = 仓库管理系统, WMS 系统
Transportation management systems | tms = 运输管理系统
Office automation systems | oa system = 办公自动化, OA 系统, OA系统
Primavera P6 | oracle primavera, primavera, oracle primavera enterprise project portfolio management > Project management
Procore | procore software
Yardi | yardi software
Point of sale systems | pos, pos systems, point-of-sale, point of sale = 收银系统, POS 系统
Robotic process automation | rpa, uipath, blue prism, automation anywhere = 机器人流程自动化
Power Automate | microsoft power automate, power apps, microsoft power platform
# Graphic design | graphics design, visual design = 平面设计, 视觉设计
Adobe Photoshop | photoshop @technology = PS 软件
Adobe Illustrator | illustrator @technology
Adobe InDesign | indesign @technology
Adobe Creative Cloud | adobe creative suite, adobe cs, adobe creative cloud software, creative suite @technology
Adobe Premiere Pro | premiere pro, adobe premiere @technology
Adobe After Effects | after effects @technology
Adobe Lightroom | lightroom @technology
Adobe Dreamweaver | dreamweaver @technology
Adobe XD @technology
CorelDRAW | corel draw @technology
Canva @technology
Figma @technology
Sketch @technology
Axure | axure rp @technology
InVision @technology
QuarkXPress @technology
Final Cut Pro | final cut @technology
DaVinci Resolve @technology
Avid Media Composer | avid @technology
Pro Tools @technology
Logic Pro @technology
Blender @technology
Autodesk Maya @technology
3ds Max | 3d studio max, autodesk 3ds max @technology
Cinema 4D | c4d @technology
ZBrush @technology
SketchUp | trimble sketchup pro, google sketchup @technology
Rhino 3D | rhinoceros 3d @technology = 犀牛软件
V-Ray @technology
Typography = 字体设计, 版式设计
Layout design | page layout, desktop publishing = 排版, 版面设计
Illustration | hand drawing @craft = 插画, 手绘, 绘画
Logo design @craft = 标志设计, Logo 设计
Packaging design @craft = 包装设计
Brand identity | corporate identity, visual identity = 品牌视觉, VI 设计
Photography | digital photography, photographer @craft = 摄影
Photo editing | photo retouching, image editing @craft = 修图, 图片处理
Video editing | video production, video post-production @craft = 视频剪辑, 视频编辑, 视频制作
Animation | motion graphics, 2d animation, 3d animation @craft = 动画制作, 动画, 动效设计
3D modelling | 3d modeling, 3d rendering, 3d design @craft = 三维建模, 3D 建模, 3D建模
Sound design | audio editing, audio engineering, audio production @craft = 音频编辑, 声音设计, 录音
Printing | print production, offset printing, pre-press @craft = 印刷, 印前制作
# User experience design | ux, ux design, user experience, ui/ux, ui/ux design, ux/ui = 用户体验设计, 用户体验, 交互设计
User interface design | ui, ui design, interface design = UI 设计, 界面设计, UI设计
User research | usability research, ux research @method = 用户研究, 用户调研
Usability testing | usability @method = 可用性测试
Wireframing | wireframes, prototyping, mockups @method = 原型设计, 线框图
Information architecture @method = 信息架构
Design thinking @method = 设计思维
Human-computer interaction | hci, human factors, ergonomics = 人机交互, 人机工程, 人因工程
Interior design | interior decoration = 室内设计
Industrial design | product design = 工业设计, 产品设计
Fashion design | apparel design, clothing design = 服装设计
`;
