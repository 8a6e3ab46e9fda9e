/**
 * @file Cues in the prose of a job description: which words ask something of the applicant, which speak of the company, of
 * the work or of what is given instead, and which make a wish of a demand. English and Chinese; prose-asks.ts reads by them.
 */

/** What follows speaks of the applicant. */
const PEOPLE = "(?:candidates?|applicants?|person|individual|someone|somebody|professional|colleague|successor)";
const ASKS = [
  "\\byou(?:['’]ll| will)? (?:also )?(?:already )?(?:need|must|should|require)\\b(?! not\\b| n[o']t)(?! (?:apply|send|submit|attach|include|expect|contact)\\b)",
  "\\byou(?:['’]ve(?: got)?| (?:also )?(?:already )?(?:have(?: got)?|bring|hold|possess|speak|read|write|know|master|understand|are (?:\\w+ )?(?:fluent|proficient|experienced|familiar|skilled|qualified|certified|comfortable|confident|trained|versed)|can (?:speak|read|write|program|code|show|weld|drive)))\\b",
  "\\byou['’]re (?:\\w+ )?(?:fluent|proficient|experienced|familiar|skilled|qualified|certified|comfortable|confident|trained)\\b",
  "\\byou (?:have|['’]ve) (?:worked|built|led|used|managed|done|studied|completed|learn(?:ed|t)|programmed|held)\\b",
  "\\byour (?:\\w+ )?(?:english|german|dutch|french|spanish|chinese|mandarin) is\\b",
  `\\b${PEOPLE}(?: (?:we (?:seek|want|need)|we are looking for))?(?:['’]s)? (?:(?:will|must|should|can|who|that|also|ideally|preferably|already) )*(?:has|have|having|needs?|possess(?:es)?|brings?|holds?|speaks?|knows?|carr(?:y|ies)|with|requires?|must|should|be (?:\\w+ )?(?:fluent|proficient|experienced|familiar|skilled|qualified))\\b`,
  "\\b(?:looking|searching|search|hunting) for\\b(?! (?:ways|new ways|a way)\\b)|\\b(?:seek(?:s|ing)?|hir(?:e|es|ing)|recruiting|in search of)\\b(?! to\\b)",
  "\\b(?:role|position|job|post|vacancy|work) (?:also )?(?:requires|demands|calls for|needs|asks for)\\b",
  "\\bwe (?:also )?(?:need|want|expect|require|ask for|ask|look for|desire)\\b(?! to\\b)(?: (?:that )?you to)?",
  "\\b(?:must[- ]haves?|must (?:have|be (?:able|fluent|proficient|certified|qualified|licensed)|hold|speak|know|possess))\\b",
  "(?<=^|[.;:!?•\\n] ?)(?:at least|a minimum of|minimum(?: of)?|(?:\\d+|two|three|four|five|six|seven|eight|nine|ten)\\s?\\+?(?: or more)? years?\\b)",
].join("|");
/** "Fluent German is required": the asking words stand behind what they ask; the clause before them asks too. */
export const ASKS_BEHIND =
  /\b(?:is|are|be|as)?\s*(?:also |absolutely |strictly |therefore )?(?:required|essential|needed|mandatory|necessary|a must|(?:a |an )?(?:prerequisite|plus|bonus|advantage|asset|must)|preferred|desirable|desired|beneficial|advantageous|welcome)\b|\bwould (?:be|help)\b(?: (?:nice|good|great|helpful|ideal|a plus|an advantage|useful))?/gi;
const CHINESE_ASKS =
  "(?:你|您|应聘者|候选人|求职者|申请人)(?:应当?|须|必须|需要?|要|已|能够|最好)*(?:具备|具有|拥有|持有|有(?!机会|望)|会(?!获得|得到|加入|成为|负责|参与|在|与)|懂|熟悉|精通|掌握|了解|能用|能说|可用)|(?:要求|必须|须|需要?|应当?|至少|最好)(?:你|您)?(?:具备|具有|拥有|持有|有|会|懂|熟悉|精通|掌握|能(?:用|说|够)|是)|(?:寻找|招聘|诚聘|诚招|急聘|欢迎|期待|希望你|希望您|要求)|(?:^|(?<=[。；;]))\\s*(?:具备|具有|持有|熟悉|精通|掌握)|至少\\s*[\\d一二两三四五六七八九十]+\\s*年";
export const CHINESE_BEHIND = /优先|必备|加分|为佳|不可少|必不可少/g;
/** What follows speaks of the company, of the work or of what is given. */
const STOPS = [
  "\\b(?:we|our (?:\\w+ )?(?:company|team|teams|firm|group|business|customers?|clients?|products?|stack|platform|services?|staff|people|offices?|plants?|machines|engineers)|the company|the team|the firm|our)\\b(?! (?:also )?(?:are |re )?(?:currently |now |actively )?(?:looking|seek|search|hir|recruit|need|want|expect|require|ask|desire))",
  "\\byou(?:['’]ll| will| can(?! (?:speak|read|write|program|code|show|weld|drive))| get| work| join| receive| report| start| learn| set| run| build(?!t)| lead| own| manage| earn)\\b(?! (?:also )?(?:need|must|should|require))",
  "\\b(?:will|would) (?:be responsible|work|join|lead|report|help|manage|oversee|support|develop|design|build|play|ensure|monitor)\\b",
  "\\b(?:who|that|which) (?:will|aims|wants?)\\b",
  "\\b(?:to|in order to) (?:join|work|help|support|lead|maintain|manage|build|develop|ensure|strengthen|grow|drive|play|take|fill|reinforce|extend)\\b",
  "\\b(?:with us|in return|in exchange)\\b",
].join("|");
const CHINESE_STOPS = "(?:我们|本公司|公司|我司|集团|团队|本岗位)(?!(?:正在|现在|现|急)?(?:寻找|招聘|诚聘|诚招|需要|希望|要求|期望|期待))|(?:你|您)(?:将|可以|会(?:获得|得到|加入|成为|负责|参与|在|与))|负责|提供|我们提供";
/** "You have the chance to learn Python", "you have 30 days of leave": given, not asked. */
export const GIVEN =
  /\b(?:the|an?|every|many|plenty of|your) (?:\w+ ){0,2}(?:chances?|opportunit(?:y|ies)|options?|freedom|possibilit(?:y|ies)|mentors?)\b|\baccess to\b|\b(?:days?|weeks?)(?:['’])? (?:of )?(?:\w+ )?(?:leave|holidays?|vacation)\b|\b(?:an?|our|good|generous|attractive|company|competitive) (?:\w+ )?(?:pension|salary|bonus|budget|discount|insurance|laptop)\b|\b(?:free|paid) (?:\w+ )?(?:lessons?|courses?|classes|days?)\b|\bto learn\b|机会|带薪|年假|薪酬|福利|奖金|培训你|免费|补贴/i;
/** "No experience of Java is needed", "German is not required": asks nothing. */
export const NOT_ASKED = /\b(?:not|n['’]t) (?:\w+ )?(?:required|needed|necessary|need|have to|require|expect|essential|a must|mandatory)\b|\bno\b[^.;]{0,60}\b(?:required|needed|necessary)\b|\bwithout (?:any )?(?:prior|previous)\b|不要求|无需|不需要?|不必|不限/i;

export const CUES = new RegExp(`(?<ask>${ASKS}|${CHINESE_ASKS})|(?<stop>${STOPS}|${CHINESE_STOPS})`, "giu");
export const BOUNDARY = /[,;，；]\s*(?:(?:and|but|while|though|although)\b)?|\b(?:and|but|while)\b|但|而且|并且/gi;

/** Whom they look for, up to what that person should have. */
export const LOOKING_FOR = /^(?:looking|searching|search|hunting|seek\w*|hir\w+|recruiting|in search)\b[^.;]*?\s(?=(?:with|who|that|having|holding|experienced in|proficient in|skilled in)\b)|^(?:寻找|招聘|诚聘|诚招|急聘|欢迎|期待)(?=有|具|熟|拥|持|精|掌)/i;
/** Behind it another thing is asked by a verb or a time of its own. */
export const NEXT_VERB = /(?:,\s*(?:and\s+)?|\band\s+)(?=(?:you |also |be |to )*(?:know|speak|have|has|hold|holds|bring|brings|are|is|can|possess(?:es)?|read|write|understand|master|fluent|experience|at least|a minimum|(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s?\+?(?: or more)? years)\b)|[，；]/gi;

/** Wished for, not demanded. */
export const WISH = /\b(?:ideally|preferabl[ey]|preferred|nice[- ]to[- ]have|(?:a|an) (?:plus|bonus|advantage|asset)|if possible|optional(?:ly)?|desirable|desired|beneficial|advantageous|would be (?:nice|good|great|helpful)|welcome)\b|最好|优先|加分|更好|若能|为佳/i;
