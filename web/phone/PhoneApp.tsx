import { useEffect, useState } from "react";

import { useOnline } from "@/lib/connection";
import { ApiError } from "@/lib/errors";
import { language, useDark, useLanguage } from "@/lib/preferences";
import { CameraCheck } from "./CameraCheck";
import { type Invitation, linkToken, lookAt, mayRetry, open } from "./guest";
import { useWords } from "./words";

type Stage =
  | { at: "looking" }
  | { at: "noLink" }
  | { at: "invited"; invitation: Invitation }
  | { at: "inside"; invitation: Invitation }
  | { at: "failed"; error: ApiError };

export function PhoneApp() {
  const dark = useDark();
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [dark]);
  return (
    <>
      <Top />
      <main>
        <Join token={linkToken(window.location)} />
      </main>
    </>
  );
}

function Top() {
  const words = useWords();
  const spoken = useLanguage();
  const online = useOnline();
  useEffect(() => {
    document.documentElement.lang = spoken === "en" ? "en" : "zh-CN";
    document.title = words.product;
  }, [spoken, words]);
  return (
    <header>
      <strong>{words.product}</strong>
      <button type="button" onClick={() => language.set(spoken === "en" ? "zh-hans" : "en")}>
        {words.switch}
      </button>
      <p role="status" className="offline">
        {!online && words.offline}
      </p>
    </header>
  );
}

function Join({ token }: { token: string }) {
  const spoken = useLanguage();
  const [stage, setStage] = useState<Stage>(token ? { at: "looking" } : { at: "noLink" });
  const fail = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    setStage({ at: "failed", error });
  };
  const look = () => {
    lookAt(token).then((invitation) => setStage({ at: "invited", invitation }), fail);
  };
  // A refusal is a sentence of the server: asked again, it comes in the other language.
  useEffect(() => {
    if (stage.at === "looking" || stage.at === "failed") look();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [spoken]);

  switch (stage.at) {
    case "looking":
      return <Looking />;
    case "noLink":
      return <NoLink />;
    case "failed":
      return <Failed error={stage.error} retry={look} />;
    case "invited":
      return (
        <Invited
          invitation={stage.invitation}
          join={() => open(token).then(() => setStage({ ...stage, at: "inside" }), fail)}
        />
      );
    case "inside":
      return <Inside invitation={stage.invitation} />;
  }
}

function Looking() {
  return (
    <p role="status" className="card quiet">
      {useWords().loading}
    </p>
  );
}

function NoLink() {
  const words = useWords();
  return (
    <section className="card">
      <h1>{words.noLinkTitle}</h1>
      <p>{words.noLink}</p>
    </section>
  );
}

function Failed({ error, retry }: { error: ApiError; retry: () => void }) {
  const words = useWords();
  const again = mayRetry(error);
  return (
    <section className="card" role="alert">
      <h1>{words.deadTitle}</h1>
      <p>{error.message}</p>
      {again ? (
        <button type="button" className="main" onClick={retry}>
          {words.retry}
        </button>
      ) : (
        <p className="quiet">{words.deadNext}</p>
      )}
    </section>
  );
}

interface InvitedProps {
  invitation: Invitation;
  join: () => Promise<void>;
}

function Invited({ invitation, join }: InvitedProps) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const enter = () => {
    setBusy(true);
    void join().finally(() => setBusy(false));
  };
  return (
    <section className="card">
      <h1>{words.invites}</h1>
      <dl>
        <dt>{words.you}</dt>
        <dd>{invitation.name}</dd>
        <dt>{words.organisation}</dt>
        <dd>{useOrganisation(invitation)}</dd>
        <dt>{words.until}</dt>
        <dd>
          <Until instant={invitation.expires_at} />
        </dd>
      </dl>
      <button type="button" className="main" disabled={busy} onClick={enter}>
        {words.join}
      </button>
      <p className="quiet">{words.notYou}</p>
    </section>
  );
}

function useOrganisation({ organisation, organisation_en }: Invitation): string {
  return (useLanguage() === "en" && organisation_en) || organisation;
}

function Until({ instant }: { instant: string }) {
  const options = { dateStyle: "medium", timeStyle: "short" } as const;
  const spoken = useLanguage() === "en" ? "en-GB" : "zh-CN";
  return <time dateTime={instant}>{new Date(instant).toLocaleString(spoken, options)}</time>;
}

function Inside({ invitation }: { invitation: Invitation }) {
  const words = useWords();
  return (
    <>
      <section className="card">
        <h1>{words.inTitle}</h1>
        <p>
          {invitation.name} · {useOrganisation(invitation)}
        </p>
        <p>{words.inText}</p>
        <p className="quiet">{words.onlyThis}</p>
      </section>
      <CameraCheck />
    </>
  );
}
