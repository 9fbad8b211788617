import { useState } from "react";
import { useTranslation } from "react-i18next";

import { PublicFrame } from "@/ui/PublicFrame";
import { type DemoLogin, DemoLogins } from "./DemoLogins";
import { Providers } from "./Providers";
import { SignInSteps } from "./SignInSteps";

export function LoginPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  const [demo, setDemo] = useState<DemoLogin | null>(null);
  return (
    <PublicFrame
      title={t("signin.title")}
      below={<DemoLogins chosen={demo?.email ?? ""} onChoose={setDemo} />}
    >
      <SignInSteps email={demo?.email ?? ""} password={demo?.password ?? ""} onDone={onSignedIn} />
      <Providers />
    </PublicFrame>
  );
}
