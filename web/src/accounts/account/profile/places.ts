type Options = (readonly [value: string, name: string])[];

const LANGUAGES = ["da", "de", "en", "es", "fr", "it", "ja", "nl", "no", "pl", "pt", "sv", "tr"];

/** Languages by their names in the reader's own, with the one that is chosen. */
export function languages(chosen: string): Options {
  const names = new Intl.DisplayNames(navigator.language, { type: "language" });
  return [...new Set([chosen, ...LANGUAGES])]
    .map((code) => [code, names.of(code) ?? code] as const)
    .sort(([, one], [, other]) => one.localeCompare(other));
}

/** Time zones, with the one that is chosen. */
export const timeZones = (chosen: string): Options =>
  [...new Set([chosen, "UTC", ...Intl.supportedValuesOf("timeZone")])]
    .sort()
    .map((zone) => [zone, zone.replaceAll("_", " ")]);
