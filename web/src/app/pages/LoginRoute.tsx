import { useNavigate } from "@tanstack/react-router";

import { LoginPage } from "@/features/signin/LoginPage";

/** Where somebody goes once signed in: the page they came for, else home. */
export function LoginRoute() {
  const navigate = useNavigate();
  return <LoginPage onSignedIn={() => void navigate({ to: "/" })} />;
}
