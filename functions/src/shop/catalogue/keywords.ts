/** Words that find nothing. */
const TOO_COMMON = new Set(["a", "an", "and", "for", "in", "of", "or", "the", "to", "with"]);

/**
 * The words a product is found by: lower case, without the accents of Latin and Greek, each once,
 * at most 40 of at most 40 characters. A query uses one of them: `array-contains`.
 */
export function keywordsOf(...texts: string[]): string[] {
  const words = texts
    .join(" ")
    .normalize("NFD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Mark}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{Letter}\p{Mark}\p{Number}]+/u)
    .filter((word) => word !== "" && word.length <= 40 && !TOO_COMMON.has(word));
  return [...new Set(words)].slice(0, 40);
}
