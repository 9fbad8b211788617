import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";

import { Icon, type IconName } from "./icons";

interface LinkButtonProps {
  href: string;
  icon?: IconName;
  children: ReactNode;
}

/** A link that looks like a button: it leads to a page, it does nothing. */
export function LinkButton({ href, icon, children }: LinkButtonProps) {
  const router = useRouter();
  return (
    <Button
      href={href}
      icon={icon && <Icon name={icon} />}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </Button>
  );
}
