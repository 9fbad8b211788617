import { Button, Form, Input, Modal } from "antd";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { useTranslation } from "react-i18next";

import { passkeysWork, wasCancelled } from "@/lib/passkeys";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { proveByCode, proveByPasskey, proveByPassword, ProofWanted } from "./security";

type WithProof = <T>(action: () => Promise<T>) => Promise<T>;

const ProofContext = createContext<WithProof>((action) => action());

/** Runs an action on the own security; asks who is there first when the server wants to know. */
export const useProof = () => useContext(ProofContext);

/** The person closed the question: the action was not done, and that is no error. */
export class ProofDeclined extends Error {}

export const isDeclined = (error: unknown) => error instanceof ProofDeclined || wasCancelled(error);

interface Question {
  ways: readonly string[];
  proven: () => void;
  declined: () => void;
}

export function ProofProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const withProof = useCallback<WithProof>(async (action) => {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof ProofWanted)) throw error;
      await new Promise<void>((resolve, reject) => {
        setQuestion({
          ways: error.ways,
          proven: resolve,
          declined: () => reject(new ProofDeclined()),
        });
      }).finally(() => setQuestion(null));
      return action();
    }
  }, []);
  return (
    <ProofContext value={withProof}>
      {children}
      {question && <ProofDialog {...question} />}
    </ProofContext>
  );
}

interface Values {
  password?: string;
  code?: string;
}

function ProofDialog({ ways, proven, declined }: Question) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const byPassword = ways.includes("reauthenticate");
  const prove = async (attempt: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await attempt();
      proven();
    } catch (refusal) {
      if (!wasCancelled(refusal)) setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const submit = ({ password = "", code = "" }: Values) =>
    void prove(() => (byPassword ? proveByPassword(password) : proveByCode(code)));
  return (
    <Modal open width={400} title={t("account.proof.title")} footer={null} onCancel={declined}>
      <p>{t("account.proof.text")}</p>
      <Form<Values> layout="vertical" requiredMark={false} onFinish={submit}>
        <ErrorSummary error={error} />
        <br />
        {byPassword ? (
          <Form.Item name="password" label={t("signin.password")}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
        ) : (
          <Form.Item name="code" label={t("signin.second.totp")}>
            <Input autoFocus autoComplete="one-time-code" inputMode="numeric" />
          </Form.Item>
        )}
        <Button block type="primary" htmlType="submit" loading={busy}>
          {t("account.proof.submit")}
        </Button>
      </Form>
      {ways.includes("mfa_reauthenticate") && passkeysWork() && (
        <Button
          block
          type="link"
          icon={<Icon name="key" />}
          onClick={() => void prove(proveByPasskey)}
        >
          {t("signin.second.passkey")}
        </Button>
      )}
    </Modal>
  );
}
