import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { allauth } from "@/api/allauth";
import { cookie } from "@/lib/cookies";
import styles from "./signin.module.css";

interface Provider {
  id: string;
  name: string;
}

async function providers(): Promise<Provider[]> {
  const { data } = await allauth("GET", "/config");
  const social = data?.socialaccount as { providers?: Provider[] } | undefined;
  return social?.providers ?? [];
}

/** The organisation's own sign-in, when one is set up: a real form, because it leaves the page. */
export function Providers() {
  const { t } = useTranslation();
  const { data = [] } = useQuery({ queryKey: ["providers"], queryFn: providers });
  return data.map(({ id, name }) => (
    <form key={id} method="post" action="/_allauth/browser/v1/auth/provider/redirect">
      <input type="hidden" name="provider" value={id} />
      <input type="hidden" name="process" value="login" />
      <input type="hidden" name="callback_url" value="/" />
      <input type="hidden" name="csrfmiddlewaretoken" value={cookie("csrftoken") ?? ""} />
      <Button block size="large" htmlType="submit" className={styles.second}>
        {t("signin.provider.use", { name })}
      </Button>
    </form>
  ));
}
