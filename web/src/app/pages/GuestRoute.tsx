import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";

import { GuestPage } from "@/features/rooms/GuestPage";

export function GuestRoute() {
  const token = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const enter = () => {
    queryClient.clear();
    void navigate({ to: "/sessions", replace: true });
  };
  return <GuestPage token={token} onOpened={enter} />;
}
