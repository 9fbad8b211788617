import { useQuery } from "@tanstack/react-query";

import { healthQuery } from "@/api/health";
import { Notice, type Tone } from "@/ui/Notice";

const TONES: Record<string, Tone> = { info: "blue", warning: "warn", error: "bad" };

/** What the supervisor and the stages have to say on every page. */
export function StatusBanners() {
  const { data } = useQuery(healthQuery);
  return data?.banners.map(({ code, severity, message }) => (
    <Notice key={code} tone={TONES[severity] ?? "blue"}>
      {message}
    </Notice>
  ));
}
