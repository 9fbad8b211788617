import { useTranslation } from "react-i18next";

import { StatusTag, type TagTone } from "@/ui/StatusTag";
import { type Access, accessOf, type Invitation, type Person } from "./types";

const TONES: Record<Access, TagTone> = {
  active: "ok",
  invited: "blue",
  uninvited: "warn",
  inactive: "grey",
};

interface AccessTagProps {
  person: Person;
  invitations: readonly Invitation[];
}

export function AccessTag({ person, invitations }: AccessTagProps) {
  const { t } = useTranslation();
  const access = accessOf(person, invitations);
  return <StatusTag tone={TONES[access]}>{t(`people.is.${access}`)}</StatusTag>;
}
