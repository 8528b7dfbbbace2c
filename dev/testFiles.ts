import { globSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./paths.ts";

/** The test files whose path holds one of `words`; all of them without a word. */
export function testFiles(words: readonly string[]): string[] {
  return globSync(join(root, "test/**/*.test.ts"))
    .filter(
      (file) => words.length === 0 || words.some((word) => relative(root, file).includes(word)),
    )
    .sort();
}

/** Tests of what all tests share: the platform's functions, its payment provider, its data. */
export const SHARED = /app\.test\.ts$|\/test\/dev\/|\/test\/web\/|\/core\/payments\/provider/;

/**
 * Whether a test goes through the whole platform, with listeners and a browser. Such a one is tried twice,
 * and the run says which: to a listener the emulator tells nothing of a commit that another has
 * overtaken, now and then.
 */
export const isThroughPlatform = (file: string): boolean =>
  /app\.test\.ts$|\/test\/web\//.test(file);
