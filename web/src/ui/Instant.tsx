import { useTranslation } from "react-i18next";

import { ago, dateTime, HERE, zoneName } from "@/lib/instant";
import { type Language, useLanguage } from "@/lib/preferences";

interface InstantProps {
  /** An ISO instant in UTC, as the API writes it. */
  at: string;
  zone?: string | undefined;
  seconds?: boolean;
  /** "3 minutes ago" in the text, the exact time in the title. */
  relative?: boolean;
}

/** A moment as 2026-11-22 14:03; hovering or focusing names the zone and UTC. */
export function Instant({ at, zone = HERE, seconds = false, relative = false }: InstantProps) {
  const { t } = useTranslation();
  const language: Language = useLanguage();
  const exact = dateTime(at, zone, seconds);
  const title = t("ui.instant", {
    local: dateTime(at, zone, true),
    zone: zoneName(zone, language, new Date(at)),
    utc: dateTime(at, "UTC", true),
  });
  return (
    <time dateTime={at} title={title} className="nowrap">
      {(relative && ago(at, language)) || exact}
    </time>
  );
}
