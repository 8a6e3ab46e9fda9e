/**
 * @file Which growth tool a question is for, if any. Rules about rights, money and procedure stay policy questions, however
 * much they speak of training: a veto goes before everything but an unmistakable request for one's own plan.
 */
import { NAMED, SPOKEN } from "./spoken-forms";
import type { GrowthToolName } from "./types";

/** What rules and rights are asked with. */
const POLICY = /\b(?:polic(?:y|ies)|rules?|allowed|entitle\w*|eligib\w*|reimburs\w*|refund\w*|repay|pay(?:s|ed)? (?:for|back)|paid for|who pays|claim|expense\w*|leave|budget do i|budget (?:is|are|have)|my (?:learning|training) budget|how much (?:money|budget)|days? off|travel (?:time|costs?)|notice|deadline for|form|contract clause|criteria|requirements? for promotion|promotion criteria|pay review|how (?:does|do) (?:the )?(?:mentoring|promotion|study leave|sabbatical|apprenticeship)\w* (?:work|run)|how long (?:does|do|must|is) (?:a |the )?(?:mentor|pair|promotion))\b|制度|规定|政策|可以报销|报销|能报(?!名|考)|谁付|谁出钱|假期|请假|学习假|额度|多少钱的?预算|有多少(?:学习|培训)?(?:预算|经费)|津贴|允许|流程|申请条件|晋升条件|晋升标准/i;
/** Unmistakable: one's own plan, gap, path. */
const OWN = /\b(?:my|me a|a) (?:learning |training |study |development )?(?:plan|path|roadmap|gap|skill gap)\b|\b(?:make|build|draw up|create|give|suggest|put together)\b.{0,20}\b(?:plan|path|roadmap)\b|\bwhat am i missing\b|(?:学习|培训|成长|发展)计划|(?:我的|技能)差距|还差(?:什么|哪些|多少)|我?缺(?:什么|哪些|少)/i;

const RULES: readonly (readonly [GrowthToolName, RegExp, number])[] = [
  ["explain-step", /\bwhy\b.{0,40}\b(?:step|course|project|reading|certificat\w+|training|class|module)\b|\bwhy (?:do|should|must|would) i (?:have to |need to )?(?:do|take|attend|read|complete)\b|\bwhy is\b.{0,80}\b(?:in|on|part of) (?:my|the) plan\b|\b(?:explain|tell me (?:more )?about|what is) (?:the )?(?:first|second|third|fourth|next|last|step)\b.{0,12}\b(?:step|\d)\b|\bwhat(?:'s| is) (?:the )?(?:point|purpose|use) of\b.{0,60}\b(?:course|step|project|training)\b|\bwhat does (?:step|the (?:first|second|third|next|last) step)\b|为什么(?:要|得|需要|我要|让我|安排|有|先|会有)?.{0,20}(?:课|步|项目|培训|学习|认证|阅读|计划里|参加|上)|第[一二三四五六七八九十\d]+步(?:是|为什么|有什么|做|讲)|(?:解释|说明)一?下?.{0,6}(?:第.{1,2}步|这一步|这门课)|这(?:一步|门课)(?:有什么用|为什么|是干什么)/i, 0.93],
  ["find-mentor", /\b(?:find|get|need|want|looking for|look for|suggest|recommend|match me with|is there|are there|who (?:could|can|would|might|should) be)\b.{0,30}\b(?:mentors?|a coach|someone to mentor|somebody to mentor|experts?|tutors?)\b|\bmentor me\b|\b(?:who|which (?:colleague|person|people)|anyone|anybody|someone|somebody)\b.{0,25}\b(?:can|could|might|would)? ?(?:teach|coach|mentor|guide|show|help) me\b|(?:^|[,.;:!?]\s*|\b(?:and|know|tell me) )who (?:here |in the company |at (?:the company|work|veldermere) |among (?:us|my colleagues) )?(?:knows?|is (?:an? )?(?:good at|expert (?:in|on)|experienced (?:in|with)))\b(?! (?:when|where|what|how|if|whether|about my))|\b(?:whom|who) (?:can|could|should|do) i (?:ask|talk to|learn .{0,20}from|turn to) (?:about|for|on|to learn)\b|\bcolleagues? (?:who|that) (?:knows?|can|understands?)\b|找.{0,8}(?:导师|师傅|教练|专家)|(?:谁|哪位|哪个同事|有没有人|有人).{0,10}(?:能带|可以带|教我|带我|指导我|懂|精通|擅长|熟悉|了解)|(?:想|要|需要|推荐|介绍).{0,8}(?:导师|师傅)|向谁请教|可以请教谁|请教谁/i, 0.93],
  ["career-options", /\bcareer (?:options?|paths?|moves?|steps?|prospects?|possibilities|choices?|ladder)\b|\b(?:next (?:step|move|role|job)|future) (?:in|for) my career\b|\b(?:where|how far) (?:can|could|might) (?:i|people like me|someone like me) (?:go|move|get|grow|end up)\b|\bwhat (?:roles?|jobs?|posts?|positions?|else)\b.{0,30}\b(?:could|can|might|would) i\b(?! (?:still )?(?:have|need|lack))|\bwhat (?:could|can|might) i (?:do|become|be) (?:next|after|besides|instead|here|later)\b|\b(?:which|what) (?:internal )?(?:roles?|jobs?|openings?|positions?|posts?)\b.{0,30}\b(?:fit|suit|match|near|close|within reach|right for)\b|\bwhere do (?:people|others|\w+ ?\w* ?(?:engineers?|technicians?|operators?|buyers?|moulders?))\b.{0,20}\b(?:go|move|end up)\b|\bmove (?:sideways|up) from\b|职业(?:发展|道路|规划|路径|方向|选择)|(?:下一步|以后|将来|接下来).{0,8}(?:可以|能|该)?(?:做|转|往|去|当)(?:什么|哪|哪里|哪些)|(?:还|我)?(?:能|可以)(?:转|做|当|胜任)(?:到|成)?(?:什么|哪些|哪个)(?:岗位|职位|工作|部门)?|适合(?:我|做)?(?:的)?(?:什么|哪些)?(?:岗位|职位|工作)|(?:哪些|什么)(?:岗位|职位|工作).{0,6}(?:适合|接近|离我)|晋升(?:路径|方向|空间|路线)|发展(?:空间|前景|方向)|往哪(?:里|儿|个方向)?(?:走|发展)|\bwhat(?:'s| is| comes) next (?:for me|after|in my)\b|\bwhere (?:can|could|might) my career\b|\b(?:what|which) (?:opportunities|possibilities|directions|options) (?:do i have|are there for me|are open to me)\b|\b(?:roles?|jobs?|positions?)\b.{0,20}\b(?:open to|near|close to|match\w*|fit\w*|suit\w*|within reach)\b.{0,20}\b(?:me|my|mine)\b|\bgrow (?:here|in this company|from here)\b|\bfuture (?:here|do i have|at (?:the company|veldermere))\b|(?:有|还有)(?:什么|哪些)(?:发展|晋升|转岗|职业)?(?:机会|方向|可能|出路|选择)|(?:前途|出路)(?:在哪|是什么|怎么走)|可以(?:升|转|调)(?:到|成|为)/i, 0.92],
  ["my-gap", /\b(?:what|which)\b.{0,15}\b(?:am i|do i) (?:still )?(?:miss\w*|lack\w*)\b|\bskills? gap\b|\bmy gap\b|\bgap (?:to|for|between|against|towards)\b|\bhow (?:far|close|near) (?:am|would) i\b|\b(?:am i|would i be) (?:ready|qualified|good enough|a (?:good )?fit|suitable|far)\b|\b(?:do|would) i (?:qualify|fit|have what it takes|have (?:enough|the skills|the right skills))\b|\bwhat (?:skills?|knowledge|else|more)?\s?(?:do|would|will|must|should) i (?:still )?(?:need|have)(?: to (?:know|have|learn))?\b.{0,20}\b(?:for|to (?:be|become|work|get|apply|qualify|move)|as)\b|\bwhat(?:'s| is) missing\b|\bmissing (?:for|to become|skills)\b|\bcompare (?:me|my (?:skills|profile))\b|\bwhat (?:stands|is) between me and\b|差距|还差|差(?:什么|哪些|多少|多远)|缺(?:什么|哪些|少什么|少哪些)|(?:够|符合|达到|满足).{0,8}(?:资格|条件|要求)吗|(?:能|可以)?(?:不能)?胜任|离.{1,20}(?:多远|有多大)|(?:需要|要求)(?:具备)?(?:什么|哪些)(?:技能|能力|本事|条件)|要(?:会|懂)(?:什么|哪些)|\bwhat (?:skills|abilities|knowledge|competences?) (?:am i|do i)\b|\b(?:my|our) (?:weak\w*|strengths?)\b|\bhow many of (?:the|its|their) requirements\b|\bwould i (?:have|stand) a chance\b|\bdo i have a chance\b|\bcould i (?:do|handle|manage|apply for|work as) (?:the|that|this|an?)\b|\bhow (?:well|much) (?:do|does) (?:i|my (?:skills|profile|cv))\b|(?:我|自己)(?:的)?(?:短板|弱项|不足)|(?:满足|符合|达到)(?:几|多少|哪些)|够不够格|有没有(?:机会|希望)(?:当|做|成为)/i, 0.91],
  ["my-plan", /\b(?:learning|training|study|development|upskilling|reskilling) (?:plan|path|roadmap|programme|program|track|schedule|route)\b|\b(?:make|build|draw up|create|give|suggest|put together|update|change|redo|plan)\b.{0,24}\b(?:plan|path|roadmap|schedule|my learning|my training)\b|\bmy plan\b|\bplan (?:me|for me)\b|\bhow (?:do|can|could|would|should|might) i (?:best )?(?:become|get to be|train|retrain|learn|qualify|move into|switch to|get into|get better at|improve (?:my|at)|develop|grow into|prepare (?:for|to)|work towards?)\b|\b(?:which|what) (?:courses?|training|trainings|classes|certificates?|learning)\b.{0,30}\b(?:should|can|could|do|must|would) i\b|\bwhat should i (?:learn|study|take|do) (?:first|next|to)\b|\bi(?:'d| would)? (?:want|like|wish|hope|plan|need|aim) to (?:become|learn|get better|improve|train|retrain|study|move into|work as|switch|grow|be an?|get into|lead)\b|\b(?:get|make) me (?:ready|fit) (?:for|as)\b|\bteach me\b|\bcourses? (?:for|on|in|about) (?!an?\b|the\b|my\b|another|work)\w+|\bi(?:'ve| have| can| could| only have| can spare)\b.{0,40}\b(?:hours?|h|minutes|days?) (?:a|per|each|every) (?:week|day|month)\b|(?:学习|培训|成长|发展|进修)(?:计划|路径|路线|方案)|(?:怎么|怎样|如何)(?:才能|才可以|能|可以)?(?:成为|当上|转(?:到|做|成|岗)|学(?:会|习|好)?|提升|提高|准备|胜任)|(?:想|希望|打算|要)(?:要)?(?:学|成为|当|转(?:到|做|成|岗)|提升|提高|进修|考)|(?:该|应该|可以|需要)(?:上|学|参加|报)(?:什么|哪些|哪门)|(?:上|学|报)(?:什么|哪些|哪门)课|有(?:什么|哪些|没有).{0,14}(?:课程|培训|的课)|我.{0,8}(?:每|一)(?:个)?(?:周|天|星期|月)[^多几]{0,8}(?:小时|分钟|钟头)|(?:做|排|制定|安排|给)(?:个|一个|一份|我).{0,6}计划/i, 0.9],
];

/** Looser wording, taken only where the question names a role, an opening, a course, a programme or a skill as well. */
const LOOSE: readonly (readonly [GrowthToolName, "course" | "any", RegExp])[] = [
  ["explain-step", "course", /\bwhy\b|\b(?:need|skip|leave out|drop|necessary|really|good for|worth|before|bring|give|teach|learn in|about|purpose|use of|help me|explain)\b|为什么|必要|必须|跳过|有什么用|讲什么|学到什么|干什么|值得|一定要|有用|好处/i],
  ["find-mentor", "any", /\b(?:mentor\w*|coach\w*|buddy|sparring|tandem|someone|somebody|anyone|anybody|colleague|person|people|whom?|expert\w*|introduce me)\b.{0,50}\b(?:learn|teach|show|help|explain|talk|ask|know\w*|guide|shadow|practi[sc]e|advice|experience\w*)\b|\b(?:learn|advice|help|explain\w*)\b.{0,40}\b(?:from|by) (?:someone|somebody|a colleague|an expert|people)\b|\bmentors?\b|导师|师傅|请教|带我|带一带|教教我|找人|懂.{0,10}的(?:人|同事)|(?:人|同事).{0,6}(?:懂|会|熟)|专家|高手/i],
  ["my-gap", "any", /\b(?:enough|ready|qualif\w+|chances?|chance|suitable|fit|able to (?:do|work|be)|could i (?:do|be|work|apply|handle|become)|would i (?:be|get|make)|meet|missing|lack\w*|gap|short of|compare\w*|close to|how far|measure up|need(?:ed|s)? to (?:know|be able|have)|have to (?:know|be able|have)|asks? for|require[ds]?|what it takes|weak\w*|still need)\b|差|缺|够格|够不够|足够|满足|符合|胜任|具备|要求|需要会|需要什么|条件|比一比|对比|能做|做得了|合适|距离/i],
  ["career-options", "any", /\b(?:career|after|next step|promotion path|prospects?|grow from|move on|lead to|path(?:s)? from|from here|other roles|sideways|options)\b|职业|晋升|发展|下一步|之后可以|出路|转岗|升到|升为/i],
  ["my-plan", "any", /\b(?:learn\w*|train\w*|study\w*|stud(?:y|ies)|course\w*|class\w*|become\w*|get into|get better|improve|plan|prepare|path|programme|program|certif\w+|work towards?|goal|hours?|qualify as|switch|retrain|pick up|brush up)\b|学|课|培训|计划|成为|当上|转|提升|提高|准备|考|小时|进修|入门|从哪/i],
];
const FIRST_PERSON = /\b(?:i|i'm|i've|i'd|i'll|me|my|mine|myself)\b|我|自己|本人|咱/i;
/** What nobody but the asker of a growth question says without "I": a wish, limits, idioms of moving up. */
const WISH = /^(?:thinking|dreaming|planning|keen|hoping|looking|considering|wanting)\b|\b(?:my goal|way up|got any ideas)\b|想|能(?:当|学|做|让|转|升|成为)|打算|希望|感兴趣|帮|最快|最便宜|一步步|往上|一般都?[升转去]/i;
/** A course meant as one of the asker's steps. */
const ABOUT_STEP = /\b(?:why|how come|skip|leave out|drop|necessary|worth|point|purpose|get out of|good for|what (?:is|does|will)|really (?:have|need)|do i (?:have|need))\b|为什么|为啥|干嘛|必要|必须|跳过|有(?:什么|啥)用|学什么|讲什么|值得|好处/i;

const COURSE_WORD = /\b(?:courses?|trainings?|class(?:es)?|workshops?|lessons?|modules?|certificates?|belt|licen[cs]e|exam|programme|my plan|the plan|step|project|put)\b|课|培训|证|实践|计划|认证|步/i;

export interface Named {
  readonly course: boolean;
  readonly target: boolean;
  readonly skill: boolean;
  /** The course is meant by some of its words only. */
  readonly isCoursePart?: boolean;
}

/** Asked with the words of rules and rights. */
export const isAboutPolicy = (question: string): boolean => POLICY.test(question);
const isVetoed = (question: string): boolean => isAboutPolicy(question) && !OWN.test(question);

const LEARNING = /\b(?:learn\w*|cours(?:e|es)|training|plan|goal|study|skills?|develop\w*|improve|career|role|steps?)\b|学|课|培训|计划|目标|成长|提升|进修|转岗|发展/i;

/** Somebody's hours, or two limits, beside a word of learning: they want a plan within them. @param said names of the limits */
export function limitedIntent(question: string, said: readonly string[]): { readonly tool: GrowthToolName; readonly sureness: number } | null {
  const isLimited = said.length > 1 || said.includes("kinds") || said.includes("hoursPerWeek");
  return isLimited && LEARNING.test(question) && (FIRST_PERSON.test(question) || WISH.test(question) || said.length > 1) && !isVetoed(question) ? { tool: "my-plan", sureness: 0.75 } : null;
}

/** @param named what the question names; @returns null where nothing fits, or rights and money are asked about; sureness 0.75 */
export function looseIntent(question: string, named: Named): { readonly tool: GrowthToolName; readonly sureness: number } | null {
  if (isVetoed(question) || !(FIRST_PERSON.test(question) || WISH.test(question))) return null;
  if (!named.course && !named.target && !named.skill) return null;
  if (named.course && named.isCoursePart && ABOUT_STEP.test(question) && COURSE_WORD.test(question)) return { tool: "explain-step", sureness: 0.75 };
  const fits = (tool: GrowthToolName, needs: "course" | "any") => (needs === "any" ? named.target || (named.skill && tool === "find-mentor") : named.course && !named.isCoursePart);
  const found = LOOSE.find(([tool, needs, form]) => tool === "explain-step" && fits(tool, needs) && form.test(question)) ?? (named.target || named.skill ? NAMED.find(([tool, form]) => (named.target || tool === "find-mentor") && form.test(question)) : undefined) ?? LOOSE.find(([tool, needs, form]) => fits(tool, needs) && form.test(question));
  return found ? { tool: found[0], sureness: 0.75 } : null;
}

/** @returns null: no growth question; sureness 0.85–0.93 */
export function growthIntent(question: string): { readonly tool: GrowthToolName; readonly sureness: number } | null {
  if (isVetoed(question)) return null;
  const found = RULES.find(([, form]) => form.test(question));
  const spoken = SPOKEN.find(([, form]) => form.test(question));
  // "I want to become …" is said along with what is asked of it.
  if (found && (found[0] !== "my-plan" || spoken === undefined || spoken[0] === "my-plan")) return { tool: found[0], sureness: found[2] };
  return spoken ? { tool: spoken[0], sureness: 0.85 } : null;
}
