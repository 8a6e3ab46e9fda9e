/**
 * @file Words that say whether somebody is a man or a woman, English and Chinese, each with the word that says the same
 * without it. One list for scoring and for blind mode: what one takes out, the other covers.
 */

/** An empty or blank replacement takes the word away. */
export const GENDERED: readonly (readonly [RegExp, string])[] = [
  [/\ball[- ](?:fe)?male\b|\ball[- ](?:girls?|boys?|wom[ae]n|m[ae]n)(?:['’]s|s['’])?(?![\p{L}])/giu, " "],
  [/(?<=\b(?:college|school|university|academy|institute|seminary|education)\s+)(?:for|of) (?:women|men|girls|boys|ladies|gentlemen)\b(?=\s*(?:$|[,;.|()\d–-]))|\b(?:girls|boys|ladies)(?=\s+(?:(?:grammar|high|secondary|public|independent|day|boarding)\s+)?(?:school|college|academy))/gi, " "],
  [/\b(?:he|she|him|his|hers|her|himself|herself|(?:s\/he)|mr|mrs|miss|mister|madam|sir|née)(?![\p{L}])\.?/giu, " "],
  // A title, not the degree ("MS in Physics"), the maker ("MS Office") or a unit ("50 ms").
  [/(?<!\p{L})Ms\b\.?(?=\s+\p{Lu})(?!\.?\s+(?:Office|Excel|Word|Access|Project|Visio|Exchange|SQL|Power|Outlook|Teams|Dynamics|Windows|Azure|Sql|Visual|Publisher|Share|Asp|ASP|Net|Dos|DOS|Build|Team|Cloud|Server|Certified|Front|Info))/gu, " "],
  [/\b(?:wo)?m[ae]n(?:'|’)?s\b(?!\s+(?:wear|clothing|fashion|shoes|footwear|apparel|health|medicine|wards?|clinics?|shelters?|refuges?|prisons?|hospitals?|services?))|\b(?:girls?|boys?)(?:'|’)s?(?=\s)|\b(?:wom[ae]n|lady|ladies|gentlem[ae]n)\b(?!['’]?s?\s*(?:wear|clothing|fashion|shoes|footwear|apparel|health|medicine|wards?|clinics?|shelters?|refuges?|prisons?|hospitals?|services?))/gi, " "],
  [/\b(?:fe)?male\b|\b(?:mother|father|mum|dad|wife|husband) of\b(?: (?:one|two|three|four|\d))?/gi, " "],
  [/\b(sales|chair|spokes|congress|council|business|trades|crafts|crew|camera|repair|fore|drafts|fire|police|mail|post|service|door|ombuds|watch)(?:wo)?m([ae])n\b/gi, "$1person"],
  [/\bwaitress(?:es)?\b/gi, "waiter"],
  [/\bstewardess(es)?\b|\bsteward(?:s)?\b/gi, "flight attendant"],
  [/\bhost(?:ess(?:es)?)\b/gi, "host"],
  [/\bactress(es)?\b/gi, "actor"],
  [/\bseamstress(es)?\b/gi, "tailor"],
  [/\b(?:sorority|fraternity|sororities|fraternities)\b/gi, "student association"],
  [/先生|女士|小姐|太太|[她他](?=[^们])|(?<=^|[，,、|｜\s])[男女](?=$|[，,、|｜\s])|(?<=性别\s*[:：]?\s*)[男女]|[男女]性(?!健康|护理|保健|用品|服饰|时尚|用户|消费|市场|生殖|疾病)|男生|女生/g, ""],
  [/[男女]子?(?=[篮足排]球?队?)|[男女]子(?=(?:师范|职业|高级|初级|文理|工业)?(?:学院|大学|学校|中学|高中|书院))/g, ""],
  [/(?<=\p{Script=Han})[男女](?=[校中](?:$|[\s，,、|｜(（]))/gu, ""],
];

/** Of several people, so of nobody's gender in English; scoring takes them out to compare what is said, covers leave them. */
export const PLURAL_PRONOUNS = /\b(?:they|them|theirs?|themsel(?:f|ves))\b\.?|他们|她们/gi;
