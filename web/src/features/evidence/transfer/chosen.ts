/** A file that somebody chose, with its place in the folder that came along. */
export interface Chosen {
  file: File;
  path: string;
  /** What was covered before, in the words of the upload's metadata. */
  redaction?: Record<string, string>;
}

/** Files of an input; one for folders says where in the folder each was. */
export const chosenIn = (files: FileList | null): Chosen[] =>
  [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/** Files that were dropped, folders walked through. */
export async function dropped(items: DataTransferItemList): Promise<Chosen[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => !!entry);
  return (await Promise.all(entries.map((entry) => walk(entry, "")))).flat();
}

async function walk(entry: FileSystemEntry, above: string): Promise<Chosen[]> {
  const path = above ? `${above}/${entry.name}` : entry.name;
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), path }];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Chosen[] = [];
  // A browser gives a hundred entries at a time, then none.
  for (;;) {
    const part = await partOf(reader);
    if (part.length === 0) return found;
    for (const each of part) found.push(...(await walk(each, path)));
  }
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

const partOf = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
