import { Select, type SelectProps } from "antd";
import { useMemo } from "react";

import { HERE, zoneName } from "@/lib/instant";
import { useLanguage } from "@/lib/preferences";

/** Where most bodies and auditees are; the others follow in the alphabet. */
const FIRST = ["Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Urumqi", HERE];

/** An IANA time zone by its name and present offset; found by typing either. */
export function ZoneSelect(props: SelectProps) {
  const language = useLanguage();
  const options = useMemo(() => {
    const zones = [...new Set([...FIRST, ...Intl.supportedValuesOf("timeZone")])];
    return zones.map((zone) => ({ value: zone, label: `${zone} · ${zoneName(zone, language)}` }));
  }, [language]);
  return <Select {...props} showSearch={{ optionFilterProp: "label" }} options={options} />;
}
