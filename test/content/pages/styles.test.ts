import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { articlePage } from "../../../functions/src/content/pages/articlePage.ts";
import { readableOn } from "../../../functions/src/content/pages/colors.ts";
import { missingPage } from "../../../functions/src/content/pages/missingPage.ts";
import { contentSecurityPolicy } from "../../../functions/src/content/pages/policy.ts";
import { stylesOf } from "../../../functions/src/content/pages/styles.ts";
import { defaultTheme } from "../../../functions/src/content/pages/theme.ts";
import { all, attributeOf, one, pageOf, rawText } from "../support/htmlPages.ts";
import { articleOf, siteOf } from "../support/pureSites.ts";
import { xssStrings } from "../support/xssStrings.ts";

const theme = { ...defaultTheme, font: "serif" as const };
const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
const luminance = (value: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(value.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string) => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const variable = (styles: string, name: string) =>
  [...styles.matchAll(new RegExp(`--${name}:(#[0-9a-f]{6})`, "g"))].map(([, value = ""]) => value);

describe("content: the styles of a page", () => {
  it("are in the page, and the policy lets no other be heeded and nothing run", () => {
    const site = siteOf({ theme });
    for (const page of [articlePage(site, articleOf(), []), missingPage(site, "gone")]) {
      const inPage = rawText(one(pageOf(page), "style"));
      assert.equal(inPage, stylesOf(theme));
      const hash = createHash("sha256").update(inPage).digest("base64");
      assert.deepEqual(contentSecurityPolicy(stylesOf(theme)).split("; "), [
        "default-src 'none'",
        `style-src 'sha256-${hash}'`,
        "img-src https: data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]);
    }
  });

  it("of a page without a site are the usual ones", () => {
    const page = pageOf(missingPage(undefined, "not-found"));
    assert.equal(rawText(one(page, "style")), stylesOf(defaultTheme));
  });

  it("differ with each value of the theme that they show", () => {
    const themes = [
      theme,
      { ...theme, accent: "#aa0000" },
      { ...theme, font: "sans" as const },
      { ...theme, font: "mono" as const },
      { ...theme, scheme: "light" as const },
      { ...theme, scheme: "dark" as const },
    ];
    assert.equal(new Set(themes.map(stylesOf)).size, themes.length);
    assert.match(stylesOf(theme), /prefers-color-scheme:dark/);
    assert.doesNotMatch(
      stylesOf({ ...theme, scheme: "light" }),
      /prefers-color-scheme|scheme:dark/,
    );
  });

  it("are the usual ones where what is in the database is no theme", () => {
    for (const text of xssStrings) {
      for (const field of ["accent", "font", "scheme", "logo"]) {
        assert.equal(stylesOf({ ...theme, [field]: text }), stylesOf(defaultTheme));
      }
    }
    assert.equal(stylesOf(undefined as never), stylesOf(defaultTheme));
  });

  it("leave all text readable in any accent, in light and in dark", () => {
    fc.assert(
      fc.property(color, (accent) => {
        const styles = stylesOf({ ...theme, accent });
        const papers = variable(styles, "paper").slice(0, 2);
        assert.equal(papers.length, 2);
        for (const [index, paper] of papers.entries()) {
          for (const name of ["accent", "ink", "soft"]) {
            assert.ok(contrast(variable(styles, name)[index]!, paper) >= 4.5, `${name} ${accent}`);
          }
        }
      }),
      { seed: 20261122 },
    );
  });

  it("leave an accent as it is where it can be read", () => {
    assert.equal(readableOn("#ffffff", "#0b6e4f"), "#0b6e4f");
    assert.equal(readableOn("#000000", "#ffd400"), "#ffd400");
    assert.notEqual(readableOn("#ffffff", "#ffd400"), "#ffd400");
    assert.equal(contrast(readableOn("#000000", "#000000"), "#000000") >= 4.5, true);
  });

  it("show a logo that comes by https, and nothing else as one", () => {
    const logos = (logo: string) => {
      const found = pageOf(articlePage(siteOf({ theme: { ...theme, logo } }), articleOf(), []));
      return [...all(found, "img"), ...all(found, "link", { rel: "icon" })].map(
        (element) => attributeOf(element, "src") ?? attributeOf(element, "href"),
      );
    };
    const logo = "https://img.example/logo.svg";
    assert.deepEqual(logos(logo), [logo, logo]);
    for (const other of [
      "http://img.example/logo.svg",
      "data:image/png;base64,AA==",
      "/logo.svg",
    ]) {
      assert.deepEqual(logos(other), []);
    }
  });
});
