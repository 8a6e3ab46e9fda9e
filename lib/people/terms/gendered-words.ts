/**
 * @file Words that say whether somebody is a man or a woman, English and Chinese, each with the word that says the same
 * without it. One list for scoring and for blind mode: what one takes out, the other covers.
 */

/** An empty or blank replacement takes the word away. */
export const GENDERED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:he|she|him|his|hers|her|himself|herself|(?:s\/he)|mr|mrs|ms|miss|mister|madam|sir|née)(?![\p{L}])\.?/giu, " "],
  [/\b(?:wo)?m[ae]n(?:'|’)?s\b(?!\s+(?:wear|clothing|fashion|shoes))|\b(?:girls?|boys?)(?:'|’)s?(?=\s)|\b(?:wom[ae]n|lady|ladies|gentlem[ae]n)\b(?!['’]?s?\s*(?:wear|clothing|fashion|shoes))/gi, " "],
  [/\b(?:fe)?male\b|\b(?:mother|father|mum|dad|wife|husband) of\b(?: (?:one|two|three|four|\d))?/gi, " "],
  [/\b(sales|chair|spokes|congress|council|business|trades|crafts|crew|camera|repair|fore|drafts|fire|police|mail|post|service|door|ombuds|watch)(?:wo)?m([ae])n\b/gi, "$1person"],
  [/\bwaitress(?:es)?\b/gi, "waiter"],
  [/\bstewardess(es)?\b|\bsteward(?:s)?\b/gi, "flight attendant"],
  [/\bhost(?:ess(?:es)?)\b/gi, "host"],
  [/\bactress(es)?\b/gi, "actor"],
  [/\bseamstress(es)?\b/gi, "tailor"],
  [/\b(?:sorority|fraternity|sororities|fraternities)\b/gi, "student association"],
  [/先生|女士|小姐|太太|[她他](?=[^们])|(?<=^|[，,、|｜\s])[男女](?=$|[，,、|｜\s])|(?<=性别\s*[:：]?\s*)[男女]|男性|女性|男生|女生/g, ""],
  [/[男女]子?(?=[篮足排]球?队?)/g, ""],
];

/** Of several people, so of nobody's gender in English; scoring takes them out to compare what is said, covers leave them. */
export const PLURAL_PRONOUNS = /\b(?:they|them|theirs?|themsel(?:f|ves))\b\.?|他们|她们/gi;
