import { signOut } from "@/features/signin/flow";

/** Ends the login and starts from a clean page: nothing of this person stays in memory. */
export function useSignOut(): () => Promise<void> {
  return async () => {
    await signOut().catch(() => undefined);
    window.location.assign("/login");
  };
}
