import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { chooseMembership, fetchMe, useMe } from "@/api/me";
import { signedOut } from "@/api/signedOut";
import { SignInSteps } from "@/features/signin/SignInSteps";
import { useStore } from "@/lib/store";
import { Notice } from "@/ui/Notice";
import { useSignOut } from "../useSignOut";

/** The login ended: sign in again over the page, which keeps everything entered. */
export function SessionDialog() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const signOut = useSignOut();
  const me = useMe();
  const expired = useStore(signedOut);
  const [other, setOther] = useState(false);

  const comeBack = async () => {
    const now = await fetchMe();
    setOther(now.person.id !== me.person.id);
    if (now.person.id !== me.person.id) return;
    // A new login begins in the first of several roles; the page was drawn for this one.
    if (now.membership.id !== me.membership.id) await chooseMembership(me.membership.id);
    signedOut.set(false);
    await queryClient.invalidateQueries();
  };
  return (
    <Modal
      open={expired}
      width={420}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t("shell.expired.title")}
      footer={
        <Button type="link" onClick={() => void signOut()}>
          {t("shell.expired.leave")}
        </Button>
      }
    >
      <p>{t("shell.expired.text")}</p>
      <br />
      {other && <Notice tone="warn">{t("shell.expired.other", { email: me.person.email })}</Notice>}
      <SignInSteps email={me.person.email} fixedEmail onDone={() => void comeBack()} />
    </Modal>
  );
}
