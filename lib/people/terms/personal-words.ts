/**
 * @file Words about a person's birth, family, origin and health, English and Chinese: none of them is evidence. One list for
 * scoring and for blind mode. The same words about other people are work ("taught deaf children", 产假审批) and stay: each rule
 * says in which place a word speaks of the person themselves.
 */

const NUMBER = "(?:an?|one|two|three|four|five|six|\\d)";
const CHILDREN = "(?:child(?:ren)?|kids?|sons?|daughters?|boys?|girls?|twins|triplets|bab(?:y|ies)|toddlers?)";
const PARENT = "(?:mother|father|mum|mom|mummy|dad|daddy|parent|widow|widower)";
const AGED = "(?:\\s*,?\\s*\\(?aged?\\s[\\d, &]+(?:and\\s\\d+)?\\)?)?";
const HEALTH = "(?:deaf(?:[- ]mute)?|blind|disabled|autistic|dyslexic|dyspraxic|epileptic|paraplegic|quadriplegic|neurodivergent|hard of hearing|(?:hearing|visually|sight)[- ]impaired|partially (?:sighted|deaf)|wheelchair[- ](?:user|bound))";
const DEGREE = "(?:(?:profoundly|partially|severely|registered|legally|congenitally|fully)\\s+)?";
/** Where a statement of its own begins and ends: a line, a cell, a bracket. */
const FROM = "(?<=^\\s*|[|;(（]\\s*)";
const TO = "(?=\\s*(?:$|[|;.,)），；。]))";
/** The same words as an object of work follow or stand before these. */
const AUDIENCE_ZH = "(?!的?(?:用户|消费|群体|人群|客户|市场|社群|社区|学员|受众|玩家|粉丝|读者|家庭|家长|产品|品牌|项目|课程|政策|再就业))";
const FOR_ZH = "(?<!面向|针对|服务|服务于|帮助|关爱|培训|赋能|支持|为|对|给)";

/** With dates in them: looked for before dates are taken out of a line. */
export const BIRTH: readonly RegExp[] = [
  /(?<!\d)(?:19|20)\d{2}\s*年\s*(?:\d{1,2}\s*月份?\s*)?(?:\d{1,2}\s*[日号]\s*)?(?:出生|生人?(?!\p{Script=Han}))(?:于\p{Script=Han}{2,8})?/gu,
  /(?<![-\p{L}])born\s+(?:on|in)\s+(?:the\s+)?(?:(?:early|mid|late)[- ]?)?['’]?\d[\d/.,\s-]*s?(?:\s+in\s+\p{L}+)?/giu,
  new RegExp(`(?<![\\d:.：-])(?:[5-9][05]|0[05])\\s*后(?!\\p{Script=Han})|(?<![\\d:.：-])(?:[5-9][05]|0[05])\\s*后(?=女|男|青年|妈|爸|程序员|工程师|设计师|经理|主管)${AUDIENCE_ZH}`, "gmu"),
  /[五六七八九零〇][零〇五]后(?!的?(?:用户|消费|群体|人群|客户|市场|社群|受众|玩家|读者))/gu,
  /\b(?:children|kids|sons?|daughters?)\b\s*\(?\s*(?:born|b\.)[^)|;\n]{0,40}\)?/giu,
];

export const PERSONAL: readonly RegExp[] = [
  /\b(?:aged?\s*[:：]?\s*\d{2}|(?<!(?:\bto|[-–]|\b(?:children|kids|students|pupils|patients|adults|people|under|over)(?: of)?)\s?)\b\d{2}[ -]years?[ -](?:old|of age))\b|(?<!\d)\d{2}\s*(?:周?岁)/gi,
  /(?<![-\p{L}])(?:born|date of birth|birth ?date|d\.?o\.?b\.?)\b(?!-)\s*[:：]?\s*(?:(?:on|in)\s+)?[\p{L}\d]*(?:\s*[./,-]?\s*\d{1,4}){0,3}/giu,
  /(?:(?<!新)出生(?:于|日期|年月)|(?<=^|[\s，,|(（])出生(?=$|[\s，,|)）:：])|(?<![产发诞派滋衍寄])生于)\s*[:：]?\s*\d*\s*年?\s*\d*\s*月?\s*\d*\s*日?/gm,
  /(?:婚姻|婚育)状况\s*[:：]?\s*\p{Script=Han}{0,4}/gu,
  /\b(?:marital|civil|family)\s+status\s*[:：-]\s*\p{L}+/giu,
  /\b(?:(?:happily|newly|recently|not|never)\s+)?\b(?:(?:un)?married|single|divorced|widowed|widow(?:er)?)\b(?=\s*(?:[,;.|)]|$|with\b\s*(?:no\b|a\b|one|two|three|four|\d|my|our|child|kids)|since\b))(?:\s+with\s+(?:(?:no|a|one|two|three|four|\d|my|our)\s+)?(?:\w+\s+)?(?:child(?:ren)?|kids?|sons?|daughters?|family))?/gim,
  /(?:已婚|未婚|离异|丧偶|再婚|离婚|单身)(?!案|纠纷|诉讼|财产|调解|律师|协议|咨询|登记|证|公寓|经济|妈妈|母亲|女性|男性|人士|青年|群体|人群|用户|社交|先孕|者)(?:[已未][育孕])?|[已未]育(?=$|[\s，,、;；|。/)）]|[一二两三四\d])(?:[一二两三四\d][子女孩]*[一二两三]?女?)?/gmu,
  new RegExp(`${FROM}(?:(?:newly|recently)\\s+)?(?:separated|engaged)${TO}`, "gim"),
  // Children, and time spent with them.
  new RegExp(`\\b(?:(?:single|proud|working|devoted|busy|full[- ]time)\\s+)*${PARENT}[- ](?:of|to)[- ](?:${NUMBER}\\b|twins|triplets)(?:\\s+(?:young|small|grown[- ]up|grown|adult|teenage|school[- ]age|lovely|little))*(?:\\s+${CHILDREN}\\b)?${AGED}`, "gi"),
  new RegExp(`${FROM}(?:(?:i\\s+)?have\\s+)?${NUMBER}\\s+(?:(?:young|small|grown[- ]up|grown|adult|teenage|school[- ]age|little)\\s+)*${CHILDREN}${AGED}${TO}`, "gim"),
  new RegExp(`\\b(?:raised|raising|bringing up|brought up|looking after|caring for|cared for|at home with)\\s+(?:my|our)\\s+(?:own\\s+)?(?:\\w+\\s+){0,3}?(?:${CHILDREN}|family|parents?|mother|father)\\b`, "gi"),
  /\b(?:children|kids|dependants|dependents)\s*[:：]\s*(?:\d+|none|no|yes|one|two|three|four)\b/gi,
  /\b(?:house ?wife|house ?husband|home ?maker|stay[- ]at[- ]home (?:mum|mom|mother|dad|father|parent|wife|husband)|full[- ]time (?:mum|mom|mother|dad|father))\b(?! (?:audience|market|segment|customers?))/gi,
  /(?:\b(?:while\s+|when\s+)?(?:on|during|after|before|from|following|took|taking|had)\s+(?:(?:my|a|an|the|first|second|third|\d+|one|two|three|six|nine|twelve)\s+|(?:months?|weeks?|years?)(?:['’]s?)?\s+(?:of\s+)?)*)(?<!\b(?:employees?|staff|colleagues?|workers?|women|mothers|fathers|parents|people|someone|those|members?|manager|who (?:was|were|is|are))\s+(?:while\s+|when\s+)?(?:on|during|after|before|from|following)\s+(?:(?:a|the|their)\s+)?)(?:maternity|paternity|parental|shared parental|adoption)\s+leave\b(?!\s+(?:cover|replacement|polic|pay\b|requests?|admin|cases?|entitlement|benefits?|process|applications?|scheme|records?))/gi,
  new RegExp(`^\\s*(?:(?:maternity|paternity|parental|adoption|family)\\s+leave|maternity|paternity)(?:\\s+with\\s+.{0,40})?[\\s,.]*$`, "gim"),
  /\b(?:currently|i am|i'm|while|when)\s+(?:\w+\s+)?pregnant\b|\bexpecting (?:a|our|my) (?:baby|child|first|second)(?: (?:baby|child))?\b/gi,
  new RegExp(`(?:已?(?:生育?了?|有))?[一二两三四]孩(?!政策|时代|补贴|家庭|生育|出生|保险|童|子|次)(?:妈妈|爸爸|宝妈|宝爸|母亲|父亲|之母|之父)?|二胎(?=$|[\\s，,、;；|。)）]|妈|爸|宝)(?:妈妈|爸爸|宝妈|宝爸)?`, "gmu"),
  /(?:有|养育|抚养)?(?:[一二两三四\d]|[一二两三四]名)个?(?:孩子|小孩|娃|宝宝)的(?:妈妈|母亲|爸爸|父亲|家长|妈|爸)|(?<=^|[，,、;；|。\s])(?:已?育?有)(?:[一二两三四\d]+|[一二两三四]个)(?:[子女儿娃]+|孩子|小孩|岁)[一二两三]?[子女]?|育有[一二两三四\d]+\p{Script=Han}{0,2}[子女孩娃](?:子|[一二两三]女)?/gmu,
  new RegExp(`${FOR_ZH}(?:全职(?:妈妈|爸爸|太太|主妇|带娃|宝妈|奶爸)|家庭主[妇夫]|宝妈|宝爸)${AUDIENCE_ZH}`, "gu"),
  /(?<!员工|同事|他人|女工|职工|女职工|女员工)(?:休|请)(?:了|过)?(?:陪|育儿)?产假(?!员工|人员|审批|流程|申请|政策)(?:\s*[一二三四五六七八九十两\d]+\s*个?[月天])?|(?<!员工|职工|同事)产假(?:期间|结束|归来|返岗)后?(?!员工|人员|薪|工资|待遇|津贴|替|顶岗|的?(?:政策|流程|审批))|^\s*(?:陪|育儿)?产假(?:期)?\s*$/gmu,
  /因(?:本人)?(?:怀孕|生育|生孩子|生产|备孕|结婚|哺乳|照顾(?:孩子|家庭|老人|小孩|宝宝)|带孩子|家庭原因)\p{Script=Han}{0,3}?(?:离职|辞职|离开|停职|中断工作|暂停工作)|(?:本人|目前)(?:正?在?)(?:怀孕|备孕|哺乳期)/gu,
  // Health and impairment.
  new RegExp(`\\b(?:i am|i'm|i was born|being)\\s+${DEGREE}${HEALTH}\\b(?!\\s+\\p{Ll}+(?:ing|er|or|ist|ant)\\b)`, "giu"),
  new RegExp(`${FROM}${DEGREE}${HEALTH}(?:\\s+(?:person|man|woman|candidate|applicant|since birth|from birth))?${TO}`, "gim"),
  /(?<!\b(?:for|with|of|by|to|as|helped|supported|supporting|assisted)\s+(?:a|an|the)\s+|\bfor\s+)\b(?:(?:full|part)[- ]time\s+)?wheelchair[- ]user\b|\b(?:i\s+)?(?:am in|use|uses|using)\s+a\s+wheelchair\b/gi,
  /\bdisabilit(?:y|ies)\s*[:：]\s*[^,;|\n]{1,40}|\bregistered (?:disabled|blind|deaf)\b|\bdegree of disability\b\s*(?:\([^)]*\))?\s*[:：]?\s*\d*\s*%?/gi,
  /残疾(?:人证|证|等级|级别)\s*[:：]?\s*(?:号?\d+|[一二三四]级|[有无是否])?|持有?残疾人?证(?:[一二三四]级)?|(?:听力|视力|肢体|言语|精神|智力)残疾(?:人士?)?[一二三四]级/gu,
  /(?:本人|我)(?:是|为|系|患有?|有)(?:一[名位])?(?:先天性?)?(?:听力|视力|肢体)?(?:残疾|残障|障碍|聋哑?|听障|视障|盲)(?:人士|人|者)?|^\s*(?:听障|视障|聋哑?|盲|残疾|残障|轮椅使用)(?:人士|人|者)?\s*$/gmu,
  // Origin and creed.
  /\b(?:nationality|citizenship|ethnicity|religion|race)\s*[:：]\s*[\p{L} -]{2,30}/giu,
  /\b\p{Lu}\p{Ll}*(?:n|sh|se|ch|ss)-born\b/gu,
  // As nations are written: "Dutch", "US"; "World Heritage", "Fostered citizenship", "Spanish national newspaper" are something else.
  /\b(?:dual\s+)?(?:\p{Lu}\p{Ll}+[- ])?(?:\p{Lu}\p{Ll}*(?:n|sh|se|ch|ss|i|ic|b)|Greek|Slovak|US|UK|EU|American)\s+(?:citizen(?:ship)?|nationality|passport(?: holder)?|origin|descent|heritage|national(?=\s*(?:$|[,;.|)])))\b/gmu,
  /\b(?:citizen|native) of (?:the )?\p{Lu}[\p{L} ]+/gu,
  /(?:国籍|民族|籍贯|户籍|户口|政治面貌|宗教信仰)\s*[:：]?\s*\p{Script=Han}{1,8}|\p{Script=Han}{2,4}国籍|(?:汉|回|满|壮|苗|藏|维吾尔|蒙古)族|中共党员|共青团员/gu,
];
