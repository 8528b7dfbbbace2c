import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generated } from "./docs/index.ts";
import { read, written } from "./docs/written.ts";
import { root } from "./paths.ts";

/** Writes what is made by a command into the documents, and says which were stale. */
for (const document of new Set(generated.map((one) => one.document))) {
  const text = await written(document, generated);
  const isStale = text !== read(document);
  if (isStale) writeFileSync(join(root, document), text);
  console.log(`  ${document} ${isStale ? "is written anew" : "is as it should be"}`);
}
