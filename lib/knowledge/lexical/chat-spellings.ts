/**
 * @file Chat spellings: how people shorten common words when they type fast. Looked up before typo repair, and only for
 * words that the documents do not use themselves. Table; written by us.
 */
const TABLE = `
2day:today 2moro:tomorrow 2morrow:tomorrow 2nite:tonight 4:for abt:about acct:account addr:address admin:administrator
amt:amount apps:applications appt:appointment asap:soon b4:before bc:because bcoz:because bcuz:because bday:birthday
bf:boyfriend biz:business bout:about bro:brother cert:certification certs:certifications cn:can comp:compensation
cos:because coz:because cud:could cuz:because cuzz:because da:the dat:that dept:department depts:departments
dev:developer devs:developers diff:different dis:this dnt:dont doc:doctor docs:documents eng:engineer exec:executive
exp:experience fri:friday frm:from fwd:forward gd:good gf:girlfriend gotta:must govt:government grp:group hav:have
hiya:hi hol:holiday hols:holidays hows:how hrs:hours hve:have hw:how hwo:how ima:i imma:i info:information
ins:insurance insur:insurance int:international jus:just kno:know lemme:let liv:live mat:maternity max:maximum
meds:medicine mgmt:management mgr:manager mgrs:managers min:minimum mins:minutes mo:month mon:monday mos:months
msg:message msgs:messages mtg:meeting mtgs:meetings mth:month mths:months n:and nd:and nite:night nxt:next oft:often
orgs:organizations ot:overtime perf:performance pg:pregnant phn:phone pic:picture pls:please plz:please ppl:people
ppwk:paperwork prob:problem proj:project pw:password pwd:password qs:questions quals:qualifications r:are
rec:recommend recs:recommendations ref:reference reimb:reimbursement req:request reqs:requirements rly:really rn:now
sat:saturday sched:schedule sec:security shld:should shud:should smone:someone smth:something smthg:something
sry:sorry sumone:someone sumthing:something sun:sunday tel:telephone temp:temporary thats:that thn:then tho:though
thru:through ths:this tht:that thx:thanks tix:tickets tmr:tomorrow tmrw:tomorrow tmw:tomorrow u:you uni:university
ur:your urs:yours urself:yourself vac:vacation vaca:vacation vacay:vacation w:with wanna:want wat:what wats:what
wen:when wer:where wers:where whats:what wht:what wich:which wit:with wk:week wknd:weekend wknds:weekends wks:weeks
wld:would wo:without woud:would wrk:work wrkg:working wth:with wud:would y:why ya:you yday:yesterday yr:year yrs:years
`;

const spellings = new Map<string, string>();
for (const pair of TABLE.trim().split(/\s+/)) {
  const [short = "", long = ""] = pair.split(":");
  spellings.set(short, long);
}

/** @returns the word in full, or null when it is no chat spelling */
export function expandChatSpelling(surface: string): string | null {
  return spellings.get(surface) ?? null;
}
