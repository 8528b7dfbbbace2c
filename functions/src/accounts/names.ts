/** Names that would let somebody pass for the house, or get in the way of its addresses. */
export const reservedNames: readonly string[] = [
  "about",
  "account",
  "admin",
  "administrator",
  "anonymous",
  "api",
  "contact",
  "deleted",
  "everyone",
  "guest",
  "help",
  "info",
  "login",
  "logout",
  "mail",
  "moderator",
  "null",
  "official",
  "owner",
  "postmaster",
  "root",
  "security",
  "settings",
  "signup",
  "staff",
  "support",
  "system",
  "undefined",
  "webmaster",
  "www",
];

/**
 * What is wrong with a username, in words that go on from "Username"; nothing if it may be taken,
 * unless somebody has it. Needs no look-up: an app may ask it at every key. The rules say the same.
 */
export function usernameProblem(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_]{2,19}$/.test(name)) {
    return "must be 3 to 20 letters, digits or _, a letter first";
  }
  return reservedNames.includes(name.toLowerCase()) ? "is reserved" : undefined;
}
