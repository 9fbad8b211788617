import { Segmented, Select } from "antd";

import { useNarrow } from "@/lib/media";
import styles from "./DataTable.module.css";

interface FilterTabsProps {
  /** What is chosen, for screen readers. */
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** A few exclusive views of a list: side by side, or a menu on a narrow screen. */
export function FilterTabs({ label, value, options, onChange }: FilterTabsProps) {
  const props = { value, options, onChange, "aria-label": label };
  return useNarrow() ? (
    <Select {...props} className={styles.grow} />
  ) : (
    <Segmented<string> {...props} />
  );
}
