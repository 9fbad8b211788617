import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useMe } from "@/api/me";
import type { components } from "@/api/schema";
import { Icon } from "@/ui/icons";

type Result = components["schemas"]["VerificationOut"];

export interface Verification {
  /** Verifying recomputes the whole journal, so only who may read all of it may ask. */
  allowed: boolean;
  /** The newest one; null before the first. */
  last: Result | null;
  running: boolean;
  error: unknown;
  start: () => void;
}

const WHILE_RUNNING = 1_000;

/** The newest verification of the own journal, and how to start the next. */
export function useVerification(): Verification {
  const allowed = useMe().rights.journal?.includes("R") ?? false;
  const queryClient = useQueryClient();
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { data } = api.useQuery(
    "get",
    "/api/journal/verifications",
    { params: { query: { size: 1 } } },
    {
      enabled: allowed,
      refetchInterval: ({ state }) =>
        state.data?.items[0]?.finished_at === null ? WHILE_RUNNING : false,
    },
  );
  const last = data?.items[0] ?? null;
  const start = () => {
    setStarting(true);
    setError(null);
    client
      .POST("/api/journal/verifications")
      .then(() => queryClient.invalidateQueries())
      .catch(setError)
      .finally(() => setStarting(false));
  };
  return { allowed, last, running: starting || last?.finished_at === null, error, start };
}

export function VerifyButton({ verification }: { verification: Verification }) {
  const { t } = useTranslation();
  if (!verification.allowed) return null;
  return (
    <Button
      type="primary"
      icon={<Icon name="shield" />}
      loading={verification.running}
      onClick={verification.start}
    >
      {t("journal.verify")}
    </Button>
  );
}
