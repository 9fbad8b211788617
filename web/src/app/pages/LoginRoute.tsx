import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";

import { type Me, fetchMe, meQuery } from "@/api/me";
import { signedOut } from "@/api/signedOut";
import { LoginPage } from "@/features/signin/LoginPage";
import { MembershipPage } from "@/features/signin/MembershipPage";
import { ApiError } from "@/lib/errors";
import { NoRolePage } from "@/features/signin/NoRolePage";

type Arrival = { at: "login" } | { at: "choosing"; me: Me } | { at: "noRole" };

/** Signs in, lets somebody with several roles choose one, and goes where they wanted to. */
export function LoginRoute() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { next = "/" } = useSearch({ from: "/login" });
  const [arrival, setArrival] = useState<Arrival>({ at: "login" });

  const enter = () => {
    signedOut.set(false);
    router.history.replace(next);
  };
  const arrive = async () => {
    queryClient.clear();
    try {
      const me = await fetchMe();
      queryClient.setQueryData(meQuery.queryKey, me);
      if (me.memberships.length > 1) setArrival({ at: "choosing", me });
      else enter();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      setArrival({ at: "noRole" });
    }
  };

  if (arrival.at === "choosing") return <MembershipPage me={arrival.me} onChosen={enter} />;
  if (arrival.at === "noRole") return <NoRolePage onBack={() => setArrival({ at: "login" })} />;
  return <LoginPage onSignedIn={() => void arrive()} />;
}
