/** @file Skills of software: languages, frameworks, platforms, ways of working. Written by us; form: parse-table.ts. */
export const SOFTWARE = `
# Software development | software engineering, programming, coding, software design, application development = 软件开发, 软件工程, 编程, 程序开发, 程序设计, 应用开发
Object-oriented programming | oop, object oriented design, ooad @method = 面向对象编程, 面向对象
Functional programming @method = 函数式编程
Design patterns | software design patterns @method = 设计模式
Algorithms | data structures, algorithms and data structures = 算法, 数据结构, 算法与数据结构
Software architecture | system architecture, architecture design, application architecture = 软件架构, 系统架构, 架构设计
Microservices | microservice architecture, micro services @method = 微服务, 微服务架构 > Software architecture
Service-oriented architecture | soa @method = 面向服务架构 > Microservices
Distributed systems | distributed computing = 分布式系统, 分布式 > Microservices
High concurrency | high-concurrency systems = 高并发, 高可用 > Distributed systems
API design | rest api, restful api, restful, rest apis, api development @method = 接口设计, RESTful 接口, 接口开发
SOAP | soap web services @technology = SOAP 协议
gRPC | protobuf, protocol buffers @technology
GraphQL @technology
WebSocket | websockets @technology
Web services | web service @technology = Web 服务
Debugging | troubleshooting code @method = 程序调试, 代码调试
Code review | code reviews, peer review of code @method = 代码评审, 代码审查
Refactoring @method = 代码重构
Unit testing | unit tests @method = 单元测试
Test-driven development | tdd @method = 测试驱动开发
Behaviour-driven development | bdd, behavior driven development @method = 行为驱动开发
Domain-driven design | ddd @method = 领域驱动设计
Software development life cycle | sdlc, systems development life cycle @method = 软件开发生命周期
Technical documentation | technical writing, documentation writing @method = 技术文档, 技术写作, 文档编写
Requirements analysis | requirements gathering, requirement analysis, requirements engineering @method = 需求分析, 需求调研
UML | unified modeling language @method = UML 建模, 统一建模语言
Version control | source control, revision control @method = 版本控制, 版本管理
Git | gitflow @technology < Version control
GitHub @technology < Version control
GitLab @technology < Version control
Bitbucket | atlassian bitbucket @technology < Version control
Subversion | svn, apache subversion svn, tortoisesvn @technology < Version control
Perforce @technology < Version control
Multithreading | multi-threading, concurrent programming @method = 多线程, 并发编程
Performance tuning | performance optimisation, performance optimization @method = 性能优化, 性能调优
Socket programming | network programming @method = 网络编程, Socket 编程
Real-time systems | rtos, real time operating systems @domain = 实时系统, 实时操作系统
Game development | game design, game programming @domain = 游戏开发, 游戏设计
Unity | unity3d, unity 3d @technology < Game development
Unreal Engine | ue4, ue5 @technology < Game development = 虚幻引擎
Open source | open-source software = 开源, 开源软件
Low-code development | no-code, low code @method = 低代码, 低代码开发
Blockchain | smart contracts, distributed ledger @domain = 区块链, 智能合约
Solidity @technology < Blockchain
Ethereum @technology < Blockchain = 以太坊
# Programming languages @technology = 编程语言, 程序设计语言 < Software development
Python | python3, python 3, python2 =
Java | java se, j2se, core java, oracle java =
C | c language, ansi c, c programming = C 语言, C语言
C++ | cpp, c plus plus, visual c++, vc++ =
C# | c sharp, csharp, visual c# > .NET
JavaScript | js, ecmascript, es6, vanilla javascript > TypeScript
TypeScript
Go | golang = Go 语言, Go语言
Rust = Rust 语言
PHP
Ruby
Swift > iOS development
Kotlin > Android development
Objective-C | objective c, objc > iOS development
Scala > Java
R | r language, r programming, rstudio = R 语言, R语言
MATLAB | matlab/simulink, mathworks matlab, the mathworks matlab > Simulink
Perl
Lua
Dart > Flutter
Groovy
Haskell
Erlang
Elixir
Clojure
F#
Fortran
COBOL
Ada
Pascal
Delphi | object pascal
Lisp | common lisp
Prolog
Julia
Visual Basic | vb, vb6, microsoft visual basic
VB.NET | vb net, visual basic .net > .NET
VBA | visual basic for applications, excel vba, excel macros, microsoft visual basic for applications vba > Microsoft Excel
SQL | structured query language, sql queries, sql programming, structured query language sql = SQL 语言, 结构化查询语言
T-SQL | transact-sql, transact sql, tsql < SQL
PL/SQL | pl sql, oracle pl/sql, plsql < SQL
Shell scripting | shell script, shell, bash, bash scripting, unix shell, shell scripts = Shell 脚本, Shell
PowerShell | microsoft powershell, windows powershell
Assembly language | assembler, assembly programming = 汇编语言, 汇编
ABAP | sap abap > SAP
Apex | salesforce apex > Salesforce
ActionScript
XML | extensible markup language, xml schema, xslt, extensible markup language xml
JSON | javascript object notation, javascript object notation json
YAML
Regular expressions | regex, regexp = 正则表达式
LaTeX
# Web development | web design and development, website development, web programming = 网站开发, Web 开发, Web开发 < Software development
# Front-end development | front end development, frontend development, frontend, front-end, front end = 前端开发, 前端, Web 前端, H5 开发 < Web development @technology
HTML | html5, hypertext markup language, xhtml, hypertext markup language html =
CSS | css3, cascading style sheets, cascading style sheets css =
Sass | scss
Less CSS | less.js
Tailwind CSS | tailwindcss, tailwind
Bootstrap | twitter bootstrap
React | react.js, reactjs
Redux
Next.js | nextjs
Vue.js | vue, vuejs, vue 3
Nuxt.js | nuxt
Angular | angularjs, angular.js, google angular
Svelte
jQuery
Ember.js | emberjs
Backbone.js | backbonejs
D3.js | d3
Three.js | threejs
WebGL
AJAX
Webpack
Vite
Electron
React Native
Flutter
Ionic | ionic framework
WeChat mini programs | wechat mini-program, mini programs = 微信小程序, 小程序开发, 小程序
Responsive design | responsive web design @method = 响应式设计, 响应式布局
Web accessibility | wcag, accessibility testing, section 508 @method = 无障碍设计, 网页无障碍
Cross-browser compatibility @method = 浏览器兼容
# Back-end development | back end development, backend development, backend, back-end, server-side development = 后端开发, 后端, 服务端开发 < Web development @technology
Node.js | node js, node, nodejs
Express.js | expressjs, express framework > Node.js
NestJS | nest.js > Node.js
Spring Framework | spring mvc, java spring = Spring 框架 > Java
Spring Boot | springboot > Java
Spring Cloud | springcloud > Microservices
MyBatis > Java
Hibernate | hibernate orm, jpa > Java
Java EE | j2ee, jakarta ee, java enterprise edition, oracle java 2 platform enterprise edition j2ee, ejb > Java
JSP | javaserver pages, oracle javaserver pages jsp, servlets, servlet > Java
Struts | apache struts > Java
Django | django rest framework > Python
Flask > Python
FastAPI > Python
Ruby on Rails | rails, ror > Ruby
Laravel > PHP
Symfony > PHP
CodeIgniter > PHP
ThinkPHP > PHP
.NET | .net framework, .net core, dotnet, dot net, microsoft .net framework = .NET 框架
ASP.NET | asp.net mvc, asp.net core, asp net, microsoft asp.net > .NET
Entity Framework | ef core > .NET
WPF | windows presentation foundation > .NET
Classic ASP | active server pages, microsoft active server pages asp
Qt | qt framework, qml > C++
MFC > C++
Tomcat | apache tomcat
Nginx
Apache HTTP Server | apache web server, apache httpd
IIS | internet information services, microsoft iis
WebLogic | oracle weblogic server
JBoss | wildfly, red hat jboss
WebSphere | ibm websphere
Dubbo > Microservices
# Content management systems | content management system, web cms = 内容管理系统 < Web development @technology
WordPress
Drupal
Joomla
Magento | adobe commerce
Shopify
WooCommerce
Squarespace
Wix
Adobe Experience Manager | aem
Sitecore
# Mobile development | mobile app development, mobile application development, mobile apps = 移动开发, 移动端开发, App 开发, APP开发 < Software development
iOS development | ios, apple ios, ios app development @technology = iOS 开发
SwiftUI @technology > iOS development
Android development | android, google android, android studio, android sdk @technology = 安卓开发, 安卓, Android 开发
Xamarin @technology > .NET
HarmonyOS development | harmonyos @technology = 鸿蒙开发, 鸿蒙
# Middleware @technology = 中间件 < Software development
Apache Kafka | kafka
RabbitMQ
RocketMQ
ActiveMQ
IBM MQ | ibm websphere mq, mqseries
MuleSoft | mule esb
Apache Camel
Enterprise service bus | esb = 企业服务总线
Message queues | message queue = 消息队列
# Software testing | software qa, qa testing, test engineering = 软件测试, 测试
Test automation | automated testing, automation testing @method = 自动化测试
Manual testing | manual qa @method = 手工测试, 功能测试
Test planning | test plans, test cases, test case design @method = 测试计划, 测试用例, 用例设计
Regression testing @method = 回归测试
Integration testing | system integration testing @method = 集成测试
Performance testing | load testing, stress testing @method = 性能测试, 压力测试
User acceptance testing | uat @method = 用户验收测试
Defect tracking | bug tracking, defect management @method = 缺陷管理, 缺陷跟踪
API testing @method = 接口测试
Selenium | selenium webdriver @technology
Cypress @technology
Playwright @technology
Appium @technology
JUnit @technology
TestNG @technology
pytest @technology
Jest @technology
Mocha @technology
Cucumber @technology
Postman @technology
SoapUI @technology
JMeter | apache jmeter @technology
LoadRunner | hp loadrunner @technology
HP ALM | quality center, hp quality center @technology
UFT | quicktest professional, qtp @technology
TestRail @technology
Robot Framework @technology
SonarQube @technology
# Agile methods | agile, agile development, agile methodology, agile methodologies, agile project management = 敏捷开发, 敏捷, 敏捷方法 @method < Software development
Scrum | scrum methodology, scrum framework, sprint planning
Kanban = 看板, 看板管理
Extreme programming | xp programming = 极限编程
SAFe | scaled agile, scaled agile framework = 规模化敏捷
Waterfall | waterfall methodology, waterfall model = 瀑布模型, 瀑布式开发
User stories | story mapping = 用户故事
Backlog management | backlog refinement, product backlog = 待办事项管理, 需求池管理
Scrum mastery | scrum master, scrum mastering = Scrum 主管, 敏捷教练
# DevOps | devops practices, dev ops = 运维开发, 研发运维一体化 @method
Continuous integration | ci/cd, ci cd, continuous delivery, continuous deployment, cicd pipelines, build automation = 持续集成, 持续交付, 持续部署
Infrastructure as code | iac = 基础设施即代码
Site reliability engineering | sre = 站点可靠性工程
Docker | containers, containerization, containerisation, docker compose @technology = 容器化, 容器技术
Kubernetes | k8s, eks, aks, gke @technology = Kubernetes 容器编排 > Docker
Helm | helm charts @technology > Kubernetes
OpenShift | red hat openshift @technology > Kubernetes
Istio | service mesh @technology = 服务网格
Jenkins | jenkins ci @technology > Continuous integration
GitHub Actions @technology > Continuous integration
GitLab CI @technology > Continuous integration
CircleCI @technology > Continuous integration
Travis CI @technology > Continuous integration
TeamCity @technology > Continuous integration
Bamboo | atlassian bamboo @technology > Continuous integration
Azure DevOps | microsoft team foundation server, tfs, vsts @technology > Continuous integration
Argo CD | argocd, gitops @technology > Kubernetes
Ansible @technology
Terraform | ibm terraform, hashicorp terraform @technology > Infrastructure as code
Puppet @technology
Chef configuration management | chef infra @technology
SaltStack @technology
Vagrant @technology
Maven | apache maven @technology
Gradle @technology
Apache Ant @technology
npm | yarn package manager @technology
Nexus Repository | sonatype nexus @technology
Prometheus @technology
Grafana @technology
Nagios @technology
Zabbix @technology
Datadog @technology
New Relic @technology
Dynatrace @technology
Splunk | splunk enterprise @technology
ELK Stack | elk, logstash, kibana, elastic stack @technology
# Cloud computing | cloud, cloud platforms, cloud services, cloud technologies = 云计算, 云平台, 云服务 @technology
Amazon Web Services | aws, amazon web services aws software, amazon aws = 亚马逊云
Amazon EC2 | ec2, amazon elastic compute cloud ec2, aws ec2 < Amazon Web Services
Amazon S3 | s3, aws s3, amazon simple storage service s3 < Amazon Web Services
AWS Lambda | serverless, serverless computing < Amazon Web Services = 无服务器计算, 无服务器
Amazon RDS < Amazon Web Services
Amazon DynamoDB | dynamodb < Amazon Web Services
AWS CloudFormation | cloudformation, amazon web services aws cloudformation < Amazon Web Services
Microsoft Azure | azure, microsoft azure software, azure cloud = 微软云
Google Cloud Platform | gcp, google cloud = 谷歌云
Alibaba Cloud | aliyun = 阿里云
Tencent Cloud = 腾讯云
Huawei Cloud = 华为云
Oracle Cloud | oracle cloud software, oracle cloud infrastructure
OpenStack
Cloud migration @method = 上云, 云迁移
Cloud architecture @method = 云架构
Virtualisation | virtualization, server virtualization = 虚拟化, 虚拟化技术
VMware | vmware vsphere, vsphere, vmware esxi, esxi
Hyper-V | microsoft hyper-v
Citrix | citrix xenapp, citrix xendesktop
KVM
Software as a service | saas = 软件即服务
# Operating systems = 操作系统 @technology
Linux | linux administration, linux system administration, gnu/linux = Linux 系统
Red Hat Enterprise Linux | rhel, red hat, redhat < Linux
Ubuntu < Linux
CentOS < Linux
Debian < Linux
SUSE Linux | suse < Linux
Embedded Linux < Linux = 嵌入式 Linux
Unix | unix systems
Solaris | sun solaris, oracle solaris < Unix
AIX | ibm aix < Unix
Windows | microsoft windows, windows 10, windows 7, windows xp, windows 11 = Windows 系统
Windows Server | microsoft windows server, windows server 2012, windows server 2016
macOS | mac os, apple macos, mac os x, os x
VxWorks
FreeRTOS
QNX
z/OS | mainframe, ibm mainframe = 大型机
AS/400 | ibm i, iseries
# IT operations | it infrastructure, infrastructure management, systems administration, system administration, server administration = IT 运维, 系统运维, 运维, 系统管理, 服务器管理
IT service management | itsm @method = IT 服务管理
ITIL | itil framework, information technology infrastructure library @method < IT service management
Help desk support | help desk, service desk, helpdesk, desktop support, technical support, it support @craft = 技术支持, 桌面支持, IT 支持, 服务台
Hardware troubleshooting | computer repair, pc repair, hardware installation @craft = 硬件维护, 电脑维修, 硬件故障排除
Software installation | software deployment @craft = 软件安装, 软件部署
Active Directory | microsoft active directory, ldap, group policy @technology = 活动目录
Microsoft Exchange | exchange server, microsoft exchange server @technology
Microsoft 365 administration | office 365 administration @technology
SCCM | system center configuration manager, microsoft endpoint configuration manager @technology
ServiceNow | service now @technology
Remedy ITSM | bmc remedy @technology
Backup and recovery | data backup, disaster recovery planning, disaster recovery @method = 备份恢复, 数据备份, 灾难恢复, 容灾
Storage area networks | san storage, nas, network attached storage @technology = 存储网络, 存储
Data centre operations | data center operations, data center management = 数据中心运维, 机房管理, 数据中心
IT asset management | hardware asset management @method = IT 资产管理
System integration | systems integration @method = 系统集成
Mobile device management | mdm, microsoft intune, intune @technology = 移动设备管理
IT audit @method = IT 审计, 信息系统审计
IT strategy | information technology strategy @method = IT 战略, 信息化规划
Digital transformation @method = 数字化转型
# Computer networking | networking, network administration, network engineering, network management = 计算机网络, 网络技术, 网络管理, 网络工程 @technology
TCP/IP | tcp ip
DNS | domain name system
DHCP
VPN | virtual private network, virtual private networks
LAN/WAN | local area network, wide area network, lan, wan = 局域网, 广域网
VLAN
BGP | border gateway protocol, border gateway protocol bgp
OSPF
MPLS
SD-WAN
Wi-Fi networks | wireless networking, wlan, wireless networks = 无线网络
Cisco networking | cisco, cisco ios, cisco routers, cisco switches = 思科, 思科网络
Juniper networking | juniper networks, junos
Huawei networking | huawei routers = 华为网络设备
Routing and switching | routers, switches, network switches = 路由交换, 交换机, 路由器
Load balancing | f5, f5 big-ip = 负载均衡
Network monitoring | wireshark = 网络监控
VoIP | voice over ip, ip telephony, asterisk pbx = 网络电话
Structured cabling | network cabling, cat5, cat6 @craft = 综合布线, 网络布线
Telecommunications | telecom @domain = 电信, 通信
5G | 5g networks @technology = 5G 网络, 5G通信
Fibre optics | fiber optics, fiber optic cabling @technology = 光纤, 光通信
# Information security | cyber security, cybersecurity, it security, network security, computer security = 信息安全, 网络安全, 网络空间安全
Penetration testing | pen testing, ethical hacking @method = 渗透测试
Vulnerability assessment | vulnerability management, vulnerability scanning @method = 漏洞扫描, 漏洞管理
Incident response | security incident response @method = 应急响应, 安全事件响应
Identity and access management | iam, single sign-on, sso, access management @technology = 身份与访问管理, 单点登录
Firewalls | firewall, palo alto firewall, checkpoint firewall @technology = 防火墙
Intrusion detection | ids/ips, intrusion prevention @technology = 入侵检测
SIEM | security information and event management @technology = 安全信息与事件管理
Encryption | cryptography, pki, public key infrastructure @technology = 加密, 密码学
ISO 27001 | iso/iec 27001, information security management system @method = 信息安全管理体系
Data privacy | data protection, gdpr, privacy compliance @domain = 数据隐私, 数据保护, 个人信息保护
Security auditing | security audits @method = 安全审计
Application security | owasp, secure coding @method = 应用安全, 安全编码
OAuth | oauth2, openid connect @technology
Antivirus software | endpoint protection, symantec, mcafee @technology = 防病毒软件, 杀毒软件
Cloud security @method = 云安全
Business continuity | business continuity planning, bcp @method = 业务连续性
Malware analysis @method = 恶意代码分析
`;
