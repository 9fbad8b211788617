import { Outlet, useMatches, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import { useShortcut } from "@/lib/shortcuts";
import { UndoBar } from "@/ui/undo";
import { useCan } from "@/api/me";
import { useLiveUpdates } from "../live";
import { ForbiddenPage } from "../pages/ForbiddenPage";
import { useStaySignedIn } from "../useStaySignedIn";
import { KeyboardHelp } from "./KeyboardHelp";
import { Lines } from "./Lines";
import { SessionDialog } from "./SessionDialog";
import styles from "./Shell.module.css";
import { SideNav } from "./SideNav";
import { TopBar } from "./TopBar";

/** What stays around every page of a signed-in person. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const live = useLiveUpdates();
  const forbidden = useForbidden();
  useStaySignedIn();
  useShortcut(
    "?",
    useCallback(() => setHelp(true), []),
  );
  useShortcut(
    "g",
    useCallback(() => void navigate({ to: "/" }), [navigate]),
  );
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t("shell.skip")}
      </a>
      <TopBar onHelp={() => setHelp(true)} />
      <div className={styles.side}>
        <SideNav />
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Lines live={live} />
        {forbidden ? <ForbiddenPage /> : <Outlet />}
      </main>
      <UndoBar />
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
      <SessionDialog />
    </div>
  );
}

/** Whether a page of the address names an object that the role may not read. */
function useForbidden(): boolean {
  const can = useCan();
  const objects = useMatches({
    select: (matches) => matches.map(({ staticData }) => staticData.object),
  });
  return objects.some((object) => object !== undefined && !can(object, "R"));
}
