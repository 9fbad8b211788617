import styles from "./viewer.module.css";

const REPEATS = 6;

/** Lies over whatever is shown; a photograph of the screen tells whose screen it was. */
export function Watermark({ text, paper = false }: { text: string; paper?: boolean }) {
  return (
    <span className={`${styles.watermark} ${paper ? styles.paper : ""}`} aria-hidden>
      {Array.from({ length: REPEATS }, (_, line) => (
        <span key={line}>{text}</span>
      ))}
    </span>
  );
}
