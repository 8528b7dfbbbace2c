// In place of `re2js`, 60 kB of every first load: Firestore matches patterns with it for pipelines that
// are evaluated offline. This app has no pipelines; leave this out of vite.config.ts where yours has.
export const RE2JS = {
  compile(): never {
    throw new Error("Patterns are left out of this build: see web/noPatterns.ts.");
  },
};
