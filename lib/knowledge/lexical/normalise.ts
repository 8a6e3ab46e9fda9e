/**
 * @file Normalise: text → the form both sides of the lexical index agree on (Unicode, case, accents, apostrophes,
 * traditional Chinese), and one English word → its stem. Does not split text; tokenize.ts does.
 */
import { stemmer } from "stemmer";
import { toSimplified } from "./traditional";

/** Forms that the suffix rules of the stemmer cannot join. Applied to documents and questions alike. */
const IRREGULAR = new Map(
  `children:child men:man women:woman people:person paid:pay pays:pay took:take taken:take gave:give given:give went:go gone:go
  spent:spend bought:buy sent:send broke:break broken:break written:write wrote:write chose:choose chosen:choose held:hold
  kept:keep lost:lose sold:sell told:tell taught:teach made:make met:meet got:get gotten:get brought:bring began:begin begun:begin
  drove:drive driven:drive flew:fly flown:fly grew:grow grown:grow knew:know known:know hid:hide hidden:hide laid:lay led:lead
  lent:lend meant:mean rode:ride ran:run said:say saw:see seen:see sat:sit slept:sleep spoke:speak spoken:speak stole:steal
  stolen:steal stood:stand swore:swear thought:think threw:throw wore:wear worn:wear won:win found:find built:build borne:bear
  born:birth fell:fall fallen:fall felt:feel forgot:forget forgotten:forget wives:wife lives:life halves:half
  centre:center centres:center programme:program programmes:program licence:license licences:license cheque:check cheques:check
  enrol:enroll enrols:enroll enrolment:enrollment fulfil:fulfill judgement:judgment jewellery:jewelry theatre:theater
  grey:gray metre:meter metres:meter litre:liter litres:liter tyre:tire defence:defense offence:offense practise:practice
  hrs:hour mins:minute wks:week mths:month yrs:year`
    .split(/\s+/)
    .map((pair) => pair.split(":") as [string, string]),
);

const stems = new Map<string, string>();
/** The cache is dropped when full: a corpus of any size must not grow it without end. */
const MAX_CACHED_STEMS = 200_000;

/** NFKC, lower case, straight apostrophes, no accents, simplified Chinese. Length and offsets may change. */
export function normalise(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const folded = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]+/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  return toSimplified(folded);
}

/** True for ASCII without a back quote, which needs nothing but lower case. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || code === 96) return false;
  }
  return true;
}

/**
 * British spelling → American, so that organisation = organization and labour = labor. Applied to both sides, so a
 * word it distorts ("exercise") is distorted everywhere alike.
 */
function american(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/([a-z]{2}[a-z]*)is(e|ed|es|er|ers|ing|ation|ations)$/, "$1iz$2")
    .replace(/([a-z]{2}[a-z]*)our(s|ed|ing|able|al|ly|ite|ites)?$/, "$1or$2");
}

/**
 * The stem of one normalised English word: irregular forms, spelling, then Porter. Words with digits stay.
 *
 * @source M. F. Porter, "An algorithm for suffix stripping", 1980 (package stemmer)
 */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const result = /\d/.test(word) ? word : stemmer(american(IRREGULAR.get(word) ?? word));
  if (stems.size >= MAX_CACHED_STEMS) stems.clear();
  stems.set(word, result);
  return result;
}
