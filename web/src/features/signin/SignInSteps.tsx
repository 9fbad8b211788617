import { useState } from "react";

import { PasswordStep } from "./PasswordStep";
import { SecondStep } from "./SecondStep";
import { START, type Step } from "./flow";

interface SignInStepsProps {
  onDone: () => void;
  email?: string;
  password?: string;
  /** The address may not be changed: the same person comes back to the same page. */
  fixedEmail?: boolean;
}

/** Password or passkey, then the second factor if there is one. */
export function SignInSteps({
  onDone,
  email = "",
  password = "",
  fixedEmail = false,
}: SignInStepsProps) {
  const [step, setStep] = useState<Step>(START);
  const go = (next: Step) => (next.at === "done" ? onDone() : setStep(next));
  if (step.at === "second") {
    return <SecondStep factors={step.factors} onStep={go} onBack={() => setStep(START)} />;
  }
  const known = { email, password };
  return <PasswordStep key={email} known={known} fixedEmail={fixedEmail} onStep={go} />;
}
