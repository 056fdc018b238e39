/** Which documents the server is told about. */

/** Files and new texts in these languages, and the configurations of jlint, for their mistakes, hover and completion. */
export function selector(languages: readonly string[]): { scheme: string; language?: string; pattern?: string }[] {
  const drafts = [...new Set(languages)].flatMap((language) => [
    { scheme: "file", language },
    { scheme: "untitled", language },
  ]);
  return [...drafts, { scheme: "file", pattern: "**/{rules.yaml,.jlint.yaml}" }];
}
