import assert from "node:assert/strict";
import { createSite } from "../../../functions/src/content/createSite.ts";
import { sites } from "../../../functions/src/content/schema.ts";
import { updateSite } from "../../../functions/src/content/updateSite.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { call, callWith, customer, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { useStillClock } from "../../support/time.ts";
import { openSite, siteNow } from "../support/sites.ts";

const settings = {
  title: "Another",
  description: "About other things.",
  language: "de",
  theme: { accent: "#8f3d1f", font: "mono", scheme: "dark", logo: "https://example.com/a.svg" },
  navigation: [{ label: "About", to: "/about" }],
  comments: { open: false, slowSeconds: 90, hideAt: 9 },
} as const;

/** What is neither usual nor the same as any of these. */
const unlike = {
  description: "Of before.",
  language: "fr",
  theme: { accent: "#123456", font: "serif" as const, scheme: "light" as const, logo: null },
  navigation: [{ label: "Tea", to: "/tag/tea" }],
  comments: { open: true, slowSeconds: 7, hideAt: 2 },
};

const { theme } = settings;
const to = (address: string) => [{ label: "There", to: address }];

/** What could bring script or style into a page, or has no place there: the field at fault, and values. */
const harmful: Record<string, unknown[]> = {
  "theme.accent": [
    "red",
    "#8F3D1F",
    "#8f3d1f;}body{background:url(https://evil.example)}",
    "#8f3d1f</style><script>alert(1)</script>",
    "var(--x)",
    "",
  ].map((accent) => ({ theme: { ...theme, accent } })),
  "theme.font": ["Comic Sans", "sans;}*{color:red", ""].map((font) => ({
    theme: { ...theme, font },
  })),
  "theme.scheme": ["sepia", "dark;"].map((scheme) => ({ theme: { ...theme, scheme } })),
  "theme.logo": [
    "javascript:alert(1)",
    "http://example.com/a.svg",
    "data:image/svg+xml,<svg onload=alert(1)>",
    'https://example.com/a.svg" onerror="alert(1)',
    "https://example.com/a.svg'><script>",
    "//evil.example/a.svg",
  ].map((logo) => ({ theme: { ...theme, logo } })),
  "theme.css": [{ theme: { ...theme, css: "*{display:none}" } }],
  "navigation.0.to": [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/x",
    "/about/../../x",
    '/about" onclick="alert(1)',
    "http://example.com",
    "about",
    "",
  ].map((address) => ({ navigation: to(address) })),
  "navigation.0.label": ["", "two\nlines", "x".repeat(41)].map((label) => ({
    navigation: [{ label, to: "/" }],
  })),
  "navigation.0.onclick": [{ navigation: [{ label: "A", to: "/", onclick: "alert(1)" }] }],
  navigation: [{ navigation: Array(13).fill({ label: "A", to: "/" }) }],
  language: ['en"><script>', "english language", "EN", ""].map((language) => ({ language })),
  description: [{ description: "x".repeat(301) }, { description: "two\nlines" }],
  "comments.hideAt": [{ comments: { ...settings.comments, hideAt: 0 } }],
  "comments.slowSeconds": [{ comments: { ...settings.comments, slowSeconds: -1 } }],
  version: [{ version: 9 }],
  followers: [{ followers: 1_000 }],
  deletedAt: [{ deletedAt: null }],
};

describe("content: a site that is changed", () => {
  const { pass } = useStillClock();

  for (const [field, value] of Object.entries(settings)) {
    it(`has another ${field}; what is not named stays`, async () => {
      const { siteId, owner } = await openSite({ ...unlike, followers: 7, version: 4 });
      const before = await siteNow(siteId);
      pass(MINUTE);
      const answer = await callWith<Promise<object>>(updateSite, owner, { siteId, [field]: value });
      assert.deepEqual(answer, { version: 5 });
      assert.deepEqual(await siteNow(siteId), {
        ...before,
        [field]: value,
        version: 5,
        updatedAt: stamp(),
      });
    });
  }

  it("takes nothing that could hold script, style or another's numbers, and says in which field it stood", async () => {
    const { siteId, owner } = await openSite();
    const before = await sites.doc(siteId).get();
    const attempts = Object.entries(harmful).flatMap(([field, inputs]) =>
      inputs.flatMap((input) =>
        [
          callWith<Promise<unknown>>(updateSite, owner, { siteId, ...(input as object) }),
          callWith<Promise<unknown>>(createSite, customer(), {
            ...{ siteId: "another", title: "Another" },
            ...(input as object),
          }),
        ].map(async (attempt) => {
          const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
          const named = (fields as { field: string }[]).map((one) => one.field);
          assert.ok(named.includes(field), `${named} for ${JSON.stringify(input)}`);
        }),
      ),
    );
    await Promise.all(attempts);
    assert.ok((await sites.doc(siteId).get()).isEqual(before));
    assert.equal((await sites.get()).size, 1);
    await call(updateSite, owner, { siteId, ...settings, navigation: [...settings.navigation] });
  });

  it("has all ways that a navigation may have: within the site, and by https", async () => {
    const { siteId, owner } = await openSite();
    const ways = ["/", "/about", "/tag/tea", "https://example.com/a?b=c#d", "https://example.com"];
    const navigation = ways.map((way) => ({ label: "There", to: way }));
    await call(updateSite, owner, { siteId, navigation });
    assert.deepEqual((await siteNow(siteId)).navigation, navigation);
  });

  it("keeps both where two change it at once, and what was counted meanwhile", async () => {
    const { siteId, owner } = await openSite();
    await Promise.all([
      call(updateSite, owner, { siteId, title: "Another" }),
      call(updateSite, owner, { siteId, language: "de" }),
    ]);
    const { title, language, version } = await siteNow(siteId);
    assert.deepEqual([title, language, version], ["Another", "de", 3]);
    await beforeCommit(
      () => sites.doc(siteId).update({ followers: 8, version: 7 }),
      () => call(updateSite, owner, { siteId, description: "New." }),
    );
    const after = await siteNow(siteId);
    assert.deepEqual([after.followers, after.version, after.description], [8, 8, "New."]);
  });

  it("is changed by its owners, and by nobody else", async () => {
    const { siteId, owner, editor, author, contributor, reader } = await openSite();
    const { owner: stranger } = await openSite();
    const change = (person: typeof owner) => call(updateSite, person, { siteId, title: "Mine" });
    for (const person of [editor, author, contributor, reader]) {
      await refused(change(person), "permission-denied", "role-too-low");
    }
    await refused(change(stranger), "not-found", "no-such-site");
    assert.equal((await siteNow(siteId)).title, "The Long Table");
    await change(owner);
  });
});
