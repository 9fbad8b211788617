import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const WEB = join(import.meta.dirname, "..");

export interface Source {
  /** From web/, with forward slashes: `src/ui/Page.tsx`. */
  path: string;
  text: string;
}

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

/** Every hand-written TypeScript file below the folders of web/. */
export function sources(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => [...files(join(WEB, folder))])
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith("schema.d.ts"))
    .map((path) => ({ path: relative(WEB, path), text: readFileSync(path, "utf8") }));
}
