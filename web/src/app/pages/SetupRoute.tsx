import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";

import { SetupPage } from "@/features/identity/setup/SetupPage";

/** After the first day its administrator is signed in and comes to the home page. */
export function SetupRoute() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const enter = () => {
    queryClient.clear();
    router.history.replace("/");
  };
  return <SetupPage onDone={enter} />;
}
