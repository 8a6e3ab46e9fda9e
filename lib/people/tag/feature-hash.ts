/**
 * @file The number of a feature: 32 bits of its text, so that a model file needs no texts. Two of 300,000 features share
 * a number with a chance of one in a hundred thousand each; they then share their weights.
 * @source FNV-1a, offset basis and prime of the 32-bit variant; one round per UTF-16 unit, finished as MurmurHash3 does
 */
export function featureHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
