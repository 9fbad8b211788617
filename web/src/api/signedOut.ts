import { createStore } from "@/lib/store";

/** Set when the server no longer knows who we are; the shell then asks to sign in again. */
export const signedOut = createStore(false);
