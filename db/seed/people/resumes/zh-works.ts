/**
 * @file 演示简历（中文）：装配、液压、机械、钳工焊工。Demo résumés in Chinese: assembly, hydraulics, design. All invented.
 */
import { list, pairs, station, stations, text } from "../resume";
import type { Resume } from "../resume";

export const ZH_WORKS: readonly Resume[] = [
  {
    id: "qian-ruogu",
    language: "zh",
    format: "pdf",
    layout: "form-zh",
    name: "钱若谷",
    headline: "液压装配班组长",
    location: "江苏苏州吴江",
    email: "qianruogu@example.org",
    phone: "0512-0000 0118",
    details: [
      ["性别", "男"],
      ["出生年月", "1984年2月"],
      ["学历", "中专"],
      ["婚姻状况", "已婚"],
    ],
    look: { accent: "#3c3c3c", family: "sans", photoFrame: true },
    sections: [
      stations(
        "工作经历",
        station("液压装配班长（中班）", "苏州盛川液压件有限公司", "2015.04至今", "班组14人，中班15:30—24:00，油缸和阀组装配，月产油缸420支。", "推行清洁度控制（NAS 7级），油缸内漏返工率由3.1%降到0.9%。", "编写作业指导书26份，配图片，新人上岗期由三个月缩到六周。", "连续2100天无损失工时事故。"),
        station("装配钳工", "常熟虞江重型机械厂", "2004.08—2015.03", "大型油缸（缸径最大500毫米）装配、打压，熟练研配。"),
      ),
      stations("教育背景", station("机电技术应用（中专）", "吴江工业职业学校", "2001—2004")),
      list("证书", "装配钳工高级技师（一级，2021）", "起重机械司机（Q2）", "班组长管理培训（政府补贴，2019）", "急救员证"),
      text("自我评价", "话不多，交接班讲得清楚。图纸上没写的事，先问再干。"),
    ],
  },
  {
    id: "ge-qinghe",
    language: "zh",
    format: "docx",
    layout: "table",
    name: "葛青禾",
    headline: "液压技师、试验台操作",
    location: "江苏常州",
    email: "gqh.hydraulic@example.com",
    phone: "0519-0000 0144",
    details: [["年龄", "41岁"]],
    look: { accent: "#264653", family: "sans" },
    sections: [
      stations(
        "工作经历",
        station("试验技师", "常州天目液压研究所试制厂", "2012.3—现在", "负责泵、马达、比例阀型式试验，最高压力42兆帕，会编LabVIEW采集程序。", "试验数据造假我不干：2019年拒签一份报告，后查实样件确有问题。"),
        station("维修钳工", "溧阳水泥二厂", "2004.9—2012.2", "堆取料机、磨机液压站维修，24小时待班。"),
      ),
      pairs("技能", ["证书", "液压液力气动密封工技师（二级，2017）、低压电工证"], ["熟悉", "力士乐、油研、派克；油液清洁度取样与颗粒计数"], ["语言", "普通话，英语只认得铭牌"]),
      stations("学历", station("机械制造（大专，函授）", "毗陵职业技术学院", "2008—2011")),
    ],
  },
  {
    id: "ke-mingche",
    language: "zh",
    format: "pdf",
    layout: "form-zh",
    name: "柯明澈",
    headline: "机械设计工程师（水工金属结构）",
    location: "湖北武汉",
    email: "ke.mingche@example.net",
    phone: "027-0000 0156",
    details: [
      ["性别", "男"],
      ["出生年月", "1991年4月"],
      ["学历", "硕士"],
      ["职称", "工程师"],
    ],
    look: { accent: "#40513b", family: "serif", photoFrame: true },
    sections: [
      text("个人优势", "九年闸门与启闭机设计，独立完成弧形门、平面门、液压启闭机施工图三百余张；懂制造，图纸返工少。"),
      stations(
        "工作经历",
        station("专业负责人", "荆楚水工设计院", "2019.6—至今", "负责某枢纽14孔弧形工作门及液压启闭机设计，单套启门力2×2500千牛。", "SolidWorks参数化建库，标准件调用时间减少六成。", "ANSYS计算支臂稳定，优化后单扇减重7.4吨。", "按NB/T 35055、SL 74出图，施工配合驻场累计160天。"),
        station("设计员", "汉江启闭机厂", "2016.7—2019.5", "卷扬式启闭机（QP型）标准化改型，减速器选型。"),
      ),
      stations("教育背景", station("机械工程（硕士）", "江汉水利学院", "2013—2016"), station("机械设计制造（本科）", "楚天工学院", "2009—2013")),
      pairs("其他", ["软件", "SolidWorks、ANSYS、AutoCAD、Inventor入门"], ["英语", "CET-6，读得懂DIN 19704英文版"], ["求职说明", "爱人调到苏州，故求职苏州"]),
    ],
  },
  {
    id: "mai-jiajun",
    language: "zh",
    format: "pdf",
    layout: "compact",
    name: "麦家骏",
    headline: "焊工 / 装配钳工",
    location: "广东佛山（可去苏州）",
    email: "maijiajun@example.org",
    phone: "0757-0000 0129",
    details: [["年龄", "29"]],
    look: { accent: "#6d4c41", family: "sans" },
    sections: [
      stations(
        "干过的活",
        station("焊工", "佛山南桂钢构", "2021.2 – 至今", "闸门面板、肋板焊接，CO2气保焊为主，立焊、仰焊都行；一次探伤合格率98.6%。", "看得懂焊接符号，会自检。"),
        station("装配工", "顺德某注塑机厂", "2016.7 – 2020.12", "合模机构装配，扭矩扳手、百分表。2020年厂子搬去外地，没跟去。"),
      ),
      list("证件", "特种作业操作证（熔化焊接与热切割，2027年到期）", "焊工中级（四级）", "叉车证N1"),
      text("文化", "技校毕业（2013—2016，焊接专业）。讲粤语、普通话。"),
    ],
  },
];
