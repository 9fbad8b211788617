import { createElement, Fragment } from "react";

import { type Block, blocksOf, type Inline } from "@/lib/markdown";
import styles from "./Markdown.module.css";
import { PathLink } from "./PathLink";

/** Text that somebody of the body wrote: made of elements, never of HTML. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      {blocksOf(text).map((block, place) => (
        // A text is drawn anew as a whole: its blocks have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={place}>{drawn(block)}</Fragment>
      ))}
    </div>
  );
}

function drawn(block: Block) {
  if (block.kind === "heading") {
    // The page has its own h1 and the article an h2.
    return createElement(`h${Math.min(6, block.level + 1)}`, null, <Inlines of={block.inlines} />);
  }
  if (block.kind === "paragraph") {
    return (
      <p>
        <Inlines of={block.inlines} />
      </p>
    );
  }
  if (block.kind === "list") {
    const items = block.items.map((item, place) => (
      // oxlint-disable-next-line react/no-array-index-key
      <li key={place}>
        <Inlines of={item} />
      </li>
    ));
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  return <Table head={block.head} rows={block.rows} />;
}

function Table({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  return (
    <div className={styles.scroll}>
      <table>
        <thead>
          <tr>{head.map((cell, place) => cellOf("th", cell, place))}</tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place}>{row.map((cell, column) => cellOf("td", cell, column))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cellOf = (tag: "th" | "td", cell: Inline[], place: number) =>
  createElement(tag, { key: place }, <Inlines of={cell} />);

function Inlines({ of }: { of: Inline[] }) {
  return of.map((each, place) => {
    // oxlint-disable-next-line react/no-array-index-key
    if (each.kind === "link") return <LinkTo key={place} {...each} />;
    const tag = each.kind === "text" ? Fragment : each.kind;
    return createElement(tag, { key: place }, each.text);
  });
}

function LinkTo({ href, text }: { href: string; text: string }) {
  if (href.startsWith("/")) return <PathLink href={href}>{text}</PathLink>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}
