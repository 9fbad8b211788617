import { useTranslation } from "react-i18next";

import { zoneName } from "@/lib/instant";
import { useLanguage } from "@/lib/preferences";
import { Icon } from "@/ui/icons";
import { Facts } from "@/ui/Page";
import styles from "./plan.module.css";
import type { Talk } from "./types";

/** What was settled, for those who read it: no form that they cannot fill in. */
export function TalkRead({ talk }: { talk: Talk }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const held = talk.held_at
    ? `${talk.held_local.replace("T", " ")} · ${zoneName(talk.zone, language, new Date(talk.held_at))}`
    : t("plan.talk.notHeld");
  return (
    <>
      <Facts
        items={[
          [t("plan.talk.held"), held],
          ...(talk.attended ? [[t("plan.talk.attended"), talk.attended] as const] : []),
        ]}
      />
      <ul className={styles.settled}>
        {talk.points.map(({ code, text, is_settled, note }) => (
          <li key={code}>
            <Icon name={is_settled ? "check" : "clock"} size={14} />
            <span>
              <span className="spoken">
                {t(is_settled ? "plan.talk.isSettled" : "plan.talk.isOpen")}
              </span>
              {text}
              {note && <small>{note}</small>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
