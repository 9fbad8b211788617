import { useTranslation } from "react-i18next";

import { PublicFrame } from "@/ui/PublicFrame";
import { Providers } from "./Providers";
import { SignInSteps } from "./SignInSteps";

export function LoginPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation();
  return (
    <PublicFrame title={t("signin.title")}>
      <SignInSteps onDone={onSignedIn} />
      <Providers />
    </PublicFrame>
  );
}
