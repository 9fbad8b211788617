import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";

import { InvitationPage } from "@/features/signin/InvitationPage";

export function InvitationRoute() {
  const token = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const enter = () => {
    queryClient.clear();
    void navigate({ to: "/", replace: true });
  };
  return <InvitationPage token={token} onAccepted={enter} />;
}
