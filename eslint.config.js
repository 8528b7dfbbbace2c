import securityRules from "@firebase/eslint-plugin-security-rules";

// TypeScript is Biome's; this is for firestore.rules alone.
export default [
  {
    files: ["**/*.rules"],
    plugins: { "@firebase/security-rules": securityRules },
    languageOptions: { parser: securityRules.parser },
    rules: {
      "@firebase/security-rules/no-open-reads": "error",
      "@firebase/security-rules/no-open-writes": "error",
      "@firebase/security-rules/no-redundant-matches": "error",
    },
  },
];
