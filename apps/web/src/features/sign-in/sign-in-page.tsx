"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Glyph } from "@/components/glyph";
import { TextField } from "@/components/text-field";
import { Mark } from "../shell/mark";

/** How signing in ended: the page says what can be done, never whether the address exists. */
export type SignInFault = "wrong" | "too-many" | "unreachable";

/** Asks who is there. Pasting, password managers and passkeys all work; there is no puzzle. */
export function SignInPage({
  onSignIn,
}: {
  /** Undefined when the person is in. */
  onSignIn: (credentials: { email: string; password: string }) => Promise<SignInFault | undefined>;
}) {
  const t = useTranslations("signIn");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<SignInFault>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setFault(undefined);
    const failed = await onSignIn({ email, password });
    // Once in, the next page takes this one's place; the button stays busy until then.
    if (!failed) return;
    setFault(failed);
    setBusy(false);
  }

  return (
    <main className="flex min-h-dvh flex-col items-center bg-chrome px-4 pt-[18vh] pb-8">
      <div className="w-full max-w-xs">
        <h1 className="mb-6 flex items-center gap-2 text-20">
          <Mark size={24} />
          {t("title")}
        </h1>
        <form onSubmit={submit} className="flex flex-col gap-4 rounded-2 border border-line-strong bg-canvas p-5">
          <TextField
            label={t("email")}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            isRequired
            autoFocus
          />
          <TextField
            label={t("password")}
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            isRequired
          />
          <p role="alert" className="empty:hidden">
            {fault && (
              <span className="flex items-start gap-2 text-fault-ink">
                <Glyph name="failed" className="mt-0.5" />
                {t(`fault.${fault}`)}
              </span>
            )}
          </p>
          <Button look="primary" type="submit" isPending={isBusy} className="h-9!">
            {t(isBusy ? "busy" : "submit")}
          </Button>
        </form>
        <p className="mt-4 text-12 text-ink-3">{t("help")}</p>
      </div>
    </main>
  );
}
