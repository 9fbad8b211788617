import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";

import { chooseMembership, type Me, useMe } from "@/api/me";
import { density, theme, type Theme, useDensity, useTheme } from "@/lib/preferences";
import { roleKey } from "@/lib/roles";
import { Icon } from "@/ui/icons";
import { useSignOut } from "../useSignOut";
import styles from "./Shell.module.css";

const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** The last two characters of a Chinese name, the initials of another. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  if (words.length === 1) return name.slice(-2);
  return words
    .slice(0, 2)
    .map((word) => word[0])
    .join("")
    .toUpperCase();
}

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { items, onClick } = useMenu(me, onHelp);
  return (
    <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items, onClick }}>
      <button
        type="button"
        className={styles.avatarButton}
        aria-label={t("shell.user.menu", { name: me.person.name })}
      >
        <span className={styles.avatar} aria-hidden>
          {shortName(me.person.name)}
        </span>
      </button>
    </Dropdown>
  );
}

/** A tick before the choice in force, the same room before the others. */
function useTick(me: Me) {
  const chosen = [`theme:${useTheme()}`, `density:${useDensity()}`, `as:${me.membership.id}`];
  return (key: string) => ({ key, icon: <Icon name={chosen.includes(key) ? "check" : "blank"} /> });
}

type Items = NonNullable<MenuProps["items"]>;

function useMenu(me: Me, onHelp: () => void) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const signOut = useSignOut();
  const tick = useTick(me);

  const roles: Items = me.memberships.map(({ id, role, tenant }) => ({
    ...tick(`as:${id}`),
    label: `${t(roleKey(role))} · ${tenant.short_name || tenant.name}`,
  }));
  const items: Items = [
    { key: "who", type: "group", label: <Who me={me} /> },
    { key: "profile", icon: <Icon name="user" />, label: t("shell.user.profile") },
    { key: "security", icon: <Icon name="shield" />, label: t("shell.user.security") },
    ...(roles.length > 1
      ? [
          {
            key: "roles",
            icon: <Icon name="people" />,
            label: t("shell.user.memberships"),
            children: roles,
          },
        ]
      : []),
    {
      key: "look",
      icon: <Icon name="sun" />,
      label: t("shell.user.appearance"),
      children: [
        ...THEMES.map((one) => ({ ...tick(`theme:${one}`), label: t(`shell.user.${one}`) })),
        { type: "divider" as const },
        ...(["compact", "comfortable"] as const).map((one) => ({
          ...tick(`density:${one}`),
          label: t(`shell.user.${one}`),
        })),
      ],
    },
    { key: "help", icon: <Icon name="info" />, label: t("shell.user.help"), extra: "?" },
    { type: "divider" },
    { key: "out", icon: <Icon name="signOut" />, label: t("shell.user.signOut") },
  ];

  const onClick = ({ key }: { key: string }) => {
    const [what, value = ""] = key.split(":");
    if (what === "profile") void navigate({ to: "/profile" });
    if (what === "security") void navigate({ to: "/security" });
    if (what === "theme") theme.set(value as Theme);
    if (what === "density") density.set(value === "comfortable" ? "comfortable" : "compact");
    if (what === "help") onHelp();
    if (what === "out") void signOut();
    if (what === "as" && value !== me.membership.id) {
      void chooseMembership(value).then(() => {
        queryClient.clear();
        return navigate({ to: "/", reloadDocument: true });
      });
    }
  };
  return { items, onClick };
}

function Who({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{me.person.name}</strong>
      <br />
      {`${t(roleKey(me.membership.role))} · ${me.membership.tenant.name}`}
    </>
  );
}
