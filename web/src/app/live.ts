import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";

import { invalidate, type Topics } from "@/api/queries";
import { signedOut } from "@/api/signedOut";
import { compareBuild } from "@/lib/build";
import { LiveClient } from "@/lib/live";

/** Topics whose pages do not lie under `/api/<topic>`. */
const TOPICS: Topics = {
  key_holders: ["/api/evidence/key-holders"],
  sessions: ["/api/rooms/"],
  surveys: ["/api/programme/surveys", "/api/programme/cases"],
  applications: ["/api/programme/applications", "/api/programme/invoices"],
  people: ["/api/identity/people", "/api/identity/invitations", "/api/identity/me"],
  key_exports: ["/api/evidence/key-exports"],
  deletions: ["/api/evidence"],
  undertakings: ["/api/evidence"],
  sampling: ["/api/evidence/samples", "/api/evidence/cases"],
  organisations: ["/api/identity/organisations", "/api/identity/tenant"],
};

/** The one connection to `/ws`: re-reads what changed while the page shows it. */
export function useLiveUpdates(): LiveClient {
  const queryClient = useQueryClient();
  const live = useMemo(() => {
    const url = `${window.location.origin.replace(/^http/, "ws")}/ws`;
    return new LiveClient(url, {
      onChange: (change) => invalidate(queryClient, TOPICS, change),
      onReturn: () => void compareBuild(),
      onSignedOut: () => signedOut.set(true),
    });
  }, [queryClient]);
  useEffect(() => {
    const retry = () => live.retryNow();
    const signedInAgain = signedOut.subscribe(() => !signedOut.get() && live.start());
    live.start();
    window.addEventListener("online", retry);
    return () => {
      signedInAgain();
      window.removeEventListener("online", retry);
      live.stop();
    };
  }, [live]);
  return live;
}
