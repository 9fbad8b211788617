import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { samplingKey } from "@/lib/sampling";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { recompute, type Recomputed } from "./recompute";
import styles from "./sampling.module.css";
import type { WholeSample } from "./types";

type Busy = "here" | "download" | undefined;

/** The draw made again from the list and the seed: in this browser, or anywhere by the files. */
export function VerifyDraw({ of }: { of: WholeSample }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<Busy>();
  const [done, setDone] = useState<[number, number]>();
  const [found, setFound] = useState<Recomputed>();
  const [error, setError] = useState<unknown>(null);
  const drawn = of.draws.find(({ state }) => state !== "drawing");
  const canonical = of.lists.find(({ id }) => id === drawn?.list_id)?.canonical_id;
  if (!canonical) return null;
  const attempt = async (kind: Busy, deed: () => Promise<void>) => {
    setBusy(kind);
    setError(null);
    setFound(undefined);
    try {
      await deed();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(undefined);
      setDone(undefined);
    }
  };
  const here = async () => {
    const params = { path: { sample_id: of.id } };
    const { data } = await client.GET("/api/evidence/samples/{sample_id}/draw", { params });
    const content = await fetch(await openingOf(canonical));
    if (!data || !content.ok) throw new Error(content.statusText);
    const population = new Uint8Array(await content.arrayBuffer());
    setFound(await recompute(population, data, (count, total) => setDone([count, total])));
  };
  const download = async () => {
    const [, token = ""] = (await openingOf(canonical)).split("?");
    window.location.assign(`/api/evidence/samples/${of.id}/bundle?${token}`);
  };
  return (
    <section className={styles.form}>
      <h2>{t("sampling.verify.title")}</h2>
      <p className="muted">{t("sampling.verify.note")}</p>
      <div className={styles.line}>
        <Button type="primary" loading={busy === "here"} onClick={() => void attempt("here", here)}>
          {t("sampling.verify.here")}
        </Button>
        <Button loading={busy === "download"} onClick={() => void attempt("download", download)}>
          {t("sampling.verify.download")}
        </Button>
        {done && <span>{t("sampling.verify.running", { done: done[0], total: done[1] })}</span>}
      </div>
      <ErrorSummary error={error} />
      {found && <Verdict of={found} />}
    </section>
  );
}

function Verdict({ of }: { of: Recomputed }) {
  const { t } = useTranslation();
  const isIntact = of.faults.length === 0;
  const said = isIntact ? ["intact"] : of.faults;
  return (
    <Notice tone={isIntact ? "ok" : "bad"} alert={!isIntact}>
      <span>
        {said.map((code) => t(samplingKey.verdict(code))).join("；")}{" "}
        <small>{t("sampling.verify.ranks", { count: of.ranked })}</small>
      </span>
    </Notice>
  );
}

/** Opening the list is recorded, whoever recomputes. */
async function openingOf(evidence_id: string): Promise<string> {
  const params = { path: { evidence_id } };
  const { data } = await client.POST("/api/evidence/items/{evidence_id}/openings", { params });
  return data?.href ?? "";
}
