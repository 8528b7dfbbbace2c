/** What would lead elsewhere than to the project that was named. */
const misleading = [
  "FIRESTORE_EMULATOR_HOST",
  "FIREBASE_AUTH_EMULATOR_HOST",
  "GCLOUD_PROJECT",
  "GOOGLE_CLOUD_PROJECT",
];

/** The environment in which code of the functions speaks to a real project. */
export function environmentOfProject(
  projectId: string,
  inherited: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(([name]) => !misleading.includes(name));
  return {
    ...Object.fromEntries(kept),
    FIREBASE_CONFIG: JSON.stringify({ projectId }),
    GOOGLE_CLOUD_PROJECT: projectId,
  };
}
