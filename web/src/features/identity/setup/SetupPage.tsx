import { Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import type { components } from "@/api/schema";
import { HERE } from "@/lib/instant";
import { useLanguage } from "@/lib/preferences";
import { Notice, ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { PublicFrame } from "@/ui/PublicFrame";
import { useSubmit } from "@/ui/useSubmit";
import { AdministratorFields, BodyFields, StepButtons } from "./fields";
import { RecoveryCode } from "./RecoveryCode";
import styles from "./setup.module.css";

type SetUp = components["schemas"]["SetUp"];
type Values = { token: string } & Omit<SetUp["body"], "language"> & {
    administrator: string;
    email: string;
    password: string;
  };

const STEPS = ["body", "administrator", "recovery"] as const;

/** The first day of an installation: the body, its first administrator, its recovery code. */
export function SetupPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const [step, setStep] = useState<0 | 1>(0);
  const { data, error } = api.useQuery("get", "/api/identity/setup");
  return (
    <PublicFrame title={t("setup.title")}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && !data.is_needed && !code && <Notice tone="ok">{t("setup.done")}</Notice>}
      {(data?.is_needed || code) && (
        <>
          <Progress current={code ? 2 : step} />
          {code ? (
            <RecoveryCode code={code} onConfirmed={onDone} />
          ) : (
            <SetupForm
              step={step}
              onStep={setStep}
              onFounded={(given) => (given ? setCode(given) : onDone())}
            />
          )}
        </>
      )}
    </PublicFrame>
  );
}

function Progress({ current }: { current: number }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === current ? "step" : undefined}>
          {t("setup.step", { number: index + 1, name: t(`setup.steps.${step}`) })}
        </li>
      ))}
    </ol>
  );
}

interface SetupFormProps {
  step: 0 | 1;
  onStep: (step: 0 | 1) => void;
  /** The code is empty where the root key lies in a service of its own. */
  onFounded: (recoveryCode: string) => void;
}

/** `./run` prints a link that carries the code behind `#`, where no log sees it. */
const fromLink = () => new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";

/** Both steps are one form, so that going back loses nothing. */
function SetupForm({ step, onStep, onFounded }: SetupFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [form] = Form.useForm<Values>();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async () => {
      const { administrator, email, password, token, ...body } = form.getFieldsValue(true);
      const { data } = await client.POST("/api/identity/setup", {
        body: {
          token: token.trim(),
          body: { ...body, language },
          administrator: { name: administrator, email, password, phone: "" },
        },
      });
      if (data) onFounded(data.recovery_code);
    },
    onSaved: () => undefined,
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ token: fromLink(), zone: HERE, credit_code: "", name_en: "" }}
      onFinish={(values) => (step === 0 ? onStep(1) : void submit(values))}
    >
      <ErrorSummary error={error} labels={{ token: t("setup.token") }} />
      {step === 0 ? <BodyFields /> : <AdministratorFields />}
      <StepButtons step={step} busy={busy} onBack={() => onStep(0)} />
    </Form>
  );
}
