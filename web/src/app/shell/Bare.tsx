import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";

import { UndoBar } from "@/ui/undo";
import { Waiting } from "@/ui/Page";
import { useLiveUpdates } from "../live";
import { useStaySignedIn } from "../useStaySignedIn";
import { Lines } from "./Lines";
import { SessionDialog } from "./SessionDialog";

/** A page that fills the screen: only what is wrong with the connection stands above it. */
export function Bare() {
  const live = useLiveUpdates();
  useStaySignedIn();
  return (
    <>
      <Lines live={live} />
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
      <UndoBar />
      <SessionDialog />
    </>
  );
}
