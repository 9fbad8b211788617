/** A small part of Markdown as data, never as HTML: what is no mark stays text. */

export type Inline =
  | { kind: "text" | "strong" | "em" | "code"; text: string }
  | { kind: "link"; text: string; href: string };

export type Block =
  | { kind: "heading"; level: number; inlines: Inline[] }
  | { kind: "paragraph"; inlines: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] };

const MARK =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*\s][^*]*)\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<href>[^)\s]+)\)/g;

/** Only pages of this application, web addresses and mail: no `javascript:` and the like. */
const SAFE = /^(\/(?!\/)|https?:\/\/|mailto:)/;

export function inlinesOf(text: string): Inline[] {
  const found: Inline[] = [];
  let last = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > last) found.push({ kind: "text", text: text.slice(last, match.index) });
    found.push(marked(match));
    last = match.index + match[0].length;
  }
  if (last < text.length) found.push({ kind: "text", text: text.slice(last) });
  return found;
}

function marked(match: RegExpExecArray): Inline {
  const { strong, em, code, text = "", href = "" } = match.groups ?? {};
  if (strong) return { kind: "strong", text: strong };
  if (em) return { kind: "em", text: em };
  if (code) return { kind: "code", text: code };
  return SAFE.test(href) ? { kind: "link", text, href } : { kind: "text", text: match[0] };
}

const HEADING = /^(#{1,4})\s+(.*)$/;
const ITEM = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/;
const RULE = /^\s*\|?[\s:|-]+\|[\s:|-]*$/;

/** The blocks of a text; an empty line ends a paragraph. */
export function blocksOf(text: string): Block[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const found: Block[] = [];
  let place = 0;
  while (place < lines.length) {
    const [block, next] = blockAt(lines, place);
    if (block) found.push(block);
    place = next;
  }
  return found;
}

function blockAt(lines: string[], start: number): [Block | null, number] {
  const line = lines[start] ?? "";
  if (!line.trim()) return [null, start + 1];
  const heading = HEADING.exec(line);
  if (heading) {
    const [, marks = "", words = ""] = heading;
    return [{ kind: "heading", level: marks.length, inlines: inlinesOf(words) }, start + 1];
  }
  if (ITEM.test(line)) return listAt(lines, start);
  if (line.includes("|") && RULE.test(lines[start + 1] ?? "")) return tableAt(lines, start);
  return paragraphAt(lines, start);
}

function listAt(lines: string[], start: number): [Block, number] {
  const items: Inline[][] = [];
  const ordered = Boolean(ITEM.exec(lines[start] ?? "")?.[1]);
  let end = start;
  for (; end < lines.length; end += 1) {
    const item = ITEM.exec(lines[end] ?? "");
    if (!item || Boolean(item[1]) !== ordered) break;
    items.push(inlinesOf(item[2] ?? ""));
  }
  return [{ kind: "list", ordered, items }, end];
}

function tableAt(lines: string[], start: number): [Block, number] {
  const head = cellsOf(lines[start] ?? "");
  const rows: Inline[][][] = [];
  let end = start + 2;
  for (; end < lines.length && (lines[end] ?? "").includes("|"); end += 1) {
    rows.push(cellsOf(lines[end] ?? ""));
  }
  return [{ kind: "table", head, rows }, end];
}

const cellsOf = (line: string): Inline[][] =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => inlinesOf(cell.trim()));

function paragraphAt(lines: string[], start: number): [Block, number] {
  let end = start + 1;
  while (end < lines.length) {
    const line = lines[end] ?? "";
    if (!line.trim() || HEADING.test(line) || ITEM.test(line)) break;
    end += 1;
  }
  return [{ kind: "paragraph", inlines: inlinesOf(lines.slice(start, end).join("\n")) }, end];
}
