"use client";

import { signIn } from "./session";
import { SignInPage } from "./sign-in-page";

/** The sign-in, asking the server; once in, the page that was wanted is loaded as a whole, with its answers. */
export function SignInLive({ to }: { to: string }) {
  return (
    <SignInPage
      onSignIn={async (credentials) => {
        const fault = await signIn(credentials);
        if (!fault) location.replace(to);
        return fault;
      }}
    />
  );
}
