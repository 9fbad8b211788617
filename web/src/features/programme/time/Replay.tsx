import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { sentenceOf } from "@/lib/errors";
import { StatusTag } from "@/ui/StatusTag";

/** Calculates what was kept once more, under the rule packs of its day. */
export function Replay({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<{ isSame?: boolean; error?: string }>({});
  const replay = async () => {
    try {
      const { data } = await client.GET("/api/programme/cases/{case_id}/time/replay", {
        params: { path: { case_id: caseId } },
      });
      setOutcome({ isSame: data?.is_same ?? false });
    } catch (error) {
      setOutcome({ error: sentenceOf(error) });
    }
  };
  if (outcome.error) return <StatusTag tone="bad">{outcome.error}</StatusTag>;
  if (outcome.isSame !== undefined) {
    return (
      <StatusTag tone={outcome.isSame ? "ok" : "bad"}>
        {t(outcome.isSame ? "time.replaySame" : "time.replayDiffers")}
      </StatusTag>
    );
  }
  return (
    <Button type="link" size="small" onClick={() => void replay()}>
      {t("time.replay")}
    </Button>
  );
}
