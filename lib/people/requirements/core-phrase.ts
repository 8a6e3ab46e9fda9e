/**
 * @file Core phrase: "Strong working knowledge of PLC programming is required" → "PLC programming", as a stretch of the
 * clause, so that what is shown can be pointed at. Rule set in both languages.
 */
import type { Span } from "../../core/types";

const LEADING =
  /^(?:(?:&\s*)?(?:proven|demonstrated|demonstrable|strong|solid|excellent|good|great|deep|extensive|comprehensive|thorough|sound|basic|advanced|substantial|sophisticated|hands[- ]on|practical|prior|previous|past|proficien(?:t|cy|tly)|effective|exceptional|outstanding|superior|high(?:ly)?|very|well|expert(?:ise)?|experienced?|experiences|experiencing|knowledge(?:able)?|understanding|familiar(?:ity)?|ability|abilities|able|capacity|capability|capable|competen(?:t|ce|cy|cies)|skilled|skills?|skillful|adept|mastery|command|background|track record|aptitude|must|should|shall|will|can|have|has|having|be|being|is|are|possess(?:es|ion)?|hold(?:s|er|ing)?|you|your|we|our|the|candidates?|applicants?|ideal|successful|need(?:s|ed)?|to|in|of|on|with|for|from|at|by|an?|and|using|use|utili[sz]ing|various|level|degree|own|required|preferred|preferably|ideally|any|some|other|minimum|least|years?|relevant|related|professional|commercial|full|clear|keen|general|fundamental|direct|detailed|verifiable|desire|passion(?:ate)?|enthusiasm|willing(?:ness)?|perform(?:ing)?|role|position|job|working|worked|work as|as|served|serving|spent|around|about|approximately|completed|gained|acquired)\b[\s,:–—-]*)+/i;
const TRAILING =
  /[\s,;:–—-]*(?:\b(?:(?:is|are|would be|will be|considered) )?(?:an? )?(?:strongly |highly )?(?:required|requirement|preferred|essential|necessary|needed|desirable|desired|a must|must|mandatory|(?:a )?(?:plus|bonus|advantage)|beneficial|valued|appreciated|nice to have|optional|expected)|\bskills?|\bexperiences?|\bknowledge|\babilit(?:y|ies)|\bexpertise|\bproficiency|\broles?|\bpositions?|\bcapacity|\b(?:for|as|of|in|with|to|and|the|at))\s*[.。;；,，]*$/i;
const CHINESE_LEADING =
  /^(?:熟练|掌握|熟悉|精通|了解|具备|具有|拥有|持有|有|能够|能|会|善于|擅长|良好的?|较强的?|优秀的?|扎实的?|丰富的?|一定的?|出色的?|必须|需要?|要求|对|独立|使用|运用|从事过?|做过|相关|以上|以及|和|及|并|的|至少|最少|不少于|学历|[\s,，、。：:])+/;
const CHINESE_TRAILING = /(?:者?优先(?:考虑)?|的?(?:工作)?(?:经验|经历)|相关|的?能力|等|即可|为佳|加分|必备|者|[\s，、。；：])+$/;
const PUNCTUATION = /^[\s"'“”‘’()（）[\]*_.,;:：、，。–—-]+|[\s"'“”‘’(（[*_.,;:：、，。；–—-]+$/g;

/** @returns the stretch that names what is asked, without white space at its ends; null when nothing is left */
export function corePhrase(clause: string): Span | null {
  const isChinese = /\p{Script=Han}/u.test(clause);
  const [leading, trailing] = isChinese ? [CHINESE_LEADING, CHINESE_TRAILING] : [LEADING, TRAILING];
  let span = trimmed(clause, { start: 0, end: clause.length });
  for (let turn = 0; turn < 4; turn++) {
    const text = clause.slice(span.start, span.end);
    const lead = leading.exec(text)?.[0].length ?? 0;
    const rest = text.slice(lead);
    const tail = trailing.exec(rest)?.[0].length ?? 0;
    // "Skills" or "Experience" alone is no frame around something: it is all there is.
    if (lead + tail >= text.length || (lead === 0 && tail === 0)) break;
    span = trimmed(clause, { start: span.start + lead, end: span.end - tail });
  }
  return span.end - span.start >= 2 || /^[CR]$/.test(clause.slice(span.start, span.end)) ? span : null;
}

function trimmed(clause: string, span: Span): Span {
  const text = clause.slice(span.start, span.end);
  const bare = text.replace(PUNCTUATION, "");
  const start = span.start + Math.max(0, text.indexOf(bare));
  const open = (bare.match(/[(（]/g) ?? []).length - (bare.match(/[)）]/g) ?? []).length;
  // A closing bracket that belongs to the phrase ("CMS (content management)") stays.
  const end = start + bare.length + (open > 0 && /[)）]/.test(clause[start + bare.length] ?? "") ? 1 : 0);
  return { start, end };
}
