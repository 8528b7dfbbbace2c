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
 * Whether a test is of people before a screen. Such a one stands for itself, and is tried a second time where
 * it fails; the run says which. A listener that begins in the moment its document is written may never hear
 * of that from the emulator, and a screen begins many.
 */
export const isOfScreens = (file: string): boolean => file.includes("/test/web/");
