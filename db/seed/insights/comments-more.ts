/**
 * @file More invented comments, so that the demo survey has a shape: much to complain about in workload and pay, much to praise in
 * the team and in growth. Some are from leaving interviews. Nobody said any of it.
 */
import type { CommentSentiment, CommentTheme } from "./comments-table";

// prettier-ignore
export const MORE_COMMENTS: Readonly<Partial<Record<CommentTheme, Readonly<Partial<Record<CommentSentiment, readonly string[]>>>>>> = {
  workload: {
    negative: [
      "Standby and day shift in the same week, four weeks running, is too much for anybody.",
      "I drive six hundred kilometres on a Sunday so that the pump is back on Monday, and it counts as a half day.",
      "The van is my second home and my family has noticed.",
      "Every new contract promises a response in four hours; nobody counted the technicians first.",
      "Overtime was meant to be for storms, now it is for Tuesdays.",
      "I left because three years of sixty-hour weeks cost me my health.",
      "I decided to leave when my holiday was called off for the second time.",
      "Service reports are typed at night in the hotel because the day is full of calls.",
      "We were nine on the rota and are six; the lock gates are as many as before.",
      "Handing over a site takes two days and is planned with two hours.",
      "离职的主要原因是长期加班，身体实在扛不住。",
      "周末待命没有轮换，基本没有完整的休息日。",
      "项目同时开五个，哪个都做不好，压力非常大。",
      "节假日也常被叫回来抢修，家人意见很大。",
    ],
  },
  pay: {
    negative: [
      "I leave for the same job across the river and four hundred euros more.",
      "The band was raised for newcomers only, and we found out from the advertisement.",
      "Nights on call are paid like a cup of coffee.",
      "The bonus was cut in a year in which we delivered more than ever.",
      "My certificate saves the company an inspector and earns me nothing.",
      "Travel time is work for the customer's invoice but not for my payslip.",
      "Three good appraisals and one per cent; I have stopped preparing for them.",
      "出差补贴还不够在当地吃饭，自己倒贴。",
      "谈离职的时候才说可以加薪，太晚了。",
      "技能证书考了一堆，工资一点没有体现。",
    ],
    neutral: ["The on-call allowance is paid per weekend.", "补贴标准去年统一过一次。"],
  },
  management: {
    negative: [
      "Targets come from the top in January and nobody asks what they are built on.",
      "My last appraisal was read to me from a sheet, in eleven minutes.",
      "I left because I was told off in front of the customer for a mistake that was not mine.",
      "计划一天变三次，下面的人永远在救火。",
    ],
    positive: ["When I came back from parental leave my manager had kept my project for me.", "主管会当面感谢加班的同事，让人心里暖。"],
  },
  growth: {
    neutral: ["The forklift licence is refreshed every five years.", "Courses are booked through the growth page.", "I am half way through the fault-finding course.", "下个月有一次内部的电气培训。"],
    positive: [
      "I asked for simulation training in March and sat in the course in May.",
      "Rotation through three departments showed me where I belong.",
      "My plan for this year is really mine: two courses and a project I chose.",
      "The senior designers let me run my first review alone, with a safety net.",
      "I could try team lead for six months and go back without losing face.",
      "The certificate I took last year already got me onto the barrier project.",
      "Learning Chinese in working hours is a gift, and I use it every week.",
      "轮岗半年，终于找到了适合自己的方向。",
      "提了想学仿真，两个月后就安排了课程。",
      "每个季度都能参加一次技术分享，收获很多。",
    ],
  },
  workplace: {
    neutral: ["The late shift uses the entrance at the quay.", "工具间搬到了二号楼一层。"],
    positive: [
      "Working from home on drawing days has doubled what I get done.",
      "The quiet room next to the design office is worth every square metre.",
      "A new extractor, new lamps, new floor: the hall feels like another company.",
      "The workshop asked us before they bought the benches, and it shows.",
      "My laptop was replaced in a day when it died before a tender.",
      "Showers and a drying room at last; winter inspections are bearable now.",
      "新的测试台又快又安全，大家都爱用。",
      "办公室重新装修后，采光和空气都好了。",
    ],
  },
  team: {
    positive: [
      "Whoever is stuck puts a red card on the board and somebody comes, every time.",
      "My colleagues covered two weeks for me when my father died; I will never forget it.",
      "We review each other's drawings without vanity, and the drawings got better.",
      "The Friday call with Suzhou started as a duty and became a friendship.",
      "Even on the worst night at the lock somebody makes soup for everyone.",
      "Nobody here lets you look foolish for asking.",
      "The crew I travel with is the reason why I still like Mondays.",
      "Quality and foundry sit at one table now and laugh about the old wars.",
      "New colleagues bring ideas and the old hands actually try them.",
      "I leave with a heavy heart: the team was the best I ever had.",
      "There is always somebody who drives me to the station after a late test.",
      "We celebrate when a gate closes for the first time, all of us, from welder to head.",
      "组里谁有难处，大家都会主动搭把手。",
      "和鹿特丹同事每周通话，已经成了朋友。",
      "师傅带徒弟毫无保留，进步特别快。",
      "虽然决定离职，但最舍不得的就是这个团队。",
    ],
  },
};
