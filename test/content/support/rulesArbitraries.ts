import fc, { type Arbitrary } from "fast-check";
import {
  maps,
  mostly,
  nearly,
  oneLines,
  orNull,
  slugs,
  texts,
  webAddresses,
} from "../../support/rulesArbitraries.ts";

// Values of the fields of content, and values that are nearly that.

/** Lines that may be blank. */
export const optionalLines = (max: number): Arbitrary<string> =>
  fc.oneof(oneLines(max), fc.constantFrom("", " ", "\u00a0"));

export const addresses: Arbitrary<string> = nearly(
  fc.oneof(fc.constant(""), fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  fc.constantFrom("-a", "A", "a b", "a/b", "a_b", "ä", "a\n", "x".repeat(80), "x".repeat(81)),
);

export const tags: Arbitrary<unknown[]> = nearly<unknown[]>(
  fc.uniqueArray(
    slugs.filter((slug) => /^[a-z0-9][a-z0-9-]{0,39}$/.test(slug)),
    { maxLength: 10 },
  ),
  fc.oneof<Arbitrary<unknown[]>[]>(
    fc.array(slugs, { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom<unknown>("a", "b", "", "a b", "a ", 7, null, true, {}), {
      maxLength: 3,
    }),
    fc.constant(Array.from({ length: 11 }, (_, n) => `tag-${n}`)),
  ),
);

export const covers: Arbitrary<object | null> = orNull(
  maps({ url: webAddresses, alt: optionalLines(200) }),
);

export const bylines: Arbitrary<string> = mostly(
  oneLines(80),
  fc.constantFrom("@", "a@b", "\u2028@", "", " "),
);

export const bodies: Arbitrary<string> = fc.oneof(texts(50_000), fc.constant(""));

/** Who may do what at a site, by whom of `uids`; mostly with an owner. */
export const siteRoles = (uids: readonly string[]): Arbitrary<Record<string, unknown>> => {
  const [owner = ""] = uids;
  const role = fc.constantFrom("reader", "contributor", "author", "editor", "owner");
  const anybody = fc.constantFrom(...uids);
  return nearly<Record<string, unknown>>(
    fc.dictionary(anybody, role).map((all) => ({ ...all, [owner]: "owner" })),
    fc.dictionary(
      fc.oneof(anybody, fc.constantFrom("somebody", "constructor", "a.b")),
      fc.oneof(role, fc.constantFrom<unknown>("", "Owner", "owner,editor", true, null, ["owner"])),
    ),
  );
};
