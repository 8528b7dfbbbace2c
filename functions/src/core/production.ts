/**
 * The debug features of firebase-functions accept unsigned tokens as any user. They belong
 * to the emulator; where they are on outside it, nothing may start.
 */
export function refuseDebugMode(environment: NodeJS.ProcessEnv): void {
  if (environment.FUNCTIONS_EMULATOR === "true" || environment.FUNCTIONS_CONTROL_API === "true")
    return;
  const left = Object.keys(environment).filter((name) => name.startsWith("FIREBASE_DEBUG_"));
  if (left.length === 0) return;
  throw new Error(`Remove ${left.join(", ")}: with it anyone can sign in as anyone.`);
}
